"""Measures of the network, each with its unit, its normalisation and its source."""

from __future__ import annotations

from samverkansgraf.measures.cutpoints import bridges, cutpoints
from samverkansgraf.measures.registry import MEASURES, Measure, measures_listed
from samverkansgraf.measures.scenarios import Scenario, node_table, scenarios, whole_table
from samverkansgraf.measures.withheld import ranking_withheld

__all__ = [
    "MEASURES",
    "Measure",
    "Scenario",
    "bridges",
    "cutpoints",
    "measures_listed",
    "node_table",
    "ranking_withheld",
    "scenarios",
    "whole_table",
]
