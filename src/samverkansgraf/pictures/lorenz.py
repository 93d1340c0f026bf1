"""The Lorenz curve as SVG: what share of people has what share of what there is, beside the line of equal shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.style import FOCUS, INK, LINK_NO_TIE, PAPER
from samverkansgraf.pictures.svg_text import number, safe

if TYPE_CHECKING:
    import polars as pl

#: A picture is shown as wide as the page: twice as wide as high, it leaves room for the text.
_WIDE: Final = 620.0
_HIGH: Final = 290.0
_LEFT, _TOP, _BELOW, _RIGHT = 84.0, 16.0, 58.0, 24.0
_TICKS: Final = (0, 25, 50, 75, 100)
#: With more points than this the line alone is drawn.
_MOST_DOTS: Final = 50
_FONT: Final = 'font-family="sans-serif" font-size="13"'


def lorenz_svg(points: pl.DataFrame, *, across: str, up: str, percent: str = "%") -> str:
    """
    Return a Lorenz curve as SVG text, without anything from outside.

    Parameters
    ----------
    points
        Columns ``share_of_people, share_of_initiatives``, 0–1, rising.
    across, up
        What the axes are.
    percent
        What stands after a number of per cent.

    Examples
    --------
    >>> import polars as pl
    >>> ends = pl.DataFrame({"share_of_people": [0.0, 1.0], "share_of_initiatives": [0.0, 1.0]})
    >>> lorenz_svg(ends, across="people", up="initiatives").startswith("<svg ")
    True
    """
    width, height = _LEFT + _WIDE + _RIGHT, _TOP + _HIGH + _BELOW
    curve = " ".join(f"{number(_x(people))},{number(_y(share))}" for people, share in points.iter_rows())
    equal = f"M{number(_x(0))},{number(_y(0))} L{number(_x(1))},{number(_y(1))}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}">',
        f'<rect width="{number(width)}" height="{number(height)}" fill="{PAPER}"/>',
        *(_tick(tick, percent) for tick in _TICKS),
        f'<path d="M{number(_x(0))},{number(_y(1))} V{number(_y(0))} H{number(_x(1))}" fill="none" stroke="{INK}"/>',
        f'<path d="{equal}" stroke="{LINK_NO_TIE}" stroke-dasharray="6 4"/>',
        f'<polyline points="{curve}" fill="none" stroke="{FOCUS}" stroke-width="2.5"/>',
        *(
            f'<circle cx="{number(_x(people))}" cy="{number(_y(share))}" r="3.5" fill="{FOCUS}"/>'
            for people, share in points.iter_rows()
            if points.height <= _MOST_DOTS
        ),
        f'<text x="{number(_x(0.5))}" y="{number(height - 12)}" text-anchor="middle" fill="{INK}" {_FONT}>{safe(across)}</text>',
        f'<text transform="translate(18 {number(_y(0.5))}) rotate(-90)" text-anchor="middle" fill="{INK}" {_FONT}>{safe(up)}</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(share: float) -> float:
    return _LEFT + _WIDE * share


def _y(share: float) -> float:
    return _TOP + _HIGH * (1 - share)


def _tick(percents: int, percent: str) -> str:
    """Return a number on each axis."""
    words, share = safe(f"{percents}{percent}"), percents / 100
    return (
        f'<text x="{number(_x(share))}" y="{number(_y(0) + 20)}" text-anchor="middle" fill="{INK}" {_FONT}>{words}</text>'
        f'<text x="{number(_x(0) - 8)}" y="{number(_y(share) + 4)}" text-anchor="end" fill="{INK}" {_FONT}>{words}</text>'
    )
