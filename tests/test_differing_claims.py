"""
Claims on one matter, worked by hand.

c1 differs from c2, c2 from c3 (c3 says nothing of it): one matter of three. c4 disputes c5, and c6 disputes c4: one
dispute of three. c7 says that it differs from itself, which is nothing.
"""

from __future__ import annotations

import polars as pl
import pytest

from samverkansgraf.differing_claims import RELATIONS, differing_claims, other_sides
from samverkansgraf.disagreements import disagreements
from samverkansgraf.evidence import evidence_of
from samverkansgraf.frames import Frames, frame
from samverkansgraf.standing import standings_of_claims
from samverkansgraf.vocabulary import sg

CLAIMS = [
    {"claim": "c1", "text": "Tre.", "differs_from": ["c2"], "about": ["council"], "asserted_by": ["paper"]},
    {"claim": "c2", "text": "Fyra.", "differs_from": ["c3"], "about": ["north"], "asserted_by": ["city"]},
    {"claim": "c3", "text": "Fem.", "asserted_by": ["city"]},
    {"claim": "c4", "text": "Nej.", "disputes": ["c5"], "asserted_by": ["paper"]},
    {"claim": "c5", "text": "Ja.", "asserted_by": ["city"]},
    {"claim": "c6", "text": "Jo.", "disputes": ["c4"], "asserted_by": ["city"]},
    {"claim": "c7", "text": "Sju.", "differs_from": ["c7"], "asserted_by": ["city"]},
]
FRAMES = Frames.of(
    actors=frame("actors", [{"actor": name, "label": name, "kind": "organisation"} for name in ("city", "paper")]),
    initiatives=frame("initiatives", [{"initiative": "council", "label": "Rådet"}]),
    places=frame("places", [{"place": "north", "label": "Norr"}]),
    participations=frame(
        "participations", [{"participation": "p", "actor": "city", "initiative": "council", "role": sg("Lead")}]
    ),
    sources=frame(
        "sources",
        [
            {"source": "news", "title": "Nyhet", "creators": ["paper"], "date": "2020"},
            {"source": "page", "title": "Sida", "publishers": ["city"]},
        ],
    ),
    claims=frame("claims", CLAIMS),
    evidence=frame(
        "evidence",
        [
            {"evidence": "e1", "about": "c1", "source": "news", "quote": "tre"},
            {"evidence": "e2", "about": "c2", "source": "page", "quote": "fyra"},
        ],
    ),
)  # fmt: skip
DISPUTES, DIFFERS = RELATIONS["disputes"], RELATIONS["differs_from"]


def test_the_other_side_of_a_claim_is_known_from_either_and_none_is_its_own():
    assert other_sides(FRAMES).rows() == [
        ("c4", DISPUTES, "c5"), ("c4", DISPUTES, "c6"), ("c5", DISPUTES, "c4"), ("c6", DISPUTES, "c4"),
        ("c1", DIFFERS, "c2"), ("c2", DIFFERS, "c1"), ("c2", DIFFERS, "c3"), ("c3", DIFFERS, "c2"),
    ]  # fmt: skip


def test_claims_that_differ_through_others_are_one_matter_about_what_any_of_them_is_about():
    assert differing_claims(FRAMES).select("claim", "property", "about").rows() == [
        ("c4", DISPUTES, ["c5"]), ("c5", DISPUTES, ["c5"]), ("c6", DISPUTES, ["c5"]),
        ("c1", DIFFERS, ["council", "north"]), ("c2", DIFFERS, ["council", "north"]), ("c3", DIFFERS, ["council", "north"]),
    ]  # fmt: skip
    assert differing_claims(FRAMES)["matter"].n_unique() == 2


def test_where_no_claim_differs_there_is_no_matter():
    assert differing_claims(Frames.of()).is_empty()
    assert disagreements(Frames.of()).is_empty()


def test_every_side_stands_among_the_disagreements_with_its_source_and_standing():
    found = disagreements(FRAMES).filter(pl.col("property") == DIFFERS, pl.col("about") == "council")
    assert found.select("label", "value", "source", "quote", "standing").rows() == [
        ("Rådet", "c1", "news", "tre", sg("Independent")),
        ("Rådet", "c2", "page", "fyra", None),  # c2 is about the district: no initiative to stand towards
        ("Rådet", "c3", None, None, None),
    ]


def test_what_is_claimed_of_an_initiative_has_a_standing_and_is_no_evidence_for_it():
    assert standings_of_claims(FRAMES).rows() == [("e1", "council", sg("Independent"))]


def test_a_claim_about_an_agreement_has_its_standing_towards_what_the_agreement_governs():
    agreements = frame("agreements", [{"agreement": "g", "label": "Avtalet", "governs": ["council"]}])
    claims = frame("claims", [CLAIMS[1] | {"about": ["g"]}])
    frames = Frames.of(
        actors=FRAMES.actors, initiatives=FRAMES.initiatives, participations=FRAMES.participations,
        sources=FRAMES.sources, evidence=FRAMES.evidence, agreements=agreements, claims=claims,
    )  # fmt: skip
    assert standings_of_claims(frames).rows() == [("e2", "council", sg("ByAParty"))]


@pytest.mark.parametrize("thing", ["c1", "council"])
def test_why_shows_a_claim_beside_those_that_differ_with_date_and_standing(thing):
    found = evidence_of(FRAMES, thing).filter(pl.col("relation") == "claim")
    assert found.select("about", "actor", "quote", "source_date", "standing", "differs_from").rows() == [
        ("c1", "paper", "tre", "2020", sg("Independent"), ["c2"]),
        ("c2", "city", "fyra", None, None, ["c1", "c3"]),
    ]


def test_why_shows_who_disputes_a_claim():
    found = evidence_of(FRAMES, "c5").filter(pl.col("relation") == "claim")
    assert dict(found.select("about", "disputes").iter_rows()) == {"c4": ["c5"], "c5": None}
