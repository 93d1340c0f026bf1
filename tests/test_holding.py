"""When a participation held, where it or its initiative has dates."""

from __future__ import annotations

from datetime import date

import pytest
from tests.measures.change.test_between import dated
from tests.test_ties import graph, initiative, participation

from samverkansgraf.dates import bounds
from samverkansgraf.holding import SIDES, not_ruled_out, with_dates


def bounded(own, of_initiative):
    frames = graph(
        [participation("stad", "råd", **dated(*own))], [], [initiative("råd", **dated(*of_initiative))]
    )
    return with_dates(frames.participations, frames.initiatives)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        # No dates of its own: within its initiative's, and nobody says that it lasted as long.
        ((None, None), (date(2010, 1, 1), None, None, date(2020, 12, 31))),
        (("2015", None), (date(2015, 1, 1), date(2015, 12, 31), None, date(2020, 12, 31))),
        ((None, "2016"), (date(2010, 1, 1), None, date(2016, 1, 1), date(2016, 12, 31))),
        # A start before a day is a start of its own, though without a first day.
        (("../2012", None), (None, date(2012, 12, 31), None, date(2020, 12, 31))),
    ],
)
def test_an_initiative_bounds_its_participations_from_without(own, expected):
    assert bounded(own, ("2010", "2020")).select(SIDES).row(0) == expected


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        ("2009", False),
        ("2009/2010", True),
        ("2015", True),
        ("2021", False),
        ("2020-12-31/..", True),
        ("../2009", False),
    ],
)
def test_what_surely_had_not_begun_or_surely_was_over_is_ruled_out(at, kept):
    rows = bounded((None, None), ("2010", "2020"))
    assert rows.select(not_ruled_out(bounds(at))).item() is kept


def test_an_initiative_without_a_row_bounds_nothing():
    frames = graph([participation("stad", "råd")])
    rows = with_dates(frames.participations, frames.initiatives)
    assert rows.select(SIDES).row(0) == (None, None, None, None)
    assert rows.select(not_ruled_out(bounds("1850"))).item() is True
