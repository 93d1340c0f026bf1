"""How many initiatives, actors and sources make a cell what it is, and when something was last seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.contributions import initiative_sources, makes_tie
from samverkansgraf.coverage.grades import NOT_THERE, dated_sources, graded_initiatives, is_sourced, row_grade
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.coverage.scope import Scope


def counted(grid: pl.DataFrame, making: pl.DataFrame, names: Sequence[str], scope: Scope) -> pl.DataFrame:
    """
    Return the grid with the counts of what makes its cells.

    Parameters
    ----------
    grid
        Cells; their order is kept.
    making
        Rows of :func:`~samverkansgraf.coverage.contributions.contributions` of the initiatives that
        make their cell what it is.
    names
        The dimensions' names.
    scope
        What the rows were made from.
    """
    keys = list(names)
    pairs = making.select(*keys, "initiative").unique()
    present = _present(scope)
    sources = _sources(making, pairs, present, scope)
    delivering = scope.frames.initiatives.filter(pl.col("activity_kinds").list.contains(sg("Delivers")))
    delivering = scope.with_numbers(delivering.select("initiative"), "initiative")
    independent = sources.join(_independent(scope), on=["initiative", "source"], how="semi")
    parts = {
        "initiatives": pairs,
        "actors": _actors(making, pairs, present),
        "sources": sources.select(*keys, "source").unique(),
        "independent_sources": independent.select(*keys, "source").unique(),
        "delivers": pairs.join(delivering, on="initiative", how="semi"),
    }
    for column, rows in parts.items():
        number = rows.group_by(keys).agg(pl.len().cast(pl.Int64).alias(column))
        grid = grid.join(number, on=keys, how="left", maintain_order="left")
    grid = grid.join(_last_seen(sources, keys, scope), on=keys, how="left", maintain_order="left")
    return grid.with_columns(pl.col(*parts).fill_null(0))


def _present(scope: Scope) -> pl.DataFrame:
    """Return the sourced participations that are neither planned, ended nor yet to begin."""
    there = graded_initiatives(scope.frames, scope.when).filter(pl.col("grade") < NOT_THERE)
    rows = (
        scope.frames.participations.filter(is_sourced())
        .select("participation", "initiative", "actor", "sources", row_grade(scope.when), tie=makes_tie())
        .filter(pl.col("grade") < NOT_THERE)
        .join(there, on="initiative", how="semi")
    )
    return scope.with_numbers(scope.with_numbers(rows, "initiative"), "participation")


def _by_actors(making: pl.DataFrame) -> bool:
    return making["participation"].null_count() < making.height


def _actors(making: pl.DataFrame, pairs: pl.DataFrame, present: pl.DataFrame) -> pl.DataFrame:
    """Return each cell's actors once: those that reach it themselves, else all in its initiatives."""
    keys = pairs.columns[:-1]
    tied = present.filter("tie")
    if _by_actors(making):
        rows = making.select(*keys, "participation").unique()
        found = rows.join(tied.select("participation", "actor"), on="participation")
    else:
        found = pairs.join(tied.select("initiative", "actor").unique(), on="initiative")
    return found.select(*keys, "actor").unique()


def _sources(making: pl.DataFrame, pairs: pl.DataFrame, present: pl.DataFrame, scope: Scope) -> pl.DataFrame:
    """Return each cell's ``initiative, source``: of placements in the cell and of participations."""
    placements = scope.frames.placements.select("placement", source="sources").explode("source").drop_nulls()
    placed = making.drop_nulls("placement").select(*pairs.columns, "placement").unique()
    found = [placed.join(scope.with_numbers(placements, "placement"), on="placement")]
    if _by_actors(making):
        said = present.select("participation", source="sources").explode("source").drop_nulls()
        rows = making.select(*pairs.columns, "participation").unique()
        found.append(rows.join(said, on="participation"))
    elif placed.height:
        said = present.select("initiative", source="sources").explode("source").drop_nulls().unique()
        found.append(pairs.join(said, on="initiative"))
    else:
        said = scope.with_numbers(initiative_sources(scope.frames), "initiative")
        found.append(pairs.join(said, on="initiative"))
    return pl.concat([rows.select(*pairs.columns, "source") for rows in found]).unique()


def _independent(scope: Scope) -> pl.DataFrame:
    """Return ``initiative, source`` where some evidence from the source is independent for the initiative."""
    rows = (
        scope.frames.standings.filter(pl.col("standing") == sg("Independent"))
        .join(scope.frames.evidence.select("evidence", "source").drop_nulls().unique(), on="evidence")
        .select("initiative", "source")
        .unique()
    )
    return scope.with_numbers(rows, "initiative")


def _last_seen(sources: pl.DataFrame, keys: list[str], scope: Scope) -> pl.DataFrame:
    """Return each cell's latest date of a source, as written; the later its last possible day, the later."""
    dated = dated_sources(scope.frames).sort("latest", "date").with_row_index("rank")
    newest = (
        sources.join(dated.select("source", "rank"), on="source").group_by(keys).agg(pl.col("rank").max())
    )
    return newest.join(dated.select("rank", last_seen="date"), on="rank").drop("rank")
