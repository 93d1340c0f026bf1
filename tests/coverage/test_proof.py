"""What the rows of a table of coverage are of, and what they rest on."""

from __future__ import annotations

import polars as pl
import pytest

from samverkansgraf.city import open_city
from samverkansgraf.coverage import coverage
from samverkansgraf.coverage.proof import cell_proof
from samverkansgraf.errors import UsageError
from samverkansgraf.resources import bundled_project

AT = "2026-01-01"


@pytest.fixture(scope="module")
def city():
    return open_city(bundled_project())


@pytest.mark.parametrize("levels", ["finest", "all"])
@pytest.mark.parametrize("by", [("district",), ("district", "theme"), ("theme", "sector", "district")])
def test_the_rows_are_those_of_the_table(city, by, levels):
    table = coverage(city.frames, city.settings.bounds, by=by, at=AT, levels=levels)
    proof = cell_proof(city.frames, city.settings.bounds, by=by, at=AT, levels=levels)
    named = table if levels == "finest" else table.filter(pl.col("level") != "unnamed")
    assert proof.labels.equals(named.select(by))
    assert proof.terms.null_count().transpose().sum().item() == 0


@pytest.mark.parametrize("dimensions", [("district",), ("district", "theme")])
def test_each_cell_has_the_evidence_that_why_gives_for_it(city, dimensions):
    proof = cell_proof(city.frames, city.settings.bounds, by=dimensions, at=AT)
    phrases = city.frames.evidence.select("evidence", "source", "where", "quote", "speaker").unique()
    for row, terms in enumerate(proof.terms.iter_rows(named=True)):
        theme = None if "theme" not in terms else proof.labels["theme"][row]
        why = city.why_cell(district=terms["district"], theme=theme, at=AT)
        there = why.filter(~pl.col("why").is_in(["planned", "ended", "not_begun", "search"]))
        linked = proof.links.filter(pl.col("row") == row).join(phrases, left_on="thing", right_on="evidence")
        columns = ["source", "where", "quote", "speaker"]
        assert set(linked.select(columns).iter_rows()) == set(there.select(columns).iter_rows())


def test_only_cells_that_something_reaches_have_evidence(city):
    table = coverage(city.frames, city.settings.bounds, at=AT)
    linked = cell_proof(city.frames, city.settings.bounds, at=AT).links["row"].unique().sort().to_list()
    reached = pl.col("value").is_in(["covered", "indirect"])
    assert linked == table.with_row_index("row").filter(reached)["row"].to_list()


@pytest.mark.parametrize("by", [("theme",), ("theme", "sector")])
def test_as_many_searches_are_linked_as_the_table_counts(by):
    almedalen = open_city(bundled_project("almedalen"))
    table = coverage(almedalen.frames, almedalen.settings.bounds, by=by, at=None)
    links = cell_proof(almedalen.frames, almedalen.settings.bounds, by=by, at=None).links
    searches = links.join(almedalen.frames.searches, left_on="thing", right_on="search", how="semi")
    counted = dict(searches.group_by("row").len().iter_rows())
    assert [counted.get(row, 0) for row in range(table.height)] == table["searches"].to_list()


def test_what_is_unknown_is_refused(city):
    with pytest.raises(UsageError, match="is no dimension"):
        cell_proof(city.frames, city.settings.bounds, by=("distrikt",))
