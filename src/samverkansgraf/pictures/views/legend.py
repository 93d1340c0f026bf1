"""Legends of views: a sign and what it means, line by line, wrapped to the drawing's width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from samverkansgraf.pictures.views.fitting import lines
from samverkansgraf.pictures.views.palette import INK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkansgraf.pictures.views.drawing import Drawing

#: Draws a sign in a box: it is given the drawing and the box's left, top, width and height.
Sign: TypeAlias = "Callable[[Drawing, float, float, float, float], None]"
_SIZE: Final = 13
_STEP: Final = 18
_GAP: Final = 10
_SIGN: Final = 54
_TITLE: Final = 30
_MOST_LINES: Final = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """One sign, ``high`` pixels high, and its words."""

    words: str
    draw: Sign
    high: float = 24


@dataclass(frozen=True, slots=True)
class Legend:
    """
    What the signs of a drawing mean.

    Attributes
    ----------
    title
        What stands above it.
    entries
        The signs, in their order.
    width
        Of the drawing, in pixels.
    left
        Where it begins; as much is left free at the right.
    """

    title: str
    entries: Sequence[Entry]
    width: float
    left: float = 8

    @property
    def height(self) -> float:
        """How much room it takes."""
        return _TITLE + sum(self._height(entry) for entry in self.entries)

    def draw(self, drawing: Drawing, top: float) -> None:
        """Draw it below a picture."""
        drawing.text(self.title, self.left, top + 16, size=14, font_weight="600", fill=INK)
        y = top + _TITLE
        for entry in self.entries:
            entry.draw(drawing, self.left, y, _SIGN, entry.high)
            for position, words in enumerate(self._lines(entry)):
                x = self.left + _SIGN + 12
                drawing.text(words, x, y + 16 + position * _STEP, size=_SIZE, fill=INK)
            y += self._height(entry)

    def _lines(self, entry: Entry) -> list[str]:
        return lines(entry.words, self.width - _SIGN - 2 * self.left - 12, size=_SIZE, most=_MOST_LINES)

    def _height(self, entry: Entry) -> float:
        return max(entry.high, 6 + len(self._lines(entry)) * _STEP) + _GAP


def swatch(fill: str, **looks: str | float | None) -> Sign:
    """Return a sign: a small framed surface."""

    def draw(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
        given: dict[str, str | float | None] = {"stroke": INK, "stroke_width": 1, **looks}
        drawing.add("rect", x=x + 1, y=y + 1, width=width - 2, height=height - 2, fill=fill, **given)

    return draw


def stroke(**looks: str | float | None) -> Sign:
    """Return a sign: a line."""

    def draw(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
        given: dict[str, str | float | None] = {"stroke": INK, "stroke_width": 2, **looks}
        middle = y + height / 2
        drawing.add("line", x1=x, y1=middle, x2=x + width, y2=middle, **given)

    return draw
