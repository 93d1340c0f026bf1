"""Legends of views: a swatch and what it means, line by line, wrapped to the drawing's width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.views.fitting import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkansgraf.pictures.views.drawing import Drawing

INK: Final = "#1b1f24"
#: Of lines that carry meaning: more than 3:1 on white.
LINE: Final = "#5a6673"
_SIZE: Final = 13
_STEP: Final = 18
_GAP: Final = 10
_SWATCH: Final = 54
_LEFT: Final = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One sign and its words.

    ``draw`` draws the sign in a box: it is given the drawing and the box's left, top, width and height, which is ``high``.
    """

    words: str
    draw: Callable[[Drawing, float, float, float, float], None]
    high: float = 24


def legend_height(entries: Sequence[Entry], width: float) -> float:
    """Return how much room a legend takes."""
    return 30 + sum(_height(entry, width) for entry in entries)


def draw_legend(drawing: Drawing, title: str, entries: Sequence[Entry], *, top: float, width: float) -> None:
    """Draw a legend below a picture."""
    drawing.text(title, _LEFT, top + 16, size=14, font_weight="600", fill=INK)
    y = top + 30
    for entry in entries:
        entry.draw(drawing, _LEFT, y, _SWATCH, entry.high)
        for position, words in enumerate(_lines(entry, width)):
            drawing.text(words, _LEFT + _SWATCH + 12, y + 16 + position * _STEP, size=_SIZE, fill=INK)
        y += _height(entry, width)


def _lines(entry: Entry, width: float) -> list[str]:
    return lines(entry.words, width - _SWATCH - 2 * _LEFT - 12, size=_SIZE, most=9)


def _height(entry: Entry, width: float) -> float:
    return max(entry.high, 6 + len(_lines(entry, width)) * _STEP) + _GAP
