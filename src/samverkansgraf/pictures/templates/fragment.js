/*
 * The state of the page stands in its address, after #: what is chosen, what is hidden. A link with it can be shared,
 * and the browser's back button goes back. Names there are those of the data (actor/polisen), not of this file.
 */

const nodeOf = new Map(Object.entries(data.refs).map(([id, ref]) => [ref, id]));
let written = "";

/** The link between two nodes given by their names in an address. */
function linkOf(refs) {
  const [from, to] = refs.map((ref) => nodeOf.get(ref));
  return linksOf.get(from)?.find((id) => links.get(id).to === to) ?? null;
}

/** The state as it is written in the address. */
function fragment() {
  const parts = [];
  if (chosen.path) parts.push(`path=${data.refs[chosen.path.nodes[0]]},${data.refs[chosen.path.nodes.at(-1)]}`);
  else if (chosen.link) {
    const link = links.get(chosen.link);
    parts.push(`link=${data.refs[link.from]},${data.refs[link.to]}`);
  } else if (chosen.node) parts.push(`node=${data.refs[chosen.node]}`);
  else if (open !== null || chosen.group !== null) {
    parts.push(`${open === null ? "group" : "open"}=${groups.get(open ?? chosen.group).ref}`);
  }
  for (const [name, keys] of Object.entries(hiddenKeys())) {
    if (keys.length) parts.push(`hide.${name}=${keys.join(",")}`);
  }
  const years = chosenYears();
  if (years) parts.push(`years=${years.join(",")}`);
  if (isChanceOnly()) parts.push("chance=1");
  if (chosen.step !== null) parts.push(`step=${chosen.step + 1}`);
  return parts.join("&");
}

/** Write the state into the address; as a step to come back to, unless the hand is still moving. */
function remember({ replace = false } = {}) {
  const now = fragment();
  if (now === written) return;
  written = now;
  history[replace ? "replaceState" : "pushState"](null, "", `#${now}`);
}

/** Show the state that an address tells of; what it names and this page has not is passed over. */
function recall(text) {
  const parts = new Map(text.split("&").filter(Boolean).map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at), part.slice(at + 1).split(",")];
  }));
  setFilters({
    hidden: Object.fromEntries(Object.keys(data.keys).map((name) => [name, new Set(parts.get(`hide.${name}`) ?? [])])),
    years: parts.get("years")?.map(Number) ?? null,
    chance: parts.has("chance"),
  });
  const quiet = { remembered: false };
  const step = Number(parts.get("step")?.[0] ?? NaN) - 1;
  chosen.step = data.story !== null && data.story[step] !== undefined ? step : null;
  showStep();
  const path = parts.get("path")?.map((ref) => nodeOf.get(ref));
  const node = nodeOf.get(parts.get("node")?.[0]);
  const link = parts.has("link") ? linkOf(parts.get("link")) : null;
  if (path?.length === 2 && path.every(Boolean)) choosePath(...path, quiet);
  else if (link && shown.links.has(link)) chooseLink(link, links.get(link).from, quiet);
  else if (node && shown.nodes.has(node)) chooseNode(node, quiet);
  else {
    const [inside, beside] = ["open", "group"].map((name) => [...groups.values()].find(({ ref }) => ref === parts.get(name)?.[0]));
    if (inside) openGroup(inside.id, quiet);
    else {
      if (data.groups && !isOverview()) closeGroup(quiet);
      chooseNothing(quiet);
      if (beside) chooseGroup(beside.id, quiet);
    }
  }
  if (chosen.step !== null) showStop();
  written = text;
}

/** A part of the page (#tables) is no state of the picture. */
const isState = (text) => text === "" || text.includes("=");

window.addEventListener("popstate", () => {
  const text = location.hash.slice(1);
  if (isState(text) && text !== written) recall(text);
});
