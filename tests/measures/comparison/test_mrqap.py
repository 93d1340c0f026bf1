"""MRQAP against numpy, against refitting for every renaming, and against R's sna."""

from __future__ import annotations

import sys
from itertools import permutations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from tests.measures.comparison.test_qap import NODES, A, B, symmetric

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.comparison import Layer, mrqap

D = Layer("d", NODES, symmetric((1, 3), (2, 4), (3, 5), (4, 5), (1, 6), (2, 6)))
# The directed layer e of tests/measures/comparison/sna.R.
E = Layer(
    "e",
    NODES,
    np.array(
        [
            [0, 1, 0, 1, 1, 0],
            [0, 0, 1, 0, 0, 1],
            [1, 0, 0, 1, 0, 0],
            [0, 1, 0, 0, 1, 1],
            [0, 0, 1, 0, 0, 0],
            [1, 0, 1, 0, 1, 0],
        ],
        dtype=float,
    ),
)
OFF = ~np.eye(6, dtype=bool)


def fitted(y, *columns):
    """Return coefficients and classical t of least squares with an intercept, by the textbook."""
    x = np.column_stack([np.ones(len(y)), *columns])
    coefficients, *_ = np.linalg.lstsq(x, y, rcond=None)
    left = y - x @ coefficients
    variance = left @ left / (len(y) - x.shape[1])
    return coefficients, coefficients / np.sqrt(variance * np.diag(np.linalg.inv(x.T @ x)))


def refitted(outcome, tested, other, cells):
    """Return the t of a predictor's own part for every renaming: Dekker, Krackhardt & Snijders' steps one by one."""
    n = len(outcome)
    coefficients, _ = fitted(tested[cells], other[cells])
    own = np.zeros((n, n))
    own[cells] = tested[cells] - coefficients[0] - coefficients[1] * other[cells]
    if len(cells[0]) == n * (n - 1) // 2:
        own += own.T
    return [
        fitted(outcome[cells], own[np.ix_(order, order)][cells], other[cells])[1][1]
        for order in permutations(range(n))
    ]


@pytest.mark.parametrize(
    ("second", "coefficients", "t", "greater", "two_sided"),
    [
        (D, (0, 0.4, 1 / 3), (0, 2.828427125, 1.224744871), (0.0244, 0.18435), (0.0428, 0.3635)),
        (
            E,
            (0.18791946309, 0.29932885906, 0.02684563758),
            (1.6051671761, 3.6639708038, 0.1738826109),
            (0.0316, 0.391),
            (0.05105, 0.64555),
        ),
    ],
)
def test_coefficients_t_and_p_are_those_of_sna(second, coefficients, t, greater, two_sided):
    # Rscript tests/measures/comparison/sna.R: netlm(…, nullhyp = "qapspp", reps = 20000), whose p have standard
    # errors of up to 0.0035; here all 720 renamings are gone through.
    table = mrqap(A, [B, second]).table
    assert table["coefficient"].to_list() == pytest.approx(coefficients, abs=1e-9)
    assert table["t"].to_list() == pytest.approx(t, abs=1e-8)
    assert table["p_greater"].to_list()[1:] == pytest.approx(greater, abs=0.012)
    assert table["p_two_sided"].to_list()[1:] == pytest.approx(two_sided, abs=0.012)
    assert table["p_greater"][0] is None


def test_p_is_that_of_refitting_for_every_renaming():
    small = [Layer(layer.name, NODES[:5], layer.values[:5, :5]) for layer in (A, B, E)]
    outcome, tested, other = (layer.values for layer in small)
    cells = np.nonzero(~np.eye(5, dtype=bool))
    every = np.array(refitted(outcome, tested, other, cells))
    observed = fitted(outcome[cells], tested[cells], other[cells])[1][1]
    assert every[0] == pytest.approx(observed)
    found = mrqap(small[0], small[1:], samples=119)
    row = found.table.row(1, named=True)
    assert found.samples == 119
    assert row["t"] == pytest.approx(observed)
    assert row["p_greater"] == pytest.approx(np.mean(every >= observed - 1e-8))
    assert row["p_less"] == pytest.approx(np.mean(every <= observed + 1e-8))
    assert row["p_two_sided"] == pytest.approx(np.mean(np.abs(every) >= abs(observed) - 1e-8))


matrices = arrays.arrays(float, (6, 6), elements=st.integers(0, 3).map(float))


@given(matrices, matrices, matrices)
def test_coefficients_are_numpys_least_squares(one, two, three):
    columns = np.column_stack([np.ones(30), two[OFF], three[OFF]])
    assume(np.linalg.matrix_rank(columns) == 3)
    assume(np.linalg.matrix_rank(np.column_stack([columns, one[OFF]])) == 4)
    found = mrqap(Layer("y", NODES, one), [Layer("x", NODES, two), Layer("z", NODES, three)], samples=2)
    coefficients, t = fitted(one[OFF], two[OFF], three[OFF])
    assert found.table["coefficient"].to_list() == pytest.approx(coefficients, abs=1e-9)
    symmetric_all = all(np.array_equal(m[OFF], m.T[OFF]) for m in (one, two, three))
    if not symmetric_all:
        assert found.table["t"].to_list() == pytest.approx(t, abs=1e-6)
        left = one[OFF] - columns @ coefficients
        spread = one[OFF] - one[OFF].mean()
        assert found.r_squared == pytest.approx(1 - left @ left / (spread @ spread))


def test_each_pair_counts_once_if_every_layer_is_symmetric():
    assert mrqap(A, [B, D], samples=2).pairs == 15
    assert mrqap(A, [B, E], samples=2).pairs == 30


def test_what_explains_all_of_it_has_an_infinite_t_and_the_p_of_its_symmetries():
    twice = Layer("twice", NODES, 2 * A.values + 1)
    found = mrqap(twice, [A])
    row = found.table.row(1, named=True)
    assert (row["coefficient"], row["standardised"], found.r_squared) == pytest.approx((2, 1, 1))
    # A triangle with a tail has two symmetries; renamed by these it explains all again.
    assert row["t"] == np.inf
    assert (row["p_greater"], row["p_less"], row["p_two_sided"]) == (2 / 720, 1, 2 / 720)


def test_a_layer_to_which_others_leave_nothing_has_no_t():
    twice = Layer("twice", NODES, 2 * A.values + 1)
    intercept, explains, nothing = mrqap(twice, [A, D]).table.rows(named=True)
    assert explains["t"] == np.inf
    assert nothing["coefficient"] == pytest.approx(0, abs=1e-12)
    assert (nothing["t"], nothing["p_two_sided"], intercept["t"]) == (None, None, None)


def test_many_nodes_come_in_blocks_with_the_same_result(monkeypatch):
    chance = np.random.default_rng(3)
    nodes = tuple(f"n{number:02}" for number in range(12))
    y, x, z = (Layer(name, nodes, chance.random((12, 12))) for name in "yxz")
    whole = mrqap(y, [x, z], samples=40, seed=2)
    monkeypatch.setattr(sys.modules[mrqap.__module__], "_CELLS_AT_A_TIME", 132 * 7)
    assert mrqap(y, [x, z], samples=40, seed=2).table.equals(whole.table)
    assert not mrqap(y, [x, z], samples=40, seed=3).table.equals(whole.table)


@pytest.mark.parametrize(
    ("predictors", "words"),
    [
        ([], "0 predictors"),
        ([B, B], "same name"),
        ([B, Layer("twice b", NODES, 2 * B.values)], "follows from the other predictors"),
        ([B, D, Layer("sum", NODES, B.values + D.values)], "follows from the other predictors"),
        ([Layer("ones", NODES, np.ones((6, 6)))], "follows from the other predictors"),
    ],
)
def test_what_cannot_be_told_apart_is_refused(predictors, words):
    with pytest.raises(UsageError, match=words):
        mrqap(A, predictors, samples=5)


def test_an_outcome_without_differences_or_with_too_few_pairs_is_refused():
    with pytest.raises(UsageError, match="nothing to explain"):
        mrqap(Layer("ones", NODES, np.ones((6, 6))), [A])
    three = [Layer(layer.name, NODES[:3], layer.values[:3, :3]) for layer in (B, A, D)]
    with pytest.raises(UsageError, match="3 pairs for 2 predictors"):
        mrqap(three[0], three[1:])
