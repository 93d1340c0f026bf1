"""What holds for every measure of the catalogue: it does not depend on names, order or doubles, and never fails."""

from __future__ import annotations

from math import isfinite, isnan

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkansgraf.measures import MEASURES
from samverkansgraf.vocabulary import sg

ACTORS, INITIATIVES, SECTORS = "abcdef", "12345", ("k", "s", "i", None)
LINKS = st.lists(
    st.tuples(
        st.sampled_from(ACTORS),
        st.sampled_from(INITIATIVES),
        st.sampled_from(["Lead", "Partner", "Involved"]),
    ),
    max_size=20,
)
SECTOR_OF = st.fixed_dictionaries({actor: st.sampled_from(SECTORS) for actor in ACTORS})
SETS = st.sets(st.sampled_from(INITIATIVES), max_size=1)

NODE = [name for name, measure in MEASURES.items() if measure.level == "node"]
WHOLE = [name for name, measure in MEASURES.items() if measure.level == "whole"]

#: A draw follows the order of nodes, so other names give another draw.
BY_CHANCE = {"core_periphery_p", "small_world"}

#: What a node has of these, only its own part of the network decides.
LOCAL = [
    "core_number", "redundancy", "constraint", "effective_size", "efficiency", "hierarchy",
    "participation_coefficient", "constraint_two_mode", "effective_size_two_mode", "efficiency_two_mode",
    "blau_diversity", *(name for name in MEASURES if name.startswith("brokerage_")),
]  # fmt: skip


def network_of(links, sector_of=None, sets=(), alone=()):
    """Return a two-mode network of (actor, initiative, role) as frames give it; ``alone`` are actors in nothing."""
    network = nx.Graph()
    for actor in [*(actor for actor, _, _ in links), *alone]:
        network.add_node(actor, kind="actor", label=actor, sector=(sector_of or {}).get(actor))
    for _, initiative, _ in links:
        network.add_node(
            initiative, kind="initiative", label=initiative, sector=None, is_set=initiative in sets
        )
    said = {}
    for actor, initiative, role in links:
        said.setdefault((actor, initiative), set()).add(sg(role))
    for edge, roles in said.items():
        network.add_edge(*edge, roles=tuple(sorted(roles)))
    return network


def values_of(name, network):
    """Return what a measure gives, for each node of its sides or under its own name."""
    measure = MEASURES[name]
    if measure.level == "whole":
        return {name: measure.of_whole(network)}
    return {node: value for of in measure.sides for node, value in measure.of_nodes(network, of=of).items()}


def same(values):
    return pytest.approx(values, rel=1e-7, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("name", MEASURES)
@settings(max_examples=5)
@given(LINKS, SECTOR_OF, SETS)
def test_order_and_doubles_change_nothing(name, links, sector_of, sets):
    values = values_of(name, network_of(links, sector_of, sets))
    assert values_of(name, network_of([*reversed(links), *links], sector_of, sets)) == same(values)


@pytest.mark.parametrize("name", [name for name in MEASURES if name not in BY_CHANCE])
@settings(max_examples=5)
@given(LINKS, SECTOR_OF, SETS, st.tuples(st.permutations(ACTORS), st.permutations(INITIATIVES)))
def test_other_names_change_nothing(name, links, sector_of, sets, names):
    new = dict(zip((*ACTORS, *INITIATIVES), (*names[0], *names[1]), strict=True))
    sectors = {"k": "ö", "s": "å", "i": "z", None: None}
    values = values_of(name, network_of(links, sector_of, sets))
    renamed = network_of(
        [(new[actor], new[initiative], role) for actor, initiative, role in links],
        {new[actor]: sectors[sector] for actor, sector in sector_of.items()},
        {new[one] for one in sets},
    )
    assert values_of(name, renamed) == same({new.get(node, node): value for node, value in values.items()})


@pytest.mark.parametrize("name", MEASURES)
@settings(max_examples=5)
@given(LINKS, SECTOR_OF, SETS, st.sets(st.sampled_from("xyz")))
def test_a_value_lies_in_its_range_or_is_undefined_with_a_reason(name, links, sector_of, sets, alone):
    measure = MEASURES[name]
    network = network_of(links, sector_of, sets, sorted(alone))
    values = values_of(name, network)
    if measure.level == "node":
        assert set(values) == {
            node for node, about in network.nodes(data=True) if f"{about['kind']}s" in measure.sides
        }
    for value in values.values():
        assert isnan(value) or isfinite(value)
        assert measure.undefined["sv"] or not isnan(value)
        if measure.value_range in {"0–1", "share, 0–1"}:
            assert isnan(value) or -1e-9 <= value <= 1 + 1e-9
        if "0 or more" in measure.value_range:
            assert isnan(value) or value >= -1e-9


@pytest.mark.parametrize("name", LOCAL)
@settings(max_examples=5)
@given(LINKS, SECTOR_OF, LINKS)
def test_what_happens_in_another_part_of_the_network_changes_nothing(name, links, sector_of, others):
    apart = [(f"{actor}'", f"{initiative}'", role) for actor, initiative, role in others]
    values = values_of(name, network_of(links, sector_of))
    beside = values_of(
        name, network_of([*links, *apart], sector_of | {f"{a}'": sector for a, sector in sector_of.items()})
    )
    assert {node: value for node, value in beside.items() if node in values} == same(values)


def test_an_empty_network_has_no_parts_and_nothing_else_is_said_of_it():
    assert {name: values_of(name, network_of([]))[name] for name in WHOLE if name != "components"} == same(
        dict.fromkeys([name for name in WHOLE if name != "components"], float("nan"))
    )
    assert values_of("components", network_of([])) == {"components": 0}
    assert all(values_of(name, network_of([])) == {} for name in NODE)


def test_of_actors_in_nothing_hardly_anything_is_said():
    network = network_of([], alone="abcd")
    said = {name: value for name in WHOLE if not isnan(value := values_of(name, network)[name])}
    assert said == {
        "density": 0, "components": 4, "largest_component_share": 1 / 4, "fragmentation": 1, "degeneracy": 0,
        "degree_centralization": 0, "betweenness_centralization": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    "links",
    [
        [("a", "1", "Lead")],
        [("a", "1", "Lead"), ("b", "1", "Partner")],
        [(actor, "1", "Partner") for actor in ACTORS],
        [("a", initiative, "Lead") for initiative in INITIATIVES],
    ],
    ids=["one actor", "one tie", "one initiative with everybody", "one actor in everything"],
)
def test_the_smallest_networks_have_a_value_or_a_reason_for_every_measure(links):
    network = network_of(links, dict.fromkeys(ACTORS, "k"))
    for name, measure in MEASURES.items():
        for value in values_of(name, network).values():
            assert isfinite(value) or (isnan(value) and measure.undefined["sv"]), name


def known(network, expected):
    """Hold measures to what is known of a network."""
    for name, value in expected.items():
        values = values_of(name, network)
        assert values == same(dict.fromkeys(values, value)), name


NAN = float("nan")


def test_everybody_in_everything_is_complete_even_and_without_structure():
    network = network_of([(actor, i, "Partner") for actor in ACTORS for i in INITIATIVES[:4]])
    known(
        network,
        {
            "degree": 1, "redundancy": 1, "harmonic": 1, "density_two_mode": 1, "density": 1, "components": 1,
            "largest_component_share": 1, "fragmentation": 0, "mean_distance": 1, "diameter": 1, "degeneracy": 4,
            "degree_centralization_two_mode": 0, "betweenness_centralization_two_mode": 0,
            "closeness_centralization_two_mode": 0, "degree_centralization": 0, "betweenness_centralization": 0,
            "closeness_centralization": 0, "core_periphery": NAN, "core_periphery_p": NAN, "reciprocity": NAN,
            "robins_alexander": 1, "latapy": 1, "opsahl": 1, "nodf": 0, "gini_participation": 0, "modularity": 0,
            "brokerage_two_mode": 0, "small_world": 1,
        },
    )  # fmt: skip


def test_a_lead_with_each_other_in_an_initiative_of_its_own_is_a_star():
    # a leads 1 … 5 with one partner each: in the projection a star of six, in the two-mode network a star of paths.
    links = [(actor, i, role) for i, other in zip(INITIATIVES, "bcdef", strict=True) for actor, role in (("a", "Lead"), (other, "Partner"))]  # fmt: skip
    network = network_of(links)
    known(
        network,
        {
            "density": 1 / 3, "fragmentation": 0, "diameter": 2, "mean_distance": (5 + 10 * 2) / 15, "degeneracy": 1,
            "degree_centralization": 1, "betweenness_centralization": 1, "closeness_centralization": 1,
            "degree_centralization_two_mode": 1, "closeness_centralization_two_mode": 1,
            "betweenness_centralization_two_mode": 1, "core_periphery": 1, "reciprocity": 0, "out_centralization": 1,
            "in_centralization": 1 / 25, "robins_alexander": 0, "opsahl": 0,
        },
    )  # fmt: skip
    assert values_of("brokerage_two_mode", network) == {
        "a": 10, **dict.fromkeys("bcdef", 0), **dict.fromkeys(INITIATIVES, 0),
    }  # fmt: skip
