"""Centrality of nodes: how many, how near."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np

from samverkansgraf.network import Side, igraph_two_mode, incidence

if TYPE_CHECKING:
    import networkx as nx


def degree(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return each node's share of the other side's nodes that it is joined with.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose degree.

    Returns
    -------
    degree
        Node -> neighbours divided by the size of the other side, 0–1 (Borgatti & Everett 1997,
        doi:10.1016/S0378-8733(96)00301-2). An isolate has 0; ``nan`` where the other side is empty.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> degree(two_mode_of_pairs([("Mimer", "EST"), ("Ikea", "På lika villkor"), ("Mimer", "På lika villkor")]))
    {'Ikea': 0.5, 'Mimer': 1.0}
    """
    arrays = incidence(network)
    has = arrays.of_side(of)
    shares = np.diff(has.indptr) / (has.shape[1] or nan)
    return dict(zip(arrays.nodes(of), shares.tolist(), strict=True))


def closeness(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how near each node is to the others of its component.

    Within a component with a nodes on the node's own side and b on the other, the least possible
    sum of distances is b + 2(a − 1) (Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2).
    Closeness is that sum divided by the real one, times (a + b − 1)/(n − 1) for a network of n nodes.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose closeness.

    Returns
    -------
    closeness
        Node -> 0–1. An isolate has 0; ``nan`` where the network is a single node.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> closeness(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")]))
    {'Mimer': 1.0, 'Polisen': 1.0}
    """
    arrays = incidence(network)
    nodes = arrays.nodes(of)
    everyone = sum(arrays.matrix.shape)
    if everyone == 1:
        return dict.fromkeys(nodes, nan)
    graph = igraph_two_mode(network)
    first = 0 if of == "actors" else len(arrays.actors)
    own = slice(first, first + len(nodes))
    part = np.array(graph.connected_components().membership, dtype=np.int64)
    size = np.bincount(part)[part[own]]
    of_own = np.bincount(part[own], minlength=part.max(initial=0) + 1)[part[own]]
    least = size - of_own + 2 * (of_own - 1)
    # igraph gives one over the sum of distances within the component, and nan for an isolate: the sum is whole.
    inverse = graph.closeness(list(range(everyone))[own], normalized=False)
    distances = np.rint(1 / np.array(inverse, dtype=float))
    near = np.where(size > 1, least / distances * (size - 1) / (everyone - 1), 0.0)
    return dict(zip(nodes, near.tolist(), strict=True))
