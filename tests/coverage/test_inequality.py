"""Indices of inequality against their definitions written out, published figures and properties."""

from __future__ import annotations

from itertools import product
from math import isnan, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.coverage.inequality import concentration_index, gini, lorenz_points, theil

SPREAD = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 30), st.integers(0, 5), st.sampled_from("abc")),
    min_size=2,
    max_size=9,
).filter(lambda rows: any(value for value, *_ in rows))


def people_of(rows):
    """Return one row for each inhabitant: an index over these, all alike, is what weights mean."""
    return [(value, need, group) for value, weight, need, group in rows for _ in range(weight)]


def gini_by_definition(values):
    mean, n = sum(values) / len(values), len(values)
    return sum(abs(a - b) for a, b in product(values, values)) / (2 * n * n * mean)


def theil_by_definition(values):
    mean = sum(values) / len(values)
    return sum(v / mean * log(v / mean) for v in values if v) / len(values)


def concentration_by_definition(values, need):
    """Return 2/(nµ) Σ y_i R_i − 1, R_i the fractional rank from the greatest need (Kakwani et al. 1997, eq. 3)."""
    n, mean = len(values), sum(values) / len(values)
    rank = [
        (sum(other > own for other in need) + sum(other == own for other in need) / 2) / n for own in need
    ]
    return 2 / (n * mean) * sum(v * r for v, r in zip(values, rank, strict=True)) - 1


@given(SPREAD)
def test_weights_mean_that_so_many_people_have_the_value(rows):
    values, weights, need, groups = zip(*rows, strict=True)
    people = people_of(rows)
    each = [value for value, *_ in people]
    assert gini(values, weights) == pytest.approx(gini_by_definition(each), abs=1e-9)
    assert theil(values, weights).total == pytest.approx(theil_by_definition(each), abs=1e-9)
    if len(set(need)) > 1:
        expected = concentration_by_definition(each, [one for _, one, _ in people])
        assert concentration_index(values, weights, need) == pytest.approx(expected, abs=1e-9)
    parts = theil(values, weights, groups)
    assert parts.between + parts.within == pytest.approx(parts.total, abs=1e-9)
    assert parts.between >= -1e-12
    assert parts.within >= -1e-12


@given(SPREAD, st.integers(2, 9))
def test_scale_changes_nothing(rows, factor):
    values, weights, need, groups = zip(*rows, strict=True)
    more = [value * factor for value in values]
    assert gini(more, weights) == pytest.approx(gini(values, weights), abs=1e-9)
    assert theil(more, weights, groups).within == pytest.approx(
        theil(values, weights, groups).within, abs=1e-9
    )
    many = [weight * factor for weight in weights]
    if len(set(need)) > 1:
        assert concentration_index(values, many, need) == pytest.approx(
            concentration_index(values, weights, need), abs=1e-9
        )


def test_worked_by_hand():
    # Three districts with 1, 2 and 3 per head. Mean 2; absolute differences 1+2+1 twice = 8; 8 / (2·9·2) = 2/9.
    assert gini([1, 2, 3], [1, 1, 1]) == pytest.approx(2 / 9)
    # Greatest need first has 3: ranks 1/6, 3/6, 5/6; 2/(3·2)·(3/6 + 2·3/6 + 5/6) − 1 = 14/18 − 1 = −2/9.
    assert concentration_index([1, 2, 3], [1, 1, 1], need=[1, 2, 3]) == pytest.approx(-2 / 9)
    # Groups {1, 3} and {2}: both have the mean 2, so nothing lies between them.
    assert theil([1, 2, 3], [1, 1, 1], ["a", "b", "a"]).between == pytest.approx(0, abs=1e-12)


def test_the_lorenz_curve_begins_with_those_who_have_least():
    people, share = lorenz_points([3.0, 1.0], [1.0, 3.0])
    assert people.tolist() == [0, 0.75, 1]
    assert share.tolist() == [0, 0.5, 1]


def test_what_is_undefined_is_no_number():
    assert isnan(gini([0, 0], [1, 1]))
    assert isnan(gini([3], [1]))
    assert isnan(theil([0, 0], [1, 1], ["a", "b"]).between)
    assert isnan(concentration_index([1, 2], [1, 1], need=[4, 4]))
    assert np.isnan(lorenz_points([0, 0], [1, 1])[1][1])
