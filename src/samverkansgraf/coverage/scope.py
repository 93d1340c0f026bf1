"""What one question of coverage is asked of: the graph, a moment, and the cells there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.dimensions import DIMENSIONS
from samverkansgraf.coverage.grades import Moment, moment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language


@dataclass(frozen=True, slots=True)
class Scope:
    """
    The graph, its bounds, the moment, and by name of every dimension its cells (``term, label, cell``).

    ``numbers`` has by kind of thing (initiative, placement, participation,
    actor, source) the small whole number
    that stands for each IRI, so that millions of rows fit.
    """

    frames: Frames
    bounds: Bounds
    language: Language
    when: Moment
    cells: Mapping[str, pl.DataFrame]
    numbers: Mapping[str, pl.DataFrame]

    @classmethod
    def of(cls, frames: Frames, bounds: Bounds, at: str | date | None, language: Language) -> Scope:
        """
        Return the scope of every cell in bounds.

        Raises
        ------
        UsageError
            ``at`` is no date.
        """
        ids = {
            "initiative": frames.initiatives["initiative"],
            "placement": frames.placements["placement"],
            "participation": frames.participations["participation"],
            "actor": frames.participations["actor"],
            "source": initiative_sources(frames)["source"],
        }
        return cls(
            frames,
            bounds,
            language,
            moment(at),
            {name: each.cells(frames, bounds, language) for name, each in DIMENSIONS.items()},
            {name: _numbers(column) for name, column in ids.items()},
        )

    def at(self, when: Moment) -> Scope:
        """Return the scope of another moment."""
        return replace(self, when=when)

    def only(self, name: str, cells: pl.DataFrame) -> Scope:
        """Return the scope of some cells of a dimension."""
        return replace(self, cells={**self.cells, name: cells})

    def with_numbers(self, rows: pl.DataFrame, thing: str) -> pl.DataFrame:
        """Return rows with numbers for the IRIs of a thing; an IRI without a number (or null) is null."""
        known = self.numbers[thing]
        return rows.join(known, on=thing, how="left").drop(thing).rename({"number": thing})

    def with_ids(self, rows: pl.DataFrame, thing: str) -> pl.DataFrame:
        """Return rows with the IRIs of a thing for its numbers."""
        known = self.numbers[thing].rename({thing: "id"})
        return (
            rows.join(known, left_on=thing, right_on="number", how="left").drop(thing).rename({"id": thing})
        )


def initiative_sources(frames: Frames) -> pl.DataFrame:
    """Return ``initiative, source``: the sources of it, its placements and its participations."""
    return pl.concat(
        [
            frame.select("initiative", source="sources").explode("source").drop_nulls()
            for frame in (frames.initiatives, frames.placements, frames.participations)
        ]
    ).unique()


def _numbers(ids: pl.Series) -> pl.DataFrame:
    known = ids.drop_nulls().unique().sort().to_frame().with_row_index("number")
    return known.with_columns(pl.col("number").cast(pl.UInt32))
