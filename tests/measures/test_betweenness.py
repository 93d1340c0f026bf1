from __future__ import annotations

import logging
from itertools import combinations
from math import isnan, sqrt
from random import Random
from statistics import mean, stdev

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.errors import UsageError
from samverkansgraf.measures import betweenness as module
from samverkansgraf.measures.betweenness import betweenness, betweenness_error
from samverkansgraf.network import nodes_of, two_mode_of_pairs

LINKS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("12345")), max_size=20)


def test_betweenness_of_the_city_as_worked_by_hand(city):
    # U reaches the six others only through stad: 6. The six pairs of one of {P, Rädda Barnen, Ikea} with one of
    # {T, Polisen} go half through stad, half through Mimer: 3 each. The greatest possible for 5 and 3 is
    # 16: (4 = 1·3 + 1) (9·4 + 3·2·0 − 1·4)/2.
    assert betweenness(city) == pytest.approx(
        {"stad": 9 / 16, "Mimer": 3 / 16, "Polisen": 0, "Rädda Barnen": 0, "Ikea": 0}
    )


def test_the_southern_women_lie_on_as_many_paths_as_r_finds(davis):
    # R: igraph::betweenness(graph_from_data_frame(davis, directed = FALSE)) has 42.9802 for Evelyn and 110.2064
    # for E8. The greatest for 18 women and 14 events, 17 = 1·14 + 3, is (14²·2² + 14·2(2·3 − 1 − 1) −
    # 3(2·1 − 3 + 3))/2 = (784 + 112 − 6)/2 = 445; for 14 and 18, 13 = 0·18 + 13: (18² + 18·25 − 13·(−10))/2 = 452.
    assert betweenness(davis)["Evelyn Jefferson"] == pytest.approx(42.9802 / 445, abs=1e-6)
    assert betweenness(davis, of="initiatives")["E8"] == pytest.approx(110.2064 / 452, abs=1e-6)


@pytest.mark.parametrize(("actors", "initiatives"), [(1, 4), (3, 3), (5, 2), (7, 3)])
def test_1_is_the_centre_of_the_network_where_most_goes_through_it(actors, initiatives):
    # A centre in every initiative, the other actors spread evenly over these as leaves.
    others = [f"a{number}" for number in range(1, actors)]
    network = two_mode_of_pairs(
        [("a0", f"i{number}") for number in range(initiatives)]
        + [(actor, f"i{number % initiatives}") for number, actor in enumerate(others)]
    )
    assert betweenness(network)["a0"] == pytest.approx(1)


def test_nobody_can_be_between_two_nodes_or_two_actors_of_one_initiative():
    assert isnan(betweenness(two_mode_of_pairs([("a", "1")]))["a"])
    assert isnan(betweenness(two_mode_of_pairs([("a", "1"), ("b", "1")]))["a"])
    assert betweenness(two_mode_of_pairs([("a", "1"), ("b", "1")]), of="initiatives") == {"1": 1}


@given(LINKS)
def test_any_network_has_the_values_of_networkx(links):
    network = two_mode_of_pairs(links)
    raw = nx.betweenness_centrality(network, normalized=False)
    actors, initiatives = len(nodes_of(network, "actors")), len(nodes_of(network, "initiatives"))
    for side, own, others in (("actors", actors, initiatives), ("initiatives", initiatives, actors)):
        greatest = module._greatest_betweenness(own, others)
        for node, value in betweenness(network, of=side).items():
            assert value == pytest.approx(raw[node] / greatest if greatest else float("nan"), nan_ok=True)


def passing(network, source):
    """Return what each node has of the shortest paths from one node: half, since a path has two ends."""
    found = dict.fromkeys(network, 0.0)
    for target in network:
        paths = (
            list(nx.all_shortest_paths(network, source, target))
            if nx.has_path(network, source, target)
            else []
        )
        for path in paths:
            for node in path[1:-1]:
                found[node] += 1 / len(paths) / 2
    return found


def test_an_estimate_and_its_error_are_the_formula_written_out(davis):
    drawn = Random(3).sample([*nodes_of(davis, "actors"), *nodes_of(davis, "initiatives")], 12)
    from_each = {source: passing(davis, source) for source in drawn}
    estimate, error = betweenness(davis, sources=12, seed=3), betweenness_error(davis, sources=12, seed=3)
    for woman in nodes_of(davis, "actors"):
        terms = [from_each[source][woman] for source in drawn if source != woman]
        unseen = 1 - len(terms) / 31
        assert estimate[woman] == pytest.approx(31 * mean(terms) / 445)
        assert error[woman] == pytest.approx(31 * stdev(terms) * sqrt(unseen / len(terms)) / 445)


@pytest.mark.skipif(
    tuple(map(int, nx.__version__.split(".")[:2])) < (3, 6), reason="older networkx scales samples otherwise"
)
def test_an_estimate_is_that_of_networkx_for_nodes_in_sorted_order(davis):
    theirs = nx.betweenness_centrality(davis, k=10, seed=7, normalized=False)
    ours = betweenness(davis, sources=10, seed=7)
    assert ours == pytest.approx({woman: theirs[woman] / 445 for woman in ours})


def test_an_estimate_is_unbiased_and_its_error_true_over_all_draws():
    # Seven nodes, every draw of three of them: the mean of the estimates is the exact value, and the mean of
    # the squared errors is the variance of the estimates given that the node is, or is not, drawn itself.
    network = two_mode_of_pairs([("a", "1"), ("b", "1"), ("b", "2"), ("c", "2"), ("c", "3"), ("d", "1")])
    nodes = [*nodes_of(network, "actors"), *nodes_of(network, "initiatives")]
    greatest = module._greatest_betweenness(4, 3)

    def over_all_draws(measure):
        found = []
        for draw in combinations(range(len(nodes)), 3):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(module, "_drawn", lambda *_, draw=draw: list(draw))
                found.append((nodes.index("b") in draw, measure(network, sources=3)["b"]))
        return found

    estimates = over_all_draws(betweenness)
    exact = betweenness(network)["b"]
    assert exact == pytest.approx(passing_sum(network, "b") / greatest)
    assert mean(value for _, value in estimates) == pytest.approx(exact)
    errors = over_all_draws(betweenness_error)
    for itself in (True, False):
        variance = mean((value - exact) ** 2 for own, value in estimates if own is itself)
        assert mean(error**2 for own, error in errors if own is itself) == pytest.approx(variance)


def passing_sum(network, node):
    return sum(passing(network, source)[node] for source in network)


def test_as_many_sources_as_nodes_or_more_are_exact_and_without_error(davis):
    assert betweenness(davis, sources=32) == betweenness(davis, sources=10**6) == betweenness(davis)
    assert set(betweenness_error(davis, sources=32).values()) == {0}


def test_long_work_is_announced_and_stays_exact(davis, caplog, monkeypatch):
    anew = davis.copy()  # nothing of it is kept from before
    monkeypatch.setattr(module, "_LONG_WORK", 100)
    with caplog.at_level(logging.WARNING):
        assert betweenness(anew) == betweenness(davis)
    assert "exact betweenness of 32 nodes and 89 edges takes long" in caplog.text


def test_a_seed_repeats_a_draw_and_another_gives_another(davis):
    assert betweenness(davis, sources=5) == betweenness(davis, sources=5, seed=1)
    assert betweenness(davis, sources=5, seed=2) != betweenness(davis, sources=5, seed=1)


def test_fewer_than_two_sources_are_refused(davis):
    for measure in (betweenness, betweenness_error):
        with pytest.raises(UsageError, match="0 sources; give at least 2"):
            measure(davis, sources=0)
