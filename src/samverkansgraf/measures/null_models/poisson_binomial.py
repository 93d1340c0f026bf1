"""How many of many independent, unequally likely things happen (the Poisson binomial distribution)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import betainc, gammaln, xlog1py, xlogy

if TYPE_CHECKING:
    from numpy.typing import NDArray


def at_least(chances: NDArray[np.float64], times: NDArray[np.int64], most: int) -> NDArray[np.float64]:
    """
    Return the probabilities that at least 0, 1, …, ``most`` things happen.

    Only positive terms are added, so that small probabilities are as exact as large ones.

    Parameters
    ----------
    chances
        One row for each distribution, one column for each kind of thing: the probability of each.
    times
        How many things there are of each kind.
    most
        1 or more.

    Returns
    -------
    probabilities
        One row for each distribution, ``most + 1`` columns.

    Examples
    --------
    Two coins and a die that must show six:

    >>> at_least(np.array([[1 / 2, 1 / 6]]), np.array([2, 1]), 3).round(4).tolist()
    [[1.0, 0.7917, 0.3333, 0.0417]]
    """
    # Exactly k so far, for each k below the most, and that many or more.
    exactly = np.zeros((most, len(chances)))
    exactly[0] = 1.0
    reached = np.zeros(len(chances))
    for chance, count in zip(chances.T, times.tolist(), strict=True):
        more = _binomial(chance, count, most)
        # P(k or more of this kind) for k from the most down to 1.
        enough = _at_least_of(chance, count, more, most)
        reached += (exactly * enough).sum(axis=0)
        shifted = exactly * more[0]
        for step in range(1, len(more)):
            shifted[step:] += exactly[:-step] * more[step]
        exactly = shifted
    tail = reached + np.cumsum(exactly[::-1], axis=0)[::-1]
    return np.minimum(np.vstack([np.ones_like(reached), tail[1:], reached]).T, 1.0)


def _binomial(chance: NDArray[np.float64], count: int, most: int) -> NDArray[np.float64]:
    """Return P(exactly k of ``count``), one row for each k below ``most``."""
    k = np.arange(min(count, most - 1) + 1)[:, np.newaxis]
    ways = gammaln(count + 1) - gammaln(k + 1) - gammaln(count - k + 1)
    probability: NDArray[np.float64] = np.exp(ways + xlogy(k, chance) + xlog1py(count - k, -chance))
    return probability


def _at_least_of(
    chance: NDArray[np.float64], count: int, exactly: NDArray[np.float64], most: int
) -> NDArray[np.float64]:
    """Return P(k or more of ``count``), one row for each k from ``most`` down to 1."""
    rest = betainc(most, count - most + 1, chance) if count >= most else np.zeros_like(chance)
    terms = np.zeros((most, len(chance)))
    terms[0] = rest
    terms[most - len(exactly) + 1 :] = exactly[:0:-1]
    tails: NDArray[np.float64] = np.cumsum(terms, axis=0)
    return tails
