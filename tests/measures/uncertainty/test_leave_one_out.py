from __future__ import annotations

from dataclasses import replace

import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from tests.measures.links import graph

from samverkansgraf.measures.uncertainty import leavings, reduction
from samverkansgraf.network import two_mode
from samverkansgraf.ties import Selection
from samverkansgraf.vocabulary import sg

SOURCED = graph(
    ("a", "x", "Stated", "s1"),
    ("a", "x", "StatedInPart", "s2"),
    ("b", "x", "Stated", "s1", "s2"),
    ("c", "y", "Stated"),
    in_bounds=["a"],
)


def slowly_without(frames, leaving):
    """Return the frames as they would be if the thing had never been there."""
    rows = frames.participations
    if leaving.kind == "initiative":
        return replace(frames, participations=rows.filter(pl.col("initiative") != leaving.left))
    left = pl.col("sources").list.set_difference(pl.lit([leaving.left]))
    gone = pl.col("sources").list.contains(leaving.left) & (left.list.len() == 0)
    return replace(frames, participations=rows.filter(~gone.fill_null(value=False)).with_columns(left))


def same(one, other):
    return list(one.nodes(data=True)) == list(other.nodes(data=True)) and sorted(
        (sorted(edge), said) for *edge, said in one.edges(data=True)
    ) == sorted((sorted(edge), said) for *edge, said in other.edges(data=True))


def test_a_participation_leaves_with_a_source_only_if_it_has_no_other():
    assert [(one.kind, one.left, sorted(one.dropped)) for one in leavings(SOURCED)] == [
        ("source", "urn:s:s1", ["urn:p:0"]),
        ("source", "urn:s:s2", ["urn:p:1"]),
        ("initiative", "urn:i:x", ["urn:p:0", "urn:p:1", "urn:p:2"]),
        ("initiative", "urn:i:y", ["urn:p:3"]),
    ]


def test_a_tie_that_keeps_a_participation_keeps_only_its_roles_and_certainty():
    whole = reduction(SOURCED, two_mode(SOURCED))
    edge = whole.without(frozenset({"urn:p:0"})).edges["urn:a:a", "urn:i:x"]
    assert edge == {
        "roles": (sg("Partner"),),
        "certainty": sg("StatedInPart"),
        "participations": ("urn:p:1",),
    }


def test_an_actor_within_the_bounds_stays_without_participations_and_another_does_not():
    whole = reduction(SOURCED, two_mode(SOURCED))
    assert sorted(whole.without(frozenset({"urn:p:0", "urn:p:1", "urn:p:2"}))) == [
        "urn:a:a",
        "urn:a:c",
        "urn:i:y",
    ]


def test_nothing_to_drop_gives_the_same_network():
    network = two_mode(SOURCED)
    assert reduction(SOURCED, network).without(frozenset()) is network


def test_the_network_that_loses_participations_is_not_changed():
    network = two_mode(SOURCED)
    reduction(SOURCED, network).without(frozenset({"urn:p:0", "urn:p:2"}))
    assert same(network, two_mode(SOURCED))


links = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from("xyz"),
        st.sampled_from(["Stated", "StatedInPart", "Inferred"]),
        st.lists(st.sampled_from("stu"), max_size=2, unique=True),
    ),
    max_size=9,
)


@given(links, st.sets(st.sampled_from("ae")), st.booleans())
def test_a_reduced_network_is_the_one_that_reduced_frames_give(given_links, in_bounds, merged):
    frames = graph(*((*link, *sources) for *link, sources in given_links), in_bounds=sorted(in_bounds))
    # d is a unit of a: as a top unit it counts as a.
    part_of = pl.when(pl.col("actor") == "urn:a:d").then(pl.lit(["urn:a:a"])).otherwise(pl.col("part_of"))
    frames = replace(frames, actors=frames.actors.with_columns(part_of=part_of))
    selection = Selection(units="top" if merged else "recorded")
    whole = reduction(frames, two_mode(frames, selection), selection)
    for leaving in leavings(frames, selection):
        assert same(whole.without(leaving.dropped), two_mode(slowly_without(frames, leaving), selection))
