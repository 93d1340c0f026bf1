/* Search with suggestions: fields that are comboboxes, as WAI-ARIA describes them. */

const MOST_HITS = 8;

/** The nodes whose name or alias holds the words: those that begin with them first. */
function findNodes(words) {
  const wanted = folded(words.trim());
  if (!wanted) return [];
  const found = [[], []];
  for (const id of order) {
    const names = namesOf(id);
    if (names.some((name) => name.startsWith(wanted))) found[0].push(id);
    else if (names.some((name) => name.includes(wanted))) found[1].push(id);
  }
  return found.flat();
}

/** Make a field and its list a combobox; `onChoose` gets the node that is chosen. */
function combobox(field, onChoose) {
  const list = document.getElementById(field.getAttribute("aria-controls"));
  const status = document.getElementById(`${field.id}-count`);
  let found = [];
  let active = -1;

  function close() {
    list.replaceChildren();
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(id) {
    status.textContent = "";
    found = [];
    close();
    onChoose(id);
    field.value = nodes.get(id).figure.name; // last: words written where the focus is draw a reader back there
  }

  function activate(at) {
    active = at;
    [...list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    if (at >= 0) {
      field.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  }

  field.addEventListener("input", () => {
    found = findNodes(field.value);
    close();
    const options = found.slice(0, MOST_HITS).map((id, number) => {
      const option = make("li", {}, own(nodes.get(id).figure.name));
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      // Before the field loses the focus, which closes the list.
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        choose(id);
      });
      return option;
    });
    if (options.length) {
      list.replaceChildren(...options);
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
    }
    let words = "";
    if (field.value.trim()) {
      words = found.length ? counted("hits", found.length) : texts.hits_none;
      if (found.length > MOST_HITS) words += `. ${say("hits_more", { n: MOST_HITS })}`;
    }
    status.textContent = words;
  });

  field.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.key === "ArrowDown" && last >= 0) activate(active === last ? 0 : active + 1);
    else if (event.key === "ArrowUp" && last >= 0) activate(active <= 0 ? last : active - 1);
    else if (event.key === "Enter" && found.length) choose(found[Math.max(active, 0)]);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
}

/** Choose what was searched for, also where the filter hides it. */
function chooseFound(id) {
  if (!shown.nodes.has(id)) resetFilter();
  chooseNode(id, { toPicture: true });
}

combobox(document.getElementById("search"), chooseFound);

const controls = document.getElementById("controls");
controls.addEventListener("submit", (event) => event.preventDefault());

/* A way between two. */

const ends = { "path-from": null, "path-to": null };
for (const id of Object.keys(ends)) {
  const field = document.getElementById(id);
  field.addEventListener("input", () => { ends[id] = null; });
  combobox(field, (node) => { ends[id] = node; });
}

document.getElementById("path-show").addEventListener("click", () => {
  const [start, end] = Object.entries(ends).map(([id, node]) => node ?? findNodes(document.getElementById(id).value)[0]);
  if (start === undefined || end === undefined) {
    announce(texts.path_choose);
    document.getElementById("path-status").textContent = texts.path_choose;
    return;
  }
  document.getElementById("path-status").textContent = "";
  choosePath(start, end);
});
