"""The map as a drawing: surfaces and points with the pattern of their value, names where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.lettering import text_width
from samverkansgraf.pictures.svg_text import number
from samverkansgraf.pictures.views.drawing import Drawing
from samverkansgraf.pictures.views.legends import (
    INK,
    PAPER,
    VALUES,
    Sign,
    draw_legend,
    legend_height,
    swatch,
    value_patterns,
)
from samverkansgraf.pictures.views.projection import Projection, simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.geometry import Box
    from samverkansgraf.pictures.style import Point
    from samverkansgraf.pictures.views.map_places import MapPlace

_WIDTH: Final = 860.0
_HEIGHT: Final = 900.0
_MARGIN: Final = 20.0
_TOLERANCE: Final = 0.4
_RADIUS: Final = 10.0
_SCALE: Final = 46.0  # height of the scale bar and the sign for north


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map, and which places have only their number on it, or neither name nor number."""

    svg: str
    numbered: tuple[int, ...]
    bare: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Outline:
    """A place on paper."""

    number: int
    place: MapPlace
    rings: tuple[tuple[Point, ...], ...]
    lines: tuple[tuple[Point, ...], ...]
    points: tuple[Point, ...]

    @property
    def box(self) -> Box:
        every = [*self.points, *(one for group in (*self.rings, *self.lines) for one in group)]
        across, down = [x for x, _ in every], [y for _, y in every]
        return min(across), min(down), max(across), max(down)

    @property
    def size(self) -> float:
        left, top, right, bottom = self.box
        return (right - left) * (bottom - top)


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
    signs = _signs(places, names)
    whole = height + _SCALE + legend_height(signs, width - 2 * _MARGIN) + 2 * _MARGIN
    drawing = Drawing(width, whole, title=title)
    value_patterns(drawing)
    drawing.add("rect", width=width, height=whole, fill=PAPER)
    for outline in outlines:
        with drawing.link(f"{anchor}{outline.number}", _spoken(outline.place, names)):
            _draw(drawing, outline)
    numbered, bare = _draw_labels(drawing, outlines, names, width)
    _draw_scale(drawing, per_km, height + 10, names)
    draw_legend(drawing, signs, x=_MARGIN, y=height + _SCALE + _MARGIN / 2, width=width - 2 * _MARGIN)
    return Drawn(drawing.svg(), numbered, bare)


def _outlines(places: Sequence[tuple[int, MapPlace]]) -> tuple[list[_Outline], float, float, float]:
    """Return places on paper, large ones first, pixels to a kilometre, and the map's width and height."""
    shapes = [(number, place, place.shape) for number, place in places if place.shape is not None]
    projection = Projection.around([one for _, _, shape in shapes for one in shape.positions])
    every = [projection.on_paper(one) for _, _, shape in shapes for one in shape.positions]
    left, top = min(x for x, _ in every), min(y for _, y in every)
    across, down = max(x for x, _ in every) - left, max(y for _, y in every) - top
    inner = _WIDTH - 2 * _MARGIN - 2 * _RADIUS
    per_km = min(inner / max(across, 0.1), (_HEIGHT - 2 * _MARGIN - 2 * _RADIUS) / max(down, 0.1))
    width, height = _WIDTH, down * per_km + 2 * (_MARGIN + _RADIUS)
    height = max(height, 120.0)
    to_left = (width - across * per_km) / 2
    to_top = (height - down * per_km) / 2

    def placed(positions: Sequence[tuple[float, float]]) -> tuple[Point, ...]:
        points = (projection.on_paper(one) for one in positions)
        return tuple(((x - left) * per_km + to_left, (y - top) * per_km + to_top) for x, y in points)

    outlines = [
        _Outline(
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


def _draw(drawing: Drawing, outline: _Outline) -> None:
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
        drawing.add("circle", cx=x, cy=y, r=_RADIUS, **looks)


def _path(lines: Sequence[Sequence[Point]], *, closed: bool) -> str:
    return " ".join(
        "M" + "L".join(f"{number(x)} {number(y)}" for x, y in line) + ("Z" if closed else "")
        for line in lines
    )


def _draw_labels(
    drawing: Drawing, outlines: Sequence[_Outline], names: Names, width: float
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Write as much on each place as there is room for; return the numbers of those without a name."""
    taken: list[Box] = []
    numbered: list[int] = []
    bare: list[int] = []
    for outline in sorted(outlines, key=lambda one: (-bool(one.points), -one.size, one.number)):
        label, value = outline.place.label, outline.place.value_words(names)
        counts = names.words.say(
            "map.counts",
            surely=names.words.whole(outline.place.surely),
            possibly=names.words.whole(outline.place.possibly),
        )
        texts = [[label, value, counts], [label, value], [label]]
        if outline.place.value is None:
            texts = [[label, value]]
        chosen = next(
            (
                (lines, at)
                for lines in texts
                for at in _spots(outline, lines, inside=outline.place.value is not None)
                if _is_free(_label_box(lines, at), taken, width)
            ),
            None,
        )
        if chosen is None:
            mark = [str(outline.number)]
            chosen = next(
                (
                    (mark, at)
                    for at in _spots(outline, mark, inside=False)
                    if _is_free(_label_box(mark, at), taken, width)
                ),
                None,
            )
            (bare if chosen is None else numbered).append(outline.number)
        if chosen is not None:
            taken.append(_label_box(*chosen))
            _write(drawing, *chosen)
    return tuple(sorted(numbered)), tuple(sorted(bare))


def _spots(outline: _Outline, lines: Sequence[str], *, inside: bool) -> list[Point]:
    """Return where the middle of words may be, the best first; within a surface only where they fit in it."""
    wide, high = _label_size(lines)
    if outline.points:
        x, y = outline.points[0]
        away = _RADIUS + 4
        return [
            (x + away + wide / 2, y),
            (x - away - wide / 2, y),
            (x, y + away + high / 2),
            (x, y - away - high / 2),
        ]
    if not outline.rings:
        left, top, right, bottom = outline.box
        return [((left + right) / 2, (top + bottom) / 2 - 14)]
    ring = max(outline.rings, key=_area)
    if not inside:
        if outline.place.value is None:
            left, top, right, _ = outline.box
            return [((left + right) / 2, top - high / 2 - 2), ((left + right) / 2, top + high / 2 + 2)]
        return [_middle(ring)]
    x, y = _middle(ring)
    left, top, right, bottom = outline.box
    steps = (0.0, -0.15, 0.15, -0.3, 0.3)
    spots = [(x + dx * (right - left), y + dy * (bottom - top)) for dy in steps for dx in steps]
    return [spot for spot in spots if _fits(ring, spot, wide, high)]


def _fits(ring: Sequence[Point], at: Point, wide: float, high: float) -> bool:
    """Tell whether most of some words lie within a ring: their middle, ends and most of their corners."""
    x, y = at
    corners = [(x + dx * wide / 2, y + dy * high / 2) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    return _within(ring, at) and sum(_within(ring, corner) for corner in corners) >= 7  # noqa: PLR2004 - of nine


def _within(ring: Sequence[Point], point: Point) -> bool:
    inside = False
    x, y = point
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _middle(ring: Sequence[Point]) -> Point:
    """Return the point of a grid that lies deepest within a ring."""
    across, down = [x for x, _ in ring], [y for _, y in ring]
    left, top, right, bottom = min(across), min(down), max(across), max(down)
    grid = [
        (left + (right - left) * (i + 0.5) / 12, top + (bottom - top) * (j + 0.5) / 12)
        for j in range(12)
        for i in range(12)
    ]
    within = [one for one in grid if _within(ring, one)] or [((left + right) / 2, (top + bottom) / 2)]
    # Words are wide: depth across counts less than depth up and down.
    return max(within, key=lambda one: min((abs(one[0] - x) / 2 + abs(one[1] - y)) for x, y in _dense(ring)))


def _dense(ring: Sequence[Point]) -> list[Point]:
    """Return the corners of a ring and the middles between them."""
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    return [one for (x0, y0), (x1, y1) in pairs for one in ((x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2))]


def _label_size(lines: Sequence[str]) -> tuple[float, float]:
    wide = max(text_width(text, size=_letters(at), bold=at == 0) for at, text in enumerate(lines))
    return wide + 8, 15.0 * len(lines) + 5


def _letters(line: int) -> float:
    return 12.0 if line else 12.5


def _label_box(lines: Sequence[str], at: Point) -> Box:
    wide, high = _label_size(lines)
    return at[0] - wide / 2, at[1] - high / 2, at[0] + wide / 2, at[1] + high / 2


def _is_free(box: Box, taken: Sequence[Box], width: float) -> bool:
    if box[0] < 1 or box[2] > width - 1 or box[1] < 1:
        return False
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def _write(drawing: Drawing, lines: Sequence[str], at: Point) -> None:
    left, top, right, bottom = _label_box(lines, at)
    with drawing.within("g", pointer_events="none"):
        drawing.add("rect", x=left, y=top, width=right - left, height=bottom - top, rx=3, fill=PAPER)
        for place, text in enumerate(lines):
            drawing.text(
                text,
                at[0],
                top + 14 + 15 * place,
                size=_letters(place),
                text_anchor="middle",
                fill=INK,
                font_weight="bold" if place == 0 else None,
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


def _signs(places: Sequence[tuple[int, MapPlace]], names: Names) -> list[Sign]:
    words = names.words
    signs = [Sign(swatch(f"url(#value-{value})"), words.say(f"map.sign_{value}")) for value in VALUES]
    if any(place.value is None for _, place in places):
        signs.append(Sign(swatch(PAPER, stroke_dasharray="6 4"), words.say("map.sign_outside")))
    return signs
