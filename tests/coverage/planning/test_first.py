"""What to search for first: the search that tells most, those that tell as much, and whose need it meets."""

from __future__ import annotations

import polars as pl

from samverkansgraf.coverage import coverage
from samverkansgraf.coverage.planning import first_search, next_searches
from samverkansgraf.frames import Frames, frame
from samverkansgraf.project import Bounds

NAMES = ("Bäckby", "Råby", "Skallberget")
FRAMES = Frames.of(
    places=frame("places", [{"place": f"p:{name}", "label": name} for name in NAMES]),
    themes=frame("themes", [{"theme": "t:skola", "label": "skola"}]),
)
BOUNDS = Bounds(districts=tuple(f"p:{name}" for name in NAMES), themes=("t:skola",))


def searches(kinds, need=None):
    return next_searches(FRAMES, BOUNDS, budget=3, kinds=kinds, need=need)


def needs(*values):
    return pl.DataFrame(
        {"district": NAMES, "need": values}, schema={"district": pl.String, "need": pl.Float64}
    )


def test_where_all_weigh_the_same_the_others_are_as_good_as_the_first():
    first = first_search(searches(["district"]), coverage(FRAMES, BOUNDS))
    assert first.row["district"] == "Bäckby"
    assert [row["district"] for row in first.as_good] == ["Råby", "Skallberget"]
    assert first.districts == ("Bäckby",)
    assert first.needs == {}


def test_need_sets_one_first_and_orders_the_districts_of_a_search_of_a_theme():
    weighed = pl.DataFrame({"place": [f"p:{name}" for name in NAMES], "need": [0.1, 0.9, 0.5]})
    first = first_search(searches(["district"], weighed), coverage(FRAMES, BOUNDS), needs(0.1, 0.9, 0.5))
    assert (first.row["district"], first.as_good) == ("Råby", ())
    assert first.needs == {"Råby": 1, "Skallberget": 2, "Bäckby": 3}
    theme = first_search(searches(["theme"], weighed), coverage(FRAMES, BOUNDS), needs(0.1, 0.9, 0.5))
    assert theme.districts == ("Råby", "Skallberget", "Bäckby")


def test_a_district_whose_need_is_not_known_comes_after_those_whose_is():
    theme = first_search(searches(["theme"]), coverage(FRAMES, BOUNDS), needs(None, 0.9, 0.5))
    assert theme.districts == ("Råby", "Skallberget", "Bäckby")
    assert "Bäckby" not in theme.needs


def test_what_is_answered_is_no_district_to_look_in():
    cells = coverage(FRAMES, BOUNDS).with_columns(value=pl.Series(["covered", "not_searched", "indirect"]))
    assert first_search(searches(["theme"]), cells).districts == ("Råby", "Skallberget")


def test_without_a_search_to_make_there_is_no_first():
    found = searches(["district"])
    nothing = type(found)(found.searches.clear(), (), found.names, found.weighed, found.counts, 0, exact=True)
    assert first_search(nothing, coverage(FRAMES, BOUNDS)) is None
