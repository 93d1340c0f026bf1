"""One table with IRIs in place of names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from samverkansgraf.tables.cells import Cell
    from samverkansgraf.tables.columns import Column, Table
    from samverkansgraf.tables.reading import RawTable

_SEPARATOR: Final = "\x1f"


@dataclass(slots=True)
class Resolved:
    """One table with IRIs in place of names; ``iri`` is the row's thing, ``evidence`` its evidence."""

    table: Table
    raw: RawTable
    columns: dict[str, list[Cell]] = field(default_factory=dict)
    iris: list[str] = field(default_factory=list)

    def frame(self) -> pl.DataFrame:
        """Return the rows as a frame: ``row``, ``iri``, ``evidence`` and the table's columns."""
        columns: dict[str, pl.Series] = {
            "row": pl.Series("row", self.raw.rows, dtype=pl.Int64),
            "iri": pl.Series("iri", self.iris, dtype=pl.String),
        }
        for column in self.table.columns:
            columns[column.name] = _series(column, self.columns[column.name])
        for name in self.raw.unlisted:
            columns.setdefault(name, pl.Series(name, self.raw.cells[name], dtype=pl.String))
        if "evidence" in self.columns:
            columns["evidence"] = pl.Series("evidence", self.columns["evidence"], dtype=pl.String)
        if "value_kind" in self.columns:
            columns["value_kind"] = pl.Series("value_kind", self.columns["value_kind"], dtype=pl.String)
        return pl.DataFrame(list(columns.values()))


def _series(column: Column, values: list[Cell]) -> pl.Series:
    if not column.several:
        return pl.Series(column.name, values, dtype=_dtype(column))
    # A list of Python lists is slow to take over; one text each, split again, is not.
    texts = [_SEPARATOR.join(cell) if isinstance(cell, list) and cell else None for cell in values]
    empty = pl.lit([], dtype=pl.List(pl.String()))
    split = pl.DataFrame({column.name: pl.Series(texts, dtype=pl.String())}).select(
        pl.col(column.name).str.split(_SEPARATOR).fill_null(empty)
    )
    return split.to_series()


def _dtype(column: Column) -> pl.DataType:
    return {"number": pl.Float64(), "whole": pl.Int64(), "yes": pl.Boolean()}.get(column.kind, pl.String())
