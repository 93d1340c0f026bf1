"""
Measure the measures beside networkx on one made-up network, and print ratios with the bounds we hold.

networkx works on the same two-mode network, in a process of its own that is ended when a step takes longer
than --patience; where it is quick, its time is the median of several runs too. Ours is timed three times over, each the median of several runs on a new network:
"warm", where an earlier measure has made the arrays and igraph's graph; "cold", on a network as `two_mode`
gives it; "bare", on a copy that holds nothing but nodes and edges. The bound is on cold.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import random
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx
import numpy as np

from samverkansgraf.frames import Frames, frame
from samverkansgraf.measures.betweenness import betweenness, betweenness_error
from samverkansgraf.measures.cores import core_number
from samverkansgraf.measures.eigenvector import eigenvector
from samverkansgraf.network import igraph_two_mode, nodes_of, pairs, tie_matrix, two_mode
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

    Network = nx.Graph[str]
    Values = np.ndarray[Any, Any]

SEED = 1879
SOURCES = 256
RUNS = 5
OURS_RUNS = 9
ENOUGH_SECONDS = 2.0
GREATEST = 100
FASTER_BOUND = 20.0
EQUAL_BOUND = 1e-9


class Step(NamedTuple):
    """One thing to compute: how networkx and how we do it, and both answers as numbers in one order."""

    name: str
    theirs: Callable[[Network], Any]
    ours: Callable[[Network], Any]
    their_numbers: Callable[[Network, Any], Values]
    our_numbers: Callable[[Network, Any], Values]
    bound: float | None = FASTER_BOUND


def main() -> int:
    """Run every step; return 1 where values differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--participations", type=int, default=50_000)
    parser.add_argument(
        "--patience", type=float, default=300.0, help="seconds a step of networkx may take (default 300)"
    )
    given = parser.parse_args()
    frames = made_up(given.participations)
    network = two_mode(frames)
    sizes = [len(nodes_of(network, side)) for side in ("actors", "initiatives")]
    ties = tie_matrix(network)[1].nnz // 2
    print(
        f"{network.number_of_edges():,} participations of {sizes[0]:,} actors in {sizes[1]:,} initiatives; "
        f"{ties:,} ties; networkx {nx.__version__}\n"
    )
    print("| step | networkx | warm | cold | bare | networkx ÷ warm | ÷ cold | ÷ bare | difference | bound |")
    print("|---|---|---|---|---|---|---|---|---|---|", flush=True)
    equal = [_measured(step, frames, given.patience) for step in STEPS]
    print(f"\n{_sampling_line(network)}")
    return 0 if all(equal) else 1


def made_up(participations: int) -> Frames:
    """Return a city in which few actors take part in much and many in little, as the other benchmark has it."""
    chance = random.Random(SEED)
    actors, initiatives = max(10, participations // 10), max(5, participations // 5)
    links: dict[tuple[str, str], None] = {}
    while len(links) < participations:
        actor, initiative = int(actors * chance.random() ** 2), int(initiatives * chance.random() ** 1.2)
        links[f"urn:a:{actor:06}", f"urn:i:{initiative:06}"] = None
    stated = {"role": sg("Partner"), "makes_tie": True, "certainty": sg("Stated")}
    return Frames.of(
        actors=_named("actor", {actor for actor, _ in links}),
        initiatives=_named("initiative", {initiative for _, initiative in links}),
        participations=frame(
            "participations",
            (
                {"participation": f"urn:p:{number:06}", "actor": actor, "initiative": initiative, **stated}
                for number, (actor, initiative) in enumerate(links)
            ),
        ),
    )


def _named(kind: str, iris: set[str]) -> pl.DataFrame:
    return frame(f"{kind}s", ({kind: iri, "label": iri} for iri in sorted(iris)))


def _measured(step: Step, frames: Frames, patience: float) -> bool:
    """Print one line of the table; return whether the values are equal, as far as is known."""
    network = two_mode(frames)
    ours = step.our_numbers(network, step.ours(network))
    warm, cold, bare = (
        statistics.median(_seconds(step.ours, prepared(frames)) for _ in range(OURS_RUNS))
        for prepared in (_warm, two_mode, lambda frames: two_mode(frames).copy())
    )
    seconds, theirs = _by_networkx(step, network, patience)
    times = [_time(one) for one in (warm, cold, bare)]
    if theirs is None:
        print(f"| {step.name} | > {patience:g} s | {' | '.join(times)} | – | – | – | – | – |", flush=True)
        return True
    difference = float(np.max(np.abs(ours - theirs), initial=0.0)) if ours.shape == theirs.shape else math.inf
    ratios = [f"{seconds / one:.1f}" for one in (warm, cold, bare)]
    held = f"≥ {step.bound:g}: {_held(seconds / cold >= step.bound)}" if step.bound else "none"
    held += f"; ≤ {EQUAL_BOUND:g}: {_held(difference <= EQUAL_BOUND)}"
    print(
        f"| {step.name} | {_time(seconds)} | {' | '.join(times)} | {' | '.join(ratios)} | {difference:.1e} | {held} |",
        flush=True,
    )
    return difference <= EQUAL_BOUND


def _warm(frames: Frames) -> Network:
    network = two_mode(frames)
    igraph_two_mode(network)
    return network


def _seconds(work: Callable[[Network], Any], network: Network) -> float:
    begun = time.perf_counter()
    work(network)
    return time.perf_counter() - begun


def _by_networkx(step: Step, network: Network, patience: float) -> tuple[float, Values | None]:
    """Return how long networkx takes and what it finds; nothing found where it outlasts our patience."""
    context = multiprocessing.get_context("fork")  # the network is there at once, and not sent over
    receiver, sender = context.Pipe(duplex=False)

    def work() -> None:
        seconds: list[float] = []
        while len(seconds) < RUNS and sum(seconds) < ENOUGH_SECONDS:
            begun = time.perf_counter()
            found = step.theirs(network)
            seconds.append(time.perf_counter() - begun)
        sender.send((statistics.median(seconds), step.their_numbers(network, found)))

    process = context.Process(target=work)
    process.start()
    sender.close()
    try:
        if not receiver.poll(patience):
            return math.nan, None
        answer: tuple[float, Values] = receiver.recv()
        return answer
    finally:
        process.kill()
        process.join()


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def _held(held: bool) -> str:  # noqa: FBT001 - it is what the word says
    return "held" if held else "BROKEN"


def _both(measure: Callable[..., dict[str, float]], **options: Any) -> Callable[[Network], dict[str, float]]:
    return lambda network: {**measure(network, **options), **measure(network, of="initiatives", **options)}


def _by_node(network: Network, values: dict[str, float]) -> Values:
    return np.array([values[node] for node in sorted(network)])


def _sampled_of_networkx(network: Network, raw: dict[str, float]) -> Values:
    """Divide by the greatest value possible on each side, which networkx does for all nodes or none."""
    actors, initiatives = nodes_of(network, "actors"), nodes_of(network, "initiatives")
    # Of a network without edges the exact function gives raw zeros times the scale alone: ask it for the scale.
    ones = {
        **_greatest(len(actors), len(initiatives), actors),
        **_greatest(len(initiatives), len(actors), initiatives),
    }
    return np.array([raw[node] / ones[node] for node in sorted(network)])


def _greatest(own: int, others: int, nodes: list[str]) -> dict[str, float]:
    """Return for each node Borgatti and Everett's greatest betweenness, as networkx's own code has it."""
    whole, rest = divmod(own - 1, others)
    most = (
        others**2 * (whole + 1) ** 2
        + others * (whole + 1) * (2 * rest - whole - 1)
        - rest * (2 * whole - rest + 3)
    ) / 2
    return dict.fromkeys(nodes, most)


def _ties_of_networkx(network: Network, graph: Network) -> Values:
    actors = nodes_of(network, "actors")
    matrix = nx.to_scipy_sparse_array(graph, nodelist=actors, format="csr")
    matrix.sort_indices()
    return _stored(matrix)


def _stored(matrix: Any) -> Values:
    """Return where a matrix has entries, and which."""
    cells = matrix.tocoo()
    return np.stack([cells.row, cells.col, cells.data]).astype(float)


def _both_projections(network: Network) -> tuple[Network, Network]:
    actors = nodes_of(network, "actors")
    return (
        nx.bipartite.weighted_projected_graph(network, actors),
        nx.bipartite.collaboration_weighted_projected_graph(network, actors),
    )


def _pairs_of_networkx(network: Network, found: tuple[Network, Network]) -> Values:
    shared, newman = found
    ends = sorted((min(edge), max(edge)) for edge in shared.edges)
    place = {actor: position for position, actor in enumerate(nodes_of(network, "actors"))}
    return np.array([(place[a], place[b], shared[a][b]["weight"], newman[a][b]["weight"]) for a, b in ends])


def _our_pairs(network: Network, found: pl.DataFrame) -> Values:
    place = {actor: position for position, actor in enumerate(nodes_of(network, "actors"))}
    ends = found.select("actor_a", "actor_b").rows()  # labels are the actors' IRIs here
    numbers = found.select("shared", "newman").rows()
    return np.array([(place[a], place[b], *both) for (a, b), both in zip(ends, numbers, strict=True)])


def _scaled(network: Network, values: dict[str, float]) -> Values:
    return _by_node(network, values) * math.sqrt(2)


STEPS = (
    Step(
        f"betweenness from {SOURCES} nodes",
        lambda network: nx.betweenness_centrality(network, k=SOURCES, seed=1, normalized=False),
        _both(betweenness, sources=SOURCES, seed=1),
        _sampled_of_networkx,
        _by_node,
    ),
    Step(
        "eigenvector, by power iteration there",
        lambda network: nx.eigenvector_centrality(network, max_iter=100_000, tol=1e-15),
        _both(eigenvector),
        _scaled,
        _by_node,
    ),
    Step(
        "eigenvector, by ARPACK there too",
        nx.eigenvector_centrality_numpy,
        _both(eigenvector),
        _scaled,
        _by_node,
        bound=None,
    ),
    Step(
        "projection, as a matrix here",
        lambda network: nx.bipartite.weighted_projected_graph(network, nodes_of(network, "actors")),
        tie_matrix,
        _ties_of_networkx,
        lambda _, found: _stored(found[1]),
    ),
    Step("pairs, shared and Newman's", _both_projections, pairs, _pairs_of_networkx, _our_pairs),
    Step("k-cores", nx.core_number, _both(core_number), _by_node, _by_node),
)


def _sampling_line(network: Network) -> str:
    """
    Say how far the sample is from the exact values, against what it says of itself.

    Of an actor that few paths pass, a sample sees none or a great deal: its own standard error then says little, and
    what it says is judged by the actors of greatest betweenness.
    """
    exact = betweenness(network)
    estimate = betweenness(network, sources=SOURCES)
    error = betweenness_error(network, sources=SOURCES)
    first = sorted(exact, key=lambda node: -exact[node])[:GREATEST]

    def within(nodes: list[str]) -> float:
        return float(
            np.mean([abs(estimate[node] - exact[node]) <= 2 * error[node] + 1e-15 for node in nodes])
        )

    off = np.array([estimate[node] - exact[node] for node in exact])
    said = np.array([error[node] for node in exact])
    ratio = math.sqrt(float(np.mean(off**2)) / float(np.mean(said**2)))
    return (
        f"betweenness from {SOURCES} nodes is at most {np.abs(off).max():.1e} from the exact value (greatest "
        f"{max(exact.values()):.1e}), in root mean square {ratio:.2f} times the standard error it gives; within two of "
        f"them for {within(first):.0%} of the {GREATEST} actors of greatest betweenness and {within(list(exact)):.0%} of all"
    )


if __name__ == "__main__":
    sys.exit(main())
