/* Choosing by pointer and keyboard. */

function chooseNode(id, { toPanel = false, toPicture = false, remembered = true } = {}) {
  bringOnStage(id);
  Object.assign(chosen, { node: id, link: null, path: null, group: null });
  redraw();
  showNode(id);
  bringIntoSight(nodes.get(id));
  const visible = visibleNodes();
  tellChosen(aboutOf(id).summary, { at: visible.indexOf(id) + 1, of: visible.length }, { moves: toPanel || toPicture });
  if (toPanel) focusPanel();
  if (toPicture) place.focus();
  if (remembered) remember();
}

function chooseLink(id, from, { toPanel = false, remembered = true } = {}) {
  bringOnStage(links.get(id).from, links.get(id).to);
  Object.assign(chosen, { node: from, link: id, path: null, group: null });
  redraw();
  showLink(id);
  bringIntoSight(middleOf(id));
  const own = linksOf.get(from).filter((link) => shown.links.has(link));
  const [at, of] = [own.indexOf(id) + 1, own.length];
  const position = say("link_position", { k: at, n: of, link: linkName(id) });
  const quote = firstQuote(id);
  tellChosen(`${position}. ${certaintiesOf(id)}.${quote === null ? "" : ` ”${quote}”`}`, { level: 2, at, of }, { moves: toPanel });
  if (toPanel) focusPanel();
  if (remembered) remember();
}

function chooseNothing({ remembered = true } = {}) {
  Object.assign(chosen, { node: null, link: null, path: null, group: null });
  redraw();
  showNothing();
  tellNothing();
  if (remembered) remember();
}

/** From the panel back to the picture. */
function leavePanel() {
  place.focus();
}

network.on("click", ({ nodes: hitNodes, edges: hitLinks }) => {
  if (isOverview()) {
    if (hitNodes.length) openGroup(hitNodes[0]);
    else chooseNothing();
  } else if (hitNodes.length) chooseNode(hitNodes[0]);
  else if (hitLinks.length) chooseLink(hitLinks[0], links.get(hitLinks[0]).from);
  else chooseNothing();
});

/** The item a step away in a list that goes round; the first or last where there is none to step from. */
function stepIn(list, current, step) {
  const at = list.indexOf(current);
  if (at === -1) return step > 0 ? list[0] : list.at(-1);
  return list[(at + step + list.length) % list.length];
}

/** The nodes one can walk between, in reading order. */
const visibleNodes = () => order.filter((id) => shown.nodes.has(id) && stage.nodes.has(id));

function stepNode(step) {
  if (isOverview()) {
    chooseGroup(stepIn([...groups.keys()], chosen.group, step));
    return;
  }
  const visible = visibleNodes();
  if (visible.length) chooseNode(stepIn(visible, chosen.node, step));
}

function stepLink(step) {
  if (chosen.node === null) {
    stepNode(step);
    return;
  }
  const own = linksOf.get(chosen.node).filter((id) => shown.links.has(id));
  if (own.length) chooseLink(stepIn(own, chosen.link, step), chosen.node);
  else chooseNode(chosen.node);
}

function stepOut() {
  if (chosen.link !== null) chooseNode(chosen.node);
  else if (chosen.node !== null || chosen.path || chosen.group !== null) {
    chooseNothing();
  } else if (data.groups && !isOverview()) closeGroup();
  else place.blur();
}

const keys = {
  ArrowRight: () => stepNode(1),
  ArrowLeft: () => stepNode(-1),
  ArrowDown: () => stepLink(1),
  ArrowUp: () => stepLink(-1),
  Home: () => { Object.assign(chosen, { node: null, group: null }); stepNode(1); },
  End: () => { Object.assign(chosen, { node: null, group: null }); stepNode(-1); },
  " ": () => { if (chosen.link !== null) chooseNode(otherEnd(chosen.link, chosen.node)); },
  Enter: () => { if (chosen.group !== null) openGroup(chosen.group); else if (chosen.node !== null || chosen.path) focusPanel(); },
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
