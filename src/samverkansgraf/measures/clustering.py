"""Do those who meet once meet again: clustering in the two-mode network."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from samverkansgraf.network import incidence
from samverkansgraf.network.sparse_cells import cells_where, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    from numpy.typing import NDArray

#: Cells of a block of rows that is held at once, some 64 MB.
_CELLS: Final = 8_000_000

#: Pairs of initiatives whose actors in common are counted at once.
_PAIRS: Final = 100_000


def robins_alexander(network: nx.Graph[str]) -> float:
    """
    Return how often two actors who meet in one initiative meet in another one too.

    Returns
    -------
    clustering
        Four times the closed circles of four divided by the paths of three edges, 0–1 (Robins & Alexander
        2004, doi:10.1023/B:CMOT.0000032580.12184.c0), in the two-mode network. ``nan`` where no path
        of three edges exists.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> robins_alexander(two_mode_of_pairs((who, what) for who in "ab" for what in "12"))
    1.0
    """
    has = incidence(network).matrix
    actors, initiatives = _degrees(has)
    paths = float((actors - 1) @ (has @ (initiatives - 1)))
    if not paths:
        return nan
    # A circle is two actors and two initiatives: count it by the pairs of the side that meets less.
    rows = has if initiatives @ initiatives <= actors @ actors else sparse.csr_array(has.T)
    shared = sum(_pairs_shared(block) for _, block in _meetings(rows))
    return 2 * shared / paths  # each circle is found from both its ends


def latapy(network: nx.Graph[str]) -> float:
    """
    Return how alike the initiatives of two actors who meet are, in the mean over actors.

    Of the three variants of Latapy, Magnien & Del Vecchio (2008, doi:10.1016/j.socnet.2007.04.006) this is
    the first, which networkx calls ``dot``, on the actors' side: for two actors who meet, the initiatives
    they share divided by those that either has; for an actor, the mean over those it meets; for the
    network, the mean over actors.

    Returns
    -------
    clustering
        0–1. An actor who meets nobody counts as 0, as in networkx; ``nan`` where no two actors meet.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> latapy(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Polisen", "LÖK")]))
    0.5
    """
    has = incidence(network).matrix
    degree, _ = _degrees(has)
    total, met = 0.0, 0
    for start, shared in _meetings(has):
        rows = np.repeat(np.arange(shared.shape[0]), np.diff(shared.indptr))
        either = degree[start + rows] + degree[shared.indices] - shared.data
        alike = np.bincount(rows, weights=shared.data / either, minlength=shared.shape[0])
        others = np.diff(shared.indptr)
        total += float((alike[others > 0] / others[others > 0]).sum())
        met += int(shared.nnz)
    return total / has.shape[0] if met else nan


def opsahl(network: nx.Graph[str]) -> float:
    """
    Return how often two actors who each meet a third one meet each other elsewhere too.

    Returns
    -------
    clustering
        The paths of four edges from actor to actor, over three actors and two initiatives, whose ends share
        an initiative that is not on the path, divided by all such paths, 0–1 (Opsahl 2013,
        doi:10.1016/j.socnet.2011.07.001): the global coefficient, unweighted, on the actors' side.
        ``nan`` where there is no such path.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    Three actors, each pair in an initiative of its own:

    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> opsahl(two_mode_of_pairs([("a", "1"), ("b", "1"), ("b", "2"), ("c", "2"), ("c", "3"), ("a", "3")]))
    1.0
    """
    has = incidence(network).matrix
    has = has[
        :, np.flatnonzero(np.asarray(has.sum(axis=0)) > 1)
    ]  # who is alone somewhere is on no path there
    across = sparse.csr_array(has.T)
    degree, size = _degrees(has)
    # Paths by their middle actor: from an initiative to another one, and back to where they began, which are none.
    every = float(((has @ (size - 1)) ** 2 - has @ (size - 1) ** 2).sum())
    closed = 0.0
    # All is counted by ordered pairs of ends, so that each path is counted twice, in both terms.
    for start, shared in _meetings(has):
        ours = has[start : start + shared.shape[0]]
        every -= float((shared.data * (shared.data - 1)).sum())
        onward = (shared @ has).toarray()
        rows = np.repeat(np.arange(shared.shape[0]), np.diff(shared.indptr))
        closed += float((onward @ across)[rows, shared.indices].sum()) - float(
            shared.data @ degree[shared.indices]
        )
        # Those that leave an initiative for the same one, with each third actor in it, are none.
        closed -= float((ours * (size - 2) * (size - 1)).sum())
        # Ends that share one initiative only: a path through it is open.
        through = (onward - (size - 1)) * (_where(shared, 1) @ has).toarray()
        closed -= 2 * float(ours.multiply(through).sum())
        # Ends that share two: a path through both is open.
        closed -= 2 * _third_actors(ours, across, _where(shared, 2))
    return closed / every if every else nan


def _degrees(has: sparse.csr_array) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return np.diff(has.indptr).astype(np.float64), np.bincount(has.indices, minlength=has.shape[1]).astype(
        np.float64
    )


def _blocks(rows: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield the ends of blocks of rows of so many columns that can be held at once."""
    height = max(1, _CELLS // max(1, width))
    for start in range(0, rows, height):
        yield start, min(start + height, rows)


def _meetings(has: sparse.csr_array) -> Iterator[tuple[int, sparse.csr_array]]:
    """Yield, by block of rows with its first row, how much each row shares with each other row."""
    across = sparse.csr_array(has.T)
    for start, stop in _blocks(has.shape[0], has.shape[0]):
        shared = sparse.csr_array(has[start:stop] @ across)
        others = cells_where(shared, rows_of(shared) + start != shared.indices)
        others.sort_indices()
        yield start, others


def _pairs_shared(shared: sparse.csr_array) -> float:
    """Return the sum over ordered pairs of rows of the pairs of things they share."""
    return float((shared.data * (shared.data - 1) / 2).sum())


def _where(shared: sparse.csr_array, number: int) -> sparse.csr_array:
    """Return 1.0 in the cells of exactly this number."""
    cells = shared.copy()
    cells.data = (shared.data == number).astype(np.float64)
    cells.eliminate_zeros()
    return cells


def _third_actors(ours: sparse.csr_array, across: sparse.csr_array, two: sparse.csr_array) -> float:
    """Return, summed over pairs that share exactly two initiatives, the others who are in both of these."""
    if not two.nnz:
        return 0.0
    # The numbers of the two initiatives follow from their sum and the sum of their squares.
    number = np.arange(across.shape[0], dtype=np.float64)
    total = _sampled((ours * number) @ across, two)
    apart = np.sqrt(2 * _sampled((ours * number**2) @ across, two) - total**2)
    ends = np.stack([(total + apart) / 2, (total - apart) / 2], axis=1).astype(np.int64)
    pairs, times = np.unique(ends, axis=0, return_counts=True)
    others = 0.0
    for start in range(0, len(pairs), _PAIRS):
        some = slice(start, start + _PAIRS)
        common = across[pairs[some, 0]].multiply(across[pairs[some, 1]]).sum(axis=1)
        others += float(times[some] @ (np.asarray(common) - 2))
    return others


def _sampled(values: sparse.csr_array, cells: sparse.csr_array) -> NDArray[np.float64]:
    """Return the values in the cells of another matrix."""
    rows = np.repeat(np.arange(cells.shape[0]), np.diff(cells.indptr))
    return np.asarray(values[rows, cells.indices])
