"""
What a report is made of, before it is HTML or Markdown: sections, paragraphs, tables, figures.

Sections produce these; the two renderers only choose how they look, so that they cannot say
different things. All text here is plain: whatever a label holds, it is characters to show.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

# A tab, a newline and their kin; the no-break spaces that numbers hold are left alone.
_BREAKS: Final = re.compile("[ \\t\\n\\r\\f\\v\\x1c-\\x1f\\x85\\u2028\\u2029]+")
# Turn the direction of the text around them.
_DIRECTIONS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    """
    Return a text on one line, without control characters and turns of direction.

    Examples
    --------
    >>> one_line(" Rädda" + chr(10) + "Barnen" + chr(0))
    'Rädda Barnen'
    """
    return unbroken(text).strip(" ")


def unbroken(text: str) -> str:
    """Return a part of a line without breaks, control characters and turns of direction."""
    return "".join(
        character
        for character in _BREAKS.sub(" ", text)
        if character not in _DIRECTIONS and unicodedata.category(character) not in {"Cc", "Cs"}
    )


@dataclass(frozen=True, slots=True)
class Quote:
    """A phrase of a source, verbatim, in the language it was written in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to the source with this number."""

    number: int


@dataclass(frozen=True, slots=True)
class Code:
    """A command or a name that is typed as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """The lead words of a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address on the web."""

    url: str


Inline: TypeAlias = str | Quote | Reference | Code | Strong | Address
Line: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """
    A cell of a table: lines one below the other. ``look`` is a name that a style may answer to.

    Of a cell with the look ``proofs`` a page shows the first lines, the rest when it is opened.
    """

    lines: tuple[Line, ...] = ()
    look: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """
    A table with a caption. The first cell of each row is the row's header.

    ``command`` is the command that gives the figures, ``anchors`` are the names by which a linked figure points
    to the rows: as many as rows, or none.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    command: str | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A picture as SVG text, with a caption and the words that stand for it.

    The marks of a ``linked`` one are links to rows of tables, so that a page holds it as drawn; any other
    is an image.
    """

    svg: str
    caption: str
    alternative: str
    command: str | None = None
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list of sources: entries with the numbers that references point to."""

    entries: tuple[tuple[int, Line], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a section, with a heading of its own. ``language`` where it is not the report's."""

    title: str
    blocks: tuple[Block, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Fold:
    """What is long: on a page one line to open, on paper and in Markdown all of it."""

    summary: str
    blocks: tuple[Block, ...]

    @property
    def is_captioned(self) -> bool:
        """Whether it begins with a table whose caption says the same; where all of it is shown, that is enough."""
        first = self.blocks[0] if self.blocks else None
        return isinstance(first, Table) and first.caption == self.summary


Block: TypeAlias = "Paragraph | Bullets | Table | Figure | Numbered | Part | Fold"


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter. ``name`` is its anchor."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report. The first section is the first page."""

    language: str
    title: str
    about: Line
    sections: tuple[Section, ...]


def line(*parts: Inline | Line) -> Line:
    """
    Join inline parts and lines into one line.

    Examples
    --------
    >>> line("enligt ", (Reference(1),))
    ('enligt ', Reference(number=1))
    """
    joined: list[Inline] = []
    for part in parts:
        joined.extend(part if isinstance(part, tuple) else (part,))
    return tuple(joined)


def joined(lines: list[Line], separator: str) -> Line:
    """Join lines with a separator between them."""
    result: list[Inline] = []
    for position, one in enumerate(lines):
        if position:
            result.append(separator)
        result.extend(one)
    return tuple(result)


def fact(label: str, value: Line | str) -> Line:
    """
    Return a line that names a fact and gives it.

    Examples
    --------
    >>> fact("Roll", "ledare")
    (Strong(text='Roll:'), ' ', 'ledare')
    """
    return line(Strong(f"{label}:"), " ", value)


def cell(*lines: str | Line, look: str = "") -> Cell:
    """Make a cell of its lines; a text is a line of its own."""
    return Cell(tuple((one,) if isinstance(one, str) else one for one in lines), look)


def lines_of(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Walk through every line of text that blocks show, in reading order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.line
            case Bullets():
                yield from block.items
            case Table():
                yield (block.caption,)
                yield from ((column,) for column in block.columns)
                for row in block.rows:
                    for one in row:
                        yield from one.lines
            case Figure():
                yield (block.caption,)
            case Numbered():
                yield from (entry for _, entry in block.entries)
            case Part(blocks=inner) | Fold(blocks=inner):
                yield from _opening(block)
                yield from lines_of(inner)


def _opening(block: Part | Fold) -> tuple[Line, ...]:
    """Return the line above blocks, unless the caption of a table says the same."""
    if isinstance(block, Part):
        return ((block.title,),)
    return () if block.is_captioned else ((block.summary,),)
