"""A document as PDF is tagged, complete and the same each time; whatever a label holds is text in it."""

import sys
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.documents.reading_pdf import addresses, attribute, headings, kids, languages, letters, named, said
from tests.hostile_project import PAYLOADS

from samverkansgraf.documents.blocks import (
    Address,
    Bullets,
    Code,
    Document,
    Figure,
    Fold,
    Numbered,
    Paragraph,
    Part,
    Quote,
    Reference,
    Section,
    Strong,
    Table,
    cell,
    one_line,
)
from samverkansgraf.documents.pdf import pdf, picture_pdf
from samverkansgraf.errors import UsageError

pytest.importorskip("typst", reason="the extra [pdf] is not installed")
DAY = date(2026, 11, 29)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" lang="sv" font-family="Arial">'
    "<title>Vem deltar i vad</title><desc>En ruta på vit grund.</desc>"
    '<rect width="90" height="20" fill="#fff"/><text x="4" y="14" font-weight="bold">Bäckby</text></svg>'
)
#: Texts of a template language that would do something if they were read as code.
CODE = ("#panic()", "#sys.inputs", "$x$", "= Rubrik", "*fet* _kursiv_", "<etikett> @etikett", "\\ // /* */", "https://evil.example/x")  # fmt: skip


def _document(*blocks, language="sv", title="Titel"):
    return Document(
        language=language,
        title=title,
        about=("Läget i dag.",),
        sections=(Section("brief", "I korthet", blocks),),
    )


def _table(*rows, columns=("Slag", "Antal")):
    return Table("Antal av varje slag", columns, tuple(tuple(map(cell, row)) for row in rows))


def _is_compliant(data):
    import page

    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    assert [(one.rule_id, one.message) for one in report.failures] == []
    return report.is_compliant


WHOLE = (
    Paragraph(("Text ", Strong("viktigt"), " ", Quote("Words of a source", "en"), " ", Reference(1), " ", Code("why -h"))),
    Bullets((("ett",), ("två",))),
    _table(("Aktörer", "2"), ("Initiativ", "3")),
    Part("En del", (Fold("Mer (1 rad)", (_table(("Platser", "1")),)),), "en"),
    Figure(SVG.format(width=100, height=30), "Bild", "En ruta på vit grund.", "samverkansgraf draw"),
    Numbered(((1, ("Källan. ", Address("https://example.org/a?b=1"))),)),
)  # fmt: skip


def test_a_document_with_all_kinds_of_blocks_holds_every_rule_of_pdf_ua():
    pytest.importorskip("page", reason="what knows the rules is not installed")
    assert _is_compliant(pdf(_document(*WHOLE), as_of=DAY))
    assert _is_compliant(picture_pdf(SVG.format(width=100, height=30)))


def test_the_rules_are_really_looked_at():
    pytest.importorskip("page", reason="what knows the rules is not installed")
    broken = pdf(_document(*WHOLE), as_of=DAY).replace(b"/Lang(sv)", b"/Long(sv)")
    with pytest.raises(AssertionError):
        _is_compliant(broken)


def test_the_file_tells_that_it_is_tagged_in_what_language_and_what_it_is_called():
    root = PdfReader(BytesIO(pdf(_document(*WHOLE), as_of=DAY))).root_object
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "sv"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert ">Titel<" in metadata
    assert "dc:creator" not in metadata


def test_nobody_is_named_as_author_and_the_day_is_the_reports():
    told = PdfReader(BytesIO(pdf(_document(), as_of=DAY))).metadata
    assert told.author is None
    assert told.title == "Titel"
    assert told.creation_date.date() == DAY


def test_the_same_document_has_the_same_bytes():
    assert pdf(_document(*WHOLE), as_of=DAY) == pdf(_document(*WHOLE), as_of=DAY)
    svg = SVG.format(width=100, height=30)
    assert picture_pdf(svg) == picture_pdf(svg)


def test_headings_follow_the_levels_of_the_document():
    made = pdf(_document(*WHOLE), as_of=DAY)
    assert headings(made) == [("h1", "Titel"), ("h2", "I korthet"), ("h3", "En del")]


def test_the_first_row_of_a_table_heads_its_columns_and_the_first_cell_its_row():
    (table,) = named(pdf(_document(_table(("Aktörer", "2"), ("Initiativ", "3"))), as_of=DAY), "/Table")
    rows = [row for part in kids(table) for row in (kids(part) if part["/S"] != "/TR" else [part])]
    kinds = [[(place["/S"], attribute(place, "/Scope")) for place in kids(row)] for row in rows]
    body = [("/TH", "/Row"), ("/TD", None)]
    assert kinds == [[("/TH", "/Column"), ("/TH", "/Column")], body, body]


def test_the_heading_of_a_table_is_seen_on_each_page_and_heard_once():
    made = pdf(_document(_table(*((f"Rad {n}", str(n)) for n in range(150)))), as_of=DAY)
    pages = [page.extract_text() for page in PdfReader(BytesIO(made)).pages]
    assert len(pages) > 2
    assert all("Slag" in page for page in pages)
    assert said(made).count("Slag") == 1


def test_a_picture_bears_the_words_that_stand_for_it_and_says_its_own_once():
    for made in (pdf(_document(WHOLE[4]), as_of=DAY), picture_pdf(SVG.format(width=100, height=30))):
        assert [one["/Alt"] for one in named(made, "/Figure")] == ["En ruta på vit grund."]
        assert said(made).count("Bäckby") == 1


def test_a_page_is_as_large_as_the_picture_or_the_drawing_that_no_usual_page_holds():
    (page,) = PdfReader(BytesIO(picture_pdf(SVG.format(width=400, height=200)))).pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (300, 150)
    figure = Figure(SVG.format(width=800, height=6000), "Bild", "En ruta.")
    pages = PdfReader(BytesIO(pdf(_document(figure), as_of=DAY))).pages
    assert max(page.mediabox.height for page in pages) > 4500
    huge = PdfReader(BytesIO(picture_pdf(SVG.format(width=90000, height=500)))).pages[0]
    assert huge.mediabox.width <= 14400


def test_foreign_phrases_and_headings_tell_their_language():
    swedish = pdf(_document(WHOLE[0], Part("En del", (), "en")), as_of=DAY)
    assert languages(swedish).count("en") == 2
    assert set(languages(pdf(_document(WHOLE[0], language="en"), as_of=DAY))) <= {"en"}


def test_links_tell_where_they_lead_and_only_to_the_web():
    strange = Numbered(((2, (Address("javascript:alert(1)"),)), (3, (Address("file:///etc/passwd"),))))
    made = pdf(_document(*WHOLE, strange), as_of=DAY)
    assert addresses(made) == ["https://example.org/a?b=1"]
    notes = [note.get_object() for page in PdfReader(BytesIO(made)).pages for note in page.get("/Annots", ())]
    assert len(notes) == 2
    assert all(note["/Contents"] for note in notes)
    assert "javascript:alert(1)" in letters(said(made))


def test_a_reference_to_what_is_not_listed_is_text():
    made = pdf(_document(Paragraph(("Enligt ", Reference(7)))), as_of=DAY)
    assert "Enligt [7]" in said(made)


@pytest.mark.parametrize("payload", [*PAYLOADS, *CODE])
def test_a_label_is_text_wherever_it_stands(payload):
    made = pdf(
        _document(
            Paragraph((payload, Strong(payload), Quote(payload, "en"), Code(payload))),
            Bullets(((payload,),)),
            Table(payload, (payload, "b"), ((cell(payload), cell(payload)),), payload),
            Part(payload, (Fold(payload, ()),), "sv"),
            Figure(SVG.format(width=100, height=30), payload, payload),
            Numbered(((1, (Address(payload),)),)),
            title=payload,
        ),
        as_of=DAY,
    )
    text = letters(said(made))
    assert text.count(letters(payload)) >= 14
    assert PdfReader(BytesIO(made)).metadata.title == one_line(payload)
    assert set(addresses(made)) <= {payload}
    assert all(found.startswith("https://") for found in addresses(made))
    assert {one["/Alt"] for one in named(made, "/Figure")} == {payload}


def test_a_title_cannot_pass_for_a_tag():
    title = "9 0 obj\n<</Type/StructElem/S/TD/P 1 0 R/A[<</O/Table/Headers[(U1x0y0)]>>]>>"
    assert one_line(title) in PdfReader(BytesIO(pdf(_document(title=title), as_of=DAY))).metadata.title


def test_signs_that_texts_use_have_letters_in_fonts_that_come_along():
    signs = "å ä ö Å Ä Ö é ã ü – − × → ✓ ≥ ≤ … ” “ ’ • \u202f1\u00a0 % § ½ Đ Ş Ω Ж"
    made = pdf(_document(Paragraph((signs,)), _table((signs, signs))), as_of=DAY)
    assert letters(said(made)).count(letters(signs)) == 3
    fonts = {
        font.get_object()["/BaseFont"]
        for page in PdfReader(BytesIO(made)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert all(name[1:7].isupper() and "+" in name for name in fonts)


def test_signs_that_no_font_has_are_named_with_the_remedy():
    with pytest.raises(UsageError, match=r"no font at hand has the signs in .*; install one"):
        pdf(_document(Paragraph(("före \u0378 efter",))), as_of=DAY)


def test_breaks_and_control_characters_do_no_harm():
    made = pdf(_document(Paragraph(("före\x00\x0b\nefter\u202e",))), as_of=DAY)
    assert "före efter" in said(made)


def test_a_word_that_no_column_holds_is_divided_and_stays_a_word():
    word = "ord" * 80
    made = pdf(_document(_table((word, word), ("a", "b"))), as_of=DAY)
    page = PdfReader(BytesIO(made)).pages[0]
    places = []
    page.extract_text(visitor_text=lambda text, _, at, *__: places.append(at[4]) if text.strip() else None)
    assert max(places) < page.mediabox.width
    assert letters(said(made)).count(word) == 2


def test_many_columns_turn_the_page():
    columns = tuple(f"Tema {n}" for n in range(14))
    made = pdf(_document(_table(tuple("x" * 14), columns=columns)), as_of=DAY)
    assert any(page.mediabox.width > page.mediabox.height for page in PdfReader(BytesIO(made)).pages)


@pytest.mark.parametrize("absent", ["typst", "font_source_sans_pro"])
def test_without_what_writes_pdf_the_remedy_is_named(monkeypatch, absent):
    if absent == "typst":
        monkeypatch.setitem(sys.modules, "typst", None)
    else:
        monkeypatch.setattr("samverkansgraf.documents.pdf.typesetting.find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r'run: pip install "samverkansgraf\[pdf\]"'):
        pdf(_document(), as_of=DAY)
