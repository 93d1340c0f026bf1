"""Structural holes without a projection: constraint and effective size in the two-mode network."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from samverkansgraf.measures.sparse_products import product_where
from samverkansgraf.network import Side, incidence

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray


def constraint_two_mode(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how much each node depends on few neighbours that lead back to one another.

    For an actor, each of its d initiatives has the share 1/d. To an initiative's own share is added what comes to
    it in three steps: over another initiative of the actor, over another actor there, back to the first;
    each step divided evenly. Constraint is the sum of the squares. For an initiative, actors and initiatives
    change places (Hollway, Morin & Pauwelyn 2020, doi:10.1007/s10784-019-09464-5).

    Parameters
    ----------
    network
        Two-mode network; an initiative that ``is_set`` counts as any other.
    of
        Whose constraint.

    Returns
    -------
    constraint
        Node -> a number above 0: 1 for a node with one neighbour, and less the more neighbours it has and
        the fewer ways there are between them. ``nan`` for a node without neighbours.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> constraint_two_mode(two_mode_of_pairs([("Mimer", "EST"), ("Mimer", "Lov"), ("Ikea", "Lov")]))
    {'Ikea': 1.0, 'Mimer': 0.5}
    """
    nodes, node, parts = _constraint_by_neighbour(network, of)
    constraint = np.bincount(node, weights=parts, minlength=len(nodes))
    neighbours = np.bincount(node, minlength=len(nodes))
    return dict(zip(nodes, np.where(neighbours > 0, constraint, nan).tolist(), strict=True))


def hierarchy_two_mode(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how far each node's two-mode constraint comes from a single neighbour.

    The Coleman–Theil index that Burt (1992, Structural Holes) takes of the constraint by contacts, taken of
    :func:`constraint_two_mode` by neighbours: with d neighbours, and r the part of one divided by the mean part,
    Σ r ln r / (d ln d).

    Parameters
    ----------
    network
        Two-mode network; an initiative that ``is_set`` counts as any other.
    of
        Whose hierarchy; an actor's neighbours are its initiatives.

    Returns
    -------
    hierarchy
        Node -> 0 where every neighbour constrains alike, towards 1 the more one of them does. ``nan`` for a node with
        fewer than two neighbours: there is nothing to compare.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> hierarchy_two_mode(two_mode_of_pairs([("Mimer", "EST"), ("Mimer", "Lov"), ("Ikea", "Lov")]))
    {'Ikea': nan, 'Mimer': 0.0}
    """
    nodes, node, parts = _constraint_by_neighbour(network, of)
    neighbours = np.bincount(node, minlength=len(nodes)).astype(float)
    enough = neighbours > 1
    mean = np.bincount(node, weights=parts, minlength=len(nodes)) / np.maximum(neighbours, 1)
    relative = parts / mean[node]
    unevenness = np.bincount(node, weights=relative * np.log(relative), minlength=len(nodes))
    most = np.where(enough, neighbours * np.log(np.where(enough, neighbours, 2.0)), nan)
    # Parts that are alike may come out a rounding error below 0.
    return dict(zip(nodes, (np.maximum(unevenness, 0.0) / most).tolist(), strict=True))


def _constraint_by_neighbour(
    network: nx.Graph[str], of: Side
) -> tuple[tuple[str, ...], NDArray[np.int64], NDArray[np.float64]]:
    """Return the nodes, and for each of their edges the node (by position) and its neighbour's part of its constraint."""
    arrays = incidence(network)
    has = arrays.of_side(of)
    own, other = _sums(has, 1), _sums(has, 0)
    by_own, by_other = _inverse(own), _inverse(other)
    # Three steps from node i to neighbour a: over neighbour b (chosen 1 of i's), node j (1 of b's), a (1 of j's).
    to_node = sparse.csr_array(has * by_other)
    to_neighbour = sparse.csr_array(has * by_own[:, None])
    if other @ other <= own @ own:
        steps = product_where(has, sparse.csr_array(to_node @ has.T), to_neighbour)
    else:
        steps = product_where(has, has, sparse.csr_array(to_node.T @ to_neighbour))
    # Not over j = i, and not over b = a.
    node = np.repeat(np.arange(len(own)), np.diff(has.indptr))
    over_itself = by_own * (has @ by_other)
    over_neighbour = by_other * (has.T @ by_own)
    indirect = steps - over_itself[node] - over_neighbour[has.indices] + by_own[node] * by_other[has.indices]
    return arrays.nodes(of), node, (by_own[node] * (1 + indirect)) ** 2


def effective_size_two_mode(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how many of each node's contacts are left when those who meet each other in its presence are discounted.

    With n contacts, of whom t pairs meet in something that the node takes part in too, n − 2t/n: each contact counts
    for 1 less the share of the contacts it meets there (Burchard & Cornwell 2018, Structural holes and bridging
    in two-mode networks). Contacts who meet only elsewhere are not redundant, unlike in the projection.

    Parameters
    ----------
    network
        Two-mode network; an initiative that ``is_set`` counts as any other.
    of
        Whose effective size; the contacts are of the same kind.

    Returns
    -------
    effective_size
        Node -> 1 to the number of its contacts: 1 where all meet in one place, the number of contacts where no
        two of them meet. ``nan`` for a node without contacts.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Mimer", "Lov"), ("Ikea", "Lov")])
    >>> effective_size_two_mode(network)
    {'Ikea': 1.0, 'Mimer': 2.0, 'Polisen': 1.0}
    """
    nodes, contacts, redundant = _contacts_and_redundant(network, of)
    return dict(zip(nodes, (contacts - redundant).tolist(), strict=True))


def efficiency_two_mode(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return the two-mode effective size of each node per contact.

    Parameters
    ----------
    network
        Two-mode network; an initiative that ``is_set`` counts as any other.
    of
        Whose efficiency; the contacts are of the same kind.

    Returns
    -------
    efficiency
        Node -> above 0, at most 1: :func:`effective_size_two_mode` divided by the number of contacts; 1 where no
        two contacts meet in the node's presence (Burchard & Cornwell 2018). ``nan`` for a node without contacts.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    nodes, contacts, redundant = _contacts_and_redundant(network, of)
    return dict(zip(nodes, (1 - redundant / contacts).tolist(), strict=True))


def _contacts_and_redundant(
    network: nx.Graph[str], of: Side
) -> tuple[tuple[str, ...], NDArray[np.float64], NDArray[np.float64]]:
    """Return the nodes, the number of contacts of each (``nan`` for 0) and of these, how many are redundant."""
    arrays = incidence(network)
    has = arrays.of_side(of)
    members = sparse.csc_array(has)
    contacts = np.full(has.shape[0], nan)
    redundant = np.full(has.shape[0], nan)
    found: dict[bytes, tuple[float, float]] = {}  # Nodes with the same neighbours have the same contacts.
    for node in range(has.shape[0]):
        places = has.indices[has.indptr[node] : has.indptr[node + 1]]
        key = places.tobytes()
        if key not in found:
            found[key] = _around(members, places)
        contacts[node], redundant[node] = found[key]
    return arrays.nodes(of), contacts, redundant


def _around(members: sparse.csc_array, places: NDArray[np.int64]) -> tuple[float, float]:
    """Return how many others meet a node in its places, and how many of these are redundant."""
    lists = [members.indices[members.indptr[place] : members.indptr[place + 1]] for place in places]
    present = np.concatenate(lists) if lists else np.empty(0, dtype=np.int64)
    persons, position = np.unique(present, return_inverse=True)
    others = len(persons) - 1
    if others < 1:
        return nan, nan
    # Others who come to the same of these places are alike: count each sort of them once.
    where = np.repeat(np.arange(len(places)), [len(one) for one in lists])
    comes = np.zeros((len(persons), len(places)), dtype=bool)
    comes[position, where] = True
    sorts, how_many = np.unique(np.packbits(comes, axis=1), axis=0, return_counts=True)
    kinds = np.unpackbits(sorts, axis=1, count=len(places)).astype(np.float32)
    meeting = how_many @ ((kinds @ kinds.T) > 0) @ how_many - len(persons)
    # The node itself, who comes to all the places, meets each of the others: 2 × others of the ordered pairs.
    return float(others), float(meeting - 2 * others) / others


def _sums(has: sparse.csr_array, axis: int) -> NDArray[np.float64]:
    return np.asarray(has.sum(axis=axis), dtype=float)


def _inverse(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(1.0, numbers, out=np.zeros(len(numbers)), where=numbers > 0)
