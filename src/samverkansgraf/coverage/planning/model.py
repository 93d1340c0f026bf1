"""A linear model of whole numbers, put together row by row and solved by HiGHS."""

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
#: How far a row may be from its bounds for what floating point makes of it.
_TOLERANCE: Final = 1e-6


class Model:
    """
    Columns (whole numbers from 0 up to a bound) and rows (bounds on weighted sums of them).

    All columns are whole: where some are not, HiGHS 1.8 may mend its solutions with a second solver, which prints to standard
    output and can fail.
    """

    def __init__(self) -> None:
        self._upper: list[float] = []
        self._rows: list[tuple[Sequence[int], Sequence[float], float, float]] = []

    def columns(self, number: int, *, upper: float = 1.0) -> range:
        """Add columns and return their numbers."""
        first = len(self._upper)
        self._upper += [upper] * number
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

        A point is compared with the rows. Where it breaks one, or none is found, the presolve of HiGHS may be to
        blame, and the model is solved again without it.

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
        least, most = (np.array([row[side] for row in self._rows], dtype=float) for side in (2, 3))
        if not self._upper:
            return cost if bool(np.all((least <= 0) & (most >= 0))) else None
        sizes = [len(columns) for columns, *_ in self._rows]
        none = [np.zeros(0)]
        matrix = sparse.csr_array(
            (
                np.concatenate(none + [np.asarray(factors, dtype=float) for _, factors, _, _ in self._rows]),
                np.concatenate(
                    none + [np.asarray(columns, dtype=float) for columns, *_ in self._rows]
                ).astype(np.int64),
                np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            ),
            shape=(len(self._rows), len(self._upper)),
        )
        upper = np.array(self._upper)
        limits: list[Any] = [LinearConstraint(matrix, least, most)] if self._rows else []
        told = ""
        for presolve in (True, False):
            found = milp(
                cost,
                integrality=np.ones(len(upper), dtype=int),
                bounds=Bounds(0, upper),
                constraints=limits,
                options={"mip_rel_gap": 0.0, "presolve": presolve},
            )
            told = found.message
            if found.status == _INFEASIBLE and not presolve:
                return None
            if found.status != _OPTIMAL:
                continue
            point: NDArray[np.float64] = np.round(found.x)
            sums = matrix @ point
            within = np.all((point >= 0) & (point <= upper))
            if within and np.all((sums >= least - _TOLERANCE) & (sums <= most + _TOLERANCE)):
                return point
        raise SamverkansgrafError(f"plan: the solver gave up ({told}); choose fewer districts or themes")
