"""
Random 0/1 matrices with the row and column sums of a given one, all equally likely.

A trade (curveball; Strona et al. 2014, doi:10.1038/ncomms5114) takes two rows, keeps what both have and deals
the rest out anew, so that each has as many as before. In a round all rows are paired at random and each pair
trades (global trades; Carstens et al. 2018, doi:10.48550/arXiv.1804.08487). The rows are those of the smaller
side. Five trades for each row suffice (Strona et al. 2014), which ten rounds make.

One walk of that length leads from the given matrix to another; from there one walk of the same length leads to
each sample. Trades can be walked backwards, so that the given matrix, were it random, would be one of the samples
like any other: p-values hold however long the walks are (Besag & Clifford 1989, doi:10.1093/biomet/76.4.633).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

#: Rounds of trades in a walk.
ROUNDS: Final = 10

#: Participations that trade at once, over all walks: more take memory and no less time.
_AT_ONCE: Final = 40_000


def fixed_degree_samples(
    matrix: sparse.csr_array, *, samples: int, seed: int = 1, rounds: int = ROUNDS
) -> Iterator[sparse.csr_array]:
    """
    Yield random 0/1 matrices with the row and column sums of one, all such matrices being equally likely.

    Parameters
    ----------
    matrix
        Of 0 and 1.
    samples
        How many.
    seed
        The same seed gives the same matrices.
    rounds
        Of trades in a walk.

    Examples
    --------
    >>> swap = sparse.csr_array(np.array([[1.0, 0.0], [0.0, 1.0]]))
    >>> sorted({str(one.todense().tolist()) for one in fixed_degree_samples(swap, samples=20)})
    ['[[0.0, 1.0], [1.0, 0.0]]', '[[1.0, 0.0], [0.0, 1.0]]']
    """
    rows, columns = matrix.shape
    for block in fixed_degree_blocks(matrix, samples=samples, seed=seed, rounds=rounds):
        for one in range(block.shape[0] // rows if rows else 0):
            starts = block.indptr[one * rows : (one + 1) * rows + 1]
            cells = slice(starts[0], starts[-1])
            yield sparse.csr_array(
                (block.data[cells], block.indices[cells] - one * columns, starts - starts[0]),
                shape=matrix.shape,
            )


def fixed_degree_blocks(
    matrix: sparse.csr_array, *, samples: int, seed: int = 1, rounds: int = ROUNDS, at_once: int = _AT_ONCE
) -> Iterator[sparse.csr_array]:
    """Yield the matrices of :func:`fixed_degree_samples`, several at a time along the diagonal of a block matrix."""
    rng = np.random.default_rng(seed)
    across = matrix.shape[0] > matrix.shape[1]
    held = sparse.csr_array(matrix.T if across else matrix)
    held.eliminate_zeros()
    traders, wares = held.shape
    owner = np.repeat(np.arange(traders), np.diff(held.indptr))
    halfway = held.indices.astype(np.int64)[np.newaxis]
    _walk(halfway, owner, wares, rounds, rng)
    width = max(1, at_once // max(1, len(owner)))
    for begun in range(0, samples, width):
        count = min(width, samples - begun)
        walks = np.repeat(halfway, count, axis=0)
        _walk(walks, owner, wares, rounds, rng)
        place = walks + np.arange(count)[:, np.newaxis] * wares
        degrees = np.tile(np.diff(held.indptr), count)
        starts = np.concatenate([[0], np.cumsum(degrees)])
        block = sparse.csr_array(
            (np.ones(place.size), place.ravel(), starts), shape=(count * traders, count * wares)
        )
        yield sparse.csr_array(block.T) if across else block


def _walk(
    walks: NDArray[np.int64], owner: NDArray[np.int64], wares: int, rounds: int, rng: np.random.Generator
) -> None:
    """Let the traders of each walk trade; a row of ``walks`` holds what each ``owner`` has."""
    if not len(owner):
        return
    traders = int(owner[-1]) + 1
    everyone = np.tile(np.arange(traders), (len(walks), 1))
    of_walk = np.arange(len(walks))[:, np.newaxis] * ((traders + 1) // 2)
    held = walks.reshape(-1)
    for _ in range(rounds):
        # Numbers 0, 0, 1, 1, … dealt out at random: two traders with the same number trade.
        party = (rng.permuted(everyone, axis=1)[:, owner] // 2 + of_walk).ravel()
        ware = party * wares + held
        by_ware = np.argsort(ware)
        ware = ware[by_ware]
        both_have = ware[1:] == ware[:-1]
        dealt = np.ones(len(ware), dtype=bool)
        dealt[1:][both_have] = False
        dealt[:-1][both_have] = False
        places = by_ware[dealt]
        of_party = party[places]
        held[places] = held[places[np.argsort(of_party + rng.random(len(places)))]]
