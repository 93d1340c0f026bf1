"""The two forms of a report say the same, are well formed, and nothing in a label runs."""

import base64
import hashlib
import html as html_entities
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from samverkansgraf.documents.blocks import Bullets, Fold, Part, Quote, Reference, Table, lines_of, one_line
from samverkansgraf.report import document, report

VOID = {"meta", "img", "br"}
LANGUAGES = ("sv", "en")


class _Page(HTMLParser):
    """Collects elements, text and ids, and refuses a tag that does not match."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.texts, self.skipped = [], [], [], 0
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.texts.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def text(self):
        return " ".join("".join(self.texts).split(" "))


def _markdown(text):
    return MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)


def _inline(tokens):
    for token in tokens:
        yield token
        yield from _inline(token.children or ())


def _markdown_text(text):
    shown = ("text", "code_inline", "text_special")
    return "".join(token.content for token in _inline(_markdown(text)) if token.type in shown)


def _squeezed(text):
    """Return a text without white space, which the two forms set differently."""
    return re.sub(r"\s", "", text)


def _strings(written):
    yield written.title
    for section in written.sections:
        yield section.title
        for line in lines_of(section.blocks):
            for part in line:
                if isinstance(part, Reference):
                    yield f"[{part.number}]"
                elif isinstance(part, Quote):
                    yield part.text
                elif isinstance(part, str):
                    yield part
                else:
                    yield getattr(part, "text", getattr(part, "url", ""))


def _walked(section):
    for block in section.blocks:
        yield block
        if isinstance(block, Part | Fold):
            yield from _walked(block)


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_and_markdown_hold_the_same_texts_in_the_same_order(findings, language):
    html = _squeezed(_Page(report(findings, format="html", language=language)).text())
    markdown = _squeezed(_markdown_text(report(findings, format="md", language=language)))
    at_html = at_markdown = 0
    for text in _strings(document(findings, language=language)):
        wanted = _squeezed(text)
        at_html = html.index(wanted, at_html) + len(wanted)
        at_markdown = markdown.index(wanted, at_markdown) + len(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_well_formed_and_can_be_walked(findings, language):
    text = report(findings, format="html", language=language)
    page = _Page(text)
    assert text.startswith("<!DOCTYPE html>") or text.lstrip().startswith("<!DOCTYPE html>")
    tags = [tag for tag, _, _ in page.elements]
    assert (tags.count("main"), tags.count("header"), tags.count("nav"), tags.count("h1")) == (1, 1, 1, 1)
    assert next(attrs for tag, attrs, _ in page.elements if tag == "html")["lang"] == language
    ids = [attrs["id"] for _, attrs, _ in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"] for tag, attrs, _ in page.elements if tag == "a"]
    assert all(link[1:] in ids for link in links if link.startswith("#"))
    assert links[0] == "#content"


def test_every_table_has_a_caption_and_every_heading_a_scope(findings):
    page = _Page(report(findings, format="html", language="sv"))
    tags = [tag for tag, _, _ in page.elements]
    assert tags.count("table") == tags.count("caption") > 5
    assert all(attrs.get("scope") in {"col", "row"} for tag, attrs, _ in page.elements if tag == "th")


def test_headings_step_down_one_level_at_a_time(findings):
    levels = [
        int(tag[1])
        for tag, _, _ in _Page(report(findings, format="html", language="sv")).elements
        if re.fullmatch("h[1-6]", tag)
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_holds_all_it_needs_and_allows_nothing_more(findings):
    text = report(findings, format="html", language="sv")
    style = re.search("<style>(.*?)</style>", text, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _Page(text)
    policy = next(attrs["content"] for tag, attrs, _ in page.elements if attrs.get("http-equiv"))
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _, _ in page.elements}
    assert not [attrs for _, attrs, _ in page.elements if "style" in attrs]
    assert all(
        attrs["src"].startswith("data:image/svg+xml;base64,")
        for tag, attrs, _ in page.elements
        if tag == "img"
    )


def test_phrases_in_another_language_than_the_page_say_which(findings):
    english = _Page(report(findings, format="html", language="en"))
    assert {attrs.get("lang") for tag, attrs, _ in english.elements if tag == "q"} == {"sv"}
    swedish = _Page(report(findings, format="html", language="sv"))
    assert {attrs.get("lang") for tag, attrs, _ in swedish.elements if tag == "q"} == {None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_label_is_text_in_the_page(hostile, language):
    payload, findings = hostile
    page = _Page(report(findings, format="html", language=language))
    assert not {"script", "iframe", "object", "b", "svg"} & {tag for tag, _, _ in page.elements}
    assert sum(tag == "img" for tag, _, _ in page.elements) == 1
    assert sum(tag == "style" for tag, _, _ in page.elements) == 1
    for tag, attrs, _ in page.elements:
        assert not [name for name in attrs if name.startswith("on")]
        if tag == "a":
            assert attrs["href"].startswith(("#", "https://", "http://"))
    assert _squeezed(one_line(payload)) in _squeezed(page.text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_label_is_text_in_markdown(hostile, language):
    payload, attacked = hostile
    text = report(attacked, format="md", language=language)
    tokens = list(_inline(_markdown(text)))
    assert {token.content for token in tokens if token.type.startswith("html")} <= {"<br>"}
    assert not [token for token in tokens if token.type in {"image", "em_open", "s_open"}]
    links = [token.attrs["href"] for token in tokens if token.type == "link_open"]
    assert all(link.startswith("https://doi.org/10.") for link in links)  # the works cited, and no label
    # As many headings, lists and tables as the report itself has: a label makes none.
    written = document(attacked, language=language)
    blocks = [block for section in written.sections for block in _walked(section)]
    parts = [block for block in blocks if isinstance(block, Part)]
    kinds = [token.type for token in tokens]
    assert kinds.count("heading_open") == 1 + len(written.sections) + len(parts)
    assert kinds.count("bullet_list_open") == sum(isinstance(block, Bullets) for block in blocks)
    assert kinds.count("ordered_list_open") == 1
    assert kinds.count("table_open") == sum(isinstance(block, Table) for block in blocks)
    rows = sum(len(block.rows) + 1 for block in blocks if isinstance(block, Table))
    assert kinds.count("tr_open") == rows
    assert _squeezed(one_line(payload)) in _squeezed(_markdown_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "# not a heading",
        "- not a list",
        "1. not a list",
        "1) nor this",
        "+ nor this",
        "> no quote",
        "===",
        "---",
        "[a]: /x",
        "    no code",
        "<b>",
        "&amp;",
        "a\\",
        "http://x.y",
        "~~~",
        "| a | b |",
    ],
)
def test_markdown_shows_a_text_as_it_stands(text):
    from samverkansgraf.documents.markdown import escaped

    rendered = MarkdownIt("commonmark").enable("table").render(escaped(one_line(text))).strip()
    assert rendered == f"<p>{html_entities.escape(one_line(text), quote=False)}</p>"


def test_a_command_with_backticks_stays_one_command():
    from samverkansgraf.documents.markdown import _code

    rendered = MarkdownIt("commonmark").render(_code("why '``x`'"))
    assert rendered == "<p><code>why '``x`'</code></p>\n"
