"""The texts of views, beside those that every document has."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.words import Words
from samverkansgraf.texts import Catalogue, catalogue

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.project import Language

_DOMAIN: Final = "views"


class ViewWords(Words):
    """
    The texts of one language: those of documents, and those of views.

    Examples
    --------
    >>> ViewWords("sv").say("map.no_shape"), ViewWords("sv").say("and")
    ('saknar gräns', 'och')
    """

    __slots__ = ()

    @property
    def texts(self) -> Catalogue:
        """The texts of both catalogues."""
        return _joined(self.language)


def with_view_words(names: Names) -> Names:
    """Return the names of a document that can say the texts of views too."""
    return replace(names, words=ViewWords(names.words.language))


@cache
def _joined(language: Language) -> Catalogue:
    documents = catalogue("report", language)
    return Catalogue({**documents.forms, **catalogue(_DOMAIN, language).forms}, documents.form_of)
