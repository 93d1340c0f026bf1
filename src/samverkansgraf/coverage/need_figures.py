"""The figures that need is told from: of which period, in which unit, and what sources differ on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.tables.figures import is_area_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Need

#: What names of indicators of crime hold, where the project does not say which they are.
_CRIME: Final = ("brott", "crime")


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFigures:
    """
    One indicator in one period.

    ``values`` has ``place, low, high``: the least and greatest that any source gives, no mean of them. Of
    one with ``lower``, a low value is need. ``steps``: the values are steps of a scale without distances.
    ``sources`` are those of the values, by IRI.
    """

    indicator: str
    period: str
    unit: str | None
    lower: bool
    steps: bool
    values: pl.DataFrame
    sources: tuple[str, ...] = ()


def need_figures(
    frames: Frames,
    places: Sequence[str],
    indicator: str,
    *,
    lower: bool = False,
    period: str | None = None,
) -> NeedFigures:
    """
    Return the values of an indicator for the places studied.

    Parameters
    ----------
    frames
        The graph.
    places
        IRIs of the districts.
    indicator
        Its name.
    lower
        A low value is need. Of area types (their unit begins "områdestyp") it always is: type 1 has the greatest
        socioeconomic challenges.
    period
        As written; without it that for which most of the places have a value, the last of several.

    Raises
    ------
    UsageError
        There is no such indicator, it has no value of the period, or values of several units.
    """
    every = frames.indicators.drop_nulls(["value", "indicator"])
    named = every.filter(pl.col("indicator") == indicator)
    if named.is_empty():
        there = every["indicator"].unique().sort().to_list()
        known = f"the indicators are {', '.join(there)}" if there else "indicators.csv holds none"
        raise UsageError(
            f"need: no indicator is named {indicator!r}; {did_you_mean(indicator, there) or known}"
        )
    here = named.filter(pl.col("place").is_in(list(places)))
    if here.is_empty():
        remedy = "import it for these places, or name others under [bounds]"
        raise UsageError(f"need: {indicator!r} has no value for any district studied; {remedy}")
    periods = here.group_by("period").agg(pl.col("place").n_unique()).sort("place", "period")
    chosen = period or periods["period"][-1]
    rows = here.filter(pl.col("period") == chosen)
    if rows.is_empty():
        known = ", ".join(periods["period"].drop_nulls().sort())
        raise UsageError(f"need: {indicator!r} has no value of {chosen}; its periods are {known}")
    units = rows["unit"].unique().sort().to_list()
    if len(units) > 1:
        shown = ", ".join(unit or "none" for unit in units)
        raise UsageError(
            f"need: {indicator!r} has values of several units ({shown}); give it one in indicators"
        )
    steps = is_area_type(units[0])
    return NeedFigures(
        indicator=indicator,
        period=chosen,
        unit=units[0],
        lower=lower or steps,
        steps=steps,
        values=rows.group_by("place")
        .agg(low=pl.col("value").min(), high=pl.col("value").max())
        .sort("place"),
        sources=tuple(rows["source"].drop_nulls().unique().sort()),
    )


def chosen_indicators(asked: Sequence[str], told: Need) -> tuple[str, ...]:
    """
    Return the indicators to tell need from: those asked for, else the project's.

    Raises
    ------
    UsageError
        There are none, or only such as are never used alone.
    """
    chosen = tuple(dict.fromkeys(asked or told.indicators))
    if not chosen:
        raise UsageError(
            "need: no indicator is named; use --need NAME, or [need] indicators in samverkansgraf.toml"
        )
    if all(is_never_alone(name, told) for name in chosen):
        remedy = "name another beside it (where many crimes are reported says little of need by itself)"
        raise UsageError(f"need: {' and '.join(map(repr, chosen))} is never used alone; {remedy}")
    return chosen


def is_never_alone(indicator: str, told: Need) -> bool:
    """
    Return whether an indicator may only be used with others, as those of crime.

    Examples
    --------
    >>> from samverkansgraf.project import Need
    >>> is_never_alone("Anmälda brott", Need()), is_never_alone("Anmälda brott", Need(never_alone=()))
    (True, False)
    """
    if told.never_alone is not None:
        return indicator in told.never_alone
    return any(word in indicator.casefold() for word in _CRIME)
