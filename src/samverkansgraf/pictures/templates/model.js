/* What the page holds and what of it is shown. All of it is data: it is compared and written, never run. */

const data = JSON.parse(document.getElementById("network-data").textContent);
const texts = data.texts;
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const links = new Map(data.edges.map((edge) => [edge.id, edge]));
const order = data.nodes.map((node) => node.id);
const linksOf = new Map(order.map((id) => [id, []]));
for (const link of data.edges) {
  linksOf.get(link.from).push(link.id);
  linksOf.get(link.to).push(link.id);
}

/** Fill a text's braces; braces within the values stay as they are. */
function say(key, values = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A count in words that agree with it. */
function counted(key, number) {
  return number === 1 ? texts[`${key}_one`] : say(key, { n: number });
}

/** Fold case and accents away, so that "backby" finds "Bäckby". */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/* What the filters let through. */
const shown = { nodes: new Set(order), links: new Set(links.keys()), parts: new Map() };

/** Recompute what is shown from the ticked sectors, roles and certainties. */
function applyFilter(ticked) {
  const isTicked = (name, key) => key === null || ticked[name].has(key);
  shown.links.clear();
  shown.nodes.clear();
  for (const [id, link] of links) {
    const actor = nodes.get(link.from);
    const parts = data.about[id].parts.filter(
      (part) => isTicked("role", part.roleKey) && isTicked("certainty", part.certaintyKey),
    );
    shown.parts.set(id, parts);
    if (parts.length && isTicked("sector", actor.figure.sector)) {
      shown.links.add(id);
    }
  }
  for (const [id, node] of nodes) {
    const own = linksOf.get(id);
    const inSector = node.figure.kind === "initiative" || isTicked("sector", node.figure.sector);
    if (inSector && (own.length === 0 || own.some((link) => shown.links.has(link)))) {
      shown.nodes.add(id);
    }
  }
}

/** The roles of a link that the filter lets through, as they are written on it. */
function rolesOf(id) {
  return [...new Set(shown.parts.get(id).map((part) => part.role))].join(", ");
}

/** How a link's line looks, given the participations that are shown: its strongest certainty, its heaviest role. */
function lineOf(id) {
  const parts = shown.parts.get(id);
  const strongest = parts.reduce((best, part) => (part.rank < best.rank ? part : best));
  const heaviest = parts.reduce((best, part) => (part.width > best.width ? part : best));
  return { dashes: strongest.dashes.length ? strongest.dashes : false, width: heaviest.width, line: heaviest.line };
}

/** The other end of a link. */
function otherEnd(linkId, nodeId) {
  const link = links.get(linkId);
  return link.from === nodeId ? link.to : link.from;
}

/** A link in a few words: actor, role, initiative. */
function linkName(id) {
  const link = links.get(id);
  return say("link_name", {
    actor: nodes.get(link.from).figure.name,
    role: rolesOf(id),
    initiative: nodes.get(link.to).figure.name,
  });
}

applyFilter({
  sector: new Set(data.keys.sector),
  role: new Set(data.keys.role),
  certainty: new Set(data.keys.certainty),
});
