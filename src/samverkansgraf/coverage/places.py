"""How places lie: within one another, and in groups that list them for sure or perhaps."""

from __future__ import annotations

import polars as pl

from samverkansgraf.coverage.closure import edges, reflexive, transitive
from samverkansgraf.coverage.grades import Grade


def groups(places: pl.DataFrame) -> pl.DataFrame:
    """Return ``place``: the groups of districts, which are never cells."""
    return places.filter(
        (pl.col("kind").str.to_lowercase() == "group").fill_null(value=False)
        | (pl.col("members").list.len().fill_null(0) > 0)
        | (pl.col("possible_members").list.len().fill_null(0) > 0)
    ).select("place")


def within(places: pl.DataFrame, others: pl.Series) -> pl.DataFrame:
    """Return ``below, above``: every place within another, and each with itself; ``others`` too."""
    every = pl.concat([places["place"], others]).drop_nulls().unique(maintain_order=True)
    return reflexive(transitive(edges(places, "place", "part_of")), every).select("below", "above")


def listed(places: pl.DataFrame) -> pl.DataFrame:
    """Return ``below`` (a group), ``above`` (a member, through groups of groups too) and ``sure``."""
    return transitive(
        pl.concat(
            [
                edges(places, "place", "members"),
                edges(places, "place", "possible_members", sure=False),
            ]
        )
    )


def place_reach(places: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """
    Return which cells a place reaches.

    Parameters
    ----------
    places
        The frame ``places``.
    cells
        Columns ``term`` (a place), ``cell``.

    Returns
    -------
    reach
        ``term, cell, grade``. Stated: the place is the cell, lies within it, or is a group that
        lists it or a place within it. Larger place: it, or what it lists, contains the cell.
        Possible member: by a possible member of a group only. The firmest stands.
    """
    inside = within(places, cells["term"])
    every = inside["below"].unique()
    selves = pl.DataFrame({"below": every, "above": every}).with_columns(sure=pl.lit(value=True))
    targets = pl.concat([selves, listed(places)]).rename({"below": "place", "above": "target"})
    in_cell = inside.join(cells.select("term", "cell"), left_on="above", right_on="term")
    around_cell = inside.join(cells.select("term", "cell"), left_on="below", right_on="term")
    direct = targets.join(in_cell, left_on="target", right_on="below").select(
        "cell", term="place", grade=_grade_if_sure(Grade.STATED)
    )
    larger = targets.join(around_cell, left_on="target", right_on="above").select(
        "cell", term="place", grade=_grade_if_sure(Grade.LARGER_PLACE)
    )
    return pl.concat([direct, larger]).group_by("term", "cell").agg(pl.col("grade").min())


def spots(places: pl.DataFrame, used: pl.Series) -> pl.DataFrame:
    """
    Return ``place, spot``: the single places that each used place stands for.

    A group stands for the members it lists; one that lists none, or has possible members too,
    stands for itself (besides), for where it is is not known. Any other place stands for itself.
    """
    known = listed(places)
    sure = known.filter("sure").join(
        known.filter("sure").select("below"), left_on="above", right_on="below", how="anti"
    )
    perhaps = known.filter(~pl.col("sure")).select("below").unique()
    alone = (
        pl.DataFrame({"place": used.drop_nulls().unique()}, schema={"place": pl.String})
        .join(known.filter("sure"), left_on="place", right_on="below", how="anti")
        .select("place", spot="place")
    )
    both = perhaps.select(place="below", spot="below")
    return pl.concat([sure.select(place="below", spot="above"), alone, both]).unique()


def _grade_if_sure(grade: Grade) -> pl.Expr:
    return (
        pl.when("sure")
        .then(pl.lit(int(grade), dtype=pl.UInt8))
        .otherwise(pl.lit(int(Grade.POSSIBLE_MEMBER), dtype=pl.UInt8))
    )
