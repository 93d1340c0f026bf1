"""The report as PDF says what the page says, under the same headings, and holds the rules of PDF/UA."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.documents.reading_pdf import addresses, headings, letters, named, said
from tests.report.page_text import page_text

from samverkansgraf.documents.blocks import one_line
from samverkansgraf.report import report
from samverkansgraf.report.document import document

pytest.importorskip("typst", reason="the extra [pdf] is not installed")
LANGUAGES = ("sv", "en")


def _written(findings, form, language="sv"):
    return report(findings, format=form, language=language)


def _without_marks(text):
    """Leave out what only one of two shows: the numbers of sources, and the marks of lists."""
    return re.sub(r"\[\d+\]|•", "", letters(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_all_that_the_page_says_in_the_same_order(findings, language):
    findings = replace(findings, network_svg=None)
    read = _without_marks(said(_written(findings, "pdf", language)))
    first, *others = document(findings, language=language).sections
    assert first.name == "brief"
    for section in others:  # the list of chapters has the numbers of pages
        title = re.escape(_without_marks(section.title))
        read = re.sub(rf"({title})\d+", r"\1", read, count=1)
    assert read == _without_marks("".join(page_text(_written(findings, "html", language)).words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_those_of_the_page_by_level(findings, language):
    page = page_text(_written(findings, "html", language))
    assert headings(_written(findings, "pdf", language)) == [
        (tag, text.strip()) for tag, text in page.headings
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_pdf_ua_holds_for_the_report(findings, language):
    page = pytest.importorskip("page", reason="what knows the rules is not installed")
    checked = page.validate_pdf_bytes(
        _written(findings, "pdf", language), profile=page.ValidationProfile.PDF_UA_1
    )
    assert [(one.rule_id, one.message) for one in checked.failures] == []
    assert checked.is_compliant


def test_the_list_of_chapters_and_the_references_lead_somewhere(findings):
    made = _written(findings, "pdf")
    root = PdfReader(BytesIO(made)).root_object
    (contents,) = [one for one in named(made, "/TOC") if one["/P"]["/S"] != "/TOC"]
    assert contents
    notes = [note.get_object() for page in PdfReader(BytesIO(made)).pages for note in page.get("/Annots", ())]
    inside = [note for note in notes if "/Dest" in note or "/D" in note.get("/A", {})]
    assert len(inside) > len(document(findings, language="sv").sections)
    assert root["/Outlines"]["/Count"]


def test_hostile_labels_are_text_and_no_address_of_theirs_is_a_link(hostile):
    payload, findings = hostile
    made = _written(findings, "pdf")
    assert all(address.startswith(("http://", "https://")) for address in addresses(made))
    assert letters(one_line(payload)) in letters(said(made))


def test_the_same_report_has_the_same_bytes(findings):
    assert _written(findings, "pdf") == _written(findings, "pdf")
