from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from samverkansgraf.pictures.crossings import overlaps
from samverkansgraf.pictures.fitting import FITTED, WINDOW, fitted, frame_for
from samverkansgraf.pictures.geometry import box_at, node_shape
from samverkansgraf.pictures.layout import arrangement


def _wheel(initiatives, each):
    """A hub in every initiative, each with some actors of its own."""
    network = nx.Graph()
    network.add_node("hub", kind="actor", label="Staden med alla sina förvaltningar")
    for one in range(initiatives):
        initiative = f"i{one:02}"
        network.add_node(initiative, kind="initiative", label=f"Samverkan nummer {one} för trygghet")
        network.add_edge("hub", initiative)
        for number in range(each):
            actor = f"a{one:02}-{number}"
            network.add_node(actor, kind="actor", label=f"Förening {number} i stadsdel {one}")
            network.add_edge(actor, initiative)
    return network


def _boxes(network, arranged):
    return [
        box_at(
            node_shape(data["label"], data["kind"], side=arranged.sides.get(node, "below")).around,
            arranged.places[node],
        )
        for node, data in network.nodes(data=True)
    ]


def _extent(boxes):
    every = np.array(boxes)
    return np.ptp(every[:, ::2]), np.ptp(every[:, 1::2])


@pytest.mark.parametrize("layout", ["two-mode", "force"])
def test_a_city_of_some_eighty_names_fits_a_window_and_none_covers_another(layout):
    network = _wheel(20, 3)
    boxes = _boxes(network, arrangement(network, layout=layout))
    wide, high = _extent(boxes)
    assert wide <= 1.1 * WINDOW[0]
    assert high <= 1.3 * WINDOW[1]
    for one, other in combinations(boxes, 2):
        assert not overlaps(np.array([one]), np.array([other])).any()


def test_what_fits_a_window_is_left_as_the_layout_has_it():
    arranged = arrangement(_wheel(2, 2))
    assert arranged.sides == {}


def test_what_is_too_large_to_be_read_at_once_is_left_as_the_layout_has_it():
    network = _wheel(FITTED // 4 + 1, 3)
    assert len(network) > FITTED
    assert arrangement(network).sides == {}


def test_the_same_seed_gives_the_same_places_and_sides_and_another_gives_others():
    network = _wheel(20, 3)
    again = nx.Graph()
    again.add_nodes_from(reversed(list(network.nodes(data=True))))
    again.add_edges_from(network.edges)
    assert arrangement(again) == arrangement(network)
    assert arrangement(network, seed=2).places != arrangement(network).places


def test_a_frame_grows_with_what_it_is_to_hold():
    # 400 boxes of 100 × 60 are 2.4 million units; more than half of the frame they may not cover.
    boxes = np.tile([0.0, 0.0, 100.0, 60.0], (400, 1))
    wide, high = frame_for(boxes, (5000.0, 5000.0))
    assert wide * high == pytest.approx(400 * 6000 / 0.56)
    assert wide / high == pytest.approx(WINDOW[0] / WINDOW[1])


def test_words_turn_away_from_the_link_they_would_stand_on():
    # An actor with one neighbour to its right, and all the room there is.
    box = {"right": (-12.0, -12.0, 80.0, 12.0), "left": (-80.0, -12.0, 12.0, 12.0)}
    words = {"right": (17.0, -8.0, 80.0, 8.0), "left": (-80.0, -8.0, -17.0, 8.0)}
    sides = ("right", "left")
    points, chosen = fitted(
        np.array([[0.0, 0.0], [400.0, 0.0]]),
        np.array([[box[side] for side in sides]] * 2),
        np.array([[words[side] for side in sides], [(0.0, 0.0, 0.0, 0.0)] * 2]),
        np.array([[0, 1]]),
        frame=(600.0, 60.0),
        rng=np.random.default_rng(1),
    )
    assert points[0, 0] < points[1, 0]
    assert sides[chosen[0]] == "left"
