from __future__ import annotations

from itertools import product
from math import isnan

import networkx as nx
import pytest

from samverkansgraf.measures.betweenness import betweenness
from samverkansgraf.measures.centrality import closeness
from samverkansgraf.measures.centralization import (
    betweenness_centralization_two_mode,
    closeness_centralization_two_mode,
    degree_centralization_two_mode,
)
from samverkansgraf.network import nodes_of, two_mode_of_pairs

CELLS = list(product("abc", "123"))


def every_network():
    """Yield each of the two-mode networks of three actors and three initiatives in which all are connected."""
    for there in product([False, True], repeat=len(CELLS)):
        network = two_mode_of_pairs(cell for cell, is_there in zip(CELLS, there, strict=True) if is_there)
        if len(network) == 6 and nx.is_connected(network):
            yield network


@pytest.fixture(scope="module")
def all_networks():
    return list(every_network())


@pytest.mark.parametrize(
    ("centralization", "of_actor"),
    [
        (degree_centralization_two_mode, lambda network: {a: network.degree[a] for a in "abc"}),
        (closeness_centralization_two_mode, closeness),
    ],
)
def test_it_is_the_sum_of_differences_by_the_greatest_that_any_network_has(
    all_networks, centralization, of_actor
):
    sums = []
    for network in all_networks:
        values = of_actor(network)
        sums.append(sum(max(values.values()) - value for value in values.values()))
    for network, total in zip(all_networks, sums, strict=True):
        assert centralization(network) == pytest.approx(total / max(sums))


def test_betweenness_centralization_divides_by_the_actors_less_one(davis):
    values = betweenness(davis).values()
    expected = sum(max(values) - value for value in values) / (len(nodes_of(davis, "actors")) - 1)
    assert betweenness_centralization_two_mode(davis) == pytest.approx(expected)


def test_betweenness_centralization_is_1_where_one_actor_joins_all_initiatives():
    hub = two_mode_of_pairs([*(("hub", str(i)) for i in range(4)), *((f"a{i}", str(i)) for i in range(4))])
    assert betweenness_centralization_two_mode(hub) == pytest.approx(1)
    assert closeness_centralization_two_mode(hub) == pytest.approx(1)
    assert degree_centralization_two_mode(hub) == pytest.approx(1)


def test_none_is_defined_where_there_is_nothing_to_compare(broken):
    assert isnan(closeness_centralization_two_mode(broken))
    alone = two_mode_of_pairs([("a", "1")])
    for one in (
        degree_centralization_two_mode,
        closeness_centralization_two_mode,
        betweenness_centralization_two_mode,
    ):
        assert isnan(one(alone))
