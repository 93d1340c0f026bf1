"""Does it hang together: density, components, distances."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final

import numpy as np

from samverkansgraf.measures.distances import Steps, largest_part, parts, steps
from samverkansgraf.measures.twins import twins
from samverkansgraf.network import igraph_two_mode, incidence
from samverkansgraf.network.incidence import kept

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

#: Between more actors than this, distances are not counted: their pairs are more than 1.2 billion.
MOST_ACTORS: Final = 50_000


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
    matrix = incidence(network).matrix
    possible = matrix.shape[0] * matrix.shape[1]
    return int(matrix.nnz) / possible if possible else nan


def density(network: nx.Graph[str]) -> float:
    """
    Return the share of pairs of actors that are tied.

    Returns
    -------
    density
        Ties divided by n(n − 1)/2, 0–1 (Wasserman & Faust 1994, doi:10.1017/CBO9780511815478), of the unweighted
        projection onto actors, isolates counted; ``nan`` with fewer than two actors.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> density(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Ikea", "På lika villkor")]))
    0.3333333333333333
    """
    arrays = incidence(network)
    n = len(arrays.actors)
    if n < 2:  # noqa: PLR2004 -- a pair
        return nan
    alike = kept(network, "twins", lambda: twins(arrays.tying))
    return int(alike.sizes @ alike.degrees()) / (n * (n - 1))


def components(network: nx.Graph[str]) -> float:
    """
    Return the number of parts of the two-mode network with no path between them; an isolate is one.

    See Wasserman & Faust 1994, doi:10.1017/CBO9780511815478.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    return float(len(igraph_two_mode(network).connected_components()))


def largest_component_share(network: nx.Graph[str]) -> float:
    """
    Return the share of all nodes, actors and initiatives, that are in the largest component, 0–1.

    ``nan`` where the network is empty. See Wasserman & Faust 1994, doi:10.1017/CBO9780511815478.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    sizes = igraph_two_mode(network).connected_components().sizes()
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
    sizes = np.bincount(_parts(network)).tolist()
    everyone = sum(sizes)
    if everyone < 2:  # noqa: PLR2004 -- a pair
        return nan
    reached = sum(size * (size - 1) for size in sizes)
    share: float = reached / (everyone * (everyone - 1))
    return 1 - share


def mean_distance(network: nx.Graph[str]) -> float:
    """
    Return the mean number of steps between two actors of the projection's largest component.

    Unweighted; ``nan`` where no two actors are tied, and where the component has more than
    :data:`MOST_ACTORS`. Of several largest components, the one with the first IRI counts. See Wasserman &
    Faust 1994, doi:10.1017/CBO9780511815478.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> mean_distance(two_mode_of_pairs([("Mimer", "EST"), ("Ikea", "EST"), ("Ikea", "På lika villkor")]))
    1.0
    """
    found = _steps_within_largest(network)
    return found.mean if found else nan


def diameter(network: nx.Graph[str]) -> float:
    """
    Return the greatest distance between two actors of the projection's largest component.

    Steps, unweighted; ``nan`` where no two actors are tied, and where the component has more than
    :data:`MOST_ACTORS`. Of several largest components, the one with the first IRI counts. See Wasserman &
    Faust 1994, doi:10.1017/CBO9780511815478.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    found = _steps_within_largest(network)
    return float(found.greatest) or nan if found else nan


def _steps_within_largest(network: nx.Graph[str]) -> Steps | None:
    """Return the distances within the largest component of actors; ``None`` if they are too many."""
    rows = largest_part(_parts(network))
    if len(rows) > MOST_ACTORS:
        return None
    return kept(network, "steps within largest", lambda: steps(incidence(network).tying, rows))


def _parts(network: nx.Graph[str]) -> NDArray[np.int64]:
    """Return for each actor the number of its part of the projection."""
    has = incidence(network).tying
    return kept(network, "parts", lambda: parts(has))
