"""What a document says as plain values, for a template that sets them as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkansgraf.documents.blocks import (
    Address,
    Bullets,
    Code,
    Figure,
    Fold,
    Numbered,
    Paragraph,
    Part,
    Quote,
    Reference,
    Strong,
    Table,
    unbroken,
)
from samverkansgraf.documents.columns import LONGEST_WORD
from samverkansgraf.documents.html import is_web_address
from samverkansgraf.documents.pdf.columns import divided, fit_of, is_short
from samverkansgraf.documents.pdf.drawings import size_of
from samverkansgraf.documents.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.documents.blocks import Block, Cell, Document, Inline, Line


def content_of(document: Document) -> dict[str, Any]:
    """
    Return a document as texts, numbers, lists and mappings; no text of it is more than text.

    Examples
    --------
    >>> from samverkansgraf.documents.blocks import Document, Section
    >>> made = Document(language="sv", title="Titel", about=(), sections=(Section("a", "#A", ()),))
    >>> content_of(made)["sections"]
    [{'name': 'chapter-a', 'title': '#A', 'blocks': []}]
    """
    writer = _Writer(document)
    return {
        "title": unbroken(document.title),
        "language": document.language,
        "about": writer.line(document.about),
        "contents": writer.words.say("toc"),
        "sections": [
            {
                "name": f"chapter-{section.name}",
                "title": unbroken(section.title),
                "blocks": [shown for block in section.blocks for shown in writer.block(block)],
            }
            for section in document.sections
        ],
    }


class _Writer:
    """Turns the blocks of a document into plain values."""

    def __init__(self, document: Document) -> None:
        self.words, self.language = Words(document.language), document.language
        self.numbers = {
            number
            for section in document.sections
            for block in section.blocks
            if isinstance(block, Numbered)
            for number, _ in block.entries
        }

    def block(self, block: Block) -> Iterator[dict[str, Any]]:
        """Return a block, and the command below it where it has one."""
        match block:
            case Paragraph():
                yield {"kind": "paragraph", "line": self.line(block.line)}
            case Bullets():
                yield {"kind": "bullets", "items": [self.line(item) for item in block.items]}
            case Table():
                yield self.table(block)
                yield from self.command(block.command)
            case Figure():
                width, height = size_of(block.svg)
                yield {
                    "kind": "figure",
                    "svg": block.svg,
                    "width": width,
                    "height": height,
                    "caption": unbroken(block.caption),
                    "alternative": unbroken(block.alternative),
                }
                yield from self.command(block.command)
            case Numbered():
                yield {
                    "kind": "numbered",
                    "entries": [
                        {"number": number, "name": f"source-{number}", "line": self.line(entry)}
                        for number, entry in block.entries
                    ],
                }
            case Part(title=title, language=language):
                foreign = self.foreign(language)
                yield {"kind": "heading", "title": unbroken(title), "language": foreign}
                yield from self.inner(block)
            case Fold(summary=summary):
                if not block.is_captioned:
                    yield {"kind": "summary", "title": unbroken(summary)}
                yield from self.inner(block)

    def inner(self, block: Part | Fold) -> Iterator[dict[str, Any]]:
        """Return what stands in a part, or in what a page folds."""
        for one in block.blocks:
            yield from self.block(one)

    def table(self, table: Table) -> dict[str, Any]:
        """Return a table with the share of its width that each column has."""
        fit = fit_of(table)
        return {
            "kind": "table",
            "caption": unbroken(table.caption),
            "columns": [divided(unbroken(column), LONGEST_WORD) for column in table.columns],
            "widths": fit.widths,
            "turned": fit.turned,
            "rows": [self.row(row, fit.rooms) for row in table.rows],
        }

    def row(self, row: tuple[Cell, ...], room: list[int]) -> list[dict[str, Any]]:
        """Return the cells of a row, which is kept on one page where it is short."""
        divisible = not is_short(row, room)
        return [
            {
                "look": cell.look,
                "divisible": divisible,
                "lines": [self.line(line, letters) for line in cell.lines],
            }
            for cell, letters in zip(row, room, strict=True)
        ]

    def command(self, command: str | None) -> Iterator[dict[str, Any]]:
        """Return the command that gives the figures before, if there is one."""
        if command:
            yield {"kind": "command", "line": self.line(self.words.line("command", command=Code(command)))}

    def line(self, line: Line, room: int | None = None) -> list[Any]:
        """Return the parts of a line; in a cell, words too long for the room may be broken."""
        return [self.inline(part, room) for part in line]

    def inline(self, part: Inline, room: int | None) -> Any:
        """Return one part of a line: a text, or a mapping that says what kind of text it is."""
        match part:
            case Quote():
                text = self.words.say("quote_open") + part.text + self.words.say("quote_close")
                foreign = self.foreign(part.language)
                shown: Any = {"kind": "quote", "text": _shown(text, room), "language": foreign}
            case Reference():
                shown = f"[{part.number}]"
                if part.number in self.numbers:
                    shown = {"kind": "reference", "text": shown, "to": f"source-{part.number}"}
            case Code():
                shown = {"kind": "code", "text": unbroken(part.text)}
            case Strong():
                shown = {"kind": "strong", "text": _shown(part.text, room)}
            case Address() if is_web_address(part.url):
                shown = {"kind": "address", "url": part.url, "text": unbroken(part.url)}
            case Address():
                shown = _shown(part.url, room)
            case _:
                shown = _shown(part, room)
        return shown

    def foreign(self, language: str | None) -> str | None:
        """Return a language where it is not the document's own."""
        return None if language == self.language else language


def _shown(text: str, room: int | None) -> str:
    return unbroken(text) if room is None else divided(unbroken(text), room)
