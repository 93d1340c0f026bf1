"""
The gate that files without names pass before they are written.

Every byte is looked through for personal identity numbers, e-mail addresses, telephone numbers and the names
that were to be taken away. What a project gives as its contact is meant to be published and passes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import SamverkansgrafError
from samverkansgraf.measures import MEASURES
from samverkansgraf.measures.null_models import WORKS
from samverkansgraf.measures.works import Work
from samverkansgraf.personal_data import personal_data
from samverkansgraf.release.opening import NotOpenedError, texts_in
from samverkansgraf.report import coverage_works as works_of_coverage
from samverkansgraf.report import works as works_of_reports

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkansgraf.mentions import Mentions
    from samverkansgraf.project import Contact

_CONTACT: Final = (
    "take it out, or give an organisation's under [contact], also = [...], in samverkansgraf.toml"
)
_KINDS: Final = {
    "identity_number": ("a personal identity number", "take it out of the tables"),
    "email": ("an e-mail address", _CONTACT),
    "telephone": ("a telephone number", _CONTACT),
    "name": ("a person's name", "write the role in its place, or give the name as an alias of its person"),
    "unopened": ("what cannot be looked through", "divide it"),
}
_PATHS: Final = re.compile(r"(?:[a-z]{2,8}:(?://)?|(?<![^\s\"'<>=(\[])/?[\w.-]+/)[^\s\"'<>\\]+")


@dataclass(frozen=True, slots=True, order=True)
class Left:
    """
    One thing that must not be published: in which file, on which line, what kind, and as much as may be shown.

    ``remedy`` where it is not that of its kind.
    """

    file: str
    line: int
    kind: str
    shown: str
    remedy: str = ""

    def __str__(self) -> str:
        """Return file, line, what it is and the remedy."""
        what, usual = _KINDS[self.kind]
        remedy = self.remedy or usual
        shown = f" ({self.shown})" if self.shown else ""
        return f"{self.file} line {self.line}: {what}{shown}; {remedy}"


class NotReleasedError(SamverkansgrafError):
    """Files hold what must not be published; nothing of them is to be written."""

    def __init__(self, left: list[Left]) -> None:
        self.left = left
        super().__init__("\n".join(map(str, left)))


class Gate:
    """
    Looks through files before they are written.

    Parameters
    ----------
    mentions
        The names that must not be left.
    contact
        What is meant to be published.

    Examples
    --------
    >>> from samverkansgraf.mentions import Mentions
    >>> from samverkansgraf.project import Contact
    >>> gate = Gate(Mentions([]), Contact(email="karta@example.org"))
    >>> [(one.line, one.shown) for one in gate.left({"a.txt": b"karta@example.org, eva@example.org"})]
    [(1, 'e…@…')]
    """

    def __init__(self, mentions: Mentions, contact: Contact) -> None:
        self._mentions = mentions.without_given_names().also_keeping(_cited())
        self._meant = sorted(contact.meant, key=len, reverse=True)

    def left(self, files: Mapping[str, bytes]) -> list[Left]:
        """Return what must not be published, in the order of files and lines."""
        found: set[Left] = set()
        for name, data in files.items():
            try:
                for place, text in texts_in(name, data):
                    found.update(self._in_text(place, text))
            except NotOpenedError as error:
                found.add(Left(str(error), 1, "unopened", "", error.remedy))
        return sorted(found)

    def pass_through(self, files: Mapping[str, bytes]) -> None:
        """
        Let files through that hold nothing of the kind.

        Raises
        ------
        NotReleasedError
            With every finding.
        """
        if left := self.left(files):
            raise NotReleasedError(left)

    def _in_text(self, place: str, text: str) -> Iterator[Left]:
        for meant in self._meant:
            text = text.replace(meant, " " * len(meant))
        for one in personal_data(text):
            yield Left(place, _line(text, one.start), one.kind, one.shown)
        if not self._mentions:
            return
        for mention in self._mentions.within(text):
            yield Left(place, _line(text, mention.start), "name", text[mention.start : mention.end])
        for path in _PATHS.finditer(text):
            for mention in self._mentions.within(path[0], any_case=True):
                yield Left(place, _line(text, path.start()), "name", path[0][mention.start : mention.end])


@cache
def _cited() -> tuple[str, ...]:
    """Return the works that reports and measures cite; their authors have surnames too."""
    works = [work for measure in MEASURES.values() for work in measure.works]
    works += [work for several in WORKS.values() for work in several]
    for module in (works_of_coverage, works_of_reports):
        works += [work for work in vars(module).values() if isinstance(work, Work)]
    return tuple(dict.fromkeys(work.citation for work in works))


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
