/* The shortest way between two nodes, along the links that are shown. */

/** Links and nodes of a shortest way, the first in reading order among equals; null where there is none. */
function shortestWay(start, end) {
  const before = new Map([[start, null]]);
  let rim = [start];
  while (rim.length && !before.has(end)) {
    const next = [];
    for (const id of rim) {
      for (const link of linksOf.get(id)) {
        const other = otherEnd(link, id);
        if (!shown.links.has(link) || before.has(other)) continue;
        before.set(other, { link, from: id });
        next.push(other);
      }
    }
    rim = next;
  }
  if (!before.has(end)) return null;
  const way = { nodes: [end], links: [] };
  for (let step = before.get(end); step; step = before.get(step.from)) {
    way.nodes.unshift(step.from);
    way.links.unshift(step.link);
  }
  return way;
}

function choosePath(start, end, { remembered = true } = {}) {
  const way = shown.nodes.has(start) && shown.nodes.has(end) ? shortestWay(start, end) : null;
  if (way === null) {
    chooseNothing({ remembered });
    fillPanel(heading(texts.path), make("p", {}, texts.path_none));
    announce(texts.path_none);
    return;
  }
  stageWay(way);
  Object.assign(chosen, { node: null, link: null, path: way, group: null });
  redraw();
  showPath(way);
  showNodes(way.nodes);
  tellChosen(`${counted("path_found", way.links.length)}: ${way.nodes.map((id) => nodes.get(id).figure.name).join(" – ")}`, {});
  if (remembered) remember();
}

/** The way in the panel: each node to walk to, and by what it is linked to the next. */
function showPath(way) {
  const list = make("ol", { className: "plain" });
  way.nodes.forEach((id, at) => {
    const walk = make("button", { onclick: () => chooseNode(id, { toPanel: true }) }, own(nodes.get(id).figure.name));
    const item = make("li", {}, walk);
    const link = way.links[at];
    if (link) {
      const evidence = make("button", { onclick: () => chooseLink(link, id, { toPanel: true }) }, texts.show_evidence);
      evidence.setAttribute("aria-label", `${texts.show_evidence}: ${linkName(link)}`);
      item.append(make("p", {}, `${rolesOf(link)} (${certaintiesOf(link)})`), evidence);
    }
    list.append(item);
  });
  fillPanel(heading(counted("path_found", way.links.length)), make("p", { className: "missing" }, texts.path_others), list, closeButton());
}
