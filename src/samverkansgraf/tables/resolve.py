"""From rows of text to resolved tables: IRIs for references, keys for rows, all faults at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.tables.cells import Cell, CellReader, number_text
from samverkansgraf.tables.columns import ACTOR_KINDS, EVIDENCE_COLUMNS, PRIVATE_COLUMNS, TABLES, Column
from samverkansgraf.tables.facts import fact_values
from samverkansgraf.tables.identity import evidence_iri, key
from samverkansgraf.tables.identity_decisions import Decisions, decisions
from samverkansgraf.tables.minting import add_former_names, minted
from samverkansgraf.tables.names import ConceptNames, Names
from samverkansgraf.tables.resolved import Resolved
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.reading import RawTable

_EVIDENCE: Final = tuple(column.name for column in EVIDENCE_COLUMNS)
_KIND_WORDS: Final = {"enhet": "unit", "kollektiv": "collective", "grupp": "collective"}
#: What an empty cell means, where it means something.
_DEFAULTS: Final = {
    ("participations", "certainty"): "Stated",
    ("locations", "certainty"): "Stated",
    ("facts", "certainty"): "Stated",
}


def resolve(
    raws: Mapping[str, RawTable], base: str, concepts: ConceptNames, term_iris: Mapping[int, str]
) -> tuple[dict[str, Resolved], Names, Decisions, list[Problem]]:
    """Resolve every table that was read; problems of all of them come together."""
    tables = {name: Resolved(TABLES[name], raw) for name, raw in raws.items()}
    names = Names()
    problems: list[Problem] = []
    for resolved in tables.values():
        problems += minted(resolved, base, names, term_iris)
    reader = CellReader(names, concepts)
    add_former_names(raws, names)
    made = decisions(raws.get("same"), names)
    problems += made.problems
    for resolved in tables.values():
        for column in resolved.table.columns:
            values, faults = reader.column(resolved.raw, column)
            resolved.columns[column.name] = _with_defaults(resolved.table.name, column, values)
            problems += faults
        if resolved.table.name == "facts":
            problems += fact_values(resolved.raw, resolved.columns, reader)
        problems += _required(resolved)
        if resolved.table.name == "actors":
            problems += _actor_kinds(resolved)
        if "source" in resolved.columns and "quote" in resolved.columns:
            cells = zip(*(resolved.columns[name] for name in _EVIDENCE), strict=True)
            resolved.columns["evidence"] = [evidence_iri(base, *row) for row in cells]
        if resolved.table.keyed:
            resolved.iris = _keyed(resolved, base)
    return tables, names, made, problems


def _with_defaults(table: str, column: Column, values: list[Cell]) -> list[Cell]:
    default = _DEFAULTS.get((table, column.name))
    return values if default is None else [sg(default) if value is None else value for value in values]


def _required(resolved: Resolved) -> Iterator[Problem]:
    table, raw = resolved.table, resolved.raw
    seen: set[str] = set()
    unmade = _unmade_searches(resolved)
    for position, (row, iri) in enumerate(zip(raw.rows, resolved.iris or [""] * len(raw.rows), strict=True)):
        further = table.repeats and iri in seen
        seen.add(iri)
        if position in unmade:
            yield raw.problem(
                "no date and no outcome: this search is still to be made",
                row,
                remedy="fill in both (outcome: nothing, found or incomplete), or take the row out until it is made",
            )
            continue
        for column in table.columns:
            text = raw.cells.get(column.name, ())
            if column.required and not (text and text[position]) and not (further and column.name != "id"):
                yield raw.problem("the cell is empty", row, column.name, "it must be filled in")


def _unmade_searches(resolved: Resolved) -> set[int]:
    """Return the positions of searches that nobody has filled in, as the rows of a template."""
    if resolved.table.name != "searches":
        return set()
    cells = resolved.raw.cells
    empty = [
        {place for place, text in enumerate(cells.get(name, ())) if not text} for name in ("date", "outcome")
    ]
    return set.intersection(*empty)


def _actor_kinds(resolved: Resolved) -> Iterator[Problem]:
    raw, kinds = resolved.raw, resolved.columns["kind"]
    for position, kind in enumerate(kinds):
        word = _KIND_WORDS.get(str(kind).casefold(), str(kind).casefold())
        if kind is not None and word not in ACTOR_KINDS:
            yield raw.problem(
                f"the kind {kind!r} is unknown", raw.rows[position], "kind", f"write {', '.join(ACTOR_KINDS)}"
            )
            continue
        kinds[position] = None if kind is None else word
        sector_cell = raw.cells.get("sector", [None] * len(kinds))[position]
        if word == "person" and sector_cell is not None:
            yield raw.problem(
                "a person has no sector",
                raw.rows[position],
                "sector",
                "leave the cell empty; a position says where they are",
            )
        if kind is not None and word != "person" and sector_cell is None:
            yield raw.problem(
                "the cell is empty",
                raw.rows[position],
                "sector",
                "an organisation, unit or collective has a sector",
            )


def _keyed(resolved: Resolved, base: str) -> list[str]:
    columns = [
        resolved.columns[column.name]
        for column in resolved.table.columns
        if column.name not in PRIVATE_COLUMNS
    ]
    return [
        f"{base}{resolved.table.word}/{key([_as_text(cell) for cell in cells])}"
        for cells in zip(*columns, strict=True)
    ]


def _as_text(cell: Cell) -> str | Iterable[str] | None:
    if cell is None or isinstance(cell, str | list):
        return cell
    return number_text(cell)
