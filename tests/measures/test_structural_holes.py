from __future__ import annotations

from itertools import product
from math import isnan, log, nan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures.structural_holes import constraint, effective_size, efficiency, hierarchy
from samverkansgraf.network import projection, two_mode_of_pairs


def test_constraint_of_the_city_as_worked_by_hand(city):
    # Tie weights: stad–Mimer 2, all others 1, so stad and Mimer have 5 in all, Polisen 2, Rädda Barnen 3.
    # Polisen: half to stad, half to Mimer, who give each other 2/5: twice (½ + ½·2/5)².
    # Rädda Barnen, a third each. To stad: 1/3 + 1/3·2/5 (over Mimer) + 1/3·1/3 (over Ikea); to Mimer the same;
    # to Ikea: 1/3 + 1/3·1/5 + 1/3·1/5.
    found = constraint(city)
    assert found["Polisen"] == pytest.approx(2 * 0.7**2)
    assert found["Rädda Barnen"] == pytest.approx(2 * (1 / 3 + 2 / 15 + 1 / 9) ** 2 + (1 / 3 + 2 / 15) ** 2)
    assert found["Ikea"] == pytest.approx(found["Rädda Barnen"])


@pytest.mark.parametrize(("side", "kind"), [("actors", "actor"), ("initiatives", "initiative")])
def test_constraint_equals_networkx_on_the_southern_women(davis, side, kind):
    assert constraint(davis, of=side) == pytest.approx(
        nx.constraint(projection(davis, onto=kind), weight="weight")
    )


def test_constraint_of_one_tie_is_1_and_without_ties_undefined(broken):
    found = constraint(broken)
    assert found["a"] == found["b"] == 1
    assert isnan(found["c"])
    assert isnan(found["d"])
    assert constraint(two_mode_of_pairs([])) == {}


LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("12345")), min_size=1, max_size=24)


def by_formula(network, side):
    """Return constraint, effective size, efficiency and hierarchy of each node, as Burt (1992) writes them."""
    ties = projection(network, onto="actor" if side == "actors" else "initiative")
    weight = {node: {other: known["weight"] for other, known in ties[node].items()} for node in ties}
    found = {}
    for i in ties:
        others = list(weight[i])
        if not others:
            found[i] = (nan, nan, nan, nan)
            continue
        share = {j: weight[i][j] / sum(weight[i].values()) for j in others}

        def through(j, share=share, others=others):
            return sum(share[q] * weight[q].get(j, 0) / sum(weight[q].values()) for q in others if q != j)

        def redundant(j, share=share, others=others):
            return sum(share[q] * weight[j].get(q, 0) / max(weight[j].values()) for q in others if q != j)

        parts = [(share[j] + through(j)) ** 2 for j in others]
        effective = sum(1 - redundant(j) for j in others)
        n = len(others)
        ratios = [part / (sum(parts) / n) for part in parts]
        unequal = sum(ratio * log(ratio) for ratio in ratios) / (n * log(n)) if n > 1 else nan
        found[i] = (sum(parts), effective, effective / n, unequal)
    return found


@pytest.mark.parametrize("side", ["actors", "initiatives"])
@given(LINKS)
def test_structural_holes_equal_burts_formulas_written_out(side, links):
    network = two_mode_of_pairs(links)
    expected = by_formula(network, side)
    for position, measure in enumerate((constraint, effective_size, efficiency, hierarchy)):
        theirs = {node: values[position] for node, values in expected.items()}
        assert measure(network, of=side) == pytest.approx(theirs, rel=1e-9, abs=1e-9, nan_ok=True)


def test_effective_size_of_the_city_as_worked_by_hand(city):
    # Rädda Barnen has stad, Mimer, Ikea, a third each. stad's strongest tie is 2 (with Mimer), Ikea's 1:
    # stad counts for 1 − (1/3·2/2 + 1/3·1/2), Mimer the same, Ikea for 1 − (1/3 + 1/3).
    assert effective_size(city)["Rädda Barnen"] == pytest.approx(2 * (1 - 1 / 2) + 1 / 3)
    assert efficiency(city)["Rädda Barnen"] == pytest.approx((4 / 3) / 3)


def test_effective_size_is_networkxs_where_it_is_told_all_nodes(davis):
    # Without nodes networkx 3.6 takes a shortcut that does not hold for ties with weights (networkx#8906).
    ties = projection(davis)
    theirs = nx.effective_size(ties, nodes=list(ties), weight="weight")
    assert effective_size(davis) == pytest.approx(theirs, rel=1e-9)


def test_three_who_only_meet_each_other_once_have_no_hierarchy():
    assert hierarchy(two_mode_of_pairs(product("abc", "1"))) == pytest.approx(dict.fromkeys("abc", 0.0))
