"""Which cells of a project's tables hold data of persons that need not be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkansgraf.personal_data import Kind, personal_data
from samverkansgraf.tables.columns import TABLES
from samverkansgraf.tables.reading import read_table, table_files

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.project import Contact


class PersonalCell(NamedTuple):
    """A cell by its file, row and column, what it holds, and as much of it as may be shown."""

    file: str
    row: int
    column: str
    kind: Kind
    shown: str


def personal_cells(folder: Path, contact: Contact) -> list[PersonalCell]:
    """
    Find personal identity numbers, e-mail addresses and telephone numbers in the tables of a folder.

    Every column is read, the project's own and those that are not published too. Geometries hold none, and what
    the project gives under ``[contact]`` is meant to be published.
    """
    found = []
    for name, path in table_files(folder, TABLES)[0].items():
        raw, _ = read_table(path, TABLES[name])
        for column, cells in raw.cells.items():
            if column == "wkt":
                continue
            for row, cell in zip(raw.rows, cells, strict=True):
                told = dict.fromkeys((one.kind, one.shown) for one in personal_data(_without(cell, contact)))
                found += [PersonalCell(raw.file, row, column, *one) for one in told]
    return found


def _without(cell: str | None, contact: Contact) -> str:
    text = cell or ""
    for meant in sorted(contact.meant, key=len, reverse=True):
        text = text.replace(meant, " " * len(meant))
    return text
