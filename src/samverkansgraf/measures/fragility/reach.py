"""Who reaches whom while actors come and go: parts that grow as actors are let in one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from samverkansgraf.network.incidence import Incidence


@dataclass(frozen=True, slots=True)
class Links:
    """
    Who takes part in what, as numbers.

    Attributes
    ----------
    tying
        For each actor the initiatives of its own that make ties.
    all_
        For each actor every initiative it takes part in.
    initiatives
        How many initiatives there are.
    """

    tying: tuple[tuple[int, ...], ...]
    all_: tuple[tuple[int, ...], ...]
    initiatives: int

    @classmethod
    def of(cls, arrays: Incidence) -> Links:
        """Return the links of a network."""
        matrix, sets = arrays.matrix, arrays.is_set
        rows = [
            matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].tolist()
            for row in range(matrix.shape[0])
        ]
        tying = tuple(tuple(column for column in row if not sets[column]) for row in rows)
        return cls(tying, tuple(tuple(row) for row in rows), int(matrix.shape[1]))


@dataclass(frozen=True, slots=True)
class Left:
    """What is left: actors in the largest part, pairs of actors that reach each other, initiatives with an actor."""

    largest: int
    pairs: int
    initiatives: int


def left_after_each(links: Links, order: Sequence[int]) -> list[Left]:
    """
    Return what is left after 0, 1, … all actors of an order have gone.

    Computed backwards, so that parts only ever join: one pass over the participations for a whole order.

    Examples
    --------
    >>> links = Links(((0,), (0, 1), (1,)), ((0,), (0, 1), (1,)), 2)
    >>> [left.largest for left in left_after_each(links, [1, 0, 2])]
    [3, 1, 1, 0]
    """
    above: dict[int, int] = {}
    size: dict[int, int] = {}
    actors = len(links.tying)

    def root(node: int) -> int:
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    largest = pairs = 0
    seen: set[int] = set()
    found = [Left(0, 0, 0)]
    for actor in reversed(order):
        above[actor], size[actor] = actor, 1
        for initiative in links.tying[actor]:
            node = actors + initiative
            if node not in above:
                above[node], size[node] = node, 0
            one, other = root(actor), root(node)
            if one != other:
                pairs += size[one] * size[other]
                if size[one] < size[other]:
                    one, other = other, one
                above[other] = one
                size[one] += size[other]
        largest = max(largest, size[root(actor)])
        seen.update(links.all_[actor])
        found.append(Left(largest, pairs, len(seen)))
    return found[::-1]


def left_with(links: Links, staying: Sequence[int]) -> Left:
    """Return what is left when only some actors stay."""
    return left_after_each(links, staying)[0]


def counts(left: Sequence[Left]) -> NDArray[np.int64]:
    """Return a row for each: actors in the largest part, pairs that reach each other, initiatives with an actor."""
    return np.array([(one.largest, one.pairs, one.initiatives) for one in left], dtype=np.int64)


def there(links: Links) -> NDArray[np.float64]:
    """Return what the counts are shares of: actors, pairs of actors, initiatives; ``nan`` where there are none."""
    actors = len(links.tying)
    whole = np.array([actors, actors * (actors - 1) // 2, links.initiatives], dtype=np.float64)
    whole[whole == 0] = np.nan
    return whole
