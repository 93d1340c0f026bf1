"""The tied pairs of actors as arrays, in the order in which they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from samverkansgraf.network import tie_matrix

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    from samverkansgraf.network.projection import Weight


def tied_actors(
    network: nx.Graph[str], *, weight: Weight = "shared"
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """
    Return both ends of every tie, as places among the sorted actors, and its weight.

    One entry for each row of :func:`~samverkansgraf.network.pairs`, in the same order: the end whose label comes first
    is the first.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.
    """
    nodes, ties = tie_matrix(network, weight=weight)
    labels = [str(network.nodes[node].get("label") or node) for node in nodes]
    order = np.array(
        sorted(range(len(nodes)), key=lambda place: (labels[place], nodes[place])), dtype=np.int64
    )
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    cells = sparse.coo_array(sparse.triu(ties, k=1))
    ends = np.sort(np.stack([rank[cells.row], rank[cells.col]]), axis=0)
    by_label = np.lexsort((ends[1], ends[0]))
    first, second = order[ends[:, by_label]]
    return first, second, cells.data[by_label]
