"""Files about districts, given beside a graph: found names, and numbers from 0 up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.errors import UsageError
from samverkansgraf.lookup import found_thing
from samverkansgraf.tables.cells import plain_value
from samverkansgraf.tables.reading import SUFFIXES, RawTable, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.errors import Problem
    from samverkansgraf.frames import Frames
    from samverkansgraf.tables.columns import Table


def place_table(path: Path, table: Table) -> tuple[RawTable, list[Problem]]:
    """
    Return the rows of a CSV, XLSX or ODS file, and what is wrong with it.

    Raises
    ------
    UsageError
        There is no such file, or it is of no such kind.
    """
    columns = ", ".join(column.name for column in table.columns)
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path}: is no table; write {', '.join(SUFFIXES)} with the columns {columns}")
    if not path.is_file():
        raise UsageError(f"{path}: there is no such file; name a table with the columns {columns}")
    raw, problems = read_table(path, table)
    return raw, list(problems)


def found_district(
    raw: RawTable, frames: Frames, place: int, column: str, problems: list[Problem]
) -> str | None:
    """Return the district that a cell names; what is wrong goes to the problems."""
    name, row = raw.cells[column][place], raw.rows[place]
    if name is None:
        problems.append(raw.problem("the cell is empty", row, column, "name a district"))
        return None
    try:
        return found_thing(frames, name, "district")
    except UsageError as error:
        problems.append(raw.problem(str(error), row, column))
        return None


def amount(raw: RawTable, text: str, row: int, column: str, problems: list[Problem]) -> float | None:
    """Return a number from 0 up; what is wrong goes to the problems."""
    value, fault = plain_value(text, "number")
    if fault is not None:
        problems.append(raw.problem(fault[0], row, column, fault[1]))
        return None
    number = float(str(value))
    if number < 0:
        problems.append(raw.problem(f"{text} is below 0", row, column, "write a number from 0 up"))
        return None
    return number
