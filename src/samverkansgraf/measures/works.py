"""Works that measures are cited from, as a line of text and as BibTeX."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEX: Final = str.maketrans({"&": r"\&", "%": r"\%", "_": r"\_", "#": r"\#", "–": "--"})

#: The field of a BibTeX entry that says who brought a work out.
_PUBLISHED_BY: Final = {"article": "journal", "book": "publisher", "manual": "organization"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """
    A published work.

    ``authors`` are written "Surname, I."; ``journal`` is the publisher of a book, or who gives out a
    ``manual``, as BibTeX calls what describes a piece of software. ``key`` is the BibTeX key.
    """

    key: str
    authors: tuple[str, ...]
    year: int
    title: str
    journal: str
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str | None = None
    kind: Literal["article", "book", "manual"] = "article"

    @property
    def citation(self) -> str:
        """
        Return the work in one line, without its DOI.

        Examples
        --------
        >>> Work(key="burt1992", authors=("Burt, R. S.",), year=1992, title="Structural Holes",
        ...      journal="Harvard University Press", kind="book").citation
        'Burt, R. S. (1992). Structural Holes. Harvard University Press.'
        """
        *first, last = self.authors
        who = f"{', '.join(first)} & {last}" if first else last
        place = f" {self.volume}" if self.volume else ""
        issue = f"({self.number})" if self.number else ""
        pages = f", {self.pages}" if self.pages else ""
        return f"{who} ({self.year}). {self.title}. {self.journal}{place}{issue}{pages}."

    @property
    def bibtex(self) -> str:
        """Return the work as a BibTeX entry."""
        fields = {
            "author": " and ".join(self.authors),
            "title": f"{{{self.title}}}",
            _PUBLISHED_BY[self.kind]: self.journal,
            "year": str(self.year),
            "volume": self.volume,
            "number": self.number,
            "pages": self.pages,
        }
        lines = [f"  {name} = {{{value.translate(_TEX)}}},\n" for name, value in fields.items() if value]
        if self.doi:
            lines.append(f"  doi = {{{self.doi}}},\n")
        return f"@{self.kind}{{{self.key},\n{''.join(lines)}}}\n"


def bibliography(works: Iterable[Work]) -> str:
    """Return works as the text of a BibTeX file, each once, by key."""
    return "\n".join(work.bibtex for _, work in sorted({work.key: work for work in works}.items()))
