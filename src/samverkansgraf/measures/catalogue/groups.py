"""Measures of groups of actors: by sector, and as they form in the network."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import KRACKHARDT_STERN_1988
from samverkansgraf.measures.diversity import blau_diversity, qualitative_variation
from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.mixing import assortativity_sector, ei_index
from samverkansgraf.measures.modularity import modularity
from samverkansgraf.measures.works import Work

AGRESTI_1978: Final = Work(
    key="agresti1978",
    authors=("Agresti, A.", "Agresti, B. F."),
    year=1978,
    title="Statistical analysis of qualitative variation",
    journal="Sociological Methodology",
    volume="9",
    pages="204–237",
    doi="10.2307/270810",
)
BARBER_2007: Final = Work(
    key="barber2007",
    authors=("Barber, M. J.",),
    year=2007,
    title="Modularity and community detection in bipartite networks",
    journal="Physical Review E",
    volume="76",
    number="6",
    pages="066102",
    doi="10.1103/PhysRevE.76.066102",
)
BECKETT_2016: Final = Work(
    key="beckett2016",
    authors=("Beckett, S. J.",),
    year=2016,
    title="Improved community detection in weighted bipartite networks",
    journal="Royal Society Open Science",
    volume="3",
    number="1",
    pages="140536",
    doi="10.1098/rsos.140536",
)
BLAU_1977: Final = Work(
    key="blau1977",
    authors=("Blau, P. M.",),
    year=1977,
    title="Inequality and Heterogeneity: A Primitive Theory of Social Structure",
    journal="Free Press",
    kind="book",
)
NEWMAN_2003: Final = Work(
    key="newman2003",
    authors=("Newman, M. E. J.",),
    year=2003,
    title="Mixing patterns in networks",
    journal="Physical Review E",
    volume="67",
    number="2",
    pages="026126",
    doi="10.1103/PhysRevE.67.026126",
)

MEASURES: Final = (
    Measure(
        name="modularity",
        level="whole",
        function=modularity,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the edges; less what the degrees give by chance",
        works=(BARBER_2007, BECKETT_2016),
        fewest=10,
        seeded=True,
        uncertainty="scenarios",
    ),
    Measure(
        name="ei_index",
        level="whole",
        function=ei_index,
        network="projection",
        unit="−1 to 1",
        value_range="−1 to 1",
        normalisation="divided by the ties between actors of known sector",
        works=(KRACKHARDT_STERN_1988,),
        fewest=5,
    ),
    Measure(
        name="assortativity_sector",
        level="whole",
        function=assortativity_sector,
        network="projection",
        unit="−1 to 1",
        value_range="−1 to 1",
        normalisation="0 is what the ties of each sector give by chance, 1 only ties within sectors",
        works=(NEWMAN_2003,),
        fewest=10,
    ),
    Measure(
        name="blau_diversity",
        level="node",
        function=blau_diversity,
        network="two-mode",
        unit="chance, 0 to 1 − 1/k",
        value_range="0 to 1 − 1/k",
        normalisation="none; k sectors can reach 1 − 1/k",
        works=(BLAU_1977,),
        sides=("initiatives",),
    ),
    Measure(
        name="qualitative_variation",
        level="node",
        function=qualitative_variation,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by 1 − 1/k, k being the sectors of the network's actors",
        works=(AGRESTI_1978, BLAU_1977),
        sides=("initiatives",),
    ),
)
