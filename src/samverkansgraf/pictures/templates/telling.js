/* What a screen reader is told.
 *
 * The picture is a tree whose first level is nodes and whose second is the chosen node's links; only the item that is
 * chosen is in it. Readers speak an item when it becomes the active one, so two of them take turns. Their words are
 * names, not text, and only the next one's are changed: what else changes in the tree is spoken as well.
 * (A focused `application` is passed over in silence by Orca, which then keeps the arrow keys to itself.)
 */

const announcer = document.getElementById("announcer");

/** Tell by the live region; the same words twice are told twice. */
function announce(words) {
  announcer.textContent = announcer.textContent === words ? `${words}\u00a0` : words;
}

const marks = ["picture-one", "picture-other"].map((id) => {
  const mark = make("div", { className: "unseen" });
  mark.id = id;
  mark.setAttribute("role", "treeitem");
  place.append(mark);
  return mark;
});

/** Make an item the active one. */
function setMark(words, { level = 1, at = 1, of = 1 }) {
  const [mark] = marks.reverse();
  const settings = { label: words, level, posinset: at, setsize: of };
  for (const [name, value] of Object.entries(settings)) mark.setAttribute(`aria-${name}`, value);
  place.setAttribute("aria-activedescendant", mark.id);
}

/** Tell what is chosen: in the picture by its item; from elsewhere by the live region, unless the focus moves there. */
function tellChosen(words, position, { moves = false } = {}) {
  setMark(words, position);
  if (document.activeElement !== place && !moves) announce(words);
}

/** Tell that nothing is chosen, and a reader who is yet to come to the picture which keys there are. */
function tellNothing() {
  const help = document.activeElement === place ? "" : ` ${document.getElementById("keys").textContent}`;
  setMark(texts.chosen_cleared + help, {});
}
tellNothing();
