"""What is known of every cell at one moment: kept for the cells that anything reaches, spread out part by part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.contributions import contributions
from samverkansgraf.coverage.counts import COUNTS, counted
from samverkansgraf.coverage.grades import NOT_COVERING, NOT_THERE, Grade
from samverkansgraf.coverage.grid import Grid, packed, unpacked_pair
from samverkansgraf.coverage.levels import Level, coarse_cells, level_of
from samverkansgraf.coverage.searches import Searched, count_searches, searched, with_coarser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkansgraf.coverage.dimension import Dimension
    from samverkansgraf.coverage.scope import Scope

#: The most cells spread out at a time.
PART: Final = 2**19

_STANCE: Final = ("covering", "indirect_evidence", "planned", "ended")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """
    The cells of some dimensions at one moment.

    ``grid`` numbers them, coarser ones after the fine of their dimension; ``known`` has ``row`` and what is
    counted of those that anything reaches, sorted; ``found`` the searches that cover cells.
    """

    grid: Grid
    known: pl.DataFrame
    found: Searched
    level: Level | None

    def part(self, first: int, last: int) -> pl.DataFrame:
        """Return the cells from one number up to another: ``row``, each dimension's number, value and counts."""
        here = self.known.filter(pl.col("row").is_between(first, last, closed="left"))
        rows = pl.DataFrame({"row": pl.int_range(first, last, dtype=pl.UInt32, eager=True)})
        cells = count_searches(self.grid.unpacked(rows), self.found).join(
            here, on="row", how="left", maintain_order="left"
        )
        unreached = pl.when(pl.col("nothing") > 0).then(pl.lit("none_found")).otherwise(pl.lit("not_searched"))
        zeros = [name for name in ("indirect_evidence", "planned", "ended", *COUNTS) if name in cells.columns]
        cells = cells.with_columns(pl.col("value").fill_null(unreached), pl.col(zeros).fill_null(0))
        if self.level is None:
            return cells
        covered = (pl.col("value") == "covered").cast(pl.Int64)
        return cells.with_columns(pl.col("covered_of").fill_null(covered), pl.col("of").fill_null(1))


def snapshot(scope: Scope, dimensions: Sequence[Dimension], *, coarser: bool) -> Snapshot:
    """
    Return what is known of every cell at a moment.

    Parameters
    ----------
    scope
        What is asked.
    dimensions
        Of the cells; none makes one cell.
    coarser
        Also the places that contain the districts.
    """
    names = [dimension.name for dimension in dimensions]
    level = level_of(scope, dimensions) if coarser else None
    sizes = {name: scope.cells[name].height for name in names}
    fine_grid = Grid(sizes)
    grid = fine_grid if level is None else Grid({**sizes, level.name: sizes[level.name] + level.coarser.cells.height})
    found = searched(scope, dimensions)
    rows = contributions(scope, dimensions).filter(pl.col("grade") != int(Grade.NOT_BEGUN))
    fine = grid.numbered(rows)
    stances = _stances(fine)
    known = _valued(stances, grid, found)
    making = _making(fine, stances, known)
    if level is not None:
        up = grid.numbered(level.up(rows))
        every = with_coarser(found, level.name, level.coarser)
        coarse = coarse_cells(level, grid, known, _none_found(Snapshot(grid, known, found, None), level))
        sums = _sums(_stances(up))
        coarse = coarse.join(sums, on="row", how="left", maintain_order="left").with_columns(
            pl.col(_STANCE).fill_null(0)
        )
        known = pl.concat([known, coarse.select(*known.columns, "covered_of", "of")], how="diagonal")
        raised = grid.numbered(level.up(making.drop("row")))
        making, found = pl.concat([making, raised.select(making.columns)]), every
    columns = ["row", "value", "indirect_evidence", "planned", "ended"]
    columns += [name for name in ("covered_of", "of") if name in known.columns]
    return Snapshot(grid, counted(known.select(columns), making, scope).sort("row"), found, level)


def spans(cells: int, step: int) -> Iterator[tuple[int, int]]:
    """Yield where parts of so many cells begin and end; of no cells one empty part."""
    for first in range(0, max(cells, 1), max(step, 1)):
        yield first, min(first + step, cells)


def _stances(rows: pl.DataFrame) -> pl.DataFrame:
    """Return for each cell and initiative its firmest grade, and whether any row is planned or ended."""
    flagged = rows.select(
        packed("row", "initiative"),
        "grade",
        planned=(pl.col("grade") == int(Grade.PLANNED)).cast(pl.UInt8),
        ended=(pl.col("grade") == int(Grade.ENDED)).cast(pl.UInt8),
    )
    summed = flagged.group_by("pair").agg(
        pl.col("grade").min(), pl.col("planned").max(), pl.col("ended").max()
    )
    return unpacked_pair(summed, "row", "initiative")


def _sums(stances: pl.DataFrame) -> pl.DataFrame:
    """Return ``row, covering, indirect_evidence, planned, ended``: initiatives of each stance."""
    covering = pl.col("grade") < NOT_COVERING
    flags = {
        "covering": covering,
        "indirect_evidence": ~covering & (pl.col("grade") < NOT_THERE),
        "planned": ~covering & (pl.col("planned") > 0),
        "ended": ~covering & (pl.col("ended") > 0),
    }
    flagged = stances.select("row", *(flag.cast(pl.Int64).alias(name) for name, flag in flags.items()))
    return flagged.group_by("row").agg(pl.col(_STANCE).sum())


def _valued(stances: pl.DataFrame, grid: Grid, found: Searched) -> pl.DataFrame:
    """Return the cells that anything reaches, with their value: the first that holds."""
    cells = count_searches(grid.unpacked(_sums(stances)), found)
    value = (
        pl.when(pl.col("covering") > 0)
        .then(pl.lit("covered"))
        .when(pl.col("nothing") > 0)
        .then(pl.lit("none_found"))
        .when(pl.col("indirect_evidence") > 0)
        .then(pl.lit("indirect"))
        .otherwise(pl.lit("not_searched"))
    )
    return cells.select("row", *_STANCE, value=value)


def _making(rows: pl.DataFrame, stances: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of the initiatives that make their cell what it is, ``pair`` being cell and initiative."""
    valued = stances.join(known.select("row", "value"), on="row")
    covering = (pl.col("value") == "covered") & (pl.col("grade") < NOT_COVERING)
    indirect = (pl.col("value") == "indirect") & (pl.col("grade") < NOT_THERE)
    making = valued.filter(covering | indirect).select(packed("row", "initiative"))
    there = rows.filter(pl.col("grade") < NOT_THERE).with_columns(packed("row", "initiative"))
    return there.join(making, on="pair", how="semi").drop("pair")


def _none_found(fine: Snapshot, level: Level) -> pl.DataFrame:
    """Return the fine cells where nothing was found: the number in each dimension."""
    names = list(fine.grid.sizes)
    parts = []
    for first, last in spans(fine.grid.cells, PART):
        part = fine.part(first, last)
        if level.coarser.cells.height:
            part = part.filter(pl.col(level.name) < level.coarser.cells["cell"].min())
        parts.append(part.filter(pl.col("value") == "none_found").select(names))
    return pl.concat(parts)
