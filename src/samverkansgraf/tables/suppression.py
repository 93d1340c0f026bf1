"""
Leave out what the table ``suppress`` names, as if it had never been written.

Gone are the thing, every row about it or asserted only by it, every mention of it in a reference, what only
it says as a source or speaker, claims about nothing else and agreements between nobody else. In texts its
names are replaced by a mark; a phrase that holds one is left out and its place in the source stays, as do
things whose ids held a name, under other ids. Addresses and file names that hold one are left out.

The tables are changed before they are read a second time, so that no key is a hash over what is gone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samverkansgraf.tables.suppressed_rows import table_without
from samverkansgraf.tables.suppressed_things import TABLE, SuppressedThings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from samverkansgraf.errors import Problem
    from samverkansgraf.mentions import Mentions
    from samverkansgraf.project import Language
    from samverkansgraf.tables.identity_decisions import Decisions
    from samverkansgraf.tables.names import Names
    from samverkansgraf.tables.reading import RawTable
    from samverkansgraf.tables.resolved import Resolved
    from samverkansgraf.tables.settings import RawSettings


@dataclass(frozen=True, slots=True)
class LeftOut:
    """
    What a project leaves out.

    ``mentions`` are its names, ``things`` its references as ``word/id``, ``renamed`` leads from such a
    reference to the one that came in its place, and ``phrases`` are the sources' ids and phrases that
    nothing shows any longer.
    """

    mentions: Mentions
    things: frozenset[str]
    renamed: Mapping[str, str]
    phrases: frozenset[tuple[str, str]]


def suppressed(tables: Mapping[str, Resolved]) -> bool:
    """Tell whether a project leaves anything out."""
    return TABLE in tables and any(tables[TABLE].columns["about"])


def without_suppressed(
    tables: Mapping[str, Resolved], names: Names, made: Decisions, base: str, language: Language
) -> tuple[dict[str, RawTable], LeftOut]:
    """
    Return the tables as texts without what is suppressed, and what that is.

    Parameters
    ----------
    tables
        Read without faults, ``suppress`` among them.
    names, made
        What references mean, and which things are one.
    base
        The project's.
    language
        Of the mark that stands in the place of names.
    """
    things = SuppressedThings(tables, names, made, base, language)
    raws = {name: table_without(things, resolved) for name, resolved in tables.items() if name != TABLE}
    before, after = (set(_phrases(one, things)) for one in ({n: t.raw for n, t in tables.items()}, raws))
    reference = things.reference
    return raws, LeftOut(
        things.mentions,
        frozenset(map(reference, things.gone)),
        {reference(old): reference(new) for old, new in things.renamed.items()},
        frozenset(before - after),
    )


def settings_without(settings: RawSettings, left: LeftOut, names: Names, base: str) -> RawSettings:
    """Return settings whose bounds and words name nothing that is left out; the contact stands."""
    bounds = dict(settings.bounds)
    for key, table in (("districts", "districts"), ("themes", "themes"), ("district_source", "sources")):
        given = bounds.pop(key, None)
        if given is None:
            continue
        kept = []
        for name in [given] if isinstance(given, str) else given:
            found = names.find(name, (table,))
            reference = found.removeprefix(base) if isinstance(found, str) else name
            if reference in left.things:
                continue
            moved = left.renamed.get(reference) or (reference if left.mentions.in_address(name) else None)
            kept.append(moved.rsplit("/", 1)[-1] if moved else name)
        if not isinstance(given, str):
            bounds[key] = kept
        elif kept:
            bounds[key] = kept[0]
    need = settings.need
    return replace(
        settings,
        name=left.mentions.replaced(settings.name),
        bounds=bounds,
        need=replace(
            need,
            **{
                key: tuple(map(left.mentions.replaced, words))
                for key in ("indicators", "lower", "never_alone")
                if (words := getattr(need, key))
            },
        ),
    )


def note_without(note: Problem, left: LeftOut) -> Problem:
    """Return a note that names nothing that is left out."""
    told = left.mentions
    return replace(
        note,
        message=told.replaced(note.message),
        table=note.table and told.replaced_in_id(note.table),
        column=note.column and told.replaced_in_id(note.column),
    )


def _phrases(raws: Mapping[str, RawTable], things: SuppressedThings) -> Iterator[tuple[str, str]]:
    """Return the phrases that tables show: the source's id as it was, and the phrase."""
    earlier = {new.rsplit("/", 1)[-1]: old.rsplit("/", 1)[-1] for old, new in things.renamed.items()}
    for raw in raws.values():
        if {"source", "quote"} <= raw.cells.keys():
            for source, quote in _pairs(raw.cells["source"], raw.cells["quote"]):
                found = things.names.find(source, ("sources",))
                end = found.rsplit("/", 1)[-1] if isinstance(found, str) else source
                yield earlier.get(end, end), " ".join(quote.split())


def _pairs(ones: Iterable[str | None], others: Iterable[str | None]) -> Iterator[tuple[str, str]]:
    return ((one, other) for one, other in zip(ones, others, strict=True) if one and other)
