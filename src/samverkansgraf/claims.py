"""
What is claimed: who asserts it, who disputes it, on what words, and what the graph answers.

A claim is never judged. Where participations can test it, the rows of its test are given twice:
from all sources, and once more without those written by parties to the dispute.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, Literal

import polars as pl

from samverkansgraf.standing import kin, narrower, represented, second_hand, source_voices
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language

#: Kinds that rows of participations can speak to. How good, for how long, what ought to be, what
#: will be and what is conceded they cannot show.
TESTABLE_KINDS: Final = (sg("Existence"), sg("Extent"))

EVIDENCE_COLUMNS: Final = {
    "evidence": pl.String(),
    "quote": pl.String(),
    "source": pl.String(),
    "source_title": pl.String(),
    "where": pl.String(),
    "speaker": pl.String(),  # label
    "second_hand_through": pl.List(pl.String()),  # labels; null where the words are not second hand
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClaimReading:
    """
    One claim with all that is known of it, and no verdict.

    Attributes
    ----------
    claim, text, kind, at
        Its IRI, its words in the language asked for, the IRI of its kind, the date it speaks of (EDTF).
    asserted_by
        Labels of those who assert it.
    about
        IRIs of what it is about.
    disputed_by, disputes, supported_by, differs_from
        Other claims (IRI) and the labels of those who assert them; ``differs_from`` holds both ways.
    part_of
        IRIs of the claims it is a part of.
    evidence
        Frame with :data:`EVIDENCE_COLUMNS`, one row for each phrase.
    test
        Question and values, as the project wrote it.
    answer, answer_without_parties
        The rows the test gives, from all sources and without ``excluded_sources``; ``None`` where the
        claim is ``untestable``.
    excluded_sources
        IRIs of the sources written by parties to the dispute, sorted; empty where nothing is tested.
    untestable
        "kind": participations cannot test such claims; "no_test": the project gives none; ``None``: tested.
    """

    claim: str
    text: str
    kind: str | None
    at: str | None
    about: tuple[str, ...]
    asserted_by: tuple[str, ...]
    disputed_by: tuple[tuple[str, tuple[str, ...]], ...]
    disputes: tuple[tuple[str, tuple[str, ...]], ...]
    supported_by: tuple[tuple[str, tuple[str, ...]], ...]
    differs_from: tuple[tuple[str, tuple[str, ...]], ...]
    part_of: tuple[str, ...]
    evidence: pl.DataFrame
    test: str | None
    answer: pl.DataFrame | None
    answer_without_parties: pl.DataFrame | None
    excluded_sources: tuple[str, ...]
    untestable: Literal["kind", "no_test"] | None


def as_record(reading: ClaimReading) -> dict[str, Any]:
    """Return a reading as plain values, its frames as lists of rows, for JSON."""
    record: dict[str, Any] = {}
    for field in fields(reading):
        value = getattr(reading, field.name)
        record[field.name] = value.to_dicts() if isinstance(value, pl.DataFrame) else value
    return record


def read_claims(
    frames: Frames,
    *,
    answer: Callable[[str, frozenset[str]], pl.DataFrame],
    language: Language = "sv",
) -> list[ClaimReading]:
    """
    Read every claim of a graph, in the order of their ids (c2 before c10).

    Parameters
    ----------
    frames
        The graph.
    answer
        Called with a claim's test and the IRIs of sources to leave out; returns the rows.
    language
        Of the claims' text, where the project has both.
    """
    labels = {row["actor"]: row["label"] or row["actor"] for row in frames.actors.iter_rows(named=True)}
    rows = {row["claim"]: row for row in frames.claims.iter_rows(named=True)}
    testable = {kind for known in TESTABLE_KINDS for kind in narrower(frames.concepts, known)}
    phrases = _phrases(frames, labels)

    def named(actors: Iterable[str] | None) -> tuple[str, ...]:
        return tuple(sorted({labels.get(actor, actor) for actor in actors or ()}))

    def others(claims: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple(
            (other, named(rows[other]["asserted_by"] if other in rows else ()))
            for other in sorted(set(claims), key=_natural)
        )

    readings = []
    for claim in sorted(rows, key=_natural):
        row = rows[claim]
        untestable: Literal["kind", "no_test"] | None = None
        if row["kind"] is not None and row["kind"] not in testable:
            untestable = "kind"
        elif not row["test"]:
            untestable = "no_test"
        excluded: frozenset[str] = frozenset()
        rows_of_test = rows_without = None
        if not untestable:
            excluded = sources_written_by(frames, parties_to_dispute(frames, claim))
            rows_of_test = answer(row["test"], frozenset())
            rows_without = answer(row["test"], excluded) if excluded else rows_of_test
        readings.append(
            ClaimReading(
                claim=claim,
                text=(row["text_en"] if language == "en" else None) or row["text"] or row["text_en"] or "",
                kind=row["kind"],
                at=row["at"],
                about=tuple(sorted(row["about"] or ())),
                asserted_by=named(row["asserted_by"]),
                disputed_by=others(_opposing(rows, claim, "disputes")),
                disputes=others(row["disputes"] or ()),
                supported_by=others(_opposing(rows, claim, "supports")),
                differs_from=others(
                    {*_opposing(rows, claim, "differs_from"), *(row["differs_from"] or ())} - {claim}
                ),
                part_of=tuple(sorted(row["part_of"] or (), key=_natural)),
                evidence=phrases.filter(pl.col("about") == claim).drop("about"),
                test=row["test"],
                answer=rows_of_test,
                answer_without_parties=rows_without,
                excluded_sources=tuple(sorted(excluded)),
                untestable=untestable,
            )
        )
    return readings


def parties_to_dispute(frames: Frames, claim: str) -> frozenset[str]:
    """
    Return those who have taken a side on a claim, and whom they speak for.

    They are who asserts it, who asserts a claim that disputes it or that it disputes, the
    organisations they hold a position in that speaks for it (unless they surely did not at the date
    of the claim's source), and these organisations' units, parents, owners and owned bodies.
    A claim nobody disputes has its own side only.
    """
    rows = {row["claim"]: row for row in frames.claims.iter_rows(named=True)}
    sides = {claim, *_opposing(rows, claim, "disputes"), *(rows[claim]["disputes"] or ())}
    speaking = [
        {"source": source, "actor": actor}
        for side in sorted(sides & rows.keys())
        for actor in rows[side]["asserted_by"] or ()
        for source in rows[side]["sources"] or (None,)
    ]
    said = pl.DataFrame(speaking, schema={"source": pl.String, "actor": pl.String})
    behind = represented(frames, said).filter("speaks_for")["behind"]
    return frozenset(kin(frames.actors, behind)["kin"])


def sources_written_by(frames: Frames, actors: Iterable[str]) -> frozenset[str]:
    """Return the sources with a voice that is one of the actors or speaks for one."""
    behind = represented(frames, source_voices(frames.sources)).filter("speaks_for")
    return frozenset(behind.filter(pl.col("behind").is_in(sorted(actors)))["source"])


def _opposing(rows: Mapping[str, Mapping[str, list[str] | None]], claim: str, relation: str) -> list[str]:
    return [other for other, row in rows.items() if claim in (row[relation] or ())]


def _natural(iri: str) -> list[tuple[int, str]]:
    """Order numbers within ids by size."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"([0-9]+)", iri)]


def _phrases(frames: Frames, labels: Mapping[str, str]) -> pl.DataFrame:
    """Return the evidence of all claims with titles and labels."""
    through = {
        row["evidence"]: sorted(labels.get(actor, actor) for actor in row["through"])
        for row in second_hand(frames).iter_rows(named=True)
    }
    titles = {row["source"]: row["title"] for row in frames.sources.iter_rows(named=True)}
    rows = [
        {
            **{column: row[column] for column in ("about", "evidence", "quote", "source", "where")},
            "source_title": titles.get(row["source"]),
            "speaker": labels.get(row["speaker"], row["speaker"]),
            "second_hand_through": through.get(row["evidence"]),
        }
        for row in frames.evidence.join(frames.claims, left_on="about", right_on="claim", how="semi")
        .unique()
        .sort("evidence")
        .iter_rows(named=True)
    ]
    rows.sort(key=lambda row: (_natural(row["source"] or ""), _natural(row["where"] or "")))
    return pl.DataFrame(rows, schema={"about": pl.String(), **EVIDENCE_COLUMNS})
