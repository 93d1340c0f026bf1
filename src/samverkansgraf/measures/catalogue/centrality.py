"""Measures of nodes in the two-mode network."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.betweenness import betweenness
from samverkansgraf.measures.catalogue.works import BORGATTI_EVERETT_1997, LATAPY_2008, SEIDMAN_1983
from samverkansgraf.measures.centrality import closeness, degree
from samverkansgraf.measures.cores import core_number
from samverkansgraf.measures.eigenvector import eigenvector
from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.redundancy import redundancy
from samverkansgraf.measures.works import Work

FAUST_1997: Final = Work(
    key="faust1997",
    authors=("Faust, K.",),
    year=1997,
    title="Centrality in affiliation networks",
    journal="Social Networks",
    volume="19",
    number="2",
    pages="157–191",
    doi="10.1016/S0378-8733(96)00300-0",
)

MEASURES: Final = (
    Measure(
        name="degree",
        level="node",
        function=degree,
        network="two-mode",
        unit="share, 0–1",
        value_range="0–1",
        normalisation="divided by the size of the other side",
        works=(BORGATTI_EVERETT_1997, FAUST_1997),
    ),
    Measure(
        name="closeness",
        level="node",
        function=closeness,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="least possible sum of distances in the component over the real one, times (its size − 1)/(n − 1)",
        works=(BORGATTI_EVERETT_1997, FAUST_1997),
        fewest=3,
    ),
    Measure(
        name="betweenness",
        level="node",
        function=betweenness,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the greatest value possible on the node's side",
        works=(BORGATTI_EVERETT_1997, FAUST_1997),
        fewest=3,
    ),
    Measure(
        name="eigenvector",
        level="node",
        function=eigenvector,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="the squares of each side sum to 1",
        works=(BORGATTI_EVERETT_1997, FAUST_1997),
        fewest=3,
    ),
    Measure(
        name="core_number",
        level="node",
        function=core_number,
        network="two-mode",
        unit="neighbours",
        value_range="whole number, 0 or more",
        normalisation="none",
        works=(SEIDMAN_1983,),
        fewest=3,
    ),
    Measure(
        name="redundancy",
        level="node",
        function=redundancy,
        network="two-mode",
        unit="share, 0–1",
        value_range="0–1",
        normalisation="divided by the pairs of neighbours",
        works=(LATAPY_2008,),
        fewest=3,
        uncertainty="no bootstrap",
    ),
)
