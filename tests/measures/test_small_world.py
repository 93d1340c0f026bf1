from __future__ import annotations

from math import isnan

import networkx as nx
import numpy as np
import pytest

from samverkansgraf.measures.null_models.curveball import fixed_degree_samples
from samverkansgraf.measures.small_world import small_world, small_world_parts
from samverkansgraf.network import incidence, projection, two_mode_of_pairs


def of_matrix(matrix):
    """Return the clustering and mean distance of who shares something, as networkx has them."""
    shared = (matrix @ matrix.T).toarray()
    np.fill_diagonal(shared, 0)
    graph = nx.from_numpy_array(shared > 0)
    largest = graph.subgraph(max(nx.connected_components(graph), key=len))
    return nx.transitivity(graph), nx.average_shortest_path_length(largest)


def test_the_parts_and_the_index_of_the_southern_women_are_their_formula(davis):
    found = small_world_parts(davis, samples=20)
    matrix = incidence(davis).matrix
    assert (found.clustering, found.distance) == pytest.approx(of_matrix(matrix))
    drawn = [of_matrix(one) for one in fixed_degree_samples(matrix, samples=20, seed=1)]
    clustering, distance = np.mean(drawn, axis=0)
    assert (found.random_clustering, found.random_distance) == pytest.approx((clustering, distance))
    # Uzzi and Spiro's Q: the ratio of clustering to chance, by the ratio of distance to chance.
    expected = (found.clustering / clustering) / (found.distance / distance)
    assert found.index == pytest.approx(expected)


def test_a_single_meeting_is_as_chance_has_it_and_no_triple_is_nothing():
    assert small_world(two_mode_of_pairs([("a", "1"), ("b", "1"), ("c", "1")])) == 1
    assert isnan(small_world(two_mode_of_pairs([("a", "1"), ("b", "1")])))


def test_projections_are_clustered_by_their_making(davis):
    # Random networks of the same degrees have nearly as high a clustering, though nothing was put into them.
    found = small_world_parts(davis)
    assert found.clustering == pytest.approx(nx.transitivity(projection(davis)))
    assert found.random_clustering > 0.9
    ties = projection(davis)
    assert found.clustering > nx.density(ties)
