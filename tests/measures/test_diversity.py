from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.diversity import blau_diversity, qualitative_variation
from samverkansgraf.network import two_mode_of_pairs

SECTORS = {"stad": "kommun", "Mimer": "kommun", "Polisen": "stat", "Rädda Barnen": "ideell", "Ikea": None}


@pytest.fixture
def sectors(city):
    for actor, sector in SECTORS.items():
        city.nodes[actor]["sector"] = sector
    return city


def test_diversity_of_the_city_as_worked_by_hand(sectors):
    # P: kommun 2 of 3 known, ideell 1 (Ikea is not known): 1 − 4/9 − 1/9. T: kommun 2 of 3, stat 1. U: one actor.
    assert blau_diversity(sectors) == pytest.approx({"P": 4 / 9, "T": 4 / 9, "U": 0})
    # Three sectors allow 2/3 at most.
    assert qualitative_variation(sectors) == pytest.approx({"P": 2 / 3, "T": 2 / 3, "U": 0})


def test_all_sectors_alike_have_the_whole_variation():
    network = two_mode_of_pairs((who, "1") for who in "abcd")
    for actor, sector in zip("abcd", "xyzw", strict=True):
        network.nodes[actor]["sector"] = sector
    assert blau_diversity(network) == {"1": 0.75}
    assert qualitative_variation(network) == {"1": 1}


def test_an_initiative_without_actors_of_known_sector_has_no_diversity(sectors):
    sectors.add_node("N", kind="initiative", label="N", sector=None, is_set=False)
    sectors.add_edge("Ikea", "N")
    sectors.add_node("O", kind="initiative", label="O", sector=None, is_set=False)
    for measure in (blau_diversity, qualitative_variation):
        values = measure(sectors)
        assert isnan(values["N"])
        assert isnan(values["O"])


def test_one_sector_in_all_the_network_has_no_diversity_and_no_variation_to_measure():
    network = two_mode_of_pairs([("a", "1"), ("b", "1")])
    for actor in "ab":
        network.nodes[actor]["sector"] = "kommun"
    assert blau_diversity(network) == {"1": 0}
    assert isnan(qualitative_variation(network)["1"])


def test_no_sectors_and_no_initiatives_are_no_fault(city):
    assert all(map(isnan, blau_diversity(city).values()))
    assert all(map(isnan, qualitative_variation(city).values()))
    assert blau_diversity(two_mode_of_pairs([])) == {}


def test_actors_are_told_that_the_measure_is_of_initiatives(city):
    for measure in (blau_diversity, qualitative_variation):
        with pytest.raises(UsageError, match="of='initiatives'"):
            measure(city, of="actors")


@given(
    st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("12345")), max_size=25),
    st.fixed_dictionaries({name: st.sampled_from(["x", "y", "z", None]) for name in "abcdefg"}),
)
def test_diversity_is_the_chance_that_two_draws_differ(links, sectors):
    network = two_mode_of_pairs(links)
    for actor in sectors.keys() & set(network):
        network.nodes[actor]["sector"] = sectors[actor]
    for initiative, value in blau_diversity(network).items():
        known = [sectors[actor] for actor in network[initiative] if sectors[actor]]
        if not known:
            assert isnan(value)
            continue
        differing = sum(one != other for one in known for other in known)
        assert value == pytest.approx(differing / len(known) ** 2)
        variation = qualitative_variation(network)[initiative]
        assert isnan(variation) or value - 1e-12 <= variation <= 1 + 1e-12
