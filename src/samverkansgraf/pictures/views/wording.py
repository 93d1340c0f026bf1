"""The texts of views, beside those that all documents share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkansgraf.documents.words import Words
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from samverkansgraf.texts import Catalogue


@dataclass(frozen=True, slots=True)
class ViewWords(Words):
    """
    The texts of views in one language.

    Examples
    --------
    >>> ViewWords("en").say("page.picture")
    'The picture'
    """

    @property
    def texts(self) -> Catalogue:
        """The catalogue of this language."""
        return catalogue("views", self.language)
