from __future__ import annotations

from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.errors import NotTwoModeError
from samverkansgraf.measures.betweenness import betweenness
from samverkansgraf.measures.centrality import closeness, degree
from samverkansgraf.measures.cores import core_number
from samverkansgraf.measures.eigenvector import eigenvector
from samverkansgraf.measures.redundancy import redundancy
from samverkansgraf.network import nodes_of, two_mode_of_pairs

MEASURES = (degree, closeness, betweenness, eigenvector, core_number, redundancy)
SHARES = (degree, closeness, betweenness, eigenvector, redundancy)

#: Degree, closeness, betweenness of the southern women, to two decimals, as published:
#: Borgatti & Halgin, Analyzing affiliation networks, doi:10.4135/9781446294413.n28, normalised by
#: Borgatti & Everett 1997.
PUBLISHED = {
    "Evelyn Jefferson": (0.57, 0.80, 0.10),
    "Theresa Anderson": (0.57, 0.80, 0.09),
    "Nora Fayette": (0.57, 0.80, 0.11),
    "Laura Mandeville": (0.50, 0.73, 0.05),
    "Sylvia Avondale": (0.50, 0.77, 0.07),
    "Charlotte McDowd": (0.29, 0.60, 0.01),
    "Olivia Carleton": (0.14, 0.59, 0.01),
    "Dorothy Murchison": (0.14, 0.65, 0.00),
    "E8": (0.78, 0.85, 0.24),
    "E9": (0.67, 0.79, 0.23),
    "E7": (0.56, 0.73, 0.13),
    "E1": (0.17, 0.52, 0.00),
}


def both_sides(measure, network):
    return {**measure(network), **measure(network, of="initiatives")}


def test_the_southern_women_have_the_published_centralities(davis):
    found = [both_sides(measure, davis) for measure in (degree, closeness, betweenness)]
    for node, published in PUBLISHED.items():
        assert tuple(values[node] for values in found) == pytest.approx(published, abs=0.0051), node


def test_a_connected_network_has_the_values_of_networkx(davis):
    women = nodes_of(davis, "actors")
    for ours, theirs in {
        degree: nx.bipartite.degree_centrality,
        closeness: nx.bipartite.closeness_centrality,
        betweenness: nx.bipartite.betweenness_centrality,
    }.items():
        assert both_sides(ours, davis) == pytest.approx(theirs(davis, women), rel=1e-12)


def test_normalised_as_in_one_mode_networks_the_centralities_would_be_others(davis):
    # 8 of 14 events are not 8 of the 31 other nodes; E8's 14 women and 13 events at two steps or more are the
    # least there can be only between two sides; and nobody can be between all pairs of both sides.
    assert degree(davis)["Evelyn Jefferson"] == pytest.approx(8 / 14)
    assert nx.degree_centrality(davis)["Evelyn Jefferson"] == pytest.approx(8 / 31)
    for ours, theirs in {closeness: nx.closeness_centrality, betweenness: nx.betweenness_centrality}.items():
        one_mode = theirs(davis)
        assert all(value > one_mode[node] or value == 0 for node, value in both_sides(ours, davis).items())


def test_degree_of_the_city_is_the_share_of_the_other_side(city):
    assert degree(city) == pytest.approx(
        {"stad": 3 / 3, "Mimer": 2 / 3, "Polisen": 1 / 3, "Rädda Barnen": 1 / 3, "Ikea": 1 / 3}
    )
    assert degree(city, of="initiatives") == pytest.approx({"P": 4 / 5, "T": 3 / 5, "U": 1 / 5})


def test_closeness_of_the_city_as_worked_by_hand(city):
    # The least sum for an actor is 3 + 2·4 = 11. stad: P, T, U at 1, four actors at 2: 11.
    # Mimer: P, T 1, four actors 2, U 3: 13. Polisen: T 1; stad, Mimer 2; P, U 3; two actors 4: 19.
    # Rädda Barnen (and Ikea): P 1; three actors 2; T, U 3; Polisen 4: 17.
    assert closeness(city) == pytest.approx(
        {"stad": 1, "Mimer": 11 / 13, "Polisen": 11 / 19, "Rädda Barnen": 11 / 17, "Ikea": 11 / 17}
    )
    # For an initiative it is 5 + 2·2 = 9. P: four actors 1, T and U 2, Polisen 3: 11.
    assert closeness(city, of="initiatives")["P"] == pytest.approx(9 / 11)


def test_closeness_is_within_the_component_and_scaled_by_its_share(broken):
    # Six nodes. a: in its component 1 at 1 and b at 2, the least there is; times (3 − 1)/(6 − 1).
    # c: 2 at 1; times 1/5. d: alone.
    assert closeness(broken) == pytest.approx({"a": 2 / 5, "b": 2 / 5, "c": 1 / 5, "d": 0})
    # Scaled by the whole network instead, as networkx does, closeness passes 1.
    assert nx.bipartite.closeness_centrality(broken, list("abcd"))["c"] > 1


def test_core_numbers_of_the_city_as_worked_by_hand(city):
    # stad, Mimer, P and T are two by two; everyone else hangs on them by one edge.
    assert core_number(city) == {"stad": 2, "Mimer": 2, "Polisen": 1, "Rädda Barnen": 1, "Ikea": 1}
    assert core_number(city, of="initiatives") == {"P": 2, "T": 2, "U": 1}


def test_core_numbers_of_the_southern_women_are_those_of_r(davis):
    # R: igraph::coreness(graph_from_data_frame(davis, directed = FALSE)), igraph 2.
    found = both_sides(core_number, davis)
    assert {node for node, core in found.items() if core == 2} == {
        "Dorothy Murchison",
        "Olivia Carleton",
        "Flora Price",
        "E11",
    }
    assert {node for node, core in found.items() if core == 3} == {
        "Pearl Oglethorpe",
        "E1",
        "E2",
        "E13",
        "E14",
    }
    assert set(found.values()) == {2, 3, 4}


def test_each_of_a_complete_bipartite_network_has_the_smaller_side_as_core_number():
    network = two_mode_of_pairs((actor, initiative) for actor in "abcde" for initiative in "123")
    assert set(both_sides(core_number, network).values()) == {3}


def test_an_isolate_has_nothing_and_nothing_is_said_where_nothing_can_be(broken):
    for measure in (degree, closeness, betweenness, eigenvector, core_number):
        assert measure(broken)["d"] == 0
    alone = two_mode_of_pairs([])
    alone.add_node("d", kind="actor", label="d", sector=None)
    for measure in SHARES:
        assert isnan(measure(alone)["d"])
    for measure in MEASURES:
        assert measure(two_mode_of_pairs([])) == {}
        assert measure(alone, of="initiatives") == {}


def test_a_set_of_initiatives_is_an_initiative_like_any_other_in_the_two_mode_network(city):
    before = [both_sides(measure, city) for measure in MEASURES]
    city.nodes["P"]["is_set"] = True
    assert repr([both_sides(measure, city) for measure in MEASURES]) == repr(before)


def test_measures_follow_the_network_when_it_changes(city):
    before = [measure(city) for measure in MEASURES]
    city.add_edge("Ikea", "T")
    assert all(measure(city) != old for measure, old in zip(MEASURES, before, strict=True))


def test_measures_of_a_view_follow_what_it_is_a_view_of(city):
    view = city.subgraph(["stad", "Mimer", "P", "T"])
    assert degree(view) == {"Mimer": 1, "stad": 1}
    city.remove_edge("Mimer", "T")
    assert degree(view) == {"Mimer": 0.5, "stad": 1}


@pytest.mark.parametrize("measure", MEASURES)
def test_an_edge_between_two_actors_is_refused(measure):
    network = two_mode_of_pairs([("a", "1"), ("b", "1")])
    network.add_edge("a", "b")
    with pytest.raises(NotTwoModeError, match="both are of kind actor"):
        measure(network)


LINKS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("12345")), max_size=20)


@given(LINKS)
def test_shares_lie_between_0_and_1(links):
    network = two_mode_of_pairs(links)
    for measure in SHARES:
        assert all(isnan(value) or 0 <= value <= 1 + 1e-12 for value in both_sides(measure, network).values())


@given(LINKS, st.randoms(use_true_random=False))
def test_order_and_duplicates_change_nothing(links, random):
    told_again = links + links
    random.shuffle(told_again)
    one, other = two_mode_of_pairs(links), two_mode_of_pairs(told_again)
    for measure in MEASURES:
        assert repr(measure(one)) == repr(measure(other))


@given(LINKS)
def test_nodes_added_in_another_order_give_the_same_bits(links):
    network = two_mode_of_pairs(links)
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from((b, a) for a, b in reversed(list(network.edges)))
    for measure in MEASURES:
        assert repr(measure(turned)) == repr(measure(network))


@given(LINKS, st.permutations("abcdef"))
def test_other_names_give_the_same_values_under_the_other_names(links, names):
    new = dict(zip("abcdef", names, strict=True))
    before, after = two_mode_of_pairs(links), two_mode_of_pairs((new[actor], i) for actor, i in links)
    for measure in MEASURES:
        renamed = measure(after)
        for actor, value in measure(before).items():
            assert renamed[new[actor]] == pytest.approx(value, nan_ok=True)


@given(LINKS)
def test_any_network_has_the_distances_and_cores_of_networkx(links):
    network = two_mode_of_pairs(links)
    cores = nx.core_number(network)
    assert both_sides(core_number, network) == cores
    everyone = network.number_of_nodes()
    for side in ("actors", "initiatives"):
        for node, value in closeness(network, of=side).items():
            distances = nx.single_source_shortest_path_length(network, node).values()
            own = sum(distance % 2 == 0 for distance in distances)
            least = len(distances) - own + 2 * (own - 1)
            assert value == pytest.approx(least / sum(distances) * (len(distances) - 1) / (everyone - 1))
