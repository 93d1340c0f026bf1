"""Measures of whether one actor dominates the two-mode network itself."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import BORGATTI_EVERETT_1997, FREEMAN_1979
from samverkansgraf.measures.centralization import (
    betweenness_centralization_two_mode,
    closeness_centralization_two_mode,
    degree_centralization_two_mode,
)
from samverkansgraf.measures.measure import Measure, words

MEASURES: Final = (
    Measure(
        name="degree_centralization_two_mode",
        level="whole",
        function=degree_centralization_two_mode,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the greatest sum possible with as many actors and initiatives",
        works=(BORGATTI_EVERETT_1997, FREEMAN_1979),
        definition=words(
            sv="I vilken mån en enda aktör är med i alla initiativ medan de andra är med i ett.",
            en="How far a single actor is in all initiatives while the others are in one.",
        ),
        formula=words(
            sv="Summan, över aktörer, av skillnaden mellan det största antal initiativ någon är med i och aktörens eget, delad med "
            "(a − 1)(b − 1) för a aktörer och b initiativ; (a − 1)b om någon aktör inte är med i något.",
            en="The sum over actors of the difference between the greatest number of initiatives anybody is in and the actor's "
            "own, divided by (a − 1)(b − 1) for a actors and b initiatives; (a − 1)b where some actor is in none.",
        ),
        reading=words(
            sv="1 betyder att en aktör är med överallt och de andra bara på ett ställe, 0 att alla är med i lika många initiativ.",
            en="1 means that one actor is everywhere and the others in one place only, 0 that all are in as many initiatives.",
        ),
        caveats=words(
            sv="Den som källorna oftast skriver om ser ut att dominera. Säger inte vem det är, och inte hur många som delar på "
            "toppen.",
            en="Whoever sources write of most looks dominant. It does not say who it is, nor how many share the top.",
        ),
        undefined=words(
            sv="det finns färre än två aktörer, inget initiativ, eller bara ett som alla deltar i",
            en="there are fewer than two actors, no initiative, or only one that all take part in",
        ),
        fewest=5,
    ),
    Measure(
        name="betweenness_centralization_two_mode",
        level="whole",
        function=betweenness_centralization_two_mode,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the actors less one; each betweenness by the greatest possible",
        works=(BORGATTI_EVERETT_1997, FREEMAN_1979),
        definition=words(
            sv="I vilken mån en enda aktör ligger mellan alla andra, aktörer som initiativ.",
            en="How far a single actor lies between all others, actors and initiatives.",
        ),
        formula=words(
            sv="Summan, över aktörer, av skillnaden mellan det största mellanläge någon aktör har och aktörens egen, båda 0–1, "
            "delad med antalet aktörer minus 1.",
            en="The sum over actors of the difference between the greatest betweenness an actor has and the actor's own, both "
            "0–1, divided by the number of actors less 1.",
        ),
        reading=words(
            sv="1 betyder att en aktör har det största mellanläge som är möjligt och att de andra inte har någon; 0 att ingen "
            "ligger mer emellan än någon annan.",
            en="1 means that one actor has the greatest betweenness possible and the others none; 0 that nobody is more in "
            "between than anybody else.",
        ),
        caveats=words(
            sv="Ett enda okänt deltagande kan ge en väg förbi aktören. Att ligga på kortaste vägar betyder inte att "
            "aktören faktiskt förmedlar något.",
            en="One unknown participation can give a way past the actor. To lie on shortest paths does not mean that the actor "
            "mediates anything.",
        ),
        undefined=words(
            sv="det finns färre än två aktörer, eller så kan ingen ligga emellan",
            en="there are fewer than two actors, or nobody can be in between",
        ),
        fewest=5,
    ),
    Measure(
        name="closeness_centralization_two_mode",
        level="whole",
        function=closeness_centralization_two_mode,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the greatest sum possible with as many actors and initiatives",
        works=(BORGATTI_EVERETT_1997, FREEMAN_1979),
        definition=words(
            sv="I vilken mån en enda aktör är närmare alla andra, aktörer som initiativ, än de andra aktörerna är.",
            en="How far a single actor is nearer to all others, actors and initiatives, than the other actors are.",
        ),
        formula=words(
            sv="Summan, över aktörer, av skillnaden mellan den största närhet någon aktör har och aktörens egen, delad med den "
            "största summan som är möjlig: den där en aktör är med i alla initiativ och var och en av de andra i ett, så jämnt "
            "fördelade som det går.",
            en="The sum over actors of the difference between the greatest closeness an actor has and the actor's own, divided "
            "by the greatest sum possible: where one actor is in all initiatives and each of the others in one, spread as "
            "evenly as can be.",
        ),
        reading=words(
            sv="1 betyder att en aktör når allt och alla så snabbt som det går och de andra så långsamt som det går; 0 att alla "
            "är lika nära.",
            en="1 means that one actor reaches everything as fast as can be and the others as slowly as can be; 0 that all are "
            "equally near.",
        ),
        caveats=words(
            sv="Saknas så snart någon inte kan nås, vilket är vanligt; se då de andra centraliseringarna.",
            en="Missing as soon as somebody cannot be reached, which is common; see then the other centralizations.",
        ),
        undefined=words(
            sv="alla kan inte nå varandra, eller så måste alla aktörer vara lika nära",
            en="not all can reach each other, or all actors must be equally near",
        ),
        fewest=5,
    ),
)
