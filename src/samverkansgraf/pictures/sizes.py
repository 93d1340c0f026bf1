"""How large the actors of a picture are drawn, by a measure of those that may be ranked."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.tables import node_table
from samverkansgraf.measures.withheld import ranking_withheld
from samverkansgraf.pictures.geometry import ACTOR_RADIUS
from samverkansgraf.ties import DEFAULT_SELECTION, Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.frames import Frames

Size = Literal["none", "degree", "betweenness"]
SIZES: Final[tuple[Size, ...]] = ("none", "degree", "betweenness")

_GREATEST: Final = 32.0
_LEAST: Final = 7.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """
    The radius of each actor that has a value, and what the radii mean.

    ``measure`` is ``none`` where all are drawn alike. ``scale`` holds some values with their radii, the
    greatest first. Actors that are not in ``radii`` have the usual size and a dashed rim: they are not
    measured, or a ranking would say more about who wrote the sources than about them.
    """

    measure: Size = "none"
    radii: Mapping[str, float] = field(default_factory=dict)
    scale: tuple[tuple[float, float], ...] = ()


def node_sizes(frames: Frames, measure: Size, *, selection: Selection = DEFAULT_SELECTION) -> Sizes:
    """
    Return the sizes of actors by a measure: the area of a shape grows with the value.

    Parameters
    ----------
    frames
        The graph; the measure is that of the network as ``network`` takes it unless told otherwise.
    measure
        ``degree``, ``betweenness`` or ``none``.
    selection
        Which participations count, such as those of a date.

    Returns
    -------
    sizes
        Actors for whom :func:`~samverkansgraf.measures.withheld.ranking_withheld` has a reason, and those
        outside the measured network, are left out. Very small values share the smallest size that can be
        seen and pointed at.

    Raises
    ------
    UsageError
        There is no such measure here.
    """
    if measure not in SIZES:
        raise UsageError(f"size {measure!r} is unknown; use one of {', '.join(SIZES)}")
    if measure == "none":
        return Sizes()
    withheld = ranking_withheld(frames, selection)
    values = {
        row["id"]: row["value"]
        for row in node_table(frames, measure, selection=selection).iter_rows(named=True)
        if row["value"] is not None and row["id"] not in withheld
    }
    greatest = max(values.values(), default=0.0)
    if greatest <= 0:
        return Sizes(measure, dict.fromkeys(values, _LEAST), ((0.0, _LEAST),) if values else ())
    return Sizes(
        measure,
        {actor: _radius(value, greatest) for actor, value in values.items()},
        tuple((share * greatest, _radius(share * greatest, greatest)) for share in (1.0, 0.5, 0.1)),
    )


def _radius(value: float, greatest: float) -> float:
    """Return the radius whose square is to the greatest as the values are."""
    return round(max(_LEAST, _GREATEST * math.sqrt(value / greatest)), 1)


def usual(sizes: Sizes, actor: str) -> float:
    """Return the radius of an actor, the usual one where it has no size of its own."""
    return sizes.radii.get(actor, ACTOR_RADIUS)
