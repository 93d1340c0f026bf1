"""Conditional uniform tests against every network of four nodes."""

from __future__ import annotations

from itertools import combinations, product
from math import isnan, nan

import networkx as nx
import numpy as np
import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.comparison import conditional_uniform, ties_beside_chance

NODES = "abcd"
PAIRS = list(combinations(NODES, 2))
SAMPLES = 4000
#: Five standard errors of a share at most.
CLOSE = 5 * 0.5 / SAMPLES**0.5


def graph(ties, kind=nx.Graph):
    made = kind()
    made.add_nodes_from(NODES)
    made.add_edges_from(ties)
    return made


PAW = graph([("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")])


def every(given, ties):
    """Return all networks of four nodes, or those with so many ties."""
    counts = range(7) if given == "size" else [ties]
    return [graph(chosen) for count in counts for chosen in combinations(PAIRS, count)]


def variance_of_degrees(network):
    return float(np.var([degree for _, degree in network.degree()]))


@pytest.mark.parametrize("given", ["size", "ties"])
@pytest.mark.parametrize("statistic", [nx.transitivity, variance_of_degrees])
def test_shares_are_those_of_every_network_of_four_nodes(given, statistic):
    values = np.array([statistic(one) for one in every(given, 4)])
    assert len(values) == {"size": 64, "ties": 15}[given]
    value = statistic(PAW)
    found = conditional_uniform(PAW, statistic, given=given, samples=SAMPLES, seed=2)
    assert found.value == value
    assert found.p_greater == pytest.approx(np.mean(values >= value - 1e-9), abs=CLOSE)
    assert found.p_less == pytest.approx(np.mean(values <= value + 1e-9), abs=CLOSE)
    assert found.mean == pytest.approx(values.mean(), abs=5 * values.std() / SAMPLES**0.5)
    assert found.sd == pytest.approx(values.std(), rel=0.1)


def test_given_its_ties_the_paw_has_a_share_worked_by_hand():
    # Four of six ties are missing two: disjoint two leave a ring (3 ways), adjacent two a paw (12 ways of 15), whose
    # transitivity is 3/5; the ring's is 0.
    found = conditional_uniform(PAW, nx.transitivity, samples=SAMPLES)
    assert found.value == pytest.approx(0.6)
    assert found.p_greater == pytest.approx(12 / 15, abs=CLOSE)
    assert found.p_less == 1


def test_given_its_dyads_the_directed_networks_are_those_with_as_many_of_each():
    # a ↔ b, a → c, nothing else: on six pairs one mutual and one of the other five one-way, either way about: 60 networks.
    one = graph([("a", "b"), ("b", "a"), ("a", "c")], nx.DiGraph)

    def greatest_out(network):
        return float(max(degree for _, degree in network.out_degree()))

    values = []
    for mutual in PAIRS:
        for pair, turned in product(PAIRS, (False, True)):
            if pair != mutual:
                arc = pair[::-1] if turned else pair
                values.append(greatest_out(graph([mutual, mutual[::-1], arc], nx.DiGraph)))
    assert len(values) == 60
    found = conditional_uniform(one, greatest_out, given="dyads", samples=SAMPLES)
    assert found.value == 2
    assert found.p_greater == pytest.approx(np.mean(np.array(values) >= 2), abs=CLOSE)


@pytest.mark.parametrize("given", ["size", "ties", "dyads"])
def test_drawn_networks_keep_what_is_given_and_the_nodes(given):
    one = graph([("a", "b"), ("b", "a"), ("a", "c"), ("d", "c")], nx.DiGraph)
    seen = []

    def looked_at(network):
        seen.append(network)
        return float(network.number_of_edges())

    conditional_uniform(one, looked_at, given=given, samples=50)
    assert all(sorted(network) == list(NODES) and not any(nx.selfloop_edges(network)) for network in seen)
    if given != "size":
        assert {network.number_of_edges() for network in seen} == {4}
    if given == "dyads":
        assert {sum(network.has_edge(b, a) for a, b in network.edges()) for network in seen} == {2}


def test_draws_that_are_all_alike_have_no_z_and_undefined_ones_do_not_count():
    full = conditional_uniform(graph(PAIRS), nx.transitivity, samples=9)
    assert (full.sd, full.p_greater, full.p_less) == (0, 1, 1)
    assert isnan(full.z)

    def only_of_the_paw(network):
        return 1.0 if nx.utils.graphs_equal(network, PAW) else nan

    none = conditional_uniform(PAW, only_of_the_paw, given="size", samples=3)
    assert none.defined == 0
    assert isnan(none.p_greater)


def test_the_same_seed_gives_the_same_test():
    once, again, other = (
        conditional_uniform(PAW, nx.transitivity, given="size", samples=20, seed=seed) for seed in (1, 1, 2)
    )
    assert once == again
    assert once.mean != other.mean


@pytest.mark.parametrize(
    ("network", "how", "words"),
    [
        (PAW, {"given": "tie"}, "did you mean 'ties'"),
        (PAW, {"given": "dyads"}, "no direction"),
        (nx.MultiGraph(), {}, "side by side"),
        (nx.empty_graph(5001), {}, "5,001 nodes"),
        (PAW, {"samples": 0}, "0 samples"),
    ],
)
def test_what_cannot_be_tested_is_refused(network, how, words):
    with pytest.raises(UsageError, match=words):
        conditional_uniform(network, len, **how)


def test_the_table_has_three_statistics_under_two_conditions(city):
    table = ties_beside_chance(city, samples=20, seed=3)
    assert table.select("statistic", "given").rows() == [
        (statistic, given)
        for statistic in ("transitivity", "degree_centralization", "components")
        for given in ("size", "ties")
    ]
    # Of five actors, stad and Mimer meet all four others, Rädda Barnen and Ikea three, Polisen two.
    value = dict(table.select("statistic", "value").rows())
    assert value["degree_centralization"] == pytest.approx((0 + 0 + 1 + 1 + 2) / (4 * 3))
    assert value["components"] == 1
    assert "triangles" in table["reason"][0]
    assert set(table["seed"]) == {3}


def test_the_table_of_one_actor_has_reasons():
    from samverkansgraf.network import two_mode_of_pairs

    table = ties_beside_chance(two_mode_of_pairs([("stad", "råd")]), samples=5)
    assert table["value"].to_list()[2:] == [None, None, 1, 1]
    assert all(row["reason"] for row in table.rows(named=True) if row["z"] is None)
