"""Who can be done without: redundancy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from samverkansgraf.network import Side, incidence

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

#: Meetings of two neighbours that are held in memory at a time.
_MEETINGS_AT_ONCE: Final = 10_000_000


def redundancy(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return the share of pairs of each node's neighbours that would stay joined without it.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose redundancy.

    Returns
    -------
    redundancy
        Node -> 0–1: of the pairs of its neighbours, those with another common neighbour (Latapy, Magnien &
        Del Vecchio 2008, doi:10.1016/j.socnet.2007.04.006). ``nan`` for a node with fewer than two
        neighbours.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> square = [("Mimer", "EST"), ("Mimer", "Bäckby"), ("Polisen", "EST"), ("Polisen", "Bäckby")]
    >>> redundancy(two_mode_of_pairs([*square, ("Polisen", "Nattvandring")]))
    {'Mimer': 1.0, 'Polisen': 0.3333333333333333}
    """
    arrays = incidence(network)
    has = arrays.of_side(of)
    degree = np.diff(has.indptr).astype(float)
    pairs = degree * (degree - 1) / 2
    shares = np.divide(_joined_elsewhere(has), pairs, out=np.full(len(pairs), np.nan), where=pairs > 0)
    return dict(zip(arrays.nodes(of), shares.tolist(), strict=True))


def _joined_elsewhere(has: sparse.csr_array) -> NDArray[np.float64]:
    """Return for each row how many pairs of its columns have another row in common, some columns at a time."""
    turned = sparse.csr_array(has.T)
    meetings = turned @ np.diff(has.indptr)
    portion = np.cumsum(meetings) // _MEETINGS_AT_ONCE
    joined = np.zeros(has.shape[0])
    for number in np.unique(portion):
        some = turned[np.flatnonzero(portion == number)]
        again = some @ has
        again.data = (again.data > 1).astype(float)
        again.eliminate_zeros()
        joined += np.asarray(((again @ turned) * some).sum(axis=0))
    with_itself = has @ (np.diff(turned.indptr) > 1).astype(float)
    joined_elsewhere: NDArray[np.float64] = (joined - with_itself) / 2
    return joined_elsewhere
