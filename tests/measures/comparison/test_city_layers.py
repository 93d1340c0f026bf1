"""The layers that a graph gives, by hand, and their tables."""

from __future__ import annotations

import numpy as np
import pytest
from tests.measures.change.test_between import dated
from tests.test_ties import actor, initiative, participation

from samverkansgraf.frames import Frames, frame
from samverkansgraf.measures.comparison import (
    city_layers,
    layer_correlations,
    layer_overlap,
    layer_regression,
    layer_tables,
)
from samverkansgraf.ties import Selection
from samverkansgraf.vocabulary import sg


def agreement(name, *parties, **more):
    return {"agreement": f"urn:g:{name}", "parties": [f"urn:a:{party}" for party in parties], **more}


def placed(what, place, certainty="Stated"):
    return {
        "placement": f"urn:l:{what}-{place}",
        "initiative": f"urn:i:{what}",
        "place": f"urn:d:{place}",
        "certainty": sg(certainty),
    }


SECTORS = {"stad": "Municipality", "mimer": "PublicHousing", "polis": "Police", "region": "Municipality"}


def made(participations, actors=None):
    return Frames.of(
        participations=frame("participations", participations),
        actors=frame("actors", actors or [actor(name, sector=sg(one)) for name, one in SECTORS.items()]),
        initiatives=frame("initiatives", [initiative(name) for name in ("est", "råd", "fest")]),
        agreements=frame(
            "agreements",
            [
                agreement("löfte", "stad", "polis"),
                agreement("avtal", "stad", "polis", "utanför", **dated("2010", "2012")),
            ],
        ),
        places=frame(
            "places",
            [
                {"place": "urn:d:bäckby", "kind": "district"},
                {"place": "urn:d:råby", "kind": "district"},
                {"place": "urn:d:väster", "kind": "group", "members": ["urn:d:bäckby", "urn:d:råby"]},
                {"place": "urn:d:staden", "kind": "municipality"},
            ],
        ),
        placements=frame(
            "placements",
            [
                placed("est", "bäckby"),
                placed("råd", "väster"),
                placed("fest", "råby", "Inferred"),
                placed("fest", "staden"),
            ],
        ),
    )


# est, in Bäckby: stad leads, mimer and polis are partners. råd, in Bäckby and Råby: stad, and region as a partner.
CITY = made(
    [
        participation("stad", "est", role="Lead"),
        participation("mimer", "est"),
        participation("polis", "est"),
        participation("stad", "råd", role="Lead"),
        participation("region", "råd"),
        participation("region", "fest"),
    ]
)


def value(layers, name, one, other):
    layer = layers[name]
    place = {node.removeprefix("urn:a:"): row for row, node in enumerate(layer.nodes)}
    return layer.values[place[one], place[other]]


def test_layers_are_those_worked_by_hand():
    layers = city_layers(CITY)
    assert value(layers, "shared_initiatives", "stad", "mimer") == 1
    assert value(layers, "shared_initiatives", "mimer", "region") == 0
    assert value(layers, "shared_agreements", "polis", "stad") == 2
    assert value(layers, "shared_agreements", "polis", "mimer") == 0
    # stad and region both work in Bäckby and Råby through råd, mimer and region in Bäckby through est and råd; that
    # fest is in Råby is inferred, and a municipality is no district.
    assert value(layers, "shared_districts", "stad", "region") == 2
    assert value(layers, "shared_districts", "mimer", "region") == 1
    assert value(layers, "same_sector", "stad", "region") == 1
    assert value(layers, "same_sector", "stad", "polis") == 0
    assert value(layers, "lead_to_partner", "stad", "mimer") == 1
    assert value(layers, "lead_to_partner", "mimer", "stad") == 0
    assert not layers["lead_to_partner"].symmetric


def test_a_district_of_ones_own_stands_before_that_of_the_initiative():
    own = made(
        [
            participation("stad", "råd", places=["urn:d:råby"]),
            participation("region", "råd"),
            participation("mimer", "est"),
        ]
    )
    layers = city_layers(own)
    assert value(layers, "shared_districts", "stad", "region") == 1
    assert value(layers, "shared_districts", "stad", "mimer") == 0


def test_an_agreement_that_had_ended_is_not_shared_at_a_later_date():
    layers = city_layers(CITY, Selection(at="2015"))
    assert value(layers, "shared_agreements", "polis", "stad") == 1


def test_an_actor_without_a_sector_is_left_out_of_every_layer():
    without = made(
        [participation(name, "est") for name in SECTORS],
        [actor(name, sector=None if name == "polis" else sg(one)) for name, one in SECTORS.items()],
    )
    for layer in city_layers(without).values():
        assert layer.nodes == ("urn:a:mimer", "urn:a:region", "urn:a:stad")


def test_every_two_layers_are_correlated_and_a_definition_is_called_one():
    table = layer_correlations(CITY, samples=50, seed=4)
    assert table.height == 10
    row = table.row(0, named=True)
    assert (row["layer_a"], row["layer_b"]) == ("shared_initiatives", "shared_agreements")
    assert (row["pairs_a"], row["pairs_b"], row["pairs_both"]) == (4, 1, 1)
    layers = city_layers(CITY)
    above = np.triu_indices(4, k=1)
    one, other = (layers[name].values[above] for name in ("shared_initiatives", "shared_agreements"))
    assert row["correlation"] == pytest.approx(np.corrcoef(one, other)[0, 1])
    # Four actors have 23 renamings besides the given one.
    assert (row["samples"], row["seed"], row["actors"]) == (23, 4, 4)
    assert "there are 4, at least 10" in row["reason"]
    led = table.filter(layer_a="shared_initiatives", layer_b="lead_to_partner")["reason"][0]
    assert led.startswith("who leads and who is partner share the initiative by definition")


def test_shared_initiatives_are_explained_by_what_does_not_follow_from_them():
    table = layer_regression(CITY, language="sv")
    assert table["term"].to_list() == ["intercept", "shared_agreements", "same_sector"]
    layers = city_layers(CITY)
    above = np.triu_indices(4, k=1)
    columns = [np.ones(6), *(layers[name].values[above] for name in ("shared_agreements", "same_sector"))]
    expected, *_ = np.linalg.lstsq(np.column_stack(columns), layers["shared_initiatives"].values[above])
    assert table["coefficient"].to_list() == pytest.approx(expected)
    assert table["reason"][0].startswith("utelämnat: shared_districts följer delvis av utfallet")


def test_what_is_tied_in_two_ways_is_counted():
    assert layer_overlap(CITY).rows() == [
        ("shared_initiatives", 4, 1, 0.25, 4, None),
        ("shared_agreements", 1, 1, 1.0, 4, None),
        ("all", 4, 1, 0.25, 4, None),
    ]


@pytest.mark.parametrize("participations", [[], [participation("stad", "est")]])
def test_a_network_too_small_to_compare_has_reasons(participations):
    small = made(participations)
    assert layer_correlations(small)["reason"].null_count() == 0
    assert layer_correlations(small)["correlation"].null_count() == 10
    for table in (layer_regression(small), layer_overlap(small)):
        assert table.height == 1
        assert table["reason"][0].startswith("fewer than three actors")


def test_where_nobody_shares_anything_the_reason_says_which_layer_is_alike():
    apart = made(
        [participation("stad", "est"), participation("mimer", "råd"), participation("polis", "fest")]
    )
    table = layer_correlations(apart)
    assert "the layer shared_initiatives has the same value for every pair" in table["reason"][0]
    assert (
        layer_regression(apart)["reason"][0]
        == "the layer shared_initiatives has the same value for every pair"
    )


def test_many_actors_are_renamed_fewer_times_unless_said():
    # 200 million pairs: 999 times 903, 126 times 1,576,200; of 10,000 actors 99 times all the same.
    assert [layer_tables._samples(actors) for actors in (43, 1776, 10_000)] == [999, 126, 99]
