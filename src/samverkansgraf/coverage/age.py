"""How old what is known of each district is: the dates of the sources that speak of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.districts import DISTRICT
from samverkansgraf.coverage.grades import Grade, dated_sources
from samverkansgraf.coverage.places import place_reach, within
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds

_COUNTS: Final = ("sources", "independent_sources", "undated_sources", "group_sources")


def age_of_knowledge(frames: Frames, bounds: Bounds) -> pl.DataFrame:
    """
    Return how many sources speak of each district, and how old the oldest and the newest are.

    A source speaks of a district where its evidence supports a placement, or a participation with
    a place of its own, in the district or in a place within it, or a statement or an indicator of
    these. What is said of a group that lists the district is said of the group, and counted apart;
    what is said of a larger place, or of a group it may belong to, does not count.

    Parameters
    ----------
    frames
        The graph.
    bounds
        Its finest districts are the rows.

    Returns
    -------
    ages
        ``place``, ``district`` (its label), ``sources``, ``independent_sources`` (with evidence on the district that
        is not written by a participant of the initiative), ``undated_sources``, ``oldest`` and ``newest`` (EDTF, as the
        source has it; null where none is dated), ``group_sources`` (that speak of it only through a group);
        in the order of the bounds. A district that no source speaks of has 0 and no dates.
    """
    cells = DISTRICT.cells(frames, bounds, "sv")
    reach = place_reach(frames.places, cells).filter(pl.col("grade") == int(Grade.STATED))
    inside = within(frames.places, cells["term"]).join(cells, left_on="above", right_on="term")
    named = inside.select("cell", term="below").unique()
    said = _said(frames)
    here = said.join(named, left_on="place", right_on="term").select("cell", "source", "independent")
    reached = said.join(reach, left_on="place", right_on="term").select("cell", "source").unique()
    by_group = reached.join(here, on=["cell", "source"], how="anti")
    dated = dated_sources(frames)
    of_sources = here.group_by("cell", "source").agg(pl.col("independent").any())
    counts = of_sources.join(dated, on="source", how="left").group_by("cell").agg(
        sources=pl.len().cast(pl.Int64),
        independent_sources=pl.col("independent").sum().cast(pl.Int64),
        undated_sources=pl.col("date").is_null().sum().cast(pl.Int64),
        oldest=pl.col("date").sort_by("earliest", "date").drop_nulls().first(),
        newest=pl.col("date").sort_by("latest", "date").drop_nulls().last(),
    )  # fmt: skip
    groups = by_group.group_by("cell").agg(group_sources=pl.len().cast(pl.Int64))
    return (
        cells.join(counts, on="cell", how="left", maintain_order="left")
        .join(groups, on="cell", how="left", maintain_order="left")
        .with_columns(pl.col(_COUNTS).fill_null(0))
        .select(
            "sources",
            "independent_sources",
            "undated_sources",
            "oldest",
            "newest",
            "group_sources",
            place="term",
            district="label",
        )
        .select("place", "district", pl.exclude("place", "district"))
    )


def _said(frames: Frames) -> pl.DataFrame:
    """Return ``place``, ``source``, ``independent``: what sources say of places, each with its standing."""
    things = pl.concat(
        [
            frames.placements.select("initiative", "place", about="placement"),
            frames.participations.select("initiative", "places", about="participation")
            .explode("places")
            .select("initiative", "about", place="places")
            .select("initiative", "place", "about"),
            frames.statements.select(
                pl.lit(None, dtype=pl.String).alias("initiative"), place="about", about="statement"
            ),
        ]
    ).drop_nulls("place")
    independent = frames.standings.filter(pl.col("standing") == sg("Independent")).select(
        "evidence", "initiative", independent=pl.lit(value=True)
    )
    proven = (
        things.join(frames.evidence.select("evidence", "about", "source"), on="about")
        .join(independent, on=["evidence", "initiative"], how="left")
        .select("place", "source", pl.col("independent").fill_null(value=False))
    )
    counted = frames.indicators.select("place", "source", independent=pl.lit(value=False))
    return pl.concat([proven, counted]).drop_nulls().unique()
