"""The need of districts: a file, the population, or an indicator that the graph has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.planning.place_files import amount, found_district, place_table
from samverkansgraf.dates import DateError, bounds
from samverkansgraf.errors import InputError, UsageError, did_you_mean
from samverkansgraf.tables.columns import Column, Table
from samverkansgraf.tables.reading import SUFFIXES

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames

NEED_TABLE: Final = Table("need", (Column("district", required=True), Column("need", required=True)))

#: The name that means how many live in a district.
POPULATION: Final = "population"
_SCHEMA: Final = {"place": pl.String, "need": pl.Float64}


def need_of(frames: Frames, name: str) -> pl.DataFrame:
    """
    Return ``place, need`` by a name.

    Parameters
    ----------
    frames
        The graph.
    name
        ``population``, an indicator of the graph (its latest period for each place; the greater the more need), or a CSV,
        XLSX or ODS file with the columns ``district`` and ``need``.

    Raises
    ------
    UsageError, InputError
        There is no such thing, or it says two things of one place.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby", "population": 9000}])
    >>> need_of(Frames.of(places=places), "population").row(0)
    ('urn:b', 9000.0)
    """
    if name.lower().endswith(SUFFIXES):
        return read_need(Path(name), frames)
    if name == POPULATION:
        return frames.places.select("place", need=pl.col("population").cast(pl.Float64)).drop_nulls()
    rows = frames.indicators.filter(pl.col("indicator") == name).drop_nulls(["place", "value"])
    if rows.is_empty():
        known = [POPULATION, *frames.indicators["indicator"].drop_nulls().unique().sort()]
        remedy = (
            did_you_mean(name, known) or f"known are {', '.join(known)}, or a file with district and need"
        )
        raise UsageError(f"plan, need: no indicator is called {name!r}; {remedy}")
    found: dict[str, float] = {}
    problems = []
    labels = dict(frames.places.select("place", "label").iter_rows())
    for (place,), some in rows.group_by("place", maintain_order=True):
        latest = max(_last_day(period) for period in some["period"])
        values = {
            value
            for period, value in some.select("period", "value").iter_rows()
            if _last_day(period) == latest
        }
        if len(values) > 1:
            told = ", ".join(f"{value:g}" for value in sorted(values))
            problems.append(
                f"plan, need: {name!r} of {labels.get(str(place)) or place} has several values for its latest period ({told}); "
                "write the one to use in a file with district and need"
            )
        found[str(place)] = min(values)
    if problems:
        raise UsageError("\n".join(problems))
    return pl.DataFrame(sorted(found.items()), schema=_SCHEMA, orient="row")


def _last_day(period: str | None) -> str:
    """Return the last day of a period, as text that sorts; of one without, what comes before any."""
    if period is None:
        return ""
    try:
        latest = bounds(period).latest
    except DateError:
        return ""
    return "" if latest is None else latest.isoformat()


def read_need(path: Path, frames: Frames) -> pl.DataFrame:
    """
    Return ``place, need`` of a CSV, XLSX or ODS file with the columns ``district`` and ``need``.

    Raises
    ------
    UsageError, InputError
        There is no such file; it, a name or a number is faulty, or a district stands twice. All of it is said at once.
    """
    raw, problems = place_table(path, NEED_TABLE)
    rows: dict[str, float] = {}
    for place, row in enumerate(raw.rows if not problems else ()):
        district = found_district(raw, frames, place, "district", problems)
        text = raw.cells["need"][place]
        if text is None:
            problems.append(
                raw.problem("the cell is empty", row, "need", "fill it in, or remove the row: need not known")
            )
            continue
        value = amount(raw, text, row, "need", problems)
        if district is not None and district in rows:
            problems.append(
                raw.problem(f"{raw.cells['district'][place]!r} has two needs", row, "district", "keep one")
            )
        elif district is not None and value is not None:
            rows[district] = value
    if problems:
        raise InputError(problems)
    return pl.DataFrame(list(rows.items()), schema=_SCHEMA, orient="row")
