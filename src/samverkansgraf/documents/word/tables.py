"""Tables in a Word document: a header row that is repeated on each page, rows that do not break."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.documents.columns import column_widths
from samverkansgraf.documents.word.elements import element
from samverkansgraf.documents.word.ending import new_table
from samverkansgraf.documents.word.lines import add_line

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Line, Table
    from samverkansgraf.documents.words import Words

_POINTS: Final = 8
#: How wide a letter of that size is, in EMU (914,400 to the inch).
_LETTER: Final = 55_000
#: What the edges of a column take, in letters.
_EDGES: Final = 4
#: What is left free above and below the words of a cell, in twentieths of a point.
_ROOM: Final = 40


def add_table(
    written: Any, table: Table, words: Words, language: str, *, style: str | None, width: int
) -> None:
    """Write a table at the end of a Word document, with the id of its style and as wide as its page is."""
    from docx.oxml.ns import qn

    made = new_table(written, len(table.rows) + 1, len(table.columns), width)
    if style is not None:
        made._tbl.tblStyle_val = style  # noqa: SLF001 - the library looks both up for each table
    _set_widths(made, _shared(width, column_widths(table, width // _LETTER, edges=_EDGES)))
    first, *rest = made._tbl.tr_lst  # noqa: SLF001 - the library looks for cells that are joined, and here none are
    for column, place in zip(table.columns, first.tc_lst, strict=True):
        _fill(place, made, ((column,),), words, language, bold=True)
    first.get_or_add_trPr().append(element("w:tblHeader"))
    for row, places in zip(table.rows, rest, strict=True):
        places.get_or_add_trPr().append(element("w:cantSplit"))
        for number, (cell, place) in enumerate(zip(row, places.tc_lst, strict=True)):
            _fill(place, made, cell.lines, words, language, bold=number == 0)
    properties = made._tbl.tblPr  # noqa: SLF001
    margins = element("w:tblCellMar")
    for side in ("w:top", "w:bottom"):
        margins.append(element(side, {"w:w": str(_ROOM), "w:type": "dxa"}))
    look = properties.find(qn("w:tblLook"))
    look.addprevious(margins)  # the order is Word's: a document with another is refused
    properties.append(element("w:tblCaption", {"w:val": table.caption}))


def _shared(width: int, parts: list[int]) -> list[int]:
    """Share a width by parts, so that nothing is lost by rounding."""
    ends = [0, *(round(width * end / sum(parts)) for end in accumulate(parts))]
    return [end - start for start, end in pairwise(ends)]


def _set_widths(made: Any, widths: list[int]) -> None:
    """Set how wide the columns are: for the table, and for each cell, which is where Word looks."""
    from docx.shared import Emu

    for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):  # noqa: SLF001
        column.w = Emu(width)
    for row in made._tbl.tr_lst:  # noqa: SLF001
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Emu(width)


def _fill(
    place: Any, table: Any, lines: tuple[Line, ...], words: Words, language: str, *, bold: bool
) -> None:
    """Write lines into a cell of a table, one below the other."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    for number, line in enumerate(lines or ((),)):
        made = place.p_lst[0] if number == 0 else OxmlElement("w:p")
        if number:
            place.append(made)
        made.insert(0, deepcopy(_tight()))
        paragraph = Paragraph(made, table)
        add_line(paragraph, line, words, language)
        for found in made.iter(qn("w:r")):
            _make_small(found, paragraph, bold=bold)


def _make_small(found: Any, paragraph: Any, *, bold: bool) -> None:
    """Give a run the size of what stands in tables; one that has no look of its own yet gets it in one piece."""
    from docx.shared import Pt
    from docx.text.run import Run

    if found.rPr is None:
        found.insert(0, deepcopy(_small(bold=bold)))
        return
    run = Run(found, paragraph)
    run.font.size = Pt(_POINTS)
    if bold:
        run.bold = True


@cache
def _tight() -> Any:
    """Return the look of a paragraph with no room after it."""
    made = element("w:pPr")
    made.append(element("w:spacing", {"w:after": "0"}))
    return made


@cache
def _small(*, bold: bool) -> Any:
    """Return the look of a run in a table."""
    made = element("w:rPr")
    if bold:
        made.append(element("w:b"))
    made.append(element("w:sz", {"w:val": str(2 * _POINTS)}))
    return made
