"""
Which searches would tell most: one of a district asks of every theme, one of a theme of every district.

What a search would tell is the number of cells without an answer that it would answer, each weighed by the need of its
district and by how little is known of it: one where nobody has looked, less where something is told of indirectly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.coverage.planning.covering import Covering, best_covering, whole_weights
from samverkansgraf.coverage.planning.lattice import lattice as cells_of
from samverkansgraf.coverage.planning.leads import leads
from samverkansgraf.coverage.planning.weighing import Weights, weights
from samverkansgraf.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkansgraf.coverage.planning.lattice import Lattice
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: How much of a cell's ignorance is left where something is told of indirectly.
INDIRECT: Final = 0.5
#: More cells without an answer than this, and searches are chosen one after another.
MOST_CELLS: Final = 20_000

EVERYTHING: Final = "*"
#: The kind of search that is of one cell.
CELL: Final = "cell"


@dataclass(frozen=True, slots=True)
class NextSearches:
    """
    Searches to make, and what they would tell.

    Attributes
    ----------
    searches
        A row each, the one that adds most for its effort first: ``search`` (rank), ``kind`` (the dimension that it is of
        one thing in, or ``cell``), the dimensions (a label, or ``*`` for all), ``effort``, ``not_searched`` and ``indirect``
        (cells of that value it would answer), ``adds`` (cells that no earlier row answers), ``weight`` and
        ``adds_weight`` (the same by need and ignorance), ``so_far`` (the weight answered by this and the earlier rows, as a
        share of all without an answer, 0–1), ``population`` (of its districts; null where one's is not known),
        ``registers``, ``ask`` and ``may_be_there`` (see :func:`~samverkansgraf.coverage.planning.leads.leads`).
    places
        For each row the IRI by dimension of what it is of; a dimension it is of all in is left out.
    names, weighed, counts
        The dimensions, the weights and the cells by value.
    unnamed
        Districts that nobody has named, which no search of these answers for.
    exact
        Whether the set is the best of all sets; else it was chosen one after another.
    """

    searches: pl.DataFrame
    places: tuple[dict[str, str], ...]
    names: tuple[str, ...]
    weighed: Weights
    counts: dict[str, int]
    unnamed: int
    exact: bool


def next_searches(
    frames: Frames,
    bounds: Bounds,
    *,
    budget: float = 5,
    by: Sequence[str] = ("district", "theme"),
    at: str | date | None = None,
    need: pl.DataFrame | None = None,
    kinds: Sequence[str] | None = None,
    efforts: Mapping[str, float] | None = None,
    indirect: float = INDIRECT,
    language: Language = "sv",
    division: str | None = None,
) -> NextSearches:
    """
    Return which searches would tell most for their effort.

    Parameters
    ----------
    frames, bounds, by, at, need, language, division
        As :func:`~samverkansgraf.coverage.planning.where_next.plan` has them.
    budget
        How much effort: how many searches, unless efforts are given.
    kinds
        Searches to choose among: of one ``district`` (all else), of one ``theme``, of one ``sector``, or of one ``cell``;
        every dimension unless given.
    efforts
        By kind, what one search of it costs; 1 unless given.
    indirect
        What a cell with indirect evidence only weighs beside one that nobody has searched, 0–1.

    Returns
    -------
    searches
        The set that would answer most, and in it the one that adds most for its effort first. Of sets as good, the one
        with fewest searches, which come first: by kind in the order given, then as the cells do.

    Raises
    ------
    UsageError
        A name is unknown or a number out of range.

    Notes
    -----
    Maximal covering, solved exactly (Church & ReVelle 1974, doi:10.1007/BF01942293) up to 20,000 cells without an
    answer; beyond, one after another by what each adds for its effort.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby"}])
    >>> found = next_searches(Frames.of(places=places), Bounds(districts=("urn:b",)), by=["district"])
    >>> found.searches.select("district", "not_searched", "so_far").row(0)
    ('Bäckby', 1, 1.0)
    """
    if not 0 <= indirect <= 1:
        raise UsageError(f"plan: indirect cells weigh {indirect}; give a number from 0 to 1")
    if budget <= 0:
        raise UsageError(f"plan: a budget of {budget:g} makes no search; give more than 0")
    cells = cells_of(frames, bounds, by=by, at=at, language=language, division=division)
    weighed = weights(cells, need)
    known = (*cells.names, CELL)
    chosen_kinds = tuple(kinds or cells.names)
    effort = dict.fromkeys(known, 1.0) | dict(efforts or {})
    for kind in (*chosen_kinds, *effort):
        if kind not in known:
            remedy = did_you_mean(kind, known) or f"choose among {', '.join(known)}"
            raise UsageError(f"plan: there is no search of one {kind!r}; {remedy}")
    for kind, cost in effort.items():
        if not cost > 0:
            raise UsageError(f"plan: a search of one {kind} costs {cost:g}; give more than 0")
    counts = {
        name: cells.values.count(name) for name in ("not_searched", "indirect", "none_found", "covered")
    }
    candidates = [one for kind in chosen_kinds for one in _of_kind(cells, kind)]
    ignorance = {"not_searched": 1.0, "indirect": indirect}
    open_cells = [cell for cell, value in enumerate(cells.values) if ignorance.get(value)]
    number = {cell: place for place, cell in enumerate(open_cells)}
    footprints = [
        tuple(number[cell] for cell in _answered(cells, one) if cell in number) for one in candidates
    ]
    kept = [place for place, footprint in enumerate(footprints) if footprint]
    candidates, footprints = [candidates[one] for one in kept], [footprints[one] for one in kept]
    worth = [weighed.of[cell] * ignorance[cells.values[cell]] for cell in open_cells]
    costs = tuple(effort[_kind(cells, one)] for one in candidates)
    covering = Covering(tuple(footprints), whole_weights(worth), budget, efforts=costs)
    exact = len(open_cells) <= MOST_CELLS
    chosen = best_covering(covering) if exact else _one_after_another(covering)
    order = _by_gain(covering, chosen or ())
    rows = _rows(cells, open_cells, worth, covering, order)
    ofs = tuple({name: cells.terms[name][place] for name, place in candidates[one].items()} for one in order)
    beside = leads(frames, ofs, districts=cells.terms.get("district", ()), at=at)
    searches = pl.DataFrame(
        [
            {
                "search": place + 1,
                "kind": _kind(cells, candidates[one]),
                **{
                    name: cells.labels[name][candidates[one][name]] if name in candidates[one] else EVERYTHING
                    for name in cells.names
                },
                **row,
                "population": _population(frames, cells, candidates[one]),
                **lead,
            }
            for place, (one, row, lead) in enumerate(zip(order, rows, beside, strict=True))
        ],
        schema=_schema(cells.names),
    )
    unnamed = 0
    if "district" in cells.names and division is None:
        unnamed = max(0, (bounds.district_total or 0) - len(cells.terms["district"]))
    return NextSearches(searches, ofs, cells.names, weighed, counts, unnamed, exact)


def _schema(names: Sequence[str]) -> dict[str, Any]:
    text, whole, number, texts = pl.String(), pl.Int64(), pl.Float64(), pl.List(pl.String())
    return {
        "search": whole, "kind": text, **dict.fromkeys(names, text), "effort": number, "not_searched": whole,
        "indirect": whole, "adds": whole, "weight": number, "adds_weight": number, "so_far": number, "population": whole,
        "registers": texts, "ask": texts, "may_be_there": texts,
    }  # fmt: skip


def _of_kind(cells: Lattice, kind: str) -> list[dict[str, int]]:
    if kind == CELL:
        return [dict(zip(cells.names, cells.place(cell), strict=True)) for cell in range(len(cells.values))]
    return [{kind: place} for place in range(len(cells.terms[kind]))]


def _kind(cells: Lattice, candidate: Mapping[str, int]) -> str:
    return (
        next(iter(candidate))
        if len(candidate) == 1 and len(cells.names) > 1
        else (CELL if len(candidate) > 1 else cells.names[0])
    )


def _answered(cells: Lattice, candidate: Mapping[str, int]) -> list[int]:
    return cells.box(
        cells.below[name][candidate[name]] if name in candidate else range(len(cells.terms[name]))
        for name in cells.names
    )


def _one_after_another(covering: Covering) -> tuple[int, ...]:
    """Return candidates within the budget, each the one that adds most for its effort."""
    chosen: list[int] = []
    covered: set[int] = set()
    left, budget = list(range(len(covering.footprints))), covering.budget
    while True:
        fitting = [one for one in left if covering.efforts[one] <= budget + 1e-9]
        gains = {
            one: sum(covering.weights[cell] for cell in covering.footprints[one] if cell not in covered)
            for one in fitting
        }
        best = max(fitting, key=lambda one: (gains[one] / covering.efforts[one], -one), default=None)
        if best is None or not gains[best]:
            return tuple(sorted(chosen))
        chosen.append(best)
        left.remove(best)
        covered.update(covering.footprints[best])
        budget -= covering.efforts[best]


def _by_gain(covering: Covering, chosen: Sequence[int]) -> list[int]:
    """Return the candidates chosen, the one that adds most for its effort first."""
    left, order = list(chosen), []
    covered: set[int] = set()
    while left:
        gains = {
            one: sum(covering.weights[cell] for cell in covering.footprints[one] if cell not in covered)
            for one in left
        }
        best = max(left, key=lambda one: (gains[one] / covering.efforts[one], -one))
        order.append(best)
        left.remove(best)
        covered.update(covering.footprints[best])
    return order


def _rows(
    cells: Lattice,
    open_cells: Sequence[int],
    worth: Sequence[float],
    covering: Covering,
    order: Sequence[int],
) -> list[dict[str, Any]]:
    total, covered, rows = math.fsum(worth), set[int](), []
    for one in order:
        footprint = set(covering.footprints[one])
        new = footprint - covered
        covered |= footprint
        values = [cells.values[open_cells[place]] for place in footprint]
        rows.append(
            {
                "effort": covering.efforts[one],
                "not_searched": values.count("not_searched"),
                "indirect": values.count("indirect"),
                "adds": len(new),
                "weight": math.fsum(worth[place] for place in sorted(footprint)),
                "adds_weight": math.fsum(worth[place] for place in sorted(new)),
                "so_far": math.fsum(worth[place] for place in sorted(covered)) / total if total else None,
            }
        )
    return rows


def _population(frames: Frames, cells: Lattice, candidate: Mapping[str, int]) -> int | None:
    """Return how many live in the districts that a search is of, if it is known of each."""
    if "district" not in cells.names:
        return None
    places = cells.below["district"][candidate["district"]] if "district" in candidate else None
    known = dict(frames.places.select("place", "population").iter_rows())
    terms = cells.terms["district"]
    counted = [known.get(terms[place]) for place in (range(len(terms)) if places is None else places)]
    return None if any(one is None for one in counted) else sum(one for one in counted if one is not None)
