"""The chapter on what to do next: searches where nobody has looked, starts only where a search found nothing."""

from __future__ import annotations

from datetime import date

import pytest
from tests.tables.project_files import written

from samverkansgraf.city import open_city
from samverkansgraf.findings import findings_of
from samverkansgraf.outputs import output_files
from samverkansgraf.report import document

SEARCHED = "date,outcome,district,theme,source,terms\n2020-06-01,nothing,Söder,skola,bladet,skola söder\n"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    project = written(tmp_path_factory.mktemp("next") / "p", searches__csv=SEARCHED)
    city = open_city(project)
    findings = findings_of(city, as_of=date(2024, 6, 15))
    made = output_files(city, findings, language="sv")
    return {name: data.decode("utf-8-sig") for name, data in made.items() if name.endswith((".md", ".csv"))}


def the_chapter(files):
    text = files["report.md"]
    return text[text.index("\n## Var ska vi leta härnäst?") : text.index("\n## Där källorna säger olika")]


def test_something_may_start_only_where_a_search_found_nothing(files):
    # Norr × trygghet has an initiative, Söder × skola was searched in vain; in Norr × skola and Söder × trygghet nobody
    # has looked.
    rows = [line for line in the_chapter(files).splitlines() if line.startswith("| ")]
    starts = [row for row in rows if "starta något" in row]
    assert [row.split(" | ")[0] for row in starts] == ["| Söder: skola"]
    first = [row.split(" | ")[0] for row in rows if "sök först" in row]
    assert sorted(first) == ["| Norr: skola", "| Söder: trygghet"]


def test_the_searches_are_written_as_rows_to_fill_in(files):
    header, *rows = files["searches_to_make.csv"].splitlines()
    assert header.startswith("date,outcome,district,theme")
    asked = {tuple(row.split(",")[2:4]) for row in rows}
    assert all(row.startswith(",,") for row in rows)
    assert asked
    text = the_chapter(files)
    assert "`searches_to_make.csv`" in text
    assert "plan --searches" in text


def test_what_the_sources_do_not_say_is_not_taken_to_be_missing(files):
    assert "de kan ha mer med varandra att göra" in the_chapter(files)


def test_in_english_too(tmp_path):
    project = written(tmp_path / "p", searches__csv=SEARCHED)
    findings = findings_of(open_city(project), as_of=date(2024, 6, 15), language="en")
    (found,) = [one for one in document(findings, language="en").sections if one.name == "where_next"]
    assert found.title == "Where to look next?"
