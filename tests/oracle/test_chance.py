"""
What chance takes part in, against R: equal in distribution, the rest value by value.

Two means of m and n draws differ by chance with a standard error of √(s²/m + t²/n); five of them is the tolerance, so that
one comparison in two million fails by chance. The seeds are fixed on both sides, so each result is the same every time.
"""

from __future__ import annotations

from math import sqrt

import networkx as nx
import numpy as np
import pytest

from samverkansgraf.measures.comparison import (
    Layer,
    conditional_uniform,
    layer_of_network,
    mrqap,
    qap_correlation,
)
from samverkansgraf.measures.nestedness import nodf_against_null
from samverkansgraf.measures.null_models.curveball import fixed_degree_samples
from samverkansgraf.network import incidence, projection

pytestmark = pytest.mark.oracle

ERRORS = 5
OF_R = {"curveball": 400, "qap": 2000, "mrqap": 2000, "cug": 1000}
OURS = 2000


@pytest.fixture(scope="module")
def layers(networks):
    """The layers that the script has too: events shared, of one sector, and how unlike the women are in number of events."""
    arrays = incidence(networks["davis"])
    sector = np.array([networks["davis"].nodes[actor]["sector"] for actor in arrays.actors])
    events = np.asarray(arrays.matrix.sum(axis=1))
    alike = (sector[:, None] == sector[None, :]).astype(float)
    return (
        layer_of_network(networks["davis"]),
        Layer("alike", arrays.actors, alike),
        Layer("busy", arrays.actors, np.abs(events[:, None] - events[None, :])),
    )


def near(one, other, spread, *, draws):
    return abs(one - other) <= ERRORS * spread * sqrt(1 / OURS + 1 / draws) + 1e-12


def near_p(one, other, *, draws):
    middle = (one + other) / 2
    return near(one, other, sqrt(max(middle * (1 - middle), 1 / draws)), draws=draws)


def test_fixed_degree_networks_share_as_often_as_vegans_curveball(networks, reference):
    theirs = reference["davis"]
    means, spreads = (theirs["vegan", f"curveball shared {what}", ""] for what in ("mean", "sd"))
    arrays = incidence(networks["davis"])
    total = sum((one @ one.T).toarray() for one in fixed_degree_samples(arrays.matrix, samples=OURS))
    place = {actor: position for position, actor in enumerate(arrays.actors)}
    assert len(means) == 153
    for pair, mean in means.items():
        one, other = (name for name in _split(pair, place))
        ours = total[place[one], place[other]] / OURS
        assert near(ours, mean, max(spreads[pair], 0.05), draws=OF_R["curveball"]), pair


def _split(pair, names):
    """Two names of which each may hold a space."""
    return next(
        (a, pair[len(a) + 1 :]) for a in names if pair.startswith(f"{a} ") and pair[len(a) + 1 :] in names
    )


def test_nodf_by_chance_is_that_of_vegans_curveball(networks, reference):
    theirs = reference["davis"]["vegan", "curveball nodf", ""]
    ours = nodf_against_null(networks["davis"], samples=OURS)
    assert near(ours.mean, theirs["mean"], theirs["sd"], draws=OF_R["curveball"])
    assert ours.sd == pytest.approx(theirs["sd"], rel=ERRORS * sqrt(0.5 / OURS + 0.5 / OF_R["curveball"]))


def test_qap_correlation_is_snas_and_its_p_that_of_as_many_renamings(layers, reference):
    theirs = {
        measure: values[""]
        for (_, measure, _), values in reference["davis"].items()
        if "qap " in measure and "" in values
    }
    ours = qap_correlation(*layers[:2], samples=OURS)
    assert ours.correlation == pytest.approx(theirs["qap correlation"], rel=1e-9)
    assert near_p(ours.p_greater, theirs["qap p greater"], draws=OF_R["qap"])
    assert near_p(ours.p_less, theirs["qap p less"], draws=OF_R["qap"])
    assert near(ours.mean, theirs["qap mean"], ours.sd, draws=OF_R["qap"])
    assert ours.sd == pytest.approx(theirs["qap sd"], rel=0.15)


def test_mrqap_has_the_coefficients_and_t_of_netlm_and_its_p_by_double_semi_partialling(layers, reference):
    theirs = reference["davis"]
    shared, *others = layers
    ours = mrqap(shared, others, samples=OURS)
    assert ours.r_squared == pytest.approx(theirs["sna", "mrqap r squared", ""][""], rel=1e-9)
    for row in ours.table.iter_rows(named=True):
        term = row["term"]
        assert row["coefficient"] == pytest.approx(theirs["sna", "mrqap coefficient", ""][term], rel=1e-9)
        assert row["t"] == pytest.approx(theirs["sna", "mrqap t", ""][term], rel=1e-9)
        if term != "intercept":  # netlm permutes the column of ones too, which says nothing
            for side in ("greater", "less"):
                p = theirs["sna", f"mrqap p {side}", ""][term]
                assert near_p(row[f"p_{side}"], p, draws=OF_R["mrqap"]), (term, side)


@pytest.mark.parametrize(("given", "theirs"), [("size", "cug size"), ("ties", "cug edges")])
def test_conditional_uniform_networks_are_as_clustered_as_snas(networks, reference, given, theirs):
    values = reference["davis"]["sna", theirs, ""]
    ours = conditional_uniform(projection(networks["davis"]), nx.transitivity, given=given, samples=OURS)
    assert ours.value == pytest.approx(values["value"], rel=1e-9)
    assert near(ours.mean, values["mean"], values["sd"], draws=OF_R["cug"])
    assert ours.sd == pytest.approx(values["sd"], rel=0.15)
