"""Measures of how the whole hangs together."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import (
    BORGATTI_2006,
    BORGATTI_EVERETT_1997,
    SEIDMAN_1983,
    WASSERMAN_FAUST_1994,
)
from samverkansgraf.measures.cohesion import (
    components,
    density,
    density_two_mode,
    diameter,
    fragmentation,
    largest_component_share,
    mean_distance,
)
from samverkansgraf.measures.cores import degeneracy
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.works import Work

LICK_WHITE_1970: Final = Work(
    key="lick1970",
    authors=("Lick, D. R.", "White, A. T."),
    year=1970,
    title="k-degenerate graphs",
    journal="Canadian Journal of Mathematics",
    volume="22",
    number="5",
    pages="1082–1096",
    doi="10.4153/CJM-1970-125-1",
)

MEASURES: Final = (
    Measure(
        name="density_two_mode",
        level="whole",
        function=density_two_mode,
        network="two-mode",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by actors times initiatives",
        works=(BORGATTI_EVERETT_1997,),
        definition=words(
            sv="Andelen av alla tänkbara par av aktör och initiativ där aktören deltar.",
            en="The share of all possible pairs of actor and initiative where the actor takes part.",
        ),
        formula=words(
            sv="Antalet deltaganden (par av aktör och initiativ) delat med antalet aktörer gånger antalet initiativ.",
            en="The participations (pairs of actor and initiative) divided by the number of actors times that of initiatives.",
        ),
        reading=words(
            sv="1 betyder att alla aktörer deltar i alla initiativ, 0 att ingen deltar i något. I en stad är värdet nästan alltid lågt.",
            en="1 means that every actor takes part in every initiative, 0 that nobody takes part in anything. In a city the value is nearly always low.",
        ),
        caveats=words(
            sv="Tätheten sjunker av sig själv när nätverket växer: två nätverk av olika storlek kan inte jämföras rakt av. Ett deltagande som ingen källa nämner räknas som att det inte finns.",
            en="Density falls by itself as a network grows: two networks of different size cannot be compared straight off. A participation that no source mentions counts as absent.",
        ),
        undefined=words(
            sv="det finns inga aktörer eller inga initiativ",
            en="there are no actors or no initiatives",
        ),
    ),
    Measure(
        name="density",
        level="whole",
        function=density,
        network="projection",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by the pairs of actors",
        works=(WASSERMAN_FAUST_1994,),
        definition=words(
            sv="Andelen par av aktörer som möts i minst ett initiativ.",
            en="The share of pairs of actors that meet in at least one initiative.",
        ),
        formula=words(
            sv="Antalet par av aktörer som är knutna till varandra, delat med alla par, n(n − 1)/2.",
            en="The pairs of actors that are tied, divided by all pairs, n(n − 1)/2.",
        ),
        reading=words(
            sv="1 betyder att alla möter alla, 0 att inga två möts.",
            en="1 means that all meet all, 0 that no two meet.",
        ),
        caveats=words(
            sv="Ett initiativ knyter alla sina deltagare till varandra, så ett enda stort initiativ kan ge en hög täthet utan att "
            "deltagandet är tätt: se först tätheten i nätverket av aktörer och initiativ. Tätheten sjunker av sig själv när "
            "nätverket växer.",
            en="An initiative ties all its participants to each other, so one large initiative can give a high density "
            "without dense participation: see the density of the two-mode network first. Density falls by itself as a "
            "network grows.",
        ),
        undefined=words(
            sv="det finns färre än två aktörer",
            en="there are fewer than two actors",
        ),
    ),
    Measure(
        name="components",
        level="whole",
        function=components,
        network="two-mode",
        unit="parts",
        value_range="",
        normalisation="none",
        works=(WASSERMAN_FAUST_1994,),
        definition=words(
            sv="Antalet delar av nätverket utan någon väg emellan.",
            en="The number of parts of the network with no path between them.",
        ),
        formula=words(
            sv="Antalet delar där varje aktör och initiativ kan nå de övriga genom deltaganden; den som står utan deltaganden är en egen del.",
            en="The number of parts in which every actor and initiative can reach the others through participations; one without participations is a part of its own.",
        ),
        reading=words(
            sv="1 betyder att allt hänger ihop. Fler delar betyder att det finns kretsar som inte har något känt med varandra att göra.",
            en="1 means that everything hangs together. More parts mean circles that have nothing known to do with each other.",
        ),
        caveats=words(
            sv="En enda okänd eller förbisedd aktör kan binda ihop två delar. Antalet säger inget om hur stora delarna är: se andelen i den största.",
            en="A single actor unknown or overlooked can join two parts. The number says nothing of how large the parts are: see the share in the largest.",
        ),
        undefined=words(
            sv="",
            en="",
        ),
    ),
    Measure(
        name="largest_component_share",
        level="whole",
        function=largest_component_share,
        network="two-mode",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by all nodes",
        works=(WASSERMAN_FAUST_1994,),
        definition=words(
            sv="Andelen av alla aktörer och initiativ som hör till den största sammanhängande delen.",
            en="The share of all actors and initiatives that belong to the largest component.",
        ),
        formula=words(
            sv="Antalet aktörer och initiativ i den största delen delat med alla aktörer och initiativ.",
            en="The actors and initiatives in the largest part divided by all actors and initiatives.",
        ),
        reading=words(
            sv="1 betyder att allt hänger ihop i en enda del.",
            en="1 means that everything hangs together in one part.",
        ),
        caveats=words(
            sv="Att två aktörer hör till samma del säger bara att det finns en väg mellan dem, hur lång den än är, inte att de samverkar. Den som samlar in uppgifter genom att följa länkar hittar en sammanhängande del.",
            en="That two actors are in one part says only that there is a path between them, however long, not that they collaborate. Who gathers data by following links finds a connected part.",
        ),
        undefined=words(
            sv="nätverket är tomt",
            en="the network is empty",
        ),
    ),
    Measure(
        name="fragmentation",
        level="whole",
        function=fragmentation,
        network="projection",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by the pairs of actors",
        works=(BORGATTI_2006,),
        definition=words(
            sv="Andelen par av aktörer som inte kan nå varandra genom gemensamma initiativ.",
            en="The share of pairs of actors that cannot reach each other through shared initiatives.",
        ),
        formula=words(
            sv="1 minus andelen par av aktörer som kan nå varandra genom band; två aktörer är knutna om de möts i ett initiativ.",
            en="1 less the share of pairs of actors that can reach each other through ties; two actors are tied if they meet in an initiative.",
        ),
        reading=words(
            sv="0 betyder att alla kan nå alla, 1 att inga två aktörer är knutna till varandra.",
            en="0 means that all can reach all, 1 that no two actors are tied to each other.",
        ),
        caveats=words(
            sv="Måttet ser inte hur lång eller hur skör en väg är: nätverket kan hänga på en enda aktör och ändå ha värdet 0. Se noder och deltaganden som nätverket faller isär utan.",
            en="The measure does not see how long or how fragile a path is: the network can hang on a single actor and still have 0. See the nodes and participations without which it falls apart.",
        ),
        undefined=words(
            sv="det finns färre än två aktörer",
            en="there are fewer than two actors",
        ),
    ),
    Measure(
        name="mean_distance",
        level="whole",
        function=mean_distance,
        network="projection",
        unit="steps",
        value_range="",
        normalisation="largest component of the projection, unweighted",
        works=(WASSERMAN_FAUST_1994,),
        definition=words(
            sv="Medelantalet steg mellan två aktörer i den största sammanhängande delen.",
            en="The mean number of steps between two actors in the largest component.",
        ),
        formula=words(
            sv="Medelvärdet, över par av aktörer i den största delen, av det minsta antalet band man måste följa från den ena till den andra.",
            en="The mean, over pairs of actors in the largest part, of the fewest ties to follow from one to the other.",
        ),
        reading=words(
            sv="1 betyder att alla möts i något initiativ, 2 att de i medeltal har en gemensam bekant mellan sig.",
            en="1 means that all meet in some initiative, 2 that they have on average one acquaintance between them.",
        ),
        caveats=words(
            sv="Gäller bara den största delen: ett nätverk som faller isär kan få ett lägre värde. Ett stort initiativ gör att alla i det har avståndet 1. Okända deltaganden gör avstånden längre än de är.",
            en="Of the largest part only: a network that falls apart can get a lower value. A large initiative gives all in it the distance 1. Unknown participations make distances longer than they are.",
        ),
        undefined=words(
            sv="inga aktörer är knutna till varandra",
            en="no actors are tied to each other",
        ),
    ),
    Measure(
        name="diameter",
        level="whole",
        function=diameter,
        network="projection",
        unit="steps",
        value_range="",
        normalisation="largest component of the projection, unweighted",
        works=(WASSERMAN_FAUST_1994,),
        definition=words(
            sv="Det längsta avståndet mellan två aktörer i den största sammanhängande delen.",
            en="The greatest distance between two actors in the largest component.",
        ),
        formula=words(
            sv="Det största, över par av aktörer i den största delen, av det minsta antalet band man måste följa från den ena till den andra.",
            en="The greatest, over pairs of actors in the largest part, of the fewest ties to follow from one to the other.",
        ),
        reading=words(
            sv="1 betyder att alla i den största delen möts. Ett högt värde betyder att någon är långt från någon annan.",
            en="1 means that all in the largest part meet. A high value means that somebody is far from somebody else.",
        ),
        caveats=words(
            sv="Bestäms av ett enda par, så ett enda okänt deltagande kan ändra det. Gäller bara den största delen. Medelavståndet är stadigare.",
            en="Decided by a single pair, so one unknown participation can change it. Of the largest part only. The mean distance is steadier.",
        ),
        undefined=words(
            sv="inga aktörer är knutna till varandra",
            en="no actors are tied to each other",
        ),
    ),
    Measure(
        name="degeneracy",
        level="whole",
        function=degeneracy,
        network="two-mode",
        unit="count",
        value_range="whole number, 0 or more",
        normalisation="none",
        works=(SEIDMAN_1983, LICK_WHITE_1970),
        definition=words(
            sv="Hur tät nätverkets tätaste del är: det största k för vilket det finns en del där alla har minst k grannar.",
            en="How dense the network's densest part is: the greatest k for which there is a part where all have at least k neighbours.",
        ),
        formula=words(
            sv="Det största värde som core_number har för någon aktör eller något initiativ.",
            en="The greatest value that core_number has for any actor or initiative.",
        ),
        reading=words(
            sv="1 betyder att det inte finns några slutna kretsar, 3 att det finns en del där varje aktör deltar i minst tre av "
            "delens initiativ och varje initiativ har minst tre av delens aktörer.",
            en="1 means that there are no closed circles, 3 that there is a part where each actor takes part in at least three of "
            "the part's initiatives and each initiative has at least three of its actors.",
        ),
        caveats=words(
            sv="Säger inget om hur stor den tätaste delen är. Kan inte bli större än vad initiativens storlek tillåter. Det som "
            "källorna beskriver utförligt ser tätare ut.",
            en="It says nothing of how large the densest part is. It cannot exceed what the sizes of initiatives allow. What "
            "sources describe at length looks denser.",
        ),
        undefined=words(sv="nätverket är tomt", en="the network is empty"),
        uncertainty="no bootstrap",
    ),
)
