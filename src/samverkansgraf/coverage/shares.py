"""How many cells have each value, always the four together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The values of a cell, in the order in which the first that holds stands.
VALUES: Final = ("covered", "none_found", "indirect", "not_searched")


class Share(TypedDict):
    """A number of cells, and which part of all cells it is (``None`` of no cells)."""

    count: int
    share: float | None


def shares(table: pl.DataFrame) -> dict[str, Share]:
    """
    Return how many cells have each of the four values, and which share of all cells.

    Parameters
    ----------
    table
        What :func:`~samverkansgraf.coverage.cells.coverage` returned. Of a table with levels the finest
        cells count, and the row of the districts nobody named as a cell for each of these.

    Returns
    -------
    shares
        All four values, in the order in which the first that holds stands. Shares are 0–1.

    Examples
    --------
    >>> shares(pl.DataFrame({"value": ["covered", "not_searched"]}))["not_searched"]
    {'count': 1, 'share': 0.5}
    """
    if "level" in table.columns:
        table = table.filter(pl.col("level").is_in(["finest", "unnamed"]))
    cells = pl.col("of").sum() if "level" in table.columns else pl.len().cast(pl.Int64)
    return shares_of(dict(table.group_by("value").agg(cells).iter_rows()))


def shares_of(counts: Mapping[str, int]) -> dict[str, Share]:
    """Return numbers of cells by value as the four values, each with its share."""
    total = sum(counts.values())
    return {
        value: Share(count=counts.get(value, 0), share=counts.get(value, 0) / total if total else None)
        for value in VALUES
    }
