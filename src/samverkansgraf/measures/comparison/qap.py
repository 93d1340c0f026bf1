"""Whether pairs that are tied in one layer are tied in another: QAP correlation."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.comparison.layers import Layer, aligned
from samverkansgraf.measures.comparison.renaming import renamings, renamings_of

#: Correlations closer than this are equal.
_SAME = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Qap:
    """
    A correlation between two layers, and those of the first with its nodes renamed at random.

    Attributes
    ----------
    correlation
        Pearson's, over pairs of different nodes; ``nan`` where a layer has the same value everywhere.
    mean, sd
        Of the correlations with nodes renamed.
    p_greater, p_less, p_two_sided
        (1 + renamings at least as great, as small, as far from 0) / (1 + renamings); ``nan`` with the correlation.
        With so few nodes that all renamings were gone through they are exact.
    nodes, samples, seed
        How many nodes, how many renamings, and what they were drawn from, where not all were gone through.
    """

    correlation: float
    mean: float
    sd: float
    p_greater: float
    p_less: float
    p_two_sided: float
    nodes: int
    samples: int
    seed: int


def qap_correlation(a: Layer, b: Layer, *, samples: int = 999, seed: int = 1) -> Qap:
    """
    Return how two layers of ties over the same nodes go together.

    Pairs are not independent of each other, since each node is in many; so chance is who is who: the rows
    and columns of one layer are renamed together at random, which leaves its structure as it is (Krackhardt 1987,
    doi:10.1016/0378-8733(87)90012-8; 1988, doi:10.1016/0378-8733(88)90004-4).

    Parameters
    ----------
    a, b
        Layers over the same nodes, in any order. If both are symmetric each pair counts once.
    samples
        How many renamings; all there are, where these are no more.
    seed
        Of the renamings.

    Raises
    ------
    UsageError
        The layers are about different nodes, there are fewer than three, or fewer than one sample is asked for.

    Examples
    --------
    >>> ring = np.array([[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]], dtype=float)
    >>> layer = Layer("ring", ("a", "b", "c", "d"), ring)
    >>> qap_correlation(layer, layer, samples=99).correlation
    1.0
    """
    if samples < 1:
        raise UsageError(f"QAP correlation: {samples} samples; ask for one or more")
    nodes, (first, second) = aligned([a, b])
    n = len(nodes)
    count = renamings_of(n, samples)
    off = ~np.eye(n, dtype=bool)
    for matrix in (first, second):
        matrix[~off] = 0.0
        spread = matrix[off].std()
        if spread <= _SAME * max(1.0, float(np.abs(matrix[off]).max())):
            return Qap(
                correlation=nan, mean=nan, sd=nan, p_greater=nan, p_less=nan, p_two_sided=nan,
                nodes=n, samples=count, seed=seed,
            )  # fmt: skip
    pairs = n * (n - 1)
    middle = first[off].mean() * second[off].mean()
    scale = first[off].std() * second[off].std()
    # The layer with fewer ties is gone through; to rename the other is to rename this one the other way about.
    turned = np.count_nonzero(first) < np.count_nonzero(second)
    looked_up, gone_through = (second, first) if turned else (first, second)
    rows, columns = np.nonzero(gone_through)
    weights = gone_through[rows, columns]
    chance = np.random.default_rng(seed)

    def correlation(order: np.ndarray[tuple[int], np.dtype[np.int64]]) -> float:
        place = np.argsort(order) if turned else order
        product = looked_up[place[rows], place[columns]] @ weights
        return float((product / pairs - middle) / scale)

    observed = correlation(np.arange(n))
    drawn = np.array([correlation(order) for order in renamings(n, samples, chance)])

    def p(hits: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
        return float((1 + hits.sum()) / (1 + count))

    return Qap(
        correlation=min(1.0, max(-1.0, observed)),
        mean=float(drawn.mean()),
        sd=float(drawn.std(ddof=1)) if count > 1 else nan,
        p_greater=p(drawn >= observed - _SAME),
        p_less=p(drawn <= observed + _SAME),
        p_two_sided=p(np.abs(drawn) >= abs(observed) - _SAME),
        nodes=n,
        samples=count,
        seed=seed,
    )
