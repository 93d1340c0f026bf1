"""
One dispute, worked by hand.

Tom, a lecturer who does not speak for the university, asserts c1 ("there is no cooperation") and c2
(a forecast). Ann (speaks for leisure, a unit of the city) and the charity assert c3 ("there is, and
it works"), which disputes c1, c4 (it works well), part of c3, and c10, which supports c3.
Tom's words are known from the article by Ann and the charity, which cites an interview nobody here has read.
"""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from samverkansgraf.claims import (
    EVIDENCE_COLUMNS,
    ClaimReading,
    parties_to_dispute,
    read_claims,
    sources_written_by,
)
from samverkansgraf.frames import Frames, frame
from samverkansgraf.vocabulary import sg

ARTICLE, REPORT, STUDY = "source/article", "source/report", "source/study"
THESIS, NEWS = "source/thesis", "source/news"

FRAMES = Frames.of(
    actors=frame(
        "actors",
        [
            {"actor": "tom", "label": "Tom"},
            {"actor": "ann", "label": "Ann"},
            {"actor": "bo", "label": "Bo"},
            {"actor": "charity", "label": "Hjälpen"},
            {"actor": "city", "label": "Staden"},
            {"actor": "leisure", "label": "Fritid", "part_of": ["city"]},
            {"actor": "university", "label": "Högskolan"},
            {"actor": "newspaper", "label": "Tidningen"},
        ],
    ),
    positions=frame(
        "positions",
        [
            {"position": "p1", "person": "ann", "organisation": "leisure", "speaks_for": True},
            {"position": "p2", "person": "tom", "organisation": "university", "speaks_for": False},
            {
                "position": "p3",
                "person": "bo",
                "organisation": "city",
                "speaks_for": True,
                "end_latest": date(2019, 12, 31),
            },
        ],
    ),
    sources=frame(
        "sources",
        [
            {
                "source": ARTICLE,
                "title": "Debattartikel",
                "creators": ["ann", "charity"],
                "date": "2021-10-01",
                "cites": ["source/interview"],
            },
            {"source": REPORT, "title": "Stadens rapport", "publishers": ["city"], "date": "2020"},
            {"source": STUDY, "title": "Studie", "creators": ["bo"], "date": "2021"},
            {"source": THESIS, "title": "Avhandling", "creators": ["tom"], "date": "2021"},
            {"source": NEWS, "title": "Nyhet", "creators": [], "publishers": ["newspaper"]},
        ],
    ),
    claims=frame(
        "claims",
        [
            {
                "claim": "claim/c10",
                "text": "Det finns en tydlig politik.",
                "kind": sg("Existence"),
                "asserted_by": ["ann"],
                "supports": ["claim/c3"],
            },
            {
                "claim": "claim/c1",
                "text": "Samverkan finns inte i dag.",
                "text_en": "There is no cooperation today.",
                "kind": sg("Existence"),
                "at": "2021-09-20",
                "asserted_by": ["tom"],
                "test": "joint-initiatives at=2021-09-20",
                "sources": [ARTICLE],
            },
            {
                "claim": "claim/c2",
                "text": "Områdena kommer att skärma av sig.",
                "kind": sg("Forecast"),
                "asserted_by": ["tom"],
                "test": "joint-initiatives",
            },
            {
                "claim": "claim/c3",
                "text": "Det finns samverkan, och den fungerar.",
                "kind": sg("Extent"),
                "asserted_by": ["charity", "ann"],
                "disputes": ["claim/c1"],
                "test": "joint-initiatives",
                "sources": [ARTICLE],
            },
            {
                "claim": "claim/c4",
                "text": "Den fungerar.",
                "kind": sg("Quality"),
                "asserted_by": ["ann"],
                "part_of": ["claim/c3"],
            },
        ],
    ),
    evidence=frame(
        "evidence",
        [
            {
                "evidence": "e2",
                "about": "claim/c1",
                "source": ARTICLE,
                "where": "par10",
                "quote": "Men det finns inte i dag",
                "speaker": "tom",
            },
            {
                "evidence": "e1",
                "about": "claim/c1",
                "source": ARTICLE,
                "where": "par2",
                "quote": "stämmer inte",
            },
        ],
    ),
)


class Answers:
    """Gives rows for any test and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, frozenset[str]]] = []

    def __call__(self, test: str, excluded: frozenset[str]) -> pl.DataFrame:
        self.asked.append((test, excluded))
        return pl.DataFrame({"initiative": ["På lika villkor", "EST"][: 2 - len(excluded) // 2]})


def readings(frames: Frames = FRAMES, language: str = "sv") -> dict[str, ClaimReading]:
    read = read_claims(frames, answer=Answers(), language="en" if language == "en" else "sv")
    return {reading.claim: reading for reading in read}


def test_claims_come_in_the_order_of_their_ids_with_numbers_by_size() -> None:
    assert list(readings()) == ["claim/c1", "claim/c2", "claim/c3", "claim/c4", "claim/c10"]


def test_a_claim_shows_who_asserts_disputes_and_supports_it() -> None:
    read = readings()
    assert read["claim/c1"].asserted_by == ("Tom",)
    assert read["claim/c1"].disputed_by == (("claim/c3", ("Ann", "Hjälpen")),)
    assert read["claim/c1"].disputes == ()
    assert read["claim/c3"].disputes == (("claim/c1", ("Tom",)),)
    assert read["claim/c3"].supported_by == (("claim/c10", ("Ann",)),)
    assert read["claim/c4"].part_of == ("claim/c3",)


def test_the_text_is_in_the_language_asked_for_where_the_project_has_it() -> None:
    assert readings(language="sv")["claim/c1"].text == "Samverkan finns inte i dag."
    assert readings(language="en")["claim/c1"].text == "There is no cooperation today."
    assert readings(language="en")["claim/c4"].text == "Den fungerar."


def test_evidence_shows_phrase_source_place_speaker_and_through_whom() -> None:
    evidence = readings()["claim/c1"].evidence
    assert dict(evidence.schema) == EVIDENCE_COLUMNS
    # par2 comes before par10
    assert evidence.rows() == [
        ("e1", "stämmer inte", ARTICLE, "Debattartikel", "par2", None, None),
        ("e2", "Men det finns inte i dag", ARTICLE, "Debattartikel", "par10", "Tom", ["Ann", "Hjälpen"]),
    ]


def test_a_claim_without_evidence_has_an_empty_frame() -> None:
    evidence = readings()["claim/c4"].evidence
    assert evidence.is_empty()
    assert dict(evidence.schema) == EVIDENCE_COLUMNS


def test_a_test_is_answered_from_all_sources_and_without_those_of_the_parties() -> None:
    answers = Answers()
    first = read_claims(FRAMES, answer=answers)[0]
    assert answers.asked[:2] == [
        ("joint-initiatives at=2021-09-20", frozenset()),
        ("joint-initiatives at=2021-09-20", frozenset({ARTICLE, REPORT, THESIS})),
    ]
    assert first.excluded_sources == (ARTICLE, REPORT, THESIS)
    assert first.answer is not None
    assert first.answer_without_parties is not None
    assert (first.answer.height, first.answer_without_parties.height) == (2, 1)
    assert first.untestable is None


def test_where_no_source_is_by_a_party_both_answers_are_the_same() -> None:
    alone = Frames.of(claims=FRAMES.claims.filter(pl.col("claim") == "claim/c1"))
    answers = Answers()
    (reading,) = read_claims(alone, answer=answers)
    assert reading.excluded_sources == ()
    assert reading.answer is reading.answer_without_parties
    assert len(answers.asked) == 1


@pytest.mark.parametrize("kind", ["Quality", "Duration", "Norm", "Forecast", "Concession"])
def test_kinds_that_participations_cannot_show_are_never_answered(kind: str) -> None:
    answers = Answers()
    claims = frame("claims", [{"claim": "c", "text": "x", "kind": sg(kind), "test": "any"}])
    (reading,) = read_claims(Frames.of(claims=claims), answer=answers)
    assert reading.untestable == "kind"
    assert reading.answer is None
    assert reading.answer_without_parties is None
    assert answers.asked == []


@pytest.mark.parametrize("kind", ["Existence", "Extent"])
def test_existence_and_extent_are_tested(kind: str) -> None:
    claims = frame("claims", [{"claim": "c", "text": "x", "kind": sg(kind), "test": "any"}])
    (reading,) = read_claims(Frames.of(claims=claims), answer=Answers())
    assert reading.untestable is None
    assert reading.answer is not None


def test_a_projects_own_kind_of_existence_is_tested() -> None:
    concepts = frame("concepts", [{"concept": "urn:here", "broader": [sg("Existence")]}])
    claims = frame("claims", [{"claim": "c", "text": "x", "kind": "urn:here", "test": "any"}])
    (reading,) = read_claims(Frames.of(claims=claims, concepts=concepts), answer=Answers())
    assert reading.untestable is None


def test_a_claim_of_existence_without_a_test_says_so() -> None:
    assert readings()["claim/c10"].untestable == "no_test"


def test_a_kind_that_cannot_be_tested_is_said_before_a_missing_test() -> None:
    assert readings()["claim/c4"].untestable == "kind"


def test_parties_to_a_dispute_are_both_sides_and_whom_they_speak_for() -> None:
    # Tom does not speak for the university; Ann speaks for leisure, which is part of the city.
    both_sides = {"tom", "ann", "charity", "leisure", "city"}
    assert parties_to_dispute(FRAMES, "claim/c1") == both_sides
    assert parties_to_dispute(FRAMES, "claim/c3") == both_sides


def test_a_claim_nobody_disputes_has_its_own_side_only() -> None:
    assert parties_to_dispute(FRAMES, "claim/c2") == {"tom"}
    assert parties_to_dispute(FRAMES, "claim/c4") == {"ann", "leisure", "city"}


def test_a_position_that_had_ended_when_the_claim_was_made_brings_in_nobody() -> None:
    claims = frame("claims", [{"claim": "c", "asserted_by": ["bo"], "sources": [STUDY]}])
    after = Frames.of(actors=FRAMES.actors, positions=FRAMES.positions, sources=FRAMES.sources, claims=claims)
    assert parties_to_dispute(after, "c") == {"bo"}  # Bo left the city in 2019; the study is from 2021


def test_sources_are_written_by_an_actor_through_any_voice_that_speaks_for_it() -> None:
    assert sources_written_by(FRAMES, ["charity"]) == {ARTICLE}
    assert sources_written_by(FRAMES, ["city"]) == {REPORT}  # its own; Bo no longer speaks for it
    assert sources_written_by(FRAMES, ["leisure"]) == {ARTICLE}  # Ann speaks for it
    assert sources_written_by(FRAMES, ["tom"]) == {THESIS}
    assert sources_written_by(FRAMES, ["university"]) == set()  # for which Tom does not speak
    assert sources_written_by(FRAMES, []) == set()


def test_a_reading_holds_no_verdict() -> None:
    assert not any("verdict" in name for name in ClaimReading.__slots__)
