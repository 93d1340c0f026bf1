"""What reaches which cell: the rows that every number of coverage is counted from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.grades import NOT_COVERING, Grade, graded_initiatives, is_sourced, row_grade
from samverkansgraf.coverage.scope import initiative_sources
from samverkansgraf.vocabulary import TIE_MAKING_ROLES, sg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.coverage.dimension import Dimension
    from samverkansgraf.coverage.scope import Scope


def makes_tie() -> pl.Expr:
    """Return an expression: the participation's role makes a tie."""
    known = pl.col("role").is_in([sg(role) for role in TIE_MAKING_ROLES])
    return pl.col("makes_tie").fill_null(known.fill_null(value=False))


def contributions(scope: Scope, dimensions: Sequence[Dimension]) -> pl.DataFrame:
    """
    Return what reaches which cell.

    Returns
    -------
    rows
        A column for each dimension with the number of the cell, then ``initiative``,
        ``placement``, ``participation`` (numbers; null where no such thing decides) and ``grade``.
        Only what has a source is there.
    """
    frames, nothing = scope.frames, pl.lit(None, dtype=pl.UInt32)
    by_actors = any(dimension.of_initiatives is None for dimension in dimensions)
    initiatives = scope.with_numbers(graded_initiatives(frames, scope.when), "initiative")
    rows = _participants(scope, initiatives) if by_actors else initiatives.with_columns(participation=nothing)
    rows = rows.with_columns(placement=nothing)
    for dimension in dimensions:
        reach = dimension.reach(frames, scope.cells[dimension.name])
        parts = []
        if by_actors:
            own = scope.with_numbers(dimension.of_participations(frames), "participation")
            if own.height or dimension.of_initiatives is None:
                parts.append(_own_cells(rows, own, reach))
                rows = rows.join(own, on="participation", how="anti")
        if dimension.of_initiatives is not None:
            theirs = scope.with_numbers(dimension.of_initiatives(frames, scope.when, reach), "initiative")
            parts.append(
                _initiatives_cells(rows, scope.with_numbers(theirs, "placement"), by_actors=by_actors)
            )
        rows = pl.concat(parts, how="diagonal").rename({"cell": dimension.name})
    if not by_actors:
        said = scope.with_numbers(initiative_sources(frames).select("initiative").unique(), "initiative")
        placed = pl.col("placement").is_not_null()
        rows = pl.concat([rows.filter(placed), rows.filter(~placed).join(said, on="initiative", how="semi")])
    names = [dimension.name for dimension in dimensions]
    return rows.select(*names, "initiative", "placement", "participation", "grade")


def _participants(scope: Scope, initiatives: pl.DataFrame) -> pl.DataFrame:
    """Return ``initiative, participation, grade`` of sourced participations in tie-making roles."""
    taking_part = scope.frames.participations.filter(is_sourced(), makes_tie()).select(
        "participation", "initiative", row_grade(scope.when)
    )
    rows = scope.with_numbers(scope.with_numbers(taking_part, "participation"), "initiative")
    return rows.join(initiatives, on="initiative").select(
        "initiative", "participation", grade=pl.max_horizontal("grade", "grade_right")
    )


def _own_cells(rows: pl.DataFrame, own: pl.DataFrame, reach: pl.DataFrame) -> pl.DataFrame:
    """Join the cells that participations have of their own."""
    cells = own.join(reach, on="term").select("participation", "cell", cell_grade="grade")
    return (
        rows.join(cells, on="participation")
        .with_columns(grade=pl.max_horizontal("grade", "cell_grade"))
        .drop("cell_grade")
    )


def _initiatives_cells(rows: pl.DataFrame, theirs: pl.DataFrame, *, by_actors: bool) -> pl.DataFrame:
    """Join the cells of initiatives; an actor without a place of its own is surely there only if all of it is."""
    cells = theirs.rename({"grade": "cell_grade", "placement": "placed"})
    unsure = pl.lit(by_actors) & pl.col("elsewhere") & (pl.col("cell_grade") < NOT_COVERING)
    unknown = pl.lit(int(Grade.ACTOR_PLACE_UNKNOWN), dtype=pl.UInt8)
    return (
        rows.join(cells, on="initiative")
        .with_columns(
            grade=pl.max_horizontal("grade", pl.when(unsure).then(unknown).otherwise("cell_grade")),
            placement=pl.coalesce("placed", "placement"),
        )
        .drop("cell_grade", "elsewhere", "placed")
    )
