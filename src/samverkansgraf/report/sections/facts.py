"""What several chapters count in the frames, counted in one place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.shares import VALUES, shares
from samverkansgraf.dates import bounds, is_edtf
from samverkansgraf.report.rows import rows_of
from samverkansgraf.standing import above, narrower, represented, source_voices
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames

_NOT_YET: Final = (sg("StatusProposed"), sg("StatusPlanned"))


def municipal_sources(frames: Frames) -> list[str]:
    """
    Return the sources that a municipality has a voice in, sorted.

    Some voice is of the sector municipality, is part of or owned by what is, or holds a position that
    speaks for such a body at the source's date.
    """
    behind = represented(frames, source_voices(frames.sources)).filter("speaks_for")
    municipal = frames.actors.filter(pl.col("sector").is_in(narrower(frames.concepts, sg("Municipality"))))
    lines = above(frames.actors, behind["behind"])
    of_it = lines.filter(pl.col("kin").is_in(municipal["actor"].to_list()))
    found = behind.join(of_it, left_on="behind", right_on="actor", how="semi")
    return sorted(found["source"].unique().to_list())


def named_actors(frames: Frames) -> list[str]:
    """Return the actors, collectives left out, that have any role in an initiative."""
    rows = frames.participations.select("actor").join(frames.actors, on="actor", how="inner")
    return sorted(rows.filter(pl.col("kind") != "collective")["actor"].unique().to_list())


def merely_planned(frames: Frames) -> list[str]:
    """Return the initiatives of status proposed or planned, and those with planned participations only."""
    by_status = frames.initiatives.filter(pl.col("status").is_in(_NOT_YET))["initiative"].to_list()
    by_participations = (
        frames.participations.group_by("initiative")
        .agg((pl.col("certainty") == sg("Planned")).all().alias("planned"))
        .filter("planned")["initiative"]
        .to_list()
    )
    return sorted({*by_status, *by_participations})


def joint_initiatives(frames: Frames) -> list[str]:
    """
    Return the initiatives in which sources say without reservation that two named actors take part.

    Merely planned initiatives and roles that make no tie do not count.
    """
    return (
        frames.participations.filter(
            pl.col("makes_tie") & (pl.col("certainty").fill_null(sg("Stated")) == sg("Stated"))
        )
        .filter(~pl.col("initiative").is_in(merely_planned(frames)))
        .filter(pl.col("actor").is_in(named_actors(frames)))
        .group_by("initiative")
        .agg(pl.col("actor").n_unique().alias("actors"))
        .filter(pl.col("actors") > 1)["initiative"]
        .sort()
        .to_list()
    )


def evidence_by_standing(frames: Frames, *, initiative: str | None = None) -> dict[str, int]:
    """Return how many evidences of all initiatives, or of one, have each standing, by concept."""
    standings = frames.standings
    if initiative is not None:
        standings = rows_of(standings, "initiative", initiative)
    rows = set(zip(*(standings[name] for name in ("standing", "evidence", "initiative")), strict=True))
    return dict(Counter(standing for standing, _, _ in rows if standing is not None))


def newest_source(initiative: str, frames: Frames) -> str | None:
    """Return the date of the newest dated source on an initiative, its participations or its placements."""
    about = {initiative}
    for frame, name in ((frames.participations, "participation"), (frames.placements, "placement")):
        about.update(rows_of(frame, "initiative", initiative)[name].to_list())
    sources = {source for node in about for source in rows_of(frames.evidence, "about", node)["source"]}
    dated = frames.sources.filter(pl.col("source").is_in(list(sources)) & pl.col("date").is_not_null())
    days = {text: bounds(text).latest for text in dated["date"].to_list() if is_edtf(text)}
    known = [(day, text) for text, day in days.items() if day]
    return max(known)[1] if known else None


def cells_by_value(coverage: pl.DataFrame) -> dict[str, int]:
    """Return how many cells have each of the four values, zero included."""
    if "value" not in coverage.columns:
        return dict.fromkeys(VALUES, 0)
    return {value: share["count"] for value, share in shares(coverage).items()}


def unnamed_districts(coverage: pl.DataFrame) -> int:
    """Return how many districts there are that nobody named."""
    if "level" not in coverage.columns:
        return 0
    return int(coverage.filter(pl.col("level") == "unnamed")["of"].max() or 0)  # type: ignore[arg-type]  # a number


def dimensions(coverage: pl.DataFrame) -> list[str]:
    """Return the dimensions of a coverage result: the columns before its value."""
    if "value" not in coverage.columns:
        return []
    return coverage.columns[: coverage.columns.index("value")]
