"""Where to look next, where something could start, and who could be introduced to whom: suggestions, never ties."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.coverage.planning import bridges_in_words, plan_in_words, searches_in_words
from samverkansgraf.documents.blocks import (
    Block,
    Bullets,
    Code,
    Paragraph,
    Part,
    Section,
    Table,
    cell,
    one_line,
)
from samverkansgraf.report.folding import folded_if_long
from samverkansgraf.report.sections import answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

#: The file that a whole run writes the searches to, as rows to fill in.
TEMPLATE: Final = "searches_to_make.csv"

_EVERYTHING: Final = "*"
#: Of the plans that there are, the best and what to search for first.
_SHOWN: Final = ("best", "search_first")


def section(findings: Findings, names: Names) -> Section | None:
    """Return the chapter on what to do next; nothing where nothing has been planned."""
    words = names.words
    parts = [
        part
        for part in (
            answer.part(findings, names),
            _searches(findings, names),
            _starts(findings, names),
            _bridges(findings, names),
        )
        if part is not None
    ]
    if not parts:
        return None
    return Section("where_next", words.say("next.title"), (Paragraph((words.say("next.intro"),)), *parts))


def _searches(findings: Findings, names: Names) -> Part | None:
    """Return the searches that would tell most, with where they could begin."""
    found, words = findings.next_searches, names.words
    if found is None:
        return None
    said = searches_in_words(found, words.language, sectors=findings.settings.bounds.sectors)
    blocks: list[Block] = [Bullets(tuple((sentence,) for sentence in said))]
    if found.searches.height:
        blocks.append(
            Table(
                words.say("next.searches"),
                tuple(words.say(f"next.{heading}") for heading in ("search", "cells", "ask", "maybe")),
                tuple(
                    (
                        cell(_searched(row, found.names, names)),
                        cell(words.whole(row["not_searched"] + row["indirect"])),
                        cell(_listed(row["ask"], names)),
                        cell(_listed(row["may_be_there"], names)),
                    )
                    for row in found.searches.iter_rows(named=True)
                ),
                _command(findings, names, "--searches", "-k", str(found.searches.height), *_needs(findings)),
            )
        )
        told = {
            "file": Code(TEMPLATE),
            "command": Code("plan --searches -o " + words.say("next.file")),
        }
        blocks.append(Paragraph(words.line("next.template", **told)))
    return Part(words.say("next.searches_title"), tuple(blocks))


def _command(findings: Findings, names: Names, *options: str) -> str:
    """Return the command that plans the same, as of the report's day."""
    return names.command("plan", *options, "--as-of", findings.as_of.isoformat())


def _needs(findings: Findings) -> list[str]:
    """Return the options that weigh cells as the report does."""
    if findings.next_searches is None or not findings.next_searches.weighed.by_need:
        return []
    return [word for name in findings.settings.need.indicators for word in ("--need", name)]


def _searched(row: dict[str, Any], dimensions: Iterable[str], names: Names) -> str:
    """Return what a search is of, all of a dimension said as such."""
    words = names.words
    said = [
        words.say(f"next.all_{name}") if row[name] == _EVERYTHING else one_line(row[name])
        for name in dimensions
    ]
    return words.say("next.joined").join(said)


def _starts(findings: Findings, names: Names) -> Part | None:
    """Return where something could start: only where a search found nothing."""
    found, words = findings.plan, names.words
    if found is None:
        return None
    if not found.weighed.by_need and not found.picks["plan"].is_in(["best"]).any():
        # Every cell weighs the same and none may start: which to search is for the list of searches to say.
        found = replace(found, picks=found.picks.clear())
    said = plan_in_words(found, words.language)
    blocks: list[Block] = [Bullets(tuple((sentence,) for sentence in said))]
    picks = [row for row in found.picks.iter_rows(named=True) if row["plan"] in _SHOWN]
    if picks:
        blocks.append(
            Table(
                words.say("next.picks"),
                tuple(words.say(f"next.{heading}") for heading in ("cell", "advice", "adds")),
                tuple(
                    (
                        cell(words.say("next.joined").join(one_line(row[name]) for name in found.names)),
                        cell(words.say(f"next.advice_{row['advice']}")),
                        cell(words.decimal(row["adds"])),
                    )
                    for row in picks
                ),
                _command(findings, names, "-k", str(found.budget), *_needs(findings)),
            )
        )
    return Part(words.say("next.starts_title"), tuple(blocks))


def _bridges(findings: Findings, names: Names) -> Part | None:
    """Return the pairs of actors that could be introduced to each other."""
    found, words = findings.bridges, names.words
    if not found.width:
        return None
    said = bridges_in_words(found, words.language)
    blocks: list[Block] = [Bullets(tuple((sentence,) for sentence in said))]
    if found.height:
        table = Table(
            words.say("next.bridges"),
            tuple(words.say(f"next.{heading}") for heading in ("actor_a", "actor_b", "cell", "introducers")),
            tuple(
                (
                    cell(one_line(row["actor_a"])),
                    cell(one_line(row["actor_b"])),
                    cell(words.say("next.joined").join((one_line(row["district"]), one_line(row["theme"])))),
                    cell(_listed(row["introducers"], names)),
                )
                for row in found.iter_rows(named=True)
            ),
            _command(findings, names, "--bridges"),
        )
        blocks.append(folded_if_long(table, words))
    return Part(words.say("next.bridges_title"), tuple(blocks))


def _listed(labels: Iterable[str] | None, names: Names) -> str:
    return names.words.listing([one_line(label) for label in labels or ()])
