"""What is written at the end of a Word document, put there without looking through all that it holds."""

from __future__ import annotations

from typing import Any


def new_paragraph(written: Any) -> Any:
    """Return a new paragraph at the end; the library looks for the end from the start, each time."""
    from docx.oxml import OxmlElement
    from docx.text.paragraph import Paragraph

    return Paragraph(_at_end(written, OxmlElement("w:p")), written._body)  # noqa: SLF001 - no other door


def new_table(written: Any, rows: int, columns: int, width: int) -> Any:
    """Return a new table at the end, this wide."""
    from docx.oxml.table import CT_Tbl
    from docx.shared import Emu
    from docx.table import Table

    made = CT_Tbl.new_tbl(rows, columns, Emu(width))
    return Table(_at_end(written, made), written._body)  # noqa: SLF001 - no other door


def _at_end(written: Any, element: Any) -> Any:
    """Put an element last in a document: before the properties of its last section, if it has any."""
    from docx.oxml.ns import qn

    body = written.element.body
    last = next(body.iterchildren(reversed=True), None)  # to count them would be to go through them all
    if last is not None and last.tag == qn("w:sectPr"):
        last.addprevious(element)
    else:
        body.append(element)
    return element
