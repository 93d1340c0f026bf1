"""Give things their IRIs, and let their ids, labels and aliases be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.tables.identity import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.names import Names
    from samverkansgraf.tables.reading import RawTable
    from samverkansgraf.tables.resolved import Resolved


def minted(resolved: Resolved, base: str, names: Names, term_iris: Mapping[int, str]) -> Iterator[Problem]:
    """Fill in the IRIs of a table's rows and add its names; rows keyed by their cells get theirs later."""
    table, raw = resolved.table, resolved.raw
    nothing: list[str | None] = [None] * len(raw.rows)
    if table.name == "terms":
        resolved.iris = [term_iris.get(row, "") for row in raw.rows]
        return
    if table.word is None or table.keyed:
        resolved.iris = [""] * len(raw.rows)
        return
    labels, ids = raw.cells.get("label", nothing), raw.cells.get("id", nothing)
    identities = [given or slug(label or "") for given, label in zip(ids, labels, strict=True)]
    resolved.iris = [f"{base}{table.word}/{identity}" for identity in identities]
    yield from _clashes(raw, identities, repeats=table.repeats)
    for identity, label, iri in zip(identities, labels, resolved.iris, strict=True):
        if identity:
            names.add(table.name, 0, identity, iri)
            if label:
                names.add(table.name, 1, label, iri)
    for column, several in (("alias", True), ("label_en", False)):
        for cell, iri in zip(raw.cells.get(column, nothing), resolved.iris, strict=True):
            for name in (cell or "").split(";") if several else [cell or ""]:
                if name.strip():
                    names.add(table.name, 2, name.strip(), iri)


def _clashes(raw: RawTable, identities: list[str], *, repeats: bool) -> Iterator[Problem]:
    """Find rows that would be one thing and are not meant to be."""
    nothing: list[str | None] = [None] * len(raw.rows)
    first: dict[str, tuple[int, str | None]] = {}
    labels, ids = raw.cells.get("label", nothing), raw.cells.get("id", nothing)
    for row, given, label, identity in zip(raw.rows, ids, labels, identities, strict=True):
        if not identity:
            if label:
                yield raw.problem(
                    f"the label {label!r} gives no id", row, "id", "write an id of a–z, 0–9, '.', '_', '-'"
                )
            continue
        other, other_label = first.setdefault(identity, (row, label))
        if other == row or (repeats and label in {other_label, None}):
            continue
        if given or label == other_label:
            message, remedy = (
                f"the id {identity!r} stands in row {other} too",
                "make it one row, or give another id",
            )
            yield raw.problem(message, row, "id" if given else "label", remedy)
        else:
            message = f"{label!r} gives the id {identity!r}, as row {other} does"
            yield raw.problem(message, row, "label", "write an id for each")


def add_former_names(raws: Mapping[str, RawTable], names: Names) -> None:
    """Let bodies be referred to by the names they had."""
    raw = raws.get("names")
    if raw is None:
        return
    for actor, name in zip(raw.cells.get("actor", []), raw.cells.get("name", []), strict=True):
        if actor and name and isinstance(iri := names.find(actor, ("actors",)), str):
            names.add("actors", 2, name, iri)
