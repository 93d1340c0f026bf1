"""The map of places: what is known of each as a whole, drawn from the graph's own geometries without tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.blocks import Bullets, Paragraph, Part, Section, Table, cell
from samverkansgraf.pictures.views.coverage_patterns import VALUES
from samverkansgraf.pictures.views.map.drawing import map_drawing, placed_words
from samverkansgraf.pictures.views.map.places import map_places
from samverkansgraf.pictures.views.page import figure, full_title, page, picture_chapter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.blocks import Block, Cell, Document
    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.views.map.drawing import Drawn
    from samverkansgraf.pictures.views.map.places import MapPlace
    from samverkansgraf.pictures.views.material import Material

#: More places than this are not drawn.
MOST: Final = 600
_ANCHOR: Final = "place-"


def view(material: Material) -> Document:
    """
    Return the map of a graph's places.

    Raises
    ------
    UsageError
        No place has a geometry, or one cannot be read.
    """
    names = material.names
    words = names.words
    title = words.say("map.title")
    places = list(enumerate(map_places(material, names), start=1))
    with_shape = [(number, place) for number, place in places if place.shape is not None]
    # Those studied come first, then those that something is placed in.
    ranked = sorted(
        with_shape, key=lambda one: (one[1].value is None, -one[1].surely, -one[1].possibly, one[0])
    )
    shown = sorted(ranked[:MOST], key=lambda one: one[0])
    drawn = map_drawing(shown, names, title=full_title(material, title), anchor=_ANCHOR)
    picture = figure(
        material,
        "map",
        drawn.svg,
        caption=words.say("map.caption"),
        alternative=_alternative(places, names),
    )
    missing = [place for _, place in places if place.shape is None]
    blocks: list[Block] = [picture, *_remarks(drawn, len(with_shape), names)]
    if missing:
        blocks.append(
            Part(
                words.say("map.missing"),
                (
                    Paragraph((words.say("map.missing_means"),)),
                    Bullets(
                        tuple(
                            (f"{place.label}: {words.say('map.no_shape')}; {place.value_words(names)}",)
                            for place in missing
                        )
                    ),
                ),
            )
        )
    at = ("--at", material.at) if material.at is not None else ()
    rows = Section(
        "places",
        words.say("map.table"),
        (
            Table(
                words.say("map.table_caption"),
                tuple(words.say(f"map.column_{name}") for name in ("place", "value", "placed", "evidence")),
                tuple(_row(number, place, number in drawn.numbered, names) for number, place in places),
                names.command("coverage", "--by", "district", *at),
                tuple(f"{_ANCHOR}{number}" for number, _ in places),
            ),
        ),
    )
    chapter = picture_chapter(
        material, shows=words.say("map.shows"), read=words.say("map.read"), blocks=blocks
    )
    return page(material, title, [chapter, rows])


def _row(number: int, place: MapPlace, has_number: bool, names: Names) -> tuple[Cell, ...]:  # noqa: FBT001
    words = names.words
    head = [place.label]
    if has_number:
        head.append(words.say("map.number", n=words.whole(number)))
    if place.shape is None:
        head.append(words.say("map.no_shape"))
    return (
        cell(*head),
        cell(place.value_words(names), look=place.value or ""),
        cell(placed_words(place, names)),
        cell(*(place.lines or ((words.say("map.nothing"),),)), look="proofs"),
    )


def _alternative(places: Sequence[tuple[int, MapPlace]], names: Names) -> str:
    """Return in words what the map shows: how many places have each value, and which."""
    words = names.words
    parts = []
    for value in (*VALUES, None):
        labels = [place.label for _, place in places if place.value == value and place.shape is not None]
        if labels:
            example = next(place for _, place in places if place.value == value)
            parts.append(
                words.say(
                    "map.of_value",
                    value=_capital(example.value_words(names)),
                    n=words.whole(len(labels)),
                    places=words.listing(labels[:20]) + (" …" if len(labels) > 20 else ""),  # noqa: PLR2004 - heard
                )
            )
    return " ".join((words.say("map.alternative"), *parts))


def _remarks(drawn: Drawn, with_shape: int, names: Names) -> list[Block]:
    """Say which places have no name on the map, and how many are left out."""
    words = names.words
    remarks = []
    if drawn.numbered:
        remarks.append(words.count("map.numbered", len(drawn.numbered)))
    if drawn.bare:
        remarks.append(words.count("map.bare", len(drawn.bare)))
    if with_shape > MOST:
        remarks.append(words.say("map.left_out", n=words.whole(with_shape - MOST), most=words.whole(MOST)))
    return [Paragraph((remark,)) for remark in remarks]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
