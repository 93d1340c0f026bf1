"""Two networks beside each other, adjusted for size."""

from __future__ import annotations

import networkx as nx
import pytest
from tests.measures.links import CITY, graph

from samverkansgraf.errors import UsageError
from samverkansgraf.measures import MEASURES, beside_chance
from samverkansgraf.measures.comparison import beside_caveat, side_by_side
from samverkansgraf.network import two_mode_of_pairs
from samverkansgraf.ties import Selection

#: Measures that are quick to compute many times.
QUICK = [
    "density_two_mode",
    "components",
    "diameter",
    "mean_distance",
    "gini_participation",
    "nodf",
    "ei_index",
]


def row(table, name):
    (found,) = table.filter(measure=name).rows(named=True)
    return found


def test_values_are_those_of_each_and_z_that_of_its_own_null_model(city, davis):
    table = side_by_side(city, davis, QUICK, samples=30, seed=5)
    assert table["measure"].to_list() == QUICK
    for side, network in (("a", city), ("b", davis)):
        chance = beside_chance(network, QUICK, nulls=["fixed-degree"], samples=30, seed=5)
        assert table[f"value_{side}"].to_list() == chance["value"].to_list()
        assert table[f"z_{side}"].to_list() == chance["z"].to_list()
    density = row(table, "density_two_mode")
    assert density["difference"] == pytest.approx(8 / 15 - 89 / 252)
    assert (density["samples"], density["seed"], density["null"]) == (30, 5, "fixed-degree")


def test_a_share_of_the_greatest_makes_up_for_how_many_actors_there_are(city, davis):
    # In a row a1 – a2 – … – a5 the distances are the greatest that five can have: diameter 4, mean 2.
    line = two_mode_of_pairs([(f"a{step + side}", f"x{step}") for step in range(4) for side in (0, 1)])
    table = side_by_side(line, davis, QUICK, samples=5)
    for name, value in (("diameter", 4), ("mean_distance", 2)):
        found = row(table, name)
        assert (found["value_a"], found["share_of_greatest_a"]) == pytest.approx((value, 1))
    assert row(table, "components")["share_of_greatest_a"] == pytest.approx(1 / 5)
    assert row(table, "nodf")["share_of_greatest_b"] == pytest.approx(row(table, "nodf")["value_b"] / 100)
    apart = two_mode_of_pairs([(f"a{number}", f"x{number}") for number in range(4)])
    assert row(side_by_side(apart, city, ["components"], samples=5), "components")["share_of_greatest_a"] == 1


def test_the_greatest_distances_are_those_of_a_row():
    for n in (2, 3, 7):
        line = nx.path_graph(n)
        assert nx.average_shortest_path_length(line) == pytest.approx((n + 1) / 3)


def test_all_measures_are_taken_unless_said_and_what_is_missing_has_a_reason(city):
    table = side_by_side(city, two_mode_of_pairs([("ensam", "x")]), samples=3)
    assert table["measure"].to_list() == [name for name, one in MEASURES.items() if one.level == "whole"]
    for found in table.rows(named=True):
        for side in ("a", "b"):
            if found[f"value_{side}"] is None or found[f"z_{side}"] is None:
                assert found["reason"], found["measure"]
    assert row(table, "modularity")["reason"].endswith(
        "no z: the measure is not compared with random networks"
    )


def test_nobody_at_all_is_no_error(city):
    nobody = two_mode_of_pairs([])
    table = side_by_side(city, nobody, QUICK, samples=3, language="sv")
    assert row(table, "density_two_mode")["value_b"] is None
    assert row(table, "density_two_mode")["difference"] is None


def test_what_is_unknown_is_refused(city):
    with pytest.raises(UsageError, match="did you mean 'components'"):
        side_by_side(city, city, ["component"])
    with pytest.raises(UsageError, match="did you mean 'fixed-degree'"):
        side_by_side(city, city, ["components"], null="fixed-degre")
    with pytest.raises(UsageError, match="0 samples"):
        side_by_side(city, city, ["components"], samples=0)


def test_the_caveat_says_how_large_each_is_and_on_what_it_rests():
    sourced = graph(("stad", "x", "Stated", "bok", "blad"), ("mimer", "x", "Stated", "bok"))
    said = beside_caveat(("a: byn", CITY, Selection()), ("b: staden", sourced, Selection()))
    assert "a: byn (actors: 3, initiatives: 2, participations: 5, sources: 0)" in said
    assert "b: staden (actors: 2, initiatives: 1, participations: 2, sources: 2)" in said
    assert "what was looked for" in said


def test_of_one_graph_at_two_dates_it_says_how_much_is_in_both_for_want_of_dates():
    said = beside_caveat(("2012", CITY, Selection(at="2012")), ("2018", CITY, Selection(at="2018")))
    assert "5 participations are in both" in said
