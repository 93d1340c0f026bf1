from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkansgraf.pictures import layout, positions
from samverkansgraf.pictures.crossings import Crowd, crossing, overlaps, through
from samverkansgraf.pictures.geometry import ACTOR_RADIUS, box_at, node_shape, other_wraps, wrapped
from samverkansgraf.pictures.labels import link_label_places
from samverkansgraf.pictures.layout import arrangement
from samverkansgraf.pictures.lettering import text_width


def _two_mode(pairs, alone=()):
    network = nx.Graph()
    for actor, initiative in pairs:
        network.add_node(actor, kind="actor", label=actor)
        network.add_node(initiative, kind="initiative", label=initiative)
        network.add_edge(actor, initiative)
    for initiative in alone:
        network.add_node(initiative, kind="initiative", label=initiative)
    return network


def _boxes(network, arranged):
    return {
        node: box_at(
            node_shape(
                data.get("short_label") or data["label"], data["kind"], side=arranged.sides.get(node, "below")
            ).around,
            arranged.places[node],
        )
        for node, data in network.nodes(data=True)
    }


def test_the_same_network_and_seed_give_the_same_places_whatever_the_order(network):
    nodes, edges = list(network.nodes(data=True)), list(network.edges(data=True))
    nodes.reverse()
    edges.sort(key=lambda edge: edge[1])
    again = nx.Graph()
    again.add_nodes_from(nodes)
    again.add_edges_from(edges)
    assert positions(again) == positions(network)


def test_another_seed_gives_another_picture(network):
    assert positions(network, seed=2) != positions(network, seed=1)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_label_covers_another_in_a_city(network, seed):
    boxes = _boxes(network, arrangement(network, seed=seed))
    covered = [
        (a, b)
        for a, b in combinations(boxes, 2)
        if overlaps(np.array([boxes[a]]), np.array([boxes[b]])).any()
    ]
    assert covered == []


def test_no_line_runs_through_a_node_it_does_not_end_in(network):
    arranged = arrangement(network)
    places, boxes = arranged.places, _boxes(network, arranged)
    figures = {
        node: (x - ACTOR_RADIUS, y - ACTOR_RADIUS, x + ACTOR_RADIUS, y + ACTOR_RADIUS)
        if network.nodes[node]["kind"] == "actor"
        else boxes[node]
        for node, (x, y) in places.items()
    }
    hit = [
        (a, b, node)
        for a, b in network.edges
        for node in set(figures) - {a, b}
        if through(np.array([[*places[a], *places[b]]]), np.array([figures[node]])).any()
    ]
    assert hit == []


def test_components_and_lonely_initiatives_stand_apart():
    network = _two_mode([("a", "i"), ("b", "i"), ("c", "j")], alone=["k", "l"])
    boxes = list(_boxes(network, arrangement(network)).values())
    shared = overlaps(np.array(boxes), np.array(boxes))
    assert np.count_nonzero(shared) == len(boxes)  # each with itself only
    assert min(box[0] for box in boxes) >= 0
    assert min(box[1] for box in boxes) >= 0


@pytest.mark.parametrize("seed", range(6))
def test_springs_of_two_nodes_are_no_longer_than_those_of_three(seed):
    # Two nodes lie on a line, which has no area.
    places = positions(_two_mode([("a", "i"), ("b", "j"), ("c", "j")]), layout="force", seed=seed)
    assert max(max(abs(x), abs(y)) for x, y in places.values()) < 2000


def test_an_empty_network_has_no_places():
    assert positions(nx.Graph()) == {}


def test_a_large_network_is_placed_the_same_twice_and_leaves_chance_as_it_was():
    network = _two_mode(
        [(f"a{n}", f"i{n % 90}") for n in range(500)] + [(f"a{n}", f"i{n + 1}") for n in range(89)]
    )
    random.seed(5)
    first = positions(network)
    drawn = random.getstate()
    random.seed(5)
    assert random.getstate() == drawn
    assert positions(network) == first
    assert len(set(first.values())) == len(network)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 4)), max_size=16), st.integers(0, 50))
def test_every_node_has_a_place_of_its_own(pairs, seed):
    network = _two_mode([(f"a{a}", f"i{i}") for a, i in pairs])
    places = positions(network, seed=seed)
    assert set(places) == set(network)
    assert len(set(places.values())) == len(places)


def _letters(text):
    """What is left without the spaces and hyphens that line breaks add."""
    return "".join(text.split()).replace("-", "")


@given(st.text(max_size=120))
def test_wrapped_lines_hold_the_label_or_say_that_they_cut_it(label):
    lines = wrapped(label, width=130)
    assert len(lines) <= 4
    if not (lines and lines[-1].endswith("…")):
        assert _letters(" ".join(lines)) == _letters(label)
    # A single word may stick out by half a line; a longer one is broken.
    assert all(text_width(line) <= 130 + text_width("…-") for line in lines if " " in line)
    assert all(text_width(line) <= 1.5 * 130 + text_width("…-") for line in lines)


@given(st.text(max_size=120), st.sampled_from(["actor", "initiative"]))
def test_other_ways_to_break_a_label_break_and_cut_no_word_and_differ(label, kind):
    found = [node_shape(label, kind).lines, *other_wraps(label, kind)]
    assert len(set(found)) == len(found)
    for lines in found[1:]:
        assert " ".join(lines).split() == label.split()


def test_a_word_a_little_too_wide_is_not_broken():
    # 23 letters at 14 points are 184 units wide in the widest font.
    assert wrapped("Teknik- och fastighetsförvaltningen", width=130) == (
        "Teknik- och",
        "fastighetsförvaltningen",
    )


def test_a_label_of_a_million_letters_costs_no_more_than_a_short_one():
    assert len(wrapped("a" * 1_000_000, width=130)) == 4


def test_lines_that_touch_at_an_end_do_not_cross():
    one = np.array([[0.0, 0.0, 2.0, 0.0]])
    assert crossing(one, np.array([[2.0, 0.0, 3.0, 3.0], [1.0, -1.0, 1.0, 1.0]])).tolist() == [[False, True]]


def test_words_that_would_hide_a_flat_line_stand_above_it():
    short = link_label_places([((0.0, 100.0), (60.0, 100.0), "rapporterar")], [])
    long = link_label_places([((0.0, 100.0), (400.0, 100.0), "rapporterar")], [])
    assert short[0][1] < 95
    assert long[0][1] == 100


@pytest.mark.parametrize("leaves", [1, 2, 3, 61, 120])
def test_a_star_whose_rays_are_all_alike_spreads_around_its_middle(leaves):
    places = positions(_two_mode([(f"a{n:03d}", "i") for n in range(leaves)]))
    assert len(set(places.values())) == leaves + 1
    if leaves > 2:
        x, y = places["i"]
        assert any(places[node][0] < x for node in places)
        assert any(places[node][0] > x for node in places)
        assert any(places[node][1] < y for node in places)
        assert any(places[node][1] > y for node in places)


@pytest.mark.parametrize(("pairs", "moved"), [(250, True), (251, False)])
def test_nodes_are_moved_one_by_one_only_in_pictures_of_up_to_500_nodes(pairs, moved, monkeypatch):
    components = []
    monkeypatch.setattr(Crowd, "settle", lambda self, _: components.append(len(self.points)))
    layout._laid.cache_clear()
    positions(_two_mode([(f"a{n}", f"i{n}") for n in range(pairs)]))
    layout._laid.cache_clear()
    assert bool(components) == moved
