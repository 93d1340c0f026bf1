from __future__ import annotations

from itertools import combinations, permutations
from math import isnan

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.mixing import assortativity_sector, ei_index, ei_index_test, mixing_matrix
from samverkansgraf.network import projection, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("12345")), max_size=25)
SECTORS = st.fixed_dictionaries(
    {name: st.sampled_from(["kommun", "stat", "ideell", None]) for name in "abcdefg"}
)


def with_sectors(network, sectors):
    for actor, sector in sectors.items():
        if actor in network:
            network.nodes[actor]["sector"] = sector
    return network


@pytest.fixture
def sectors(city):
    """Return the city with sectors: of eight ties stad–Mimer alone is within one, and Ikea's is unknown."""
    named = {"stad": "kommun", "Mimer": "kommun", "Polisen": "stat", "Rädda Barnen": "ideell", "Ikea": None}
    return with_sectors(city, named)


def test_mixing_of_the_city_as_worked_by_hand(sectors):
    # Ties without Ikea's three: stad–Mimer, stad and Mimer each with Polisen and Rädda Barnen. Six pairs of four actors,
    # five ties: each pair is expected to hold 5/6 of a tie.
    assert mixing_matrix(sectors).rows() == [
        ("ideell", "ideell", 0, 0, 0.0),
        ("ideell", "kommun", 2, 2, pytest.approx(10 / 6)),
        ("ideell", "stat", 0, 1, pytest.approx(5 / 6)),
        ("kommun", "kommun", 1, 1, pytest.approx(5 / 6)),
        ("kommun", "stat", 2, 2, pytest.approx(10 / 6)),
        ("stat", "stat", 0, 0, 0.0),
    ]


def test_the_test_of_the_city_as_worked_by_hand(sectors):
    test = ei_index_test(sectors, permutations=2000, seed=3)
    assert (test.observed, test.ties, test.left_out) == (3 / 5, 5, 3)
    # Of six pairs of actors one is within a sector: 1 − 2/6. The untied pair is Polisen–Rädda Barnen; the two of kommun
    # fall on it in one of six ways, else on a tie.
    assert test.expected == pytest.approx(4 / 6)
    assert test.p_within == pytest.approx(5 / 6, abs=0.03)
    assert test.p_between == 1
    assert test.p_value == 1
    assert (test.low, test.high) == (3 / 5, 1)
    # Within there can be 0 ties (five pairs lie between sectors) or 1: the index is at its least.
    assert test.rescaled == -1
    assert test.groups.rows() == [
        ("ideell", 1, 0, 2, 1.0),
        ("kommun", 2, 1, 4, 3 / 5),
        ("stat", 1, 0, 2, 1.0),
    ]


def test_the_p_of_all_permutations_is_met_by_sampled_ones(davis):
    women = sorted(node for node in davis if davis.nodes[node]["kind"] == "actor")[:7]
    network = davis.subgraph([*women, *(f"E{number}" for number in range(1, 8))]).copy()
    by = dict(zip(women, "AAABBBB", strict=True))
    ties = [(women.index(a), women.index(b)) for a, b in projection(network).edges()]
    all_ways = [
        sum((one in chosen) == (other in chosen) for one, other in ties)
        for chosen in combinations(range(7), 3)
    ]
    within = sum(by[women[one]] == by[women[other]] for one, other in ties)
    test = ei_index_test(network, by=by, permutations=5000)
    assert test.p_within == pytest.approx(np.mean(np.array(all_ways) >= within), abs=0.02)
    assert test.p_between == pytest.approx(np.mean(np.array(all_ways) <= within), abs=0.02)
    assert test.expected == pytest.approx(1 - 2 * np.mean(all_ways) / len(ties))


def test_groups_that_keep_to_themselves_are_found_to_do_so():
    links = [(f"{side}{number}", f"{side}{place}") for side in "ab" for number in range(6) for place in "xy"]
    network = two_mode_of_pairs(links)
    test = ei_index_test(network, by={actor: actor[0] for actor, _ in links})
    assert (test.observed, test.rescaled) == (-1, -1)
    assert test.p_value < 0.01  # 2 of 924 ways
    assert test.p_between == 1


def test_a_given_grouping_stands_in_for_sectors_and_who_is_not_in_it_is_unknown(sectors):
    # stad and Polisen in Bäckby, Mimer in Centrum: stad–Polisen within, stad–Mimer and Mimer–Polisen between.
    by = {"stad": "Bäckby", "Polisen": "Bäckby", "Mimer": "Centrum", "Ikea": None}
    assert ei_index(sectors, by=by) == pytest.approx(1 / 3)
    assert mixing_matrix(sectors, by=by)["ties"].to_list() == [1, 2, 0]
    assert ei_index_test(sectors, by=by).left_out == 5


def test_members_of_a_set_are_not_tied(sectors):
    sectors.nodes["P"]["is_set"] = True
    assert mixing_matrix(sectors)["ties"].sum() == 3  # stad, Mimer and Polisen in T


def test_without_ties_of_known_sectors_nothing_is_said(city):
    test = ei_index_test(city)
    assert all(map(isnan, (test.observed, test.expected, test.low, test.high, test.p_value, test.rescaled)))
    assert (test.ties, test.left_out, test.groups.height) == (0, 8, 0)
    assert isnan(ei_index(city))
    assert isnan(assortativity_sector(city))
    assert mixing_matrix(city).is_empty()
    lone = with_sectors(two_mode_of_pairs([("a", "1")]), {"a": "kommun"})
    assert mixing_matrix(lone).rows() == [("kommun", "kommun", 0, 0, None)]


def test_no_permutations_are_refused(city):
    with pytest.raises(UsageError, match="give 1 or more"):
        ei_index_test(city, permutations=0)


def test_one_seed_gives_the_same_test_and_another_the_same_observation(sectors):
    first, again, other = (ei_index_test(sectors, permutations=50, seed=seed) for seed in (1, 1, 2))
    assert first.p_within == again.p_within
    assert (first.observed, first.expected) == (other.observed, other.expected)


def test_assortativity_where_all_ties_are_within_one_sector_is_not_defined():
    network = with_sectors(two_mode_of_pairs([("a", "1"), ("b", "1")]), {"a": "kommun", "b": "kommun"})
    assert isnan(assortativity_sector(network))


def test_assortativity_of_the_city_as_worked_by_hand(sectors):
    # Ten tie ends: kommun 6, ideell 2, stat 2: Σa² = 0.44. One of five ties within: (0.2 − 0.44)/0.56.
    assert assortativity_sector(sectors) == pytest.approx((0.2 - 0.44) / 0.56)


@given(LINKS, SECTORS)
def test_assortativity_equals_networkx_on_the_actors_of_known_sector(links, sectors):
    network = with_sectors(two_mode_of_pairs(links), sectors)
    actors = projection(network)
    known = actors.subgraph([node for node in actors if actors.nodes[node]["sector"]])
    value = assortativity_sector(network)
    ends = {known.nodes[node]["sector"] for tie in known.edges() for node in tie}
    if len(ends) < 2:
        assert isnan(value)
    else:
        assert value == pytest.approx(nx.attribute_assortativity_coefficient(known, "sector"))


@given(LINKS, SECTORS)
def test_mixing_counts_each_tie_of_known_sectors_once_and_agrees_with_the_index(links, sectors):
    network = with_sectors(two_mode_of_pairs(links), sectors)
    actors = projection(network)
    of = {node: actors.nodes[node]["sector"] for node in actors}
    known = [tie for tie in actors.edges() if of[tie[0]] and of[tie[1]]]
    frame = mixing_matrix(network)
    assert {(a, b): ties for a, b, ties, _, _ in frame.rows() if ties} == {
        pair: sum(tuple(sorted((of[a], of[b]))) == pair for a, b in known)
        for pair in {tuple(sorted((of[a], of[b]))) for a, b in known}
    }
    test = ei_index_test(network, permutations=1)
    assert test.ties == frame["ties"].sum() == len(known)
    assert test.left_out == actors.number_of_edges() - len(known)
    assert ei_index(network) == pytest.approx(test.observed, nan_ok=True)
    if known and frame["expected"].null_count() == 0:
        assert frame["expected"].sum() == pytest.approx(len(known))


@given(LINKS, SECTORS, st.sampled_from(list(permutations("abc"))))
def test_other_names_give_the_same_mixing(links, sectors, names):
    new = {**{name: name for name in "defg"}, **dict(zip("abc", names, strict=True))}
    before = with_sectors(two_mode_of_pairs(links), sectors)
    after = with_sectors(
        two_mode_of_pairs((new[a], i) for a, i in links), {new[a]: sector for a, sector in sectors.items()}
    )
    assert mixing_matrix(after).equals(mixing_matrix(before))
    assert assortativity_sector(after) == pytest.approx(assortativity_sector(before), nan_ok=True)
