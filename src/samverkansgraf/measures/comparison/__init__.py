"""
Networks beside each other: two layers of ties, one network and chance, two cities or two years.

:func:`qap_correlation` and :func:`mrqap` ask whether pairs that are tied in one layer are tied in another, and
:func:`multiplexity` how many are; :func:`city_layers` gives the layers of a graph;
:func:`conditional_uniform` whether a network has more of something than others of its size; :func:`side_by_side`
sets two networks of different size next to each other.
"""

from __future__ import annotations

from samverkansgraf.measures.comparison.city_layers import city_layers
from samverkansgraf.measures.comparison.conditional_uniform import ConditionalUniform, conditional_uniform
from samverkansgraf.measures.comparison.layer_tables import (
    layer_correlations,
    layer_overlap,
    layer_regression,
)
from samverkansgraf.measures.comparison.layers import Layer, aligned, layer_of_frame, layer_of_network
from samverkansgraf.measures.comparison.mrqap import Mrqap, mrqap
from samverkansgraf.measures.comparison.multiplexity import Multiplexity, multiplexity
from samverkansgraf.measures.comparison.qap import Qap, qap_correlation
from samverkansgraf.measures.comparison.side_by_side import beside_caveat, side_by_side
from samverkansgraf.measures.comparison.uniform_table import ties_beside_chance
from samverkansgraf.measures.comparison.works import WORKS

__all__ = [
    "WORKS",
    "ConditionalUniform",
    "Layer",
    "Mrqap",
    "Multiplexity",
    "Qap",
    "aligned",
    "beside_caveat",
    "city_layers",
    "conditional_uniform",
    "layer_correlations",
    "layer_of_frame",
    "layer_of_network",
    "layer_overlap",
    "layer_regression",
    "mrqap",
    "multiplexity",
    "qap_correlation",
    "side_by_side",
    "ties_beside_chance",
]
