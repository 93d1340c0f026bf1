"""The rows of a table without what a project suppresses."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from samverkansgraf.tables.columns import EVIDENCE_COLUMNS, TABLES
from samverkansgraf.tables.reading import RawTable
from samverkansgraf.tables.suppressed_things import REQUIRED, names_in

if TYPE_CHECKING:
    from samverkansgraf.mentions import Mentions
    from samverkansgraf.tables.columns import Column
    from samverkansgraf.tables.resolved import Resolved
    from samverkansgraf.tables.suppressed_things import SuppressedThings

_EVIDENCE: Final = tuple(column.name for column in EVIDENCE_COLUMNS)
_ADDRESSES: Final = ("url", "file")
#: Who says what the row says, in words.
_SPEAKERS: Final = {"replies": "from", "coding": "coder"}

#: A row as its texts by column.
_Texts = dict[str, str | None]


def table_without(things: SuppressedThings, resolved: Resolved) -> RawTable:
    """Return one table as texts without what is gone."""
    return _Rows(things, resolved).table()


class _Rows:
    def __init__(self, things: SuppressedThings, resolved: Resolved) -> None:
        self._things, self._resolved = things, resolved
        self._name, self._keyed = resolved.table.name, resolved.table.keyed
        self._columns = {column.name: column for column in resolved.table.columns}
        self.mentions: Mentions = things.mentions
        self._identified = resolved.table.word is not None and not self._keyed and self._name != "terms"

    def table(self) -> RawTable:
        """Return the table."""
        raw = self._resolved.raw
        headers = [*raw.cells, *(["id"] if self._identified and "id" not in raw.cells else [])]
        rows: list[int] = []
        cells: dict[str, list[str | None]] = {header: [] for header in headers}
        for place, row in enumerate(raw.rows):
            text = {header: raw.cells[header][place] if header in raw.cells else None for header in headers}
            if (written := self._row(place, text)) is not None:
                rows.append(row)
                for header in headers:
                    cells[header].append(written[header])
        return RawTable(self._name, raw.file, rows, cells, raw.unlisted)

    def _row(self, place: int, text: _Texts) -> _Texts | None:
        """Return a row as it becomes, or nothing where it goes."""
        if self._goes(place, text):
            return None
        written = {header: _cell(cell, self._columns.get(header), self) for header, cell in text.items()}
        emptied = [
            column
            for header, column in self._columns.items()
            if column.kind == "refers" and text.get(header) and not written[header]
        ]
        if any(map(self._is_all, emptied)):
            return None
        if any(column.name in _EVIDENCE for column in emptied):
            written |= dict.fromkeys(_EVIDENCE)
        if self._name == "facts" and not self._fact(place, written):
            return None
        if (needed := REQUIRED.get(self._name)) and not written.get(needed):
            written[needed] = self._left_of(place, needed)
        if "test" in written:
            written["test"] = self._test(text["test"])
        if self._identified:
            iri = self._resolved.iris[place]
            if iri in self._things.renamed or written.get("label") != text.get("label"):
                written["id"] = self._things.renamed.get(iri, iri).rsplit("/", 1)[-1]
        return written

    def _goes(self, place: int, text: _Texts) -> bool:
        """Tell whether a row is about what is gone, or said by it; put decisions right."""
        if self._things.thing(self._resolved, place) in self._things.gone:
            return True
        speaker = text.get(_SPEAKERS.get(self._name, "")) or ""
        return self._things.mentions.holds(speaker) or (self._name == "same" and not self._decision(text))

    def _is_all(self, column: Column) -> bool:
        """Tell whether a row says nothing once this column, which referred to what is gone, is empty."""
        searched = self._name == "searches" and column.name in ("district", "theme")
        evidence = self._keyed and column.name in _EVIDENCE
        return searched or evidence or (column.required and (self._keyed or not column.several))

    def referring(self, part: str, column: Column) -> str | None:
        """Return a reference as it becomes, or nothing where it is to what is gone."""
        found = self._things.names.find(part, column.to)
        if not isinstance(found, str):  # everything, or nothing at all
            return part or None
        if found in self._things.gone:
            return None
        if found in self._things.renamed:
            return self._things.renamed[found].rsplit("/", 1)[-1]
        return found.rsplit("/", 1)[-1] if self._things.mentions.in_address(part) else part

    def _decision(self, text: _Texts) -> bool:
        """Put the names in a decision right; tell whether it is about what stays."""
        for column in ("a", "b"):
            one = text.get(column) or ""
            meant = {iri for name in TABLES for iri in self._things.names.meanings(one, (name,))}
            if meant & self._things.gone:
                return False
            if self._things.mentions.in_address(one):
                stays = {new for old, new in self._things.renamed.items() if one in self._called(old)}
                if len(stays) != 1:
                    return False
                text[column] = stays.pop().rsplit("/", 1)[-1]
        return True

    def _called(self, iri: str) -> set[str]:
        """Return the id and the names of a thing in its own rows."""
        found = {iri.rsplit("/", 1)[-1]}
        for resolved in self._things.tables.values():
            for place, one in enumerate(resolved.iris):
                if one == iri:
                    found.update(names_in(resolved, place))
        return found

    def _fact(self, place: int, written: _Texts) -> bool:
        """Put a fact's value right; tell whether it has one."""
        value = self._resolved.columns["value"][place]
        values = value if isinstance(value, list) else [value]
        if self._resolved.columns["value_kind"][place] == "refers":
            if any(one in self._things.gone for one in values):
                return False
            moved = [self._things.renamed.get(str(one), str(one)) for one in values]
            if moved != values or self._things.mentions.in_address(
                self._resolved.raw.cells["value"][place] or ""
            ):
                written["value"] = ";".join(one.rsplit("/", 1)[-1] for one in moved)
            return True
        cell = self._resolved.raw.cells["value"][place] or ""
        return not (
            written.get("property") in ("alias", *_ADDRESSES)
            and self._things.mentions.in_address(unquote(cell))
        )

    def _left_of(self, place: int, column: str) -> str | None:
        """Return who is left of those that any row of a thing names, on the row that begins it."""
        iri = self._resolved.iris[place]
        if self._things.first[iri] != place:
            return None
        left = {
            one: None
            for at, who in enumerate(self._resolved.columns[column])
            if self._resolved.iris[at] == iri and isinstance(who, list)
            for one in who
            if one not in self._things.gone
        }
        return ";".join(self._things.renamed.get(one, one).rsplit("/", 1)[-1] for one in left) or None

    def _test(self, test: str | None) -> str | None:
        """Return a claim's test, or nothing where it asks about what is gone or has another id."""
        try:
            values = [part.partition("=")[2] for part in shlex.split(test or "")]
        except ValueError:
            return None if self._things.mentions.in_address(test or "") else test
        ids = {iri.rsplit("/", 1)[-1] for iri in (*self._things.gone, *self._things.renamed)}
        asked = any(value in ids or self._things.mentions.in_address(value) for value in values)
        return None if asked else test


def _cell(cell: str | None, column: Column | None, rows: _Rows) -> str | None:
    """Return a cell as it becomes; columns of the project's own are texts."""
    told = rows.mentions
    if cell is None or column is None:
        return cell and told.replaced(cell)
    parts = [part.strip() for part in cell.split(";")] if column.several else [cell]
    if column.kind == "refers":
        return ";".join(one for part in parts if (one := rows.referring(part, column))) or None
    if column.kind not in ("text", "concept"):
        return cell
    if column.name in (*_ADDRESSES, "quote"):
        held = told.holds(cell) if column.name == "quote" else told.in_address(unquote(cell))
        return None if held else cell
    if column.name == "alias":
        return ";".join(part for part in parts if not told.holds(part)) or None
    return ";".join(map(told.replaced, parts))
