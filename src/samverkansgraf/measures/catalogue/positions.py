"""Measures of nodes in the projection onto their own kind, and Burt's in the two-mode network."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import BOLDI_VIGNA_2014, BURT_1992
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.positions import harmonic, pagerank, participation_coefficient
from samverkansgraf.measures.structural_holes import constraint, effective_size, efficiency, hierarchy
from samverkansgraf.measures.structural_holes_two_mode import (
    constraint_two_mode,
    effective_size_two_mode,
    efficiency_two_mode,
    hierarchy_two_mode,
)
from samverkansgraf.measures.works import Work

BRIN_PAGE_1998: Final = Work(
    key="brin1998",
    authors=("Brin, S.", "Page, L."),
    year=1998,
    title="The anatomy of a large-scale hypertextual Web search engine",
    journal="Computer Networks and ISDN Systems",
    volume="30",
    number="1–7",
    pages="107–117",
    doi="10.1016/S0169-7552(98)00110-X",
)
BURCHARD_CORNWELL_2018: Final = Work(
    key="burchard2018",
    authors=("Burchard, J.", "Cornwell, B."),
    year=2018,
    title="Structural holes and bridging in two-mode networks",
    journal="Social Networks",
    volume="55",
    pages="11–20",
)
GUIMERA_AMARAL_2005: Final = Work(
    key="guimera2005",
    authors=("Guimerà, R.", "Amaral, L. A. N."),
    year=2005,
    title="Functional cartography of complex metabolic networks",
    journal="Nature",
    volume="433",
    pages="895–900",
    doi="10.1038/nature03288",
)
HOLLWAY_2020: Final = Work(
    key="hollway2020",
    authors=("Hollway, J.", "Morin, J.-F.", "Pauwelyn, J."),
    year=2020,
    title="Structural conditions for novelty: the introduction of new environmental clauses to the trade regime complex",
    journal="International Environmental Agreements: Politics, Law and Economics",
    volume="20",
    number="1",
    pages="61–83",
    doi="10.1007/s10784-019-09464-5",
)

_FEWEST: Final = 5

_NO_TIES: Final = words(
    sv="är inte knuten till någon annan",
    en="is not tied to anyone else",
)

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
        fewest=_FEWEST,
        definition=words(
            sv="Medelvärdet av 1/avståndet till de andra av samma slag; den som inte kan nås räknas som 0.",
            en="The mean of 1/distance to the others of the same kind; who cannot be reached counts as 0.",
        ),
        formula=words(
            sv="För varje annan nod i projektionen: 1 delat med antalet steg dit, 0 om ingen väg finns. Summan delas med antalet andra noder. Bandens styrka räknas inte.",
            en="For each other node of the projection: 1 divided by the steps to it, 0 if there is no path. The sum is divided by the number of other nodes. The strength of ties does not count.",
        ),
        reading=words(
            sv="1 betyder att noden har band med alla andra, 0 att den inte har band med någon. Den som når många i få steg får ett högt värde, även om nätverket är delat.",
            en="1 means that the node is tied to all others, 0 that it is tied to nobody. Who reaches many in few steps has a high value, also where the network is in parts.",
        ),
        caveats=words(
            sv="Ett enda stort initiativ knyter alla sina deltagare till varandra och ger dem nästan samma värde. Att vägen är kort säger inte att något förs vidare längs den.",
            en="A single large initiative ties all its participants to each other and gives them nearly the same value. That a path is short does not say that anything is passed along it.",
        ),
        undefined=words(
            sv="det finns ingen annan att nå",
            en="there is nobody else to reach",
        ),
    ),
    Measure(
        name="pagerank",
        level="node",
        function=pagerank,
        network="projection",
        unit="share, all nodes sum to 1",
        value_range="above 0, at most 1",
        normalisation="the values of all nodes sum to 1; damping 0.85",
        works=(BRIN_PAGE_1998,),
        fewest=_FEWEST,
        definition=words(
            sv="Andelen besök hos noden när man vandrar längs banden och då och då börjar om hos vem som helst.",
            en="The node's share of the visits on a walk along ties that now and then starts afresh anywhere.",
        ),
        formula=words(
            sv="I varje steg följs med sannolikheten 0,85 ett av nodens band, i proportion till antalet gemensamma initiativ; annars, och alltid från en nod utan band, går vandringen till en slumpvis vald nod. Värdet är andelen besök i det långa loppet.",
            en="At each step one of the node's ties is followed with probability 0.85, in proportion to the initiatives shared; otherwise, and always from a node without ties, the walk goes to a node at random. The value is the share of visits in the long run.",
        ),
        reading=words(
            sv="Jämför med 1/n, det värde alla skulle ha om ingen skilde sig från de andra. Band med dem som själva har många band räknas mer.",
            en="Compare with 1/n, the value all would have if nobody differed from the others. Ties with those who have many ties themselves count for more.",
        ),
        caveats=words(
            sv="I ett nätverk där banden saknar riktning följer värdet i stort sett summan av bandens styrka och säger sällan något mer. Värden från nätverk av olika storlek kan inte jämföras rakt av.",
            en="Where ties have no direction, the value mostly follows the sum of the ties' strength and seldom says more. Values from networks of different size cannot be compared as they are.",
        ),
        undefined=words(),
    ),
    Measure(
        name="constraint",
        level="node",
        function=constraint,
        network="projection",
        unit="number above 0",
        value_range="above 0; may exceed 1",
        normalisation="shares of each node's tie weight",
        works=(BURT_1992,),
        fewest=_FEWEST,
        definition=words(
            sv="I vilken mån nodens band leder till få andra som dessutom har band med varandra.",
            en="How far the node's ties lead to a few others who are tied to each other too.",
        ),
        formula=words(
            sv="För varje kontakt: den andel av nodens bandstyrka som går direkt till kontakten, plus det som når den via gemensamma kontakter; summan i kvadrat. Kvadraterna läggs ihop över alla kontakter. Banden vägs efter antalet gemensamma initiativ.",
            en="For each contact: the share of the node's tie weight that goes straight to it, plus what reaches it through common contacts; the sum squared. The squares are added over all contacts. Ties are weighted by the initiatives shared.",
        ),
        reading=words(
            sv="Ett lågt värde tyder på många kontakter som inte känner varandra, alltså utrymme att förmedla. Ett värde kring 1 eller mer betyder att allt går genom en enda eller några få sammanbundna.",
            en="A low value points to many contacts who do not know each other, that is, room to broker. A value about 1 or more means that everything goes through one or a few who are tied together.",
        ),
        caveats=words(
            sv="Alla som deltar i samma initiativ får band med varandra i projektionen, vilket höjer värdet för den som bara är med i ett stort initiativ; jämför med constraint_two_mode. Värdet beror starkt på antalet kontakter.",
            en="All who take part in one initiative are tied to each other in the projection, which raises the value of whoever is in a single large one; compare with constraint_two_mode. The value depends strongly on the number of contacts.",
        ),
        undefined=_NO_TIES,
    ),
    Measure(
        name="effective_size",
        level="node",
        function=effective_size,
        network="projection",
        unit="contacts",
        value_range="above 0, at most the node's number of contacts",
        normalisation="none",
        works=(BURT_1992,),
        fewest=_FEWEST,
        definition=words(
            sv="Antalet kontakter som noden har, sedan de som leder till samma personkrets har räknats ned.",
            en="The number of contacts the node has when those that lead to the same circle are discounted.",
        ),
        formula=words(
            sv="Varje kontakt räknas som 1 minus en överlappning: summan, över nodens övriga kontakter, av andelen av nodens bandstyrka gånger kontaktens band med dem i förhållande till kontaktens starkaste band.",
            en="Each contact counts for 1 less an overlap: the sum, over the node's other contacts, of the share of the node's tie weight times the contact's tie with them in relation to the contact's strongest tie.",
        ),
        reading=words(
            sv="Lika med antalet kontakter om inga av dem har band med varandra, nära 1 om alla har det. Skillnaden mot antalet kontakter är så många som är överflödiga för den som vill nå nya kretsar.",
            en="Equal to the number of contacts if no two of them are tied, near 1 if all are. The difference from the number of contacts is how many are redundant for whoever wants to reach new circles.",
        ),
        caveats=words(
            sv="Den som har fler kontakter får nästan alltid ett högre värde; läs det tillsammans med efficiency. Projektionen knyter ihop alla i ett initiativ och sänker därmed värdet.",
            en="Who has more contacts nearly always has a higher value; read it together with efficiency. The projection ties all in an initiative together and so lowers the value.",
        ),
        undefined=_NO_TIES,
    ),
    Measure(
        name="efficiency",
        level="node",
        function=efficiency,
        network="projection",
        unit="share, 0–1",
        value_range="above 0, at most 1",
        normalisation="effective size divided by the number of contacts",
        works=(BURT_1992,),
        fewest=_FEWEST,
        definition=words(
            sv="Hur stor del av nodens kontakter som inte är överflödiga.",
            en="What part of the node's contacts is not redundant.",
        ),
        formula=words(
            sv="Den effektiva storleken (effective_size) delad med antalet kontakter.",
            en="The effective size (effective_size) divided by the number of contacts.",
        ),
        reading=words(
            sv="1 om inga av kontakterna har band med varandra; nära 1/antalet kontakter om alla har det.",
            en="1 if no two contacts are tied; near 1/the number of contacts if all are.",
        ),
        caveats=words(
            sv="Den som har en enda kontakt får 1, vilket inte säger något om utrymmet att förmedla. Stora initiativ drar ned värdet för alla sina deltagare.",
            en="Who has a single contact has 1, which says nothing of room to broker. Large initiatives lower the value of all their participants.",
        ),
        undefined=_NO_TIES,
    ),
    Measure(
        name="hierarchy",
        level="node",
        function=hierarchy,
        network="projection",
        unit="0–1",
        value_range="0–1",
        normalisation="Coleman–Theil index, divided by N ln N for N contacts",
        works=(BURT_1992,),
        fewest=_FEWEST,
        definition=words(
            sv="I vilken mån det som begränsar noden kommer från en enda kontakt.",
            en="How far what constrains the node comes from a single contact.",
        ),
        formula=words(
            sv="Varje kontakts del av nodens begränsning (constraint) delas med medelvärdet över kontakterna. Kvoterna gånger sina logaritmer läggs ihop och delas med N ln N, där N är antalet kontakter.",
            en="Each contact's part of the node's constraint is divided by the mean over contacts. The ratios times their logarithms are added and divided by N ln N, N being the number of contacts.",
        ),
        reading=words(
            sv="0 om alla kontakter begränsar lika mycket, nära 1 om nästan allt kommer från en. Ett högt värde betyder att en enda kontakt står i mitten av nodens krets.",
            en="0 if all contacts constrain alike, near 1 if nearly all comes from one. A high value means that a single contact stands at the centre of the node's circle.",
        ),
        caveats=words(
            sv="Med två eller tre kontakter avgörs värdet av enstaka initiativ. Måttet säger hur begränsningen är fördelad, inte hur stor den är; läs det tillsammans med constraint.",
            en="With two or three contacts, single initiatives decide the value. It says how constraint is spread, not how great it is; read it together with constraint.",
        ),
        undefined=words(
            sv="är knuten till färre än två andra",
            en="is tied to fewer than two others",
        ),
    ),
    Measure(
        name="participation_coefficient",
        level="node",
        function=participation_coefficient,
        network="projection",
        sides=("actors",),
        unit="0–1",
        value_range="0 to 1 − 1/(number of sectors)",
        normalisation="shares of the actor's tie weight with actors of known sector",
        works=(GUIMERA_AMARAL_2005,),
        fewest=_FEWEST,
        definition=words(
            sv="Hur jämnt aktörens band fördelar sig över sektorer; band med aktörer vars sektor är okänd räknas inte.",
            en="How evenly the actor's ties are spread over sectors; ties with actors of unknown sector do not count.",
        ),
        formula=words(
            sv="1 minus summan, över sektorer, av kvadraten på den andel av aktörens bandstyrka som går till sektorn. Banden vägs efter antalet gemensamma initiativ.",
            en="1 less the sum, over sectors, of the square of the share of the actor's tie weight that goes to the sector. Ties are weighted by the initiatives shared.",
        ),
        reading=words(
            sv="0 om alla band går till en sektor, vilken det än är; högst 1 − 1/antalet sektorer, när alla sektorer får lika mycket.",
            en="0 if all ties go to one sector, whichever it is; at most 1 − 1/the number of sectors, when all sectors get as much.",
        ),
        caveats=words(
            sv="Den egna sektorn räknas som vilken annan som helst, så 0 kan betyda både enbart egna och enbart en främmande sektor. Vad som utgör en sektor är ett val, och sektorer med många aktörer får fler band redan av en slump.",
            en="The actor's own sector counts as any other, so 0 may mean only its own or only one foreign sector. What makes a sector is a choice, and sectors with many actors get more ties by chance alone.",
        ),
        undefined=words(
            sv="är inte knuten till någon aktör med känd sektor",
            en="is not tied to any actor of known sector",
        ),
    ),
    Measure(
        name="constraint_two_mode",
        level="node",
        function=constraint_two_mode,
        network="two-mode",
        unit="number above 0",
        value_range="above 0; may exceed 1",
        normalisation="each node's participations divided evenly",
        works=(HOLLWAY_2020, BURT_1992),
        fewest=_FEWEST,
        definition=words(
            sv="I vilken mån aktören är hänvisad till få initiativ som andra aktörer knyter ihop (för ett initiativ: få aktörer som andra initiativ knyter ihop).",
            en="How far the actor depends on few initiatives that other actors tie together (for an initiative: on few actors that other initiatives tie together).",
        ),
        formula=words(
            sv="Varje initiativ får lika stor andel av aktören, och därtill det som kommer dit i tre steg: via ett annat av aktörens initiativ och en annan aktör där. Andelarna kvadreras och läggs ihop.",
            en="Each initiative gets an even share of the actor, and besides what comes there in three steps: over another of the actor's initiatives and another actor there. The shares are squared and added.",
        ),
        reading=words(
            sv="1 för den som bara är med i ett initiativ, 1/d för den som är med i d initiativ utan andra gemensamma deltagare, och högre ju mer deltagarna är desamma.",
            en="1 for who is in a single initiative, 1/d for who is in d initiatives with no other participants in common, and higher the more the participants are the same.",
        ),
        caveats=words(
            sv="Värdet bestäms till största delen av antalet initiativ. Definitionen är en av flera tvådelade varianter av Burts mått; uppge vilken som används.",
            en="The value is mostly decided by the number of initiatives. The definition is one of several two-mode variants of Burt's measure; say which is used.",
        ),
        undefined=words(
            sv="har inga deltaganden i nätverket",
            en="has no participations in the network",
        ),
    ),
    Measure(
        name="hierarchy_two_mode",
        level="node",
        function=hierarchy_two_mode,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="Coleman–Theil index, divided by d ln d for d neighbours",
        works=(BURT_1992, HOLLWAY_2020),
        fewest=_FEWEST,
        definition=words(
            sv="I vilken mån det som begränsar aktören kommer från ett enda initiativ (för ett initiativ: från en enda aktör).",
            en="How far what constrains the actor comes from a single initiative (for an initiative: from a single actor).",
        ),
        formula=words(
            sv="Varje initiativs del av aktörens tvådelade begränsning (constraint_two_mode) delas med medelvärdet över initiativen. Kvoterna gånger sina logaritmer läggs ihop och delas med d ln d, där d är antalet initiativ.",
            en="Each initiative's part of the actor's two-mode constraint (constraint_two_mode) is divided by the mean over initiatives. The ratios times their logarithms are added and divided by d ln d, d being the number of initiatives.",
        ),
        reading=words(
            sv="0 om alla initiativ begränsar lika mycket, högre ju mer ett av dem gör det: där möts aktörens kretsar.",
            en="0 if all initiatives constrain alike, higher the more one of them does: there the actor's circles meet.",
        ),
        caveats=words(
            sv="Burts index är taget av en tvådelad begränsning; måttet är vår sammansättning av de två, så säg hur det är räknat. Med två eller tre initiativ avgörs värdet av enstaka deltaganden.",
            en="Burt's index is taken of a two-mode constraint; the combination of the two is ours, so say how it is computed. With two or three initiatives, single participations decide the value.",
        ),
        undefined=words(
            sv="har färre än två deltaganden i nätverket",
            en="has fewer than two participations in the network",
        ),
    ),
    Measure(
        name="effective_size_two_mode",
        level="node",
        function=effective_size_two_mode,
        network="two-mode",
        unit="contacts",
        value_range="1 to the node's number of contacts",
        normalisation="none",
        works=(BURCHARD_CORNWELL_2018, BURT_1992),
        fewest=_FEWEST,
        definition=words(
            sv="Antalet andra som noden möter, sedan de som möter varandra där noden själv är med har räknats ned.",
            en="The number of others the node meets when those who meet each other where the node is present are discounted.",
        ),
        formula=words(
            sv="n − 2t/n, där n är antalet kontakter och t antalet par av dem som möts i något som noden också är med i.",
            en="n − 2t/n, where n is the number of contacts and t the number of pairs of them that meet in something the node is in too.",
        ),
        reading=words(
            sv="1 för den vars alla kontakter möts i ett och samma initiativ; lika med antalet kontakter för den som möter var och en för sig.",
            en="1 for who has all contacts in one and the same initiative; equal to the number of contacts for who meets each of them alone.",
        ),
        caveats=words(
            sv="Att två kontakter samarbetar på annat håll räknas inte, så måttet kan överskatta utrymmet att förmedla. Den som är med i många små initiativ får ett högt värde.",
            en="That two contacts work together elsewhere does not count, so the measure may overstate the room to broker. Who is in many small initiatives has a high value.",
        ),
        undefined=words(
            sv="möter ingen annan",
            en="meets nobody else",
        ),
    ),
    Measure(
        name="efficiency_two_mode",
        level="node",
        function=efficiency_two_mode,
        network="two-mode",
        unit="share, 0–1",
        value_range="above 0, at most 1",
        normalisation="two-mode effective size divided by the number of contacts",
        works=(BURCHARD_CORNWELL_2018, BURT_1992),
        fewest=_FEWEST,
        definition=words(
            sv="Hur stor del av nodens kontakter som inte är överflödiga, när bara möten där noden är med räknas.",
            en="What part of the node's contacts is not redundant when only meetings where the node is present count.",
        ),
        formula=words(
            sv="Den tvådelade effektiva storleken (effective_size_two_mode) delad med antalet kontakter.",
            en="The two-mode effective size (effective_size_two_mode) divided by the number of contacts.",
        ),
        reading=words(
            sv="1 om inga kontakter möts i nodens närvaro; 1/antalet kontakter om alla möts.",
            en="1 if no contacts meet in the node's presence; 1/the number of contacts if all do.",
        ),
        caveats=words(
            sv="Den som har en enda kontakt får 1. Stora initiativ drar ned värdet.",
            en="Who has a single contact has 1. Large initiatives lower the value.",
        ),
        undefined=words(
            sv="möter ingen annan",
            en="meets nobody else",
        ),
    ),
)
