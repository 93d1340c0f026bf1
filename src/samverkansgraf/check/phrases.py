"""Whether phrases stand in the texts they are taken from."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import polars as pl

LONGEST_PHRASE: Final = 12
_QUOTES: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"}
)
_PARAGRAPH: Final = re.compile(r"par(\d+)")
_CHARACTERS: Final = re.compile(r"c(\d+)-(\d+)")
_PAGE: Final = re.compile(r"p(\d+)")


def comparable(text: str) -> str:
    r"""
    Return a text as phrases are compared: NFC, no soft hyphens, single spaces, straight quotes.

    Examples
    --------
    >>> comparable("”krokar\\n  arm”")
    '"krokar arm"'
    """
    straight = unicodedata.normalize("NFC", text).replace("\u00ad", "").translate(_QUOTES)
    return " ".join(straight.split())


def stands_at(phrase: str, text: str, where: str | None) -> bool:
    """
    Return whether a phrase stands in a text at a place.

    Parameters
    ----------
    phrase
        The words quoted.
    text
        The whole text.
    where
        ``par4`` (paragraphs are parted by blank lines), ``p3`` (pages by form feeds), ``c120-180``
        (characters, counted from 0), or free text, which is not checked.
    """
    if where is None:
        part: str | None = text
    elif paragraph := _PARAGRAPH.fullmatch(where):
        part = _nth(re.split(r"\n\s*\n", text), int(paragraph[1]))
    elif page := _PAGE.fullmatch(where):
        pages = text.split("\f")
        part = _nth(pages, int(page[1])) if len(pages) > 1 else text
    elif characters := _CHARACTERS.fullmatch(where):
        part = text[int(characters[1]) : int(characters[2])]
    else:
        part = text
    return part is not None and comparable(phrase) in comparable(part)


def _nth(parts: list[str], number: int) -> str | None:
    return parts[number - 1] if 1 <= number <= len(parts) else None


def misquotations(evidence: pl.DataFrame, texts: Mapping[str, Path]) -> list[tuple[str, str]]:
    """
    Find phrases that do not stand where they are said to.

    Parameters
    ----------
    evidence
        The frame ``evidence``.
    texts
        The files at hand, by the IRI of their source.

    Returns
    -------
    The evidence's IRI and ``elsewhere`` (in the text, at another place) or ``nowhere``; sorted.
    """
    read = {source: path.read_text(encoding="utf-8", errors="replace") for source, path in texts.items()}
    found = []
    distinct = evidence.unique("evidence").sort("evidence")
    for node, source, where, quote in distinct.select("evidence", "source", "where", "quote").iter_rows():
        if quote is None or source not in read or stands_at(quote, read[source], where):
            continue
        found.append((node, "elsewhere" if stands_at(quote, read[source], None) else "nowhere"))
    return found
