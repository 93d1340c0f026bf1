"""How deep in the network's dense parts a node sits: k-cores."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from samverkansgraf.network import Side, incidence
from samverkansgraf.network.incidence import kept

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

#: In place of the neighbours left, when a node has been taken away: more than can be subtracted from it.
_GONE: Final = 2**60


def core_number(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return for each node the greatest k such that it is in a part where all have k neighbours or more.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose core numbers.

    Returns
    -------
    core_number
        Node -> a count, not normalised (Seidman 1983, doi:10.1016/0378-8733(83)90028-X), of neighbours on
        the other side within that part. An isolate has 0.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> square = [("Mimer", "EST"), ("Mimer", "Bäckby"), ("Polisen", "EST"), ("Polisen", "Bäckby")]
    >>> core_number(two_mode_of_pairs([*square, ("Ikea", "EST")]))
    {'Ikea': 1.0, 'Mimer': 2.0, 'Polisen': 2.0}
    """
    arrays, cores = incidence(network, sets=False), _cores(network)
    actors = len(arrays.actors)
    own = cores[:actors] if of == "actors" else cores[actors:]
    return dict(zip(arrays.nodes(of), own.tolist(), strict=True))


def degeneracy(network: nx.Graph[str]) -> float:
    """
    Return the greatest core number: how many neighbours everybody has in the network's densest part.

    Parameters
    ----------
    network
        Two-mode network.

    Returns
    -------
    degeneracy
        A count, not normalised (Lick & White 1970, doi:10.4153/CJM-1970-125-1; Seidman 1983,
        doi:10.1016/0378-8733(83)90028-X): 0 where nobody takes part in anything, 1 where the network is a forest.
        ``nan`` where the network is empty.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> degeneracy(two_mode_of_pairs([("Mimer", "EST"), ("Ikea", "EST"), ("Ikea", "På lika villkor")]))
    1.0
    """
    cores = _cores(network)
    return float(cores.max()) if len(cores) else nan


def _cores(network: nx.Graph[str]) -> NDArray[np.float64]:
    """Return the core numbers of actors, then of initiatives, computed once for a network."""
    matrix = incidence(network, sets=False).matrix
    return kept(network, "core numbers", lambda: _core_numbers(matrix).astype(float))


def _core_numbers(matrix: sparse.csr_array) -> NDArray[np.int64]:
    """Return the core numbers of rows, then of columns: take away whoever has k neighbours left or fewer."""
    rows, columns = matrix.shape
    turned = sparse.csr_array(matrix.T)
    near = np.concatenate([matrix.indices + rows, turned.indices]).astype(np.int64)
    size = np.concatenate([np.diff(matrix.indptr), np.diff(turned.indptr)]).astype(np.int64)
    first = np.cumsum(size) - size
    left = size.copy()
    cores = np.zeros(rows + columns, dtype=np.int64)
    last = np.empty(rows + columns, dtype=np.int64)
    waiting = np.arange(rows + columns)
    while waiting.size:
        k = int(left[waiting].min())
        going = waiting[left[waiting] <= k]
        while going.size:
            cores[going] = k
            left[going] = _GONE
            sizes = size[going]
            ends = np.cumsum(sizes)
            touched = near[np.repeat(first[going] - ends + sizes, sizes) + np.arange(ends[-1])]
            np.subtract.at(left, touched, 1)
            # Whoever was touched several times stands there as often: the last time counts.
            low = touched[left[touched] <= k]
            order = np.arange(low.size)
            last[low] = order
            going = low[last[low] == order]
        waiting = waiting[left[waiting] < _GONE // 2]
    return cores
