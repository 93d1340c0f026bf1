"""Signs and what they mean, drawn below a picture; and the patterns of the four values of coverage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.geometry import FONT_SIZE, wrapped
from samverkansgraf.pictures.lettering import text_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkansgraf.pictures.views.drawing import Drawing

INK: Final = "#1b1f24"
PAPER: Final = "#ffffff"
SIZE: Final = 12.0
LINE: Final = 16.0
#: The four values, the one that calls for a search first.
VALUES: Final = ("not_searched", "indirect", "none_found", "covered")
_SIGN: Final = (34.0, 20.0)
_GAP: Final = 10.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that a function draws from an upper left corner, 34 wide and 20 high, and what it means."""

    draw: Callable[[Drawing, float, float], None]
    words: str


def lines_of(words: str, width: float, *, size: float = SIZE, most: int = 6) -> tuple[str, ...]:
    """Break words into lines of a width at a size of letters."""
    return wrapped(words, width=width * FONT_SIZE / size, max_lines=most)


def cut(words: str, width: float, *, size: float = SIZE, bold: bool = False) -> str:
    """
    Return one line of words, cut where it would be wider.

    Examples
    --------
    >>> cut("Mimer", 100), cut("Mimer", 30)
    ('Mimer', 'Mi…')
    """
    if text_width(words, size=size, bold=bold) <= width:
        return words
    kept = words[:200]
    while kept and text_width(f"{kept}…", size=size, bold=bold) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def legend_height(signs: Sequence[Sign], width: float) -> float:
    """Return how high a legend of this width is."""
    return sum(_height(sign, width) for sign in signs)


def draw_legend(drawing: Drawing, signs: Sequence[Sign], *, x: float, y: float, width: float) -> None:
    """Draw signs below each other with what they mean."""
    for sign in signs:
        sign.draw(drawing, x, y)
        for number, text in enumerate(lines_of(sign.words, _room(width))):
            drawing.text(text, x + _SIGN[0] + _GAP, y + 14 + number * LINE, size=SIZE, fill=INK)
        y += _height(sign, width)


def value_patterns(drawing: Drawing) -> None:
    """Define the pattern of each value, called ``value-`` and its name."""
    with drawing.within("defs"):
        with drawing.within("pattern", id="value-covered", width=8, height=8, patternUnits="userSpaceOnUse"):
            drawing.add("rect", width=8, height=8, fill="#e3f3e5")
            drawing.add("rect", width=3, height=8, fill="#5f9f69")
        with drawing.within(
            "pattern", id="value-indirect", width=10, height=10, patternUnits="userSpaceOnUse"
        ):
            drawing.add("rect", width=10, height=10, fill="#fff6d9")
            drawing.add("circle", cx=5, cy=5, r=2, fill="#9a7410")
        with drawing.within(
            "pattern", id="value-none_found", width=8, height=8, patternUnits="userSpaceOnUse"
        ):
            drawing.add("rect", width=8, height=8, fill="#ffffff")
            drawing.add("rect", width=8, height=2, fill="#8b95a1")
        with drawing.within(
            "pattern",
            id="value-not_searched",
            width=10,
            height=10,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        ):
            drawing.add("rect", width=10, height=10, fill="#23272e")
            drawing.add("rect", width=3, height=10, fill="#8b95a1")


def swatch(fill: str, **looks: str | float | None) -> Callable[[Drawing, float, float], None]:
    """Return a sign: a small framed surface."""

    def draw(drawing: Drawing, x: float, y: float) -> None:
        given: dict[str, str | float | None] = {"stroke": INK, "stroke_width": 1, **looks}
        drawing.add("rect", x=x + 1, y=y + 1, width=_SIGN[0] - 2, height=_SIGN[1] - 3, fill=fill, **given)

    return draw


def stroke(**looks: str | float | None) -> Callable[[Drawing, float, float], None]:
    """Return a sign: a line."""

    def draw(drawing: Drawing, x: float, y: float) -> None:
        given: dict[str, str | float | None] = {"stroke": INK, "stroke_width": 2, **looks}
        drawing.add("line", x1=x, y1=y + _SIGN[1] / 2, x2=x + _SIGN[0], y2=y + _SIGN[1] / 2, **given)

    return draw


def _room(width: float) -> float:
    return width - _SIGN[0] - _GAP


def _height(sign: Sign, width: float) -> float:
    return max(_SIGN[1], len(lines_of(sign.words, _room(width))) * LINE) + 6
