"""Measures of a core and a periphery, and of a small world."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.core_periphery import core_periphery, core_periphery_p
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.small_world import UNDEFINED, small_world
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

_NO_PATTERN: Final = words(
    sv="det finns färre än tre aktörer, inga eller alla par av dem är knutna till varandra, eller så är banden för många "
    "för att söka igenom",
    en="there are fewer than three actors, no or all pairs of them are tied, or the ties are too many to search",
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
        definition=words(
            sv="Hur väl banden stämmer med en kärna som alla band rör vid och en periferi utan egna band.",
            en="How well the ties fit a core that all ties touch and a periphery without ties of its own.",
        ),
        formula=words(
            sv="Korrelationen, över par av aktörer, mellan knutna eller inte och det ideala mönstret: band där minst en av de två "
            "hör till kärnan, inga band inom periferin. Kärnan är den som ger den största korrelation som hittats på tjugo "
            "sökningar.",
            en="The correlation, over pairs of actors, between tied or not and the ideal pattern: a tie where either of the two "
            "is in the core, none within the periphery. The core is the one that gives the greatest correlation found in "
            "twenty searches.",
        ),
        reading=words(
            sv="1 är en stjärna eller en kärna där alla är knutna till alla och till hela periferin. Ju närmare 0, desto sämre "
            "beskriver en kärna och en periferi nätverket.",
            en="1 is a star, or a core tied to everybody in it and to all of the periphery. The nearer 0, the less a core and "
            "a periphery describe the network.",
        ),
        caveats=words(
            sv="Också slumpmässiga nätverk har värden över 0: läs det tillsammans med core_periphery_p. Att hög korrelation "
            "finns utesluter inte andra mönster, till exempel flera kretsar. Den som källorna skriver mest om hamnar lätt i "
            "kärnan. Ofta passar flera kärnor lika bra; tabellen core visar vilka aktörer som inte kan placeras säkert.",
            en="Random networks too have values above 0: read it with core_periphery_p. A high correlation does not rule "
            "out other patterns, such as several circles. Those whom sources write most of easily end in the core. Often "
            "several cores fit equally well; the table core shows which actors cannot be placed with certainty.",
        ),
        undefined=_NO_PATTERN,
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
        definition=words(
            sv="Hur ofta slumpen ensam ger en lika tydlig kärna: andelen slumpade nätverk med initiativ av samma storlek som stämmer minst lika väl.",
            en="How often chance alone gives as clear a core: the share of random networks with initiatives of the same sizes that fit at least as well.",
        ),
        formula=words(
            sv="I 199 slumpade nätverk har varje initiativ lika många aktörer som i det verkliga, dragna bland alla. I vart "
            "och ett söks den bästa kärnan på nytt. Antalet som stämmer minst lika väl, plus 1, delat med 200.",
            en="In 199 random networks each initiative has as many actors as in the real one, drawn among all. In each the best "
            "core is sought anew. Those that fit at least as well, plus 1, divided by 200.",
        ),
        reading=words(
            sv="0,005 är det lägsta möjliga: inget av de slumpade nätverken stämmer lika väl. Ett högt värde betyder att kärnan "
            "inte är tydligare än vad initiativens storlek ger av en slump.",
            en="0.005 is the least there can be: none of the random networks fits as well. A high value means that the core is no "
            "clearer than the sizes of initiatives give by chance.",
        ),
        caveats=words(
            sv="Svaret hänger på vad slumpen får ändra. Här får den ändra hur många initiativ en aktör är med i, så ett lågt värde "
            "betyder ofta bara att några är med i många. Ett högt värde visar inte att ingen kärna finns.",
            en="The answer depends on what chance may change. Here it may change how many initiatives an actor is in, so a low "
            "value often means only that some are in many. A high value does not show that there is no core.",
        ),
        undefined=_NO_PATTERN,
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
        definition=words(
            sv="Hur mycket tätare aktörernas kretsar är än vad slumpen ger, i förhållande till hur mycket längre det är mellan aktörer.",
            en="How much denser the actors' circles are than chance gives, in proportion to how much farther it is between actors.",
        ),
        formula=words(
            sv="Andelen slutna tripplar bland aktörerna delad med den i femtio slumpade nätverk där varje aktör är med i lika "
            "många initiativ och varje initiativ har lika många aktörer, delat med samma kvot för medelavståndet i den "
            "största delen.",
            en="The share of closed triples among the actors divided by that in fifty random networks where each actor is in as "
            "many initiatives and each initiative has as many actors, divided by the same ratio of the mean distance in the "
            "largest part.",
        ),
        reading=words(
            sv="1 är vad slumpen ger. Klart över 1 betyder en liten värld: täta kretsar som ändå nås på få steg.",
            en="1 is what chance gives. Well above 1 means a small world: dense circles that are yet within few steps.",
        ),
        caveats=words(
            sv="Det finns ingen gräns för när en värld är liten, och kvoten växer med nätverkets storlek. Avståndet är bara det i den "
            "största delen, så ett nätverk som faller isär ser mindre ut än det är.",
            en="There is no limit for when a world is small, and the ratio grows with the size of the network. The distance is of "
            "the largest part only, so a network that falls apart looks smaller than it is.",
        ),
        undefined=UNDEFINED,
        fewest=10,
        seeded=True,
        uncertainty="scenarios",
    ),
)
