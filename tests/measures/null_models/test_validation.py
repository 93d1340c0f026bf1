from __future__ import annotations

from itertools import combinations, product

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkansgraf.errors import NotTwoModeError, UsageError
from samverkansgraf.measures import null_models  # pytest would take tested_pairs by itself for a test
from samverkansgraf.measures.null_models import PAIR_NULLS, pair_test, validated_pairs
from samverkansgraf.network import incidence, pairs, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("12345")), max_size=20)


def close_couple():
    """
    Return twenty-two actors in eight initiatives each, of two actors each: x and y share all of theirs.

    The others stand in a circle, and each shares one initiative with each of the four next on both sides.
    """
    circle = [
        (f"a{(place + step) % 20:02}", f"i{place:02}.{reach}")
        for place in range(20)
        for reach in range(1, 5)
        for step in (0, reach)
    ]
    return two_mode_of_pairs([*circle, *product(("x", "y"), (f"own{number}" for number in range(8)))])


def exact(network):
    """Return P(share as much or more) of every tied pair, over all matrices with the sums, found by trying all."""
    observed = incidence(network).matrix.todense().astype(int)
    rows, columns = observed.sum(axis=1), observed.sum(axis=0)
    ways = [
        [set(chosen) for chosen in combinations(range(len(columns)), int(degree))] for degree in rows.tolist()
    ]
    possible = [
        choice
        for choice in product(*ways)
        if all(sum(column in one for one in choice) == total for column, total in enumerate(columns.tolist()))
    ]
    shared = observed @ observed.T
    return [
        np.mean([len(choice[one] & choice[other]) >= shared[one, other] for choice in possible])
        for one, other in combinations(range(len(rows)), 2)
        if shared[one, other]
    ]


def test_sampled_p_values_come_near_the_exact_ones_of_the_five_actor_city(city):
    # Standard errors with 20,000 samples are below 0.004.
    found = validated_pairs(city, samples=20_000)
    assert found["p_value"].to_list() == pytest.approx(exact(city), abs=0.015)


def test_sampled_p_values_of_actors_with_numbers_of_their_own_are_one_plus_hits_of_one_plus_samples():
    network = two_mode_of_pairs(
        [("x", "1"), ("x", "2"), ("y", "1"), ("z", "3"), ("z", "2"), ("z", "1"), ("z", "4"), ("w", "3")]
    )
    # x (2) and z (4) are the only actors with their numbers: their p is a whole number of 100ths.
    p = validated_pairs(network, samples=99).filter(actor_a="x", actor_b="z")["p_value"].item()
    assert p * 100 == pytest.approx(round(p * 100))
    assert p >= 0.01


def test_pairs_with_the_same_two_numbers_and_as_much_shared_have_the_same_p(davis):
    for null in PAIR_NULLS:
        table = validated_pairs(davis, null=null)
        degree = {node: davis.degree[node] for node in davis}
        alike = table.with_columns(
            numbers=pl.struct(
                low=pl.min_horizontal(pl.col("actor_a", "actor_b").replace_strict(degree)),
                high=pl.max_horizontal(pl.col("actor_a", "actor_b").replace_strict(degree)),
            )
        )
        assert alike.group_by("numbers", "shared").agg(pl.col("p_value").n_unique())["p_value"].max() == 1


@pytest.mark.parametrize("null", PAIR_NULLS)
def test_two_who_share_eight_initiatives_are_validated_and_those_who_share_one_are_not(null):
    table = validated_pairs(close_couple(), null=null)
    assert table.filter("validated").select("actor_a", "actor_b").rows() == [("x", "y")]
    assert table.filter("validated")["p_value"].item() <= 0.05 / 231  # 22 actors make 231 pairs


def test_columns_and_order_are_those_of_the_pairs(davis):
    plain = pairs(davis)
    for null in PAIR_NULLS:
        table = validated_pairs(davis, null=null, samples=9)
        assert table.schema == plain.schema
        assert table.drop("p_value", "validated").equals(plain.drop("p_value", "validated"))
        assert table["p_value"].is_between(0, 1).all()


def test_p_belongs_to_the_pair_in_its_row_whatever_the_labels():
    network = close_couple()
    for node, label in {"x": "Ö-föreningen", "y": "ABF", "a00": "Zon"}.items():
        network.nodes[node]["label"] = label
    table = validated_pairs(network, null="bicm")
    assert table.filter("validated").select("actor_a", "actor_b", "shared").rows() == [
        ("ABF", "Ö-föreningen", 8)
    ]


def test_both_null_models_stand_beside_each_other(davis):
    table = null_models.tested_pairs(davis)
    assert table.columns == [
        *("actor_a", "actor_b", "shared", "newman"),
        *("p_fixed_degree", "validated_fixed_degree", "p_bicm", "validated_bicm"),
    ]
    fixed = validated_pairs(davis)
    assert table["p_fixed_degree"].equals(fixed["p_value"])
    assert table["validated_bicm"].equals(validated_pairs(davis, null="bicm")["validated"])
    # On so small a set none is validated, though all but 14 of the 153 pairs of women have met.
    assert table.height == 139
    assert not table["validated_bicm"].any()
    assert not table["validated_fixed_degree"].any()


def test_the_family_is_all_pairs_of_actors_and_not_only_those_that_met():
    # 22 actors make 231 pairs, of which 81 have met. With alpha 300 p the pair passes alone among 231, not among the
    # 351 pairs of 27 actors, though the five who come take part in nothing and change no p.
    couple = close_couple()
    p = pair_test(couple, null="bicm").p_values.min()
    among = pair_test(couple, null="bicm", alpha=300 * p)
    for number in range(5):
        couple.add_node(f"n{number}", kind="actor", label=f"n{number}", sector=None)
    among_more = pair_test(couple, null="bicm", alpha=300 * p)
    assert (among.family, among_more.family) == (231, 351)
    assert len(among.p_values) == len(among_more.p_values) == 81
    assert among_more.p_values.min() == pytest.approx(p)
    assert among.validated.sum() == 1
    assert among_more.validated.sum() == 0


def test_verdicts_are_benjamini_and_hochbergs():
    test = pair_test(close_couple(), null="bicm", alpha=0.2)
    ranked = sorted(test.p_values.tolist())
    passed = [rank for rank, p in enumerate(ranked, 1) if p <= rank * 0.2 / test.family]
    limit = ranked[max(passed) - 1]
    assert test.validated.tolist() == [p <= limit for p in test.p_values.tolist()]


def test_sets_make_no_tie_and_are_no_part_of_the_null_model(city):
    without = pair_test(city, null="bicm").p_values.tolist()
    for actor in ("stad", "Ikea", "Polisen"):
        city.add_edge(actor, "S")
    city.nodes["S"].update(kind="initiative", label="S", sector=None, is_set=True)
    assert pair_test(city, null="bicm").p_values.tolist() == without


def test_as_many_samples_are_drawn_as_one_pair_needs_to_pass_alone(davis):
    test = pair_test(davis)
    assert test.family == 153
    assert test.samples == 3060
    assert 1 / (test.samples + 1) < 0.05 / test.family
    assert "3,060 random networks" in test.words("en")
    assert "below" not in test.words("en")


def test_with_few_samples_it_is_said_what_cannot_pass(davis):
    test = pair_test(davis, samples=99)
    assert "no p-value below 1/100, so such pairs are validated only if at least 31 pairs" in test.words("en")
    assert "inte få lägre p-värde än 1/100" in test.words("sv")


def test_where_no_pair_could_have_been_validated_it_is_said(city):
    test = pair_test(city, null="bicm")
    assert not test.attainable
    assert "no pair could have been validated" in test.words("en")
    assert "inget par kunnat skilja sig" in test.words("sv")
    assert pair_test(close_couple(), null="bicm").attainable


def test_the_same_seed_gives_the_same_p_values_whatever_the_order_of_the_edges(davis):
    turned = two_mode_of_pairs([("x", "y")])
    turned.clear()
    for node in reversed(list(davis)):
        turned.add_node(node, **davis.nodes[node])
    turned.add_edges_from(reversed(list(davis.edges)))
    assert validated_pairs(turned, samples=50).equals(validated_pairs(davis, samples=50))
    assert not validated_pairs(davis, samples=50, seed=2).equals(validated_pairs(davis, samples=50))


@given(LINKS)
@settings(deadline=None, max_examples=50)
def test_any_network_has_p_values_between_0_and_1_under_both(links):
    table = null_models.tested_pairs(two_mode_of_pairs(links), samples=19)
    for name in ("p_fixed_degree", "p_bicm"):
        assert table[name].is_between(0, 1).all()
        assert not table[name].is_nan().any()
    assert (table["p_fixed_degree"] > 0).all()


@pytest.mark.parametrize("null", PAIR_NULLS)
@pytest.mark.parametrize(
    "links", [[], [("a", "1")], [("a", "1"), ("b", "2")]], ids=["empty", "one actor", "no tie"]
)
def test_without_ties_there_is_nothing_to_test_and_that_is_said(links, null):
    network = two_mode_of_pairs(links)
    assert validated_pairs(network, null=null).is_empty()
    assert "nothing to test" in pair_test(network, null=null).words("en")


@pytest.mark.parametrize("null", PAIR_NULLS)
def test_one_initiative_with_everybody_says_nothing_of_any_pair(null):
    test = pair_test(two_mode_of_pairs([(f"a{number:03}", "all") for number in range(300)]), null=null)
    assert len(test.p_values) == 44_850
    assert (test.p_values == 1).all()
    assert not test.validated.any()
    assert not test.attainable


def test_where_there_is_only_one_possible_network_none_is_drawn(city):
    test = pair_test(two_mode_of_pairs([("a", "1"), ("a", "2"), ("b", "1")]))
    assert test.samples == 0
    assert "There is only one network" in test.words("en")
    assert test.p_values.tolist() == [1.0]
    assert pair_test(city).samples


def test_what_cannot_be_used_is_refused_by_name(city):
    with pytest.raises(UsageError, match="did you mean 'bicm'"):
        pair_test(city, null="bicmm")
    with pytest.raises(UsageError, match="0 samples"):
        pair_test(city, samples=0)
    for alpha in (0, 1, -1, float("nan")):
        with pytest.raises(UsageError, match="alpha"):
            pair_test(city, alpha=alpha)
    city.add_edge("stad", "Mimer")
    with pytest.raises(NotTwoModeError):
        pair_test(city)
