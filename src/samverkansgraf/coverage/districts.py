"""The dimension district: cells are the finest districts in bounds; a placement reaches those its place lies in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.dimension import Coarser, Dimension, numbered
from samverkansgraf.coverage.grades import NOT_THERE, Grade, is_sourced, row_grade
from samverkansgraf.coverage.places import groups, listed, place_reach, spots, within
from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.coverage.grades import Moment
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language


def of_division(frames: Frames, bounds: Bounds, division: str | None) -> Bounds:
    """
    Return the bounds with districts of one kind only.

    Raises
    ------
    UsageError
        No district in bounds is of that kind.
    """
    if division is None:
        return bounds
    kinds = dict(frames.places.select("place", "kind").drop_nulls().iter_rows())
    kept = tuple(place for place in bounds.districts if kinds.get(place) == division)
    if not kept:
        there = sorted({kinds[place] for place in bounds.districts if place in kinds})
        remedy = did_you_mean(division, there) or f"the kinds in bounds are {', '.join(there) or 'not given'}"
        raise UsageError(f"division: no district in bounds is of kind '{division}'; {remedy}")
    return replace(bounds, districts=kept)


def _cells(frames: Frames, bounds: Bounds, language: Language) -> pl.DataFrame:  # noqa: ARG001 places have one label
    inside = pl.DataFrame({"term": list(dict.fromkeys(bounds.districts))}, schema={"term": pl.String})
    inside = inside.join(groups(frames.places), left_on="term", right_on="place", how="anti")
    containing = (
        within(frames.places, inside["term"])
        .filter(pl.col("below") != pl.col("above"))
        .join(inside, left_on="below", right_on="term", how="semi")
        .select(term="above")
    )
    finest = inside.join(containing, on="term", how="anti", maintain_order="left")
    return numbered(finest["term"], _labels(frames))


def _labels(frames: Frames) -> pl.DataFrame:
    return frames.places.select(term="place", label="label")


def _reach(frames: Frames, cells: pl.DataFrame) -> pl.DataFrame:
    return place_reach(frames.places, cells)


def _of_initiatives(frames: Frames, when: Moment, reach: pl.DataFrame) -> pl.DataFrame:
    placed = frames.placements.filter(is_sourced()).select(
        "placement", "initiative", "place", row_grade(when)
    )
    known = placed.filter(pl.col("grade") < NOT_THERE).select("initiative", "place").unique()
    in_spots = (
        known.join(spots(frames.places, placed["place"]), on="place").select("initiative", "spot").unique()
    )
    sure = reach.filter(pl.col("grade") == int(Grade.STATED))
    here = in_spots.join(sure, left_on="spot", right_on="term").group_by("initiative", "cell").len("here")
    return (
        placed.join(reach, left_on="place", right_on="term")
        .join(in_spots.group_by("initiative").len("spots"), on="initiative", how="left")
        .join(here, on=["initiative", "cell"], how="left")
        .select(
            "initiative",
            "cell",
            grade=pl.max_horizontal("grade", "grade_right"),
            elsewhere=pl.col("here").fill_null(0) < pl.col("spots").fill_null(0),
            placement="placement",
        )
    )


def _of_participations(frames: Frames) -> pl.DataFrame:
    return frames.participations.select("participation", term="places").explode("term").drop_nulls()


def _searched(frames: Frames, cells: pl.DataFrame) -> pl.DataFrame:
    """Return ``term, cell``: a search of a place covers what lies within it, of a group what it lists."""
    inside = within(frames.places, cells["term"])
    covered = inside.join(cells, left_on="below", right_on="term").select("cell", term="above")
    by_group = (
        listed(frames.places)
        .filter("sure")
        .join(covered, left_on="above", right_on="term")
        .select("cell", term="below")
    )
    return pl.concat([covered, by_group]).unique()


def _coarser(frames: Frames, bounds: Bounds, cells: pl.DataFrame, language: Language) -> Coarser:  # noqa: ARG001
    contains = (
        within(frames.places, cells["term"])
        .filter(pl.col("below") != pl.col("above"))
        .join(cells, left_on="below", right_on="term")
        .join(groups(frames.places), left_on="above", right_on="place", how="anti")
        .select("cell", term="above")
    )
    rank = {place: number for number, place in enumerate(bounds.districts)}
    labels = dict(_labels(frames).iter_rows())
    terms = sorted(
        contains["term"].unique().to_list(),
        key=lambda place: (rank.get(place, len(rank)), labels.get(place) or place, place),
    )
    coarse = numbered(terms, _labels(frames)).with_columns(pl.col("cell") + cells.height)
    pairs = contains.join(coarse.rename({"cell": "coarser"}), on="term").select("cell", "coarser").unique()
    full = pairs.group_by("coarser").len().filter(pl.col("len") == cells.height).select("coarser")
    unnamed = max(0, (bounds.district_total or 0) - cells.height)
    return Coarser(cells=coarse, contains=pairs, unnamed=unnamed, whole=full)


DISTRICT = Dimension(
    name="district",
    cells=_cells,
    reach=_reach,
    of_initiatives=_of_initiatives,
    of_participations=_of_participations,
    searched=_searched,
    search_column="places",
    everything=sg("AllDistricts"),
    coarser=_coarser,
)
