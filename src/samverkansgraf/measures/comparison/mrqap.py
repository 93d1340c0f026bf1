"""Which layers of ties explain another, each with the others held: regression with QAP tests."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from math import isinf
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.comparison.layers import Layer, aligned
from samverkansgraf.measures.comparison.renaming import renamings, renamings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: Numbers of permuted layers held at a time.
_CELLS_AT_A_TIME: Final = 5_000_000

#: A share below this is what rounding leaves of nothing.
_ROUNDING: Final = 1e-12

_TABLE: Final = {
    "term": pl.String(),
    "coefficient": pl.Float64(),
    "standardised": pl.Float64(),
    "t": pl.Float64(),
    "p_greater": pl.Float64(),
    "p_less": pl.Float64(),
    "p_two_sided": pl.Float64(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mrqap:
    """
    A regression of one layer on others.

    Attributes
    ----------
    table
        A row for the intercept and one for each layer: ``term, coefficient, standardised`` (in standard deviations
        of both), ``t`` (coefficient divided by its classical standard error, whose own p does not hold for pairs; infinite
        for a layer that explains all that others leave, null for one to which they leave nothing and for the intercept
        then),
        ``p_greater, p_less, p_two_sided`` ((1 + permutations with a t at least as great, as small, as far
        from 0) / (1 + permutations); exact where all were gone through; null for the intercept, which no permutation
        tests).
    r_squared
        Share of the variance of the layer explained, 0–1.
    pairs, nodes, samples, seed
        How many pairs and nodes, how many permutations, and what they were drawn from.
    """

    table: pl.DataFrame
    r_squared: float
    pairs: int
    nodes: int
    samples: int
    seed: int


def mrqap(outcome: Layer, predictors: Sequence[Layer], *, samples: int = 999, seed: int = 1) -> Mrqap:
    """
    Return how a layer of ties follows from others over the same nodes, by least squares.

    Tested by double semi-partialling: what the other layers do not explain of a layer is renamed at random, rows
    and columns together, and takes its place in the regression; t is compared, not the coefficient (Dekker,
    Krackhardt & Snijders 2007, doi:10.1007/s11336-007-9016-1). This holds where layers go together, which
    renaming the outcome does not.

    Parameters
    ----------
    outcome
        What is to be explained.
    predictors
        One layer or more. If all layers are symmetric each pair counts once, else each direction.
    samples
        How many permutations for each predictor; all there are, where these are no more.
    seed
        Of the permutations.

    Raises
    ------
    UsageError
        The layers are about different nodes, two predictors have one name, the outcome has the same value
        everywhere, a predictor follows from the others (as one with the same value everywhere does), there are
        too few pairs for so many predictors, or no predictor or sample is asked for.
    """
    names = [layer.name for layer in predictors]
    if not names or samples < 1:
        raise UsageError(f"MRQAP: {len(names)} predictors and {samples} samples; ask for one or more of each")
    if len(set(names)) < len(names):
        raise UsageError(
            f"MRQAP: two predictors have the same name among {', '.join(names)}; name each its own way"
        )
    layers = [outcome, *predictors]
    nodes, matrices = aligned(layers)
    n = len(nodes)
    cells = (
        np.triu_indices(n, k=1)
        if all(layer.symmetric for layer in layers)
        else np.nonzero(~np.eye(n, dtype=bool))
    )
    y = matrices[0][cells]
    x = np.column_stack([np.ones(len(y)), *(matrix[cells] for matrix in matrices[1:])])
    free = len(y) - x.shape[1]
    if free < 1:
        raise UsageError(f"MRQAP: {len(y)} pairs for {len(names)} predictors; use fewer predictors")
    if np.ptp(y) == 0:
        raise UsageError(
            f"layer {outcome.name!r}: the same value for every pair; there is nothing to explain"
        )
    chance = np.random.default_rng(seed)
    count = renamings_of(n, samples)
    rows: list[tuple[str, float, float, float | None, float | None, float | None, float | None]] = []
    coefficients, *_ = np.linalg.lstsq(x, y, rcond=None)
    left = y - x @ coefficients
    unexplained = float(left @ left)
    for term, name in enumerate(names, start=1):
        others = np.delete(x, term, axis=1)
        basis, _ = np.linalg.qr(others)
        own = _without(basis, x[:, term, None])[:, 0]
        if own @ own <= 1e-20 * (x[:, term] @ x[:, term]) or np.linalg.matrix_rank(others) < others.shape[1]:  # fmt: skip
            raise UsageError(
                f"MRQAP: layer {name!r} follows from the other predictors, or two of them from each other; leave one out"
            )
        rest = _without(basis, y[:, None])[:, 0]
        coefficient = float(coefficients[term])
        standardised = coefficient * float(x[:, term].std() / y.std())
        if rest @ rest <= _ROUNDING**2 * (y @ y):
            rows.append((name, coefficient, standardised, None, None, None, None))
            continue
        observed = float(_t(rest, own[:, None], free)[0])
        drawn = _permuted_t(own, cells, basis, rest, free=free, nodes=n, samples=samples, chance=chance)
        slack = 0.0 if isinf(observed) else 1e-9 * max(1.0, abs(observed))
        hits = (drawn >= observed - slack, drawn <= observed + slack, np.abs(drawn) >= abs(observed) - slack)
        greater, less, two_sided = ((1 + int(hit.sum())) / (1 + count) for hit in hits)
        rows.append((name, coefficient, standardised, observed, greater, less, two_sided))
    spread = float(np.linalg.inv(x.T @ x)[0, 0])
    error = (unexplained / free * spread) ** 0.5
    perfect = unexplained <= _ROUNDING**2 * float(y @ y)
    first = float(coefficients[0])
    intercept = ("intercept", first, None, None if perfect else first / error, None, None, None)
    return Mrqap(
        table=pl.DataFrame([intercept, *rows], schema=_TABLE, orient="row"),
        r_squared=1 - unexplained / float(((y - y.mean()) ** 2).sum()),
        pairs=len(y),
        nodes=n,
        samples=count,
        seed=seed,
    )


def _permuted_t(
    own: NDArray[np.float64],
    cells: tuple[NDArray[np.int64], ...],
    basis: NDArray[np.float64],
    rest: NDArray[np.float64],
    *,
    free: int,
    nodes: int,
    samples: int,
    chance: np.random.Generator,
) -> NDArray[np.float64]:
    """Return the t of what is a predictor's own, with nodes renamed at random."""
    matrix = np.zeros((nodes, nodes))
    matrix[cells] = own
    if len(own) == nodes * (nodes - 1) // 2:
        matrix += matrix.T
    block = max(1, _CELLS_AT_A_TIME // len(own))
    every = renamings(nodes, samples, chance)
    found = []
    while orders := list(islice(every, block)):
        renamed = np.column_stack([matrix[order[cells[0]], order[cells[1]]] for order in orders])
        found.append(_t(rest, _without(basis, renamed), free))
    return np.concatenate(found)


def _without(basis: NDArray[np.float64], columns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what an orthonormal basis does not explain of columns."""
    return columns - basis @ (basis.T @ columns)


def _t(rest: NDArray[np.float64], own: NDArray[np.float64], free: int) -> NDArray[np.float64]:
    """Return the t of each column in a regression of ``rest``, both without what the others explain."""
    together = rest @ own
    squares = np.einsum("ij,ij->j", own, own)
    all_of_it = rest @ rest
    unexplained = all_of_it - np.divide(together**2, squares, out=np.zeros_like(squares), where=squares > 0)
    # What rounding leaves of a perfect fit is not an error; t is infinite, and one infinite t is as great as another.
    error = np.sqrt(np.where(unexplained > _ROUNDING * all_of_it, unexplained, 0.0) / free * squares)
    nothing = np.abs(together) <= _ROUNDING * np.sqrt(all_of_it * squares)
    found = np.where(nothing, 0.0, np.copysign(np.inf, together))
    np.divide(together, error, out=found, where=error > 0)
    return found
