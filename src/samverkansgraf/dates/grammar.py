"""What an EDTF text says: one date, an interval or a set, in its own words and not yet in days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from samverkansgraf.errors import SamverkansgrafError


class DateError(SamverkansgrafError):
    """A text is no EDTF date; ``problem`` says why and ``remedy`` what to write."""

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem}; {remedy}")


USUAL_REMEDY: Final = "write the year first, as 2021, 2021-10, 2021-10-01, 2018/2020 or 2018/.."
_LONGEST: Final = 1000  # characters; a longer cell is no date a person wrote
_MARK: Final = "[?~%]?"
_DATE: Final = re.compile(
    rf"(?P<q0>{_MARK})(?P<year>-?[0-9X]{{4}})(?P<q1>{_MARK})"
    rf"(?:-(?P<q2>{_MARK})(?P<month>[0-9X]{{2}})(?P<q3>{_MARK})"
    rf"(?:-(?P<q4>{_MARK})(?P<day>[0-9X]{{2}})(?P<q5>{_MARK}))?)?"
)
_TIME: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T"
    r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00)(?:Z|[+-][01][0-9](?::[0-5][0-9])?)?"
)
_LONG_YEAR: Final = re.compile(
    rf"(?P<q0>{_MARK})(?:Y(?P<long>-?[1-9][0-9]*)(?:E(?P<power>[1-9][0-9]{{0,2}}))?|(?P<year>-?[0-9]{{4}}))"
    rf"(?:S(?P<significant>[1-9][0-9]*))?(?P<q1>{_MARK})"
)
#: Level 1 and 2 codes in the place of a month: the first month and how many there are.
SEASONS: Final[dict[str, tuple[int, int]]] = {
    **{str(code): (first, 3) for code, first in zip(range(21, 25), (3, 6, 9, 12), strict=True)},
    **{str(code): (first, 3) for code, first in zip(range(25, 29), (3, 6, 9, 12), strict=True)},
    **{str(code): (first, 3) for code, first in zip(range(29, 33), (9, 12, 3, 6), strict=True)},
    **{str(code): (first, 3) for code, first in zip(range(33, 37), (1, 4, 7, 10), strict=True)},
    **{str(code): (first, 4) for code, first in zip(range(37, 40), (1, 5, 9), strict=True)},
    **{str(code): (first, 6) for code, first in zip(range(40, 42), (1, 7), strict=True)},
}


@dataclass(frozen=True, slots=True)
class Point:
    """One date: a year, perhaps a month or season, perhaps a day; X stands for an unknown digit."""

    year: str
    month: str | None = None
    day: str | None = None
    marks: frozenset[str] = frozenset()
    marked_whole: bool = True
    significant: int | None = None

    @property
    def sign(self) -> int:
        """Return −1 for a year before the year 0."""
        return -1 if self.year.startswith("-") else 1


@dataclass(frozen=True, slots=True)
class Interval:
    """A start and an end; a string instead of a date is ``..`` (open) or empty (unknown)."""

    start: Point | str
    end: Point | str


@dataclass(frozen=True, slots=True)
class Choice:
    """A set: one of its members (``[…]``), or all of them (``{…}``)."""

    every: bool
    members: tuple[Point | Interval, ...]


Date = Point | Interval | Choice


def parsed(text: str) -> Date:
    """Read an EDTF text; months and days are not yet looked up in the calendar."""
    if len(text) > _LONGEST:
        raise DateError(f"'{shown(text)}' is no EDTF date", USUAL_REMEDY)
    if text[:1] + text[-1:] in {"[]", "{}"}:
        members = tuple(_member(part, text) for part in text[1:-1].split(","))
        return Choice(text[0] == "{", members)
    if text.count("/") == 1 and text != "/":
        start, end = (part if part in {"", ".."} else _point(part, text) for part in text.split("/"))
        return Interval(start, end)
    return _point(text, text)


def _member(part: str, text: str) -> Point | Interval:
    if ".." not in part or part == "..":
        return _point(part, text)
    start, _, end = part.partition("..")
    return Interval(_point(start, text) if start else "..", _point(end, text) if end else "..")


def _point(part: str, text: str) -> Point:
    if timed := _TIME.fullmatch(part):
        part = timed[1]
    if match := _DATE.fullmatch(part):
        if match["year"] != "-0000":
            return _dated(match)
    elif match := _LONG_YEAR.fullmatch(part):
        year = _long_year(match)
        if year is not None:
            return year
    raise DateError(f"'{shown(text)}' is no EDTF date", USUAL_REMEDY)


def _dated(match: re.Match[str]) -> Point:
    month, day = match["month"], match["day"]
    marks = [match[f"q{place}"] or "" for place in range(6)]
    components = 1 + (month is not None) + (day is not None)
    last = marks[2 * components - 1]  # a mark at the end holds for everything to its left
    whole = bool(last) or not any(marks) or components == 1
    return Point(match["year"], month, day, frozenset("".join(marks)), whole)


def _long_year(match: re.Match[str]) -> Point | None:
    digits, power, significant = match["long"], match["power"], match["significant"]
    if digits:
        digits += "0" * int(power or 0)
        size = len(digits.lstrip("-"))
        if size < 5:  # noqa: PLR2004 -- Y is for years of more than four digits
            return None
    else:
        digits, size = match["year"], len(match["year"].lstrip("-0")) or 1
        if not significant:
            return None
    if significant and int(significant) > size:
        return None
    marks = frozenset(match["q0"] + match["q1"])
    return Point(digits, marks=marks, significant=int(significant) if significant else None)


def shown(text: str) -> str:
    """Return a text as an error shows it: short and on one line."""
    short = text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004
    return short.replace("\n", " ").replace("\r", " ").replace("\x00", "�")
