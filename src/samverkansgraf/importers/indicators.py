"""Figures of places, from whatever format, as rows of a project's indicators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkansgraf.errors import InputError, Problem, UsageError, did_you_mean
from samverkansgraf.importers.tables_beside import TablesBeside
from samverkansgraf.tables.cells import number_text, plain_value
from samverkansgraf.tables.figures import impossible_value, shares_among_per_cents
from samverkansgraf.tables.identity import ID_PATTERN, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value of an indicator; ``place`` is an official code or a name, ``where`` its place in the file."""

    place: str
    indicator: str
    period: str
    value: float
    unit: str | None = None
    where: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource:
    """The file as a source; without ``id`` it is made of the file's name. Dates are EDTF."""

    title: str
    id: str | None = None
    url: str | None = None
    date: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The files written, how many rows are new, and what whoever runs the import should know."""

    files: list[Path]
    rows: int
    notes: tuple[str, ...] = ()


def add_figures(
    figures: Sequence[Figure],
    path: Path,
    folder: Path,
    source: FileSource,
    *,
    only_known: bool = False,
    notes: Iterable[str] = (),
) -> Imported:
    """
    Add figures of places to a project.

    Parameters
    ----------
    figures
        In the order of the file. A place is found by its official code, else by id, label or alias.
    path
        The file they were read from.
    folder
        The project.
    source
        The file as a source.
    only_known
        Leave out figures of places that the project has not, and say how many; else each is an error.
    notes
        What the reader of the file has to say already.

    Returns
    -------
    imported
        Rows that the project has already are not added again.

    Raises
    ------
    InputError
        Unknown places, impossible values, two values of one place, indicator and period; all at once.
    UsageError
        The folder is no project, or the source's id or dates are faulty.
    """
    identity = source_id(path, source)
    tables = TablesBeside(folder, ("districts", "sources", "indicators"))
    places = Places(tables)
    problems: list[Problem] = []
    unknown: dict[str, Figure] = {}
    known: list[tuple[str, Figure]] = []
    for figure in figures:
        found = places.find(figure.place)
        if found is None:
            unknown.setdefault(figure.place, figure)
        else:
            known.append((found, figure))
    if not only_known:
        problems += [_unknown(path, figure, places) for figure in unknown.values()]
    problems += _impossible(path, known)
    rows, doubled = _rows(path, known, tables, identity, places)
    if problems := [*problems, *doubled]:
        raise InputError(problems)
    if only_known and not known:
        raise UsageError(f"{path.name}: none of its places is in {folder}; add them to districts, with codes")
    said = [*notes, *_doubtful(path, known)]
    if unknown:
        said.append(f"{path.name}: {len(unknown)} places that are not in the project are left out")
    tables.add("indicators", rows)
    add_source(tables, identity, source)
    return Imported(tables.write(), len(rows), tuple(said))


def source_id(path: Path, source: FileSource) -> str:
    """
    Return the id of the file as a source.

    Raises
    ------
    UsageError
        It is no id, or a date of the source is none.
    """
    for option, text in (("--date", source.date), ("--retrieved", source.retrieved)):
        if text is not None and (fault := plain_value(text, "date")[1]) is not None:
            raise UsageError(f"{option}: {fault[0]}; {fault[1]}")
    identity = source.id or slug(path.stem)
    if not ID_PATTERN.fullmatch(identity):
        raise UsageError(f"--source: {identity!r} is no id; use a–z, 0–9, '.', '_' and '-'")
    return identity


def add_source(tables: TablesBeside, identity: str, source: FileSource) -> None:
    """Add the file to the sources, unless a source of that id is there."""
    if identity not in tables.cells("sources", "id"):
        row = {"id": identity, "title": source.title, "url": source.url, "date": source.date}
        tables.add("sources", [{**row, "retrieved": source.retrieved}])


class Places:
    """The places of a project, by code, id, label and alias; one name of several places is of none."""

    def __init__(self, tables: TablesBeside) -> None:
        columns = [tables.cells("districts", name) for name in ("id", "label", "code", "alias")]
        self.ids: list[str] = []
        self.codes: dict[str, str] = {}
        self.names: dict[str, str] = {}
        several: set[str] = set()
        for identity, label, code, alias in zip(*columns, strict=True):
            place = identity or slug(label or "")
            self.ids.append(place)
            if code is not None:
                self.codes[code] = place
            aliases = [part.strip() for part in (alias or "").split(";")]
            for name in filter(None, (identity, label, *aliases)):
                if self.names.setdefault(name, place) != place:
                    several.add(name)
        for name in several:
            del self.names[name]

    def find(self, name: str) -> str | None:
        """Return the id of a place; ``None`` where none or several have the name."""
        return self.codes.get(name) or self.names.get(name)

    def remedy(self, name: str) -> str:
        """Return how to make a name known."""
        near = did_you_mean(name, [*self.names, *self.codes])
        return near or "add it to districts with its code, or leave such places out with --only-known"


def _unknown(path: Path, figure: Figure, places: Places) -> Problem:
    remedy = places.remedy(figure.place)
    return Problem(
        f"{figure.where}the place {figure.place!r} is unknown", path.name, figure.row, remedy=remedy
    )


def _impossible(path: Path, known: Iterable[tuple[str, Figure]]) -> list[Problem]:
    problems = []
    for _, figure in known:
        fault = impossible_value(figure.indicator, figure.unit, figure.value)
        period = plain_value(figure.period, "date")[1]
        problems += [
            Problem(f"{figure.where}{message}", path.name, figure.row, remedy=remedy)
            for message, remedy in (one for one in (fault, period) if one is not None)
        ]
    return problems


def _rows(
    path: Path,
    known: Sequence[tuple[str, Figure]],
    tables: TablesBeside,
    source: str,
    places: Places,
) -> tuple[list[dict[str, str | None]], list[Problem]]:
    """Return the rows that are new, and what is doubled in the file or differs from the project."""
    there = _figures_of(tables, source, places)
    first: dict[tuple[str, str, str, str | None], Figure] = {}
    rows, problems = [], []
    for place, figure in known:
        about = (place, figure.indicator, figure.period, figure.unit)
        former = first.setdefault(about, figure)
        if former is not figure:
            if former.value != figure.value:
                where = f"row {former.row}" if former.row else former.where.rstrip(": ")
                message = f"{figure.where}another value of {figure.indicator!r} for {figure.place!r}, {figure.period} than {where}"
                problems.append(Problem(message, path.name, figure.row, remedy="keep one of them"))
            continue
        if about not in there:
            rows.append(
                {"district": place, "indicator": figure.indicator, "period": figure.period,
                 "value": number_text(figure.value), "unit": figure.unit, "source": source}
            )  # fmt: skip
        elif there[about][1] != figure.value:
            row, value = there[about]
            message = f"{figure.where}{figure.indicator!r} for {figure.place!r}, {figure.period} is {figure.value:g}, and {value:g} in indicators.csv row {row} by the same source {source!r}"
            remedy = "remove that row, or name the file another source with --source"
            problems.append(Problem(message, path.name, figure.row, remedy=remedy))
    return rows, problems


def _figures_of(
    tables: TablesBeside, source: str, places: Places
) -> dict[tuple[str, str, str, str | None], tuple[int, float]]:
    names = ("district", "indicator", "period", "unit", "source", "value")
    cells = zip(tables.rows("indicators"), *(tables.cells("indicators", name) for name in names), strict=True)
    found = {}
    for row, place, indicator, period, unit, given, value in cells:
        number = plain_value(value or "", "number")[0]
        if given == source and isinstance(number, float):
            about = (places.find(place or "") or "", indicator or "", period or "", unit)
            found[about] = (row, number)
    return found


def _doubtful(path: Path, known: Sequence[tuple[str, Figure]]) -> list[str]:
    """Return a line for each indicator whose values seem to be shares and per cents at once."""
    by_name: dict[tuple[str, str | None], list[Figure]] = {}
    for _, figure in known:
        by_name.setdefault((figure.indicator, figure.unit), []).append(figure)
    said = []
    for (indicator, unit), some in by_name.items():
        if places := shares_among_per_cents(unit, [figure.value for figure in some]):
            rows = ", ".join(
                f"row {some[n].row}" if some[n].row else f"{some[n].place} {some[n].period}" for n in places
            )
            said.append(
                f"{path.name}: {indicator!r} seems to hold both shares of 1 and per cents; look at {rows}"
            )
    return said
