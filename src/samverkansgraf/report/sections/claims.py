"""Claims: who asserts, who disputes, and the rows the graph has. No verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from samverkansgraf.report.blocks import (
    Block,
    Bullets,
    Line,
    Paragraph,
    Part,
    Section,
    Table,
    cell,
    fact,
    one_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.claims import ClaimReading
    from samverkansgraf.report.contents import Findings
    from samverkansgraf.report.names import Names


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on claims."""
    words = names.words
    if not findings.claims:
        return Section("claims", words.say("claims.title"), (Paragraph((words.say("claims.none"),)),))
    numbers = {reading.claim: position for position, reading in enumerate(findings.claims, start=1)}
    asserted = dict(findings.frames.claims.select("claim", "asserted_by").iter_rows())
    return Section(
        "claims",
        words.say("claims.title"),
        (
            Paragraph((words.say("claims.intro"),)),
            *(_claim(reading, asserted.get(reading.claim), names, numbers) for reading in findings.claims),
        ),
    )


def _claim(
    reading: ClaimReading,
    asserted_by: list[str] | None,
    names: Names,
    numbers: dict[str, int],
) -> Part:
    """Return the part on one claim."""
    words = names.words
    lines: list[Line] = []
    if reading.kind:
        lines.append(fact(words.say("claims.kind"), names.label(reading.kind)))
    if reading.at:
        lines.append(fact(words.say("claims.at"), words.date(reading.at)))
    if reading.part_of:
        lines.append(fact(words.say("claims.part_of"), _claims(reading.part_of, names, numbers)))
    people = sorted({names.person(one) for one in asserted_by or reading.asserted_by}, key=str.casefold)
    lines.append(fact(words.say("claims.asserted_by"), words.listing(people) or words.say("claims.nobody")))
    disputed = _others(reading.disputed_by, names, numbers)
    lines.append(fact(words.say("claims.disputed_by"), disputed or words.say("claims.disputed_by_nobody")))
    if reading.disputes:
        lines.append(fact(words.say("claims.disputes"), _others(reading.disputes, names, numbers)))
    if reading.supported_by:
        lines.append(fact(words.say("claims.supported_by"), _others(reading.supported_by, names, numbers)))
    proofs = names.proofs(reading.claim) or [(words.say("evidence.no_source"),)]
    lines.extend(fact(words.say("claims.evidence"), proof) for proof in proofs)
    lines.extend(fact(words.say("claims.reply"), reply) for reply in names.replies_about(reading.claim))
    number = numbers[reading.claim]
    text = names.label(reading.claim) if reading.claim in names.labels else one_line(reading.text)
    return Part(
        words.say("claims.heading", n=words.whole(number), text=text),
        (Bullets(tuple(lines)), *_answers(reading, names, number)),
    )


def _others(
    claims: Iterable[tuple[str, tuple[str, ...]]],
    names: Names,
    numbers: dict[str, int],
) -> str:
    """Return other claims by their numbers, each with those who assert it."""
    said = []
    for claim, people in claims:
        who = names.words.listing([one_line(person) for person in people])
        number = _claims([claim], names, numbers)
        said.append(f"{number} ({who})" if who else number)
    return "; ".join(said)


def _claims(nodes: Iterable[str], names: Names, numbers: dict[str, int]) -> str:
    """Return claims by their numbers."""
    words = names.words
    return words.listing(
        [
            words.say("claims.number", n=words.whole(numbers[node])) if node in numbers else names.label(node)
            for node in nodes
        ],
    )


def _answers(reading: ClaimReading, names: Names, number: int) -> list[Block]:
    """Return the rows that the claim's test gives, and once more without the parties' evidence."""
    words = names.words
    if reading.answer is None or reading.untestable:
        return [Paragraph((words.say("claims.untested" if reading.untestable == "no_test" else "claims.untestable"),))]
    n = words.whole(number)
    command = names.command("claims")
    blocks: list[Block] = []
    if reading.answer.height:
        blocks.append(_rows(words.say("claims.rows", n=n), reading.answer, names, command))
    else:
        blocks.append(Paragraph((words.say("claims.empty"),)))
    without = reading.answer_without_parties
    if not reading.excluded_sources or without is None:
        blocks.append(Paragraph((words.say("claims.nothing_excluded"),)))
    else:
        excluded = names.references(reading.excluded_sources) or (names.several(reading.excluded_sources),)
        blocks.append(Paragraph(words.line("claims.excluded", sources=excluded)))
        if without.height:
            blocks.append(_rows(words.say("claims.rows_without", n=n), without, names, command))
        else:
            blocks.append(Paragraph((words.say("claims.empty_without"),)))
    blocks.append(Paragraph((words.say("claims.no_verdict"),)))
    return blocks


def _rows(caption: str, answer: pl.DataFrame, names: Names, command: str) -> Table:
    """Return the rows of an answer as they came, with labels for what has one."""
    words = names.words
    headings = tuple(
        words.say(f"answer.{column}") if words.has(f"answer.{column}") else one_line(column)
        for column in answer.columns
    )
    return Table(
        caption,
        headings,
        tuple(tuple(cell(_shown(value, names)) for value in row) for row in answer.iter_rows()),
        command,
    )


def _shown(value: Any, names: Names) -> Line | str:
    """Return a value of an answer: references for sources, labels for things, else its text."""
    if value is None:
        return ""
    if isinstance(value, list | tuple | pl.Series):
        values = [one for one in value if one is not None]
        if values and all(one in names.numbers for one in values):
            return names.references(values)
        return names.words.listing([names.label(str(one)) for one in values])
    if isinstance(value, bool):
        return names.words.say(f"network.{'yes' if value else 'no'}")
    if isinstance(value, int | float):
        return names.words.decimal(value)
    text = str(value)
    return names.references([text]) if text in names.numbers else names.label(text)
