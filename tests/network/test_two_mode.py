from __future__ import annotations

import networkx as nx
import pytest

from samverkansgraf.errors import NotTwoModeError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.network import incidence, nodes_of, require_two_mode, two_mode, two_mode_of_pairs
from samverkansgraf.vocabulary import sg


def participation(name, actor, initiative, *, role="Partner", certainty="Stated"):
    return {
        "participation": name,
        "actor": actor,
        "initiative": initiative,
        "role": sg(role),
        "makes_tie": True,
        "certainty": sg(certainty),
    }


def city(*participations):
    return Frames.of(
        actors=frame(
            "actors",
            [
                {
                    "actor": "urn:a:stad",
                    "label": "Västerås stad",
                    "kind": "organisation",
                    "sector": sg("Municipality"),
                },
                {
                    "actor": "urn:a:mimer",
                    "label": "Mimer",
                    "kind": "organisation",
                    "sector": sg("PublicHousing"),
                },
                {"actor": "urn:a:ensam", "label": "Ensam", "kind": "person", "in_bounds": True},
            ],
        ),
        initiatives=frame(
            "initiatives",
            [
                {"initiative": "urn:i:est", "label": "EST"},
                {"initiative": "urn:i:grupper", "label": "Ledningsgrupperna", "is_set": True},
            ],
        ),
        participations=frame("participations", participations),
    )


def test_nodes_say_what_they_are_and_come_in_sorted_order():
    network = two_mode(
        city(
            participation("urn:p:1", "urn:a:stad", "urn:i:grupper"),
            participation("urn:p:2", "urn:a:mimer", "urn:i:est"),
        )
    )
    assert list(network.nodes(data=True)) == [
        ("urn:a:ensam", {"kind": "actor", "label": "Ensam", "sector": None}),
        ("urn:a:mimer", {"kind": "actor", "label": "Mimer", "sector": sg("PublicHousing")}),
        ("urn:a:stad", {"kind": "actor", "label": "Västerås stad", "sector": sg("Municipality")}),
        ("urn:i:est", {"kind": "initiative", "label": "EST", "sector": None, "is_set": False}),
        (
            "urn:i:grupper",
            {"kind": "initiative", "label": "Ledningsgrupperna", "sector": None, "is_set": True},
        ),
    ]
    assert network.degree["urn:a:ensam"] == 0


def test_an_edge_gathers_what_several_statements_say_and_is_as_certain_as_the_strongest():
    network = two_mode(
        city(
            participation("urn:p:2", "urn:a:mimer", "urn:i:est", role="Partner", certainty="StatedInPart"),
            participation("urn:p:1", "urn:a:mimer", "urn:i:est", role="Lead"),
            participation("urn:p:3", "urn:a:mimer", "urn:i:est", role="Lead", certainty="StatedInPart"),
        )
    )
    assert network.edges["urn:a:mimer", "urn:i:est"] == {
        "roles": (sg("Lead"), sg("Partner")),
        "certainty": sg("Stated"),
        "participations": ("urn:p:1", "urn:p:2", "urn:p:3"),
    }


def test_nothing_gives_a_network_of_nothing():
    assert two_mode(Frames.of()).number_of_nodes() == 0


def test_an_iri_that_is_actor_and_initiative_is_refused():
    with pytest.raises(NotTwoModeError, match="'urn:a:stad': is an actor and an initiative"):
        two_mode(
            city(
                participation("urn:p:1", "urn:a:stad", "urn:i:est"),
                participation("urn:p:2", "urn:a:mimer", "urn:a:stad"),
            )
        )
    with pytest.raises(NotTwoModeError, match="'EST'"):
        two_mode_of_pairs([("Mimer", "EST"), ("EST", "Ledning")])


def test_pairs_repeated_or_in_another_order_give_the_same_network():
    pairs = [("Mimer", "EST"), ("Polisen", "EST"), ("Mimer", "Bäckby")]
    first, second = two_mode_of_pairs(pairs), two_mode_of_pairs([*reversed(pairs), pairs[0]])
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges) == list(second.edges)
    assert nodes_of(first, "actors") == ["Mimer", "Polisen"]
    assert nodes_of(first, "initiatives") == ["Bäckby", "EST"]


def test_what_is_not_two_mode_is_refused_with_its_place():
    network = nx.Graph()
    network.add_node("a", kind="actor")
    network.add_node("b", kind="actor")
    network.add_edge("a", "b")
    with pytest.raises(NotTwoModeError, match="edge 'a' – 'b': both are of kind actor"):
        require_two_mode(network)
    network.add_node("bäckby", kind="district")
    with pytest.raises(NotTwoModeError, match="node 'bäckby': kind is 'district'"):
        require_two_mode(network)
    with pytest.raises(NotTwoModeError, match="kind is None"):
        require_two_mode(nx.path_graph(["x", "y"]))
    with pytest.raises(NotTwoModeError, match="direction"):
        require_two_mode(nx.DiGraph())


def test_the_arrays_made_from_the_frames_are_those_of_the_network():
    network = two_mode(
        city(
            participation("urn:p:3", "urn:a:stad", "urn:i:est"),
            participation("urn:p:1", "urn:a:stad", "urn:i:grupper"),
            participation("urn:p:2", "urn:a:mimer", "urn:i:est"),
            participation("urn:p:4", "urn:a:mimer", "urn:i:est", role="Lead"),
        )
    )
    made, gathered = incidence(network), incidence(network.copy())
    assert (made.actors, made.initiatives) == (gathered.actors, gathered.initiatives)
    assert made.actors == ("urn:a:ensam", "urn:a:mimer", "urn:a:stad")
    assert made.matrix.toarray().tolist() == gathered.matrix.toarray().tolist() == [[0, 0], [1, 0], [1, 1]]
    assert made.is_set.tolist() == gathered.is_set.tolist() == [False, True]
    network.add_edge("urn:a:ensam", "urn:i:est")
    assert incidence(network).matrix.toarray().tolist() == [[1, 0], [1, 0], [1, 1]]
