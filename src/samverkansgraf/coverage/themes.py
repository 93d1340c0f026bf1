"""The dimension theme: a narrower theme counts for the broader one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.closure import edges, reflexive, transitive
from samverkansgraf.coverage.dimension import Dimension, numbered
from samverkansgraf.coverage.grades import Grade
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.coverage.grades import Moment
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language


def _cells(frames: Frames, bounds: Bounds, language: Language) -> pl.DataFrame:
    label = pl.coalesce("label_en", "label") if language == "en" else pl.col("label")
    return numbered(bounds.themes, frames.themes.select(term="theme", label=label))


def _reach(frames: Frames, cells: pl.DataFrame) -> pl.DataFrame:
    return narrower_reach(edges(frames.themes, "theme", "broader"), cells)


def narrower_reach(steps: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """Return ``term, cell, grade``: a concept reaches the cell of itself and of all broader ones."""
    upwards = reflexive(transitive(steps), cells["term"])
    return upwards.join(cells, left_on="above", right_on="term").select(
        "cell", term="below", grade=pl.lit(int(Grade.STATED), dtype=pl.UInt8)
    )


def narrower_searched(steps: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """Return ``term, cell``: a search of a concept covers the cell of itself and of all narrower ones."""
    upwards = reflexive(transitive(steps), cells["term"])
    return upwards.join(cells, left_on="below", right_on="term").select("cell", term="above")


def _of_initiatives(frames: Frames, when: Moment, reach: pl.DataFrame) -> pl.DataFrame:  # noqa: ARG001 themes have no dates
    return (
        frames.initiatives.select("initiative", term="themes")
        .explode("term")
        .join(reach, on="term")
        .select(
            "initiative",
            "cell",
            "grade",
            elsewhere=pl.lit(value=False),
            placement=pl.lit(None, dtype=pl.String),
        )
        .unique()
    )


def _of_participations(frames: Frames) -> pl.DataFrame:
    return frames.participations.select("participation", term="themes").explode("term").drop_nulls()


def _searched(frames: Frames, cells: pl.DataFrame) -> pl.DataFrame:
    return narrower_searched(edges(frames.themes, "theme", "broader"), cells)


THEME = Dimension(
    name="theme",
    cells=_cells,
    reach=_reach,
    of_initiatives=_of_initiatives,
    of_participations=_of_participations,
    searched=_searched,
    search_column="themes",
    everything=sg("AllThemes"),
)
