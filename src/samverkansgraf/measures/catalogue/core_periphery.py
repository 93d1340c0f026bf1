"""Measures of a core and a periphery, and of a small world."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.core_periphery import core_periphery, core_periphery_p
from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.small_world import small_world
from samverkansgraf.measures.works import Work

BORGATTI_EVERETT_2000: Final = Work(
    key="borgatti2000",
    authors=("Borgatti, S. P.", "Everett, M. G."),
    year=2000,
    title="Models of core/periphery structures",
    journal="Social Networks",
    volume="21",
    number="4",
    pages="375–395",
    doi="10.1016/S0378-8733(99)00019-2",
)
NEAL_2021: Final = Work(
    key="neal2021",
    authors=("Neal, Z. P.", "Domagalski, R.", "Sagan, B."),
    year=2021,
    title="Comparing alternatives to the fixed degree sequence model for extracting the backbone of bipartite projections",
    journal="Scientific Reports",
    volume="11",
    pages="23929",
    doi="10.1038/s41598-021-03238-3",
)
NEWMAN_STROGATZ_WATTS_2001: Final = Work(
    key="newman2001random",
    authors=("Newman, M. E. J.", "Strogatz, S. H.", "Watts, D. J."),
    year=2001,
    title="Random graphs with arbitrary degree distributions and their applications",
    journal="Physical Review E",
    volume="64",
    number="2",
    pages="026118",
    doi="10.1103/PhysRevE.64.026118",
)
UZZI_SPIRO_2005: Final = Work(
    key="uzzi2005",
    authors=("Uzzi, B.", "Spiro, J."),
    year=2005,
    title="Collaboration and creativity: the small world problem",
    journal="American Journal of Sociology",
    volume="111",
    number="2",
    pages="447–504",
    doi="10.1086/432782",
)


MEASURES: Final = (
    Measure(
        name="core_periphery",
        level="whole",
        function=core_periphery,
        network="projection",
        unit="correlation, 0–1",
        value_range="0–1",
        normalisation="correlation with the ideal pattern",
        works=(BORGATTI_EVERETT_2000,),
        fewest=10,
        seeded=True,
    ),
    Measure(
        name="core_periphery_p",
        level="whole",
        function=core_periphery_p,
        network="projection",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="(1 + samples that fit as well or better) / (1 + samples)",
        works=(BORGATTI_EVERETT_2000, NEAL_2021),
        fewest=10,
        seeded=True,
        uncertainty="scenarios",
    ),
    Measure(
        name="small_world",
        level="whole",
        function=small_world,
        network="projection",
        unit="ratio, 0 or more",
        value_range="0 or more",
        normalisation="divided by the same of random two-mode networks",
        works=(UZZI_SPIRO_2005, NEWMAN_STROGATZ_WATTS_2001),
        fewest=10,
        seeded=True,
        uncertainty="scenarios",
    ),
)
