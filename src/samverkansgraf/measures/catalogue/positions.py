"""Measures of nodes in the projection onto their own kind."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import BOLDI_VIGNA_2014, BURT_1992
from samverkansgraf.measures.centrality import harmonic
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.structural_holes import constraint

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
        definition=words(
            sv="Medelvärdet av 1/avståndet till de andra av samma slag; den som inte kan nås räknas som 0.",
            en="The mean of 1/distance to the others of the same kind; who cannot be reached counts as 0.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="det finns ingen annan att nå",
            en="there is nobody else to reach",
        ),
    ),
    Measure(
        name="constraint",
        level="node",
        function=constraint,
        network="projection",
        unit="number above 0",
        value_range="number above 0",
        normalisation="shares of each node's tie weight",
        works=(BURT_1992,),
        definition=words(
            sv="I vilken mån nodens band leder till få andra som dessutom har band med varandra.",
            en="How far the node's ties lead to a few others who are tied to each other too.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="är inte knuten till någon annan",
            en="is not tied to anyone else",
        ),
    ),
)
