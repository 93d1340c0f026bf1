"""
Coverage: for each cell of what is studied, whether anything is known to be there.

``covered`` something is there, ``none_found`` somebody searched and found nothing, ``indirect`` something may be
there, ``not_searched`` else: nobody is known to have looked. The first that holds stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from samverkansgraf.coverage.contributions import contributions
from samverkansgraf.coverage.counts import counted
from samverkansgraf.coverage.dimensions import chosen
from samverkansgraf.coverage.districts import of_division
from samverkansgraf.coverage.grades import NOT_COVERING, NOT_THERE, Grade
from samverkansgraf.coverage.levels import Level, as_finest, level_of, unnamed_rows, with_levels
from samverkansgraf.coverage.scope import Scope
from samverkansgraf.coverage.searches import count_searches, searched, with_coarser
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: The columns of every result after those of its dimensions.
COLUMNS: Final = (
    "value", "initiatives", "actors", "sources", "independent_sources", "indirect_evidence", "searches",
    "planned", "ended", "delivers", "last_seen", "complete_searches",
)  # fmt: skip


def coverage(
    frames: Frames,
    bounds: Bounds,
    *,
    by: Sequence[str] = ("district", "theme"),
    at: str | date | None = None,
    levels: Literal["finest", "all"] = "finest",
    language: Language = "sv",
    division: str | None = None,
) -> pl.DataFrame:
    """
    Return the cells of what is studied and what is known of each.

    Parameters
    ----------
    frames
        The graph.
    bounds
        Districts, themes and sectors studied. Cells are the finest of its districts (those with
        no other in bounds within them), every theme and every sector.
    by
        One or more of ``district``, ``theme``, ``sector``, in the order of the columns. A
        dimension left out is not asked about: without district it matters not where an initiative
        is placed (then it needs a source of its own or of anything about it), without
        theme not what it is about, without sector not who takes part. A search covers
        such a cell only if it searched all of the dimension left out.
    at
        A day or an EDTF date; ``"ever"`` or ``None`` for all time. At a date, what has surely ended
        by then covers nothing and is counted in ``ended``; what surely has not begun covers nothing.
        For all time nothing has ended, and a search limited to a period covers no cell.
    levels
        ``"all"``: also the places that contain the districts, and a row for those nobody named.
    language
        Of the labels.
    division
        The kind of districts (as in ``places.kind``) to keep, where bounds hold several divisions.

    Returns
    -------
    cells
        A column of labels for each dimension, then ``value`` (:data:`~samverkansgraf.coverage.shares.VALUES`) and counts.
        ``initiatives`` are those that make the cell covered or indirect, else 0; ``actors`` those in
        tie-making roles in them, in sector cells those of the sector; ``sources`` those of their
        placements in the cell and their participations; ``independent_sources`` those among
        them with evidence of standing independent for these initiatives; ``last_seen`` the latest of
        their dates, as written. ``indirect_evidence``, ``planned`` and ``ended`` count the
        initiatives that do not cover the cell but reach it so, whatever its value. ``searches`` counts
        those that cover the cell, whatever was found; ``complete_searches`` those of a full
        register that found nothing. With ``levels="all"`` follow ``covered_of`` and ``of`` ("n of N") and
        ``level`` (``finest``, ``coarser``, ``unnamed``).

    Raises
    ------
    UsageError
        An unknown dimension, date, level or division.

    Notes
    -----
    A coarser cell is ``covered`` if all it contains is, ``none_found`` if all is, ``indirect`` if
    anything in it is covered or indirect, else ``not_searched``. Its N is ``district_total`` where
    it contains every district in bounds, for then it contains those nobody named too. The row
    for these is always ``not_searched``: a search of all districts is one of those named.

    A search of a place covers the cells within it, of a group those it lists, of a theme or sector
    the narrower ones; a search of something narrower does not cover the broader cell. In sector
    cells a participation with places or themes of its own acts there and not where its initiative is.
    An initiative is in several places, for the actors without a place of their own, if any of the
    single places it is in, groups taken apart, does not lie in the cell.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby"}])
    >>> coverage(Frames.of(places=places), Bounds(districts=("urn:b",)), by=["district"])["value"].to_list()
    ['not_searched']
    """
    if levels not in ("finest", "all"):
        raise UsageError(f"levels: '{levels}' is unknown; use finest or all")
    dimensions = chosen(by)
    names = [dimension.name for dimension in dimensions]
    scope = Scope.of(frames, of_division(frames, bounds, division), at, language)
    level = level_of(scope, dimensions) if levels == "all" else None
    rows = contributions(scope, dimensions).filter(pl.col("grade") != int(Grade.NOT_BEGUN))
    stances = _stances(rows, names)
    found = searched(scope, dimensions)
    grid = count_searches(_valued(_grid(names, scope), stances, names), found)
    grid = grid.with_columns(_value().alias("value"))
    making = _making(rows, stances, grid, names)
    if level is not None:
        coarse = _valued(level.grid(grid, names), _stances(level.up(rows), names), names)
        coarse = count_searches(coarse, with_coarser(found, level.name, level.coarser))
        grid = with_levels(grid, coarse, names)
        making = pl.concat([making, level.up(making)])
    elif levels == "all":
        grid = as_finest(grid)
    return _labelled(counted(grid, making, names, scope), names, scope, level)


def _grid(names: Sequence[str], scope: Scope) -> pl.DataFrame:
    cells = scope.cells
    grid = pl.DataFrame({names[0]: cells[names[0]]["cell"]})
    for name in names[1:]:
        grid = grid.join(pl.DataFrame({name: cells[name]["cell"]}), how="cross", maintain_order="left_right")
    return grid


def _stances(rows: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    """Return for each cell and initiative its firmest grade, and whether any row is planned or ended."""
    flagged = rows.select(
        *names,
        "initiative",
        "grade",
        planned=(pl.col("grade") == int(Grade.PLANNED)).cast(pl.UInt8),
        ended=(pl.col("grade") == int(Grade.ENDED)).cast(pl.UInt8),
    )
    return flagged.group_by(*names, "initiative").agg(
        pl.col("grade").min(), pl.col("planned").max(), pl.col("ended").max()
    )


def _valued(grid: pl.DataFrame, stances: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    """Add ``covering, indirect_evidence, planned, ended`` to a grid of cells."""
    covering = pl.col("grade") < NOT_COVERING
    counts = {
        "covering": covering,
        "indirect_evidence": ~covering & (pl.col("grade") < NOT_THERE),
        "planned": ~covering & (pl.col("planned") > 0),
        "ended": ~covering & (pl.col("ended") > 0),
    }
    flagged = stances.select(*names, *(flag.cast(pl.Int64).alias(name) for name, flag in counts.items()))
    summed = flagged.group_by(names).agg(pl.col(*counts).sum())
    return grid.join(summed, on=list(names), how="left", maintain_order="left").with_columns(
        pl.col(*counts).fill_null(0)
    )


def _value() -> pl.Expr:
    return (
        pl.when(pl.col("covering") > 0)
        .then(pl.lit("covered"))
        .when(pl.col("nothing") > 0)
        .then(pl.lit("none_found"))
        .when(pl.col("indirect_evidence") > 0)
        .then(pl.lit("indirect"))
        .otherwise(pl.lit("not_searched"))
    )


def _making(
    rows: pl.DataFrame, stances: pl.DataFrame, grid: pl.DataFrame, names: Sequence[str]
) -> pl.DataFrame:
    """Return the rows of the initiatives that make their cell what it is."""
    valued = stances.join(grid.select(*names, "value"), on=list(names))
    covering = (pl.col("value") == "covered") & (pl.col("grade") < NOT_COVERING)
    indirect = (pl.col("value") == "indirect") & (pl.col("grade") < NOT_THERE)
    making = valued.filter(covering | indirect)
    return rows.filter(pl.col("grade") < NOT_THERE).join(making, on=[*names, "initiative"], how="semi")


def _labelled(table: pl.DataFrame, names: Sequence[str], scope: Scope, level: Level | None) -> pl.DataFrame:
    for name in names:
        known = scope.cells[name]
        if level is not None and name == level.name:
            known = pl.concat([known, level.coarser.cells])
        labels = known.select(pl.col("cell").alias(name), "label")
        table = (
            table.join(labels, on=name, how="left", maintain_order="left").drop(name).rename({"label": name})
        )
    extra = [name for name in ("covered_of", "of", "level") if name in table.columns]
    table = table.select(*names, *COLUMNS, *extra)
    if level is None or not level.coarser.unnamed:
        return table
    return pl.concat([table, unnamed_rows(table, level, names, scope)])
