"""Claims: who asserts, who disputes, and the rows the graph has. No verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.documents.blocks import (
    Block,
    Bullets,
    Line,
    Paragraph,
    Part,
    Quote,
    Section,
    Table,
    cell,
    fact,
    joined,
    one_line,
)
from samverkansgraf.report.folding import folded_if_long

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import polars as pl

    from samverkansgraf.claims import ClaimReading
    from samverkansgraf.documents.names import Names
    from samverkansgraf.frames import Frames
    from samverkansgraf.report.contents import Findings

#: Columns of an answer that hold the words of a source, a date, or the name of a source.
_PHRASES: Final = ("phrase", "phrases", "quote")
_DATES: Final = ("start", "end", "at", "date", "source_date")
#: An answer of more rows than this is one to open, so that the next claim is not far away.
_SHOWN: Final = 6
_TRUTHS: Final = {"true": "network.yes", "false": "network.no"}
_SOURCES: Final = ("source", "sources")


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on claims."""
    return chapter(findings.claims, findings.frames, names)


def chapter(readings: Sequence[ClaimReading], frames: Frames, names: Names) -> Section:
    """Return the chapter on these claims of a graph."""
    words = names.words
    if not readings:
        return Section("claims", words.say("claims.title"), (Paragraph((words.say("claims.none"),)),))
    readings = _in_order(readings)
    claims = {reading.claim: (position, reading) for position, reading in enumerate(readings, start=1)}
    asserted = dict(frames.claims.select("claim", "asserted_by").iter_rows())
    return Section(
        "claims",
        words.say("claims.title"),
        (
            Paragraph((words.say("claims.intro"),)),
            *(_claim(reading, asserted.get(reading.claim), names, claims) for reading in readings),
        ),
    )


def _in_order(readings: Sequence[ClaimReading]) -> list[ClaimReading]:
    """Return the claims with those in dispute first, parts with their whole, then those that differ, then the rest."""
    by_claim = {reading.claim: reading for reading in readings}

    def wholes(reading: ClaimReading) -> list[ClaimReading]:
        return [reading, *(by_claim[whole] for whole in reading.part_of if whole in by_claim)]

    def place(reading: ClaimReading) -> int:
        around = wholes(reading)
        if any(one.disputed_by or one.disputes for one in around):
            return 0
        return 1 if any(one.differs_from for one in around) else 2

    return sorted(readings, key=place)


def _claim(
    reading: ClaimReading,
    asserted_by: list[str] | None,
    names: Names,
    claims: Mapping[str, tuple[int, ClaimReading]],
) -> Part:
    """Return the part on one claim."""
    words = names.words
    lines: list[Line] = []
    if reading.kind:
        lines.append(fact(words.say("claims.kind"), names.label(reading.kind)))
    if reading.at:
        lines.append(fact(words.say("claims.at"), words.date(reading.at)))
    if reading.about:
        lines.append(fact(words.say("claims.about"), names.several(reading.about)))
    if reading.part_of:
        lines.append(fact(words.say("claims.part_of"), _numbers(reading.part_of, names, claims)))
    people = sorted({names.person(one) for one in asserted_by or reading.asserted_by}, key=str.casefold)
    lines.append(fact(words.say("claims.asserted_by"), words.listing(people) or words.say("claims.nobody")))
    lines.append(fact(words.say("claims.disputed_by"), _disputed(reading, names, claims)))
    if reading.disputes:
        lines.append(fact(words.say("claims.disputes"), _others(reading.disputes, names, claims)))
    if reading.differs_from:
        lines.append(fact(words.say("claims.differs_from"), _others(reading.differs_from, names, claims)))
    if reading.supported_by:
        lines.append(fact(words.say("claims.supported_by"), _others(reading.supported_by, names, claims)))
    proofs = names.proofs(reading.claim) or [(words.say("evidence.no_source"),)]
    lines.append(fact(words.say("claims.evidence"), joined(proofs, "; ")))
    lines.extend(fact(words.say("claims.reply"), reply) for reply in names.replies_about(reading.claim))
    number = claims[reading.claim][0]
    text = names.label(reading.claim) if reading.claim in names.labels else one_line(reading.text)
    return Part(
        words.say("claims.heading", n=words.whole(number), text=text),
        (Bullets(tuple(lines)), *_answers(reading, names, number)),
    )


def _disputed(reading: ClaimReading, names: Names, claims: Mapping[str, tuple[int, ClaimReading]]) -> str:
    """Return who disputes a claim; of a part that nobody disputes, who disputes the whole."""
    if reading.disputed_by:
        return _others(reading.disputed_by, names, claims)
    for whole in reading.part_of:
        if whole in claims and claims[whole][1].disputed_by:
            by = _others(claims[whole][1].disputed_by, names, claims)
            return names.words.say("claims.whole_disputed", claim=_numbers([whole], names, claims), by=by)
    return names.words.say("claims.disputed_by_nobody")


def _others(
    others: Iterable[tuple[str, tuple[str, ...]]],
    names: Names,
    claims: Mapping[str, tuple[int, ClaimReading]],
) -> str:
    """Return other claims by their numbers, with those who assert them."""
    by_people: dict[tuple[str, ...], list[str]] = {}
    for claim, people in others:
        by_people.setdefault(people, []).append(claim)
    said = []
    for people, asserted in by_people.items():
        who = names.words.listing([one_line(person) for person in people])
        numbers = _numbers(asserted, names, claims)
        said.append(f"{numbers} ({who})" if who else numbers)
    return "; ".join(said)


def _numbers(nodes: Iterable[str], names: Names, claims: Mapping[str, tuple[int, ClaimReading]]) -> str:
    """Return claims by their numbers."""
    words = names.words
    numbers = [words.whole(number) for number in sorted(claims[node][0] for node in nodes if node in claims)]
    return words.say("claims.number" if len(numbers) == 1 else "claims.numbers", n=words.listing(numbers))


def _answers(reading: ClaimReading, names: Names, number: int) -> list[Block]:
    """Return the rows that the claim's test gives, and once more without the parties' evidence."""
    words = names.words
    if reading.answer is None or reading.untestable:
        return [
            Paragraph(
                (words.say("claims.untested" if reading.untestable == "no_test" else "claims.untestable"),)
            )
        ]
    n = words.whole(number)
    command = names.command("claims")
    blocks: list[Block] = []
    if reading.answer.height:
        blocks.append(_rows(words.say("claims.rows", n=n), reading.answer, names, command))
    else:
        blocks.append(Paragraph((words.say("claims.empty"),)))
    without = reading.answer_without_parties
    side = words.say("claims.opposed" if reading.disputed_by or reading.disputes else "claims.alone")
    if without is None or without.equals(reading.answer):
        blocks.append(Paragraph((words.say("claims.nothing_excluded", side=side),)))
    else:
        left_out = _left_out(reading, names)
        excluded = names.references(left_out) or (names.several(left_out),)
        blocks.append(Paragraph(words.line("claims.excluded", side=(side,), sources=excluded)))
        if without.height:
            blocks.append(_rows(words.say("claims.rows_without", n=n, side=side), without, names, command))
        else:
            blocks.append(Paragraph((words.say("claims.empty_without", side=side),)))
    blocks.append(Paragraph((words.say("claims.no_verdict"),)))
    return blocks


def _left_out(reading: ClaimReading, names: Names) -> list[str]:
    """Return the sources left out that the answer rests on; all that are left out if its rows name none of them."""
    answer = reading.answer
    named = [column for column in _SOURCES if answer is not None and column in answer.columns]
    texts = (
        [] if answer is None else [text for column in named for text in answer[column].explode().to_list()]
    )
    used = {one for text in texts if text is not None for one in _sources_called([str(text)], names)}
    return [one for one in reading.excluded_sources if one in used] or list(reading.excluded_sources)


def _rows(caption: str, answer: pl.DataFrame, names: Names, command: str) -> Block:
    """Return the rows of an answer as they came, with labels for what has one; a column without a value is left out."""
    words = names.words
    answer = answer.select(one for one in answer if one.null_count() < answer.height)
    headings = tuple(
        words.say(f"answer.{column}") if words.has(f"answer.{column}") else one_line(column)
        for column in answer.columns
    )
    table = Table(
        caption,
        headings,
        tuple(
            tuple(
                cell(_shown(column, value, names)) for column, value in zip(answer.columns, row, strict=True)
            )
            for row in answer.iter_rows()
        ),
        command,
    )
    return folded_if_long(table, words, rows=_SHOWN)


def _shown(column: str, value: Any, names: Names) -> Line | str:
    """Return a value of an answer: a phrase as quoted, a source by its number, a thing by its label."""
    if isinstance(value, bool):
        value = str(value).lower()
    if isinstance(value, int | float):
        return names.words.decimal(value)
    values = value if isinstance(value, list) else [value]
    texts = [one_line(str(one)) for one in values if one is not None]
    if texts and column in _PHRASES:
        return joined([(Quote(text, names.quoted_language),) for text in texts], "; ")
    if texts and column in _SOURCES and (references := names.references(_sources_called(texts, names))):
        return references
    if texts and column in _DATES:
        return names.words.listing([names.words.date(text) for text in texts])
    if len(texts) == 1 and texts[0] in _TRUTHS:
        return names.words.say(_TRUTHS[texts[0]])
    return names.words.listing([names.label(text) for text in texts])


def _sources_called(texts: list[str], names: Names) -> list[str]:
    """Return the sources with these IRIs or titles; none if any of the texts is neither."""
    by_name = {names.label(source): source for source in names.numbers}
    found = [text if text in names.numbers else by_name.get(text) for text in texts]
    return [source for source in found if source] if all(found) else []
