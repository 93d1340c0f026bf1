"""The table of facts: one property of one thing according to one source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.tables.cells import number_text
from samverkansgraf.tables.columns import EVIDENCE_COLUMNS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.cells import Cell, CellReader
    from samverkansgraf.tables.reading import RawTable

_NOT_FACTS: Final = ("id", "note", *(column.name for column in EVIDENCE_COLUMNS))


def fact_values(raw: RawTable, columns: dict[str, list[Cell]], reader: CellReader) -> Iterator[Problem]:
    """
    Read each ``value`` as the column that ``property`` names in the table of ``about``.

    Adds the column ``value_kind`` (``refers``, ``concept``, ``date`` …) and puts the values read
    in the place of their texts.
    """
    kinds: list[Cell] = []
    columns["value_kind"] = kinds
    for position, (row, about, name) in enumerate(
        zip(raw.rows, columns["about"], columns["property"], strict=True)
    ):
        kinds.append(None)
        text = raw.cells["value"][position]
        if about is None or name is None or text is None:
            continue
        word = str(about).rsplit("/", 2)[-2]
        table = next(table for table in TABLES.values() if table.word == word and not table.keyed)
        if name not in {column.name for column in table.columns} or name in _NOT_FACTS:
            known = ", ".join(column.name for column in table.columns if column.name not in _NOT_FACTS)
            yield raw.problem(
                f"{name!r} is no property of the table {table.name}", row, "property", f"they are {known}"
            )
            continue
        column = table.column(str(name))
        value, fault = reader.cell(text, column)
        if fault is not None:
            yield raw.problem(fault[0], row, "value", fault[1])
            continue
        if isinstance(value, list):
            if len(value) != 1:
                yield raw.problem("a fact has one value", row, "value", "write one row for each")
                continue
            value = value[0]
        columns["value"][position] = value if isinstance(value, str) else number_text(value or 0)
        kinds[position] = column.kind
