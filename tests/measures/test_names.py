"""Every measure has its place: named in the contract, in the catalogue or in a table, and said in both languages."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest

from samverkansgraf import measures
from samverkansgraf.cli.network_tables import BY_DISTRICT, TABLES
from samverkansgraf.measures import MEASURES

#: The names that commands, Python, RDF and report share, and in which network each is taken.
NODES = {
    "two-mode": "degree closeness betweenness eigenvector core_number redundancy",
    "projection": "pagerank constraint effective_size efficiency hierarchy participation_coefficient harmonic "
    "brokerage_coordinator brokerage_consultant brokerage_gatekeeper brokerage_representative brokerage_liaison",
}
WHOLE = {
    "two-mode": "density_two_mode components largest_component_share robins_alexander latapy opsahl nodf modularity "
    "gini_participation",
    "projection": "degree_centralization betweenness_centralization closeness_centralization ei_index core_periphery "
    "core_periphery_p mean_distance diameter fragmentation",
    "directed": "reciprocity",
}

#: Functions of a network that are no measure to be shown by itself, and what they are for.
PARTS = {
    "betweenness_error": "the error of a betweenness that was sampled",
    "ei_index_by_district": "what --table ei-test --by district tests",
    "modularity_of_run": "what a report compares with chance for communities",
    "nodf_against_null": "what --table chance does for every measure",
    "refuse_if_long": "what keeps a measure from taking hours",
    "says_little": "why a report gives words instead of a value",
    "small_world_parts": "what --table small-world shows",
    "tied_actors": "the ties that a backbone or a test goes through",
    "ties_by_district": "what a command tells beside tables by district",
    "two_mode_modules": "what --table modules shows",
}


def named():
    for level, names in (("node", NODES), ("whole", WHOLE)):
        for network, several in names.items():
            for name in several.split():
                yield pytest.param(name, level, network, id=name)


@pytest.mark.parametrize(("name", "level", "network"), list(named()))
def test_a_measure_of_the_contract_is_in_the_catalogue_with_its_meaning(name, level, network):
    measure = MEASURES[name]
    assert (measure.level, measure.network) == (level, network)
    assert measure.function.__name__ == name


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_is_said_in_full_in_both_languages(name):
    measure = MEASURES[name]
    for part in ("definition", "formula", "reading", "caveats"):
        texts = getattr(measure, part)
        assert texts["sv"] != texts["en"]
        assert all(text.endswith(".") and len(text) > 20 for text in texts.values()), part


def functions_of_a_network():
    for module in iter_modules(measures.__path__):
        if module.ispkg:
            continue
        found = import_module(f"{measures.__name__}.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            own = function.__module__ == found.__name__ and not name.startswith("_")
            if own and "network" in inspect.signature(function).parameters:
                yield name


def test_every_function_of_a_network_is_a_measure_a_table_or_part_of_one():
    shown = {measure.function.__name__ for measure in MEASURES.values()}
    shown |= {table.function for table in [*TABLES.values(), *BY_DISTRICT.values()]}
    assert set(functions_of_a_network()) - shown == set(PARTS)
