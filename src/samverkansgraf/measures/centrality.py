"""Centrality of nodes: how many, how near, how much in between."""

from __future__ import annotations

from collections import Counter
from math import fsum, nan
from typing import TYPE_CHECKING

import networkx as nx

from samverkansgraf.network import Side, nodes_of, projection

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    nodes = nodes_of(network, of)
    others = network.number_of_nodes() - len(nodes)
    return {node: network.degree[node] / others if others else nan for node in nodes}


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
    nodes = nodes_of(network, of)
    everyone = network.number_of_nodes()
    if everyone == 1:
        return dict.fromkeys(nodes, nan)
    near: dict[str, float] = {}
    for node in nodes:
        distances = list(nx.single_source_shortest_path_length(network, node).values())
        own = sum(distance % 2 == 0 for distance in distances)
        least = len(distances) - own + 2 * (own - 1)
        near[node] = least / sum(distances) * (len(distances) - 1) / (everyone - 1) if least else 0.0
    return near


def betweenness(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how much each node lies on the shortest paths between others.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose betweenness.

    Returns
    -------
    betweenness
        Node -> 0–1: divided by the greatest value a node on its side can have in a network with as many
        nodes on each side (Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2). An isolate
        has 0; ``nan`` where that greatest value is 0 or the other side is empty.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> betweenness(two_mode_of_pairs([("Mimer", "EST"), ("Mimer", "På lika villkor"), ("Ikea", "På lika villkor")]))
    {'Ikea': 0.0, 'Mimer': 1.0}
    """
    nodes = nodes_of(network, of)
    greatest = _greatest_betweenness(len(nodes), network.number_of_nodes() - len(nodes))
    if not greatest:
        return dict.fromkeys(nodes, nan)
    raw = nx.betweenness_centrality(_in_order(network), normalized=False)
    return {node: raw[node] / greatest for node in nodes}


def _in_order(network: nx.Graph[str]) -> nx.Graph[str]:
    """Return the network with nodes and edges in sorted order, so that sums are taken in one order."""
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(network))
    ordered.add_edges_from(sorted((min(edge), max(edge)) for edge in network.edges()))
    return ordered


def _greatest_betweenness(own: int, others: int) -> float:
    """Return the greatest betweenness of a node among ``own`` when ``others`` are on the other side."""
    if not own or not others:
        return 0.0
    whole, rest = divmod(own - 1, others)
    return (
        others**2 * (whole + 1) ** 2
        + others * (whole + 1) * (2 * rest - whole - 1)
        - rest * (2 * whole - rest + 3)
    ) / 2


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
    """
    projected = projection(network, onto="actor" if of == "actors" else "initiative")
    others = projected.number_of_nodes() - 1
    if others < 1:
        return dict.fromkeys(projected, nan)
    return {
        node: _sum_of_inverses(nx.single_source_shortest_path_length(projected, node).values()) / others
        for node in projected
    }


def _sum_of_inverses(distances: Iterable[int]) -> float:
    return fsum(count / distance for distance, count in Counter(distances).items() if distance)
