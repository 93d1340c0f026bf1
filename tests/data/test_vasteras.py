"""The whole of Västerås: every collected fact is accounted for, and what must not be in it is not."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from samverkansgraf.city import open_city
from samverkansgraf.disagreements import disagreements

FOLDER = Path(__file__).resolve().parents[2] / "data" / "vasteras"
FACTS = 173


def rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_collected_fact_became_something_or_was_left_out_for_a_reason():
    became = {row["fact_id"]: row for row in rows("docs/fact_ids")}
    assert {f"V{number:03}" for number in range(1, FACTS + 1)} <= set(became)
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for fact, row in became.items():
        assert row["became"], fact
        if row["became"] == "left out":
            assert row["note"], fact
            assert f"| {fact} |" in readme, fact


def test_what_a_fact_became_is_there():
    ids = {
        table: {row["id"] for row in rows(table)}
        for table in ("actors", "agreements", "claims", "districts", "initiatives", "sources", "themes")
    }
    for row in rows("docs/fact_ids"):
        for part in row["became"].split(";"):
            table, _, things = part.strip().partition(": ")
            for thing in (
                (thing.strip() for thing in things.split(" (")[0].split(",")) if table in ids else ()
            ):
                assert thing.split(" (")[0] in ids[table], (row["fact_id"], part)


def test_searches_answer_their_own_question_and_mark_no_cell():
    assert rows("searches")
    for row in rows("searches"):
        assert row["looked_for"], row
        assert row["outcome"] in {"nothing", "incomplete"}, row


def test_searches_mark_no_cell_of_the_coverage():
    cells = open_city(FOLDER).coverage()
    assert cells["searches"].sum() == 0
    assert "none_found" not in cells["value"].to_list()


def test_what_was_searched_and_not_found_has_a_row_each():
    looked_for = " ".join(row["looked_for"] for row in rows("searches"))
    for thing in (
        "IOP", "medlemmarna i föreningen Utveckling Bäckby", "bidrag från Delegationen mot segregation", "Fryshuset", "BID",
        "Framtid Bäckby", "verksamhetsnära ledningsgrupperna", "arbetsgruppen för stadsdelsarbete", "områdestyp",
        "22 statistiska områden", "90 stadsdelar", "arbetslöshet per stadsdel", "2015, 2017, 2019 och 2023",
    ):  # fmt: skip
        assert thing in looked_for, thing


def test_groups_are_never_in_bounds_and_districts_of_one_division_are():
    settings = (FOLDER / "samverkansgraf.toml").read_text(encoding="utf-8")
    bounded = re.findall(r'"([a-z-]+)"', re.search(r"districts = \[(.*?)\]", settings, re.DOTALL)[1])
    kinds = {row["id"]: row["kind"] for row in rows("districts")}
    assert bounded
    assert {kinds[district] for district in bounded} == {"district"}


def test_lists_of_areas_are_claims_with_an_issuer_and_a_year_never_a_districts_property():
    for row in rows("claims"):
        if "lista över utsatta områden" in row["text"]:
            assert row["asserted_by"], row["id"]
            assert re.match(r"\d{4}", row["at"]), row["id"]
    for row in rows("districts"):
        assert "utsatt område" not in " ".join(row.values()).lower(), row["id"]


def test_no_district_is_shown_for_its_crime():
    for table in ("claims", "facts", "indicators", "initiatives", "locations", "participations"):
        for row in rows(table):
            assert not re.search(
                r"anmälda brott|skottloss|sprängning|\bmord", " ".join(row.values()).lower()
            ), row


def test_the_iop_that_is_only_proposed_says_so():
    status = {row["id"]: row["status"] for row in reversed(rows("agreements"))}
    assert status["iop-lokala-hjalpen-2024"] == "proposed"


def test_amounts_have_a_currency():
    for table in ("agreements", "participations"):
        for row in rows(table):
            assert bool(row["amount"]) == bool(row["currency"]), row


def test_every_decision_on_identity_says_why_and_when():
    for row in rows("same"):
        assert row["why"], row


def test_persons_are_there_by_name_and_public_position_only():
    held = {row["person"] for row in rows("positions")}
    for row in rows("actors"):
        if row["kind"] == "person":
            assert row["id"] in held, row["id"]
            assert not any(row.get(column) for column in ("url", "orgnr", "sector")), row["id"]
    everything = " ".join(
        " ".join(filter(None, row.values())) for path in FOLDER.glob("*.csv") for row in rows(path.stem)
    )
    assert not re.search(r"\b\d{6}[-+]\d{4}\b|[\w.]+@[\w.]+\.\w+|\b0\d{1,3}[- ]\d{5,}", everything)


def test_all_that_the_readme_says_sources_say_differently_is_found_as_one_matter_or_it_says_why_not():
    found = disagreements(open_city(FOLDER).frames)
    matters = found.group_by("matter").agg("about", "value").select("about", "value")
    ends = [{part.rsplit("/", 1)[-1] for part in (*about, *values)} for about, values in matters.iter_rows()]
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    table = readme.split("## Källorna säger olika")[1].split("\n## ")[0]
    lines = [line.split(" | ") for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(lines) == 14
    unexplained = [cells for cells in lines if "Bara den ena sidan är ett påstående" not in cells[2]]
    assert len(unexplained) == 13
    for cells in unexplained:
        named = cells[2].split("`claims`: ")[-1].split("; `participations`")[0].split("; `agreements`")[0]
        for matter in named.split(";"):
            things = set(re.findall(r"`([a-z0-9-]+)`", matter)) - {"facts", "start"}
            assert things, cells
            assert any(things <= sides for sides in ends), cells


def test_claims_that_differ_say_so_from_both_sides():
    differs = {}
    for row in rows("claims"):
        differs.setdefault(row["id"], set()).update(filter(None, row["differs_from"].split(";")))
    assert sum(map(bool, differs.values())) > 20
    for claim, others in differs.items():
        assert claim not in others
        assert all(claim in differs[other] for other in others), claim


def test_what_a_claim_is_about_is_an_actor_initiative_place_or_agreement():
    known = {
        row["id"] for table in ("actors", "agreements", "districts", "initiatives") for row in rows(table)
    }
    for row in rows("claims"):
        assert set(filter(None, row["about"].split(";"))) <= known, row["id"]


def test_a_list_of_areas_is_not_said_to_be_about_a_district():
    assert not [row["id"] for row in rows("claims") if row["id"].startswith("polislista") and row["about"]]
