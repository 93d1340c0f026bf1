"""A graph as a project folder: the tables it could be built from again."""

from __future__ import annotations

import csv
import io
import json
import logging
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.export.references import concept_cell
from samverkansgraf.export.rows_of_quads import rows_of_quads
from samverkansgraf.export.statements import stated
from samverkansgraf.export.text_rows import texts_of_folder, texts_of_rows
from samverkansgraf.graph.all_quads import stored_quads
from samverkansgraf.graph.build import text_file
from samverkansgraf.graph.mapping import quads_of_tables
from samverkansgraf.graph.vocabulary_graph import concept_names
from samverkansgraf.tables import read_project
from samverkansgraf.tables.columns import REQUIRED_TABLES, TABLES
from samverkansgraf.tables.new_folder import refuse_what_is_there, write_new_folder
from samverkansgraf.tables.reading import table_files
from samverkansgraf.tables.settings import FILE
from samverkansgraf.vocabulary import RESULTS_GRAPH, iri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import Literal

    from samverkansgraf.export.references import TextRow
    from samverkansgraf.graph import KnowledgeGraph
    from samverkansgraf.project import Settings
    from samverkansgraf.tables.suppression import LeftOut

_log = logging.getLogger(__name__)
_README: Final = "README.md"
_SHOWN: Final = 3
#: Said of a source where its text is at hand when the graph is built.
_OF_TEXTS: Final = (iri("schema:sha256"),)


def write_tables(
    graph: KnowledgeGraph, folder: Path, *, before: Callable[[Mapping[str, bytes]], None] | None = None
) -> list[Path]:
    """
    Write a graph as a project folder that builds to the same statements.

    Parameters
    ----------
    graph
        The graph. One opened from a project folder keeps that project's notes, columns and tables of
        its own, README and texts. Of others, the checksums and positions that a text at hand gives are
        left out, and so is what this package did not write, which is logged as a warning.
    folder
        A new or empty folder.
    before
        Given the files before any is written; what it raises is raised.

    Returns
    -------
    The files written: CSV in UTF-8 with a byte order mark, references as ids, a row for each evidence.

    Raises
    ------
    UsageError
        The folder is not empty or cannot be written; or the graph keeps no named graphs, so that
        nobody can tell which source says what.
    """
    refuse_what_is_there(folder)
    if graph.folder is not None:
        files = _files_of_folder(graph, graph.folder)
        if before is not None:
            before(files)
        return write_new_folder(folder, files)
    quads = stored_quads(graph.store).filter(~pl.col("graph").str.ends_with(f"/{RESULTS_GRAPH}"))
    statements = stated(quads, graph.settings.base)
    if statements.is_empty():
        remedy = "write it as TriG, N-Quads or JSON-LD and name that file"
        raise UsageError(f"the graph keeps no named graphs, so which source says what is lost; {remedy}")
    rows, joined = rows_of_quads(quads, base=graph.settings.base, language=graph.settings.language)
    texts = texts_of_rows(rows, base=graph.settings.base, joined=joined, different=graph.different)
    published = [c for c in ("note", "by") if any(row.get(c) for table in texts.values() for row in table)]
    files = {FILE: _settings_text(graph.settings, published).encode(), **_table_files(texts)}
    if before is not None:
        before(files)
    written = write_new_folder(folder, files)
    if graph.renaming is None:  # else what is keyed by its cells has other keys, and nothing is lost
        _tell_what_is_lost(folder, statements.filter(pl.col("subject") != graph.settings.base))
    return written


def _files_of_folder(graph: KnowledgeGraph, source: Path) -> dict[str, bytes]:
    """Return every file of a project but its texts that nobody names."""
    texts = texts_of_folder(source, graph.settings.base)
    _, others, _ = table_files(source, TABLES)
    left = graph.left_out
    settings = (source / FILE).read_bytes() if left is None else _settings_text(graph.settings, ()).encode()
    beside = {path.name: path.read_bytes() for path in others}
    if (source / _README).is_file():
        beside[_README] = (source / _README).read_bytes()
    for row in texts.get("sources", ()):
        name = row.get("file")
        if name and (path := text_file(name, source, None)) is not None:
            beside[str(path.relative_to(source.resolve()))] = path.read_bytes()
    if left is not None:
        harmless = {name for name, data in beside.items() if _names_nothing(name, data, left)}
        if fewer := len(beside) - len(harmless):
            _log.warning(
                "%d files beside the tables may hold what suppress leaves out, and are not written", fewer
            )
        beside = {name: data for name, data in beside.items() if name in harmless}
    return {FILE: settings, **_table_files(texts), **beside}


def _names_nothing(name: str, data: bytes, left: LeftOut) -> bool:
    """Tell whether a file is a text that names nothing of what is left out."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return "\0" not in text and not left.mentions.in_address(name) and not left.mentions.holds(text)


def _table_files(texts: dict[str, list[TextRow]]) -> dict[str, bytes]:
    return {
        f"{name}.csv": _csv(_columns(name, rows), rows)
        for name in TABLES
        if (rows := texts.get(name, [])) or name in REQUIRED_TABLES
    }


def _columns(name: str, rows: Iterable[TextRow]) -> list[str]:
    """Return the columns that are required or hold anything; those the table does not list come last."""
    listed = TABLES[name].columns
    filled = {
        column: None for row in rows for column, cell in row.items() if cell is not None and column != "iri"
    }
    own = {column: None for row in rows for column in row if column != "iri"}
    known = [column.name for column in listed if column.required or column.name in filled]
    known.sort(key=lambda column: column != "id")
    names = {column.name for column in listed}
    return [*known, *(column for column in own if column not in names)]


def _csv(columns: Sequence[str], rows: Iterable[TextRow]) -> bytes:
    buffer = io.StringIO()
    # A header in quotation marks tells no wrong delimiter.
    csv.writer(buffer, lineterminator="\n", quoting=_quoting(columns)).writerow(columns)
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([row.get(column) or "" for column in columns] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _quoting(columns: Iterable[str]) -> Literal[0, 1]:
    return csv.QUOTE_ALL if any(mark in column for column in columns for mark in ";\t") else csv.QUOTE_MINIMAL


def _settings_text(settings: Settings, published: Sequence[str]) -> str:
    """Return the settings as TOML, whose texts are written as JSON's are."""
    bounds = settings.bounds
    given: dict[str, object] = {
        "districts": [iri.rsplit("/", 1)[-1] for iri in bounds.districts],
        "themes": [iri.rsplit("/", 1)[-1] for iri in bounds.themes],
        "sectors": [concept_cell(iri, "sector") for iri in bounds.sectors],
    }
    given = {key: value for key, value in given.items() if key in bounds.typed}
    given |= {"district_total": bounds.district_total, "district_source": bounds.district_source}
    given |= {"from": bounds.start, "to": bounds.end}
    head = {"name": settings.name, "base": settings.base, "language": settings.language}
    lines = [f"{key} = {_toml(value)}" for key, value in head.items()]
    lines += [
        "",
        "[bounds]",
        *(f"{key} = {_toml(value)}" for key, value in given.items() if value is not None),
    ]
    if columns := list(dict.fromkeys([*settings.publish_columns, *published])):
        lines += ["", "[publish]", f"columns = {_toml(columns)}"]
    contact = {key: value for key, value in asdict(settings.contact).items() if value not in (None, ())}
    if contact:
        lines += ["", "[contact]", *(f"{key} = {_toml(value)}" for key, value in contact.items())]
    need = {key: value for key, value in asdict(settings.need).items() if value not in ((), None)}
    if settings.need.never_alone == ():
        need["never_alone"] = ()
    if need:
        lines += ["", "[need]", *(f"{key} = {_toml(value)}" for key, value in need.items())]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _tell_what_is_lost(folder: Path, statements: pl.DataFrame) -> None:
    """Read back what was written, and log what the graph said and the tables do not."""
    try:
        made = quads_of_tables(read_project(folder, concept_names()))
    except InputError as error:
        _log.warning("%s must be corrected by hand before it can be built:\n%s", folder, error)
        return
    of_texts = pl.col("predicate").is_in(_OF_TEXTS) | pl.col("object").str.ends_with("#position")
    of_texts |= pl.col("subject").str.ends_with("#position")
    lost = statements.filter(~of_texts).join(made, on=statements.columns, how="anti").sort(statements.columns)
    if lost.height:
        shown = "; ".join(" ".join(row[:3]) for row in lost.head(_SHOWN).iter_rows())
        _log.warning("%d statements have no room in the tables and are left out, as %s", lost.height, shown)
