"""Where to look first, and why there: the search that tells most, those that tell as much, and whose need it meets."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.coverage.need import ranks_above

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.coverage.planning.searches_to_make import NextSearches

_WITHOUT_ANSWER: Final = ("not_searched", "indirect")
_EVERYTHING: Final = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSearch:
    """
    What to search for first, and why.

    Attributes
    ----------
    row
        The first of the searches, by column.
    as_good
        The others of the list that would tell as much by themselves, in its order.
    districts
        The districts that it would answer for, the one in greatest need first, else as the cells have them; one where
        the search is of one.
    needs
        By district, its place by need among all districts (1 the greatest); empty where no need is known.
    """

    row: Mapping[str, Any]
    as_good: tuple[Mapping[str, Any], ...]
    districts: tuple[str, ...]
    needs: Mapping[str, int]


def first_search(
    found: NextSearches, cells: pl.DataFrame, need: pl.DataFrame | None = None
) -> FirstSearch | None:
    """
    Return which search to make first, and why; ``None`` where there is none to make.

    Parameters
    ----------
    found
        The searches.
    cells
        The cells that they are of, by label.
    need
        Columns ``district, need``, the greater the more need; null where it is not known.

    Returns
    -------
    first
        Two searches tell as much where their weights, by need and ignorance, are the same: then their order is that of the
        cells, which says nothing.
    """
    rows = list(found.searches.iter_rows(named=True))
    if not rows:
        return None
    first = rows[0]
    as_good = tuple(
        row
        for row in rows[1:]
        if isclose(row["weight"], first["weight"], rel_tol=1e-9) and row["effort"] == first["effort"]
    )
    answered = cells.filter(pl.col("value").is_in(_WITHOUT_ANSWER))
    for name in found.names:
        if first[name] != _EVERYTHING:
            answered = answered.filter(pl.col(name) == first[name])
    districts = list(dict.fromkeys(answered["district"])) if "district" in found.names else []
    needs: dict[str, int] = {}
    if need is not None and need["need"].drop_nulls().len():
        places = zip(need["district"], ranks_above(need["need"], need["need"]), strict=True)
        needs = {district: place for district, place in places if place is not None}
        districts.sort(key=lambda district: needs.get(district, len(needs) + 1))
    return FirstSearch(row=first, as_good=as_good, districts=tuple(districts), needs=needs)
