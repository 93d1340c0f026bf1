"""What the cells of a table are as a whole, counted part by part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.shares import Share, shares, shares_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """
    Numbers of cells: the finest, and one for each of the districts nobody named.

    ``by_value`` has each value; the others are of ``none_found`` (``complete`` a full register was searched,
    ``none_but_indirect`` there is indirect evidence), of ``indirect`` (``perhaps_then`` only the time is unsure), of ``covered`` (``one_actor``, ``one_source``,
    ``no_delivery`` every initiative's kind of activity is said and none delivers, ``delivery_unsaid`` none is
    said to deliver and of some no kind is said), and ``unnamed`` cells of ``unnamed_districts``; ``of_periods``: period is a dimension.
    """

    by_value: Mapping[str, int] = field(default_factory=dict)
    complete: int = 0
    none_but_indirect: int = 0
    perhaps_then: int = 0
    one_actor: int = 0
    one_source: int = 0
    no_delivery: int = 0
    delivery_unsaid: int = 0
    unnamed: int = 0
    unnamed_districts: int = 0
    of_periods: bool = False

    def __add__(self, other: Tally) -> Tally:
        """Return the tally of both parts of one table."""
        sums = {
            one.name: getattr(self, one.name) + getattr(other, one.name)
            for one in fields(self)
            if one.name not in ("by_value", "unnamed_districts", "of_periods")
        }
        return Tally(
            by_value=dict(Counter(self.by_value) + Counter(other.by_value)),
            of_periods=self.of_periods or other.of_periods,
            unnamed_districts=max(self.unnamed_districts, other.unnamed_districts),
            **sums,
        )

    def with_unnamed(self, *, districts: int, cells: int) -> Tally:
        """Return the tally with cells of districts that nobody has named, which the table has not."""
        if not districts:
            return self
        return self + Tally(by_value={"not_searched": cells}, unnamed=cells, unnamed_districts=districts)

    def shares(self) -> dict[str, Share]:
        """Return the four values together, each as a number and a share."""
        return shares_of(self.by_value)


def tally(table: pl.DataFrame) -> Tally:
    """
    Return what a table of :func:`~samverkansgraf.coverage.cells.coverage`, or a part of one, is as a whole.

    Examples
    --------
    >>> tally(pl.DataFrame({"value": ["covered", "not_searched"]})).by_value
    {'covered': 1, 'not_searched': 1}
    """
    counts = {value: share["count"] for value, share in shares(table).items() if share["count"]}
    unnamed = table.filter(pl.col("level") == "unnamed")["of"] if "level" in table.columns else pl.Series([0])
    fine = table.filter(pl.col("level") == "finest") if "level" in table.columns else table
    none, covered = fine.filter(value="none_found"), fine.filter(value="covered")
    silent = covered.filter(pl.col("delivers") == 0) if "delivers" in table.columns else covered.clear()
    unsaid = _some(silent, "kind_not_stated")
    return Tally(
        by_value=counts,
        complete=_some(none, "complete_searches"),
        none_but_indirect=_some(none, "indirect_evidence"),
        perhaps_then=_firmest(fine, "perhaps_then"),
        one_actor=_one(covered, "actors"),
        one_source=_one(covered, "sources"),
        no_delivery=silent.height - unsaid,
        delivery_unsaid=unsaid,
        of_periods="period" in table.columns,
        unnamed=int(unnamed.sum()),
        unnamed_districts=int(unnamed.max() or 0) if unnamed.len() else 0,  # type: ignore[arg-type]  # a column of numbers
    )


def _firmest(table: pl.DataFrame, code: str) -> int:
    return table.filter(value="indirect", firmest=code).height if "firmest" in table.columns else 0


def _some(table: pl.DataFrame, column: str) -> int:
    return table.filter(pl.col(column) > 0).height if column in table.columns else 0


def _one(table: pl.DataFrame, column: str) -> int:
    return table.filter(pl.col(column) == 1).height if column in table.columns else 0
