"""Facts in words: a term of the page and its values, with dates and amounts as the page's language writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkansgraf.dates import in_words, is_edtf
from samverkansgraf.documents.words import Words
from samverkansgraf.pictures.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import polars as pl

    from samverkansgraf.pictures.names import Names
    from samverkansgraf.project import Language


class Fact(NamedTuple):
    """A term and its values; ``own`` if they are words of the project, in its language."""

    term: str
    values: list[str]
    own: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What makes facts in one language, with the names that things have in it."""

    names: Names
    language: Language

    def say(self, key: str, **values: object) -> str:
        """Return a text of the pictures."""
        return text(key, self.language, **values)

    def fact(self, term: str, values: Iterable[str | None] | None, *, own: bool = False) -> list[Fact]:
        """Return a fact where there is something to say; ``own`` if its values are the project's words."""
        said = [value for value in values or () if value]
        return [Fact(self.say(term), said, own)] if said else []

    def date(self, written: str | None) -> str | None:
        """Return an EDTF date in words, what is no date as written."""
        return in_words(written, self.language) if written and is_edtf(written) else written

    def period(self, row: Mapping[str, Any]) -> str | None:
        """Return a start and an end in words, ``None`` where neither is known."""
        start, end = self.date(row.get("start")), self.date(row.get("end"))
        if start and end:
            return self.say("from_until", start=start, end=end)
        if start:
            return self.say("from", start=start)
        return self.say("until", end=end) if end else None

    def amount(self, amount: float | None, currency: str | None) -> str | None:
        """Return an amount as the language writes it."""
        if amount is None:
            return None
        words = Words(self.language)
        return f"{words.decimal(amount, places=2)} {words.currency(currency)}".rstrip()


def rows_by(frame: pl.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a frame by a key; of several with the same key, the first."""
    rows: dict[str, dict[str, Any]] = {}
    for row in frame.iter_rows(named=True):
        rows.setdefault(row[key], row)
    return rows
