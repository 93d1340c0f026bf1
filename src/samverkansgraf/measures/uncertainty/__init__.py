"""How much a value or a rank would change if one source or initiative were missing, or others had been drawn."""

from __future__ import annotations

from samverkansgraf.measures.uncertainty.bootstrap import percentile_interval, resamples
from samverkansgraf.measures.uncertainty.leave_one_out import Leaving, Reduction, leavings, reduction
from samverkansgraf.measures.uncertainty.ranks import ranks
from samverkansgraf.measures.uncertainty.spread import Spread, Stand, spread

__all__ = [
    "Leaving",
    "Reduction",
    "Spread",
    "Stand",
    "leavings",
    "percentile_interval",
    "ranks",
    "reduction",
    "resamples",
    "spread",
]
