from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from samverkansgraf.measures.null_models.poisson_binomial import at_least

CHANCES = st.one_of(st.just(0.0), st.just(1.0), st.floats(0, 1, allow_subnormal=False))


def one_by_one(chances, most):
    """Return P(at least k), k = 0 … most, adding one event at a time to the distribution of the number."""
    number = np.array([1.0])
    for chance in chances:
        number = np.append(number, 0.0) * (1 - chance) + np.append(0.0, number) * chance
    return [number[k:].sum() for k in range(most + 1)]


@given(st.lists(st.tuples(CHANCES, st.integers(1, 6)), min_size=1, max_size=6), st.integers(1, 12))
@settings(deadline=None)
def test_tails_equal_those_of_adding_one_event_at_a_time(kinds, most):
    chances, times = np.array([chance for chance, _ in kinds]), np.array([count for _, count in kinds])
    found = at_least(chances[np.newaxis], times, most)
    assert found.shape == (1, most + 1)
    np.testing.assert_allclose(found[0], one_by_one(np.repeat(chances, times), most), rtol=1e-9, atol=1e-15)


def test_small_tails_are_exact_where_one_minus_the_rest_would_be_nought():
    found = at_least(np.array([[0.01]]), np.array([40]), 20)[0]
    assert found[20] == pytest.approx(stats.binom.sf(19, 40, 0.01), rel=1e-12)
    assert found[20] < 1e-28


def test_tails_equal_scipys_poisson_binomial():
    if not hasattr(stats, "poisson_binom"):
        pytest.skip("scipy before 1.15 has no Poisson binomial")
    chances = np.random.default_rng(4).random((3, 15))
    found = at_least(chances, np.ones(15, dtype=int), 15)
    for row, chance in zip(found, chances, strict=True):
        theirs = 1 - stats.poisson_binom(chance).cdf(np.arange(15))
        np.testing.assert_allclose(row[1:], theirs, atol=1e-13)
