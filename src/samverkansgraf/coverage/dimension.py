"""What a dimension of coverage is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from samverkansgraf.coverage.grades import Moment
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language


@dataclass(frozen=True, slots=True)
class Coarser:
    """
    The coarser level of a dimension.

    ``cells`` has ``term, label, cell`` as the fine ones have, numbered after them; ``contains``
    has ``cell, coarser``; ``unnamed`` is how many fine things exist that nobody has named, and
    ``whole`` the coarser cells that contain every fine one, and so those too.
    """

    cells: pl.DataFrame
    contains: pl.DataFrame
    unnamed: int
    whole: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Dimension:
    """
    One way to divide what is studied.

    Attributes
    ----------
    name
        What ``by`` calls it, and the head of its column.
    cells
        From frames, bounds and language: ``term, label, cell`` (numbers from 0, in the order shown).
    reach
        From frames and cells: ``term, cell, grade``: which cells a term reaches, and how firmly.
    of_initiatives
        From frames, moment and reach: ``initiative, cell, grade, elsewhere, placement``, where
        ``elsewhere`` says that the initiative is also somewhere else. ``None`` where only an
        actor that takes part has a place in the dimension.
    of_participations
        From frames: ``participation, term``. Where ``of_initiatives`` is given, what a
        participation has here stands in its stead for that actor.
    searched
        From frames and cells: ``term, cell``: which cells a search of a term covers whole.
    search_column, everything
        The column of ``searches``, and the concept in it that means everything; ``None`` where
        a search names nothing in the dimension.
    unsaid_is_everything
        A search that names nothing here searched everything.
    coarser
        From frames, bounds, cells and language: the coarser level, if there is one.
    """

    name: str
    cells: Callable[[Frames, Bounds, Language], pl.DataFrame]
    reach: Callable[[Frames, pl.DataFrame], pl.DataFrame]
    of_initiatives: Callable[[Frames, Moment, pl.DataFrame], pl.DataFrame] | None
    of_participations: Callable[[Frames], pl.DataFrame]
    searched: Callable[[Frames, pl.DataFrame], pl.DataFrame]
    search_column: str | None
    everything: str | None
    unsaid_is_everything: bool = False
    coarser: Callable[[Frames, Bounds, pl.DataFrame, Language], Coarser] | None = None


def numbered(terms: Iterable[str], labels: pl.DataFrame) -> pl.DataFrame:
    """
    Return ``term, label, cell`` of terms in the order given.

    Parameters
    ----------
    terms
        IRIs; repeated ones count once.
    labels
        Columns ``term, label``. A term without a label shows the end of its IRI.
    """
    ordered = pl.DataFrame({"term": list(dict.fromkeys(terms))}, schema={"term": pl.String})
    known = labels.drop_nulls().unique("term", keep="first", maintain_order=True)
    return (
        ordered.with_row_index("cell")
        .join(known, on="term", how="left", maintain_order="left")
        .select(
            "term",
            pl.col("label").fill_null(pl.col("term").str.extract(r"([^/#]+)$")),
            pl.col("cell").cast(pl.UInt32),
        )
    )
