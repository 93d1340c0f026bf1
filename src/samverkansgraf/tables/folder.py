"""Read a project folder whole: settings, tables, decisions on identity, what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import InputError, Problem
from samverkansgraf.project import Bounds, Settings
from samverkansgraf.tables.columns import REQUIRED_TABLES, TABLES
from samverkansgraf.tables.identity_decisions import merged
from samverkansgraf.tables.names import ConceptNames, Names, find_concept
from samverkansgraf.tables.reading import read_table, table_files
from samverkansgraf.tables.resolve import resolve
from samverkansgraf.tables.rules import broken_rules
from samverkansgraf.tables.settings import FILE, RawSettings, read_settings
from samverkansgraf.tables.suppressed_things import TABLE
from samverkansgraf.tables.suppression import (
    note_without,
    settings_without,
    suppressed,
    without_suppressed,
)
from samverkansgraf.tables.terms import own_concepts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import polars as pl

    from samverkansgraf.tables.reading import RawTable
    from samverkansgraf.tables.resolved import Resolved
    from samverkansgraf.tables.suppression import LeftOut


@dataclass(frozen=True, slots=True)
class ProjectTables:
    """
    A project, read and resolved.

    ``frames`` holds each table that was there: ``row``, ``iri``, the table's columns with IRIs in
    place of names, and ``evidence`` (the IRI of the row's evidence). ``different`` holds the pairs of
    names decided to be different things; ``notes`` what was left alone. Where something is suppressed,
    ``left_out`` tells what, and ``raws`` are the tables' texts without it.
    """

    folder: Path
    settings: Settings
    frames: dict[str, pl.DataFrame]
    different: tuple[tuple[str, str], ...]
    notes: tuple[Problem, ...]
    left_out: LeftOut | None = None
    raws: dict[str, RawTable] | None = None


def read_project(folder: Path, concepts: ConceptNames) -> ProjectTables:
    """
    Read the project in a folder.

    Parameters
    ----------
    folder
        Holds ``samverkansgraf.toml`` and the tables.
    concepts
        The accepted names of every scheme's concepts, in lower case.

    Raises
    ------
    InputError
        With every problem of the first stage that found any: the folder, the files, or all that stands in them. A row
        with a faulty cell is held against other rows once its cell is mended.
    """
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise InputError(
            [Problem(f"{folder} {what}", remedy="name a project folder with a samverkansgraf.toml")]
        )
    settings = read_settings(folder)
    raws, notes = _read_tables(folder)
    known, term_iris, problems = own_concepts(raws.get("terms"), settings.base, concepts)
    tables, names, made, faults = resolve(raws, settings.base, known, term_iris)
    problems += faults
    bounds, faults = _bounds(settings, tables, names, known)
    problems += faults
    problems += _of_sound_rows(broken_rules(tables), problems)
    if problems:
        raise InputError(problems)
    left: LeftOut | None = None
    if suppressed(tables):
        raws, left = without_suppressed(tables, names, made, settings.base, settings.language)
        settings = settings_without(settings, left, names, settings.base)
        notes = [note_without(note, left) for note in notes]
        known, term_iris, problems = own_concepts(raws.get("terms"), settings.base, concepts)
        tables, names, made, faults = resolve(raws, settings.base, known, term_iris)
        bounds, more = _bounds(settings, tables, names, known)
        if problems := [*problems, *faults, *more]:
            raise InputError(problems)
    frames = merged({name: resolved.frame() for name, resolved in tables.items()}, made)
    return ProjectTables(
        folder,
        Settings(
            name=settings.name,
            base=settings.base,
            language=settings.language,
            bounds=bounds,
            publish_columns=settings.publish_columns,
            contact=settings.contact,
            need=settings.need,
        ),
        {name: frame for name, frame in frames.items() if name != TABLE},
        tuple(made.different),
        tuple(notes),
        left,
        raws if left else None,
    )


def _of_sound_rows(found: Iterable[Problem], faults: Sequence[Problem]) -> list[Problem]:
    """Return the problems in rows whose cells are sound: of others a missing value may be the fault's own doing."""
    faulty = {(fault.table, fault.row) for fault in faults}
    return [problem for problem in found if (problem.table, problem.row) not in faulty]


def _read_tables(folder: Path) -> tuple[dict[str, RawTable], list[Problem]]:
    files, others, problems = table_files(folder, TABLES)
    notes = [Problem("is no table of a project; left alone", path.name) for path in others]
    for name in REQUIRED_TABLES:
        if name not in files:
            near = [path.name for path in others if path.stem.casefold() == name]
            remedy = f"rename {near[0]}" if near else f"add {name}.csv with the columns {_columns(name)}"
            problems.append(Problem(f"the table {name} is missing in {folder}", remedy=remedy))
    raws: dict[str, RawTable] = {}
    for name, path in files.items():
        raw, faults = read_table(path, TABLES[name])
        problems += faults
        raws[name] = raw
        notes += [
            raw.problem("is no column of this table; kept in the project only", 1, column)
            for column in raw.unlisted
        ]
    if problems:
        raise InputError(problems)
    return {name: raws[name] for name in TABLES if name in raws}, notes


def _columns(name: str) -> str:
    return ", ".join(column.name for column in TABLES[name].columns if column.required)


_BOUNDED: Final = (("districts", "districts"), ("themes", "themes"))


def _bounds(
    settings: RawSettings, tables: dict[str, Resolved], names: Names, concepts: ConceptNames
) -> tuple[Bounds, list[Problem]]:
    given, problems = settings.bounds, []
    found: dict[str, tuple[str, ...]] = {}
    for key, table in _BOUNDED:
        iris: list[str] = []
        for name in given.get(key, ()):
            iri = names.find(name, (table,))
            if isinstance(iri, str):
                iris.append(iri)
            else:
                problems.append(Problem(iri[0], FILE, column=f"bounds.{key}", remedy=iri[1]))
        found[key] = tuple(iris) if key in given else _in_tables(tables, table)
    sectors: list[str] = []
    for name in given.get("sectors", ()):
        iri = find_concept(name, "sector", concepts)
        if isinstance(iri, str):
            sectors.append(iri)
        else:
            problems.append(Problem(iri[0], FILE, column="bounds.sectors", remedy=iri[1]))
    source = given.get("district_source")
    if source is not None and not isinstance(names.find(source, ("sources",)), str):
        problems.append(
            Problem(
                f"source {source!r} is unknown",
                FILE,
                column="bounds.district_source",
                remedy="write the id of a source",
            )
        )
    bounds = Bounds(
        districts=found["districts"],
        themes=found["themes"],
        sectors=tuple(sectors) if "sectors" in given else _sectors(tables),
        district_total=given.get("district_total"),
        district_source=source,
        start=given.get("from"),
        end=given.get("to"),
        typed=tuple(key for key in ("districts", "themes", "sectors") if key in given),
    )
    return bounds, [*problems, *_wrong_districts(bounds, tables)]


def _in_tables(tables: dict[str, Resolved], table: str) -> tuple[str, ...]:
    if table not in tables:
        return ()
    resolved = tables[table]
    if table != "districts":
        return tuple(dict.fromkeys(resolved.iris))
    kinds = resolved.columns["kind"]
    return tuple(
        iri
        for iri, kind in zip(resolved.iris, kinds, strict=True)
        if kind is None or str(kind).casefold() == "district"
    )


def _sectors(tables: dict[str, Resolved]) -> tuple[str, ...]:
    sectors = tables["actors"].columns["sector"] if "actors" in tables else []
    return tuple(dict.fromkeys(str(sector) for sector in sectors if sector is not None))


def _wrong_districts(bounds: Bounds, tables: dict[str, Resolved]) -> list[Problem]:
    problems = []
    if "districts" in tables:
        resolved = tables["districts"]
        groups = {
            iri
            for iri, kind in zip(resolved.iris, resolved.columns["kind"], strict=True)
            if str(kind).casefold() in {"group", "grupp"}
        }
        for iri in bounds.districts:
            if iri in groups:
                message = f"{iri.rsplit('/', 1)[-1]!r} is a group, and groups are never in bounds"
                problems.append(
                    Problem(message, FILE, column="bounds.districts", remedy="name its districts")
                )
    total = bounds.district_total
    if total is not None and total < len(bounds.districts):
        message = f"{total} is fewer than the {len(bounds.districts)} districts in bounds"
        problems.append(Problem(message, FILE, column="bounds.district_total", remedy="correct it"))
    return problems
