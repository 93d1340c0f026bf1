"""Two-mode networks of actors and initiatives, and their projections."""

from __future__ import annotations

from samverkansgraf.network.checks import require_two_mode
from samverkansgraf.network.projection import pairs, projection
from samverkansgraf.network.two_mode import Side, nodes_of, two_mode, two_mode_of_pairs

__all__ = ["Side", "nodes_of", "pairs", "projection", "require_two_mode", "two_mode", "two_mode_of_pairs"]
