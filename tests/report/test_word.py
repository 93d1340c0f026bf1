"""The Word document says what the page says, in real headings, tables and links."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from tests.report.page_text import page_text

from samverkansgraf.documents.blocks import Cell, Document, Figure, Paragraph, Section, Table, one_line
from samverkansgraf.documents.word import docx as word
from samverkansgraf.errors import UsageError
from samverkansgraf.report import report
from samverkansgraf.report.document import CHAPTERS, document

HEADINGS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2"}


def _opened(data):
    return docx.Document(BytesIO(data))


def _said(data):
    """Return all that a Word document says, in reading order."""
    return "".join(
        "\n" if one.tag == qn("w:p") else one.text or ""
        for one in _opened(data).element.body.iter(qn("w:p"), qn("w:t"))
    )


def _letters(text):
    """Return a text without white space: a page breaks lines where a document does not."""
    return re.sub(r"\s+", "", text)


def _written(findings, form, language="sv", **options):
    return report(findings, format=form, language=language, **options)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_document_says_all_that_the_page_says_in_the_same_order(findings, language):
    findings = replace(findings, network_svg=None)
    page = page_text(_written(findings, "html", language))
    said = _letters(_said(_written(findings, "docx", language)))
    # The list of sources bears its numbers as text in the one, as markers in the other.
    said = re.sub(r"\[\d+\]", "", said)
    assert said == re.sub(r"\[\d+\]", "", _letters("".join(page.words)))


def test_headings_are_those_of_the_page_by_level(findings):
    page = page_text(_written(findings, "html"))
    found = [
        (paragraph.style.name, paragraph.text)
        for paragraph in _opened(_written(findings, "docx")).paragraphs
        if paragraph.style.name in HEADINGS.values()
    ]
    assert found == [(HEADINGS[tag], text.strip()) for tag, text in page.headings]


def test_every_link_inside_the_document_has_somewhere_to_go(findings):
    body = _opened(_written(findings, "docx")).element.body
    names = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    anchors = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}
    assert anchors
    assert anchors <= set(names)
    assert len(names) == len(set(names))


def test_every_table_has_a_header_row_that_is_repeated(findings):
    tables = _opened(_written(findings, "docx")).tables
    assert tables
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_same_report_has_the_same_bytes_and_names_nobody_as_its_author(findings):
    first, second = (_written(findings, "docx") for _ in range(2))
    assert first == second
    properties = _opened(first).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.created.date() == findings.as_of
    assert properties.language == "sv-SE"


def test_swedish_phrases_in_an_english_document_are_marked_as_swedish(findings):
    body = _opened(_written(findings, "docx", "en")).element.body
    marked = [run for run in body.iter(qn("w:lang")) if run.get(qn("w:val")) == "sv-SE"]
    assert marked
    swedish = _opened(_written(findings, "docx", "sv")).element.body
    assert not list(swedish.iter(qn("w:lang")))


def test_hostile_labels_are_text_and_no_address_of_theirs_is_a_link(hostile):
    payload, findings = hostile
    data = _written(findings, "docx")
    with ZipFile(BytesIO(data)) as package:
        relations = package.read("word/_rels/document.xml.rels").decode()
    targets = re.findall(r'Target="([^"]+)" TargetMode="External"', relations)
    assert all(target.startswith(("http://", "https://")) for target in targets)
    assert _letters(one_line(payload)) in _letters(_said(data))


def test_what_no_xml_can_hold_is_left_out_and_the_rest_stands(findings):
    section = Section("brief", "I korthet", (Paragraph(("före\x00\x0b\ufffeefter",)),))
    made = Document(language="sv", title="T\x01itel", about=(), sections=(section,))
    assert "Titel" in _said(word(made, as_of=findings.as_of))
    assert "föreefter" in _said(word(made, as_of=findings.as_of))


def test_a_picture_bears_the_words_that_stand_for_it(findings):
    pytest.importorskip("vl_convert")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"><rect width="9" height="9"/></svg>'
    figure = Figure(svg=svg, caption="Bild", alternative="En ruta på vit grund.")
    made = Document(language="sv", title="T", about=(), sections=(Section("picture", "Bild", (figure,)),))
    shapes = _opened(word(made, as_of=findings.as_of)).inline_shapes
    assert [shape._inline.docPr.get("descr") for shape in shapes] == ["En ruta på vit grund."]


def test_a_template_gives_its_styles_and_keeps_what_it_holds(findings, tmp_path):
    template = docx.Document()
    template.add_paragraph("Kommunens försättsblad")
    template.styles["Heading 1"].font.name = "Garamond"
    template.save(tmp_path / "mall.docx")
    made = _opened(_written(findings, "docx", template=tmp_path / "mall.docx"))
    assert made.paragraphs[0].text == "Kommunens försättsblad"
    assert made.styles["Heading 1"].font.name == "Garamond"


def test_a_template_that_is_no_word_document_is_named(findings, tmp_path):
    (tmp_path / "mall.docx").write_text("ingen mall")
    with pytest.raises(
        UsageError, match=r"mall\.docx: cannot be read as a template; save it as a Word document"
    ):
        _written(findings, "docx", template=tmp_path / "mall.docx")


def test_sections_choose_chapters_and_the_sources_stay(findings):
    chosen = document(findings, language="sv", sections=["coverage", "brief"])
    assert [section.name for section in chosen.sections] == ["brief", "coverage", "sources"]
    every = document(findings, language="sv")
    assert {section.name for section in every.sections} <= set(CHAPTERS)


def test_a_section_that_is_not_there_is_named_beside_those_that_are(findings):
    with pytest.raises(UsageError, match="no section 'täckning'; there are brief, holdings"):
        document(findings, language="sv", sections=["täckning"])


def _table(columns, *rows):
    return Table("Tabell", columns, tuple(tuple(Cell(((text,),)) for text in row) for row in rows))


def _widths(made):
    return [column.w for column in made._tbl.tblGrid.gridCol_lst]


def test_columns_are_as_wide_as_their_words_need_and_together_as_the_page(findings):
    table = _table(
        ("Aktör", "Antal", "Citat"), ("Bostads AB Mimer", "2", "ord " * 30), ("IKEA", "13", "ord " * 12)
    )
    section = Section("brief", "I korthet", (table,))
    made = _opened(
        word(Document(language="sv", title="T", about=(), sections=(section,)), as_of=findings.as_of)
    )
    page = made.sections[0]
    found = made.tables[0]
    actor, number, phrase = _widths(found)
    assert actor + number + phrase == pytest.approx(
        page.page_width - page.left_margin - page.right_margin, rel=1e-3
    )
    assert number < actor < phrase
    assert number < 0.15 * phrase  # not a third of the page for a number
    assert [cell.width for cell in found.rows[1].cells] == [actor, number, phrase]


def _many_columns(findings, **options):
    table = _table(tuple(f"Förskolenämnden{n}" for n in range(12)), ("x",) * 12)
    after = Paragraph(("Efter tabellen.",))
    section = Section("brief", "I korthet", (table, after))
    made = Document(language="sv", title="T", about=(), sections=(section,))
    return _opened(word(made, as_of=findings.as_of, **options))


def test_many_columns_share_a_turned_page_by_their_words_and_none_leaves_it(findings):
    made = _many_columns(findings)
    before, page, after = made.sections
    assert page.page_width == before.page_height == after.page_height
    assert page.page_height == before.page_width == after.page_width
    assert [one.orientation for one in made.sections] == [
        WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE, WD_ORIENTATION.PORTRAIT,
    ]  # fmt: skip
    found = _widths(made.tables[0])
    assert sum(found) == pytest.approx(page.page_width - page.left_margin - page.right_margin, rel=1e-3)
    assert max(found) - min(found) < 0.1 * max(found)
    assert next(iter(after.iter_inner_content())).text == "Efter tabellen."


def test_a_template_whose_pages_lie_is_not_turned(findings, tmp_path):
    template = docx.Document()
    page = template.sections[0]
    page.page_width, page.page_height = page.page_height, page.page_width
    template.save(tmp_path / "mall.docx")
    (only,) = _many_columns(findings, template=tmp_path / "mall.docx").sections
    assert only.page_width > only.page_height


def test_pages_are_numbered_unless_a_template_says_what_stands_at_their_foot(findings, tmp_path):
    made = Document(language="sv", title="T", about=(), sections=(Section("brief", "I korthet", ()),))
    numbered = _opened(word(made, as_of=findings.as_of)).sections[0].footer
    assert [one.get(qn("w:instr")) for one in numbered._element.iter(qn("w:fldSimple"))] == ["PAGE"]
    template = docx.Document()
    template.sections[0].footer.paragraphs[0].text = "Ekstads kommun"
    template.save(tmp_path / "mall.docx")
    own = _opened(word(made, as_of=findings.as_of, template=tmp_path / "mall.docx")).sections[0].footer
    assert [one.text for one in own.paragraphs] == ["Ekstads kommun"]
    assert not list(own._element.iter(qn("w:fldSimple")))


def _tall(rows):
    lines = "".join(f'<text x="5" y="{20 * n + 15}" font-size="12">rad {n}</text>' for n in range(rows))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 {20 * rows}" width="400" height="{20 * rows}">{lines}</svg>'


@pytest.mark.parametrize(("rows", "pictures"), [(10, 1), (30, 1), (100, 4)])
def test_no_picture_is_taller_than_its_page_and_none_of_it_is_lost(findings, rows, pictures):
    pytest.importorskip("vl_convert")
    figure = Figure(svg=_tall(rows), caption="Rader", alternative="Rader under varandra.")
    section = Section("picture", "Bild", (figure,))
    made = _opened(
        word(Document(language="sv", title="T", about=(), sections=(section,)), as_of=findings.as_of)
    )
    page = made.sections[0]
    shapes = list(made.inline_shapes)
    assert len(shapes) == pictures
    assert all(shape.height < page.page_height - page.top_margin - page.bottom_margin for shape in shapes)
    assert sum(shape.height / shape.width for shape in shapes) == pytest.approx(20 * rows / 400, rel=1e-2)
    first, *others = [shape._inline.docPr.get("descr") for shape in shapes]
    assert first.endswith("Rader under varandra.")
    assert others == [f"Rader, del {n} av {pictures}" for n in range(2, pictures + 1)]
