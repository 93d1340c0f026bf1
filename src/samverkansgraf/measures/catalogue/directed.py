"""Measures of arcs between actors: who leads whom."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import FREEMAN_1979, WASSERMAN_FAUST_1994
from samverkansgraf.measures.directed import in_centralization, out_centralization, reciprocity
from samverkansgraf.measures.measure import Measure, words
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

_FEW_LEADS: Final = words(
    sv="Bara initiativ där någon källa anger vem som leder räknas, och källor nämner inte alltid det. Värdet säger "
    "därför lika mycket om vad källorna berättar som om vem som leder.",
    en="Only initiatives where some source names who leads count, and sources do not always say. So the value tells as "
    "much of what the sources say as of who leads.",
)
_NO_LEAD: Final = words(
    sv="färre än två aktörer deltar i initiativ med en namngiven ledare",
    en="fewer than two actors take part in initiatives with a named lead",
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
        definition=words(
            sv="Hur ofta ledarskapet är ömsesidigt: andelen fall där en aktör leder en annan i ett initiativ och leds av den i ett annat.",
            en="How often leading is mutual: the share of cases where one actor leads another in one initiative and is led by it in another.",
        ),
        formula=words(
            sv="Från varje ledare av ett initiativ går en pil till varje annan aktör som deltar där utan att leda. Antalet "
            "pilar som har en pil åt andra hållet, delat med alla pilar. Flera initiativ åt samma håll är en enda pil.",
            en="From each lead of an initiative an arc goes to each other actor that takes part in it without leading. The "
            "arcs that have one the other way, divided by all arcs. Several initiatives in one direction are one arc.",
        ),
        reading=words(
            sv="0 betyder att ingen leds av någon den själv leder, 1 att alla pilar är besvarade. Ett högt värde "
            "tyder på att man turas om att leda.",
            en="0 means that nobody is led by whom it leads, 1 that every arc is answered. A high value suggests that "
            "actors take turns in leading.",
        ),
        caveats=words(
            sv="Kräver att samma två aktörer möts i minst två initiativ med namngivna ledare, vilket är sällsynt i små nätverk: "
            f"0 är då väntat. De som leder tillsammans har ingen pil mellan sig. {_FEW_LEADS['sv']}",
            en="It takes two actors that meet in at least two initiatives with named leads, which is rare in small networks: "
            f"0 is then to be expected. Those who lead together have no arc between them. {_FEW_LEADS['en']}",
        ),
        undefined=words(
            sv="ingen leder någon annan, så vitt källorna säger",
            en="nobody leads anybody else, as far as the sources say",
        ),
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
        definition=words(
            sv="I vilken mån en enda aktör leds av många medan de andra inte leds av någon.",
            en="How far a single actor is led by many while the others are led by nobody.",
        ),
        formula=words(
            sv="Summan, över aktörer i initiativ med en namngiven ledare, av skillnaden mellan det största antalet som leder "
            "någon av dem och det antal som leder aktören, delad med (n − 1)².",
            en="The sum, over actors of initiatives with a named lead, of the difference between the greatest number of "
            "actors that lead one of them and the number that lead the actor, divided by (n − 1)².",
        ),
        reading=words(
            sv="1 betyder att alla andra leder en och samma aktör och ingen annan, 0 att alla leds av lika många.",
            en="1 means that all others lead one actor and nobody else, 0 that all are led by as many.",
        ),
        caveats=words(
            sv=f"Värdet är oftast lågt: i ett initiativ med en ledare leds alla de andra. {_FEW_LEADS['sv']}",
            en=f"The value is mostly low: in an initiative with one lead all the others are led. {_FEW_LEADS['en']}",
        ),
        undefined=_NO_LEAD,
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
        definition=words(
            sv="I vilken mån en enda aktör leder alla de andra.",
            en="How far a single actor leads all the others.",
        ),
        formula=words(
            sv="Summan, över aktörer i initiativ med en namngiven ledare, av skillnaden mellan det största antal som någon av "
            "dem leder och det antal som aktören leder, delad med (n − 1)².",
            en="The sum, over actors of initiatives with a named lead, of the difference between the greatest number of "
            "actors that one of them leads and the number that the actor leads, divided by (n − 1)².",
        ),
        reading=words(
            sv="1 betyder att en aktör leder alla de andra och att ingen annan leder någon, 0 att alla leder lika många.",
            en="1 means that one actor leads all the others and nobody else leads anybody, 0 that all lead as many.",
        ),
        caveats=words(
            sv=f"Den som leder ett enda stort initiativ leder många, den som leder flera små leder få. {_FEW_LEADS['sv']}",
            en=f"Who leads one large initiative leads many, who leads several small ones leads few. {_FEW_LEADS['en']}",
        ),
        undefined=_NO_LEAD,
        fewest=10,
    ),
)
