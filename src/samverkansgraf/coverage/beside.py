"""Initiatives that stand beside the table: placed somewhere nobody has listed, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.districts import DISTRICT
from samverkansgraf.coverage.grades import NOT_THERE, Grade, graded_initiatives, is_sourced, moment, row_grade
from samverkansgraf.coverage.places import groups, listed

if TYPE_CHECKING:
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds


def unreached(frames: Frames, bounds: Bounds, *, at: str | date | None = None) -> pl.DataFrame:
    """
    Return the initiatives placed in groups that list neither members nor possible members.

    Parameters
    ----------
    frames
        The graph.
    bounds
        A group that lies within a district in bounds is not unknown, and not here.
    at
        As in :func:`~samverkansgraf.coverage.cells.coverage`; what has surely ended or surely not begun by
        then is left out.

    Returns
    -------
    placed_somewhere
        One row for each initiative, place and certainty: ``initiative, label, place, place_label,
        certainty, themes, sources, planned``, by label. ``planned``: the initiative or this
        placement of it is merely planned. Placements without a source are left out.

    Raises
    ------
    UsageError
        ``at`` is no date.
    """
    when = moment(at)
    cells = DISTRICT.cells(frames, bounds, "sv")
    known = pl.concat(
        [
            listed(frames.places).select(place="below"),
            DISTRICT.reach(frames, cells).select(place="term"),
        ]
    ).unique()
    unlisted = groups(frames.places).join(known, on="place", how="anti")
    grades = graded_initiatives(frames, when).rename({"grade": "initiative_grade"})
    names = frames.initiatives.select("initiative", "label", "themes").unique("initiative", keep="first")
    places = frames.places.select("place", place_label="label").unique("place", keep="first")
    grade = pl.max_horizontal(row_grade(when), "initiative_grade")
    return (
        frames.placements.filter(is_sourced())
        .join(unlisted, on="place", how="semi")
        .join(grades, on="initiative")
        .with_columns(grade=grade)
        .filter((pl.col("grade") < NOT_THERE) | (pl.col("grade") == int(Grade.PLANNED)))
        .join(names, on="initiative")
        .join(places, on="place")
        .explode("sources")
        .group_by("initiative", "label", "place", "place_label", "certainty", "themes")
        .agg(
            pl.col("sources").drop_nulls().unique().sort(),
            (pl.col("grade") == int(Grade.PLANNED)).all().alias("planned"),
        )
        .sort("label", "initiative", "place_label", "place", "certainty")
    )


def unplaced(frames: Frames) -> pl.DataFrame:
    """
    Return the initiatives that no placement places anywhere.

    Returns
    -------
    nowhere
        ``initiative, label, themes, sources``, by label.
    """
    return (
        frames.initiatives.join(frames.placements, on="initiative", how="anti")
        .select("initiative", "label", "themes", "sources")
        .sort("label", "initiative")
    )
