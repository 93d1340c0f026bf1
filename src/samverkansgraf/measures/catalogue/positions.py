"""Measures of nodes in the projection onto their own kind, and Burt's in the two-mode network."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import BOLDI_VIGNA_2014, BURT_1992
from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.positions import harmonic, pagerank, participation_coefficient
from samverkansgraf.measures.structural_holes import constraint, effective_size, efficiency, hierarchy
from samverkansgraf.measures.structural_holes_two_mode import (
    constraint_two_mode,
    effective_size_two_mode,
    efficiency_two_mode,
    hierarchy_two_mode,
)
from samverkansgraf.measures.works import Work

BRIN_PAGE_1998: Final = Work(
    key="brin1998",
    authors=("Brin, S.", "Page, L."),
    year=1998,
    title="The anatomy of a large-scale hypertextual Web search engine",
    journal="Computer Networks and ISDN Systems",
    volume="30",
    number="1–7",
    pages="107–117",
    doi="10.1016/S0169-7552(98)00110-X",
)
BURCHARD_CORNWELL_2018: Final = Work(
    key="burchard2018",
    authors=("Burchard, J.", "Cornwell, B."),
    year=2018,
    title="Structural holes and bridging in two-mode networks",
    journal="Social Networks",
    volume="55",
    pages="11–20",
)
GUIMERA_AMARAL_2005: Final = Work(
    key="guimera2005",
    authors=("Guimerà, R.", "Amaral, L. A. N."),
    year=2005,
    title="Functional cartography of complex metabolic networks",
    journal="Nature",
    volume="433",
    pages="895–900",
    doi="10.1038/nature03288",
)
HOLLWAY_2020: Final = Work(
    key="hollway2020",
    authors=("Hollway, J.", "Morin, J.-F.", "Pauwelyn, J."),
    year=2020,
    title="Structural conditions for novelty: the introduction of new environmental clauses to the trade regime complex",
    journal="International Environmental Agreements: Politics, Law and Economics",
    volume="20",
    number="1",
    pages="61–83",
    doi="10.1007/s10784-019-09464-5",
)

_FEWEST: Final = 5


MEASURES: Final = (
    Measure(
        name="harmonic",
        level="node",
        function=harmonic,
        network="projection",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by n − 1",
        works=(BOLDI_VIGNA_2014,),
        fewest=_FEWEST,
    ),
    Measure(
        name="pagerank",
        level="node",
        function=pagerank,
        network="projection",
        unit="share, all nodes sum to 1",
        value_range="above 0, at most 1",
        normalisation="the values of all nodes sum to 1; damping 0.85",
        works=(BRIN_PAGE_1998,),
        fewest=_FEWEST,
    ),
    Measure(
        name="constraint",
        level="node",
        function=constraint,
        network="projection",
        unit="number above 0",
        value_range="above 0; may exceed 1",
        normalisation="shares of each node's tie weight",
        works=(BURT_1992,),
        fewest=_FEWEST,
    ),
    Measure(
        name="effective_size",
        level="node",
        function=effective_size,
        network="projection",
        unit="contacts",
        value_range="above 0, at most the node's number of contacts",
        normalisation="none",
        works=(BURT_1992,),
        fewest=_FEWEST,
    ),
    Measure(
        name="efficiency",
        level="node",
        function=efficiency,
        network="projection",
        unit="share, 0–1",
        value_range="above 0, at most 1",
        normalisation="effective size divided by the number of contacts",
        works=(BURT_1992,),
        fewest=_FEWEST,
    ),
    Measure(
        name="hierarchy",
        level="node",
        function=hierarchy,
        network="projection",
        unit="0–1",
        value_range="0–1",
        normalisation="Coleman–Theil index, divided by N ln N for N contacts",
        works=(BURT_1992,),
        fewest=_FEWEST,
    ),
    Measure(
        name="participation_coefficient",
        level="node",
        function=participation_coefficient,
        network="projection",
        sides=("actors",),
        unit="0–1",
        value_range="0 to 1 − 1/(number of sectors)",
        normalisation="shares of the actor's tie weight with actors of known sector",
        works=(GUIMERA_AMARAL_2005,),
        fewest=_FEWEST,
    ),
    Measure(
        name="constraint_two_mode",
        level="node",
        function=constraint_two_mode,
        network="two-mode",
        unit="number above 0",
        value_range="above 0; may exceed 1",
        normalisation="each node's participations divided evenly",
        works=(HOLLWAY_2020, BURT_1992),
        fewest=_FEWEST,
    ),
    Measure(
        name="hierarchy_two_mode",
        level="node",
        function=hierarchy_two_mode,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="Coleman–Theil index, divided by d ln d for d neighbours",
        works=(BURT_1992, HOLLWAY_2020),
        fewest=_FEWEST,
    ),
    Measure(
        name="effective_size_two_mode",
        level="node",
        function=effective_size_two_mode,
        network="two-mode",
        unit="contacts",
        value_range="1 to the node's number of contacts",
        normalisation="none",
        works=(BURCHARD_CORNWELL_2018, BURT_1992),
        fewest=_FEWEST,
    ),
    Measure(
        name="efficiency_two_mode",
        level="node",
        function=efficiency_two_mode,
        network="two-mode",
        unit="share, 0–1",
        value_range="above 0, at most 1",
        normalisation="two-mode effective size divided by the number of contacts",
        works=(BURCHARD_CORNWELL_2018, BURT_1992),
        fewest=_FEWEST,
    ),
)
