"""What the rows of a table of coverage are of, and what they rest on."""

from __future__ import annotations

import polars as pl
import pytest

from samverkansgraf.city import open_city
from samverkansgraf.coverage import coverage
from samverkansgraf.coverage.proof import cell_proof
from samverkansgraf.errors import UsageError
from samverkansgraf.resources import bundled_project
from samverkansgraf.vocabulary import sg

AT = "2026-01-01"


@pytest.fixture(scope="module")
def vasteras():
    return open_city(bundled_project())


@pytest.mark.parametrize("levels", ["finest", "all"])
@pytest.mark.parametrize("by", [("district",), ("district", "theme"), ("theme", "sector", "district")])
def test_the_rows_are_those_of_the_table(vasteras, by, levels):
    table = coverage(vasteras.frames, vasteras.settings.bounds, by=by, at=AT, levels=levels)
    proof = cell_proof(vasteras.frames, vasteras.settings.bounds, by=by, at=AT, levels=levels)
    named = table if levels == "finest" else table.filter(pl.col("level") != "unnamed")
    assert proof.labels.equals(named.select(by))
    assert proof.terms.null_count().transpose().sum().item() == 0


@pytest.mark.parametrize("dimensions", [("district",), ("district", "theme")])
def test_each_cell_has_the_evidence_that_why_gives_for_it(vasteras, dimensions):
    proof = cell_proof(vasteras.frames, vasteras.settings.bounds, by=dimensions, at=AT)
    phrases = vasteras.frames.evidence.select("evidence", "source", "where", "quote", "speaker").unique()
    for row, terms in enumerate(proof.terms.iter_rows(named=True)):
        if proof.labels["district"][row] not in {"Bäckby", "Skallberget"}:
            continue
        theme = None if "theme" not in terms else proof.labels["theme"][row]
        why = vasteras.why_cell(district=terms["district"], theme=theme, at=AT)
        there = why.filter(~pl.col("why").is_in(["planned", "ended", "not_begun", "search"]))
        linked = proof.links.filter(pl.col("row") == row).join(phrases, left_on="thing", right_on="evidence")
        columns = ["source", "where", "quote", "speaker"]
        assert set(linked.select(columns).iter_rows()) == set(there.select(columns).iter_rows())


def test_only_cells_that_something_reaches_have_evidence(vasteras):
    table = coverage(vasteras.frames, vasteras.settings.bounds, at=AT)
    linked = (
        cell_proof(vasteras.frames, vasteras.settings.bounds, at=AT).links["row"].unique().sort().to_list()
    )
    reached = pl.col("value").is_in(["covered", "indirect"])
    assert linked == table.with_row_index("row").filter(reached)["row"].to_list()


BY = (("district",), ("theme",), ("district", "theme"), ("sector", "theme", "district"))


@pytest.mark.parametrize("levels", ["finest", "all"])
@pytest.mark.parametrize("by", BY, ids=".".join)
def test_as_many_searches_are_linked_as_the_table_counts(new_city, by, levels):
    town = new_city()
    town.search("p:Bäckby", "t:trygghet").search(sg("AllDistricts"), sg("AllThemes"), outcome="Found")
    town.search("p:utsatta", sg("AllThemes"), sectors=[sg("Police")]).search("p:Västerås", "t:skola")
    table = town.table(by, levels=levels)
    links = cell_proof(town.frames(), town.bounds, by=by, levels=levels).links
    finest = table.with_row_index("row")
    if levels == "all":
        finest = finest.filter(pl.col("level") == "finest")
    counted = dict(links.group_by("row").len().iter_rows())
    assert finest["searches"].sum()
    assert [counted.pop(row, 0) for row in finest["row"]] == finest["searches"].to_list()
    assert counted == {}  # a coarser cell has no links of its own


def test_a_source_without_words_is_linked_itself(new_city):
    # By district and theme only the placement places it, by sector the participation does so too.
    town = new_city().initiative("i:1", "t:skola", place="p:Bäckby")
    town.takes_part("a:1", "i:1", sources=("s:2",))
    proof = cell_proof(town.frames(), town.bounds)
    (row,) = proof.links["row"].unique()
    assert proof.labels.row(row) == ("Bäckby", "skola")
    assert proof.links["thing"].to_list() == ["s:1"]
    by_sector = cell_proof(town.frames(), town.bounds, by=("district", "sector"))
    assert by_sector.links["thing"].to_list() == ["s:1", "s:2"]


def test_what_is_unknown_is_refused(vasteras):
    with pytest.raises(UsageError, match="is no dimension"):
        cell_proof(vasteras.frames, vasteras.settings.bounds, by=("distrikt",))
