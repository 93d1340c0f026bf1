/* The picture as a file: the still one with its legend, without what the filter hides. */

/** Hand a file to the reader. */
function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = make("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  announce(say("saved", { name }));
}

/** The still picture as SVG text. */
function stillText() {
  const still = document.querySelector(".still svg").cloneNode(true);
  for (const group of still.querySelectorAll("g[data-of]")) {
    const id = group.dataset.of;
    if (!(links.has(id) ? shown.links : shown.nodes).has(id)) group.remove();
    else group.removeAttribute("data-of");
  }
  const [, , width, height] = still.getAttribute("viewBox").split(" ");
  still.setAttribute("width", width);
  still.setAttribute("height", height);
  return new XMLSerializer().serializeToString(still);
}

const MOST_PIXELS = 8000; // what browsers can draw

/** The still picture as PNG, twice as fine as it is drawn where that is not too large. */
async function stillPixels() {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(stillText())}`;
  await image.decode();
  const scale = Math.min(2, MOST_PIXELS / image.width, MOST_PIXELS / image.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}

document.getElementById("save-svg")?.addEventListener("click", () => {
  save("network.svg", new Blob([stillText()], { type: "image/svg+xml" }));
});
document.getElementById("save-png")?.addEventListener("click", async () => {
  save("network.png", await stillPixels());
});
