"""Steps between actors through the initiatives that tie them, without making the projection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Words of 64 sources looked up at a time, 8 bytes each.
_WORDS_AT_A_TIME: Final = 400_000

#: How many bits each byte has.
_BITS: Final = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1).sum(axis=1, dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Steps:
    """
    How far it is to each actor.

    Attributes
    ----------
    reached
        For each actor, from how many others it can be reached.
    total
        The sum of its distances to these.
    greatest
        The greatest distance of all; 0 where nobody can reach anybody.
    """

    reached: NDArray[np.int64]
    total: NDArray[np.int64]
    greatest: int

    @property
    def mean(self) -> float:
        """The mean distance of the pairs that reach each other; ``nan`` where there is none."""
        pairs = int(self.reached.sum())
        return int(self.total.sum()) / pairs if pairs else float("nan")


def parts(has: sparse.csr_array) -> NDArray[np.int64]:
    """
    Return for each actor the number of its part: those who can reach each other have the same.

    Parameters
    ----------
    has
        Actors × initiatives that tie, stored where an actor takes part.
    """
    actors, initiatives = has.shape
    starts = np.concatenate([has.indptr, np.full(initiatives, has.nnz)])
    everything = sparse.csr_array(
        (has.data, has.indices + actors, starts), shape=(actors + initiatives, actors + initiatives)
    )
    _, labels = connected_components(everything, directed=False)
    numbers: NDArray[np.int64] = labels[:actors].astype(np.int64)
    return numbers


def largest_part(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """
    Return the rows of the actors in the largest part; of several as large, the one with the first row.

    Parameters
    ----------
    numbers
        For each actor the number of its part, as :func:`parts` has them.
    """
    if not len(numbers):
        return numbers
    sizes = np.bincount(numbers)[numbers]
    return np.flatnonzero(numbers == numbers[np.argmax(sizes)])


def steps(has: sparse.csr_array, sources: NDArray[np.int64] | None = None) -> Steps:
    """
    Return how far each actor is from others, counting one step for each shared initiative passed.

    Sources are bits: one word of 64 bits holds which of 64 sources have reached an actor, so that a search
    from all of them is one pass over the participations for each step.

    Parameters
    ----------
    has
        Actors × initiatives that tie, stored where an actor takes part.
    sources
        The rows to start from; all if ``None``.

    Examples
    --------
    >>> steps(sparse.csr_array([[1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])).total.tolist()
    [3, 2, 3]
    """
    actors = has.shape[0]
    sources = np.arange(actors) if sources is None else sources
    members = sparse.csr_array(has.T)
    reached = np.zeros(actors, dtype=np.int64)
    total = np.zeros(actors, dtype=np.int64)
    greatest = 0
    block = 64 * max(1, _WORDS_AT_A_TIME // max(has.nnz, 1))
    for first in range(0, len(sources), block):
        seen = _bits(sources[first : first + block], actors)
        newly = seen
        distance = 0
        while newly.any():
            distance += 1
            newly = _any_of(has, _any_of(members, newly)) & ~seen
            seen = seen | newly
            counts = _BITS[newly.view(np.uint8)].sum(axis=1, dtype=np.int64)
            reached += counts
            total += distance * counts
            if counts.any():
                greatest = max(greatest, distance)
    return Steps(reached, total, greatest)


def _bits(sources: NDArray[np.int64], actors: int) -> NDArray[np.uint64]:
    """Return actors × words with a bit for each source, set at the source itself."""
    number = np.arange(len(sources))
    words = np.zeros((actors, -(-len(sources) // 64)), dtype=np.uint64)
    words[sources, number // 64] = np.uint64(1) << (number % 64).astype(np.uint64)
    return words


def _any_of(where: sparse.csr_array, words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return for each row of ``where`` the bits set in any of the rows of ``words`` that it stores."""
    found = np.zeros((where.shape[0], words.shape[1]), dtype=np.uint64)
    filled = np.flatnonzero(np.diff(where.indptr))  # reduceat has no word for an empty row
    if len(filled):
        found[filled] = np.bitwise_or.reduceat(words[where.indices], where.indptr[filled], axis=0)
    return found
