"""Rows as the texts of cells: of a graph's own statements, or of the project folder it was built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.export.references import References, TextRow, concept_cell
from samverkansgraf.graph.vocabulary_graph import concept_names
from samverkansgraf.tables import read_project
from samverkansgraf.tables.cells import number_text
from samverkansgraf.tables.columns import EVIDENCE_COLUMNS, TABLES
from samverkansgraf.tables.identity import slug
from samverkansgraf.tables.reading import read_table, table_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from samverkansgraf.export.keyed_rows import Row
    from samverkansgraf.tables.cells import Cell
    from samverkansgraf.tables.columns import Column

_EVIDENCE = tuple(column.name for column in EVIDENCE_COLUMNS)


def texts_of_rows(
    rows: Mapping[str, list[Row]],
    *,
    base: str,
    joined: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> dict[str, list[TextRow]]:
    """
    Return the cells' texts of rows whose references are IRIs.

    Parameters
    ----------
    rows
        Table -> rows.
    base
        The project's.
    joined
        Things with spare ids, to be made the same.
    different
        Pairs of names of different things.
    """
    texts: dict[str, list[TextRow]] = {
        name: [{column: _plain(cell) for column, cell in row.items()} for row in table]
        for name, table in rows.items()
    }
    references = References(base)
    for name, made in texts.items():
        references.add(name, made)
    for name, table in rows.items():
        for cells, text in zip(table, texts[name], strict=True):
            for column in TABLES[name].columns:
                if column.name in cells:
                    text[column.name] = _cell(cells, column, references)
        if TABLES[name].keyed:
            texts[name].sort(key=lambda row: [row.get(column.name) or "" for column in TABLES[name].columns])
    decisions = [(references.only_name(iri), spare, "same") for iri, spare in joined]
    decisions += [(a, b, "different") for a, b in different]
    texts["same"] = [{"a": a, "b": b, "decision": decision} for a, b, decision in decisions]
    return texts


def _plain(cell: Cell) -> str | None:
    if isinstance(cell, list):
        # A cell that began with = would be taken for a formula.
        return ";".join(sorted(cell, key=lambda text: text.startswith("="))) or None
    if isinstance(cell, bool):
        return "yes" if cell else None
    return cell if cell is None or isinstance(cell, str) else number_text(cell)


def _cell(row: Row, column: Column, references: References) -> str | None:
    cell = row[column.name]
    if column.name == "makes_tie" and row.get("scheme") == "role":
        return "yes" if cell else "no"
    if column.name == "broader" and "scheme" in row and isinstance(cell, str):
        return concept_cell(cell, str(row["scheme"]))
    if column.name == "value" and "property" in row:
        return _fact(row, references)
    if column.kind not in ("refers", "concept") or cell is None:
        return _plain(cell)
    iris = cell if isinstance(cell, list) else [str(cell)]
    return ";".join(name for iri in iris if (name := references.cell(iri, column)) is not None) or None


def _fact(row: Row, references: References) -> str | None:
    """Return a fact's value as the column says it that its property names."""
    value, word = row["value"], str(row["about"]).rsplit("/", 2)[-2]
    for table in TABLES.values():
        if table.word == word and not table.keyed and isinstance(value, str):
            column = next((column for column in table.columns if column.name == row["property"]), None)
            if column is not None and column.kind in ("refers", "concept"):
                return references.cell(value, column)
    return _plain(value)


def texts_of_folder(folder: Path, base: str) -> dict[str, list[TextRow]]:
    """
    Return the rows of a project folder, notes and columns of its own among them.

    References are by id. What the project suppresses is left out.

    Raises
    ------
    InputError
        The tables are faulty.
    """
    project = read_project(folder, concept_names())
    files, _, _ = table_files(folder, TABLES)
    before, after = References(base), References(base)
    rows: dict[str, list[tuple[Mapping[str, Cell], TextRow]]] = {}
    for name, path in files.items():
        if project.raws is None:
            raw, _ = read_table(path, TABLES[name])
        elif name in project.raws:
            raw = project.raws[name]
        else:
            continue
        typed = [dict(zip(raw.cells, cells, strict=True)) for cells in zip(*raw.cells.values(), strict=True)]
        by_row = dict(zip(raw.rows, typed, strict=True))
        before.add(name, ({"iri": "-", "actor": "-", **row} for row in typed))
        if name in project.frames:
            kept = list(project.frames[name].iter_rows(named=True))
            rows[name] = [(row, _identified(name, by_row[row["row"]], row)) for row in kept]
            after.add(name, (_named(row, text) for row, text in rows[name]))
    texts = {
        name: [_referring(name, row, text, after) for row, text in table] for name, table in rows.items()
    }
    gone = {
        name for row in texts.get("same", ()) for name in (row["a"], row["b"]) if name and before.known(name)
    }
    gone = {name for name in gone if not after.known(name)}
    texts["same"] = [row for row in texts.get("same", ()) if not {row["a"], row["b"]} & gone]
    return texts


def _named(row: Mapping[str, Cell], text: TextRow) -> TextRow:
    """Put the IRI in the place of the actor that has a name."""
    actor = row.get("actor")
    return {**text, "actor": actor if isinstance(actor, str) else None}


def _identified(name: str, text: Mapping[str, str | None], row: Mapping[str, Cell]) -> TextRow:
    """Write the id that a label gives, and the IRI."""
    table = TABLES[name]
    named = table.word is not None and not table.keyed
    given = {"id": text.get("id") or slug(text.get("label") or "")} if named else {}
    return {"iri": str(row["iri"]), **text, **given}


def _referring(name: str, row: Mapping[str, Cell], text: TextRow, references: References) -> TextRow:
    """Write references as ids; leave out what is suppressed."""
    written = dict(text)
    for column in TABLES[name].columns:
        if column.name not in text:
            continue
        if column.kind == "refers":
            cell = row[column.name]
            iris = cell if isinstance(cell, list) else [] if cell is None else [str(cell)]
            ids = [references.cell(iri, column) for iri in iris]
            written[column.name] = text[column.name] if None in ids else ";".join(map(str, ids)) or None
        elif column.name in _EVIDENCE and row[column.name] is None:
            written[column.name] = None
    return written
