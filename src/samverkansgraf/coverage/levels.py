"""Coarser cells, "n of N", and a row for the districts nobody named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.coverage.dimension import Coarser, Dimension
    from samverkansgraf.coverage.grid import Grid
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


def level_of(scope: Scope, dimensions: Sequence[Dimension]) -> Level | None:
    """Return the coarser level of the first dimension that has one."""
    for dimension in dimensions:
        if dimension.coarser is not None:
            cells = scope.cells[dimension.name]
            found = dimension.coarser(scope.frames, scope.bounds, cells, scope.language)
            return Level(dimension.name, found)
    return None


def coarse_cells(level: Level, grid: Grid, known: pl.DataFrame, none_found: pl.DataFrame) -> pl.DataFrame:
    """
    Return every coarser cell with its value, ``covered_of`` and ``of``.

    Parameters
    ----------
    level
        Which contain which.
    grid
        Of all cells, fine and coarser.
    known
        ``row, value`` of the fine cells that anything reaches.
    none_found
        The numbers of all fine cells where nothing was found.
    """
    names = list(grid.sizes)
    cells = level.coarser.cells.select(pl.col("cell").alias(level.name))
    for name in names:
        if name != level.name:
            other = pl.DataFrame({name: pl.int_range(grid.sizes[name], dtype=pl.UInt32, eager=True)})
            cells = cells.join(other, how="cross")
    of = level.coarser.contains.group_by("coarser").agg(of=pl.len().cast(pl.Int64))
    if level.coarser.unnamed:
        more = pl.col("coarser").is_in(level.coarser.whole["coarser"].to_list())
        of = of.with_columns(pl.col("of") + pl.when(more).then(level.coarser.unnamed).otherwise(0))
    reached = grid.unpacked(known.select("row", "value"))
    counts = {
        "covered_of": reached.filter(pl.col("value") == "covered"),
        "there": reached.filter(pl.col("value").is_in(["covered", "indirect"])),
        "none_found_of": none_found,
    }
    table = grid.numbered(cells).join(of, left_on=level.name, right_on="coarser")
    for name, fine in counts.items():
        number = (
            grid.numbered(level.up(fine.select(names)))
            .group_by("row")
            .agg(pl.len().cast(pl.Int64).alias(name))
        )
        table = table.join(number, on="row", how="left")
    value = (
        pl.when(pl.col("covered_of") == pl.col("of"))
        .then(pl.lit("covered"))
        .when(pl.col("none_found_of") == pl.col("of"))
        .then(pl.lit("none_found"))
        .when(pl.col("there") > 0)
        .then(pl.lit("indirect"))
        .otherwise(pl.lit("not_searched"))
    )
    return table.with_columns(pl.col(counts).fill_null(0)).select("row", "covered_of", "of", value=value)


def finest(table: pl.DataFrame) -> pl.DataFrame:
    """Return of a table with levels the finest cells, as a table without levels has them."""
    return table.filter(pl.col("level") == "finest").drop("covered_of", "of", "level")
