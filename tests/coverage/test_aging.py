"""How old the newest source of a cell is."""

import datetime as dt

import pytest

from samverkansgraf.coverage import older_in_words, with_older
from samverkansgraf.errors import UsageError

DAY = dt.date(2021, 6, 1)


@pytest.mark.parametrize(
    ("dated", "older"),
    [
        ("2016-05-31", "yes"),  # five years before 2021-06-01 is 2016-06-01
        ("2016-06-01", "no"),
        ("2016-06", "no"),
        ("2016", "perhaps"),
        ("2015", "yes"),
        (None, "undated"),
    ],
)
def test_the_newest_source_says_how_old_a_cell_is(city, dated, older):
    if dated:
        city.add("sources", source="s:1", date=dated)
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    table = with_older(city.table(), years=5, as_of=DAY)
    row = table.filter(district="Bäckby", theme="trygghet").row(0, named=True)
    assert row["older"] == older
    assert table.filter(district="Råby")["older"].to_list() == [None] * 3


def test_a_leap_day_has_a_day_of_its_own_each_year(city):
    city.add("sources", source="s:1", date="2019-02-28").initiative("EST", "t:trygghet", place="p:Bäckby")
    table = with_older(city.table(), years=1, as_of=dt.date(2020, 2, 29))
    assert table.filter(district="Bäckby", theme="trygghet")["older"].item() == "no"


@pytest.mark.parametrize("years", [0, -1, 99999])
def test_a_number_of_years_that_is_none_is_refused(city, years):
    with pytest.raises(UsageError):
        with_older(city.table(), years=years, as_of=DAY)


def test_the_words_count_every_cell_where_anything_is_recorded(city):
    city.add("sources", source="s:1", date="2011").initiative("EST", "t:trygghet", place="p:Bäckby")
    table = with_older(city.table(), years=5, as_of=DAY)
    (words,) = older_in_words(table, years=5, as_of=DAY, language="en")
    assert words.startswith("Of 1 cell where anything is recorded: 1 without any source newer than 5 years")
