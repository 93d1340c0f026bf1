"""
Traps that others' measures have, and the test that keeps ours out of each.

What is not tested here is where the measure is tested.
"""

from __future__ import annotations

from math import isnan
from pathlib import Path

import igraph
import networkx as nx
import pytest

from samverkansgraf.measures.centralization import (
    betweenness_centralization,
    closeness_centralization,
    degree_centralization,
)
from samverkansgraf.measures.clustering import opsahl, robins_alexander
from samverkansgraf.measures.cohesion import diameter, mean_distance
from samverkansgraf.measures.positions import harmonic
from samverkansgraf.network import projection, two_mode_of_pairs

HERE = Path(__file__).resolve().parent

TRAPS = {
    "networkx's effective_size of ties with weights": [
        "test_structural_holes.py::test_effective_size_is_networkxs_where_it_is_told_all_nodes",
        "test_structural_holes.py::test_structural_holes_equal_burts_formulas_written_out",
    ],
    "two-mode closeness above 1 where not all are connected": [
        "test_centrality.py::test_closeness_is_within_the_component_and_scaled_by_its_share",
    ],
    "one-mode normalisation of two-mode centralities": [
        "test_centrality.py::test_normalised_as_in_one_mode_networks_the_centralities_would_be_others",
    ],
    "centr_degree counting loops": [
        "test_traps.py::test_degree_centralization_has_no_loops_in_its_divisor",
    ],
    "brokerage counted in ordered pairs": [
        "test_brokerage.py::test_a_pair_counts_both_ways",
        "test_brokerage.py::test_the_expectation_of_pairs_is_the_mean_over_all_networks_of_that_density",
    ],
    "NODF of unsorted rows and columns": [
        "test_nestedness.py::test_rows_and_columns_are_sorted_first",
        "test_nestedness.py::test_unsorted_rows_would_give_the_southern_women_another_value",
    ],
    "a partition's quality without its weights": [
        "test_communities.py::test_the_modularity_is_networkxs_with_weights_and_resolution",
    ],
    "a search that misses a proven optimum": [
        "test_modularity.py::test_the_southern_women_reach_the_proven_greatest_modularity_with_every_seed",
        "test_modularity.py::test_the_leiden_algorithm_on_the_directed_network_would_miss_it",
        "test_modularity.py::test_small_networks_reach_the_greatest_modularity",
    ],
    "bicm's default, its way with one thread, and its wrong tails": [
        (
            "null_models/test_configuration_model.py"
            "::test_what_the_package_bicm_gives_by_default_is_an_approximation_and_two_of_its_methods_the_other_tail"
        ),
        (
            "null_models/test_configuration_model.py"
            "::test_the_package_bicm_computes_no_p_value_with_poibin_in_one_process_without_a_progress_bar"
        ),
        "null_models/test_configuration_model.py::test_p_is_of_sharing_as_much_or_more",
    ],
    "false discovery rate among those that met only": [
        "null_models/test_validation.py::test_the_family_is_all_pairs_of_actors_and_not_only_those_that_met",
    ],
    "none validated taken for a fault": [
        "null_models/test_validation.py::test_both_null_models_stand_beside_each_other",
        "null_models/test_validation.py::test_where_no_pair_could_have_been_validated_it_is_said",
    ],
    "scales of the eigenvector": [
        "test_eigenvector.py::test_values_are_root_2_times_those_of_networkx_whose_scale_spans_both_sides",
        "test_eigenvector.py::test_the_southern_women_have_the_values_of_r",
    ],
    "strength taken for length": [
        "test_traps.py::test_who_share_much_are_not_farther_apart",
    ],
    "clustering that the projection makes": [
        "test_traps.py::test_one_large_meeting_is_not_clustering_though_its_projection_is_all_triangles",
        "test_small_world.py::test_projections_are_clustered_by_their_making",
    ],
}


@pytest.mark.parametrize("test", [test for tests in TRAPS.values() for test in tests])
def test_each_trap_has_its_test(test):
    file, name = test.split("::")
    assert f"\ndef {name}(" in (HERE / file).read_text(encoding="utf-8")


def test_degree_centralization_has_no_loops_in_its_divisor():
    # A star of five has differences of 4 · 3, which is the most there can be without loops. R's centr_degree, unless
    # told loops = FALSE, divides by 5 · 4 and gives it 0.6.
    star = two_mode_of_pairs(
        pair for leaf in "abcd" for pair in ((leaf, f"with {leaf}"), ("centre", f"with {leaf}"))
    )
    assert degree_centralization(star) == 1


def test_who_share_much_are_not_farther_apart(davis):
    # igraph and networkx take a weight for a length where they are given it: then friends of many events are remote.
    ties = projection(davis)
    steps = nx.average_shortest_path_length(ties)
    assert mean_distance(davis) == pytest.approx(steps)
    assert nx.average_shortest_path_length(ties, weight="weight") > 1.5 * steps
    assert diameter(davis) == 2
    weighted = igraph.Graph.TupleList(ties.edges(data="weight"), weights=True)
    wrong = dict(zip(weighted.vs["name"], weighted.harmonic_centrality(weights="weight"), strict=True))
    right = dict(zip(weighted.vs["name"], weighted.harmonic_centrality(), strict=True))
    assert harmonic(davis) == pytest.approx(right)
    assert all(wrong[woman] < right[woman] for woman in right)


def test_meeting_again_leaves_distance_and_centralization_as_they_are(city):
    measures = (mean_distance, degree_centralization, betweenness_centralization, closeness_centralization)
    before = [measure(city) for measure in measures]
    city.add_node("P again", kind="initiative", label="P again", sector=None, is_set=False)
    city.add_edges_from((actor, "P again") for actor in list(city["P"]))
    assert [measure(city) for measure in measures] == pytest.approx(before)


def test_one_large_meeting_is_not_clustering_though_its_projection_is_all_triangles():
    # Ten in one initiative and each in one of its own: nobody met anybody twice, yet every triple is closed.
    network = two_mode_of_pairs(
        [*((f"a{i}", "all") for i in range(10)), *((f"a{i}", str(i)) for i in range(10))]
    )
    assert nx.transitivity(projection(network)) == 1
    assert nx.density(projection(network)) == 1
    assert robins_alexander(network) == 0
    assert isnan(opsahl(network))  # nobody is between two others over two initiatives
