from __future__ import annotations

from math import isnan

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.network.roles import SAID, city

from samverkansgraf.measures import node_table, whole_table
from samverkansgraf.measures.directed import in_centralization, out_centralization, reciprocity
from samverkansgraf.network import lead_arcs, two_mode

ARCS = st.sets(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda arc: arc[0] != arc[1]), max_size=25
)

# stad leads x with mimer and ikea, mimer leads y with stad. Arcs: stad → mimer, stad → ikea, mimer → stad.
TURNS = city(
    ("stad", "x", "Lead"), ("mimer", "x", "Partner"), ("ikea", "x", "Partner"), ("mimer", "y", "Lead"), ("stad", "y", "Member")
)  # fmt: skip


def digraph(arcs, nodes=()):
    graph = nx.DiGraph()
    graph.add_nodes_from(map(str, nodes))
    graph.add_edges_from((str(one), str(other)) for one, other in arcs)
    return graph


def test_the_city_as_worked_by_hand():
    network = two_mode(TURNS)
    # Two of three arcs are answered.
    assert reciprocity(network) == pytest.approx(2 / 3)
    # Led by: stad 1, mimer 1, ikea 1: all alike. Lead: stad 2, mimer 1, ikea 0: (0 + 1 + 2)/(3 − 1)².
    assert in_centralization(network) == 0
    assert out_centralization(network) == pytest.approx(3 / 4)


def test_one_who_leads_all_is_the_greatest_out_and_nearly_the_least_in():
    star = digraph((0, other) for other in range(1, 5))
    # Led by: 1 but for the lead, 0: one difference of (5 − 1)².
    assert (out_centralization(star), in_centralization(star)) == (1, 1 / 16)
    assert (out_centralization(star.reverse()), in_centralization(star.reverse())) == (1 / 16, 1)
    assert reciprocity(star) == 0


def test_all_lead_all_is_mutual_and_even():
    clique = digraph((one, other) for one in range(4) for other in range(4) if one != other)
    assert (reciprocity(clique), out_centralization(clique), in_centralization(clique)) == (1, 0, 0)


def test_what_is_undefined_is_nan():
    nobody, alone = two_mode(city()), two_mode(city(("stad", "x", "Lead")))
    partners = two_mode(city(("stad", "x", "Partner"), ("mimer", "x", "Partner")))
    for network in (nobody, alone, partners, nx.DiGraph()):
        assert all(
            map(isnan, (reciprocity(network), in_centralization(network), out_centralization(network)))
        )
    two_leads = two_mode(city(("stad", "x", "Lead"), ("mimer", "x", "Lead")))
    assert isnan(reciprocity(two_leads))
    assert out_centralization(two_leads) == 0


def test_an_arc_from_a_node_to_itself_does_not_count():
    assert isnan(reciprocity(digraph([(0, 0)])))
    assert out_centralization(digraph([(0, 0), (0, 1)])) == out_centralization(digraph([(0, 1)]))


@given(ARCS, st.integers(0, 8))
def test_arcs_of_any_network_measure_as_networkx_and_igraph_have_it(arcs, nodes):
    graph = digraph(arcs, range(nodes))
    n = len(graph)
    names = sorted(graph)
    same = igraph.Graph(
        n, [(names.index(one), names.index(other)) for one, other in graph.edges()], directed=True
    )
    if arcs:
        assert reciprocity(graph) == pytest.approx(nx.overall_reciprocity(graph))
        assert reciprocity(graph) == pytest.approx(same.reciprocity())
    if n > 1:
        for measure, degrees in (
            (in_centralization, same.indegree()),
            (out_centralization, same.outdegree()),
        ):
            assert measure(graph) == pytest.approx(sum(max(degrees) - one for one in degrees) / (n - 1) ** 2)
            assert 0 <= measure(graph) <= 1


@settings(max_examples=30)
@given(SAID)
def test_a_network_measures_as_its_arcs_do(said):
    network = two_mode(city(*said))
    graph = lead_arcs(network)
    for measure in (reciprocity, in_centralization, out_centralization):
        assert measure(network) == pytest.approx(measure(graph), nan_ok=True)


@given(ARCS)
def test_turning_every_arc_changes_in_for_out_and_reciprocity_not_at_all(arcs):
    graph = digraph(arcs)
    turned = graph.reverse()
    assert reciprocity(turned) == pytest.approx(reciprocity(graph), nan_ok=True)
    assert in_centralization(turned) == pytest.approx(out_centralization(graph), nan_ok=True)


@given(ARCS, ARCS)
def test_reciprocity_of_two_networks_side_by_side_is_their_mean_by_arcs(one, other):
    both = digraph([*one, *((a + 10, b + 10) for a, b in other)])
    if one and other:
        parts = [reciprocity(digraph(arcs)) * len(arcs) for arcs in (one, other)]
        assert reciprocity(both) == pytest.approx(sum(parts) / (len(one) + len(other)))


def test_uncertainty_is_had_as_for_every_other_measure():
    table = whole_table(TURNS, ["reciprocity"], uncertainty=True, draws=50)
    row = table.row(0, named=True)
    assert row["value"] == pytest.approx(2 / 3)
    # Without x one arc is left, mimer → stad; without y two, none answered.
    assert (row["initiative_low"], row["initiative_high"]) == (0, pytest.approx(2 / 3))
    # A draw has x twice, y twice, or both once: 0 or 2/3.
    assert (row["boot_low"], row["boot_high"]) == (0, pytest.approx(2 / 3))
    assert node_table(TURNS, "degree").height == 3
