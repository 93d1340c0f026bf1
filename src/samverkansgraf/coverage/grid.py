"""Cells as whole numbers: one number for each combination, so that millions fit and join fast."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST: Final = 2**32 - 1
_PACK: Final = 2**32


@dataclass(frozen=True, slots=True)
class Grid:
    """
    The product of dimensions; ``sizes`` has by name, in the order shown, how many cells each has.

    Examples
    --------
    >>> grid = Grid({"district": 3, "theme": 2})
    >>> grid.cells, grid.numbered(pl.DataFrame({"district": [2], "theme": [1]}))["row"].to_list()
    (6, [5])
    >>> grid.unpacked(pl.DataFrame({"row": [5]})).rows()
    [(5, 2, 1)]
    """

    sizes: Mapping[str, int]

    def __post_init__(self) -> None:
        """Refuse more cells than a number can hold."""
        if self.cells > _MOST:
            raise UsageError(f"by: {self.cells:,} cells are too many; leave out a dimension")

    @property
    def cells(self) -> int:
        """Return how many there are; of no dimension one."""
        return math.prod(self.sizes.values())

    def numbered(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Add ``row``, the number of the cell, to rows with the number in each dimension."""
        number = pl.lit(0, dtype=pl.UInt32)
        for name, size in self.sizes.items():
            number = number * size + pl.col(name).cast(pl.UInt32)
        return rows.with_columns(number.alias("row"))

    def unpacked(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Add the number in each dimension to rows with ``row``."""
        rest, columns = pl.col("row").cast(pl.UInt32), []
        for name, size in reversed(list(self.sizes.items())):
            columns.append((rest % size).alias(name))
            rest //= size
        return rows.with_columns(reversed(columns)) if columns else rows


def distinct(rows: pl.DataFrame, one: str, other: str) -> pl.DataFrame:
    """Return the distinct pairs of two columns of numbers; packed in one, they are found much faster."""
    pairs = rows.select(packed(one, other)).drop_nulls().unique()
    return unpacked_pair(pairs, one, other)


def packed(one: str, other: str) -> pl.Expr:
    """Return an expression ``pair``: two numbers in one."""
    return (pl.col(one).cast(pl.UInt64) * _PACK + pl.col(other)).alias("pair")


def unpacked_pair(rows: pl.DataFrame, one: str, other: str) -> pl.DataFrame:
    """Return rows with the two numbers that ``pair`` was packed from, first."""
    return rows.select(
        (pl.col("pair") // _PACK).cast(pl.UInt32).alias(one),
        (pl.col("pair") % _PACK).cast(pl.UInt32).alias(other),
        pl.exclude("pair"),
    )
