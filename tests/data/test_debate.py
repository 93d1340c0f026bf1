"""What the debate article says, and the traps in it."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "projects" / "debate"


def rows(table):
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def roles(initiative):
    return {
        (row["actor"], row["role"], row["certainty"])
        for row in rows("participations")
        if row["initiative"] == initiative
    }


def first(table, identity):
    return next(row for row in rows(table) if row["id"] == identity)


def test_there_are_exactly_eight_initiatives():
    assert {row["id"] for row in rows("initiatives")} == {
        "arbetsgrupp-stadsdelsarbete",
        "delmospengarna",
        "est",
        "modell-valfardsindikatorer",
        "pa-lika-villkor",
        "program-social-hallbarhet",
        "utveckling-backby",
        "verksamhetsnara-ledningsgrupper",
    }


def test_radda_barnen_leads_pa_lika_villkor_with_three_partners():
    assert roles("pa-lika-villkor") == {
        ("radda-barnen", "Lead", "Stated"),
        ("vasteras-stad", "Partner", "Stated"),
        ("mimer", "Partner", "Stated"),
        ("ikea", "Partner", "Stated"),
    }


def test_residents_are_a_principle_of_pa_lika_villkor_and_members_of_nothing():
    assert "de boende" in first("initiatives", "pa-lika-villkor")["principle"]
    assert {
        (row["initiative"], row["role"]) for row in rows("participations") if row["actor"] == "boende"
    } == {
        ("verksamhetsnara-ledningsgrupper", "Involved"),
    }


def test_mimer_sits_in_some_of_the_management_groups_only():
    (row,) = [
        row
        for row in rows("participations")
        if (row["initiative"], row["actor"]) == ("verksamhetsnara-ledningsgrupper", "mimer")
    ]
    assert row["certainty"] == "StatedInPart"
    assert row["scope"] == "i några av ledningsgrupperna"
    assert first("initiatives", "verksamhetsnara-ledningsgrupper")["set"] == "yes"


def test_who_reports_to_est_is_not_a_partner_of_it():
    assert roles("est") == {
        ("vasteras-stad", "Partner", "Stated"),
        ("mimer", "Partner", "Stated"),
        ("polisen", "Partner", "Stated"),
        ("verksamheter-i-stadsdelarna", "Informant", "Stated"),
    }


def test_the_delmos_money_is_planned_of_unknown_amount_and_linked_to_the_groups():
    fund = first("initiatives", "delmospengarna")
    assert (fund["kind"], fund["status"], fund["related"]) == (
        "Fund",
        "planned",
        "verksamhetsnara-ledningsgrupper",
    )
    (row,) = [row for row in rows("participations") if row["initiative"] == "delmospengarna"]
    assert (row["role"], row["certainty"], row["amount"]) == ("Funder", "Planned", "")


def test_backby_is_the_only_district_and_nobody_has_listed_the_groups():
    assert [row["label"] for row in rows("districts") if row["kind"] == "district"] == ["Bäckby"]
    for row in rows("districts"):
        assert not row["members"], row["id"]
        assert not row["possible_members"], row["id"]


def test_what_is_placed_in_backby_for_certain():
    placed = {
        row["initiative"]
        for row in rows("locations")
        if (row["district"], row["certainty"]) == ("backby", "Stated")
    }
    assert placed == {"pa-lika-villkor", "utveckling-backby"}


def test_fells_words_are_known_through_the_article_and_the_original_is_unread():
    original = first("sources", "vlt-2021-09-20")
    assert not original["retrieved"]
    assert not original["file"]
    assert "vlt-2021-09-20" in first("sources", "vlt-debatt")["cites"].split(";")
    said = [row for row in rows("claims") if row["asserted_by"] == "terrence-fell"]
    assert said
    assert {(row["source"], row["speaker"]) for row in said} == {("vlt-debatt", "terrence-fell")}


def test_existence_is_disputed_and_tested_while_the_forecast_is_not_answered():
    claim = first("claims", "fell-1b")
    assert (claim["kind"], claim["test"]) == ("existence", "joint-initiatives at=2021-09-20")
    assert first("claims", "svar-1a")["disputes"] == "fell-1b"
    disputed = {other for row in rows("claims") for other in row["disputes"].split(";") if other}
    assert disputed == {"fell-1", "fell-1b"}


def test_only_existence_is_put_to_a_test():
    assert {row["kind"] for row in rows("claims") if row["test"]} == {"existence"}


def test_nobody_is_said_to_own_mimer():
    assert not first("actors", "mimer")["owner"]


def test_nothing_was_searched():
    assert not (FOLDER / "searches.csv").exists()
