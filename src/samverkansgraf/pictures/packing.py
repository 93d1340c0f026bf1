"""What a page says of its nodes and links, each fact and each piece of evidence written once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.pictures.content import NodeContent, Part
    from samverkansgraf.pictures.facts import Fact
    from samverkansgraf.pictures.filters import FilterKeys
    from samverkansgraf.pictures.proofs import Proof


class Packed:
    """
    Facts and proofs of a page, known by their numbers from then on.

    ``facts`` are (term, values, whether they are the project's own words), ``proofs`` are (phrase, facts).
    """

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.facts: list[tuple[int, list[str], int]] = []
        self.proofs: list[tuple[str | None, list[int]]] = []
        self._numbers: dict[Any, int] = {}

    def node(self, about: NodeContent) -> dict[str, Any]:
        """Return a node's words, without what is empty."""
        said = {
            "summary": about.summary,
            "aliases": about.aliases,
            "facts": self._facts(about.facts),
            "evidence": self._proofs(about.evidence),
        }
        return {key: value for key, value in said.items() if value}

    def part(self, part: Part, keys: FilterKeys) -> list[Any]:
        """Return a participation: role, certainty, facts, evidence and years, without what is empty at the end."""
        packed: list[Any] = [
            keys.roles[part.role],
            keys.certainties[part.certainty],
            self._facts(part.facts),
            self._proofs(part.evidence),
        ]
        if part.years != (None, None):
            packed.append(part.years)
        return packed

    def _facts(self, facts: Iterable[Fact]) -> list[int]:
        return [self._fact(fact) for fact in facts]

    def _fact(self, fact: Fact) -> int:
        key = (fact.term, *fact.values, fact.own)
        if key not in self._numbers:
            self._numbers[key] = len(self.facts)
            self.facts.append((self._term(fact.term), fact.values, int(fact.own)))
        return self._numbers[key]

    def _term(self, term: str) -> int:
        if ("term", term) not in self._numbers:
            self._numbers["term", term] = len(self.terms)
            self.terms.append(term)
        return self._numbers["term", term]

    def _proofs(self, proofs: Iterable[Proof]) -> list[int]:
        numbers = []
        for proof in proofs:
            facts = self._facts(proof.facts)
            key = ("proof", proof.quote, tuple(facts))
            if key not in self._numbers:
                self._numbers[key] = len(self.proofs)
                self.proofs.append((proof.quote, facts))
            numbers.append(self._numbers[key])
        return numbers
