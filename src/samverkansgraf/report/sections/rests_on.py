"""What the picture rests on: what hangs on one, what is coordinated but not delivered, what is old, what ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.coverage import dependence_in_words, older_in_words, overlaps_in_words, tally
from samverkansgraf.documents.blocks import Block, Bullets, Paragraph, Part, Section, Table, cell, one_line
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.report.folding import folded_if_long
from samverkansgraf.report.sections.answer import cell_in_words
from samverkansgraf.report.sections.coverage import no_delivery, value_name
from samverkansgraf.simulation import word

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings, RestsOn

_BY: Final = ("district", "theme")
_KINDS: Final = ("actor", "funder")
_OLD: Final = ("yes", "perhaps", "undated")


def section(findings: Findings, names: Names) -> Section | None:
    """Return the chapter on what the picture rests on; none where there are no cells."""
    found, words = findings.rests_on, names.words
    if found is None:
        return None
    parts = (
        _one(found, findings, names),
        _each(found, findings, names),
        _delivery(findings, names),
        _overlaps(found, findings, names),
        _older(found, findings, names),
        _ending(found, findings, names),
    )
    return Section(
        "rests_on",
        words.say("rests.title"),
        (Paragraph((words.say("rests.intro"),)), *(part for part in parts if part is not None)),
    )


def _cell_name(row: dict[str, Any], names: Names) -> str:
    return names.words.say("next.joined").join(one_line(row[one]) for one in _BY)


def _one(found: RestsOn, findings: Findings, names: Names) -> Part:
    """Return the cells that rest on one, and on which."""
    words, table = names.words, found.dependence
    cells = tally(findings.coverage)
    said = dependence_in_words(table, cells, by=_BY, at=findings.as_of, language=words.language)
    blocks: list[Block] = [Bullets(tuple((one_line(sentence),) for sentence in said))]
    if table.height:
        made = Table(
            words.say("rests.one"),
            tuple(words.say(f"rests.{heading}") for heading in ("cell", "value", "on", "which")),
            tuple(
                (
                    cell(_cell_name(row, names)),
                    cell(value_name(row["value"], names)),
                    cell(words.say(f"rests.on_{row['rests_on']}")),
                    cell(one_line(row["name"] or row["id"])),
                )
                for row in table.iter_rows(named=True)
            ),
            names.command("coverage", "--dependence", "--at", findings.as_of.isoformat()),
        )
        blocks.append(folded_if_long(made, words))
    return Part(words.say("rests.one_title"), tuple(blocks))


def _each(found: RestsOn, findings: Findings, names: Names) -> Part | None:
    """Return what would have nothing to rest on if each actor or funder left, in alphabetical order."""
    words = names.words
    if not found.hanging.height:
        return None
    blocks: list[Block] = [Paragraph((words.say("rests.each_intro"),))]
    for kind in _KINDS:
        rows = [row for row in found.hanging.iter_rows(named=True) if row["kind"] == kind]
        if not rows:
            continue
        rows.sort(key=lambda row: (swedish_order(row["label"]), row["id"]))
        numbers = ("initiatives", f"no_{kind}", "cells_uncovered")
        made = Table(
            words.say(f"rests.each_{kind}"),
            tuple(words.say(f"rests.{heading}") for heading in (kind, *numbers)),
            tuple(
                (
                    cell(one_line(row["label"])),
                    *(cell(words.whole(row[number]), look="number") for number in numbers),
                )
                for row in rows
            ),
            names.command("simulate", "--each", f"{kind}s", "--as-of", findings.as_of.isoformat()),
        )
        blocks.append(folded_if_long(made, words))
    return Part(words.say("rests.each_title"), tuple(blocks))


def _delivery(findings: Findings, names: Names) -> Part | None:
    """Return the documented cells where nothing recorded is said to deliver."""
    words = names.words
    covered = [row for row in findings.coverage.iter_rows(named=True) if row["value"] == "covered"]
    if not covered or "kind_not_stated" not in findings.coverage.columns:
        return None
    lines = [
        (words.say("rests.cell_says", cell=cell_in_words(row, _BY, names), said=told),)
        for row in covered
        if (told := no_delivery(row, names, "rests"))
    ]
    title = words.say("rests.delivery_title")
    if not lines:
        return Part(title, (Paragraph((words.say("rests.all_deliver"),)),))
    return Part(title, (Paragraph((words.say("rests.delivery_intro"),)), Bullets(tuple(lines))))


def _overlaps(found: RestsOn, findings: Findings, names: Names) -> Part:
    """Return, as questions, the initiatives that may do the same for the same people."""
    words, table = names.words, found.overlaps
    said = overlaps_in_words(table, findings.frames, language=words.language)
    blocks: list[Block] = [Paragraph((one_line(sentence),)) for sentence in said]
    command = names.command("coverage", "--overlaps", "--at", findings.as_of.isoformat())
    if table.height:
        made = Table(
            words.say("rests.overlaps"),
            (words.say("rests.cell"), words.say("rests.question")),
            tuple(
                (cell(_cell_name(row, names)), cell(one_line(row["question"])))
                for row in table.iter_rows(named=True)
            ),
            command,
        )
        blocks.append(folded_if_long(made, words))
    else:
        blocks.append(Paragraph(names.command_line(command)))
    return Part(words.say("rests.overlaps_title"), tuple(blocks))


def _older(found: RestsOn, findings: Findings, names: Names) -> Part:
    """Return the cells that rest on old sources."""
    words, years = names.words, found.years
    said = older_in_words(found.older, years=years, as_of=findings.as_of, language=words.language)
    blocks: list[Block] = [Paragraph((one_line(sentence),)) for sentence in said]
    rows = [row for row in found.older.iter_rows(named=True) if row["older"] in _OLD]
    if rows:
        made = Table(
            words.say("rests.older", years=words.whole(years)),
            tuple(words.say(f"rests.{heading}") for heading in ("cell", "value", "newest", "is_older")),
            tuple(
                (
                    cell(_cell_name(row, names)),
                    cell(value_name(row["value"], names)),
                    cell(words.date(row["last_seen"]) if row["last_seen"] else words.say("coverage.no_date")),
                    cell(words.say(f"rests.older_{row['older']}")),
                )
                for row in rows
            ),
            names.command("coverage", "--older-than", str(years), "--as-of", findings.as_of.isoformat()),
        )
        blocks.append(folded_if_long(made, words))
    return Part(words.say("rests.older_title"), tuple(blocks))


def _ending(found: RestsOn, findings: Findings, names: Names) -> Part | None:
    """Return the agreements that end soon."""
    words, table = names.words, found.ending
    if not findings.frames.agreements.height:
        return None
    endless = findings.frames.agreements["end"].null_count()
    said = word("ending", words.language, words.date(found.until), table.height, endless)
    blocks: list[Block] = [Paragraph((said,))]
    if table.height:
        headings = ("agreement", "ends", "parties", "only", "followed")
        made = Table(
            words.say("rests.ending", months=words.whole(found.months)),
            tuple(words.say(f"rests.{heading}") for heading in headings),
            tuple(
                (
                    cell(one_line(row["label"])),
                    cell(
                        *(words.date(end) for end in row["ends"]),
                        *((words.say("rests.possibly"),) if row["within"] == "possibly" else ()),
                    ),
                    cell(words.listing([one_line(one) for one in row["parties"]])),
                    cell(words.listing([one_line(one) for one in row["only_agreement"]])),
                    cell(words.listing([one_line(one) for one in row["followed_by"]])),
                )
                for row in table.iter_rows(named=True)
            ),
            names.command(
                "simulate", "--ending-within", str(found.months), "--as-of", findings.as_of.isoformat()
            ),
        )
        blocks.append(folded_if_long(made, words))
    return Part(words.say("rests.ending_title"), tuple(blocks))
