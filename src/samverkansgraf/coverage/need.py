"""Districts by need against what is recorded there, with what is not known of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from samverkansgraf.coverage.cells import coverage
from samverkansgraf.coverage.districts import DISTRICT
from samverkansgraf.coverage.need_figures import chosen_indicators, need_figures
from samverkansgraf.coverage.need_words import text
from samverkansgraf.project import Need
from samverkansgraf.tables.cells import number_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from samverkansgraf.coverage.need_figures import NeedFigures
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

_ROUND: Final = 12
_SCHEMA: Final = pl.Schema({
    "district": pl.String(), "rank": pl.Int64(), "rank_low": pl.Int64(), "rank_high": pl.Int64(),
    "rank_if_all": pl.Int64(),
    **dict.fromkeys(("need", "need_low", "need_high"), pl.Float64()),
    "figures": pl.String(),
    **dict.fromkeys(("cells", "covered", "none_found", "indirect", "not_searched", "population"), pl.Int64()),
    **dict.fromkeys(("gap", "gap_low", "gap_high"), pl.Float64()),
    "reason": pl.String(), "place": pl.String(),
})  # fmt: skip


def need_positions(figures: Sequence[NeedFigures], places: Sequence[str]) -> pl.DataFrame:
    """
    Return where each place stands among the others by need.

    Parameters
    ----------
    figures
        One or more indicators.
    places
        IRIs.

    Returns
    -------
    positions
        ``place, need, need_low, need_high``, in the order given: of each indicator the share of the places
        whose need is less, ties and the place itself counting half (the fractional rank, above 0 and below 1), and of these
        the mean over the indicators; near 1 is the greatest need. Only the order of values counts, so steps of a scale are never averaged. Where sources differ,
        ``need_low`` and ``need_high`` are the least and greatest position that any choice among their values
        gives, and ``need`` is halfway between. Null where an indicator has no value, and where
        only one place has.

    Notes
    -----
    The mean of ranks is Borda's count; that it weighs indicators alike is a choice.
    """
    ends = [_ends(one, places) for one in figures]
    whole = np.logical_and.reduce([~np.isnan(low) for low, _ in ends])
    lows, highs = np.full((2, len(ends), len(places)), np.nan)
    if whole.sum() > 1:
        for number, (low, high) in enumerate(ends):
            lows[number, whole] = _share_below(low[whole], high[whole])
            highs[number, whole] = _share_below(high[whole], low[whole])
    low, high = lows.mean(axis=0).round(_ROUND), highs.mean(axis=0).round(_ROUND)
    made = pl.DataFrame({"place": list(places), "need": (low + high) / 2, "need_low": low, "need_high": high})
    return made.with_columns(pl.col(pl.Float64).fill_nan(None))


def _ends(figures: NeedFigures, places: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the least and the greatest need of each place: values, turned round where a low one is need."""
    known = {place: (low, high) for place, low, high in figures.values.iter_rows()}
    pairs = np.array([known.get(place, (np.nan, np.nan)) for place in places], dtype=float).reshape(-1, 2)
    return (-pairs[:, 1], -pairs[:, 0]) if figures.lower else (pairs[:, 0], pairs[:, 1])


def _share_below(own: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each place the share of places that are below it, ties and itself counting half."""
    order = np.sort(others)
    below = np.searchsorted(order, own, side="left").astype(float)
    ties = np.searchsorted(order, own, side="right") - below
    itself = np.where(others < own, 1.0, np.where(others == own, 0.5, 0.0))
    shares: NDArray[np.float64] = (below + ties / 2 - itself + 0.5) / len(own)
    return shares


def need_gaps(
    frames: Frames,
    bounds: Bounds,
    *,
    indicators: Sequence[str] = (),
    told: Need | None = None,
    period: str | None = None,
    at: str | date | None = None,
    language: Language = "sv",
) -> pl.DataFrame:
    """
    Rank the districts by need against how much of what is studied is recorded there.

    Parameters
    ----------
    frames, bounds
        The graph and what is studied.
    indicators
        Need is the mean position by these (:func:`need_positions`); without them the project's.
    told
        The project's settings of need.
    period
        Of the indicators; without it, of each the one for which most districts have a value.
    at
        As of when things are recorded, as :func:`~samverkansgraf.coverage.cells.coverage` has it.
    language
        Of ``figures`` and ``reason``.

    Returns
    -------
    districts
        A row for each finest district in bounds, the highest rank first. ``gap`` is ``need`` times the share of
        the district's cells (one for each theme) that are not covered: 0 to 1. ``rank`` 1 is the greatest gap.
        ``gap_low`` is what it is if all that is not searched or only indirectly documented were covered and need is the
        least that sources give, ``gap_high`` if none of it is and need is the greatest; ``rank_if_all`` the
        rank if that were so in every district. ``rank_low`` and ``rank_high`` are the
        best and the worst rank that any combination of these gives: between them nobody knows.
        ``figures`` are the values, ``population`` that of the table. A district without a value of each indicator has
        no rank and a ``reason``.

    Raises
    ------
    UsageError
        As :func:`~samverkansgraf.coverage.need_figures.need_figures` and ``chosen_indicators``, or ``at`` is no date.

    Notes
    -----
    An index of positions orders districts; it does not measure how much greater one need is than another. The bounds
    are those of partial identification (Manski 2003, Partial Identification of Probability Distributions,
    doi:10.1007/b97478): what nobody has looked at may be anything.
    """
    told = told or Need()
    cells = district_cells(frames, bounds, at=at, by_theme=True)
    places = cells["place"].to_list()
    figures = [
        need_figures(frames, places, name, lower=name in told.lower, period=period)
        for name in chosen_indicators(indicators, told)
    ]
    rows = cells.join(need_positions(figures, places), on="place", maintain_order="left").with_columns(
        figures=pl.Series([_in_words(figures, place, language) for place in places], dtype=pl.String),
        reason=pl.Series(_reasons(figures, places, language), dtype=pl.String),
    )
    open_cells = pl.col("not_searched") + pl.col("indirect")
    rows = rows.with_columns(
        gap=pl.col("need") * (1 - pl.col("covered") / pl.col("cells")),
        gap_low=pl.col("need_low") * (1 - (pl.col("covered") + open_cells) / pl.col("cells")),
        gap_high=pl.col("need_high") * (1 - pl.col("covered") / pl.col("cells")),
        _if_all=pl.col("need") * (1 - (pl.col("covered") + open_cells) / pl.col("cells")),
    ).with_columns(pl.col("gap", "gap_low", "gap_high", "_if_all").round(_ROUND))
    rows = rows.with_columns(
        rank=ranks_above(rows["gap"], rows["gap"]),
        rank_low=ranks_above(rows["gap_high"], rows["gap_low"]),
        rank_high=ranks_above(rows["gap_low"], rows["gap_high"]),
        rank_if_all=ranks_above(rows["_if_all"], rows["_if_all"]),
    )
    return (
        rows.with_row_index("_order")
        .sort("rank", "_order", nulls_last=True)
        .select(list(_SCHEMA))
        .cast(_SCHEMA)
    )


def ranks_above(own: pl.Series, others: pl.Series) -> pl.Series:
    """
    Return one more than how many of the others are greater than each; null where the own value is.

    Parameters
    ----------
    own
        A value of each thing.
    others
        What each thing has when it is one of the others.

    Examples
    --------
    >>> ranks_above(pl.Series([0.5, 0.2, 0.5]), pl.Series([0.5, 0.2, 0.5])).to_list()
    [1, 3, 1]
    """
    order = np.sort(others.drop_nulls().to_numpy())
    ranks = len(order) - np.searchsorted(order, own.fill_null(0).to_numpy(), side="right") + 1
    ranks -= (others > own).fill_null(value=False).to_numpy()  # none is above itself
    return pl.Series(
        [int(r) if known else None for r, known in zip(ranks, own.is_not_null(), strict=True)], dtype=pl.Int64
    )


def district_cells(
    frames: Frames, bounds: Bounds, *, at: str | date | None = None, by_theme: bool
) -> pl.DataFrame:
    """
    Return for each finest district how many of its cells have each of the four values.

    Parameters
    ----------
    frames, bounds, at
        As :func:`~samverkansgraf.coverage.cells.coverage`.
    by_theme
        A cell for each theme in bounds; else, and where there are none, one for each district.

    Returns
    -------
    districts
        ``place, district, population, cells, covered, none_found, indirect, not_searched, initiatives,
        indirect_evidence``, in the order of the bounds; the last two are distinct only where a district is one cell.
    """
    terms = DISTRICT.cells(frames, bounds, "sv").sort("cell")
    by = ("district", "theme") if by_theme and bounds.themes else ("district",)
    table = coverage(frames, bounds, by=by, at=at)
    each = table.height // terms.height if terms.height else 1
    number = pl.int_range(pl.len()) // each
    values = ("covered", "none_found", "indirect", "not_searched")
    counted = (
        table.with_columns(cell=number)
        .group_by("cell", maintain_order=True)
        .agg(
            pl.len().alias("cells"),
            *((pl.col("value") == value).sum().alias(value) for value in values),
            pl.when(pl.col("value") == "covered").then("initiatives").otherwise(0).sum().alias("initiatives"),
            pl.col("indirect_evidence").sum(),
        )
    )
    people = frames.places.select(term="place", population="population").unique("term", keep="first")
    return (
        terms.with_columns(pl.col("cell").cast(pl.Int64))
        .join(counted.with_columns(pl.col("cell").cast(pl.Int64)), on="cell", maintain_order="left")
        .join(people, on="term", how="left", maintain_order="left")
        .select(
            pl.col("term").alias("place"), pl.col("label").alias("district"), "population", "cells", *values,
            "initiatives", "indirect_evidence",
        )
        .with_columns(pl.col(pl.UInt32).cast(pl.Int64))
    )  # fmt: skip


def _in_words(figures: Sequence[NeedFigures], place: str, language: Language) -> str:
    said = []
    for one in figures:
        known = one.values.filter(pl.col("place") == place)
        if known.height:
            low, high = (number_text(known[end][0]) for end in ("low", "high"))
            value = low if low == high else f"{low}–{high}"
            if language != "en":
                value = value.replace(".", ",")
            said.append(f"{one.indicator} {one.period}: {value}")
    return "; ".join(said)


def _reasons(figures: Sequence[NeedFigures], places: Sequence[str], language: Language) -> list[str | None]:
    missing = {
        place: [one.indicator for one in figures if place not in one.values["place"]] for place in places
    }
    alone = sum(not names for names in missing.values()) == 1
    return [
        text("no_figure", language, indicators=", ".join(missing[place]))
        if missing[place]
        else text("one_district", language) if alone else None
        for place in places
    ]  # fmt: skip
