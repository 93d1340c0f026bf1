"""
Shapes, colours and line patterns, the same in the page, the still picture and the legend.

The fills are Paul Tol's "muted" scheme, made for colour-blind readers, and every shape also
has a dark outline (contrast over 10:1 on white): nothing rests on colour alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.ties import CERTAINTY_LADDER
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Point = tuple[float, float]

INK: Final = "#1b2733"
PAPER: Final = "#ffffff"
INITIATIVE_FILL: Final = "#fdf3d7"
FOCUS: Final = "#0b57d0"
ZONE: Final = "#f3f5f7"
LINK: Final = "#3d4d5c"
LINK_NO_TIE: Final = "#6b7784"  # 4.5:1 on white
#: Colours of the living picture; the still one is always as on paper.
LIGHT: Final = {
    "paper": PAPER, "ink": INK, "initiative": INITIATIVE_FILL, "focus": FOCUS, "tie": LINK, "noTie": LINK_NO_TIE,
    "zone": ZONE,
}  # fmt: skip
DARK: Final = {
    "paper": "#14191f", "ink": "#e8edf2", "initiative": "#3a3218", "focus": "#8ab4f8", "tie": "#b9c4ce",
    "noTie": "#8b97a3", "zone": "#1f262e",
}  # fmt: skip
FONT: Final = "Arial, 'Liberation Sans', Helvetica, sans-serif"


def _ring(
    corners: int, *, turn: float = 0.0, inner: float | None = None, radius: float = 1.0
) -> tuple[Point, ...]:
    """Return the corners of a regular polygon, or of a star where ``inner`` is given."""
    steps = corners * (2 if inner is not None else 1)
    points = []
    for step in range(steps):
        reach = inner if inner is not None and step % 2 else radius
        angle = math.radians(turn - 90 + 360 * step / steps)
        points.append((round(reach * math.cos(angle), 3), round(reach * math.sin(angle), 3)))
    return tuple(points)


_PLUS: Final = (
    (-0.36, -1.0), (0.36, -1.0), (0.36, -0.36), (1.0, -0.36), (1.0, 0.36), (0.36, 0.36),
    (0.36, 1.0), (-0.36, 1.0), (-0.36, 0.36), (-1.0, 0.36), (-1.0, -0.36), (-0.36, -0.36),
)  # fmt: skip

#: Outlines within the square from -1 to 1; y grows downwards.
SHAPES: Final[dict[str, tuple[Point, ...]]] = {
    "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "hexagon": _ring(6, turn=30, radius=1.05),
    "shield": ((-0.85, -0.9), (0.85, -0.9), (0.85, 0.25), (0.0, 1.05), (-0.85, 0.25)),
    "star": _ring(5, inner=0.48, radius=1.2),
    "house": (
        (0.0, -1.05),
        (1.0, -0.2),
        (0.75, -0.2),
        (0.75, 0.9),
        (-0.75, 0.9),
        (-0.75, -0.2),
        (-1.0, -0.2),
    ),
    "triangle": ((0.0, -1.0), (1.05, 0.85), (-1.05, 0.85)),
    "diamond": ((0.0, -1.1), (1.0, 0.0), (0.0, 1.1), (-1.0, 0.0)),
    "circle": _ring(32, radius=0.95),
    "triangle-down": ((-1.05, -0.85), (1.05, -0.85), (0.0, 1.0)),
    "parallelogram": ((-0.5, -0.75), (1.15, -0.75), (0.5, 0.75), (-1.15, 0.75)),
    "plus": _PLUS,
    "octagon": _ring(8, turn=22.5),
    "hourglass": ((-0.85, -0.95), (0.85, -0.95), (0.25, 0.0), (0.85, 0.95), (-0.85, 0.95), (-0.25, 0.0)),
    "arrow": ((-0.95, -0.8), (0.3, -0.8), (1.05, 0.0), (0.3, 0.8), (-0.95, 0.8), (-0.4, 0.0)),
    "lozenge": ((0.0, -0.65), (1.25, 0.0), (0.0, 0.65), (-1.25, 0.0)),
    "drop": ((0.0, -1.2), (0.7, -0.1), (0.55, 0.65), (0.0, 0.95), (-0.55, 0.65), (-0.7, -0.1)),
}


@dataclass(frozen=True, slots=True)
class SectorStyle:
    """How the actors of one sector look."""

    shape: str
    fill: str


_SECTORS: Final[dict[str, SectorStyle]] = {
    sg("Municipality"): SectorStyle("square", "#332288"),
    sg("RegionalAuthority"): SectorStyle("hexagon", "#44aa99"),
    sg("StateAgency"): SectorStyle("shield", "#117733"),
    sg("Police"): SectorStyle("star", "#88ccee"),
    sg("PublicHousing"): SectorStyle("house", "#cc6677"),
    sg("PropertyOwner"): SectorStyle("triangle", "#882255"),
    sg("Business"): SectorStyle("diamond", "#ddcc77"),
    sg("CivilSociety"): SectorStyle("circle", "#e08214"),
    sg("University"): SectorStyle("triangle-down", "#aa4499"),
    sg("Media"): SectorStyle("parallelogram", "#999933"),
    sg("Residents"): SectorStyle("plus", "#d9d9d9"),
}
_OWN: Final = (
    SectorStyle("octagon", "#7f7f7f"),
    SectorStyle("hourglass", "#5b8db8"),
    SectorStyle("arrow", "#b5651d"),
    SectorStyle("lozenge", "#8fbc5a"),
)
NO_SECTOR: Final = SectorStyle("drop", "#ffffff")


def sector_styles(sectors: Iterable[str], broader: Mapping[str, Iterable[str]]) -> dict[str, SectorStyle]:
    """
    Return how each sector's actors look.

    A project's own sector has a shape of its own, in the colour of the nearest broader sector
    that this vocabulary knows; past four own sectors the shapes begin anew.

    Examples
    --------
    >>> sector_styles(["https://w3id.org/samverkansgraf/ns#Police"], {})
    {'https://w3id.org/samverkansgraf/ns#Police': SectorStyle(shape='star', fill='#88ccee')}
    """
    styles = {}
    own = 0
    for sector in sorted(set(sectors)):
        if sector in _SECTORS:
            styles[sector] = _SECTORS[sector]
            continue
        style = _OWN[own % len(_OWN)]
        own += 1
        known = _nearest_known(sector, broader)
        styles[sector] = SectorStyle(style.shape, _SECTORS[known].fill) if known else style
    return styles


def _nearest_known(sector: str, broader: Mapping[str, Iterable[str]]) -> str | None:
    """Return the nearest broader sector of this vocabulary, the first by IRI among equals."""
    seen = {sector}
    level = [sector]
    while level:
        level = sorted({up for one in level for up in broader.get(one, ())} - seen)
        seen.update(level)
        for one in level:
            if one in _SECTORS:
                return one
    return None


#: Dashes by certainty.
DASHES: Final[dict[str, tuple[int, ...]]] = {
    sg("Stated"): (),
    sg("StatedInPart"): (9, 6),
    sg("Planned"): (3, 5),
    sg("Inferred"): (12, 5, 2, 5),
}
UNKNOWN_DASHES: Final = (4, 4)
PLANNED_STATUS: Final = frozenset((sg("StatusProposed"), sg("StatusPlanned")))
FRAME_DASHES: Final = (7, 5)
RIM_DASHES: Final = (3, 3)


def strongest(certainties: Iterable[str | None]) -> str | None:
    """
    Return the strongest certainty; ``None`` where none is known.

    Examples
    --------
    >>> strongest([sg("Planned"), None, sg("StatedInPart")]) == sg("StatedInPart")
    True
    """
    known = {certainty for certainty in certainties if certainty is not None}
    return min(known, key=lambda one: (rank(one), one), default=None)


def rank(certainty: str | None) -> int:
    """Return how far from the strongest a certainty is; an unknown one is the farthest."""
    return CERTAINTY_LADDER.index(certainty) if certainty in CERTAINTY_LADDER else len(CERTAINTY_LADDER)


#: Line widths: who leads, who takes part, who only funds, informs or is aimed at.
WIDTH_LEAD: Final = 4.0
WIDTH_TIE: Final = 2.2
WIDTH_NO_TIE: Final = 1.5

#: How much of a hollow shape is left open.
HOLLOW: Final = 0.62
