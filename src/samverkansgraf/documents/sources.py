"""The numbered list of sources that every phrase refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from samverkansgraf.documents.blocks import Address, Line, Numbered, Paragraph, Section, line, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkansgraf.documents.names import Names
    from samverkansgraf.frames import Frames


def used_sources(frames: Frames) -> list[str]:
    """Return the sources that give evidence of anything, sorted."""
    return sorted(frames.evidence["source"].drop_nulls().unique().to_list())


def sources_chapter(
    frames: Frames, names: Names, remarks: Callable[[str], list[Line]] | None = None
) -> Section:
    """Return the list of the sources of a graph; ``remarks`` are what is said of a source besides."""
    words = names.words
    title = words.say("sources.title")
    if not names.numbers:
        return Section("sources", title, (Paragraph((words.say("sources.none"),)),))
    used = set(used_sources(frames))
    entries = []
    for source, number in sorted(names.numbers.items(), key=lambda item: item[1]):
        record = frames.sources.row(by_predicate=pl.col("source") == source, named=True)
        said = remarks(source) if remarks else []
        entries.append((number, _entry(record, names, said, used=source in used)))
    return Section(
        "sources",
        title,
        (Paragraph((words.say("sources.intro"),)), Numbered(tuple(entries))),
    )


def _entry(record: dict[str, Any], names: Names, said: list[Line], *, used: bool) -> Line:
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
    remarks = [*said, *names.replies_about(record["source"])]
    return line(text, *(part for remark in remarks for part in (" ", remark)))
