from __future__ import annotations

import contextlib
import io
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import sparse

from samverkansgraf.measures.null_models import configuration_model
from samverkansgraf.network import incidence, tie_matrix

MATRICES = arrays(
    np.float64, st.tuples(st.integers(1, 8), st.integers(1, 8)), elements=st.sampled_from([0.0, 1.0])
)


def bicm_of(matrix, **projected):
    """Return the package bicm's graph of a matrix, solved; what it prints and warns of is its own affair."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        from bicm import BipartiteGraph

        graph = BipartiteGraph(biadjacency=matrix.astype(int))
        graph.solve_tool(method="newton", tol=1e-12, verbose=False)
        if projected:
            graph.compute_projection(rows=True, **projected)
    return graph


def p_of_pairs(graph):
    return {(one, int(other)): p for one, several in graph.rows_pvals.items() for other, p in several.items()}


@pytest.fixture(scope="module")
def matrix(davis):
    return incidence(davis).matrix


@pytest.fixture(scope="module")
def theirs(matrix):
    # One process: poibin then needs its progress bar (see the test of that below).
    return bicm_of(matrix.todense(), approx_method="poibin", threads_num=1, progress_bar=True)


def our_p(matrix, pairs):
    model = configuration_model(matrix)
    shared = (matrix @ matrix.T).todense().astype(int)
    one, other = (np.array(ends) for ends in zip(*pairs, strict=True))
    found = model.shared_at_least(model.row_class[one], model.row_class[other], shared[one, other])
    return dict(zip(pairs, found.tolist(), strict=True))


def test_probabilities_equal_those_of_the_package_bicm_on_the_southern_women(matrix, theirs):
    np.testing.assert_allclose(configuration_model(matrix).average(), theirs.get_bicm_matrix(), atol=1e-8)


def test_fitnesses_equal_those_of_the_package_bicm_up_to_their_common_scale(matrix, theirs):
    chance = configuration_model(matrix).average()
    x, y = theirs.get_bicm_fitnesses()
    x, y = (np.array([fitness[node] for node in sorted(fitness)]) for fitness in (x, y))
    np.testing.assert_allclose(chance / (1 - chance), np.outer(x, y), rtol=1e-6)


def test_p_values_equal_those_of_the_package_bicm_with_poibin(matrix, theirs):
    expected = p_of_pairs(theirs)
    assert len(expected) == 139  # every two women but 14 pairs of the 153 have met
    found = our_p(matrix, list(expected))
    for pair, p in expected.items():
        assert found[pair] == pytest.approx(p, abs=1e-8)


def test_p_is_of_sharing_as_much_or_more():
    # Three actors in one initiative each, two of them in the first. Each is in the first with probability 2/3, in the
    # second with 1/3, so two share the first with 4/9, the second with 1/9: P(1 or more) = 1 − 5/9 · 8/9 = 41/81.
    # The other tail, P(1 or fewer), would be 1 − 4/81.
    found = our_p(sparse.csr_array(np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])), [(0, 1)])
    assert found[0, 1] == pytest.approx(41 / 81, abs=1e-12)


def test_what_the_package_bicm_gives_by_default_is_an_approximation_and_two_of_its_methods_the_other_tail(
    matrix,
):
    # Evelyn and Theresa share seven events, more than any other two.
    shared = (matrix @ matrix.T).todense().astype(int)
    first, second = np.unravel_index(np.argmax(np.triu(shared, 1)), shared.shape)
    pair = (int(first), int(second))
    exact = our_p(matrix, [pair])[pair]
    assert exact == pytest.approx(0.186688, abs=1e-6)
    options = {"threads_num": 1, "progress_bar": False}
    default = p_of_pairs(bicm_of(matrix.todense(), **options))[pair]
    poisson = p_of_pairs(bicm_of(matrix.todense(), approx_method="poisson", **options))[pair]
    assert default == poisson != pytest.approx(exact, abs=0.05)
    for method in ("normal", "rna"):
        assert p_of_pairs(bicm_of(matrix.todense(), approx_method=method, **options))[pair] > 0.8


def test_the_package_bicm_computes_no_p_value_with_poibin_in_one_process_without_a_progress_bar(matrix):
    with pytest.raises(KeyError):
        bicm_of(matrix.todense(), approx_method="poibin", threads_num=1, progress_bar=False)


@given(MATRICES)
@settings(deadline=None)
def test_every_row_and_column_has_its_sum_on_average(cells):
    average = configuration_model(sparse.csr_array(cells)).average()
    np.testing.assert_allclose(average.sum(axis=0), cells.sum(axis=0), atol=1e-9)
    np.testing.assert_allclose(average.sum(axis=1), cells.sum(axis=1), atol=1e-9)
    # What stands there is possible, and what does not stand there is not sure.
    assert (average[cells == 1] > 0).all()
    assert (average[cells == 0] < 1).all()


@given(MATRICES, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_rows_and_columns_changes_nothing(cells, chance):
    rows, columns = list(range(cells.shape[0])), list(range(cells.shape[1]))
    chance.shuffle(rows)
    chance.shuffle(columns)
    average = configuration_model(sparse.csr_array(cells)).average()
    shuffled = configuration_model(sparse.csr_array(cells[rows][:, columns])).average()
    np.testing.assert_allclose(shuffled, average[rows][:, columns], atol=1e-12)


def test_full_and_empty_rows_and_columns_are_sure():
    cells = np.array([[1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]], dtype=float)
    average = configuration_model(sparse.csr_array(cells)).average()
    assert average[0].tolist() == [1, 1, 1, 0]
    assert average[:, 0].tolist() == [1, 1, 1, 0]
    assert average[3].tolist() == average[:, 3].tolist() == [0, 0, 0, 0]
    np.testing.assert_allclose(average[1:3, 1:3], 0.5, atol=1e-12)


def test_a_full_corner_beside_an_empty_one_is_sure_though_no_row_is_full_or_empty():
    # Sums 3 3 1 1 both ways: the first two rows hold all of the first two columns, the last two nothing of the others.
    cells = np.array([[1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]], dtype=float)
    average = configuration_model(sparse.csr_array(cells)).average()
    assert (average[:2, :2] == 1).all()
    assert (average[2:, 2:] == 0).all()
    np.testing.assert_allclose(average[:2, 2:], 0.5, atol=1e-12)
    np.testing.assert_allclose(average[2:, :2], 0.5, atol=1e-12)


@pytest.mark.parametrize(
    ("cells", "unique"),
    [(np.ones((3, 2)), True), (np.tri(4), True), (np.zeros((2, 2)), True), (np.eye(2), False)],
    ids=["complete", "nested", "empty", "swap"],
)
def test_it_is_known_whether_another_matrix_has_these_sums(cells, unique):
    assert configuration_model(sparse.csr_array(cells)).unique is unique


def test_samples_have_the_probabilities(matrix):
    model = configuration_model(matrix)
    drawn = list(model.samples(samples=4000, seed=1))
    share = sum(one.todense() for one in drawn) / 4000
    # Standard errors of 4,000 draws are at most 0.008; over 252 cells none is five of them off.
    assert np.abs(share - model.average()).max() < 0.04
    again = [one.todense().tolist() for one in model.samples(samples=3, seed=1)]
    assert again == [one.todense().tolist() for one in drawn[:3]]


def test_no_rows_share_more_than_they_can(davis):
    matrix = incidence(davis).matrix
    model = configuration_model(matrix)
    _, ties = tie_matrix(davis)
    one, other = ties.nonzero()
    assert (model.most_shared(model.row_class[one], model.row_class[other]) >= ties.data).all()
