"""What the rows of each table of results are of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Keys:
    """
    What a row of a table is of; without any, the table is one row, of the whole network.

    ``nodes`` are its columns of IRIs and their terms, any of which may be null; ``categories`` its other
    keys. ``choices`` are those that do not stand in the table and must be told, ``constants`` those that stand in
    columns of their own, beside :data:`~samverkansgraf.results.observations.PARAMETER_COLUMNS`. With ``by_label`` pairs are named
    by labels; with ``cells`` the rows are of those dimensions of coverage that have a column, by labels, and ``within`` are
    dimensions without a column whose cells a row sums up. ``told`` are columns
    whose things are named by another key, ``numbered`` is the key that a row's place in the table is.
    """

    nodes: Mapping[str, str] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    constants: tuple[str, ...] = ()
    by_label: bool = False
    cells: bool = False
    within: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    numbered: str | None = None


_PAIR: Final = {"actor_a": "firstActor", "actor_b": "secondActor"}
_NODE: Final = {"id": "ofNode"}
_THING: Final = {"id": "ofThing"}

#: Table of the network -> what its rows are of.
NETWORK_KEYS: Final[Mapping[str, Keys]] = {
    "tested-pairs": Keys(_PAIR, by_label=True),
    "backbone": Keys(_PAIR, by_label=True),
    "community-ties": Keys(_PAIR),
    "cutpoints": Keys(_NODE),
    "bridges": Keys({"actor": "ofNode", "initiative": "otherNode"}),
    "brokerage": Keys(_NODE, ("role",)),
    "brokerage-two-mode": Keys(_NODE, ("role",)),
    "arcs": Keys({"from": "ofNode", "to": "otherNode"}, ("relation",)),
    "governance": Keys({"initiative": "ofNode"}),
    "communities": Keys({"actor": "ofNode"}),
    "community-runs": Keys(),
    "core": Keys(_NODE),
    "modules": Keys(_NODE),
    "small-world": Keys(),
    "mixing": Keys(categories=("group_a", "group_b")),
    "ei-test": Keys(),
    "ei-groups": Keys(categories=("group",)),
    "chance": Keys(categories=("measure", "null")),
    "change": Keys({"id": "ofNode", "id_b": "otherNode"}, ("kind", "change"), choices=("from", "to")),
    "change-summary": Keys(categories=("kind",), constants=("from", "to")),
    "layers": Keys(categories=("layer_a", "layer_b")),
    "layers-regression": Keys(categories=("outcome", "term")),
    "multiplexity": Keys(categories=("layer",)),
    "cug": Keys(categories=("statistic", "given")),
    "beside": Keys(categories=("measure",), choices=("a", "b")),
}

#: Table of coverage, of a plan or of a what-if -> what its rows are of.
CELL_KEYS: Final[Mapping[str, Keys]] = {
    "dependence": Keys(_THING, ("rests_on",), cells=True, told=("name",)),
    "overlaps": Keys(
        {"id_a": "ofNode", "id_b": "otherNode"}, cells=True, told=("initiative_a", "initiative_b")
    ),
    "older-than": Keys(cells=True, choices=("years", "as of")),
    "gaps": Keys(cells=True, within=("theme",)),
    "expected": Keys(cells=True),
    "equity": Keys(categories=("index",)),
    "lorenz": Keys(numbered="point"),
    "coding": Keys(cells=True, told=("in_words",)),
    "plan-picks": Keys(categories=("plan", "pick"), cells=True, choices=("budget",)),
    "plan-groups": Keys(cells=True, within=("theme",), choices=("budget",)),
    "plan-plans": Keys(categories=("plan",), choices=("budget",)),
    "plan-searches": Keys(categories=("search", "kind"), cells=True, choices=("budget",)),
    "simulate-initiatives": Keys({"initiative": "ofNode"}),
    "simulate-cells": Keys(cells=True),
    "simulate-districts": Keys(cells=True),
    "simulate-themes": Keys(cells=True),
    "simulate-actors": Keys({"actor": "ofNode"}),
    "simulate-ties": Keys(_PAIR),
    "simulate-agreements": Keys({"agreement": "ofThing"}),
    "simulate-claims": Keys({"claim": "ofThing"}, told=("text",)),
    "simulate-network": Keys(categories=("measure",)),
    "simulate-each": Keys(_THING, ("kind",)),
    "simulate-curve": Keys({"actor": "ofNode"}, ("order", "removed")),
    "simulate-ending": Keys({"agreement": "ofThing"}),
}

#: Every table -> what its rows are of.
TABLE_KEYS: Final[Mapping[str, Keys]] = {**NETWORK_KEYS, **CELL_KEYS}
