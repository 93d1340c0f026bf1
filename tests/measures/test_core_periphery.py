from __future__ import annotations

from itertools import product
from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkansgraf.measures.core_periphery import core_members, core_periphery, core_periphery_p
from samverkansgraf.network import tie_matrix, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("12345678")), min_size=1, max_size=20)


def best_of_all(network):
    """Return the greatest correlation with the ideal pattern over every possible core."""
    nodes, ties = tie_matrix(network)
    pairs = np.triu_indices(len(nodes), k=1)
    tied = (ties.toarray() > 0)[pairs].astype(float)
    fits = []
    for members in product([False, True], repeat=len(nodes)):
        core = np.array(members)
        ideal = (core[:, None] | core[None, :])[pairs].astype(float)
        if np.ptp(ideal) and np.ptp(tied):
            fits.append(np.corrcoef(tied, ideal)[0, 1])
    return max(fits, default=float("nan"))


@settings(max_examples=40)
@given(LINKS)
def test_the_fit_is_the_greatest_that_any_core_has(links):
    network = two_mode_of_pairs(links)
    if len(tie_matrix(network)[0]) >= 3:
        assert core_periphery(network) == pytest.approx(best_of_all(network), abs=1e-9, nan_ok=True)


def test_a_star_fits_wholly_and_its_centre_is_the_core():
    star = two_mode_of_pairs(pair for leaf in "abcd" for pair in ((leaf, leaf * 2), ("centre", leaf * 2)))
    assert core_periphery(star) == pytest.approx(1)
    assert core_members(star).filter(core=True)["id"].to_list() == ["centre"]


def test_without_a_pattern_nothing_fits():
    assert isnan(core_periphery(two_mode_of_pairs(product("abc", "1"))))  # all are tied
    assert isnan(core_periphery(two_mode_of_pairs([("a", "1"), ("b", "2"), ("c", "3")])))  # nobody is
    assert isnan(core_periphery_p(two_mode_of_pairs([("a", "1"), ("b", "1")])))


def test_p_is_small_for_a_core_that_meets_everybody_two_and_two_and_not_for_ties_at_random():
    core = two_mode_of_pairs(
        pair
        for number, (hub, leaf) in enumerate([*product("AB", "abcdefgh"), ("A", "B")])
        for pair in ((hub, str(number)), (leaf, str(number)))
    )
    assert core_periphery_p(core, null="ties", samples=99) == 0.01
    ring = two_mode_of_pairs(
        pair for i in range(9) for pair in ((f"a{i}", str(i)), (f"a{(i + 1) % 9}", str(i)))
    )
    assert core_periphery_p(ring, null="ties", samples=99) > 0.5
