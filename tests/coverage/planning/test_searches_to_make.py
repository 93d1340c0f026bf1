"""Which searches would tell most, worked by hand, and the table that is filled in."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import polars as pl
import pytest
from tests.coverage.conftest import PLACES

from samverkansgraf.coverage.planning import search_template, searches_in_words, searches_to_make
from samverkansgraf.errors import UsageError
from samverkansgraf.tables.columns import TABLES
from samverkansgraf.vocabulary import sg

SHOWN = ("district", "theme", "not_searched", "indirect", "adds")


def shown(found):
    return found.searches.select(SHOWN).rows()


def test_the_set_that_answers_most_and_in_it_what_adds_most_first(unsearched):
    # A search for trygghet answers brott too: 6 of 9 cells; skola the other 3.
    found = unsearched.searches(budget=1)
    assert shown(found) == [("*", "trygghet", 6, 0, 6)]
    assert found.searches["so_far"].to_list() == [pytest.approx(6 / 9)]
    assert shown(unsearched.searches(budget=2)) == [("*", "trygghet", 6, 0, 6), ("*", "skola", 3, 0, 3)]


def test_effort_decides_between_many_small_and_one_large(unsearched):
    # For 3: one theme (at most 6 cells), or three districts (all 9).
    found = unsearched.searches(budget=3, efforts={"theme": 3})
    assert shown(found) == [(name, "*", 3, 0, 3) for name in ("Bäckby", "Råby", "Skallberget")]


def test_need_and_indirect_evidence_weigh(unsearched):
    # Rådet may be in Råby, skola: that cell counts half there. Weights: Bäckby 3 x 1, Råby 2.5 x 4, Skallberget 3 x 2.
    unsearched.initiative("Rådet", "t:skola", place="p:kanske")
    need = pl.DataFrame({"place": ["p:Bäckby", "p:Råby", "p:Skallberget"], "need": [1.0, 4.0, 2.0]})
    found = unsearched.searches(budget=3, need=need, kinds=["district"])
    assert found.searches["weight"].to_list() == [10.0, 6.0, 3.0]
    assert shown(found)[0] == ("Råby", "*", 2, 1, 3)
    assert found.searches["so_far"][-1] == 1.0


def test_what_is_answered_tells_nothing_more(unsearched):
    unsearched.search("p:Råby", sg("AllThemes"))
    unsearched.initiative("Läxhjälp", "t:skola", place="p:Bäckby")
    found = unsearched.searches(budget=9, kinds=["district"])
    assert shown(found) == [("Skallberget", "*", 3, 0, 3), ("Bäckby", "*", 2, 0, 2)]


def test_single_cells_by_need(unsearched):
    need = pl.DataFrame({"place": ["p:Råby"], "need": [4.0]})
    found = unsearched.searches(budget=1, need=need, kinds=["cell"])
    assert shown(found) == [
        ("Bäckby", "trygghet", 2, 0, 2)
    ]  # brott too; the others weigh as the mean, Råby's 4


def test_population_is_told_where_it_is_known_of_every_district(unsearched):
    people = {"p:Bäckby": 9000, "p:Råby": 3000}
    unsearched.rows["places"] = [{**row, "population": people.get(row["place"])} for row in PLACES]
    found = unsearched.searches(budget=9, kinds=["district", "theme"], efforts={"theme": 0.5})
    told = {
        (row["district"], row["theme"]): row["population"] for row in found.searches.iter_rows(named=True)
    }
    assert told[("*", "skola")] is None
    districts = unsearched.searches(budget=3, kinds=["district"]).searches
    assert districts["population"].to_list() == [9000, 3000, None]


def test_where_to_begin_registers_whom_to_ask_and_what_may_be_there(unsearched):
    unsearched.add("sources", source="s:register", title="Föreningsregistret", scope="Register")
    unsearched.rows["sources"][0]["scope"] = sg("Register")
    unsearched.add("sources", source="s:list", title="Listan över områden", scope="Register")
    unsearched.rows["sources"][1]["scope"] = sg("Register")  # nothing on initiatives stands in it
    unsearched.initiative("Rådet", "t:skola", place="p:Västerås").takes_part("Skolan", "Rådet")
    unsearched.rows["participations"][-1]["sources"] = ["s:register"]
    unsearched.initiative("Läxhjälp", "t:skola", place="p:Bäckby").takes_part("Biblioteket", "Läxhjälp")
    unsearched.takes_part("Biblioteket", "Rådet")
    unsearched.add("actors", actor="boende", label="boende", kind="collective")
    unsearched.takes_part("boende", "Rådet")
    row = unsearched.searches(budget=1, kinds=["district"]).searches.row(0, named=True)
    assert (row["district"], row["ask"]) == ("Råby", ["Biblioteket", "Skolan"])
    assert row["may_be_there"] == ["Rådet"]
    assert row["registers"] == ["Föreningsregistret"]
    unsearched.search(sg("AllDistricts"), "t:brott", outcome="Incomplete", sources=["s:register"])
    rows = unsearched.searches(budget=9, kinds=["theme"]).searches
    told = dict(rows.select("theme", "registers").iter_rows())
    assert told["skola"] == ["Föreningsregistret"]
    theme = rows.filter(pl.col("theme") == "skola").row(0, named=True)
    assert theme["may_be_there"] == ["Rådet"]  # of all districts: what no evidence puts in one of them


def test_in_words(unsearched):
    unsearched.bounds = replace(unsearched.bounds, district_total=10)
    words = searches_in_words(unsearched.searches(budget=1), sectors=[sg("Media")])
    assert words == [
        (
            "7 stadsdelar har ingen källa namngett, och ingen av sökningarna svarar för dem. Skaffa först namnen och lägg in dem "
            "i tabellen districts."
        ),
        "9 rutor saknar svar: 9 är inte undersökta och 0 bara indirekt belagda.",
        "Sökningarna i tabellen skulle ge svar i 6 rutor, 67\u00a0% av det som är okänt.",
        "Inget behov är angivet: alla rutor utan svar väger lika, de indirekt belagda mindre.",
        "Varje sökning räknas som lika mycket arbete; ange annat med --effort.",
        "Att leta i: lokaltidningens arkiv.",
        "En sökning som inte finner något ger värdet inget funnet; först då går det att säga var något kan startas.",
    ]


def test_where_all_is_answered_no_search_is_proposed(unsearched):
    unsearched.search(sg("AllDistricts"), sg("AllThemes"))
    found = unsearched.searches()
    assert found.searches.is_empty()
    assert searches_in_words(found, "en") == [
        "No cell is without an answer, so no search needs to be made first."
    ]


def test_too_many_cells_are_searched_for_one_after_another_and_that_is_told(unsearched, monkeypatch):
    exact = shown(unsearched.searches(budget=2))
    monkeypatch.setattr(searches_to_make, "MOST_CELLS", 0)
    found = unsearched.searches(budget=2)
    assert shown(found) == exact
    assert "Rutorna är för många" in " ".join(searches_in_words(found))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"budget": 0}, "a budget of 0 makes no search"),
        ({"kinds": ["distrikt"]}, "no search of one 'distrikt'; did you mean 'district'"),
        ({"efforts": {"theme": 0}}, "a search of one theme costs 0"),
        ({"indirect": 2}, "indirect cells weigh 2"),
    ],
)
def test_what_cannot_be_searched_for_is_refused(unsearched, options, message):
    with pytest.raises(UsageError, match=message):
        unsearched.searches(**options)


def test_the_template_has_the_tables_columns_and_leaves_the_outcome_open(unsearched):
    unsearched.rows["places"] = [
        {**row, "aliases": ["Gamla Råby"]} if row["place"] == "p:Råby" else row for row in PLACES
    ]
    text = search_template(unsearched.searches(budget=2, kinds=["district"]), unsearched.frames())
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == [column.name for column in TABLES["searches"].columns]
    assert [(row["district"], row["theme"], row["terms"]) for row in rows] == [
        ("Bäckby", "*", "Bäckby"),
        ("Råby", "*", "Råby; Gamla Råby"),
    ]
    assert not any(
        row[name] for row in rows for name in ("date", "outcome", "source", "by", "looked_for", "complete")
    )


def test_a_label_that_a_table_would_misread_stands_as_the_id(unsearched):
    # Two places are called Råby; Skallberget's label holds the mark between several names.
    labels = {"p:Skallberget": "Skall; berget"}
    unsearched.rows["places"] = [
        *({**row, "label": labels.get(row["place"], row["label"])} for row in PLACES),
        {"place": "p:annat", "label": "Råby", "kind": "quarter"},
    ]
    text = search_template(unsearched.searches(budget=3, kinds=["district"]), unsearched.frames())
    assert [row["district"] for row in csv.DictReader(io.StringIO(text))] == [
        "Bäckby",
        "p:Råby",
        "p:Skallberget",
    ]
