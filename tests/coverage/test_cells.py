"""The columns beside the value, cells as whole numbers, and cells written part by part."""

import io

import polars as pl
import pytest

from samverkansgraf.coverage import Cells, coverage_in_words, tally, write_coverage
from samverkansgraf.coverage.grid import Grid
from samverkansgraf.errors import UsageError


def test_the_contracts_columns_come_first(city):
    assert city.table().columns[:13] == [
        "district", "theme", "value", "initiatives", "actors", "sources", "independent_sources",
        "indirect_evidence", "searches", "planned", "ended", "delivers", "last_seen",
    ]  # fmt: skip


def test_the_sectors_present_are_those_of_the_actors_in_its_language(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").takes_part("Polisen", "EST", sector="Police")
    city.takes_part("RB", "EST").takes_part("AF", "EST", sector="StateAgency", role="Funder")
    assert city.cell("Bäckby", "trygghet")["sectors"] == ["civilsamhälle", "polis"]
    assert city.cell("Bäckby", "safety", language="en")["sectors"] == ["civil society", "police"]
    assert city.cell("Råby", "trygghet")["sectors"] == []


def test_the_certainty_range_is_over_the_initiatives_that_make_the_cell(city):
    # The second is stated too: an initiative is as firm as the firmest said of it here.
    city.initiative("EST", "t:trygghet", place="p:Bäckby").placed("EST", "p:Bäckby", certainty="Inferred")
    assert (city.cell("Bäckby", "trygghet")["firmest"], city.cell("Bäckby", "trygghet")["weakest"]) == (
        "stated",
        "stated",
    )
    city.initiative("a", "t:skola").placed("a", "p:Råby", certainty="StatedInPart")
    city.initiative("b", "t:skola", place="p:Västerås")
    cell = city.cell("Råby", "skola")
    assert (cell["firmest"], cell["weakest"]) == ("in_part", "larger_place")
    empty = city.cell("Skallberget", "brott")
    assert (empty["firmest"], empty["weakest"], empty["newest_source"]) == (None, None, None)


def test_the_newest_source_is_named(city):
    city.add("sources", source="s:1", title="Äldre", date="2011").add(
        "sources", source="s:2", title="Nyare", date="2015"
    )
    city.initiative("EST", "t:trygghet").placed("EST", "p:Bäckby", sources=("s:1", "s:2"))
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["last_seen"], cell["newest_source"]) == ("2015", "Nyare")


def test_what_is_said_to_deliver_and_what_kind_is_not_said_are_counted_apart(city):
    from samverkansgraf.vocabulary import sg

    city.initiative("a", "t:trygghet", place="p:Bäckby", activity_kinds=[sg("Coordinates")])
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["delivers"], cell["kind_not_stated"]) == (0, 0)
    assert tally(city.table()).no_delivery == 1
    city.initiative("b", "t:trygghet", place="p:Bäckby")
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["delivers"], cell["kind_not_stated"]) == (0, 1)
    assert tally(city.table()).delivery_unsaid == 1
    city.initiative("c", "t:trygghet", place="p:Bäckby", activity_kinds=[sg("Delivers"), sg("Plans")])
    assert city.cell("Bäckby", "trygghet")["delivers"] == 1
    assert (tally(city.table()).no_delivery, tally(city.table()).delivery_unsaid) == (0, 0)


def test_a_division_is_a_level_of_the_hierarchy(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    table = city.table(division="municipality")
    assert table.select("district", "theme", "value").rows()[0] == ("Västerås", "trygghet", "covered")
    assert table.height == 3
    with pytest.raises(UsageError, match="division"):
        city.table(division="landskap")


def test_written_part_by_part_it_is_the_same_csv_and_tally(city, monkeypatch):
    monkeypatch.setattr("samverkansgraf.coverage.cells.PART", 4)
    city.initiative("EST", "t:trygghet", place="p:Bäckby").takes_part("Polisen", "EST", sector="Police")
    city.takes_part("RB", "EST").search("p:Råby", "t:skola")
    file = io.BytesIO()
    whole = write_coverage(file, Cells(city.frames(), city.bounds))
    table = city.table()
    assert pl.read_csv(file.getvalue(), infer_schema_length=0)["value"].to_list() == table["value"].to_list()
    assert file.getvalue().decode().count("district,theme") == 1
    assert b"civilsamh\xc3\xa4lle; polis" in file.getvalue()
    assert whole == tally(table)


def test_an_empty_city_is_a_header(new_city):
    from samverkansgraf.project import Bounds

    file = io.BytesIO()
    whole = write_coverage(file, Cells(new_city(bounds=Bounds()).frames(), Bounds()))
    assert file.getvalue().decode().startswith("district,theme,value")
    assert coverage_in_words(whole) == ["Det finns inga rutor: projektet anger inget att undersöka."]


def test_unnamed_districts_are_told_of_though_the_table_has_no_row_for_them(new_city):
    from dataclasses import replace

    one = new_city()
    one.bounds = replace(one.bounds, district_total=10)
    cells = Cells(one.frames(), one.bounds)
    assert (cells.unnamed, cells.unnamed_cells()) == (7, 21)
    told = tally(one.table()).with_unnamed(districts=7, cells=21)
    assert told == tally(one.table(levels="all"))


def test_more_cells_than_a_number_holds_are_refused():
    with pytest.raises(UsageError, match="too many"):
        Grid({"district": 100_000, "theme": 100_000})
