"""How evenly what is recorded is spread over districts, and whether it lies where need is."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from samverkansgraf.coverage.inequality import concentration_index, gini, lorenz_frame, theil
from samverkansgraf.coverage.need import district_cells, need_positions
from samverkansgraf.coverage.need_figures import chosen_indicators, need_figures
from samverkansgraf.coverage.need_words import text
from samverkansgraf.coverage.places import within
from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.project import Need

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: How many samples and permutations are drawn, unless said.
SAMPLES: Final = 999
#: The rows of the table.
INDICES: Final = ("gini", "theil", "theil_between", "theil_within", "concentration_index")
_ENDS: Final = (2.5, 97.5)
_SCHEMA: Final[dict[str, Any]] = {
    "index": pl.String(),
    **dict.fromkeys(("value", "low", "high", "p_value"), pl.Float64()),
    **dict.fromkeys(("districts", "samples", "defined", "seed"), pl.Int64()),
    "per": pl.String(), "reason": pl.String(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spread:
    """
    What is spread over which places.

    ``rows`` has ``place, district, value, weight, need, group, not_searched, indirect``; ``per`` is ``inhabitant`` or, where
    not every population is known, ``district``.
    """

    rows: pl.DataFrame
    per: str

    def lorenz(self) -> pl.DataFrame:
        """Return the points of the Lorenz curve: ``share_of_people, share_of_initiatives``."""
        return lorenz_frame(self.rows["value"].to_list(), self.rows["weight"].to_list())


def spread_of_initiatives(
    frames: Frames,
    bounds: Bounds,
    *,
    indicators: Sequence[str] = (),
    told: Need | None = None,
    groups: str | None = None,
    period: str | None = None,
    at: str | date | None = None,
) -> Spread:
    """
    Return the initiatives recorded in each district, per inhabitant where every population is known.

    Parameters
    ----------
    frames, bounds, indicators, told, period, at
        As :func:`~samverkansgraf.coverage.need.need_gaps`; without indicators there is no need.
    groups
        A kind of place that districts lie within (as ``municipality``), or an indicator whose values are the groups, as
        area types; without it there are none.

    Raises
    ------
    UsageError
        As :func:`~samverkansgraf.coverage.need.need_gaps`, or there are no such groups.
    """
    told = told or Need()
    rows = district_cells(frames, bounds, at=at, by_theme=False)
    places = rows["place"].to_list()
    known = rows.height > 0 and bool((rows["population"].fill_null(0) > 0).all())
    people = pl.col("population").cast(pl.Float64) if known else pl.lit(1.0)
    rows = rows.with_columns(value=pl.col("initiatives") / people, weight=people)
    asked = tuple(indicators) or told.indicators
    need = pl.lit(None, dtype=pl.Float64)
    if asked:
        figures = [
            need_figures(frames, places, name, lower=name in told.lower, period=period)
            for name in chosen_indicators(asked, told)
        ]
        positions = need_positions(figures, places).select("place", "need")
        rows = rows.join(positions, on="place", how="left", maintain_order="left")
        need = pl.col("need")
    grouped = _groups(frames, places, groups, period)
    rows = rows.with_columns(need=need, group=pl.Series([grouped.get(p) for p in places], dtype=pl.String))
    columns = ("place", "district", "value", "weight", "need", "group", "not_searched", "indirect")
    return Spread(rows.select(columns), "inhabitant" if known else "district")


def equity(
    spread: Spread, *, samples: int = SAMPLES, seed: int = 1, language: Language = "sv"
) -> pl.DataFrame:
    """
    Return how evenly what is recorded is spread, with intervals.

    Parameters
    ----------
    spread
        What :func:`spread_of_initiatives` returned.
    samples
        How many bootstrap samples, and how many permutations.
    seed
        Of both.
    language
        Of ``reason``.

    Returns
    -------
    table
        A row for each of :data:`INDICES` (:mod:`samverkansgraf.coverage.inequality`): its value; the 2.5th and 97.5th
        percentile over samples of districts drawn with replacement (Efron & Tibshirani 1993), of which ``defined`` give a
        value; and for ``theil_between`` (how often as much lies between groups when districts change groups by chance) and
        ``concentration_index`` (how often it is as far from 0 when need is dealt out by chance)
        a permutation p that is never 0. Districts without need are left out of the last. What is undefined is null and
        has a reason.

    Raises
    ------
    UsageError
        Fewer than one sample is asked for.
    """
    if samples < 1:
        raise UsageError("equity: samples must be 1 or more")
    rows = spread.rows
    grouped = rows["group"].null_count() == 0 and rows.height > 0
    reasons = {
        name: text("nothing_recorded" if rows.height > 1 else "too_few_to_spread", language)
        for name in INDICES
    }
    made = []
    for name in INDICES:
        index, used, reason = _INDEX[name], rows, reasons[name]
        if name in {"theil_between", "theil_within"} and not grouped:
            used, reason = rows.clear(), text("no_groups", language)
        elif name == "concentration_index":
            used = rows.drop_nulls("need")
            reason = text("no_need", language) if used.height < 2 else reason  # noqa: PLR2004 - a pair makes an order
        value = index(used)
        random = np.random.default_rng([seed, INDICES.index(name)])
        undefined = isnan(value)
        drawn = np.array([]) if undefined else _bootstrap(used, index, samples, random)
        ends = (None, None) if not drawn.size else tuple(float(end) for end in np.percentile(drawn, _ENDS))
        p_value = None if undefined else _permutation_p(name, used, value, samples, random)
        made.append(
            (name, None if undefined else value, *ends, p_value, used.height, samples, int(drawn.size), seed,
             spread.per, reason if undefined else None)
        )  # fmt: skip
    return pl.DataFrame(made, schema=_SCHEMA, orient="row")


def _lists(rows: pl.DataFrame) -> tuple[list[float], list[float]]:
    return rows["value"].to_list(), rows["weight"].to_list()


_INDEX: Final[dict[str, Callable[[pl.DataFrame], float]]] = {
    "gini": lambda rows: gini(*_lists(rows)),
    "theil": lambda rows: theil(*_lists(rows)).total,
    "theil_between": lambda rows: theil(*_lists(rows), rows["group"].to_list()).between,
    "theil_within": lambda rows: theil(*_lists(rows), rows["group"].to_list()).within,
    "concentration_index": lambda rows: concentration_index(*_lists(rows), rows["need"].to_list()),
}


def _bootstrap(
    rows: pl.DataFrame, index: Callable[[pl.DataFrame], float], samples: int, random: np.random.Generator
) -> Any:
    draws = random.integers(0, rows.height, size=(samples, rows.height))
    values = np.array([index(rows[draw]) for draw in draws])
    return values[~np.isnan(values)]


def _permutation_p(
    name: str, rows: pl.DataFrame, value: float, samples: int, random: np.random.Generator
) -> float | None:
    column = {"theil_between": "group", "concentration_index": "need"}.get(name)
    if column is None:
        return None
    as_far = 0
    for _ in range(samples):
        dealt = rows.with_columns(rows[column][random.permutation(rows.height)])
        as_far += abs(_INDEX[name](dealt)) >= abs(value) - 1e-12
    return (as_far + 1) / (samples + 1)


def _groups(frames: Frames, places: Sequence[str], groups: str | None, period: str | None) -> dict[str, str]:
    """Return the group of each place that has one."""
    if groups is None:
        return {}
    kinds = frames.places["kind"].drop_nulls().unique().sort().to_list()
    named = frames.indicators["indicator"].drop_nulls().unique().sort().to_list()
    if groups in named:
        values = need_figures(frames, places, groups, period=period).values
        agreed = values.filter(pl.col("low") == pl.col("high"))
        return {place: f"{value:g}" for place, value in agreed.select("place", "low").iter_rows()}
    if groups not in kinds:
        remedy = did_you_mean(groups, [*kinds, *named]) or f"the kinds are {', '.join(kinds)}"
        raise UsageError(f"equity: no kind of place and no indicator is named {groups!r}; {remedy}")
    of_kind = frames.places.filter(pl.col("kind") == groups)["place"]
    inside = within(frames.places, pl.Series(places, dtype=pl.String)).filter(
        pl.col("above").is_in(of_kind.to_list())
    )
    only = inside.group_by("below").agg(pl.col("above").unique()).filter(pl.col("above").list.len() == 1)
    return dict(only.select("below", pl.col("above").list.first()).iter_rows())
