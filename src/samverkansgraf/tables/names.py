"""What a reference may say: ids, labels and aliases of every table, and the concepts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Scheme -> accepted name in lower case -> IRI of the concept.
ConceptNames = dict[str, dict[str, str]]

_NOUNS: Final = {
    "actors": "actor", "initiatives": "initiative", "districts": "district", "themes": "theme",
    "sources": "source", "claims": "claim", "agreements": "agreement",
}  # fmt: skip


@dataclass(slots=True)
class Names:
    """Ids come before labels, labels before aliases; within one tier a name must mean one thing."""

    tiers: dict[str, tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set[str]]]] = field(
        default_factory=dict
    )

    def add(self, table: str, tier: int, name: str, iri: str) -> None:
        """Let ``name`` mean ``iri``; tier 0 is ids, 1 labels, 2 aliases."""
        self.tiers.setdefault(table, ({}, {}, {}))[tier].setdefault(name, set()).add(iri)

    def redirect(self, old: str, new: str) -> None:
        """Let every name of one thing mean another."""
        for tiers in self.tiers.values():
            for tier in tiers:
                for meanings in tier.values():
                    if old in meanings:
                        meanings.discard(old)
                        meanings.add(new)

    def meanings(self, name: str, tables: tuple[str, ...]) -> set[str]:
        """Return the IRIs a name means in these tables, in the first tier that has it."""
        for tier in range(3):
            found = {
                iri
                for table in tables
                if table in self.tiers
                for iri in self.tiers[table][tier].get(name, ())
            }
            if found:
                return found
        return set()

    def find(self, name: str, tables: tuple[str, ...]) -> str | tuple[str, str | None]:
        """Return the IRI a name means in these tables, or what is wrong and its remedy."""
        meanings = self.meanings(name, tables)
        if len(meanings) == 1:
            return meanings.pop()
        if meanings:
            return (
                f"{name!r} is the name of {len(meanings)} things",
                "write the id of the one that is meant",
            )
        known = [
            known for table in tables if table in self.tiers for tier in self.tiers[table] for known in tier
        ]
        noun = _NOUNS[tables[0]] if len(tables) == 1 else "thing"
        remedy = did_you_mean(name, known) or f"add it to the table {' or '.join(tables)}"
        return f"{noun} {name!r} is unknown", remedy


def find_concept(
    name: str, scheme: str, concepts: Mapping[str, Mapping[str, str]]
) -> str | tuple[str, str | None]:
    """Return the IRI of a concept by any of its names, or what is wrong and its remedy."""
    known = concepts.get(scheme, {})
    if (iri := known.get(name.casefold())) is not None:
        return iri
    remedy = did_you_mean(name, known) or f"known are {', '.join(sorted(known))}"
    return f"{scheme.replace('_', ' ')} {name!r} is unknown", remedy
