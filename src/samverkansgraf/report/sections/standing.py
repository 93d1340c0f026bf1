"""The standing of the sources: who wrote the evidence, and what is known at second hand only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.documents.blocks import (
    Block,
    Cell,
    Paragraph,
    Quote,
    Section,
    Table,
    cell,
    line,
    one_line,
)
from samverkansgraf.report.folding import folded_if_long
from samverkansgraf.report.sections import facts
from samverkansgraf.vocabulary import CONCEPTS, sg

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

_STANDINGS: Final = tuple(sg(name) for name in CONCEPTS["standing"])
_OWN: Final = {sg("ByAParty"), sg("Affiliated"), sg("Relayed")}

_QUERY: Final = (
    "SELECT ?initiative ?standing (COUNT(DISTINCT ?evidence) AS ?number) WHERE { "
    "?x sg:ofEvidence ?evidence ; sg:forInitiative ?initiative ; sg:standing ?standing } "
    "GROUP BY ?initiative ?standing ORDER BY ?initiative ?standing"
)


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on the standing of the sources."""
    words = names.words
    blocks: list[Block] = [Paragraph((words.say("standing.intro"),))]
    initiatives = sorted(
        findings.frames.standings["initiative"].drop_nulls().unique().to_list(),
        key=lambda node: (names.label(node).casefold(), node),
    )
    if not initiatives:
        blocks.append(Paragraph((words.say("standing.none"),)))
    else:
        counts = {node: facts.evidence_by_standing(findings.frames, initiative=node) for node in initiatives}
        if own := sum(1 for by_standing in counts.values() if set(by_standing) <= _OWN):
            blocks.append(Paragraph((words.count("standing.only_parties", own),)))
        blocks.append(
            folded_if_long(
                Table(
                    words.say("standing.caption"),
                    (words.say("standing.initiative"), *(_heading(names.label(one)) for one in _STANDINGS)),
                    tuple(
                        (
                            cell(names.label(node)),
                            *(
                                cell(words.whole(counts[node].get(one, 0)), look="number")
                                for one in _STANDINGS
                            ),
                        )
                        for node in initiatives
                    ),
                    names.command("query", _QUERY),
                ),
                words,
            ),
        )
    blocks.extend(_second_hand(findings, names))
    return Section("standing", words.say("standing.title"), tuple(blocks))


def _heading(label: str) -> str:
    """Return a label to head a column with."""
    return label[:1].upper() + label[1:]


def _second_hand(findings: Findings, names: Names) -> list[Block]:
    """Return the words that are known through somebody else's quotation only."""
    words = names.words
    evidence = (
        findings.frames.evidence.filter(pl.col("evidence").is_in(list(names.second_hand)))
        .unique("evidence")
        .sort("evidence")
    )
    if not evidence.height:
        return []
    rows: list[tuple[Cell, ...]] = []
    for row in evidence.iter_rows(named=True):
        phrase = (
            Quote(one_line(row["quote"]), names.quoted_language)
            if row["quote"]
            else words.say("evidence.no_phrase")
        )
        speaker = names.label(row["speaker"]) if row["speaker"] else words.say("standing.unknown_speaker")
        through = names.several(names.second_hand[row["evidence"]])
        references = names.references([row["source"]])
        known = line(through, " ", references) if through and references else references or (through,)
        rows.append((cell((phrase,)), cell(speaker), cell(known)))
    return [
        Paragraph((words.say("standing.second_hand_intro"),)),
        folded_if_long(
            Table(
                words.say("standing.second_hand"),
                tuple(words.say(f"standing.{heading}") for heading in ("phrase", "speaker", "through")),
                tuple(rows),
                names.command(
                    "query",
                    "SELECT ?evidence ?through WHERE { ?evidence sg:secondHand true "
                    "OPTIONAL { ?evidence sg:quotedThrough ?through } } ORDER BY ?evidence ?through",
                ),
            ),
            words,
        ),
    ]
