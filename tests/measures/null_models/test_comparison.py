from __future__ import annotations

from math import isnan, nan

import numpy as np
import pytest
from scipy import sparse

from samverkansgraf.errors import UsageError
from samverkansgraf.measures import MEASURES
from samverkansgraf.measures.null_models import NULLS, against_null, network_of, null_samples
from samverkansgraf.measures.null_models.comparison import compared
from samverkansgraf.network import incidence, two_mode_of_pairs


def beside(observed, drawn):
    return compared(observed, drawn, null="bicm", samples=len(drawn), seed=1)


def test_the_place_of_a_value_among_drawn_ones_is_worked_by_hand():
    # Of 0 … 9 one is as great as 9, all are as small: p = 2 · (1 + 1)/(1 + 10). Mean 4.5, variance 82.5/9.
    found = beside(9.0, [float(value) for value in range(10)])
    assert found.p == pytest.approx(4 / 11)
    assert found.mean == 4.5
    assert found.sd == pytest.approx((82.5 / 9) ** 0.5)
    assert found.z == pytest.approx(4.5 / found.sd)
    assert (found.low, found.high) == pytest.approx((0.225, 8.775))
    assert found.reason() == ""


def test_p_is_never_0_and_never_above_1():
    assert beside(99.0, [1.0, 2.0, 3.0]).p == 0.5  # 2 · 1/4
    assert beside(2.0, [1.0, 2.0, 3.0]).p == 1.0


def test_values_that_differ_in_their_last_digit_are_equal():
    assert beside(0.1 + 0.2, [0.3] * 99).p == 1.0


def test_where_every_draw_gives_the_same_value_there_is_no_z_and_a_reason():
    found = beside(1.0, [1.0, 1.0])
    assert isnan(found.z)
    assert found.sd == 0
    assert "same value" in found.reason("en")
    assert "samma värde" in found.reason("sv")


def test_draws_without_a_value_do_not_count_and_are_counted():
    found = beside(1.0, [nan, 0.0, 1.0, 2.0])
    assert (found.samples, found.defined) == (4, 3)
    assert found.mean == 1.0
    assert "for 1 of 4" in found.reason("en")
    none = beside(1.0, [nan, nan])
    assert isnan(none.p)
    assert "all of the random networks" in none.reason("en")


def test_an_undefined_measure_is_not_compared():
    found = against_null(two_mode_of_pairs([]), MEASURES["density_two_mode"].of_whole, samples=5)
    assert found.defined == 0
    assert all(isnan(value) for value in (found.observed, found.mean, found.sd, found.z, found.p))
    assert "undefined for the network" in found.reason("en")


def test_what_the_null_model_keeps_does_not_differ_from_chance(davis):
    # The number of participations is kept exactly by two of the null models, and on average by the third.
    for null in ("fixed-degree", "equiprobable"):
        found = against_null(davis, MEASURES["density_two_mode"].of_whole, null=null, samples=20)
        assert found.mean == pytest.approx(found.observed)
        assert found.p == 1
    free = against_null(davis, MEASURES["density_two_mode"].of_whole, null="bicm", samples=200)
    assert free.sd > 0
    assert abs(free.z) < 0.3


def test_the_southern_women_cluster_more_than_their_degrees_give(davis):
    # Robins and Alexander's coefficient is 0.46776; the degrees alone give less.
    found = against_null(davis, MEASURES["robins_alexander"].of_whole, samples=300)
    assert found.observed == pytest.approx(0.46776, abs=1e-5)
    assert found.low < found.mean < found.high < found.observed
    assert found.p < 0.02


@pytest.mark.parametrize("null", NULLS)
def test_drawn_networks_have_the_nodes_of_the_network_and_what_is_known_of_them(city, null):
    city.nodes["T"]["is_set"] = True
    city.nodes["stad"]["sector"] = "kommun"
    matrix = incidence(city).matrix
    (drawn,) = (network_of(city, one) for one in null_samples(matrix, null, samples=1, seed=3))
    assert dict(drawn.nodes(data=True)) == dict(city.nodes(data=True))
    if null == "fixed-degree":
        assert dict(drawn.degree) == dict(city.degree)
    if null != "bicm":
        assert drawn.number_of_edges() == city.number_of_edges()
    drawn.nodes["stad"]["sector"] = "annan"
    assert city.nodes["stad"]["sector"] == "kommun"


def test_with_equal_chance_anywhere_every_cell_is_as_likely():
    matrix = sparse.csr_array(np.array([[1.0, 1.0, 1.0], [0.0, 0.0, 0.0]]))
    drawn = [one.todense() for one in null_samples(matrix, "equiprobable", samples=4000)]
    assert {int(one.sum()) for one in drawn} == {3}
    np.testing.assert_allclose(sum(drawn) / 4000, 0.5, atol=0.04)  # five standard errors


def test_the_same_seed_gives_the_same_comparison(davis):
    for null in NULLS:
        once, again, other = (
            against_null(davis, MEASURES["robins_alexander"].of_whole, null=null, samples=5, seed=seed)
            for seed in (1, 1, 2)
        )
        assert once == again
        assert once.mean != other.mean


def test_what_cannot_be_used_is_refused_by_name(city):
    with pytest.raises(UsageError, match="did you mean 'fixed-degree'"):
        against_null(city, len, null="fixeddegree")
    with pytest.raises(UsageError, match="0 samples"):
        against_null(city, len, samples=0)
