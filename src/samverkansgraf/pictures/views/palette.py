"""The colours that views share."""

from __future__ import annotations

from typing import Final

#: Of words, and of lines that are to be seen first.
INK: Final = "#1b1f24"
PAPER: Final = "#ffffff"
#: Of other lines that carry meaning: more than 3:1 on paper.
LINE: Final = "#5a6673"
#: Of boxes that hold words.
GROUND: Final = "#f4f6f8"
#: Of bars and curves.
BLUE: Final = "#0a558c"
