"""
A small city, worked by hand.

``city`` has the unit ``leisure`` and owns ``housing``; ``housing`` has the unit ``caretakers``.
``leisure`` has a sister, ``schools``. The initiative ``equal`` is led by ``charity``; the city
and housing take part. Each test adds one source and asks how it stands to an initiative.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from samverkansgraf.frames import SCHEMAS, Frames, frame
from samverkansgraf.standing import counts, kin, second_hand, standings
from samverkansgraf.vocabulary import sg

ACTORS: list[dict[str, Any]] = [
    {"actor": "city"},
    {"actor": "leisure", "part_of": ["city"]},
    {"actor": "schools", "part_of": ["city"]},
    {"actor": "housing", "owner": ["city"]},
    {"actor": "caretakers", "part_of": ["housing"]},
    {"actor": "charity"},
    {"actor": "university"},
    {"actor": "newspaper"},
    {"actor": "residents.equal", "kind": "collective", "collective": "residents"},
    {"actor": "residents", "kind": "collective"},
    {"actor": "ann", "kind": "person"},
]


def takes_part(actor: str, initiative: str = "equal", role: str = "Member") -> dict[str, Any]:
    return {
        "participation": f"{actor}-{initiative}-{role}",
        "actor": actor,
        "initiative": initiative,
        "role": sg(role),
    }


def standing(
    participants: list[dict[str, Any]],
    *,
    creators: list[str] | None = None,
    publishers: list[str] | None = None,
    speaker: str | None = None,
    positions: list[dict[str, Any]] | None = None,
    written: str | None = None,
    **others: pl.DataFrame,
) -> str:
    """Return the standing of one piece of evidence about ``equal`` in one source."""
    frames = Frames.of(
        actors=frame("actors", ACTORS),
        initiatives=others.pop("initiatives", frame("initiatives", [{"initiative": "equal"}])),
        participations=frame("participations", participants),
        positions=frame("positions", positions or []),
        sources=frame(
            "sources",
            [{"source": "s", "creators": creators, "publishers": publishers, "date": written}],
        ),
        evidence=frame("evidence", [{"evidence": "e", "about": "equal", "source": "s", "speaker": speaker}]),
        **others,
    )
    result = standings(frames)
    assert result.select("evidence", "initiative").rows() == [("e", "equal")]
    return result["standing"].item().removeprefix(sg("Tie").removesuffix("Tie"))


# who is a party ---------------------------------------------------------------------------------------


def test_a_source_written_by_a_participant_is_by_a_party() -> None:
    assert standing([takes_part("charity")], creators=["charity"]) == "ByAParty"


def test_one_voice_among_several_that_is_a_party_is_enough() -> None:
    assert standing([takes_part("charity")], creators=["newspaper", "charity"]) == "ByAParty"


def test_a_source_written_by_nobody_who_takes_part_is_independent() -> None:
    assert standing([takes_part("charity")], creators=["newspaper"]) == "Independent"


@pytest.mark.parametrize("role", ["Lead", "Funder", "Informant", "Host"])
def test_a_participant_of_any_role_is_a_party(role: str) -> None:
    assert standing([takes_part("charity", role=role)], creators=["charity"]) == "ByAParty"


def test_a_target_group_is_no_party() -> None:
    assert standing([takes_part("charity", role="TargetGroup")], creators=["charity"]) == "Independent"


def test_a_target_group_that_also_takes_part_is_a_party() -> None:
    both = [takes_part("charity", role="TargetGroup"), takes_part("charity", role="Member")]
    assert standing(both, creators=["charity"]) == "ByAParty"


def test_a_projects_own_kind_of_target_group_is_no_party() -> None:
    concepts = frame("concepts", [{"concept": "urn:pupils", "broader": [sg("TargetGroup")]}])
    pupil = {**takes_part("charity"), "role": "urn:pupils"}
    assert standing([pupil], creators=["charity"], concepts=concepts) == "Independent"


def test_a_participant_whose_role_is_not_known_is_a_party() -> None:
    assert standing([{**takes_part("charity"), "role": None}], creators=["charity"]) == "ByAParty"


@pytest.mark.parametrize(
    ("participant", "voice"),
    [
        ("city", "leisure"),  # a unit
        ("leisure", "city"),  # its parent
        ("city", "housing"),  # an owned body
        ("housing", "city"),  # its owner
        ("city", "caretakers"),  # a unit of an owned body
        ("caretakers", "city"),  # the owner of the parent
    ],
)
def test_units_parents_owners_and_owned_bodies_are_parties(participant: str, voice: str) -> None:
    assert standing([takes_part(participant)], creators=[voice]) == "ByAParty"


@pytest.mark.parametrize(("participant", "voice"), [("schools", "leisure"), ("leisure", "housing")])
def test_side_by_side_under_one_parent_is_no_party(participant: str, voice: str) -> None:
    assert standing([takes_part(participant)], creators=[voice]) == "Independent"


def test_a_participant_of_another_initiative_is_no_party_to_this() -> None:
    elsewhere = [takes_part("charity", "other"), takes_part("city")]
    assert standing(elsewhere, creators=["charity"]) == "Independent"


def test_a_person_who_takes_part_is_a_party_without_any_position() -> None:
    assert standing([takes_part("ann")], creators=["ann"]) == "ByAParty"


def test_a_collective_that_writes_is_the_one_that_takes_part_under_the_same_name() -> None:
    assert standing([takes_part("residents.equal")], creators=["residents"]) == "ByAParty"


def test_a_body_is_a_party_to_the_initiative_it_is() -> None:
    body = frame("initiatives", [{"initiative": "equal", "constitutes": ["charity"]}])
    assert standing([], creators=["charity"], initiatives=body) == "ByAParty"


# positions --------------------------------------------------------------------------------------------


def holds(organisation: str, *, speaks: bool | None, **dates: date) -> dict[str, Any]:
    return {
        "position": f"ann-{organisation}",
        "person": "ann",
        "organisation": organisation,
        "speaks_for": speaks,
        **dates,
    }


def test_a_person_who_speaks_for_a_party_is_a_party() -> None:
    position = [holds("leisure", speaks=True)]
    assert standing([takes_part("city")], creators=["ann"], positions=position) == "ByAParty"


@pytest.mark.parametrize("speaks", [False, None])
def test_a_person_with_another_position_in_a_party_is_affiliated(speaks: bool | None) -> None:  # noqa: FBT001
    position = [holds("university", speaks=speaks)]
    assert standing([takes_part("university")], creators=["ann"], positions=position) == "Affiliated"


def test_speaking_for_one_party_comes_before_being_affiliated_with_another() -> None:
    two = [holds("university", speaks=False), holds("city", speaks=True)]
    part = [takes_part("university"), takes_part("city")]
    assert standing(part, creators=["ann"], positions=two) == "ByAParty"


def test_a_position_in_what_does_not_take_part_changes_nothing() -> None:
    position = [holds("university", speaks=True)]
    assert standing([takes_part("city")], creators=["ann"], positions=position) == "Independent"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2021-10-01", "ByAParty"),  # held from 2020 to 2022
        ("2019-12-31", "Independent"),  # before it began
        ("2023", "Independent"),  # after it ended
        ("2022", "ByAParty"),  # possibly still held
        ("2022/2023", "ByAParty"),  # the same
        ("2019/2020", "ByAParty"),  # possibly already held
        (None, "ByAParty"),  # no date to say otherwise
        ("förra året", "ByAParty"),  # no date either
    ],
)
def test_a_position_counts_unless_it_was_surely_not_held_when_the_source_was_written(
    written: str | None, expected: str
) -> None:
    dates = {
        "start_earliest": date(2020, 1, 1),
        "start_latest": date(2020, 12, 31),
        "end_earliest": date(2022, 1, 1),
        "end_latest": date(2022, 12, 31),
    }
    position = [holds("city", speaks=True, **dates)]
    assert standing([takes_part("city")], creators=["ann"], positions=position, written=written) == expected


def test_a_position_without_dates_counts_at_any_date() -> None:
    position = [holds("city", speaks=True)]
    assert standing([takes_part("city")], creators=["ann"], positions=position, written="1999") == "ByAParty"


# voices and speakers ----------------------------------------------------------------------------------


def test_a_publisher_is_the_voice_of_a_source_without_author() -> None:
    assert standing([takes_part("charity")], publishers=["charity"]) == "ByAParty"
    assert standing([takes_part("charity")], creators=[], publishers=["charity"]) == "ByAParty"


def test_a_publisher_is_no_voice_of_a_source_with_an_author() -> None:
    assert standing([takes_part("charity")], creators=["ann"], publishers=["charity"]) == "Independent"


def test_a_partys_words_in_somebody_elses_source_are_relayed() -> None:
    assert standing([takes_part("charity")], creators=["newspaper"], speaker="charity") == "Relayed"


def test_the_words_of_who_speaks_for_a_party_are_relayed() -> None:
    position = [holds("city", speaks=True)]
    said = standing([takes_part("city")], creators=["newspaper"], speaker="ann", positions=position)
    assert said == "Relayed"


def test_the_words_of_a_mere_employee_are_not_relayed() -> None:
    position = [holds("university", speaks=False)]
    said = standing([takes_part("university")], creators=["newspaper"], speaker="ann", positions=position)
    assert said == "Independent"


def test_a_source_by_a_party_stays_so_whoever_speaks_in_it() -> None:
    assert standing([takes_part("charity")], creators=["charity"], speaker="newspaper") == "ByAParty"


def test_being_affiliated_comes_before_relayed() -> None:
    position = [holds("university", speaks=False)]
    part = [takes_part("university"), takes_part("charity")]
    assert standing(part, creators=["ann"], speaker="charity", positions=position) == "Affiliated"


def test_without_author_and_publisher_the_standing_is_unknown() -> None:
    assert standing([takes_part("charity")]) == "StandingUnknown"
    assert standing([takes_part("charity")], creators=[], publishers=[]) == "StandingUnknown"


def test_a_partys_words_are_relayed_also_where_nobody_signed() -> None:
    assert standing([takes_part("charity")], speaker="charity") == "Relayed"


def test_an_initiative_without_participants_has_no_parties() -> None:
    assert standing([], creators=["charity"]) == "Independent"


# what evidence is about -------------------------------------------------------------------------------


def test_evidence_counts_for_the_initiative_of_whatever_it_is_about() -> None:
    frames = Frames.of(
        actors=frame("actors", ACTORS),
        initiatives=frame("initiatives", [{"initiative": "equal"}, {"initiative": "safe"}]),
        participations=frame("participations", [takes_part("charity"), takes_part("city", "safe")]),
        placements=frame("placements", [{"placement": "p", "initiative": "equal"}]),
        agreements=frame("agreements", [{"agreement": "a", "governs": ["equal", "safe"]}]),
        statements=frame(
            "statements",
            [
                {"statement": "st1", "about": "safe"},
                {"statement": "st2", "about": "p"},
                {"statement": "st3", "about": "city"},
            ],
        ),
        claims=frame("claims", [{"claim": "c"}]),
        sources=frame("sources", [{"source": "s", "creators": ["charity"]}]),
        evidence=frame(
            "evidence",
            [
                {"evidence": evidence, "about": about, "source": "s"}
                for evidence, about in [
                    ("e1", "charity-equal-Member"),
                    ("e2", "p"),
                    ("e3", "a"),
                    ("e4", "st1"),
                    ("e5", "st2"),
                    ("e6", "st3"),  # of an actor: of no initiative
                    ("e7", "c"),  # a claim is no initiative either
                    ("e8", "safe"),
                    ("e8", "city-safe-Member"),  # the same evidence for two things: one row
                ]
            ],
        ),
    )
    # charity takes part in equal, not in safe
    party, other = sg("ByAParty"), sg("Independent")
    assert standings(frames).rows() == [
        ("e1", "equal", party),
        ("e2", "equal", party),
        ("e3", "equal", party),
        ("e3", "safe", other),
        ("e4", "safe", other),
        ("e5", "equal", party),
        ("e8", "safe", other),
    ]
    assert counts(standings(frames)).rows(named=True) == [
        {
            "initiative": "equal",
            "by_a_party": 4,
            "affiliated": 0,
            "relayed": 0,
            "independent": 0,
            "unknown": 0,
        },
        {
            "initiative": "safe",
            "by_a_party": 0,
            "affiliated": 0,
            "relayed": 0,
            "independent": 3,
            "unknown": 0,
        },
    ]


def test_a_graph_without_evidence_has_empty_frames_with_the_right_columns() -> None:
    assert dict(standings(Frames.of()).schema) == SCHEMAS["standings"]
    assert dict(second_hand(Frames.of()).schema) == SCHEMAS["second_hand"]
    assert counts(standings(Frames.of())).is_empty()


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(4)), st.permutations(range(3)))
def test_the_order_of_rows_and_repeated_rows_change_nothing(order: list[int], voices: list[int]) -> None:
    evidence = frame(
        "evidence",
        [
            {"evidence": "e1", "about": "equal", "source": "s0"},
            {"evidence": "e2", "about": "equal", "source": "s1", "speaker": "city"},
            {"evidence": "e3", "about": "charity-equal-Member", "source": "s2"},
            {"evidence": "e3", "about": "equal", "source": "s2"},
        ],
    )
    sources = frame(
        "sources",
        [
            {"source": "s0", "creators": ["charity", "newspaper"]},
            {"source": "s1", "publishers": ["newspaper"]},
            {"source": "s2"},
        ],
    )
    participations = frame("participations", [takes_part("charity"), takes_part("leisure")])
    known = {
        "actors": frame("actors", ACTORS),
        "initiatives": frame("initiatives", [{"initiative": "equal"}]),
    }
    plain = standings(Frames.of(evidence=evidence, sources=sources, participations=participations, **known))
    turned = Frames.of(
        evidence=pl.concat([evidence[order], evidence]),
        sources=sources[voices],
        participations=pl.concat([participations[[1, 0]], participations]),
        **known,
    )
    assert_frame_equal(standings(turned), plain)
    assert plain["standing"].to_list() == [sg("ByAParty"), sg("Relayed"), sg("StandingUnknown")]


def test_a_cycle_of_owners_ends() -> None:
    actors = frame("actors", [{"actor": "a", "owner": ["b"]}, {"actor": "b", "owner": ["a"]}])
    assert sorted(kin(actors, pl.Series(["a"]))["kin"]) == ["a", "b"]


# second hand ------------------------------------------------------------------------------------------


def heard(*, cites: list[str], speaker: str | None = "ann", **sources: dict[str, Any]) -> pl.DataFrame:
    given = [{"source": "article", "creators": ["city", "charity"], "cites": cites}]
    given += [{"source": source, **columns} for source, columns in sources.items()]
    return second_hand(
        Frames.of(
            sources=frame("sources", given),
            evidence=frame(
                "evidence",
                [{"evidence": "e", "about": "c", "source": "article", "speaker": speaker}],
            ),
        )
    )


def test_words_quoted_from_an_unread_source_are_second_hand_through_those_who_quote() -> None:
    assert heard(cites=["interview"], interview={"creators": ["newspaper"]}).rows() == [
        ("e", ["charity", "city"])
    ]


def test_a_cited_source_of_which_nothing_is_known_is_unread() -> None:
    assert heard(cites=["interview"])["evidence"].to_list() == ["e"]


@pytest.mark.parametrize("read", [{"retrieved": "2021-10-05"}, {"sha256": "00ff"}])
def test_words_are_not_second_hand_once_the_cited_source_is_read(read: dict[str, str]) -> None:
    assert heard(cites=["interview"], interview=read).is_empty()


def test_words_are_second_hand_when_only_something_else_cited_was_read() -> None:
    assert heard(cites=["interview", "report"], report={"retrieved": "2021"}).height == 1


def test_words_are_not_second_hand_when_a_cited_source_by_the_speaker_was_read() -> None:
    own = {"retrieved": "2021", "creators": ["ann"]}
    assert heard(cites=["interview", "report"], report=own).is_empty()


def test_the_authors_own_words_and_words_without_a_speaker_are_not_second_hand() -> None:
    assert heard(cites=["interview"], speaker="city").is_empty()
    assert heard(cites=["interview"], speaker=None).is_empty()


def test_words_spoken_to_the_author_are_not_second_hand() -> None:
    assert heard(cites=[]).is_empty()


def test_second_hand_through_nobody_known_is_an_empty_list() -> None:
    frames = Frames.of(
        sources=frame("sources", [{"source": "leaflet", "cites": ["interview"]}]),
        evidence=frame("evidence", [{"evidence": "e", "about": "c", "source": "leaflet", "speaker": "ann"}]),
    )
    assert second_hand(frames).rows() == [("e", [])]
