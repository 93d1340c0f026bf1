from __future__ import annotations

from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures import MEASURES
from samverkansgraf.measures.centralization import (
    betweenness_centralization,
    closeness_centralization,
    degree_centralization,
)
from samverkansgraf.measures.clustering import robins_alexander
from samverkansgraf.measures.cohesion import (
    components,
    density_two_mode,
    diameter,
    fragmentation,
    largest_component_share,
    mean_distance,
)
from samverkansgraf.measures.cores import core_number
from samverkansgraf.measures.inequality import gini_participation
from samverkansgraf.measures.mixing import ei_index
from samverkansgraf.network import two_mode_of_pairs


def star(leaves=4):
    """Return a centre that meets each of some others in an initiative of their own."""
    return two_mode_of_pairs(
        pair for i in range(leaves) for pair in ((f"leaf{i}", str(i)), ("centre", str(i)))
    )


def ring(size=5):
    """Return actors who each meet the next one."""
    return two_mode_of_pairs(
        pair for i in range(size) for pair in ((f"a{i}", str(i)), (f"a{(i + 1) % size}", str(i)))
    )


def test_cohesion_of_the_city_as_worked_by_hand(city):
    assert density_two_mode(city) == 8 / 15
    assert components(city) == 1
    assert largest_component_share(city) == 1
    assert fragmentation(city) == 0
    # Of ten pairs eight are tied; Polisen is two steps from Rädda Barnen and Ikea.
    assert mean_distance(city) == 12 / 10
    assert diameter(city) == 2


def test_cohesion_of_a_broken_network_as_worked_by_hand(broken):
    assert density_two_mode(broken) == 3 / 8  # four actors, d too, and two initiatives
    assert components(broken) == 3
    assert largest_component_share(broken) == 3 / 6
    assert fragmentation(broken) == 1 - 1 / 6  # only a and b of six pairs
    assert mean_distance(broken) == diameter(broken) == 1


def test_a_set_leads_nobody_to_anybody_in_fragmentation():
    network = two_mode_of_pairs([("stad", "grupper"), ("Mimer", "grupper")])
    assert fragmentation(network) == 0
    network.nodes["grupper"]["is_set"] = True
    assert fragmentation(network) == 1


def test_cores_of_the_city_are_the_circle_of_stad_and_mimer(city):
    # stad – P – Mimer – T – stad is a circle; all else hangs on it by one edge.
    assert core_number(city) == {"stad": 2, "Mimer": 2, "Polisen": 1, "Rädda Barnen": 1, "Ikea": 1}
    assert core_number(city, of="initiatives") == {"P": 2, "T": 2, "U": 1}


def test_an_isolate_is_in_no_core(broken):
    assert core_number(broken)["d"] == 0


def test_centralization_of_the_city_as_worked_by_hand(city):
    # Degrees 4, 4, 2, 3, 3: the differences from 4 sum to 4, of at most 4·3.
    assert degree_centralization(city) == pytest.approx(4 / 12)
    # stad and Mimer are each half between Polisen and two others: 1 of 6 pairs; (3 · 1/6)/4.
    assert betweenness_centralization(city) == pytest.approx(0.125)
    # Closeness 1, 1, 4/6, 4/5, 4/5: (1/3 + 1/5 + 1/5) of at most 4·3/7.
    assert closeness_centralization(city) == pytest.approx((1 / 3 + 2 / 5) * 7 / 12)


@pytest.mark.parametrize(
    "centralization", [degree_centralization, betweenness_centralization, closeness_centralization]
)
def test_a_star_is_wholly_centralized_and_a_ring_not_at_all(centralization):
    assert centralization(star()) == pytest.approx(1)
    assert centralization(ring()) == pytest.approx(0)


def test_closeness_centralization_is_not_defined_where_some_are_out_of_reach(broken):
    assert isnan(closeness_centralization(broken))
    assert degree_centralization(broken) == pytest.approx(2 / 6)  # degrees 1, 1, 0, 0


def test_the_southern_women_meet_again_as_robins_and_alexander_count(davis):
    assert robins_alexander(davis) == pytest.approx(0.46776, abs=5e-6)
    assert robins_alexander(davis) == pytest.approx(nx.bipartite.robins_alexander_clustering(davis))


def test_robins_alexander_of_the_city_as_worked_by_hand(city):
    # One circle of four (stad, P, Mimer, T). Paths of three edges by their middle edge, (d − 1)(d − 1):
    # stad–P 2·3, stad–T 2·2, Mimer–P 1·3, Mimer–T 1·2, the others 0: 15.
    assert robins_alexander(city) == pytest.approx(4 / 15)


def test_gini_of_the_city_as_worked_by_hand(city):
    # 1, 1, 1, 2, 3 initiatives: (−4 − 2 + 0 + 2·2 + 4·3)/(5·8).
    assert gini_participation(city) == pytest.approx(10 / 40)


def test_gini_counts_isolates(broken):
    # 0, 1, 1, 1: (−3·0 − 1 + 1 + 3)/(4·3).
    assert gini_participation(broken) == pytest.approx(3 / 12)


def test_ei_index_counts_each_tie_once_and_leaves_unknown_sectors_out(city):
    sectors = {
        "stad": "kommun",
        "Mimer": "kommun",
        "Polisen": "polis",
        "Rädda Barnen": "förening",
        "Ikea": "företag",
    }
    for actor, sector in sectors.items():
        city.nodes[actor]["sector"] = sector
    # Eight ties, of which stad–Mimer within a sector: (7 − 1)/8.
    assert ei_index(city) == pytest.approx(6 / 8)
    # Without Ikea's three: (4 − 1)/5.
    city.nodes["Ikea"]["sector"] = None
    assert ei_index(city) == pytest.approx(3 / 5)


WHOLE = [measure for measure in MEASURES.values() if measure.level == "whole"]


@pytest.mark.parametrize("measure", WHOLE, ids=lambda measure: measure.name)
def test_nothing_one_actor_and_no_tie_give_a_value_or_a_reason_to_have_none(measure):
    one = two_mode_of_pairs([])
    one.add_node("d", kind="actor", label="d", sector=None)
    for network in (two_mode_of_pairs([]), one, two_mode_of_pairs([("a", "1"), ("b", "2")])):
        value = measure.function(network)
        assert isinstance(value, float)
        assert not isnan(value) or (measure.undefined["sv"] and measure.undefined["en"])


def test_no_tie_is_no_distance_and_no_pattern():
    untied = two_mode_of_pairs([("a", "1"), ("b", "2")])
    for measure in (mean_distance, diameter, ei_index, robins_alexander):
        assert isnan(measure(untied))
    assert fragmentation(untied) == 1
    assert gini_participation(untied) == 0


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("12345")), max_size=20))
def test_shares_lie_between_0_and_1(links):
    network = two_mode_of_pairs(links)
    for measure in WHOLE:
        if measure.unit.startswith(("share", "0")):
            value = measure.function(network)
            assert isnan(value) or -1e-12 <= value <= 1 + 1e-12, measure.name
