"""The appendix: every phrase that the graph rests on, source by source."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.documents.blocks import (
    Block,
    Cell,
    Code,
    Fold,
    Line,
    Paragraph,
    Quote,
    Section,
    Table,
    cell,
    one_line,
)
from samverkansgraf.properties import property_name
from samverkansgraf.report.sections.differing import value_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkansgraf.documents.names import Names
    from samverkansgraf.frames import Frames
    from samverkansgraf.report.contents import Findings

#: More phrases than anybody reads in a report; then the tables hold them.
MOST: Final = 3000
_QUERY: Final = (
    "SELECT ?phrase ?where WHERE {{ ?evidence a sg:Evidence {which} "
    "OPTIONAL {{ ?evidence oa:hasSelector/oa:exact ?phrase }} OPTIONAL {{ ?evidence sg:where ?where }} }} ORDER BY ?where"
)
_COLUMNS: Final = ("about", "phrase", "where", "speaker")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One evidence, as a row of the frame has it, and in words all that it is about."""

    row: Mapping[str, Any]
    about: tuple[str, ...]


def section(findings: Findings, names: Names) -> Section | None:
    """Return the appendix; none where there is no evidence."""
    frames, words = findings.frames, names.words
    if not frames.evidence.height:
        return None
    several = frames.evidence["evidence"].n_unique()
    title, number = words.say("appendix.title"), words.whole(several)
    if several > MOST:
        command = Code(names.command("export", "tables", "-o", words.say("appendix.folder")))
        said = words.line("appendix.too_many", n=number, most=words.whole(MOST), command=command)
        return Section("evidence", title, (Paragraph(said),))
    blocks: list[Block] = [Paragraph((words.say("appendix.intro", n=number),))]
    blocks.extend(_by_source(frames, names))
    return Section("evidence", title, tuple(blocks))


def _by_source(frames: Frames, names: Names) -> Iterator[Fold]:
    """Return what is taken from each source, folded, in the order of the list of sources."""
    words = names.words
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in _phrases(frames, names):
        found[phrase.row["source"] or ""].append(phrase)
    headings = tuple(words.say(f"appendix.{name}") for name in _COLUMNS)
    for source in sorted(found, key=lambda source: (names.numbers.get(source, 0), source)):
        phrases = sorted(found[source], key=lambda phrase: names.in_order(phrase.row))
        title = names.label(source) if source else words.say("evidence.no_source")
        number = str(names.numbers.get(source, "–"))
        summary = words.count("appendix.of_source", len(phrases), source=title, number=number)
        which = (
            f"; oa:hasSource <{source}> ." if source else "FILTER NOT EXISTS { ?evidence oa:hasSource ?any }"
        )
        command = names.command("query", _QUERY.format(which=which))
        table = Table(summary, headings, tuple(_row(phrase, names) for phrase in phrases), command)
        yield Fold(summary, (table,))


def _phrases(frames: Frames, names: Names) -> list[_Phrase]:
    """Return each evidence once, with all that it is about."""
    subjects = dict(_subjects(frames, names))
    rows: dict[str, Mapping[str, Any]] = {}
    about: dict[str, set[str]] = defaultdict(set)
    for node, proofs in names.evidence.items():
        for row in proofs:
            rows[row["evidence"]] = row
            about[row["evidence"]].add(subjects.get(node) or names.label(node))
    return [_Phrase(row, tuple(sorted(about[evidence], key=str.casefold))) for evidence, row in rows.items()]


def _row(phrase: _Phrase, names: Names) -> tuple[Cell, ...]:
    """Return one phrase: what it is about, the words, the place in the source, who says them."""
    row = phrase.row
    said: Line = (
        (Quote(one_line(row["quote"]), names.quoted_language),)
        if row["quote"]
        else (names.words.say("evidence.no_phrase"),)
    )
    where = names.where(row["where"]) if row["where"] else ""
    speaker = names.label(row["speaker"]) if row["speaker"] else ""
    by = [part for part in (speaker, names.second_hand_words(row["evidence"])) if part]
    return cell(*phrase.about), cell(said), cell(where), cell(*by)


def _subjects(frames: Frames, names: Names) -> Iterator[tuple[str, str]]:
    """Return in words what has no label of its own: who takes part in what, what is where, what is said of what."""
    for row in frames.participations.iter_rows(named=True):
        who, what, role = (names.label(row[name] or "") for name in ("actor", "initiative", "role"))
        yield row["participation"], names.words.say("appendix.participation", who=who, what=what, role=role)
    for row in frames.placements.iter_rows(named=True):
        what, where = names.label(row["initiative"] or ""), names.label(row["place"] or "")
        yield row["placement"], names.words.say("appendix.placement", what=what, where=where)
    for row in frames.positions.iter_rows(named=True):
        yield row["position"], names.person(row["person"] or "")
    for row in frames.statements.iter_rows(named=True):
        which = row["property"] or ""
        yield (
            row["statement"],
            names.words.say(
                "appendix.statement",
                about=names.label(row["about"] or ""),
                property=property_name(which, names.words.language),
                value=value_in_words(which, row["value"], names),
            ),
        )
