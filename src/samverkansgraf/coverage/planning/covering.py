"""
Maximal covering: which few of many candidates cover the most weight, exactly.

Church & ReVelle (1974), doi:10.1007/BF01942293. A candidate covers cells, each cell has a weight that counts once, and
the efforts of those chosen stay within a budget; rules bound how many of some candidates are chosen. Weights are whole
numbers, so that "as good" is exact.

Of several choices that cover as much, the one with fewest candidates stands, and of these the one
whose candidates come first in the order they are given: compared as lists of their numbers from the smallest on.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from samverkansgraf.coverage.planning.model import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

#: Weights that are no whole numbers are rounded to this part of the greatest.
PARTS: Final = 10**6

#: Ordered sums are whole numbers; half of one is room enough for the solver's tolerance.
HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Rule:
    """
    At least, or at most, so many of some candidates.

    ``says`` and ``relax`` are how it reads and what would loosen it.
    """

    candidates: tuple[int, ...]
    least: int = 0
    most: float = math.inf
    says: str = ""
    relax: str = ""


@dataclass(frozen=True, slots=True)
class Covering:
    """
    What can be chosen, what it covers, and what bounds the choice.

    ``footprints`` has for each candidate the cells it covers, ``weights`` for each cell what it counts, ``efforts`` for
    each candidate its part of the ``budget`` (1 unless given).
    """

    footprints: tuple[tuple[int, ...], ...]
    weights: tuple[int, ...]
    budget: float
    rules: tuple[Rule, ...] = ()
    efforts: tuple[float, ...] = ()

    def covered(self, chosen: Iterable[int]) -> set[int]:
        """Return the cells that some candidates cover."""
        return {cell for candidate in chosen for cell in self.footprints[candidate]}

    def worth(self, chosen: Iterable[int]) -> int:
        """Return the weight that some candidates cover; a cell counts once."""
        return sum(self.weights[cell] for cell in self.covered(chosen))

    def with_rules(self, *more: Rule) -> Covering:
        """Return the same with more rules."""
        return replace(self, rules=(*self.rules, *more))


def whole_weights(weights: Sequence[float]) -> tuple[int, ...]:
    """
    Return weights as whole numbers: as they are if they are, else in parts of the greatest.

    Examples
    --------
    >>> whole_weights([2.0, 1.0]), whole_weights([0.5, 0.25])
    ((2, 1), (1000000, 500000))
    """
    if all(weight == int(weight) and weight <= PARTS for weight in weights):
        return tuple(int(weight) for weight in weights)
    greatest = max(weights)
    return tuple(round(PARTS * weight / greatest) for weight in weights)


def best_covering(covering: Covering) -> tuple[int, ...] | None:
    """
    Return the candidates that cover the most weight, or ``None`` if no choice satisfies the rules.

    Raises
    ------
    SamverkansgrafError
        The solver gives up.

    Examples
    --------
    >>> best_covering(Covering(footprints=((0,), (1,), (1, 2)), weights=(5, 3, 1), budget=1))
    (0,)
    """
    found = next_best(covering, 1)
    return found[0] if found else None


def next_best(covering: Covering, number: int, *, gap: float = 1.0) -> list[tuple[int, ...]]:
    """
    Return the best choice and those next to it, the best first.

    Parameters
    ----------
    covering
        The problem.
    number
        The most choices to return.
    gap
        How much less than the best, as a share of it, a choice may cover.

    Returns
    -------
    choices
        No choice holds all of an earlier one: each does without something. Empty if no choice satisfies the rules.

    Notes
    -----
    After each choice a cut forbids to take all of it again, and the problem is solved anew.
    """
    room = int(covering.budget) + number  # each cut can bar one more of a chain
    kept = sorted(one for chain in chains(covering) for one in chain[:room])
    found: list[tuple[int, ...]] = []
    cuts: list[Rule] = []
    while len(found) < number:
        choice = _solved(covering.with_rules(*cuts), kept)
        if choice is None:
            break
        if found and covering.worth(choice) < (1 - gap) * covering.worth(found[0]) - 1e-9:
            break
        found.append(choice)
        if not choice:
            break
        cuts.append(Rule(choice, most=len(choice) - 1))
    return found


def chains(covering: Covering, groups: Sequence[int] | None = None) -> list[list[int]]:
    """
    Return candidates that nothing but weight tells apart, the weightiest first; a choice needs no later one before an earlier.

    Where each covers one cell of its own, those that the same rules speak of are one chain, in each of ``groups`` (by cell)
    if these matter; else each candidate is one alone.
    """
    count = len(covering.footprints)
    cells = [footprint[0] for footprint in covering.footprints if len(footprint) == 1]
    if not len(cells) == count == len(set(cells)) or covering.efforts:
        return [[one] for one in range(count)]
    under: list[list[int]] = [[] for _ in range(count)]
    for place, rule in enumerate(covering.rules):
        for candidate in rule.candidates:
            under[candidate].append(place)
    found: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    for candidate in sorted(range(count), key=lambda one: (-covering.weights[cells[one]], one)):
        group = -1 if groups is None else groups[cells[candidate]]
        found.setdefault((group, tuple(under[candidate])), []).append(candidate)
    return list(found.values())


def ruled_model(covering: Covering, kept: Sequence[int]) -> tuple[Model, dict[int, int]]:
    """Return a model of who may be chosen, and the column of each candidate."""
    model = Model()
    column = dict(zip(kept, model.columns(len(kept)), strict=True))
    efforts = covering.efforts or (1.0,) * len(covering.footprints)
    model.row(list(column.values()), [efforts[one] for one in kept], most=covering.budget)
    for rule in covering.rules:
        model.row(
            [column[one] for one in rule.candidates if one in column],
            least=max(rule.least, 0),
            most=rule.most,
        )
    return model, column


def covering_model(
    covering: Covering, kept: Sequence[int]
) -> tuple[Model, dict[int, int], dict[int, dict[int, float]]]:
    """Return a model, the column of each candidate, and of each cell the columns that say it is covered."""
    model, column = ruled_model(covering, kept)
    over: dict[int, list[int]] = {}
    for candidate in kept:
        for cell in covering.footprints[candidate]:
            over.setdefault(cell, []).append(column[candidate])
    said: dict[int, dict[int, float]] = {}
    for cell, columns in over.items():
        if not covering.weights[cell]:
            continue
        if len(columns) == 1:  # as covered as the one candidate is chosen
            said[cell] = {columns[0]: 1.0}
            continue
        (covered,) = model.columns(1)
        model.row([covered, *columns], [1.0, *[-1.0] * len(columns)], most=0.0)
        said[cell] = {covered: 1.0}
    return model, column, said


def covered_sum(
    covering: Covering, said: dict[int, dict[int, float]], cells: Iterable[int]
) -> dict[int, float]:
    """Return the weight covered of some cells, as factors of columns."""
    factors: dict[int, float] = {}
    for cell in cells:
        for column, factor in said.get(cell, {}).items():
            factors[column] = factors.get(column, 0.0) + factor * covering.weights[cell]
    return factors


def _solved(covering: Covering, kept: Sequence[int]) -> tuple[int, ...] | None:
    model, column, said = covering_model(covering, kept)
    gain = covered_sum(covering, said, said)
    point = model.smallest({one: -factor for one, factor in gain.items()})
    if point is None:
        return None
    most = covering.worth(_chosen(point, column))
    if gain:
        model.row(list(gain), list(gain.values()), least=most - HALF)
    return first_of_equals(model, column)


def first_of_equals(model: Model, column: dict[int, int]) -> tuple[int, ...]:
    """Return, of the choices that a model still allows, the one with fewest candidates that come first."""
    point = model.smallest(dict.fromkeys(column.values(), 1.0))
    if point is None:  # the rows hold for a point that was found
        raise AssertionError
    chosen = _chosen(point, column)
    model.row(list(column.values()), least=len(chosen), most=len(chosen))
    kept = list(column)
    fixed: list[int] = []
    for _ in range(len(chosen)):
        left = [one for one in kept if not fixed or one > fixed[-1]]
        first = model.columns(len(left))
        model.row(list(first), least=1.0, most=1.0)
        for pick, candidate in zip(first, left, strict=True):
            model.row([pick, column[candidate]], [1.0, -1.0], most=0.0)
        point = model.smallest({pick: float(place) for place, pick in enumerate(first)})
        if point is None:
            raise AssertionError
        last = fixed[-1] if fixed else -1
        fixed.append(min(one for one in _chosen(point, column) if one > last))
        skipped = [column[one] for one in left if one < fixed[-1]]
        if skipped:
            model.row(skipped, most=0.0)
        model.row([column[fixed[-1]]], least=1.0)
    return tuple(fixed)


def _chosen(point: NDArray[np.float64], column: dict[int, int]) -> tuple[int, ...]:
    return tuple(candidate for candidate, place in column.items() if point[place] > HALF)
