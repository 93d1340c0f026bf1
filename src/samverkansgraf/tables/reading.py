"""Read one table file into rows of text with their row numbers; say what is wrong with it."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from samverkansgraf.tables.columns import Table

SUFFIXES: Final = (".csv", ".xlsx", ".ods")
#: What a spreadsheet cell can hold; a longer one is a slip, or an attack.
LONGEST_CELL: Final = 32_767
#: Geometries are written by programs, and no spreadsheet need hold them.
LONGEST_GEOMETRY: Final = 1 << 24
#: A workbook that unpacks to more than this many bytes is refused unread.
LARGEST_WORKBOOK: Final = 1 << 30

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_XLSX_FORMULA: Final = re.compile(rb'<c [^>]*?\br="([A-Z]+)(\d+)"[^>]*><f[ >/]')
_MIDNIGHT: Final = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00:00")


@dataclass(slots=True)
class RawTable:
    """Rows of one file: texts by column, ``None`` for empty cells, and where each row stood."""

    name: str
    file: str
    rows: list[int] = field(default_factory=list)
    cells: dict[str, list[str | None]] = field(default_factory=dict)
    unlisted: tuple[str, ...] = ()

    def problem(
        self, message: str, row: int | None = None, column: str | None = None, remedy: str | None = None
    ) -> Problem:
        """Return a problem placed in this table; ``row`` is the spreadsheet's row."""
        return Problem(message, self.file, row, column, remedy)


def read_table(path: Path, table: Table) -> tuple[RawTable, list[Problem]]:
    """
    Read a CSV, XLSX or ODS file as one of the known tables.

    Returns
    -------
    The rows, and the problems found. Where there are problems the rows may be incomplete.
    """
    raw = RawTable(table.name, path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        return raw, [raw.problem(f"cannot be read ({error.strerror})", remedy="check its permissions")]
    if not data.strip():
        return raw, [raw.problem("the file is empty", remedy="its first row must hold the headers")]
    usual = csv.field_size_limit()
    if any(column.kind == "wkt" for column in table.columns):
        csv.field_size_limit(LONGEST_GEOMETRY)
    try:
        lines = list(_csv_rows(data) if path.suffix.lower() == ".csv" else _sheet_rows(path, data))
    except _UnreadableError as error:
        return raw, [raw.problem(error.message, error.row, remedy=error.remedy)]
    finally:
        csv.field_size_limit(usual)
    return raw, [*_formulas(raw, path, data), *_take(raw, lines, table)]


def read_lines(path: Path, *, mark: str = "") -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """
    Read every line of a CSV, XLSX or ODS file, with its number as a spreadsheet counts; none is a header.

    Parameters
    ----------
    path
        The file.
    mark
        Of a CSV, the first line that holds this shows what separates the cells.

    Returns
    -------
    The lines, cells as they stand, and the problems found. Where there are problems there are no lines.
    """
    raw = RawTable(path.stem, path.name)
    try:
        data = path.read_bytes()
        if not data.strip():
            return [], [raw.problem("the file is empty", remedy="it must hold a table")]
        lines = list(
            _csv_rows(data, mark) if path.suffix.lower() == ".csv" else _sheet_rows(path, data, skip_rows=0)
        )
    except OSError as error:
        return [], [
            raw.problem(f"cannot be read ({error.strerror})", remedy="check its name and permissions")
        ]
    except _UnreadableError as error:
        return [], [raw.problem(error.message, error.row, remedy=error.remedy)]
    problems = list(_formulas(raw, path, data))
    for number, cells in lines:
        faults = [fault for cell in cells if (fault := _cell_fault(cell)) is not None]
        problems += [raw.problem(message, number, remedy=remedy) for message, remedy in faults]
    return ([], problems) if problems else (lines, [])


class _UnreadableError(Exception):
    def __init__(self, message: str, remedy: str, row: int | None = None) -> None:
        super().__init__(message)
        self.message, self.remedy, self.row = message, remedy, row


def _csv_rows(data: bytes, mark: str = "") -> Iterator[tuple[int, list[str]]]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _UnreadableError("is UTF-16", "save it as 'CSV UTF-8'")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        message = f"is not UTF-8 (byte 0x{byte:02X}; Latin-1 or Windows-1252?)"
        raise _UnreadableError(message, "save it as 'CSV UTF-8'", row) from None
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        raise _UnreadableError("holds a NUL byte", "remove it", row)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, mark), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        if "field limit" in str(error):
            message, remedy = f"a cell is longer than {LONGEST_CELL} characters", "shorten it"
        else:
            message, remedy = f"is not well-formed CSV ({error})", "check the quotation marks"
        raise _UnreadableError(message, remedy, number + 1) from None


def _delimiter(text: str, mark: str) -> str:
    lines = text.split("\n")
    header = next((line for line in lines if mark in line), lines[0])
    outside_quotes = re.sub(r'"[^"]*"', "", header)
    return max(",;\t", key=lambda mark: (outside_quotes.count(mark), mark == ","))


def _sheet_rows(path: Path, data: bytes, *, skip_rows: int | None = None) -> Iterator[tuple[int, list[str]]]:
    import fastexcel

    remedy = "save it anew, without a password, as XLSX or CSV UTF-8"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_WORKBOOK:
                raise _UnreadableError("unpacks to more than a gigabyte", "split it")
        book = fastexcel.read_excel(data)
        sheet = book.load_sheet(0, header_row=None, skip_rows=skip_rows, dtypes="string").to_polars()
    except (zipfile.BadZipFile, fastexcel.FastExcelError) as error:
        kind = path.suffix[1:].upper()
        raise _UnreadableError(f"is no {kind} file ({str(error).splitlines()[0]})", remedy) from None
    for number, values in enumerate(sheet.iter_rows(), start=1):
        yield number, ["" if value is None else _MIDNIGHT.sub(r"\1", value) for value in values]


def _formulas(raw: RawTable, path: Path, data: bytes) -> Iterator[Problem]:
    remedy = "paste its value instead"
    if path.suffix.lower() == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in sorted(archive.namelist()):
                if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                    for letters, row in _XLSX_FORMULA.findall(archive.read(name)):
                        yield raw.problem("the cell is a formula", int(row), letters.decode(), remedy)
    elif path.suffix.lower() == ".ods":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if count := archive.read("content.xml").count(b"table:formula="):
                yield raw.problem(f"{count} cells are formulas", remedy="paste their values instead")


def _take(raw: RawTable, lines: list[tuple[int, list[str]]], table: Table) -> Iterator[Problem]:
    header = [unicodedata.normalize("NFC", cell.strip()) for cell in lines[0][1]]
    while header and not header[-1]:
        header.pop()
    problems = list(_header_problems(raw, header, table))
    yield from problems
    if problems:
        return
    raw.unlisted = tuple(name for name in header if name not in {column.name for column in table.columns})
    columns: list[list[str | None]] = [[] for _ in header]
    geometries = {column.name for column in table.columns if column.kind == "wkt"}
    for number, cells in lines[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) < len(header) or any(cell.strip() for cell in cells[len(header) :]):
            yield raw.problem(
                f"has {len(cells)} cells where the header has {len(header)}",
                number,
                remedy="check for a missing or an unquoted separator",
            )
            continue
        raw.rows.append(number)
        for name, column, cell in zip(header, columns, cells, strict=False):
            column.append(_clean(cell))
            longest = LONGEST_GEOMETRY if name in geometries else LONGEST_CELL
            if (fault := _cell_fault(cell, longest)) is not None:
                yield raw.problem(fault[0], number, name, fault[1])
    raw.cells = dict(zip(header, columns, strict=True))


def _header_problems(raw: RawTable, header: list[str], table: Table) -> Iterator[Problem]:
    known = [column.name for column in table.columns]
    unlisted = [name for name in header if name not in known]
    for position, name in enumerate(header):
        if not name:
            yield raw.problem(f"header {position + 1} is empty", 1, remedy="name the column or remove it")
        elif name in header[:position]:
            yield raw.problem("the column stands twice", 1, name, "remove one")
    for column in table.columns:
        if column.required and column.name not in header:
            near = [name for name in unlisted if did_you_mean(name, [column.name])]
            remedy = f"rename '{near[0]}'" if near else f"the columns are {', '.join(known)}"
            yield raw.problem(f"the required column '{column.name}' is missing", 1, remedy=remedy)


def _clean(cell: str) -> str | None:
    return unicodedata.normalize("NFC", cell.strip()) or None


def _cell_fault(cell: str, longest: int = LONGEST_CELL) -> tuple[str, str] | None:
    if len(cell) > longest:
        return f"the cell has {len(cell)} characters, more than {longest}", "shorten it"
    if cell.startswith("="):
        return "the cell is a formula", "paste its value instead"
    if control := _CONTROL.search(cell):
        return f"the cell holds the control character U+{ord(control[0]):04X}", "remove it"
    return None


def table_files(folder: Path, names: Iterable[str]) -> tuple[dict[str, Path], list[Path], list[Problem]]:
    """
    Find the files of the named tables in a project folder.

    Returns
    -------
    The file of each table found, the spreadsheet files that are none of them, and problems:
    a table that stands in two files.
    """
    found: dict[str, Path] = {}
    others: list[Path] = []
    problems: list[Problem] = []
    wanted = set(names)
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith(("~$", ".")):
            continue
        if path.stem not in wanted:
            others.append(path)
        elif path.stem in found:
            message = f"the table stands in {found[path.stem].name} too"
            problems.append(Problem(message, path.name, remedy="keep one of them"))
        else:
            found[path.stem] = path
    return found, others, problems
