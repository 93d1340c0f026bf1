"""Burt's structural holes in the projection: who is hemmed in, and whose ties are not redundant."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from samverkansgraf.measures.sparse_products import product_where
from samverkansgraf.network import Side, incidence, tie_matrix

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray


def constraint(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how much each node's ties lead to the same few others.

    With p(i, j) the share of i's tie weight that goes to j, constraint is the sum over i's neighbours j of
    (p(i, j) + Σ p(i, q) p(q, j))², q being the others (Burt 1992, Structural Holes).

    Parameters
    ----------
    network
        Two-mode network; the measure is of its projection onto one kind, weighted by what is shared.
    of
        Whose constraint.

    Returns
    -------
    constraint
        Node -> a number above 0, about 1 for one or two tied neighbours and less the more they are and
        the less they know each other. ``nan`` for a node without ties.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.
    """
    nodes, ties, has = _projected(network, of)
    contacts = _contacts(ties)
    return _by_node(nodes, np.where(contacts > 0, _sums(_constraint_by_contact(ties, has)), nan))


def effective_size(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how many of each node's contacts are left when those that lead to the same others are discounted.

    Each neighbour j of i counts for 1 − Σ p(i, q) m(j, q), where p(i, q) is the share of i's tie weight that goes
    to q, and m(j, q) is the weight of j's tie with q divided by the greatest weight of any tie of j
    (Burt 1992, Structural Holes).

    Parameters
    ----------
    network
        Two-mode network; the measure is of its projection onto one kind, weighted by what is shared.
    of
        Whose effective size.

    Returns
    -------
    effective_size
        Node -> above 0 to the number of its contacts, which is reached when no two of them are tied. ``nan``
        for a node without ties.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Mimer", "Lov"), ("Ikea", "Lov")])
    >>> effective_size(network)
    {'Ikea': 1.0, 'Mimer': 2.0, 'Polisen': 1.0}
    """
    nodes, ties, has = _projected(network, of)
    return _by_node(nodes, _effective_size(ties, has))


def efficiency(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return the effective size of each node per contact.

    Parameters
    ----------
    network
        Two-mode network; the measure is of its projection onto one kind, weighted by what is shared.
    of
        Whose efficiency.

    Returns
    -------
    efficiency
        Node -> above 0, at most 1: :func:`effective_size` divided by the number of contacts; 1 when no two of them
        are tied (Burt 1992, Structural Holes). ``nan`` for a node without ties.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.
    """
    nodes, ties, has = _projected(network, of)
    contacts = _contacts(ties)
    return _by_node(nodes, _effective_size(ties, has) / np.where(contacts > 0, contacts, nan))


def hierarchy(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how far each node's constraint comes from a single contact.

    The Coleman–Theil index: with N contacts, c(i, j) the part of :func:`constraint` that comes from j, and
    r = c(i, j) divided by the mean part, Σ r ln r / (N ln N) (Burt 1992, Structural Holes).

    Parameters
    ----------
    network
        Two-mode network; the measure is of its projection onto one kind, weighted by what is shared.
    of
        Whose hierarchy.

    Returns
    -------
    hierarchy
        Node -> 0 where every contact constrains alike, towards 1 the more one of them does. ``nan`` for a node with
        fewer than two contacts: there is nothing to compare.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.
    """
    nodes, ties, has = _projected(network, of)
    parts = _constraint_by_contact(ties, has)
    contacts = _contacts(ties).astype(float)
    enough = contacts > 1
    mean = np.divide(_sums(parts), contacts, out=np.ones(len(nodes)), where=contacts > 0)
    parts.data /= np.repeat(mean, _contacts(ties))
    parts.data *= np.log(parts.data)
    most = np.where(enough, contacts * np.log(np.where(enough, contacts, 2.0)), nan)
    # Parts that are alike may come out a rounding error below 0.
    return _by_node(nodes, np.maximum(_sums(parts), 0.0) / most)


def _projected(
    network: nx.Graph[str], of: Side
) -> tuple[tuple[str, ...], sparse.csr_array, sparse.csr_array]:
    """Return the nodes, their ties, and what they have in common: the ties are has @ has.T off the diagonal."""
    nodes, ties = tie_matrix(network, onto="actor" if of == "actors" else "initiative")
    arrays = incidence(network)
    return nodes, ties, arrays.tying if of == "actors" else arrays.of_side(of)


def _constraint_by_contact(ties: sparse.csr_array, has: sparse.csr_array) -> sparse.csr_array:
    """Return, where i and j are tied, the part of i's constraint that comes from j."""
    strength = _sums(ties)
    share = _divided(ties, strength)
    # p(i, q) p(q, j) = p(i, q) w(q, j) / strength of q
    indirect = _onwards(_with_data(ties, share.data / strength[ties.indices]), has)
    return _with_data(ties, (share.data + indirect) ** 2)


def _effective_size(ties: sparse.csr_array, has: sparse.csr_array) -> NDArray[np.float64]:
    share = _divided(ties, _sums(ties))
    strongest = ties.max(axis=1).toarray() if ties.nnz else np.ones(ties.shape[0])
    # Σ over contacts j of Σ over q of p(i, q) m(j, q): first sum m(j, q) = w(j, q) / strongest of j over the contacts.
    over_contacts = _onwards(_with_data(ties, 1 / strongest[ties.indices]), has)
    contacts = _contacts(ties)
    return np.where(contacts > 0, contacts - _sums(_with_data(ties, share.data * over_contacts)), nan)


def _onwards(steps: sparse.csr_array, has: sparse.csr_array) -> NDArray[np.float64]:
    """
    Return, for each tie between i and q, the sum over j of ``steps`` (i, j) times the weight of the tie (j, q).

    The weights are taken as what j and q have, without making the product with the ties; ``steps`` is stored
    where ties are.
    """
    having = np.diff(has.indptr)
    through = product_where(steps, sparse.csr_array(steps @ has), sparse.csr_array(has.T))
    # has @ has.T has the number of things that q has on its diagonal, where there is no tie.
    values: NDArray[np.float64] = through - steps.data * having[steps.indices]
    return values


def _divided(ties: sparse.csr_array, by: NDArray[np.float64]) -> sparse.csr_array:
    """Return the matrix with each row divided by its number."""
    return _with_data(ties, ties.data / np.repeat(by, _contacts(ties)))


def _with_data(ties: sparse.csr_array, data: NDArray[np.float64]) -> sparse.csr_array:
    return sparse.csr_array((data, ties.indices, ties.indptr), shape=ties.shape)


def _contacts(ties: sparse.csr_array) -> NDArray[np.int64]:
    contacts: NDArray[np.int64] = np.diff(ties.indptr).astype(np.int64)
    return contacts


def _sums(ties: sparse.csr_array) -> NDArray[np.float64]:
    return np.asarray(ties.sum(axis=1), dtype=float)


def _by_node(nodes: tuple[str, ...], values: NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(nodes, values.tolist(), strict=True))
