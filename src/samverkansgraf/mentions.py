"""
Find names in texts, ids and addresses, and put something else in their place.

A name is found whatever the case and accents ("Kallqvist" is "Källqvist"), in composed and decomposed
Unicode, with a hyphen for a space, with the surname first, and with a genitive's ``s``. A surname alone is
found where it is written as a name, in texts with a capital letter; one that is also a word of a label that
is kept (a place, an organisation) is found only with what stands before it. Given names alone are found
where that is asked for, in texts with a capital letter and never in ids and addresses.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from samverkansgraf.written_names import WORD, Named, Where, folded, forms, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GAP: Final = re.compile(r"[\s\-‐‑–_.+,'’]{1,4}")
_GENITIVE: Final = re.compile(r"['’:]s(?![^\W_])")
_INITIALS: Final = re.compile(r"(?:(?<![^\W_])[^\W\d_]\.[\s-]*)+$")
_SENTENCE: Final = re.compile(r"(?:^|[.!?…:]\s|\n)[\s”“\"»(]*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where in a text a name stands, what is put there, and whether it is a genitive."""

    start: int
    end: int
    words: str
    id: str
    genitive: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    named: Named | None  # nobody: a name that stays
    where: Where


class Mentions:
    """
    The names to look for.

    Parameters
    ----------
    named
        Those whose names they are.
    kept
        Labels that stay; a surname that is a word of one is not looked for alone.
    anyone
        Words and id for a name that several have.
    protected
        Whole names of others that stay as they are, though a name that is looked for is a part of them.

    Examples
    --------
    >>> them = Mentions([Named(("Terrence Fell",), "forskare vid MDU", "forskare")], kept=["Västerås"])
    >>> them.replaced("Terrence Fell svarar. Fells ord står kvar.")
    '[Forskare vid MDU] svarar. [Forskare vid MDU:s] ord står kvar.'
    >>> them.replaced("Terrence Fell")
    'Forskare vid MDU'
    >>> them.replaced_in_id("fell-1"), them.in_address("https://example.org/terrence-fell.html")
    ('forskare-1', True)
    """

    def __init__(
        self,
        named: Sequence[Named],
        *,
        kept: Iterable[str] = (),
        anyone: tuple[str, str] = ("…", "person"),
        protected: Iterable[str] = (),
    ) -> None:
        self.named = tuple(named)
        self._first: tuple[int, re.Pattern[str]] | None = None
        self._anyone = anyone
        kept_words = {word for label in kept for word in words_of(label)}
        kept_words |= {word.removesuffix("s") for word in kept_words}
        by_words: dict[tuple[tuple[str, ...], Where], list[Named]] = defaultdict(list)
        for one in self.named:
            for words, where in forms(one, kept_words):
                if one not in by_words[words, where]:
                    by_words[words, where].append(one)
        self._starting: defaultdict[str, list[_Pattern]] = defaultdict(list)
        for (words, where), ones in sorted(by_words.items(), key=lambda item: (-len(item[0][0]), item[0])):
            shared = ones[0] if len({(one.words, one.id) for one in ones}) == 1 else Named((), *anyone)
            self._starting[words[0]].append(_Pattern(words, shared, where))
        looked_for = {words for words, _ in by_words}
        for words in sorted({words_of(name) for name in protected} - looked_for):
            if words and any(_within(part, words) for part in looked_for):
                self._starting[words[0]].append(_Pattern(words, None, "anywhere"))
        for patterns in self._starting.values():
            patterns.sort(key=lambda pattern: -len(pattern.words))

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self._starting)

    def __add__(self, other: Mentions) -> Mentions:
        """Return both."""
        both = Mentions((), anyone=self._anyone)
        both.named = (*self.named, *other.named)
        for part in (self, other):
            for word, patterns in part._starting.items():
                both._starting[word] += patterns
        for patterns in both._starting.values():
            patterns.sort(key=lambda pattern: -len(pattern.words))
        return both

    def also_keeping(self, labels: Iterable[str]) -> Mentions:
        """Return the same without the surnames that are words of these labels too."""
        kept = {word for label in labels for word in words_of(label)}
        fewer = Mentions((), anyone=self._anyone)
        fewer.named = self.named
        for word, patterns in self._starting.items():
            if left := [one for one in patterns if one.where == "anywhere" or not set(one.words) <= kept]:
                fewer._starting[word] = left
        return fewer

    def without_given_names(self) -> Mentions:
        """Return the same without the given names that are looked for alone."""
        fewer = Mentions((), anyone=self._anyone)
        fewer.named = tuple(replace(one, given=False) for one in self.named)
        for word, patterns in self._starting.items():
            if left := [one for one in patterns if one.where != "capital_in_texts"]:
                fewer._starting[word] = left
        return fewer

    def within(self, text: str, *, any_case: bool = False) -> Iterator[Mention]:
        """Return where names stand in a text in composed form; ``any_case`` finds surnames in small letters too."""
        if not self._starting:
            return
        plain = folded(text)
        if not self._firstwords_of().search(plain.lower()):
            return
        tokens = list(WORD.finditer(plain))
        position = 0
        while position < len(tokens):
            found = self._at(plain, tokens, position, any_case=any_case)
            if found is None:
                position += 1
                continue
            pattern, genitive, end = found
            start = tokens[position].start()
            if pattern.named is None:
                position += len(pattern.words)
                continue
            if pattern.where != "anywhere" and (
                initials := _INITIALS.search(plain[max(0, start - 12) : start])
            ):
                start -= len(initials[0])
            yield Mention(start, end, pattern.named.words, pattern.named.id, genitive)
            while position < len(tokens) and tokens[position].start() < end:
                position += 1

    def _firstwords_of(self) -> re.Pattern[str]:
        """Return what finds the first word of any name in small letters: most texts have none."""
        if self._first is None or self._first[0] != len(self._starting):
            words = "|".join(map(re.escape, sorted(self._starting)))
            self._first = len(self._starting), re.compile(rf"(?<![^\W_])(?:{words})s?(?![^\W_])")
        return self._first[1]

    def _at(
        self, plain: str, tokens: list[re.Match[str]], position: int, *, any_case: bool
    ) -> tuple[_Pattern, bool, int] | None:
        first = tokens[position][0].lower()
        for word in (first, first[:-1]) if first.endswith("s") else (first,):
            for pattern in self._starting.get(word, ()):
                if pattern.where == "capital_in_texts" and any_case:
                    continue
                if (
                    pattern.where != "anywhere"
                    and not any_case
                    and not plain[tokens[position].start()].isupper()
                ):
                    continue
                end = _matched(plain, tokens, position, pattern.words)
                if end is None:
                    continue
                last = tokens[position + len(pattern.words) - 1]
                genitive = last[0].lower() != pattern.words[-1]
                if apostrophe := _GENITIVE.match(plain, end):
                    genitive, end = True, apostrophe.end()
                return pattern, genitive, end
        return None

    def holds(self, text: str) -> bool:
        """Tell whether a text holds a name."""
        return next(self.within(unicodedata.normalize("NFC", text)), None) is not None

    def in_address(self, text: str) -> bool:
        """Tell whether an address, a file name or an id holds a name; percent signs have been undone."""
        return next(self.within(unicodedata.normalize("NFC", text), any_case=True), None) is not None

    def replaced(self, text: str) -> str:
        """
        Return a text with words in the place of names; one that holds none as it is.

        The words stand in square brackets, as what an editor puts into the sentence of another, for they are
        not inflected as the sentence would have them. A text of nothing but names has no brackets.
        """
        composed = unicodedata.normalize("NFC", text)
        mentions = list(self.within(composed))
        if not mentions:
            return text
        starts, ends = [one.start for one in mentions], [one.end for one in mentions]
        between = [
            composed[end:start] for end, start in zip([0, *ends], [*starts, len(composed)], strict=True)
        ]
        put = [
            _inflected(composed[: one.start], one, bracketed=any(map(WORD.search, between)))
            for one in mentions
        ]
        return between[0] + "".join(words + rest for words, rest in zip(put, between[1:], strict=True))

    def replaced_in_id(self, text: str) -> str:
        """Return an id with ids in the place of names."""
        composed = unicodedata.normalize("NFC", text)
        parts, last = [], 0
        for mention in self.within(composed, any_case=True):
            parts += [composed[last : mention.start], mention.id]
            last = mention.end
        return "".join([*parts, composed[last:]]) if parts else text


def _inflected(before: str, mention: Mention, *, bracketed: bool) -> str:
    words = mention.words
    if words and _SENTENCE.search(before[-12:]):
        words = words[0].upper() + words[1:]
    if mention.genitive and words[-1:].isalpha():
        if words[-1].isupper():
            words += ":s"
        elif words[-1] not in "sxz":
            words += "s"
    return f"[{words}]" if bracketed and not words.startswith("[") else words


def _matched(plain: str, tokens: list[re.Match[str]], position: int, words: tuple[str, ...]) -> int | None:
    """Return where a name ends that begins at a token, if it does; its last word may be a genitive."""
    if position + len(words) > len(tokens):
        return None
    for offset, word in enumerate(words):
        token = tokens[position + offset]
        said = token[0].lower()
        if said != word and not (offset == len(words) - 1 and said == word + "s"):
            return None
        if offset and not _GAP.fullmatch(plain, tokens[position + offset - 1].end(), token.start()):
            return None
    return tokens[position + len(words) - 1].end()


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether words follow each other within others, the last of them perhaps a genitive."""
    size = len(part)
    return any(
        whole[start : start + size - 1] == part[:-1] and whole[start + size - 1] in (part[-1], part[-1] + "s")
        for start in range(len(whole) - size + 1)
    )
