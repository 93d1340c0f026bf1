"""What each cell weighs: the need of its district, else one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from samverkansgraf.coverage.planning.lattice import Lattice


@dataclass(frozen=True, slots=True)
class Weights:
    """
    The weight of each cell of a lattice.

    ``by_need`` is false where all weigh the same for want of need; ``without`` has the labels of the districts whose need
    is not known, which weigh as the mean of the others.
    """

    of: tuple[float, ...]
    by_need: bool
    without: tuple[str, ...] = ()


def weights(lattice: Lattice, need: pl.DataFrame | None = None) -> Weights:
    """
    Return what each cell weighs.

    Parameters
    ----------
    lattice
        The cells.
    need
        Columns ``place, need``: a number from 0 up, the greater the more need, on a scale where twice is twice as
        much; null where it is not known. One row for a place. Places that are no district of the cells are left alone.

    Raises
    ------
    UsageError
        The cells have no districts, a need is below 0, no number or given twice, or none is known.
    """
    cells = len(lattice.values)
    if need is None:
        return Weights((1.0,) * cells, by_need=False)
    if "district" not in lattice.names:
        raise UsageError("plan: need is of districts; add district to --by, or leave the need out")
    given: dict[str, float] = {}
    for place, value in need.select("place", "need").drop_nulls().iter_rows():
        if place in given:
            raise UsageError(f"plan, need: {place} has two needs; give one")
        if not math.isfinite(value) or value < 0:
            raise UsageError(f"plan, need: {value} of {place} is no number from 0 up; correct it")
        given[place] = float(value)
    districts = lattice.terms["district"]
    known = [given[place] for place in districts if place in given]
    if not known or not any(known):
        raise UsageError(
            "plan, need: no district of the cells has a need above 0; give some, or leave the need out"
        )
    mean = math.fsum(known) / len(known)
    axis = lattice.names.index("district")
    of_district = [given.get(place, mean) for place in districts]
    missing = tuple(
        label
        for place, label in zip(districts, lattice.labels["district"], strict=True)
        if place not in given
    )
    return Weights(
        tuple(of_district[lattice.place(cell)[axis]] for cell in range(cells)), by_need=True, without=missing
    )
