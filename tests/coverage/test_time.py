"""Cells as of a date: what has surely ended covers nothing, what is undated stays."""

import datetime as dt

import pytest


def test_what_has_surely_ended_covers_nothing_and_is_counted_in_ended(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby", end="2019")
    cell = city.cell("Bäckby", "trygghet", at="2020-01-01")
    assert (cell["value"], cell["ended"], cell["initiatives"]) == ("not_searched", 1, 0)


@pytest.mark.parametrize("at", ["2019-12-31", dt.date(2019, 6, 1), "2019", "ever", None])
def test_what_may_still_be_going_on_covers(city, at):
    # It ended some day of 2019; until that year's last day it may have gone on, and ever is all time.
    city.initiative("EST", "t:trygghet", place="p:Bäckby", end="2019")
    cell = city.cell("Bäckby", "trygghet", at=at)
    assert (cell["value"], cell["ended"]) == ("covered", 0)


def test_what_is_undated_stays_with_when_it_was_last_seen(city):
    city.add("sources", source="s:1", date="2011-05").initiative("EST", "t:trygghet", place="p:Bäckby")
    cell = city.cell("Bäckby", "trygghet", at="2026-01-01")
    assert (cell["value"], cell["last_seen"]) == ("covered", "2011-05")


def test_an_ended_placement_ends_in_that_place_only(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").placed("EST", "p:Råby", end="2018-06-30")
    assert city.value("Bäckby", "trygghet", at="2020") == "covered"
    assert city.cell("Råby", "trygghet", at="2020")["ended"] == 1


def test_an_ended_participation_ends_for_that_actor_only(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    city.takes_part("Polisen", "EST", sector="Police", end="2018").takes_part("Rädda Barnen", "EST")
    by = ("district", "theme", "sector")
    police = city.cell("Bäckby", "trygghet", "polis", by=by, at="2020")
    assert (police["value"], police["ended"]) == ("not_searched", 1)
    assert city.value("Bäckby", "trygghet", "civilsamhälle", by=by, at="2020") == "covered"
    assert city.cell("Bäckby", "trygghet", at="2020")["actors"] == 1


def test_what_surely_had_not_begun_covers_nothing_and_is_neither_planned_nor_ended(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby", start="2021-21")
    cell = city.cell("Bäckby", "trygghet", at="2021-02-28")
    assert (cell["value"], cell["planned"], cell["ended"]) == ("not_searched", 0, 0)
    assert city.value("Bäckby", "trygghet", at="2021-03-01") == "covered"


def test_status_ended_without_a_date_holds_from_the_source_that_says_so(city):
    city.add("sources", source="s:1", date="2015").initiative(
        "EST", "t:trygghet", place="p:Bäckby", status="StatusEnded"
    )
    assert city.value("Bäckby", "trygghet", at="2014-06-01") == "covered"
    assert city.cell("Bäckby", "trygghet", at="2016-06-01")["ended"] == 1
    assert city.value("Bäckby", "trygghet", at="ever") == "covered"


def test_an_imprecise_moment_takes_as_sure_what_holds_for_all_its_days(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby", end="2019-06-30")
    assert city.value("Bäckby", "trygghet", at="2019") == "covered"
    assert city.value("Bäckby", "trygghet", at="2019-07") == "not_searched"
