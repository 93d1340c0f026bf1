"""Words broken and cut so that they fit where they are drawn."""

from __future__ import annotations

from typing import Final

from samverkansgraf.documents.blocks import one_line
from samverkansgraf.pictures.lettering import text_width

_CUT: Final = "…"


def lines(words: str, width: float, *, size: float = 12, most: int = 2) -> list[str]:
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
        taken = rest[:1]
        while len(taken) < len(rest) and text_width(" ".join(rest[: len(taken) + 1]), size=size) <= width:
            taken = rest[: len(taken) + 1]
        if len(made) == most - 1 and len(taken) < len(rest):
            taken = rest
        made.append(_cut(" ".join(taken), width, size))
        rest = rest[len(taken) :]
    return made


def _cut(words: str, width: float, size: float) -> str:
    """Return one line, cut off where it is too wide."""
    if text_width(words, size=size) <= width:
        return words
    while words and text_width(words + _CUT, size=size) > width:
        words = words[:-1]
    return words.rstrip() + _CUT
