"""How evenly what is recorded is spread over a city worked by hand."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from samverkansgraf.coverage import equity, spread_of_initiatives
from samverkansgraf.errors import UsageError


def figures(city, indicator, unit=None, **values):
    for name, value in values.items():
        city.add(
            "indicators",
            observation=f"{indicator}{name}",
            place=f"p:{name}",
            indicator=indicator,
            period="2021",
            value=float(value),
            unit=unit,
        )
    return city


@pytest.fixture
def spread_city(city):
    """Bäckby 3, Råby 1 and Skallberget 0 initiatives; need in the same order."""
    for name, place in (("a", "Bäckby"), ("b", "Bäckby"), ("c", "Bäckby"), ("d", "Råby")):
        city.initiative(name, "t:skola", place=f"p:{place}")
    return figures(city, "Trångboddhet", Bäckby=30, Råby=20, Skallberget=10)


def table(city, *, samples=99, seed=1, **options):
    spread = spread_of_initiatives(city.frames(), city.bounds, **options)
    return {row["index"]: row for row in equity(spread, samples=samples, seed=seed).iter_rows(named=True)}


def test_worked_by_hand(spread_city):
    found = table(spread_city, indicators=["Trångboddhet"])
    # 3, 1, 0: mean 4/3; |differences| 2 + 3 + 1 twice = 12; 12 / (2·9·4/3) = ½.
    assert found["gini"]["value"] == pytest.approx(0.5)
    # Greatest need first: ranks 1/6, 3/6, 5/6: 2/4·(3/6 + 3/6) − 1 = −½.
    assert found["concentration_index"]["value"] == pytest.approx(-0.5)
    assert found["gini"]["per"] == "district"
    assert found["gini"]["districts"] == 3
    assert found["theil_between"]["value"] is None
    assert found["theil_between"]["reason"].startswith("ingen indelning")


def test_p_counts_permutations_as_far_from_0(spread_city):
    # Of the 6 orders of need only the given one and its reverse are as far from 0 as ½: p is near 2/6.
    found = table(spread_city, indicators=["Trångboddhet"], samples=2000)
    assert found["concentration_index"]["p_value"] == pytest.approx(1 / 3, abs=0.05)


def test_area_types_can_be_the_groups(spread_city):
    figures(spread_city, "Områdestyp", "områdestyp", Bäckby=1, Råby=1, Skallberget=5)
    found = table(spread_city, groups="Områdestyp")
    parts = found["theil_between"]["value"] + found["theil_within"]["value"]
    assert parts == pytest.approx(found["theil"]["value"])
    assert found["theil_between"]["p_value"] is not None


def test_known_populations_are_weights(spread_city):
    frames = spread_city.frames()
    people = frames.places.with_columns(population=pl.lit(1000) * (pl.col("label") == "Råby") + 3000)
    spread = spread_of_initiatives(
        replace(frames, places=people.cast({"population": pl.Int64})), spread_city.bounds
    )
    # 3 of 3,000; 1 of 4,000; 0 of 3,000.
    assert spread.per == "inhabitant"
    assert spread.rows.select("value", "weight").rows() == [(0.001, 3000), (0.00025, 4000), (0, 3000)]


def test_the_same_seed_gives_the_same_table(spread_city):
    assert table(spread_city, indicators=["Trångboddhet"]) == table(spread_city, indicators=["Trångboddhet"])
    assert table(spread_city, seed=2)["gini"]["seed"] == 2


def test_nothing_recorded_is_no_equality(city):
    found = table(city)
    assert found["gini"]["value"] is None
    assert found["gini"]["reason"] == "inget är antecknat någonstans"


def test_unknown_groups_are_named(spread_city):
    with pytest.raises(UsageError, match="did you mean 'municipality'"):
        table(spread_city, groups="municipalit")


def test_the_lorenz_curve(spread_city):
    spread = spread_of_initiatives(spread_city.frames(), spread_city.bounds)
    assert spread.lorenz()["share_of_initiatives"].to_list() == pytest.approx([0, 0, 0.25, 1])
