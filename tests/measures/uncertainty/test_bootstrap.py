from __future__ import annotations

from collections import Counter
from math import nan

import networkx as nx
import numpy as np
import pytest

from samverkansgraf.measures.uncertainty import percentile_interval, resamples
from samverkansgraf.network import nodes_of, two_mode_of_pairs

PAIRS = [("a", "x"), ("b", "x"), ("b", "y"), ("c", "z"), ("d", "z"), ("a", "z")]


def drawn(network, **how):
    return [sorted(one.edges()) for one in resamples(network, **how)]


def test_each_draw_has_as_many_initiatives_copies_counted():
    for network in resamples(two_mode_of_pairs(PAIRS), draws=20):
        assert len(nodes_of(network, "initiatives")) == 3


def test_a_copy_has_the_actors_and_the_label_of_its_original():
    network = two_mode_of_pairs(PAIRS)
    for one in resamples(network, draws=20):
        for initiative in nodes_of(one, "initiatives"):
            original = initiative.partition("\x1f")[0]
            assert set(one[initiative]) == set(network[original])
            assert one.nodes[initiative] == network.nodes[original]


def test_only_actors_of_drawn_initiatives_and_marked_ones_are_there():
    for network in resamples(two_mode_of_pairs(PAIRS), draws=20, marked={"c"}):
        assert all(network[actor] for actor in nodes_of(network, "actors") if actor != "c")
        assert "c" in network


def test_initiatives_are_drawn_evenly_and_independently():
    # Of two initiatives: x twice 1/4, both 1/2, y twice 1/4.
    network = two_mode_of_pairs([("a", "x"), ("a", "y")])
    counts = Counter(
        tuple(node.partition("\x1f")[0] for node in nodes_of(one, "initiatives"))
        for one in resamples(network, draws=2000)
    )
    assert counts[("x", "y")] == pytest.approx(1000, abs=90)
    assert counts[("x", "x")] == pytest.approx(500, abs=90)


def test_the_order_of_nodes_and_edges_does_not_matter_but_the_seed_does():
    network = two_mode_of_pairs(PAIRS)
    other = nx.Graph()
    other.add_nodes_from(reversed(list(network.nodes(data=True))))
    other.add_edges_from(reversed(list(network.edges())))
    assert drawn(network, draws=10) == drawn(other, draws=10)
    assert drawn(network, draws=10) != drawn(network, draws=10, seed=2)


def test_drawing_leaves_the_network_as_it_was():
    network = two_mode_of_pairs(PAIRS)
    before = nx.to_dict_of_dicts(network)
    list(resamples(network, draws=5))
    assert nx.to_dict_of_dicts(network) == before


def test_nothing_can_be_drawn_from_nothing():
    assert list(resamples(two_mode_of_pairs([]), draws=5)) == []


def test_the_interval_holds_95_of_100_defined_values():
    values = [float(value) for value in range(1000)]
    assert percentile_interval([*values, nan, nan]) == pytest.approx(np.quantile(values, (0.025, 0.975)))
    assert percentile_interval([nan]) is None
    assert percentile_interval([]) is None
