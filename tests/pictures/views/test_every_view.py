"""What holds for every view: its links lead to its rows, its words are harmless, and it is the same each time."""

import re
from io import BytesIO
from xml.etree import ElementTree as ET

import docx as python_docx
import pytest
from pypdf import PdfReader
from tests.documents.reading_pdf import addresses, named

from samverkansgraf.documents.blocks import Figure, Table
from samverkansgraf.documents.html import html
from samverkansgraf.documents.markdown import markdown
from samverkansgraf.documents.pdf import pdf
from samverkansgraf.documents.word import docx
from samverkansgraf.pictures.views import VIEWS, picture_of

NAMES = ("heatmap", "timeline", "matrix", "removal")
SVG = "{http://www.w3.org/2000/svg}"
read = ET.fromstring
LANGUAGES = ("sv", "en")


def _figure(document):
    return next(one for section in document.sections for one in section.blocks if isinstance(one, Figure))


def _tables(document):
    return [one for section in document.sections for one in section.blocks if isinstance(one, Table)]


def _links(svg):
    return list(read(svg).iter(f"{SVG}a"))


def test_the_views_can_be_asked_for_by_name():
    assert set(NAMES) <= set(VIEWS)


@pytest.mark.parametrize("name", NAMES)
def test_each_mark_leads_to_a_row_of_its_own_page(made, name):
    document = VIEWS[name](made())
    anchors = [anchor for table in _tables(document) for anchor in table.anchors]
    links = _links(picture_of(document))
    assert links
    assert len(anchors) == len(set(anchors))
    assert {link.get("href").removeprefix("#") for link in links} <= set(anchors)
    assert all(len(table.anchors) == len(table.rows) for table in _tables(document))
    ids = re.findall(r' id="([^"]*)"', html(document))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_each_mark_is_called_by_words(made, name):
    links = _links(picture_of(VIEWS[name](made())))
    assert all(len(link.findtext(f"{SVG}title").strip()) > 5 for link in links)


@pytest.mark.parametrize("name", NAMES)
def test_no_letters_are_smaller_than_eleven_pixels(made, name):
    texts = list(read(picture_of(VIEWS[name](made()))).iter(f"{SVG}text"))
    assert min(float(one.get("font-size")) for one in texts) >= 11


@pytest.mark.parametrize("name", NAMES)
def test_what_a_view_shows_how_to_read_it_and_what_stands_for_it_differ_by_language(made, name):
    swedish, english = (VIEWS[name](made(language)) for language in LANGUAGES)
    assert swedish.title != english.title
    assert swedish.sections[0].blocks[:2] != english.sections[0].blocks[:2]
    assert _figure(swedish).alternative != _figure(english).alternative
    assert [section.name for section in swedish.sections] == ["picture", "rows", "sources"]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_names_the_commands_that_draw_it_and_give_its_figures(made, name):
    document = VIEWS[name](made(at="2021"))
    drawing = f"samverkansgraf draw --view {name} --at 2021 --as-of 2024-06-30 -o {name}.html"
    assert _figure(document).command == drawing
    assert all(table.command.startswith("samverkansgraf ") for table in _tables(document))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_input_gives_the_same_bytes(made, name):
    assert html(VIEWS[name](made())) == html(VIEWS[name](made()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_words_that_attack_are_words_in_every_format(attacked, name, language):
    document = VIEWS[name](attacked(language))
    page = html(document)
    assert "<script" not in page
    assert not re.search(r"<(img|svg)[^>]*(onerror|onload)", page)
    assert "{{ 7*7 }}" in page
    text = markdown(document)
    assert "<img" not in text
    assert "<script" not in text
    opened = python_docx.Document(BytesIO(docx(document, as_of=attacked(language).as_of)))
    assert document.title in [paragraph.text for paragraph in opened.paragraphs]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_view_as_pdf_holds_picture_rows_and_every_rule_of_pdf_ua(attacked, name, language):
    page = pytest.importorskip("page", reason="what knows the rules is not installed")
    material = attacked(language)
    document = VIEWS[name](material)
    made = pdf(document, as_of=material.as_of)
    checked = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert [(one.rule_id, one.message) for one in checked.failures] == []
    assert _figure(document).alternative in [one["/Alt"] for one in named(made, "/Figure")]
    assert len(named(made, "/Table")) == len(_tables(document))
    assert PdfReader(BytesIO(made)).metadata.title == document.title
    assert all(address.startswith("https://") for address in addresses(made))
