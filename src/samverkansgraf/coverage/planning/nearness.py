"""Which districts serve one another: those named as near, or within a distance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import InputError, Problem, UsageError
from samverkansgraf.lookup import found_thing
from samverkansgraf.tables.cells import plain_value
from samverkansgraf.tables.columns import Column, Table
from samverkansgraf.tables.reading import SUFFIXES, RawTable, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.coverage.planning.lattice import Lattice
    from samverkansgraf.frames import Frames

NEAR_TABLE: Final = Table(
    "near", (Column("district", required=True), Column("near", required=True), Column("distance"))
)
NEED_TABLE: Final = Table("need", (Column("district", required=True), Column("need", required=True)))


def neighbours(lattice: Lattice, near: pl.DataFrame | None) -> dict[int, tuple[int, ...]]:
    """
    Return for each district's place those that what is started in it serves too.

    Raises
    ------
    UsageError
        The cells have no districts.
    """
    if near is None:
        return {}
    if "district" not in lattice.names:
        raise UsageError("plan: nearness is of districts; add district to --by, or leave it out")
    place = {term: number for number, term in enumerate(lattice.terms["district"])}
    found: dict[int, set[int]] = {}
    for one, other in near.select("place", "near").drop_nulls().iter_rows():
        if one in place and other in place and one != other:
            found.setdefault(place[one], set()).add(place[other])
            found.setdefault(place[other], set()).add(place[one])
    return {one: tuple(sorted(others)) for one, others in sorted(found.items())}


def read_near(path: Path, frames: Frames, *, within: float | None = None) -> pl.DataFrame:
    """
    Return ``place, near`` of a CSV, XLSX or ODS file with the columns ``district``, ``near`` and ``distance``.

    Parameters
    ----------
    path
        A row for two districts that serve one another.
    frames
        The graph that the names are found in.
    within
        Keep rows whose distance is at most this, in the file's own unit. Without it every row counts.

    Raises
    ------
    UsageError, InputError
        There is no such file; it, a name or a distance is faulty. All of it is said at once.
    """
    raw, problems = _read(path, NEAR_TABLE)
    rows = []
    for place, row in enumerate(raw.rows if not problems else ()):
        one = _district(raw, frames, place, "district", problems)
        other = _district(raw, frames, place, "near", problems)
        distance = raw.cells.get("distance", [None] * len(raw.rows))[place]
        if within is None:
            rows.append((one, other))
            continue
        if distance is None:
            problems.append(
                raw.problem("the cell is empty", row, "distance", "fill it in, or leave out --within")
            )
            continue
        value = _number(raw, distance, row, "distance", problems)
        if value is not None and value <= within:
            rows.append((one, other))
    if problems:
        raise InputError(problems)
    return pl.DataFrame(rows, schema={"place": pl.String, "near": pl.String}, orient="row")


def read_need(path: Path, frames: Frames) -> pl.DataFrame:
    """
    Return ``place, need`` of a CSV, XLSX or ODS file with the columns ``district`` and ``need``.

    Raises
    ------
    UsageError, InputError
        There is no such file; it, a name or a number is faulty, or a district stands twice. All of it is said at once.
    """
    raw, problems = _read(path, NEED_TABLE)
    rows: dict[str, float] = {}
    for place, row in enumerate(raw.rows if not problems else ()):
        district = _district(raw, frames, place, "district", problems)
        text = raw.cells["need"][place]
        if text is None:
            problems.append(
                raw.problem("the cell is empty", row, "need", "fill it in, or remove the row: need not known")
            )
            continue
        value = _number(raw, text, row, "need", problems)
        if district is not None and district in rows:
            problems.append(raw.problem(f"{raw.cells['district'][place]!r} has two needs", row, "district", "keep one"))
        elif district is not None and value is not None:
            rows[district] = value
    if problems:
        raise InputError(problems)
    return pl.DataFrame(list(rows.items()), schema={"place": pl.String, "need": pl.Float64}, orient="row")


def _read(path: Path, table: Table) -> tuple[RawTable, list[Problem]]:
    columns = ", ".join(column.name for column in table.columns)
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path}: is no table; write {', '.join(SUFFIXES)} with the columns {columns}")
    if not path.is_file():
        raise UsageError(f"{path}: there is no such file; name a table with the columns {columns}")
    raw, problems = read_table(path, table)
    return raw, list(problems)


def _district(
    raw: RawTable, frames: Frames, place: int, column: str, problems: list[Problem]
) -> str | None:
    name, row = raw.cells[column][place], raw.rows[place]
    if name is None:
        problems.append(raw.problem("the cell is empty", row, column, "name a district"))
        return None
    try:
        return found_thing(frames, name, "district")
    except UsageError as error:
        problems.append(raw.problem(str(error), row, column))
        return None


def _number(raw: RawTable, text: str, row: int, column: str, problems: list[Problem]) -> float | None:
    value, fault = plain_value(text, "number")
    if fault is not None:
        problems.append(raw.problem(fault[0], row, column, fault[1]))
        return None
    number = float(str(value))
    if number < 0:
        problems.append(raw.problem(f"{text} is below 0", row, column, "write a number from 0 up"))
        return None
    return number
