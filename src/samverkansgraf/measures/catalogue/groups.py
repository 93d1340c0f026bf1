"""Measures of groups of actors."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import KRACKHARDT_STERN_1988
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.patterns import ei_index

MEASURES: Final = (
    Measure(
        name="ei_index",
        level="whole",
        function=ei_index,
        network="projection",
        unit="−1 to 1",
        value_range="−1 to 1",
        normalisation="divided by the ties between actors of known sector",
        works=(KRACKHARDT_STERN_1988,),
        definition=words(
            sv="Band mellan sektorer minus band inom dem, delat med alla band: −1 är enbart inom, 1 enbart mellan. Band med aktörer vars sektor är okänd räknas inte.",
            en="Ties between sectors minus ties within them, divided by all ties: −1 is only within, 1 only between. Ties with actors whose sector is unknown do not count.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="inga aktörer med känd sektor är knutna till varandra",
            en="no actors of known sector are tied to each other",
        ),
    ),
)
