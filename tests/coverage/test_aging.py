"""How old the newest source of a cell is, and which agreements run out."""

import datetime as dt

import pytest

from samverkansgraf.coverage import agreements_ending, ending_in_words, older_in_words, with_older
from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame

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


def agreements(*ends, status=None):
    return Frames.of(
        agreements=frame(
            "agreements",
            [
                {
                    "agreement": f"urn:{number}", "label": f"Avtal {number}", "end": end,
                    "status": status, "governs": ["urn:i"], "parties": [], "sources": ["urn:s"],
                }
                for number, end in enumerate(ends)
            ],
        ),
        initiatives=frame("initiatives", [{"initiative": "urn:i", "label": "EST", "themes": ["urn:t"]}]),
        themes=frame("themes", [{"theme": "urn:t", "label": "trygghet"}]),
        places=frame("places", [{"place": "urn:p", "label": "Bäckby"}]),
        placements=frame("placements", [{"placement": "urn:l", "initiative": "urn:i", "place": "urn:p"}]),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("end", "ending"),
    [
        ("2021-06-01", "surely"),  # it still runs on its last day
        ("2021-05-31", None),
        ("2022-06-01", "surely"),
        ("2022-06-02", None),
        ("2021-12", "surely"),
        ("2021", "perhaps"),  # may have ended already
        ("2022", "perhaps"),
        (None, None),
    ],
)
def test_an_agreement_ends_within_twelve_months_surely_perhaps_or_not(end, ending):
    found = agreements_ending(agreements(end), as_of=DAY, months=12)
    assert found["ending"].to_list() == ([] if ending is None else [ending])


def test_it_says_what_it_governs_and_where(city):
    found = agreements_ending(agreements("2021-12", "2021-08"), as_of=DAY, months=12)
    assert found.select("label", "initiatives", "places", "themes").rows() == [
        ("Avtal 1", ["EST"], ["Bäckby"], ["trygghet"]),
        ("Avtal 0", ["EST"], ["Bäckby"], ["trygghet"]),
    ]


def test_agreements_without_an_end_are_said_to_be_unknown():
    frames = agreements("2021-12", None)
    found = agreements_ending(frames, as_of=DAY, months=12)
    (words,) = ending_in_words(found, frames, months=12, as_of=DAY, language="en")
    assert words == (
        "Surely ending within 12 months of 1 June 2021: 1 agreement; perhaps: 0 agreements. "
        "With no end recorded, so that nobody can tell when they cease: 1 agreement."
    )


def test_no_months_are_refused():
    with pytest.raises(UsageError, match="ending-within"):
        agreements_ending(agreements("2021"), as_of=DAY, months=0)
