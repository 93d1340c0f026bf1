"""The map as a drawing: surfaces and points with the pattern of their value, names where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.svg_text import number
from samverkansgraf.pictures.views.coverage_patterns import VALUES, add_patterns
from samverkansgraf.pictures.views.drawing import Drawing
from samverkansgraf.pictures.views.legend import Entry, Legend, swatch
from samverkansgraf.pictures.views.map.labels import RADIUS, Outline, draw_labels
from samverkansgraf.pictures.views.map.projection import Projection, simplified
from samverkansgraf.pictures.views.palette import INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.style import Point
    from samverkansgraf.pictures.views.map.places import MapPlace

_WIDTH: Final = 860.0
_HEIGHT: Final = 900.0
_MARGIN: Final = 20.0
_TOLERANCE: Final = 0.4
_SCALE: Final = 46.0  # height of the scale bar and the sign for north


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map, and which places have only their number on it, or neither name nor number."""

    svg: str
    numbered: tuple[int, ...]
    bare: tuple[int, ...]


def map_drawing(places: Sequence[tuple[int, MapPlace]], names: Names, *, title: str, anchor: str) -> Drawn:
    """
    Draw places that have a shape.

    Parameters
    ----------
    places
        With their numbers, from 1.
    names
        With the words of views.
    title
        Of the drawing.
    anchor
        What a row is called, before its place's number.
    """
    outlines, per_km, width, height = _outlines(places)
    legend = Legend(names.words.say("page.legend"), _entries(places, names), width, left=_MARGIN)
    whole = height + _SCALE + legend.height + 2 * _MARGIN
    drawing = Drawing(width, whole, title=title)
    add_patterns(drawing)
    drawing.add("rect", width=width, height=whole, fill=PAPER)
    for outline in outlines:
        with drawing.link(f"{anchor}{outline.number}", _spoken(outline.place, names)):
            _draw(drawing, outline)
    numbered, bare = draw_labels(drawing, outlines, names, width)
    _draw_scale(drawing, per_km, height + 10, names)
    legend.draw(drawing, height + _SCALE + _MARGIN / 2)
    return Drawn(drawing.svg(), numbered, bare)


def _outlines(places: Sequence[tuple[int, MapPlace]]) -> tuple[list[Outline], float, float, float]:
    """Return places on paper, large ones first, pixels to a kilometre, and the map's width and height."""
    shapes = [(number, place, place.shape) for number, place in places if place.shape is not None]
    projection = Projection.around([one for _, _, shape in shapes for one in shape.positions])
    every = [projection.on_paper(one) for _, _, shape in shapes for one in shape.positions]
    left, top = min(x for x, _ in every), min(y for _, y in every)
    across, down = max(x for x, _ in every) - left, max(y for _, y in every) - top
    inner = _WIDTH - 2 * _MARGIN - 2 * RADIUS
    per_km = min(inner / max(across, 0.1), (_HEIGHT - 2 * _MARGIN - 2 * RADIUS) / max(down, 0.1))
    width, height = _WIDTH, down * per_km + 2 * (_MARGIN + RADIUS)
    height = max(height, 120.0)
    to_left = (width - across * per_km) / 2
    to_top = (height - down * per_km) / 2

    def placed(positions: Sequence[tuple[float, float]]) -> tuple[Point, ...]:
        points = (projection.on_paper(one) for one in positions)
        return tuple(((x - left) * per_km + to_left, (y - top) * per_km + to_top) for x, y in points)

    outlines = [
        Outline(
            number,
            place,
            tuple(tuple(simplified(placed(ring), _TOLERANCE)) for ring in shape.rings),
            tuple(tuple(simplified(placed(one), _TOLERANCE)) for one in shape.lines),
            placed(shape.points),
        )
        for number, place, shape in shapes
    ]
    outlines.sort(key=lambda one: (one.place.value is not None, -one.size, one.number))
    return outlines, per_km, width, height


def _spoken(place: MapPlace, names: Names) -> str:
    return names.words.say(
        "map.spoken", place=place.label, value=place.value_words(names), placed=placed_words(place, names)
    )


def placed_words(place: MapPlace, names: Names) -> str:
    """Return how many initiatives are placed somewhere, surely and possibly."""
    words = names.words
    return words.say(
        "map.placed",
        surely=words.count("count.initiatives", place.surely),
        possibly=words.whole(place.possibly),
    )


def _draw(drawing: Drawing, outline: Outline) -> None:
    studied = outline.place.value is not None
    looks: dict[str, str | float | None] = {
        "fill": f"url(#value-{outline.place.value})" if studied else PAPER,
        "fill_opacity": None if studied else 0.01,
        # Dark neighbours are told apart by a light line.
        "stroke": PAPER if outline.place.value == "not_searched" and outline.rings else INK,
        "stroke_width": 1.5 if studied else 1.0,
        "stroke_dasharray": None if studied else "6 4",
    }
    if outline.rings:
        drawing.add(
            "path", d=_path(outline.rings, closed=True), fill_rule="evenodd", stroke_linejoin="round", **looks
        )
    if outline.lines:
        drawing.add(
            "path", d=_path(outline.lines, closed=False), **{**looks, "fill": "none", "stroke_width": 4}
        )
    for x, y in outline.points:
        drawing.add("circle", cx=x, cy=y, r=RADIUS, **looks)


def _path(lines: Sequence[Sequence[Point]], *, closed: bool) -> str:
    return " ".join(
        "M" + "L".join(f"{number(x)} {number(y)}" for x, y in line) + ("Z" if closed else "")
        for line in lines
    )


def _draw_scale(drawing: Drawing, per_km: float, y: float, names: Names) -> None:
    """Draw a bar of a round length, and the sign for north."""
    most = 200 / per_km
    unit = 10.0 ** int(log10(most) - (most < 1))
    length = next((step * unit for step in (5, 2, 1) if step * unit <= most), unit)
    words = names.words
    said = (
        words.say("map.km", n=words.decimal(length))
        if length >= 1
        else words.say("map.m", n=words.whole(round(length * 1000)))
    )
    right = _MARGIN + length * per_km
    drawing.add(
        "path",
        d=f"M{number(_MARGIN)} {number(y)}v8H{number(right)}v-8",
        fill="none",
        stroke=INK,
        stroke_width=2,
    )
    drawing.text(said, _MARGIN, y + 24, size=12, fill=INK)
    at = _WIDTH - _MARGIN - 12
    drawing.add("path", d=f"M{number(at)} {number(y - 6)}l7 20l-7 -5l-7 5z", fill=INK)
    drawing.text(words.say("map.north"), at, y + 28, size=12, text_anchor="middle", fill=INK)


def _entries(places: Sequence[tuple[int, MapPlace]], names: Names) -> list[Entry]:
    words = names.words
    entries = [Entry(words.say(f"map.sign_{value}"), swatch(f"url(#value-{value})")) for value in VALUES]
    if any(place.value is None for _, place in places):
        entries.append(Entry(words.say("map.sign_outside"), swatch(PAPER, stroke_dasharray="6 4")))
    return entries
