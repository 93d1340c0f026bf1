from __future__ import annotations

import itertools
from math import isnan, sqrt

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures import eigenvector as module
from samverkansgraf.measures.eigenvector import eigenvector
from samverkansgraf.network import incidence, two_mode_of_pairs

#: R: svd(table(davis$woman, davis$event)), the first column of u and of v; the same to 9 digits as
#: igraph::eigen_centrality(graph_from_data_frame(davis, directed = FALSE), options = list(tol = 1e-14)), scaled
#: so that the squares of all nodes sum to 2.
OF_R = {
    "Evelyn Jefferson": 0.33473399,
    "Laura Mandeville": 0.30922472,
    "Theresa Anderson": 0.37056359,
    "Brenda Rogers": 0.31300877,
    "Sylvia Avondale": 0.27717463,
    "Olivia Carleton": 0.06957060,
    "E1": 0.14194312,
    "E8": 0.50663271,
    "E9": 0.37949240,
    "E11": 0.08954622,
}


def both_sides(network):
    return {**eigenvector(network), **eigenvector(network, of="initiatives")}


def test_the_southern_women_have_the_values_of_r(davis):
    found = both_sides(davis)
    assert {node: found[node] for node in OF_R} == pytest.approx(OF_R, abs=5e-9)


def test_values_are_root_2_times_those_of_networkx_whose_scale_spans_both_sides(davis):
    theirs = nx.eigenvector_centrality(davis, max_iter=10_000, tol=1e-14)
    assert both_sides(davis) == pytest.approx(
        {node: sqrt(2) * value for node, value in theirs.items()}, abs=1e-11
    )


def test_the_values_of_the_city_satisfy_the_definition(city):
    actors, initiatives = eigenvector(city), eigenvector(city, of="initiatives")
    from_initiatives = {actor: sum(initiatives[initiative] for initiative in city[actor]) for actor in actors}
    factor = from_initiatives["stad"] / actors["stad"]
    assert from_initiatives == pytest.approx({actor: factor * value for actor, value in actors.items()})
    # The factor is the singular value: the greatest root of the characteristic polynomial of the initiatives'
    # shared actors [[4, 2, 1], [2, 3, 1], [1, 1, 1]]: x³ − 8x² + 13x − 5, at 5.9122 by hand.
    assert factor**2 == pytest.approx(max(np.roots([1, -8, 13, -5]).real))
    assert sum(value**2 for value in actors.values()) == pytest.approx(1)
    assert sum(value**2 for value in initiatives.values()) == pytest.approx(1)


def test_the_hub_of_a_star_has_1_and_its_leaves_share_1():
    star = two_mode_of_pairs([("a", "1"), ("a", "2"), ("a", "3"), ("a", "4")])
    assert eigenvector(star) == pytest.approx({"a": 1})
    assert eigenvector(star, of="initiatives") == pytest.approx(dict.fromkeys("1234", 1 / 2))


def test_all_are_alike_in_a_complete_bipartite_network():
    network = two_mode_of_pairs((actor, initiative) for actor in "abcd" for initiative in "123456789")
    assert eigenvector(network) == pytest.approx(dict.fromkeys("abcd", 1 / 2))
    assert eigenvector(network, of="initiatives") == pytest.approx(dict.fromkeys("123456789", 1 / 3))


def test_only_the_component_with_the_greatest_singular_value_has_any(broken):
    # (a, b)–1 has √2, c–2 has 1, d is alone.
    assert eigenvector(broken) == pytest.approx({"a": sqrt(1 / 2), "b": sqrt(1 / 2), "c": 0, "d": 0})
    assert eigenvector(broken, of="initiatives") == pytest.approx({"1": 1, "2": 0})


def test_components_that_share_the_greatest_singular_value_are_undefined_and_the_rest_is_0():
    # A star of four and a square, both with 2, are not even of one form; the pair e–5 has 1.
    network = two_mode_of_pairs(
        [
            ("a", "1"),
            ("a", "2"),
            ("a", "3"),
            ("a", "4"),
            *((who, what) for who in "bc" for what in "67"),
            ("e", "5"),
        ]
    )
    network.add_node("d", kind="actor", label="d", sector=None)
    found = eigenvector(network)
    assert [node for node, value in found.items() if isnan(value)] == ["a", "b", "c"]
    assert found["d"] == found["e"] == 0
    assert sum(map(isnan, eigenvector(network, of="initiatives").values())) == 6


def test_without_an_edge_every_vector_is_leading_and_nothing_is_said():
    network = two_mode_of_pairs([])
    network.add_node("d", kind="actor", label="d", sector=None)
    network.add_node("1", kind="initiative", label="1", sector=None, is_set=False)
    assert isnan(eigenvector(network)["d"])
    assert isnan(eigenvector(network, of="initiatives")["1"])


def skewed(actors, initiatives, edges):
    chance = np.random.default_rng(5)
    rows = (actors * chance.random(edges) ** 2).astype(int)
    columns = (initiatives * chance.random(edges) ** 1.2).astype(int)
    return two_mode_of_pairs((f"a{row}", f"i{column}") for row, column in zip(rows, columns, strict=True))


@pytest.mark.parametrize(("actors", "initiatives"), [(600, 900), (900, 600)])
def test_a_large_network_has_the_singular_vectors_of_a_dense_matrix(actors, initiatives):
    network = skewed(actors, initiatives, 4_000)
    arrays = incidence(network)
    assert min(arrays.matrix.shape) > module._SMALL
    left, _, right = np.linalg.svd(arrays.matrix.toarray())
    assert list(eigenvector(network).values()) == pytest.approx(np.abs(left[:, 0]).tolist(), abs=1e-12)
    assert list(eigenvector(network, of="initiatives").values()) == pytest.approx(
        np.abs(right[0]).tolist(), abs=1e-12
    )


def test_a_long_chain_has_the_sine_that_is_known_of_paths():
    # The leading eigenvector of a path of n nodes is sin(πj/(n + 1)), j = 1 … n: the gap to the next is small.
    n = 2 * module._SMALL + 201
    names = [f"{'a' if j % 2 else 'i'}{j:04}" for j in range(1, n + 1)]
    network = two_mode_of_pairs((min(pair), max(pair)) for pair in itertools.pairwise(names))
    found = both_sides(network)
    wave = np.sin(np.pi * np.arange(1, n + 1) / (n + 1))
    scale = np.where(np.arange(1, n + 1) % 2, np.linalg.norm(wave[::2]), np.linalg.norm(wave[1::2]))
    assert [found[name] for name in names] == pytest.approx((wave / scale).tolist(), abs=1e-9)


LINKS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("12345")), min_size=1, max_size=20)


@given(LINKS)
def test_where_it_is_defined_it_is_the_leading_pair_of_singular_vectors(links):
    network = two_mode_of_pairs(links)
    matrix = incidence(network).matrix.toarray()
    values = np.linalg.svd(matrix, compute_uv=False)
    actors = np.array(list(eigenvector(network).values()))
    initiatives = np.array(list(eigenvector(network, of="initiatives").values()))
    if len(values) > 1 and values[1] > values[0] * (1 - 1e-9):
        assert np.isnan(actors).any()
        assert np.isnan(initiatives).any()
    else:
        assert matrix @ initiatives == pytest.approx(values[0] * actors)
        assert matrix.T @ actors == pytest.approx(values[0] * initiatives)


@given(LINKS)
def test_a_network_beside_itself_is_undefined_where_it_was_above_0(links):
    twice = two_mode_of_pairs([*links, *((actor.upper(), f"{initiative}'") for actor, initiative in links)])
    once = eigenvector(two_mode_of_pairs(links))
    for actor, value in eigenvector(twice).items():
        before = once[actor.lower()]
        assert isnan(value) if isnan(before) or before > 0 else value == 0
