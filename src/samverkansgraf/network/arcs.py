"""
Ties with a direction, as roles give them: who leads whom, and who funds what others take part in.

Only the vocabulary's own roles have a direction. A project's own role says that an actor takes part, not
whether it leads or is led; an initiative that is a set of bodies says nothing of who leads whom in which.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import networkx as nx
import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.errors import UsageError
from samverkansgraf.network.incidence import Incidence, incidence
from samverkansgraf.network.projection import MOST_MEETINGS, MOST_TIES
from samverkansgraf.network.two_mode import two_mode
from samverkansgraf.ties import DEFAULT_SELECTION, Selection, actors_in_network, selected_participations
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames

#: Whoever has one of these roles, and does not lead, is led by those who do.
LED_ROLES: Final = tuple(sg(name) for name in ("Partner", "Member", "Host", "Involved"))

_LEAD: Final = sg("Lead")
_FUNDER: Final = sg("Funder")

_COLUMNS: Final = {
    "relation": pl.String(),
    "from": pl.String(),
    "from_label": pl.String(),
    "from_sector": pl.String(),
    "to": pl.String(),
    "to_label": pl.String(),
    "to_sector": pl.String(),
    "weight": pl.Int64(),
    "initiatives": pl.List(pl.String()),
}


def lead_matrix(network: nx.Graph[str]) -> tuple[tuple[str, ...], sparse.csr_array]:
    """
    Return in how many initiatives one actor leads another: actors × actors, from row to column.

    Parameters
    ----------
    network
        Two-mode network; its edges carry ``roles``.

    Returns
    -------
    actors, arcs
        The actors of initiatives with a named lead, sorted, those who lead or are led there; and the number of
        initiatives, stored exactly where there is an arc, with an empty diagonal. Who leads together in an initiative
        has no arc to the other leads there, whatever other role a source gives. Of an actor whose initiatives have no
        named lead it is not known who leads it, so it is not among these.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The arcs are too many to hold.
    """
    arrays, leads, led = _leads_and_led(network)
    meetings = int(np.diff(leads.tocsc().indptr) @ np.diff(led.tocsc().indptr))
    if meetings > MOST_MEETINGS:
        raise UsageError(
            f"lead arcs: {meetings:,} meetings of a lead with somebody led, more than {MOST_MEETINGS:,}; choose "
            "fewer participations"
        )
    arcs = sparse.csr_array(leads @ led.T)
    there = np.flatnonzero(np.diff(leads.indptr) + np.diff(led.indptr))
    arcs = sparse.csr_array(arcs[there][:, there])
    arcs.sort_indices()
    return tuple(arrays.actors[row] for row in there), arcs


def lead_arcs(network: nx.Graph[str]) -> nx.DiGraph[str]:
    """
    Return who leads whom: an arc from each lead of an initiative to each other that takes part in it.

    Parameters
    ----------
    network
        Two-mode network; its edges carry ``roles``.

    Returns
    -------
    arcs
        Nodes as :func:`lead_matrix` has them, with ``label``, ``sector`` and ``kind``. An arc has ``initiatives``
        (a sorted tuple of IRIs) and ``weight``, how many they are.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The arcs are too many to hold.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Rädda Barnen", "På lika villkor"), ("Mimer", "På lika villkor")])
    >>> network.edges["Rädda Barnen", "På lika villkor"]["roles"] = (sg("Lead"),)
    >>> network.edges["Mimer", "På lika villkor"]["roles"] = (sg("Partner"),)
    >>> list(lead_arcs(network).edges(data="weight"))
    [('Rädda Barnen', 'Mimer', 1)]
    """
    nodes, matrix = lead_matrix(network)
    if matrix.nnz > MOST_TIES:
        raise UsageError(
            f"lead arcs: {matrix.nnz:,} arcs, more than {MOST_TIES:,}; choose fewer participations, "
            "or take lead_matrix, which holds them as numbers"
        )
    arrays, leads, led = _leads_and_led(network)
    initiatives: dict[tuple[str, str], list[str]] = {}
    columns = leads.tocsc(), led.tocsc()
    for position, initiative in enumerate(arrays.initiatives):
        ends = [
            [arrays.actors[row] for row in side.indices[side.indptr[position] : side.indptr[position + 1]]]
            for side in columns
        ]
        for one in ends[0]:
            for other in ends[1]:
                initiatives.setdefault((one, other), []).append(initiative)
    return _digraph(nodes, network, initiatives)


def funding_arcs(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> nx.DiGraph[str]:
    """
    Return who funds what others take part in: an arc from each funder to each other actor of the initiative.

    That a funder's money reaches each of those who take part is not said; a funder makes no tie, so these arcs
    are no part of the two-mode network.

    Parameters
    ----------
    frames
        The graph.
    selection
        Which participations count, and as whose; ``roles`` choose those who are funded, not the funders.

    Returns
    -------
    arcs
        Nodes are the funders of initiatives that are not sets and the others that take part in these, with ``label``,
        ``sector`` and ``kind``. An arc has ``initiatives`` (a sorted tuple of IRIs) and ``weight``, how many they are.
        Nobody funds itself.

    Raises
    ------
    UsageError
        The arcs are too many to hold.
    """
    network = two_mode(frames, selection)
    by_funder = replace(selection, roles=(_FUNDER,))
    for actor, label, sector in actors_in_network(frames, by_funder).iter_rows():
        if actor not in network:
            network.add_node(actor, kind="actor", label=label, sector=sector)
    funded = {
        node: sorted(network[node])
        for node, about in network.nodes(data=True)
        if about["kind"] == "initiative" and not about["is_set"]
    }
    given = selected_participations(frames, by_funder).select("actor", "initiative").unique().sort(pl.all())
    expected = sum(len(funded.get(initiative, ())) for _, initiative in given.iter_rows())
    if expected > MOST_TIES:
        raise UsageError(
            f"funding arcs: up to {expected:,} arcs, more than {MOST_TIES:,}; choose fewer participations"
        )
    initiatives: dict[tuple[str, str], list[str]] = {}
    for funder, initiative in given.iter_rows():
        for other in funded.get(initiative, ()):
            if other != funder:
                initiatives.setdefault((funder, other), []).append(initiative)
    return _digraph(sorted({end for arc in initiatives for end in arc}), network, initiatives)


def arc_table(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> pl.DataFrame:
    """
    Return every arc of :func:`lead_arcs` and :func:`funding_arcs` as a table.

    Returns
    -------
    arcs
        Columns ``relation`` ("leads" or "funds"), ``from, from_label, from_sector, to, to_label, to_sector``,
        ``weight`` (in how many initiatives) and ``initiatives`` (their labels); those who lead first, then by labels.

    Raises
    ------
    UsageError
        The arcs are too many to hold.
    """
    network = two_mode(frames, selection)
    called = dict(frames.initiatives.select("initiative", "label").iter_rows())
    relations = {"leads": lead_arcs(network), "funds": funding_arcs(frames, selection)}
    rows = [
        (
            relation,
            *_end(arcs, one),
            *_end(arcs, other),
            about["weight"],
            [called[i] for i in about["initiatives"]],
        )
        for relation, arcs in relations.items()
        for one, other, about in arcs.edges(data=True)
    ]
    table = pl.DataFrame(rows, schema=_COLUMNS, orient="row")
    order = pl.col("relation").replace_strict({"leads": 0, "funds": 1}, return_dtype=pl.Int64)
    return table.sort(order, "from_label", "from", "to_label", "to")


def _end(arcs: nx.DiGraph[str], node: str) -> tuple[str, str, str | None]:
    """Return the id, label and sector of one end of an arc."""
    return node, str(arcs.nodes[node]["label"]), arcs.nodes[node]["sector"]


def _leads_and_led(network: nx.Graph[str]) -> tuple[Incidence, sparse.csr_array, sparse.csr_array]:
    """Return who leads what, and who takes part in it led by them: actors × initiatives, both."""
    arrays = incidence(network)
    row = {actor: position for position, actor in enumerate(arrays.actors)}
    column = {
        initiative: position
        for position, (initiative, is_set) in enumerate(
            zip(arrays.initiatives, arrays.is_set.tolist(), strict=True)
        )
        if not is_set
    }
    leads: list[tuple[int, int]] = []
    led: list[tuple[int, int]] = []
    for one, other, said in network.edges(data=True):
        actor, initiative = (one, other) if one in row else (other, one)
        roles = said.get("roles") or ()
        if initiative not in column:
            continue
        if _LEAD in roles:
            leads.append((row[actor], column[initiative]))
        elif not set(LED_ROLES).isdisjoint(roles):
            led.append((row[actor], column[initiative]))
    with_lead = {initiative for _, initiative in leads}
    shape = (len(arrays.actors), len(arrays.initiatives))
    return arrays, _ones(leads, shape), _ones([cell for cell in led if cell[1] in with_lead], shape)


def _ones(cells: list[tuple[int, int]], shape: tuple[int, int]) -> sparse.csr_array:
    ends = np.array(cells, dtype=np.int64).reshape(-1, 2)
    matrix = sparse.csr_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=shape)
    matrix.sort_indices()
    return matrix


def _digraph(
    nodes: list[str] | tuple[str, ...], network: nx.Graph[str], initiatives: dict[tuple[str, str], list[str]]
) -> nx.DiGraph[str]:
    arcs: nx.DiGraph[str] = nx.DiGraph()
    for node in nodes:
        about = network.nodes[node]
        arcs.add_node(node, kind="actor", label=about.get("label") or node, sector=about.get("sector"))
    for (one, other), several in sorted(initiatives.items()):
        arcs.add_edge(one, other, initiatives=tuple(sorted(several)), weight=len(several))
    return arcs
