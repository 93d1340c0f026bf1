from __future__ import annotations

from math import inf, nan

from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures.uncertainty import ranks


def test_equal_values_share_the_best_rank_and_the_next_counts_them():
    assert ranks({"a": 2.0, "b": 3.0, "c": 2.0, "d": 1.0}) == {"b": 1, "a": 2, "c": 2, "d": 4}


def test_what_is_undefined_has_no_rank():
    assert ranks({"a": nan, "b": 0.0}) == {"b": 1}
    assert ranks({}) == {}


def test_rounding_makes_no_difference_of_rank():
    assert ranks({"a": 0.1 + 0.2, "b": 0.3, "c": 0.3 - 1e-6}) == {"a": 1, "b": 1, "c": 3}


def test_an_infinite_value_is_the_greatest():
    assert ranks({"a": 1.0, "b": inf})["b"] == 1


@given(st.dictionaries(st.text(max_size=3), st.integers(-5, 5).map(float)))
def test_a_rank_is_one_more_than_those_with_a_greater_value(values):
    for node, rank in ranks(values).items():
        assert rank == 1 + sum(value > values[node] for value in values.values())
