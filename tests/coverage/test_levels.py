"""Coarser cells show n of N, and the districts nobody named are a row of their own."""

from dataclasses import replace

import pytest

from samverkansgraf.coverage import finest


def coarse(city, theme="trygghet"):
    return city.cell("Västerås", theme, levels="all")


def test_a_coarser_cell_says_how_many_of_what_it_contains_are_covered(city):
    city.initiative("EST", "t:trygghet", place="p:utsatta")
    cell = coarse(city)
    assert (cell["covered_of"], cell["of"], cell["value"], cell["level"]) == (2, 3, "indirect", "coarser")
    assert cell["initiatives"] == 1


def test_a_coarser_cell_is_covered_only_if_all_are(city):
    city.initiative("EST", "t:trygghet", place="p:utsatta").initiative(
        "Lugnt", "t:trygghet", place="p:Skallberget"
    )
    cell = coarse(city)
    assert (cell["covered_of"], cell["of"], cell["value"], cell["initiatives"]) == (3, 3, "covered", 2)


def test_a_coarser_cell_is_none_found_only_if_all_are(city):
    city.search("p:utsatta", "t:trygghet")
    assert coarse(city)["value"] == "not_searched"
    city.search("p:Skallberget", "t:trygghet")
    assert (coarse(city)["value"], coarse(city)["searches"]) == ("none_found", 2)


def test_an_initiative_placed_at_the_coarser_place_covers_none_of_its_parts(city):
    city.initiative("EST", "t:trygghet", place="p:Västerås")
    cell = coarse(city)
    assert (cell["covered_of"], cell["value"], cell["indirect_evidence"]) == (0, "indirect", 1)


def test_fine_cells_are_the_same_with_and_without_levels(city):
    city.initiative("EST", "t:trygghet", place="p:utsatta").search("p:Skallberget", "t:skola")
    fine = city.table(levels="all").filter(level="finest")
    assert fine.select(city.table().columns).equals(city.table())


def test_districts_nobody_named_are_a_row_of_their_own_and_part_of_the_city(city):
    city.bounds = replace(city.bounds, district_total=30)
    city.initiative("EST", "t:trygghet", place="p:utsatta").initiative(
        "Lugnt", "t:trygghet", place="p:Skallberget"
    )
    cell = coarse(city)
    assert (cell["covered_of"], cell["of"], cell["value"]) == (3, 30, "indirect")
    unnamed = city.cell("27 stadsdelar som ingen har namngett", "trygghet", levels="all")
    assert (unnamed["value"], unnamed["of"], unnamed["initiatives"], unnamed["level"]) == (
        "not_searched",
        27,
        0,
        "unnamed",
    )


def test_there_is_no_such_row_when_all_are_named(city):
    city.bounds = replace(city.bounds, district_total=3)
    assert "unnamed" not in city.table(levels="all")["level"].to_list()


def test_without_district_there_are_no_coarser_cells_and_the_columns_are_the_same(city):
    table = city.table(("theme",), levels="all")
    assert table.columns[-3:] == city.table(levels="all").columns[-3:] == ["covered_of", "of", "level"]
    assert table["level"].to_list() == ["finest"] * 3


def test_levels_work_with_sectors_in_any_order(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").takes_part("Polisen", "EST", sector="Police")
    cell = city.cell("polis", "Västerås", by=("sector", "district"), levels="all")
    assert (cell["covered_of"], cell["of"], cell["actors"]) == (1, 3, 1)


@pytest.mark.parametrize(
    "by", [("district", "theme"), ("theme",), ("sector", "district"), ("district", "theme", "sector")]
)
def test_the_finest_of_a_table_with_levels_is_the_table_without(city, by):
    city.bounds = replace(city.bounds, district_total=30)
    city.initiative("EST", "t:trygghet", place="p:utsatta")
    assert finest(city.table(by=by, levels="all")).equals(city.table(by=by))
