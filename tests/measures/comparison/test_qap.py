"""QAP correlation against numpy, against all renamings, and against R's sna."""

from __future__ import annotations

from itertools import permutations
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.comparison import Layer, qap_correlation
from samverkansgraf.measures.comparison.renaming import renamings, renamings_of

NODES = tuple("abcdef")


def symmetric(*ends, weights=None, nodes=6):
    """Return a symmetric matrix with these ties, numbered from 1."""
    matrix = np.zeros((nodes, nodes))
    for (one, other), weight in zip(ends, weights or [1] * len(ends), strict=True):
        matrix[one - 1, other - 1] = matrix[other - 1, one - 1] = weight
    return matrix


# The ties of tests/measures/comparison/sna.R.
A = Layer("a", NODES, symmetric((1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (5, 6)))
B = Layer("b", NODES, symmetric((1, 2), (2, 3), (3, 4), (4, 6), (5, 6), (1, 5), weights=[2, 1, 3, 1, 2, 1]))

values = arrays.arrays(float, (5, 5), elements=st.integers(0, 4).map(float))


def off_diagonal(matrix):
    return matrix[~np.eye(len(matrix), dtype=bool)]


@given(values, values)
def test_the_correlation_is_numpys_over_pairs_of_different_nodes(one, other):
    a, b = (Layer(name, NODES[:5], matrix) for name, matrix in (("a", one), ("b", other)))
    found = qap_correlation(a, b, samples=3).correlation
    if np.ptp(off_diagonal(one)) == 0 or np.ptp(off_diagonal(other)) == 0:
        assert isnan(found)
    else:
        assert found == pytest.approx(np.corrcoef(off_diagonal(one), off_diagonal(other))[0, 1], abs=1e-12)


@given(values, values)
def test_neither_the_order_of_layers_nor_that_of_nodes_matters(one, other):
    a, b = Layer("a", NODES[:5], one), Layer("b", NODES[:5], other)
    order = [3, 0, 4, 1, 2]
    turned = Layer("b", tuple(NODES[place] for place in order), other[np.ix_(order, order)])
    found = qap_correlation(a, b, samples=200)
    assert found == qap_correlation(a, turned, samples=200) or isnan(found.correlation)
    # With all 119 renamings gone through, who is renamed does not matter either.
    back = qap_correlation(b, a, samples=200)
    assert isnan(found.correlation) or (found.p_greater, found.p_two_sided) == (
        back.p_greater,
        back.p_two_sided,
    )


def test_the_p_of_few_nodes_is_exact():
    # Four in a row, a – b – c – d, and a – b with c – d: every way of renaming, by hand with numpy.
    row = symmetric((1, 2), (2, 3), (3, 4), nodes=4)
    apart = symmetric((1, 2), (3, 4), nodes=4)
    every = [
        np.corrcoef(off_diagonal(row[np.ix_(order, order)]), off_diagonal(apart))[0, 1]
        for order in permutations(range(4))
    ]
    # Of the 3 ways to pair four nodes one lies in the row, one has one half there, one none: 8 orders of 24 each.
    observed = every[0]
    assert observed == pytest.approx(2 / 8**0.5)
    greater = sum(one >= observed - 1e-9 for one in every) / 24
    assert greater == pytest.approx(1 / 3)
    found = qap_correlation(Layer("row", NODES[:4], row), Layer("apart", NODES[:4], apart), samples=999)
    assert found.samples == 23
    assert found.p_greater == pytest.approx(greater)
    assert found.p_less == pytest.approx(sum(one <= observed + 1e-9 for one in every) / 24)
    assert found.p_two_sided == pytest.approx(sum(abs(one) >= abs(observed) - 1e-9 for one in every) / 24)


def test_the_correlation_and_its_p_are_those_of_sna():
    # Rscript tests/measures/comparison/sna.R: gcor 0.5773502692; of 20,000 renamings 0.04185 as great and 0.98395 as
    # small, with a standard error of 0.0014; here all 720 are gone through.
    found = qap_correlation(A, B, samples=719)
    assert found.correlation == pytest.approx(0.5773502692, abs=1e-10)
    assert found.p_greater == pytest.approx(0.04185, abs=0.005)
    assert found.p_less == pytest.approx(0.98395, abs=0.005)


def test_many_nodes_are_renamed_at_random_by_the_seed():
    chance = np.random.default_rng(5)
    nodes = tuple(f"n{number:02}" for number in range(20))
    a, b = (Layer(name, nodes, chance.random((20, 20))) for name in "ab")
    once, again, other = (qap_correlation(a, b, samples=50, seed=seed) for seed in (1, 1, 2))
    assert once == again
    assert once.mean != other.mean
    assert once.samples == 50


def test_a_layer_goes_together_with_itself_and_against_its_complement():
    complement = Layer("not a", NODES, 1 - A.values)
    assert qap_correlation(A, A, samples=9).correlation == pytest.approx(1)
    against = qap_correlation(A, complement, samples=719)
    assert against.correlation == pytest.approx(-1)
    # A triangle a b c with a tail d e f: only the given order and that with a and b swapped give the same ties.
    assert against.p_less == pytest.approx(2 / 720)
    assert against.p_greater == 1


def test_what_cannot_be_compared_is_refused_by_name():
    with pytest.raises(UsageError, match="'f' is in 'a' and not in 'b'"):
        qap_correlation(A, Layer("b", NODES[:5], np.zeros((5, 5))))
    with pytest.raises(UsageError, match="three or more are needed"):
        qap_correlation(*(Layer(name, NODES[:2], np.zeros((2, 2))) for name in "ab"))
    with pytest.raises(UsageError, match="0 samples"):
        qap_correlation(A, B, samples=0)


def test_renamings_are_all_but_the_given_one_or_as_many_as_asked():
    chance = np.random.default_rng(1)
    assert [order.tolist() for order in renamings(3, 5, chance)] == [
        [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0],
    ]  # fmt: skip
    assert len(list(renamings(3, 4, chance))) == renamings_of(3, 4) == 4
    assert renamings_of(6, 718) == 718
    assert renamings_of(6, 720) == 719
    assert renamings_of(10, 10**7) == 10**7
