"""Add to the tables of a project: all written beside, then all renamed."""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from samverkansgraf.errors import InputError, Problem, UsageError
from samverkansgraf.tables.columns import TABLES
from samverkansgraf.tables.reading import LONGEST_GEOMETRY, read_table, table_files
from samverkansgraf.tables.settings import FILE, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkansgraf.tables.reading import RawTable

    Row = Mapping[str, str | None]


class TablesBeside:
    """
    The tables of a project folder, and what is to be added to them.

    Parameters
    ----------
    folder
        An existing project.
    names
        Of the tables that may be read or added to.

    Raises
    ------
    InputError
        A table is faulty.
    UsageError
        The folder is no project.
    """

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        if not (folder / FILE).is_file():
            remedy = "name one, or make it with 'samverkansgraf new'"
            raise UsageError(f"{folder} is no project folder: it holds no {FILE}; {remedy}")
        self._folder = folder
        self._files, _, problems = table_files(folder, names)
        self.raws: dict[str, RawTable] = {}
        for name, path in self._files.items():
            self.raws[name], faults = read_table(path, TABLES[name])
            problems += faults
        if problems:
            raise InputError(problems)
        self._written: dict[Path, bytes] = {}

    def cells(self, table: str, column: str) -> list[str | None]:
        """Return the cells of a column; empty ones where the table has none of that name."""
        raw = self.raws.get(table)
        return [] if raw is None else raw.cells.get(column, [None] * len(raw.rows))

    def rows(self, table: str) -> list[int]:
        """Return the numbers of a table's rows, as a spreadsheet counts."""
        return [] if table not in self.raws else self.raws[table].rows

    def add(self, table: str, rows: Sequence[Row], fill: Mapping[int, Row] | None = None) -> None:
        """
        Add rows at the end of a table, and fill empty cells of rows that are there.

        Parameters
        ----------
        table
            Its name.
        rows
            What to add.
        fill
            Row number -> column -> text.
        """
        if not rows and not fill:
            return
        path = self._files.get(table)
        if path is not None and path.suffix.lower() != ".csv":
            message = "rows can be added to CSV only"
            raise InputError([Problem(message, path.name, remedy=f"save it as {table}.csv (CSV UTF-8)")])
        data = b"" if path is None else path.read_bytes()
        made = _extended(data, table, rows, fill or {}, self.rows(table))
        self._written[path or self._folder / f"{table}.csv"] = made

    def study(self, districts: Sequence[str]) -> bool:
        """
        Name districts (ids) as those studied, where the settings name none yet.

        Returns
        -------
        named
            False where the settings name some already, and are left alone.
        """
        path = self._folder / FILE
        lines = path.read_text(encoding="utf-8").split("\n")
        if "districts" in read_settings(self._folder).bounds or not districts:
            return False
        named = [f"districts = [\n{''.join(f'  {json.dumps(one)},{chr(10)}' for one in districts)}]"]
        if "[bounds]" not in lines:
            lines += ["[bounds]", ""]
        kept = [line for line in lines if line.replace(" ", "") != "#districts=[]"]
        at = kept.index("[bounds]") + 1
        self._written[path] = "\n".join([*kept[:at], *named, *kept[at:]]).encode()
        return True

    def write(self) -> list[Path]:
        """
        Write all that was added.

        Returns
        -------
        The files, each new or in the place of the former one.

        Raises
        ------
        UsageError
            A file cannot be written; then none is changed.
        """
        beside: dict[Path, Path] = {}
        try:
            for path, data in self._written.items():
                handle, name = tempfile.mkstemp(dir=self._folder, prefix=f".{path.stem}.")
                beside[path] = Path(name)
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                beside[path].chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            for path, other in beside.items():
                other.replace(path)
        except OSError as error:
            remedy = "check the place and its space"
            raise UsageError(f"{self._folder} cannot be written ({error.strerror}); {remedy}") from None
        finally:
            for other in beside.values():
                other.unlink(missing_ok=True)
        return list(beside)


def _extended(
    data: bytes, table: str, rows: Iterable[Row], fill: Mapping[int, Row], numbers: Sequence[int]
) -> bytes:
    """Return a CSV with rows added; what is there keeps its bytes unless a cell or a column is new."""
    rows = list(rows)
    listed = [column.name for column in TABLES[table].columns]
    wanted = {column for row in (*rows, *fill.values()) for column, text in row.items() if text}
    text = data.decode("utf-8-sig")
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=lambda mark: (first.count(mark), mark == ","))
    end = "\r\n" if first.endswith("\r") else "\n"
    lines = _lines(text, mark)
    header = [cell.strip() for cell in lines[0]] if lines else []
    new = [column for column in listed if column in wanted and column not in header]
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=mark, lineterminator=end)
    if new or fill:
        by_number = _filled(lines, header, new, fill, numbers)
        writer.writerows([[*header, *new], *by_number])
    else:
        buffer.write(text if text.endswith("\n") or not text else text + end)
    buffer.seek(0, io.SEEK_END)
    writer.writerows([row.get(column) or "" for column in (*header, *new)] for row in rows)
    bom = b"\xef\xbb\xbf" if not data or data.startswith(b"\xef\xbb\xbf") else b""
    return bom + buffer.getvalue().encode()


def _lines(text: str, mark: str) -> list[list[str]]:
    usual = csv.field_size_limit(LONGEST_GEOMETRY)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    finally:
        csv.field_size_limit(usual)


def _filled(
    lines: Sequence[list[str]],
    header: Sequence[str],
    new: Sequence[str],
    fill: Mapping[int, Row],
    numbers: Sequence[int],
) -> list[list[str]]:
    made = []
    known = set(numbers)
    for number, line in enumerate(lines[1:], start=2):
        cells = [*line, *[""] * (len(header) - len(line) + len(new))]
        for column, text in fill.get(number, {}).items() if number in known else ():
            cells[[*header, *new].index(column)] = text or ""
        made.append(cells)
    return made
