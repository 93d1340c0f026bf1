"""What is known of every cell at one moment: kept for the cells that anything reaches, spread out part by part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.contributions import contributions
from samverkansgraf.coverage.counts import COUNTS, counted
from samverkansgraf.coverage.grades import Grade
from samverkansgraf.coverage.grid import Grid
from samverkansgraf.coverage.levels import Level, coarse_cells, level_of
from samverkansgraf.coverage.making import STANCES, making_rows, stances_of, sums, valued
from samverkansgraf.coverage.searches import Searched, count_searches, searched, with_coarser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkansgraf.coverage.dimension import Dimension
    from samverkansgraf.coverage.scope import Scope

#: The most cells spread out at a time.
PART: Final = 2**19


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
        unreached = (
            pl.when(pl.col("nothing") > 0).then(pl.lit("none_found")).otherwise(pl.lit("not_searched"))
        )
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
    grid = (
        fine_grid
        if level is None
        else Grid({**sizes, level.name: sizes[level.name] + level.coarser.cells.height})
    )
    found = searched(scope, dimensions)
    rows = contributions(scope, dimensions).filter(pl.col("grade") != int(Grade.NOT_BEGUN))
    fine = grid.numbered(rows)
    stances = stances_of(fine)
    known = valued(stances, grid, found)
    making = making_rows(fine, stances, known)
    if level is not None:
        up = grid.numbered(level.up(rows))
        every = with_coarser(found, level.name, level.coarser)
        coarse = coarse_cells(level, grid, known, _none_found(Snapshot(grid, known, found, None), level))
        coarse = coarse.join(sums(stances_of(up)), on="row", how="left", maintain_order="left").with_columns(
            pl.col(STANCES).fill_null(0)
        )
        known = pl.concat([known, coarse.select(*known.columns, "covered_of", "of")], how="diagonal")
        raised = grid.numbered(level.up(making.drop("row")))
        making, found = pl.concat([making, raised.select(making.columns)]), every
    columns = ["row", "value", "indirect_evidence", "planned", "ended"]
    columns += [name for name in ("covered_of", "of") if name in known.columns]
    return Snapshot(grid, counted(known.select(columns), making, scope), found, level)


def spans(cells: int, step: int) -> Iterator[tuple[int, int]]:
    """Yield where parts of so many cells begin and end; of no cells one empty part."""
    for first in range(0, max(cells, 1), max(step, 1)):
        yield first, min(first + step, cells)


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
