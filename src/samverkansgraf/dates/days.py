"""The first and the last day of an EDTF date, in years of any size."""

from __future__ import annotations

from calendar import isleap
from itertools import product
from typing import TYPE_CHECKING, Final

from samverkansgraf.dates.grammar import SEASONS, DateError, Interval, Point, shown
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.dates.grammar import Date

Day = tuple[int, int, int]
Span = tuple[Day | None, Day | None]

_MONTH_OR_SEASON: Final = (
    "a month is 01–12, a season 21–24; several years are written with a slash, as 2018/2020"
)


def span(value: Date, text: str) -> Span:
    """Return the first and the last day, ``None`` where nothing bounds it; ``text`` is for errors."""
    if isinstance(value, Point):
        return point_span(value, text)
    if isinstance(value, Interval):
        earliest = None if isinstance(value.start, str) else point_span(value.start, text)[0]
        latest = None if isinstance(value.end, str) else point_span(value.end, text)[1]
        if earliest and latest and latest < earliest:
            raise DateError(f"'{shown(text)}' ends before it starts", "write the earlier date first")
        return earliest, latest
    spans = [span(member, text) for member in value.members]
    firsts = [first for first, _ in spans if first]
    lasts = [last for _, last in spans if last]
    return (
        min(firsts) if len(firsts) == len(spans) else None,
        max(lasts) if len(lasts) == len(spans) else None,
    )


def point_span(point: Point, text: str) -> Span:
    """Return the first and the last day of one date."""
    if point.significant is not None:
        unit = 10 ** max(len(point.year.lstrip("-0")) - point.significant, 0)
        low = abs(int(point.year)) // unit * unit
        ends = sorted((point.sign * low, point.sign * (low + unit - 1)))
        return (ends[0], 1, 1), (ends[1], 12, 31)
    if point.month in SEASONS:
        if point.day is not None:
            raise DateError(f"'{shown(text)}' gives a season a day", "leave out the day or write the month")
        first, length = SEASONS[point.month]
        low, high = next(_years(point)), next(_years(point, last=True))
        end_year, end_month = high + (first + length - 2) // 12, (first + length - 2) % 12 + 1
        days: Span = (low, first, 1), (end_year, end_month, _month_length(end_year, end_month))
    else:
        days = _extreme(point), _extreme(point, last=True)
        if None in days:
            raise _no_such_day(point, text)
    return (None, None) if point.year.lstrip("-") == "XXXX" else days


def _extreme(point: Point, *, last: bool = False) -> Day | None:
    """Return the first (or last) real day that fits the digits known."""
    months = _fitting(point.month or "XX", 12, last=last)
    if not any(_fitting(point.day or "XX", _month_length(2000, month), last=last) for month in months):
        return None  # no leap year has that day either
    for year in _years(point, last=last):
        for month in months:
            days = _fitting(point.day or "XX", _month_length(year, month), last=last)
            if days:
                return year, month, days[0]
    return None


def _years(point: Point, *, last: bool = False) -> Iterator[int]:
    """Yield the years that fit the digits known, in time's order or, for ``last``, against it."""
    backwards = last != (point.sign < 0)
    choices = ("9876543210" if backwards else "0123456789") if "X" in point.year else ""
    digits = [choices if digit == "X" else digit for digit in point.year.lstrip("-")]
    return (point.sign * int("".join(chosen)) for chosen in product(*digits))


def _fitting(pattern: str, highest: int, *, last: bool) -> list[int]:
    """Return the numbers from 1 to ``highest`` that fit two digits, of which X is any."""
    known = [(place, digit) for place, digit in enumerate(pattern) if digit != "X"]
    numbers = range(highest, 0, -1) if last else range(1, highest + 1)
    return [number for number in numbers if all(f"{number:02d}"[place] == digit for place, digit in known)]


def _month_length(year: int, month: int) -> int:
    return 29 if month == 2 and isleap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]  # noqa: PLR2004


def _no_such_day(point: Point, text: str) -> DateError:
    problem = f"'{shown(text)}' is no EDTF date"
    month = point.month or ""
    if not _fitting(month, 12, last=False):
        return DateError(problem, _MONTH_OR_SEASON)
    if "X" in point.year + month:
        return DateError(problem, "no month it may mean has that day")
    longest = _month_length(int(point.year), int(month))
    return DateError(
        problem, f"{catalogue('dates', 'en')[f'month.{int(month)}']} {point.year} has the days 01–{longest}"
    )
