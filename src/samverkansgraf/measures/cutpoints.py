"""What hangs on one node or on one participation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.network import nodes_of

if TYPE_CHECKING:
    import networkx as nx

_S: Final = pl.String()
_LIST: Final = pl.List(pl.String())


def cutpoints(network: nx.Graph[str]) -> pl.DataFrame:
    """
    Return the nodes without which their component falls apart, and what comes loose.

    Parameters
    ----------
    network
        Two-mode network.

    Returns
    -------
    cutpoints
        Columns ``id, label, kind, parts`` (into how many the rest of its component falls), ``cut_off`` (the
        nodes outside the largest of these parts; of several largest the one with the first IRI
        counts as what remains) and ``cut_off_labels`` in the same order. Those that cut off most come
        first, then by label and id.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Mimer", "På lika villkor")])
    >>> cutpoints(network).select("id", "cut_off").rows()
    [('EST', ['Polisen']), ('Mimer', ['På lika villkor'])]
    """
    nodes_of(network, "actors")
    walk = _walk(network)
    rows = []
    for position, node in enumerate(walk.order):
        parts = walk.parts_without(position)
        if len(parts) > 1:
            kind = network.nodes[node]["kind"]
            rows.append((node, _label(network, node), kind, len(parts), walk.cut_off(parts)))
    rows.sort(key=lambda row: (-len(row[4]), row[1], row[0]))
    return pl.DataFrame(
        [(*row, [_label(network, other) for other in row[4]]) for row in rows],
        schema={
            "id": _S,
            "label": _S,
            "kind": _S,
            "parts": pl.Int64(),
            "cut_off": _LIST,
            "cut_off_labels": _LIST,
        },
        orient="row",
    )


def bridges(network: nx.Graph[str]) -> pl.DataFrame:
    """
    Return the participations without which a component falls in two, and what comes loose.

    Parameters
    ----------
    network
        Two-mode network.

    Returns
    -------
    bridges
        Columns ``actor, initiative, actor_label, initiative_label``, ``cut_off`` (the nodes of the smaller
        part; of two equal ones the part without the first IRI) and ``cut_off_labels``. Those
        that cut off most come first, then by the labels and ids.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    nodes_of(network, "actors")
    walk = _walk(network)
    rows = []
    for child, parent in enumerate(walk.parent):
        if parent is None or walk.low[child] <= parent:
            continue
        ends = (walk.order[child], walk.order[parent])
        actor, initiative = sorted(ends, key=lambda node: str(network.nodes[node]["kind"]))
        below = [(child, child + walk.size[child])]
        loose = walk.cut_off([below, walk.rest_of_component(child, below)])
        rows.append((actor, initiative, _label(network, actor), _label(network, initiative), loose))
    rows.sort(key=lambda row: (-len(row[4]), row[2], row[3], row[0], row[1]))
    return pl.DataFrame(
        [(*row, [_label(network, other) for other in row[4]]) for row in rows],
        schema={
            "actor": _S,
            "initiative": _S,
            "actor_label": _S,
            "initiative_label": _S,
            "cut_off": _LIST,
            "cut_off_labels": _LIST,
        },
        orient="row",
    )


#: A part of the network as stretches of the order of a walk: from, up to and without.
_Part = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Walk:
    """
    A depth-first walk (Hopcroft & Tarjan 1973, doi:10.1145/362248.362272).

    Whatever is first reached through a node comes directly after it in ``order``: ``size`` nodes with itself.
    ``low`` is the earliest position that these have an edge to, but for the edge they were reached by.
    """

    order: list[str]
    start: list[int]
    parent: list[int | None]
    children: list[list[int]]
    low: list[int]
    size: list[int]

    def parts_without(self, position: int) -> list[_Part]:
        """Return the parts that a node's component falls into without the node."""
        apart = [
            [(child, child + self.size[child])]
            for child in self.children[position]
            if self.low[child] >= position
        ]
        itself = [(position, position + 1)]
        rest = self.rest_of_component(position, itself + [stretch for part in apart for stretch in part])
        return [*apart, rest] if rest else apart

    def rest_of_component(self, position: int, taken: _Part) -> _Part:
        """Return what is left of a node's component beside some stretches given in order."""
        here = self.start[position]
        end = here + self.size[here]
        rest = []
        for begins, ends in [*taken, (end, end)]:
            if here < begins:
                rest.append((here, begins))
            here = ends
        return rest

    def cut_off(self, parts: list[_Part]) -> list[str]:
        """Return the nodes outside the largest part, sorted; of equal parts that with the first node is kept."""
        lengths = [sum(ends - begins for begins, ends in part) for part in parts]
        largest = [part for part, length in zip(parts, lengths, strict=True) if length == max(lengths)]
        kept = largest[0] if len(largest) == 1 else min(largest, key=lambda part: min(self._nodes(part)))
        return sorted(node for part in parts if part is not kept for node in self._nodes(part))

    def _nodes(self, part: _Part) -> list[str]:
        return [node for begins, ends in part for node in self.order[begins:ends]]


def _walk(network: nx.Graph[str]) -> _Walk:
    order: list[str] = []
    start: list[int] = []
    parent: list[int | None] = []
    children: list[list[int]] = []
    position: dict[str, int] = {}
    for root in sorted(network):
        first = len(order)
        waiting: list[tuple[str, int | None]] = [(root, None)]
        while waiting:
            node, above = waiting.pop()
            if node in position:
                continue
            here = position[node] = len(order)
            order.append(node)
            start.append(first)
            parent.append(above)
            children.append([])
            if above is not None:
                children[above].append(here)
            waiting.extend(
                (other, here) for other in sorted(network[node], reverse=True) if other not in position
            )
    low = list(range(len(order)))
    size = [1] * len(order)
    for here in reversed(range(len(order))):
        above = parent[here]
        reached = (position[other] for other in network[order[here]])
        low[here] = min([low[here], *(there for there in reached if there != above)])
        if above is not None:
            low[above] = min(low[above], low[here])
            size[above] += size[here]
    return _Walk(order, start, parent, children, low, size)


def _label(network: nx.Graph[str], node: str) -> str:
    return str(network.nodes[node].get("label") or node)
