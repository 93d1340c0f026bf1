"""Positions in the projection onto one kind: how near, how well visited, how spread over sectors."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from samverkansgraf.network import Side, igraph_two_mode, incidence, tie_matrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    from numpy.typing import NDArray

#: The share of steps in PageRank's walk that follow a tie.
DAMPING: Final = 0.85

#: PageRank is iterated until it changes by less than this in all; 0.85 ** 300 is below it.
_LEAST_CHANGE: Final = 1e-15
_MOST_STEPS: Final = 300


def harmonic(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return each node's mean of 1/distance to the others, in the projection onto its own kind.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose harmonic centrality; the projection is unweighted.

    Returns
    -------
    harmonic
        Node -> 0–1, the sum divided by n − 1 (Boldi & Vigna 2014, doi:10.1080/15427951.2013.865686);
        who cannot be reached adds 0. An isolate has 0; ``nan`` where there is nobody else.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Mimer", "Lov"), ("Ikea", "Lov")])
    >>> harmonic(network)
    {'Ikea': 0.75, 'Mimer': 1.0, 'Polisen': 0.75}
    """
    arrays = incidence(network)
    nodes = arrays.nodes(of)
    others = len(nodes) - 1
    if others < 1:
        return dict.fromkeys(nodes, nan)
    # A step in the projection is two in the two-mode network, which has far fewer edges to walk.
    graph = igraph_two_mode(network)
    start = 0 if of == "actors" else len(arrays.actors)
    if of == "actors" and arrays.is_set.any():
        graph = graph.copy()
        graph.delete_vertices((len(nodes) + np.flatnonzero(arrays.is_set)).tolist())
    total = np.zeros(len(nodes))
    # Nodes with the same neighbours are as far from everyone: one of them is enough.
    neighbours = arrays.tying if of == "actors" else arrays.of_side(of)
    left, alike = _representatives(neighbours)
    distance = 0
    while left.size:
        distance += 1
        reached = np.array(
            graph.neighborhood_size((left + start).tolist(), order=2 * distance, mindist=2 * distance)
        )
        total[left] += reached / distance
        left = left[reached > 0]
    return dict(zip(nodes, (total[alike] / others).tolist(), strict=True))


def pagerank(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how often each node is visited by a walk along ties that now and then starts afresh.

    In the projection onto the node's kind, the walk follows one of the node's ties with probability 0.85, each in
    proportion to what is shared, and else goes to any node, each as likely; it also does so from a node
    without ties (Brin & Page 1998, doi:10.1016/S0169-7552(98)00110-X).

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose PageRank.

    Returns
    -------
    pagerank
        Node -> the share of visits, which sum to 1. An isolate has the least, (1 − 0.85)/n and its part of the
        walks that started afresh from isolates.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> pagerank(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")]))
    {'Mimer': 0.5, 'Polisen': 0.5}
    """
    nodes, ties = tie_matrix(network, onto="actor" if of == "actors" else "initiative")
    if not nodes:
        return {}
    strength = np.asarray(ties.sum(axis=1), dtype=float)
    alone = strength == 0
    share = np.divide(1.0, strength, out=np.zeros(len(nodes)), where=~alone)
    visits = np.full(len(nodes), 1 / len(nodes))
    for _ in range(_MOST_STEPS):
        # The matrix is symmetric: its rows serve as columns.
        anywhere = (1 - DAMPING + DAMPING * visits[alone].sum()) / len(nodes)
        after = DAMPING * (ties @ (visits * share)) + anywhere
        after /= after.sum()
        change = np.abs(after - visits).sum()
        visits = after
        if change < _LEAST_CHANGE:
            break
    return dict(zip(nodes, visits.tolist(), strict=True))


def participation_coefficient(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how evenly each actor's ties are spread over sectors.

    One minus the sum over sectors of the squared share of the actor's tie weight that goes to the sector
    (Guimerà & Amaral 2005, doi:10.1038/nature03288), in the projection weighted by shared initiatives.
    Ties with actors whose sector is unknown are left out; the actor's own sector plays no part.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose; initiatives have no sector, so theirs is ``nan``.

    Returns
    -------
    participation_coefficient
        Node -> 0 where all ties are with one sector, at most 1 − 1/(number of sectors). ``nan`` for an actor
        without ties with actors of known sector.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.
    """
    nodes, ties = tie_matrix(network, onto="actor" if of == "actors" else "initiative")
    to_sector = sparse.csr_array(ties @ _membership([network.nodes[node].get("sector") for node in nodes]))
    known = np.asarray(to_sector.sum(axis=1), dtype=float)
    squares = np.asarray(to_sector.power(2).sum(axis=1), dtype=float)
    spread = 1 - squares / np.where(known > 0, known, nan) ** 2
    return dict(zip(nodes, spread.tolist(), strict=True))


def _representatives(has: sparse.csr_array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first node of each set of neighbours, and for every node which of these it is like."""
    first: dict[bytes, int] = {}
    alike = np.empty(has.shape[0], dtype=np.int64)
    for node in range(has.shape[0]):
        alike[node] = first.setdefault(has.indices[has.indptr[node] : has.indptr[node + 1]].tobytes(), node)
    return np.array(sorted(first.values()), dtype=np.int64), alike


def _membership(sectors: Sequence[str | None]) -> sparse.csr_array:
    """Return nodes × sectors, 1 where the node is of the sector; a row without a 1 where it is unknown."""
    column = {sector: position for position, sector in enumerate(sorted({one for one in sectors if one}))}
    members = [(row, column[sector]) for row, sector in enumerate(sectors) if sector]
    ends = np.array(members, dtype=np.int64).reshape(-1, 2)
    shape = (len(sectors), max(len(column), 1))
    return sparse.csr_array((np.ones(len(members)), (ends[:, 0], ends[:, 1])), shape=shape)
