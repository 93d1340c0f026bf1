"""samverkansgraf itself: from tables to a store on disk, then through the public API, imports not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.city import open_city
from samverkansgraf.frames import Frames
from samverkansgraf.graph.build import build as build_graph
from samverkansgraf.graph.store import write_store

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.city import City


def build(project: Path, store: Path) -> None:
    """Build the store from the project's tables."""
    write_store(build_graph(project), store)


def quads_file(store: Path) -> Path:
    """Return the N-Quads of a built store, which the other engines are fed."""
    return store / "builds" / (store / "CURRENT").read_text("ascii").strip() / "graph.nq"


def load(store: Path) -> City:
    """Open the built store: the quads to query and every frame."""
    return open_city(store)


def answer(city: City, text: str) -> list[tuple[str | None, ...]]:
    """Return the rows of a query's answer."""
    return city.query(text).rows()


def frames(store: Path) -> Frames:
    """Read every frame of a built store."""
    return Frames.read(quads_file(store).parent / "frames")
