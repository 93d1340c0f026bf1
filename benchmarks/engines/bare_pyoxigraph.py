"""pyoxigraph alone: its own bulk load of our quads into a store on disk, and its own query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from pathlib import Path


def build(quads: Path, store: Path) -> None:
    """Load the quads into a new store on disk."""
    database = ox.Store(str(store))
    database.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
    database.flush()


def load(store: Path) -> ox.Store:
    """Open the store on disk."""
    return ox.Store.read_only(str(store))


def answer(store: ox.Store, text: str) -> list[tuple[str | None, ...]]:
    """Return the rows of a query's answer."""
    solutions = store.query(text, use_default_graph_as_union=True)
    return [tuple(None if term is None else term.value for term in row) for row in solutions]
