"""The grid of districts by themes as SVG."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from samverkansgraf.coverage import value_label
from samverkansgraf.documents.blocks import one_line
from samverkansgraf.pictures.views.coverage_patterns import VALUES, add_patterns
from samverkansgraf.pictures.views.drawing import Drawing
from samverkansgraf.pictures.views.fitting import lines
from samverkansgraf.pictures.views.heatmap.cells import draw_value, words_in
from samverkansgraf.pictures.views.legend import Entry, Legend
from samverkansgraf.pictures.views.palette import INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.documents.names import Names
    from samverkansgraf.documents.words import Words
    from samverkansgraf.pictures.views.heatmap.choice import Grid

_LABELS: Final = 150
_HEAD: Final = 150
_CELL: Final = 36
_MARGIN: Final = 74
_NEED: Final = 96
_WIDE: Final = 926  # what a page shows without scrolling
_NARROWEST: Final = 54
_WIDEST: Final = 92


def anchor(row: int, column: int) -> str:
    """Return the name of the table's row on a cell."""
    return f"cell-{row + 1}-{column + 1}"


def heatmap_svg(grid: Grid, names: Names, *, title: str, need: Mapping[str, str]) -> str:
    """
    Draw the grid.

    Parameters
    ----------
    grid
        What is drawn.
    names
        For the language.
    title
        Of the drawing.
    need
        By district, its rank by need with its bounds; nothing where the project says nothing of need.
    """
    said = names.words
    beside = _MARGIN + (_NEED if need else 0)
    room = (_WIDE - _LABELS - beside) / len(grid.columns)
    cell = min(max(room, _NARROWEST), _WIDEST)
    edge = _LABELS + cell * len(grid.columns)
    width = max(edge + beside, 520)
    legend = Legend(said.say("page.legend"), _entries(grid, said, with_need=bool(need)), width)
    bottom = _HEAD + _CELL * (len(grid.rows) + 1) + 18
    drawing = Drawing(width, bottom + legend.height, title=title)
    drawing.add("rect", width=width, height=bottom + legend.height, fill=PAPER)
    add_patterns(drawing)
    for column, theme in enumerate(grid.columns):
        _slanted(drawing, theme, _LABELS + cell * (column + 0.5))
    _above(drawing, said.say("heatmap.covered_in_row"), edge + _MARGIN / 2, _MARGIN)
    if need:
        _above(drawing, said.say("heatmap.need"), edge + _MARGIN + _NEED / 2, _NEED)
    for row, district in enumerate(grid.rows):
        y = _HEAD + row * _CELL
        _label(drawing, district, y)
        for column, theme in enumerate(grid.columns):
            found = grid.cells[district, theme]
            value = value_label(found["value"], said.language, complete=bool(found.get("complete_searches")))
            words = f"{one_line(district)}, {one_line(theme)}: {value}"
            with drawing.link(anchor(row, column), words):
                draw_value(
                    drawing, found["value"], words_in(found, said), (_LABELS + column * cell, y, cell, _CELL)
                )
        margin = _of(said, grid.covered_in_row.get(district, 0), grid.all_columns)
        _beside(drawing, margin, edge + _MARGIN / 2, y)
        if need:
            _beside(drawing, need.get(district, "–"), edge + _MARGIN + _NEED / 2, y)
    y = _HEAD + len(grid.rows) * _CELL
    _label(drawing, said.say("heatmap.covered_in_column"), y, bold=True)
    for column, theme in enumerate(grid.columns):
        margin = _of(said, grid.covered_in_column.get(theme, 0), grid.all_rows)
        _beside(drawing, margin, _LABELS + cell * (column + 0.5), y)
    legend.draw(drawing, bottom)
    return drawing.svg()


def _of(said: Words, n: int, of: int) -> str:
    return said.say("heatmap.of_short", n=said.whole(n), of=said.whole(of))


def _slanted(drawing: Drawing, words: str, x: float) -> None:
    """Write a column's head on a slant, on two lines where it is long."""
    written = lines(words, 158, size=12)
    with drawing.within("g", transform=f"translate({x:.1f} {_HEAD - 8}) rotate(-52)"):
        for position, line in enumerate(written):
            y = 4 + (position - (len(written) - 1) / 2) * 14
            drawing.text(line, 0, y, size=12, fill=INK)


def _above(drawing: Drawing, words: str, x: float, width: float) -> None:
    """Write a margin's head above it, a word on each line where there is no room for more."""
    written = lines(words, width - 12, size=12)
    for position, line in enumerate(written):
        y = _HEAD - 10 - (len(written) - 1 - position) * 14
        drawing.text(line, x, y, size=12, fill=INK, text_anchor="middle", font_weight="700")


def _label(drawing: Drawing, words: str, y: float, *, bold: bool = False) -> None:
    """Write a row's head, on two lines where it is long."""
    written = lines(words, _LABELS - 14, size=12.5)
    for position, line in enumerate(written):
        at = y + _CELL / 2 + 4.5 + (position - (len(written) - 1) / 2) * 14
        drawing.text(
            line, _LABELS - 8, at, size=12.5, fill=INK, text_anchor="end", font_weight="700" if bold else None
        )


def _beside(drawing: Drawing, words: str, x: float, y: float) -> None:
    """Write a number in a margin."""
    drawing.text(words, x, y + _CELL / 2 + 4.5, size=12, fill=INK, text_anchor="middle")


def _entries(grid: Grid, said: Words, *, with_need: bool) -> list[Entry]:
    """Return what each pattern and each number means."""
    entries = []
    for value in VALUES:
        words = said.say("heatmap.sign_covered") if value == "covered" else said.say(f"heatmap.sign_{value}")
        drawn = partial(_swatch, value=value, words=words.split(" "))
        entries.append(Entry(said.say(f"heatmap.{value}_means"), drawn, 32))
    columns, rows = said.whole(grid.all_columns), said.whole(grid.all_rows)
    margins = said.say("heatmap.margins_mean", columns=columns, rows=rows)
    entries.append(Entry(margins, partial(_written, words=said.say("heatmap.of_sign"))))
    if with_need:
        entries.append(Entry(said.say("heatmap.need_means"), partial(_written, words="2 (1–4)")))
    return entries


def _swatch(
    drawing: Drawing, x: float, y: float, width: float, height: float, *, value: str, words: list[str]
) -> None:
    draw_value(drawing, value, words, (x, y, width, height))


def _written(drawing: Drawing, x: float, y: float, width: float, height: float, *, words: str) -> None:
    drawing.text(words, x + width / 2, y + height / 2 + 4, size=12, fill=INK, text_anchor="middle")
