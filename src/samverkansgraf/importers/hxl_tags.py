"""
The tag row of an HXL table: which column means what.

Read here and not by the library libhxl: its version 5.2.2 fails on import where ``six`` is not installed, which it does not
ask for, brings ten packages with it to read one row, and does not say where in a file a fault stands.
The standard's hashtags are at https://hxlstandard.org/standard/1-1final/.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import InputError, Problem
from samverkansgraf.tables.reading import read_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

#: The tag row stands within so many rows of the top, as the standard's own software looks for it.
WITHIN: Final = 25
#: What a spreadsheet shows where a formula gave nothing.
_ERRORS: Final = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_TAG: Final = re.compile(r"#\s*([a-z]\w*)((?:\s*\+\s*[a-z]\w*)*)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tag:
    """A hashtag with its attributes, in lower case, and the place of its column."""

    name: str
    attributes: frozenset[str]
    column: int

    def __str__(self) -> str:
        """Return it as one writes it."""
        return "".join((f"#{self.name}", *(f" +{one}" for one in sorted(self.attributes))))


@dataclass(frozen=True, slots=True)
class TaggedTable:
    """
    The tags of a file, and its rows below them: number in the spreadsheet, and cells (``None``: empty).

    ``errors`` has by tag how many cells held a spreadsheet's error, as ``#N/A``; they are empty here.
    """

    file: str
    tags: tuple[Tag, ...]
    tag_row: int
    rows: tuple[tuple[int, tuple[str | None, ...]], ...]
    errors: Mapping[str, int]

    def problem(self, message: str, row: int | None, tag: Tag | str | None, remedy: str) -> Problem:
        """Return a problem placed in this file."""
        return Problem(message, self.file, row, None if tag is None else str(tag), remedy)


def read_tagged(path: Path) -> TaggedTable:
    """
    Read a CSV, XLSX or ODS file with an HXL tag row; titles and headings above it are passed over.

    Raises
    ------
    InputError
        The file cannot be read, has no tag row, or holds nothing below it; every fault with its place.

    Notes
    -----
    The tag row is the first, within 25 rows of the top, in which at least half of what is filled in is
    hashtags. Case and spaces in tags do not matter; a cell without a hashtag there leaves its column out.
    """
    lines, problems = read_lines(path, mark="#")
    if problems:
        raise InputError(problems)
    found = next((line for line in lines[:WITHIN] if _is_tag_row(line[1])), None)
    if found is None:
        remedy = "put hashtags such as #org, #activity, #adm1 in the row below the headings"
        raise InputError([Problem(f"no tag row in the first {WITHIN} rows", path.name, remedy=remedy)])
    number, cells = found
    tags, width = parse_tags(cells), len(cells)
    errors = {
        str(tag): count
        for tag in tags
        if (count := sum(row > number and _is_error(some, tag.column) for row, some in lines))
    }
    below = [(row, tuple(_clean(cell) for cell in some)) for row, some in lines if row > number]
    rows = tuple((row, (*some, *[None] * (width - len(some)))) for row, some in below if any(some))
    table = TaggedTable(path.name, tags, number, rows, errors)
    if not rows:
        raise InputError([table.problem("holds no rows below the tags", number, None, "add the data")])
    return table


def parse_tags(cells: Sequence[str]) -> tuple[Tag, ...]:
    """
    Return the tags in a row.

    Examples
    --------
    >>> [str(tag) for tag in parse_tags(["#Org +Impl", "heading", "#adm1+code+v_pcode"])]
    ['#org +impl', '#adm1 +code +v_pcode']
    """
    return tuple(
        Tag(found[1].lower(), frozenset(re.findall(r"\w+", found[2].lower())), column)
        for column, cell in enumerate(cells)
        if (found := _TAG.fullmatch(cell.strip()))
    )


def _is_tag_row(cells: Sequence[str]) -> bool:
    tags = parse_tags(cells)
    return bool(tags) and 2 * len(tags) >= sum(bool(cell.strip()) for cell in cells)


def _is_error(cells: Sequence[str], column: int) -> bool:
    return column < len(cells) and cells[column].strip().upper() in _ERRORS


def _clean(cell: str) -> str | None:
    if cell.strip().upper() in _ERRORS:
        return None
    return unicodedata.normalize("NFC", " ".join(cell.split())) or None
