"""How much of a network stayed between two dates: Jaccard stability and turnover, least and greatest."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from samverkansgraf.measures.change.outcomes import ENTERED, LEFT, NEITHER, STAYED

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Stability:
    """
    The least and the greatest value over what dates allow; ``nan`` where nothing can have been at either date.

    Attributes
    ----------
    jaccard_low, jaccard_high
        Stayed / (stayed + entered + left), 0–1.
    turnover_low, turnover_high
        (Entered + left) / (how many at the first date + how many at the second), 0–1.
    """

    jaccard_low: float
    jaccard_high: float
    turnover_low: float
    turnover_high: float


def stability(possible: Iterable[int]) -> Stability:
    """
    Return Jaccard stability and turnover of things of which each has a set of possible outcomes.

    The Jaccard index of two networks (Snijders, van de Bunt & Steglich 2010, doi:10.1016/j.socnet.2009.02.004) falls
    with everything that changed and rises with everything that stayed, so it is least where each thing that can
    have changed did, and else each that can have been at neither date was; greatest where each that can have stayed
    did, and else each that can have been at neither date was. The same for turnover (Diamond 1969,
    doi:10.1073/pnas.64.1.57), the other way about. Both are reached if the dates of one thing say nothing of
    another's; where they do, the true range is within.

    Parameters
    ----------
    possible
        Sets of outcomes, as :mod:`~samverkansgraf.measures.change.outcomes` has them.

    Examples
    --------
    >>> stability([STAYED, STAYED, LEFT | STAYED])
    Stability(jaccard_low=0.6666666666666666, jaccard_high=1.0, turnover_low=0.0, turnover_high=0.2)
    """
    sets = list(possible)
    least = _extreme(sets, (ENTERED | LEFT, NEITHER, STAYED))
    greatest = _extreme(sets, (STAYED, NEITHER, ENTERED | LEFT))
    # A world where nothing is at either date has no value. It is left out: then all that can be there is alike.
    if least == (0, 0) and any(one & STAYED for one in sets):
        least = (1, 0)
    if greatest == (0, 0) and any(one & (ENTERED | LEFT) for one in sets):
        greatest = (0, 1)
    return Stability(
        jaccard_low=_share(least[0], sum(least)),
        jaccard_high=_share(greatest[0], sum(greatest)),
        turnover_low=_share(greatest[1], 2 * greatest[0] + greatest[1]),
        turnover_high=_share(least[1], 2 * least[0] + least[1]),
    )


def _extreme(sets: Iterable[int], wishes: tuple[int, int, int]) -> tuple[int, int]:
    """Return how many stay and how many change where each thing does the first of the wishes that it can."""
    done = [next(wish for wish in wishes if one & wish) for one in sets]
    return sum(one == STAYED for one in done), sum(one == ENTERED | LEFT for one in done)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else nan
