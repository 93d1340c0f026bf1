/* Tables of a large network: rows are made as they are asked for, from the same data. */

const ROWS = 100;

/** The words of a fact. */
const factWords = ([term, values]) => `${term}: ${values.join("; ")}`;
const proofWords = ({ quote, facts }) => `${quote === null ? texts.no_quote : `”${quote}”`} ${facts.map(factWords).join(". ")}`;

const longTables = {
  actors: {
    rows: () => order.filter((id) => shown.nodes.has(id) && nodes.get(id).figure.kind === "actor"),
    cells: nodeCells,
  },
  initiatives: {
    rows: () => order.filter((id) => shown.nodes.has(id) && nodes.get(id).figure.kind === "initiative"),
    cells: nodeCells,
  },
  participations: {
    rows: () => [...shown.links].flatMap((id) => shownParts(id).map((part) => [id, part])),
    cells: ([id, part]) => [
      nodes.get(links.get(id).from).figure.name,
      part.role,
      nodes.get(links.get(id).to).figure.name,
      [part.certainty, ...part.facts.map(factWords)].join("; "),
      part.evidence.map(proofWords).join("; ") || texts.no_evidence,
    ],
  },
};

function nodeCells(id) {
  const own = linksOf.get(id).filter((link) => shown.links.has(link));
  return [
    nodes.get(id).figure.name,
    aboutOf(id).facts.map(factWords).join(". "),
    own.map((link) => `${nodes.get(otherEnd(link, id)).figure.name}, ${rolesOf(link)}`).join("; ") || texts.no_links,
  ];
}

/** Fill a table with the first rows, as many as have been asked for. */
function fillLong(name) {
  const long = longTables[name];
  const table = document.getElementById(name);
  if (!long.all) {
    long.all = long.rows();
    if (long.sort) {
      const { column, falling } = long.sort;
      const keyed = long.all.map((row) => [long.cells(row)[column], row]);
      keyed.sort(([a], [b]) => (falling ? compare(b, a) : compare(a, b)));
      long.all = keyed.map(([, row]) => row);
    }
  }
  const body = table.tBodies[0];
  body.replaceChildren(...long.all.slice(0, long.shown).map((row) => {
    const line = make("tr");
    long.cells(row).forEach((words, column) => {
      const cell = make(column === 0 ? "th" : "td", {}, words);
      if (column === 0) cell.scope = "row";
      line.append(cell);
    });
    return line;
  }));
  document.getElementById(`${name}-shown`).textContent = say("rows_shown", { shown: grouped(Math.min(long.shown, long.all.length)), all: grouped(long.all.length) });
  document.getElementById(`${name}-more`).hidden = long.shown >= long.all.length;
}

/** The tables anew, after a filter; while nobody looks at them they wait. */
function refillLong() {
  for (const [name, long] of Object.entries(longTables)) {
    Object.assign(long, { all: null, shown: ROWS });
    if (long.isSeen) fillLong(name);
  }
}

function sortLong(name, column, falling) {
  Object.assign(longTables[name], { sort: { column, falling }, all: null, shown: ROWS });
  fillLong(name);
}

function longRows(name) {
  fillLong(name);
  return longTables[name].all.map(longTables[name].cells);
}

if (data.groups) {
  for (const [name, long] of Object.entries(longTables)) {
    long.shown = ROWS;
    document.getElementById(`${name}-more`).addEventListener("click", () => {
      long.shown += ROWS;
      fillLong(name);
    });
    new IntersectionObserver(([entry], observer) => {
      if (!entry.isIntersecting) return;
      long.isSeen = true;
      observer.disconnect();
      fillLong(name);
    }).observe(document.getElementById(name));
  }
}
