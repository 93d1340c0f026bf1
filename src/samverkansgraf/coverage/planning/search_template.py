"""Searches to make, as rows of the table ``searches`` for a strategist to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.planning.searches_to_make import EVERYTHING
from samverkansgraf.tables.blank import table_text

if TYPE_CHECKING:
    from samverkansgraf.coverage.planning.searches_to_make import NextSearches
    from samverkansgraf.frames import Frames


def search_template(found: NextSearches, frames: Frames) -> str:
    """
    Return a CSV text with the columns of the table ``searches``, and a row for each search to make.

    ``district`` and ``theme`` are filled in, ``*`` for all, and ``sector`` where the search is of one; ``terms`` has the names
    to search for. Whoever makes the search fills in date, outcome, source and by. A label that more than one
    thing has stands as its id.
    """
    places, themes = _names(frames.places, "place"), _names(frames.themes, "theme")
    sectors = _names(frames.concepts.filter(pl.col("scheme") == "sector"), "concept", "label_sv")
    rows = []
    for of in found.places:
        aliases = _aliases(frames, of.get("district"))
        theme = themes.get(of["theme"]) if "theme" in of else None
        terms = [*aliases, *([theme] if theme else [])]
        rows.append(
            {
                "district": places.get(of["district"]) if "district" in of else EVERYTHING,
                "theme": theme if "theme" in of else EVERYTHING,
                "sector": sectors.get(of["sector"]) if "sector" in of else None,
                "terms": "; ".join(terms),
            }
        )
    return table_text("searches", rows)


def _names(frame: pl.DataFrame, key: str, label: str = "label") -> dict[str, str]:
    """Return for each thing the label, or the id where a table would read the label as something else."""
    named = list(frame.select(key, label).unique(key, keep="first", maintain_order=True).iter_rows())
    labels = [name for _, name in named]
    owner = {_id(thing): thing for thing, _ in named}

    def is_clear(thing: str, name: str | None) -> bool:
        return (
            bool(name)
            and labels.count(name) == 1
            and ";" not in str(name)
            and owner.get(str(name), thing) == thing
        )

    return {thing: name if is_clear(thing, name) else _id(thing) for thing, name in named}


def _id(thing: str) -> str:
    return thing.rsplit("/", 1)[-1]


def _aliases(frames: Frames, place: str | None) -> list[str]:
    """Return what a place is called."""
    if place is None:
        return []
    rows = frames.places.filter(pl.col("place") == place).select("label", "aliases").iter_rows()
    return [name for label, aliases in rows for name in (label, *(aliases or ())) if name]
