"""Cells that rest on one: one actor, one funder, one source, one initiative, or one that is only planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.cells import Cells
from samverkansgraf.coverage.grid import distinct
from samverkansgraf.coverage.making import making_of
from samverkansgraf.coverage.periods import PERIOD

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkansgraf.coverage.making import Making
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: What a cell may rest on, in the order shown.
RESTS_ON: Final = ("planned_initiative", "initiative", "actor", "actor_in_all", "funder", "source")


def dependence(
    frames: Frames,
    bounds: Bounds,
    *,
    by: Sequence[str] = ("district", "theme"),
    at: str | date | None = None,
    language: Language = "sv",
    division: str | None = None,
    periods: Sequence[str] = (),
) -> pl.DataFrame:
    """
    Return the cells that rest on a single one, and on which.

    Parameters
    ----------
    frames, bounds, by, at, language, division, periods
        As in :func:`~samverkansgraf.coverage.cells.coverage`.

    Returns
    -------
    dependences
        A column for each dimension, ``value``, ``rests_on``, ``name`` (its label or title), ``id`` and ``initiatives``
        (that cover the cell); one row for each cell and each thing it rests on, in the order of the cells:

        ``initiative`` only one covers it; ``actor`` only one takes part in what covers it, in a tie-making role;
        ``actor_in_all`` several do, but one of them in each of its initiatives, of which there are at least two;
        ``funder`` each of its initiatives has a funder recorded, and it is the same one; ``source`` only one
        bears it out; ``planned_initiative`` nothing covers it, and one initiative that is merely planned would.
        A collective nobody has listed is several actors, and no cell rests on it. What is not recorded
        may be there: a cell rests on one as far as is recorded.

    Raises
    ------
    UsageError
        As for :func:`~samverkansgraf.coverage.cells.coverage`.
    """
    cells = Cells(frames, bounds, by=by, at=at, language=language, division=division, periods=periods)
    found = []
    for order, period in enumerate(cells.periods):
        made = making_of(cells.scope_at(period), cells.dimensions)
        labelled = cells.labelled(pl.concat(_of(made)), period).with_columns(_period=pl.lit(order))
        found.append(labelled.join(_things(frames), on=["thing", "id"], how="left"))
    ordered = pl.concat(found).with_columns(_rank=pl.col("rests_on").cast(pl.Enum(RESTS_ON)))
    place = ["row", "_period"] if cells.names[-1:] == (PERIOD,) else ["_period", "row"]
    return ordered.sort(*place, "_rank", "name", "id").select(
        *cells.names, "value", "rests_on", "name", "id", "initiatives"
    )


def _of(made: Making) -> list[pl.DataFrame]:
    """Return by kind ``row, value, rests_on, thing, id, initiatives``."""
    covered = made.values.filter(value="covered")
    pairs = made.pairs.join(covered, on="row", how="semi")
    number = pairs.group_by("row").agg(initiatives=pl.len().cast(pl.Int64))
    taking_part = made.actors.join(covered, on="row", how="semi")
    actors = distinct(taking_part, "row", "actor")
    in_all = (
        taking_part.group_by("row", "actor")
        .agg(pl.col("initiative").n_unique().cast(pl.Int64).alias("initiatives"))
        .join(number.filter(pl.col("initiatives") > 1), on=["row", "initiatives"], how="semi")
        .select("row", "actor")
    )
    several = actors.group_by("row").len().filter(pl.col("len") > 1)
    funded = pairs.join(made.funders, on="initiative")
    every = (
        funded.group_by("row")
        .agg(
            pl.col("actor").n_unique().alias("funders"),
            pl.col("initiative").n_unique().cast(pl.Int64).alias("initiatives"),
        )
        .filter(pl.col("funders") == 1)
        .join(number, on=["row", "initiatives"], how="semi")
    )
    planned = made.planned.join(made.values.filter(pl.col("value") != "covered"), on="row", how="semi")
    kinds = (
        ("initiative", "initiative", _alone(pairs, "initiative")),
        ("actor", "actor", _no_collective(_alone(actors, "actor"), made)),
        ("actor_in_all", "actor", _no_collective(in_all.join(several, on="row", how="semi"), made)),
        ("funder", "actor", distinct(funded.join(every, on="row", how="semi"), "row", "actor")),
        ("source", "source", _alone(made.sources.join(covered, on="row", how="semi"), "source")),
        ("planned_initiative", "initiative", _alone(planned, "initiative")),
    )
    return [
        made.scope.with_ids(rows, thing)
        .join(made.values, on="row")
        .join(number, on="row", how="left")
        .select(
            "row",
            "value",
            rests_on=pl.lit(kind),
            thing=pl.lit(thing),
            id=thing,
            initiatives=pl.col("initiatives").fill_null(0),
        )
        for kind, thing, rows in kinds
    ]


def _alone(pairs: pl.DataFrame, thing: str) -> pl.DataFrame:
    """Return the pairs of cells that have one thing only."""
    once = pairs.group_by("row").len().filter(pl.col("len") == 1)
    return pairs.join(once, on="row", how="semi").select("row", thing)


def _no_collective(pairs: pl.DataFrame, made: Making) -> pl.DataFrame:
    return pairs.join(made.collectives, on="actor", how="anti")


def _things(frames: Frames) -> pl.DataFrame:
    """Return ``thing, id, name``."""
    labels = {
        "actor": frames.actors.select(id="actor", name="label"),
        "initiative": frames.initiatives.select(id="initiative", name="label"),
        "source": frames.sources.select(id="source", name="title"),
    }
    return pl.concat(
        [
            rows.unique("id", keep="first").select(pl.lit(thing).alias("thing"), "id", "name")
            for thing, rows in labels.items()
        ]
    )
