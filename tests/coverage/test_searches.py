"""Which searches cover which cells, and what they make of them."""

import pytest

from samverkansgraf.vocabulary import sg


def test_a_search_that_found_nothing_makes_the_cell_none_found(city):
    city.search("p:Bäckby", "t:trygghet")
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["value"], cell["searches"], cell["initiatives"], cell["last_seen"]) == (
        "none_found",
        1,
        0,
        None,
    )
    assert city.value("Bäckby", "skola") == "not_searched"
    assert city.value("Råby", "trygghet") == "not_searched"


@pytest.mark.parametrize("outcome", ["Found", "Incomplete"])
def test_a_search_with_another_outcome_is_counted_and_marks_nothing(city, outcome):
    city.search("p:Bäckby", "t:trygghet", outcome=outcome)
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["value"], cell["searches"]) == ("not_searched", 1)


def test_a_search_of_everything_covers_every_cell(city):
    city.search(sg("AllDistricts"), sg("AllThemes"))
    table = city.table()
    assert set(table["value"]) == {"none_found"}
    assert set(table["searches"]) == {1}


def test_a_search_of_everywhere_for_one_theme_covers_that_theme_and_narrower_ones(city):
    city.search(sg("AllDistricts"), "t:trygghet")
    assert city.value("Råby", "brott") == "none_found"
    assert city.value("Råby", "skola") == "not_searched"


def test_a_search_of_a_narrower_theme_does_not_cover_the_broader(city):
    city.search("p:Bäckby", "t:brott")
    assert city.value("Bäckby", "brott") == "none_found"
    assert city.value("Bäckby", "trygghet") == "not_searched"


def test_a_search_of_a_larger_place_covers_what_lies_within_and_of_a_part_not_the_whole(city):
    city.search("p:Västerås", "t:skola").search("p:centrum", "t:brott")
    assert city.value("Skallberget", "skola") == "none_found"
    assert city.value("Bäckby", "brott") == "not_searched"


def test_a_search_of_a_group_covers_what_it_lists_and_not_possible_members(city):
    city.search("p:utsatta", "t:skola").search("p:kanske", "t:brott")
    assert city.value("Råby", "skola") == "none_found"
    assert city.value("Skallberget", "skola") == "not_searched"
    assert city.value("Råby", "brott") == "not_searched"


def test_a_search_for_something_in_particular_marks_and_counts_for_no_cell(city):
    city.search("p:Bäckby", "t:trygghet", looked_for="avtal om EST").search(
        None, None, looked_for="rapporten"
    )
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["value"], cell["searches"]) == ("not_searched", 0)


def test_a_search_limited_to_a_period_covers_days_within_it_only(city):
    city.search("p:Bäckby", "t:trygghet", **{"from": "2018", "to": "2019"})
    at = ("2018-01-01", "2019-12-31", "2017-12-31", "2020-01-01", "2019-12/2020-01", "ever")
    assert [city.value("Bäckby", "trygghet", at=day) for day in at] == ["none_found"] * 2 + [
        "not_searched"
    ] * 4


def test_a_search_without_a_period_covers_any_date(city):
    city.search("p:Bäckby", "t:trygghet")
    assert [city.value("Bäckby", "trygghet", at=at) for at in ("1990", "2030", "ever")] == ["none_found"] * 3


def test_covered_stands_before_a_search_and_a_search_before_indirect_and_all_are_counted(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").initiative(
        "Lugnt", "t:trygghet", place="p:Västerås"
    )
    city.search(sg("AllDistricts"), "t:trygghet", complete=True)
    there, gap = city.cell("Bäckby", "trygghet"), city.cell("Råby", "trygghet")
    assert (there["value"], there["indirect_evidence"], there["searches"]) == ("covered", 1, 1)
    assert (gap["value"], gap["indirect_evidence"], gap["searches"]) == ("none_found", 1, 1)
    assert (gap["initiatives"], gap["complete_searches"]) == (0, 1)


def test_a_complete_search_that_found_something_is_no_complete_search_in_vain(city):
    city.search("p:Bäckby", "t:skola", outcome="Found", complete=True)
    assert city.cell("Bäckby", "skola")["complete_searches"] == 0


def test_a_search_of_one_sector_covers_it_and_narrower_ones_and_no_cell_without_sector(city):
    city.search("p:Bäckby", "t:skola", sectors=[sg("StateAgency")])
    by = ("district", "theme", "sector")
    values = {
        row["sector"]: row["value"]
        for row in city.table(by).iter_rows(named=True)
        if row["district"] == "Bäckby" and row["theme"] == "skola"
    }
    assert values == {
        "statlig myndighet": "none_found",
        "polis": "none_found",
        "civilsamhälle": "not_searched",
    }
    assert city.value("Bäckby", "skola") == "not_searched"


def test_a_search_that_names_no_sector_searched_them_all(city):
    city.search("p:Bäckby", "t:skola", sectors=None)
    assert city.value("Bäckby", "skola", "polis", by=("district", "theme", "sector")) == "none_found"


def test_a_cell_of_any_place_is_covered_only_by_a_search_of_every_place(city):
    city.search("p:Bäckby", "t:skola").search("p:Västerås", "t:brott").search(
        sg("AllDistricts"), "t:trygghet"
    )
    assert city.value("skola", by=("theme",)) == "not_searched"
    assert city.value("brott", by=("theme",)) == "none_found"  # Västerås contains every district in bounds
    assert city.value("trygghet", by=("theme",)) == "none_found"
