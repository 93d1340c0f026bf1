"""The published centralities of 2,863 persons (Grandjean 2018, doi:10.5281/zenodo.1257287), value by value."""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import igraph
import numpy as np
import pytest
from scipy import sparse

import samverkansgraf as sg
from samverkansgraf.measures import MEASURES
from samverkansgraf.network import projection, two_mode_of_pairs

FOLDER = Path(__file__).resolve().parents[2] / "data" / "intellectual-cooperation"
NOT_PUBLISHED = 1401  # Alger Hiss: in the largest component, in none of the published figures


def published(name):
    with gzip.open(FOLDER / "published" / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def edges():
    return [(int(row["source"]), int(row["target"]), int(row["weight"])) for row in published("edges")]


@pytest.fixture(scope="module")
def figures():
    return {int(row["id"]): row for row in published("metrics")}


@pytest.fixture(scope="module")
def giant(edges):
    """The largest component, self-loops with it; vertices named by their numbers."""
    ends = sorted({end for source, target, _ in edges for end in (source, target)})
    place = {end: position for position, end in enumerate(ends)}
    graph = igraph.Graph(len(ends), [(place[source], place[target]) for source, target, _ in edges])
    graph.vs["person"] = ends
    graph.es["weight"] = [weight for *_, weight in edges]
    return graph.connected_components().giant()


@pytest.fixture(scope="module")
def simple(giant):
    return giant.copy().simplify(combine_edges="first")


@pytest.fixture(scope="module")
def network(simple):
    """
    The same as a two-mode network: what two persons are named together in is one initiative for each tie.

    Its projection onto persons is the published network, so measures of projections can be compared.
    """
    return two_mode_of_pairs(
        (f"p{simple.vs[end]['person']}", f"tie {tie.index}")
        for tie in simple.es
        for end in (tie.source, tie.target)
    )


def rounded(value, places):
    """Round to six decimals, then to those shown: so Gephi's export and the author's table did."""
    once = Decimal(float(value)).quantize(Decimal("0.000001"), ROUND_HALF_UP)
    return once.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def differing(figures, column, values, places):
    return {
        person for person, row in figures.items() if Decimal(row[column]) != rounded(values[person], places)
    }


def by_person(graph, values):
    return dict(zip(graph.vs["person"], values, strict=True))


def gephi_eigenvector(adjacency, steps):
    """
    Return Gephi's eigenvector centrality: sums are divided by the greatest but never begun anew.

    Each step adds the neighbours' values to the sum so far, so that a value is the mean of all steps and
    not the last of them; that is why 100 steps are far from enough. A self-loop counts once.
    """
    value = np.ones(adjacency.shape[0])
    total = np.zeros(adjacency.shape[0])
    for _ in range(steps):
        total = total + adjacency @ value
        value = total / total.max()
    return value


def adjacency_of(graph):
    cells = [(tie.source, tie.target) for tie in graph.es]
    cells += [(target, source) for source, target in cells if source != target]
    row, column = np.array(cells).T
    return sparse.csr_array((np.ones(len(cells)), (row, column)), shape=(graph.vcount(), graph.vcount()))


def test_the_network_has_the_published_size(edges, giant, figures):
    loops = [edge for edge in edges if edge[0] == edge[1]]
    assert (len(edges), len(loops)) == (26_535, 9)
    assert len({frozenset(edge[:2]) for edge in edges}) == len(edges)
    assert len({end for edge in edges for end in edge[:2]}) == 2_880
    assert len(published("nodes")) == 3_203
    assert (giant.vcount(), len(figures)) == (2_864, 2_863)
    assert set(giant.vs["person"]) - set(figures) == {NOT_PUBLISHED}


def test_each_published_row_has_the_number_of_a_node_of_its_name(figures):
    def plain(*names):
        # The list of nodes has "e" where names have "ç", and remarks in brackets.
        bare = (re.sub(r"[\[(].*?[\])]", "", name).replace("ç", "e") for name in names)
        return tuple(" ".join(name.split()) for name in bare)

    nodes = {int(row["id"]): row for row in published("nodes")}
    names = defaultdict(list)
    for person, row in figures.items():
        node = nodes[person]
        assert plain(row["name"], row["first_name"]) == plain(node["name"], node["first_name"])
        assert row["indexations"] == node["indexations"]
        names[row["name"], row["first_name"]].append(person)
    repeated = [persons for persons in names.values() if len(persons) > 1]
    assert sorted(map(len, repeated)) == [2, 2, 2, 2, 2]


def test_degree_is_the_published_one_where_a_self_loop_counts_two(giant, figures):
    assert not differing(figures, "degree", by_person(giant, giant.degree(loops=True)), 0)


def test_weighted_degree_is_the_published_one(giant, figures):
    strength = by_person(giant, giant.strength(weights="weight", loops=True))
    assert not differing(figures, "weighted_degree", strength, 0)


def test_harmonic_closeness_is_the_published_one(simple, figures):
    assert not differing(figures, "harmonic", by_person(simple, simple.harmonic_centrality()), 3)


def test_betweenness_is_the_published_one(simple, figures):
    assert not differing(figures, "betweenness", by_person(simple, simple.betweenness()), 1)


def test_eigenvector_is_the_published_one_after_gephis_hundred_steps(giant, figures):
    adjacency = adjacency_of(giant)
    assert not differing(figures, "eigenvector", by_person(giant, gephi_eigenvector(adjacency, 100)), 3)
    for steps in (99, 101):  # no other number of steps gives them
        assert differing(figures, "eigenvector", by_person(giant, gephi_eigenvector(adjacency, steps)), 3)


def test_the_published_eigenvector_is_up_to_six_hundredths_from_the_converged_one(simple, figures):
    converged = by_person(simple, simple.eigenvector_centrality(scale=True))
    off = {person: abs(float(row["eigenvector"]) - converged[person]) for person, row in figures.items()}
    assert sum(difference <= 0.002 for difference in off.values()) == 2_348
    assert max(off.values()) == pytest.approx(0.0595, abs=5e-5)
    ranks = sorted(figures, key=lambda person: -converged[person])
    assert ranks[0] == max(figures, key=lambda person: float(figures[person]["eigenvector"]))


def test_our_projection_of_a_tie_as_an_initiative_of_two_is_the_published_network(network, simple):
    ties = projection(network)
    assert ties.number_of_nodes() == simple.vcount()
    assert {frozenset(tie) for tie in ties.edges} == {
        frozenset(f"p{simple.vs[end]['person']}" for end in tie.tuple) for tie in simple.es
    }
    assert {weight for *_, weight in ties.edges(data="weight")} == {1}


def test_our_harmonic_is_the_published_one_and_igraphs(network, simple, figures):
    ours = {
        int(node[1:]): value for node, value in MEASURES["harmonic"].function(network, of="actors").items()
    }
    assert not differing(figures, "harmonic", ours, 3)
    assert ours == pytest.approx(by_person(simple, simple.harmonic_centrality()), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(
    ("measure", "theirs"),
    [
        ("constraint", lambda graph: graph.constraint()),
        ("pagerank", lambda graph: graph.pagerank(damping=0.85)),
    ],
)
def test_our_measures_of_the_projection_are_igraphs(network, simple, measure, theirs):
    ours = MEASURES[measure].function(network, of="actors")
    expected = by_person(simple, theirs(simple))
    assert {int(node[1:]): value for node, value in ours.items()} == pytest.approx(
        expected, rel=1e-9, abs=1e-12
    )


def test_our_two_mode_degree_is_the_published_degree_without_self_loops(network, simple, edges):
    ours = MEASURES["degree"].function(network, of="actors")
    loops = Counter(source for source, target, _ in edges if source == target)
    figures = {int(row["id"]): int(row["degree"]) for row in published("metrics")}
    for person, degree in figures.items():
        assert ours[f"p{person}"] * simple.ecount() == pytest.approx(degree - 2 * loops[person])


def test_the_project_reads_and_has_each_person_in_one_body():
    city = sg.open(FOLDER)
    network = city.network()
    persons = [node for node, kind in network.nodes(data="kind") if kind == "actor"]
    assert (len(persons), network.number_of_nodes() - len(persons)) == (367, 28)
    assert {network.degree[person] for person in persons} == {1}


def test_the_licence_of_the_data_is_share_alike_and_stands_beside_it():
    text = (FOLDER / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("Attribution-ShareAlike 4.0 International")
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for credit in ("CC BY-SA 4.0", "Martin Grandjean", "10.5281/zenodo.1257287"):
        assert credit in readme
