"""Agreements that end within some months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.agreements import agreements_by_time
from samverkansgraf.dates import DateError, bounds, is_uncertain
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.frames import Frames

_OVER_OR_NOT_YET: Final = ("ended", "planned")
_S, _L = pl.String(), pl.List(pl.String())


def months_after(day: date, months: int) -> date:
    """
    Return the day so many months later; the last of a month where that has no such day.

    Raises
    ------
    UsageError
        The number is negative, or the year is past 9999.

    Examples
    --------
    >>> months_after(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if months < 0 or year > 9999:  # noqa: PLR2004 -- the last year a date can have
        raise UsageError(f"months: {months} is no number of months from {day}; use 0 or more, as 12")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def agreements_ending(frames: Frames, *, at: date, months: int) -> pl.DataFrame:
    """
    Return the agreements whose last day lies within some months of a day.

    Parameters
    ----------
    frames
        The graph.
    at
        The day that is spoken of.
    months
        How many months ahead, that day a month hence included.

    Returns
    -------
    agreements
        ``agreement, label``, ``ends`` (every date given, EDTF), ``within`` (``surely``, or ``possibly`` where the date is
        uncertain, spans more than the months, or sources differ), ``parties`` and ``initiatives`` (labels; those it
        governs), ``only_agreement`` (those of them that no other agreement governs that may hold on the day) and
        ``followed_by`` (recorded agreements that replace it); sorted by the last day, then label. What has surely
        ended, or is proposed or planned, is left out, and so is an agreement without an end: that none is given does
        not say that it goes on.

    Raises
    ------
    UsageError
        The number of months is negative or too great.
    """
    until = months_after(at, months)
    timed = agreements_by_time(frames, at=at).filter(~pl.col("state").is_in(_OVER_OR_NOT_YET))
    running = timed.filter(pl.col("state") != "not_begun")["agreement"].to_list()
    governed = frames.agreements.select("agreement", "governs", "label", "parties", "replaces")
    about = {row["agreement"]: row for row in governed.iter_rows(named=True)}
    others = {one: set(about[one]["governs"] or ()) for one in running}
    actors, initiatives = (
        dict(frame.select(pl.first(), "label").iter_rows()) for frame in (frames.actors, frames.initiatives)
    )
    rows = []
    for agreement, ends in timed.select("agreement", "ends").iter_rows():
        when = _within(ends, at, until)
        if when is None:
            continue
        row = about[agreement]
        elsewhere = {one for other, its in others.items() if other != agreement for one in its}
        governs = sorted(row["governs"] or ())
        rows.append(
            (
                when[1],
                row["label"] or agreement,
                agreement,
                list(ends),
                when[0],
                sorted(actors.get(one) or one for one in row["parties"] or ()),
                [initiatives.get(one) or one for one in governs],
                [initiatives.get(one) or one for one in governs if one not in elsewhere],
                sorted(
                    other["label"] or key
                    for key, other in about.items()
                    if agreement in (other["replaces"] or ())
                ),
            )
        )
    return pl.DataFrame(
        [(key, label, *rest) for _, label, key, *rest in sorted(rows, key=lambda row: row[:3])],
        schema={
            "agreement": _S, "label": _S, "ends": _L, "within": _S, "parties": _L, "initiatives": _L,
            "only_agreement": _L, "followed_by": _L,
        },
        orient="row",
    )  # fmt: skip


def _within(ends: Sequence[str], at: date, until: date) -> tuple[str, date] | None:
    """Return whether the end surely or possibly lies between two days, and the first day it may be; else ``None``."""
    try:
        spans = [bounds(end) for end in ends]
        unsure = any(is_uncertain(end) for end in ends)
    except DateError:  # a graph made elsewhere may hold words instead
        return None
    first = [span.earliest or date.min for span in spans]
    last = [span.latest or date.max for span in spans]
    if not spans or min(first) > until or max(last) < at:
        return None
    surely = min(first) >= at and max(last) <= until and not unsure
    return "surely" if surely else "possibly", max(min(first), at)
