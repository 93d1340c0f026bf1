"""
From statements to the rows of tables with ids: one row for each evidence, values where they are said.

A thing that has two values where a table has room for one was made of several rows by a decision in
``same``. Such values become rows of their own again, with spare ids and a decision that joins them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from samverkansgraf.export.statements import EVIDENCE, NO_PROOF, typed
from samverkansgraf.graph.predicates import PREDICATES, TEXT
from samverkansgraf.graph.quads import IRI, TYPE
from samverkansgraf.tables.columns import TABLES
from samverkansgraf.tables.identity import slug
from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.export.elsewhere import Elsewhere
    from samverkansgraf.export.keyed_rows import Row
    from samverkansgraf.export.statements import Proof, Statements
    from samverkansgraf.tables.cells import Cell
    from samverkansgraf.tables.columns import Column, Table

#: Graph -> the cell that rows of its source hold.
Layer = dict[str, "Cell"]

_KINDS: Final = {
    "org:FormalOrganization": "organisation",
    "org:OrganizationalUnit": "unit",
    "sg:CollectiveActor": "collective",
    "foaf:Person": "person",
}
_ENGLISH: Final = {"label_en": "label", "text_en": "text"}


@dataclass(frozen=True, slots=True)
class _Subject:
    """One thing, the table its rows are in, and what is said of it."""

    said: Statements
    table: Table
    iri: str

    @property
    def identity(self) -> str:
        return self.iri.rsplit("/", 1)[-1]

    def proofs(self, graph: str) -> list[Proof]:
        """Return the thing's evidence in one graph; where there is none, the graph's source alone."""
        own = [proof for where, proof in self.said.proofs(self.iri) if where == graph]
        return own or [(self.said.source_of(graph), *NO_PROOF[1:])]


@dataclass(slots=True)
class Things:
    """The rows of one table, and the spare ids that decisions must join: (IRI, spare id)."""

    rows: list[Row] = field(default_factory=list)
    joined: list[tuple[str, str]] = field(default_factory=list)


def thing_rows(said: Statements, name: str, elsewhere: Elsewhere, taken: set[str]) -> Things:
    """
    Return the rows of one table with ids.

    Parameters
    ----------
    said
        The statements.
    name
        The table.
    elsewhere
        What other rows state already, and these need not.
    taken
        Ids in use; spare ids are added.
    """
    table, made = TABLES[name], Things()
    for thing in sorted(said.things(str(table.word))):
        if not said.values(thing, sg("collective")):
            _add(made, _Subject(said, table, thing), elsewhere, taken)
    return made


def _add(made: Things, subject: _Subject, elsewhere: Elsewhere, taken: set[str]) -> None:
    graphs = _graphs(subject)
    layers: dict[str, list[Layer]] = {}
    for column, values in _said_of(subject, graphs).items():
        predicate = PREDICATES[subject.table.name].get(column.name, ("",))[0]
        others = elsewhere.get((subject.iri, predicate), set())
        if column.several:
            layers[column.name] = _lists(values, others)
        else:
            must = column.required or column.name == "status"
            layers[column.name] = _singles(values, others, must=must)
    for depth in range(max([1, *(len(found) for found in layers.values())])):
        cells = {name: found[depth] for name, found in layers.items() if depth < len(found)}
        if depth == 0:
            made.rows += _rows(subject, graphs, cells)
            continue
        spare = _spare(subject.identity, depth, taken)
        made.joined.append((subject.iri, spare))
        made.rows += _further(subject, cells, layers, spare)


def _graphs(subject: _Subject) -> list[str]:
    """Return the graphs that rows of a thing are in, that of its first row first."""
    said, thing = subject.said, subject.iri
    if not subject.table.repeats:
        return [said.project]
    first = [value.graph for value in said.values(thing, TYPE, IRI) if value.graph != said.project]
    return list(dict.fromkeys([*first, *(graph for graph, _ in said.proofs(thing))])) or [said.unsourced]


def _said_of(subject: _Subject, graphs: list[str]) -> dict[Column, dict[str, list[Cell]]]:
    """Return the values of each column by the graph that says them, the first row's graph first."""
    said, table, thing = subject.said, subject.table, subject.iri
    found: dict[Column, dict[str, list[Cell]]] = {}
    for column in table.columns:
        by_graph: dict[str, list[Cell]] = {graph: [] for graph in graphs}
        if table.name == "actors" and column.name == "kind":
            classes = {value.text for value in said.values(thing, TYPE, IRI)}
            by_graph[said.project] = [word for name, word in _KINDS.items() if iri(name) in classes]
        elif column.name in PREDICATES[table.name]:
            for value in said.column(thing, table.name, column.name):
                if table.repeats != (value.graph == said.project):  # where rows of it are not, it only names
                    by_graph.setdefault(value.graph, []).append(typed(value.text, value.kind))
        found[column] = {graph: cells for graph, cells in by_graph.items() if cells}
    if said.tag == "@en":
        _part_english(subject, found)
    if table.name == "initiatives":
        status = found[table.column("status")]
        if status == {graphs[0]: [sg("StatusUnknown")]}:
            status.clear()  # what an empty cell means
        found.pop(table.column("district"))  # placements are rows of locations
    return found


def _part_english(subject: _Subject, found: dict[Column, dict[str, list[Cell]]]) -> None:
    """Part what both a column and its English twin say in a project whose language is English."""
    for english, plain in _ENGLISH.items():
        columns = {column.name: column for column in subject.table.columns}
        if english not in columns:
            continue
        values = found[columns[plain]]
        all_of = [str(cell) for cells in values.values() for cell in cells]
        order = sorted(
            set(all_of), key=lambda text: (slug(text) != subject.identity, -all_of.count(text), text)
        )
        found[columns[plain]] = {
            graph: [c for c in cells if c in order[:1]] for graph, cells in values.items()
        }
        found[columns[english]] = {
            graph: [c for c in cells if c in order[1:2]] for graph, cells in values.items()
        }


def _singles(values: dict[str, list[Cell]], others: set[tuple[str, str]], *, must: bool) -> list[Layer]:
    """Return a layer for each value that only these rows can state."""
    order = list(
        dict.fromkeys(cell for cells in values.values() for cell in cells if not isinstance(cell, list))
    )
    stated = {value: [graph for graph, cells in values.items() if value in cells] for value in order}
    needed = [value for value in order if any((graph, str(value)) not in others for graph in stated[value])]
    if not needed and must:
        needed = order[:1]
    return [dict.fromkeys(stated[value], value) for value in needed]


def _lists(values: dict[str, list[Cell]], others: set[tuple[str, str]]) -> list[Layer]:
    """Return one layer where all rows can hold one list, else one for each list."""
    full = {graph: {str(cell) for cell in cells} for graph, cells in values.items()}
    needed = {graph: {text for text in texts if (graph, text) not in others} for graph, texts in full.items()}
    needed = {graph: texts for graph, texts in needed.items() if texts}
    union = set().union(*needed.values())
    if all(union <= full[graph] for graph in needed):
        return [{graph: sorted(union) for graph in needed}] if needed else []
    lists = list(dict.fromkeys(tuple(sorted(texts)) for texts in needed.values()))
    return [{graph: list(texts) for graph, own in needed.items() if own == set(texts)} for texts in lists]


def _rows(subject: _Subject, graphs: list[str], cells: dict[str, Layer]) -> Iterator[Row]:
    """Yield a row for each evidence; the first in each graph holds what that graph says."""
    said, table = subject.said, subject.table
    published = said.values(subject.iri, iri("skos:note"), TEXT)
    for graph in dict.fromkeys([*graphs, *(graph for layer in cells.values() for graph in layer)]):
        values: Row = {name: layer[graph] for name, layer in cells.items() if graph in layer}
        notes = [value.text for value in published if value.graph == graph]
        own = subject.proofs(graph)
        for position in range(max(len(own), len(notes)) if table.repeats else 1):
            row: Row = {"iri": subject.iri, "id": subject.identity, **(values if position == 0 else {})}
            if table.repeats:
                row |= dict(zip(EVIDENCE, own[min(position, len(own) - 1)], strict=True))
            if position < len(notes):
                row["note"] = notes[position]
            yield row


def _spare(identity: str, depth: int, taken: set[str]) -> str:
    number = depth + 1
    while (spare := f"{identity}.{number}") in taken:
        number += 1
    taken.add(spare)
    return spare


def _further(
    subject: _Subject, cells: dict[str, Layer], layers: dict[str, list[Layer]], spare: str
) -> Iterator[Row]:
    """Yield the rows of a spare id: one in each graph that says more than a row has room for."""
    table, label = subject.table, _label(cells, layers)
    needed = [column.name for column in table.columns if column.required or column.name == "sector"]
    graphs = list(dict.fromkeys(graph for layer in cells.values() for graph in layer))
    graphs.sort(key=lambda graph: graph not in label)
    for position, graph in enumerate(graphs):
        row: Row = {name: layer[graph] for name, layer in cells.items() if graph in layer}
        if graph in label:
            row["label"] = label[graph]
        for name in needed if position == 0 else ():
            if name not in row and layers.get(name):
                row[name] = next(iter(layers[name][0].values()))
        if table.repeats:
            row |= dict(zip(EVIDENCE, subject.proofs(graph)[0], strict=True))
        yield {"iri": subject.iri, "id": spare, **row}


def _label(cells: dict[str, Layer], layers: dict[str, list[Layer]]) -> Layer:
    """Return what a spare id is called: the label of a row that is joined to another becomes an alias."""
    graphs = {graph for layer in cells.values() for graph in layer}
    names: dict[str, set[str]] = {}
    for layer in layers.get("alias", ()):
        for graph, aliases in layer.items():
            names.setdefault(graph, set()).update(aliases if isinstance(aliases, list) else ())
    known = sorted(name for graph, own in names.items() if graph in graphs for name in own)
    return {graph: known[0] for graph, own in names.items() if graph in graphs and known[0] in own}
