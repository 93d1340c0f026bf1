/* What the page holds and what of it is shown. All of it is data: it is compared and written, never run. */

const data = JSON.parse(document.getElementById("network-data").textContent);
const texts = data.texts;
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
/* Of a large network the links are pairs only. */
const edges = data.edges.map((edge, at) => (Array.isArray(edge) ? { id: `e${at}`, from: edge[0], to: edge[1] } : edge));
const links = new Map(edges.map((edge) => [edge.id, edge]));
const order = data.nodes.map((node) => node.id);
const linksOf = new Map(order.map((id) => [id, []]));
for (const link of edges) {
  linksOf.get(link.from).push(link.id);
  linksOf.get(link.to).push(link.id);
}

/** Fill a text's braces; braces within the values stay as they are. */
function say(key, values = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A count with its thousands set apart where it has five digits or more. */
function grouped(number) {
  const between = document.documentElement.lang === "sv" ? "\u00a0" : ",";
  return number < 10_000 ? String(number) : String(number).replace(/\B(?=(\d{3})+$)/g, between);
}

/** A count in words that agree with it. */
function counted(key, number) {
  return number === 1 ? texts[`${key}_one`] : say(key, { n: grouped(number) });
}

/** Fold case and accents away, so that "backby" finds "Bäckby". */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/* What the filters let through. */
const shown = { nodes: new Set(order), links: new Set(links.keys()) };

/* Facts and evidence are written once and known by their numbers; they are unpacked where they are needed. */
const factsOf = (numbers) => numbers.map((at) => [data.terms[data.facts[at][0]], data.facts[at][1], Boolean(data.facts[at][2])]);
const proofsOf = (numbers) => numbers.map((at) => ({ quote: data.proofs[at][0], facts: factsOf(data.proofs[at][1]) }));

/** What is known of a node. */
function aboutOf(id) {
  const { summary, facts = [], evidence = [] } = data.about[id];
  return { summary, facts: factsOf(facts), evidence: proofsOf(evidence) };
}

/** One participation of a link. */
class Part {
  constructor([roleKey, certaintyKey, facts, proofs, years = [null, null]]) {
    const { name, width, line } = data.roles[roleKey];
    const certainty = data.certainties[certaintyKey];
    Object.assign(this, { roleKey, role: name, width, line, certaintyKey, certainty: certainty.name, years });
    Object.assign(this, { rank: certainty.rank, dashes: certainty.dashes, packed: [facts, proofs] });
  }
  get facts() { return factsOf(this.packed[0]); }
  get evidence() { return proofsOf(this.packed[1]); }
}

/** The participations of a link. */
const unpacked = new Map();
function partsOf(id) {
  if (!unpacked.has(id)) unpacked.set(id, data.parts[Number(id.slice(1))].map((part) => new Part(part)));
  return unpacked.get(id);
}

/** A node's names, folded, as they are searched for. */
const foldedNames = new Map();
function namesOf(id) {
  if (!foldedNames.has(id)) foldedNames.set(id, [nodes.get(id).figure.name, ...(data.about[id].aliases ?? [])].map(folded));
  return foldedNames.get(id);
}

/** For each actor, those it shares more initiatives with than chance gives. */
const beyondChance = new Map();
for (const [a, b] of data.beyondChance ?? []) {
  for (const [one, other] of [[a, b], [b, a]]) {
    if (!beyondChance.has(one)) beyondChance.set(one, new Set());
    beyondChance.get(one).add(other);
  }
}

/** Whether something may have gone on in a period: what is not dated may always have. */
function isWithin([start, end], period) {
  return period === null || ((start === null || start <= period[1]) && (end === null || end >= period[0]));
}

/** Whether a participation passes the filter, from its packed form: there may be a hundred thousand of them. */
let passesPart = () => true;

/** The participations of a link that the filter lets through. */
const shownParts = (id) => partsOf(id).filter((_, at) => passesPart(data.parts[Number(id.slice(1))][at]));

/** Recompute what is shown from the ticked keys, a period (null: all of it) and whether only ties beyond chance are. */
function applyFilter(ticked, period, chanceOnly) {
  const passes = (name, key) => key === null || ticked[name].has(key);
  const passesAny = (name, all) => all === null || all.some((key) => ticked[name].has(key));
  const isWhole = (name) => ticked[name].size === data.keys[name].length;
  passesPart = isWhole("role") && isWhole("certainty") && period === null
    ? () => true
    : ([role, certainty, , , years = [null, null]]) =>
      passes("role", role) && passes("certainty", certainty) && isWithin(years, period);
  shown.links.clear();
  shown.nodes.clear();
  const allowed = new Set();
  for (const [id, { figure }] of nodes) {
    if (passes("sector", figure.sector) && passesAny("district", figure.places) && passesAny("theme", figure.themes)) allowed.add(id);
  }
  edges.forEach((link, at) => {
    if (allowed.has(link.from) && allowed.has(link.to) && data.parts[at].some(passesPart)) shown.links.add(link.id);
  });
  if (chanceOnly) keepBeyondChance();
  for (const id of allowed) {
    const own = linksOf.get(id);
    if ((own.length === 0 && !chanceOnly) || own.some((link) => shown.links.has(link))) shown.nodes.add(id);
  }
}

/** Keep only links of actors that meet, in that initiative, one with whom they share more than chance gives. */
function keepBeyondChance() {
  for (const id of order) {
    if (nodes.get(id).figure.kind !== "initiative") continue;
    const own = linksOf.get(id).filter((link) => shown.links.has(link));
    const there = own.map((link) => links.get(link).from);
    for (const link of own) {
      const partners = beyondChance.get(links.get(link).from);
      if (!partners || !there.some((actor) => partners.has(actor))) shown.links.delete(link);
    }
  }
}

/** The roles of a link that the filter lets through, as they are written on it. */
function rolesOf(id) {
  return [...new Set(shownParts(id).map((part) => part.role))].join(", ");
}

/** How certain a link is, in words. */
function certaintiesOf(id) {
  return [...new Set(shownParts(id).map((part) => part.certainty))].join(", ");
}

/** Where a link's words stand. */
function middleOf(id) {
  const { figure, from, to } = links.get(id);
  if (figure) return figure;
  const [a, b] = [nodes.get(from), nodes.get(to)];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** How a link's line looks, given the participations that are shown: its strongest certainty, its heaviest role. */
function lineOf(id) {
  const parts = shownParts(id);
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

