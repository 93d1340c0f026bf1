"""The dimension target group: whom an initiative is for, as its participations in that role say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.closure import edges
from samverkansgraf.coverage.dimension import Dimension, numbered
from samverkansgraf.coverage.grades import is_sourced, row_grade
from samverkansgraf.coverage.themes import narrower_reach
from samverkansgraf.standing import narrower
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.coverage.grades import Moment
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

_NONE: Final = {"participation": pl.String, "term": pl.String}


def rows_of_groups(frames: Frames) -> pl.DataFrame:
    """Return the participations of those that an initiative is for."""
    roles = narrower(frames.concepts, sg("TargetGroup"))
    return frames.participations.filter(pl.col("role").is_in(roles).fill_null(value=False))


def _cells(frames: Frames, bounds: Bounds, language: Language) -> pl.DataFrame:  # noqa: ARG001 no list of them is closed
    names = frames.actors.select("actor", "label", "collective").unique("actor", keep="first")
    groups = (
        rows_of_groups(frames)
        .select("actor")
        .join(names, on="actor", how="left")
        .select(term=pl.coalesce("collective", "actor"))
        .unique()
        .join(names.select(term="actor", label="label"), on="term", how="left")
        .sort("label", "term", nulls_last=True)
    )
    return numbered(groups["term"], groups.select("term", "label"))


def _reach(frames: Frames, cells: pl.DataFrame) -> pl.DataFrame:
    scoped = edges(frames.actors.with_columns(pl.concat_list("collective")), "actor", "collective")
    return narrower_reach(pl.concat([edges(frames.actors, "actor", "part_of"), scoped]), cells)


def _of_initiatives(frames: Frames, when: Moment, reach: pl.DataFrame) -> pl.DataFrame:
    return (
        said_of_groups(frames, when, reach)
        .group_by("initiative", "cell")
        .agg(pl.col("grade").min())
        .select(
            "initiative",
            "cell",
            "grade",
            elsewhere=pl.lit(value=False),
            placement=pl.lit(None, dtype=pl.String),
        )
    )


def said_of_groups(frames: Frames, when: Moment, reach: pl.DataFrame) -> pl.DataFrame:
    """Return ``participation, initiative, cell, grade``: the sourced rows that say whom initiatives are for."""
    return (
        rows_of_groups(frames)
        .filter(is_sourced())
        .select("participation", "initiative", row_grade(when), term="actor")
        .join(reach, on="term")
        .select("participation", "initiative", "cell", grade=pl.max_horizontal("grade", "grade_right"))
    )


def _of_participations(frames: Frames) -> pl.DataFrame:  # noqa: ARG001 the group is the initiative's, whoever takes part
    return pl.DataFrame(schema=_NONE)


def _searched(frames: Frames, cells: pl.DataFrame) -> pl.DataFrame:  # noqa: ARG001 no search names a group
    return pl.DataFrame(schema={"term": pl.String, "cell": pl.UInt32})


TARGET_GROUP: Final = Dimension(
    name="target_group",
    cells=_cells,
    reach=_reach,
    of_initiatives=_of_initiatives,
    of_participations=_of_participations,
    searched=_searched,
    search_column=None,
    everything=None,
    unsaid_is_everything=True,
)
