"""What holds for every city: made at random from the small one's places, themes and sectors."""

from __future__ import annotations

from dataclasses import replace
from unittest import mock

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkansgraf.coverage import VALUES, Cells, coverage, tally
from samverkansgraf.vocabulary import sg

PLACES = st.sampled_from(
    ["p:Västerås", "p:Bäckby", "p:centrum", "p:Råby", "p:Skallberget", "p:utsatta", "p:kanske", "p:olistade"]
)
THEMES = st.lists(st.sampled_from(["t:trygghet", "t:brott", "t:skola"]), max_size=2, unique=True)
CERTAINTIES = st.sampled_from(["Stated", "StatedInPart", "Inferred", "Planned"])
SOURCES = st.sampled_from([(), ("s:1",), ("s:1", "s:2")])
ENDS = st.sampled_from([None, "2018", "2021-06-30", "2025"])
INITIATIVES = st.integers(0, 3).map(lambda number: f"i:{number}")
ACTORS = st.sampled_from([("a:polis", "Police"), ("a:af", "StateAgency"), ("a:rb", "CivilSociety")])
AT = st.sampled_from(["ever", "2020-01-01", "2022"])
BY = st.sampled_from(
    [
        ("district",),
        ("theme",),
        ("sector",),
        ("district", "theme"),
        ("sector", "theme"),
        ("district", "theme", "sector"),
        ("theme", "target_group"),
        ("district", "sector", "target_group"),
    ]
)
PERIODS = ("2015/2018", "2019", "2020/2022")
BY_PERIOD = st.sampled_from(
    [
        ("period",),
        ("district", "theme", "period"),
        ("theme", "target_group", "period"),
        ("district", "target_group", "period"),
        ("district", "sector", "target_group", "period"),
    ]
)
PLACEMENTS = st.lists(st.tuples(INITIATIVES, PLACES, CERTAINTIES, SOURCES, ENDS), max_size=6)
PARTICIPATIONS = st.lists(
    st.tuples(INITIATIVES, ACTORS, CERTAINTIES, SOURCES, st.lists(PLACES, max_size=1), THEMES), max_size=6
)
SEARCH = st.tuples(
    st.one_of(PLACES, st.just(sg("AllDistricts"))),
    st.sampled_from(["t:trygghet", "t:brott", "t:skola", sg("AllThemes")]),
    st.sampled_from([sg("AllSectors"), sg("Police"), sg("StateAgency")]),
    st.sampled_from(["Nothing", "Found", "Incomplete"]),
    st.sampled_from([None, "2019"]),
)
SEARCHES = st.lists(SEARCH, max_size=3)
CITIES = st.tuples(st.lists(THEMES, min_size=4, max_size=4), PLACEMENTS, PARTICIPATIONS, SEARCHES)


def filled(city, drawn):
    themes, placements, participations, searches = drawn
    for number, some in enumerate(themes):
        city.initiative(f"i:{number}", *some)
    for initiative, place, certainty, sources, end in placements:
        city.placed(initiative, place, certainty=certainty, sources=sources, end=end)
    for initiative, (actor, sector), certainty, sources, places, own in participations:
        city.takes_part(
            actor, initiative, sector=sector, certainty=certainty, sources=sources, places=places, themes=own
        )
    for search in searches:
        searched(city, search)
    for group, initiative in (("a:unga", "i:0"), ("a:unga", "i:1"), ("a:äldre", "i:2")):
        city.takes_part(group, initiative, role="TargetGroup", end=placements[0][4] if placements else None)
    return city


def searched(city, search):
    place, theme, sector, outcome, until = search
    city.search(place, theme, outcome=outcome, sectors=[sector], to=until)


@given(drawn=CITIES, search=SEARCH, by=BY, at=AT)
@settings(max_examples=20)
def test_one_more_search_turns_only_not_searched_and_indirect_into_none_found(
    new_city, drawn, search, by, at
):
    city = filled(new_city(), drawn)
    before = city.table(by, at=at)["value"].to_list()
    searched(city, search)
    after = city.table(by, at=at)["value"].to_list()
    changes = {(old, new) for old, new in zip(before, after, strict=True) if old != new}
    assert changes <= {("not_searched", "none_found"), ("indirect", "none_found")}


@given(drawn=CITIES, added=st.tuples(PLACES, THEMES, ACTORS), by=BY, at=AT)
@settings(max_examples=20)
def test_one_more_initiative_takes_covered_from_no_cell(new_city, drawn, added, by, at):
    city = filled(new_city(), drawn)
    before = city.table(by, at=at)["value"].to_list()
    place, themes, (actor, sector) = added
    city.initiative("i:new", *themes, place=place).takes_part(actor, "i:new", sector=sector)
    after = city.table(by, at=at)["value"].to_list()
    allowed = {
        "covered": {"covered"},
        "none_found": {"none_found", "covered"},
        "indirect": {"indirect", "covered"},
    }
    for old, new in zip(before, after, strict=True):
        assert new in allowed.get(old, {"not_searched", "indirect", "covered"})


@given(drawn=CITIES, placement=st.tuples(INITIATIVES, PLACES), at=AT)
@settings(max_examples=20)
def test_one_more_placement_takes_covered_from_no_cell_of_district_and_theme(new_city, drawn, placement, at):
    # In sector cells it may: where an initiative has several places, where its actors are is less sure.
    city = filled(new_city(), drawn)
    before = city.table(at=at)["value"].to_list()
    city.placed(*placement)
    after = city.table(at=at)["value"].to_list()
    assert all(new == "covered" for old, new in zip(before, after, strict=True) if old == "covered")


@given(drawn=CITIES, by=BY, at=AT, order=st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_rows_changes_nothing(new_city, drawn, by, at, order):
    city = filled(new_city(), drawn)
    frames = city.frames()
    mixed = {}
    for table in (
        "initiatives",
        "placements",
        "participations",
        "searches",
        "places",
        "themes",
        "actors",
        "concepts",
    ):
        some = getattr(frames, table)
        mixed[table] = some[order.sample(range(some.height), some.height)]
    again = coverage(replace(frames, **mixed), city.bounds, by=by, at=at, levels="all")
    assert again.equals(city.table(by, at=at, levels="all"))


@given(drawn=CITIES, by=BY, at=AT)
@settings(max_examples=30)
def test_counts_are_in_range_and_agree_with_the_value(new_city, drawn, by, at):
    city = filled(new_city(), drawn)
    table = city.table(by, at=at, levels="all")
    fine = table.filter(level="finest")
    assert set(table["value"]) <= set(VALUES)
    counts = ("initiatives", "actors", "sources", "indirect_evidence", "searches", "planned", "ended")
    assert min(table[name].min() for name in counts) >= 0
    assert max(table[name].max() for name in ("initiatives", "indirect_evidence", "planned", "ended")) <= 4
    assert table["searches"].max() <= len(drawn[3])
    for part, whole in (
        ("independent_sources", "sources"),
        ("delivers", "initiatives"),
        ("complete_searches", "searches"),
        ("covered_of", "of"),
    ):
        assert table.filter(pl.col(part) > pl.col(whole)).is_empty()
    there = pl.col("value").is_in(["covered", "indirect"])
    assert fine.filter(there != (pl.col("initiatives") > 0)).is_empty()
    assert fine.filter(there != (pl.col("sources") > 0)).is_empty()
    assert fine.filter(
        (pl.col("value") == "indirect") & (pl.col("initiatives") != pl.col("indirect_evidence"))
    ).is_empty()
    assert fine.filter((pl.col("value") == "none_found") & (pl.col("searches") == 0)).is_empty()


@given(drawn=CITIES, at=AT)
@settings(max_examples=15)
def test_a_sector_cell_is_covered_only_where_an_actor_of_it_could_be(new_city, drawn, at):
    # Without places and themes of their own, actors can act only where their initiatives are.
    themes, placements, participations, searches = drawn
    plain = [(*row[:4], [], []) for row in participations]
    city = filled(new_city(), (themes, placements, plain, searches))
    covered = city.table(at=at).filter(value="covered").select("district", "theme")
    by_sector = (
        city.table(("district", "theme", "sector"), at=at).filter(value="covered").select("district", "theme")
    )
    assert by_sector.join(covered, on=["district", "theme"], how="anti").is_empty()


@given(drawn=CITIES, search=SEARCH, added=st.tuples(PLACES, THEMES, ENDS, ENDS, ACTORS), by=BY_PERIOD)
@settings(max_examples=30)
def test_of_periods_and_groups_too_evidence_takes_covered_from_none_and_searches_turn_only_the_unsure(
    new_city, drawn, search, added, by
):
    city = filled(new_city(), drawn)
    before = city.table(by, periods=PERIODS)["value"].to_list()
    searched(city, search)
    then = city.table(by, periods=PERIODS)["value"].to_list()
    changes = {(old, new) for old, new in zip(before, then, strict=True) if old != new}
    assert changes <= {("not_searched", "none_found"), ("indirect", "none_found")}
    place, themes, start, end, (actor, sector) = added
    city.initiative("i:new", *themes, place=place, start=start, end=end)
    city.takes_part(actor, "i:new", sector=sector).takes_part("a:unga", "i:new", role="TargetGroup")
    after = city.table(by, periods=PERIODS)["value"].to_list()
    assert all(new == "covered" for old, new in zip(then, after, strict=True) if old == "covered")


@given(drawn=CITIES)
@settings(max_examples=15)
def test_what_covers_a_period_covers_at_some_time_too(new_city, drawn):
    # The other way does not hold: what is undated covers over all time and no period for sure.
    city = filled(new_city(), drawn)
    for by in (("theme",), ("district", "theme")):
        of_periods = city.table((*by, "period"), periods=PERIODS).filter(value="covered").select(by)
        ever = city.table(by, at="ever").filter(value="covered").select(by)
        assert of_periods.join(ever, on=list(by), how="anti").is_empty()


@given(drawn=CITIES, by=BY, at=AT)
@settings(max_examples=20)
def test_totals_add_up_over_any_dimension_and_in_any_order(new_city, drawn, by, at):
    city = filled(new_city(), drawn)
    table = city.table(by, at=at)
    counted = tally(table)
    assert sum(counted.by_value.values()) == table.height
    for name in by:
        parts = [tally(part) for part in table.partition_by(name)]
        assert sum(parts[1:], parts[0]) == counted
    turned = city.table(tuple(reversed(by)), at=at)
    assert turned.select(table.columns).sort(*by).equals(table.sort(*by))


@given(drawn=CITIES, by=BY_PERIOD)
@settings(max_examples=20)
def test_of_periods_and_groups_too_totals_add_up_over_any_dimension(new_city, drawn, by):
    table = filled(new_city(), drawn).table(by, periods=PERIODS)
    counted = tally(table)
    assert sum(counted.by_value.values()) == table.height
    for name in by:
        parts = [tally(part) for part in table.partition_by(name)]
        assert sum(parts[1:], parts[0]) == counted


@given(drawn=CITIES, by=BY, at=AT)
@settings(max_examples=15)
def test_other_labels_change_nothing(new_city, drawn, by, at):
    city = filled(new_city(), drawn)
    frames = city.frames()
    renamed = {
        table: getattr(frames, table).with_columns(
            pl.concat_str(pl.lit("~"), pl.col("label").str.reverse(), pl.int_range(pl.len())).alias("label")
        )
        for table in ("places", "themes", "initiatives")
    }
    again = coverage(replace(frames, **renamed), city.bounds, by=by, at=at)
    same = [name for name in again.columns if name not in ("district", "theme")]
    assert again.select(same).equals(city.table(by, at=at).select(same))


@given(drawn=CITIES, by=BY, at=AT, size=st.integers(1, 7))
@settings(max_examples=15)
def test_parts_are_the_table(new_city, drawn, by, at, size):
    city = filled(new_city(), drawn)
    for dimensions, options in ((by, {"at": at}), ((by[0], "period", *by[1:]), {"periods": PERIODS})):
        cells = Cells(city.frames(), city.bounds, by=dimensions, levels="all", **options)
        with mock.patch("samverkansgraf.coverage.cells.PART", size):
            parts = list(cells.parts())
        assert pl.concat(parts).equals(city.table(dimensions, levels="all", **options))
        assert max(part.height for part in parts) <= max(size, len(PERIODS) * 9 * 3)
