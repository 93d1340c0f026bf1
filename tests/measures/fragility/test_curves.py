"""Removal curves: a star, a complete network and a city worked by hand, and networks made by chance."""

from __future__ import annotations

from itertools import pairwise, permutations
from math import comb

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.fragility import ORDERS, removal_curve
from samverkansgraf.measures.fragility.reach import Links, left_after_each
from samverkansgraf.network import incidence, projection, two_mode_of_pairs

SHARES = ["largest_share", "reaching_share", "initiatives_share"]
NETWORKS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("123456")), min_size=1, max_size=14
).map(two_mode_of_pairs)


def star(leaves):
    """Return a hub that shares one initiative with each leaf, and nothing else."""
    return two_mode_of_pairs(
        pair for leaf in range(leaves) for pair in (("hub", f"i{leaf}"), (f"leaf{leaf}", f"i{leaf}"))
    )


def complete(actors):
    return two_mode_of_pairs((f"a{number:02}", "all") for number in range(actors))


def test_a_city_by_hand(city):
    # Of 5 actors stad takes part in P, T, U; without it P holds Mimer, Rädda Barnen, Ikea and T holds Mimer, Polisen:
    # still all 4, of 5; U has nobody. Then Mimer (2): P holds 2, Polisen is alone: 1 pair of 10.
    # Then Ikea, Polisen, Rädda Barnen have one each: by name.
    curve = removal_curve(city, "degree")
    assert curve["actor"].to_list() == [None, "stad", "Mimer", "Ikea", "Polisen", "Rädda Barnen"]
    assert curve["largest_share"].to_list() == [1, 0.8, 0.4, 0.2, 0.2, 0]
    assert curve["reaching_share"].to_list() == [1, 0.6, 0.1, 0, 0, 0]
    assert curve["initiatives_share"].to_list() == pytest.approx([1, 2 / 3, 2 / 3, 2 / 3, 1 / 3, 0])


@pytest.mark.parametrize("leaves", [4, 6])
def test_chance_on_a_star_is_its_expectation(leaves):
    # After k of n leave, the hub is among those n − k who stay with chance (n − k)/n, and then all of them hold together;
    # else each is alone, and nobody reaches anybody. An initiative is empty if both its actors have left.
    n = leaves + 1
    curve = removal_curve(star(leaves), "random")
    for k, row in enumerate(curve.iter_rows(named=True)):
        hub = (n - k) / n
        assert row["largest_share"] == pytest.approx((hub * (n - k) + (1 - hub) * (k < n)) / n)
        assert row["reaching_share"] == pytest.approx(hub * comb(n - k, 2) / comb(n, 2))
        assert row["initiatives_share"] == pytest.approx(1 - comb(n - 2, k - 2) / comb(n, k) if k > 1 else 1)
    assert curve["draws"].null_count() == curve.height  # nothing was drawn


@pytest.mark.parametrize("actors", [5, 20])
def test_on_a_complete_network_chance_has_nothing_to_say(actors):
    curve = removal_curve(complete(actors), "random", draws=7)
    for k, row in enumerate(curve.iter_rows(named=True)):
        assert row["largest_share"] == row["largest_share_low"] == row["largest_share_high"]
        assert row["largest_share"] == pytest.approx((actors - k) / actors)
        assert row["reaching_share"] == pytest.approx(comb(actors - k, 2) / comb(actors, 2))


def test_draws_come_near_the_expectation_and_are_repeated_by_their_seed():
    network, n, k = star(30), 31, 3
    curve = removal_curve(network, "random", draws=2_000, seed=3)
    hub = (n - k) / n
    assert curve["largest_share"][k] == pytest.approx((hub * (n - k) + 1 - hub) / n, abs=0.02)
    assert curve.equals(removal_curve(network, "random", draws=2_000, seed=3))
    assert not curve.equals(removal_curve(network, "random", draws=2_000, seed=4))


def test_whether_weights_are_recomputed_matters():
    # Partners at the start: a has b, c, d; b has a, c, d, e; c has a, b; d has a, b; e has b, f; f has e.
    # At the start: b 4, a 3, c 2, ... Without b: a has c and d, e has f, so a is next, then c, d alone, e 1: e before c.
    network = two_mode_of_pairs(
        [("a", "1"), ("b", "1"), ("c", "1"), ("a", "2"), ("b", "2"), ("d", "2"), ("b", "3"), ("e", "3"), ("e", "4"), ("f", "4")]
    )  # fmt: skip
    again = removal_curve(network, "partners")["actor"].to_list()
    once = removal_curve(network, "partners", recomputed=False)["actor"].to_list()
    assert again[1:4] == ["b", "a", "e"]
    assert once[1:4] == ["b", "a", "c"]


def test_a_set_of_bodies_holds_nobody_together():
    network = two_mode_of_pairs([("a", "set"), ("b", "set")])
    network.nodes["set"]["is_set"] = True
    curve = removal_curve(network, "degree")
    assert curve["largest_share"].to_list() == [0.5, 0.5, 0]
    assert curve["initiatives_share"].to_list() == [1, 1, 0]


def test_nobody_and_one_alone_have_no_pairs():
    assert removal_curve(two_mode_of_pairs([]), "random").select(SHARES).row(0) == (None, None, None)
    assert removal_curve(two_mode_of_pairs([("a", "1")]), "betweenness")["reaching_share"].to_list() == [
        None,
        None,
    ]


def test_errors_name_a_remedy():
    with pytest.raises(UsageError, match="did you mean 'degree'"):
        removal_curve(complete(2), "degre")
    with pytest.raises(UsageError, match="0 draws"):
        removal_curve(complete(2), "random", draws=0)


@settings(max_examples=40, deadline=None)
@given(NETWORKS, st.sampled_from(ORDERS), st.booleans())
def test_nothing_grows_when_actors_leave(network, order, recomputed):
    curve = removal_curve(network, order, recomputed=recomputed)
    for name in SHARES:
        values = [value for value in curve[name] if value is not None]
        assert all(later <= earlier + 1e-12 for earlier, later in pairwise(values))


@settings(max_examples=25, deadline=None)
@given(NETWORKS, st.randoms(use_true_random=False))
def test_what_is_left_is_what_networkx_counts(network, chance):
    arrays = incidence(network)
    order = list(range(len(arrays.actors)))
    chance.shuffle(order)
    for gone, left in enumerate(left_after_each(Links.of(arrays), order)):
        rest = network.copy()
        rest.remove_nodes_from(arrays.actors[row] for row in order[:gone])
        sizes = [len(part) for part in nx.connected_components(projection(rest))]
        assert left.largest == max(sizes, default=0)
        assert left.pairs == sum(comb(size, 2) for size in sizes)
        assert left.initiatives == sum(bool(rest[node]) for node in arrays.initiatives)


def test_every_set_is_every_order():
    # The mean over all 24 orders of four actors equals that over all sets of leavers.
    network = two_mode_of_pairs([("a", "1"), ("b", "1"), ("b", "2"), ("c", "2"), ("d", "3")])
    links = Links.of(incidence(network))
    runs = [left_after_each(links, order) for order in permutations(range(4))]
    curve = removal_curve(network, "random")
    for step in range(5):
        mean = sum(run[step].largest for run in runs) / len(runs) / 4
        assert curve["largest_share"][step] == pytest.approx(mean)
