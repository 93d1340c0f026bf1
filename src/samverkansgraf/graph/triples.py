"""The triples of a graph, looked up by predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.graph.quads import TYPE
from samverkansgraf.vocabulary import iri

if TYPE_CHECKING:
    from collections.abc import Iterable


class Triples:
    """The distinct triples of a graph, looked up by predicate."""

    def __init__(self, quads: pl.DataFrame, language: str) -> None:
        distinct = quads.select("subject", "predicate", "object", "kind").unique()
        parts = distinct.partition_by("predicate", as_dict=True, include_key=False)
        self._by_predicate = {str(key[0]): part for key, part in parts.items()}
        self._tag = f"@{language}"
        self._none = distinct.clear().drop("predicate")
        self._of: dict[str, pl.DataFrame] = {}

    def of(self, predicate: str) -> pl.DataFrame:
        """Return subject, object of a predicate; ``name@tag`` asks for one language, else the project's comes first."""
        if predicate not in self._of:
            self._of[predicate] = self._sorted(predicate)
        return self._of[predicate]

    def _sorted(self, predicate: str) -> pl.DataFrame:
        name, _, tag = predicate.partition("@")
        rows = self._by_predicate.get(iri(name), self._none)
        tagged = pl.col("kind").str.starts_with("@")
        if tag:
            rows = rows.filter(pl.col("kind") == f"@{tag}")
        return rows.select(
            "subject",
            "object",
            foreign=(tagged & (pl.col("kind") != self._tag)).cast(pl.Int8),
        ).sort("subject", "foreign", "object")

    def subjects(self, classes: Iterable[str]) -> pl.DataFrame:
        """Return the things of any of the classes, sorted."""
        wanted = [iri(name) for name in classes]
        types = self._by_predicate.get(TYPE, self._none)
        return types.filter(pl.col("object").is_in(wanted)).select("subject").unique().sort("subject")
