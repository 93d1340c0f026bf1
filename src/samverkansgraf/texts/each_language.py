"""One text in every language that has catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkansgraf.texts.catalogue import LANGUAGES, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class EachLanguage(Mapping[str, str]):
    """
    A text by language, read from the catalogues when it is asked for.

    Attributes
    ----------
    domain, key
        Which text.
    needed
        Whether there must be one; if not, one that no catalogue has is empty.

    Examples
    --------
    >>> EachLanguage("report", "brief.title")["sv"]
    'I korthet'
    """

    domain: str
    key: str
    needed: bool = True

    def __getitem__(self, language: str) -> str:
        """
        Return the text in a language.

        Raises
        ------
        KeyError
            No such language, or no such text though it is needed.
        """
        if language not in LANGUAGES:
            raise KeyError(language)
        texts = catalogue(self.domain, language)
        return texts[self.key] if self.needed or self.key in texts else ""

    def __iter__(self) -> Iterator[str]:
        """Return the languages."""
        return iter(LANGUAGES)

    def __len__(self) -> int:
        """Return how many languages there are."""
        return len(LANGUAGES)
