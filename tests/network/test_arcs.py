from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.network.roles import ROLES, SAID, city

from samverkansgraf.errors import NotTwoModeError, UsageError
from samverkansgraf.frames import Frames
from samverkansgraf.network import (
    arc_table,
    arcs,
    funding_arcs,
    lead_arcs,
    lead_matrix,
    two_mode,
    two_mode_of_pairs,
)
from samverkansgraf.ties import Selection
from samverkansgraf.vocabulary import TIE_MAKING_ROLES, sg


def arcs_of(frames, selection=None):
    return set(lead_arcs(two_mode(frames, selection or Selection())).edges())


def test_a_lead_has_an_arc_to_each_other_that_takes_part_whatever_its_role():
    frames = city(
        ("stad", "x", "Lead"), ("mimer", "x", "Partner"), ("ikea", "x", "Member"), ("skola", "x", "Host"), ("polis", "x", "Involved")
    )  # fmt: skip
    assert arcs_of(frames) == {("stad", other) for other in ("mimer", "ikea", "skola", "polis")}


def test_who_lead_together_have_no_arc_between_them_also_if_another_source_calls_one_a_partner():
    frames = city(
        ("stad", "x", "Lead"), ("polis", "x", "Lead"), ("polis", "x", "Partner"), ("mimer", "x", "Partner")
    )
    assert arcs_of(frames) == {("stad", "mimer"), ("polis", "mimer")}


def test_an_own_role_says_nothing_of_direction_and_without_a_named_lead_nobody_is_a_node():
    frames = city(
        ("stad", "x", "Lead"), ("mimer", "x", "own"), ("ikea", "y", "Partner"), ("polis", "y", "Partner")
    )
    graph = lead_arcs(two_mode(frames))
    assert (list(graph), list(graph.edges())) == (["stad"], [])


def test_a_set_of_bodies_says_nothing_of_who_leads_whom():
    assert arcs_of(city(("stad", "x", "Lead"), ("mimer", "x", "Member"), sets=["x"])) == set()


def test_an_arc_knows_its_initiatives_and_a_node_what_it_is():
    frames = city(*((a, i, r) for i in "yx" for a, r in (("stad", "Lead"), ("mimer", "Partner"))))
    graph = lead_arcs(two_mode(frames))
    assert graph.edges["stad", "mimer"] == {"initiatives": ("x", "y"), "weight": 2}
    assert graph.nodes["stad"] == {"kind": "actor", "label": "STAD", "sector": "urn:s"}


def test_arcs_follow_certainty_and_units_as_the_network_does():
    frames = city(("stad", "x", "Lead"), ("mimer", "x", "Partner"))
    assert arcs_of(frames, Selection(certainty=(sg("Planned"),))) == set()
    assert arcs_of(frames, Selection(roles=(sg("Partner"),))) == set()


def test_a_funder_has_an_arc_to_who_takes_part_and_none_to_itself_or_to_a_target_group():
    frames = city(
        ("delmos", "x", "Funder"), ("stad", "x", "Funder"), ("stad", "x", "Lead"), ("mimer", "x", "Partner"), ("unga", "x", "TargetGroup")
    )  # fmt: skip
    graph = funding_arcs(frames)
    assert set(graph.edges()) == {("delmos", "stad"), ("delmos", "mimer"), ("stad", "mimer")}
    assert graph.nodes["delmos"]["label"] == "DELMOS"
    assert "delmos" not in two_mode(frames)


def test_who_funds_what_nobody_takes_part_in_or_a_set_has_no_arc():
    assert list(funding_arcs(city(("delmos", "x", "Funder")))) == []
    assert list(funding_arcs(city(("delmos", "x", "Funder"), ("stad", "x", "Member"), sets=["x"]))) == []


def test_the_table_has_both_relations_in_labels():
    frames = city(("delmos", "x", "Funder"), ("stad", "x", "Lead"), ("mimer", "x", "Partner"))
    rows = arc_table(frames).select("relation", "from_label", "to_label", "weight", "initiatives").rows()
    assert rows == [
        ("leads", "STAD", "MIMER", 1, ["X"]),
        ("funds", "DELMOS", "MIMER", 1, ["X"]),
        ("funds", "DELMOS", "STAD", 1, ["X"]),
    ]
    assert arc_table(Frames.of()).is_empty()


def test_too_many_arcs_are_refused_in_words(monkeypatch):
    frames = city(
        ("stad", "x", "Lead"), ("mimer", "x", "Partner"), ("ikea", "x", "Partner"), ("delmos", "x", "Funder")
    )
    monkeypatch.setattr(arcs, "MOST_TIES", 1)
    with pytest.raises(UsageError, match="2 arcs, more than 1"):
        lead_arcs(two_mode(frames))
    with pytest.raises(UsageError, match="up to 3 arcs"):
        funding_arcs(frames)
    monkeypatch.setattr(arcs, "MOST_MEETINGS", 1)
    with pytest.raises(UsageError, match="2 meetings of a lead"):
        lead_matrix(two_mode(frames))


def test_a_network_without_roles_has_no_arcs_and_one_that_is_not_two_mode_is_refused():
    assert list(lead_arcs(two_mode_of_pairs([("a", "1"), ("b", "1")]))) == []
    with pytest.raises(NotTwoModeError):
        lead_matrix(nx.path_graph(3))


@settings(max_examples=40)
@given(SAID, st.sets(st.sampled_from("123")))
def test_arcs_are_those_that_the_definition_written_out_gives(said, sets):
    frames = city(*said, sets=sets)
    leads = {(a, i) for a, i, role in said if role == "Lead"}
    led = {(a, i) for a, i, role in said if role in ROLES[1:5]} - leads
    tying = {(a, i) for a, i, role in said if role in (*TIE_MAKING_ROLES, "own")}
    expected = {
        (a, b): {i for x, i in leads if x == a and (b, i) in led} - sets for a, _ in leads for b, _ in led
    }
    expected = {arc: several for arc, several in expected.items() if several}
    graph = lead_arcs(two_mode(frames))
    assert {arc: set(graph.edges[arc]["initiatives"]) for arc in graph.edges()} == expected
    nodes, matrix = lead_matrix(two_mode(frames))
    assert {
        (nodes[one], nodes[other]): value
        for one, other, value in zip(*matrix.nonzero(), matrix.data.tolist(), strict=True)
    } == {arc: len(several) for arc, several in expected.items()}
    funded = {
        (a, b): {i for x, i, role in said if (x, role) == (a, "Funder") and (b, i) in tying} - sets
        for a, _, role in said if role == "Funder" for b, _ in tying if a != b
    }  # fmt: skip
    graph = funding_arcs(frames)
    assert {arc: set(graph.edges[arc]["initiatives"]) for arc in graph.edges()} == {
        arc: several for arc, several in funded.items() if several
    }
