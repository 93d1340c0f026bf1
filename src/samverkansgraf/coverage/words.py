"""The words of coverage in Swedish and English, and how numbers, shares and dates read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.dates import DateError, in_words
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from samverkansgraf.project import Language


_FEW: Final = 0.005


def text(key: str, language: Language, **values: object) -> str:
    """Return a text with its places filled."""
    return catalogue("coverage", language)[key].format(**values)


def counted_text(key: str, number: int, language: Language, **values: object) -> str:
    """Return the form of a text for a number, with its places filled."""
    return catalogue("coverage", language).counted(key, number).format(**values)


def number_of(thing: str, number: int, language: Language) -> str:
    """
    Return a number with its noun.

    Examples
    --------
    >>> number_of("sources", 1, "sv"), number_of("sources", 0, "sv")
    ('1 källa', '0 källor')
    """
    return counted_text(f"count.{thing}", number, language, n=whole(number, language))


def whole(number: int, language: Language) -> str:
    """
    Return a whole number with its thousands apart.

    Examples
    --------
    >>> whole(1170, "sv") == "1\u202f170", whole(1170, "en")
    (True, '1,170')
    """
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", "\u202f")


def percent(share: float, language: Language) -> str:
    r"""
    Return a share in whole per cent; what is not none is never shown as none, nor the other way about.

    Examples
    --------
    >>> percent(0.001, "en"), percent(0.5, "sv")
    ('under 1%', '50\xa0%')
    """
    sign = "%" if language == "en" else "\N{NO-BREAK SPACE}%"
    if 0 < share < _FEW:
        return text("percent_under", language, share=f"1{sign}")
    if 1 - _FEW < share < 1:
        return text("percent_over", language, share=f"99{sign}")
    return f"{round(100 * share)}{sign}"


def date_in_words(date: str, language: Language) -> str:
    """Return how a date reads; what is no EDTF date reads as written."""
    try:
        return in_words(date, language)
    except DateError:
        return date
