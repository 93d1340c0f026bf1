from __future__ import annotations

from itertools import combinations, permutations, product
from math import isnan, sqrt

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures import MEASURES
from samverkansgraf.measures.brokerage import ROLES, brokerage_table
from samverkansgraf.network import projection, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("12345")), min_size=1, max_size=20)
SECTORS = st.fixed_dictionaries(dict.fromkeys("abcdefg", st.sampled_from(["x", "y", "z", None])))


def role_of(a, broker, b):
    """Gould and Fernandez's name for a broker between a and b, each by its sector."""
    if a == broker == b:
        return "coordinator"
    if a == b:
        return "consultant"
    if broker == b:
        return "gatekeeper"
    if broker == a:
        return "representative"
    return "liaison"


def counted(ties, sector):
    """Count every ordered pair of neighbours that are not tied, broker by broker."""
    counts = {(broker, role): 0 for broker in ties for role in ROLES}
    for broker in ties:
        for a, b in permutations(ties[broker], 2):
            if not ties.has_edge(a, b):
                counts[broker, role_of(sector[a], sector[broker], sector[b])] += 1
    return counts


@given(LINKS, SECTORS)
def test_counts_equal_every_ordered_pair_looked_at(links, sectors):
    network = two_mode_of_pairs(links)
    for actor, kind in list(network.nodes(data="kind")):
        if kind == "actor":
            network.nodes[actor]["sector"] = sectors[actor]
    known = [actor for actor in projection(network) if sectors[actor]]
    expected = counted(projection(network).subgraph(known), sectors)
    for role in ROLES:
        ours = MEASURES[f"brokerage_{role}"].of_nodes(network)
        assert {actor: ours[actor] for actor in known} == {actor: expected[actor, role] for actor in known}
        assert all(isnan(value) for actor, value in ours.items() if actor not in known)


def test_a_pair_counts_both_ways():
    # b stands between a and c and nobody else: two ordered pairs, not one.
    network = two_mode_of_pairs([("a", "1"), ("b", "1"), ("b", "2"), ("c", "2")])
    for actor in "abc":
        network.nodes[actor]["sector"] = "x"
    assert MEASURES["brokerage_coordinator"].of_nodes(network) == {"a": 0, "b": 2, "c": 0}
    network.nodes["c"]["sector"] = "y"
    assert MEASURES["brokerage_gatekeeper"].of_nodes(network)["b"] == 1
    assert MEASURES["brokerage_representative"].of_nodes(network)["b"] == 1


def test_expectation_and_spread_are_those_of_all_networks_weighed_by_their_chance():
    # Five actors, three sectors, five of ten ties: each of the 2^10 networks is as likely as p^ties (1 − p)^(10 − ties).
    sector = dict(zip("abcde", "xxyyz", strict=True))
    ties = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "e"), ("d", "e")]
    network = two_mode_of_pairs((end, f"{one}{other}") for one, other in ties for end in (one, other))
    for actor, its in sector.items():
        network.nodes[actor]["sector"] = its
    pairs = list(combinations("abcde", 2))
    first, second = {}, {}
    for there in product([0, 1], repeat=len(pairs)):
        graph = nx.Graph(pair for pair, is_there in zip(pairs, there, strict=True) if is_there)
        graph.add_nodes_from("abcde")
        for key, count in counted(graph, sector).items():
            first[key] = first.get(key, 0.0) + count / 2 ** len(pairs)  # p is one half
            second[key] = second.get(key, 0.0) + count**2 / 2 ** len(pairs)
    for row in brokerage_table(network).iter_rows(named=True):
        key = row["id"], row["role"]
        assert row["expected"] == pytest.approx(first[key])
        sd = sqrt(max(second[key] - first[key] ** 2, 0))
        assert row["sd"] == pytest.approx(sd, abs=1e-9)
        if sd > 0:
            assert row["z"] == pytest.approx((row["count"] - first[key]) / sd)
        else:
            assert row["z"] is None
            assert row["reason"]


def test_initiatives_broker_nothing(city):
    assert all(
        isnan(value) for value in MEASURES["brokerage_liaison"].of_nodes(city, of="initiatives").values()
    )
