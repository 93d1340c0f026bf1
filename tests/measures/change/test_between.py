"""What entered, left and stayed: nothing is over because no source speaks of it."""

from __future__ import annotations

import pytest
from tests.test_ties import actor, graph, initiative, participation

from samverkansgraf.dates import DateError, bounds
from samverkansgraf.errors import UsageError
from samverkansgraf.measures.change import between, change_between, outside_study
from samverkansgraf.network import two_mode
from samverkansgraf.ties import Selection


def dated(start=None, end=None):
    """Return start and end as the frames have them."""
    begins, ends = (None if one is None else bounds(one) for one in (start, end))
    return {
        "start": start,
        "end": end,
        "start_earliest": begins and begins.earliest,
        "start_latest": begins and begins.latest,
        "end_earliest": ends and ends.earliest,
        "end_latest": ends and ends.latest,
    }


def link(who, what, start=None, end=None, **more):
    return participation(who, what, **dated(start, end), **more)


def rows(found, kind):
    names = found.things.filter(kind=kind).select("id", "id_b", "change", "sureness")
    return [
        tuple(None if cell is None else cell.removeprefix("urn:a:").removeprefix("urn:i:") for cell in row)
        for row in names.rows()
    ]


CITY = graph(
    [
        link("stad", "råd", "2009", "2030"),
        link("polis", "råd", "2009", "2015"),
        link("mimer", "råd", "2016"),
        link("ikea", "råd"),
    ],
    [actor(name) for name in ("stad", "polis", "mimer", "ikea")],
    [initiative("råd")],
)


def test_a_change_is_sure_only_where_dates_leave_no_other():
    found = change_between(CITY, "2012", "2018")
    # Mimer began in 2016: the source does not say that it was still there in 2018.
    assert rows(found, "actor") == [
        ("ikea", None, None, "not known"),
        ("mimer", None, "entered", "possibly"),
        ("polis", None, "left", "surely"),
        ("stad", None, "stayed", "surely"),
    ]
    assert rows(found, "initiative") == [("råd", None, "stayed", "surely")]
    assert ("polis", "stad", "left", "surely") in rows(found, "tie")
    # Ikea's dates are unknown, so its tie with the city may have been at either date.
    assert ("ikea", "stad", None, "not known") in rows(found, "tie")
    # Polisen had left before Mimer came.
    assert not [row for row in rows(found, "tie") if row[:2] == ("mimer", "polis")]


def test_numbers_are_least_and_greatest():
    summary = change_between(CITY, "2012", "2018").summary.row(0, named=True)
    # Surely there in 2012: stad, polis; perhaps ikea. In 2018: stad; perhaps mimer, ikea.
    assert (summary["kind"], summary["from"], summary["to"]) == ("actor", "2012", "2018")
    assert (summary["at_from_low"], summary["at_from_high"]) == (2, 3)
    assert (summary["at_to_low"], summary["at_to_high"]) == (1, 3)
    assert (summary["stayed_low"], summary["stayed_high"]) == (1, 2)
    assert (summary["left_low"], summary["left_high"]) == (1, 2)
    assert (summary["entered_low"], summary["entered_high"]) == (0, 2)
    assert summary["not_known"] == 1
    # Least: mimer and ikea came, 1 of 4. Greatest: mimer had gone, ikea stayed, 2 of 3.
    assert (summary["jaccard_low"], summary["jaccard_high"]) == pytest.approx((1 / 4, 2 / 3))
    # Turnover: 3 of 2 + 3 or so; with one left of 3 + 2.
    assert (summary["turnover_low"], summary["turnover_high"]) == pytest.approx((1 / 5, 3 / 5))
    assert summary["reason"].startswith("dates say nothing of 1 of 4")


def test_nothing_is_said_to_have_stayed_or_left_without_a_date():
    undated = graph([link("stad", "råd"), link("mimer", "råd")], [], [initiative("råd")])
    found = change_between(undated, "2012", "2018", language="sv")
    assert set(found.things["sureness"]) == {"not known"}
    assert found.things["change"].null_count() == found.things.height
    assert found.summary["reason"][0].startswith("datum säger ingenting om 2 av 2")


def test_what_began_and_has_no_end_is_not_said_to_have_left():
    begun = graph([link("stad", "råd", "2010")], [], [initiative("råd")])
    found = change_between(begun, "2012", "2018")
    # It may have ended before 2012 already; what is sure of it is nothing.
    assert rows(found, "actor") == [
        ("stad", None, "stayed", "possibly"),
        ("stad", None, "left", "possibly"),
    ]


def test_a_participation_without_dates_lies_within_its_initiative_and_may_be_shorter():
    lasting = graph([link("stad", "råd")], [], [initiative("råd", **dated("2009", "2015"))])
    # Not in 2018; in 2012 perhaps: that the city was there all the time nobody has said.
    assert rows(change_between(lasting, "2012", "2018"), "participation") == [
        ("stad", "råd", "left", "possibly")
    ]
    # A day of its own leaves no room.
    a_day = graph([link("stad", "möte")], [], [initiative("möte", **dated("2012-03-04", "2012-03-04"))])
    assert rows(change_between(a_day, "2012", "2018"), "participation") == [
        ("stad", "möte", "left", "surely")
    ]


def test_several_rows_that_state_a_link_hold_together():
    again = graph(
        [
            link("stad", "råd", "2012", "2012", name="urn:p:1"),
            link("stad", "råd", "2018", "2018", name="urn:p:2"),
        ]
    )
    assert rows(change_between(again, "2012", "2018"), "participation") == [
        ("stad", "råd", "stayed", "surely")
    ]


def test_the_members_of_a_set_are_not_tied():
    together = [link(who, "grupper", "2010", "2020") for who in ("stad", "mimer")]
    grouped = graph(together, [], [initiative("grupper", is_set=True)])
    assert rows(change_between(grouped, "2012", "2018"), "tie") == []
    assert (
        change_between(grouped, "2012", "2018").summary["reason"][3].startswith("nobody can have been tied")
    )


def test_what_may_have_been_at_a_date_is_what_the_network_of_that_date_has():
    found = change_between(CITY, "2012", "2018")
    for at, column in (("2012", "at_from"), ("2018", "at_to")):
        there = found.things.filter(kind="actor").filter(~(found.things.filter(kind="actor")[column] == "no"))
        network = two_mode(CITY, Selection(at=at))
        assert set(there["id"]) == {node for node, kind in network.nodes(data="kind") if kind == "actor"}


def test_a_date_of_several_days_is_all_of_them():
    autumn = graph([link("stad", "råd", "2012-09", "2012-12")])
    assert rows(change_between(autumn, "2012", "2015/2018"), "actor") == [("stad", None, "left", "surely")]
    assert rows(change_between(autumn, "../2012-12-01", "2018"), "actor") == [
        ("stad", None, "left", "surely")
    ]


def test_dates_that_are_not_one_after_the_other_are_refused():
    for start, end in (("2018", "2012"), ("2018", "2018"), ("2012/2016", "2015"), ("2012/..", "2018")):
        with pytest.raises(UsageError, match="the first is not surely over"):
            change_between(CITY, start, end)
    with pytest.raises(DateError):
        change_between(CITY, "i fjol", "2018")
    with pytest.raises(UsageError, match="leave out at"):
        change_between(CITY, "2012", "2018", selection=Selection(at="2012"))


def test_a_graph_without_anything_at_the_dates_gives_reasons():
    found = change_between(CITY, "1850", "1851", selection=Selection(roles=()))
    assert found.things.is_empty()
    assert found.summary["jaccard_low"].null_count() == 4
    assert found.summary["reason"].null_count() == 0


def test_with_too_many_meetings_ties_are_left_out_and_that_is_said(monkeypatch):
    monkeypatch.setattr(between, "MOST_MEETINGS", 3)
    found = change_between(CITY, "2012", "2018")
    assert rows(found, "tie") == []
    tie = found.summary.row(3, named=True)
    assert tie["stayed_high"] is None
    assert tie["reason"] == "ties are left out: 6 meetings of two actors are more than 3"


def test_a_date_outside_what_was_studied_is_told_beside_the_numbers():
    assert outside_study("2012/2018", ("2012", "2018")) is None
    assert outside_study("2011", (None, "2018")) is None
    assert outside_study("2018/..", ("2012", "2018")).startswith("2018/.. is wholly or partly outside")
    found = change_between(CITY, "2012", "2018", studied=("2012", "2015"), language="sv")
    assert all("2018 ligger helt eller delvis utanför den undersökta tiden (2012–2015)" in why
               for why in found.summary["reason"])  # fmt: skip
