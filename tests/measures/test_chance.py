from __future__ import annotations

import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.measures import MEASURES, beside_chance
from samverkansgraf.network import two_mode_of_pairs

# Every actor in every initiative: no other network has these numbers.
ONLY = two_mode_of_pairs([(actor, initiative) for actor in "abc" for initiative in "xy"])


def test_a_measure_that_the_null_model_holds_fixed_is_as_chance_has_it():
    row = beside_chance(ONLY, ["density_two_mode"], nulls=["fixed-degree"], samples=9).row(0, named=True)
    assert (row["value"], row["expected"], row["sd"], row["p_value"]) == (1.0, 1.0, 0.0, 1.0)
    assert row["z"] is None
    assert row["reason"].startswith("all random networks give the same value")


def test_an_undefined_measure_has_its_own_reason_and_no_numbers():
    row = beside_chance(two_mode_of_pairs([("a", "x")]), ["mean_distance"], samples=9).row(0, named=True)
    assert (row["value"], row["expected"], row["p_value"], row["defined"]) == (None, None, None, 0)
    assert row["reason"] == MEASURES["mean_distance"].undefined["en"]


def test_the_southern_women_meet_in_two_circles_that_chance_does_not_give(davis):
    # Two groups who hardly meet: more closed four-paths than networks with the same numbers have.
    row = beside_chance(davis, ["robins_alexander"], nulls=["fixed-degree"], samples=99).row(0, named=True)
    assert row["value"] == pytest.approx(0.46776, abs=5e-6)
    assert row["value"] > row["chance_high"]
    assert row["p_value"] < 0.05


def test_measures_come_in_the_order_asked_each_with_every_null_model():
    table = beside_chance(ONLY, ["components", "density_two_mode"], nulls=["bicm", "equiprobable"], samples=3)
    assert table.select("measure", "null").rows() == [
        ("components", "bicm"),
        ("components", "equiprobable"),
        ("density_two_mode", "bicm"),
        ("density_two_mode", "equiprobable"),
    ]


def test_the_same_seed_gives_the_same_table_and_another_another(davis):
    one = beside_chance(davis, ["robins_alexander"], samples=9, seed=3)
    assert one.equals(beside_chance(davis, ["robins_alexander"], samples=9, seed=3))
    assert not one["expected"].equals(beside_chance(davis, ["robins_alexander"], samples=9)["expected"])


def test_unknown_measures_are_refused():
    with pytest.raises(UsageError, match="did you mean 'components'"):
        beside_chance(ONLY, ["componentss"])
