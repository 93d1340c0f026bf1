"""From statements to the rows of tables without ids, whose keys tell which cells they were made of."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, Final

from samverkansgraf.export.statements import EVIDENCE, NO_PROOF, typed
from samverkansgraf.graph.predicates import PREDICATES, TEXT
from samverkansgraf.graph.quads import EDTF_DATE, IRI
from samverkansgraf.tables.cells import number_text
from samverkansgraf.tables.columns import PRIVATE_COLUMNS, TABLES
from samverkansgraf.tables.identity import key
from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.export.statements import Proof, Statements
    from samverkansgraf.tables.cells import Cell
    from samverkansgraf.tables.columns import Table

#: Cells as they were read, by column; ``iri`` is the row's thing.
Row = dict[str, "Cell"]

_MOST_READINGS: Final = 1000
_NAMES: Final = {"actor": ("rdf:subject", IRI), "name": ("rdf:object", TEXT), "from": ("sg:start", EDTF_DATE)}


def keyed_rows(said: Statements, name: str) -> list[Row]:
    """Return the rows of one table without ids."""
    table = TABLES[name]
    things = (thing for thing in said.things(str(table.word)) if _is_of(said, thing, name))
    return [row for thing in sorted(things) for row in _rows(said, table, thing)]


def _is_of(said: Statements, thing: str, name: str) -> bool:
    """Tell facts from names a body had: both are statements, and only facts have a certainty."""
    return name not in ("facts", "names") or (name == "facts") == bool(said.values(thing, sg("certainty")))


def _rows(said: Statements, table: Table, thing: str) -> Iterator[Row]:
    choices = dict(_choices(said, table, thing))
    proved = "evidence" not in choices and all(column in _names(table) for column in EVIDENCE)
    proofs = [proof for _, proof in said.proofs(thing)] if proved else []
    notes: list[Row] = [{"note": note.text} for note in said.values(thing, iri("skos:note"), TEXT)]
    for proof in proofs or [NO_PROOF]:
        row: Row = {"iri": thing, **_reading(table, thing, choices, proof if proved else None)}
        for note in notes or [{}]:
            yield {**row, **note}


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _choices(said: Statements, table: Table, thing: str) -> Iterator[tuple[str, list[Cell]]]:
    """Yield each column with every cell that could have given what is said; most often one."""
    own = _own_choices(said, table.name, thing)
    for column in table.columns:
        if column.name in own:
            yield column.name, own[column.name]
        elif column.name in PREDICATES.get(table.name, {}):
            values = said.column(thing, table.name, column.name)
            cells: list[Cell] = [typed(value.text, value.kind) for value in values]
            if column.several:
                yield column.name, [[value.text for value in values]]
            else:
                yield column.name, cells or [False if column.kind == "yes" else None]
        elif column.name in PRIVATE_COLUMNS and column.name != "note":
            found = said.values(thing, f"{said.base}column/{column.name}", TEXT)
            yield column.name, [value.text for value in found] or [None]


def _own_choices(said: Statements, name: str, thing: str) -> dict[str, list[Cell]]:
    """Return the columns that do not become a property of the row's thing alone."""
    match name:
        case "participations":
            members = said.values(thing, iri("org:member"), IRI)
            return {"actor": [said.one(m.text, sg("collective"), IRI) or m.text for m in members] or [None]}
        case "names":
            own: dict[str, list[Cell]] = {
                column: [said.one(thing, iri(term), kind)] for column, (term, kind) in _NAMES.items()
            }
            return {**own, "to": [said.one(thing, sg("end"), EDTF_DATE)]}
        case "facts":
            return _fact(said, thing)
        case "searches":
            sectors = [value.text for value in said.column(thing, "searches", "sector")]
            everywhere = sg("AllSectors") in sectors and not said.column(thing, "searches", "looked_for")
            return {"sector": [None, *sectors] if everywhere else list(sectors) or [None]}
        case "indicators":
            indicator = said.one(thing, iri("sosa:observedProperty"), IRI)
            labels = said.values(indicator or "", iri("skos:prefLabel"), TEXT)
            return {"indicator": [label.text for label in labels] or [None]}
        case _:
            return (
                {"district": [said.owner_of(iri("geo:hasGeometry"), thing)]} if name == "geometries" else {}
            )


def _fact(said: Statements, thing: str) -> dict[str, list[Cell]]:
    about, predicate = said.one(thing, iri("rdf:subject"), IRI), said.one(thing, iri("rdf:predicate"), IRI)
    values = said.values(thing, iri("rdf:object"))
    word = (about or "").removeprefix(said.base).split("/")[0]
    tables = [table.name for table in TABLES.values() if table.word == word and not table.keyed]
    kinds = {value.kind for value in values}
    named: list[Cell] = [
        column
        for table in tables
        for column, (term, kind) in PREDICATES.get(table, {}).items()
        if term == predicate and (said.tag if kind == TEXT else kind) in kinds
    ]
    return {"property": named or [None], "value": [value.text for value in values] or [None]}


def _reading(table: Table, thing: str, choices: dict[str, list[Cell]], proof: Proof | None) -> Row:
    """Return the cells whose key the thing's IRI holds; the first that could be where none does."""
    wanted = thing.rsplit("/", 1)[-1]
    given: Row = {} if proof is None else dict(zip(EVIDENCE, proof, strict=True))
    first: Row | None = None
    for cells in islice(product(*choices.values()), _MOST_READINGS):
        row = {**dict(zip(choices, cells, strict=True)), **given}
        first = first or row
        if key([_as_text(row.get(name)) for name in _names(table) if name not in PRIVATE_COLUMNS]) == wanted:
            return row
    return first or given


def _as_text(cell: Cell) -> str | list[str] | None:
    return cell if cell is None or isinstance(cell, str | list) else number_text(cell)
