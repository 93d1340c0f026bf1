"""Layers of ties: made of networks and frames, refused where they are none, and how they overlap."""

from __future__ import annotations

from math import isnan

import numpy as np
import polars as pl
import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.comparison import (
    Layer,
    aligned,
    layer_of_frame,
    layer_of_network,
    multiplexity,
)
from samverkansgraf.measures.comparison import layers as module

NODES = ("a", "b", "c", "d")


def layer(name, *ends, directed=False, nodes=NODES):
    frame = pl.DataFrame(
        [(one, other, 1) for one, other in ends],
        schema={"actor_a": pl.String(), "actor_b": pl.String(), "shared": pl.Int64()},
        orient="row",
    )
    return layer_of_frame(frame, name=name, nodes=nodes, directed=directed)


def test_a_network_is_a_layer_of_what_its_actors_share(city):
    shared = layer_of_network(city)
    place = {node: row for row, node in enumerate(shared.nodes)}
    assert shared.symmetric
    # stad and Mimer meet in P and T, stad and Polisen in T, Ikea and Polisen nowhere.
    assert shared.values[place["stad"], place["Mimer"]] == 2
    assert shared.values[place["stad"], place["Polisen"]] == 1
    assert shared.values[place["Ikea"], place["Polisen"]] == 0
    assert np.diag(shared.values).tolist() == [0] * 5
    tied = layer_of_network(city, weight="tied")
    assert np.array_equal(tied.values, (shared.values > 0).astype(float))


def test_an_actor_who_is_not_in_the_network_shares_nothing_and_others_may_be_left_out(city):
    some = layer_of_network(city, nodes=["stad", "ensam", "Mimer"])
    assert some.nodes == ("Mimer", "ensam", "stad")
    assert some.values.tolist() == [[0, 0, 2], [0, 0, 0], [2, 0, 0]]


def test_a_row_speaks_of_both_directions_unless_said():
    assert layer("x", ("a", "b")).symmetric
    arcs = layer("x", ("a", "b"), directed=True)
    assert (arcs.values[0, 1], arcs.values[1, 0], arcs.symmetric) == (1, 0, False)
    assert layer("x", ("a", "b"), ("b", "a"), directed=True).symmetric


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: layer("x", ("a", "z")), "'z' is not among the nodes"),
        (lambda: layer("x", ("a", "b"), ("b", "a")), "stands twice"),
        (lambda: layer_of_frame(pl.DataFrame({"a": [1]}), name="x", nodes=NODES), "no column 'actor_a'"),
        (lambda: Layer("x", NODES, np.zeros((3, 4))), "a matrix of 3 × 4 for 4 nodes"),
        (lambda: Layer("x", ("a", "a", "b"), np.zeros((3, 3))), "'a' stands more than once"),
        (lambda: Layer("x", ("a", "b"), np.array([[0, np.nan], [1, 0]])), "'a' – 'b': no value"),
        (lambda: aligned([layer("x"), layer("y", nodes=("a", "b", "c"))]), "'d' is in 'x' and not in 'y'"),
    ],
)
def test_what_is_no_layer_is_refused(make, words):
    with pytest.raises(UsageError, match=words):
        make()


def test_the_diagonal_need_not_be_known():
    assert Layer("x", ("a", "b"), np.array([[np.nan, 1], [1, np.nan]])).symmetric


def test_too_many_nodes_are_refused_before_memory_is_used(city, monkeypatch):
    monkeypatch.setattr(module, "_MOST_NODES", 4)
    with pytest.raises(UsageError, match="5 nodes, more than 4"):
        layer_of_network(city)
    with pytest.raises(UsageError, match="5 nodes, more than 4"):
        layer("x", nodes=("a", "b", "c", "d", "e"))


def test_multiplex_pairs_are_tied_in_more_than_one_layer():
    # a–b in two layers, b–c in three (once as an arc), c–d and a–d in one: two of four pairs.
    found = multiplexity(
        [
            layer("meets", ("a", "b"), ("b", "c"), ("c", "d")),
            layer("agrees", ("a", "b"), ("b", "c"), ("a", "d")),
            layer("leads", ("c", "b"), directed=True),
        ]
    )
    assert (found.tied, found.multiplex, found.share) == (4, 2, 0.5)
    assert found.layers.rows() == [("meets", 3, 2, 2 / 3), ("agrees", 3, 2, 2 / 3), ("leads", 1, 1, 1.0)]


def test_where_nobody_is_tied_there_is_no_share():
    found = multiplexity([layer("x"), layer("y")])
    assert isnan(found.share)
    assert found.layers["share"].to_list() == [None, None]


def test_one_layer_or_two_of_one_name_are_not_compared():
    for several in ([], [layer("x")], [layer("x"), layer("x", ("a", "b"))]):
        with pytest.raises(UsageError, match="each with its own name"):
            multiplexity(several)
