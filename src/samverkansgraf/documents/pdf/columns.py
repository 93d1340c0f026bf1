"""How the tables of a PDF fit its pages: which pages are turned, and where words may break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.columns import EDGES, MOST_UPRIGHT, column_widths, least_widths, texts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.blocks import Cell, Table

#: Turned is also the page of a table with so many rows, whose longest words alone take so much of a line.
_MANY_ROWS: Final = 20
_CROWDED: Final = 0.75
#: Letters on a line as wide as the page, for tables with at most so many columns: the more, the smaller the letters.
_LETTERS: Final = ((5, 98), (7, 104), (None, 118))
#: How much more a turned page holds.
_WIDER: Final = 1.5
#: A row with so many lines stays on one page.
_SHORT_ROW: Final = 15
_MAY_BREAK: Final = "\u200b"
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Fit:
    """
    How a table fits its page.

    ``turned`` has so many columns, or so much in them, that its page is turned. ``widths`` are those of the columns and
    ``rooms`` what a line of each surely holds, in letters.
    """

    turned: bool
    widths: list[int]
    rooms: list[int]


def fit_of(table: Table) -> Fit:
    """Return how a table fits its page."""
    letters = next(letters for most, letters in _LETTERS if most is None or len(table.columns) <= most)
    crowded = len(table.rows) >= _MANY_ROWS and sum(least_widths(table)) > _CROWDED * letters
    turned = len(table.columns) > MOST_UPRIGHT or crowded
    if turned:
        letters = round(letters * _WIDER)
    widths = column_widths(table, letters)
    whole = max(sum(widths), letters)
    return Fit(turned, widths, [max(one * letters // whole - EDGES, 1) for one in widths])


def is_short(row: Sequence[Cell], room: Sequence[int]) -> bool:
    """Tell whether a row of a table has so few lines that it is best kept together."""
    return all(
        sum(-(-len(line) // letters) for line in texts_of([cell])) <= _SHORT_ROW
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
