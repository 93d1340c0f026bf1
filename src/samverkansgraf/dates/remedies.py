"""Which EDTF date a person most likely meant by a text that is none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from samverkansgraf.texts import LANGUAGES, catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = 60  # characters; nobody writes one date longer

#: Ways people write dates, and the EDTF they most likely mean (``{name}`` groups of the pattern).
_HABITS: Final = (
    (re.compile(r"\s*(?P<t>\S+)\s+|\s+(?P<u>\S+)\s*"), "{t}{u}"),
    (re.compile(r"(?P<y>[0-9]{4})[-/. ](?P<m>[0-9]{1,2})[-/. ](?P<d>[0-9]{1,2})"), "{y}-{m:0>2}-{d:0>2}"),
    (re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"), "{y}-{m}-{d}"),
    (re.compile(r"(?P<y>[0-9]{4})[/.-](?P<m>[0-9]{1,2})"), "{y}-{m:0>2}"),
    (re.compile(r"(?P<a>[0-9]{4})\s?[-–—]\s?(?P<b>[0-9]{4})"), "{a}/{b}"),
    (re.compile(r"(?P<y>[0-9]{4}-[0-9]{2}-[0-9]{2})[ T][0-9:.]+"), "{y}"),
    (re.compile(r"(?P<y>[0-9]{3})(?:0-talet|0s)"), "{y}X"),
    (re.compile(r"(?P<y>[0-9]{3})"), "{y}X"),
    (re.compile(r"(?P<y>[0-9]{2})"), "{y}XX"),
    (re.compile(r"(?:ca|cirka|omkring|c|circa|about)\.? ?(?P<y>[0-9]{4})", re.IGNORECASE), "{y}~"),
    (re.compile(r"(?:sedan|från|since|from) (?P<y>[0-9]{4})", re.IGNORECASE), "{y}/.."),
    (re.compile(r"(?P<y>[0-9]{4}) ?[-–—]"), "{y}/.."),
)
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_IN_WORDS: Final = re.compile(r"(?:(?:den )?([0-9]{1,2}) )?([^\W\d_]+)\.?(?: ([0-9]{1,2}),)? ([0-9]{4})")


def likely_meant(text: str, is_edtf: Callable[[str], bool]) -> str | None:
    """Return the lawful dates a text most likely means, joined by "or", or ``None``."""
    if len(text) > _LONGEST:
        return None
    meant = [guess for guess in _guesses(text) if guess != text and is_edtf(guess)]
    return " or ".join(dict.fromkeys(meant)) or None


def _guesses(text: str) -> list[str]:
    if match := _DAY_FIRST.fullmatch(text):
        first, second, year = match.groups()
        return [f"{year}-{second:0>2}-{first:0>2}", f"{year}-{first:0>2}-{second:0>2}"]
    if match := _IN_WORDS.fullmatch(text):
        before, word, after, year = match.groups()
        day = before or after
        if number := _word_numbers().get(word.lower()):
            return [f"{year}-{number}" + (f"-{day:0>2}" if day else "")]
    for pattern, form in _HABITS:
        if match := pattern.fullmatch(text):
            return [form.format_map({name: value or "" for name, value in match.groupdict().items()})]
    return [text.upper()]


@cache
def _word_numbers() -> dict[str, str]:
    """Return the months, their first three letters and the seasons in every language, as EDTF numbers them."""
    numbers: dict[str, str] = {}
    for words in (catalogue("dates", language) for language in LANGUAGES):
        months = {words[f"month.{n}"].lower(): f"{n:02d}" for n in range(1, 13)}
        numbers |= months | {word[:3]: number for word, number in months.items()}
        numbers |= {words[f"season.{n}"].lower(): str(20 + n) for n in range(1, 5)}
    return numbers
