from __future__ import annotations

from itertools import combinations
from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures import redundancy as module
from samverkansgraf.measures.redundancy import redundancy
from samverkansgraf.network import nodes_of, two_mode_of_pairs


def test_redundancy_of_the_city_as_worked_by_hand(city):
    # stad: of P–T, P–U, T–U only P and T have another actor (Mimer) in common. Mimer: P–T have stad.
    found = redundancy(city)
    assert found["stad"] == pytest.approx(1 / 3)
    assert found["Mimer"] == 1
    assert isnan(found["Polisen"])
    # P: of six pairs stad–Mimer meet elsewhere; T: of three pairs the same one; U has a single actor.
    found = redundancy(city, of="initiatives")
    assert (found["P"], found["T"]) == pytest.approx((1 / 6, 1 / 3))
    assert isnan(found["U"])


@pytest.mark.parametrize("side", ["actors", "initiatives"])
def test_redundancy_equals_networkx_on_the_southern_women(davis, side):
    assert redundancy(davis, of=side) == pytest.approx(
        nx.bipartite.node_redundancy(davis, nodes_of(davis, side))
    )


def test_a_star_has_none_and_a_complete_network_all():
    star = two_mode_of_pairs([("a", "1"), ("a", "2"), ("a", "3")])
    assert redundancy(star) == {"a": 0}
    complete = two_mode_of_pairs((actor, initiative) for actor in "abc" for initiative in "1234")
    assert set(redundancy(complete).values()) == {1}


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("12345")), max_size=25),
    st.sampled_from([1, 7, 10**7]),
)
def test_redundancy_is_the_definition_however_few_meetings_are_held_at_once(links, at_once):
    network = two_mode_of_pairs(links)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MEETINGS_AT_ONCE", at_once)
        found = redundancy(network)
    for actor, value in found.items():
        pairs = list(combinations(network[actor], 2))
        elsewhere = sum(any(other != actor for other in set(network[a]) & set(network[b])) for a, b in pairs)
        assert value == pytest.approx(elsewhere / len(pairs) if pairs else float("nan"), nan_ok=True)


def test_three_thousand_actors_in_one_initiative_are_no_obstacle():
    network = two_mode_of_pairs(
        [(f"a{number}", "everyone") for number in range(3_000)] + [("a0", "1"), ("a1", "1")]
    )
    found = redundancy(network, of="initiatives")
    # Of the 4,498,500 pairs only a0 and a1 meet elsewhere.
    assert found == {"1": 1, "everyone": pytest.approx(1 / 4_498_500)}
