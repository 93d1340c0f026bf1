"""The cells of the grid: the pattern of a value, and words on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkansgraf.pictures.lettering import text_width
from samverkansgraf.pictures.views.coverage_patterns import GROUNDS
from samverkansgraf.pictures.views.palette import INK, LINE, PAPER

if TYPE_CHECKING:
    from samverkansgraf.documents.words import Words
    from samverkansgraf.pictures.views.drawing import Drawing


def draw_value(
    drawing: Drawing, value: str, words: list[str], box: tuple[float, float, float, float]
) -> None:
    """Draw a cell in a box (left, top, width and height): the pattern of its value, and its words."""
    x, y, width, height = box
    drawing.add(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        fill=f"url(#value-{value})",
        stroke=LINE,
        stroke_width=1,
    )
    dark = value == "not_searched"
    bold = dark or value == "covered"
    if max(text_width(line, size=11.5, bold=bold) for line in words) > width:
        bold = False  # a long word in a narrow cell
    size = 15.0 if len(words) == 1 and len(words[0]) < 4 else 11.5 if bold or not dark else 11.0  # noqa: PLR2004
    first = y + height / 2 - (len(words) - 1) * 6.5 + size * 0.35
    for position, line in enumerate(words):
        drawing.text(
            line,
            x + width / 2,
            first + position * 13,
            size=size,
            text_anchor="middle",
            font_weight="700" if bold else "400",
            fill=PAPER if dark else INK,
            stroke=GROUNDS[value],
            stroke_width=5,
            paint_order="stroke",
        )


def words_in(row: dict[str, Any], said: Words) -> list[str]:
    """Return the words in a cell, one or two lines of them: of a covered one, how many initiatives."""
    if row.get("level") == "coarser" and row["value"] in ("covered", "indirect"):
        return [said.say("heatmap.of_short", n=said.whole(row["covered_of"]), of=said.whole(row["of"]))]
    if row["value"] == "covered":
        return [said.whole(row["initiatives"])]
    return said.say(f"heatmap.sign_{row['value']}").split(" ")
