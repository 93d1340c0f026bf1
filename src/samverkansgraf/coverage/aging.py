"""What is old, and what runs out: cells that rest on old sources, and agreements that end soon."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.agreements import agreements_by_time
from samverkansgraf.dates import DateError, bounds
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from samverkansgraf.dates import DateBounds
    from samverkansgraf.frames import Frames

#: What is known of the age of a cell's newest source.
OLDER: Final = ("yes", "perhaps", "no", "undated")
_MONTHS: Final = 12


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
    day = _months_after(as_of, -_MONTHS * years)
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


def agreements_ending(frames: Frames, *, as_of: date, months: int) -> pl.DataFrame:
    """
    Return the agreements that end, or may end, within some months.

    Parameters
    ----------
    frames
        The graph.
    as_of
        The day that is spoken of.
    months
        How many after it; the day so many months later is within.

    Returns
    -------
    agreements
        ``agreement`` (IRI), ``label``, ``ends`` (every date that a source gives, EDTF), ``ending`` (``surely`` within the
        time by each of them, or ``perhaps``), ``initiatives`` (labels of those it governs), ``places`` and ``themes`` (of these, labels), the
        first to end first. What has surely ended by the day, has only been proposed or has no end given is left out.

    Raises
    ------
    UsageError
        ``months`` is not positive.
    """
    if months < 1:
        raise UsageError(f"ending-within: {months} is no number of months; give 1 or more")
    last = _months_after(as_of, months)
    running = agreements_by_time(frames, at=as_of).filter(
        ~pl.col("state").is_in(["planned", "ended", "no_end"])
    )
    found = []
    for agreement, ends in running.select("agreement", "ends").iter_rows():
        spans = [_bounds(text) for text in ends]
        inside = [_inside(span, as_of, last) for span in spans]
        if any(one != "no" for one in inside):
            sure = "surely" if all(one == "surely" for one in inside) else "perhaps"
            first = min((span.earliest for span in spans if span and span.earliest), default=date.min)
            found.append((first, agreement, list(ends), sure))
    schema: dict[str, pl.DataType] = {
        "first": pl.Date(),
        "agreement": pl.String(),
        "ends": pl.List(pl.String()),
        "ending": pl.String(),
    }
    rows = pl.DataFrame(found, schema=schema, orient="row")
    names = frames.agreements.select("agreement", "label", "governs").unique("agreement", keep="first")
    return (
        rows.join(names, on="agreement", how="left")
        .with_columns(**_reach(frames))
        .sort("first", "label", "agreement")
        .select("agreement", "label", "ends", "ending", "initiatives", "places", "themes")
    )


def _reach(frames: Frames) -> dict[str, pl.Expr]:
    """Return expressions of labels for what is governed, from its IRIs."""
    labels = dict(frames.initiatives.select("initiative", "label").iter_rows())
    place_labels = dict(frames.places.select("place", "label").iter_rows())
    theme_labels = dict(frames.themes.select("theme", "label").iter_rows())
    places: dict[str, set[str]] = {}
    for initiative, place in frames.placements.select("initiative", "place").drop_nulls().iter_rows():
        places.setdefault(initiative, set()).add(place_labels.get(place) or place)
    themes = {
        initiative: {theme_labels.get(theme) or theme for theme in some or ()}
        for initiative, some in frames.initiatives.select("initiative", "themes").iter_rows()
    }

    def said(of: dict[str, set[str]]) -> pl.Expr:
        return pl.col("governs").map_elements(
            lambda governed: sorted({name for one in governed for name in of.get(one, ())}),
            return_dtype=pl.List(pl.String),
        )

    named = {initiative: {label or initiative} for initiative, label in labels.items()}
    return {"initiatives": said(named), "places": said(places), "themes": said(themes)}


def _inside(span: DateBounds | None, first: date, last: date) -> str:
    """Return whether an end lies within two days: surely, perhaps or no."""
    if span is None:
        return "perhaps"
    after = span.earliest is not None and span.earliest > last
    before = span.latest is not None and span.latest < first
    if after or before:
        return "no"
    sure = (
        span.earliest is not None
        and span.latest is not None
        and span.earliest >= first
        and span.latest <= last
    )
    return "surely" if sure else "perhaps"


def _bounds(text: str) -> DateBounds | None:
    try:
        return bounds(text)
    except DateError:
        return None


def _months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the month's last."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        raise UsageError(f"{months} months from {day} is out of the calendar; give fewer")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def older_counts(cells: pl.DataFrame) -> dict[str, int]:
    """Return how many cells have each value of ``older``, in the order of :data:`OLDER`."""
    counts = dict(cells["older"].drop_nulls().value_counts().iter_rows())
    return {one: counts.get(one, 0) for one in OLDER}
