"""The appendix: every phrase that the graph rests on, source by source."""

from __future__ import annotations

from collections import defaultdict
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
    from collections.abc import Iterator

    from samverkansgraf.documents.names import Names
    from samverkansgraf.frames import Frames
    from samverkansgraf.report.contents import Findings

#: More rows than anybody reads in a report; then the tables hold them.
MOST: Final = 3000
_COLUMNS: Final = ("about", "phrase", "where", "speaker")


def section(findings: Findings, names: Names) -> Section | None:
    """Return the appendix; none where there is no evidence."""
    frames, words = findings.frames, names.words
    if not frames.evidence.height:
        return None
    title, number = words.say("appendix.title"), words.whole(frames.evidence.height)
    if frames.evidence.height > MOST:
        command = Code(names.command("export", "tables", "-o", words.say("appendix.folder")))
        said = words.line("appendix.too_many", n=number, most=words.whole(MOST), command=command)
        return Section("evidence", title, (Paragraph(said),))
    blocks: list[Block] = [Paragraph((words.say("appendix.intro", n=number),))]
    blocks.extend(_by_source(frames, names))
    return Section("evidence", title, tuple(blocks))


def _by_source(frames: Frames, names: Names) -> Iterator[Fold]:
    """Return what is taken from each source, folded, in the order of the list of sources."""
    words, subjects = names.words, dict(_subjects(frames, names))
    found: dict[str, list[tuple[Line, dict[str, Any]]]] = defaultdict(list)
    for about in sorted(names.evidence):
        for row in names.evidence[about]:
            found[row["source"] or ""].append(((subjects.get(about) or names.label(about),), dict(row)))
    for source in sorted(found, key=lambda source: (names.numbers.get(source, 0), source)):
        rows = sorted(found[source], key=lambda pair: (names.in_order(pair[1]), pair[0]))
        title = names.label(source) if source else words.say("evidence.no_source")
        number = names.numbers.get(source)
        summary = words.count("appendix.of_source", len(rows), source=title, number=str(number or "–"))
        headings = tuple(words.say(f"appendix.{name}") for name in _COLUMNS)
        table = Table(summary, headings, tuple(_row(about, row, names) for about, row in rows))
        yield Fold(summary, (table,))


def _row(about: Line, row: dict[str, Any], names: Names) -> tuple[Cell, ...]:
    """Return one phrase: what it is about, the words, the place in the source, who says them."""
    said: Line = (
        (Quote(one_line(row["quote"]), names.quoted_language),)
        if row["quote"]
        else (names.words.say("evidence.no_phrase"),)
    )
    where = names.where(row["where"]) if row["where"] else ""
    speaker = names.label(row["speaker"]) if row["speaker"] else ""
    by = [part for part in (speaker, names.second_hand_words(row["evidence"])) if part]
    return cell(about), cell(said), cell(where), cell(*by)


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
