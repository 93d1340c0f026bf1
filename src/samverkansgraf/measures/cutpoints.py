"""What hangs on one node or on one participation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import networkx as nx
import polars as pl

from samverkansgraf.network import nodes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_S: Final = pl.String()
_LIST: Final = pl.List(pl.String())


def cutpoints(network: nx.Graph[str]) -> pl.DataFrame:
    """
    Return the nodes without which their component falls apart, and what comes loose.

    Parameters
    ----------
    network
        Two-mode network (Hopcroft & Tarjan 1973, doi:10.1145/362248.362272).

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
    rows = []
    for node in sorted(nx.articulation_points(network)):
        parts = _parts_without(network, node)
        loose = sorted(other for part in parts[1:] for other in part)
        rows.append((node, _label(network, node), network.nodes[node]["kind"], len(parts), loose))
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
    rows = []
    for edge in nx.bridges(network):
        actor, initiative = sorted(edge, key=lambda node: network.nodes[node]["kind"])
        one = _reached(network, actor, without=(actor, initiative))
        other = _reached(network, initiative, without=(actor, initiative))
        loose = sorted(_largest_first([one, other])[1])
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


def _parts_without(network: nx.Graph[str], node: str) -> list[set[str]]:
    """Return the parts of a node's component when it is gone, the largest first."""
    parts: list[set[str]] = []
    seen = {node}
    for neighbour in sorted(network[node]):
        if neighbour not in seen:
            parts.append(_reached(network, neighbour, gone=node))
            seen |= parts[-1]
    return _largest_first(parts)


def _largest_first(parts: Iterable[Collection[str]]) -> list[set[str]]:
    return [set(part) for part in sorted(parts, key=lambda part: (-len(part), min(part)))]


def _reached(
    network: nx.Graph[str], start: str, *, gone: str | None = None, without: tuple[str, str] | None = None
) -> set[str]:
    """Return the nodes that can be reached when one node, or one edge, is gone."""
    reached = {start}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for there in network[here]:
            if there in reached or there == gone or (without and {here, there} == set(without)):
                continue
            reached.add(there)
            waiting.append(there)
    return reached


def _label(network: nx.Graph[str], node: str) -> str:
    return str(network.nodes[node].get("label") or node)
