"""What stands on each page of a Word document."""

from __future__ import annotations

from typing import Any

from samverkansgraf.documents.word.elements import added, element


def number_pages(section: Any) -> None:
    """Write the page's number in the middle of the foot of each page, as a field that a word processor fills in."""
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
    from docx.text.run import Run

    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
    field = added(paragraph, element("w:fldSimple", {"w:instr": "PAGE"}))
    run = Run(element("w:r"), paragraph)
    field.append(run._r)  # noqa: SLF001 - the library has no other door
    run.text = "1"
