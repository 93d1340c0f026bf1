"""
Leave out what the table ``suppress`` names, as if it had never been written.

Gone are the thing, every row about it or asserted only by it, every mention of it in a reference, what only
it says as a source or speaker, claims about nothing else and agreements between nobody else. In texts its
names are replaced by a mark; a phrase that holds one is left out and its place in the source stays, as do
things whose ids held a name, under other ids. Addresses and file names that hold one are left out.

The tables are changed before they are read a second time, so that no key is a hash over what is gone.
"""

from __future__ import annotations

import re
import shlex
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from samverkansgraf.mentions import Mentions, Named
from samverkansgraf.tables.columns import EVIDENCE_COLUMNS, TABLES
from samverkansgraf.tables.reading import RawTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from samverkansgraf.errors import Problem
    from samverkansgraf.project import Language
    from samverkansgraf.tables.columns import Column
    from samverkansgraf.tables.identity_decisions import Decisions
    from samverkansgraf.tables.names import Names
    from samverkansgraf.tables.resolved import Resolved
    from samverkansgraf.tables.settings import RawSettings

TABLE: Final = "suppress"
#: What stands in texts in the place of a name that is left out.
MARK: Final[dict[Language, tuple[str, str]]] = {"sv": ("[utelämnat]", "utelamnat"), "en": ("[left out]", "left-out")}
_EVIDENCE: Final = tuple(column.name for column in EVIDENCE_COLUMNS)
_ADDRESSES: Final = ("url", "file")
#: Who says what the row says, in words.
_SPEAKERS: Final = {"replies": "from", "coding": "coder"}
#: What is nothing without these, each of them several.
_REQUIRED: Final = {"claims": "asserted_by", "agreements": "parties"}
_NEEDED: Final = (*_REQUIRED.items(), ("claims", "about"))
#: Names of these that are one word are looked for too; titles and agreements may be any word.
_OF_ONE_WORD: Final = ("actors", "initiatives", "districts")


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
    work = _Suppression(tables, names, made, base, language)
    raws = {name: work.table(resolved) for name, resolved in tables.items() if name != TABLE}
    before, after = (set(_phrases(one, work)) for one in ({n: t.raw for n, t in tables.items()}, raws))
    reference = work.reference
    return raws, LeftOut(
        work.mentions,
        frozenset(map(reference, work.gone)),
        {reference(old): reference(new) for old, new in work.renamed.items()},
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


class _Suppression:
    def __init__(
        self, tables: Mapping[str, Resolved], names: Names, made: Decisions, base: str, language: Language
    ) -> None:
        self.tables, self.names, self.made, self.base = tables, names, made, base
        self.gone = {str(iri) for iri in tables[TABLE].columns["about"] if iri}
        self._grow()
        self.mark, self.mark_id = MARK[language]
        self.mentions = self._mentions()
        self.renamed = self._renamed()
        #: Where a thing's first row is.
        self.first = {
            iri: place
            for name in _REQUIRED
            if name in tables
            for place, iri in reversed(list(enumerate(tables[name].iris)))
        }

    def reference(self, iri: str) -> str:
        """Return a thing as ``word/id``."""
        return iri.removeprefix(self.base)

    def thing(self, resolved: Resolved, place: int) -> str:
        """Return what a row is about: things decided to be one are the first of them."""
        return self.made.redirects.get(resolved.iris[place], resolved.iris[place])

    def _grow(self) -> None:
        """Add what is nothing without what is gone."""
        wanted = [(name, column) for name, column in _NEEDED if name in self.tables]
        while True:
            before = len(self.gone)
            for name, column in wanted:
                said: defaultdict[str, set[str]] = defaultdict(set)
                resolved = self.tables[name]
                for place, cell in enumerate(resolved.columns[column]):
                    said[self.thing(resolved, place)].update(cell if isinstance(cell, list) else ())
                self.gone |= {iri for iri, of in said.items() if of and of <= self.gone}
            if len(self.gone) == before:
                return

    def _mentions(self) -> Mentions:
        called: defaultdict[str, list[str]] = defaultdict(list)
        persons: set[str] = set()
        kept: list[str] = []
        others: list[str] = []
        for name, resolved in self.tables.items():
            if resolved.table.word is None or resolved.table.keyed or name in ("themes", "claims"):
                continue
            for place in range(len(resolved.iris)):
                iri, words = self.thing(resolved, place), _names_in(resolved, place)
                person = name == "actors" and resolved.columns["kind"][place] == "person"
                if iri in self.gone:
                    several = (one for one in words if name in _OF_ONE_WORD or len(one.split()) > 1)
                    called[iri] += several
                    persons |= {iri} if person else set()
                elif person:
                    others += words
                elif name in ("actors", "districts"):
                    kept += words
        for iri, aliases in self.made.aliases.items():
            called[iri] += aliases if iri in self.gone else ()
        if former := self.tables.get("names"):
            for actor, one in zip(former.columns["actor"], former.columns["name"], strict=True):
                called[str(actor)] += [str(one)] if actor in self.gone else []
        named = [
            Named(tuple(dict.fromkeys(of)), self.mark, self.mark_id, surname=iri in persons)
            for iri, of in sorted(called.items())
            if of
        ]
        ids = (iri.rsplit("/", 1)[-1] for iri in sorted(called))
        named += [Named((one,), self.mark, self.mark_id, surname=False) for one in ids if "-" in one]
        whole = Mentions([replace(one, surname=False) for one in named if one.surname])
        kept = [label for label in kept if not whole.holds(label)]
        return Mentions(named, kept=kept, anyone=(self.mark, self.mark_id), protected=[*kept, *others])

    def _renamed(self) -> dict[str, str]:
        """Return things that stay and whose ids hold a name, and what they become."""
        made: dict[str, str] = {}
        for name, resolved in self.tables.items():
            if resolved.table.word is None or resolved.table.keyed or name == "terms":
                continue
            taken = set(resolved.iris)
            for iri in dict.fromkeys(resolved.iris):
                identity = iri.rsplit("/", 1)[-1]
                if iri in self.gone or not self.mentions.in_address(identity):
                    continue
                stem = iri.removesuffix(identity)
                wanted = re.sub(r"[^a-z0-9._-]", "-", self.mentions.replaced_in_id(identity))
                new, number = stem + wanted, 1
                while new in taken:
                    number += 1
                    new = f"{stem}{wanted}-{number}"
                made[iri] = new
                taken.add(new)
        return made

    def table(self, resolved: Resolved) -> RawTable:
        """Return one table without what is gone."""
        raw, name = resolved.raw, resolved.table.name
        columns = {column.name: column for column in resolved.table.columns}
        identified = resolved.table.word is not None and not resolved.table.keyed and name != "terms"
        headers = [*raw.cells, *(["id"] if identified and "id" not in raw.cells else [])]
        rows: list[int] = []
        cells: dict[str, list[str | None]] = {header: [] for header in headers}
        for place, row in enumerate(raw.rows):
            text = {header: raw.cells[header][place] if header in raw.cells else None for header in headers}
            if (written := self._row(resolved, place, text, columns)) is None:
                continue
            rows.append(row)
            for header in headers:
                cells[header].append(written[header])
        return RawTable(name, raw.file, rows, cells, raw.unlisted)

    def _row(
        self,
        resolved: Resolved,
        place: int,
        text: dict[str, str | None],
        columns: Mapping[str, Column],
    ) -> dict[str, str | None] | None:
        name, keyed = resolved.table.name, resolved.table.keyed
        iri = self.thing(resolved, place)
        if iri in self.gone:
            return None
        if name == "same" and not self._decision(text):
            return None
        if name in _SPEAKERS and self.mentions.holds(text.get(_SPEAKERS[name]) or ""):
            return None
        written: dict[str, str | None] = {}
        for header, cell in text.items():
            column = columns.get(header)
            new = self._cell(cell, column)
            if column is not None and column.kind == "refers" and cell and not new:
                searched = name == "searches" and header in ("district", "theme")
                if searched or (keyed and header in _EVIDENCE):
                    return None
                if column.required and (not column.several or keyed):
                    return None
                if header in _EVIDENCE:
                    written |= dict.fromkeys(_EVIDENCE)
                    continue
            written[header] = None if header in _EVIDENCE and header in written else new
        if name == "facts" and not self._fact(resolved, place, written):
            return None
        if (needed := _REQUIRED.get(name)) and not written.get(needed):
            written[needed] = self._left_of(resolved, place, needed)
        if "test" in written:
            written["test"] = self._test(text["test"])
        if "id" in columns and (new_iri := self.renamed.get(resolved.iris[place])):
            written["id"] = new_iri.rsplit("/", 1)[-1]
        elif "id" in columns and name != "terms" and written.get("label") != text.get("label"):
            written["id"] = resolved.iris[place].rsplit("/", 1)[-1]
        return written

    def _cell(self, cell: str | None, column: Column | None) -> str | None:
        if cell is None:
            return None
        told = self.mentions
        if column is None or column.kind == "concept":
            return told.replaced(cell)
        if column.kind == "refers":
            parts = [part.strip() for part in cell.split(";")] if column.several else [cell]
            return ";".join(one for part in parts if (one := self._referring(part, column))) or None
        if column.kind != "text":
            return cell
        if column.name in _ADDRESSES:
            return None if told.in_address(unquote(cell)) else cell
        if column.name == "quote":
            return None if told.holds(cell) else cell
        if column.several:
            parts = [part.strip() for part in cell.split(";")]
            if column.name == "alias":
                return ";".join(part for part in parts if not told.holds(part)) or None
            return ";".join(map(told.replaced, parts))
        return told.replaced(cell)

    def _referring(self, part: str, column: Column) -> str | None:
        found = self.names.find(part, column.to)
        if not isinstance(found, str):  # everything, or nothing at all
            return part or None
        if found in self.gone:
            return None
        if found in self.renamed:
            return self.renamed[found].rsplit("/", 1)[-1]
        return found.rsplit("/", 1)[-1] if self.mentions.in_address(part) else part

    def _decision(self, text: dict[str, str | None]) -> bool:
        """Put the names in a decision right; tell whether it is about what stays."""
        for column in ("a", "b"):
            one = text.get(column) or ""
            meant = {iri for name in TABLES for iri in self.names.meanings(one, (name,))}
            if meant & self.gone:
                return False
            if self.mentions.in_address(one):
                stays = {new for old, new in self.renamed.items() if one in self._called(old)}
                if len(stays) != 1:
                    return False
                text[column] = stays.pop().rsplit("/", 1)[-1]
        return True

    def _called(self, iri: str) -> set[str]:
        """Return the id and the names of a thing in its own rows."""
        found = {iri.rsplit("/", 1)[-1]}
        for resolved in self.tables.values():
            for place, one in enumerate(resolved.iris):
                if one == iri:
                    found.update(_names_in(resolved, place))
        return found

    def _fact(self, resolved: Resolved, place: int, written: dict[str, str | None]) -> bool:
        """Put a fact's value right; tell whether it has one."""
        value = resolved.columns["value"][place]
        values = value if isinstance(value, list) else [value]
        if resolved.columns["value_kind"][place] == "refers":
            if any(one in self.gone for one in values):
                return False
            moved = [self.renamed.get(str(one), str(one)) for one in values]
            if moved != values or self.mentions.in_address(resolved.raw.cells["value"][place] or ""):
                written["value"] = ";".join(one.rsplit("/", 1)[-1] for one in moved)
            return True
        cell = resolved.raw.cells["value"][place] or ""
        return not (
            written.get("property") in ("alias", *_ADDRESSES) and self.mentions.in_address(unquote(cell))
        )

    def _left_of(self, resolved: Resolved, place: int, column: str) -> str | None:
        """Return who is left of those that any row of a thing names, on the row that begins it."""
        iri = resolved.iris[place]
        if self.first[iri] != place:
            return None
        left = {
            one: None
            for at, who in enumerate(resolved.columns[column])
            if resolved.iris[at] == iri and isinstance(who, list)
            for one in who
            if one not in self.gone
        }
        return ";".join(self.renamed.get(one, one).rsplit("/", 1)[-1] for one in left) or None

    def _test(self, test: str | None) -> str | None:
        """Return a claim's test, or nothing where it asks about what is gone or has another id."""
        try:
            values = [part.partition("=")[2] for part in shlex.split(test or "")]
        except ValueError:
            return None if self.mentions.in_address(test or "") else test
        ids = {iri.rsplit("/", 1)[-1] for iri in (*self.gone, *self.renamed)}
        asked = any(value in ids or self.mentions.in_address(value) for value in values)
        return None if asked else test


def _names_in(resolved: Resolved, place: int) -> list[str]:
    cells = resolved.raw.cells
    texts = [
        *(cells[column][place] for column in ("label", "label_en", "title") if column in cells),
        *(((cells["alias"][place] or "").split(";")) if "alias" in cells else ()),
    ]
    return [text.strip() for text in texts if text and text.strip()]


def _phrases(raws: Mapping[str, RawTable], work: _Suppression) -> Iterator[tuple[str, str]]:
    """Return the phrases that tables show: the source's id as it was, and the phrase."""
    earlier = {new.rsplit("/", 1)[-1]: old.rsplit("/", 1)[-1] for old, new in work.renamed.items()}
    for raw in raws.values():
        if {"source", "quote"} <= raw.cells.keys():
            for source, quote in _pairs(raw.cells["source"], raw.cells["quote"]):
                found = work.names.find(source, ("sources",))
                end = found.rsplit("/", 1)[-1] if isinstance(found, str) else source
                yield earlier.get(end, end), " ".join(quote.split())


def _pairs(ones: Iterable[str | None], others: Iterable[str | None]) -> Iterator[tuple[str, str]]:
    return ((one, other) for one, other in zip(ones, others, strict=True) if one and other)
