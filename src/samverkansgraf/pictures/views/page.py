"""The page of a view: as of when it is, the picture and how to read it, its rows, and the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Document, Figure, Paragraph, Section, one_line
from samverkansgraf.documents.sources import sources_chapter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.blocks import Block
    from samverkansgraf.pictures.views.material import Material


def page(material: Material, title: str, chapters: Sequence[Section], *, when: str | None = None) -> Document:
    """
    Return the page of a view.

    Parameters
    ----------
    material
        What the view is made of.
    title
        Of the page, without the project's name.
    chapters
        The picture and its rows; the list of sources comes last.
    when
        As of when it is; by the date of the material unless given.
    """
    return Document(
        language=material.names.words.language,
        title=full_title(material, title),
        about=(when or as_of_words(material, material.at),),
        sections=(*chapters, sources_chapter(material.frames, material.names)),
    )


def picture_chapter(material: Material, *, shows: str, read: str, blocks: Sequence[Block]) -> Section:
    """Return the chapter of the picture: what it shows, how to read it, and the picture with what is said of it."""
    words = material.names.words
    return Section("picture", words.say("page.picture"), (Paragraph((shows,)), Paragraph((read,)), *blocks))


def rows_chapter(material: Material, tables: Sequence[Block]) -> Section:
    """Return the chapter of the tables that the marks of the picture lead to."""
    return Section("rows", material.names.words.say("page.rows"), tuple(tables))


def figure(
    material: Material, view: str, svg: str, *, caption: str, alternative: str, options: Sequence[str] = ()
) -> Figure:
    """
    Return the picture of a view.

    Parameters
    ----------
    material
        What it is made of.
    view
        Its name, as a user types it.
    svg
        The drawing, with its legend.
    caption
        What it is.
    alternative
        What stands for it where it is not seen.
    options
        Of the command that draws it, beside the dates.
    """
    return Figure(svg, caption, alternative, drawing_command(material, view, *options), linked=True)


def full_title(material: Material, title: str) -> str:
    """Return a title with the project's name before it."""
    return f"{one_line(material.settings.name)}: {title}"


def as_of_words(material: Material, at: str | None) -> str:
    """Say as of when a page is that shows what holds at a date, or at any time."""
    words = material.names.words
    if at in (None, "ever"):
        return words.say("page.any_time", date=words.date(material.as_of))
    return words.say("page.at", date=words.date(at or ""))


def drawing_command(material: Material, view: str, *options: str) -> str:
    """Return the command that draws a view."""
    at = ("--at", material.at) if material.at else ()
    day = material.as_of.isoformat()
    return material.names.command("draw", "--view", view, *at, "--as-of", day, *options, "-o", f"{view}.html")
