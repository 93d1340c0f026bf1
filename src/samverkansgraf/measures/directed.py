"""
Who leads whom: is it mutual, and does one actor lead, or is one led, more than the rest.

Arcs go from the leads of an initiative to the others that take part in it, as
:func:`~samverkansgraf.network.lead_arcs` has them. Each function also takes arcs themselves, such as those of
:func:`~samverkansgraf.network.funding_arcs`; then every node counts.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from scipy import sparse

from samverkansgraf.network import lead_matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray


def reciprocity(network: nx.Graph[str]) -> float:
    """
    Return the share of arcs that are answered: whom an actor leads leads it too, in another initiative.

    Parameters
    ----------
    network
        Two-mode network whose edges carry ``roles``, or an :class:`networkx.DiGraph` of arcs.

    Returns
    -------
    reciprocity
        Arcs with an arc the other way, divided by all arcs, 0–1 (Garlaschelli & Loffredo 2004,
        doi:10.1103/PhysRevLett.93.268701, the traditional measure r). Arcs are unweighted, and an actor without arcs
        changes nothing. ``nan`` without arcs.

    Raises
    ------
    NotTwoModeError
        The network has no direction and is not two-mode.
    UsageError
        The arcs are too many to hold.

    Examples
    --------
    >>> arcs = nx.DiGraph([("stad", "Mimer"), ("Mimer", "stad"), ("stad", "Ikea")])
    >>> round(reciprocity(arcs), 3)
    0.667
    """
    arcs = _arcs(network)
    return arcs.multiply(arcs.T).nnz / arcs.nnz if arcs.nnz else nan


def in_centralization(network: nx.Graph[str]) -> float:
    """
    Return how far being led gathers on one actor.

    Parameters
    ----------
    network
        Two-mode network whose edges carry ``roles``, or an :class:`networkx.DiGraph` of arcs.

    Returns
    -------
    centralization
        Sum of differences from the greatest number of arcs that end at an actor, divided by (n − 1)², the greatest
        such sum among n actors, where all others lead one and nobody else is led: 0–1 (Freeman 1979,
        doi:10.1016/0378-8733(78)90021-7; for arcs Wasserman & Faust 1994, doi:10.1017/CBO9780511815478). n are the
        actors of initiatives with a named lead. ``nan`` with fewer than two.

    Raises
    ------
    NotTwoModeError
        The network has no direction and is not two-mode.
    UsageError
        The arcs are too many to hold.
    """
    return _centralization(np.asarray(_arcs(network).sum(axis=0), dtype=float))


def out_centralization(network: nx.Graph[str]) -> float:
    """
    Return how far leading gathers on one actor.

    Parameters
    ----------
    network
        Two-mode network whose edges carry ``roles``, or an :class:`networkx.DiGraph` of arcs.

    Returns
    -------
    centralization
        Sum of differences from the greatest number of arcs that begin at an actor, divided by (n − 1)², the greatest
        such sum among n actors, where one leads all others and nobody else leads: 0–1 (Freeman 1979,
        doi:10.1016/0378-8733(78)90021-7; for arcs Wasserman & Faust 1994, doi:10.1017/CBO9780511815478). n are the
        actors of initiatives with a named lead. ``nan`` with fewer than two.

    Raises
    ------
    NotTwoModeError
        The network has no direction and is not two-mode.
    UsageError
        The arcs are too many to hold.

    Examples
    --------
    >>> out_centralization(nx.DiGraph([("stad", "Mimer"), ("stad", "Ikea"), ("stad", "Polisen")]))
    1.0
    """
    return _centralization(np.asarray(_arcs(network).sum(axis=1), dtype=float))


def _arcs(network: nx.Graph[str]) -> sparse.csr_array:
    """Return the arcs without weights and loops: 1 from row to column."""
    if network.is_directed():
        nodes = sorted(network)
        if not nodes:
            return sparse.csr_array((0, 0))
        arcs = sparse.csr_array(nx.to_scipy_sparse_array(network, nodelist=nodes, weight=None), dtype=float)
        arcs.setdiag(0)
        arcs.eliminate_zeros()
    else:
        _, arcs = lead_matrix(network)
    return sparse.csr_array((np.ones(arcs.nnz), arcs.indices, arcs.indptr), shape=arcs.shape)


def _centralization(degrees: NDArray[np.float64]) -> float:
    n = len(degrees)
    if n < 2:  # noqa: PLR2004 -- one leads nobody
        return nan
    return float((degrees.max() - degrees).sum()) / (n - 1) ** 2
