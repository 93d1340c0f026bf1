"""
Some of the cells of a sparse matrix, without going through coordinates.

scipy's own ways look at every argument anew, which for the small matrices of a city takes most of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray


def rows_of(matrix: sparse.csr_array) -> NDArray[np.int64]:
    """
    Return the row of each stored cell.

    Examples
    --------
    >>> rows_of(sparse.csr_array([[1.0, 1.0], [0.0, 1.0]])).tolist()
    [0, 0, 1]
    """
    return np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))


def above_diagonal(
    matrix: sparse.csr_array,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """
    Return row, column and value of each stored cell above the diagonal: of a symmetric matrix, each pair once.

    Examples
    --------
    >>> [part.tolist() for part in above_diagonal(sparse.csr_array([[1.0, 2.0], [2.0, 0.0]]))]
    [[0], [1], [2.0]]
    """
    rows = rows_of(matrix)
    above = matrix.indices > rows
    return rows[above], matrix.indices[above], matrix.data[above]


def cells_where(matrix: sparse.csr_array, chosen: NDArray[np.bool_]) -> sparse.csr_array:
    """
    Return a matrix that stores only the chosen ones of its stored cells, in their order.

    Examples
    --------
    >>> matrix = sparse.csr_array([[1.0, 2.0], [0.0, 3.0]])
    >>> cells_where(matrix, matrix.data > 1).toarray().tolist()
    [[0.0, 2.0], [0.0, 3.0]]
    """
    return sparse.csr_array(
        (matrix.data[chosen], matrix.indices[chosen], _starts(matrix, chosen)), shape=matrix.shape
    )


def without_diagonal(matrix: sparse.csr_array) -> sparse.csr_array:
    """
    Return a matrix that stores nothing on its diagonal, with sorted indices.

    Examples
    --------
    >>> without_diagonal(sparse.csr_array([[1.0, 2.0], [0.0, 3.0]])).toarray().tolist()
    [[0.0, 2.0], [0.0, 0.0]]
    """
    off = cells_where(matrix, rows_of(matrix) != matrix.indices)
    off.sort_indices()
    return off


def columns_where(matrix: sparse.csr_array, chosen: NDArray[np.bool_]) -> sparse.csr_array:
    """
    Return the chosen columns of a matrix, in their order.

    Examples
    --------
    >>> columns_where(sparse.csr_array([[1.0, 0.0, 2.0], [0.0, 3.0, 4.0]]), np.array([True, False, True])).toarray().tolist()
    [[1.0, 2.0], [0.0, 4.0]]
    """
    there = chosen[matrix.indices]
    place = np.cumsum(chosen, dtype=matrix.indices.dtype) - 1
    return sparse.csr_array(
        (matrix.data[there], place[matrix.indices[there]], _starts(matrix, there)),
        shape=(matrix.shape[0], int(np.count_nonzero(chosen))),
    )


def _starts(matrix: sparse.csr_array, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return where each row begins among the chosen ones of the stored cells."""
    before = np.zeros(len(chosen) + 1, dtype=matrix.indptr.dtype)
    np.cumsum(chosen, out=before[1:])
    starts: NDArray[np.int64] = before[matrix.indptr]
    return starts
