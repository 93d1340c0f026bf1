from __future__ import annotations

import random
from math import isnan

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.communities import Communities, communities
from samverkansgraf.network import projection, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("123456")), max_size=30)


def parts(found):
    """Return the groups as sets of actors, by number."""
    groups: dict[int, set[str]] = {}
    for actor, group in found.members.select("actor", "group").iter_rows():
        groups.setdefault(group, set()).add(actor)
    return groups


@pytest.fixture(scope="module")
def noise():
    """Return a network without communities, so that runs disagree."""
    chance = np.random.default_rng(0)
    return two_mode_of_pairs((f"a{chance.integers(80)}", f"i{chance.integers(50)}") for _ in range(220))


def test_two_circles_with_a_bridge_are_two_communities_whatever_the_run():
    circles = [
        (f"{side}{number}", f"{side}{place}") for side in "ab" for number in range(4) for place in "xy"
    ]
    found = communities(two_mode_of_pairs([*circles, ("a0", "bridge"), ("b0", "bridge"), ("c", "alone")]))
    assert parts(found) == {1: {"a0", "a1", "a2", "a3"}, 2: {"b0", "b1", "b2", "b3"}, 3: {"c"}}
    assert found.members["share"].to_list() == [1.0] * 9
    assert found.ambiguous.is_empty()
    assert (found.groups, found.isolates, found.groups_low, found.groups_high) == (2, 1, 2, 2)
    assert (found.agreement, found.agreement_low, found.agreement_high) == (1, 1, 1)
    # Weights: six ties of 2 in each circle, 12, and one of 1 between: 24/25 − 2 · (25/50)².
    assert found.modularity == pytest.approx(24 / 25 - 1 / 2)


@pytest.mark.parametrize("weight", ["shared", "newman", "jaccard"])
@pytest.mark.parametrize("resolution", [0.7, 1.0, 1.5])
def test_the_modularity_is_networkxs_with_weights_and_resolution(davis, weight, resolution):
    found = communities(davis, runs=5, weight=weight, resolution=resolution)
    weighted = projection(davis, weight=weight)
    groups = list(parts(found).values())
    theirs = nx.community.modularity(weighted, groups, weight="weight", resolution=resolution)
    assert found.modularity == pytest.approx(theirs)
    unweighted = nx.community.modularity(weighted, groups, weight=None, resolution=resolution)
    assert len(groups) == 1 or found.modularity != pytest.approx(unweighted)


def test_the_southern_women_fall_into_the_two_circles_of_the_literature(davis):
    # Freeman (2003, Finding social groups) sums up 21 analyses: women 1–9 and 10–18, in Davis's own order. By weighted
    # ties Ruth, Verne and Pearl, who are on the border there, may fall on either side.
    first = {"Evelyn Jefferson", "Laura Mandeville", "Theresa Anderson", "Brenda Rogers", "Charlotte McDowd"}
    first |= {"Frances Anderson", "Eleanor Nye"}
    second = {"Myra Liddel", "Katherina Rogers", "Sylvia Avondale", "Nora Fayette", "Helen Lloyd"}
    second |= {"Dorothy Murchison", "Olivia Carleton", "Flora Price"}
    found = communities(davis)
    groups = parts(found)
    assert len(groups) == 2
    assert any(first <= group for group in groups.values())
    assert any(second <= group for group in groups.values())


def test_where_runs_disagree_it_is_said_of_whom_and_how_much(noise):
    found = communities(noise, seed=5)
    assert found.agreement_low <= found.agreement <= found.agreement_high <= 1
    assert found.agreement < 0.95
    assert found.modularity_low < found.modularity_high
    assert found.groups_low <= found.groups_high
    assert found.members["share"].min() < 1
    assert found.members["share"].is_between(0, 1).all()
    assert not found.ambiguous.is_empty()
    assert found.ambiguous["together"].is_between(0.05, 0.95, closed="none").all()
    assert all(
        projection(noise).has_edge(a, b) for a, b in found.ambiguous.select("actor_a", "actor_b").rows()
    )


def test_the_adjusted_rand_index_is_hubert_and_arabies():
    # Of 15 pairs 2 are together in both, 3 in the first, 4 in the second: (2 − 12/15)/((3 + 4)/2 − 12/15).
    index = igraph.compare_communities([0, 0, 1, 1, 2, 2], [0, 0, 1, 2, 2, 2], method="adjusted_rand")
    assert index == pytest.approx((2 - 12 / 15) / (7 / 2 - 12 / 15))


def test_one_seed_gives_the_same_and_igraphs_own_chance_is_given_back(noise):
    random.seed(4)
    wanted = random.random()
    first = communities(noise, runs=10, seed=2)
    random.seed(4)
    again = communities(noise, runs=10, seed=2)
    assert random.random() == wanted
    assert first.members.equals(again.members)
    assert first.ambiguous.equals(again.ambiguous)
    assert first.summary.equals(again.summary)
    random.seed(9)
    tree = igraph.Graph.Barabasi(30)
    random.seed(9)
    assert igraph.Graph.Barabasi(30).get_edgelist() == tree.get_edgelist()


def test_nobody_and_nobody_tied_are_groups_without_modularity():
    empty = communities(two_mode_of_pairs([]))
    assert empty.members.is_empty()
    assert empty.groups == empty.isolates == 0
    untied = communities(two_mode_of_pairs([("a", "1"), ("b", "2")]))
    assert parts(untied) == {1: {"a"}, 2: {"b"}}
    assert (untied.groups, untied.isolates) == (0, 2)
    assert isnan(untied.modularity)
    assert isnan(untied.agreement)
    assert untied.summary["modularity"].null_count() == 1


def test_one_run_agrees_with_no_other(davis):
    found = communities(davis, runs=1)
    assert isnan(found.agreement)
    assert found.modularity == found.modularity_low == found.modularity_high


def test_members_of_a_set_are_no_community():
    network = two_mode_of_pairs((who, "grupper") for who in "abc")
    network.nodes["grupper"]["is_set"] = True
    assert communities(network, runs=3).isolates == 3


def test_labels_are_shown_and_actors_told_apart_by_their_own_names():
    network = two_mode_of_pairs([("urn:1", "x"), ("urn:2", "x")])
    network.nodes["urn:1"]["label"] = network.nodes["urn:2"]["label"] = "Verdandi"
    assert communities(network, runs=2).members.select("actor", "label").rows() == [
        ("urn:1", "Verdandi"),
        ("urn:2", "Verdandi"),
    ]


def test_no_runs_and_no_resolution_are_refused(city):
    with pytest.raises(UsageError, match="give 1 or more"):
        communities(city, runs=0)
    for resolution in (0, -1, float("nan")):
        with pytest.raises(UsageError, match="above 0"):
            communities(city, resolution=resolution)


@settings(max_examples=25, deadline=None)
@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_in_which_nodes_and_edges_came_changes_nothing(links, chance):
    network = two_mode_of_pairs(links)
    nodes, edges = list(network.nodes(data=True)), list(network.edges())
    chance.shuffle(nodes)
    chance.shuffle(edges)
    other = nx.Graph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    one, two = communities(network, runs=5), communities(other, runs=5)
    assert isinstance(one, Communities)
    assert one.members.equals(two.members)
    assert one.summary.equals(two.summary)


@settings(max_examples=25, deadline=None)
@given(LINKS)
def test_groups_never_join_what_is_not_connected_and_isolates_are_alone(links):
    network = two_mode_of_pairs(links)
    ties = projection(network)
    found = communities(network, runs=5)
    assert found.members.height == ties.number_of_nodes()
    for group in parts(found).values():
        assert nx.is_connected(ties.subgraph(group))
    assert found.groups + found.isolates == len(parts(found))
