"""Removal curves as SVG: two orders against the mean and the band of chance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.views.drawing import Drawing
from samverkansgraf.pictures.views.legend import Entry, Legend
from samverkansgraf.pictures.views.palette import BLUE, INK, LINE, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from samverkansgraf.documents.names import Names
    from samverkansgraf.documents.words import Words

#: The shares drawn, one panel each.
SHARES: Final = ("largest_share", "initiatives_share")
ORDERS: Final = ("betweenness", "degree")
_WIDE: Final = 926
_LEFT: Final = 66
_RIGHT: Final = 24
_PANEL: Final = 210
_STEP: Final = 64  # between two panels
_TOP: Final = 44
_TARGET: Final = 24  # pixels that a pointer hits
_COLOURS: Final = {"betweenness": BLUE, "degree": "#8a3b00"}
_DASHES: Final = {"betweenness": None, "degree": "9 4"}


def anchor(step: int) -> str:
    """Return the name of the table's row on a step."""
    return f"step-{step}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """
    The curves of one network, as :func:`~samverkansgraf.measures.fragility.removal_curve` has them.

    ``listed`` is how many steps have a row in the table; ``recomputed`` whether the order of betweenness was
    computed anew after each step.
    """

    betweenness: pl.DataFrame
    degree: pl.DataFrame
    random: pl.DataFrame
    listed: int
    recomputed: bool

    @property
    def actors(self) -> int:
        """How many actors there are."""
        return self.random.height - 1


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where steps and shares lie in one panel."""

    top: float
    steps: int

    def x(self, step: float) -> float:
        return round(_LEFT + 8 + step / max(self.steps, 1) * (_WIDE - _LEFT - _RIGHT - 16), 1)

    def y(self, share: float) -> float:
        return round(self.top + (1 - share) * _PANEL, 1)


def removal_svg(curves: Curves, names: Names, *, title: str) -> str:
    """Draw the curves."""
    said = names.words
    legend = Legend(said.say("page.legend"), _entries(curves, said), _WIDE)
    bottom = _TOP + len(SHARES) * (_PANEL + _STEP) + 6
    height = bottom + legend.height
    drawing = Drawing(_WIDE, height, title=title)
    drawing.add("rect", width=_WIDE, height=height, fill=PAPER)
    with (
        drawing.within("defs"),
        drawing.within("pattern", id="chance", width=6, height=6, patternUnits="userSpaceOnUse"),
    ):
        drawing.add("rect", width=6, height=6, fill="#eef0f2")
        drawing.add("rect", width=6, height=1.5, fill="#b6bec6")
    for number, share in enumerate(SHARES):
        panel = _Panel(_TOP + number * (_PANEL + _STEP), curves.actors)
        _frame(drawing, panel, said, share)
        _chance(drawing, panel, curves.random, share)
        for order in reversed(ORDERS):  # where both are the same, a dot in a square
            _line(drawing, panel, getattr(curves, order)[share].to_list(), order)
        _links(drawing, panel, curves, said, share)
    drawing.text(said.say("removal.axis"), _WIDE / 2, bottom - 10, size=12, fill=INK, text_anchor="middle")
    legend.draw(drawing, bottom)
    return drawing.svg()


def _frame(drawing: Drawing, panel: _Panel, said: Words, share: str) -> None:
    """Draw the axes of a panel."""
    drawing.text(said.say(f"removal.{share}"), 8, panel.top - 16, size=13, font_weight="700", fill=INK)
    for part in (0, 0.25, 0.5, 0.75, 1):
        y = panel.y(part)
        drawing.add("line", x1=_LEFT, x2=_WIDE - _RIGHT, y1=y, y2=y, stroke="#d5dade", stroke_width=1)
        drawing.text(said.share(part), _LEFT - 8, y + 4, size=12, fill=INK, text_anchor="end")
    base = panel.y(0)
    drawing.add("line", x1=_LEFT, x2=_WIDE - _RIGHT, y1=base, y2=base, stroke=LINE, stroke_width=1)
    for step in _ticks(panel.steps):
        x = panel.x(step)
        drawing.add("line", x1=x, x2=x, y1=base, y2=base + 5, stroke=LINE, stroke_width=1)
        drawing.text(said.whole(step), x, base + 18, size=12, fill=INK, text_anchor="middle")


def _ticks(steps: int) -> range:
    """Return the steps whose number is written: at most some fifteen."""
    apart = next(one for one in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if steps / one <= 15)  # noqa: PLR2004
    return range(0, steps + 1, apart)


def _chance(drawing: Drawing, panel: _Panel, random: pl.DataFrame, share: str) -> None:
    """Draw the band and the mean of chance; where there is nothing to share, neither."""
    rows = list(random.select(share, f"{share}_low", f"{share}_high").iter_rows())
    known = [(step, *row) for step, row in enumerate(rows) if None not in row]
    if not known:
        return
    upper = [f"{panel.x(step)},{panel.y(high)}" for step, _, _, high in known]
    lower = [f"{panel.x(step)},{panel.y(low)}" for step, _, low, _ in reversed(known)]
    drawing.add("polygon", points=" ".join(upper + lower), fill="url(#chance)", stroke="#87919b")
    mean = " ".join(f"{panel.x(step)},{panel.y(middle)}" for step, middle, _, _ in known)
    drawing.add("polyline", points=mean, fill="none", stroke=LINE, stroke_width=2, stroke_dasharray="2 4")


def _line(drawing: Drawing, panel: _Panel, shares: Sequence[float | None], order: str) -> None:
    """Draw the curve of one order, with a mark for each step where they do not run together."""
    known = [(panel.x(step), panel.y(share)) for step, share in enumerate(shares) if share is not None]
    points = " ".join(f"{x},{y}" for x, y in known)
    colour = _COLOURS[order]
    drawing.add(
        "polyline", points=points, fill="none", stroke=colour, stroke_width=2, stroke_dasharray=_DASHES[order]
    )
    if len(known) <= 60:  # noqa: PLR2004 -- a dozen pixels apart
        for x, y in known:
            _mark(drawing, x, y, order)


def _mark(drawing: Drawing, x: float, y: float, order: str) -> None:
    colour = _COLOURS[order]
    if order == "betweenness":
        drawing.add("circle", cx=x, cy=y, r=2.6, fill=colour)
    else:
        drawing.add(
            "rect", x=x - 4.5, y=y - 4.5, width=9, height=9, fill=PAPER, stroke=colour, stroke_width=1.8
        )


def _links(drawing: Drawing, panel: _Panel, curves: Curves, said: Words, share: str) -> None:
    """Lay strips over the steps that lead to their rows: several steps in one where they lie close."""
    between = panel.x(1) - panel.x(0) if curves.actors else _TARGET
    together = max(1, -(-_TARGET // between).__trunc__())
    for first in range(0, curves.listed + 1, together):
        last = min(first + together - 1, curves.listed)
        told = (
            said.count("removal.step", first)
            if first == last
            else said.say("removal.steps", first=said.whole(first), last=said.whole(last))
        )
        left = max(panel.x(first) - between / 2, _LEFT - 12)
        right = min(panel.x(last) + between / 2, _WIDE - 8)
        with drawing.link(anchor(first), f"{said.say(f'removal.{share}')}. {told}"):
            drawing.add(
                "rect",
                x=left,
                y=panel.top - 6,
                width=right - left,
                height=_PANEL + 12,
                fill=PAPER,
                fill_opacity="0",
            )


def _entries(curves: Curves, said: Words) -> list[Entry]:
    """Return what the lines and the band mean."""
    draws, seed = curves.random["draws"][0], curves.random["seed"][0]
    mean = (
        said.say("removal.mean_exact")
        if draws is None
        else said.say("removal.mean_means", draws=said.whole(draws), seed=str(seed))
    )
    again = said.say("removal.again") if curves.recomputed else ""
    return [
        Entry(said.say("removal.betweenness_means", again=again), partial(_piece, order="betweenness")),
        Entry(said.say("removal.degree_means"), partial(_piece, order="degree")),
        Entry(mean, _dots),
        Entry(said.say("removal.band_means"), _band),
    ]


def _piece(drawing: Drawing, x: float, y: float, width: float, height: float, *, order: str) -> None:
    middle = y + height / 2
    drawing.add(
        "line",
        x1=x,
        x2=x + width,
        y1=middle,
        y2=middle,
        stroke=_COLOURS[order],
        stroke_width=2,
        stroke_dasharray=_DASHES[order],
    )
    _mark(drawing, x + width / 2, middle, order)


def _dots(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
    middle = y + height / 2
    drawing.add(
        "line", x1=x, x2=x + width, y1=middle, y2=middle, stroke=LINE, stroke_width=2, stroke_dasharray="2 4"
    )


def _band(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
    drawing.add("rect", x=x, y=y + 4, width=width, height=height - 8, fill="url(#chance)", stroke="#87919b")
