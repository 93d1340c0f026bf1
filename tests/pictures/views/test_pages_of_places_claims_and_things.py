"""What holds for each page of the map, the claims, the cards and the multiples: links, languages, bytes, hostile words."""

import importlib.util
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from samverkansgraf.city import open_city
from samverkansgraf.documents.html import html
from samverkansgraf.documents.markdown import markdown
from samverkansgraf.documents.word import docx
from samverkansgraf.errors import UsageError
from samverkansgraf.pictures.views import picture_of, view_named

ROOT = Path(__file__).parents[3]
DAY = date(2026, 1, 1)
#: View -> the project it is drawn of, and what it is given besides.
DRAWN = {
    "map": ("tests/projects/lillkoping", {}),
    "claims": ("tests/projects/debate", {}),
    "cards": ("tests/projects/lillkoping", {}),
    "multiples": ("tests/projects/lillkoping", {"at": "2017", "beside_at": "2022"}),
}
CASES = [(view, language) for view in DRAWN for language in ("sv", "en")]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def documents():
    cities = {folder: open_city(ROOT / folder) for folder, _ in DRAWN.values()}
    return {
        (view, language): cities[DRAWN[view][0]].view(view, as_of=DAY, language=language, **DRAWN[view][1])
        for view, language in CASES
    }


class _Page(HTMLParser):
    """The ids of a page, where its links lead, and its elements."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.elements, self.attributes = [], [], set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.elements.add(tag)
        self.attributes |= given.keys()
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])


@pytest.mark.parametrize(("view", "language"), CASES)
def test_every_link_of_a_page_leads_to_one_place_on_it(documents, view, language):
    page = _Page(html(documents[view, language]))
    assert not [name for name, times in Counter(page.ids).items() if times > 1]
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert inside
    assert set(inside) <= set(page.ids)


@pytest.mark.parametrize(("view", "language"), CASES)
def test_the_picture_of_a_view_is_svg_with_letters_of_11_pixels_or_more(documents, view, language):
    root = ET.fromstring(picture_of(documents[view, language]))  # noqa: S314 - our own drawing
    assert root.find(f"{SVG}title").text
    sizes = [float(text.get("font-size")) for text in root.iter(f"{SVG}text")]
    assert sizes
    assert min(sizes) >= 11


@pytest.mark.parametrize(("view", "language"), CASES)
def test_nothing_of_a_picture_lies_outside_it(documents, view, language):
    root = ET.fromstring(picture_of(documents[view, language]))  # noqa: S314 - our own drawing
    width, height = float(root.get("width")), float(root.get("height"))
    for text in root.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x")) <= width
        assert 0 < float(text.get("y")) <= height


@pytest.mark.parametrize("view", DRAWN)
def test_the_same_graph_gives_the_same_bytes(documents, view):
    folder, given = DRAWN[view]
    again = open_city(ROOT / folder).view(view, as_of=DAY, language="sv", **given)
    assert html(again) == html(documents[view, "sv"])


@pytest.mark.parametrize("view", DRAWN)
def test_a_page_holds_no_script(documents, view):
    page = _Page(html(documents[view, "sv"]))
    assert "script" not in page.elements
    assert not [name for name in page.attributes if name.startswith("on")]


@pytest.mark.parametrize("view", DRAWN)
def test_swedish_and_english_have_the_same_parts_in_other_words(documents, view):
    sv, en = documents[view, "sv"], documents[view, "en"]
    assert [section.name for section in sv.sections] == [section.name for section in en.sections]
    assert sv.title != en.title


@pytest.mark.parametrize("view", DRAWN)
def test_what_the_picture_shows_stands_in_markdown_and_word_too(documents, view):
    document = documents[view, "sv"]
    figure = next(b for s in document.sections for b in s.blocks if type(b).__name__ == "Figure")
    assert figure.alternative.split()[0] in markdown(document)
    assert docx(document, as_of=DAY)[:2] == b"PK"


def test_multiples_without_another_date_or_graph_are_refused_with_what_to_give():
    with pytest.raises(UsageError, match="--beside-at"):
        open_city(ROOT / "tests/projects/lillkoping").view("multiples", as_of=DAY)


# Hostile words


def _module(name):
    spec = importlib.util.spec_from_file_location(f"views_{name}", Path(__file__).parents[1] / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("view", "language"), CASES)
def test_hostile_words_are_text_in_every_format(view, language):
    hostile = _module("hostile")
    document = view_named(view)(_module("hostile_places").material_of(view, hostile, language))
    page = _Page(html(document))
    allowed = {"script", "img", "style"}
    assert page.elements & allowed <= {"style"}
    assert not [name for name in page.attributes if name.startswith("on")]
    assert all(re.fullmatch(r"#[a-z0-9-]+", link) for link in page.links)
    assert hostile.PAYLOADS[0] in re.sub("&lt;", "<", re.sub("&gt;", ">", html(document)))
    for element in ET.fromstring(picture_of(document)).iter():  # noqa: S314 - our own drawing
        assert element.tag.removeprefix(SVG) not in {"script", "image", "foreignObject", "style"}
        assert element.get("href", "#").startswith("#")
    # What stands between back ticks is shown as it is.
    assert "<img" not in re.sub(r"(`+).*?\1", "", markdown(document))
    assert docx(document, as_of=DAY)[:2] == b"PK"
