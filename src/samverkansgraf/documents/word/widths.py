"""How wide the columns of a table are: as their words need, and together as wide as the page."""

from __future__ import annotations

from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.blocks import Address, Reference

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Inline, Line, Table

#: The width of a letter of the tables, of eight points, and of the room at a column's sides, in letters.
LETTER: Final = 55_000
_SIDES: Final = 4
#: A word longer than this, an address as a rule, may be broken.
_LONGEST_WORD: Final = 18
#: A line longer than this gains nothing by a wider column: it is read on several lines anyway.
_LONGEST_LINE: Final = 60


def column_widths(table: Table, width: int) -> list[int]:
    """
    Share the width of a page among a table's columns.

    Each gets room for its longest word; what is left is shared by how much longer their longest lines are.

    Parameters
    ----------
    table
        The table. Its headers count by their words alone: they may be broken.
    width
        What is shared, in EMU (914,400 to the inch).

    Returns
    -------
    widths
        As many as columns, in EMU; their sum is ``width``. Where not even the words have room, by the words.

    Examples
    --------
    A column of numbers gets what its header needs, and the other the rest:

    >>> from samverkansgraf.documents.blocks import Cell, Table
    >>> rows = ((Cell((("Rädda Barnen i Västmanland och Sörmland",),)), Cell((("2",),))),)
    >>> [share // LETTER for share in column_widths(Table("", ("Aktör", "Antal"), rows), 60 * LETTER)]
    [49, 10]
    """
    words, lines = [], []
    for place, column in enumerate(table.columns):
        texts = [_text(line) for line in chain.from_iterable(row[place].lines for row in table.rows)]
        word = max(len(word) for text in [column, *texts] for word in text.split() or [""])
        words.append(min(word, _LONGEST_WORD) + _SIDES)
        lines.append(min(max(map(len, texts), default=0), _LONGEST_LINE) + _SIDES)
    longer = [max(line - word, 0) for word, line in zip(words, lines, strict=True)]
    spare = max(width / LETTER - sum(words), 0)
    share = min(spare / sum(longer), 1) if any(longer) else 0
    return _shared(width, [word + more * share for word, more in zip(words, longer, strict=True)])


def _shared(width: int, parts: list[float]) -> list[int]:
    """Share a width by parts, so that nothing is lost by rounding."""
    ends = [0, *(round(width * end / sum(parts)) for end in accumulate(parts))]
    return [end - start for start, end in pairwise(ends)]


def _text(line: Line) -> str:
    """Return what a line says."""
    return "".join(map(_words, line))


def _words(part: Inline) -> str:
    match part:
        case str():
            return part
        case Reference():
            return f"[{part.number}]"
        case Address():
            return part.url
        case _:
            return part.text
