/* The tables: rows follow the filter, columns sort, and what is shown can be taken along as CSV. */

const rows = [...document.querySelectorAll("tr[data-node], tr[data-link]")];

function showRows() {
  if (data.groups) refillLong();
  for (const row of rows) row.hidden = !isShownRow(row.dataset);
}

const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

/** A cell's words: the items of lists and paragraphs one after the other. */
function wordsOf(cell) {
  const pieces = [...cell.querySelectorAll("li, p")];
  const texts = pieces.length ? pieces.map((piece) => piece.textContent) : [cell.textContent];
  return texts.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean).join("; ");
}

/** Sort a table by a column, the other way round the second time; equal rows keep their order. */
function sortBy(table, header, column) {
  const falling = header.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", falling ? "descending" : "ascending");
  if (data.groups) sortLong(table.id, column, falling);
  else sortRows(table.tBodies[0], column, falling);
  announce(say(falling ? "sorted_down" : "sorted_up", { column: header.textContent.trim() }));
}

function sortRows(body, column, falling) {
  const sorted = [...body.rows].map((row) => [wordsOf(row.cells[column]), row]);
  sorted.sort(([a], [b]) => (falling ? compare(b, a) : compare(a, b)));
  body.append(...sorted.map(([, row]) => row));
}

/** A cell of a CSV file; a spreadsheet must not take words for a formula. */
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of a table that are shown, as CSV in UTF-8 with the mark that spreadsheets want. */
function csvOf(table) {
  const words = (row) => [...row.cells].map(wordsOf);
  const body = data.groups ? longRows(table.id) : [...table.tBodies[0].rows].filter((row) => !row.hidden).map(words);
  const lines = [words(table.tHead.rows[0]), ...body].map((cells) => cells.map(csvCell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

for (const table of document.querySelectorAll("#tables table")) {
  [...table.tHead.rows[0].cells].forEach((header, column) => {
    const button = make("button", { onclick: () => sortBy(table, header, column) }, ...header.childNodes);
    button.className = "sorter";
    header.append(button);
  });
}
for (const button of document.querySelectorAll("button[data-csv]")) {
  const table = document.getElementById(button.dataset.csv);
  button.addEventListener("click", () => save(`${button.dataset.csv}.csv`, new Blob([csvOf(table)], { type: "text/csv" })));
}
