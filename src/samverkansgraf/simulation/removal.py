"""
The graph as it would be without something: rows left out of frames, never touching a store.

What a source says stands in rows of its own. Struck, it takes with it the rows that no other source supports. Where an
initiative or an agreement has rows of several sources, the values that only the struck one gives (status, dates,
kind, amounts) go too; which source gave one of several values, as its themes, the frames do not say, and these stay
until no source of its own is left.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.dates import DateError, bounds
from samverkansgraf.frames import SCHEMAS
from samverkansgraf.properties import PROPERTIES
from samverkansgraf.simulation.changes import funder_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkansgraf.frames import Frames
    from samverkansgraf.simulation.changes import Leaving

#: Frames whose rows are gone when no source is left; initiatives have rules of their own.
_ROWS: Final = ("participations", "placements", "claims", "statements", "agreements", "positions")
#: Columns that only an initiative's or an agreement's own rows fill.
_KEPT: Final = ("initiative", "agreement", "label", "sources", "evidence")


def without(frames: Frames, leaving: Iterable[Leaving]) -> Frames:
    """
    Return the graph without what leaves.

    Parameters
    ----------
    frames
        The graph; it is not changed.
    leaving
        What leaves. An ``actor`` or a ``sector`` takes its participations, positions and places among the parties of
        agreements with it; a ``funder`` its participations as funder alone; an ``initiative`` its participations and
        placements; a ``source`` what nothing else supports; an ``agreement`` itself. Sources are struck
        first and together, so that the order makes no difference. Who wrote a source does not change.

    Returns
    -------
    frames
        The rest. Initiatives that nobody is left in are still there.
    """
    leaving = list(leaving)
    if sources := sorted({left.id for left in leaving if left.kind == "source"}):
        frames = _without_sources(frames, sources)
    for left in leaving:
        if left.kind in {"actor", "sector"}:
            frames = _without_actors(frames, left.actors)
        elif left.kind == "funder":
            paying = pl.col("actor").is_in(left.actors) & pl.col("role").is_in(funder_roles(frames))
            frames = _dropped(frames, participations=paying)
        elif left.kind == "agreement":
            frames = _dropped(frames, agreements=pl.col("agreement") == left.id)
        elif left.kind == "initiative":
            frames = without_initiatives(frames, [left.id])
    return frames


def without_initiatives(frames: Frames, gone: Sequence[str]) -> Frames:
    """Return the graph without some initiatives, their participations and placements."""
    theirs = pl.col("initiative").is_in(gone)
    frames = _dropped(frames, initiatives=theirs, participations=theirs, placements=theirs)
    governs = frames.agreements.with_columns(_less("governs", gone))
    return replace(frames, agreements=governs, standings=frames.standings.filter(~theirs))


def _without_actors(frames: Frames, gone: Iterable[str]) -> Frames:
    actors = sorted(gone)
    held = pl.col("person").is_in(actors) | pl.col("organisation").is_in(actors)
    is_one = pl.col("actor").is_in(actors)
    frames = _dropped(frames, actors=is_one, participations=is_one, positions=held.fill_null(value=False))
    return replace(
        frames,
        actors=frames.actors.with_columns(_less("part_of", actors), _less("owner", actors)),
        agreements=frames.agreements.with_columns(_less("parties", actors), _less("responsible", actors)),
        initiatives=frames.initiatives.with_columns(_less("constitutes", actors)),
    )


def _less(column: str, gone: Sequence[str]) -> pl.Expr:
    return pl.col(column).list.set_difference(pl.lit(list(gone), dtype=pl.List(pl.String)))


def _dropped(frames: Frames, **which: pl.Expr) -> Frames:
    """Return the graph without some rows of frames, and without the evidence about these alone."""
    gone: list[str] = []
    kept: dict[str, pl.DataFrame] = {}
    for name, rows in which.items():
        frame: pl.DataFrame = getattr(frames, name)
        gone += frame.filter(rows)[frame.columns[0]].to_list()
        kept[name] = frame.filter(~rows.fill_null(value=False))
    about = pl.col("about").is_in(gone)
    for name in ("evidence", "values", "statements"):
        kept[name] = kept.get(name, getattr(frames, name)).filter(~about)
    return replace(frames, **kept)


def _without_sources(frames: Frames, struck: Sequence[str]) -> Frames:
    gone = pl.col("source").is_in(struck).fill_null(value=False)
    its = frames.evidence.filter(gone)["evidence"].unique().to_list()
    listed = pl.lit(list(struck), dtype=pl.List(pl.String))
    rest = pl.col("sources").list.drop_nulls().list.set_difference(listed)
    mine = pl.col("sources").list.set_intersection(listed).list.len().fill_null(0) > 0
    alone = mine & (rest.list.len() == 0)
    proof = (_less("sources", struck), _less("evidence", its))
    bare = frames.initiatives.filter(alone)["initiative"].to_list()
    frames = _dropped(frames, **dict.fromkeys((*_ROWS, "searches"), alone), sources=gone)
    frames = replace(
        frames,
        **{name: getattr(frames, name).with_columns(proof) for name in (*_ROWS, "initiatives")},
        searches=frames.searches.with_columns(_less("sources", struck)),
        evidence=frames.evidence.filter(~gone),
        standings=frames.standings.filter(~pl.col("evidence").is_in(its)),
        second_hand=frames.second_hand.filter(~pl.col("evidence").is_in(its)),
        indicators=frames.indicators.filter(~gone),
    )
    frames = _without_values(frames, struck)
    named = {*frames.participations["initiative"], *frames.placements["initiative"]}
    frames = without_initiatives(frames, [one for one in bare if one not in named])
    return replace(frames, initiatives=_emptied(frames.initiatives, [one for one in bare if one in named]))


def _emptied(initiatives: pl.DataFrame, bare: Sequence[str]) -> pl.DataFrame:
    """Return initiatives that only others' rows still name with what their own rows said left out."""
    schema = SCHEMAS["initiatives"]
    own = [name for name in schema if name not in _KEPT]
    return initiatives.with_columns(
        pl.when(pl.col("initiative").is_in(bare))
        .then(pl.lit([] if isinstance(schema[name], pl.List) else None, dtype=schema[name]))
        .otherwise(name)
        .alias(name)
        for name in own
    )


def _without_values(frames: Frames, struck: Sequence[str]) -> Frames:
    """Return the graph with the values that other sources give, of what the struck ones gave."""
    gone = pl.col("source").is_in(struck).fill_null(value=False)
    rest = frames.values.filter(~gone)
    given = frames.values.filter(gone).select("about", "property", "value").iter_rows()
    left: dict[tuple[str, str], list[str]] = {}
    for about, of, value in rest.select("about", "property", "value").sort("value").iter_rows():
        left.setdefault((about, of), []).append(value)
    new = {}
    for name in ("initiatives", "agreements"):
        rows = {row[name[:-1]]: row for row in getattr(frames, name).iter_rows(named=True)}
        new[name] = rows
    for about, of, value in given:
        column = PROPERTIES[of].column
        for rows in new.values():
            if about in rows and rows[about].get(column) == _as_kept(rows[about].get(column), value):
                rows[about].update(_values_of(column, left.get((about, of), [])))
    made = {name: pl.DataFrame(list(rows.values()), schema=SCHEMAS[name]) for name, rows in new.items()}
    return replace(frames, values=rest, **made)


def _as_kept(kept: Any, value: str) -> Any:
    return float(value) if isinstance(kept, float) else value


def _values_of(column: str, values: Sequence[str]) -> dict[str, Any]:
    """Return the cells of a column of one value for what sources give: the first, and the days that span all."""
    if column not in {"start", "end"}:
        number = column == "amount"
        return {column: (float(values[0]) if number else values[0]) if values else None}
    try:
        spans = [bounds(value) for value in values]
    except DateError:
        spans = []
    first, last = [span.earliest for span in spans], [span.latest for span in spans]
    return {
        column: values[0] if values else None,
        f"{column}_earliest": min(first) if first and None not in first else None,  # type: ignore[type-var]
        f"{column}_latest": max(last) if last and None not in last else None,  # type: ignore[type-var]
    }
