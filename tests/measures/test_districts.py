from __future__ import annotations

from itertools import combinations
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.measures import limits
from samverkansgraf.measures.districts import (
    ei_district_test,
    ei_index_by_district,
    mixing_by_district,
    placed_in_districts,
    ties_by_district,
)
from samverkansgraf.network import projection, two_mode_of_pairs
from samverkansgraf.ties import Selection
from samverkansgraf.vocabulary import sg

LINKS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("12345")), max_size=20)
PLACED = st.fixed_dictionaries({name: st.sets(st.sampled_from("XYZ"), max_size=2) for name in "12345"})
SETS = st.sets(st.sampled_from("12345"), max_size=2)


@pytest.fixture
def meeting():
    """Return three who meet in m: a works elsewhere in X, b in X and Y, c in Y; d meets a in n and does nothing else."""
    return two_mode_of_pairs(
        [*((who, "m") for who in "abc"), ("a", "x"), ("b", "xy"), ("c", "y"), ("a", "n"), ("d", "n")]
    )


PLACES = {"m": ["Z"], "x": ["X"], "xy": ["X", "Y"], "y": ["Y"], "n": []}


def test_ties_are_sorted_by_where_each_works_apart_as_worked_by_hand(meeting):
    # a–b share X, b–c share Y, a–c nothing; of d nothing apart is known. That m is in Z binds nobody to Z.
    assert ei_index_by_district(meeting, PLACES) == pytest.approx((1 - 2) / 3)
    assert ties_by_district(meeting, PLACES) == (3, 1)
    test = ei_district_test(meeting, PLACES, samples=20)
    assert (test.observed, test.ties, test.left_out) == (pytest.approx(-1 / 3), 3, 1)
    # X: a and b; a–b within, b–c and a–c with one end. Y: b and c; b–c within, a–b and a–c with one end. Z: all of m.
    assert test.groups.rows() == [
        ("X", 2, 1, 2, pytest.approx(1 / 3)),
        ("Y", 2, 1, 2, pytest.approx(1 / 3)),
        ("Z", 3, 0, 0, None),
    ]
    mixed = mixing_by_district(meeting, PLACES, samples=20)
    # X–Y: a–b (X and Y), b–c (X and Y), a–c (X and Y).
    assert {row[:2]: row[2] for row in mixed.rows()} == {
        ("X", "X"): 1, ("X", "Y"): 3, ("X", "Z"): 0, ("Y", "Y"): 1, ("Y", "Z"): 0, ("Z", "Z"): 0,
    }  # fmt: skip


def test_two_who_do_all_together_are_left_out_however_it_is_placed():
    network = two_mode_of_pairs([(who, what) for who in "ab" for what in "12"])
    assert isnan(ei_index_by_district(network, {"1": ["X"], "2": ["X"]}))
    test = ei_district_test(network, {"1": ["X"], "2": ["X"]}, samples=5)
    assert all(map(isnan, (test.observed, test.expected, test.low, test.p_within, test.p_value)))
    assert (test.ties, test.left_out) == (0, 1)


def test_an_empty_network_and_no_places_are_undefined(meeting):
    empty = two_mode_of_pairs([])
    assert isnan(ei_index_by_district(empty, {}))
    assert isnan(ei_district_test(empty, {}, samples=3).observed)
    assert mixing_by_district(empty, {}, samples=3).is_empty()
    assert isnan(ei_index_by_district(meeting, {}))
    assert ties_by_district(meeting, {}) == (0, 4)


def test_groups_that_keep_to_their_district_are_found_to_do_so():
    # A ring of ten in each district, each in two initiatives: of two who meet, each has one that the other is not in.
    links = [
        (f"{side}{actor}", f"{side}-{(actor + step) % 10}")
        for side in "XY"
        for actor in range(10)
        for step in (0, 1)
    ]
    network = two_mode_of_pairs(links)
    placed = {place: [place[0]] for _, place in links}
    test = ei_district_test(network, placed, samples=100)
    assert test.observed == -1
    assert abs(test.expected) < 0.2
    assert test.p_within < 0.05
    again = ei_district_test(network, placed, samples=100)
    assert (test.expected, test.p_value) == (again.expected, again.p_value)


def test_many_meetings_are_refused(meeting, monkeypatch):
    monkeypatch.setattr(limits, "MOST_MEETINGS", 5)
    for function in (ei_district_test, mixing_by_district):
        with pytest.raises(
            UsageError, match="by district: 4 meetings of two actors in an initiative, gone through 20 times"
        ):
            function(meeting, PLACES, samples=20)


def test_where_initiatives_are_placed_is_read_from_placements_of_the_certainties_selected():
    places = [
        {"place": "norr", "kind": "district"},
        {"place": "söder", "kind": "district"},
        {"place": "grupp", "kind": "group", "members": ["norr", "söder"], "possible_members": ["öster"]},
        {"place": "några", "kind": "group", "possible_members": ["norr"]},
        {"place": "staden", "kind": "municipality"},
    ]
    said = [
        ("a", "norr", "Stated"), ("b", "grupp", "Stated"), ("c", "staden", "Stated"), ("d", "några", "Stated"), ("e", "söder", "Planned"),
    ]  # fmt: skip
    rows = [
        {"placement": f"p{number}", "initiative": i, "place": place, "certainty": sg(certainty)}
        for number, (i, place, certainty) in enumerate(said)
    ]
    frames = Frames.of(places=frame("places", places), placements=frame("placements", rows))
    assert placed_in_districts(frames) == {"a": ("norr",), "b": ("norr", "söder")}
    assert placed_in_districts(frames, Selection(certainty=(sg("Planned"),))) == {"e": ("söder",)}


@given(LINKS, PLACED, SETS)
def test_the_index_is_what_the_definition_written_out_gives(links, placed, sets):
    network = two_mode_of_pairs(links)
    for initiative in sets & set(network):
        network.nodes[initiative]["is_set"] = True
    found = []
    for a, b in combinations(sorted(projection(network)), 2):
        if projection(network).has_edge(a, b):
            apart = [
                {place for i in set(network[one]) - set(network[other]) for place in placed[i]}
                for one, other in ((a, b), (b, a))
            ]
            if all(apart):
                found.append(bool(apart[0] & apart[1]))
    expected = (found.count(False) - found.count(True)) / len(found) if found else float("nan")
    assert ei_index_by_district(network, placed) == pytest.approx(expected, nan_ok=True)
    test = ei_district_test(network, placed, samples=1)
    assert test.ties == len(found)
    assert test.ties + test.left_out == projection(network).number_of_edges()


@given(LINKS, PLACED)
def test_other_names_of_districts_change_nothing(links, placed):
    network = two_mode_of_pairs(links)
    renamed = {i: {{"X": "Å", "Y": "B", "Z": "Ö"}[place] for place in places} for i, places in placed.items()}
    assert ei_index_by_district(network, renamed) == pytest.approx(
        ei_index_by_district(network, placed), nan_ok=True
    )
