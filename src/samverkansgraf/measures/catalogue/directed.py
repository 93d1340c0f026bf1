"""Measures of arcs between actors: who leads whom."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import FREEMAN_1979, WASSERMAN_FAUST_1994
from samverkansgraf.measures.directed import in_centralization, out_centralization, reciprocity
from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.works import Work

GARLASCHELLI_LOFFREDO_2004: Final = Work(
    key="garlaschelli2004",
    authors=("Garlaschelli, D.", "Loffredo, M. I."),
    year=2004,
    title="Patterns of link reciprocity in directed networks",
    journal="Physical Review Letters",
    volume="93",
    number="26",
    pages="268701",
    doi="10.1103/PhysRevLett.93.268701",
)
ULIBARRI_SCOTT_2017: Final = Work(
    key="ulibarri2017",
    authors=("Ulibarri, N.", "Scott, T. A."),
    year=2017,
    title="Linking network structure to collaborative governance",
    journal="Journal of Public Administration Research and Theory",
    volume="27",
    number="1",
    pages="163–181",
    doi="10.1093/jopart/muw041",
)


MEASURES: Final = (
    Measure(
        name="reciprocity",
        level="whole",
        function=reciprocity,
        network="directed",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by all arcs from a lead to another that takes part",
        works=(GARLASCHELLI_LOFFREDO_2004, ULIBARRI_SCOTT_2017),
        fewest=10,
    ),
    Measure(
        name="in_centralization",
        level="whole",
        function=in_centralization,
        network="directed",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by (n − 1)², n being the actors of initiatives with a named lead",
        works=(FREEMAN_1979, WASSERMAN_FAUST_1994),
        fewest=10,
    ),
    Measure(
        name="out_centralization",
        level="whole",
        function=out_centralization,
        network="directed",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by (n − 1)², n being the actors of initiatives with a named lead",
        works=(FREEMAN_1979, WASSERMAN_FAUST_1994),
        fewest=10,
    ),
)
