from __future__ import annotations

from math import isnan

import networkx as nx
import pytest

from samverkansgraf.measures.structural_holes import constraint
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
