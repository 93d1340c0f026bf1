"""
Actors in the same initiatives have the same place in the projection: one of them stands for all.

Most actors of a city are in one initiative, so the projection shrinks to a fraction and its ties need
never be made, however many meet in one initiative.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from samverkansgraf.network.sparse_cells import columns_where, without_diagonal

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Cells of a dense block in the search for shortest paths, 8 bytes each.
_CELLS_AT_A_TIME: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Twins:
    """
    The projection onto actors, with actors of the same initiatives as one node.

    Attributes
    ----------
    of_actor
        For each actor the row of its twins in ``ties``; −1 for those tied to nobody.
    sizes
        How many actors each row stands for; they are all tied to each other.
    ties
        Symmetric, 1.0 where the actors of two different rows are tied; the diagonal is empty.
    """

    of_actor: NDArray[np.int64]
    sizes: NDArray[np.int64]
    ties: sparse.csr_array

    def degrees(self) -> NDArray[np.int64]:
        """Return with how many others each row's actors are tied."""
        others: NDArray[np.int64] = np.asarray(self.ties @ self.sizes.astype(float)).astype(np.int64)
        return others + self.sizes - 1

    def betweenness(self) -> NDArray[np.float64]:
        """
        Return on how many shortest paths between two others each row's actors lie, shared among equals.

        Each pair of others counts once; a pair with k shortest paths gives 1/k for each that one lies on
        (Freeman 1979, doi:10.1016/0378-8733(78)90021-7; computed as Brandes 2001,
        doi:10.1080/0022250X.2001.9990249, from many actors at a time).
        """
        rows = len(self.sizes)
        lies = np.zeros(rows)
        block = max(1, _CELLS_AT_A_TIME // max(rows, 1))
        for first in range(0, rows, block):
            lies += self._dependence(np.arange(first, min(first + block, rows)))
        return lies / 2

    def _dependence(self, sources: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return how much the paths from all actors of the source rows depend on one actor of each row."""
        sizes = self.sizes[:, None].astype(float)
        paths = np.zeros((len(self.sizes), len(sources)))
        paths[sources, np.arange(len(sources))] = 1.0
        levels = [paths > 0]
        ahead = paths.copy()
        seen = levels[0].copy()
        while True:
            ahead = self.ties @ ahead
            ahead[seen] = 0.0
            newly = ahead > 0
            if not newly.any():
                break
            paths += ahead
            seen |= newly
            levels.append(newly)
            ahead *= sizes  # a path may go on through any of the twins
        depends = np.zeros_like(paths)
        for near, far in zip(levels[-2:0:-1], levels[:1:-1], strict=True):
            through = np.divide(sizes * (1 + depends), paths, out=np.zeros_like(paths), where=far)
            back = self.ties @ through
            depends[near] = (paths * back)[near]
        found: NDArray[np.float64] = depends @ self.sizes[sources].astype(float)
        return found


def twins(has: sparse.csr_array) -> Twins:
    """
    Return the projection onto actors with those of the same initiatives as one.

    Parameters
    ----------
    has
        Actors × initiatives that tie, stored where an actor takes part, with sorted indices.

    Examples
    --------
    >>> three = twins(sparse.csr_array([[1.0, 1.0], [1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
    >>> three.sizes.tolist(), three.degrees().tolist()
    ([1, 2, 1], [3, 2, 1])
    """
    has = columns_where(has, np.bincount(has.indices, minlength=has.shape[1]) > 1)
    rows: dict[bytes, int] = {}
    of_actor = np.full(has.shape[0], -1, dtype=np.int64)
    first = []
    starts = has.indptr.tolist()
    for actor, (start, end) in enumerate(pairwise(starts)):
        if start == end:
            continue
        key = has.indices[start:end].tobytes()
        if key not in rows:
            rows[key] = len(rows)
            first.append(actor)
        of_actor[actor] = rows[key]
    chosen = has[first] if first else sparse.csr_array((0, has.shape[1]))
    ties = without_diagonal(sparse.csr_array(chosen @ chosen.T))
    ties.data = np.ones(ties.nnz)
    return Twins(of_actor, np.bincount(of_actor[of_actor >= 0], minlength=len(first)), ties)
