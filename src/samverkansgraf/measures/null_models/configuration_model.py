"""
The bipartite configuration model: the most random network with these degrees on average.

Every participation is there or not independently of the others, with probability xy/(1 + xy) for an x of its actor
and a y of its initiative, such that everyone has the observed number of participations on average (Saracco et al.
2015, doi:10.1038/srep10595). Where the degrees leave no choice (an actor in everything, a full or an empty corner
of the matrix), the probability is exactly 1 or 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse
from scipy.special import expit

from samverkansgraf.errors import SamverkansgrafError
from samverkansgraf.measures.null_models.poisson_binomial import at_least

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

#: Degrees as averages may be this far off, as a share, before the last step, which squares the error.
_NEARLY: Final = 1e-7
_MOST_STEPS: Final = 200
_CELLS_AT_ONCE: Final = 4_000_000
_PAIRS_AT_ONCE: Final = 512


@dataclass(frozen=True, slots=True, eq=False)
class ConfigurationModel:
    """
    The probability of every participation, by the degrees of its ends.

    Attributes
    ----------
    row_class, column_class
        For each row and column the place of its degree among the distinct degrees of its side, from the greatest.
    row_degrees, column_degrees
        The distinct degrees, from the greatest.
    probability
        Of a participation, row classes × column classes.
    """

    row_class: NDArray[np.int64]
    column_class: NDArray[np.int64]
    row_degrees: NDArray[np.int64]
    column_degrees: NDArray[np.int64]
    probability: NDArray[np.float64]

    @property
    def unique(self) -> bool:
        """Whether there is only one matrix with these row and column sums."""
        return bool(np.isin(self.probability, (0.0, 1.0)).all())

    def average(self) -> NDArray[np.float64]:
        """Return the probability of every cell of the matrix."""
        cells: NDArray[np.float64] = self.probability[np.ix_(self.row_class, self.column_class)]
        return cells

    def most_shared(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many columns a row of class ``one`` and one of class ``other`` with these degrees can share."""
        possible = (self.probability > 0) * np.bincount(self.column_class, minlength=len(self.column_degrees))
        both = np.minimum(possible[one], possible[other]).sum(axis=1)
        most: NDArray[np.int64] = np.minimum(both, np.minimum(self.row_degrees[one], self.row_degrees[other]))
        return most

    def shared_at_least(
        self, one: NDArray[np.int64], other: NDArray[np.int64], shared: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """
        Return P(two rows of the classes ``one`` and ``other`` share at least ``shared`` columns).

        The number of shared columns is a sum of independent events, Poisson binomial (Saracco et al. 2017,
        doi:10.1088/1367-2630/aa6b38).
        """
        times = np.bincount(self.column_class, minlength=len(self.column_degrees))
        kinds, kind = np.unique(np.stack([one, other]), axis=1, return_inverse=True)
        most = np.zeros(kinds.shape[1], dtype=np.int64)
        np.maximum.at(most, kind.ravel(), shared)
        found = np.ones(len(shared))
        by_most = np.argsort(most, kind="stable")
        place = np.empty_like(by_most)
        place[by_most] = np.arange(len(by_most))
        part = place[kind.ravel()] // _PAIRS_AT_ONCE
        for begun in range(0, len(by_most), _PAIRS_AT_ONCE):
            some = by_most[begun : begun + _PAIRS_AT_ONCE]
            if not most[some].max():
                continue
            chances = self.probability[kinds[0, some]] * self.probability[kinds[1, some]]
            tails = at_least(chances, times, int(most[some].max()))
            asked = np.flatnonzero(part == begun // _PAIRS_AT_ONCE)
            found[asked] = tails[place[kind.ravel()[asked]] - begun, shared[asked]]
        return found

    def samples(self, *, samples: int, seed: int = 1) -> Iterator[sparse.csr_array]:
        """Yield random matrices; the same seed gives the same."""
        rng = np.random.default_rng(seed)
        shape = len(self.row_class), len(self.column_class)
        height = max(1, _CELLS_AT_ONCE // max(1, shape[1]))
        for _ in range(samples):
            drawn = []
            for begun in range(0, shape[0], height):
                chance = self.probability[self.row_class[begun : begun + height]][:, self.column_class]
                rows, columns = np.nonzero(rng.random(chance.shape) < chance)
                drawn.append(np.stack([rows + begun, columns]))
            cells = np.concatenate(drawn, axis=1) if drawn else np.zeros((2, 0), dtype=np.int64)
            yield sparse.csr_array((np.ones(cells.shape[1]), (cells[0], cells[1])), shape=shape)


def configuration_model(matrix: sparse.csr_array) -> ConfigurationModel:
    """
    Return the bipartite configuration model with the row and column sums of a 0/1 matrix.

    Examples
    --------
    Whoever is in everything is so surely; of the others' three places in the two last columns each is as likely:

    >>> model = configuration_model(sparse.csr_array(np.array([[1, 1, 1], [1, 1, 0], [1, 0, 1]])))
    >>> model.average().round(3).tolist()
    [[1.0, 1.0, 1.0], [1.0, 0.5, 0.5], [1.0, 0.5, 0.5]]
    """
    rows, row_class, row_count = _distinct(np.asarray(matrix.sum(axis=1)))
    columns, column_class, column_count = _distinct(np.asarray(matrix.sum(axis=0)))
    probability = np.zeros((len(rows), len(columns)))
    corners = _corners(rows, row_count, columns, column_count)
    # From corner to corner rows are added and columns taken away; in between lies a block with choice.
    for (above, right), (below, left) in pairwise(corners):
        probability[:below, :left] = 1.0
        block = slice(above, below), slice(left, right)
        if above < below and left < right:
            probability[block] = _solved(
                rows[block[0]] - column_count[:left].sum(),
                row_count[block[0]],
                columns[block[1]] - row_count[:above].sum(),
                column_count[block[1]],
            )
    return ConfigurationModel(row_class, column_class, rows, columns, probability)


def _distinct(degrees: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the distinct degrees from the greatest, the place of each degree among them, and how many have it."""
    values, place, count = np.unique(-degrees.astype(np.int64), return_inverse=True, return_counts=True)
    return -values, place.ravel(), count


def _corners(
    rows: NDArray[np.int64],
    row_count: NDArray[np.int64],
    columns: NDArray[np.int64],
    column_count: NDArray[np.int64],
) -> list[tuple[int, int]]:
    """
    Return where degrees leave no choice.

    A corner (k, l) says: the k first classes of rows are in all of the l first classes of columns, and no other row
    is in any other column. That is so where these rows have just as many participations as it takes to fill the
    corner and hold everything in the other columns (equality in Gale's and Ryser's condition). Sorted by k, then by
    falling l; the first is all columns and no rows, the last all rows and no columns.
    """
    held_by_rows = np.concatenate([[0], np.cumsum(rows * row_count)])
    in_columns = np.concatenate([[0], np.cumsum(columns * column_count)])
    height = np.concatenate([[0], np.cumsum(row_count)])
    width = np.concatenate([[0], np.cumsum(column_count)])
    spare = np.outer(height, width) + (in_columns[-1] - in_columns) - held_by_rows[:, np.newaxis]
    return sorted(zip(*(place.tolist() for place in np.nonzero(spare == 0)), strict=True), key=_downwards)


def _downwards(corner: tuple[int, int]) -> tuple[int, int]:
    return corner[0], -corner[1]


def _solved(
    rows: NDArray[np.int64],
    row_count: NDArray[np.int64],
    columns: NDArray[np.int64],
    column_count: NDArray[np.int64],
) -> NDArray[np.float64]:
    """
    Return the probabilities of a block whose degrees leave choice everywhere.

    They make the observed degrees likeliest: Newton's method on the logarithms of x and y, of which the likelihood is
    a concave function; the last of y is 1, since only products xy matter.
    """
    cells = np.outer(row_count, column_count).astype(float)
    total = float(rows @ row_count)
    asked = np.concatenate([rows * row_count, (columns * column_count)[:-1]]).astype(float)
    x, y = np.log(rows / np.sqrt(total)), np.log(columns / np.sqrt(total))
    logs = np.concatenate([x + y[-1], (y - y[-1])[:-1]])

    def of(values: NDArray[np.float64]) -> NDArray[np.float64]:
        sums: NDArray[np.float64] = values[: len(rows), np.newaxis] + np.append(values[len(rows) :], 0.0)
        return sums

    def unlikelihood(values: NDArray[np.float64]) -> float:
        return float((cells * np.logaddexp(0.0, of(values))).sum() - asked @ values)

    for _ in range(_MOST_STEPS):
        chance = expit(of(logs))
        filled = cells * chance
        excess = np.concatenate([filled.sum(axis=1), filled.sum(axis=0)[:-1]]) - asked
        spread = filled * (1 - chance)
        by_rows, by_columns = np.diag(spread.sum(axis=1)), np.diag(spread.sum(axis=0)[:-1])
        curvature = np.block([[by_rows, spread[:, :-1]], [spread[:, :-1].T, by_columns]])
        step = np.linalg.solve(curvature, -excess)
        if np.all(np.abs(excess) <= _NEARLY * asked):
            settled: NDArray[np.float64] = expit(of(logs + step))
            return settled
        before, slope, length = unlikelihood(logs), float(excess @ step), 1.0
        while unlikelihood(logs + length * step) > before + 1e-4 * length * slope + 1e-12 * abs(before):
            length /= 2
        logs = logs + length * step
    raise SamverkansgrafError(
        f"bipartite configuration model: not solved in {_MOST_STEPS} steps for {len(rows)} × {len(columns)} "
        "distinct degrees; use the fixed-degree null model"
    )
