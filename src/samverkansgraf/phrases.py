"""Phrases in texts: whether they stand where they are said to, and at which characters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SOFT_HYPHEN: Final = "\u00ad"
_CURLED: Final = {'"': "“”„«»", "'": "‘’‚"}
_STRAIGHT: Final = str.maketrans({curly: straight for straight, all_ in _CURLED.items() for curly in all_})
_PARAGRAPH: Final = re.compile(r"par(\d+)")
_CHARACTERS: Final = re.compile(r"c(\d+)-(\d+)")
_PAGE: Final = re.compile(r"p(\d+)")


def comparable(text: str) -> str:
    r"""
    Return a text as phrases are compared: NFC, no soft hyphens, single spaces, straight quotes.

    Examples
    --------
    >>> comparable("”krokar\n  arm”")
    '"krokar arm"'
    """
    straight = unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, "").translate(_STRAIGHT)
    return " ".join(straight.split())


def position_of(phrase: str, text: str, where: str | None) -> tuple[int, int] | None:
    r"""
    Return where a phrase begins and ends in a text, in characters counted from 0.

    Parameters
    ----------
    phrase
        The words quoted; compared as :func:`comparable` says, with case.
    text
        The whole text.
    where
        ``par4`` (paragraphs are parted by blank lines), ``p3`` (pages by form feeds), ``c120-180``
        (characters, counted from 0), or free text, which is not checked.

    Returns
    -------
    span
        Its first character and the one after its last; ``None`` where the phrase does not stand there.

    Examples
    --------
    >>> position_of("krokar arm", "Staden\nkrokar  arm", None)
    (7, 18)
    """
    pattern = _SOFT_HYPHEN.join(("", "?")).join(_letter(letter) for letter in comparable(phrase))
    start, end = _part(text, where)
    found = re.compile(pattern).search(text, start, end) if pattern else None
    return None if found is None else found.span()


@lru_cache(maxsize=1024)
def _letter(letter: str) -> str:
    """Return a pattern for a letter as a text may have it: composed or not, curly or straight, any space."""
    if letter == " ":
        return r"\s+"
    forms = {letter, unicodedata.normalize("NFD", letter), *_CURLED.get(letter, "")}
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms)) + ")"


def _part(text: str, where: str | None) -> tuple[int, int]:
    """Return where a place begins and ends; an empty span where the text has no such place."""
    if where is None:
        return 0, len(text)
    if paragraph := _PARAGRAPH.fullmatch(where):
        return _nth(r"\n\s*\n", text, int(paragraph[1]))
    if (page := _PAGE.fullmatch(where)) and "\f" in text:
        return _nth("\f", text, int(page[1]))
    if characters := _CHARACTERS.fullmatch(where):
        return int(characters[1]), int(characters[2])
    return 0, len(text)


def _nth(parting: str, text: str, number: int) -> tuple[int, int]:
    partings = [found.span() for found in re.finditer(parting, text)]
    starts = [0, *(end for _, end in partings)]
    ends = [*(start for start, _ in partings), len(text)]
    return (starts[number - 1], ends[number - 1]) if 1 <= number <= len(starts) else (0, 0)
