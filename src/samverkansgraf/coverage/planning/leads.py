"""Where a search could begin: registers the project names, who could be asked, and what may be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict

import polars as pl

from samverkansgraf.coverage.dimensions import DIMENSIONS
from samverkansgraf.coverage.grades import (
    NOT_COVERING,
    NOT_THERE,
    graded_initiatives,
    is_sourced,
    moment,
    row_grade,
)
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkansgraf.frames import Frames

#: The most names of each.
MOST: Final = 5


class Leads(TypedDict):
    """
    Where one search could begin.

    ``registers``: titles of the sources of scope register that speak of initiatives, or have been searched, and that no
    search of all this has named: a list of something else is no place to look. ``ask``: labels of the
    actors with most initiatives of what is searched, told of here or in a larger place; collectives and persons left out.
    ``may_be_there``: labels of the initiatives that only indirect evidence puts here; of a search of all districts, those
    that no evidence puts in any one of them for sure. At most five of the last two each.
    """

    registers: list[str]
    ask: list[str]
    may_be_there: list[str]


def leads(
    frames: Frames,
    searches: Sequence[Mapping[str, str]],
    *,
    districts: Sequence[str] = (),
    at: str | date | None = None,
) -> list[Leads]:
    """
    Return where each search could begin.

    Parameters
    ----------
    frames
        The graph.
    searches
        For each the IRI by dimension of what it is of.
    districts
        All that are studied: a search of all asks of these.
    at
        The moment: what has surely ended is no lead.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames
    >>> leads(Frames.of(), [{"theme": "urn:t"}])
    [{'registers': [], 'ask': [], 'may_be_there': []}]
    """
    near = _near(frames, [*districts, *(one["district"] for one in searches if "district" in one)], at)
    placed = near.filter(pl.col("grade") < NOT_COVERING)["initiative"].unique()
    of_theme = _about(frames, [one["theme"] for one in searches if "theme" in one])
    running = graded_initiatives(frames, moment(at)).filter(pl.col("grade") < NOT_THERE)["initiative"]
    labels = dict(frames.initiatives.select("initiative", "label").iter_rows())
    acting = (
        frames.participations.filter(
            pl.col("makes_tie").fill_null(value=True), pl.col("certainty").fill_null("") != sg("Planned")
        )
        .join(frames.actors.select("actor", "label", "kind", "sector"), on="actor")
        .filter(~pl.col("kind").is_in(["collective", "person"]).fill_null(value=False))
    )
    found = []
    for one in searches:
        if "district" in one:
            there = near.filter(pl.col("district") == one["district"])
            perhaps = there.filter(pl.col("grade") >= NOT_COVERING)["initiative"]
        else:
            there = frames.initiatives.select("initiative").unique(maintain_order=True)
            perhaps = there.filter(~pl.col("initiative").is_in(placed.implode()))["initiative"]
        kept = running
        if "theme" in one:
            about = of_theme.filter(pl.col("theme") == one["theme"])["initiative"]
            kept = running.filter(running.is_in(about.implode()))
        there = there.filter(pl.col("initiative").is_in(kept.implode()))
        perhaps = perhaps.filter(perhaps.is_in(kept.implode())) if districts else perhaps.clear()
        acts = acting.join(there.select("initiative").unique(), on="initiative", how="semi")
        if "sector" in one:
            acts = acts.filter(pl.col("sector") == one["sector"])
        most = (
            acts.group_by("actor", "label")
            .agg(pl.col("initiative").n_unique())
            .sort("initiative", "label", descending=[True, False])
        )
        names = sorted(labels.get(initiative) or initiative for initiative in perhaps.unique())
        found.append(
            Leads(
                registers=_registers(frames, one),
                ask=most["label"].head(MOST).to_list(),
                may_be_there=names[:MOST],
            )
        )
    return found


def _near(frames: Frames, districts: Sequence[str], at: str | date | None) -> pl.DataFrame:
    """Return ``initiative, district, grade``: how firmly what is known puts an initiative in a district, or perhaps there."""
    terms = list(dict.fromkeys(districts))
    cells = pl.DataFrame({"term": terms}, schema={"term": pl.String}).with_row_index("cell")
    reach = DIMENSIONS["district"].reach(frames, cells.with_columns(pl.col("cell").cast(pl.UInt32)))
    placed = frames.placements.filter(is_sourced()).select("initiative", "place", row_grade(moment(at)))
    return (
        placed.join(reach, left_on="place", right_on="term")
        .with_columns(grade=pl.max_horizontal("grade", "grade_right"))
        .filter(pl.col("grade") < NOT_THERE)
        .group_by("initiative", "cell")
        .agg(pl.col("grade").min())
        .join(cells.with_columns(pl.col("cell").cast(pl.UInt32)), on="cell")
        .select("initiative", "grade", district="term")
        .sort("initiative", "district")
    )


def _about(frames: Frames, themes: Sequence[str]) -> pl.DataFrame:
    """Return ``initiative, theme``: what is about a theme or a narrower one."""
    terms = list(dict.fromkeys(themes))
    cells = pl.DataFrame({"term": terms}, schema={"term": pl.String}).with_row_index("cell")
    cells = cells.with_columns(pl.col("cell").cast(pl.UInt32))
    reach = DIMENSIONS["theme"].reach(frames, cells).select("cell", about="term")
    return (
        frames.initiatives.select("initiative", about="themes")
        .explode("about")
        .drop_nulls()
        .join(reach, on="about")
        .join(cells, on="cell")
        .select("initiative", theme="term")
        .unique()
        .sort("initiative", "theme")
    )


def _registers(frames: Frames, search: Mapping[str, str]) -> list[str]:
    everything = {name: DIMENSIONS[name].everything for name in ("district", "theme")}
    named: set[str] = set()
    for row in frames.searches.iter_rows(named=True):
        if (row["looked_for"] or "").strip():
            continue
        of = {"district": row["places"] or (), "theme": row["themes"] or ()}
        if all(set(of[name]) & {search.get(name), everything[name]} for name in of):
            named.update(row["sources"] or ())
    of_initiatives = (frames.participations, frames.placements, frames.initiatives, frames.agreements)
    speaking = {
        source
        for table in (*of_initiatives, frames.searches)
        for several in table["sources"].drop_nulls().to_list()
        for source in several
    }
    registers = frames.sources.filter(
        pl.col("scope") == sg("Register"), pl.col("source").is_in(sorted(speaking - named))
    )
    return sorted(registers["title"].drop_nulls().unique())
