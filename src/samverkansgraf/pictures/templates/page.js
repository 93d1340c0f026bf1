/* Choosing by pointer and keyboard, search and filters. */

const announcer = document.getElementById("announcer");

/** Tell a screen reader; the same words twice are told twice. */
function announce(words) {
  announcer.textContent = announcer.textContent === words ? `${words}\u00a0` : words;
}

function chooseNode(id, { toPanel = false } = {}) {
  chosen.node = id;
  chosen.link = null;
  redraw();
  showNode(id);
  const { x, y } = nodes.get(id);
  bringIntoSight({ x, y });
  announce(data.about[id].summary);
  if (toPanel) focusPanel();
}

function chooseLink(id, from, { toPanel = false } = {}) {
  chosen.node = from;
  chosen.link = id;
  redraw();
  showLink(id);
  const { x, y } = links.get(id).figure;
  bringIntoSight({ x, y });
  const own = linksOf.get(from).filter((link) => shown.links.has(link));
  const position = say("link_position", { k: own.indexOf(id) + 1, n: own.length, link: linkName(id) });
  const certainty = [...new Set(shown.parts.get(id).map((part) => part.certainty))].join(", ");
  const quote = firstQuote(id);
  announce(`${position}. ${certainty}.${quote === null ? "" : ` ”${quote}”`}`);
  if (toPanel) focusPanel();
}

function chooseNothing() {
  chosen.node = null;
  chosen.link = null;
  redraw();
  showNothing();
}

/** From the panel back to the picture. */
function leavePanel() {
  place.focus();
}

network.on("click", ({ nodes: hitNodes, edges: hitLinks }) => {
  if (hitNodes.length) chooseNode(hitNodes[0]);
  else if (hitLinks.length) chooseLink(hitLinks[0], links.get(hitLinks[0]).from);
  else chooseNothing();
});

/** The item a step away in a list that goes round; the first or last where there is none to step from. */
function stepIn(list, current, step) {
  const at = list.indexOf(current);
  if (at === -1) return step > 0 ? list[0] : list.at(-1);
  return list[(at + step + list.length) % list.length];
}

function stepNode(step) {
  const visible = order.filter((id) => shown.nodes.has(id));
  if (visible.length) chooseNode(stepIn(visible, chosen.node, step));
}

function stepLink(step) {
  if (chosen.node === null) {
    stepNode(step);
    return;
  }
  const own = linksOf.get(chosen.node).filter((id) => shown.links.has(id));
  if (own.length) chooseLink(stepIn(own, chosen.link, step), chosen.node);
  else announce(data.about[chosen.node].summary);
}

function stepOut() {
  if (chosen.link !== null) chooseNode(chosen.node);
  else if (chosen.node !== null) {
    chooseNothing();
    announce(texts.chosen_cleared);
  } else place.blur();
}

const keys = {
  ArrowRight: () => stepNode(1),
  ArrowLeft: () => stepNode(-1),
  ArrowDown: () => stepLink(1),
  ArrowUp: () => stepLink(-1),
  Home: () => { chosen.node = null; stepNode(1); },
  End: () => { chosen.node = null; stepNode(-1); },
  " ": () => { if (chosen.link !== null) chooseNode(otherEnd(chosen.link, chosen.node)); },
  Enter: () => { if (chosen.node !== null) focusPanel(); },
  Escape: stepOut,
  "+": () => zoom(1.25),
  "-": () => zoom(0.8),
  0: showAll,
};

place.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

document.getElementById("panel").addEventListener("keydown", (event) => {
  if (event.key === "Escape") leavePanel();
});

document.getElementById("zoom-in").addEventListener("click", () => zoom(1.25));
document.getElementById("zoom-out").addEventListener("click", () => zoom(0.8));
document.getElementById("zoom-all").addEventListener("click", showAll);

/* Search */

const search = document.getElementById("search");
const hits = document.getElementById("hits");
const hitCount = document.getElementById("hit-count");
const MOST_HITS = 8;

function findNodes(words) {
  const wanted = folded(words.trim());
  return wanted ? order.filter((id) => data.about[id].names.some((name) => folded(name).includes(wanted))) : [];
}

/** Choose what was searched for, also where the filter hides it. */
function chooseFound(id) {
  if (!shown.nodes.has(id)) resetFilter();
  place.focus();
  chooseNode(id);
}

search.addEventListener("input", () => {
  const found = findNodes(search.value);
  hits.replaceChildren(
    ...found.slice(0, MOST_HITS).map((id) =>
      make("li", {}, make("button", { onclick: () => chooseFound(id) }, own(nodes.get(id).figure.name)))),
  );
  let words = "";
  if (search.value.trim()) {
    words = found.length ? counted("hits", found.length) : texts.hits_none;
    if (found.length > MOST_HITS) words += `. ${say("hits_more", { n: MOST_HITS })}`;
  }
  hitCount.textContent = words;
});

const controls = document.getElementById("controls");
controls.addEventListener("submit", (event) => {
  event.preventDefault();
  const [first] = findNodes(search.value);
  if (first !== undefined) chooseFound(first);
});

/* Filters */

const boxes = [...controls.querySelectorAll("input[type=checkbox]")];
const rows = [...document.querySelectorAll("tr[data-node], tr[data-link]")];

function isShownRow({ node, link, part }) {
  if (node !== undefined) return shown.nodes.has(node);
  return shown.links.has(link) && shown.parts.get(link).includes(data.about[link].parts[Number(part)]);
}

function filter() {
  const ticked = { sector: new Set(), role: new Set(), certainty: new Set() };
  for (const box of boxes) if (box.checked) ticked[box.name].add(box.value);
  applyFilter(ticked);
  for (const row of rows) row.hidden = !isShownRow(row.dataset);
  if (chosen.link !== null && !shown.links.has(chosen.link)) chosen.link = null;
  if (chosen.node !== null && !shown.nodes.has(chosen.node)) chosen.node = null;
  if (chosen.node === null) chooseNothing();
  else {
    redraw();
    if (chosen.link === null) showNode(chosen.node);
    else showLink(chosen.link);
  }
  const ofKind = (kind) => [...shown.nodes].filter((id) => nodes.get(id).figure.kind === kind).length;
  const everything = shown.nodes.size === nodes.size && shown.links.size === links.size;
  document.getElementById("shown").textContent = everything ? "" : say("shown", {
    actors: counted("count_actors", ofKind("actor")),
    initiatives: counted("count_initiatives", ofKind("initiative")),
    links: counted("count_links", shown.links.size),
  });
}

function resetFilter() {
  for (const box of boxes) box.checked = true;
  filter();
}

controls.addEventListener("change", (event) => {
  if (event.target.type === "checkbox") filter();
});
document.getElementById("reset").addEventListener("click", resetFilter);

showAll();
filter();
