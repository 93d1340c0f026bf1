"""Where the data come from: how many sources of which kind, their dates, and when they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.dates import bounds, is_edtf
from samverkansgraf.documents.sources import used_sources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from samverkansgraf.documents.blocks import Line
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def lines(findings: Findings, names: Names) -> list[Line]:
    """Return the sources in numbers, their dates and those of what they tell."""
    words, frames = names.words, findings.frames
    used = frames.sources.filter(pl.col("source").is_in(used_sources(frames)))
    if not used.height:
        return [(words.say("methods.no_source"),)]
    told = [words.count("methods.sources_used", used.height, all=words.whole(frames.sources.height))]
    scopes = used.group_by("scope").len().sort("len", "scope", descending=[True, False], nulls_last=True)
    told.append(
        words.say(
            "methods.sources_scopes",
            kinds=words.listing(
                [
                    words.say(
                        "methods.of_kind",
                        kind=names.label(scope) if scope else words.say("not_given"),
                        n=words.whole(number),
                    )
                    for scope, number in scopes.iter_rows()
                ]
            ),
        )
    )
    told += _span(used["date"], "methods.sources_dated", used.height, names)
    told += _span(used["retrieved"], "methods.sources_read", used.height, names)
    participations = frames.participations
    told += _span(participations["start"], "methods.participations_begin", participations.height, names)
    told.append(words.say("methods.as_of", date=words.date(findings.as_of)))
    return [(one,) for one in told]


def earliest_and_latest(texts: Iterable[str | None]) -> tuple[str, str] | None:
    """
    Return the dates, as EDTF, that begin first and end last.

    ``None`` where no date has a beginning and an end.

    Examples
    --------
    >>> earliest_and_latest(["2021-10-01", None, "2014", "2021"])
    ('2014', '2021')
    """
    known: list[tuple[date, date, str]] = []
    for text in texts:
        if text and is_edtf(text):
            found = bounds(text)
            if found.earliest and found.latest:
                known.append((found.earliest, found.latest, text))
    if not known:
        return None
    return min(known, key=lambda one: (one[0], one[2]))[2], max(known, key=lambda one: (one[1], one[2]))[2]


def _span(texts: pl.Series, key: str, of: int, names: Names) -> list[str]:
    """Say from when to when, and how many have no date, if any."""
    words = names.words
    told = []
    if between := earliest_and_latest(texts.to_list()):
        told.append(words.say(key, between=words.between(*between)))
    if without := texts.null_count():
        told.append(words.say(f"{key}_without", n=words.whole(without), all=words.whole(of)))
    return [" ".join(told)] if told else []
