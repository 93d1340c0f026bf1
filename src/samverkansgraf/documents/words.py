"""The texts of a document, and numbers and dates as each language writes them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Final

from samverkansgraf import dates
from samverkansgraf.documents.blocks import one_line
from samverkansgraf.texts import Catalogue, catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from samverkansgraf.documents.blocks import Inline, Line
    from samverkansgraf.project import Language

_NARROW: Final = "\u202f"  # narrow no-break space
_WIDE: Final = "\u00a0"  # no-break space
_MINUS: Final = "\u2212"


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language."""

    language: Language

    @property
    def texts(self) -> Catalogue:
        """The catalogue of this language."""
        return catalogue("report", self.language)

    def has(self, key: str) -> bool:
        """Say whether the catalogue has a text by this key."""
        return key in self.texts

    def say(self, key: str, **values: str) -> str:
        """
        Return a text with its placeholders filled in.

        Raises
        ------
        KeyError
            No such text, or a placeholder without a value.

        Examples
        --------
        >>> Words("sv").say("brief.title")
        'I korthet'
        """
        return self.texts[key].format(**values)

    def line(self, key: str, **values: Inline | Line) -> Line:
        """Return a text whose placeholders are filled with inline parts, such as references."""
        return _filled(self.texts[key], values)

    def counted_line(self, key: str, n: int, **values: Inline | Line) -> Line:
        """Return the form of a text for a number, its placeholders filled with inline parts."""
        return _filled(self.texts.counted(key, n), values)

    def count(self, key: str, n: int, **values: str) -> str:
        """
        Return a counted thing, or a sentence on it, in the singular or the plural.

        Examples
        --------
        >>> Words("sv").count("count.actors", 1), Words("sv").count("count.actors", 2)
        ('1 aktör', '2 aktörer')
        """
        return self.texts.counted(key, n).format(n=self.whole(n), **values)

    def whole(self, n: int) -> str:
        """
        Return a whole number with its thousands apart.

        Examples
        --------
        >>> Words("sv").whole(12500) == "12\u202f500", Words("en").whole(12500)
        (True, '12,500')
        """
        grouped = f"{abs(n):,}" if self.language == "en" else f"{abs(n):,}".replace(",", _NARROW)
        return _MINUS + grouped if n < 0 else grouped

    def decimal(self, value: float, *, places: int = 3) -> str:
        """
        Return a number with this many decimals; a whole number without them.

        What is not nought is not written as nought.

        Examples
        --------
        >>> Words("sv").decimal(0.25), Words("en").decimal(0.25), Words("sv").decimal(3.0)
        ('0,250', '0.250', '3')
        >>> Words("sv").decimal(0.0001), Words("en").decimal(-0.0001)
        ('<0,001', '>−0.001')
        """
        if float(value).is_integer():
            return self.whole(int(value))
        least = 10.0**-places
        if abs(value) < least / 2:
            return (
                f"<{self.decimal(least, places=places)}"
                if value > 0
                else f">{self.decimal(-least, places=places)}"
            )
        rounded = f"{abs(value):.{places}f}"
        whole, _, fraction = rounded.partition(".")
        text = self.whole(int(whole)) + ("." if self.language == "en" else ",") + fraction
        return _MINUS + text if value < 0 else text

    def p_value(self, p: float) -> str:
        """
        Return a p-value as it is written in a sentence.

        Examples
        --------
        >>> Words("sv").p_value(0.03), Words("en").p_value(0.0001)
        ('p = 0,030', 'p < 0.001')
        """
        written = self.decimal(p)
        return f"p < {written[1:]}" if written.startswith("<") else f"p = {written}"

    def between(self, first: str, last: str) -> str:
        """Return from when to when, as EDTF; one date where they are the same."""
        if first == last:
            return self.date(first)
        return self.say("between", first=self.date(first), last=self.date(last))

    def share(self, part: float) -> str:
        """
        Return a share 0–1 as per cent.

        Examples
        --------
        >>> Words("sv").share(0.8) == "80\u00a0%", Words("en").share(0.8)
        (True, '80%')
        """
        percent = math.floor(part * 100 + 0.5)
        return f"{percent}%" if self.language == "en" else f"{percent}{_WIDE}%"

    def interval(self, low: float | None, high: float | None) -> str:
        """Return least and greatest, one number where they read the same, nothing where unknown."""
        if low is None or high is None or math.isnan(low) or math.isnan(high):
            return ""
        least, greatest = self.decimal(low), self.decimal(high)
        if least == greatest:
            return least
        divided = f" {self.say('to')} " if _MINUS in least + greatest or "<" in least + greatest else "–"
        return f"{least}{divided}{greatest}"

    def currency(self, code: str | None) -> str:
        """
        Return a currency as it is written after an amount; a code that has no word stands as it is.

        Examples
        --------
        >>> Words("sv").currency("SEK"), Words("en").currency("SEK"), Words("sv").currency("XTS")
        ('kronor', 'SEK', 'XTS')
        """
        code = one_line(code or "")
        return self.say(f"currency.{code}") if self.has(f"currency.{code}") else code

    def date(self, text: str | date) -> str:
        """Return a date, as EDTF or a day, in words; what is no date as it stands."""
        written = text if isinstance(text, str) else text.isoformat()
        return dates.in_words(written, self.language) if dates.is_edtf(written) else one_line(written)

    def beginning(self, start: str) -> str:
        """Return when something began; ``../2014-03-06`` is "at the latest then"."""
        by = start.removeprefix("../")
        return self.date(start) if by == start else self.say("period.at_latest", date=self.date(by))

    def period(self, start: str | None, end: str | None) -> str:
        """Return a period in words; an empty text where neither end is given."""
        if start and end:
            return self.say("period.from_to", start=self.beginning(start), end=self.date(end))
        if start:
            return self.say("period.from", start=self.beginning(start))
        if end:
            return self.say("period.to", end=self.date(end))
        return ""

    def dimensions(self, names: list[str]) -> str:
        """
        Return the dimensions of a coverage in words.

        Examples
        --------
        >>> Words("sv").dimensions(["district", "theme"])
        'stadsdel och tema'
        """
        return self.listing(
            [self.say(f"dimension.{name}") if self.has(f"dimension.{name}") else name for name in names],
        )

    def listing(self, items: list[str]) -> str:
        """
        Join items with commas and a last "and".

        Examples
        --------
        >>> Words("sv").listing(["a", "b", "c"])
        'a, b och c'
        """
        if len(items) < 2:  # noqa: PLR2004 - one item is its own list
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.say('and')} {items[-1]}"


def _filled(text: str, values: Mapping[str, Inline | Line]) -> Line:
    """Return a text as the parts between its placeholders and what fills them."""
    parts: list[Inline] = []
    for literal, placeholder, _, _ in Formatter().parse(text):
        if literal:
            parts.append(literal)
        if placeholder is not None:
            value = values[placeholder]
            parts.extend(value if isinstance(value, tuple) else (value,))
    return tuple(parts)
