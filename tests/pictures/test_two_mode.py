from __future__ import annotations

import pytest

from samverkansgraf.errors import NotTwoModeError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.network.checks import require_two_mode
from samverkansgraf.pictures import picture_network
from samverkansgraf.vocabulary import sg

BASE = "https://example.org/vasteras/"


def _one(start_earliest=None, end_latest=None, **more):
    return Frames.of(
        actors=frame("actors", [{"actor": "urn:a", "label": "A"}]),
        initiatives=frame("initiatives", [{"initiative": "urn:i", "label": "I"}]),
        participations=frame(
            "participations",
            [
                {
                    "participation": "urn:p",
                    "actor": "urn:a",
                    "initiative": "urn:i",
                    "role": sg("Lead"),
                    "certainty": sg("Stated"),
                    "start_earliest": start_earliest,
                    "end_latest": end_latest,
                }
            ],
        ),
        **more,
    )


def test_every_role_and_certainty_is_in_the_picture(frames, network):
    pairs = set(frames.participations.select("actor", "initiative").unique().iter_rows())
    roles = {role for *_, found in network.edges(data="roles") for role in found}
    assert network.number_of_edges() == len(pairs)
    assert roles >= {sg("Funder"), sg("Informant"), sg("TargetGroup")}
    assert {certainty for *_, certainty in network.edges(data="certainty")} == {
        sg("Stated"), sg("StatedInPart"), sg("Planned"), sg("Inferred"),
    }  # fmt: skip


def test_it_is_two_mode(network):
    require_two_mode(network)


def test_an_initiative_nobody_is_known_in_stands_alone():
    frames = Frames.of(initiatives=frame("initiatives", [{"initiative": "urn:i", "label": "Ensam"}]))
    assert dict(picture_network(frames).degree) == {"urn:i": 0}


def test_a_scoped_collective_is_short_in_the_picture_and_whole_in_words(network):
    data = network.nodes[BASE + "actor/boende.pa-lika-villkor"]
    assert (data["short_label"], data["label"]) == ("boende", "boende (På lika villkor)")


def test_the_strongest_of_several_statements_is_the_certainty_of_a_link():
    rows = [
        {
            "participation": f"urn:p{n}",
            "actor": "urn:a",
            "initiative": "urn:i",
            "role": sg(role),
            "certainty": sg(how),
        }
        for n, (role, how) in enumerate([("Member", "Planned"), ("Lead", "StatedInPart")])
    ]
    frames = Frames.of(participations=frame("participations", rows))
    edge = picture_network(frames).edges["urn:a", "urn:i"]
    assert edge["certainty"] == sg("StatedInPart")
    assert edge["roles"] == (sg("Lead"), sg("Member"))
    assert edge["participations"] == ("urn:p0", "urn:p1")


@pytest.mark.parametrize(
    ("bounds", "links"),
    [
        ({}, 1),  # undated stays
        ({"end_latest": "2019-12-31"}, 0),  # surely over by 2020
        ({"end_latest": "2020-06-30"}, 1),  # may have gone on into 2020
        ({"start_earliest": "2021-01-01"}, 0),  # surely not begun
        ({"start_earliest": "2020-12-31"}, 1),
    ],
)
def test_at_a_date_only_what_surely_did_not_hold_is_left_out(bounds, links):
    from datetime import date

    frames = _one(**{key: date.fromisoformat(value) for key, value in bounds.items()})
    assert picture_network(frames, at="2020").number_of_edges() == links


def test_an_iri_that_is_both_actor_and_initiative_is_refused():
    rows = [{"participation": "urn:p", "actor": "urn:i", "initiative": "urn:i"}]
    frames = Frames.of(
        initiatives=frame("initiatives", [{"initiative": "urn:i", "label": "I"}]),
        participations=frame("participations", rows),
    )
    with pytest.raises(NotTwoModeError, match="urn:i"):
        picture_network(frames)
