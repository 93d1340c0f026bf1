"""Districts by need against what is recorded, worked by hand; what nobody knows widens the range and no more."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.coverage import need_gaps, need_positions
from samverkansgraf.coverage.need_figures import chosen_indicators, need_figures
from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.project import Bounds, Need

BACKBY, RABY, SKALLBERGET = "p:Bäckby", "p:Råby", "p:Skallberget"


def figures(city, indicator="Trångboddhet", unit="%", period="2021", source="s:1", **values):
    for name, value in values.items():
        number = len(city.rows.get("indicators", []))
        city.add(
            "indicators",
            observation=f"o:{number}",
            place=f"p:{name}",
            indicator=indicator,
            period=period,
            value=float(value),
            unit=unit,
            source=source,
        )
    return city


def gaps(city, *indicators, **options):
    table = need_gaps(city.frames(), city.bounds, indicators=indicators or ["Trångboddhet"], **options)
    return {row["district"]: row for row in table.iter_rows(named=True)}


def needs(found):
    return [found[name]["need"] for name in ("Bäckby", "Råby", "Skallberget")]


def test_the_gap_is_the_place_by_need_times_the_share_not_covered(city):
    # Three districts, three themes. Needs 30 > 20 > 10: ranks 5/6, 3/6, 1/6. Bäckby has brott (and so trygghet): 2 of 3 cells.
    figures(city, Bäckby=30, Råby=20, Skallberget=10).initiative("a", "t:brott", place=BACKBY)
    found = gaps(city)
    assert needs(found) == pytest.approx([5 / 6, 3 / 6, 1 / 6])
    assert found["Bäckby"]["gap"] == pytest.approx(5 / 18)
    assert found["Råby"]["gap"] == 0.5
    assert (found["Råby"]["rank"], found["Bäckby"]["rank"], found["Skallberget"]["rank"]) == (1, 2, 3)


def test_what_is_not_searched_may_be_all_or_nothing(city):
    # Nothing searched anywhere: every gap may be 0, so that nobody's rank is known.
    figures(city, Bäckby=30, Råby=20, Skallberget=10)
    found = gaps(city)
    assert [(row["rank_low"], row["rank_high"]) for row in found.values()] == [(1, 3)] * 3
    # All three searched in vain: nothing is open.
    for place in (BACKBY, RABY, SKALLBERGET):
        city.search(place, "t:trygghet").search(place, "t:skola")
    found = gaps(city)
    assert [(row["rank"], row["rank_low"], row["rank_high"], row["rank_if_all"]) for row in found.values()] == [
        (1, 1, 1, 1), (2, 2, 2, 2), (3, 3, 3, 3),
    ]  # fmt: skip


def test_two_sources_widen_the_place_and_are_not_averaged(city):
    figures(city, Bäckby=30, Råby=20, Skallberget=10)
    figures(city, source="s:2", Råby=40)
    frames = city.frames()
    one = need_figures(frames, [BACKBY, RABY, SKALLBERGET], "Trångboddhet")
    positions = need_positions([one], [BACKBY, RABY, SKALLBERGET])
    assert positions.select("need", "need_low", "need_high").rows() == [
        pytest.approx((4 / 6, 3 / 6, 5 / 6)), pytest.approx((4 / 6, 3 / 6, 5 / 6)), pytest.approx((1 / 6,) * 3),
    ]  # fmt: skip


def test_area_types_are_an_order_whose_lowest_step_is_the_greatest_need(city):
    figures(city, "Områdestyp", "områdestyp 1–5", Bäckby=1, Råby=5, Skallberget=5)
    found = gaps(city, "Områdestyp")
    assert needs(found) == pytest.approx([5 / 6, 2 / 6, 2 / 6])


def test_a_combination_is_the_mean_of_places(city):
    figures(city, Bäckby=30, Råby=20, Skallberget=10)
    figures(city, "Valdeltagande", "%", Bäckby=80, Råby=50, Skallberget=90)
    found = gaps(city, "Trångboddhet", "Valdeltagande", told=Need(lower=("Valdeltagande",)))
    assert needs(found) == pytest.approx([4 / 6, 4 / 6, 1 / 6])
    assert found["Bäckby"]["figures"] == "Trångboddhet 2021: 30; Valdeltagande 2021: 80"


def test_a_district_without_a_figure_has_no_rank_and_a_reason(city):
    figures(city, Bäckby=30, Råby=20)
    row = gaps(city)["Skallberget"]
    assert row["rank"] is None
    assert row["gap"] is None
    assert row["reason"] == "inget värde: Trångboddhet"


def test_one_district_with_a_figure_makes_no_order(city):
    row = gaps(figures(city, Bäckby=30))["Bäckby"]
    assert row["rank"] is None
    assert row["reason"].startswith("ett enda område")


def test_the_period_is_that_of_most_districts_unless_said(city):
    figures(city, period="2021", Bäckby=1, Råby=2, Skallberget=3)
    figures(city, period="2022", Bäckby=9)
    assert gaps(city)["Bäckby"]["figures"] == "Trångboddhet 2021: 1"
    with pytest.raises(UsageError, match="no value of 2019; its periods are 2021, 2022"):
        gaps(city, period="2019")


def test_crime_is_never_used_alone(city):
    figures(city, "Anmälda brott", "antal", Bäckby=1, Råby=2)
    with pytest.raises(UsageError, match="'Anmälda brott' is never used alone"):
        gaps(city, "Anmälda brott")
    assert chosen_indicators(["Anmälda brott", "Trångboddhet"], Need()) == ("Anmälda brott", "Trångboddhet")
    assert chosen_indicators(["Anmälda brott"], Need(never_alone=())) == ("Anmälda brott",)
    with pytest.raises(UsageError, match="never used alone"):
        chosen_indicators(["Oro"], Need(never_alone=("Oro",)))


def test_unknown_indicators_and_mixed_units_are_named(city):
    figures(city, Bäckby=1)
    with pytest.raises(UsageError, match="did you mean 'Trångboddhet'"):
        gaps(city, "Trangboddhet")
    figures(city, unit="andel", Råby=0.2)
    with pytest.raises(UsageError, match=r"several units \(%, andel\)"):
        gaps(city)
    with pytest.raises(UsageError, match="no indicator is named; use --need"):
        need_gaps(city.frames(), city.bounds)


VALUES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2)), min_size=2, max_size=5)


@given(VALUES)
def test_every_choice_of_values_gives_a_place_within_the_bounds(rows):
    """By brute force over every choice among what sources say."""
    places = [f"p:{number}" for number in range(len(rows))]
    made = [
        {
            "observation": f"{place}{value}",
            "place": place,
            "indicator": "x",
            "period": "2021",
            "value": float(value),
        }
        for place, (low, more) in zip(places, rows, strict=True)
        for value in (low, low + more)
    ]
    frames = Frames.of(indicators=frame("indicators", made))
    positions = need_positions([need_figures(frames, places, "x")], places).rows()
    for chosen in product(*((low, low + more) for low, more in rows)):
        for own, (_, _, least, greatest) in zip(chosen, positions, strict=True):
            share = (sum(v < own for v in chosen) + sum(v == own for v in chosen) / 2) / len(rows)
            assert least - 1e-9 <= share <= greatest + 1e-9


@given(st.permutations([("Bäckby", 30), ("Råby", 20), ("Skallberget", 20)]))
def test_the_order_of_rows_changes_nothing(new_city_rows):
    places = [{"place": f"p:{name}", "label": name} for name, _ in new_city_rows]
    made = [
        {"observation": name, "place": f"p:{name}", "indicator": "x", "period": "2021", "value": float(v)}
        for name, v in new_city_rows
    ]
    frames = Frames.of(places=frame("places", places), indicators=frame("indicators", made))
    bounds = Bounds(districts=tuple(row["place"] for row in places))
    table = need_gaps(frames, bounds, indicators=["x"])
    assert dict(table.select("district", "rank").iter_rows()) == {"Bäckby": 1, "Råby": 2, "Skallberget": 2}
