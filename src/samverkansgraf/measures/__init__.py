"""Measures of the network, each with its unit, its normalisation and its source."""

from __future__ import annotations

from samverkansgraf.measures.chance import beside_chance
from samverkansgraf.measures.cutpoints import bridges, cutpoints
from samverkansgraf.measures.explain import bibtex, explained, explanation, measure_named
from samverkansgraf.measures.reasons import says_little
from samverkansgraf.measures.registry import MEASURES, Measure, measures_listed
from samverkansgraf.measures.scenarios import Scenario, scenarios
from samverkansgraf.measures.software import software_versions
from samverkansgraf.measures.tables import node_table, whole_table
from samverkansgraf.measures.together import Together
from samverkansgraf.measures.withheld import ranking_withheld
from samverkansgraf.measures.works import bibliography

__all__ = [
    "MEASURES",
    "Measure",
    "Scenario",
    "Together",
    "beside_chance",
    "bibliography",
    "bibtex",
    "bridges",
    "cutpoints",
    "explained",
    "explanation",
    "measure_named",
    "measures_listed",
    "node_table",
    "ranking_withheld",
    "says_little",
    "scenarios",
    "software_versions",
    "whole_table",
]
