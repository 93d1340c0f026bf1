"""A list of who takes part in what, as CSV, XLSX or ODS: every row is evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import InputError, Problem, UsageError
from samverkansgraf.importers.writing import csv_bytes, label_ids, not_stated
from samverkansgraf.tables.blank import settings_text
from samverkansgraf.tables.cells import plain_value
from samverkansgraf.tables.columns import Column, Table
from samverkansgraf.tables.identity import slug
from samverkansgraf.tables.names import find_concept
from samverkansgraf.tables.new_folder import refuse_what_is_there, write_new_folder
from samverkansgraf.tables.reading import SUFFIXES, RawTable, read_table
from samverkansgraf.tables.settings import FILE
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Literal

    from samverkansgraf.project import Language
    from samverkansgraf.tables.names import ConceptNames

#: The role of one who takes part where no role is said.
NO_ROLE: Final = "Involved"


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeColumns:
    """
    Which columns of the file mean what.

    ``role`` and ``sector`` name a column, or where the file has none of that name, the role or sector of
    every row. ``start`` and ``end`` are columns of dates.
    """

    actor: str
    initiative: str
    role: str | None = None
    sector: str | None = None
    start: str | None = None
    end: str | None = None


def import_edges(
    path: Path,
    folder: Path,
    columns: EdgeColumns,
    *,
    title: str,
    concepts: ConceptNames,
    kind: Literal["organisation", "unit", "collective", "person"] = "organisation",
    url: str | None = None,
    date: str | None = None,
    base: str | None = None,
    language: Language = "sv",
) -> list[Path]:
    """
    Make a project folder of a list of actors and the initiatives they take part in.

    Parameters
    ----------
    path
        A CSV (UTF-8), XLSX or ODS file with a header.
    folder
        A new or empty folder.
    columns
        What the file's columns are.
    title, url, date
        Of the file as a source; the date is EDTF.
    concepts
        The accepted names of roles and sectors.
    kind
        Of every actor.
    base
        The web address that things' own addresses begin with.
    language
        Of the labels in the file.

    Returns
    -------
    The files written. Each row is a participation whose evidence is the row (``where``: ``row 7``, as a
    spreadsheet counts). Where no role is given it is Involved: takes part, in a form not said. A sector
    that the vocabulary has not becomes the project's own.

    Raises
    ------
    InputError
        The file cannot be read, or cells are faulty; every fault with its row.
    UsageError
        The folder is not empty or cannot be written, or an option is faulty.
    """
    refuse_what_is_there(folder)
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path.name} is no table by its name; save it as {', '.join(SUFFIXES)}")
    if date is not None and (fault := plain_value(date, "date")[1]) is not None:
        raise UsageError(f"--date: {fault[0]}; {fault[1]}")
    raw = _read(path, columns)
    edges = _Edges(raw, columns, concepts, person=kind == "person", not_stated=not_stated(language))
    if edges.problems:
        raise InputError(edges.problems)
    source = slug(path.stem) or "source"
    tables = dict(_tables(edges, kind, source))
    tables["sources"] = [{"id": source, "title": title, "url": url, "date": date}]
    address = base or f"https://example.org/{slug(folder.resolve().name) or 'network'}/"
    no_sector = edges.says_no_sector and kind != "person"
    more = catalogue("importers", language)["edges.no_sector"] if no_sector else ""
    files = {
        FILE: settings_text(name=title, base=address, language=language).encode(),
        "README.md": catalogue("importers", language)["edges.readme"]
        .format(title=title, file=path.name, more=more)
        .encode(),
    }
    files |= {f"{name}.csv": csv_bytes(name, rows) for name, rows in tables.items() if rows}
    return write_new_folder(folder, files)


def _read(path: Path, columns: EdgeColumns) -> RawTable:
    """Read the file by the rules of all tables; the columns asked for must be there."""
    if columns.actor == columns.initiative:
        raise UsageError(f"--actor and --initiative both name the column {columns.actor!r}; name two")
    wanted = [
        name for name in (columns.actor, columns.initiative, columns.start, columns.end) if name is not None
    ]
    known = tuple(Column(name, required=True) for name in dict.fromkeys(wanted))
    raw, problems = read_table(path, Table("edges", known))
    if not problems and not raw.rows:
        problems = [raw.problem("holds no rows", remedy="a row for each participation follows the header")]
    if problems:
        raise InputError(problems)
    return raw


class _Edges:
    """The rows of the file with their roles, sectors and dates read; every fault is kept."""

    def __init__(
        self, raw: RawTable, columns: EdgeColumns, concepts: ConceptNames, *, person: bool, not_stated: str
    ) -> None:
        self.raw = raw
        self.problems: list[Problem] = []
        self.own_sectors: dict[str, str] = {}
        self.says_no_sector = columns.sector is None
        self.actors = self._filled(columns.actor)
        self.initiatives = self._filled(columns.initiative)
        self.roles = list(self._roles(columns.role, concepts))
        self.starts, self.ends = self._dates(columns.start), self._dates(columns.end)
        self.sectors: dict[str, str] = {} if person else self._sectors(columns.sector, concepts, not_stated)

    def _cells(self, column: str) -> Iterator[tuple[int, str | None]]:
        return zip(self.raw.rows, self.raw.cells[column], strict=True)

    def _filled(self, column: str) -> list[str]:
        for row, cell in self._cells(column):
            if cell is None:
                self.problems.append(
                    self.raw.problem("the cell is empty", row, column, "it must be filled in")
                )
        return [cell or "" for _, cell in self._cells(column)]

    def _dates(self, column: str | None) -> list[str | None]:
        if column is None:
            return [None] * len(self.raw.rows)
        for row, cell in self._cells(column):
            if cell is not None and (fault := plain_value(cell, "date")[1]) is not None:
                self.problems.append(self.raw.problem(fault[0], row, column, fault[1]))
        return [cell for _, cell in self._cells(column)]

    def _roles(self, role: str | None, concepts: ConceptNames) -> Iterator[str]:
        column = role if role in self.raw.cells else None
        given = self.raw.cells[column] if column is not None else [role] * len(self.raw.rows)
        wrong: set[str] = set()
        for row, name in zip(self.raw.rows, given, strict=True):
            found = find_concept(name or NO_ROLE, "role", concepts)
            if isinstance(found, str):
                yield name or NO_ROLE
                continue
            yield ""
            if column is None and name not in wrong:
                remedy = f"name a role, or a column of {', '.join(self.raw.cells)}"
                self.problems.append(
                    Problem(f"--role: {name!r} is neither a role nor a column", remedy=remedy)
                )
            elif column is not None:
                self.problems.append(self.raw.problem(found[0], row, column, found[1]))
            wrong.add(name or NO_ROLE)

    def _sectors(self, sector: str | None, concepts: ConceptNames, not_stated: str) -> dict[str, str]:
        """Return each actor's sector: one for all of its rows."""
        column = sector if sector in self.raw.cells else None
        given = self.raw.cells[column] if column is not None else [sector] * len(self.raw.rows)
        first: dict[str, tuple[int, str]] = {}
        for row, actor, name in zip(self.raw.rows, self.actors, given, strict=True):
            if name is None:
                continue
            other, known = first.setdefault(actor, (row, name))
            if known != name:
                message = f"{actor!r} has the sector {known!r} in row {other}"
                self.problems.append(self.raw.problem(message, row, column, "give it one sector"))
        sectors = {actor: first[actor][1] if actor in first else not_stated for actor in self.actors}
        unknown = sorted(
            {name for name in sectors.values() if not isinstance(find_concept(name, "sector", concepts), str)}
        )
        self.own_sectors = label_ids(unknown, taken=concepts["sector"])
        return {actor: self.own_sectors.get(name, name) for actor, name in sectors.items()}


def _tables(edges: _Edges, kind: str, source: str) -> Iterator[tuple[str, list[Mapping[str, str | None]]]]:
    actors, initiatives = label_ids(edges.actors), label_ids(edges.initiatives)
    wheres = [f"row {row}" for row in edges.raw.rows]
    first = dict(zip(reversed(edges.initiatives), reversed(wheres), strict=True))
    yield (
        "actors",
        [
            {"id": identity, "label": label, "kind": kind, "sector": edges.sectors.get(label)}
            for label, identity in actors.items()
        ],
    )
    yield (
        "initiatives",
        [
            {"id": identity, "label": label, "source": source, "where": first[label]}
            for label, identity in initiatives.items()
        ],
    )
    yield "participations", [
        {
            "actor": actors[actor], "initiative": initiatives[initiative], "role": role,
            "start": start, "end": end, "source": source, "where": where,
        }
        for actor, initiative, role, start, end, where in zip(
            edges.actors, edges.initiatives, edges.roles, edges.starts, edges.ends, wheres, strict=True
        )
    ]  # fmt: skip
    yield (
        "terms",
        [
            {"scheme": "sector", "id": identity, "label": label}
            for label, identity in edges.own_sectors.items()
        ],
    )
