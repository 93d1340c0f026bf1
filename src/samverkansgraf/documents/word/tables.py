"""Tables in a Word document: a header row that is repeated on each page, rows that do not break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.documents.word.elements import element
from samverkansgraf.documents.word.ending import new_table
from samverkansgraf.documents.word.lines import add_line

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Line, Table
    from samverkansgraf.documents.words import Words

_POINTS: Final = 8


def add_table(
    written: Any, table: Table, words: Words, language: str, *, style: str | None, width: int
) -> None:
    """Write a table at the end of a Word document, with the id of its style and as wide as its page is."""
    made = new_table(written, len(table.rows) + 1, len(table.columns), width)
    if style is not None:
        made._tbl.tblStyle_val = style  # noqa: SLF001 - the library looks both up for each table
    first, *rest = made.rows
    for column, place in zip(table.columns, first.cells, strict=True):
        _fill(place, ((column,),), words, language, bold=True)
    first._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001 - the library has no other door
    for row, places in zip(table.rows, rest, strict=True):
        places._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001
        for number, (cell, place) in enumerate(zip(row, places.cells, strict=True)):
            _fill(place, cell.lines, words, language, bold=number == 0)
    made._tbl.tblPr.append(element("w:tblCaption", {"w:val": table.caption}))  # noqa: SLF001


def _fill(place: Any, lines: tuple[Line, ...], words: Words, language: str, *, bold: bool) -> None:
    """Write lines into a cell, one below the other."""
    from docx.oxml.ns import qn
    from docx.shared import Pt
    from docx.text.run import Run

    for number, line in enumerate(lines or ((),)):
        paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        add_line(paragraph, line, words, language)
        for found in paragraph._p.iter(qn("w:r")):  # noqa: SLF001
            run = Run(found, paragraph)
            run.font.size = Pt(_POINTS)
            if bold:
                run.bold = True
