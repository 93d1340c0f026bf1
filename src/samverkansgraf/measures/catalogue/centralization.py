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
        fewest=5,
        definition=words(
            sv="I vilken mån banden samlas hos en enda aktör: 1 om alla har band med den och inga andra.",
            en="How far the ties gather around one actor: 1 if all are tied to it and to nobody else.",
        ),
        formula=words(
            sv="Summan, över aktörer, av skillnaden mellan det största antalet band någon har och aktörens eget, delad med (n − 1)(n − 2).",
            en="The sum over actors of the difference between the greatest number of ties anybody has and the actor's own, divided by (n − 1)(n − 2).",
        ),
        reading=words(
            sv="1 är en stjärna, där alla har band med en och samma aktör och inga andra. 0 betyder att alla har lika många band.",
            en="1 is a star, where all are tied to one actor and to nobody else. 0 means that all have as many ties.",
        ),
        caveats=words(
            sv="Ett initiativ knyter alla sina deltagare till varandra, så projektionen är sällan stjärnlik: också ett nätverk där en aktör är med i allt kan ha ett lågt värde. Se även måttet i nätverket av aktörer och initiativ, som inte har det felet. Säger inte vem det är.",
            en="An initiative ties all its participants to each other, so a projection is seldom like a star: a network where one actor is in everything can still have a low value. See the two-mode measure too, which has no such fault. It does not say who it is.",
        ),
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
        fewest=5,
        definition=words(
            sv="I vilken mån en enda aktör ligger mellan de andra.",
            en="How far a single actor lies between the others.",
        ),
        formula=words(
            sv="Summan, över aktörer, av skillnaden mellan det största mellanläge någon har och aktörens egen, delad med den i en stjärna med lika många aktörer. Betweenness är antalet kortaste vägar mellan två andra som går genom aktören, delade lika mellan lika korta.",
            en="The sum over actors of the difference between the greatest betweenness anybody has and the actor's own, divided by that of a star with as many actors. Betweenness is the number of shortest paths between two others that go through the actor, shared between equally short ones.",
        ),
        reading=words(
            sv="1 betyder att alla vägar mellan andra går genom en enda aktör, 0 att ingen ligger mer emellan än någon annan.",
            en="1 means that all paths between others go through one actor, 0 that nobody is more in between than anybody else.",
        ),
        caveats=words(
            sv="Ett enda okänt deltagande kan ge en genväg förbi aktören. Att ligga på kortaste vägar betyder inte att aktören faktiskt förmedlar. I ett nätverk som faller isär räknas bara vägar inom delarna.",
            en="One unknown participation can give a shortcut past the actor. To lie on shortest paths does not mean that the actor mediates. In a network that falls apart only paths within the parts count.",
        ),
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
        fewest=5,
        definition=words(
            sv="I vilken mån en enda aktör är närmare de andra än de är varandra.",
            en="How far a single actor is nearer to the others than they are to each other.",
        ),
        formula=words(
            sv="Summan, över aktörer, av skillnaden mellan den största närhet någon har och aktörens egen, delad med den i en stjärna med lika många aktörer. Närhet är n − 1 delat med summan av avstånden till de andra.",
            en="The sum over actors of the difference between the greatest closeness anybody has and the actor's own, divided by that of a star with as many actors. Closeness is n − 1 divided by the sum of distances to the others.",
        ),
        reading=words(
            sv="1 är en stjärna, där en aktör är ett steg från alla. 0 betyder att alla är lika nära.",
            en="1 is a star, where one actor is one step from all. 0 means that all are equally near.",
        ),
        caveats=words(
            sv="Saknas så snart någon aktör inte kan nås, vilket är vanligt; se då de andra centraliseringarna.",
            en="Missing as soon as one actor cannot be reached, which is common; see then the other centralizations.",
        ),
        undefined=words(
            sv="det finns färre än tre aktörer, eller så kan inte alla nå varandra",
            en="there are fewer than three actors, or not all can reach each other",
        ),
    ),
)
