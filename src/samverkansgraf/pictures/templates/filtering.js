/* Filters: boxes to tick by sector, role, certainty, place and theme, a period, and ties beyond chance. */

const boxes = [...controls.querySelectorAll("input[type=checkbox][name]")];
const chance = document.getElementById("chance");
const years = data.years ? ["year-from", "year-to"].map((id) => document.getElementById(id)) : null;

/** The unticked keys of each filter. */
function hiddenKeys() {
  const hidden = Object.fromEntries(Object.keys(data.keys).map((name) => [name, []]));
  for (const box of boxes) if (!box.checked) hidden[box.name].push(box.value);
  return hidden;
}

/** The first and last year chosen; null where that is all years. */
function chosenYears() {
  if (!years) return null;
  const chosenOnes = years.map((field) => Number(field.value));
  return chosenOnes[0] === data.years[0] && chosenOnes[1] === data.years[1] ? null : chosenOnes;
}

const isChanceOnly = () => chance !== null && chance.checked;

function isShownRow({ node, link, part }) {
  if (node !== undefined) return shown.nodes.has(node);
  return shown.links.has(link) && shownParts(link).includes(partsOf(link)[Number(part)]);
}

/** What is hidden cannot stay chosen. */
function keepChosen() {
  if (chosen.link !== null && !shown.links.has(chosen.link)) chosen.link = null;
  if (chosen.node !== null && !shown.nodes.has(chosen.node)) chosen.node = null;
  const hasWay = chosen.path?.links.every((id) => shown.links.has(id)) ?? false;
  if (!hasWay) chosen.path = null;
  if (chosen.path) redraw();
  else if (open !== null && chosen.node === null) openGroup(open, { remembered: false });
  else if (chosen.node === null) chooseNothing({ remembered: false });
  else {
    redraw();
    if (chosen.link === null) showNode(chosen.node);
    else showLink(chosen.link);
  }
}

function filter() {
  const ticked = Object.fromEntries(Object.entries(data.keys).map(([name, all]) => [name, new Set(all)]));
  for (const [name, hidden] of Object.entries(hiddenKeys())) for (const key of hidden) ticked[name].delete(key);
  applyFilter(ticked, chosenYears(), isChanceOnly());
  showRows();
  keepChosen();
  const ofKind = (kind) => [...shown.nodes].filter((id) => nodes.get(id).figure.kind === kind).length;
  const everything = shown.nodes.size === nodes.size && shown.links.size === links.size;
  document.getElementById("shown").textContent = everything ? "" : say("shown", {
    actors: counted("count_actors", ofKind("actor")),
    initiatives: counted("count_initiatives", ofKind("initiative")),
    links: counted("count_links", shown.links.size),
  });
}

/** Set every filter and show what it lets through. */
function setFilters({ hidden, years: wanted, chance: only }) {
  for (const box of boxes) box.checked = !hidden[box.name].has(box.value);
  years?.forEach((field, at) => { field.value = wanted?.[at] ?? data.years[at]; });
  showYears();
  if (chance) chance.checked = only;
  filter();
}

function resetFilter() {
  setFilters({ hidden: Object.fromEntries(Object.keys(data.keys).map((name) => [name, new Set()])), years: null, chance: false });
}

function showYears() {
  years?.forEach((field) => { document.getElementById(`${field.id}-shown`).textContent = field.value; });
}

years?.forEach((field, at) => field.addEventListener("input", () => {
  const other = years[1 - at];
  if (at === 0 ? Number(field.value) > Number(other.value) : Number(field.value) < Number(other.value)) other.value = field.value;
  showYears();
  filter();
  remember({ replace: true });
}));

controls.addEventListener("change", (event) => {
  if (event.target.type !== "checkbox") return;
  filter();
  remember();
});
document.getElementById("reset").addEventListener("click", () => {
  resetFilter();
  remember();
});
