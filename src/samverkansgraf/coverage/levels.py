"""Coarser cells, "n of N", and a row for the districts nobody named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.sentences import unnamed_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.coverage.dimension import Coarser, Dimension
    from samverkansgraf.coverage.scope import Scope


@dataclass(frozen=True, slots=True)
class Level:
    """The coarser level of one dimension of a table."""

    name: str
    coarser: Coarser

    def up(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Return rows with each fine cell replaced by the coarser ones that contain it."""
        up = self.coarser.contains.rename({"cell": self.name})
        return rows.join(up, on=self.name).with_columns(pl.col("coarser").alias(self.name)).drop("coarser")

    def grid(self, fine: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
        """Return the coarser cells of a grid with ``covered_of``, ``of`` and what values they hold."""
        of = pl.len().cast(pl.Int64)
        if self.coarser.unnamed:
            whole = pl.col(self.name).first().is_in(self.coarser.whole["coarser"].to_list())
            of += pl.when(whole).then(self.coarser.unnamed).otherwise(0)
        value = pl.col("value")
        return (
            self.up(fine.select(*names, "value"))
            .group_by(names)
            .agg(
                (value == "covered").sum().cast(pl.Int64).alias("covered_of"),
                of.alias("of"),
                (value == "none_found").sum().cast(pl.Int64).alias("none_found_of"),
                value.is_in(["covered", "indirect"]).any().alias("anything"),
            )
            .sort(names)
        )


def level_of(scope: Scope, dimensions: Sequence[Dimension]) -> Level | None:
    """Return the coarser level of the first dimension that has one."""
    for dimension in dimensions:
        if dimension.coarser is not None:
            cells = scope.cells[dimension.name]
            found = dimension.coarser(scope.frames, scope.bounds, cells, scope.language)
            return Level(dimension.name, found)
    return None


def with_levels(fine: pl.DataFrame, coarse: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    """Return fine and coarser cells in one grid, in the order of the columns."""
    value = (
        pl.when(pl.col("covered_of") == pl.col("of"))
        .then(pl.lit("covered"))
        .when(pl.col("none_found_of") == pl.col("of"))
        .then(pl.lit("none_found"))
        .when("anything")
        .then(pl.lit("indirect"))
        .otherwise(pl.lit("not_searched"))
    )
    small = as_finest(fine)
    large = coarse.with_columns(value=value, level=pl.lit("coarser"))
    return pl.concat([small, large.select(small.columns)]).sort(names)


def as_finest(fine: pl.DataFrame) -> pl.DataFrame:
    """Return the finest cells with the columns of a table of levels: each is one of one."""
    return fine.with_columns(
        covered_of=(pl.col("value") == "covered").cast(pl.Int64),
        of=pl.lit(1, dtype=pl.Int64),
        level=pl.lit("finest"),
    )


def finest(table: pl.DataFrame) -> pl.DataFrame:
    """Return of a table with levels the finest cells, as a table without levels has them."""
    return table.filter(pl.col("level") == "finest").drop("covered_of", "of", "level")


def unnamed_rows(table: pl.DataFrame, level: Level, names: Sequence[str], scope: Scope) -> pl.DataFrame:
    """Return rows for the districts nobody named: nobody can have searched them by name."""
    number = level.coarser.unnamed
    rows = pl.DataFrame({level.name: [unnamed_label(number, scope.language)]})
    for name in names:
        if name != level.name:
            rows = rows.join(
                scope.cells[name].select(pl.col("label").alias(name)),
                how="cross",
                maintain_order="left_right",
            )
    known = {"value": "not_searched", "of": number, "level": "unnamed", "last_seen": None}
    return rows.with_columns(
        pl.lit(known.get(column, 0), dtype=table.schema[column]).alias(column)
        for column in table.columns
        if column not in names
    ).select(table.columns)
