"""
Views beside the network: each a page of its picture, its table and how both are to be read.

A view is a document, so that it is the same on a page, in Markdown and for Word; its picture alone is SVG. The marks
of a picture are links to the rows of its table: nothing on the page is a script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.blocks import Figure
from samverkansgraf.errors import UsageError
from samverkansgraf.pictures.views import cards, claims, heatmap, matrix, multiples, removal, timeline
from samverkansgraf.pictures.views import map as map_of_places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.documents.blocks import Document
    from samverkansgraf.pictures.views.material import View

#: The views by the name that a user types.
VIEWS: Final[Mapping[str, View]] = {
    "heatmap": heatmap.view,
    "timeline": timeline.view,
    "matrix": matrix.view,
    "removal": removal.view,
    "map": map_of_places.view,
    "claims": claims.view,
    "cards": cards.view,
    "multiples": multiples.view,
}


def view_named(name: str) -> View:
    """
    Return a view by its name.

    Raises
    ------
    UsageError
        There is none.
    """
    if name not in VIEWS:
        raise UsageError(f"view {name!r} is unknown; there are {', '.join(VIEWS)}")
    return VIEWS[name]


def picture_of(document: Document) -> str:
    """Return the first figure of a view as SVG."""
    return next(
        block.svg for section in document.sections for block in section.blocks if isinstance(block, Figure)
    )
