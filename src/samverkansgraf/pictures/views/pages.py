"""A view as a document: its picture, its table and its sources, in the order in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Document, Paragraph, Section, line
from samverkansgraf.documents.sources import sources_chapter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.blocks import Block
    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.views.material import Material


def page(
    material: Material,
    names: Names,
    *,
    view: str,
    title: str,
    blocks: Sequence[Block],
    chapters: Sequence[Section],
) -> Document:
    """
    Return the page of a view.

    Parameters
    ----------
    material, names
        The graph, and its names with the words of views.
    view
        The key of its texts: ``VIEW.shows`` and ``VIEW.read`` stand above the picture.
    title
        Of the page, without the project's name.
    blocks
        The picture and what is said of it.
    chapters
        What follows: the tables. The list of sources comes last.
    """
    words = names.words
    return Document(
        language=words.language,
        title=f"{material.settings.name}: {title}",
        about=line(as_of_words(material, names)),
        sections=(
            Section(
                "picture",
                words.say("views.picture"),
                (
                    Paragraph((words.say(f"{view}.shows"),)),
                    Paragraph((words.say(f"{view}.read"),)),
                    *blocks,
                ),
            ),
            *chapters,
            sources_chapter(material.frames, names),
        ),
    )


def as_of_words(material: Material, names: Names) -> str:
    """Say of when the page is."""
    if material.at is None:
        return names.words.say("views.any_time")
    return names.words.say("views.at", date=names.words.date(material.at))


def draw_command(material: Material, names: Names, view: str, *more: str) -> str:
    """Return the command that draws a view."""
    at = ("--at", material.at) if material.at is not None else ()
    return names.command("draw", "--view", view, *at, *more, "-o", f"{view}.html")
