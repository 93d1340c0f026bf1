"""
Networks as chance would have them, and what of a city is more than that.

Three null models: the degrees of every actor and initiative held fixed (``fixed-degree``), held on average
(``bicm``), or only the number of participations (``equiprobable``).
"""

from __future__ import annotations

from samverkansgraf.measures.null_models.comparison import NullComparison, against_null
from samverkansgraf.measures.null_models.configuration_model import ConfigurationModel, configuration_model
from samverkansgraf.measures.null_models.curveball import fixed_degree_samples
from samverkansgraf.measures.null_models.draws import NULLS, Null, each_once, network_of, null_samples
from samverkansgraf.measures.null_models.validation import (
    PAIR_NULLS,
    PairNull,
    PairTest,
    pair_test,
    tested_pairs,
    validated_pairs,
)
from samverkansgraf.measures.null_models.works import WORKS

__all__ = [
    "NULLS",
    "PAIR_NULLS",
    "WORKS",
    "ConfigurationModel",
    "Null",
    "NullComparison",
    "PairNull",
    "PairTest",
    "against_null",
    "configuration_model",
    "each_once",
    "fixed_degree_samples",
    "network_of",
    "null_samples",
    "pair_test",
    "tested_pairs",
    "validated_pairs",
]
