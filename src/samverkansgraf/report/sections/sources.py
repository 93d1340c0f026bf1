"""The numbered list of sources that every phrase refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from samverkansgraf.documents.blocks import Address, Line, Numbered, Paragraph, Section, line, one_line
from samverkansgraf.report.sections import facts
from samverkansgraf.report.sections.differing import said_of

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.frames import Frames
    from samverkansgraf.report.contents import Findings


def section(findings: Findings, names: Names) -> Section:
    """Return the list of sources."""
    return chapter(findings.frames, names, findings)


def chapter(frames: Frames, names: Names, findings: Findings | None = None) -> Section:
    """Return the list of the sources of a graph."""
    words = names.words
    title = words.say("sources.title")
    if not names.numbers:
        return Section("sources", title, (Paragraph((words.say("sources.none"),)),))
    used = set(facts.used_sources(frames))
    entries = []
    for source, number in sorted(names.numbers.items(), key=lambda item: item[1]):
        record = frames.sources.row(by_predicate=pl.col("source") == source, named=True)
        entries.append((number, _entry(record, names, findings, used=source in used)))
    return Section(
        "sources",
        title,
        (Paragraph((words.say("sources.intro"),)), Numbered(tuple(entries))),
    )


def _entry(record: dict[str, Any], names: Names, findings: Findings | None, *, used: bool) -> Line:
    """Return one source: who wrote it, what it is called, who published it, when and where."""
    words = names.words
    creators = names.several(record["creators"])
    title = one_line(record["title"] or "") or words.say("sources.untitled")
    parts = [f"{creators}: {title}." if creators else f"{title}."]
    if publishers := names.several(record["publishers"]):
        parts.append(words.say("sources.published", publisher=publishers))
    date = record["date"]
    parts.append(words.say("sources.dated", date=words.date(date)) if date else words.say("sources.undated"))
    if not used:
        parts.append(words.say("sources.unused"))
    if record["retrieved"]:
        parts.append(words.say("sources.retrieved", date=words.date(record["retrieved"])))
    text: Line = (" ".join(parts),)
    if record["url"]:
        text = line(text, " ", Address(one_line(record["url"])))
    remarks = [*said_of(record["source"], findings, names)] if findings else []
    remarks += names.replies_about(record["source"])
    return line(text, *(part for remark in remarks for part in (" ", remark)))
