from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from samverkansgraf.errors import NotTwoModeError, UsageError
from samverkansgraf.measures.backbone import disparity_backbone
from samverkansgraf.network import pairs, projection, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("123456")), max_size=30)


def one_heavy_tie():
    """Return an actor tied to ten others, to the first through 30 initiatives and to the rest through one each."""
    shared = product(("hub", "friend"), (f"s{number:02}" for number in range(30)))
    others = [(who, f"o{number}") for number in range(9) for who in ("hub", f"p{number}")]
    return two_mode_of_pairs([*shared, *others])


def test_a_heavy_tie_of_an_actor_with_many_is_the_backbone():
    # The hub's weight is 30 + 9 · 1 = 39 over ten ties: p = (1 − 30/39)^9 for the heavy one, (1 − 1/39)^9 for the
    # others. At their other end they are the only tie, which says nothing: p = 1.
    found = disparity_backbone(one_heavy_tie())
    assert found.columns == ["actor_a", "actor_b", "weight", "p_value", "in_backbone"]
    assert found.filter("in_backbone").select("actor_a", "actor_b", "weight").rows() == [
        ("friend", "hub", 30)
    ]
    assert found.filter("in_backbone")["p_value"].item() == pytest.approx((9 / 39) ** 9)
    assert found.filter(~found["in_backbone"])["p_value"].to_list() == pytest.approx([(38 / 39) ** 9] * 9)


def test_p_equals_the_integral_it_was_published_as(davis):
    # Serrano, Boguñá and Vespignani's equation 2: 1 − (k − 1) ∫₀^share (1 − x)^(k − 2) dx, the least of both ends.
    ties = projection(davis)
    strength = dict(ties.degree(weight="weight"))
    for weight in ("shared", "newman", "jaccard"):
        ties = projection(davis, weight=weight)
        strength = dict(ties.degree(weight="weight"))
        for actor_a, actor_b, value, p, _ in disparity_backbone(davis, weight=weight).rows():
            assert value == pytest.approx(ties[actor_a][actor_b]["weight"])
            ends = []
            for end in (actor_a, actor_b):
                k = ties.degree[end]
                area, _ = quad(lambda x, k=k: (1 - x) ** (k - 2), 0, value / strength[end])
                ends.append(1 - (k - 1) * area)
            assert p == pytest.approx(min(ends), abs=1e-9)


@given(LINKS)
def test_there_is_one_row_for_each_tie_in_the_order_of_the_pairs(links):
    network = two_mode_of_pairs(links)
    found = disparity_backbone(network)
    assert found.select("actor_a", "actor_b").equals(pairs(network).select("actor_a", "actor_b"))
    assert found["weight"].to_list() == pairs(network)["shared"].to_list()
    assert found["p_value"].is_between(0, 1).all()


def test_equal_ties_make_no_backbone_though_all_are_tied():
    everyone = two_mode_of_pairs((f"a{number}", "all") for number in range(30))
    found = disparity_backbone(everyone)
    assert found.height == 435
    assert not found["in_backbone"].any()


def test_sets_make_no_tie():
    network = two_mode_of_pairs([("a", "1"), ("b", "1"), ("a", "s"), ("c", "s")])
    network.nodes["s"]["is_set"] = True
    assert disparity_backbone(network).select("actor_a", "actor_b").rows() == [("a", "b")]


@pytest.mark.parametrize("links", [[], [("a", "1")], [("a", "1"), ("b", "2")]])
def test_without_ties_there_is_no_backbone(links):
    assert disparity_backbone(two_mode_of_pairs(links)).is_empty()


def test_what_cannot_be_used_is_refused(city):
    for alpha in (0, 1.5, float("nan")):
        with pytest.raises(UsageError, match="alpha"):
            disparity_backbone(city, alpha=alpha)
    city.add_edge("stad", "Mimer")
    with pytest.raises(NotTwoModeError):
        disparity_backbone(city)
