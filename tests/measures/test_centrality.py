from __future__ import annotations

from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures.centrality import betweenness, closeness, degree, harmonic
from samverkansgraf.network import nodes_of, two_mode_of_pairs

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


def test_the_southern_women_have_the_published_centralities(davis):
    found = [
        {**measure(davis), **measure(davis, of="initiatives")} for measure in (degree, closeness, betweenness)
    ]
    for node, published in PUBLISHED.items():
        assert tuple(values[node] for values in found) == pytest.approx(published, abs=0.0051), node


def test_a_connected_network_has_the_values_of_networkx(davis):
    women = nodes_of(davis, "actors")
    for ours, theirs in {
        degree: nx.bipartite.degree_centrality,
        closeness: nx.bipartite.closeness_centrality,
        betweenness: nx.bipartite.betweenness_centrality,
    }.items():
        values = {**ours(davis), **ours(davis, of="initiatives")}
        assert values == pytest.approx(theirs(davis, women))


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


def test_betweenness_of_the_city_as_worked_by_hand(city):
    # U reaches the six others only through stad: 6. The six pairs of one of {P, Rädda Barnen, Ikea} with one of
    # {T, Polisen} go half through stad, half through Mimer: 3 each. The greatest possible for 5 and 3 is
    # 16: (4 = 1·3 + 1) (9·4 + 3·2·0 − 1·4)/2.
    assert betweenness(city) == pytest.approx(
        {"stad": 9 / 16, "Mimer": 3 / 16, "Polisen": 0, "Rädda Barnen": 0, "Ikea": 0}
    )


def test_harmonic_of_the_city_as_worked_by_hand(city):
    # Projection: Polisen is tied to stad and Mimer, two steps from Rädda Barnen and Ikea: (1 + 1 + ½ + ½)/4.
    # The others all share På lika villkor: Rädda Barnen (1 + 1 + 1 + ½)/4.
    assert harmonic(city) == pytest.approx(
        {"stad": 1, "Mimer": 1, "Polisen": 0.75, "Rädda Barnen": 0.875, "Ikea": 0.875}
    )
    # stad joins all three initiatives, so each is one step from the two others.
    assert harmonic(city, of="initiatives") == {"P": 1, "T": 1, "U": 1}


def test_closeness_is_within_the_component_and_scaled_by_its_share(broken):
    # Six nodes. a: in its component 1 at 1 and b at 2, the least there is; times (3 − 1)/(6 − 1).
    # c: 2 at 1; times 1/5. d: alone.
    assert closeness(broken) == pytest.approx({"a": 2 / 5, "b": 2 / 5, "c": 1 / 5, "d": 0})
    # Scaled by the whole network instead, as networkx does, closeness passes 1.
    assert nx.bipartite.closeness_centrality(broken, list("abcd"))["c"] > 1


def test_an_isolate_has_nothing_and_nothing_is_said_where_nothing_can_be(broken):
    assert (
        degree(broken)["d"]
        == closeness(broken)["d"]
        == betweenness(broken)["d"]
        == harmonic(broken)["d"]
        == 0
    )
    alone = two_mode_of_pairs([])
    alone.add_node("d", kind="actor", label="d", sector=None)
    for measure in (degree, closeness, betweenness, harmonic):
        assert isnan(measure(alone)["d"])
        assert measure(two_mode_of_pairs([])) == {}
        assert measure(alone, of="initiatives") == {}


def test_nobody_can_be_between_two_nodes_or_two_actors_of_one_initiative():
    assert isnan(betweenness(two_mode_of_pairs([("a", "1")]))["a"])
    assert isnan(betweenness(two_mode_of_pairs([("a", "1"), ("b", "1")]))["a"])
    assert betweenness(two_mode_of_pairs([("a", "1"), ("b", "1")]), of="initiatives") == {"1": 1}


LINKS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("12345")), max_size=20)


@given(LINKS)
def test_centralities_lie_between_0_and_1(links):
    network = two_mode_of_pairs(links)
    for measure in (degree, closeness, betweenness, harmonic):
        for side in ("actors", "initiatives"):
            values = measure(network, of=side).values()
            assert all(isnan(value) or 0 <= value <= 1 + 1e-12 for value in values)


@given(LINKS, st.randoms(use_true_random=False))
def test_order_and_duplicates_change_nothing(links, random):
    told_again = links + links
    random.shuffle(told_again)
    one, other = two_mode_of_pairs(links), two_mode_of_pairs(told_again)
    for measure in (degree, closeness, betweenness, harmonic):
        assert repr(measure(one)) == repr(measure(other))


@given(LINKS)
def test_nodes_added_in_another_order_give_the_same_bits(links):
    network = two_mode_of_pairs(links)
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from((b, a) for a, b in reversed(list(network.edges)))
    for measure in (degree, closeness, betweenness, harmonic):
        assert repr(measure(turned)) == repr(measure(network))
