"""The drawings of cards: a small one of a thing's neighbours, and one of all cards with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from samverkansgraf.pictures import style
from samverkansgraf.pictures.views.drawing import Drawing
from samverkansgraf.pictures.views.fitting import cut, lines
from samverkansgraf.pictures.views.legend import Entry, Legend, stroke, swatch
from samverkansgraf.pictures.views.palette import GROUND, INK, PAPER
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.views.cards.things import Card

#: A small drawing shows so many neighbours; the table shows all.
MOST_NEIGHBOURS: Final = 14
_WIDTH: Final = 640.0
_MARGIN: Final = 12.0
_ROW: Final = 44.0
_OWN: Final = 210.0
_THEIRS: Final = 300.0
#: Left, top, width and height.
Area: TypeAlias = tuple[float, float, float, float]
_ROUND: Final = {"actor": 12.0, "initiative": 1.0}
#: The drawing of all cards: two columns, each of names and bars.
_INDEX: Final = 860.0
_NAME: Final = 236.0
_BAR: Final = 130.0
_LINE: Final = 26.0


def card_drawing(card: Card, names: Names, *, anchor: str) -> str:
    """Draw a thing and its neighbours; each links to its first row, called by the anchor and the row's number."""
    words = names.words
    first: dict[str, int] = {}
    for place, row in enumerate(card.participations, start=1):
        first.setdefault(row[card.other], place)
    shown = list(first.items())[:MOST_NEIGHBOURS]
    more = len(first) - len(shown)
    certainties = {
        node: style.strongest(row["certainty"] for row in card.participations if row[card.other] == node)
        or sg("Stated")
        for node, _ in shown
    }
    entries = _entries(certainties.values(), names)
    legend = Legend(words.say("page.legend"), entries, _WIDTH, left=_MARGIN)
    rows = max(2, len(shown) + bool(more))
    high = rows * _ROW + _MARGIN
    whole = high + legend.height + _MARGIN
    drawing = Drawing(_WIDTH, whole, title=words.say("cards.figure", label=card.label))
    drawing.add("rect", width=_WIDTH, height=whole, fill=PAPER)
    middle = high / 2
    left = _WIDTH - _MARGIN - _THEIRS
    for place, (node, _) in enumerate(shown):
        dashes = style.DASHES.get(certainties[node], style.UNKNOWN_DASHES)
        drawing.add(
            "line", x1=_MARGIN + _OWN, y1=middle, x2=left, y2=_MARGIN + place * _ROW + _ROW / 2 - 2, stroke=INK,
            stroke_width=1.8, stroke_dasharray=" ".join(map(str, dashes)) or None,
        )  # fmt: skip
    own = (_MARGIN, middle - 20, _OWN, 40.0)
    _box(drawing, card.kind, own, lines(card.label, _OWN - 20, bold=True), bold=True)
    for place, (node, number) in enumerate(shown):
        roles = dict.fromkeys(
            names.label(one["role"]) if one["role"] else words.say("not_given")
            for one in card.participations
            if one[card.other] == node
        )
        said = words.say("cards.neighbour", label=names.label(node), role=words.listing(list(roles)))
        with drawing.link(f"{anchor}{number}", said):
            told = (
                cut(names.label(node), _THEIRS - 20),
                cut(words.listing(list(roles)), _THEIRS - 20),
            )
            _box(drawing, card.other, (left, _MARGIN + place * _ROW, _THEIRS, _ROW - 6), told)
    if more:
        text = words.count("cards.more", more)
        drawing.text(text, left + 10, _MARGIN + len(shown) * _ROW + 18, size=12, fill=INK)
    legend.draw(drawing, high + _MARGIN / 2)
    return drawing.svg()


def _box(drawing: Drawing, kind: str, box: Area, told: Sequence[str], *, bold: bool = False) -> None:
    x, y, wide, high = box
    drawing.add(
        "rect", x=x, y=y, width=wide, height=high, rx=_ROUND[kind], fill=GROUND, stroke=INK, stroke_width=1.5
    )
    top = y + high / 2 + 4 - 7.5 * (len(told) - 1)
    for place, text in enumerate(told):
        drawing.text(text, x + 10, top + 15 * place, size=12, fill=INK, font_weight="bold" if bold else None)


def _entries(certainties: Iterable[str], names: Names) -> list[Entry]:
    words = names.words
    entries = [
        Entry(words.say(f"cards.sign_{kind}"), swatch(GROUND, rx=_ROUND[kind]))
        for kind in ("actor", "initiative")
    ]
    for certainty in sorted(set(certainties), key=lambda one: (style.rank(one), one)):
        dashes = " ".join(map(str, style.DASHES.get(certainty, style.UNKNOWN_DASHES)))
        label = names.label(certainty)
        sign = stroke(stroke_width=1.8, stroke_dasharray=dashes or None)
        entries.append(Entry(label[:1].upper() + label[1:], sign))
    return entries


def index_drawing(cards: Sequence[tuple[int, Card]], names: Names, *, title: str, anchor: str) -> str:
    """Draw all cards with the number of their neighbours; each links to its card, called by the anchor and its number."""
    words = names.words
    columns = [[one for one in cards if one[1].kind == kind] for kind in ("actor", "initiative")]
    most = max((card.neighbours for _, card in cards), default=1) or 1
    entries = [
        Entry(words.say("cards.sign_stated"), swatch(INK)),
        Entry(words.say("cards.sign_other"), swatch("url(#bar-other)")),
    ]
    legend = Legend(words.say("page.legend"), entries, _INDEX, left=_MARGIN)
    high = max(map(len, columns)) * _LINE + 3 * _MARGIN + 20
    whole = high + legend.height + _MARGIN
    drawing = Drawing(_INDEX, whole, title=title)
    drawing.stripes("bar-other", ground=PAPER, stripe=INK, step=6, wide=2)
    drawing.add("rect", width=_INDEX, height=whole, fill=PAPER)
    for side, column in enumerate(columns):
        x = _MARGIN + side * _INDEX / 2
        heading = words.say("cards.initiatives" if side else "cards.actors")
        drawing.text(heading, x, _MARGIN + 12, size=13, fill=INK, font_weight="bold")
        for place, (number, card) in enumerate(column):
            y = 2 * _MARGIN + 12 + place * _LINE
            other = card.neighbours - card.stated
            spoken = words.say(
                "cards.spoken", label=card.label, stated=words.whole(card.stated), other=words.whole(other)
            )
            with drawing.link(f"{anchor}{number}", spoken):
                # What can be chosen is as high as the line, not only as the letters.
                drawing.add("rect", x=x, y=y, width=_NAME + _BAR + 40, height=_LINE - 1, fill=PAPER)
                text = cut(card.label, _NAME - 10)
                drawing.text(text, x, y + 17, size=12, fill=INK)
                filled, striped = (_BAR * n / most for n in (card.stated, other))
                if filled:
                    drawing.add("rect", x=x + _NAME, y=y + 6, width=filled, height=14, fill=INK, stroke=INK)
                if striped:
                    drawing.add(
                        "rect", x=x + _NAME + filled, y=y + 6, width=striped, height=14, fill="url(#bar-other)",
                        stroke=INK,
                    )  # fmt: skip
                at = x + _NAME + filled + striped + 6
                drawing.text(words.whole(card.neighbours), at, y + 17, size=12, fill=INK)
    legend.draw(drawing, high)
    return drawing.svg()
