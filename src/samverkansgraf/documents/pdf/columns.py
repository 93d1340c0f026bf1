"""How wide the columns of a table are, and where words too long for them may break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.blocks import Address, Code, Quote, Reference, Strong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.blocks import Cell, Inline, Table

#: With more columns than this, the page is turned.
_TURNED: Final = 9
#: So is that of a table with so many rows, whose longest words alone take so much of a line.
_MANY_ROWS: Final = 20
_CROWDED: Final = 0.75
#: Letters on a line as wide as the page, for tables with at most so many columns: the more, the smaller the letters.
_LETTERS: Final = ((5, 98), (7, 104), (None, 118))
#: How much more a turned page holds.
_WIDER: Final = 1.5
#: What the edges of a column take, in letters.
_EDGES: Final = 2
#: Longer words are divided rather than given their width; those of headings may be hyphenated.
LONGEST_WORD: Final = 22
_LONGEST_IN_HEADING: Final = 12
#: A row with so many lines stays on one page.
_SHORT_ROW: Final = 15
#: No column asks for more: longer texts go on several lines.
_LONGEST_LINE: Final = 60
_MAY_BREAK: Final = "\u200b"
_WORD: Final = re.compile(r"\S+")


def widths(table: Table) -> list[int]:
    """
    Return how wide the columns of a table are, in letters of a line of the page.

    Each gets its longest word. What is left goes to those with more to say, by how much more.

    Examples
    --------
    >>> from samverkansgraf.documents.blocks import Table, cell
    >>> widths(Table("", ("Slag", "Antal"), ((cell("Grupper som ingen har förtecknat"), cell("14")),)))
    [91, 7]
    """
    columns = _columns(table)
    least = [_least(heading, cells) for heading, cells in columns]
    wanted = [max(_wanted(cells) + _EDGES - low, 0) for low, (_, cells) in zip(least, columns, strict=True)]
    left = max(_letters(table) - sum(least), 0)
    return [
        low + (left * more // sum(wanted) if any(wanted) else 0)
        for low, more in zip(least, wanted, strict=True)
    ]


def is_turned(table: Table) -> bool:
    """Tell whether a table has so many columns, or so much in them, that its page is turned."""
    taken = sum(_least(heading, cells) for heading, cells in _columns(table))
    crowded = len(table.rows) >= _MANY_ROWS and taken > _CROWDED * _letters_upright(table)
    return len(table.columns) > _TURNED or crowded


def rooms(table: Table) -> list[int]:
    """Return how many letters a line of each column surely holds."""
    wide, whole = widths(table), _letters(table)
    return [max(one * whole // max(sum(wide), whole) - _EDGES, 1) for one in wide]


def is_short(row: Sequence[Cell], room: Sequence[int]) -> bool:
    """Tell whether a row of a table has so few lines that it is best kept together."""
    return all(
        sum(-(-len(line) // letters) for line in _lines([cell])) <= _SHORT_ROW
        for cell, letters in zip(row, room, strict=True)
    )


def divided(text: str, room: int) -> str:
    """
    Return a text whose words may break where they are longer than there is room.

    Examples
    --------
    >>> divided("en stadsdelsutveckling", 12).split("\u200b")
    ['en stadsdelsutv', 'eckling']
    """
    return _WORD.sub(lambda word: _divided(word[0], room), text)


def _divided(word: str, room: int) -> str:
    if len(word) <= room:
        return word
    return _MAY_BREAK.join(word[start : start + room] for start in range(0, len(word), room))


def _letters(table: Table) -> int:
    """Return the letters on a line as wide as the page of a table."""
    upright = _letters_upright(table)
    return round(upright * _WIDER) if is_turned(table) else upright


def _letters_upright(table: Table) -> int:
    return next(letters for most, letters in _LETTERS if most is None or len(table.columns) <= most)


def _columns(table: Table) -> list[tuple[str, list[Cell]]]:
    """Return each column's heading and cells."""
    return [(heading, [row[place] for row in table.rows]) for place, heading in enumerate(table.columns)]


def _lines(cells: list[Cell]) -> list[str]:
    return ["".join(map(_text, line)) for cell in cells for line in cell.lines]


def _least(heading: str, cells: list[Cell]) -> int:
    """Return the letters that a column must have: its longest word, if that is not divided, and half of its heading."""
    words = [len(word) for text in _lines(cells) for word in _WORD.findall(text)]
    above = [min(len(word), _LONGEST_IN_HEADING) for word in (*_WORD.findall(heading), heading[::2])]
    return min(max([*words, *above], default=1), LONGEST_WORD) + _EDGES


def _wanted(cells: list[Cell]) -> int:
    """Return the letters that a column asks for: between what is usual in it and its longest line."""
    lines = _lines(cells)
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
