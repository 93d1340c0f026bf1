"""A mixed-integer linear model, put together row by row and solved by HiGHS."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from samverkansgraf.errors import SamverkansgrafError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_OPTIMAL: Final = 0
_INFEASIBLE: Final = 2


class Model:
    """Columns (variables from 0 up to a bound) and rows (bounds on weighted sums of them)."""

    def __init__(self) -> None:
        self._upper: list[float] = []
        self._whole: list[bool] = []
        self._rows: list[tuple[Sequence[int], Sequence[float], float, float]] = []

    def columns(self, number: int, *, upper: float = 1.0, whole: bool = False) -> range:
        """Add columns and return their numbers."""
        first = len(self._upper)
        self._upper += [upper] * number
        self._whole += [whole] * number
        return range(first, first + number)

    def row(
        self,
        columns: Sequence[int],
        factors: Sequence[float] | None = None,
        *,
        least: float = -math.inf,
        most: float = math.inf,
    ) -> None:
        """Add a row; without factors, a plain sum."""
        self._rows.append((columns, factors or [1.0] * len(columns), least, most))

    def smallest(self, costs: Mapping[int, float]) -> NDArray[np.float64] | None:
        """
        Return a point with the smallest sum of costs, or ``None`` if no point satisfies the rows.

        Raises
        ------
        SamverkansgrafError
            The solver gives up.
        """
        from scipy import sparse
        from scipy.optimize import Bounds, LinearConstraint, milp

        cost = np.zeros(len(self._upper))
        for column, value in costs.items():
            cost[column] = value
        if not self._upper:
            return cost if all(least <= 0 <= most for _, _, least, most in self._rows) else None
        limits: list[Any] = []
        if self._rows:
            sizes = [len(columns) for columns, *_ in self._rows]
            matrix = sparse.csr_array(
                (
                    np.concatenate([np.asarray(factors, dtype=float) for _, factors, _, _ in self._rows]),
                    np.concatenate([np.asarray(columns, dtype=np.int64) for columns, *_ in self._rows]),
                    np.concatenate([[0], np.cumsum(sizes)]),
                ),
                shape=(len(self._rows), len(self._upper)),
            )
            least, most = (np.array([row[side] for row in self._rows]) for side in (2, 3))
            limits = [LinearConstraint(matrix, least, most)]
        found = milp(
            cost,
            integrality=np.array(self._whole, dtype=int),
            bounds=Bounds(0, np.array(self._upper)),
            constraints=limits,
            options={"mip_rel_gap": 0.0},
        )
        if found.status == _OPTIMAL:
            point: NDArray[np.float64] = found.x
            return point
        if found.status == _INFEASIBLE:
            return None
        raise SamverkansgrafError(
            f"plan: the solver gave up ({found.message}); choose fewer districts or themes"
        )
