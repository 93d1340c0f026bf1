"""Two networks side by side, what is in both in the same spot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import networkx as nx

from samverkansgraf.pictures.layout import springs
from samverkansgraf.pictures.lettering import text_width
from samverkansgraf.pictures.views.drawing import Drawing
from samverkansgraf.pictures.views.fitting import cut
from samverkansgraf.pictures.views.legend import Entry, Legend, stroke, swatch
from samverkansgraf.pictures.views.palette import INK, LINE, PAPER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.geometry import Box
    from samverkansgraf.pictures.style import Point
    from samverkansgraf.pictures.views.multiples.networks import Both, Networks, Thing

_PANEL: Final = 420.0
_MARGIN: Final = 16.0
_RADIUS: Final = 13.0
_APART: Final = 2 * _RADIUS + 6
_HEAD: Final = 34.0
_LABEL: Final = 150.0


def multiples_drawing(
    networks: Networks,
    shown: Mapping[str, int],
    titles: tuple[str, str],
    names: Names,
    *,
    title: str,
    anchor: str,
) -> str:
    """
    Draw two networks.

    Parameters
    ----------
    networks
        What is in each.
    shown
        The keys of what is drawn, with its number in the table.
    titles
        What each of the two is called.
    names
        With the words of views.
    title
        Of the drawing.
    anchor
        What a row is called, before its number.
    """
    places, wide, high = _places(networks, shown)
    width = 2 * wide + 3 * _MARGIN
    entries = _entries(names, dates=networks.summary is not None)
    legend = Legend(names.words.say("page.legend"), entries, width, left=_MARGIN)
    whole = _HEAD + high + legend.height + 3 * _MARGIN
    drawing = Drawing(width, whole, title=title)
    drawing.stripes("maybe", ground=PAPER, stripe=LINE, step=6, wide=2)
    drawing.add("rect", width=width, height=whole, fill=PAPER)
    for side, called in enumerate(titles):
        left = _MARGIN + side * (wide + _MARGIN)
        drawing.text(cut(called, wide, size=15, bold=True), left, 24, size=15, fill=INK, font_weight="bold")
        drawing.add("rect", x=left, y=_HEAD, width=wide, height=high, fill="none", stroke=INK, stroke_width=1)
        at = {key: (left + x, _HEAD + y) for key, (x, y) in places.items()}
        _links(drawing, networks, side, at)
        here = [
            _Here(
                thing := networks.things[key],
                number,
                at[key],
                f"{anchor}{number}",
                names.words.say(
                    "multiples.spoken",
                    kind=names.words.say(f"multiples.{thing.kind}"),
                    n=names.words.whole(number),
                    label=thing.label,
                    change=state_words(thing.there, titles, names),
                ),
            )
            for key, number in shown.items()
            if networks.things[key].there[side] != "no"
        ]
        _things(drawing, here, (left, _HEAD, left + wide, _HEAD + high))
    legend.draw(drawing, _HEAD + high + _MARGIN)
    return drawing.svg()


def _places(networks: Networks, shown: Mapping[str, int]) -> tuple[dict[str, Point], float, float]:
    """Return where each thing stands within a panel, and the size of a panel."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(shown)
    network.add_edges_from(pair for pair in networks.links if pair[0] in shown and pair[1] in shown)
    parts = sorted(
        (sorted(part, key=shown.__getitem__) for part in nx.connected_components(network)),
        key=lambda part: (-len(part), shown[part[0]]),
    )
    spots: dict[str, Point] = {}
    # Each part of its own, one row after the other.
    x = y = row = 0.0
    room = max(_PANEL, 38.0 * len(shown) ** 0.5 * 1.6)
    inner = room - 2 * (_RADIUS + 8)
    for part in parts:
        laid = _spread(springs(network, part, seed=1), part)
        wide = max(px for px, _ in laid.values()) + 2 * _APART
        high = max(py for _, py in laid.values()) + _APART
        if x and x + wide > inner:
            x, y, row = 0.0, y + row, 0.0
        for node, (px, py) in laid.items():
            spots[node] = (x + px + _RADIUS + 8, y + py + _RADIUS + 8)
        x, row = x + wide, max(row, high)
    across = max((px for px, _ in spots.values()), default=0.0) + _RADIUS + 8
    down = max((py for _, py in spots.values()), default=0.0) + _RADIUS + 8
    return spots, max(_PANEL, across), max(160.0, down)


def _spread(spots: Mapping[str, Point], part: Sequence[str]) -> dict[str, Point]:
    """Return positions of one part from the upper left, so far apart that no two marks touch."""
    left, top = min(x for x, _ in spots.values()), min(y for _, y in spots.values())
    across = max(max(x for x, _ in spots.values()) - left, 1e-6)
    down = max(max(y for _, y in spots.values()) - top, 1e-6)
    # Much room where they are few, so that names can be read; no more than a panel where that does.
    crowded, airy = (_APART * room * len(part) ** 0.5 for room in (1.7, 2.8))
    wide = 0.0 if len(part) == 1 else min(airy, max(crowded, _PANEL - 2 * _RADIUS - 16))
    high = wide * 0.8 if len(part) > 2 else 0.0  # noqa: PLR2004 - two stand beside each other
    points = {node: [(x - left) / across * wide, (y - top) / down * high] for node, (x, y) in spots.items()}
    for _ in range(200):
        moved = False
        for place, one in enumerate(part):
            for other in part[place + 1 :]:
                dx, dy = points[other][0] - points[one][0], points[other][1] - points[one][1]
                apart = (dx * dx + dy * dy) ** 0.5
                if apart >= _APART - 0.5:
                    continue
                if apart < 1e-6:  # noqa: PLR2004 - the same spot
                    dx, dy, apart = 1.0, 0.3 * (place % 3 - 1), 1.0
                push = (_APART - apart) / 2
                for node, sign in ((one, -1), (other, 1)):
                    points[node][0] += sign * dx / apart * push
                    points[node][1] += sign * dy / apart * push
                moved = True
        if not moved:
            break
    left, top = min(x for x, _ in points.values()), min(y for _, y in points.values())
    return {node: (round(x - left, 1), round(y - top, 1)) for node, (x, y) in points.items()}


@dataclass(frozen=True, slots=True)
class _Here:
    """A thing in a panel: its number, where it stands, its row and what is read aloud of it."""

    thing: Thing
    number: int
    at: Point
    anchor: str
    spoken: str


def _links(drawing: Drawing, networks: Networks, side: int, at: Mapping[str, Point]) -> None:
    """Draw the participations of one of the two networks."""
    for (actor, initiative), (there, _, _) in networks.links.items():
        if there[side] == "no" or actor not in at or initiative not in at:
            continue
        (x1, y1), (x2, y2) = at[actor], at[initiative]
        dashes = "5 4" if there[side] == "possibly" else None
        drawing.add(
            "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=LINE, stroke_width=1.3, stroke_dasharray=dashes
        )


def _things(drawing: Drawing, here: Sequence[_Here], frame: Box) -> None:
    """Draw what is in one of the two networks, then as many names as there is room for."""
    for one in here:
        with drawing.link(one.anchor, one.spoken):
            _mark(drawing, one.thing, one.at, one.number)
    taken = [(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for x, y in (one.at for one in here)]
    # What is in one of the two only is named first.
    for one in sorted(here, key=lambda one: ("no" not in one.thing.there, one.number)):
        _label(drawing, one.thing, one.at, taken, frame)


def state_words(there: Both, titles: tuple[str, str], names: Names) -> str:
    """Return in words where something is."""
    words = names.words
    if there == ("surely", "surely"):
        return words.say("multiples.both")
    if there == ("surely", "no"):
        return words.say("multiples.first_only", first=titles[0])
    if there == ("no", "surely"):
        return words.say("multiples.second_only", second=titles[1])
    return words.say("multiples.unsure")


def _mark(drawing: Drawing, thing: Thing, at: Point, number: int) -> None:
    fill = {
        ("surely", "surely"): PAPER,
        ("surely", "no"): INK,
        ("no", "surely"): INK,
    }.get(thing.there, "url(#maybe)")
    looks: dict[str, str | float] = {"fill": fill, "stroke": INK, "stroke_width": 1.8}
    x, y = at
    if thing.kind == "actor":
        drawing.add("circle", cx=x, cy=y, r=_RADIUS, **looks)
    else:
        side = _RADIUS - 1
        drawing.add("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, **looks)
    words = str(number)
    if fill.startswith("url"):
        wide = text_width(words, size=11, bold=True) + 2
        drawing.add("rect", x=x - wide / 2, y=y - 6, width=wide, height=12, fill=PAPER)
    drawing.text(
        words, x, y + 4, size=11, text_anchor="middle", font_weight="bold", fill=PAPER if fill == INK else INK
    )


def _label(drawing: Drawing, thing: Thing, at: Point, taken: list[Box], frame: Box) -> None:
    """Write a name beside a mark where nothing else stands; its row has it in any case."""
    text = cut(thing.label, _LABEL, size=11)
    wide, (x, y) = text_width(text, size=11) + 4, at
    away = _RADIUS + 2
    for left, top in (
        (x + away, y - 7),
        (x - away - wide, y - 7),
        (x - wide / 2, y + away),
        (x - wide / 2, y - away - 14),
    ):
        box = (left, top, left + wide, top + 14)
        inside = box[0] > frame[0] and box[2] < frame[2] and box[1] > frame[1] and box[3] < frame[3]
        if inside and not any(
            box[0] < one[2] and one[0] < box[2] and box[1] < one[3] and one[1] < box[3] for one in taken
        ):
            taken.append(box)
            drawing.add("rect", x=left, y=top, width=wide, height=14, fill=PAPER, pointer_events="none")
            drawing.text(text, left + 2, top + 11, size=11, fill=INK, pointer_events="none")
            return


def _entries(names: Names, *, dates: bool) -> list[Entry]:
    words = names.words
    fills = ((PAPER, "both"), (INK, "only"), ("url(#maybe)", "unsure" if dates else "reserved"))
    entries = [Entry(words.say(f"multiples.sign_{key}"), swatch(fill)) for fill, key in fills]
    entries.append(Entry(words.say("multiples.sign_surely"), stroke(stroke=LINE)))
    entries.append(Entry(words.say("multiples.sign_possibly"), stroke(stroke=LINE, stroke_dasharray="5 4")))

    def shapes(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
        across, down = x + width / 2, y + height / 2
        drawing.add("circle", cx=across - 11, cy=down, r=7, fill=PAPER, stroke=INK, stroke_width=1.5)
        drawing.add(
            "rect", x=across + 4, y=down - 7, width=14, height=14, fill=PAPER, stroke=INK, stroke_width=1.5
        )

    entries.append(Entry(words.say("multiples.sign_number"), shapes))
    return entries
