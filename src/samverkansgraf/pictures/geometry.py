"""Sizes of labels and nodes, in the picture's units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from samverkansgraf.pictures.lettering import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.pictures.style import Point

NodeKind = Literal["actor", "initiative"]

FONT_SIZE: Final = 14
LINE_HEIGHT: Final = 16
LINK_FONT_SIZE: Final = 12
ACTOR_RADIUS: Final = 12
GAP: Final = 5  # between an actor's shape and its label
PADDING: Final = 6  # between an initiative's label and its frame
_MAX_LINES: Final = 4
_ACTOR_WRAP: Final = 140.0
_INITIATIVE_WRAP: Final = 180.0
_LONG_WORD: Final = 1.5  # a word that is no wider than so many lines stands unbroken


def wrapped(label: str, *, width: float, max_lines: int = _MAX_LINES, bold: bool = False) -> tuple[str, ...]:
    """
    Break a label into lines; what does not fit in ``max_lines`` is cut and ends in ``…``.

    Examples
    --------
    >>> wrapped("Effektiv Samordning för Trygghet", width=160)
    ('Effektiv Samordning', 'för Trygghet')
    >>> wrapped("   ", width=130)
    ()
    """
    # No label on a picture needs more letters than this; a longer one is cut before it is measured.
    whole = width * _LONG_WORD
    words = [
        piece
        for word in label[:400].split()
        for piece in ([word] if text_width(word, bold=bold) <= whole else _pieces(word, width, bold))
    ]
    lines: list[str] = []
    for word in words:
        if lines and text_width(f"{lines[-1]} {word}", bold=bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    lines = _balanced(lines, width, bold)
    if len(lines) > max_lines:
        lines = lines[:max_lines]
        lines[-1] = lines[-1].rstrip(" ,-–") + "…"
    return tuple(lines)


def _pieces(word: str, width: float, bold: bool) -> list[str]:  # noqa: FBT001 - of the letters
    """Break a word that is wider than a line, after a hyphen where it has one."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, bold=bold) > width:
            pieces.append("")
        pieces[-1] += letter
    if len(pieces) > 1 and "-" in pieces[0][3:-1]:
        head, _, tail = pieces[0].rpartition("-")
        return [head + "-", *_pieces(tail + word[len(pieces[0]) :], width, bold)]
    # A break within a word is marked, so that it is not read as two words.
    return [piece + "-" if piece[-1:].isalpha() else piece for piece in pieces[:-1]] + pieces[-1:]


def _balanced(lines: list[str], width: float, bold: bool) -> list[str]:  # noqa: FBT001 - of the letters
    """Move words down while that makes the lines more even."""
    words = " ".join(lines).split(" ") if lines else []
    best = lines
    for limit in (0.9, 0.8, 0.7, 0.6):
        again: list[str] = []
        for word in words:
            if again and text_width(f"{again[-1]} {word}", bold=bold) <= width * limit:
                again[-1] += f" {word}"
            else:
                again.append(word)
        if len(again) > len(lines):
            break
        best = again
    return best


Side = Literal["within", "below", "above", "right", "left"]
SIDES: Final[tuple[Side, ...]] = ("below", "above", "right", "left")
Box = tuple[float, float, float, float]  # left, top, right, bottom
NO_BOX: Final[Box] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class NodeShape:
    """
    The size of a node around its position.

    ``width`` and ``height`` are those of the figure itself, ``words`` is the box of its label on
    that ``side`` of the figure, and ``around`` the box of both; boxes are relative to the position.
    """

    lines: tuple[str, ...]
    width: float
    height: float
    side: Side
    words: Box
    around: Box


def node_shape(
    label: str, kind: NodeKind, *, side: Side = "below", radius: float = ACTOR_RADIUS
) -> NodeShape:
    """
    Return the size of a node: an actor's label stands beside its shape, an initiative's within its frame.

    Examples
    --------
    >>> node_shape("Polisen", "actor").width
    24
    >>> node_shape("På lika villkor", "initiative").side
    'within'
    """
    if kind == "initiative":
        lines = wrapped(label, width=_INITIATIVE_WRAP, bold=True)
        widest = max((text_width(line, bold=True) for line in lines), default=20.0)
        width = round(widest + 2 * PADDING, 1)
        height = max(len(lines), 1) * LINE_HEIGHT + 2 * PADDING
        box = (-width / 2, -height / 2, width / 2, height / 2)
        return NodeShape(lines, width, height, "within", box, box)
    lines = wrapped(label, width=_ACTOR_WRAP)
    wide = max(map(text_width, lines), default=0.0) + 4
    high = len(lines) * LINE_HEIGHT
    reach = radius + GAP
    words: Box = {
        "above": (-wide / 2, -reach - high, wide / 2, -reach),
        "right": (reach, -high / 2, reach + wide, high / 2),
        "left": (-reach - wide, -high / 2, -reach, high / 2),
    }.get(side, (-wide / 2, reach, wide / 2, reach + high))
    edge = radius + 3
    around = (min(-edge, words[0]), min(-edge, words[1]), max(edge, words[2]), max(edge, words[3]))
    return NodeShape(lines, 2 * radius, 2 * radius, side, words, around)


def other_wraps(label: str, kind: NodeKind) -> tuple[tuple[str, ...], ...]:
    """
    Return other ways to break a label into lines than the usual one: narrower, and wider, no word broken or cut.

    Examples
    --------
    >>> other_wraps("Mälardalens universitet", "actor")
    (('Mälardalens universitet',),)
    """
    bold = kind == "initiative"
    width = _INITIATIVE_WRAP if bold else _ACTOR_WRAP
    usual = wrapped(label, width=width, bold=bold)
    found = (wrapped(label, width=width * share, max_lines=_MAX_LINES + 1, bold=bold) for share in (0.7, 1.6))
    words = set(label.split())
    return tuple(
        dict.fromkeys(
            lines
            for lines in found
            if lines != usual and all(word in words for line in lines for word in line.split())
        )
    )


def box_at(box: Box, position: Point) -> Box:
    """
    Move a box that is relative to a position to that position.

    Examples
    --------
    >>> box_at((-1, -1, 1, 1), (10, 20))
    (9, 19, 11, 21)
    """
    x, y = position
    return (x + box[0], y + box[1], x + box[2], y + box[3])


def visible_part(start: Point, end: Point, start_box: Box, end_box: Box) -> tuple[Point, Point]:
    """
    Return the part of a line that shows between the two figures it joins.

    Examples
    --------
    >>> visible_part((0, 0), (100, 0), (-15, -15, 15, 15), (80, -10, 120, 10))
    ((15.0, 0.0), (80.0, 0.0))
    """
    first = _span_within((start, end), start_box)
    last = _span_within((start, end), end_box)
    leaves = first[1] if first else 0.0
    enters = last[0] if last else 1.0
    if leaves >= enters:
        return start, end
    (x0, y0), (x1, y1) = start, end
    dx, dy = x1 - x0, y1 - y0
    return (x0 + dx * leaves, y0 + dy * leaves), (x0 + dx * enters, y0 + dy * enters)


def _span_within(segment: tuple[Point, Point], box: Box) -> tuple[float, float] | None:
    """Return the shares of a line between which it is within a box (Liang and Barsky), ``None`` if it never is."""
    (x0, y0), (x1, y1) = segment
    enters, leaves = 0.0, 1.0
    for delta, low, high in ((x1 - x0, box[0] - x0, box[2] - x0), (y1 - y0, box[1] - y0, box[3] - y0)):
        if delta == 0:
            if low > 0 or high < 0:
                return None
            continue
        first, last = sorted((low / delta, high / delta))
        enters, leaves = max(enters, first), min(leaves, last)
        if enters > leaves:
            return None
    return enters, leaves


def bounds(boxes: Iterable[Box], *, margin: float = 12) -> Box:
    """
    Return the box around all boxes, with a margin; of none, a small empty one.

    Examples
    --------
    >>> bounds([(0, 0, 10, 10), (20, -5, 30, 5)], margin=1)
    (-1, -6, 31, 11)
    """
    every = list(boxes)
    if not every:
        return (0, 0, 2 * margin, 2 * margin)
    return (
        min(box[0] for box in every) - margin,
        min(box[1] for box in every) - margin,
        max(box[2] for box in every) + margin,
        max(box[3] for box in every) + margin,
    )
