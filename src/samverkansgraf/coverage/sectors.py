"""The dimension sector: an initiative is there by an actor of the sector in a tie-making role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.closure import edges
from samverkansgraf.coverage.dimension import Dimension, numbered
from samverkansgraf.coverage.themes import narrower_reach, narrower_searched
from samverkansgraf.frames import label_column
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language


def _cells(frames: Frames, bounds: Bounds, language: Language) -> pl.DataFrame:
    other = "en" if language == "sv" else "sv"
    label = pl.coalesce(label_column(language), label_column(other))
    return numbered(bounds.sectors, frames.concepts.select(term="concept", label=label))


def _reach(frames: Frames, cells: pl.DataFrame) -> pl.DataFrame:
    return narrower_reach(_steps(frames), cells)


def _searched(frames: Frames, cells: pl.DataFrame) -> pl.DataFrame:
    return narrower_searched(_steps(frames), cells)


def _steps(frames: Frames) -> pl.DataFrame:
    return edges(frames.concepts.filter(pl.col("scheme") == "sector"), "concept", "broader")


def _of_participations(frames: Frames) -> pl.DataFrame:
    sectors = frames.actors.select("actor", term="sector").drop_nulls().unique("actor", keep="first")
    return frames.participations.select("participation", "actor").join(sectors, on="actor").drop("actor")


SECTOR = Dimension(
    name="sector",
    cells=_cells,
    reach=_reach,
    of_initiatives=None,
    of_participations=_of_participations,
    searched=_searched,
    search_column="sectors",
    everything=sg("AllSectors"),
    unsaid_is_everything=True,
)
