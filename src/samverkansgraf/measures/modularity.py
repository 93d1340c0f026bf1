"""Modules of actors and initiatives together, and how much of participation stays within them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.errors import UsageError
from samverkansgraf.network import Side, incidence

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    Labels = NDArray[np.int64]

#: Differences below this are rounding.
_ROUNDING: Final = 1e-9

_MODULES: Final = {
    "module": pl.Int64(),
    "size": pl.Int64(),
    **dict.fromkeys(("id", "label", "kind", "sector"), pl.String()),
}

#: So many edges are held in copies for runs at once; a larger network is taken a run at a time.
_AT_ONCE: Final = 100_000


def modularity(network: nx.Graph[str], *, runs: int = 100, seed: int = 1) -> float:
    """
    Return how far participation stays within modules of actors and initiatives, beyond chance.

    Parameters
    ----------
    network
        Two-mode network.
    runs, seed
        As :func:`two_mode_modules` takes them.

    Returns
    -------
    modularity
        Barber's Q (2007, doi:10.1103/PhysRevE.76.066102) of :func:`two_mode_modules`: the share of edges within
        modules minus the share to expect from the degrees of their actors and initiatives, 0 to 1, 0
        where one module is the best. The true greatest Q is at least this; ``nan`` where nobody
        takes part in anything.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        There are to be no runs.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> modularity(two_mode_of_pairs([("Mimer", "EST"), ("Ikea", "På lika villkor")]))
    0.5
    """
    return _best(network, runs, seed)[0]


def two_mode_modules(network: nx.Graph[str], *, runs: int = 100, seed: int = 1) -> dict[str, int]:
    """
    Return the modules of actors and initiatives with the greatest modularity found.

    Each run lets the two sides in turn choose the module that adds most to Barber's modularity (2007,
    doi:10.1103/PhysRevE.76.066102), then joins modules while that adds more (Liu & Murata 2010,
    doi:10.20965/jaciii.2010.p0408). Every second run starts with each actor by itself, the others
    with actors in a random number of modules (Beckett 2016, doi:10.1098/rsos.140536). The best of all runs stands.

    Parameters
    ----------
    network
        Two-mode network.
    runs
        How many.
    seed
        Of chance.

    Returns
    -------
    modules
        Node -> its module: 1 is that with the most nodes, then 2, …; those of one size by their first node. Who is in
        nothing, and an initiative of nobody, is a module of its own.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        There are to be no runs.
    """
    arrays = incidence(network)
    _, actors, initiatives = _best(network, runs, seed)
    nodes = [*arrays.actors, *arrays.initiatives]
    members: dict[int, list[str]] = {}
    for node, label in zip(nodes, np.concatenate([actors, initiatives]).tolist(), strict=True):
        members.setdefault(label, []).append(node)
    by_size = sorted(members.values(), key=lambda module: (-len(module), min(module)))
    number = {node: place for place, module in enumerate(by_size, start=1) for node in module}
    return {node: number[node] for node in nodes}


@dataclass(frozen=True, slots=True)
class _Copies:
    """
    Copies of a two-mode network side by side, in which as many runs are made at once.

    ``by_actor`` and ``by_initiative`` are its matrix, ``actors`` and ``initiatives`` the degrees; ``ends`` the two
    ends of each edge; ``edges`` the edges of one copy. No module spans two copies.
    """

    number: int
    edges: int
    by_actor: sparse.csr_array
    by_initiative: sparse.csr_array
    actors: NDArray[np.float64]
    initiatives: NDArray[np.float64]
    ends: tuple[Labels, Labels]

    def values(self, actors: Labels, initiatives: Labels) -> NDArray[np.float64]:
        """Return Barber's modularity of each copy; modules are numbered without gaps."""
        copy = np.repeat(np.arange(self.number), len(actors) // self.number)
        same = actors[self.ends[0]] == initiatives[self.ends[1]]
        within = np.bincount(copy[self.ends[0][same]], minlength=self.number)
        own, theirs = self.degrees(actors, initiatives)
        of_module = np.zeros(len(own), dtype=np.int64)
        of_module[actors] = copy  # a module without actors has no part in what chance gives
        by_chance = np.bincount(of_module, own * theirs, self.number)
        return np.asarray(within / self.edges - by_chance / self.edges**2)

    def degrees(self, actors: Labels, initiatives: Labels) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the sum of the degrees of each module's actors and of its initiatives."""
        modules = int(max(actors.max(), initiatives.max())) + 1
        own = np.bincount(actors, self.actors, modules).astype(np.float64)
        return own, np.bincount(initiatives, self.initiatives, modules).astype(np.float64)

    def joined(self, actors: Labels, initiatives: Labels) -> tuple[Labels, Labels]:
        """Return the modules, numbered without gaps, after joining all that are better joined."""
        while True:
            actors, initiatives = _renumbered(actors, initiatives)
            own, theirs = self.degrees(actors, initiatives)
            ends = actors[self.ends[0]], initiatives[self.ends[1]]
            between = sparse.csr_array((np.ones(len(ends[0])), ends), shape=(len(own), len(own)))
            edges = sparse.coo_array(sparse.triu(between + between.T, k=1))
            chance = own[edges.row] * theirs[edges.col] + own[edges.col] * theirs[edges.row]
            into = _matched(edges.row, edges.col, edges.data - chance / self.edges, len(own))
            if into is None:
                return actors, initiatives
            actors, initiatives = into[actors], into[initiatives]


def module_table(network: nx.Graph[str], *, seed: int = 1) -> pl.DataFrame:
    """
    Return the module of each actor and initiative, as :func:`two_mode_modules` finds them.

    Returns
    -------
    modules
        Columns ``module, size`` (its actors and initiatives), ``id, label, kind, sector``; by module, then actors
        before initiatives, by label and id.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    found = two_mode_modules(network, seed=seed)
    sizes = Counter(found.values())
    rows = []
    for node, module in found.items():
        about = network.nodes[node]
        rows.append(
            (
                module,
                sizes[module],
                node,
                about.get("label") or node,
                about["kind"],
                about.get("sector") or None,
            )
        )
    table = pl.DataFrame(rows, schema=_MODULES, orient="row")
    return table.sort("module", "kind", "label", "id")


def _best(network: nx.Graph[str], runs: int, seed: int) -> tuple[float, Labels, Labels]:
    """Return the greatest modularity found, and the modules of the actors and of the initiatives."""
    if runs < 1:
        raise UsageError(f"modularity: {runs} runs; give 1 or more, 100 as a rule")
    matrix = incidence(network).matrix
    people, initiatives = (np.arange(size) for size in matrix.shape)
    best = nan, people, initiatives + len(people)
    if not matrix.nnz:
        return best
    chance = np.random.default_rng(seed)
    at_once = max(1, _AT_ONCE // matrix.nnz)
    for done in range(0, runs, at_once):
        found = _runs(matrix, range(done, min(done + at_once, runs)), chance)
        if not best[0] >= found[0] - _ROUNDING:  # the first of equals stands
            best = found
    return best


def _runs(matrix: sparse.csr_array, runs: range, chance: np.random.Generator) -> tuple[float, Labels, Labels]:
    """Return the best of some runs: a division that neither a choice of one side nor a joining makes better."""
    copies = _copies(matrix, len(runs))
    people = matrix.shape[0]
    starts = [
        chance.integers(0, chance.integers(1, min(matrix.shape), endpoint=True), people)
        if run % 2
        else np.arange(people)
        for run in runs
    ]
    actors = np.concatenate([start + copy * people for copy, start in enumerate(starts)])
    values, before = np.full(len(runs), -1.0), -np.inf
    while values.sum() > before + _ROUNDING:
        before = float(values.sum())
        initiatives = _chosen(copies, actors, chance, side="initiatives")
        actors, initiatives = _renumbered(_chosen(copies, initiatives, chance, side="actors"), initiatives)
        now = copies.values(actors, initiatives)
        if now.sum() <= before + _ROUNDING:
            actors, initiatives = copies.joined(actors, initiatives)
            now = copies.values(actors, initiatives)
        values = now
    best = int(np.argmax(values.round(12)))
    return (
        float(values[best]),
        actors.reshape(len(runs), -1)[best],
        initiatives.reshape(len(runs), -1)[best],
    )


def _copies(matrix: sparse.csr_array, number: int) -> _Copies:
    by_actor = sparse.csr_array(sparse.block_diag([matrix] * number, format="csr"))
    return _Copies(
        number=number,
        edges=matrix.nnz,
        by_actor=by_actor,
        by_initiative=sparse.csr_array(by_actor.T),
        actors=np.asarray(by_actor.sum(axis=1)),
        initiatives=np.asarray(by_actor.sum(axis=0)),
        ends=by_actor.nonzero(),
    )


def _chosen(copies: _Copies, labels: Labels, chance: np.random.Generator, *, side: Side) -> Labels:
    """
    Return for each node of one side the module of the other side that adds most, equals by chance.

    A node that gains from no module is a module of its own.
    """
    if side == "actors":
        matrix, own, other = copies.by_actor, copies.actors, copies.initiatives
    else:
        matrix, own, other = copies.by_initiative, copies.initiatives, copies.actors
    modules = int(labels.max()) + 1
    member = sparse.csr_array(
        (np.ones(len(labels)), labels, np.arange(len(labels) + 1)), (len(labels), modules)
    )
    ties = matrix @ member
    row = np.repeat(np.arange(len(own)), np.diff(ties.indptr))
    expected = own[row] * np.bincount(labels, other, modules)[ties.indices] / copies.edges
    gain = (ties.data - expected).round(9) + _ROUNDING / 10 * chance.random(len(row))
    some = np.flatnonzero(np.diff(ties.indptr))
    most = np.zeros(len(own))
    most[some] = np.maximum.reduceat(gain, ties.indptr[some])
    best = (gain == most[row]) & (gain > _ROUNDING)
    chosen = modules + np.arange(len(own))
    chosen[row[best]] = ties.indices[best]
    return chosen


def _matched(one: Labels, other: Labels, gain: NDArray[np.float64], modules: int) -> Labels | None:
    """Return into which module each goes when pairs are joined by gain, each module once; ``None`` if none gain."""
    into = np.arange(modules)
    free = np.ones(modules, dtype=bool)
    order = np.argsort(-gain.round(9), kind="stable")
    for pair in order[gain[order] > _ROUNDING].tolist():
        if free[one[pair]] and free[other[pair]]:
            free[[one[pair], other[pair]]] = False
            into[other[pair]] = one[pair]
    return None if free.all() else into


def _renumbered(actors: Labels, initiatives: Labels) -> tuple[Labels, Labels]:
    """Return the same modules numbered from 0 without gaps."""
    _, numbers = np.unique(np.concatenate([actors, initiatives]), return_inverse=True)
    return numbers[: len(actors)], numbers[len(actors) :]
