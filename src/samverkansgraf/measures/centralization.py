"""
Does one actor dominate: Freeman's centralization.

Of the projection onto actors, unweighted, or of the actors in the two-mode network itself, where the
divisor is the greatest sum that is possible with as many nodes on each side.
"""

from __future__ import annotations

from math import fsum, nan
from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.betweenness import betweenness
from samverkansgraf.measures.centrality import closeness
from samverkansgraf.measures.cohesion import MOST_ACTORS
from samverkansgraf.measures.distances import steps
from samverkansgraf.measures.twins import Twins, twins
from samverkansgraf.network import igraph_two_mode, incidence
from samverkansgraf.network.incidence import kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

#: Groups of alike actors times ties between them: with more, all shortest paths take minutes to count.
_MOST_WORK: Final = 2_000_000_000


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
    n = len(incidence(network).actors)
    if n < 3:  # noqa: PLR2004 -- with two, nobody can dominate
        return nan
    alike = _twins(network)
    return _excess_of_twins(alike, alike.degrees().tolist()) / ((n - 1) * (n - 2))


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
        than three actors, and where the ties are so many that counting all shortest paths takes minutes.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    n = len(incidence(network).actors)
    if n < 3:  # noqa: PLR2004 -- with two, nobody is in between
        return nan
    alike = _twins(network)
    if len(alike.sizes) * alike.ties.nnz > _MOST_WORK:
        return nan
    pairs = (n - 1) * (n - 2) / 2
    return _excess_of_twins(alike, (alike.betweenness() / pairs).tolist()) / (n - 1)


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
        (Freeman 1979, doi:10.1016/0378-8733(78)90021-7). ``nan`` with fewer than three actors, where some
        cannot reach each other, since distance is then not defined, and with more than
        :data:`~samverkansgraf.measures.cohesion.MOST_ACTORS`.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    arrays = incidence(network)
    n = len(arrays.actors)
    if not 3 <= n <= MOST_ACTORS:  # noqa: PLR2004 -- as above
        return nan
    found = steps(arrays.tying)
    if (found.reached < n - 1).any():
        return nan
    near = [(n - 1) / total for total in found.total.tolist()]
    return _excess(near) * (2 * n - 3) / ((n - 1) * (n - 2))


def degree_centralization_two_mode(network: nx.Graph[str]) -> float:
    """
    Return how far participations are from being spread evenly over actors.

    Parameters
    ----------
    network
        Two-mode network.

    Returns
    -------
    centralization
        Sum of differences from the greatest number of initiatives of an actor, divided by the greatest such sum
        with as many actors a and initiatives b, 0–1: (a − 1)(b − 1) where every actor takes part in something
        (Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2), (a − 1)b where some do not. ``nan``
        where that divisor is 0.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> degree_centralization_two_mode(two_mode_of_pairs([("stad", "EST"), ("stad", "Bäckby"), ("Ikea", "EST")]))
    1.0
    """
    matrix = incidence(network).matrix
    actors, initiatives = matrix.shape
    degrees = (matrix.indptr[1:] - matrix.indptr[:-1]).tolist()
    least = min(degrees, default=0)
    possible = max(actors - 1, 0) * (initiatives - (1 if least else 0))
    return _excess(degrees) / possible if possible else nan


def closeness_centralization_two_mode(network: nx.Graph[str]) -> float:
    """
    Return how far one actor is nearer to all others, actors and initiatives, than the other actors are.

    Parameters
    ----------
    network
        Two-mode network.

    Returns
    -------
    centralization
        Sum over actors of differences from the greatest closeness, as
        :func:`~samverkansgraf.measures.centrality.closeness` has it, divided by the greatest such sum with as
        many actors and initiatives, 0–1: that of a tree where one actor is in every initiative and each other
        actor in one, spread as evenly as can be (the greatest for all nodes together too: Krnc, Sereni,
        Škrekovski & Yilma 2016, arXiv:1608.04093; after Borgatti & Everett 1997,
        doi:10.1016/S0378-8733(96)00301-2). ``nan`` where some cannot reach each
        other, since distance is then not defined, and where all must be equal.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    graph = igraph_two_mode(network)
    actors, initiatives = incidence(network).matrix.shape
    possible = _greatest_closeness_sum(actors, initiatives)
    if not possible or not graph.is_connected():
        return nan
    return _excess(closeness(network).values()) / possible


def betweenness_centralization_two_mode(network: nx.Graph[str]) -> float:
    """
    Return how far one actor lies between all others, actors and initiatives, more than the other actors do.

    Parameters
    ----------
    network
        Two-mode network.

    Returns
    -------
    centralization
        Sum over actors of differences from the greatest betweenness, each as
        :func:`~samverkansgraf.measures.betweenness.betweenness` has it, 0–1, divided by the actors less one
        (Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2): 1 where one actor has the greatest
        betweenness possible and the others none. ``nan`` with fewer than two actors, and where nobody can be
        in between.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    values = list(betweenness(network).values())
    if len(values) < 2:  # noqa: PLR2004 -- one is not more than others
        return nan
    return _excess(values) / (len(values) - 1)


def _greatest_closeness_sum(actors: int, initiatives: int) -> float:
    """Return the greatest sum of differences in closeness among actors of a connected two-mode network."""
    if not actors or not initiatives:
        return 0.0
    least = initiatives + 2 * (actors - 1)
    each, more = divmod(actors - 1, initiatives)

    def further(beside: int) -> float:
        """Return what an actor lacks of closeness 1 that is in one initiative with ``beside`` like it."""
        return 1 - least / (3 * initiatives + 4 * actors - 6 - 2 * beside) if beside else 0.0

    return more * (each + 1) * further(each + 1) + (initiatives - more) * each * further(each)


def _twins(network: nx.Graph[str]) -> Twins:
    has = incidence(network).tying
    return kept(network, "twins", lambda: twins(has))


def _excess_of_twins(alike: Twins, values: list[float]) -> float:
    """Return the sum of differences from the greatest value; actors tied to nobody have 0."""
    alone = int((alike.of_actor < 0).sum())
    greatest = max(values, default=0)
    sizes = alike.sizes.tolist()
    apart = [size * (greatest - value) for size, value in zip(sizes, values, strict=True)]
    return fsum([*apart, alone * greatest])


def _excess(values: Iterable[float]) -> float:
    listed = list(values)
    greatest = max(listed, default=0)
    return fsum(greatest - value for value in listed)
