"""The four values of coverage as patterns, colours and words: kinds that are told apart, no scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.pictures.lettering import text_width
from samverkansgraf.pictures.views.legend import INK

if TYPE_CHECKING:
    from samverkansgraf.pictures.views.drawing import Drawing
    from samverkansgraf.pictures.views.wording import ViewWords

#: The order in which the four are explained; what nobody has searched first.
VALUES: Final = ("not_searched", "indirect", "none_found", "covered")
_EDGE: Final = "#4a5561"
_PAPER: Final = "#ffffff"
#: Around words, so that a pattern does not run through them.
_HALOES: Final = {"indirect": "#fff6d9", "none_found": "#f4f5f6"}


def add_patterns(drawing: Drawing) -> None:
    """Define the patterns of the four values."""
    with drawing.within("defs"):
        _striped(drawing, "covered", ("#d5edd8", "#bfe2c5"), turned=0)
        _striped(drawing, "none_found", ("#ffffff", "#e4e6e9"), turned=90)
        _striped(drawing, "not_searched", ("#23272e", "#39404b"), turned=45)
        with drawing.within(
            "pattern", id="value-indirect", width=12, height=12, patternUnits="userSpaceOnUse"
        ):
            drawing.add("rect", width=12, height=12, fill="#fff6d9")
            drawing.add("circle", cx=6, cy=6, r=2, fill="#d9b84a")


def _striped(drawing: Drawing, value: str, colours: tuple[str, str], *, turned: float) -> None:
    """Define a pattern of stripes, upright unless turned."""
    turn = f"rotate({turned})" if turned else None
    with drawing.within(
        "pattern",
        id=f"value-{value}",
        width=16,
        height=16,
        patternUnits="userSpaceOnUse",
        patternTransform=turn,
    ):
        drawing.add("rect", width=16, height=16, fill=colours[0])
        drawing.add("rect", x=8, width=8, height=16, fill=colours[1])


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
        stroke=_EDGE,
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
            fill=_PAPER if dark else INK,
            stroke=_HALOES.get(value),
            stroke_width=3,
            paint_order="stroke",
        )


def sign(row: dict[str, Any], said: ViewWords) -> list[str]:
    """Return the words in a cell, one or two lines of them: of a covered one, how many initiatives."""
    if row.get("level") == "coarser" and row["value"] in ("covered", "indirect"):
        return [said.say("heatmap.of_short", n=said.whole(row["covered_of"]), of=said.whole(row["of"]))]
    if row["value"] == "covered":
        return [said.whole(row["initiatives"])]
    return said.say(f"heatmap.sign_{row['value']}").split(" ")
