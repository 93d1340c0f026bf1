"""How names are written: in full, the surname first, without accents, alone."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from samverkansgraf.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD: Final = re.compile(r"[^\W_]+")
_BRACKETS: Final = re.compile(r"\s*\([^)]*\)")
_NO_SURNAMES: Final = frozenset({"jr", "sr", "ii", "iii", "phd", "md"})
_SHORTEST: Final = 2
_SHORTEST_GIVEN: Final = 3

#: Where words are a name: however they are written; with a capital letter, or in addresses; in texts with one.
Where = Literal["anywhere", "capital", "capital_in_texts"]


def folded(text: str) -> str:
    """
    Return a text in composed form without accents, of the same length as the composed text.

    Examples
    --------
    >>> folded("A\u030asa Källqvist")
    'Asa Kallqvist'
    """
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii():
        return composed
    bare = {ord(one): unicodedata.normalize("NFD", one)[0] for one in set(composed) if not one.isascii()}
    return composed.translate(bare)


@dataclass(frozen=True, slots=True)
class Named:
    """
    Somebody or something: its names, and the words and the id to put in their place.

    ``surname`` says whether it has one, ``given`` whether its given names are looked for alone too.
    """

    names: tuple[str, ...]
    words: str
    id: str
    surname: bool = True
    given: bool = False


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without accents."""
    return tuple(word.lower() for word in WORD.findall(folded(text)))


def forms(one: Named, kept: set[str]) -> Iterator[tuple[tuple[str, ...], Where]]:
    """
    Return how somebody may be written: words, and where they are a name.

    Parameters
    ----------
    one
        Somebody. What has no surname and a name of one word is a name with a capital letter only, since it may be
        a word of the language.
    kept
        Words of labels that stay: a surname or given name that is one of them is not looked for alone.
    """
    for name in one.names:
        bare = _BRACKETS.sub("", name)
        for written in dict.fromkeys((name, bare)):
            if words := words_of(written):
                yield words, "capital" if len(words) == 1 and not one.surname else "anywhere"
        words = words_of(bare)
        if len(words) >= _SHORTEST:
            yield ("".join(words),), "anywhere"
            if one.surname:
                yield from _by_surname(one, bare, kept)


def _by_surname(one: Named, bare: str, kept: set[str]) -> Iterator[tuple[tuple[str, ...], Where]]:
    words = words_of(bare)
    before, comma, after = bare.partition(",")
    surname = words_of(before) if comma else (_surname(words),)
    if not surname or not surname[0]:
        return
    given = words_of(after) if comma else words[: words.index(surname[0], 1)]
    if given:
        for form in ((*surname, *given), (*given, *surname), (*surname, given[0]), (given[0], *surname)):
            yield form, "anywhere"
        if one.given:
            for alone in _given_alone(given, after if comma else bare, kept):
                yield alone, "capital_in_texts"
    if not set(surname) <= kept and len(surname[-1]) >= _SHORTEST:
        yield surname, "capital"
    if len(words) > _SHORTEST and not comma and not set(words[1:]) <= kept:
        yield words[1:], "capital"


def _given_alone(given: tuple[str, ...], written: str, kept: set[str]) -> Iterator[tuple[str, ...]]:
    """Return the given names of somebody together, and the first of them; no month's name, and none that is kept."""
    first = words_of(written.split(maxsplit=1)[0])
    for words in dict.fromkeys((given, first)):
        short = len("".join(words)) < _SHORTEST_GIVEN
        if (
            words == given[: len(words)]
            and not short
            and not set(words) <= kept
            and words[0] not in _months()
        ):
            yield words


@cache
def _months() -> frozenset[str]:
    """Return the names of months, as dates have them in the languages that texts are written in."""
    from babel.dates import get_month_names  # takes a while to load, and few need it

    names = (
        get_month_names(width, locale=language) for language in LANGUAGES for width in ("wide", "abbreviated")
    )
    return frozenset(word for of in names for name in of.values() for word in words_of(name))


def _surname(words: tuple[str, ...]) -> str:
    return next((word for word in reversed(words[1:]) if word not in _NO_SURNAMES), "")
