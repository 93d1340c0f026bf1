"""
Is it a small world: do acquaintances of the same actor meet each other, and is it yet not far to anybody.

A projection is clustered by its making, since an initiative ties all of its actors to each other. So the
clustering and the distances are compared with those of random two-mode networks where every actor is in as many
initiatives and every initiative has as many actors (Newman, Strogatz & Watts 2001; Uzzi & Spiro 2005).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.measures.distances import largest_part, parts, steps
from samverkansgraf.measures.null_models.curveball import fixed_degree_samples
from samverkansgraf.network import incidence
from samverkansgraf.network.sparse_cells import above_diagonal
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    import networkx as nx

    from samverkansgraf.project import Language

#: Random networks that the network is compared with.
_SAMPLES: Final = 50

#: With more actors who take part in something, or more meetings of two in an initiative, no index is given.
MOST_ACTORS: Final = 5_000
MOST_MEETINGS: Final = 250_000


_NUMBERS: Final = (
    "clustering",
    "random_clustering",
    "clustering_ratio",
    "distance",
    "random_distance",
    "distance_ratio",
    "index",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWorld:
    """
    What the small-world index is made of.

    Attributes
    ----------
    clustering
        Closed triples divided by all triples of the projection onto actors (transitivity), 0–1.
    distance
        Mean number of steps between two actors of its largest component.
    random_clustering, random_distance
        Means of the same in the random two-mode networks.
    samples
        How many random networks.
    """

    clustering: float
    distance: float
    random_clustering: float
    random_distance: float
    samples: int

    @property
    def clustering_ratio(self) -> float:
        """Clustering divided by that of the random networks; ``nan`` where they have none."""
        return self.clustering / self.random_clustering if self.random_clustering else nan

    @property
    def distance_ratio(self) -> float:
        """Distance divided by that of the random networks."""
        return self.distance / self.random_distance

    @property
    def index(self) -> float:
        """The ratio of clustering divided by the ratio of distance."""
        return self.clustering_ratio / self.distance_ratio


def small_world(network: nx.Graph[str], *, seed: int = 1) -> float:
    """
    Return how much more clustered the actors are than chance has it, for how much farther it is to each other.

    Parameters
    ----------
    network
        Two-mode network.
    seed
        Of the fifty random networks.

    Returns
    -------
    small_world
        Uzzi and Spiro's Q (2005, doi:10.1086/432782): the clustering of the unweighted projection onto actors
        divided by that of random two-mode networks with the same degrees on both sides, divided by the same
        ratio of mean distances. 0 or more; 1 as chance has it. ``nan`` where :func:`small_world_parts` has no
        value or the random networks have no closed triple.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> small_world(two_mode_of_pairs([("stad", "EST"), ("Mimer", "EST"), ("Polisen", "EST")]))
    1.0
    """
    found = small_world_parts(network, seed=seed)
    return found.index if found else nan


def small_world_parts(network: nx.Graph[str], *, seed: int = 1, samples: int = _SAMPLES) -> SmallWorld | None:
    """
    Return the clustering and the mean distance of the projection onto actors, and those of random networks.

    Parameters
    ----------
    network
        Two-mode network.
    seed
        Of the random networks: two-mode, with as many initiatives for each actor and as many actors for each
        initiative (Newman, Strogatz & Watts 2001, doi:10.1103/PhysRevE.64.026118, drawn and not approximated).
    samples
        How many of them.

    Returns
    -------
    parts
        ``None`` where no actor is tied to two others, with more than :data:`MOST_ACTORS` actors who take part in
        something, and with more than :data:`MOST_MEETINGS` meetings of two in an initiative.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    has = incidence(network).tying
    sizes = np.bincount(has.indices)
    taking_part = np.flatnonzero(np.diff(has.indptr))
    if len(taking_part) > MOST_ACTORS or (sizes * (sizes - 1)).sum() > 2 * MOST_MEETINGS:
        return None
    clustering, distance = _clustering_and_distance(has)
    if isnan(clustering):
        return None
    drawn = np.array(
        [_clustering_and_distance(one) for one in fixed_degree_samples(has, samples=samples, seed=seed)]
    )
    # A random network too may have nobody tied to two others; it says nothing of clustering.
    means = [
        float(column[~np.isnan(column)].mean()) if not np.isnan(column).all() else nan for column in drawn.T
    ]
    return SmallWorld(
        clustering=clustering,
        distance=distance,
        random_clustering=means[0],
        random_distance=means[1],
        samples=samples,
    )


def small_world_table(
    network: nx.Graph[str], *, seed: int = 1, samples: int = _SAMPLES, language: Language = "en"
) -> pl.DataFrame:
    """
    Return what :func:`small_world` is made of as one row.

    Parameters
    ----------
    network, seed, samples
        As :func:`small_world_parts` takes them.
    language
        Of ``reason``.

    Returns
    -------
    table
        Columns ``clustering, random_clustering, clustering_ratio, distance, random_distance, distance_ratio, index,
        reason, samples``. What is undefined is null, and a missing index has a reason.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    found = small_world_parts(network, seed=seed, samples=samples)
    numbers = {name: nan if found is None else float(getattr(found, name)) for name in _NUMBERS}
    reason = (
        catalogue("measures", language)["measure.small_world.undefined"] if isnan(numbers["index"]) else None
    )
    row = {**numbers, "reason": reason, "samples": samples}
    schema = {**dict.fromkeys(_NUMBERS, pl.Float64()), "reason": pl.String(), "samples": pl.Int64()}
    return pl.DataFrame([row], schema=schema).with_columns(pl.col(_NUMBERS).fill_nan(None))


def _clustering_and_distance(has: sparse.csr_array) -> tuple[float, float]:
    """Return the transitivity and the mean distance of the projection; ``nan`` where undefined."""
    import igraph

    shared = sparse.csr_array(has @ has.T)
    one, other, _ = above_diagonal(shared)
    graph: Any = igraph.Graph(n=has.shape[0], edges=np.column_stack([one, other]))
    clustering = float(graph.transitivity_undirected(mode="nan"))
    return clustering, steps(has, largest_part(parts(has))).mean
