"""HXL-tagged 3W tables (who does what, where), as CSV, XLSX or ODS: every row is evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.importers.hxl_columns import columns_of
from samverkansgraf.importers.hxl_places import Places
from samverkansgraf.importers.hxl_rows import read_rows
from samverkansgraf.importers.hxl_tags import read_tagged
from samverkansgraf.importers.writing import csv_bytes, label_ids, not_stated
from samverkansgraf.tables.blank import settings_text
from samverkansgraf.tables.cells import plain_value
from samverkansgraf.tables.identity import slug
from samverkansgraf.tables.names import find_concept
from samverkansgraf.tables.new_folder import refuse_what_is_there, write_new_folder
from samverkansgraf.tables.reading import SUFFIXES
from samverkansgraf.tables.settings import FILE
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from samverkansgraf.importers.hxl_rows import Row
    from samverkansgraf.project import Language
    from samverkansgraf.tables.names import ConceptNames

    Table = list[dict[str, str | None]]


@dataclass(frozen=True, slots=True)
class ImportedHxl:
    """
    The files written, the tags of the columns that were left alone, and by tag how many cells were read as empty.

    These hold a spreadsheet's error, such as ``#N/A``.
    """

    files: list[Path]
    left_alone: tuple[str, ...]
    errors: Mapping[str, int]


def import_hxl(
    path: Path,
    folder: Path,
    *,
    title: str,
    concepts: ConceptNames,
    initiative: str | None = None,
    url: str | None = None,
    date: str | None = None,
    base: str | None = None,
    language: Language = "en",
) -> ImportedHxl:
    """
    Make a project folder of an HXL-tagged table of who does what, where and when.

    Parameters
    ----------
    path
        A CSV (UTF-8), XLSX or ODS file; titles and headings above the tag row are passed over.
    folder
        A new or empty folder.
    title, url, date
        Of the file as a source; the date is EDTF.
    concepts
        The accepted names of roles, sectors and statuses.
    initiative
        The tag of the column that tells initiatives apart, as ``#meta+id``; without it ``#activity+id``, ``#project+id``
        or ``#meta+id``; without these, rows with the same organisations, activity and sector are one initiative.
    base
        The web address that things' own addresses begin with.
    language
        Of the labels in the file.

    Returns
    -------
    imported
        ``#org`` is an actor, whose role is its attribute (``+funder``, ``+lead`` or ``+prog``, ``+impl`` or ``+partner``; else Involved:
        takes part, in a form not said) and whose sector is ``#org+type``; ``#activity`` or ``#project`` an initiative; ``#sector``
        and ``#subsector`` its themes; ``#country``, ``#adm1`` … ``#adm5`` and ``#loc`` districts within one another, known by their
        codes where they have any; ``#status`` and ``#date+start``, ``#date+end`` hold for the row's place. Each row is a
        participation and a placement whose evidence is the row.

    Raises
    ------
    InputError
        The file cannot be read, or tags or cells are faulty; every fault with its place.
    UsageError
        The folder is not empty or cannot be written, or an option is faulty.
    """
    refuse_what_is_there(folder)
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path.name} is no table by its name; save it as {', '.join(SUFFIXES)}")
    if date is not None and (fault := plain_value(date, "date")[1]) is not None:
        raise UsageError(f"--date: {fault[0]}; {fault[1]}")
    table = read_tagged(path)
    columns = columns_of(table, identity=initiative)
    places = Places(table, columns.places)
    rows, problems = read_rows(table, columns, places, concepts)
    if problems:
        raise InputError(problems)
    source = slug(path.stem) or "source"
    tables = _tables(rows, source, concepts, not_stated(language), date)
    tables["districts"] = places.rows()
    tables["sources"] = [{"id": source, "title": title, "url": url, "date": date}]
    left = tuple(str(tag) for tag in table.tags if tag.column not in columns.read())
    address = base or f"https://example.org/{slug(folder.resolve().name) or 'network'}/"
    readme = catalogue("importers", language)["hxl.readme"].format(
        title=title,
        file=path.name,
        tag_row=table.tag_row,
        left=", ".join(left) or catalogue("importers", language)["hxl.none"],
        errors=", ".join(f"{tag}: {number}" for tag, number in table.errors.items())
        or catalogue("importers", language)["hxl.none"],
    )
    files = {
        FILE: settings_text(
            name=title,
            base=address,
            language=language,
            districts=[row["id"] or "" for row in tables["districts"]],
        ).encode(),
        "README.md": readme.encode(),
    }
    files |= {f"{name}.csv": csv_bytes(name, some) for name, some in tables.items() if some}
    return ImportedHxl(write_new_folder(folder, files), left, table.errors)


def _tables(
    rows: Sequence[Row], source: str, concepts: ConceptNames, not_stated: str, date: str | None
) -> dict[str, Table]:
    orgs = {org.name: org for row in reversed(rows) for org in row.orgs}
    kinds = {org.name: org.kind for row in reversed(rows) for org in row.orgs if org.kind}
    actors = label_ids(orgs)
    sectors = {name: kinds.get(name) or not_stated for name in actors}
    unknown = {
        name for name in sectors.values() if not isinstance(find_concept(name, "sector", concepts), str)
    }
    own = label_ids(unknown, taken=concepts["sector"])
    pairs = {pair for row in rows for pair in row.themes}
    themes = label_ids({theme for theme, _ in pairs} | {broader for _, broader in pairs if broader})
    broader = {theme: above for theme, above in pairs if above}
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(row.identity, []).append(row)
    labels = _labels(groups)
    ids = label_ids(labels.values())
    tables: dict[str, Table] = {
        "actors": [
            {"id": actors[name], "label": name, "kind": "organisation",
             "sector": own.get(sectors[name], sectors[name]), "alias": orgs[name].short}
            for name in actors
        ],
        "initiatives": [
            {"id": ids[labels[identity]], "label": labels[identity], **_common(some, themes), "source": source,
             "where": f"row {some[0].number}"}
            for identity, some in groups.items()
        ],
        "themes": [
            {"id": identity, "label": label, "broader": themes.get(broader.get(label, ""))}
            for label, identity in themes.items()
        ],
        "participations": [],
        "locations": [],
        "terms": [{"scheme": "sector", "id": identity, "label": label} for label, identity in own.items()],
    }  # fmt: skip
    for row in rows:
        some = groups[row.identity]
        about: dict[str, str | None] = {
            "initiative": ids[labels[row.identity]],
            "district": row.place,
            "certainty": "Planned" if row.status == "planned" else None,
            "start": row.start,
            "end": row.end or _ended_by(row, some, date),
            "source": source,
            "where": f"row {row.number}",
        }
        tables["participations"] += [
            {"actor": actors[org.name], "role": org.role, **about, "theme": _ids(row.themes, themes)}
            for org in row.orgs
        ]
        if row.place is not None:
            tables["locations"].append(about)
    return tables


def _common(rows: Sequence[Row], themes: Mapping[str, str]) -> dict[str, str | None]:
    """Return what an initiative is by all of its rows: themes, and status and dates where no row says otherwise."""
    statuses, starts, ends = ({getattr(row, name) for row in rows} for name in ("status", "start", "end"))
    known = dict.fromkeys(pair for row in rows for pair in row.themes)
    status = "active" if "active" in statuses else statuses.pop() if len(statuses) == 1 else None
    return {
        "theme": _ids(known, themes),
        "status": status,
        "start": starts.pop() if len(starts) == 1 else None,
        "end": ends.pop() if len(ends) == 1 else None,
    }


def _ids(pairs: Iterable[tuple[str, str | None]], themes: Mapping[str, str]) -> str | None:
    return ";".join(themes[theme] for theme, _ in pairs) or None


def _ended_by(row: Row, rows: Sequence[Row], date: str | None) -> str | None:
    """Return the end of what has ended in a row's place, though not in all: by the date of the file, if it has one."""
    elsewhere = any(other.status != "ended" for other in rows)
    return f"../{date}" if row.status == "ended" and elsewhere and date and "/" not in date else None


def _labels(groups: Mapping[tuple[str, ...], Sequence[Row]]) -> dict[tuple[str, ...], str]:
    """Return a label for each initiative: what it does; with by whom, and its id, where that alone is not enough."""
    labels: dict[tuple[str, ...], str] = {}
    for attempt in (_what, _what_by_whom, _what_by_whom_and_id):
        tried = {
            identity: attempt(identity, rows[0])
            for identity, rows in groups.items()
            if identity not in labels
        }
        counts = Counter(slug(label) for label in tried.values())
        labels |= {identity: label for identity, label in tried.items() if counts[slug(label)] == 1}
    return {
        identity: labels.get(identity) or f"{rows[0].what} ({' · '.join(identity)})"
        for identity, rows in groups.items()
    }


def _what(identity: tuple[str, ...], row: Row) -> str:  # noqa: ARG001 - what is done may be label enough
    return row.what


def _what_by_whom(identity: tuple[str, ...], row: Row) -> str:  # noqa: ARG001 - and so may by whom
    return f"{row.what} ({', '.join(dict.fromkeys(org.name for org in row.orgs))})"


def _what_by_whom_and_id(identity: tuple[str, ...], row: Row) -> str:
    return f"{_what_by_whom(identity, row)[:-1]}; {identity[-1]})"
