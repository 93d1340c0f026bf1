"""Measures of nodes, value by value, against R."""

from __future__ import annotations

from math import nan, sqrt

import pytest

from samverkansgraf.measures import MEASURES, bridges, cutpoints
from samverkansgraf.measures.brokerage import brokerage_table
from samverkansgraf.measures.brokerage_counts import ROLES

pytestmark = pytest.mark.oracle

NETWORKS = ("davis", "vasteras", "scattered")
SIDES = ("actors", "initiatives")

#: Sums of some dozen terms, in another order.
EXACT = {"rel": 1e-9, "abs": 1e-12}

#: igraph's own iteration stops earlier than ours, and svd's vectors are good to half the digits where values nearly tie.
ITERATED = {"rel": 1e-6, "abs": 1e-8}

SAME = [
    ("sna", "degree", EXACT),
    ("igraph", "degree", EXACT),
    ("sna", "closeness", EXACT),
    ("igraph", "closeness", EXACT),
    ("sna", "betweenness", EXACT),
    ("igraph", "betweenness", EXACT),
    ("igraph", "eigenvector", ITERATED),
    ("base", "eigenvector", ITERATED),
    ("sna", "core_number", EXACT),
    ("igraph", "core_number", EXACT),
    ("sna", "harmonic", EXACT),
    ("igraph", "harmonic", EXACT),
    ("igraph", "pagerank", ITERATED),
    ("igraph", "constraint", EXACT),
]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("compared", SAME, ids=lambda compared: " ".join(compared[:2]))
@pytest.mark.parametrize("network", NETWORKS)
def test_each_value_is_that_of_r(networks, reference, network, compared, side):
    package, measure, tolerance = compared
    theirs = reference[network][package, measure, side]
    ours = MEASURES[measure].of_nodes(networks[network], of=side)
    assert ours == pytest.approx(theirs, nan_ok=True, **tolerance)


@pytest.mark.parametrize(
    ("measure", "side"),
    [
        ("blau_diversity", "initiatives"),
        ("qualitative_variation", "initiatives"),
        ("participation_coefficient", "actors"),
    ],
)
@pytest.mark.parametrize("network", NETWORKS)
def test_each_diversity_is_vegans_simpson_index(networks, reference, network, measure, side):
    # vegan gives 1 where a community has nobody; the script has made that undefined, as it is.
    theirs = reference[network]["vegan", measure, side]
    assert MEASURES[measure].of_nodes(networks[network], of=side) == pytest.approx(
        theirs, nan_ok=True, **EXACT
    )


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("network", NETWORKS)
def test_each_count_of_brokerage_is_snas_ordered_pairs(networks, reference, network, role):
    # sna takes a tie for two arcs, so that it too counts each pair both ways. We name its w_O "consultant".
    theirs = reference[network]["sna", f"brokerage_{role}", "actors"]
    ours = MEASURES[f"brokerage_{role}"].of_nodes(networks[network])
    assert {actor: ours[actor] for actor in theirs} == theirs
    unknown = set(ours) - set(theirs)
    assert {actor: ours[actor] for actor in unknown} == pytest.approx(
        dict.fromkeys(unknown, nan), nan_ok=True
    )


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("network", NETWORKS)
def test_each_expectation_of_brokerage_is_snas_and_its_spread_that_of_ties_not_arcs(
    networks, reference, network, role
):
    # sna draws arcs, each by itself; a tie is both arcs at once. The mean is the same. Where a pair of two others of
    # one sort counts both ways, the same tie counts twice and the variance doubles; for gatekeeper and representative
    # the two ways go to different roles.
    table = brokerage_table(networks[network]).filter(role=role).drop_nulls("sd")
    ours = {actor: (mean, sd) for actor, mean, sd in table.select("id", "expected", "sd").iter_rows()}
    both_ways = 1 if role in ("gatekeeper", "representative") else sqrt(2)
    means = reference[network]["sna", f"brokerage_{role} expected", "actors"]
    spreads = reference[network]["sna", f"brokerage_{role} sd", "actors"]
    assert {actor: mean for actor, (mean, _) in ours.items()} == pytest.approx(means, **EXACT)
    assert {actor: sd for actor, (_, sd) in ours.items()} == pytest.approx(
        {actor: sd * both_ways for actor, sd in spreads.items()}, rel=1e-9, abs=1e-9
    )


@pytest.mark.parametrize("package", ["igraph", "sna"])
@pytest.mark.parametrize("network", NETWORKS)
def test_cutpoints_are_those_of_r(networks, reference, network, package):
    theirs = set(reference[network].get((package, "cutpoints", ""), {}))
    assert set(cutpoints(networks[network])["id"]) == theirs


@pytest.mark.parametrize("network", NETWORKS)
def test_bridges_are_those_of_igraph(networks, reference, network):
    theirs = {frozenset(ends.split(" ")) for ends in reference[network].get(("igraph", "bridges", ""), {})}
    found = bridges(networks[network])
    assert {frozenset(ends) for ends in found.select("actor", "initiative").iter_rows()} == theirs
