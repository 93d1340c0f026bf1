from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures import bridges, cutpoints
from samverkansgraf.network import two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("12345")), max_size=14)


def test_cutpoints_of_the_city_and_what_comes_loose(city):
    # Without P, Rädda Barnen and Ikea hang on nothing; without stad U is alone; without T Polisen is.
    # Without Mimer all still meet through stad.
    assert cutpoints(city).select("id", "kind", "parts", "cut_off").rows() == [
        ("P", "initiative", 3, ["Ikea", "Rädda Barnen"]),
        ("T", "initiative", 2, ["Polisen"]),
        ("stad", "actor", 2, ["U"]),
    ]


def test_bridges_of_the_city_and_what_comes_loose(city):
    assert bridges(city).select("actor", "initiative", "cut_off").rows() == [
        ("Ikea", "P", ["Ikea"]),
        ("Polisen", "T", ["Polisen"]),
        ("Rädda Barnen", "P", ["Rädda Barnen"]),
        ("stad", "U", ["U"]),
    ]


def test_of_two_equal_parts_the_one_with_the_first_iri_is_what_remains():
    network = two_mode_of_pairs([("a", "1"), ("b", "1")])
    assert cutpoints(network).select("id", "cut_off").rows() == [("1", ["b"])]
    # a–1 gone: {a} and {1, b}. b–1 gone: {b} and {1, a}.
    assert bridges(network)["cut_off"].to_list() == [["a"], ["b"]]
    assert bridges(two_mode_of_pairs([("a", "1")]))["cut_off"].to_list() == [["a"]]  # "1" comes before "a"
    # m gone: {1, z} and {2, b}. The first IRI of all is 1.
    network = two_mode_of_pairs([("m", "1"), ("z", "1"), ("m", "2"), ("b", "2")])
    assert dict(cutpoints(network).select("id", "cut_off").iter_rows())["m"] == ["2", "b"]


def test_labels_stand_beside_the_ids(city):
    city.nodes["U"]["label"] = "Utveckling Bäckby"
    assert cutpoints(city)["cut_off_labels"].to_list()[-1] == ["Utveckling Bäckby"]


def test_a_network_of_nothing_has_none_but_all_columns():
    nothing = two_mode_of_pairs([])
    assert cutpoints(nothing).columns == ["id", "label", "kind", "parts", "cut_off", "cut_off_labels"]
    assert bridges(nothing).height == 0


@given(LINKS)
def test_without_a_cutpoint_or_bridge_there_are_as_many_more_parts_as_told(links):
    network = two_mode_of_pairs(links)
    before = nx.number_connected_components(network)
    found = cutpoints(network)
    assert set(found["id"]) == set(nx.articulation_points(network))
    for node, parts, loose in found.select("id", "parts", "cut_off").iter_rows():
        without = network.copy()
        without.remove_node(node)
        assert nx.number_connected_components(without) == before - 1 + parts
        assert 0 < len(loose) < network.number_of_nodes() - 1
    for actor, initiative, loose in bridges(network).select("actor", "initiative", "cut_off").iter_rows():
        without = network.copy()
        without.remove_edge(actor, initiative)
        assert nx.number_connected_components(without) == before + 1
        assert set(loose) in [set(part) for part in nx.connected_components(without)]
