"""Measures of whether one actor dominates."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import FREEMAN_1979
from samverkansgraf.measures.centralization import (
    betweenness_centralization,
    closeness_centralization,
    degree_centralization,
)
from samverkansgraf.measures.measure import Measure, words

MEASURES: Final = (
    Measure(
        name="degree_centralization",
        level="whole",
        function=degree_centralization,
        network="projection",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by (n − 1)(n − 2)",
        works=(FREEMAN_1979,),
        definition=words(
            sv="I vilken mån banden samlas hos en enda aktör: 1 om alla har band med den och inga andra.",
            en="How far the ties gather around one actor: 1 if all are tied to it and to nobody else.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="det finns färre än tre aktörer",
            en="there are fewer than three actors",
        ),
    ),
    Measure(
        name="betweenness_centralization",
        level="whole",
        function=betweenness_centralization,
        network="projection",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the value of a star",
        works=(FREEMAN_1979,),
        definition=words(
            sv="I vilken mån en enda aktör ligger mellan de andra.",
            en="How far a single actor lies between the others.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="det finns färre än tre aktörer",
            en="there are fewer than three actors",
        ),
    ),
    Measure(
        name="closeness_centralization",
        level="whole",
        function=closeness_centralization,
        network="projection",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the value of a star",
        works=(FREEMAN_1979,),
        definition=words(
            sv="I vilken mån en enda aktör är närmare de andra än de är varandra.",
            en="How far a single actor is nearer to the others than they are to each other.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="det finns färre än tre aktörer, eller så kan inte alla nå varandra",
            en="there are fewer than three actors, or not all can reach each other",
        ),
    ),
)
