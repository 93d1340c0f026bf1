"""Agreements in order of time: who with whom, on what, for how much, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Line,
    Paragraph,
    Part,
    Section,
    Table,
    cell,
    fact,
    line,
)
from samverkansgraf.report.sections.differing import is_contested, said_of, value_in_words
from samverkansgraf.vocabulary import iri

if TYPE_CHECKING:
    import polars as pl

    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

_AMOUNT: Final = iri("schema:amount")
_STATES: Final = ("planned", "ended", "perhaps_ended", "not_ended", "no_end", "not_begun")
_QUERY: Final = (
    "SELECT ?agreement ?start ?end ?replaces WHERE { ?agreement a sg:Agreement "
    "OPTIONAL { ?agreement sg:start ?start } OPTIONAL { ?agreement sg:end ?end } "
    "OPTIONAL { ?agreement sg:replaces ?replaces } } ORDER BY ?start ?agreement"
)


def section(findings: Findings, names: Names) -> Section | None:
    """Return the chapter on agreements; none where the graph has none."""
    words, by_time = names.words, findings.agreements
    if not by_time.height:
        return None
    known = {row["agreement"]: row for row in findings.frames.agreements.iter_rows(named=True)}
    day = words.date(findings.as_of)
    blocks: list[Block] = [
        Paragraph((words.say("agreements.intro", date=day),)),
        Bullets(tuple(_states(by_time, names))),
        Table(
            words.say("agreements.caption"),
            tuple(words.say(f"agreements.{key}") for key in ("agreement", "parties", "time", "proof")),
            tuple(
                _row(known[row["agreement"]], row, findings, names) for row in by_time.iter_rows(named=True)
            ),
            names.command("query", _QUERY),
        ),
    ]
    if findings.gaps.height:
        gaps = tuple(_gap(row, names) for row in findings.gaps.iter_rows(named=True))
        intro = Paragraph((words.say("agreements.gaps_intro"),))
        blocks.append(Part(words.say("agreements.gaps"), (intro, Bullets(gaps))))
    return Section("agreements", words.say("agreements.title"), tuple(blocks))


def _states(by_time: pl.DataFrame, names: Names) -> list[Line]:
    """Say how many agreements have surely ended, perhaps ended, and so on; those with no such are left out."""
    counts = dict(by_time.group_by("state").len().iter_rows())
    return [
        (names.words.count(f"agreements.{state}_count", counts[state]),)
        for state in _STATES
        if state in counts
    ]


def _row(row: dict[str, Any], in_time: dict[str, Any], findings: Findings, names: Names) -> tuple[Cell, ...]:
    """Return one agreement; what sources say differently stands with every value."""
    words, node = names.words, row["agreement"]
    about: list[Line | str] = [names.several(row["parties"]) or words.say("not_given")]
    about.extend(
        fact(words.say(f"agreements.{key}"), names.several(row[key]))
        for key in ("responsible", "governs", "replaces")
        if row[key]
    )
    about.extend(_amounts(row, findings, names))
    about.extend(said_of(node, findings, names))
    about.extend(fact(words.say("participation.reply"), reply) for reply in names.replies_about(node))
    return (
        cell(names.label(node), *([names.label(row["kind"])] if row["kind"] else [])),
        cell(*about),
        cell(*_time(in_time, names)),
        cell(*(names.proofs(node) or [(words.say("evidence.no_source"),)]), look="proofs"),
    )


def _time(in_time: dict[str, Any], names: Names) -> list[str]:
    """Return when an agreement holds by every date given, and what that says of it on the report's day."""
    words = names.words
    dates = {
        end: words.say("agreements.or").join(said(one) for one in in_time[end])
        for end, said in (("starts", words.beginning), ("ends", words.date))
    }
    lines = [words.say(f"agreements.{end}", date=given) for end, given in dates.items() if given]
    return [*lines, words.say(f"agreements.{in_time['state']}")]


def _amounts(row: dict[str, Any], findings: Findings, names: Names) -> list[Line]:
    """Return the amount, unless sources differ on it: then each stands with its source, never a sum."""
    words = names.words
    if row["amount"] is None or is_contested(row["agreement"], _AMOUNT, findings):
        return []
    amount = value_in_words(_AMOUNT, str(row["amount"]), names)
    return [
        (words.say("participation.amount", amount=amount, currency=words.currency(row["currency"])).strip(),)
    ]


def _gap(row: dict[str, Any], names: Names) -> Line:
    """Say what lies between an agreement and the one before it, where the dates tell."""
    words = names.words
    both = {"earlier": names.label(row["earlier"]), "later": names.label(row["later"])}
    if row["between"] == "gap":
        both |= {"first": words.date(row["first_day"]), "last": words.date(row["last_day"])}
    sources = [source for end in ("earlier", "later") for source in _sources(row[end], names)]
    said = words.say(f"agreements.{row['between']}", **both)
    if not row["replaces"]:
        said = f"{said} {words.say('agreements.not_said')}"
    return line(said, " ", names.references(sources))


def _sources(agreement: str, names: Names) -> list[str]:
    return [row["source"] for row in names.evidence.get(agreement, ()) if row["source"]]
