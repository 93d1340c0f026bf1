"""What each cell of a table of coverage is of, by IRI, and the evidence and searches behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from samverkansgraf.coverage.contributions import contributions
from samverkansgraf.coverage.dimensions import chosen
from samverkansgraf.coverage.districts import of_division
from samverkansgraf.coverage.grades import NOT_THERE
from samverkansgraf.coverage.levels import level_of
from samverkansgraf.coverage.periods import PERIOD
from samverkansgraf.coverage.scope import Scope
from samverkansgraf.coverage.searches import searched
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

_ROW: Final = "row"
_LINKS: Final = {_ROW: pl.UInt32(), "thing": pl.String()}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProof:
    """
    What the rows of a table of coverage are of and rest on.

    Attributes
    ----------
    labels, terms
        A column for each dimension: what the table shows, and its IRI.
    links
        ``row`` (of the tables, from 0) and ``thing``: the evidence of the placements and participations that
        reach a finest cell and are there or may be, the sources of those without evidence, and the searches that
        cover it. A coarser cell has those of the cells within it, and no links of its own.
    """

    labels: pl.DataFrame
    terms: pl.DataFrame
    links: pl.DataFrame


def cell_proof(
    frames: Frames,
    bounds: Bounds,
    *,
    by: Sequence[str] = ("district", "theme"),
    at: str | date | None = None,
    levels: Literal["finest", "all"] = "finest",
    language: Language = "sv",
    division: str | None = None,
) -> CellProof:
    """
    Return what each row of :func:`~samverkansgraf.coverage.cells.coverage` is of and rests on.

    Parameters
    ----------
    frames, bounds, by, at, levels, language, division
        As there. The row of the districts nobody named is of no district, and is left out.

    Raises
    ------
    UsageError
        An unknown dimension, date or division.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby"}])
    >>> cell_proof(Frames.of(places=places), Bounds(districts=("urn:b",)), by=["district"]).terms.row(0)
    ('urn:b',)
    """
    if PERIOD in by:
        raise UsageError("by: a period has no IRI; ask of each period by --at")
    dimensions = chosen(by)
    names = [dimension.name for dimension in dimensions]
    scope = Scope.of(frames, of_division(frames, bounds, division), at, language)
    level = level_of(scope, dimensions) if levels == "all" else None
    grid = pl.DataFrame({"whole": [0]})
    for name in names:
        cells = scope.cells[name]
        if level is not None and name == level.name:
            cells = pl.concat([cells, level.coarser.cells])
        grid = grid.join(
            cells.select(pl.col("cell", "term", "label").name.suffix(f" {name}")),
            how="cross",
            maintain_order="left_right",
        )
    grid = grid.drop("whole").with_row_index(_ROW)
    numbers = grid.select(_ROW, *(pl.col(f"cell {name}").alias(name) for name in names))
    reached = contributions(scope, dimensions).filter(pl.col("grade") < NOT_THERE)
    reached = reached.join(numbers, on=names)
    parts = [_behind(scope, reached, thing) for thing in ("placement", "participation", "initiative")]
    return CellProof(
        labels=grid.select(pl.col(f"label {name}").alias(name) for name in names),
        terms=grid.select(pl.col(f"term {name}").alias(name) for name in names),
        links=pl.concat([*parts, _searches(scope, by, numbers)]).unique().sort(_ROW, "thing"),
    )


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


def _searches(scope: Scope, by: Sequence[str], numbers: pl.DataFrame) -> pl.DataFrame:
    """Return ``row, thing``: the searches that cover cells."""
    found = searched(scope, chosen(by))
    names = list(found.cells)
    parts = [pl.DataFrame(schema=_LINKS)]
    for group in found.searches.partition_by(names) if found.searches.height else ():
        rows = group.select("search")
        for name in names:
            if group[name][0]:
                rows = rows.join(scope.cells[name].select(pl.col("cell").alias(name)), how="cross")
            else:
                rows = rows.join(found.cells[name].rename({"cell": name}), on="search")
        links = rows.join(numbers, on=names).select(_ROW, thing="search")
        parts.append(links.cast(_LINKS))  # type: ignore[arg-type]  # polars takes a mapping of names
    return pl.concat(parts)
