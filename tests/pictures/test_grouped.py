from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.pictures.crossings import overlaps
from samverkansgraf.pictures.geometry import box_at, node_shape
from samverkansgraf.pictures.groups import REST, groups_of
from samverkansgraf.pictures.layout import LAYOUTS, NOWHERE, SEVERAL, arrangement

BASE = "https://example.org/vasteras/"


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


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", [1, 2])
def test_in_no_layout_does_one_label_cover_another(network, layout, seed):
    boxes = _boxes(network, arrangement(network, layout=layout, seed=seed))
    covered = [
        (a, b)
        for a, b in combinations(boxes, 2)
        if overlaps(np.array([boxes[a]]), np.array([boxes[b]])).any()
    ]
    assert covered == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_the_same_twice_whatever_the_order(network, layout):
    again = nx.Graph()
    again.add_nodes_from(reversed(list(network.nodes(data=True))))
    again.add_edges_from(network.edges(data=True))
    assert arrangement(again, layout=layout) == arrangement(network, layout=layout)


def test_an_unknown_layout_is_refused_with_those_there_are(network):
    with pytest.raises(UsageError, match="two-mode, sector, district, force"):
        arrangement(network, layout="circle")


def test_actors_stand_on_the_ground_of_their_sector_and_initiatives_on_none(network):
    arranged = arrangement(network, layout="sector")
    zones = {zone.group: zone.box for zone in arranged.zones}
    assert len(zones) == len(
        {data["sector"] for _, data in network.nodes(data=True) if data["kind"] == "actor"}
    )
    for node, data in network.nodes(data=True):
        x, y = arranged.places[node]
        within = [
            key for key, (left, top, right, bottom) in zones.items() if left < x < right and top < y < bottom
        ]
        assert within == ([data["sector"] or NOWHERE] if data["kind"] == "actor" else []), node


def test_initiatives_stand_on_the_ground_of_their_place(network):
    arranged = arrangement(network, layout="district")
    zones = {zone.group: zone.box for zone in arranged.zones}
    assert set(zones) == {BASE + "place/backby", BASE + "place/utsatta", NOWHERE}
    left, top, right, bottom = zones[BASE + "place/backby"]
    x, y = arranged.places[BASE + "initiative/pa-lika-villkor"]
    assert left < x < right
    assert top < y < bottom


def test_an_initiative_in_two_places_stands_with_those_in_several():
    network = nx.Graph()
    network.add_node("i", kind="initiative", label="I", places=("p", "q"))
    network.add_node("a", kind="actor", label="A")
    network.add_edge("a", "i")
    assert [zone.group for zone in arrangement(network, layout="district").zones] == [SEVERAL]


def _two_clusters():
    """Two cities that share one actor: 12 actors and 3 initiatives in each, all in all, and two alone."""
    network = nx.Graph()
    for city, sector in (("a", "S"), ("b", "T")):
        for number in range(3):
            network.add_node(f"{city}-i{number}", kind="initiative", label=f"I{number}", places=(f"p{city}",))
        for number in range(12):
            network.add_node(f"{city}{number:02}", kind="actor", label=f"A{number}", sector=sector)
            network.add_edges_from((f"{city}{number:02}", f"{city}-i{one}") for one in range(3))
    network.add_edge("a00", "b-i0")
    network.add_node("z", kind="initiative", label="Z")
    return network


def test_communities_are_those_that_are_linked_and_small_ones_are_gathered():
    groups = groups_of(_two_clusters(), layout="two-mode", seed=1)
    assert {group.key: len(group.members) for group in groups} == {"a-i0": 15, "b-i0": 15, REST: 1}
    by_key = {group.key: group for group in groups}
    assert by_key["a-i0"].links == {"b-i0": 1}
    assert by_key["a-i0"].members[0] == "a-i0"  # the most linked first


@pytest.mark.parametrize(
    ("layout", "expected"),
    [("sector", {"S": 15, "T": 15, REST: 1}), ("district", {"pa": 15, "pb": 15, NOWHERE: 1})],
)
def test_sectors_and_places_are_groups_with_those_that_are_linked_to_them(layout, expected):
    groups = groups_of(_two_clusters(), layout=layout, seed=1)
    assert {group.key: len(group.members) for group in groups} == expected
    assert sorted(node for group in groups for node in group.members) == sorted(_two_clusters())
    assert groups == groups_of(_two_clusters(), layout=layout, seed=1)
