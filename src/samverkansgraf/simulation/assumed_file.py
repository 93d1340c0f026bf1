"""A file of what is assumed to start: a row for each initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.simulation.assumed import Assumed, found_assumed
from samverkansgraf.tables.columns import Column, Table
from samverkansgraf.tables.reading import SUFFIXES, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from samverkansgraf.frames import Frames

#: Its columns; but for the first, a cell may hold several names with ``;`` between.
TABLE: Final = Table(
    "assumed",
    (Column("initiative", required=True), Column("actors"), Column("district"), Column("theme")),
)


def read_assumed(path: Path, frames: Frames) -> list[Assumed]:
    """
    Return what the rows of a CSV, XLSX or ODS file assume.

    Parameters
    ----------
    path
        A file with the column ``initiative`` and one or more of ``actors``, ``district`` and ``theme``.
    frames
        The graph that the names are found in.

    Raises
    ------
    UsageError
        There is no such file, or it is of no such kind.
    InputError
        The file, its header or a name in it is faulty; all of it is said at once.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path}: is no table; write {', '.join(SUFFIXES)} with the columns {_columns()}")
    if not path.is_file():
        raise UsageError(f"{path}: there is no such file; name a table of what is assumed")
    raw, problems = read_table(path, TABLE)
    problems = list(problems)
    problems += [
        raw.problem(f"the column '{name}' is unknown", 1, remedy=f"the columns are {_columns()}")
        for name in raw.unlisted
    ]
    if not problems and not raw.rows:
        problems.append(raw.problem("assumes nothing", remedy="write a row for each initiative"))
    assumed: list[Assumed] = []
    for place, row in enumerate(raw.rows if not problems else ()):
        cells = {name: column[place] or "" for name, column in raw.cells.items()}
        found = _found(frames, cells)
        if isinstance(found, Assumed):
            assumed.append(found)
        else:
            problems += [raw.problem(line, row) for line in found]
    if problems:
        raise InputError(problems)
    return assumed


def several(cell: str) -> list[str]:
    """
    Return the names in a cell, without space around them.

    Examples
    --------
    >>> several("Polisen; Bostads AB Mimer;")
    ['Polisen', 'Bostads AB Mimer']
    """
    return [name.strip() for name in cell.split(";") if name.strip()]


def _found(frames: Frames, cells: Mapping[str, str]) -> Assumed | list[str]:
    names = {name: several(cells.get(name, "")) for name in ("actors", "district", "theme")}
    try:
        return found_assumed(
            frames,
            cells["initiative"],
            actors=names["actors"],
            districts=names["district"],
            themes=names["theme"],
        )
    except UsageError as error:
        return str(error).splitlines()


def _columns() -> str:
    return ", ".join(column.name for column in TABLE.columns)
