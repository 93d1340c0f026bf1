"""A document as DOCX: real headings, tables with header rows, pictures with their words, links that stay inside."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any, Final, Literal

from samverkansgraf.documents.blocks import (
    Bullets,
    Code,
    Figure,
    Fold,
    Numbered,
    Paragraph,
    Part,
    Strong,
    Table,
)
from samverkansgraf.documents.columns import MOST_UPRIGHT
from samverkansgraf.documents.word.elements import element, locale_of, safe
from samverkansgraf.documents.word.ending import new_paragraph
from samverkansgraf.documents.word.lines import add_line, bookmark, link_inside
from samverkansgraf.documents.word.package import same_bytes
from samverkansgraf.documents.word.pages import number_pages, turned
from samverkansgraf.documents.word.pictures import parts_for_pages
from samverkansgraf.documents.word.tables import add_table
from samverkansgraf.documents.words import Words
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from samverkansgraf.documents.blocks import Block, Document, Line, Section

_A4_CM: Final = (21.0, 29.7)
_MARGIN_CM: Final = 2.0
#: What is kept free beside a picture for its caption.
_CAPTION_CM: Final = 1.5
#: The size of a command below a table, which few read.
_COMMAND_POINTS: Final = 8


def docx(document: Document, *, as_of: date, template: Path | None = None) -> bytes:
    """
    Write a document as DOCX.

    Parameters
    ----------
    document
        What the report says.
    as_of
        The day the report speaks of; the file bears it as the day it was made, so that the same report has the same
        bytes.
    template
        A DOCX whose styles, page and headers are used; what it holds stays before the report. Styles it lacks are
        written as plain paragraphs.

    Raises
    ------
    UsageError
        The template is no DOCX.
    """
    written = _opened(template)
    _describe(written, document, as_of)
    writer = _Writer(written, Words(document.language), document.language)
    writer.paragraph((document.title,), style="Title")
    writer.paragraph(document.about)
    for place, section in enumerate(document.sections):
        writer.section(section)
        if place == 0:
            writer.contents(document.sections[1:])
    stream = BytesIO()
    written.save(stream)
    return same_bytes(stream.getvalue())


def _opened(template: Path | None) -> Any:
    """Return the document to write into."""
    import docx as python_docx
    from docx.shared import Cm

    if template is not None:
        try:
            return python_docx.Document(str(template))
        except Exception:  # noqa: BLE001 - the library raises what its parts raise: of ZIP, of XML, of its own
            raise UsageError(
                f"{template}: cannot be read as a template; save it as a Word document (.docx)"
            ) from None
    written = python_docx.Document()
    page = written.sections[0]
    page.page_width, page.page_height = (Cm(side) for side in _A4_CM)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)
    number_pages(page)
    return written


def _describe(written: Any, document: Document, as_of: date) -> None:
    """Give the file its title, language and day; nobody is named as its author."""
    from datetime import datetime

    from docx.oxml.ns import qn

    properties = written.core_properties
    properties.title, properties.language = safe(document.title), locale_of(document.language)
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = datetime(as_of.year, as_of.month, as_of.day)  # noqa: DTZ001
    for found in written.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), locale_of(document.language))


class _Writer:
    """Writes blocks at the end of a Word document."""

    def __init__(self, written: Any, words: Words, language: str) -> None:
        from docx.shared import Cm

        self.written, self.words, self.language = written, words, language
        self.styles = {style.name for style in written.styles}
        self.ids: dict[str, str | None] = {}
        page = written.sections[-1]
        self.upright = page.page_height > page.page_width
        self.width = page.page_width - page.left_margin - page.right_margin
        self.height = page.page_height - page.top_margin - page.bottom_margin - Cm(_CAPTION_CM)
        self.grid = self.style_id("Table Grid", of="TABLE") if "Table Grid" in self.styles else None
        self.bookmarks = count(len(written.element.body.xpath(".//w:bookmarkStart")))

    def target(self, paragraph: Any, name: str) -> None:
        """Make a paragraph one that links point to."""
        bookmark(paragraph, name, number=next(self.bookmarks))

    def paragraph(self, line: Line, *, style: str = "Normal", keep: bool = False) -> Any:
        """Write a paragraph; ``keep`` holds it on the page of what comes next."""
        paragraph = new_paragraph(self.written)
        if style in self.styles:
            paragraph._p.style = self.style_id(style)  # noqa: SLF001 - the library looks the style up for each paragraph
        add_line(paragraph, line, self.words, self.language)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def style_id(self, style: str, *, of: Literal["PARAGRAPH", "TABLE"] = "PARAGRAPH") -> str | None:
        """Return the id of a style that is there; ``None`` for the usual one."""
        from docx.enum.style import WD_STYLE_TYPE

        if style not in self.ids:
            self.ids[style] = self.written.part.get_style_id(style, WD_STYLE_TYPE[of])
        return self.ids[style]

    def heading(self, title: str, level: int) -> Any:
        """Write a heading; without the style for it, a paragraph with the outline level of one."""
        paragraph = self.paragraph((title,), style=f"Heading {level}", keep=True)
        if f"Heading {level}" not in self.styles:
            outline = element("w:outlineLvl", {"w:val": str(level - 1)})
            paragraph._p.get_or_add_pPr().append(outline)  # noqa: SLF001 - the library has no other door
        return paragraph

    def section(self, section: Section) -> None:
        """Write a chapter; its heading can be pointed to."""
        self.target(self.heading(section.title, 1), f"chapter-{section.name}")
        for block in section.blocks:
            self.block(block)

    def contents(self, sections: tuple[Section, ...]) -> None:
        """Write the list of chapters, each a link."""
        self.heading(self.words.say("toc"), 1)
        for section in sections:
            paragraph = self.paragraph((), style="List Bullet")
            link_inside(paragraph, section.title, f"chapter-{section.name}")

    def block(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Paragraph():
                self.paragraph(block.line)
            case Bullets():
                for item in block.items:
                    self.paragraph(item, style="List Bullet")
            case Table():
                self.table(block)
            case Figure():
                self.figure(block)
            case Numbered():
                for number, entry in block.entries:
                    self.target(self.paragraph((f"[{number}] ", *entry)), f"source-{number}")
            case Part() | Fold():
                self.nested(block)

    def nested(self, block: Part | Fold) -> None:
        """Write a part under its heading, what a page folds under its summary."""
        if isinstance(block, Part):
            self.heading(block.title, 2)
        elif not block.is_captioned:
            self.paragraph((Strong(block.summary),), keep=True)
        for inner in block.blocks:
            self.block(inner)

    def table(self, table: Table) -> None:
        """Write a table under its caption, one of many columns on a page that is turned."""
        if len(table.columns) > MOST_UPRIGHT and self.upright:
            with turned(self.written) as width:
                self.table_of_width(table, width)
        else:
            self.table_of_width(table, self.width)

    def table_of_width(self, table: Table, width: int) -> None:
        """Write a table this wide, with its caption and the command that gives it."""
        self.paragraph((table.caption,), style="Caption", keep=True)
        add_table(self.written, table, self.words, self.language, style=self.grid, width=width)
        self.command(table.command)

    def figure(self, figure: Figure) -> None:
        """Write a figure: its caption, the picture where it can be made, what it shows, and what draws it."""
        self.paragraph((figure.caption,), style="Caption", keep=True)
        parts = parts_for_pages(figure.svg, self.height / self.width)
        pictures = [image for part in parts if (image := _png(part)) is not None]
        if not pictures:
            self.paragraph((figure.alternative,))
            self.paragraph((self.words.say("shown_by_command" if figure.command else "shown_in_page"),))
        for number, image in enumerate(pictures, start=1):
            self.picture(image, figure, part=(number, len(pictures)))
        self.command(figure.command)

    def picture(self, image: bytes, figure: Figure, *, part: tuple[int, int]) -> None:
        """Write a picture as wide as the page, or as high, or a part of one; the first bears what all of it shows."""
        number, of = part
        shape = self.written.add_picture(BytesIO(image), width=self.width)
        if shape.height > self.height:
            shape.width, shape.height = round(self.width * self.height / shape.height), self.height
        words = figure.alternative
        if of > 1:
            name = self.words.say("picture_part", caption=figure.caption, k=str(number), n=str(of))
            words = f"{name}. {words}" if number == 1 else name
        shape._inline.docPr.set("descr", safe(words))  # noqa: SLF001
        shape._inline.docPr.set("name", safe(figure.caption))  # noqa: SLF001

    def command(self, command: str | None) -> None:
        """Write the command that gives the figures before."""
        if command:
            from docx.shared import Pt

            paragraph = self.paragraph(self.words.line("command", command=Code(command)))
            paragraph.paragraph_format.space_before = Pt(_COMMAND_POINTS / 2)
            for run in paragraph.runs:
                run.font.size = Pt(_COMMAND_POINTS)


def _png(svg: str) -> bytes | None:
    """Return a picture as a Word document can hold it; ``None`` where what converts it is not installed."""
    from samverkansgraf.documents.still_files import png

    try:
        return png(svg)
    except UsageError:
        return None
