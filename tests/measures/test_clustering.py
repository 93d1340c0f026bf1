from __future__ import annotations

from itertools import permutations
from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures.clustering import latapy, opsahl, robins_alexander
from samverkansgraf.network import nodes_of, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("123456")), max_size=30)
MEASURES = [robins_alexander, latapy, opsahl]


def opsahl_by_definition(network):
    """Go along every path of four edges between actors and see whether its ends meet elsewhere."""
    paths = closed = 0
    for first, middle, last in permutations(nodes_of(network, "actors"), 3):
        for one in set(network[first]) & set(network[middle]):
            for other in set(network[middle]) & set(network[last]) - {one}:
                paths += 1
                closed += bool(set(network[first]) & set(network[last]) - {one, other})
    return closed / paths if paths else float("nan")


def test_the_southern_women_have_the_published_two_mode_clustering(davis):
    # Opsahl's own page on tnet: clustering_tm(Davis.Southern.women.2mode) is 0.7718968.
    assert opsahl(davis) == pytest.approx(0.7718968, abs=5e-8)
    assert opsahl(davis) == pytest.approx(13942 / 18062)  # what its code counts, both ways along each path
    assert robins_alexander(davis) == pytest.approx(0.46776, abs=5e-6)


def test_latapys_clustering_of_the_southern_women_is_networkxs_dot_variant_of_the_women(davis):
    women = nodes_of(davis, "actors")
    assert latapy(davis) == pytest.approx(nx.bipartite.average_clustering(davis, women, mode="dot"))
    assert latapy(davis) != pytest.approx(nx.bipartite.average_clustering(davis, women, mode="min"))
    assert latapy(davis) != pytest.approx(nx.bipartite.average_clustering(davis, mode="dot"))


def test_latapy_of_the_city_as_worked_by_hand(city):
    # Shared over either, P = {stad, Mimer, Rädda Barnen, Ikea}, T = {stad, Mimer, Polisen}, U = {stad}:
    # stad: Mimer 2/3, Rädda Barnen 1/3, Ikea 1/3, Polisen 1/3: 5/12. Mimer: 2/3, 1/2, 1/2, 1/2: 13/24.
    # Rädda Barnen and Ikea: 1/3, 1/2, 1: 11/18 each. Polisen: 1/3, 1/2: 5/12.
    assert latapy(city) == pytest.approx((5 / 12 + 13 / 24 + 2 * 11 / 18 + 5 / 12) / 5)


def test_opsahl_of_the_city_as_worked_by_hand(city):
    # Middle stad or Mimer, one end in P and the other in T: P gives 3 other actors, T gives 2: 6 pairs less the
    # one that is the same actor: 5 paths for each middle, none of whose ends meet outside P and T.
    assert opsahl(city) == 0
    # A third place for Rädda Barnen and Polisen closes their path over stad and over Mimer. New paths over P and N,
    # middle Rädda Barnen: stad, Mimer, Ikea to Polisen; over T and N, middle Polisen: stad, Mimer to Rädda Barnen. Of these
    # stad and Mimer meet Polisen in T, and Rädda Barnen in P, outside the path: 4 closed.
    city.add_node("N", kind="initiative", label="N", sector=None, is_set=False)
    city.add_edges_from([("Rädda Barnen", "N"), ("Polisen", "N")])
    assert opsahl(city) == pytest.approx((2 + 4) / (10 + 5))


def test_three_who_meet_two_and_two_are_wholly_clustered_and_a_chain_not_at_all():
    triangle = two_mode_of_pairs([("a", "1"), ("b", "1"), ("b", "2"), ("c", "2"), ("c", "3"), ("a", "3")])
    assert opsahl(triangle) == 1
    assert robins_alexander(triangle) == 0
    triangle.remove_edge("a", "3")
    assert opsahl(triangle) == 0


def test_a_single_meeting_of_all_is_not_clustering_but_likeness():
    network = two_mode_of_pairs((who, "1") for who in "abcd")
    assert isnan(opsahl(network))
    assert isnan(robins_alexander(network))
    assert latapy(network) == 1


def test_a_complete_two_mode_network_is_wholly_clustered():
    network = two_mode_of_pairs((who, what) for who in "abcd" for what in "123")
    assert [measure(network) for measure in MEASURES] == [1, 1, 1]


def test_an_actor_who_meets_nobody_counts_as_nought_in_latapy_as_in_networkx():
    network = two_mode_of_pairs([("a", "1"), ("b", "1"), ("c", "2")])
    assert latapy(network) == pytest.approx(2 / 3)
    assert latapy(network) == pytest.approx(nx.bipartite.average_clustering(network, ["a", "b", "c"]))


@pytest.mark.parametrize("measure", MEASURES)
def test_clustering_is_not_defined_where_nobody_meets(measure):
    assert isnan(measure(two_mode_of_pairs([])))
    assert isnan(measure(two_mode_of_pairs([("a", "1"), ("b", "2")])))


def test_members_of_a_set_meet_in_two_mode_clustering(city):
    before = [measure(city) for measure in MEASURES]
    city.nodes["P"]["is_set"] = True
    assert [measure(city) for measure in MEASURES] == before


def test_three_thousand_in_one_initiative_are_measured_without_a_projection_in_memory():
    network = two_mode_of_pairs([*((f"a{number}", "1") for number in range(3000)), ("a0", "2"), ("b", "2")])
    # Paths of three edges: a – 1 – a0 – 2 and 1 – a0 – 2 – b, none closed. Those of four: each a to b.
    assert robins_alexander(network) == 0
    assert opsahl(network) == 0
    # a0 is half like the others and b, they are 1 like each other and b half like a0.
    assert latapy(network) == pytest.approx((2999 * (2998 + 0.5) / 2999 + 0.5 + 0.5) / 3001)


@given(LINKS)
def test_clustering_equals_its_definition(links):
    network = two_mode_of_pairs(links)
    actors = nodes_of(network, "actors")
    assert opsahl(network) == pytest.approx(opsahl_by_definition(network), nan_ok=True)
    if not isnan(robins_alexander(network)):
        assert robins_alexander(network) == pytest.approx(nx.bipartite.robins_alexander_clustering(network))
    if not isnan(latapy(network)):
        assert latapy(network) == pytest.approx(nx.bipartite.average_clustering(network, actors))


@given(LINKS, st.sampled_from(list(permutations("abcd"))))
def test_clustering_does_not_depend_on_names_or_order(links, names):
    new = {**{name: name for name in "efg"}, **dict(zip("abcd", names, strict=True))}
    renamed = two_mode_of_pairs((new[actor], initiative) for actor, initiative in reversed(links))
    for measure in MEASURES:
        assert measure(renamed) == pytest.approx(measure(two_mode_of_pairs(links)), nan_ok=True)


@given(LINKS)
def test_two_networks_side_by_side_cluster_as_one(links):
    twice = two_mode_of_pairs(
        [*links, *((actor.upper(), f"{initiative}'") for actor, initiative in links)],
    )
    for measure in MEASURES:
        assert measure(twice) == pytest.approx(measure(two_mode_of_pairs(links)), nan_ok=True)
