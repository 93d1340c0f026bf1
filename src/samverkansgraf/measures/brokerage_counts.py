"""How many pairs each actor stands between, by the sectors of the three: Gould & Fernandez's roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from samverkansgraf.measures.sparse_products import product_where

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROLES: Final = ("coordinator", "consultant", "gatekeeper", "representative", "liaison")


def role_counts(ties: sparse.csr_array, sector: NDArray[np.int64]) -> NDArray[np.float64]:
    """
    Return the ordered pairs of neighbours that are not tied, each times the weights of its two ties.

    Parameters
    ----------
    ties
        Symmetric, with an empty diagonal and sorted indices: the weights of ties, 1.0 to count pairs.
    sector
        Each actor's, as a number.

    Returns
    -------
    counts
        Actors × :data:`ROLES`.

    Examples
    --------
    >>> path = sparse.csr_array([[0.0, 2.0, 0.0], [2.0, 0.0, 3.0], [0.0, 3.0, 0.0]])
    >>> role_counts(path, np.array([0, 1, 2])).astype(int).tolist()
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 12], [0, 0, 0, 0, 0]]
    """
    actors = len(sector)
    broker = np.repeat(np.arange(actors), np.diff(ties.indptr))
    within = (sector[broker] == sector[ties.indices]).astype(float)
    weight = ties.data

    def summed(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(broker, weights=values, minlength=actors).astype(np.float64)

    # For broker v and neighbour a: v's ties to those who are tied to a, and to those of them in a's sector.
    tied_to = sparse.csr_array((np.ones(ties.nnz), ties.indices, ties.indptr), shape=ties.shape)
    of_same_sector = sparse.csr_array((within, ties.indices, ties.indptr), shape=ties.shape)
    tied = weight * product_where(ties, ties, tied_to)
    tied_same = weight * product_where(ties, ties, of_same_sector)
    near, near_own = summed(weight), summed(weight * within)
    alone, alone_own = summed(weight**2), summed(weight**2 * within)
    members = (np.ones(actors), (np.arange(actors), sector))
    per_sector = ties @ sparse.csr_array(members, shape=(actors, int(sector.max(initial=0)) + 1))
    near_alike = np.asarray(per_sector.power(2).sum(axis=1), dtype=float)

    own_pairs = near_own**2 - alone_own - summed(tied_same * within)
    alike_pairs = near_alike - alone - summed(tied_same)
    own_and_other = near_own * (near - near_own) - summed((tied - tied_same) * within)
    all_pairs = near**2 - alone - summed(tied)
    return np.column_stack(
        [
            own_pairs,
            alike_pairs - own_pairs,
            own_and_other,
            own_and_other,
            all_pairs - alike_pairs - 2 * own_and_other,
        ]
    )
