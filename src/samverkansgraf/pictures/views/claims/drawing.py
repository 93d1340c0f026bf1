"""Claims in two columns with lines between them; the same look on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.svg_text import number as short
from samverkansgraf.pictures.views.drawing import Drawing
from samverkansgraf.pictures.views.fitting import cut, lines
from samverkansgraf.pictures.views.legend import Entry, Legend, stroke, swatch
from samverkansgraf.pictures.views.palette import GROUND, INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.geometry import Box
    from samverkansgraf.pictures.views.claims.sides import ClaimLine, Sides

_COLUMN: Final = 330.0
_BETWEEN: Final = 190.0
_MARGIN: Final = 16.0
_GAP: Final = 14.0
_INDENT: Final = 22.0
_WIDTH: Final = 2 * _COLUMN + _BETWEEN + 2 * _MARGIN
_MOST_LINES: Final = 4
_LEADING: Final = 16.0
_DASHES: Final[dict[str, str | None]] = {"disputes": None, "differs": "8 5", "supports": "2 4"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """
    What is written of claims, by IRI.

    Each has a number, a line above its words, and its words; some have a line below them, and a line that says of what
    they are a part.
    """

    numbers: Mapping[str, int]
    heads: Mapping[str, str]
    texts: Mapping[str, str]
    feet: Mapping[str, str]
    parts: Mapping[str, str]


def claims_drawing(sides: Sides, told: Told, names: Names, *, title: str, anchor: str) -> str:
    """
    Draw the sides of disputes.

    Parameters
    ----------
    sides
        The columns and the lines.
    told
        What is written of each claim.
    names
        With the words of views.
    title
        Of the drawing.
    anchor
        What a row is called, before its claim's number.
    """
    boxes, height = _boxes(sides, told)
    legend = Legend(names.words.say("page.legend"), _entries(names, told.parts), _WIDTH, left=_MARGIN)
    whole = height + legend.height + 2 * _MARGIN
    drawing = Drawing(_WIDTH, whole, title=title)
    drawing.add("rect", width=_WIDTH, height=whole, fill=PAPER)
    for side, at in ((1, _MARGIN), (2, _MARGIN + _COLUMN + _BETWEEN)):
        words = names.words.say("disputes.side", n=names.words.whole(side))
        drawing.text(words, at, _MARGIN + 10, size=13, fill=INK, font_weight="bold")
    for line in sides.lines:
        _draw_line(drawing, line, boxes)
    for claim, box in boxes.items():
        spoken = names.words.say(
            "disputes.spoken",
            n=names.words.whole(told.numbers[claim]),
            who=told.heads[claim],
            text=told.texts[claim],
        )
        with drawing.link(f"{anchor}{told.numbers[claim]}", spoken):
            drawing.add(
                "rect", x=box[0], y=box[1], width=box[2] - box[0], height=box[3] - box[1], rx=4, fill=GROUND,
                stroke=INK, stroke_width=1.5, stroke_dasharray="6 4" if claim in told.parts else None,
            )  # fmt: skip
            for place, (text, bold) in enumerate(_lines(claim, box, told, names)):
                drawing.text(
                    text, box[0] + 10, box[1] + 20 + place * _LEADING, size=12, fill=INK,
                    font_weight="bold" if bold else None,
                )  # fmt: skip
    legend.draw(drawing, height)
    return drawing.svg()


def _boxes(sides: Sides, told: Told) -> tuple[dict[str, Box], float]:
    """Return where each claim stands, and how high the columns are."""
    boxes: dict[str, Box] = {}
    top = _MARGIN + 28
    for group in sides.groups:
        bottom = top
        for side, column in enumerate(group):
            y = top
            for claim in column:
                left = _MARGIN + side * (_COLUMN + _BETWEEN) + (_INDENT if claim in told.parts else 0)
                right = _MARGIN + side * (_COLUMN + _BETWEEN) + _COLUMN
                rows = 1 + len(_wrapped(told.texts[claim], right - left))
                rows += (claim in told.feet) + (claim in told.parts)
                boxes[claim] = (left, y, right, y + 16 + rows * _LEADING)
                y = boxes[claim][3] + _GAP
            bottom = max(bottom, y)
        top = bottom + _GAP
    return boxes, top


def _wrapped(text: str, width: float) -> list[str]:
    return lines(text, width - 20, most=_MOST_LINES)


def _lines(claim: str, box: Box, told: Told, names: Names) -> list[tuple[str, bool]]:
    """Return the lines in a claim's box, and which are bold."""
    words = names.words
    head = words.say("disputes.who", n=words.whole(told.numbers[claim]), who=told.heads[claim])
    told_lines = [(cut(head, box[2] - box[0] - 20, bold=True), True)]
    if claim in told.parts:
        told_lines.append((told.parts[claim], False))
    told_lines += [(text, False) for text in _wrapped(told.texts[claim], box[2] - box[0])]
    if claim in told.feet:
        told_lines.append((told.feet[claim], False))
    return told_lines


def _draw_line(drawing: Drawing, line: ClaimLine, boxes: Mapping[str, Box]) -> None:
    """Draw a line from edge to edge; two claims of one column are joined by a bow into the middle."""
    a, b = boxes[line.start], boxes[line.end]
    on_left = a[0] < _MARGIN + _COLUMN, b[0] < _MARGIN + _COLUMN
    start = (a[2] if on_left[0] else a[0], (a[1] + a[3]) / 2)
    end = (b[2] if on_left[1] else b[0], (b[1] + b[3]) / 2)
    bow = 60.0 if on_left[0] == on_left[1] else 70.0
    first = (start[0] + (bow if on_left[0] else -bow), start[1])
    second = (end[0] + (bow if on_left[1] else -bow), end[1])
    points = " ".join(f"{short(x)} {short(y)}" for x, y in (first, second, end))
    drawing.add(
        "path", d=f"M{short(start[0])} {short(start[1])}C{points}", fill="none", stroke=INK, stroke_width=1.5,
        stroke_dasharray=_DASHES[line.kind],
    )  # fmt: skip
    _draw_end(drawing, line.kind, end, second)


def _draw_end(drawing: Drawing, kind: str, end: tuple[float, float], before: tuple[float, float]) -> None:
    if kind == "differs":
        return
    length = hypot(end[0] - before[0], end[1] - before[1]) or 1.0
    dx, dy = (end[0] - before[0]) / length, (end[1] - before[1]) / length
    if kind == "supports":
        drawing.add(
            "circle", cx=end[0] - dx * 6, cy=end[1] - dy * 6, r=5, fill=PAPER, stroke=INK, stroke_width=1.5
        )
        return
    back = end[0] - dx * 12, end[1] - dy * 12
    corners = ((back[0] - dy * 6, back[1] + dx * 6), (back[0] + dy * 6, back[1] - dx * 6))
    points = " ".join(f"{short(x)},{short(y)}" for x, y in (end, *corners))
    drawing.add("polygon", points=points, fill=INK)


def _entries(names: Names, parts: Mapping[str, str]) -> list[Entry]:
    words = names.words

    def ended(kind: str) -> Entry:
        def draw(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
            stroke(stroke_width=1.5, stroke_dasharray=_DASHES[kind])(drawing, x, y, width, height)
            _draw_end(drawing, kind, (x + width, y + height / 2), (x, y + height / 2))

        return Entry(words.say(f"disputes.sign_{kind}"), draw)

    entries = [ended(kind) for kind in _DASHES]
    if parts:
        entries.append(Entry(words.say("disputes.sign_part"), swatch(GROUND, stroke_dasharray="6 4")))
    return entries
