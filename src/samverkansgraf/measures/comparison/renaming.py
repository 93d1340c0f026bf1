"""Nodes renamed: all ways where they are few enough, else some at random."""

from __future__ import annotations

from itertools import islice, permutations
from math import factorial
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

#: 9! renamings are more than anybody asks for.
_ALL_UP_TO = 9


def renamings_of(nodes: int, samples: int) -> int:
    """
    Return how many renamings :func:`renamings` gives.

    Examples
    --------
    >>> renamings_of(4, 999), renamings_of(40, 999)
    (23, 999)
    """
    return factorial(nodes) - 1 if _all(nodes, samples) else samples


def renamings(nodes: int, samples: int, chance: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    """
    Yield orders of nodes.

    Where there are no more than ``samples`` besides the given one, they are all of these, so that a p of
    (1 + hits) / (1 + renamings) is exact; else ``samples`` at random.
    """
    if _all(nodes, samples):
        for order in islice(permutations(range(nodes)), 1, None):
            yield np.array(order, dtype=np.int64)
    else:
        for _ in range(samples):
            yield chance.permutation(nodes)


def _all(nodes: int, samples: int) -> bool:
    return nodes <= _ALL_UP_TO and factorial(nodes) - 1 <= samples
