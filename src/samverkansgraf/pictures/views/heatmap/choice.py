"""Which rows and columns of the coverage are drawn: all, or what a person can still look over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

#: So many rows and columns can be looked over, and be links, on one page.
MOST_ROWS: Final = 60
MOST_COLUMNS: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """
    The cells that are drawn, and the margins of all.

    Attributes
    ----------
    rows, columns
        Districts (or the places that contain them) and themes, by label, in the order drawn.
    cells
        The row of the coverage by district and theme.
    covered_in_row, covered_in_column
        How many cells are covered, of all themes and of all districts.
    all_rows, all_columns
        How many districts (those nobody named too) and themes there are.
    finest_rows
        How many districts are named.
    coarser
        Whether the rows are places that contain districts, for there are too many of these.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], dict[str, Any]]
    covered_in_row: dict[str, int]
    covered_in_column: dict[str, int]
    all_rows: int
    all_columns: int
    finest_rows: int
    coarser: bool

    @property
    def left_out_rows(self) -> int:
        """How many named districts have no row, where rows are districts."""
        named = sum(self.cells[row, self.columns[0]]["level"] == "finest" for row in self.rows)
        return 0 if self.coarser else self.finest_rows - named

    @property
    def left_out_columns(self) -> int:
        """How many themes have no column."""
        return self.all_columns - len(self.columns)


def drawn_grid(coverage: pl.DataFrame) -> Grid:
    """
    Return what is drawn of a coverage by district and theme, with all levels.

    Where there are more than :data:`MOST_ROWS` districts, the rows are the places that contain them, if
    these are few enough; else the districts of which most is recorded. Of themes, those of which most is.

    Raises
    ------
    UsageError
        There are no cells.
    """
    if coverage.is_empty():
        raise UsageError(
            "heatmap: there are no cells of districts by themes; list districts and themes in the tables or in "
            "[bounds] of samverkansgraf.toml"
        )
    finest = coverage.filter(pl.col("level") == "finest")
    coarser = coverage.filter(pl.col("level") == "coarser")
    unnamed = coverage.filter(pl.col("level") == "unnamed")
    districts = finest["district"].unique(maintain_order=True).to_list()
    above = coarser["district"].unique(maintain_order=True).to_list()
    themes = finest["theme"].unique(maintain_order=True).to_list()
    by_level = len(districts) > MOST_ROWS and 0 < len(above) <= MOST_ROWS
    rows = above if by_level else _most_known(finest, "district", districts, MOST_ROWS)
    columns = _most_known(finest, "theme", themes, MOST_COLUMNS)
    others = unnamed["district"].unique(maintain_order=True).to_list()
    shown = pl.concat([coarser if by_level else finest, unnamed]).filter(
        pl.col("district").is_in([*rows, *others]) & pl.col("theme").is_in(columns)
    )
    return Grid(
        rows=(*rows, *others),
        columns=tuple(columns),
        cells={(row["district"], row["theme"]): row for row in shown.iter_rows(named=True)},
        covered_in_row=_covered(pl.concat([coarser if by_level else finest, unnamed]), "district"),
        covered_in_column=_covered(finest, "theme"),
        all_rows=len(districts) + int(unnamed["of"].max() or 0),  # type: ignore[arg-type]  # a number
        all_columns=len(themes),
        finest_rows=len(districts),
        coarser=by_level,
    )


def _covered(cells: pl.DataFrame, by: str) -> dict[str, int]:
    """Return by label how many cells are covered."""
    return dict(cells.group_by(by).agg((pl.col("value") == "covered").sum()).iter_rows())


def _most_known(finest: pl.DataFrame, by: str, labels: Sequence[str], most: int) -> list[str]:
    """Return the labels in their order; of too many, those with most that is covered, then searched or indirect."""
    if len(labels) <= most:
        return list(labels)
    known = finest.group_by(by, maintain_order=True).agg(
        covered=(pl.col("value") == "covered").sum(), some=(pl.col("value") != "not_searched").sum()
    )
    first = known.sort("covered", "some", descending=True, maintain_order=True).head(most)
    kept = set(first[by].to_list())
    return [label for label in labels if label in kept]
