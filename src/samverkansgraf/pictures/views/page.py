"""The page of a view: what it shows, how to read it, the picture, its rows and the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Document, Figure, Paragraph, Section, one_line
from samverkansgraf.documents.sources import sources_chapter
from samverkansgraf.pictures.views.wording import ViewWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.blocks import Block
    from samverkansgraf.pictures.views.material import Material


def page(
    material: Material,
    name: str,
    *,
    svg: str,
    shows: str,
    alternative: str,
    remarks: Sequence[Block] = (),
    rows: Sequence[Block],
) -> Document:
    """
    Return the page of a view.

    Parameters
    ----------
    material
        What the view is made of.
    name
        Of the view; its texts are ``NAME.title``, ``NAME.read`` and ``NAME.caption``.
    svg
        The picture, with its legend.
    shows
        What the picture shows, in a paragraph.
    alternative
        What stands for the picture where it is not seen.
    remarks
        What else is to be known of the picture: what was left out, and what is to be seen in it.
    rows
        The tables that the marks of the picture point to.
    """
    said = ViewWords(material.names.words.language)
    picture = Figure(
        svg, said.say(f"{name}.caption"), alternative, command=drawing_command(material, name), linked=True
    )
    reading = (Paragraph((shows,)), Paragraph((said.say(f"{name}.read"),)))
    return Document(
        language=said.language,
        title=title(material, name),
        about=(said.say("page.about", date=material.names.words.date(material.as_of)),),
        sections=(
            Section("picture", said.say("page.picture"), (*reading, picture, *remarks)),
            Section("rows", said.say("page.rows"), tuple(rows)),
            sources_chapter(material.frames, material.names),
        ),
    )


def title(material: Material, name: str) -> str:
    """Return what a view of a project is called."""
    said = ViewWords(material.names.words.language)
    return said.say(f"{name}.title", name=one_line(material.settings.name))


def drawing_command(material: Material, name: str) -> str:
    """Return the command that draws a view."""
    at = ("--at", material.at) if material.at else ()
    day = material.as_of.isoformat()
    return material.names.command("draw", "--view", name, *at, "--as-of", day, "-o", f"{name}.html")
