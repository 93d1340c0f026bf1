"""Two-mode networks of actors and initiatives, and their projections."""

from __future__ import annotations

from samverkansgraf.network.arcs import arc_table, funding_arcs, lead_arcs, lead_matrix
from samverkansgraf.network.checks import require_two_mode
from samverkansgraf.network.incidence import Incidence, igraph_two_mode, incidence
from samverkansgraf.network.projection import pair_ids, pairs, projection, tie_matrix
from samverkansgraf.network.two_mode import Side, nodes_of, two_mode, two_mode_of_pairs

__all__ = [
    "Incidence",
    "Side",
    "arc_table",
    "funding_arcs",
    "igraph_two_mode",
    "incidence",
    "lead_arcs",
    "lead_matrix",
    "nodes_of",
    "pair_ids",
    "pairs",
    "projection",
    "require_two_mode",
    "tie_matrix",
    "two_mode",
    "two_mode_of_pairs",
]
