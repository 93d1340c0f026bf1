"""Cells of periods: what surely held some time in one covers it, what only may have is indirect."""

import datetime as dt

import pytest

from samverkansgraf.coverage import cell_evidence, cell_sentence, coverage_in_words
from samverkansgraf.errors import UsageError

BY = ("theme", "period")
PERIODS = ("2012/2014", "2015/2017", "2018/2020")


def values(city, theme="trygghet", periods=PERIODS, by=BY, **options):
    table = city.table(by, periods=periods, **options).filter(theme=theme)
    return dict(table.select("period", "value").iter_rows())


def test_what_has_a_start_and_an_end_covers_the_periods_it_touches(city):
    # 2014-06 lies in the first period and 2016 in the second; nothing is known of the third.
    city.initiative("EST", "t:trygghet", start="2014-06", end="2016")
    assert values(city) == {"2012/2014": "covered", "2015/2017": "covered", "2018/2020": "not_searched"}
    ended = city.cell("trygghet", "2018/2020", by=BY, periods=PERIODS)
    assert (ended["ended"], ended["planned"]) == (1, 0)


def test_a_start_alone_covers_its_own_period_and_later_ones_perhaps(city):
    city.initiative("EST", "t:trygghet", start="2015-03-01")
    assert values(city) == {"2012/2014": "not_searched", "2015/2017": "covered", "2018/2020": "indirect"}
    perhaps = city.cell("trygghet", "2018/2020", by=BY, periods=PERIODS)
    assert (perhaps["firmest"], perhaps["weakest"]) == ("perhaps_then", "perhaps_then")


def test_an_end_alone_covers_its_own_period_and_earlier_ones_perhaps(city):
    city.initiative("EST", "t:trygghet", end="2016-05")
    assert values(city) == {"2012/2014": "indirect", "2015/2017": "covered", "2018/2020": "not_searched"}


def test_what_is_undated_covers_no_period_but_may_have_held_in_each(city):
    city.initiative("EST", "t:trygghet")
    assert set(values(city).values()) == {"indirect"}


def test_a_date_that_straddles_two_periods_is_sure_in_neither(city):
    # It began some day of 2014 to 2015 and ended the same day at the earliest: in which period is not known.
    city.initiative("EST", "t:trygghet", start="2014/2015", end="2014/2015")
    assert values(city)["2012/2014"] == values(city)["2015/2017"] == "indirect"


def test_an_undated_placement_holds_as_long_as_its_initiative(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby", start="2012", end="2013")
    by = ("district", "theme", "period")
    assert city.value("Bäckby", "trygghet", "2012/2014", by=by, periods=PERIODS) == "covered"
    assert city.value("Bäckby", "trygghet", "2015/2017", by=by, periods=PERIODS) == "not_searched"


def test_a_dated_placement_says_when_its_undated_initiative_was_there(city):
    city.initiative("EST", "t:trygghet").placed("EST", "p:Bäckby", start="2015", end="2015")
    city.placed("EST", "p:Råby", start="2019", end="2019")
    by = ("district", "theme", "period")
    found = {
        (place, period): city.value(place, "trygghet", period, by=by, periods=PERIODS)
        for place in ("Bäckby", "Råby")
        for period in PERIODS
    }
    assert [key for key, value in found.items() if value == "covered"] == [
        ("Bäckby", "2015/2017"),
        ("Råby", "2018/2020"),
    ]


def test_an_actor_in_one_place_after_another_is_surely_in_each_at_its_time(city):
    # Over all time the initiative has several places, and where the police was is not said; in each period it has one.
    city.initiative("EST", "t:trygghet", start="2015", end="2019")
    city.placed("EST", "p:Bäckby", start="2015", end="2016").placed("EST", "p:Råby", start="2018", end="2019")
    city.takes_part("Polisen", "EST", sector="Police")
    by = ("district", "sector", "period")
    assert city.value("Bäckby", "polis", "2015/2017", by=by, periods=PERIODS) == "covered"
    assert city.value("Råby", "polis", "2018/2020", by=by, periods=PERIODS) == "covered"
    assert city.value("Bäckby", "polis", by=("district", "sector")) == "indirect"


def test_a_search_covers_the_periods_that_lie_within_its_time(city):
    city.search("*", "t:skola", places=[sgall()], **{"from": "2014", "to": "2017"})
    assert values(city, "skola") == {
        "2012/2014": "not_searched",
        "2015/2017": "none_found",
        "2018/2020": "not_searched",
    }
    city.search("*", "t:skola", places=[sgall()])
    assert set(values(city, "skola").values()) == {"none_found"}


def sgall():
    from samverkansgraf.vocabulary import sg

    return sg("AllDistricts")


def test_what_had_ended_according_to_a_source_before_the_period_is_ended_there(city):
    city.add("sources", source="s:1", date="2014").initiative("EST", "t:trygghet", status="StatusEnded")
    assert values(city) == {"2012/2014": "indirect", "2015/2017": "not_searched", "2018/2020": "not_searched"}


def test_a_plan_first_made_later_is_no_plan_of_the_period(city):
    city.add("sources", source="s:1", date="2016").initiative("EST", "t:trygghet", status="StatusPlanned")
    planned = {period: city.cell("trygghet", period, by=BY, periods=PERIODS)["planned"] for period in PERIODS}
    assert planned == {"2012/2014": 0, "2015/2017": 1, "2018/2020": 1}


def test_without_periods_they_are_the_years_of_the_date_the_bounds_or_the_data(city, new_city):
    city.initiative("EST", "t:trygghet", start="2012", end="2014-05")
    assert city.table(("period",))["period"].to_list() == ["2012", "2013", "2014"]
    assert city.table(("period",), at="2013")["period"].to_list() == ["2013"]
    assert city.table(("period",), at="2016/2017")["period"].to_list() == ["2016", "2017"]
    with pytest.raises(UsageError, match="nothing is dated"):
        new_city().table(("period",))


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        (("2012/2014", "2014/2016"), "'2012/2014' and '2014/2016' overlap"),
        (("2012/..",), "no first and last day"),
        (("förr",), "EDTF"),
        (("0001/2020",), None),
    ],
)
def test_a_faulty_period_is_refused_with_a_remedy(city, periods, words):
    if words is None:
        assert city.table(("period",), periods=periods).height == 1
        return
    with pytest.raises(UsageError, match=words) as caught:
        city.table(("period",), periods=periods)
    assert str(caught.value).startswith("periods: ")
    assert "write periods as" in str(caught.value) or "overlap" in str(caught.value)


def test_too_many_years_are_refused(city):
    city.initiative("EST", "t:trygghet", start="1400", end="2020")
    with pytest.raises(UsageError, match="621 years"):
        city.table(("period",))


def test_periods_and_a_date_exclude_one_another(city):
    with pytest.raises(UsageError, match="leave out the date"):
        city.table(BY, periods=PERIODS, at=dt.date(2013, 1, 1))
    with pytest.raises(UsageError, match="add period"):
        city.table(("theme",), periods=PERIODS)


def test_the_rows_are_in_the_order_of_the_dimensions(city):
    city.initiative("EST", "t:trygghet", start="2012", end="2013")
    for by in (("theme", "period"), ("period", "theme"), ("district", "period", "theme")):
        table = city.table(by, periods=PERIODS)
        ranks = {
            "theme": {"trygghet": 0, "brott": 1, "skola": 2},
            "period": {period: number for number, period in enumerate(PERIODS)},
            "district": {"Bäckby": 0, "Råby": 1, "Skallberget": 2},
        }
        keys = [tuple(ranks[name][row[name]] for name in by) for row in table.iter_rows(named=True)]
        assert keys == sorted(keys)
        assert len(set(keys)) == len(keys)


def test_a_cell_of_a_period_opens_its_evidence(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby", start="2015")
    frames = city.frames()
    options = {"district": "Bäckby", "theme": "trygghet"}
    assert cell_evidence(frames, city.bounds, period="2015/2017", **options)["why"].to_list() == ["stated"]
    assert cell_evidence(frames, city.bounds, period="2018/2020", **options)["why"].to_list() == [
        "perhaps_then"
    ]
    with pytest.raises(UsageError, match="leave out the date"):
        cell_evidence(frames, city.bounds, period="2015", at="2015", **options)


def test_a_period_in_words_says_that_the_time_is_uncertain(city):
    city.initiative("EST", "t:trygghet", start="2015")
    table = city.table(BY, periods=PERIODS).filter(theme="trygghet")
    last = table.row(2, named=True)
    assert "fanns just här och då" in cell_sentence(last)
    sentences = coverage_in_words(table, language="en")
    assert sentences[0].startswith("Period by period: of 3 cells, 1 (33%) are documented")
    assert any(sentence.startswith("In 1 cell it is the time that is uncertain") for sentence in sentences)
    assert not any("larger area" in sentence for sentence in sentences)
