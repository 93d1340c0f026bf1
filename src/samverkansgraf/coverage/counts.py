"""How many initiatives, actors and sources make a cell what it is, how firmly, and when something was last seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from samverkansgraf.coverage.contributions import makes_tie
from samverkansgraf.coverage.grades import (
    NOT_THERE,
    Grade,
    dated_sources,
    graded_initiatives,
    is_sourced,
    row_grade,
)
from samverkansgraf.coverage.grid import distinct, packed, unpacked_pair
from samverkansgraf.coverage.scope import initiative_sources
from samverkansgraf.frames import label_column
from samverkansgraf.standing import narrower
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.coverage.scope import Scope

#: The columns that are numbers of distinct things that make the cell what it is.
COUNTS: Final = (
    "initiatives", "actors", "sources", "independent_sources", "delivers", "kind_not_stated", "funders",
)  # fmt: skip


def counted(known: pl.DataFrame, making: pl.DataFrame, scope: Scope) -> pl.DataFrame:
    """
    Return cells with the counts of what makes them.

    Parameters
    ----------
    known
        Cells by ``row``.
    making
        Rows of :func:`~samverkansgraf.coverage.contributions.contributions` of the initiatives that
        make their cell what it is, with the cell's ``row``.
    scope
        What the rows were made from.

    Returns
    -------
    cells
        With the columns of :data:`COUNTS`, then ``last_seen`` and ``newest_source`` (its date and its
        IRI's title), ``firmest`` and ``weakest`` (the grades' codes), and ``sectors`` (labels, sorted).
    """
    by_actors = making["participation"].null_count() < making.height
    pairs = distinct(making, "row", "initiative")
    present = present_participations(scope)
    sources = cell_sources(making, pairs, present, scope, by_actors=by_actors)
    kinds = pl.col("activity_kinds").list.drop_nulls().list
    known_kinds = scope.with_numbers(
        scope.frames.initiatives.select(
            "initiative",
            delivers=kinds.contains(sg("Delivers")).fill_null(value=False),
            unsaid=(kinds.len().fill_null(0) == 0),
        ).unique("initiative", keep="first"),
        "initiative",
    )
    kinds_of = pairs.join(known_kinds, on="initiative")
    by_source = distinct(sources, "row", "source")
    independent = sources.join(_independent(scope), on=["initiative", "source"], how="semi")
    actors = cell_actors(making, pairs, present, by_actors=by_actors)
    parts = {
        "initiatives": pairs,
        "actors": actors,
        "sources": by_source,
        "independent_sources": distinct(independent, "row", "source"),
        "delivers": kinds_of.filter("delivers"),
        "kind_not_stated": kinds_of.filter("unsaid"),
        "funders": distinct(pairs.join(funders_of(present, scope), on="initiative"), "row", "actor"),
    }
    known = known.sort("row")
    known = known.with_columns(
        _times(known["row"], found["row"]).alias(column) for column, found in parts.items()
    )
    for more in (_last_seen(by_source, scope), _certainty(making), _sectors(actors, scope)):
        known = known.join(more, on="row", how="left", maintain_order="left")
    return known


def _times(rows: pl.Series, found: pl.Series) -> pl.Series:
    """Return how many times each of some rows, sorted, was found; all that was found is among them."""
    places = np.searchsorted(rows.to_numpy(), found.to_numpy())
    return pl.Series(np.bincount(places, minlength=rows.len()), dtype=pl.Int64)


def present_participations(scope: Scope) -> pl.DataFrame:
    """Return the sourced participations that are neither planned, ended nor yet to begin."""
    there = graded_initiatives(scope.frames, scope.when).filter(pl.col("grade") < NOT_THERE)
    rows = (
        scope.frames.participations.filter(is_sourced())
        .select(
            "participation", "initiative", "actor", "role", "sources", row_grade(scope.when), tie=makes_tie()
        )
        .filter(pl.col("grade") < NOT_THERE)
        .join(there, on="initiative", how="semi")
    )
    for thing in ("participation", "initiative", "actor"):
        rows = scope.with_numbers(rows, thing)
    return rows


def cell_actors(
    rows: pl.DataFrame, pairs: pl.DataFrame, present: pl.DataFrame, *, by_actors: bool
) -> pl.DataFrame:
    """Return each cell's actors once: those that reach it themselves, else all in its initiatives."""
    tied = present.filter("tie")
    if by_actors:
        found = rows.select("row", "participation").join(
            tied.select("participation", "actor"), on="participation"
        )
    else:
        found = pairs.join(distinct(tied, "initiative", "actor"), on="initiative")
    return distinct(found, "row", "actor")


def funders_of(present: pl.DataFrame, scope: Scope) -> pl.DataFrame:
    """Return ``initiative, actor`` of those in the role of funder."""
    roles = narrower(scope.frames.concepts, sg("Funder"))
    return distinct(present.filter(pl.col("role").is_in(roles)), "initiative", "actor")


def cell_sources(
    rows: pl.DataFrame, pairs: pl.DataFrame, present: pl.DataFrame, scope: Scope, *, by_actors: bool
) -> pl.DataFrame:
    """Return ``row, initiative, source``, some repeated: of each cell's placements in it and participations."""
    placements = _single_sources(scope.frames.placements.select("placement", "initiative", "sources"), scope)
    placements = scope.with_numbers(scope.with_numbers(placements, "placement"), "initiative")
    placed = distinct(rows, "row", "placement")
    found = [placed.join(placements, on="placement")]
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
        found.append(pairs.join(distinct(said, "initiative", "source"), on="initiative"))
    return pl.concat([some.select("row", "initiative", "source") for some in found])


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
    titles = scope.frames.sources.select("source", newest_source="title").unique("source", keep="first")
    dated = (
        dated_sources(scope.frames)
        .join(titles, on="source", how="left")
        .sort("latest", "date", "source")
        .with_row_index("rank")
    )
    ranks = scope.with_numbers(dated.select("source", "rank"), "source")
    newest = sources.join(ranks, on="source").group_by("row").agg(pl.col("rank").max())
    return newest.join(dated.select("rank", "newest_source", last_seen="date"), on="rank").drop("rank")


def _certainty(rows: pl.DataFrame) -> pl.DataFrame:
    """
    Return the firmest and the weakest that is said of each cell, as codes.

    An initiative is as firm as the firmest that is said of it in the cell.
    """
    firm = rows.select(packed("row", "initiative"), "grade").group_by("pair").agg(pl.col("grade").min())
    ends = (
        unpacked_pair(firm, "row", "initiative")
        .group_by("row")
        .agg(firmest=pl.col("grade").min(), weakest=pl.col("grade").max())
    )
    codes = {int(grade): grade.why for grade in Grade}
    return ends.with_columns(
        pl.col("firmest", "weakest").cast(pl.Int64).replace_strict(codes, return_dtype=pl.String)
    )


def _sectors(actors: pl.DataFrame, scope: Scope) -> pl.DataFrame:
    other = "en" if scope.language == "sv" else "sv"
    labels = scope.frames.concepts.select(
        sector="concept", label=pl.coalesce(label_column(scope.language), label_column(other))
    ).unique("sector", keep="first")
    sectors = (
        scope.frames.actors.select("actor", "sector")
        .drop_nulls()
        .unique("actor", keep="first")
        .join(labels, on="sector", how="left")
        .select("actor", sector=pl.coalesce("label", pl.col("sector").str.extract(r"([^/#]+)$")))
    )
    names = sectors["sector"].unique().sort()
    ranked = pl.DataFrame({"sector": names}).with_row_index("rank")
    of_actors = scope.with_numbers(sectors.join(ranked, on="sector").select("actor", "rank"), "actor")
    found = distinct(actors.join(of_actors, on="actor"), "row", "rank").sort("row", "rank")
    return (
        found.join(ranked, on="rank", maintain_order="left")
        .group_by("row", maintain_order=True)
        .agg(sectors="sector")
    )
