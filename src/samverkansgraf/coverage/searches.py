"""Which searches cover which cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.dimensions import DIMENSIONS
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.coverage.dimension import Coarser, Dimension
    from samverkansgraf.coverage.grades import Moment
    from samverkansgraf.coverage.scope import Scope
    from samverkansgraf.frames import Frames


@dataclass(frozen=True, slots=True)
class Searched:
    """
    The searches that cover cells.

    ``searches`` has ``search``, ``nothing`` (nothing was found), ``complete`` (nothing was found in
    a full register) and, by name of dimension, whether every cell of it was searched; ``cells``
    has by name of dimension ``search, cell`` of those that searched some.
    """

    searches: pl.DataFrame
    cells: Mapping[str, pl.DataFrame]


def applicable(frames: Frames, when: Moment) -> pl.DataFrame:
    """
    Return the searches that speak of cells at a moment, with ``nothing`` and ``full_register``.

    One that looked for something in particular speaks of no cell. One limited to a period
    speaks of the days within it, and never of all time.
    """
    answered = pl.col("looked_for").str.strip_chars().fill_null("") != ""
    if when.is_ever:
        in_time = pl.col("from_earliest").is_null() & pl.col("to_latest").is_null()
    else:
        in_time = (pl.col("from_earliest") <= when.earliest).fill_null(value=True) & (
            pl.col("to_latest") >= when.latest
        ).fill_null(value=True)
    nothing = (pl.col("outcome") == sg("Nothing")).fill_null(value=False)
    return (
        frames.searches.filter(~answered, in_time)
        .unique("search", keep="first", maintain_order=True)
        .with_columns(nothing=nothing, full_register=nothing & pl.col("complete").fill_null(value=False))
    )


def searched(scope: Scope, dimensions: Sequence[Dimension]) -> Searched:
    """
    Return the searches that cover cells of some dimensions, and which.

    A search limited in a dimension left out, be it to many of its cells but not all, has not
    searched the whole of a cell and covers none.
    """
    searches = applicable(scope.frames, scope.when)
    kept = searches.select("search", "nothing", complete="full_register")
    found: dict[str, pl.DataFrame] = {}
    for name, dimension in DIMENSIONS.items():
        covered = _covered(searches, dimension, scope)
        some = covered.drop_nulls("cell").select("search", "cell").unique()
        every = covered.filter("everything").select("search").unique()
        counted = some.group_by("search").len().filter(pl.col("len") == scope.cells[name].height)
        full = pl.concat([every, counted.select("search")]).unique()
        kept = kept.with_columns(pl.col("search").is_in(full["search"].to_list()).alias(name))
        partly = pl.lit(value=False)
        if dimension in dimensions:
            found[name] = some.join(full, on="search", how="anti")
            partly = pl.col("search").is_in(found[name]["search"].to_list())
        kept = kept.filter(pl.col(name) | partly)
    return Searched(kept, found)


def _covered(searches: pl.DataFrame, dimension: Dimension, scope: Scope) -> pl.DataFrame:
    """Return ``search, everything, cell`` for what each search names in a dimension."""
    if dimension.search_column is None:
        return searches.select("search", everything=pl.lit(value=True), cell=pl.lit(None, dtype=pl.UInt32))
    terms = pl.col(dimension.search_column)
    if dimension.unsaid_is_everything:
        unsaid = terms.list.drop_nulls().list.len().fill_null(0) == 0
        terms = (
            pl.when(unsaid).then(pl.lit([dimension.everything], dtype=pl.List(pl.String))).otherwise(terms)
        )
    return (
        searches.select("search", term=terms)
        .explode("term")
        .with_columns(everything=(pl.col("term") == dimension.everything).fill_null(value=False))
        .join(dimension.searched(scope.frames, scope.cells[dimension.name]), on="term", how="left")
    )


def with_coarser(found: Searched, name: str, coarser: Coarser) -> Searched:
    """Return the same with coarser cells: a search of a cell in one is a search of some of it."""
    fine = found.cells[name]
    up = fine.join(coarser.contains, on="cell").select("search", cell="coarser").unique()
    return Searched(found.searches, {**found.cells, name: pl.concat([fine, up])})


def count_searches(grid: pl.DataFrame, found: Searched) -> pl.DataFrame:
    """
    Return a grid of cells with ``searches``, ``nothing`` and ``complete_searches``.

    Searches of everything in a dimension are never spread over its cells: they are counted once
    for each pattern of whole and part, and joined by the parts alone.
    """
    names = list(found.cells)
    counts = {
        "searches": pl.len(),
        "nothing": pl.col("nothing").sum(),
        "complete_searches": pl.col("complete").sum(),
    }
    zeros = [pl.lit(0, dtype=pl.Int64).alias(name) for name in counts]
    grid = grid.with_columns(zeros)
    if found.searches.is_empty():
        return grid
    for group in found.searches.partition_by(names) if names else [found.searches]:
        in_part = [name for name in names if not group[name][0]]
        rows = group.select("search", "nothing", "complete")
        for name in in_part:
            rows = rows.join(found.cells[name].rename({"cell": name}), on="search")
        sums = [expression.cast(pl.Int64).alias(f"{name}_more") for name, expression in counts.items()]
        if in_part:
            grid = grid.join(rows.group_by(in_part).agg(sums), on=in_part, how="left", maintain_order="left")
        else:
            grid = grid.join(rows.select(sums), how="cross")
        grid = grid.with_columns(pl.col(name) + pl.col(f"{name}_more").fill_null(0) for name in counts).drop(
            f"{name}_more" for name in counts
        )
    return grid
