"""rdflib alone: our quads parsed into its memory, which is what it has in place of a store on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Dataset

if TYPE_CHECKING:
    from pathlib import Path


def load(quads: Path) -> Dataset:
    """Parse the quads into memory."""
    dataset = Dataset(default_union=True)
    dataset.parse(quads, format="nquads")
    return dataset


def answer(dataset: Dataset, text: str) -> list[tuple[str | None, ...]]:
    """Return the rows of a query's answer."""
    return [tuple(None if term is None else str(term) for term in row) for row in dataset.query(text)]
