"""
Several measures of one graph, taken in every other world while its network is at hand.

A network that lacks a source or holds other initiatives is made once for all of them, and what is made of it,
its arrays or its shortest paths, serves them all.
"""

from __future__ import annotations

from functools import cached_property
from math import nan
from typing import TYPE_CHECKING, Literal

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.measures.registry import MEASURES, Measure
from samverkansgraf.measures.scenarios import Scenario, scenarios
from samverkansgraf.measures.uncertainty.worlds import World, Worlds, worlds_measured
from samverkansgraf.ties import DEFAULT_SELECTION, Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import networkx as nx

    from samverkansgraf.frames import Frames
    from samverkansgraf.network import Side

#: How many times initiatives are drawn for a bootstrap interval, unless said.
DRAWS = 200


class Together:
    """
    Measures that are asked for of the same graph.

    Parameters
    ----------
    frames
        The graph.
    whole
        Names of measures of the whole network.
    nodes
        Names of measures of nodes, and of whose.
    selection
        Which participations count, and as whose.
    seed
        Of the draws, and of measures in which chance takes part.
    draws
        How many times initiatives are drawn.

    Raises
    ------
    UsageError
        There is no such measure, or not of this side.
    """

    def __init__(
        self,
        frames: Frames,
        *,
        whole: Sequence[str] = (),
        nodes: Sequence[tuple[str, Side]] = (),
        selection: Selection = DEFAULT_SELECTION,
        seed: int = 1,
        draws: int = DRAWS,
    ) -> None:
        self.frames, self.selection, self.seed, self.draws = frames, selection, seed, draws
        self.whole = [whole_measure(name) for name in whole]
        self.nodes = {(name, of): _node_measure(name, of) for name, of in nodes}

    @cached_property
    def scenes(self) -> list[Scenario]:
        """The network asked for, and those of other certainties."""
        return scenarios(self.frames, self.selection)

    @cached_property
    def worlds(self) -> Mapping[tuple[str, Side] | None, Worlds]:
        """What was measured in other worlds, by measure and side; of the whole network, all under ``None``."""
        taken: dict[tuple[str, Side] | None, Callable[[nx.Graph[str], World], dict[str, float] | None]] = {
            asked: self._of_nodes(measure, asked[1])
            for asked, measure in self.nodes.items()
            if measure.uncertainty != "scenarios"
        }
        if self.whole:
            taken[None] = self._of_whole
        drawn = bool(self.whole) or any(map(_drawn, self.nodes.values(), (of for _, of in self.nodes)))
        return worlds_measured(
            self.frames,
            self.scenes[0].network,
            self.selection,
            taken,
            draws=self.draws if drawn else 0,
            seed=self.seed,
        )

    def of_whole(self, measure: Measure, network: nx.Graph[str]) -> tuple[float, str | None]:
        """Return the value of a whole network, and the words of a measure that refuses it."""
        try:
            return measure.of_whole(network, seed=self.seed), None
        except UsageError as refusal:
            return nan, str(refusal)

    def _of_nodes(
        self, measure: Measure, of: Side
    ) -> Callable[[nx.Graph[str], World], dict[str, float] | None]:
        def taken(network: nx.Graph[str], world: World) -> dict[str, float] | None:
            if world == "drawn" and not _drawn(measure, of):
                return None
            return measure.of_nodes(network, of=of, seed=self.seed)

        return taken

    def _of_whole(self, network: nx.Graph[str], world: World) -> dict[str, float]:
        allowed = ("all", "no bootstrap") if world == "without" else ("all",)
        return {
            measure.name: self.of_whole(measure, network)[0]
            for measure in self.whole
            if measure.uncertainty in allowed
        }


def whole_measure(name: str) -> Measure:
    """
    Return a measure of the whole network by its name.

    Raises
    ------
    UsageError
        There is none; the nearest name is suggested.
    """
    return _measure(name, "whole")


def whole_measures() -> list[str]:
    """Return the names of all measures of the whole network."""
    return [name for name, measure in MEASURES.items() if measure.level == "whole"]


def _node_measure(name: str, of: Side) -> Measure:
    chosen = _measure(name, "node")
    if of not in chosen.sides:
        raise UsageError(f"measure {name!r} is one of {' and '.join(chosen.sides)}, not of {of}")
    return chosen


def _measure(name: str, level: Literal["node", "whole"]) -> Measure:
    known = [measure.name for measure in MEASURES.values() if measure.level == level]
    if name in known:
        return MEASURES[name]
    wanted = "nodes" if level == "node" else "the whole network"
    if name in MEASURES:
        raise UsageError(f"measure {name!r} is not one of {wanted}; use one of {', '.join(known)}")
    remedy = did_you_mean(name, known) or f"use one of {', '.join(known)}"
    raise UsageError(f"measure {name!r} of {wanted} is unknown; {remedy}")


def _drawn(measure: Measure, of: Side) -> bool:
    """Return whether a measure has a bootstrap interval: initiatives are what is drawn, so they have none."""
    return measure.uncertainty == "all" and of == "actors"
