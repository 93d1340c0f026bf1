"""What views are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from samverkansgraf.pictures.views.wording import with_view_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from samverkansgraf.documents.blocks import Document
    from samverkansgraf.documents.names import Names
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """
    A graph and how it is to be looked at.

    Attributes
    ----------
    frames
        What the graph holds.
    settings
        Of its project: name, need, bounds.
    names
        What things are called in the view's language, and the numbers of the sources; their words are those of
        documents and those of views.
    at
        As of this EDTF date; ``None`` for any time.
    as_of
        The day that ages, and what is planned, are told by.
    beside
        Another graph, or the same at another date, for views that compare two.
    of
        The name or the id of what a view of single things shows; ``None`` for all of them.
    """

    frames: Frames
    settings: Settings
    names: Names
    at: str | None
    as_of: date
    beside: Material | None = None
    of: str | None = None

    def __post_init__(self) -> None:
        """Let the words say the texts of views too."""
        object.__setattr__(self, "names", with_view_words(self.names))


#: Makes a page of its material; the first figure on it is the picture that stands alone as SVG.
View: TypeAlias = "Callable[[Material], Document]"
