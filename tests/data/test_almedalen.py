"""The official programme of Almedalsveckan 2021–2023: its totals, what was decided, and what it was searched for."""

from __future__ import annotations

import csv
import importlib.util
import os
import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

import samverkansgraf as sg

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data" / "almedalen"
SOURCES = Path(os.environ.get("SAMVERKANSGRAF_SOURCES") or ROOT.parent / "shared" / "data")
YEARS = ("2021", "2022", "2023")
UNKNOWN = "ej angiven"
OPEN = {"Business", "CivilSociety", "Media"}


def rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def there():
    """Of each year and theme: the sectors of all that organise an event in it."""
    sector = {row["id"]: row["sector"] for row in rows("actors")}
    organisers = defaultdict(set)
    for row in rows("participations"):
        organisers[row["initiative"]].add(sector[row["actor"]])
    found = defaultdict(set)
    for row in rows("initiatives"):
        for theme in filter(None, row["theme"].split(";")):
            found[row["start"][:4], theme] |= organisers[row["id"]] or {UNKNOWN}
    return found


@pytest.fixture(scope="module")
def city():
    return sg.open(FOLDER)


def test_the_totals_are_those_of_the_compilation():
    # almedalsdata has 719, 1,661 and 1,960 rows; 47 of 2022 have the year and number of another.
    counts = {row["year"]: row for row in rows("docs/counts")}
    assert [int(counts[year]["rows"]) for year in YEARS] == [719, 1_661, 1_960]
    assert [int(counts[year]["repeated_rows"]) for year in YEARS] == [0, 47, 0]
    events = Counter(row["id"][:4] for row in rows("initiatives"))
    assert [events[year] for year in YEARS] == [719, 1_614, 1_960]


def test_the_counts_are_those_of_the_tables():
    organisers = defaultdict(set)
    for row in rows("participations"):
        organisers[row["initiative"]].add(row["actor"])
    for row in rows("docs/counts"):
        of_year = [who for event, who in organisers.items() if event.startswith(row["year"])]
        assert int(row["participations"]) == sum(map(len, of_year))
        assert int(row["actors"]) == len(set().union(*of_year))
        assert int(row["initiatives_with_several"]) == sum(len(who) > 1 for who in of_year)


def test_each_participation_quotes_a_name_of_its_organiser():
    names = {row["id"]: {row["label"]} for row in rows("actors")}
    for row in rows("same"):
        if row["decision"] == "same":
            names[row["a"]].add(row["b"])
    for row in rows("participations"):
        assert row["quote"] in {" ".join(name.split()[:12]) for name in names[row["actor"]]}, row


def test_every_organiser_organises_something():
    assert {row["id"] for row in rows("actors")} == {row["actor"] for row in rows("participations")}


def test_every_decision_says_why():
    assert all(row["why"] and row["date"] for row in rows("same"))


def test_sectors_are_what_the_rules_give_and_nothing_is_guessed():
    sector = {row["label"]: row["sector"] for row in rows("actors")}
    known = {
        "Sigtuna kommun": "Municipality",
        "Region Gotland": "RegionalAuthority",
        "Polismyndigheten": "Police",
        "Länsstyrelsen Gotland": "StateAgency",
        "Brottsförebyggande rådet": "StateAgency",
        "Södertörns högskola": "University",
        "Jönköping University": "University",
        "Varberg Energi AB": "Business",
        "Naturskyddsföreningen": "CivilSociety",
        "Svenska Polisförbundet": "CivilSociety",
        "Tidningen Dagen": "Media",
        "Centerpartiet": "politiskt-parti",
        "Expressen": UNKNOWN,
        "Google": UNKNOWN,
        "Karolinska Universitetssjukhuset": UNKNOWN,
        "Samordningsförbundet Västerås": UNKNOWN,
        "Svenska Kyrkan": UNKNOWN,
    }
    assert {label: sector[label] for label in known} == known
    assert Counter(sector.values())[UNKNOWN] == 1_340


def test_a_search_that_found_nothing_is_of_what_is_not_there(there):
    for row in rows("searches"):
        found = there[row["from"], row["theme"]]
        assert row["from"] == row["to"] == row["source"].removeprefix("program-")
        if not row["sector"]:
            assert row["outcome"] == ("found" if found else "nothing")
            assert row["complete"] == ("yes" if found else "")
        else:
            assert row["sector"] not in found
            unsure = UNKNOWN in found
            assert row["outcome"] == ("incomplete" if unsure and row["sector"] in OPEN else "nothing")
            assert bool(row["complete"]) == (not unsure)


@pytest.mark.parametrize("year", YEARS)
def test_a_topic_and_sector_is_covered_where_an_event_has_both_and_else_none_found_or_not_told(
    city, there, year
):
    themes = {row["label"]: row["id"] for row in rows("themes")}
    names = {"kommun": "Municipality", "region": "RegionalAuthority", "statlig myndighet": "StateAgency",
             "polis": "Police", "näringsliv": "Business", "civilsamhälle": "CivilSociety", "lärosäte": "University",
             "medier": "Media", "politiskt parti": "politiskt-parti"}  # fmt: skip
    cells = city.coverage(by=("theme", "sector"), at=year)
    assert cells.height == 36 * 9
    for row in cells.iter_rows(named=True):
        found = there[year, themes[row["theme"]]]
        sector = names[row["sector"]]
        # The police are a state agency too: narrower than it.
        if sector in found or (sector == "StateAgency" and "Police" in found):
            expected = "covered"
        elif sector in OPEN and UNKNOWN in found:
            expected = "not_searched"
        else:
            expected = "none_found"
        assert row["value"] == expected, (year, row["theme"], row["sector"])


def test_cells_change_between_the_years_as_the_readme_says(city):
    values = {
        year: {
            (row["theme"], row["sector"]): row["value"]
            for row in city.coverage(by=("theme", "sector"), at=year).iter_rows(named=True)
        }
        for year in YEARS
    }
    counts = [Counter(values[year].values()) for year in YEARS]
    assert [count["covered"] for count in counts] == [132, 179, 196]
    assert [count["none_found"] for count in counts] == [138, 123, 106]
    assert [count["not_searched"] for count in counts] == [54, 22, 22]
    changes = []
    for before, after in pairwise(YEARS):
        covered = [
            {cell for cell, value in values[year].items() if value == "covered"} for year in (before, after)
        ]
        changes.append((len(covered[1] - covered[0]), len(covered[0] - covered[1])))
    assert changes == [(76, 29), (42, 25)]


def test_a_topic_nobody_used_that_year_is_none_found_and_not_more(city):
    cells = city.coverage(by=("theme",), at="2021")
    empty = cells.filter(cells["value"] != "covered")
    assert set(empty["theme"]) == {"Partiets halvdag", "Religion", "Yttrandefrihet"}
    assert set(empty["value"]) == {"none_found"}
    assert set(empty["complete_searches"]) == {0}


def test_no_address_and_no_telephone_is_there_and_no_person_acts():
    assert {row["kind"] for row in rows("actors")} == {"organisation"}
    for table in ("actors", "initiatives", "participations", "same"):
        for row in rows(table):
            text = " ".join(row.values())
            assert not re.search(r"[\w.+-]+@[\w.-]+\w|\+46|\b0\d{1,3}[- ]\d{5,}", text), row


def test_the_tables_are_made_again_byte_by_byte(tmp_path, monkeypatch, capsys):
    programme = SOURCES / "almedalsdata" / "almedalen_events_2009-2015_2021-2023.csv"
    if not programme.is_file():
        pytest.skip("the compilation is not at hand")
    monkeypatch.syspath_prepend(FOLDER / "docs")
    spec = importlib.util.spec_from_file_location("make_almedalen", FOLDER / "docs" / "make_tables.py")
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # data/ is bundled as it stands
    spec.loader.exec_module(script)
    monkeypatch.setattr(script, "PROJECT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["make", str(programme), str(SOURCES / "swedish-agencies")])
    script.main()
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.csv"))
    assert len(made) == 9
    for path in made:
        assert (tmp_path / path).read_bytes() == (FOLDER / path).read_bytes(), path
    printed = capsys.readouterr().out
    assert "whole file: 18889 events, 27465 organisers after the split at ', '" in printed
    assert "37 topics, 1286 places, 89 repeated keys" in printed
