"""Where next: with so many new initiatives or partners, which cells first, and what it would cost to choose otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.coverage.planning.constraints import Constraints, found_constraints
from samverkansgraf.coverage.planning.lattice import lattice as cells_of
from samverkansgraf.coverage.planning.nearness import neighbours
from samverkansgraf.coverage.planning.pool import Pool
from samverkansgraf.coverage.planning.weighing import Weights, weights
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from samverkansgraf.coverage.planning.constraints import Pattern
    from samverkansgraf.coverage.planning.lattice import Lattice
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

GAP: Final = "none_found"
UNKNOWN: Final = "not_searched"


@dataclass(frozen=True, slots=True)
class Plan:
    """
    A plan, and what it is worth knowing of it.

    Attributes
    ----------
    picks
        A row for each cell chosen: ``plan`` (``best``, ``alternative_1`` …, ``fair``, ``search_first``), ``pick`` (from 1,
        the one that adds most first), ``advice`` (``start`` an initiative, ``join``: a partner for what is there,
        ``search`` first), the labels of the cell, ``value``, ``weight`` (of the cell), ``adds`` (the weight that it covers and
        no earlier pick of the plan does), ``also_covers`` (labels of other such cells), ``loss_without`` (how much less the
        best plan without this cell covers; null where there is none, and in other plans than ``best``),
        ``plan_covers`` and ``of_best`` (the plan's weight, and as a share of the best one's, 0–1).
    groups
        By group (district, unless the cells have none): the weight of its gaps before, after the best plan and after the
        fair one.
    names, fair_by, budget
        The dimensions; that of the groups; how many.
    counts
        Cells by value.
    weighed
        The weights.
    served
        Gaps left out because something nearby is documented.
    price
        How much less the fair plan covers, as a share of the best, 0–1; null without gaps.
    searched_instead
        What must be chosen but can only be searched for, nobody having looked.
    room
        Picks that no gap was left for.
    """

    picks: pl.DataFrame
    groups: pl.DataFrame
    names: tuple[str, ...]
    fair_by: str
    budget: int
    counts: dict[str, int]
    weighed: Weights
    served: int
    price: float | None
    searched_instead: tuple[str, ...]
    room: int

    @property
    def plans(self) -> pl.DataFrame:
        """
        Each plan that starts something: ``plan``, ``picks`` (how many), ``covers``, ``of_best`` and ``price``.

        ``covers`` is the weight it covers, ``of_best`` that as a share of what the best plan does, and ``price`` the share
        that it covers less, 0–1: of the fair plan the price of fairness (Bertsimas, Farias & Trichakis 2011,
        doi:10.1287/opre.1100.0865). Without gaps there is no row.
        """
        starts = self.picks.filter(pl.col("plan") != "search_first")
        found = starts.group_by("plan", maintain_order=True).agg(
            picks=pl.len().cast(pl.Int64),
            covers=pl.col("plan_covers").first(),
            of_best=pl.col("of_best").first(),
        )
        price = pl.when(plan="fair").then(pl.lit(self.price)).otherwise(1 - pl.col("of_best"))
        return found.with_columns(price=price.cast(pl.Float64))


def plan(
    frames: Frames,
    bounds: Bounds,
    *,
    budget: int,
    by: Sequence[str] = ("district", "theme"),
    at: str | date | None = None,
    need: pl.DataFrame | None = None,
    near: pl.DataFrame | None = None,
    constraints: Constraints | None = None,
    alternatives: int = 2,
    gap: float = 0.1,
    language: Language = "sv",
    division: str | None = None,
) -> Plan:
    """
    Return which cells to start something in first, with so many new initiatives or partners.

    Parameters
    ----------
    frames, bounds, at, language, division
        As :func:`~samverkansgraf.coverage.cells.coverage` has them.
    budget
        How many.
    by
        Of ``district``, ``theme``, ``sector``. With sector a pick is a partner of that sector: for what is documented
        in the district and theme (``join``), else with something new (``start``).
    need
        ``place, need``, as :func:`~samverkansgraf.coverage.planning.weighing.weights` has it. Without it cells weigh the
        same, one each.
    near
        ``place, near``: what is started in a place also serves another, both ways. A gap that lies near something
        documented of the same kind counts as served.
    constraints
        What the plan keeps to.
    alternatives
        The most next-best plans to show.
    gap
        How much less than the best, as a share, an alternative may cover.

    Returns
    -------
    plan
        Only cells of value ``none_found`` are places to start in. For ``not_searched`` there is a choice of as many
        cells apart, with the advice to search first; ``indirect`` cells are in neither.

    Raises
    ------
    UsageError
        A name is unknown, the constraints cannot all be met (then it says which, and what would loosen them), or
        there are too many candidates.

    Notes
    -----
    Maximal covering, solved exactly (Church & ReVelle 1974, doi:10.1007/BF01942293). Of plans that cover as much, the one
    with fewest picks stands, and of these the one whose cells come first in the table of coverage. Something
    started for a narrower theme or sector also covers the broader one's cell.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby"}])
    >>> plan(Frames.of(places=places), Bounds(districts=("urn:b",)), budget=1, by=["district"]).picks.row(0)[:4]
    ('search_first', 1, 'search', 'Bäckby')
    """
    if budget < 1:
        raise UsageError(f"plan: a budget of {budget} chooses nothing; give 1 or more")
    cells = cells_of(frames, bounds, by=by, at=at, language=language, division=division)
    weighed = weights(cells, need)
    found = found_constraints(frames, cells, constraints or Constraints())
    also = neighbours(cells, near)
    served = _served(cells, also)
    pools = {
        value: [cell for cell, one in enumerate(cells.values) if one == value and cell not in served]
        for value in (GAP, UNKNOWN)
    }
    musts = _in_pools(cells, pools, found.must)
    planned = {
        value: Pool.of(cells, pool, weighed, found=found, must=musts[value], budget=budget, also=also)
        for value, pool in pools.items()
    }
    fair_by = "district" if "district" in cells.names else cells.names[0]
    advice = _advice(frames, bounds, cells, at, division)
    rows, groups, price = planned[GAP].plans(fair_by, alternatives, gap, advice)
    first = planned[UNKNOWN].rows("search_first", planned[UNKNOWN].best(), advice)
    schema = _schema(cells.names)
    return Plan(
        picks=pl.DataFrame([*rows, *first], schema=schema, orient="row"),
        groups=groups,
        names=cells.names,
        fair_by=fair_by,
        budget=budget,
        counts={value: cells.values.count(value) for value in (GAP, UNKNOWN, "indirect", "covered")},
        weighed=weighed,
        served=len(served),
        price=price,
        searched_instead=tuple(pattern.written for pattern in musts[UNKNOWN]),
        room=max(0, budget - sum(row[0] == "best" for row in rows)),
    )


def _schema(names: Iterable[str]) -> dict[str, Any]:
    text, number = pl.String(), pl.Float64()
    return {
        "plan": text, "pick": pl.Int64(), "advice": text, **dict.fromkeys(names, text), "value": text, "weight": number,
        "adds": number, "also_covers": pl.List(text), "loss_without": number, "plan_covers": number, "of_best": number,
    }  # fmt: skip


def _served(cells: Lattice, also: dict[int, tuple[int, ...]]) -> set[int]:
    """Return the gaps near something documented of the same kind."""
    if not also:
        return set()
    axis = cells.names.index("district")
    found = set()
    for cell, value in enumerate(cells.values):
        if value == "covered":
            place = list(cells.place(cell))
            for other in also.get(place[axis], ()):
                near = cells.number([*place[:axis], other, *place[axis + 1 :]])
                if cells.values[near] == GAP:
                    found.add(near)
    return found


def _in_pools(
    cells: Lattice, pools: dict[str, list[int]], musts: Sequence[Pattern]
) -> dict[str, list[Pattern]]:
    """Return what must be chosen by the pool that has it: gaps before what nobody has searched."""
    found: dict[str, list[Pattern]] = {value: [] for value in pools}
    problems = []
    for pattern in musts:
        for value, pool in pools.items():
            if any(pattern.of(cells, cell) for cell in pool):
                found[value].append(pattern)
                break
        else:
            values = sorted(
                {cells.values[cell] for cell in range(len(cells.values)) if pattern.of(cells, cell)}
            )
            problems.append(
                f"plan: {pattern.written!r} must be chosen, but is {' or '.join(values)}: a plan starts something only where "
                f"a search found nothing; leave out --must '{pattern.written}'"
            )
    if problems:
        raise UsageError("\n".join(problems))
    return found


def _advice(
    frames: Frames, bounds: Bounds, cells: Lattice, at: str | date | None, division: str | None
) -> list[str]:
    """Return for each cell what to do there."""
    rest = tuple(name for name in cells.names if name != "sector")
    there: set[int] = set()
    if len(rest) < len(cells.names):
        axis = cells.names.index("sector")
        coarse = cells_of(frames, bounds, by=rest, at=at, division=division) if rest else None
        for cell in range(len(cells.values)):
            place = cells.place(cell)
            if (
                coarse is None
                or coarse.values[coarse.number([*place[:axis], *place[axis + 1 :]])] == "covered"
            ):
                there.add(cell)
    return [
        "search" if value == UNKNOWN else "join" if cell in there else "start"
        for cell, value in enumerate(cells.values)
    ]
