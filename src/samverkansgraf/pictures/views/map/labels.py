"""Names, values and numbers on a map, where there is room for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.lettering import text_width
from samverkansgraf.pictures.views.palette import INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.geometry import Box
    from samverkansgraf.pictures.style import Point
    from samverkansgraf.pictures.views.drawing import Drawing
    from samverkansgraf.pictures.views.map.places import MapPlace

#: Of a place that is a point, in pixels.
RADIUS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Outline:
    """A place on paper."""

    number: int
    place: MapPlace
    rings: tuple[tuple[Point, ...], ...]
    lines: tuple[tuple[Point, ...], ...]
    points: tuple[Point, ...]

    @property
    def box(self) -> Box:
        """Return the upright box around it."""
        every = [*self.points, *(one for group in (*self.rings, *self.lines) for one in group)]
        across, down = [x for x, _ in every], [y for _, y in every]
        return min(across), min(down), max(across), max(down)

    @property
    def size(self) -> float:
        """Return the area of that box."""
        left, top, right, bottom = self.box
        return (right - left) * (bottom - top)


def draw_labels(
    drawing: Drawing, outlines: Sequence[Outline], names: Names, width: float
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


def _spots(outline: Outline, lines: Sequence[str], *, inside: bool) -> list[Point]:
    """Return where the middle of words may be, the best first; within a surface only where they fit in it."""
    wide, high = _label_size(lines)
    if outline.points:
        x, y = outline.points[0]
        away = RADIUS + 4
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
