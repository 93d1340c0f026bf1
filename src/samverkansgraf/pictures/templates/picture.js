/* The picture: vis-network holds nodes, lines, dragging and pointing; the figures are drawn here as in the still picture. */

document.documentElement.classList.add("js"); // from here on the living picture stands in place of the still one
const place = document.getElementById("picture");
const chosen = { node: null, link: null, path: null, group: null, step: null };
let movedByHand = false; // since all of it was shown
const groups = new Map((data.groups ?? []).map((group) => [group.id, group]));
const isOverview = () => data.groups !== null && stage.nodes.size === 0;

/** The nodes that stand out: the chosen one and its neighbours; null when nothing is chosen. */
function lit() {
  if (chosen.path) return new Set(chosen.path.nodes);
  if (chosen.link !== null) {
    const link = links.get(chosen.link);
    return new Set([link.from, link.to]);
  }
  if (chosen.node !== null) {
    const near = linksOf.get(chosen.node).filter((id) => shown.links.has(id));
    return new Set([chosen.node, ...near.map((id) => otherEnd(id, chosen.node))]);
  }
  return null;
}

function isLitLink(id) {
  if (chosen.path) return chosen.path.links.includes(id);
  if (chosen.link !== null) return id === chosen.link;
  if (chosen.node !== null) return linksOf.get(chosen.node).includes(id);
  return true;
}

/** Write the roles on the lines, on a pale ground. */
function drawRoles(ctx) {
  ctx.save();
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  for (const [id, { words, box: [left, top, right, bottom], size }] of labels.roles) {
    ctx.font = `${size}px ${look.font}`;
    ctx.globalAlpha = isLitLink(id) ? 1 : 0.35;
    ctx.fillStyle = colours.paper;
    ctx.fillRect(left, top, right - left, bottom - top);
    ctx.fillStyle = colours.ink;
    ctx.fillText(words, (left + right) / 2, (top + bottom) / 2 + size * 0.35);
  }
  ctx.restore();
}

/* Colours follow the reader's choice of a light or a dark screen. */
const isDark = matchMedia("(prefers-color-scheme: dark)");
isDark.addEventListener("change", () => {
  colours = look.colours[isDark.matches ? "dark" : "light"];
  redraw();
});

/* What is on stage: all nodes and links, or those of the group that is open, or (in the overview) none of them. */
const stage = { nodes: data.groups ? new Set() : new Set(order), links: data.groups ? new Set() : new Set(links.keys()), bounds: data.bounds };
const asDrawn = (id) => ({ ...nodes.get(id), ctxRenderer: renderer });
const nodeSet = new vis.DataSet([...stage.nodes].map(asDrawn));
const linkSet = new vis.DataSet([...stage.links].map((id) => links.get(id)));
network = new vis.Network(place, { nodes: nodeSet, edges: linkSet }, data.options);
network.on("beforeDrawing", (ctx) => {
  placeLabels(network.getScale());
  drawZones(ctx);
});
network.on("afterDrawing", (ctx) => {
  drawBesides(ctx);
  if (!isOverview()) drawRoles(ctx);
});
// The picture itself is the one tab stop; the library's own frame is none, and a canvas tells a reader nothing.
place.firstElementChild.tabIndex = -1;
place.firstElementChild.setAttribute("aria-hidden", "true");

/** Whether a link is the chosen one, or on the chosen way. */
const isMarked = (id) => chosen.link === id || (chosen.path?.links.includes(id) ?? false);

/** How a link is drawn, given what is chosen and shown. */
function asLine(id) {
  if (!shown.links.has(id)) return { id, hidden: true };
  const line = lineOf(id);
  return {
    id,
    hidden: false,
    dashes: line.dashes,
    width: line.width + (isMarked(id) ? 2 : 0),
    color: { color: isMarked(id) ? colours.focus : colours[line.line], opacity: isLitLink(id) ? 1 : 0.2 },
  };
}

/** Draw again after a choice or a filter has changed. */
function redraw() {
  bright = lit();
  labels.stale = true;
  if (isOverview()) redrawGroups();
  else {
    nodeSet.update([...stage.nodes].map((id) => ({ id, hidden: !shown.nodes.has(id) })));
    linkSet.update([...stage.links].map(asLine));
  }
  network.redraw();
}

/** The margin within the picture: words at its rim are wider on a small screen than in the plan. */
const edgeOf = (size) => Math.min(16, size * 0.05);

/** Show the whole picture. */
function showAll() {
  movedByHand = false;
  showBox(stage.bounds);
}

/** Show some nodes, with room around them for their words. */
function showNodes(ids) {
  const [xs, ys] = ["x", "y"].map((axis) => ids.map((id) => nodes.get(id)[axis]));
  showBox([Math.min(...xs) - 120, Math.min(...ys) - 60, Math.max(...xs) + 120, Math.max(...ys) + 60]);
}

function showBox([left, top, right, bottom]) {
  const [wide, high] = [place.clientWidth - 2 * edgeOf(place.clientWidth), place.clientHeight - 2 * edgeOf(place.clientHeight)];
  const scale = Math.min(wide / (right - left), high / (bottom - top), 1.5);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
}

function zoom(factor) {
  const scale = Math.min(Math.max(network.getScale() * factor, 0.05), 5);
  movedByHand = true;
  network.moveTo({ scale });
}

/** Bring a point of the picture into sight, if it is not, and near enough to be read. */
function bringIntoSight({ x, y }) {
  if (network.getScale() < 0.45) {
    network.moveTo({ position: { x, y }, scale: 0.75 });
    return;
  }
  const scale = network.getScale();
  const at = network.canvasToDOM({ x, y });
  const edge = 45;
  const missing = (value, size) => Math.min(value - edge, 0) + Math.max(value - (size - edge), 0);
  const dx = missing(at.x, place.clientWidth) / scale;
  const dy = missing(at.y, place.clientHeight) / scale;
  if (dx === 0 && dy === 0) return;
  const view = network.getViewPosition();
  network.moveTo({ position: { x: view.x + dx, y: view.y + dy } });
}

network.on("dragEnd", () => { movedByHand = true; });
network.on("resize", () => { if (!movedByHand) showAll(); });
network.on("hoverNode", () => { place.classList.add("pointing"); });
network.on("blurNode", () => { place.classList.remove("pointing"); });
