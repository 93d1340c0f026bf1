"""Words broken and cut so that they fit where they are drawn."""

from __future__ import annotations

from typing import Final

from samverkansgraf.documents.blocks import one_line
from samverkansgraf.pictures.lettering import text_width

_CUT: Final = "…"
#: No line of a drawing holds more letters; longer words are cut before they are measured.
_MOST_LETTERS: Final = 400


def lines(words: str, width: float, *, size: float = 12, most: int = 2, bold: bool = False) -> list[str]:
    """
    Return words on at most so many lines of a width; what does not fit is cut off with an ellipsis.

    Examples
    --------
    >>> lines("barns och ungas uppväxtvillkor", 100)
    ['barns och', 'ungas uppväx…']
    >>> lines("trygghet", 100)
    ['trygghet']
    """
    made: list[str] = []
    rest = one_line(words).split(" ")
    while rest and len(made) < most:
        taken = 1
        while taken < len(rest) and _fits(" ".join(rest[: taken + 1]), width, size, bold=bold):
            taken += 1
        if len(made) == most - 1:
            taken = len(rest)
        made.append(cut(" ".join(rest[:taken]), width, size=size, bold=bold))
        rest = rest[taken:]
    return made


def cut(words: str, width: float, *, size: float = 12, bold: bool = False) -> str:
    """
    Return one line of words, cut off with an ellipsis where it is too wide.

    Examples
    --------
    >>> cut("Mimer", 100), cut("Mimer", 30)
    ('Mimer', 'Mi…')
    """
    words = one_line(words)
    if _fits(words, width, size, bold=bold):
        return words
    kept = words[:_MOST_LETTERS]
    while kept and not _fits(kept + _CUT, width, size, bold=bold):
        kept = kept[:-1]
    return kept.rstrip() + _CUT


def _fits(words: str, width: float, size: float, *, bold: bool) -> bool:
    return text_width(words, size=size, bold=bold) <= width
