"""Errors that name the thing, its place and the remedy."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class SamverkansgrafError(Exception):
    """Base of every error this package raises on purpose; its text is one clear line."""


class UsageError(SamverkansgrafError):
    """A call or a command was given something it cannot use."""


class QueryError(SamverkansgrafError):
    """A SPARQL text cannot be run: syntax, an update, or a fetch to the network."""


class NotTwoModeError(SamverkansgrafError):
    """A network has an edge between two nodes of the same kind."""


class StoreError(SamverkansgrafError):
    """A store on disk cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One fault of the input, with its place and remedy.

    ``row`` counts as a spreadsheet does: the header is row 1.
    """

    message: str
    table: str | None = None
    row: int | None = None
    column: str | None = None
    remedy: str | None = None

    def __str__(self) -> str:
        """Return ``actors.csv row 41, column district: message; remedy``."""
        place = self.table or ""
        if self.row is not None:
            place += f" row {self.row}"
        if self.column is not None:
            place += f"{', ' if place else ''}column {self.column}"
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}; {self.remedy}" if self.remedy else text


class InputError(SamverkansgrafError):
    """The tables of a project cannot be built from; holds every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """
    Return a remedy that names the closest known word, or ``None``.

    Examples
    --------
    >>> did_you_mean("Backby", ["Bäckby", "Råby"])
    "did you mean 'Bäckby'?"
    """
    by_lower = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(word.casefold(), by_lower, n=1, cutoff=0.6)
    return f"did you mean '{by_lower[close[0]]}'?" if close else None
