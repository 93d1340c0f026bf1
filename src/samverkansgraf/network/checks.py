"""What makes a network two-mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.errors import NotTwoModeError

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["NotTwoModeError", "require_two_mode"]


def require_two_mode(network: nx.Graph[str]) -> None:
    """
    Do nothing if the network is two-mode.

    Raises
    ------
    NotTwoModeError
        A node's ``kind`` is neither "actor" nor "initiative", an edge joins two nodes of one kind,
        or the edges have a direction or lie side by side.
    """
    if network.is_directed() or network.is_multigraph():
        raise NotTwoModeError(
            "network: edges with direction or several between two nodes; give a plain nx.Graph"
        )
    for node in network:
        kind = network.nodes[node].get("kind")
        if kind not in ("actor", "initiative"):
            raise NotTwoModeError(
                f"network, node {node!r}: kind is {kind!r}; set it to 'actor' or 'initiative'",
            )
    for one, other in network.edges():
        kind = network.nodes[one]["kind"]
        if kind == network.nodes[other]["kind"]:
            raise NotTwoModeError(
                f"network, edge {one!r} – {other!r}: both are of kind {kind}; "
                "join actors with initiatives only, or take the projection's own measures",
            )
