"""
Find what no register of organisations should hold: personal identity numbers, e-mail addresses, telephone numbers.

Personal identity numbers (and coordination numbers, whose day is 60 too high) are known by a valid date and
Luhn's check digit, in 10 or 12 digits, with ``-``, ``+``, a space or nothing between. Numbers of organisations
have a third digit of 2 or more and so no valid month. Telephone numbers are Swedish ones. Dates, DOIs, ISSNs,
decimals and hashes are none of these, nor are ten digits in a web address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["identity_number", "email", "telephone"]

_BEFORE: Final = r"(?<![0-9A-Za-z_])(?<![0-9][.,])"
_AFTER: Final = r"(?![0-9A-Za-z_])(?![.,][0-9])"
_DASH: Final = r"[-+\u2010-\u2015\u2212 \u00a0]"
_IDENTITY: Final = re.compile(rf"{_BEFORE}(?:18|19|20)?(\d\d)(\d\d)(\d\d)({_DASH}?)(\d{{4}}){_AFTER}")
_EMAIL: Final = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}[^\W\d_]{2,}(?![\w@])"
)
_TELEPHONE: Final = re.compile(
    rf"{_BEFORE}(?<!-)(?:"
    r"(?:\+|00)46[ \u00a0-]{0,2}(?:\(0\)[ \u00a0-]?)?[1-9]\d{0,2}(?:[ \u00a0-]?\d{2,4}){2,4}"  # +46 21-39 00 00
    r"|0\d{1,3}[ \u00a0]?[-\u2010-\u2013/][ \u00a0]?\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3}"  # 021-39 00 00
    r"|\(0\d{1,3}\)[ \u00a0]?\d{2,3}(?:[ \u00a0-]?\d{2,3}){1,3}"  # (021) 39 00 00
    r"|0\d{1,2}[ \u00a0]\d{2,3}[ \u00a0]\d{2,3}[ \u00a0]\d{2,3}"  # 021 39 00 00
    r"|07[02369][ \u00a0-]?\d{3}[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}"  # 0701234567
    rf"){_AFTER}(?![-\u2013]\d)"
)
_CALLED: Final = re.compile(
    rf"\b(?i:tel|telefon|telefonnummer|tfn|phone|mobil|ring)\b[.:]?\s*{_BEFORE}(0\d{{7,9}}){_AFTER}"
)
_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>\\]+")
_ADDRESS: Final = re.compile(r"[a-z]{2,8}://[^\s\"'<>\\]+", re.IGNORECASE)
_ISSN: Final = re.compile(r"\d{4}-\d{3}[\dXx]")
_DIGITS: Final = (8, 11)
_DIGITS_AFTER_46: Final = (7, 10)
_COORDINATION: Final = 60
_TEN: Final = 10


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What was found, where in the text it stands, and as much of it as may be shown."""

    kind: Kind
    start: int
    end: int
    shown: str


def personal_data(text: str) -> list[PersonalData]:
    """
    Return the personal data in a text, in their order.

    Examples
    --------
    >>> [(one.kind, one.shown) for one in personal_data("Ring 021-39 00 00 eller skriv till anna@example.org")]
    [('telephone', '021-…'), ('email', 'a…@…')]
    >>> personal_data("811218-9876")[0].shown, personal_data("556036-0793, 2021-10-01, 0.8112189876")
    ('81…', [])
    """
    found = [*_identity_numbers(text), *_emails(text), *_telephones(text)]
    return sorted(found, key=lambda one: (one.start, one.kind))


def _identity_numbers(text: str) -> Iterator[PersonalData]:
    blank = _blanked(_DOI, text)
    for match in _IDENTITY.finditer(blank):
        year, month, day, between, last = match.groups()
        if not _is_date(int(year), int(month), int(day)) or not _luhn(year + month + day + last):
            continue
        # Ten digits in a row in an address are an article's number, as far as anyone can tell.
        if not between and len(match[0]) == _TEN and _in_address(blank, match.start()):
            continue
        yield PersonalData("identity_number", match.start(), match.end(), f"{match[0][:2]}…")


def _in_address(text: str, position: int) -> bool:
    line = text.rfind("\n", 0, position) + 1
    addresses = _ADDRESS.finditer(text, max(line, position - 2000), position + 1)
    return any(address.start() <= position < address.end() for address in addresses)


def _is_date(year: int, month: int, day: int) -> bool:
    day = day - _COORDINATION if day > _COORDINATION else day
    for century in (1900, 2000):
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 - position % 2) for position, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _emails(text: str) -> Iterator[PersonalData]:
    for match in _EMAIL.finditer(text) if "@" in text else ():
        shown = f"{match[0][0]}…@…"
        yield PersonalData("email", match.start(), match.end(), shown)


def _telephones(text: str) -> Iterator[PersonalData]:
    blank = _blanked(_DOI, text)
    spans = [match.span() for match in _TELEPHONE.finditer(blank)]
    spans += [match.span(1) for match in _CALLED.finditer(blank)]
    last = -1
    for start, end in sorted(spans):
        number = blank[start:end]
        digits = re.sub(r"\D", "", number.replace("(0)", ""))
        abroad = number.startswith(("+", "00"))
        least, most = _DIGITS_AFTER_46 if abroad else _DIGITS
        count = len(digits.lstrip("0")) - 2 if abroad else len(digits)
        if start < last or _ISSN.fullmatch(number) or not least <= count <= most:
            continue
        last = end
        yield PersonalData("telephone", start, end, f"{number[:4]}…")


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)
