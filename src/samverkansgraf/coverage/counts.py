"""How many initiatives, actors and sources make a cell what it is, and when something was last seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.contributions import makes_tie
from samverkansgraf.coverage.grades import NOT_THERE, dated_sources, graded_initiatives, is_sourced, row_grade
from samverkansgraf.coverage.scope import initiative_sources
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.coverage.scope import Scope

_PACK: Final = 2**32


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
    grid = grid.with_row_index("row")
    rows = making.join(grid.select("row", *keys), on=keys).drop(keys)
    by_actors = rows["participation"].null_count() < rows.height
    pairs = _distinct(rows, "row", "initiative")
    present = _present(scope)
    sources = _sources(rows, pairs, present, scope, by_actors=by_actors)
    delivering = scope.frames.initiatives.filter(pl.col("activity_kinds").list.contains(sg("Delivers")))
    delivering = scope.with_numbers(delivering.select("initiative"), "initiative")
    independent = sources.join(_independent(scope), on=["initiative", "source"], how="semi")
    parts = {
        "initiatives": pairs,
        "actors": _actors(rows, pairs, present, by_actors=by_actors),
        "sources": _distinct(sources, "row", "source"),
        "independent_sources": _distinct(independent, "row", "source"),
        "delivers": pairs.join(delivering, on="initiative", how="semi"),
    }
    for column, found in parts.items():
        number = found.group_by("row").agg(pl.len().cast(pl.Int64).alias(column))
        grid = grid.join(number, on="row", how="left", maintain_order="left")
    grid = grid.join(_last_seen(sources, scope), on="row", how="left", maintain_order="left")
    return grid.drop("row").with_columns(pl.col(*parts).fill_null(0))


def _distinct(rows: pl.DataFrame, one: str, other: str) -> pl.DataFrame:
    """Return the distinct pairs of two columns of numbers; packed in one, they are found much faster."""
    packed = rows.select(pair=pl.col(one).cast(pl.UInt64) * _PACK + pl.col(other)).drop_nulls().unique()
    return packed.select(
        (pl.col("pair") // _PACK).cast(pl.UInt32).alias(one),
        (pl.col("pair") % _PACK).cast(pl.UInt32).alias(other),
    )


def _present(scope: Scope) -> pl.DataFrame:
    """Return the sourced participations that are neither planned, ended nor yet to begin."""
    there = graded_initiatives(scope.frames, scope.when).filter(pl.col("grade") < NOT_THERE)
    rows = (
        scope.frames.participations.filter(is_sourced())
        .select("participation", "initiative", "actor", "sources", row_grade(scope.when), tie=makes_tie())
        .filter(pl.col("grade") < NOT_THERE)
        .join(there, on="initiative", how="semi")
    )
    for thing in ("participation", "initiative", "actor"):
        rows = scope.with_numbers(rows, thing)
    return rows


def _actors(
    rows: pl.DataFrame, pairs: pl.DataFrame, present: pl.DataFrame, *, by_actors: bool
) -> pl.DataFrame:
    """Return each cell's actors once: those that reach it themselves, else all in its initiatives."""
    tied = present.filter("tie")
    if by_actors:
        found = rows.select("row", "participation").join(
            tied.select("participation", "actor"), on="participation"
        )
    else:
        found = pairs.join(_distinct(tied, "initiative", "actor"), on="initiative")
    return _distinct(found, "row", "actor")


def _sources(
    rows: pl.DataFrame, pairs: pl.DataFrame, present: pl.DataFrame, scope: Scope, *, by_actors: bool
) -> pl.DataFrame:
    """Return each cell's ``row, initiative, source``: of placements in the cell and of participations."""
    placements = _single_sources(scope.frames.placements.select("placement", "sources"), scope)
    placed = rows.drop_nulls("placement")
    found = [placed.join(scope.with_numbers(placements, "placement"), on="placement")]
    if by_actors:
        found.append(
            rows.join(_single_sources(present.select("participation", "sources"), scope), on="participation")
        )
    else:
        if placed.height:
            said = _single_sources(present.select("initiative", "sources"), scope)
        else:
            every = scope.with_numbers(initiative_sources(scope.frames), "initiative")
            said = scope.with_numbers(every, "source")
        found.append(pairs.join(_distinct(said, "initiative", "source"), on="initiative"))
    return pl.concat([some.select("row", "initiative", "source") for some in found]).unique()


def _single_sources(rows: pl.DataFrame, scope: Scope) -> pl.DataFrame:
    return scope.with_numbers(rows.rename({"sources": "source"}).explode("source").drop_nulls(), "source")


def _independent(scope: Scope) -> pl.DataFrame:
    """Return ``initiative, source`` where some evidence from the source is independent for the initiative."""
    rows = (
        scope.frames.standings.filter(pl.col("standing") == sg("Independent"))
        .join(scope.frames.evidence.select("evidence", "source").drop_nulls().unique(), on="evidence")
        .select("initiative", "source")
        .unique()
    )
    return scope.with_numbers(scope.with_numbers(rows, "initiative"), "source")


def _last_seen(sources: pl.DataFrame, scope: Scope) -> pl.DataFrame:
    """Return each cell's latest date of a source, as written; the later its last possible day, the later."""
    dated = dated_sources(scope.frames).sort("latest", "date").with_row_index("rank")
    ranks = scope.with_numbers(dated.select("source", "rank"), "source")
    newest = sources.join(ranks, on="source").group_by("row").agg(pl.col("rank").max())
    return newest.join(dated.select("rank", last_seen="date"), on="rank").drop("rank")
