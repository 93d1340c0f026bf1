from __future__ import annotations

from itertools import permutations

import networkx as nx
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.errors import UsageError
from samverkansgraf.network import nodes_of, pair_ids, pairs, projection, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("123456")), max_size=30)


def davis():
    """Return Davis, Gardner & Gardner's 18 women at 14 events, as networkx has them."""
    source = nx.davis_southern_women_graph()
    women = source.graph["top"]
    return two_mode_of_pairs((a, b) if a in women else (b, a) for a, b in source.edges())


def five_actor_city():
    # På lika villkor: stad, Mimer, Rädda Barnen, Ikea. EST: stad, Mimer, Polisen. Utveckling Bäckby: stad.
    return two_mode_of_pairs(
        [
            *((who, "På lika villkor") for who in ("stad", "Mimer", "Rädda Barnen", "Ikea")),
            *((who, "EST") for who in ("stad", "Mimer", "Polisen")),
            ("stad", "Utveckling Bäckby"),
        ]
    )


def test_pairs_of_the_five_actor_city_have_the_weights_worked_by_hand():
    # På lika villkor has four actors: 1/3 for each pair. EST has three: 1/2. Mimer and stad meet in both: 5/6.
    rows = [
        ("Ikea", "Mimer", 1, 1 / 3),
        ("Ikea", "Rädda Barnen", 1, 1 / 3),
        ("Ikea", "stad", 1, 1 / 3),
        ("Mimer", "Polisen", 1, 1 / 2),
        ("Mimer", "Rädda Barnen", 1, 1 / 3),
        ("Mimer", "stad", 2, 5 / 6),
        ("Polisen", "stad", 1, 1 / 2),
        ("Rädda Barnen", "stad", 1, 1 / 3),
    ]
    found = pairs(five_actor_city())
    assert found.columns == ["actor_a", "actor_b", "shared", "newman", "p_value", "validated"]
    assert [row[:3] for row in found.rows()] == [row[:3] for row in rows]
    assert found["newman"].to_list() == pytest.approx([row[3] for row in rows])
    assert found["p_value"].null_count() == found["validated"].null_count() == len(rows)
    assert found.schema["validated"] == pl.Boolean


def test_in_a_pair_the_label_that_comes_first_in_code_points_comes_first():
    network = two_mode_of_pairs([("1", "EST"), ("2", "EST"), ("3", "EST")])
    for node, label in {"1": "Ö-föreningen", "2": "bibliotek", "3": "Zon"}.items():
        network.nodes[node]["label"] = label
    assert pairs(network).select("actor_a", "actor_b").rows() == [
        ("Zon", "bibliotek"),
        ("Zon", "Ö-föreningen"),
        ("bibliotek", "Ö-föreningen"),
    ]


def test_weights_equal_networkx_on_the_southern_women():
    network = davis()
    women = nodes_of(network, "actors")
    for weight, theirs in {
        "shared": nx.bipartite.weighted_projected_graph(network, women),
        "newman": nx.bipartite.collaboration_weighted_projected_graph(network, women),
    }.items():
        ours = projection(network, weight=weight)
        assert {frozenset(edge) for edge in ours.edges} == {frozenset(edge) for edge in theirs.edges}
        for a, b, value in ours.edges(data="weight"):
            assert value == pytest.approx(theirs[a][b]["weight"])
    events = nodes_of(network, "initiatives")
    theirs = nx.bipartite.weighted_projected_graph(network, events)
    ours = projection(network, onto="initiative")
    assert {(*sorted((a, b)), w) for a, b, w in ours.edges(data="weight")} == {
        (*sorted((a, b)), w) for a, b, w in theirs.edges(data="weight")
    }


def test_newmans_weights_of_an_actor_sum_to_its_initiatives_with_company():
    network = davis()
    weighted = projection(network, weight="newman")
    for woman, strength in weighted.degree(weight="weight"):
        in_company = sum(network.degree[event] > 1 for event in network[woman])
        assert strength == pytest.approx(in_company)


def test_members_of_a_set_are_not_tied_but_the_set_is_to_other_initiatives():
    network = two_mode_of_pairs([("stad", "grupper"), ("Mimer", "grupper"), ("stad", "EST")])
    network.nodes["grupper"]["is_set"] = True
    assert list(projection(network).edges) == []
    assert sorted(projection(network)) == ["Mimer", "stad"]
    assert pairs(network).is_empty()
    assert list(projection(network, onto="initiative").edges) == [("EST", "grupper")]


def test_an_empty_network_and_one_without_ties_give_no_pairs():
    assert pairs(two_mode_of_pairs([])).is_empty()
    assert pairs(two_mode_of_pairs([("Mimer", "EST")])).is_empty()
    assert projection(two_mode_of_pairs([])).number_of_nodes() == 0


def test_newmans_weight_is_refused_between_initiatives():
    with pytest.raises(UsageError, match="between actors"):
        projection(davis(), onto="initiative", weight="newman")


def test_a_node_keeps_its_attributes_in_the_projection():
    network = five_actor_city()
    network.nodes["stad"]["sector"] = "urn:s:kommun"
    assert projection(network).nodes["stad"] == {"kind": "actor", "label": "stad", "sector": "urn:s:kommun"}


@given(LINKS)
def test_a_weight_never_exceeds_the_degree_of_either_actor(links):
    network = two_mode_of_pairs(links)
    for weight in ("shared", "newman"):
        for a, b, value in projection(network, weight=weight).edges(data="weight"):
            assert 0 < value <= min(network.degree[a], network.degree[b]) + 1e-12


@given(LINKS, st.randoms(use_true_random=False))
def test_order_and_duplicates_change_nothing(links, random):
    told_again = links + links
    random.shuffle(told_again)
    assert pairs(two_mode_of_pairs(told_again)).equals(pairs(two_mode_of_pairs(links)))


@given(LINKS, st.sampled_from(list(permutations("abcd"))))
def test_other_names_give_the_same_weights_under_the_other_names(links, names):
    new = {**{name: name for name in "efgh"}, **dict(zip("abcd", names, strict=True))}
    before = projection(two_mode_of_pairs(links), weight="newman")
    after = projection(two_mode_of_pairs((new[a], i) for a, i in links), weight="newman")
    assert before.number_of_edges() == after.number_of_edges()
    for a, b, value in before.edges(data="weight"):
        assert after[new[a]][new[b]]["weight"] == pytest.approx(value)


def test_ids_of_pairs_stand_row_by_row_beside_their_labels_also_where_these_are_shared():
    # a1 and a2 are both called Föreningen and are tied to each other and to Mimer.
    network = two_mode_of_pairs([("a1", "x"), ("a2", "x"), ("m", "x")])
    for node, label in (("a1", "Föreningen"), ("a2", "Föreningen"), ("m", "Mimer")):
        network.nodes[node]["label"] = label
    ids = pair_ids(network)
    assert ids.select("label_a", "label_b").rows() == pairs(network).select("actor_a", "actor_b").rows()
    assert ids.select("id_a", "id_b").rows() == [("a1", "a2"), ("a1", "m"), ("a2", "m")]
