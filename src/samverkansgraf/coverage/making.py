"""Which initiatives, actors and sources make a cell what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.contributions import contributions
from samverkansgraf.coverage.counts import cell_sources, funders_of, present_participations
from samverkansgraf.coverage.grades import NOT_COVERING, NOT_THERE, Grade
from samverkansgraf.coverage.grid import Grid, distinct, packed, unpacked_pair
from samverkansgraf.coverage.searches import count_searches, searched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.coverage.dimension import Dimension
    from samverkansgraf.coverage.scope import Scope
    from samverkansgraf.coverage.searches import Searched

#: In what ways an initiative may stand to a cell.
STANCES: Final = ("covering", "indirect_evidence", "planned", "ended")


@dataclass(frozen=True, slots=True)
class Making:
    """
    What makes the cells of some dimensions at one moment; things are numbers, as in ``scope``.

    ``values`` has ``row, value`` of the cells that anything reaches; ``pairs`` ``row, initiative`` of what makes
    them so; ``actors`` ``row, initiative, actor`` of those in tie-making roles, ``sources`` ``row, source``,
    ``funders`` ``initiative, actor``, ``planned`` ``row, initiative`` of what is merely planned there,
    ``collectives`` ``actor``: those that nobody has listed.
    """

    scope: Scope
    values: pl.DataFrame
    pairs: pl.DataFrame
    actors: pl.DataFrame
    sources: pl.DataFrame
    funders: pl.DataFrame
    planned: pl.DataFrame
    collectives: pl.DataFrame


def making_of(scope: Scope, dimensions: Sequence[Dimension]) -> Making:
    """Return what makes each cell what it is."""
    grid = Grid({dimension.name: scope.cells[dimension.name].height for dimension in dimensions})
    reaching = contributions(scope, dimensions).filter(pl.col("grade") != int(Grade.NOT_BEGUN))
    rows = grid.numbered(reaching)
    stances = stances_of(rows)
    known = valued(stances, grid, searched(scope, dimensions))
    making = making_rows(rows, stances, known)
    pairs = distinct(making, "row", "initiative")
    present = present_participations(scope)
    by_actors = making["participation"].null_count() < making.height
    tied = present.filter("tie")
    if by_actors:
        own = making.select("row", "initiative", "participation").drop_nulls()
        actors = own.join(tied.select("participation", "actor"), on="participation").drop("participation")
    else:
        actors = pairs.join(distinct(tied, "initiative", "actor"), on="initiative")
    collectives = scope.frames.actors.filter(pl.col("kind") == "collective").select("actor")
    sources = cell_sources(making, pairs, present, scope, by_actors=by_actors)
    return Making(
        scope=scope,
        values=known.select("row", "value"),
        pairs=pairs,
        actors=actors.unique(),
        sources=distinct(sources, "row", "source"),
        funders=funders_of(present, scope),
        planned=stances.filter(pl.col("grade") >= NOT_COVERING, pl.col("planned") > 0).select(
            "row", "initiative"
        ),
        collectives=scope.with_numbers(collectives, "actor").drop_nulls().unique(),
    )


def stances_of(rows: pl.DataFrame) -> pl.DataFrame:
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


def sums(stances: pl.DataFrame) -> pl.DataFrame:
    """Return ``row, covering, indirect_evidence, planned, ended``: initiatives of each stance."""
    covering = pl.col("grade") < NOT_COVERING
    flags = {
        "covering": covering,
        "indirect_evidence": ~covering & (pl.col("grade") < NOT_THERE),
        "planned": ~covering & (pl.col("planned") > 0),
        "ended": ~covering & (pl.col("ended") > 0),
    }
    flagged = stances.select("row", *(flag.cast(pl.Int64).alias(name) for name, flag in flags.items()))
    return flagged.group_by("row").agg(pl.col(STANCES).sum())


def valued(stances: pl.DataFrame, grid: Grid, found: Searched) -> pl.DataFrame:
    """Return the cells that anything reaches, with their value: the first that holds."""
    cells = count_searches(grid.unpacked(sums(stances)), found)
    value = (
        pl.when(pl.col("covering") > 0)
        .then(pl.lit("covered"))
        .when(pl.col("nothing") > 0)
        .then(pl.lit("none_found"))
        .when(pl.col("indirect_evidence") > 0)
        .then(pl.lit("indirect"))
        .otherwise(pl.lit("not_searched"))
    )
    return cells.select("row", *STANCES, value=value)


def making_rows(rows: pl.DataFrame, stances: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of the initiatives that make their cell what it is, ``pair`` being cell and initiative."""
    valued = stances.join(known.select("row", "value"), on="row")
    covering = (pl.col("value") == "covered") & (pl.col("grade") < NOT_COVERING)
    indirect = (pl.col("value") == "indirect") & (pl.col("grade") < NOT_THERE)
    making = valued.filter(covering | indirect).select(packed("row", "initiative"))
    there = rows.filter(pl.col("grade") < NOT_THERE).with_columns(packed("row", "initiative"))
    return there.join(making, on="pair", how="semi").drop("pair")
