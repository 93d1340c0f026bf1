"""
EDTF dates (ISO 8601-2, levels 0 to 2): the days a date may be, and how it reads.

The grammar is our own: it takes what the standard allows (``XXXX-21``, ``2021-21?``) and says
nothing the text does not. What the standard leaves open is decided so:

- The seasons 21–24 are those of the northern hemisphere (spring March–May), as 25–28 always are;
  29–32 are those of the southern. Winter of a year begins in December of that year and ends
  in February of the next; so does a southern summer.
- The marks ``?``, ``~`` and ``%`` say how sure a date is; they never move its bounds.
- An open end (``..``) and an unknown end (nothing) are both no bound.
- A year that is wholly unknown (``XXXX``) or outside 1–9999 gives no bound; one of more than a thousand digits is refused.
- Of a date with a time of day, the day as written counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from samverkansgraf.dates.days import span
from samverkansgraf.dates.grammar import DateError, parsed
from samverkansgraf.dates.remedies import likely_meant
from samverkansgraf.dates.words import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.dates.days import Day

__all__ = [
    "DateBounds",
    "DateError",
    "bounds",
    "end_bounds",
    "in_words",
    "is_edtf",
    "is_uncertain",
    "joint_bounds",
    "known_bounds",
    "possibly_overlap",
    "start_bounds",
    "surely_before",
    "surely_reversed",
]


@dataclass(frozen=True, slots=True)
class DateBounds:
    """The first and the last day a date may be or cover; ``None`` is unbounded or unknown."""

    earliest: date | None
    latest: date | None


_UNBOUNDED: Final = DateBounds(None, None)


def bounds(text: str) -> DateBounds:
    """
    Return the earliest and the latest day an EDTF date may be or cover.

    Parameters
    ----------
    text
        An EDTF date, interval or set, without surrounding space. Of an interval the start's
        earliest and the end's latest day count; of a set those of all its members.

    Raises
    ------
    DateError
        The text is no EDTF date, or an interval that surely ends before it starts.

    Examples
    --------
    >>> bounds("2021-21?")
    DateBounds(earliest=datetime.date(2021, 3, 1), latest=datetime.date(2021, 5, 31))
    >>> bounds("2018/..").latest is None
    True
    """
    return _bounds(text)


def known_bounds(text: str) -> DateBounds:
    """
    Return the bounds of a date, none where the text is no date: a graph made elsewhere may hold words instead.

    Examples
    --------
    >>> known_bounds("i fjol")
    DateBounds(earliest=None, latest=None)
    """
    try:
        return bounds(text)
    except DateError:
        return _UNBOUNDED


def joint_bounds(given: Sequence[str]) -> DateBounds:
    """
    Return the first and the last day that any of several dates may be; none where one of them has none.

    Examples
    --------
    >>> joint_bounds(["2021", "2019-05"]).earliest, joint_bounds(["2021", "../2019"]).earliest
    (datetime.date(2019, 5, 1), None)
    """
    found = [known_bounds(one) for one in given]
    first = [one.earliest for one in found if one.earliest]
    last = [one.latest for one in found if one.latest]
    return DateBounds(
        min(first) if found and len(first) == len(found) else None,
        max(last) if found and len(last) == len(found) else None,
    )


def start_bounds(text: str | None) -> DateBounds:
    """
    Return the bounds of a cell that says when something began: an interval is "some day in it".

    Examples
    --------
    >>> start_bounds("2018/2019").latest
    datetime.date(2019, 12, 31)
    >>> start_bounds(None)
    DateBounds(earliest=None, latest=None)
    """
    return bounds(text) if text else _UNBOUNDED


def end_bounds(text: str | None) -> DateBounds:
    """Return the bounds of a cell that says when something ended: an interval is "some day in it"."""
    return bounds(text) if text else _UNBOUNDED


def is_edtf(text: str) -> bool:
    """
    Tell whether a text is a lawful EDTF date.

    Examples
    --------
    >>> is_edtf("2021-02-29")
    False
    """
    try:
        bounds(text)
    except DateError:
        return False
    return True


def surely_before(a: str, b: str) -> bool:
    """
    Tell whether every day that ``a`` may be is before every day that ``b`` may be.

    Examples
    --------
    >>> surely_before("2018", "2019-XX"), surely_before("201X", "2018")
    (True, False)
    """
    latest, earliest = bounds(a).latest, bounds(b).earliest
    return latest is not None and earliest is not None and latest < earliest


def possibly_overlap(a: str, b: str) -> bool:
    """Tell whether some day may be in both dates: neither is surely before the other."""
    return not surely_before(a, b) and not surely_before(b, a)


def surely_reversed(start: str | None, end: str | None) -> bool:
    """
    Tell whether something that has this start and this end surely ended before it began.

    Examples
    --------
    >>> surely_reversed("2020", "2019"), surely_reversed("2020-05", "2020"), surely_reversed(None, "2019")
    (True, False, False)
    """
    return bool(start) and bool(end) and surely_before(end or "", start or "")


def is_uncertain(text: str) -> bool:
    """
    Tell whether a date carries a mark of uncertainty or approximation (``?``, ``~`` or ``%``).

    Raises
    ------
    DateError
        The text is no EDTF date.
    """
    bounds(text)
    return any(mark in text for mark in "?~%")


def in_words(text: str, language: str) -> str:
    """
    Return how an EDTF date reads in Swedish or English.

    A mark reads as a remark in brackets. What has no words of its own, as ``19X1``, reads as written.

    Raises
    ------
    DateError
        The text is no EDTF date.

    Examples
    --------
    >>> in_words("2021-21?", "sv"), in_words("2018/..", "sv"), in_words("2021-10-01", "en")
    ('våren 2021 (osäkert)', 'sedan 2018', '1 October 2021')
    """
    bounds(text)
    return reading(parsed(text), language)


@lru_cache(maxsize=65536)
def _bounds(text: str) -> DateBounds:
    try:
        earliest, latest = span(parsed(text), text)
    except DateError as error:
        if meant := likely_meant(text, is_edtf):
            raise DateError(error.problem, f"write {meant}") from None
        raise
    return DateBounds(_as_date(earliest), _as_date(latest))


def _as_date(day: Day | None) -> date | None:
    return date(*day) if day and MINYEAR <= day[0] <= MAXYEAR else None
