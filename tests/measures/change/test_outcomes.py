"""What dates allow of a period at two dates, against every period that fits them."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.dates import DateBounds
from samverkansgraf.holding import SIDES
from samverkansgraf.measures.change.outcomes import (
    ANY,
    ENTERED,
    LEFT,
    NEITHER,
    STAYED,
    any_of,
    both_of,
    outcomes,
    sureness,
    there,
)

EPOCH = date(2000, 1, 1)
#: Of both dates together; a period without a bound may go past them on either side.
DAYS = range(-4, 16)


def day(number):
    return None if number is None else EPOCH + timedelta(days=number)


def allowed(period, first, second):
    rows = pl.DataFrame(
        [[day(number) for number in period]],
        schema=dict.fromkeys(SIDES, pl.Date()),
        orient="row",
    )
    ends = (DateBounds(day(low), day(high)) for low, high in (first, second))
    return int(outcomes(rows, *ends)[0])


def gone_through(period, first, second):
    """Go through every period from day to day."""
    start_low, start_high, end_low, end_high = period
    found = 0
    for start in DAYS:
        for end in range(start, DAYS.stop):
            fits = all(
                bound is None or (end_ >= bound if low else end_ <= bound)
                for bound, end_, low in (
                    (start_low, start, True),
                    (start_high, start, False),
                    (end_low, end, True),
                    (end_high, end, False),
                )
            )
            if fits:
                at = [
                    (low is None or end >= low) and (high is None or start <= high)
                    for low, high in (first, second)
                ]
                found |= {(0, 0): NEITHER, (0, 1): ENTERED, (1, 0): LEFT, (1, 1): STAYED}[tuple(at)]
    return found or ANY


bound = st.none() | st.integers(0, 11)


@given(
    st.tuples(bound, bound, bound, bound),
    st.tuples(st.integers(1, 3), st.integers(0, 2)),
    st.tuples(st.integers(1, 3), st.integers(0, 2)),
)
def test_the_outcomes_are_those_of_all_periods_that_fit(period, date_, later):
    first = (date_[0], sum(date_))
    second = (first[1] + later[0], first[1] + sum(later))
    assert allowed(period, first, second) == gone_through(period, first, second)


def test_a_date_may_be_open_towards_the_past_or_the_future():
    # Before day 3, and from day 6 on: began on day 4 or 5, ended on day 5 or nobody knows when.
    assert allowed((4, 5, 5, None), (None, 3), (6, None)) == NEITHER | ENTERED
    assert allowed((None, 0, 9, None), (None, 3), (6, None)) == STAYED
    assert allowed((None, None, None, None), (None, 3), (6, None)) == STAYED | LEFT | ENTERED | NEITHER


def test_dates_that_no_period_fits_say_nothing():
    assert allowed((9, 9, 2, 2), (3, 3), (6, 6)) == ANY


def test_a_period_of_one_day_is_sure_though_only_its_outer_bounds_are_known():
    # Within day 3 and day 3: it held then, whatever else.
    assert allowed((3, None, None, 3), (3, 3), (6, 6)) == LEFT
    # Began on day 3, nobody knows when it ended: it held on day 3, and perhaps on day 6.
    assert allowed((3, 3, None, None), (3, 3), (6, 6)) == LEFT | STAYED


def test_one_of_several_is_enough_and_a_tie_needs_both():
    assert any_of([]) == NEITHER
    assert any_of([LEFT | NEITHER, ENTERED]) == STAYED | ENTERED
    assert both_of(STAYED, LEFT | STAYED) == LEFT | STAYED
    assert both_of(ANY, ENTERED) == ENTERED | NEITHER


def test_a_change_is_sure_only_if_nothing_else_is_possible():
    assert sureness(LEFT) == [("left", "surely")]
    assert sureness(LEFT | NEITHER) == [("left", "possibly")]
    assert sureness(NEITHER) == []
    assert sureness(ANY) == [(None, "not known")]
    assert (there(LEFT | STAYED, "first"), there(LEFT | STAYED, "second")) == ("surely", "possibly")
    assert (there(NEITHER, "first"), there(ANY, "second")) == ("no", "possibly")
