/* A network too large to be read at once: an overview of groups, each of which can be opened. */

const groupOf = new Map();
for (const group of groups.values()) for (const id of group.members) groupOf.set(id, group.id);
let open = null;

/** How many of a group's nodes the filter lets through, in words. */
const countsOf = new Map();
function groupCounts(id) {
  if (!countsOf.has(id)) {
    const visible = groups.get(id).members.filter((node) => shown.nodes.has(node));
    const actors = visible.filter((node) => nodes.get(node).figure.kind === "actor").length;
    countsOf.set(id, [counted("count_actors", actors), counted("count_initiatives", visible.length - actors)]);
  }
  return countsOf.get(id);
}

/** The overview again, after a choice or a filter. */
function redrawGroups() {
  countsOf.clear();
  if (chosen.group !== null) bright = new Set([chosen.group, ...Object.keys(groups.get(chosen.group).links)]);
  const most = Math.max(1, ...[...groups.values()].flatMap((group) => Object.values(group.links)));
  const lines = [];
  for (const { id, links: others } of groups.values()) {
    for (const [other, number] of Object.entries(others)) {
      if (id > other) continue;
      const isLit = chosen.group === null || chosen.group === id || chosen.group === other;
      lines.push({ id: `${id}-${other}`, from: id, to: other, width: 1 + (5 * number) / most, color: { color: colours.noTie, opacity: isLit ? 0.7 : 0.15 } });
    }
  }
  nodeSet.update([...groups.values()].map(({ id, x, y }) => ({ id, x, y, shape: "custom", label: " ", ctxRenderer: groupRenderer })));
  linkSet.update(lines);
}

function clearStage() {
  linkSet.clear();
  nodeSet.clear();
  stage.nodes.clear();
  stage.links.clear();
}

/** Put nodes and the links between them on stage. */
function setStage(ids, lines = null) {
  clearStage();
  for (const id of ids) stage.nodes.add(id);
  const inside = lines ?? ids.flatMap((id) => linksOf.get(id)).filter((link) => stage.nodes.has(links.get(link).from) && stage.nodes.has(links.get(link).to));
  for (const link of inside) stage.links.add(link);
  nodeSet.add(ids.map(asDrawn));
  linkSet.add([...stage.links].map((id) => links.get(id)));
  const [xs, ys] = ["x", "y"].map((axis) => ids.map((id) => nodes.get(id)[axis]));
  stage.bounds = [Math.min(...xs) - 100, Math.min(...ys) - 60, Math.max(...xs) + 100, Math.max(...ys) + 60];
}

/** See to it that nodes are on stage before they are chosen. */
function bringOnStage(...ids) {
  if (data.groups === null || ids.every((id) => stage.nodes.has(id))) return;
  if (ids.every((id) => groupOf.get(id) === groupOf.get(ids[0]))) openGroup(groupOf.get(ids[0]), { quiet: true });
  if (ids.every((id) => stage.nodes.has(id))) return;
  // Not among those drawn of its group, or in several groups: with its neighbours around it.
  const near = [...new Set([...ids, ...ids.flatMap((id) => linksOf.get(id).map((link) => otherEnd(link, id)))])];
  setOnRing(ids, near.filter((id) => shown.nodes.has(id)).slice(0, data.mostDrawn));
  open = null;
  showAll();
}

/** Nodes in the middle, their neighbours on an ellipse around them. */
function setOnRing(middle, all) {
  const around = all.filter((id) => !middle.includes(id));
  const reach = Math.max(200, around.length * 22);
  middle.forEach((id, at) => Object.assign(nodes.get(id), { x: at * 220, y: 0 }));
  around.forEach((id, at) => {
    const angle = (2 * Math.PI * at) / around.length;
    Object.assign(nodes.get(id), { x: reach * 1.4 * Math.cos(angle), y: reach * Math.sin(angle) });
  });
  setStage(all);
}

/** The nodes of a way, from left to right. */
function stageWay(way) {
  if (data.groups === null) return;
  way.nodes.forEach((id, at) => Object.assign(nodes.get(id), { x: at * 230, y: (at % 2) * 240 }));
  setStage(way.nodes, way.links);
  open = null;
}

const ownPlaces = new Map(data.groups ? data.nodes.map(({ id, x, y }) => [id, { x, y }]) : []);

function openGroup(id, { quiet = false, remembered = true } = {}) {
  const group = groups.get(id);
  const visible = group.members.filter((node) => shown.nodes.has(node));
  const drawn = visible.slice(0, data.mostDrawn);
  for (const node of drawn) Object.assign(nodes.get(node), ownPlaces.get(node));
  setStage(drawn);
  open = id;
  document.getElementById("group-close").hidden = false;
  if (quiet) return;
  Object.assign(chosen, { node: null, link: null, path: null, group: null });
  redraw();
  showAll();
  showGroup(id, visible.length - drawn.length);
  const [actors, initiatives] = groupCounts(id);
  tellChosen(say("group_opened", { name: group.name, actors, initiatives }), {});
  if (remembered) remember();
}

function closeGroup({ remembered = true } = {}) {
  clearStage();
  const from = open;
  open = null;
  stage.bounds = data.bounds;
  document.getElementById("group-close").hidden = true;
  Object.assign(chosen, { node: null, link: null, path: null, group: from });
  redraw();
  showAll();
  if (from === null) showNothing();
  else chooseGroup(from, { remembered: false });
  if (remembered) remember();
}

function chooseGroup(id, { remembered = true } = {}) {
  chosen.group = id;
  redraw();
  showGroup(id, 0);
  bringIntoSight(groups.get(id));
  const [actors, initiatives] = groupCounts(id);
  const position = { at: [...groups.keys()].indexOf(id) + 1, of: groups.size };
  tellChosen(say("group_summary", { name: groups.get(id).name, actors, initiatives }), position);
  if (remembered) remember();
}

/** A group in the panel: its numbers, the way into it, its most linked nodes, the groups it is linked to. */
function showGroup(id, left) {
  const group = groups.get(id);
  const inside = [heading(group.name), make("p", {}, groupCounts(id).join(", "))];
  if (open === id) {
    if (left > 0) inside.push(make("p", { className: "notice" }, say("group_too_large", { n: data.mostDrawn })));
    inside.push(make("button", { onclick: () => closeGroup() }, texts.group_close));
  } else inside.push(make("button", { onclick: () => openGroup(id) }, texts.group_open));
  const buttons = (title, items) => {
    if (!items.length) return;
    const list = make("ul", { className: "plain" });
    list.append(...items.map(([words, onclick]) => make("li", {}, make("button", { onclick }, words))));
    inside.push(make("h4", {}, title), list);
  };
  const visible = group.members.filter((node) => shown.nodes.has(node)).slice(0, 12);
  buttons(texts.group_members, visible.map((node) => [own(nodes.get(node).figure.name), () => chooseNode(node, { toPanel: true })]));
  const near = Object.entries(group.links).sort(([, a], [, b]) => b - a);
  buttons(texts.group_neighbours, near.map(([other, number]) => [
    say("group_links", { name: groups.get(other).name, links: counted("count_links", number) }),
    () => openGroup(other),
  ]));
  fillPanel(...inside, closeButton());
}

document.getElementById("group-close")?.addEventListener("click", () => closeGroup());
