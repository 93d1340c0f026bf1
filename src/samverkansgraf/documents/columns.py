"""How wide the columns of a table are on a page, as what stands in them needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.blocks import Address, Code, Quote, Reference, Strong

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.documents.blocks import Cell, Inline, Table

#: With more columns than this, the page of a table is turned.
MOST_UPRIGHT: Final = 9
#: What the edges of a column take, in letters, unless said.
EDGES: Final = 2
#: Longer words are divided rather than given their width; those of headings may be hyphenated.
LONGEST_WORD: Final = 22
_LONGEST_IN_HEADING: Final = 12
#: No column asks for more: longer texts go on several lines.
_LONGEST_LINE: Final = 60
_WORD: Final = re.compile(r"\S+")


def column_widths(table: Table, letters: int, *, edges: int = EDGES) -> list[int]:
    """
    Return how wide the columns of a table are, in letters.

    Each gets its longest word. What is left goes to those with more to say, by how much more.

    Parameters
    ----------
    table
        The table.
    letters
        On a line as wide as the page. Where not even the words have room, the widths are more together.
    edges
        What the edges of a column take.

    Examples
    --------
    >>> from samverkansgraf.documents.blocks import Table, cell
    >>> table = Table("", ("Slag", "Antal"), ((cell("Grupper som ingen har förtecknat"), cell("14")),))
    >>> column_widths(table, 98)
    [91, 7]
    """
    least = least_widths(table, edges=edges)
    wanted = [
        max(_wanted(cells) + edges - low, 0) for low, (_, cells) in zip(least, _columns(table), strict=True)
    ]
    left = max(letters - sum(least), 0)
    return [
        low + (left * more // sum(wanted) if any(wanted) else 0)
        for low, more in zip(least, wanted, strict=True)
    ]


def least_widths(table: Table, *, edges: int = EDGES) -> list[int]:
    """Return the letters that each column must have: its longest word, if that is not divided, and half of its heading."""
    return [_least(heading, cells) + edges for heading, cells in _columns(table)]


def texts_of(cells: Iterable[Cell]) -> list[str]:
    """Return the lines of cells as letters."""
    return ["".join(map(_text, line)) for cell in cells for line in cell.lines]


def _columns(table: Table) -> list[tuple[str, list[Cell]]]:
    """Return each column's heading and cells."""
    return [(heading, [row[place] for row in table.rows]) for place, heading in enumerate(table.columns)]


def _least(heading: str, cells: list[Cell]) -> int:
    words = [len(word) for text in texts_of(cells) for word in _WORD.findall(text)]
    above = [min(len(word), _LONGEST_IN_HEADING) for word in (*_WORD.findall(heading), heading[::2])]
    return min(max([*words, *above], default=1), LONGEST_WORD)


def _wanted(cells: list[Cell]) -> int:
    """Return the letters that a column asks for: between what is usual in it and its longest line."""
    lines = texts_of(cells)
    longest = min(max(map(len, lines), default=0), _LONGEST_LINE)
    usual = sum(map(len, lines)) // max(len(cells), 1)
    return (longest + min(usual, 3 * _LONGEST_LINE)) // 2


def _text(part: Inline) -> str:
    """Return a part of a line as letters."""
    match part:
        case Quote() | Code() | Strong():
            return part.text
        case Reference():
            return f"[{part.number}]"
        case Address():
            return part.url
        case _:
            return part
