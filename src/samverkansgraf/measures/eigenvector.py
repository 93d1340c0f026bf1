"""Who is in what the well-connected are in: eigenvector centrality of the two-mode network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import LinearOperator, eigsh

from samverkansgraf.network import Side, incidence
from samverkansgraf.network.incidence import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Positions = NDArray[np.int64]

#: Singular values this near each other, as a share, are not told apart: rounding alone may part them.
_EQUAL: Final = 1e-12

#: A component whose smaller side has at most so many nodes is solved as a dense matrix.
_SMALL: Final = 200


def eigenvector(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how central what each node is joined with is, which in turn is central by the same rule.

    An actor's value is proportional to the sum of its initiatives' values, and theirs to the sum of their actors'
    values. They are the singular vectors of the incidence matrix with the greatest singular value.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose eigenvector centrality.

    Returns
    -------
    eigenvector
        Node -> 0–1. The squares of each side sum to 1, so that 1 is the greatest value possible: that of a node
        that alone joins all others (Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2; Faust 1997,
        doi:10.1016/S0378-8733(96)00300-0). It is √2 times the eigenvector of unit length over both sides that
        networkx gives. All of it lies in the component with the greatest singular value; others, and
        isolates, have 0. ``nan`` in components that share that value, since how they weigh against each other
        is then open, and everywhere if there is no edge.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> star = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Ikea", "På lika villkor")])
    >>> {node: round(value, 4) for node, value in eigenvector(star).items()}
    {'Ikea': 0.0, 'Mimer': 0.7071, 'Polisen': 0.7071}
    """
    arrays = incidence(network)
    sides = kept(network, "eigenvector", lambda: _leading(arrays.matrix))
    return dict(zip(arrays.nodes(of), sides[of].tolist(), strict=True))


def _leading(matrix: sparse.csr_array) -> dict[Side, Vector]:
    """Return the leading singular vectors, looking only into components that may hold them."""
    left, right = np.zeros(matrix.shape[0]), np.zeros(matrix.shape[1])
    if not matrix.nnz:
        return {"actors": left + np.nan, "initiatives": right + np.nan}
    greatest = 0.0
    found: list[tuple[float, Positions, Positions, Vector, Vector]] = []
    for most, rows, columns in _components(matrix):
        if most < greatest * (1 - _EQUAL):
            break
        value, of_rows, of_columns = _singular(matrix[rows][:, columns])
        greatest = max(greatest, value)
        found.append((value, rows, columns, of_rows, of_columns))
    leading = [part for part in found if part[0] >= greatest * (1 - _EQUAL)]
    for _, rows, columns, of_rows, of_columns in leading:
        left[rows] = of_rows if len(leading) == 1 else np.nan
        right[columns] = of_columns if len(leading) == 1 else np.nan
    return {"actors": left, "initiatives": right}


def _components(matrix: sparse.csr_array) -> Iterator[tuple[float, Positions, Positions]]:
    """
    Yield each component with edges: the most its singular value can be, its rows and columns; greatest first.

    The square of a singular value is at most the greatest row sum times the greatest column sum.
    """
    rows, _columns = matrix.shape
    whole = sparse.block_array([[None, matrix], [matrix.T, None]], format="csr")
    count, part = connected_components(whole, directed=False)
    most = np.ones(count)
    for sums, of in ((matrix.sum(axis=1), part[:rows]), (matrix.sum(axis=0), part[rows:])):
        greatest = np.zeros(count)
        np.maximum.at(greatest, of, sums)
        most *= greatest
    members = np.split(np.argsort(part, kind="stable"), np.cumsum(np.bincount(part, minlength=count))[:-1])
    for number in np.argsort(-most, kind="stable"):
        if most[number]:
            own = members[number]
            # A hair more than the bound, which a star meets exactly and rounding may pass.
            yield float(np.sqrt(most[number])) * (1 + _EQUAL), own[own < rows], own[own >= rows] - rows


def _singular(block: sparse.csr_array) -> tuple[float, Vector, Vector]:
    """Return the greatest singular value of a connected block and its vectors, both positive."""
    if block.shape[0] > block.shape[1]:
        value, of_columns, of_rows = _singular(sparse.csr_array(block.T))
        return value, of_rows, of_columns
    turned = sparse.csr_array(block.T)
    side = block.shape[0]
    if side <= _SMALL:
        vector = np.linalg.eigh((block @ turned).toarray())[1][:, -1]
    else:
        product = LinearOperator((side, side), matvec=lambda start: block @ (turned @ start), dtype=float)
        _, vectors = eigsh(product, k=1, v0=np.ones(side), tol=0)
        vector = vectors[:, 0]
    # The vector of a connected block has one sign. One more step in each direction smooths what rounding left.
    of_columns = turned @ np.abs(vector)
    of_rows = block @ (of_columns / np.linalg.norm(of_columns))
    value = float(np.linalg.norm(of_rows))
    return value, of_rows / value, of_columns / np.linalg.norm(of_columns)
