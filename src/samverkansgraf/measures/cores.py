"""How deep in the network's dense parts a node sits: k-cores."""

from __future__ import annotations

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
    arrays = incidence(network, sets=False)
    cores = kept(network, "core numbers", lambda: _core_numbers(arrays.matrix).astype(float))
    actors = len(arrays.actors)
    own = cores[:actors] if of == "actors" else cores[actors:]
    return dict(zip(arrays.nodes(of), own.tolist(), strict=True))


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
