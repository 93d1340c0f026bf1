"""The dimension period: each is asked as a moment of its own, of what held some time in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.grades import Moment, moment
from samverkansgraf.dates import DateError, bounds
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds

#: What ``by`` calls the dimension.
PERIOD: Final = "period"
_MOST: Final = 300
_REMEDY: Final = "write periods as 2012/2014,2015/2017 or 2021"


@dataclass(frozen=True, slots=True)
class Period:
    """One stretch of time, as written and as days."""

    label: str
    when: Moment


def periods_of(
    frames: Frames, limits: Bounds, *, at: str | date | None, given: Sequence[str] = ()
) -> tuple[Period, ...]:
    """
    Return the periods that cells are of, in order of time.

    Parameters
    ----------
    frames
        The graph.
    limits
        The bounds of the project.
    at
        Without ``given``, the years of this EDTF date or interval; ``"ever"`` or ``None``: those from the
        bounds' ``from`` to their ``to``, else from the first to the last date of any initiative, placement
        or participation.
    given
        Periods as EDTF dates or intervals.

    Raises
    ------
    UsageError
        A period has no first or last day, two overlap, both ``at`` and ``given`` are there, or nothing is dated.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames
    >>> from samverkansgraf.project import Bounds
    >>> [period.label for period in periods_of(Frames.of(), Bounds(start="2012", end="2014"), at=None)]
    ['2012', '2013', '2014']
    >>> periods_of(Frames.of(), Bounds(), at=None, given=["2012/2014"])[0].when.latest
    datetime.date(2014, 12, 31)
    """
    if given:
        if at is not None and at != "ever":
            raise UsageError("periods: they say of when the cells are; leave out the date of --at")
        return _in_order([_period(text) for text in given])
    first, last = _years(frames, limits, at)
    if last - first >= _MOST:
        raise UsageError(f"periods: {first} to {last} is {last - first + 1} years; {_REMEDY}")
    return tuple(_period(f"{year:04}") for year in range(first, last + 1))


def period_moment(text: str) -> Moment:
    """
    Return the moment that a period is: what covers its cells has surely held some time in it.

    Raises
    ------
    UsageError
        The text is no date or interval with a first and a last day.
    """
    return _period(text).when


def _period(text: str) -> Period:
    try:
        found = moment(text.strip())
    except UsageError as error:
        raise UsageError(f"periods: {str(error).removeprefix('at: ').split(';')[0]}; {_REMEDY}") from None
    if found.is_ever:
        raise UsageError(f"periods: '{text}' is no period; {_REMEDY}")
    return Period(text.strip(), Moment(found.earliest, found.latest, of_period=True))


def _in_order(periods: list[Period]) -> tuple[Period, ...]:
    ordered = sorted(periods, key=lambda period: (period.when.earliest or date.min, period.label))
    for one, other in pairwise(ordered):
        if (
            one.when.latest is not None
            and other.when.earliest is not None
            and other.when.earliest <= one.when.latest
        ):
            raise UsageError(f"periods: '{one.label}' and '{other.label}' overlap; let each day lie in one")
    return tuple(ordered)


def _years(frames: Frames, limits: Bounds, at: str | date | None) -> tuple[int, int]:
    if at is not None and at != "ever":
        when = moment(at)
        return _year(when.earliest), _year(when.latest)
    dated = [
        frame.select("start_earliest", "start_latest", "end_earliest", "end_latest")
        for frame in (frames.initiatives, frames.placements, frames.participations)
    ]
    days = pl.concat(dated).unpivot()["value"]
    first, last = _limit(limits.start) or days.min(), _limit(limits.end, last=True) or days.max()
    if not isinstance(first, date) or not isinstance(last, date):
        raise UsageError(f"periods: nothing is dated and the bounds have no from and to; {_REMEDY}")
    return first.year, last.year


def _limit(text: str | None, *, last: bool = False) -> date | None:
    try:
        found = bounds(text) if text else None
    except DateError:
        return None
    return None if found is None else found.latest if last else found.earliest


def _year(day: date | None) -> int:
    if day is None:
        raise UsageError(f"periods: there is no first and last year; {_REMEDY}")
    return day.year
