"""Sectors by sectors as SVG: half a table, each pair once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.views.drawing import Drawing
from samverkansgraf.pictures.views.fitting import lines
from samverkansgraf.pictures.views.legend import Entry, Legend
from samverkansgraf.pictures.views.matrix.pairs import UNKNOWN
from samverkansgraf.pictures.views.palette import BLUE, INK, LINE, PAPER

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.documents.words import Words
    from samverkansgraf.pictures.views.matrix.pairs import SectorPairs

_LABELS: Final = 168
_MARGIN: Final = 84
_HEAD: Final = 104
_HIGH: Final = 46
_NARROWEST: Final = 52
_WIDEST: Final = 74
_APART: Final = 14
_LEAST: Final = 620


def anchor(row: int, column: int) -> str:
    """Return the name of the table's row on a pair."""
    return f"pair-{row + 1}-{column + 1}"


def sector_name(sector: str, names: Names) -> str:
    """Return what a sector is called, also where none is given."""
    return names.words.say("matrix.unknown") if sector == UNKNOWN else names.label(sector)


def matrix_svg(pairs: SectorPairs, names: Names, *, title: str) -> str:
    """Draw each pair of sectors once, with how many initiatives have both."""
    said = names.words
    left = _LABELS + _MARGIN
    room = (926 - left - 60) / max(len(pairs.sectors), 1)
    cell = min(max(room, _NARROWEST), _WIDEST)
    width = max(left + cell * len(pairs.sectors) + 110, _LEAST)
    legend = Legend(said.say("page.legend"), _entries(pairs, said), width)
    bottom = _HEAD + _HIGH * len(pairs.sectors) + _APART + 16
    height = bottom + legend.height
    drawing = Drawing(width, height, title=title)
    drawing.add("rect", width=width, height=height, fill=PAPER)
    drawing.stripes("same-sector", ground=PAPER, stripe="#e3e7ea", step=9, wide=3)
    drawing.text(
        said.say("matrix.of_all"),
        left - 12,
        _HEAD - 12,
        size=12,
        text_anchor="end",
        font_weight="700",
        fill=INK,
    )
    for row, sector in enumerate(pairs.sectors):
        y = _HEAD + row * _HIGH + (_APART if sector == UNKNOWN else 0)
        name = sector_name(sector, names)
        written = lines(name, _LABELS - 14, size=12.5)
        for position, line in enumerate(written):
            at = y + _HIGH / 2 + 4.5 + (position - (len(written) - 1) / 2) * 14
            drawing.text(line, _LABELS - 8, at, size=12.5, fill=INK, text_anchor="end")
        margin = said.say("matrix.n_of", n=said.whole(pairs.of(sector)), of=said.whole(pairs.initiatives))
        drawing.text(margin, left - 12, y + _HIGH / 2 + 4.5, size=12, fill=INK, text_anchor="end")
        for column, other in enumerate(pairs.sectors[: row + 1]):
            x = left + column * cell + (_APART if other == UNKNOWN else 0)
            found = len(pairs.both(sector, other))
            told = said.say(
                "matrix.pair_n",
                pair=pair_name(sector, other, names),
                n=said.whole(found),
                of=said.whole(pairs.initiatives),
            )
            with drawing.link(anchor(row, column), told):
                _cell(
                    drawing,
                    said,
                    (found, pairs.initiatives),
                    (x, y, cell, _HIGH),
                    diagonal=sector == other,
                    unknown=UNKNOWN in (sector, other),
                )
        x = left + (row + 0.5) * cell + (_APART if sector == UNKNOWN else 0)
        with drawing.within("g", transform=f"translate({x:.1f} {y - 7:.1f}) rotate(-38)"):
            drawing.text(lines(name, 150, size=12, most=1)[0], 0, 0, size=12, fill=INK)
    legend.draw(drawing, bottom)
    return drawing.svg()


def pair_name(a: str, b: str, names: Names) -> str:
    """Return what a pair of sectors is called."""
    said = names.words
    if a == b:
        return said.say("matrix.same", sector=sector_name(a, names))
    return said.say("matrix.pair", a=sector_name(b, names), b=sector_name(a, names))


def _cell(
    drawing: Drawing,
    said: Words,
    count: tuple[int, int],
    box: tuple[float, float, float, float],
    *,
    diagonal: bool,
    unknown: bool,
) -> None:
    """Draw one pair: the number in figures, and as the length of a bar."""
    (n, of), (x, y, width, height) = count, box
    drawing.add(
        "rect",
        x=x + 1,
        y=y + 1,
        width=width - 2,
        height=height - 2,
        fill="url(#same-sector)" if diagonal else PAPER,
        stroke=LINE,
        stroke_width=1,
        stroke_dasharray="4 3" if unknown else None,
    )
    middle, colour = x + width / 2, INK if n else LINE
    halo = PAPER if diagonal else None
    with drawing.within(
        "g", text_anchor="middle", fill=colour, stroke=halo, stroke_width=3, paint_order="stroke"
    ):
        drawing.text(said.whole(n), middle, y + 18, size=14, font_weight="700" if n else None)
        drawing.text(said.say("matrix.of", of=said.whole(of)), middle, y + 31, size=11)
    if n:
        drawing.add(
            "rect", x=x + 6, y=y + height - 11, width=max((width - 12) * n / of, 1), height=6, fill=BLUE
        )


def _entries(pairs: SectorPairs, said: Words) -> list[Entry]:
    of = pairs.initiatives
    forms = [("means", False, False), ("same_means", True, False)]
    if UNKNOWN in pairs.sectors:
        forms.append(("unknown_means", False, True))
    return [
        Entry(
            said.say(f"matrix.{key}", of=said.whole(of)),
            partial(_sample, said=said, of=of, diagonal=diagonal, unknown=unknown),
            _HIGH,
        )
        for key, diagonal, unknown in forms
    ]


def _sample(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    said: Words,
    of: int,
    diagonal: bool,
    unknown: bool,
) -> None:
    _cell(
        drawing,
        said,
        (max(of // 2, 1), max(of, 1)),
        (x, y, width, height),
        diagonal=diagonal,
        unknown=unknown,
    )
