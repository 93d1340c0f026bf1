from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.agreements import agreements_by_time, gaps_between
from samverkansgraf.frames import Frames, frame
from samverkansgraf.vocabulary import sg

DAY = date(2024, 6, 15)


def agreed(*rows, values=()):
    """Make agreements of (id, start, end, replaces …)."""
    agreements = [
        {"agreement": name, "label": name.upper(), "start": start, "end": end, "replaces": list(replaces)}
        for name, start, end, *replaces in rows
    ]
    said = [
        {"about": about, "property": sg(column), "value": value, "source": source}
        for about, column, value, source in values
    ]
    return Frames.of(agreements=frame("agreements", agreements), values=frame("values", said))


def state(start, end, at=DAY, values=()):
    return agreements_by_time(agreed(("a", start, end), values=values), at=at)["state"].item()


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2018", "2023", "ended"),
        ("2018", "2024-05", "ended"),
        ("2018", "2024", "perhaps_ended"),  # some day of 2024
        ("2018", "2024-06", "perhaps_ended"),
        ("2018", "2024-06-15", "not_ended"),  # its last day is the day spoken of
        ("2018", "2025", "not_ended"),
        ("2018", None, "no_end"),
        (None, None, "no_end"),
        ("2018", "2020/..", "perhaps_ended"),  # 2020 or later
        ("2018", "2025/..", "not_ended"),
        ("2018", "../2020", "ended"),
        ("2018", "2020?", "perhaps_ended"),  # an uncertain date makes nothing sure
        ("2018", "2030~", "perhaps_ended"),
        ("2025", "2027", "not_begun"),
        ("2024", "2027", "not_ended"),
        ("2025?", None, "no_end"),
        ("2018", "tills vidare", "perhaps_ended"),  # no date, in a graph made elsewhere
    ],
)
def test_what_is_known_of_an_agreement_on_a_day(start, end, expected):
    assert state(start, end) == expected


def test_where_sources_give_different_ends_it_has_ended_only_if_by_each():
    late = [("a", "end", "2023", "s1"), ("a", "end", "2026", "s2")]
    assert state("2018", "2023", values=late) == "perhaps_ended"
    early = [("a", "end", "2022", "s1"), ("a", "end", "2023", "s2")]
    assert state("2018", "2022", values=early) == "ended"


def with_status(status, end=None, *, source_date="2020", others=()):
    row = {
        "agreement": "a",
        "label": "A",
        "start": "2018",
        "end": end,
        "status": sg(status),
        "sources": ["s"],
    }
    said = [{"about": "a", "property": sg("status"), "value": sg(other), "source": "t"} for other in others]
    frames = Frames.of(
        agreements=frame("agreements", [row]),
        values=frame("values", said),
        sources=frame("sources", [{"source": "s", "date": source_date}]),
    )
    return agreements_by_time(frames, at=DAY)["state"].item()


def test_a_status_says_what_dates_leave_open():
    assert with_status("StatusPlanned") == "planned"
    assert with_status("StatusProposed", "2030") == "planned"
    assert with_status("StatusEnded") == "ended"
    assert with_status("StatusEnded", "2024") == "ended"
    assert with_status("StatusActive") == "no_end"


def test_a_status_contradicts_no_sure_date():
    assert with_status("StatusPlanned", "2020") == "ended"
    assert with_status("StatusEnded", "2030") == "not_ended"


def test_that_it_has_ended_holds_from_the_date_of_the_source_and_not_where_sources_disagree():
    assert with_status("StatusEnded", source_date="2025") == "no_end"
    assert with_status("StatusEnded", source_date=None) == "ended"
    assert with_status("StatusEnded", others=("StatusActive",)) == "no_end"


def test_agreements_stand_in_order_of_time_and_those_without_a_start_last():
    found = agreements_by_time(
        agreed(("c", None, None), ("b", "2017", None), ("a", "2019", None), ("d", "2010-10", None)), at=DAY
    )
    assert found["agreement"].to_list() == ["d", "b", "a", "c"]
    assert found["starts"].to_list() == [["2010-10"], ["2017"], ["2019"], []]


def between(end, start):
    found = gaps_between(agreed(("a", "2010", end), ("b", start, None, "a")))
    return found.select("between", "first_day", "last_day").row(0)


@pytest.mark.parametrize(
    ("end", "start", "expected"),
    [
        ("2016", "2018", ("gap", date(2017, 1, 1), date(2017, 12, 31))),
        ("2016-12-31", "2017-01-02", ("gap", date(2017, 1, 1), date(2017, 1, 1))),
        ("2016-12-31", "2017-01-01", ("no_gap", None, None)),
        ("2018-06", "2017", ("no_gap", None, None)),
        ("2016", "2017", ("not_known", None, None)),  # from a day to two years
        ("2016", "2016", ("not_known", None, None)),
        (None, "2018", ("not_known", None, None)),
        ("2016", None, ("not_known", None, None)),
        ("2016?", "2018", ("not_known", None, None)),
        ("2016/..", "2018", ("not_known", None, None)),
    ],
)
def test_a_gap_is_said_only_where_dates_make_it_sure(end, start, expected):
    assert between(end, start) == expected


def test_agreements_of_no_known_kind_and_parties_follow_nothing_but_what_they_replace():
    assert gaps_between(agreed(("a", "2010", "2012"), ("b", "2015", None))).is_empty()


def police_and_city(*rows):
    """Make agreements of (id, start, end, kind, parties, status); the local police are a unit of the police."""
    agreements = [
        {
            "agreement": name,
            "label": name,
            "start": start,
            "end": end,
            "kind": kind,
            "parties": parties.split(),
            "status": status,
        }
        for name, start, end, kind, parties, status in rows
    ]
    actors = [
        {"actor": "police", "label": "Polisen", "kind": "organization"},
        {"actor": "local", "label": "Lokalpolisområdet", "kind": "unit", "part_of": ["police"]},
        {"actor": "city", "label": "staden", "kind": "organization"},
    ]
    return Frames.of(agreements=frame("agreements", agreements), actors=frame("actors", actors))


def test_an_agreement_follows_the_one_of_its_kind_between_the_same_parties_a_unit_as_what_it_is_part_of():
    found = gaps_between(
        police_and_city(
            ("c", "2023-06", None, "agreement", "local city", None),
            ("b", "2019-11-06", "2023-03-01", "agreement", "city police", None),
            ("a", "2017", None, "agreement", "police city", None),
            ("promise", "2020", "2021", "promise", "police city", None),
            ("draft", "2020", "2021", "agreement", "police city", sg("StatusProposed")),
        )
    )
    assert found.drop("replaces").rows() == [
        ("a", "b", "not_known", None, None),
        ("b", "c", "gap", date(2023, 3, 2), date(2023, 5, 31)),
    ]
    assert not found["replaces"].any()


def test_the_pairs_stand_in_order_of_time():
    found = gaps_between(
        agreed(("c", "2019", None, "b"), ("b", "2015", "2016", "a", "x"), ("a", "2010", "2012"))
    )
    assert found.select("earlier", "later").rows() == [("a", "b"), ("x", "b"), ("b", "c")]


def test_nothing_known_gives_no_rows():
    assert agreements_by_time(Frames.of(), at=DAY).is_empty()
    assert gaps_between(Frames.of()).is_empty()


days = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(start=days, end=days, day=days)
def test_exact_days_leave_no_doubt(start, end, day):
    assert state(start.isoformat(), end.isoformat(), at=day) in {"ended", "not_ended", "not_begun"}
    assert between(end.isoformat(), start.isoformat())[0] in {"gap", "no_gap"}
