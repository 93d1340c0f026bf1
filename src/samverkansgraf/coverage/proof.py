"""What each cell of a table of coverage is of, by IRI, and the evidence and searches behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from samverkansgraf.coverage.contributions import contributions
from samverkansgraf.coverage.dimensions import chosen, named
from samverkansgraf.coverage.districts import of_division
from samverkansgraf.coverage.grades import NOT_COVERING, NOT_THERE, moment
from samverkansgraf.coverage.levels import level_of
from samverkansgraf.coverage.periods import PERIOD, Period, periods_of
from samverkansgraf.coverage.scope import Scope
from samverkansgraf.coverage.searches import searched

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkansgraf.coverage.dimension import Dimension
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

_ROW: Final = "row"
_LINKS: Final = {_ROW: pl.UInt32(), "thing": pl.String()}
_COUNTED: Final = {_ROW: pl.UInt32(), "initiative": pl.String()}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProof:
    """
    What the rows of a table of coverage are of and rest on.

    Attributes
    ----------
    labels, terms
        A column for each dimension: what the table shows, and its IRI; a period is its own.
    links
        ``row`` (of the tables, from 0) and ``thing``: the evidence of the placements and participations that
        reach a finest cell and are there or may be, the sources of those without evidence, and the searches that
        cover it. A coarser cell has those of the cells within it, and no links of its own.
    initiatives
        ``row`` and ``initiative``: those that cover a finest cell, or where none does, those that may. They are what
        a covered or indirect cell counts.
    """

    labels: pl.DataFrame
    terms: pl.DataFrame
    links: pl.DataFrame
    initiatives: pl.DataFrame


def cell_proof(
    frames: Frames,
    bounds: Bounds,
    *,
    by: Sequence[str] = ("district", "theme"),
    at: str | date | None = None,
    levels: Literal["finest", "all"] = "finest",
    language: Language = "sv",
    division: str | None = None,
    periods: Sequence[str] = (),
) -> CellProof:
    """
    Return what each row of :func:`~samverkansgraf.coverage.cells.coverage` is of and rests on.

    Parameters
    ----------
    frames, bounds, by, at, levels, language, division, periods
        As there. The row of the districts nobody named is of no district, and is left out.

    Raises
    ------
    UsageError
        An unknown dimension, date, division or period.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby"}])
    >>> cell_proof(Frames.of(places=places), Bounds(districts=("urn:b",)), by=["district"]).terms.row(0)
    ('urn:b',)
    """
    names, dimensions = named(by), chosen(by)
    if PERIOD in names:
        several, at = periods_of(frames, bounds, at=at, given=periods), None
    else:
        several = (Period("", moment(at)),)
    scope = Scope.of(frames, of_division(frames, bounds, division), at, language)
    grid = _grid(scope, names, dimensions, several, coarser=levels == "all")
    fine = [dimension.name for dimension in dimensions]
    links, counted = [pl.DataFrame(schema=_LINKS)], [pl.DataFrame(schema=_COUNTED)]
    for number, period in enumerate(several):
        rows = grid.filter(pl.col(f"cell {PERIOD}") == number) if PERIOD in names else grid
        numbers = rows.select(_ROW, *(pl.col(f"cell {name}").alias(name) for name in fine))
        then = scope.at(period.when)
        reached = _joined(contributions(then, dimensions).filter(pl.col("grade") < NOT_THERE), numbers, fine)
        links += [_behind(then, reached, thing) for thing in ("placement", "participation", "initiative")]
        links.append(_searches(then, dimensions, numbers))
        counted.append(_counted(then, reached))
    return CellProof(
        labels=grid.select(pl.col(f"label {name}").alias(name) for name in names),
        terms=grid.select(pl.col(f"term {name}").alias(name) for name in names),
        links=pl.concat(links).unique().sort(_ROW, "thing"),
        initiatives=pl.concat(counted).sort(_ROW, "initiative"),
    )


def _grid(
    scope: Scope,
    names: Sequence[str],
    dimensions: Sequence[Dimension],
    periods: Sequence[Period],
    *,
    coarser: bool,
) -> pl.DataFrame:
    """Return ``row`` and for each dimension the number, IRI and label of every cell, in the order of the table."""
    level = level_of(scope, dimensions) if coarser else None
    grid = pl.DataFrame({"whole": [0]})
    for name in names:
        if name == PERIOD:
            labels = pl.Series("label", [period.label for period in periods], dtype=pl.String)
            cells = labels.to_frame().with_row_index("cell").with_columns(term="label")
        else:
            cells = scope.cells[name]
        if level is not None and name == level.name:
            cells = pl.concat([cells, level.coarser.cells])
        shown = cells.select(pl.col("cell", "term", "label").name.suffix(f" {name}"))
        grid = grid.join(shown, how="cross", maintain_order="left_right")
    return grid.drop("whole").with_row_index(_ROW)


def _joined(rows: pl.DataFrame, numbers: pl.DataFrame, on: Sequence[str]) -> pl.DataFrame:
    """Join rows with cells; where a cell is of a period alone, everything is in it."""
    return rows.join(numbers, on=on) if on else rows.join(numbers, how="cross")


def _counted(scope: Scope, reached: pl.DataFrame) -> pl.DataFrame:
    """Return ``row, initiative``: those that cover, or in cells where none does those that may."""
    firmest = reached.group_by(_ROW, "initiative").agg(pl.col("grade").min())
    covers = pl.col("grade") < NOT_COVERING
    rows = firmest.filter(covers | ~covers.any().over(_ROW))
    return scope.with_ids(rows.select(_ROW, "initiative"), "initiative").cast(_COUNTED)  # type: ignore[arg-type]  # polars takes a mapping of names


def _behind(scope: Scope, reached: pl.DataFrame, thing: str) -> pl.DataFrame:
    """Return ``row, thing``: the evidence of the things that reach cells, or their sources without evidence."""
    if thing == "initiative":  # what reaches a cell by neither a placement nor a participation
        reached = reached.filter(pl.col("placement").is_null() & pl.col("participation").is_null())
    cells = scope.with_ids(reached.select(_ROW, thing).drop_nulls().unique(), thing)
    phrases = scope.frames.evidence.select("evidence", "source", about="about")
    told = {"placement": scope.frames.placements, "participation": scope.frames.participations}.get(
        thing, scope.frames.initiatives
    )
    bare = (
        told.select(about=thing, source="sources")
        .explode("source")
        .drop_nulls("source")
        .join(phrases, on=["about", "source"], how="anti")
        .select("about", thing="source")
    )
    proof = pl.concat([phrases.select("about", thing="evidence"), bare])
    links = cells.rename({thing: "about"}).join(proof, on="about").select(_ROW, "thing").drop_nulls()
    return links.cast(_LINKS)  # type: ignore[arg-type]  # polars takes a mapping of names


def _searches(scope: Scope, dimensions: Sequence[Dimension], numbers: pl.DataFrame) -> pl.DataFrame:
    """Return ``row, thing``: the searches that cover cells."""
    found = searched(scope, dimensions)
    names = list(found.cells)
    parts = [pl.DataFrame(schema=_LINKS)]
    groups = found.searches.partition_by(names) if names else [found.searches]
    for group in groups if found.searches.height else ():
        rows = group.select("search")
        for name in names:
            if group[name][0]:
                rows = rows.join(scope.cells[name].select(pl.col("cell").alias(name)), how="cross")
            else:
                rows = rows.join(found.cells[name].rename({"cell": name}), on="search")
        links = _joined(rows, numbers, names).select(_ROW, thing="search")
        parts.append(links.cast(_LINKS))  # type: ignore[arg-type]  # polars takes a mapping of names
    return pl.concat(parts)
