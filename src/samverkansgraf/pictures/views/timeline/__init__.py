"""Initiatives and agreements over the years, with what is not known of their time drawn as not known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from samverkansgraf.dates import bounds
from samverkansgraf.documents.blocks import Paragraph, Table, cell, joined, line
from samverkansgraf.errors import UsageError
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.pictures.views.page import figure, full_title, page, picture_chapter, rows_chapter
from samverkansgraf.pictures.views.timeline.drawing import timeline_svg
from samverkansgraf.pictures.views.timeline.spans import KINDS, spans
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.blocks import Block, Cell, Document, Line
    from samverkansgraf.pictures.views.material import Material
    from samverkansgraf.pictures.views.timeline.spans import Kind, Span

#: So many bars can be looked over, and be links, on one page.
MOST: Final = 120
_QUERY: Final = (
    "SELECT ?thing ?start ?end WHERE { { ?thing a sg:Initiative } UNION { ?thing a sg:Agreement } "
    "OPTIONAL { ?thing sg:start ?start } OPTIONAL { ?thing sg:end ?end } } ORDER BY ?start ?thing"
)


def view(material: Material) -> Document:
    """
    Return initiatives and agreements over the years; with ``at`` those that may hold then.

    Raises
    ------
    UsageError
        There is none.
    DateError
        ``at`` is no date.
    """
    names = material.names
    said = names.words
    found = _found(material)
    if not any(found.values()):
        raise UsageError("timeline: no initiatives or agreements to show; add some, or leave out --at")
    shown = _shown(found)
    rows = {
        kind: [
            (span, f"{kind}-{position}", "; ".join(_time(span, material)))
            for position, span in enumerate(one, start=1)
        ]
        for kind, one in shown.items()
    }
    every = [span for one in found.values() for span in one]
    drawn = [span for one in shown.values() for span in one]
    counts = {
        "n": said.whole(len(every)),
        "sure": said.whole(sum(span.surely is not None and not span.planned for span in every)),
        "undated": said.whole(sum(not span.dated for span in every)),
        "planned": said.whole(sum(span.planned for span in every)),
        "endless": said.whole(sum(span.dated and not span.ends for span in every)),
    }
    remarks: list[Block] = []
    if len(drawn) < len(every):
        fewer = said.say("timeline.fewer", n=said.whole(len(drawn)), of=said.whole(len(every)))
        remarks.append(Paragraph((fewer,)))
    title = said.say("timeline.title")
    picture = figure(
        material,
        "timeline",
        timeline_svg(rows, names, title=full_title(material, title), as_of=material.as_of),
        caption=said.say("timeline.caption"),
        alternative=said.say("timeline.alternative", **counts),
    )
    chapter = picture_chapter(
        material,
        shows=_shows(material),
        read=f"{said.say('timeline.read')} {said.say('page.links')}",
        blocks=[picture, *remarks],
    )
    tables = [_table(kind, rows[kind], material) for kind in KINDS if rows[kind]]
    return page(material, title, [chapter, rows_chapter(material, tables)])


def _found(material: Material) -> dict[Kind, list[Span]]:
    """Return the spans by kind; with a date only those that may hold then."""
    found = {kind: _in_order(spans(material.frames, kind), material) for kind in KINDS}
    if material.at in (None, "ever"):
        return found
    at = bounds(material.at or "")
    return {kind: [span for span in one if span.may_hold(at)] for kind, one in found.items()}


def _in_order(found: list[Span], material: Material) -> list[Span]:
    """Return the dated ones by their first day, then the others, by label among equals."""
    label = material.names.label
    return sorted(
        found, key=lambda span: (min(span.days, default=date.max), swedish_order(label(span.node)), span.node)
    )


def _shown(found: dict[Kind, list[Span]]) -> dict[Kind, list[Span]]:
    """Return what is drawn: all, or of too many those of which a year is known that began last."""
    every = [span for one in found.values() for span in one]
    if len(every) <= MOST:
        return found
    dated = sorted((span for span in every if span.dated), key=lambda span: (min(span.days), span.node))
    undated = [span for span in every if not span.dated]
    kept = {span.node for span in [*undated, *dated][-MOST:]}
    return {kind: [span for span in one if span.node in kept] for kind, one in found.items()}


def _shows(material: Material) -> str:
    words = material.names.words
    if material.at in (None, "ever"):
        return words.say("timeline.shows")
    return f"{words.say('timeline.shows')} {words.say('timeline.at', date=words.date(material.at or ''))}"


def _time(span: Span, material: Material) -> list[str]:
    """Return the time of a thing in words: every date given, and what is not given."""
    words = material.names.words
    told = [
        words.say(f"timeline.{end}", date=words.say("agreements.or").join(say(one) for one in given))
        for end, given, say in (("begins", span.starts, words.beginning), ("ends", span.ends, words.date))
        if given
    ]
    if not told:
        told = [words.say("timeline.no_year")]
    elif not span.ends:
        told.append(words.say("timeline.no_end"))
    elif not span.starts:
        told.append(words.say("timeline.no_start"))
    return [*told, *([words.say("timeline.planned")] if span.planned else [])]


def _table(kind: Kind, rows: Sequence[tuple[Span, str, str]], material: Material) -> Table:
    """Return a row for each thing: when it was, and the evidence."""
    said = material.names.words
    return Table(
        said.say(f"timeline.{kind}_table"),
        tuple(said.say(f"timeline.{heading}") for heading in (f"{kind}_heading", "time", "evidence")),
        tuple(_row(span, material) for span, _, _ in rows),
        material.names.command("query", _QUERY),
        tuple(anchor for _, anchor, _ in rows),
    )


def _row(span: Span, material: Material) -> tuple[Cell, ...]:
    names = material.names
    dates = [_by_source(span, end, material) for end in ("start", "end")]
    proofs = names.proofs(span.node) or [(names.words.say("evidence.no_source"),)]
    return (
        cell(names.label(span.node)),
        cell(*_time(span, material), *(one for one in dates if one)),
        cell(*proofs, look="proofs"),
    )


def _by_source(span: Span, end: str, material: Material) -> Line | None:
    """Return which source gives which date, where a source does."""
    names = material.names
    said = names.words
    values = material.frames.values
    given = values.filter((values["about"] == span.node) & (values["property"] == sg(end)))
    by_value: dict[str, list[str]] = {}
    for value, source in given.select("value", "source").iter_rows():
        by_value.setdefault(value, []).append(source)
    told = [
        line(names.words.date(value), " ", references)
        for value, sources in sorted(by_value.items())
        if (references := names.references(sources))
    ]
    return line(said.say(f"timeline.{end}_by"), " ", joined(told, "; ")) if told else None
