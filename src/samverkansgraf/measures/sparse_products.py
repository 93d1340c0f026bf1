"""Products of sparse matrices in chosen cells only, so that the whole product is never held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy import sparse

#: Cells of a product held at a time, 8 bytes each.
_CELLS_AT_A_TIME: Final = 8_000_000

#: A right side of more cells than this is never made dense.
_MOST_DENSE_CELLS: Final = 50_000_000

#: How long a multiplication takes where both sides are sparse, the left one dense, or both.
_BOTH_SPARSE: Final = 5.0
_LEFT_DENSE: Final = 1.0
_BOTH_DENSE: Final = 0.05


def product_where(
    where: sparse.csr_array, left: sparse.csr_array, right: sparse.csr_array
) -> NDArray[np.float64]:
    """
    Return the entries of ``left @ right`` in the cells that ``where`` stores, in the order it stores them.

    Examples
    --------
    >>> from scipy import sparse
    >>> ties = sparse.csr_array([[0.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0]])
    >>> product_where(ties, ties, ties).tolist()
    [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    """
    rows, columns = where.shape
    values = np.empty(where.nnz)
    left_dense, right_dense = _cheapest(left, right)
    other = right.toarray() if right_dense else right
    step = max(1, _CELLS_AT_A_TIME // max(columns, left.shape[1], 1))
    for first in range(0, rows, step):
        last = min(first + step, rows)
        cells = slice(where.indptr[first], where.indptr[last])
        row = np.repeat(np.arange(last - first), np.diff(where.indptr[first : last + 1]))
        block = left[first:last]
        product = block.toarray() @ other if left_dense else (block @ other).toarray()
        values[cells] = product[row, where.indices[cells]]
    return values


def _cheapest(left: sparse.csr_array, right: sparse.csr_array) -> tuple[bool, bool]:
    """Return which of the sides to make dense for the quickest product that fits in memory."""
    rows, inner = left.shape
    per_column = np.bincount(left.indices, minlength=inner)
    costs = {
        (False, False): _BOTH_SPARSE * float(per_column @ np.diff(right.indptr)),
        (True, False): _LEFT_DENSE * float(rows) * right.nnz,
    }
    if inner * right.shape[1] <= _MOST_DENSE_CELLS:
        costs[True, True] = _BOTH_DENSE * float(rows) * inner * right.shape[1]
    return min(costs, key=lambda sides: costs[sides])
