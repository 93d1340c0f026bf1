from __future__ import annotations

from itertools import combinations
from math import isnan, log, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.measures.structural_holes_two_mode import (
    constraint_two_mode,
    effective_size_two_mode,
    efficiency_two_mode,
    hierarchy_two_mode,
)
from samverkansgraf.network import nodes_of, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("12345")), min_size=1, max_size=24)
SIDES = pytest.mark.parametrize("side", ["actors", "initiatives"])


def parts_by_formula(network, i):
    """Walk every three steps from i over b and j back to a, b not being a and j not being i."""
    parts = []
    for a in network[i]:
        indirect = sum(
            1 / len(network[i]) / len(network[b]) / len(network[j])
            for b in network[i]
            if b != a
            for j in network[b]
            if j != i and a in network[j]
        )
        parts.append((1 / len(network[i]) + indirect) ** 2)
    return parts


def constraint_by_formula(network, i):
    return sum(parts_by_formula(network, i)) if network[i] else nan


def hierarchy_by_formula(network, i):
    parts = parts_by_formula(network, i)
    if len(parts) < 2:
        return nan
    mean = sum(parts) / len(parts)
    return sum(part / mean * log(part / mean) for part in parts) / (len(parts) * log(len(parts)))


def effective_size_by_formula(network, i):
    """Count the contacts, and the pairs of them that are together somewhere i is too."""
    contacts = {j for a in network[i] for j in network[a]} - {i}
    if not contacts:
        return nan, nan
    met = sum(
        any(one in network[a] and other in network[a] for a in network[i])
        for one, other in combinations(contacts, 2)
    )
    size = len(contacts) - 2 * met / len(contacts)
    return size, size / len(contacts)


@SIDES
@given(LINKS)
def test_constraint_equals_its_definition_walked_step_by_step(side, links):
    network = two_mode_of_pairs(links)
    expected = {node: constraint_by_formula(network, node) for node in nodes_of(network, side)}
    assert constraint_two_mode(network, of=side) == pytest.approx(expected, rel=1e-9, nan_ok=True)


@SIDES
@given(LINKS)
def test_hierarchy_is_the_index_of_the_parts_of_constraint(side, links):
    network = two_mode_of_pairs(links)
    expected = {node: hierarchy_by_formula(network, node) for node in nodes_of(network, side)}
    assert hierarchy_two_mode(network, of=side) == pytest.approx(expected, abs=1e-9, nan_ok=True)


@SIDES
@given(LINKS)
def test_effective_size_and_efficiency_equal_their_definition(side, links):
    network = two_mode_of_pairs(links)
    both = {node: effective_size_by_formula(network, node) for node in nodes_of(network, side)}
    sizes, shares = ({node: values[which] for node, values in both.items()} for which in (0, 1))
    assert effective_size_two_mode(network, of=side) == pytest.approx(sizes, nan_ok=True)
    assert efficiency_two_mode(network, of=side) == pytest.approx(shares, nan_ok=True)


def test_the_city_as_worked_by_hand(city):
    # stad is in P (4), T (3), U (1), a third each; Mimer is in P and T. Only over Mimer is there a way back:
    # to P over T 1/3·1/3·1/2, to T over P 1/3·1/4·1/2.
    found = constraint_two_mode(city)
    assert found["stad"] == pytest.approx((1 / 3 + 1 / 18) ** 2 + (1 / 3 + 1 / 24) ** 2 + (1 / 3) ** 2)
    assert found["Polisen"] == 1
    # stad meets four; in P all three pairs of Mimer, Rädda Barnen, Ikea, in T the pair Mimer–Polisen: 4 − 2·4/4.
    assert effective_size_two_mode(city)["stad"] == pytest.approx(2)
    assert efficiency_two_mode(city)["stad"] == pytest.approx(1 / 2)


def test_an_isolate_and_one_alone_have_none(broken):
    assert isnan(constraint_two_mode(broken)["d"])
    assert isnan(effective_size_two_mode(broken)["c"])
    assert isnan(efficiency_two_mode(broken)["d"])
