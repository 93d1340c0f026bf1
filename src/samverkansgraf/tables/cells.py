"""Read the cells of one column: texts become IRIs, EDTF dates, numbers and booleans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.dates import DateError, bounds
from samverkansgraf.tables.identity import ID_PATTERN
from samverkansgraf.tables.names import ConceptNames, Names, find_concept
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.columns import Column
    from samverkansgraf.tables.reading import RawTable

_YES: Final = {
    "yes": True,
    "ja": True,
    "true": True,
    "1": True,
    "no": False,
    "nej": False,
    "false": False,
    "0": False,
}
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_EVERYWHERE: Final = {"district": "AllDistricts", "theme": "AllThemes", "sector": "AllSectors"}

Cell = str | list[str] | bool | float | int | None


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads cells against the names and concepts of one project."""

    names: Names
    concepts: ConceptNames

    def column(self, raw: RawTable, column: Column) -> tuple[list[Cell], list[Problem]]:
        """Read a whole column; each distinct text is read once."""
        texts = raw.cells.get(column.name, [None] * len(raw.rows))
        seen: dict[str, Cell] = {}
        faults: dict[str, tuple[str, str | None]] = {}
        for text in dict.fromkeys(text for text in texts if text is not None):
            value, fault = self.cell(text, column)
            seen[text] = value
            if fault is not None:
                faults[text] = fault
        problems = (
            [
                raw.problem(faults[text][0], row, column.name, faults[text][1])
                for row, text in zip(raw.rows, texts, strict=True)
                if text is not None and text in faults
            ]
            if faults
            else []
        )
        empty: Cell = False if column.kind == "yes" else [] if column.several else None
        return [empty if text is None else seen[text] for text in texts], problems

    def cell(self, text: str, column: Column) -> tuple[Cell, tuple[str, str | None] | None]:
        """Return a cell's value, and what is wrong with its remedy or ``None``."""
        if not column.several:
            return self._value(text, column)
        values: list[str] = []
        for part in dict.fromkeys(part.strip() for part in text.split(";")):
            if part:
                value, fault = self._value(part, column)
                if fault is not None:
                    return None, fault
                values.append(str(value))
        return values, None

    def _value(self, text: str, column: Column) -> tuple[Cell, tuple[str, str | None] | None]:
        if column.wildcard and text == "*":
            return sg(_EVERYWHERE[column.name]), None
        match column.kind:
            case "refers":
                found = self.names.find(text, column.to)
                return (found, None) if isinstance(found, str) else (None, found)
            case "concept":
                found = find_concept(text, column.to[0], self.concepts)
                return (found, None) if isinstance(found, str) else (None, found)
            case "id":
                if ID_PATTERN.fullmatch(text):
                    return text, None
                return None, (
                    f"the id {text!r} is not allowed",
                    "use a–z, 0–9, '.', '_' and '-', first a letter or digit",
                )
            case _:
                return plain_value(text, column.kind)


def plain_value(text: str, kind: str) -> tuple[Cell, tuple[str, str | None] | None]:
    """Read a cell that refers to nothing: a text, date, number or yes/no."""
    match kind:
        case "date":
            return _date(text)
        case "number" | "whole":
            return _number(text, whole=kind == "whole")
        case "yes":
            value = _YES.get(text.casefold())
            return value, None if value is not None else (
                f"{text!r} is neither yes nor no",
                "write ja or nej",
            )
        case _:
            return text, None


def _date(text: str) -> tuple[Cell, tuple[str, str | None] | None]:
    try:
        bounds(text)
    except DateError as error:
        return None, (error.problem, error.remedy)
    return text, None


def _number(text: str, *, whole: bool) -> tuple[Cell, tuple[str, str | None] | None]:
    digits = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".").replace("\u2212", "-")
    if not _NUMBER.fullmatch(digits):
        return None, (f"{text!r} is no number", "write digits only, as 1250 or 12,5")
    value = float(digits)
    if not whole:
        return value, None
    if value != int(value) or value < 0:
        return None, (f"{text!r} is no whole number from 0 up", "correct it")
    return int(value), None


def number_text(value: float) -> str:
    """
    Return the canonical form of a number or boolean.

    Examples
    --------
    >>> number_text(1250.0), number_text(12.5), number_text(True)
    ('1250', '12.5', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if value == int(value) else repr(value)
