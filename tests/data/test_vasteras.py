"""The whole of Västerås: every collected fact is accounted for, and what must not be in it is not."""

from __future__ import annotations

import csv
import re
from pathlib import Path

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
