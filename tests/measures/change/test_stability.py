"""Jaccard stability and turnover, against going through every world."""

from __future__ import annotations

from itertools import product
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures.change import stability
from samverkansgraf.measures.change.outcomes import ANY, ENTERED, LEFT, NEITHER, STAYED


def worlds(sets):
    """Return Jaccard and turnover of every world in which they are defined."""
    each = [[bit for bit in (NEITHER, ENTERED, LEFT, STAYED) if one & bit] for one in sets]
    for world in product(*each):
        stayed, changed = world.count(STAYED), world.count(ENTERED) + world.count(LEFT)
        if stayed + changed:
            yield stayed / (stayed + changed), changed / (2 * stayed + changed)


@given(st.lists(st.integers(1, 15), min_size=1, max_size=4))
def test_least_and_greatest_are_those_of_all_worlds(sets):
    found = stability(sets)
    every = list(worlds(sets))
    if not every:
        assert isnan(found.jaccard_low)
        assert isnan(found.turnover_high)
        return
    jaccard, turnover = zip(*every, strict=True)
    assert (found.jaccard_low, found.jaccard_high) == pytest.approx((min(jaccard), max(jaccard)))
    assert (found.turnover_low, found.turnover_high) == pytest.approx((min(turnover), max(turnover)))


def test_with_dates_that_leave_no_doubt_there_is_one_value():
    # Two ties stayed, one left, one entered: 2/4 of all; 2 of the 3 + 3 ties at the dates came or went.
    found = stability([STAYED, STAYED, LEFT, ENTERED])
    assert (found.jaccard_low, found.jaccard_high) == (0.5, 0.5)
    assert (found.turnover_low, found.turnover_high) == (1 / 3, 1 / 3)


def test_without_dates_anything_is_possible():
    found = stability([ANY, ANY])
    assert (found.jaccard_low, found.jaccard_high, found.turnover_low, found.turnover_high) == (0, 1, 0, 1)


def test_nothing_at_either_date_has_no_value():
    assert isnan(stability([]).jaccard_low)
    assert isnan(stability([NEITHER]).turnover_low)
