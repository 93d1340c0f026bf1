"""The rows of a frame about one thing, found without reading the frame once for each thing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True, eq=False)
class _This:
    """A frame as a key: the same object, whatever it holds."""

    frame: pl.DataFrame

    def __hash__(self) -> int:
        return id(self.frame)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and other.frame is self.frame


def rows_of(frame: pl.DataFrame, column: str, value: str) -> pl.DataFrame:
    """
    Return the rows that hold a value in a column, in their order.

    The frame is parted once, and the parts of the frames asked for last are kept: a chapter asks for each
    of thousands of initiatives in turn.

    Examples
    --------
    >>> import polars as pl
    >>> frame = pl.DataFrame({"about": ["a", "b", "a"], "value": [1, 2, 3]})
    >>> rows_of(frame, "about", "a")["value"].to_list(), rows_of(frame, "about", "c").height
    ([1, 3], 0)
    """
    found = _parts(_This(frame), column).get((value,))
    return frame.head(0) if found is None else found


@lru_cache(maxsize=16)
def _parts(this: _This, column: str) -> dict[tuple[object, ...], pl.DataFrame]:
    return this.frame.partition_by(column, as_dict=True, maintain_order=True)
