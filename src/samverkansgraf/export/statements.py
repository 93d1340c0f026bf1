"""The stated quads of a graph, looked up by thing and property."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import polars as pl

from samverkansgraf.graph.predicates import PREDICATES, TEXT
from samverkansgraf.graph.quads import BOOLEAN, DECIMAL, INTEGER, IRI, PLAIN, TYPE
from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.tables.cells import Cell

EVIDENCE: Final = ("source", "where", "quote", "speaker")
#: A cell of evidence for each of :data:`EVIDENCE`.
Proof = tuple[str | None, str | None, str | None, str | None]
NO_PROOF: Final[Proof] = (None, None, None, None)


class Value(NamedTuple):
    """An object, its kind as in the frame of quads, and the graph that says it."""

    text: str
    kind: str
    graph: str


class Statements:
    """What the sources and the project state; what is derived from that is left out."""

    def __init__(self, quads: pl.DataFrame, base: str, language: str) -> None:
        self.base, self.tag = base, f"@{language}"
        self.project = f"{base}graph/project"
        self.unsourced = f"{base}graph/unsourced"
        self.quads = stated(quads, base)
        self._things: dict[str, dict[str, list[Value]]] = {}
        self._owners: dict[str, dict[str, str]] = {}
        for subject, predicate, text, kind, graph in self.quads.sort(self.quads.columns).iter_rows():
            self._things.setdefault(subject, {}).setdefault(predicate, []).append(Value(text, kind, graph))

    def things(self, word: str) -> Iterator[str]:
        """Yield the things whose IRIs hold a word and whose class is said."""
        prefix = f"{self.base}{word}/"
        return (thing for thing, said in self._things.items() if thing.startswith(prefix) and TYPE in said)

    def values(self, thing: str, predicate: str, kind: str | None = None) -> list[Value]:
        """Return the objects of a thing's property, of one kind where it is given, sorted."""
        kind = self.tag if kind == TEXT else kind
        found = self._things.get(thing, {}).get(predicate, ())
        return [value for value in found if kind is None or value.kind == kind]

    def one(self, thing: str, predicate: str, kind: str | None = None) -> str | None:
        """Return the first object of a thing's property."""
        found = self.values(thing, predicate, kind)
        return found[0].text if found else None

    def owner_of(self, predicate: str, value: str) -> str | None:
        """Return the first thing that has a value; ``None`` where nothing has."""
        if predicate not in self._owners:
            rows = self.quads.filter(pl.col("predicate") == predicate).sort("subject", descending=True)
            self._owners[predicate] = dict(rows.select("object", "subject").iter_rows())
        return self._owners[predicate].get(value)

    def column(self, thing: str, table: str, column: str) -> list[Value]:
        """Return the objects of the property that a column becomes."""
        predicate, kind = PREDICATES[table][column]
        return self.values(thing, predicate, kind)

    def source_of(self, graph: str) -> str | None:
        """Return the source that a graph is of."""
        prefix = f"{self.base}graph/source/"
        return f"{self.base}source/{graph.removeprefix(prefix)}" if graph.startswith(prefix) else None

    def proofs(self, thing: str) -> list[tuple[str, Proof]]:
        """Return a thing's evidence with the graph it is in, sorted."""
        found = [(value.graph, self._proof(value.text)) for value in self.values(thing, sg("evidence"), IRI)]
        return sorted(found, key=lambda pair: (pair[0], *((cell or "") for cell in pair[1])))

    def _proof(self, node: str) -> Proof:
        return (
            self.one(node, iri("oa:hasSource"), IRI),
            self.one(node, sg("where"), PLAIN),
            self.one(f"{node}#quote", iri("oa:exact"), TEXT),
            self.one(node, sg("speaker"), IRI),
        )


def stated(quads: pl.DataFrame, base: str) -> pl.DataFrame:
    """Return the quads that sources and the project state."""
    graph = pl.col("graph")
    own = graph.is_in([f"{base}graph/project", f"{base}graph/unsourced"])
    return quads.filter(own | graph.str.starts_with(f"{base}graph/source/"))


def typed(text: str, kind: str) -> Cell:
    """
    Return a literal as the value a cell was read as.

    Examples
    --------
    >>> typed("12.5", DECIMAL), typed("true", BOOLEAN), typed("Bäckby", "@sv")
    (12.5, True, 'Bäckby')
    """
    match kind:
        case _ if kind == BOOLEAN:
            return text in ("true", "1")
        case _ if kind == DECIMAL:
            return float(text)
        case _ if kind == INTEGER:
            return int(text)
        case _:
            return text
