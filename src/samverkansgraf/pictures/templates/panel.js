/* The panel: what is known of what is chosen, and where one can walk from it. Text goes in as text only. */

const panel = document.getElementById("chosen");

/** Make an element; what is inside it is text or elements, never markup. */
function make(name, settings = {}, ...inside) {
  const element = document.createElement(name);
  const { className, lang, onclick } = settings;
  if (className) element.className = className;
  if (lang) element.lang = lang;
  if (onclick) {
    element.type = "button";
    element.addEventListener("click", onclick);
  }
  element.append(...inside);
  return element;
}

const own = (text) => make("span", { className: "own", lang: data.ownLanguage }, text);

function factList(facts) {
  const list = make("dl");
  for (const [term, values, isOwn] of facts) {
    list.append(make("dt", {}, term));
    for (const value of values) list.append(make("dd", {}, isOwn ? own(value) : value));
  }
  return list;
}

function proof(item) {
  const box = make("div", { className: "proof" });
  box.append(
    item.quote === null
      ? make("p", { className: "missing" }, texts.no_quote)
      : make("p", { className: "quote" }, make("q", { lang: data.ownLanguage }, item.quote)),
    factList(item.facts),
  );
  return box;
}

function heading(text) {
  const element = make("h3", {}, own(text));
  element.tabIndex = -1;
  return element;
}

const closeButton = () => make("button", { onclick: () => { chooseNothing(); leavePanel(); } }, texts.close);

/** Give the panel its room beside the picture, or give it back. */
function openPanel(isOpen) {
  if (panel.parentElement.hidden === !isOpen) return;
  panel.parentElement.hidden = !isOpen;
  network.setSize("100%", "100%");
}

function fillPanel(...inside) {
  panel.replaceChildren(...inside);
  openPanel(true);
  panel.parentElement.scrollTop = 0;
}

function firstQuote(id) {
  for (const part of shownParts(id)) {
    for (const item of part.evidence) if (item.quote !== null) return item.quote;
  }
  return null;
}

/** One link of the chosen node: the neighbour to walk to, the role, the phrase, the way to all evidence. */
function linkItem(id, from) {
  const neighbour = otherEnd(id, from);
  const name = nodes.get(neighbour).figure.name;
  const quote = firstQuote(id);
  const walk = make("button", { onclick: () => chooseNode(neighbour, { toPanel: true }) }, own(name));
  const evidence = make("button", { onclick: () => chooseLink(id, from, { toPanel: true }) }, texts.show_evidence);
  evidence.setAttribute("aria-label", `${texts.show_evidence}: ${linkName(id)}`);
  walk.setAttribute("aria-label", say("go_to", { label: name }));
  const item = make("li", {}, walk, make("p", {}, `${rolesOf(id)} (${certaintiesOf(id)})`));
  if (quote !== null) item.append(make("p", {}, make("q", { lang: data.ownLanguage }, quote)));
  item.append(evidence);
  return item;
}

function showNode(id) {
  const about = aboutOf(id);
  const all = linksOf.get(id);
  const visible = all.filter((link) => shown.links.has(link));
  const inside = [heading(nodes.get(id).figure.name), factList(about.facts)];
  if (about.evidence.length) inside.push(make("h4", {}, texts.evidence_of), ...about.evidence.map(proof));
  inside.push(make("h4", {}, texts.links_of));
  if (all.length === 0) inside.push(make("p", {}, texts.no_links));
  const list = make("ul", { className: "plain" });
  list.append(...visible.map((link) => linkItem(link, id)));
  inside.push(list);
  if (visible.length < all.length) {
    inside.push(make("p", { className: "missing" }, `${counted("count_links", all.length - visible.length)} ${texts.hidden_by_filter}`));
  }
  inside.push(closeButton());
  fillPanel(...inside);
}

function showLink(id) {
  const link = links.get(id);
  const inside = [heading(linkName(id))];
  for (const part of shownParts(id)) {
    inside.push(factList([[texts.role, [part.role], false], [texts.certainty, [part.certainty], false], ...part.facts]));
    inside.push(make("h4", {}, texts.evidence));
    if (part.evidence.length === 0) inside.push(make("p", { className: "missing" }, texts.no_evidence));
    inside.push(...part.evidence.map(proof));
  }
  for (const end of [link.from, link.to]) {
    const name = nodes.get(end).figure.name;
    inside.push(make("button", { onclick: () => chooseNode(end, { toPanel: true }) }, say("go_to", { label: name })));
  }
  inside.push(closeButton());
  fillPanel(...inside);
}

function showNothing() {
  if (panel.contains(document.activeElement)) place.focus();
  panel.replaceChildren();
  openPanel(false);
}

function focusPanel() {
  panel.querySelector("h3")?.focus();
}
