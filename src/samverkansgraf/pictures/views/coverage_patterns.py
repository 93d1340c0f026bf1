"""The four values of coverage as patterns: kinds that are told apart without colour too, no scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from samverkansgraf.pictures.views.drawing import Drawing

#: The order in which the four are explained; what nobody has searched first.
VALUES: Final = ("not_searched", "indirect", "none_found", "covered")
#: What lies behind each pattern; around words it keeps the pattern from running through them.
GROUNDS: Final = {
    "not_searched": "#23272e",
    "indirect": "#fff6d9",
    "none_found": "#ffffff",
    "covered": "#dcf0df",
}
_MARKS: Final = {
    "not_searched": "#454d59",
    "indirect": "#9a7410",
    "none_found": "#a9b1ba",
    "covered": "#8fc199",
}
#: Degrees that stripes are turned from upright.
_TURNED: Final = {"not_searched": 45, "none_found": 90, "covered": 0}


def add_patterns(drawing: Drawing) -> None:
    """Define the pattern of each value, called ``value-`` and its name."""
    with drawing.within("defs"):
        for value in VALUES:
            turned = _TURNED.get(value)
            with drawing.within(
                "pattern",
                id=f"value-{value}",
                width=10,
                height=10,
                patternUnits="userSpaceOnUse",
                patternTransform=f"rotate({turned})" if turned else None,
            ):
                drawing.add("rect", width=10, height=10, fill=GROUNDS[value])
                if turned is None:
                    drawing.add("circle", cx=5, cy=5, r=1.7, fill=_MARKS[value])
                else:
                    drawing.add(
                        "rect", width=4 if value == "not_searched" else 3, height=10, fill=_MARKS[value]
                    )
