"""Measures of groups of actors: by sector, and as they form in the network."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import KRACKHARDT_STERN_1988
from samverkansgraf.measures.diversity import blau_diversity, qualitative_variation
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.mixing import assortativity_sector, ei_index
from samverkansgraf.measures.modularity import modularity
from samverkansgraf.measures.works import Work

AGRESTI_1978: Final = Work(
    key="agresti1978",
    authors=("Agresti, A.", "Agresti, B. F."),
    year=1978,
    title="Statistical analysis of qualitative variation",
    journal="Sociological Methodology",
    volume="9",
    pages="204–237",
    doi="10.2307/270810",
)
BARBER_2007: Final = Work(
    key="barber2007",
    authors=("Barber, M. J.",),
    year=2007,
    title="Modularity and community detection in bipartite networks",
    journal="Physical Review E",
    volume="76",
    number="6",
    pages="066102",
    doi="10.1103/PhysRevE.76.066102",
)
BECKETT_2016: Final = Work(
    key="beckett2016",
    authors=("Beckett, S. J.",),
    year=2016,
    title="Improved community detection in weighted bipartite networks",
    journal="Royal Society Open Science",
    volume="3",
    number="1",
    pages="140536",
    doi="10.1098/rsos.140536",
)
BLAU_1977: Final = Work(
    key="blau1977",
    authors=("Blau, P. M.",),
    year=1977,
    title="Inequality and Heterogeneity: A Primitive Theory of Social Structure",
    journal="Free Press",
    kind="book",
)
NEWMAN_2003: Final = Work(
    key="newman2003",
    authors=("Newman, M. E. J.",),
    year=2003,
    title="Mixing patterns in networks",
    journal="Physical Review E",
    volume="67",
    number="2",
    pages="026126",
    doi="10.1103/PhysRevE.67.026126",
)

MEASURES: Final = (
    Measure(
        name="modularity",
        level="whole",
        function=modularity,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the edges; less what the degrees give by chance",
        works=(BARBER_2007, BECKETT_2016),
        definition=words(
            sv="I vilken mån deltagandet delar upp sig i moduler av aktörer och initiativ som håller ihop inåt.",
            en="How far participation falls into modules of actors and initiatives that keep to themselves.",
        ),
        formula=words(
            sv="Andelen deltaganden där aktör och initiativ hör till samma modul, minus den andel man kan vänta sig av "
            "hur många deltaganden var och en av dem har. Det största värdet av 100 sökningar.",
            en="The share of participations where actor and initiative are in one module, less the share to expect from "
            "how many participations each of them has. The greatest value of 100 searches.",
        ),
        reading=words(
            sv="0 betyder att ingen uppdelning är bättre än en enda modul. Ju högre värde, desto mer sker "
            "samverkan i skilda kretsar.",
            en="0 means that no division is better than a single module. The higher, the more collaboration takes "
            "place in separate circles.",
        ),
        caveats=words(
            sv="Också slumpmässiga nätverk har hög modularitet när de är glesa: jämför med en nollmodell innan något "
            "sägs om kretsar. Värdet är det största som hittats, och kan vara mindre än det största som finns. Helt "
            "olika uppdelningar kan ge nästan samma värde, och små moduler kan gömmas i stora.",
            en="Random networks too have high modularity where they are sparse: compare with a null model before "
            "anything is said of circles. The value is the greatest found and may be below the greatest there is. Quite "
            "different divisions can give nearly the same value, and small modules can hide in large ones.",
        ),
        undefined=words(
            sv="ingen deltar i något",
            en="nobody takes part in anything",
        ),
        fewest=10,
        seeded=True,
        uncertainty="scenarios",
    ),
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
        formula=words(
            sv="(E − I)/(E + I), där E är antalet par av aktörer från olika sektorer som möts i minst ett initiativ, och I "
            "antalet par från samma sektor.",
            en="(E − I)/(E + I), E being the pairs of actors from different sectors who meet in at least one "
            "initiative, and I the pairs from one sector.",
        ),
        reading=words(
            sv="0 betyder att lika många band går mellan sektorer som inom dem. Det är inte vad slumpen ger: med många "
            "jämnstora sektorer är de flesta band mellan sektorer redan av en slump.",
            en="0 means as many ties between sectors as within them. That is not what chance gives: with many sectors of "
            "one size, most ties are between sectors by chance already.",
        ),
        caveats=words(
            sv="Värdet beror på hur många sektorerna är och hur stora, så två städer kan inte jämföras rakt av; jämför "
            "med det väntade värdet och permutationstestet. Ett stort initiativ ger band mellan alla sina deltagare och kan ensamt "
            "bestämma värdet. En grov sektorsindelning ger fler band inom sektorer.",
            en="The value depends on how many the sectors are and how large, so two cities cannot be compared straight "
            "off; compare with the expected value and the permutation test. A large initiative ties all its participants "
            "and can decide the value alone. Coarse sectors give more ties within sectors.",
        ),
        undefined=words(
            sv="inga aktörer med känd sektor är knutna till varandra",
            en="no actors of known sector are tied to each other",
        ),
        fewest=5,
    ),
    Measure(
        name="assortativity_sector",
        level="whole",
        function=assortativity_sector,
        network="projection",
        unit="−1 to 1",
        value_range="−1 to 1",
        normalisation="0 is what the ties of each sector give by chance, 1 only ties within sectors",
        works=(NEWMAN_2003,),
        definition=words(
            sv="Om aktörer hellre är knutna till sin egen sektor än vad sektorernas antal band ger av en slump. Aktörer vars sektor är okänd räknas inte.",
            en="Whether actors are tied to their own sector more than the number of ties each sector has gives by chance. Actors whose sector is unknown do not count.",
        ),
        formula=words(
            sv="(W − S)/(1 − S), där W är andelen band inom sektorer och S är summan över sektorerna av kvadraten på "
            "sektorns andel av alla bandändar. Banden är oviktade, vart och ett räknat en gång.",
            en="(W − S)/(1 − S), W being the share of ties within sectors and S the sum over sectors of the square of "
            "the sector's share of all tie ends. Ties are unweighted, each counted once.",
        ),
        reading=words(
            sv="1 betyder att alla band är inom sektorer, 0 att banden är så blandade som slumpen ger, ett negativt tal att "
            "aktörer främst är knutna till andra sektorer än sin egen.",
            en="1 means that all ties are within sectors, 0 that ties are as mixed as chance gives, a negative number "
            "that actors are mostly tied to other sectors than their own.",
        ),
        caveats=words(
            sv="Det lägsta möjliga värdet är sällan −1 utan beror på sektorernas storlek. Initiativ som kräver flera "
            "sektorer för att finnas till drar ned värdet. Ett enda stort initiativ ger många band som inte är "
            "oberoende av varandra. Med få aktörer per sektor är värdet osäkert.",
            en="The least value possible is seldom −1 but depends on the sizes of sectors. Initiatives that need several "
            "sectors to exist pull the value down. A single large initiative gives many ties that are not independent "
            "of each other. With few actors in each sector the value is uncertain.",
        ),
        undefined=words(
            sv="inga aktörer med känd sektor är knutna till varandra, eller alla sådana band är inom en och samma sektor",
            en="no actors of known sector are tied to each other, or all such ties are within one sector",
        ),
        fewest=10,
    ),
    Measure(
        name="blau_diversity",
        level="node",
        function=blau_diversity,
        network="two-mode",
        unit="chance, 0 to 1 − 1/k",
        value_range="0 to 1 − 1/k",
        normalisation="none; k sectors can reach 1 − 1/k",
        works=(BLAU_1977,),
        definition=words(
            sv="Hur blandade sektorerna är bland initiativets aktörer: sannolikheten att två dragningar med återläggning bland dem ger olika sektorer. Aktörer vars sektor är okänd räknas inte.",
            en="How mixed the sectors of the initiative's actors are: the chance that two draws with replacement among them give different sectors. Actors whose sector is unknown do not count.",
        ),
        formula=words(
            sv="1 minus summan av kvadraten på varje sektors andel av initiativets aktörer.",
            en="1 less the sum of the square of each sector's share of the initiative's actors.",
        ),
        reading=words(
            sv="0 betyder att alla är från samma sektor, 0,5 till exempel två sektorer med lika många aktörer. Ju högre "
            "värde, desto fler sektorer och desto jämnare fördelade.",
            en="0 means that all are from one sector, 0.5 for instance two sectors with as many actors each. The higher, "
            "the more sectors and the more evenly spread.",
        ),
        caveats=words(
            sv="Ett initiativ med få kända aktörer kan inte få ett högt värde; det med en enda får alltid 0. Har många "
            "deltagare okänd sektor är värdet de övrigas, inte initiativets. Att sektorer finns med säger inget om "
            "vem som bestämmer.",
            en="An initiative with few known actors cannot have a high value; one with a single actor always has 0. Where "
            "the sector of many participants is unknown, the value is that of the others, not of the initiative. That sectors "
            "are present says nothing of who decides.",
        ),
        undefined=words(
            sv="ingen av initiativets aktörer har känd sektor",
            en="none of the initiative's actors has a known sector",
        ),
        sides=("initiatives",),
    ),
    Measure(
        name="qualitative_variation",
        level="node",
        function=qualitative_variation,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by 1 − 1/k, k being the sectors of the network's actors",
        works=(AGRESTI_1978, BLAU_1977),
        definition=words(
            sv="Hur blandade sektorerna är bland initiativets aktörer, i förhållande till det mesta som nätverkets antal sektorer medger.",
            en="How mixed the sectors of the initiative's actors are, of the most that the number of sectors in the network allows.",
        ),
        formula=words(
            sv="Blaus mångfald delad med 1 − 1/k, där k är antalet sektorer bland nätverkets aktörer.",
            en="Blau's diversity divided by 1 − 1/k, k being the number of sectors among the network's actors.",
        ),
        reading=words(
            sv="0 betyder att alla är från samma sektor, 1 att alla sektorer i nätverket är lika väl företrädda.",
            en="0 means that all are from one sector, 1 that all sectors in the network are represented alike.",
        ),
        caveats=words(
            sv="Ett initiativ med färre aktörer än det finns sektorer kan inte nå 1. Värdet ändras när en ny sektor "
            "tillkommer i nätverket, även om initiativet är detsamma. Aktörer vars sektor är okänd räknas inte.",
            en="An initiative with fewer actors than there are sectors cannot reach 1. The value changes when a new sector "
            "comes into the network, though the initiative be the same. Actors whose sector is unknown do not count.",
        ),
        undefined=words(
            sv="ingen av initiativets aktörer har känd sektor, eller nätverket har färre än två kända sektorer",
            en="none of the initiative's actors has a known sector, or the network has fewer than two known sectors",
        ),
        sides=("initiatives",),
    ),
)
