from __future__ import annotations

from itertools import combinations, product
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures import MEASURES
from samverkansgraf.measures.nestedness import nodf, nodf_against_null
from samverkansgraf.network import incidence, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("123456")), min_size=1, max_size=30)


def network_with(cells):
    rows, columns = np.nonzero(cells)
    return two_mode_of_pairs((f"a{row}", f"i{column}") for row, column in zip(rows, columns, strict=True))


def by_formula(cells, *, ordered=True):
    """Return NODF pair by pair; where not ``ordered``, of the rows and columns as they stand."""
    cells = np.asarray(cells, dtype=float)
    paired = []
    for side in (cells, cells.T):
        one_side = sorted(side.tolist(), key=sum, reverse=True) if ordered else side.tolist()
        for upper, lower in combinations(one_side, 2):
            falls = sum(upper) > sum(lower) > 0
            both = sum(a * b for a, b in zip(upper, lower, strict=True))
            paired.append(both / sum(lower) if falls else 0.0)
    return 100 * sum(paired) / len(paired)


#: Few to many downwards, so that nothing falls from row to row.
TURNED = [[1, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 0], [0, 1, 1, 1]]


def test_the_southern_women_have_the_value_of_vegan(davis):
    # library(vegan); nestednodf(m)$statistic, m being women × events: columns 49.21245, rows 48.20573.
    assert nodf(davis) == pytest.approx(48.5811865730)
    assert MEASURES["nodf"].of_whole(davis) == nodf(davis)


def test_rows_and_columns_are_sorted_first():
    # nestednodf(m)$statistic gives 58.33333, nestednodf(m, order = FALSE)$statistic 29.16667.
    assert nodf(network_with(TURNED)) == pytest.approx(58.3333333333)
    assert by_formula(TURNED, ordered=False) == pytest.approx(29.1666666667)
    assert nodf(network_with(TURNED[::-1])) == pytest.approx(58.3333333333)


def test_unsorted_rows_would_give_the_southern_women_another_value(davis):
    # nestednodf(m, order = FALSE)$statistic, women and events in alphabetical order.
    assert by_formula(incidence(davis).matrix.todense(), ordered=False) == pytest.approx(14.76092896175)


def test_an_actor_in_nothing_counts(davis):
    # vegan again: y <- rbind(m[1:5, ], 0); nestednodf(y)$statistic. All events stay, those with nobody too.
    five = [node for node in sorted(davis) if davis.nodes[node]["kind"] == "actor"][:5]
    network = davis.subgraph([*five, *incidence(davis).initiatives]).copy()
    network.add_node("nobody", kind="actor", label="nobody", sector=None)
    assert nodf(network) == pytest.approx(27.2237196765)


@given(LINKS)
def test_it_equals_the_formula_written_out(links):
    network = two_mode_of_pairs(links)
    matrix = incidence(network).matrix
    if max(matrix.shape) > 1:
        assert nodf(network) == pytest.approx(by_formula(matrix.todense()))
        assert 0 <= nodf(network) <= 100


@given(LINKS, st.permutations("abcdefgh"))
def test_names_and_order_change_nothing(links, names):
    renamed = dict(zip("abcdefgh", names, strict=True))
    turned = two_mode_of_pairs([(renamed[actor], initiative) for actor, initiative in reversed(links)])
    assert nodf(turned) == pytest.approx(nodf(two_mode_of_pairs(links)), nan_ok=True)


def test_known_shapes():
    steps = np.tri(6)
    assert nodf(network_with(steps)) == 100
    assert nodf(network_with(np.ones((3, 4)))) == 0  # all pairs are equal
    assert nodf(network_with(np.eye(4))) == 0
    assert nodf(two_mode_of_pairs(product("abc", "1"))) == 0  # one initiative with everybody


def test_it_is_undefined_where_nobody_takes_part_or_there_is_no_pair():
    assert isnan(nodf(two_mode_of_pairs([])))
    assert isnan(nodf(two_mode_of_pairs([("a", "1")])))
    silent = two_mode_of_pairs([])
    silent.add_nodes_from("abc", kind="actor", label="", sector=None)
    assert isnan(nodf(silent))


def test_three_thousand_actors_in_one_initiative_and_some_elsewhere_need_no_projection():
    network = two_mode_of_pairs([*((f"a{number}", "all") for number in range(3000)), ("a0", "own")])
    # a0 has two, the others one of them: 2,999 full pairs of actors. own's one actor is in all: one full pair more.
    assert nodf(network) == pytest.approx(100 * 3000 / (3000 * 2999 / 2 + 1))


def test_whether_the_southern_women_are_nested_depends_on_the_null_model(davis):
    # vegan's oecosimu(m, nestednodf, nsimul = 4000): against "r00" mean 36.81, sd 2.95, z 4.0, p 0.0002;
    # against "curveball" mean 48.39, sd 1.06, z 0.18, p 0.92.
    anywhere = nodf_against_null(davis, null="equiprobable")
    degrees = nodf_against_null(davis)
    assert anywhere.observed == degrees.observed == nodf(davis)
    assert anywhere.mean == pytest.approx(36.81, abs=0.5)
    assert anywhere.sd == pytest.approx(2.95, abs=0.3)
    assert anywhere.p < 0.01
    assert degrees.mean == pytest.approx(48.39, abs=0.2)
    assert degrees.sd == pytest.approx(1.06, abs=0.15)
    assert degrees.p > 0.5
    assert nodf_against_null(davis) == degrees
    assert nodf_against_null(davis, seed=2) != degrees


def test_one_initiative_with_everybody_cannot_differ_from_chance():
    found = nodf_against_null(two_mode_of_pairs(product("abcdef", "1")), samples=20)
    assert (found.observed, found.mean, found.p) == (0, 0, 1)
    assert isnan(found.z)
    assert "same value" in found.reason("en")


def test_without_participation_it_is_said_that_it_is_undefined():
    found = nodf_against_null(two_mode_of_pairs([]), samples=20)
    assert isnan(found.observed)
    assert isnan(found.p)
    assert "undefined" in found.reason("en")
