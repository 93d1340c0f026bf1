"""Are the few initiatives of some among the many of others: nestedness."""

from __future__ import annotations

from math import comb, nan
from typing import TYPE_CHECKING

import numpy as np

from samverkansgraf.measures.null_models.comparison import NullComparison, compared
from samverkansgraf.measures.null_models.draws import Null, null_samples
from samverkansgraf.network import incidence

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray
    from scipy import sparse


def nodf(network: nx.Graph[str]) -> float:
    """
    Return how far what those with few have is among what those with more have.

    For two actors with different numbers of initiatives: the share of the smaller number that both have. For two with
    equal numbers, or where one has none: 0. The same for two initiatives and their actors. The mean over all pairs
    of actors and all pairs of initiatives (Almeida-Neto et al. 2008, doi:10.1111/j.0030-1299.2008.16644.x). That is
    the value after rows and columns are sorted by falling sums, whatever order they come in.

    Returns
    -------
    nodf
        0–100; isolates and sets count as any node. ``nan`` where nobody takes part, or there are neither two actors
        nor two initiatives.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    Of two pairs of actors one has different numbers, and Ikea's one is among Mimer's two; the same of initiatives:

    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> nodf(two_mode_of_pairs([("Mimer", "EST"), ("Mimer", "På lika villkor"), ("Ikea", "På lika villkor")]))
    100.0
    """
    return _nodf(incidence(network).matrix)


def nodf_against_null(
    network: nx.Graph[str], *, null: Null = "fixed-degree", samples: int = 1000, seed: int = 1
) -> NullComparison:
    """
    Return nestedness beside that of networks drawn from a null model.

    The verdict depends on the null model (Ulrich & Gotelli 2007, doi:10.1890/06-1208.1): against
    ``"equiprobable"``, which asks only whether some have more than others, nearly every network is nested; against
    ``"fixed-degree"``, which asks what is left when all degrees are given, few are. Show both.

    Parameters
    ----------
    network
        Two-mode network.
    null
        What chance must keep (see :func:`~samverkansgraf.measures.null_models.draws.null_samples`).
    samples
        How many networks to draw.
    seed
        The same seed gives the same networks.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        There is no such null model, or fewer than one sample is asked for.
    """
    matrix = incidence(network).matrix
    drawn = (_nodf(one) for one in null_samples(matrix, null, samples=samples, seed=seed))
    return compared(_nodf(matrix), drawn, null=null, samples=samples, seed=seed)


def _nodf(matrix: sparse.csr_array) -> float:
    possible = sum(comb(nodes, 2) for nodes in matrix.shape)
    if not possible or not matrix.nnz:
        return nan
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    columns = matrix.indices
    row_degree = np.diff(matrix.indptr)
    column_degree = np.bincount(columns, minlength=matrix.shape[1])
    return 100 * (_overlap(columns, row_degree[rows]) + _overlap(rows, column_degree[columns])) / possible


def _overlap(place: NDArray[np.int64], degree: NDArray[np.int64]) -> float:
    """
    Return the sum over pairs of nodes of unequal degree of what they share, divided by the smaller degree.

    Given for each participation where it is and the degree of who takes part: each of them adds 1/degree for
    everyone in the same place with a greater degree, so that no pair need be looked at.
    """
    levels = int(degree.max()) + 1
    key = place.astype(np.int64) * levels + degree
    ranked = np.sort(key)
    ends = np.searchsorted(ranked, (place.astype(np.int64) + 1) * levels)
    greater = ends - np.searchsorted(ranked, key, side="right")
    return float((greater / degree).sum())
