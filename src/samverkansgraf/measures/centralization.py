"""Does one actor dominate: Freeman's centralization of the projection onto actors, unweighted."""

from __future__ import annotations

from math import fsum, nan
from typing import TYPE_CHECKING

import networkx as nx

from samverkansgraf.network import projection

if TYPE_CHECKING:
    from collections.abc import Iterable


def degree_centralization(network: nx.Graph[str]) -> float:
    """
    Return how far the ties are from being spread evenly over actors.

    Parameters
    ----------
    network
        Two-mode network; the measure is of its unweighted projection onto actors, without loops.

    Returns
    -------
    centralization
        Sum of differences from the greatest degree, divided by (n − 1)(n − 2), 0–1: a star has 1, a
        circle 0 (Freeman 1979, doi:10.1016/0378-8733(78)90021-7). ``nan`` with fewer than three actors.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    actors = projection(network)
    n = actors.number_of_nodes()
    if n < 3:  # noqa: PLR2004 -- with two, nobody can dominate
        return nan
    return _excess(degree for _, degree in actors.degree) / ((n - 1) * (n - 2))


def betweenness_centralization(network: nx.Graph[str]) -> float:
    """
    Return how far one actor lies between the others more than the rest do.

    Parameters
    ----------
    network
        Two-mode network; the measure is of its unweighted projection onto actors, without loops.

    Returns
    -------
    centralization
        Sum of differences from the greatest betweenness, each betweenness divided by (n − 1)(n − 2)/2, and
        the sum by n − 1, 0–1 (Freeman 1979, doi:10.1016/0378-8733(78)90021-7). ``nan`` with fewer
        than three actors.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    actors = projection(network)
    n = actors.number_of_nodes()
    if n < 3:  # noqa: PLR2004 -- with two, nobody is in between
        return nan
    return _excess(nx.betweenness_centrality(actors, normalized=True).values()) / (n - 1)


def closeness_centralization(network: nx.Graph[str]) -> float:
    """
    Return how far one actor is nearer to the others than the rest are.

    Parameters
    ----------
    network
        Two-mode network; the measure is of its unweighted projection onto actors, without loops.

    Returns
    -------
    centralization
        Sum of differences from the greatest closeness (n − 1)/Σd, divided by (n − 1)(n − 2)/(2n − 3), 0–1
        (Freeman 1979, doi:10.1016/0378-8733(78)90021-7). ``nan`` with fewer than three actors, and
        where some cannot reach each other: distance is then not defined.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    actors = projection(network)
    n = actors.number_of_nodes()
    if n < 3 or not nx.is_connected(actors):  # noqa: PLR2004 -- as above
        return nan
    near = [(n - 1) / sum(nx.single_source_shortest_path_length(actors, node).values()) for node in actors]
    return _excess(near) * (2 * n - 3) / ((n - 1) * (n - 2))


def _excess(values: Iterable[float]) -> float:
    listed = list(values)
    greatest = max(listed)
    return fsum(greatest - value for value in listed)
