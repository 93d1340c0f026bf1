from __future__ import annotations

from math import isnan, nan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures.positions import harmonic, pagerank, participation_coefficient
from samverkansgraf.network import projection, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("12345")), min_size=1, max_size=20)
SIDES = pytest.mark.parametrize(("side", "kind"), [("actors", "actor"), ("initiatives", "initiative")])


@SIDES
@given(LINKS)
def test_harmonic_and_pagerank_equal_networkx_on_the_projection(side, kind, links):
    network = two_mode_of_pairs(links)
    ties = projection(network, onto=kind)
    others = len(ties) - 1
    expected = {
        node: total / others if others else nan for node, total in nx.harmonic_centrality(ties).items()
    }
    assert harmonic(network, of=side) == pytest.approx(expected, nan_ok=True)
    visits = nx.pagerank(ties, weight="weight", tol=1e-12, max_iter=1000)
    assert pagerank(network, of=side) == pytest.approx(visits, abs=1e-9)


def test_a_set_brings_nobody_nearer(city):
    city.nodes["T"]["is_set"] = True
    assert harmonic(city)["Polisen"] == 0
    assert harmonic(city)["stad"] == pytest.approx(3 / 4)


def test_participation_coefficient_of_the_city_as_worked_by_hand(city):
    sectors = {
        "stad": "kommun",
        "Mimer": "kommun",
        "Polisen": "polis",
        "Rädda Barnen": "förening",
        "Ikea": None,
    }
    for actor, sector in sectors.items():
        city.nodes[actor]["sector"] = sector
    found = participation_coefficient(city)
    # stad: weight 2 with its own sector (Mimer), 1 with the police, 1 with an association; Ikea's is not known.
    assert found["stad"] == pytest.approx(1 - (2 / 4) ** 2 - 2 * (1 / 4) ** 2)
    assert found["Polisen"] == 0  # stad and Mimer are of one sector
    assert found["Ikea"] == pytest.approx(1 - (2 / 3) ** 2 - (1 / 3) ** 2)


@given(LINKS, st.fixed_dictionaries(dict.fromkeys("abcdefg", st.sampled_from(["x", "y", None]))))
def test_participation_coefficient_equals_its_formula(links, sectors):
    network = two_mode_of_pairs(links)
    for actor in projection(network):
        network.nodes[actor]["sector"] = sectors[actor]
    ties = projection(network)
    for actor, value in participation_coefficient(network).items():
        to = {"x": 0, "y": 0}
        for other, known in ties[actor].items():
            if sectors[other]:
                to[sectors[other]] += known["weight"]
        total = sum(to.values())
        if total:
            assert value == pytest.approx(1 - sum((weight / total) ** 2 for weight in to.values()))
        else:
            assert isnan(value)
