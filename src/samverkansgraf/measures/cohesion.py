"""Does it hang together: density, components, distances, cores."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import networkx as nx

from samverkansgraf.network import Side, nodes_of, projection

if TYPE_CHECKING:
    from collections.abc import Iterable


def density_two_mode(network: nx.Graph[str]) -> float:
    """
    Return the share of possible edges that exist.

    Returns
    -------
    density
        Edges divided by actors times initiatives, 0–1 (Borgatti & Everett 1997,
        doi:10.1016/S0378-8733(96)00301-2), isolates counted; ``nan`` where either side is empty.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> density_two_mode(two_mode_of_pairs([("Mimer", "EST"), ("Ikea", "På lika villkor")]))
    0.5
    """
    possible = len(nodes_of(network, "actors")) * len(nodes_of(network, "initiatives"))
    return network.number_of_edges() / possible if possible else nan


def components(network: nx.Graph[str]) -> float:
    """
    Return the number of parts of the two-mode network with no path between them; an isolate is one.

    See Wasserman & Faust 1994, doi:10.1017/CBO9780511815478.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    nodes_of(network, "actors")
    return float(nx.number_connected_components(network))


def largest_component_share(network: nx.Graph[str]) -> float:
    """
    Return the share of all nodes, actors and initiatives, that are in the largest component, 0–1.

    ``nan`` where the network is empty. See Wasserman & Faust 1994, doi:10.1017/CBO9780511815478.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    nodes_of(network, "actors")
    sizes = [len(component) for component in nx.connected_components(network)]
    return max(sizes) / sum(sizes) if sizes else nan


def fragmentation(network: nx.Graph[str]) -> float:
    """
    Return the share of pairs of actors that cannot reach each other through ties.

    Returns
    -------
    fragmentation
        1 − reachable pairs / all pairs, 0–1 (Borgatti 2006, doi:10.1007/s10588-006-7084-x), in the
        projection onto actors, so a set of initiatives leads nowhere. 1 where nobody is tied;
        ``nan`` with fewer than two actors.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> fragmentation(two_mode_of_pairs([("Mimer", "EST"), ("Ikea", "På lika villkor")]))
    1.0
    """
    actors = projection(network)
    everyone = actors.number_of_nodes()
    if everyone < 2:  # noqa: PLR2004 -- a pair
        return nan
    reached = sum(len(part) * (len(part) - 1) for part in nx.connected_components(actors))
    return 1 - reached / (everyone * (everyone - 1))


def mean_distance(network: nx.Graph[str]) -> float:
    """
    Return the mean number of steps between two actors of the projection's largest component.

    Unweighted; ``nan`` where no two actors are tied. Of several largest components, the one with the
    first IRI counts. See Wasserman & Faust 1994, doi:10.1017/CBO9780511815478.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    distances = [distance for distance in _distances(network) if distance]
    return sum(distances) / len(distances) if distances else nan


def diameter(network: nx.Graph[str]) -> float:
    """
    Return the greatest distance between two actors of the projection's largest component.

    Steps, unweighted; ``nan`` where no two actors are tied. Of several largest components, the one with
    the first IRI counts. See Wasserman & Faust 1994, doi:10.1017/CBO9780511815478.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    return float(max(_distances(network), default=0)) or nan


def core_number(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return for each node the greatest k such that it is in a part where all have k neighbours or more.

    A count, not normalised (Seidman 1983, doi:10.1016/0378-8733(83)90028-X), in the two-mode
    network. An isolate has 0.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    nodes = nodes_of(network, of)
    cores = nx.core_number(network)
    return {node: float(cores[node]) for node in nodes}


def _distances(network: nx.Graph[str]) -> Iterable[int]:
    """Yield the distances from each actor of the largest component, those of 0 steps too."""
    actors = projection(network)
    largest = max(nx.connected_components(actors), key=len, default=set())
    for node in sorted(largest):
        yield from nx.single_source_shortest_path_length(actors, node).values()
