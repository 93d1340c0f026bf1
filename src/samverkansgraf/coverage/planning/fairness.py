"""
The weakest first: make the greatest unmet weight of any group as small as can be, then the next greatest, and so on.

What that costs in weight covered is the price of fairness (Bertsimas, Farias & Trichakis 2011,
doi:10.1287/opre.1100.0865).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from samverkansgraf.coverage.planning.covering import (
    HALF,
    Covering,
    chains,
    covered_sum,
    covering_model,
    first_of_equals,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

#: After so many of the worst off, the greatest weight covered decides; and fewer where groups are many.
DEEPEST: Final = 30
_GROUP_STEPS: Final = 1_500


def fairest_covering(covering: Covering, groups: Sequence[int]) -> tuple[int, ...] | None:
    """
    Return the candidates that leave the worst off groups as little as can be (leximin), or ``None`` if none may.

    Parameters
    ----------
    covering
        The problem. The weights of a group's cells that are not covered are its unmet weight.
    groups
        The group of each cell.

    Returns
    -------
    candidates
        Of choices that are as fair, the one that covers most, with fewest candidates, which come first.

    Notes
    -----
    The sums of the m greatest unmet weights are made smallest for m = 1, 2, …, each with those before held (Ogryczak &
    Śliwiński 2006, doi:10.1007/11751595_85), for at most the 30 worst off groups (of more than 50 groups, for 1,500 divided by
    their number); beyond, the greatest weight covered decides.

    Examples
    --------
    >>> fairest_covering(Covering(((0,), (1,), (2,)), (3, 3, 4), 1), [0, 0, 1])
    (0,)
    """
    alike = [chain[: int(covering.budget)] for chain in chains(covering, groups)]
    model, column, said = covering_model(covering, sorted(one for chain in alike for one in chain))
    for chain in alike:
        for earlier, later in pairwise(chain):
            model.row([column[later], column[earlier]], [1.0, -1.0], most=0.0)
    members: dict[int, list[int]] = {}
    for cell, group in enumerate(groups):
        members.setdefault(group, []).append(cell)
    total = {group: sum(covering.weights[cell] for cell in cells) for group, cells in members.items()}
    met = {group: covered_sum(covering, said, cells) for group, cells in members.items()}
    bound = float(sum(total.values()) + 1)
    for m in range(1, min(len(members), DEEPEST, max(1, _GROUP_STEPS // max(1, len(members)))) + 1):
        (level,) = model.columns(1, upper=bound)
        above = dict(zip(members, model.columns(len(members), upper=bound), strict=True))
        for group, over in above.items():
            # unmet − level ≤ over, with unmet = total − met
            model.row([level, over, *met[group]], [1.0, 1.0, *met[group].values()], least=float(total[group]))
        costs = {level: float(m), **dict.fromkeys(above.values(), 1.0)}
        point = model.smallest(costs)
        if point is None:
            return None
        smallest = round(sum(factor * point[one] for one, factor in costs.items()))
        model.row(list(costs), list(costs.values()), most=smallest + HALF)
    gain = covered_sum(covering, said, said)
    if gain:
        point = model.smallest({one: -factor for one, factor in gain.items()})
        if point is None:
            return None
        most = round(sum(factor * point[one] for one, factor in gain.items()))
        model.row(list(gain), list(gain.values()), least=most - HALF)
    return first_of_equals(model, column)


def unmet(covering: Covering, groups: Sequence[int], chosen: Sequence[int]) -> dict[int, int]:
    """Return for each group the weight that a choice leaves uncovered."""
    covered = covering.covered(chosen)
    left = dict.fromkeys(groups, 0)
    for cell, group in enumerate(groups):
        if cell not in covered:
            left[group] += covering.weights[cell]
    return left
