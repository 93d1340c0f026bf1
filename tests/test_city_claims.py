"""
The dispute in Västerås, from the tables to what the graph answers.

Fell: "Men det finns inte i dag." The article's authors, who speak for the city and for Mimer: there
is. Both claims are tested by the same question, and the only source is the authors' own article.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from samverkansgraf.city import open_city

BASE = "https://w3id.org/samverkansgraf/data/vasteras/"
AUTHORS = ("Ann-Cathrine Linér", "Mikael Källqvist", "Åsa Sundgren Häggberg")
GROUPS = "De verksamhetsnära ledningsgrupperna"


@pytest.fixture(scope="module")
def city():
    return open_city(Path(__file__).parent / "projects" / "debate")


@pytest.fixture(scope="module")
def readings(city):
    return {reading.claim.removeprefix(f"{BASE}claim/"): reading for reading in city.claims()}


def test_fells_claim_is_answered_with_the_one_initiative_that_joins_all_four(readings):
    rows = readings["fell-1b"].answer
    assert rows["initiative"].unique().to_list() == [GROUPS]
    assert rows.select("group", "actor", "certainty", "scope", "standing").rows() == [
        ("boende", f"boende ({GROUPS})", "uppgiven", None, "skrivet av en part"),
        ("lokala aktörer", f"civilsamhället ({GROUPS})", "uppgiven", None, "skrivet av en part"),
        ("lokala aktörer", f"näringslivet ({GROUPS})", "uppgiven", None, "skrivet av en part"),
        (
            "bostadsbolag",
            "Bostads AB Mimer",
            "uppgiven i några fall",
            "i några av ledningsgrupperna",
            "skrivet av en part",
        ),
        ("kommunen", "Västerås stad", "uppgiven", None, "skrivet av en part"),
        (
            "kommunen",
            f"chefer från kommunala verksamheter ({GROUPS})",
            "uppgiven",
            None,
            "skrivet av en part",
        ),
    ]


def test_nothing_is_left_of_the_answer_without_what_parties_to_the_dispute_wrote(readings):
    reading = readings["fell-1b"]
    # The article is the authors', and the page on districts the city's, which two of them speak for.
    assert reading.excluded_sources == (f"{BASE}source/vasteras-stadsdelar", f"{BASE}source/vlt-debatt")
    assert reading.answer_without_parties.is_empty()
    assert reading.answer_without_parties.columns == reading.answer.columns


def test_both_sides_of_the_dispute_are_answered_by_the_same_rows(readings):
    fell, authors = readings["fell-1b"], readings["svar-1a"]
    assert fell.answer.equals(authors.answer)
    assert authors.answer_without_parties.is_empty()
    assert fell.disputed_by == ((authors.claim, AUTHORS),)
    assert authors.disputes == ((fell.claim, ("Terrence Fell",)),)
    assert fell.asserted_by == ("Terrence Fell",)
    assert authors.asserted_by == AUTHORS


def test_fells_words_are_known_only_through_those_who_dispute_them(readings):
    for claim in ("fell-1", "fell-1a", "fell-1b", "fell-2"):
        evidence = readings[claim].evidence
        assert evidence["speaker"].unique().to_list() == ["Terrence Fell"]
        assert evidence["second_hand_through"].to_list() == [list(AUTHORS)] * evidence.height


def test_the_authors_own_words_are_first_hand(readings):
    for claim, reading in readings.items():
        if claim.startswith("svar-"):
            assert reading.evidence["second_hand_through"].null_count() == reading.evidence.height


def test_claims_of_other_kinds_are_not_tested_by_participations(readings):
    # A norm, a forecast, qualities, durations, a concession: rows of participations say nothing of these.
    untestable = {claim for claim, reading in readings.items() if reading.untestable == "kind"}
    assert untestable == {
        "fell-1a", "fell-2", "svar-1b", "svar-1c", "svar-2", "svar-3", "svar-4", "svar-5", "svar-8", "svar-10",
    }  # fmt: skip
    assert all(readings[claim].answer is None for claim in untestable)


def test_only_claims_with_a_test_have_an_answer(readings):
    answered = {claim for claim, reading in readings.items() if reading.answer is not None}
    assert answered == {"fell-1b", "svar-1a", "svar-9"}
    assert {claim for claim, reading in readings.items() if reading.untestable is None} == answered


def test_what_is_said_of_the_groups_is_answered_by_those_who_take_part_in_them(readings):
    reading = readings["svar-9"]
    assert reading.answer["actor"].to_list() == [
        "Bostads AB Mimer",
        "Västerås stad",
        f"boende ({GROUPS})",
        f"chefer från kommunala verksamheter ({GROUPS})",
        f"civilsamhället ({GROUPS})",
        f"näringslivet ({GROUPS})",
    ]
    assert reading.answer_without_parties.is_empty()


def test_claims_and_their_answers_are_in_english_too(city):
    reading = next(reading for reading in city.claims(language="en") if reading.claim.endswith("/fell-1b"))
    assert reading.text == "It – the policy, the cooperation or both – is not there today."
    assert reading.answer.filter(actor="Bostads AB Mimer")["certainty"].to_list() == ["stated in part"]


def test_a_city_without_claims_has_none_to_read():
    assert open_city(Path(__file__).parents[1] / "data" / "southern-women").claims() == []
