"""How much a node lies between others: exactly, or from a sample that says how far off it may be."""

from __future__ import annotations

import logging
from random import Random
from typing import TYPE_CHECKING, Final

import numpy as np

from samverkansgraf.errors import UsageError
from samverkansgraf.network import Side, igraph_two_mode, incidence
from samverkansgraf.network.incidence import kept

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

_log = logging.getLogger(__name__)

#: Nodes times edges above which exact values take minutes rather than seconds, and a line is logged.
_LONG_WORK: Final = 5_000_000_000


def betweenness(
    network: nx.Graph[str], *, of: Side = "actors", sources: int | None = None, seed: int = 1
) -> dict[str, float]:
    """
    Return how much each node lies on the shortest paths between others.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose betweenness.
    sources
        ``None``: exact. A number: an estimate from the paths that start at so many nodes, actors and
        initiatives alike, drawn without replacement; exact where there are no more nodes than that.
        A node's value is then the mean of what it has of the paths from each of the drawn nodes other than
        itself, times n − 1 (Brandes & Pich 2007, doi:10.1142/S0218127407018403), which is unbiased;
        :func:`betweenness_error` has its standard error.
    seed
        Of the draw; without ``sources`` it has no effect. Where the network's nodes stand in sorted order,
        actors first, the draw is that of ``networkx.betweenness_centrality(network, k=sources, seed=seed)``.

    Returns
    -------
    betweenness
        Node -> 0–1: divided by the greatest value a node on its side can have in a network with as many
        nodes on each side (Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2). An isolate
        has 0; ``nan`` where that greatest value is 0 or the other side is empty. An estimate may pass 1.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        ``sources`` is less than 2.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> betweenness(two_mode_of_pairs([("Mimer", "EST"), ("Mimer", "På lika villkor"), ("Ikea", "På lika villkor")]))
    {'Ikea': 0.0, 'Mimer': 1.0}
    """
    drawn = _drawn(network, sources, seed)
    if drawn is None:
        return _normalised(network, of, kept(network, "betweenness", lambda: _exact(network)))
    last: dict[tuple[int, ...], NDArray[np.float64]] = kept(network, "betweenness of a sample", dict)
    if (asked := tuple(drawn)) not in last:
        last.clear()
        last[asked] = _estimated(network, drawn)
    return _normalised(network, of, last[asked])


def betweenness_error(
    network: nx.Graph[str], *, of: Side = "actors", sources: int, seed: int = 1
) -> dict[str, float]:
    """
    Return the standard error of each estimate that :func:`betweenness` makes from the same draw.

    It is s √((1 − m/(n − 1))/m) (n − 1), with s the standard deviation of what the node has of the paths from
    each of the m drawn nodes other than itself, n the number of nodes, in the unit of the estimate (Cochran 1977,
    Sampling Techniques, 3rd ed., eq. 2.20). It is itself estimated: where no path from a drawn node passes, both
    the estimate and the error are 0, and the true value may still be a little above 0.

    Parameters
    ----------
    network, of, sources, seed
        As in :func:`betweenness`.

    Returns
    -------
    error
        Node -> 0 or more; 0 where ``sources`` covers every node, since the value is then exact. ``nan`` where the
        betweenness is, and for a node with fewer than two drawn nodes other than itself.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        ``sources`` is less than 2.
    """
    drawn = _drawn(network, sources, seed)
    graph = igraph_two_mode(network)
    nodes = graph.vcount()
    if drawn is None:
        return _normalised(network, of, np.zeros(nodes))
    total, spread = np.zeros(nodes), np.zeros(nodes)
    others = np.zeros(nodes)
    for source in drawn:  # Welford's sums, which lose no digits; the node itself is not among its own sources
        passing = np.array(graph.betweenness(sources=[source]))
        counts = np.ones(nodes)
        counts[source] = 0
        others += counts
        before = passing - np.divide(total, others - 1, out=np.zeros(nodes), where=others > 1)
        total += passing
        after = passing - np.divide(total, others, out=np.zeros(nodes), where=others > 0)
        spread += before * after * counts
    variance = np.divide(spread, others - 1, out=np.full(nodes, np.nan), where=others > 1)
    unseen = 1 - others / (nodes - 1)
    error = np.sqrt(np.maximum(variance * unseen, 0) / np.maximum(others, 1)) * (nodes - 1)
    return _normalised(network, of, error)


def _drawn(network: nx.Graph[str], sources: int | None, seed: int) -> list[int] | None:
    """Return the positions of the nodes to start from, sorted; ``None`` for all."""
    arrays = incidence(network)
    if sources is None:
        return None
    if sources < 2:  # noqa: PLR2004 -- a drawn node needs another one
        raise UsageError(f"betweenness: {sources} sources; give at least 2, or none for exact values")
    nodes = sum(arrays.matrix.shape)
    if sources >= nodes:
        return None
    chance = Random(seed)  # noqa: S311 -- not for secrets: a draw that networkx repeats
    return sorted(chance.sample(range(nodes), sources))


def _exact(network: nx.Graph[str]) -> NDArray[np.float64]:
    """Return on how many shortest paths each node is, actors first."""
    graph = igraph_two_mode(network)
    if graph.vcount() * graph.ecount() > _LONG_WORK:
        _log.warning(
            "exact betweenness of %d nodes and %d edges takes long; sources=256 gives an estimate",
            graph.vcount(),
            graph.ecount(),
        )
    return np.array(graph.betweenness(), dtype=float)


def _estimated(network: nx.Graph[str], drawn: list[int]) -> NDArray[np.float64]:
    """Return the estimate of :func:`_exact` from the paths that start at some nodes."""
    graph = igraph_two_mode(network)
    others = len(drawn) - np.bincount(drawn, minlength=graph.vcount())
    estimate: NDArray[np.float64] = np.array(graph.betweenness(sources=drawn)) / others * (graph.vcount() - 1)
    return estimate


def _normalised(network: nx.Graph[str], of: Side, raw: NDArray[np.float64]) -> dict[str, float]:
    """Return the values of one side divided by the greatest one possible there."""
    arrays = incidence(network)
    actors, initiatives = arrays.matrix.shape
    own, greatest = (
        (raw[:actors], _greatest_betweenness(actors, initiatives))
        if of == "actors"
        else (raw[actors:], _greatest_betweenness(initiatives, actors))
    )
    values = own / greatest if greatest else np.full(len(own), np.nan)
    return dict(zip(arrays.nodes(of), values.tolist(), strict=True))


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
