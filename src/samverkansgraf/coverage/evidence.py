"""The rows behind one cell: what is said to be there, in whose words, and who searched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.contributions import contributions
from samverkansgraf.coverage.dimensions import chosen
from samverkansgraf.coverage.districts import of_division
from samverkansgraf.coverage.grades import Grade, moment
from samverkansgraf.coverage.periods import PERIOD, period_moment
from samverkansgraf.coverage.scope import Scope
from samverkansgraf.coverage.searches import applicable, searched
from samverkansgraf.coverage.target_groups import TARGET_GROUP, said_of_groups
from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.frames import filled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkansgraf.coverage.dimension import Dimension
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

_SCHEMA: Final = {
    **dict.fromkeys(("initiative", "label", "why", "place", "certainty"), pl.String),
    **dict.fromkeys(("source", "where", "quote", "speaker", "standing"), pl.String),
    **dict.fromkeys(("actor", "about", "date", "outcome"), pl.String),
    "complete": pl.Boolean,
}
_ORDER: Final = pl.Enum([*(grade.why for grade in Grade), "search"])
_PHRASE: Final = ("evidence", "source", "where", "quote", "speaker")


def cell_evidence(
    frames: Frames,
    bounds: Bounds,
    *,
    district: str | None = None,
    theme: str | None = None,
    sector: str | None = None,
    target_group: str | None = None,
    period: str | None = None,
    at: str | date | None = None,
    language: Language = "sv",
    division: str | None = None,
) -> pl.DataFrame:
    """
    Return the evidence behind one cell, and the searches that cover it.

    Parameters
    ----------
    frames, bounds, at, division
        As in :func:`~samverkansgraf.coverage.cells.coverage`.
    district, theme, sector, target_group
        IRIs or labels of what the cell is of; a dimension left out is not one of the cell's. A
        place that contains districts in bounds means all of these.
    period
        An EDTF date or interval, in the place of ``at``.
    language
        Of the labels that may be given.

    Returns
    -------
    rows
        ``initiative, label, why, place, certainty, source, where, quote, speaker, standing``, then ``actor``
        (of a participation, in cells of a sector or a target group), ``about`` (the placement, participation, initiative or
        search), ``date`` (of the source or search), ``outcome`` and ``complete`` (of a search). One row for
        each piece of evidence, the firmest first. ``why`` is ``stated``, ``in_part``, ``inferred``,
        ``larger_place``, ``possible_member``, ``actor_place_unknown``, ``perhaps_then``, ``not_begun``, ``planned``, ``ended`` or
        ``search``.

    Raises
    ------
    UsageError
        No dimension is given, a name is not in bounds, or both ``period`` and ``at`` are given.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby"}])
    >>> cell_evidence(Frames.of(places=places), Bounds(districts=("urn:b",)), district="Bäckby").height
    0
    """
    asked = {"district": district, "theme": theme, "sector": sector, "target_group": target_group}
    named = {name: value for name, value in asked.items() if value is not None}
    if period is not None and at not in (None, "ever"):
        raise UsageError("period: it says of when the cell is; leave out the date of --at")
    dimensions = chosen([*named, *([] if period is None else [PERIOD])])
    when = moment(at) if period is None else period_moment(period)
    scope = Scope.of(frames, of_division(frames, bounds, division), None, language).at(when)
    for dimension in dimensions:
        scope = scope.only(dimension.name, _meant(dimension, named[dimension.name], scope))
    order = ["why", "label", "initiative", "about", "source", "where", "quote", "speaker"]
    return (
        pl.concat([_said(scope, dimensions), _looked(scope, dimensions)])
        .unique()
        .with_columns(pl.col("why").cast(_ORDER))
        .sort(order, nulls_last=True)
        .with_columns(pl.col("why").cast(pl.String))
    )


def _meant(dimension: Dimension, value: str, scope: Scope) -> pl.DataFrame:
    """Return the cells of a dimension that an IRI or a label means."""
    fine = scope.cells[dimension.name]
    meant = (pl.col("term") == value) | (pl.col("label") == value)
    if (one := fine.filter(meant)).height:
        return one
    labels = fine["label"].to_list()
    if dimension.coarser is not None:
        coarser = dimension.coarser(scope.frames, scope.bounds, fine, scope.language)
        place = coarser.cells.filter(meant).select(coarser="cell")
        if place.height:
            return fine.join(coarser.contains.join(place, on="coarser"), on="cell", how="semi")
        labels += coarser.cells["label"].to_list()
    remedy = did_you_mean(value, labels) or "choose one in bounds"
    raise UsageError(f"{dimension.name}: '{value}' is not in bounds; {remedy}")


def _said(scope: Scope, dimensions: Sequence[Dimension]) -> pl.DataFrame:
    rows = contributions(scope, dimensions)
    taking_part = _firmest(rows, "participation", scope)
    placed = _firmest(rows, "placement", scope)
    if taking_part.height:  # a placement counts as it does for its initiative, whoever takes part
        others = [dimension for dimension in dimensions if dimension.of_initiatives is not None]
        alone = _firmest(contributions(scope, others), "placement", scope)
        placed = alone.join(placed, on="placement", how="semi")
    neither = rows.filter(pl.col("placement").is_null() & pl.col("participation").is_null())
    alone = _firmest(neither, "initiative", scope)
    if TARGET_GROUP in dimensions:
        taking_part = pl.concat([taking_part, _for_the_group(rows, scope)])
    unknown = pl.lit(None, dtype=pl.String)
    frames = scope.frames
    things = [
        frames.placements.with_columns(actor=unknown, about="placement").join(placed, on="placement"),
        frames.participations.with_columns(filled("places").alias("place"), about="participation")
        .explode("place")
        .join(taking_part, on="participation"),
        frames.initiatives.with_columns(
            place=unknown, certainty=unknown, actor=unknown, about="initiative"
        ).join(alone, on="initiative"),
    ]
    columns = ["initiative", "about", "actor", "place", "certainty", "grade", "sources"]
    return _proved(pl.concat([rows.select(columns) for rows in things]), scope)


def _for_the_group(rows: pl.DataFrame, scope: Scope) -> pl.DataFrame:
    """Return ``participation, grade`` of the rows that say that the initiatives are for the cell's group."""
    reach = TARGET_GROUP.reach(scope.frames, scope.cells[TARGET_GROUP.name])
    reaching = scope.with_ids(rows.select("initiative").drop_nulls().unique(), "initiative")
    said = said_of_groups(scope.frames, scope.when, reach).join(reaching, on="initiative", how="semi")
    return said.group_by("participation").agg(pl.col("grade").min()).select("grade", "participation")


def _firmest(rows: pl.DataFrame, thing: str, scope: Scope) -> pl.DataFrame:
    """Return the firmest grade of each thing that rows name."""
    return scope.with_ids(rows.drop_nulls(thing).group_by(thing).agg(pl.col("grade").min()), thing)


def _proved(things: pl.DataFrame, scope: Scope) -> pl.DataFrame:
    """Return a row for each evidence of the things, and for each source without evidence."""
    frames = scope.frames
    phrases = frames.evidence.select("about", *_PHRASE)
    bare = (
        things.explode("sources")
        .rename({"sources": "source"})
        .drop_nulls("source")
        .join(phrases, on=["about", "source"], how="anti")
    )
    labels = frames.initiatives.select("initiative", "label").unique("initiative", keep="first")
    dates = frames.sources.select("source", "date").unique("source", keep="first")
    standings = frames.standings.unique(["evidence", "initiative"], keep="first")
    whys = {int(grade): grade.why for grade in Grade}
    rows = (
        pl.concat([things.drop("sources").join(phrases, on="about"), bare], how="diagonal")
        .join(labels, on="initiative", how="left")
        .join(dates, on="source", how="left")
        .join(standings, on=["evidence", "initiative"], how="left")
        .with_columns(why=pl.col("grade").cast(pl.Int64).replace_strict(whys, return_dtype=pl.String))
        .drop("evidence", "grade")
    )
    return _as_result(rows)


def _looked(scope: Scope, dimensions: Sequence[Dimension]) -> pl.DataFrame:
    covering = searched(scope, dimensions).searches.select("search")
    rows = (
        applicable(scope.frames, scope.when)
        .join(covering, on="search", how="semi")
        .with_columns(filled("sources"))
        .explode("sources")
        .select(
            source="sources",
            about="search",
            why=pl.lit("search"),
            date="date",
            outcome="outcome",
            complete=pl.col("complete").fill_null(value=False),
        )
    )
    return _as_result(rows)


def _as_result(rows: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([pl.DataFrame(schema=_SCHEMA), rows], how="diagonal").select(*_SCHEMA)
