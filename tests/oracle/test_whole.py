"""Measures of the whole network against R."""

from __future__ import annotations

from math import isnan

import pytest

from samverkansgraf.measures import MEASURES
from samverkansgraf.measures.communities import communities
from samverkansgraf.measures.core_periphery import core_periphery
from samverkansgraf.measures.small_world import small_world_parts

pytestmark = pytest.mark.oracle

NETWORKS = ("davis", "vasteras", "scattered")

SAME = [
    ("sna", "density_two_mode"),
    ("sna", "density"),
    ("igraph", "degeneracy"),
    ("sna", "degeneracy"),
    ("igraph", "components"),
    ("sna", "components"),
    ("igraph", "largest_component_share"),
    ("sna", "fragmentation"),
    ("igraph", "mean_distance"),
    ("sna", "mean_distance"),
    ("igraph", "diameter"),
    ("sna", "diameter"),
    ("sna", "degree_centralization"),
    ("igraph", "degree_centralization"),
    ("sna", "betweenness_centralization"),
    ("igraph", "betweenness_centralization"),
    ("igraph", "robins_alexander"),
    ("vegan", "nodf"),
    ("base", "gini_participation"),
    ("base", "modularity"),
    ("base", "ei_index"),
    ("igraph", "assortativity_sector"),
]


@pytest.mark.parametrize(("package", "measure"), SAME)
@pytest.mark.parametrize("network", NETWORKS)
def test_the_value_is_that_of_r(networks, reference, network, package, measure):
    theirs = reference[network][package, measure, ""][""]
    assert MEASURES[measure].of_whole(networks[network]) == pytest.approx(theirs, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("network", NETWORKS)
def test_closeness_centralization_is_that_of_r_where_all_reach_each_other(networks, reference, network):
    # Elsewhere sna gives 0, since everyone's closeness is then 0, and igraph that of distances made up; we say nothing.
    ours = MEASURES["closeness_centralization"].of_whole(networks[network])
    theirs = reference[network]
    if network == "davis":
        assert ours == pytest.approx(theirs["sna", "closeness_centralization", ""][""], rel=1e-9)
        assert ours == pytest.approx(theirs["igraph", "closeness_centralization", ""][""], rel=1e-9)
    else:
        assert isnan(ours)
        assert theirs["sna", "closeness_centralization", ""][""] == 0


@pytest.mark.parametrize("network", NETWORKS)
def test_igraphs_degree_centralization_counts_loops_unless_told_not_to(networks, reference, network):
    # centr_degree(loops = TRUE), its default, divides by n(n - 1), ours and Freeman's by (n - 1)(n - 2).
    theirs = reference[network]["igraph", "degree_centralization with loops", ""][""]
    n = sum(kind == "actor" for _, kind in networks[network].nodes(data="kind"))
    ours = MEASURES["degree_centralization"].of_whole(networks[network])
    assert theirs != pytest.approx(ours, rel=1e-3, abs=1e-3)
    assert theirs == pytest.approx(ours * (n - 2) / n, rel=1e-9)


def test_igraphs_mean_distance_takes_strength_for_length_where_ties_have_weights(networks, reference):
    # Two women are the farther apart the more events they share, unless weights = NA: 1.82 and not 1.09 steps.
    ours = MEASURES["mean_distance"].of_whole(networks["davis"])
    assert reference["davis"]["igraph", "mean_distance weighted", ""][""] > 1.5 * ours


@pytest.mark.parametrize("network", NETWORKS)
def test_unsorted_nodf_is_another_number(networks, reference, network):
    theirs = reference[network]["vegan", "nodf unsorted", ""][""]
    assert MEASURES["nodf"].of_whole(networks[network]) > 1.5 * theirs


@pytest.mark.parametrize("network", NETWORKS)
def test_the_modularity_of_communities_is_igraphs_and_r_finds_no_better_ones(networks, reference, network):
    found = communities(networks[network])
    theirs = reference[network]
    assert found.modularity == pytest.approx(theirs["igraph", "communities", ""][""], rel=1e-9)
    assert found.modularity_high >= theirs["igraph", "communities best", ""][""] - 1e-9


def test_the_modularity_of_communities_has_weights_in_it(networks, reference):
    unweighted = reference["davis"]["igraph", "communities unweighted", ""][""]
    assert communities(networks["davis"]).modularity != pytest.approx(unweighted, abs=0.01)


@pytest.mark.parametrize("network", NETWORKS)
def test_the_fit_of_a_core_is_the_correlation_of_r(networks, reference, network):
    theirs = reference[network]["base", "core_periphery", ""][""]
    assert core_periphery(networks[network]) == pytest.approx(theirs, rel=1e-9)


@pytest.mark.parametrize("package", ["igraph", "sna"])
@pytest.mark.parametrize("network", NETWORKS)
def test_what_the_small_world_index_is_made_of_is_that_of_r(networks, reference, network, package):
    found = small_world_parts(networks[network], samples=2)
    theirs = reference[network]
    assert found.clustering == pytest.approx(theirs[package, "clustering", ""][""], rel=1e-9)
    assert found.distance == pytest.approx(theirs[package, "mean_distance", ""][""], rel=1e-9)
