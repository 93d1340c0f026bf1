"""The answer to where to look next, in a few sentences: where, why there, and what if something could start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkansgraf.coverage.planning.searches_to_make import CELL
from samverkansgraf.documents.blocks import Paragraph, Part, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.coverage.planning import FirstSearch
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def part(findings: Findings, names: Names) -> Part | None:
    """Return where to look next and why; nothing where no searches were planned."""
    words, found = names.words, findings.next_searches
    if found is None:
        return None
    sentences = []
    if findings.first_search is not None:
        sentences.append(" ".join(_where_and_why(findings.first_search, findings, names)))
        sentences.append(" ".join(_how(findings.first_search, names)))
    if found.unnamed:
        sentences.append(words.count("next.names_first", found.unnamed))
    sentences.append(_start(findings, names))
    paragraphs = tuple(Paragraph((sentence,)) for sentence in sentences if sentence)
    return Part(words.say("next.answer_title"), paragraphs)


def cell_in_words(row: Mapping[str, Any], dimensions: Sequence[str], names: Names) -> str:
    """Return a cell as it reads in a sentence: its theme in its district, else one after another."""
    words = names.words
    if set(dimensions) == {"district", "theme"}:
        return words.say("next.cell_in_words", **{one: one_line(row[one]) for one in dimensions})
    return words.say("next.joined").join(one_line(row[one]) for one in dimensions)


def _what(row: Mapping[str, Any], names: Names) -> str:
    """Return what a search looks for, as the end of a sentence."""
    words = names.words
    labels = {one: one_line(str(row[one])) for one in ("district", "theme")}
    return words.say(f"next.what_{row['kind']}", **labels)


def _where_and_why(first: FirstSearch, findings: Findings, names: Names) -> list[str]:
    words, row = names.words, first.row
    alike = [one for one in first.as_good if _alike(one, row)]
    every = {
        name: words.listing(list(dict.fromkeys(one_line(str(one[name])) for one in (row, *alike))))
        for name in ("district", "theme")
    }
    said = [words.say("next.look", what=_what({**row, **every}, names))]
    counted = {
        "cells": words.count("count.cells", row["not_searched"] + row["indirect"]),
        "not_searched": words.whole(row["not_searched"]),
        "indirect": words.whole(row["indirect"]),
    }
    others = [_what(one, names) for one in first.as_good if one not in alike]
    if alike:
        said.append(words.say("next.why_each", **counted))
    elif others:
        said.append(words.say("next.why_as_good", **counted))
    else:
        said.append(words.say("next.why_by_need" if first.needs else "next.why", **counted))
    if others:
        said.append(words.count("next.as_good", len(others), searches="; ".join(others)))
    return [*said, _need(first, findings, names)]


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two searches are of one thing each, of the same dimension, with as many cells of each value."""
    same = ("kind", "not_searched", "indirect")
    return other["kind"] != CELL and all(one[name] == other[name] for name in same)


def _need(first: FirstSearch, findings: Findings, names: Names) -> str:
    """Say where among the districts need is greatest, or what is needed to say so."""
    words = names.words
    if not first.needs:
        return words.say("next.no_need")
    known = [one for one in first.districts if one in first.needs][:3]
    if not known:
        return ""
    figures = findings.need.figures if findings.need is not None else ()
    told = {
        "of": words.whole(len(first.needs)),
        "indicators": words.listing(
            [
                words.say("next.indicator", name=one_line(one.indicator), period=words.date(one.period))
                for one in figures
            ]
        ),
    }
    if len(first.districts) == 1:
        return words.say(
            "next.need_one", district=one_line(known[0]), place=words.whole(first.needs[known[0]]), **told
        )
    places = words.listing([words.whole(first.needs[one]) for one in known])
    return words.say(
        "next.need_several", districts=words.listing([one_line(one) for one in known]), places=places, **told
    )


def _how(first: FirstSearch, names: Names) -> list[str]:
    """Say whom to ask and what may be there."""
    words, rows = names.words, [first.row, *(one for one in first.as_good if _alike(one, first.row))]
    said = []
    opened, closed = words.say("quote_open"), words.say("quote_close")
    for key, column in (("next.ask_there", "ask"), ("next.maybe_there", "may_be_there")):
        common = [one for one in rows[0][column] or () if all(one in (row[column] or ()) for row in rows)]
        labels = [one_line(one) for one in common]
        if column == "may_be_there":
            labels = [f"{opened}{label}{closed}" for label in labels]
        if labels:
            said.append(words.say(key, names=words.listing(labels)))
    return said


def _start(findings: Findings, names: Names) -> str:
    """Say where something could start, or why nothing can be said of that yet."""
    words, plan = names.words, findings.plan
    if plan is None:
        return ""
    gaps = plan.counts["none_found"]
    if not gaps:
        return words.say("next.no_gaps_yet")
    best = [row for row in plan.picks.iter_rows(named=True) if row["plan"] == "best"]
    if not best:
        return ""
    cells = [cell_in_words(row, plan.names, names) for row in best]
    return words.count("next.gaps_first", gaps, cells=words.listing(cells))
