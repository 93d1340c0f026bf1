"""What a cell says in the place of an IRI: an id, or the first name that means only one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.tables.columns import TABLES
from samverkansgraf.tables.names import Names
from samverkansgraf.vocabulary import CONCEPTS, SG_NS, sg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkansgraf.tables.columns import Column

#: A row of a table as texts; ``iri`` is the thing it is about.
TextRow = dict[str, str | None]

_EVERYWHERE: Final = frozenset(sg(name) for name in CONCEPTS["everywhere"])


class References:
    """Turns IRIs into the names that the cells of one project's tables know them by."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._names = Names()
        self._of: dict[str, list[str]] = {}
        self._found: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def add(self, table: str, rows: Iterable[Mapping[str, str | None]]) -> None:
        """Let the rows of a table be referred to; rows of ``names`` give actors the names they had."""
        for row in rows:
            if table == "names":
                self._name("actors", 2, row.get("name"), row["actor"])
            elif TABLES[table].word is not None and not TABLES[table].keyed:
                self._name(table, 0, row.get("id"), row["iri"])
                self._name(table, 1, row.get("label"), row["iri"])
                for alias in (row.get("alias") or "").split(";"):
                    self._name(table, 2, alias.strip(), row["iri"])
                self._name(table, 2, row.get("label_en"), row["iri"])

    def _name(self, table: str, tier: int, name: str | None, iri: str | None) -> None:
        if name and iri:
            self._names.add(table, tier, name, iri)
            if name not in self._of.setdefault(iri, []):
                self._of[iri].append(name)

    def known(self, name: str) -> bool:
        """Return whether any thing has this name."""
        return any(name in tier for tiers in self._names.tiers.values() for tier in tiers)

    def only_name(self, iri: str) -> str:
        """Return a name that no thing of another table has; the id where there is none."""
        identity: str = iri.rsplit("/", 1)[-1]
        for name in [identity, *self._of.get(iri, [])]:
            meanings = [self._names.find(name, (table,)) for table in self._names.tiers]
            if [meaning for meaning in meanings if isinstance(meaning, str)] == [iri]:
                return name
        return identity

    def cell(self, iri: str, column: Column) -> str | None:
        """Return what a cell of this column says for an IRI; ``None`` where nothing would mean it."""
        if iri in _EVERYWHERE:
            return "*"
        if column.kind == "concept":
            return concept_cell(iri, column.to[0])
        key = (iri, column.to)
        if key not in self._found:
            candidates = [iri.rsplit("/", 1)[-1], *self._of.get(iri, ())]
            means = (name for name in candidates if self._names.find(name, column.to) == iri)
            self._found[key] = next(means, None)
        return self._found[key]


def concept_cell(iri: str, scheme: str) -> str:
    """
    Return the bare name of a concept, a status without its prefix; of a project's own its id.

    Examples
    --------
    >>> concept_cell("https://w3id.org/samverkansgraf/ns#StatusActive", "status")
    'Active'
    """
    if not iri.startswith(SG_NS):
        return iri.rsplit("/", 1)[-1]
    name = iri.removeprefix(SG_NS)
    return name.removeprefix("Status") if scheme == "status" else name
