"""How an EDTF date reads in Swedish and in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkansgraf.dates.days import point_span
from samverkansgraf.dates.grammar import SEASONS, Choice, Interval, Point
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from samverkansgraf.dates.days import Day
    from samverkansgraf.dates.grammar import Date


def reading(value: Date, language: str) -> str:
    """Return how a lawful date reads."""
    if isinstance(value, Choice):
        members = [_member_words(member, language, every=value.every) for member in value.members]
        joint = catalogue("dates", language)["and" if value.every else "or"]
        *firsts, last = members
        return f"{', '.join(firsts)} {joint} {last}" if firsts else last
    return _interval_words(value, language) if isinstance(value, Interval) else _point_words(value, language)


def _member_words(member: Point | Interval, language: str, *, every: bool) -> str:
    if isinstance(member, Point):
        return _point_words(member, language)
    words = catalogue("dates", language)
    if not every and isinstance(member.end, str) and isinstance(member.start, Point):
        return words["later"].format(_point_words(member.start, language))
    if not every and isinstance(member.start, str) and isinstance(member.end, Point):
        return words["earlier"].format(_point_words(member.end, language))
    return _interval_words(member, language)


def _interval_words(interval: Interval, language: str) -> str:
    words, start, end = catalogue("dates", language), interval.start, interval.end
    if isinstance(start, str):
        if isinstance(end, str):
            return words["open"]
        return words["to" if start == "" else "until"].format(_point_words(end, language))
    if isinstance(end, str):
        return words["from" if end == "" else "since"].format(_point_words(start, language))
    from_words, to_words = _point_words(start, language), _point_words(end, language)
    if from_words.isdigit() and to_words.isdigit():
        return f"{from_words}–{to_words}"
    return words["range"].format(from_words, to_words)


def _point_words(point: Point, language: str) -> str:
    words = catalogue("dates", language)
    said, remarks = _plain_words(point, language)
    if point.marks:
        mark = "%" if "%" in point.marks or {"?", "~"} <= point.marks else next(iter(point.marks))
        remarks.append(words[mark] if point.marked_whole else words["partly"].format(words[mark]))
    if not said:
        return ", ".join(remarks)
    return f"{said} ({', '.join(remarks)})" if remarks else said


def _plain_words(point: Point, language: str) -> tuple[str, list[str]]:
    """Return the date in words, and remarks on what it leaves out."""
    words, year, day = catalogue("dates", language), point.year, point.day
    month = point.month or "XX"
    if point.significant is not None:
        years = [end[0] for end in point_span(point, year) if end]
        return words["about"].format(_year_words(year, language), *years), []
    no_year = year.lstrip("-") == "XXXX"
    one_year = no_year or "X" not in year
    said_year = "" if no_year else _year_words(year, language)
    missing = [words["no_year"]] if no_year else []
    if month in SEASONS and one_year:
        said, remarks = _season_words(month, point, said_year, language)
        return said, remarks + missing
    if point.month is None or (month == "XX" and day in {None, "XX"} and not no_year):
        gap = "" if point.month is None else "no_month" if day is None else "no_month_day"
        return said_year, missing + ([words[gap]] if gap else [])
    if one_year and "X" not in month and day in {None, "XX"}:
        missing += [words["no_day"]] if day else []
        return f"{words[f'month.{int(month)}']} {said_year}".rstrip(), missing
    if one_year and "X" not in month + (day or ""):
        return f"{int(day or 0)} {words[f'month.{int(month)}']} {said_year}".rstrip(), missing
    return _between(*point_span(point, year), language) or _written(point), []


def _season_words(month: str, point: Point, year: str, language: str) -> tuple[str, list[str]]:
    words, code = catalogue("dates", language), int(month)
    if code >= 33:  # noqa: PLR2004 -- the codes after the seasons are parts of a year
        form, first = ("quarter", 33) if code < 37 else ("third", 37) if code < 40 else ("half", 40)  # noqa: PLR2004
        of_year = words[form if year else f"{form}_alone"]
        return of_year.format(words[f"ordinal.{code - first + 1}"], year), []
    if SEASONS[month][0] == 12 and re.fullmatch("[0-9]{4}", point.year):  # noqa: PLR2004 -- into the next year
        year = f"{year}/{int(year) + 1}" if year.isdigit() else year
    remarks = [] if code < 25 else [words["north" if code < 29 else "south"]]  # noqa: PLR2004
    return f"{words[f'season.{(code - 21) % 4 + 1}']} {year}".rstrip(), remarks


def _year_words(year: str, language: str) -> str:
    words = catalogue("dates", language)
    if "X" in year:
        if re.fullmatch("[0-9]{2}[1-9]X", year):
            return words["decade"].format(year.replace("X", "0"))
        low, high = year.replace("X", "0"), year.replace("X", "9")
        if re.fullmatch("[1-9][0-9]XX", year):
            return words["century"].format(low, high)
        return f"{low}–{high}" if re.fullmatch("[1-9][0-9]*X+", year) else year
    if len(year) > 12:  # noqa: PLR2004 -- no reader counts so many zeros
        year_of = words["digits"].format(len(year.lstrip("-")))
        return words["bc"].format(year_of) if year.startswith("-") else year_of
    number = int(year)
    if number < 1:
        return words["bc"].format(1 - number)
    return words["year"].format(number) if number > 9999 else str(number)  # noqa: PLR2004


def _between(low: Day | None, high: Day | None, language: str) -> str:
    if low is None or high is None or low[0] < 1:
        return ""
    words = catalogue("dates", language)
    days = (f"{day} {words[f'month.{month}']} {year}" for year, month, day in (low, high))
    return words["between"].format(*days)


def _written(point: Point) -> str:
    return "-".join(part for part in (point.year, point.month, point.day) if part)
