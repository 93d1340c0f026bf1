"""What is known of a measure besides its value: definition, formula, range, reading, caveats, works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from samverkansgraf.texts import EachLanguage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx

    from samverkansgraf.measures.works import Work
    from samverkansgraf.network import Side
    from samverkansgraf.project import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """
    One measure of nodes or of the whole network.

    Attributes
    ----------
    name
        The same in commands, Python, RDF and reports.
    level
        Whether it has a value for each node or one for the network.
    function
        Takes a two-mode network, a node measure also ``of="actors"|"initiatives"``, a ``seeded`` one also
        ``seed``; returns node -> number, or a number.
    network
        What it is taken in: the two-mode network, the projection onto one kind, or arcs between actors
        that roles give.
    sides
        Whose values a node measure has.
    unit, value_range, normalisation
        As an English phrase each; ``value_range`` as "0–1".
    works
        Where it is from; the first is the one to cite.
    fewest
        The fewest actors for which the value says something; below it a report gives words instead.
    seeded
        Whether chance takes part, repeatable by ``seed``.
    uncertainty
        Over which worlds a value is computed anew: ``"all"``; ``"no bootstrap"`` where an initiative that is
        drawn twice would be measured for being a copy, as in clustering; ``"scenarios"`` where it takes too
        long for more worlds than those of certainty.
    """

    name: str
    level: Literal["node", "whole"]
    function: Callable[..., Any]
    network: Literal["two-mode", "projection", "directed"]
    unit: str
    value_range: str
    normalisation: str
    works: tuple[Work, ...]
    sides: tuple[Side, ...] = ("actors", "initiatives")
    fewest: int = 0
    seeded: bool = False
    uncertainty: Literal["all", "no bootstrap", "scenarios"] = "all"

    @property
    def definition(self) -> Mapping[Language, str]:
        """What it is, by language."""
        return self._words("definition")

    @property
    def formula(self) -> Mapping[Language, str]:
        """How it is computed."""
        return self._words("formula")

    @property
    def reading(self) -> Mapping[Language, str]:
        """How to read it."""
        return self._words("reading")

    @property
    def caveats(self) -> Mapping[Language, str]:
        """What to beware of; may be empty."""
        return self._words("caveats", needed=False)

    @property
    def undefined(self) -> Mapping[Language, str]:
        """Why a value is ``nan``; empty for a measure that always has a value."""
        return self._words("undefined", needed=False)

    def _words(self, what: str, *, needed: bool = True) -> Mapping[Language, str]:
        return cast(
            "Mapping[Language, str]", EachLanguage("measures", f"measure.{self.name}.{what}", needed=needed)
        )

    @property
    def citation(self) -> str:
        """The work to cite, in one line."""
        return self.works[0].citation

    @property
    def doi(self) -> str | None:
        """The DOI of the work to cite, where it has one."""
        return self.works[0].doi

    def of_nodes(self, network: nx.Graph[str], *, of: Side = "actors", seed: int = 1) -> dict[str, float]:
        """Return the value of each node of one side."""
        chance = {"seed": seed} if self.seeded else {}
        values: dict[str, float] = self.function(network, of=of, **chance)
        return values

    def of_whole(self, network: nx.Graph[str], *, seed: int = 1) -> float:
        """Return the value of the network."""
        chance = {"seed": seed} if self.seeded else {}
        return float(self.function(network, **chance))
