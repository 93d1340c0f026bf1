"""Cells that rest on old sources."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.dates import DateError, bounds
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from samverkansgraf.dates import DateBounds

#: What is known of the age of a cell's newest source.
OLDER: Final = ("yes", "perhaps", "no", "undated")


def with_older(cells: pl.DataFrame, *, years: int, as_of: date) -> pl.DataFrame:
    """
    Add ``older``: whether what is known of a cell is older than some years.

    Parameters
    ----------
    cells
        What :func:`~samverkansgraf.coverage.cells.coverage` returned.
    years
        How many, before ``as_of``.
    as_of
        The day that is spoken of.

    Returns
    -------
    cells
        With ``older``: ``yes`` the newest source that bears the cell out is surely older, ``perhaps`` the date
        that it is given lies on both sides, ``no`` it surely is not, ``undated`` none is dated; null
        where nothing is recorded, for then nothing is old. Undated sources beside a dated one are not counted.

    Raises
    ------
    UsageError
        ``years`` is not positive.

    Examples
    --------
    >>> cells = pl.DataFrame({"value": ["covered"], "sources": [1], "last_seen": ["2012-05"]})
    >>> with_older(cells, years=5, as_of=date(2021, 1, 1))["older"].to_list()
    ['yes']
    """
    if years < 1:
        raise UsageError(f"older-than: {years} is no number of years; give 1 or more")
    day = _years_before(as_of, years)
    known = {text: _older(text, day) for text in cells["last_seen"].drop_nulls().unique().to_list()}
    dated = pl.col("last_seen").replace_strict(known, default=None, return_dtype=pl.String)
    nothing = pl.lit(None, dtype=pl.String)
    return cells.with_columns(
        older=pl.when(pl.col("sources") == 0).then(nothing).otherwise(dated.fill_null("undated"))
    )


def _older(text: str, day: date) -> str:
    found = _bounds(text)
    if found is not None and found.latest is not None and found.latest < day:
        return "yes"
    return "no" if found is not None and found.earliest is not None and found.earliest >= day else "perhaps"


def _bounds(text: str) -> DateBounds | None:
    try:
        return bounds(text)
    except DateError:
        return None


def _years_before(day: date, years: int) -> date:
    """Return the same day some years earlier, or the month's last."""
    year = day.year - years
    if year < date.min.year:
        raise UsageError(f"older-than: {years} years before {day} is out of the calendar; give fewer")
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def older_counts(cells: pl.DataFrame) -> dict[str, int]:
    """Return how many cells have each value of ``older``, in the order of :data:`OLDER`."""
    counts = dict(cells["older"].drop_nulls().value_counts().iter_rows())
    return {one: counts.get(one, 0) for one in OLDER}
