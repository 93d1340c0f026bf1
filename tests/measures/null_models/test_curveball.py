from __future__ import annotations

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import sparse
from scipy.stats import chi2

from samverkansgraf.measures.null_models import fixed_degree_samples
from samverkansgraf.measures.null_models.curveball import fixed_degree_blocks

MATRICES = arrays(
    np.float64, st.tuples(st.integers(1, 7), st.integers(1, 7)), elements=st.sampled_from([0.0, 1.0])
)


def with_sums(rows, columns):
    """Return every 0/1 matrix with these row and column sums, found by trying all."""
    cells = len(rows) * len(columns)
    tried = (np.reshape(bits, (len(rows), len(columns))) for bits in product((0, 1), repeat=cells))
    return [one for one in tried if tuple(one.sum(axis=1)) == rows and tuple(one.sum(axis=0)) == columns]


@pytest.mark.parametrize(
    ("rows", "columns", "number"),
    [
        ((2, 2, 2, 2), (2, 2, 2, 2), 90),  # the known number of 4 × 4 matrices with all sums 2
        ((3, 1, 1), (2, 1, 1, 1), 7),
        ((2, 2, 1, 1, 1), (3, 2, 2), 31),  # more rows than columns: the columns trade
    ],
)
def test_every_matrix_with_the_sums_is_drawn_equally_often(rows, columns, number):
    possible = with_sums(rows, columns)
    assert len(possible) == number
    start = sparse.csr_array(possible[0].astype(float))
    samples = 100 * number
    drawn = Counter(
        one.todense().astype(int).tobytes() for one in fixed_degree_samples(start, samples=samples)
    )
    counts = np.array([drawn[one.tobytes()] for one in possible])
    assert counts.sum() == samples
    statistic = ((counts - 100) ** 2 / 100).sum()
    assert chi2.sf(statistic, number - 1) > 0.001


def test_it_is_not_where_it_began_that_decides():
    # Two blocks 2 × 2 to begin with; in the end each of the 90 matrices has the same chance, 1/90.
    start = sparse.csr_array(np.kron(np.eye(2), np.ones((2, 2))))
    unmoved = sum((one != start).nnz == 0 for one in fixed_degree_samples(start, samples=9000))
    assert 70 <= unmoved <= 130  # 100 expected, standard deviation 10


@given(MATRICES, st.integers(0, 5))
@settings(deadline=None)
def test_samples_keep_every_row_sum_and_column_sum_and_hold_only_ones(cells, seed):
    matrix = sparse.csr_array(cells)
    for one in fixed_degree_samples(matrix, samples=3, seed=seed):
        dense = one.todense()
        assert one.shape == matrix.shape
        assert set(np.unique(dense)) <= {0.0, 1.0}
        assert dense.sum(axis=0).tolist() == cells.sum(axis=0).tolist()
        assert dense.sum(axis=1).tolist() == cells.sum(axis=1).tolist()


def test_the_same_seed_gives_the_same_samples_and_another_seed_others():
    matrix = sparse.csr_array((np.random.default_rng(1).random((12, 9)) < 0.4).astype(float))

    def drawn(seed):
        return [one.todense().tolist() for one in fixed_degree_samples(matrix, samples=4, seed=seed)]

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_samples_come_one_by_one_as_they_stand_in_blocks():
    matrix = sparse.csr_array((np.random.default_rng(2).random((9, 12)) < 0.4).astype(float))
    single = [one.todense() for one in fixed_degree_samples(matrix, samples=5)]
    (block,) = fixed_degree_blocks(matrix, samples=5)
    assert (
        block.todense().tolist()
        == np.block(
            [
                [one if row == column else np.zeros((9, 12)) for column in range(5)]
                for row, one in enumerate(single)
            ]
        ).tolist()
    )


def test_where_only_one_matrix_has_the_sums_it_is_drawn_again():
    for cells in (np.ones((30, 1)), np.ones((1, 30)), np.zeros((3, 4)), np.tri(5)):
        for one in fixed_degree_samples(sparse.csr_array(cells), samples=2):
            assert one.todense().tolist() == cells.tolist()
