"""Brokerage between sectors, in the projection and in the two-mode network, against the definitions written out."""

from __future__ import annotations

from itertools import combinations, permutations
from math import isnan, sqrt

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.errors import UsageError
from samverkansgraf.measures import MEASURES, limits
from samverkansgraf.measures.brokerage import brokerage_table
from samverkansgraf.measures.brokerage_counts import ROLES
from samverkansgraf.measures.brokerage_two_mode import (
    ROLES_TWO_MODE,
    brokerage_two_mode,
    brokerage_two_mode_table,
)
from samverkansgraf.network import nodes_of, projection, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("12345")), max_size=22)
SECTORS = st.fixed_dictionaries({name: st.sampled_from(["k", "s", "i", None]) for name in "abcdefg"})
SETS = st.sets(st.sampled_from("12345"), max_size=2)


def network_of(links, sectors, sets=()):
    network = two_mode_of_pairs(links)
    for node, about in network.nodes(data=True):
        if about["kind"] == "actor":
            about["sector"] = sectors.get(node)
        else:
            about["is_set"] = node in sets
    return network


def role_of(a, broker, b):
    """Return the role of a broker by the sectors of the three, a to b."""
    if a == broker == b:
        return "coordinator"
    if a == b:
        return "consultant"
    if broker == b:
        return "gatekeeper"
    return "representative" if broker == a else "liaison"


def pairs_written_out(network):
    """Return broker -> role -> ordered pairs, going through all triples of actors of known sector."""
    ties = projection(network)
    sector = {node: about["sector"] for node, about in ties.nodes(data=True) if about["sector"]}
    found = {node: dict.fromkeys(ROLES, 0) for node in sector}
    for a, broker, b in permutations(sector, 3):
        if ties.has_edge(a, broker) and ties.has_edge(broker, b) and not ties.has_edge(a, b):
            found[broker][role_of(sector[a], sector[broker], sector[b])] += 1
    return found


def chains_written_out(network, kind):
    """Return for each node of a kind its chains as (end, end), going through all paths of five nodes."""
    ways = {i for i, about in network.nodes(data=True) if about["kind"] != kind and not about.get("is_set")}
    if kind == "initiative":
        ways = {i for i, about in network.nodes(data=True) if about["kind"] == "actor"}
    nodes = [node for node, about in network.nodes(data=True) if about["kind"] == kind]
    found = {node: [] for node in nodes}
    for node in nodes:
        for one, other in permutations(sorted(set(network[node]) & ways), 2):
            found[node] += [
                (a, b)
                for a in network[one]
                for b in network[other]
                if a < b and node not in (a, b) and not set(network[a]) & set(network[b]) & ways
            ]
    return found


def test_a_path_of_three_sectors_as_worked_by_hand():
    # a and b meet broker in 1 and 2, and each other nowhere: (a, b) and (b, a). a meets broker in 3 too: two chains.
    links = [("a", "1"), ("v", "1"), ("v", "2"), ("b", "2"), ("a", "3"), ("v", "3")]
    network = network_of(links, {"a": "k", "v": "s", "b": "i"})
    assert MEASURES["brokerage_liaison"].of_nodes(network) == {"a": 0, "b": 0, "v": 2}
    assert MEASURES["brokerage_two_mode_liaison"].of_nodes(network) == {"a": 0, "b": 0, "v": 2}
    network.remove_edge("a", "3")
    assert MEASURES["brokerage_two_mode_liaison"].of_nodes(network)["v"] == 1
    assert brokerage_two_mode(network, of="initiatives") == {"1": 0, "2": 0, "3": 0}


def test_initiatives_broker_between_those_without_actors_in_common():
    # F shares a with E and b with G, which share nobody.
    network = two_mode_of_pairs([("a", "E"), ("a", "F"), ("b", "F"), ("b", "G")])
    assert brokerage_two_mode(network, of="initiatives") == {"E": 0, "F": 1, "G": 0}


def test_of_a_clique_and_a_star_of_meetings():
    assert set(brokerage_two_mode(two_mode_of_pairs((a, "1") for a in "abcd")).values()) == {0}
    # v meets five others, each in its own initiative: 5 · 4/2 chains.
    star = two_mode_of_pairs((one, a) for a in "12345" for one in ("v", f"a{a}"))
    assert brokerage_two_mode(star)["v"] == 10


@given(LINKS, SECTORS, SETS)
def test_pairs_are_those_that_the_definition_written_out_gives(links, sectors, sets):
    network = network_of(links, sectors, sets)
    expected = pairs_written_out(network)
    for role in ROLES:
        values = MEASURES[f"brokerage_{role}"].of_nodes(network)
        assert {node: value for node, value in values.items() if not isnan(value)} == {
            node: roles[role] for node, roles in expected.items()
        }


@given(LINKS, SECTORS, SETS)
def test_chains_are_those_that_the_definition_written_out_gives(links, sectors, sets):
    network = network_of(links, sectors, sets)
    chains = chains_written_out(network, "actor")
    assert brokerage_two_mode(network) == {node: len(ends) for node, ends in chains.items()}
    of_initiatives = chains_written_out(network, "initiative")
    assert brokerage_two_mode(network, of="initiatives") == {
        node: len(ends) for node, ends in of_initiatives.items()
    }
    sector = {node: network.nodes[node]["sector"] for node in chains}
    for role in ROLES_TWO_MODE:
        values = MEASURES[f"brokerage_two_mode_{role}"].of_nodes(network)
        expected = {
            node: sum(
                {"representative": "gatekeeper"}.get(
                    found := role_of(sector[a], sector[node], sector[b]), found
                )
                == role
                for a, b in ends
                if sector[a] and sector[b]
            )
            for node, ends in chains.items()
            if sector[node]
        }
        assert {node: value for node, value in values.items() if not isnan(value)} == expected


@given(LINKS)
def test_where_all_are_of_one_sector_the_coordinator_has_every_chain(links):
    network = network_of(links, dict.fromkeys("abcdefg", "k"))
    assert MEASURES["brokerage_two_mode_coordinator"].of_nodes(network) == brokerage_two_mode(network)
    assert set(MEASURES["brokerage_two_mode_liaison"].of_nodes(network).values()) <= {0}


def test_a_pair_counts_both_ways():
    # b stands between a and c and nobody else: two ordered pairs, not one.
    links = [("a", "1"), ("b", "1"), ("b", "2"), ("c", "2")]
    all_of_one = network_of(links, dict.fromkeys("abc", "x"))
    assert MEASURES["brokerage_coordinator"].of_nodes(all_of_one) == {"a": 0, "b": 2, "c": 0}
    another = network_of(links, {"a": "x", "b": "x", "c": "y"})
    assert MEASURES["brokerage_gatekeeper"].of_nodes(another)["b"] == 1
    assert MEASURES["brokerage_representative"].of_nodes(another)["b"] == 1


def test_initiatives_have_no_sector_and_so_no_role(city):
    assert all(map(isnan, MEASURES["brokerage_two_mode_liaison"].function(city, of="initiatives").values()))


def test_the_expectation_of_pairs_is_the_mean_over_all_networks_of_that_density():
    # Four actors, two of each sector, three ties of six: p = 1/2. Over all 64 networks, each as likely as the next,
    # the mean of each role is what the table expects.
    sectors = {"a": "k", "b": "k", "c": "s", "d": "s"}
    pairs = list(combinations("abcd", 2))
    network = network_of(
        [(a, f"{a}{b}") for a, b in pairs[:3]] + [(b, f"{a}{b}") for a, b in pairs[:3]], sectors
    )
    table = brokerage_table(network).filter(id="a")
    counts = []
    for chosen in range(64):
        ties = [pair for place, pair in enumerate(pairs) if chosen >> place & 1]
        graph = nx.Graph(ties)
        graph.add_nodes_from("abcd")
        counts.append(
            [
                sum(
                    role_of(sectors[x], "k", sectors[y]) == role
                    for x, y in permutations(graph["a"], 2)
                    if not graph.has_edge(x, y)
                )
                for role in ROLES
            ]
        )
    for place, role in enumerate(ROLES):
        values = [several[place] for several in counts]
        mean = sum(values) / 64
        row = table.filter(role=role).row(0, named=True)
        assert row["expected"] == pytest.approx(mean)
        assert row["sd"] == pytest.approx(sqrt(sum((value - mean) ** 2 for value in values) / 64))


def test_the_table_of_chains_stands_beside_all_networks_of_these_degrees():
    # v in two initiatives with one other each: of v, a, b exactly v has degree 2, so no other network is possible but for
    # who of a and b is where, and v always joins them.
    network = network_of([("a", "1"), ("v", "1"), ("v", "2"), ("b", "2")], {"a": "k", "v": "s", "b": "i"})
    table = brokerage_two_mode_table(network, samples=20)
    row = table.filter(id="v", role="liaison").row(0, named=True)
    assert (row["count"], row["expected"], row["sd"], row["z"], row["p_value"]) == (1, 1, 0, None, 1)
    assert row["reason"]
    assert table["role"].to_list() == [*ROLES_TWO_MODE] * 3


def test_an_unknown_sector_has_a_reason_and_many_meetings_are_refused(city, monkeypatch):
    table = brokerage_two_mode_table(city, samples=3, language="sv")
    assert table["count"].null_count() == table.height
    assert set(table["reason"]) == {"aktörens sektor är okänd"}
    monkeypatch.setattr(limits, "MOST_MEETINGS", 10)
    with pytest.raises(UsageError, match="two-mode brokerage: 9 meetings of two actors"):
        brokerage_two_mode_table(city, samples=3)


def test_names_of_nodes_are_all_there(davis):
    assert list(brokerage_two_mode(davis)) == nodes_of(davis, "actors")
