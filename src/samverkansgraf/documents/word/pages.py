"""The pages of a Word document: what stands on each, and how they lie."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from samverkansgraf.documents.word.elements import added, element

if TYPE_CHECKING:
    from collections.abc import Iterator


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


@contextmanager
def turned(written: Any) -> Iterator[int]:
    """Turn the page for what is written at the end meanwhile; give its width between the margins."""
    section = _new_section(written)
    yield section.page_width - section.left_margin - section.right_margin
    _new_section(written)


def _new_section(written: Any) -> Any:
    """Begin a page that lies the other way than the last."""
    from docx.enum.section import WD_ORIENTATION, WD_SECTION_START

    section = written.add_section(WD_SECTION_START.NEW_PAGE)
    section.page_width, section.page_height = section.page_height, section.page_width
    wide = section.page_width > section.page_height
    section.orientation = WD_ORIENTATION.LANDSCAPE if wide else WD_ORIENTATION.PORTRAIT
    return section
