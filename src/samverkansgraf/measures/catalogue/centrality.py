"""Measures of nodes in the two-mode network."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.betweenness import betweenness
from samverkansgraf.measures.catalogue.works import BORGATTI_EVERETT_1997, LATAPY_2008, SEIDMAN_1983
from samverkansgraf.measures.centrality import closeness, degree
from samverkansgraf.measures.cores import core_number
from samverkansgraf.measures.eigenvector import eigenvector
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.redundancy import redundancy
from samverkansgraf.measures.works import Work

FAUST_1997: Final = Work(
    key="faust1997",
    authors=("Faust, K.",),
    year=1997,
    title="Centrality in affiliation networks",
    journal="Social Networks",
    volume="19",
    number="2",
    pages="157–191",
    doi="10.1016/S0378-8733(96)00300-0",
)

MEASURES: Final = (
    Measure(
        name="degree",
        level="node",
        function=degree,
        network="two-mode",
        unit="share, 0–1",
        value_range="0–1",
        normalisation="divided by the size of the other side",
        works=(BORGATTI_EVERETT_1997, FAUST_1997),
        definition=words(
            sv="Andelen av alla initiativ som aktören deltar i (för ett initiativ: andelen av alla aktörer).",
            en="The share of all initiatives that the actor takes part in (for an initiative: of all actors).",
        ),
        formula=words(
            sv="Antalet initiativ som aktören deltar i, delat med antalet initiativ i nätverket. För ett initiativ: "
            "antalet aktörer som deltar, delat med antalet aktörer.",
            en="The number of initiatives the actor takes part in, divided by the number of initiatives in the network. "
            "For an initiative: the number of actors taking part, divided by the number of actors.",
        ),
        reading=words(
            sv="0,25 betyder att aktören är med i vart fjärde initiativ; 1 att den är med i alla, 0 i inget.",
            en="0.25 means that the actor is in every fourth initiative; 1 that it is in all, 0 in none.",
        ),
        caveats=words(
            sv="Bara det som är belagt räknas: den som källorna oftare skriver om får ett högre värde. Stora och små "
            "initiativ väger lika, och ett initiativ som egentligen är flera organ räknas som ett. En aktörs värde kan "
            "inte jämföras med ett initiativs, eftersom de delas med olika tal.",
            en="Only what is documented counts: whoever the sources write about more often has a higher value. Large "
            "and small initiatives weigh the same, and an initiative that is really several bodies counts as one. An "
            "actor's value cannot be compared with an initiative's, since they are divided by different numbers.",
        ),
        undefined=words(
            sv="den andra sidan av nätverket är tom",
            en="the other side of the network is empty",
        ),
    ),
    Measure(
        name="closeness",
        level="node",
        function=closeness,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="least possible sum of distances in the component over the real one, times (its size − 1)/(n − 1)",
        works=(BORGATTI_EVERETT_1997, FAUST_1997),
        definition=words(
            sv="Hur få steg noden har till de andra i sin del av nätverket, nedräknat med hur liten den delen är.",
            en="How few steps the node has to the others in its part of the network, scaled by how large that part is.",
        ),
        formula=words(
            sv="Den minsta möjliga summan av avstånd till de andra i nodens del av nätverket, delad med den verkliga "
            "summan, gånger (delens storlek − 1)/(n − 1), där n är antalet noder i hela nätverket. Har delen a noder av "
            "nodens eget slag och b av det andra är den minsta summan b + 2(a − 1).",
            en="The least possible sum of distances to the others in the node's part of the network, divided by the "
            "real sum, times (size of the part − 1)/(n − 1), n being the number of nodes in the whole network. With a "
            "nodes of the node's own kind and b of the other in the part, the least sum is b + 2(a − 1).",
        ),
        reading=words(
            sv="1 har den aktör som deltar i alla initiativ, när nätverket hänger ihop. Lågt värde har den som når "
            "andra bara genom långa kedjor, eller som finns i en liten del vid sidan av resten. 0 har den som är ensam.",
            en="1 is that of an actor in all initiatives of a network in one piece. Low values belong to those who "
            "reach others through long chains only, or who are in a small part beside the rest. 0 is that of an isolate.",
        ),
        caveats=words(
            sv="Värdena ligger ofta så nära varandra att ordningen hänger på enstaka deltaganden, och ett enda "
            "deltagande som förenar två delar ändrar värdet för alla i dem. Tal från andra program kan skilja sig: den "
            "vanliga formeln för tvådelade nätverk kan överstiga 1 när nätverket är i flera delar, och den för nätverk "
            "med ett slags noder tar inte hänsyn till att två aktörer aldrig är närmare varandra än två steg.",
            en="Values are often so near each other that the order hangs on single participations, and a single "
            "participation that joins two parts changes the value of everyone in them. Other programs may give other "
            "numbers: the usual two-mode formula can pass 1 where the network is in several parts, and the one-mode "
            "formula does not allow for two actors never being nearer each other than two steps.",
        ),
        undefined=words(
            sv="nätverket har bara en nod",
            en="the network is a single node",
        ),
        fewest=3,
    ),
    Measure(
        name="betweenness",
        level="node",
        function=betweenness,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the greatest value possible on the node's side",
        works=(BORGATTI_EVERETT_1997, FAUST_1997),
        definition=words(
            sv="Hur stor del av de kortaste vägarna mellan andra noder som går genom noden, i förhållande till det största möjliga värdet.",
            en="How many of the shortest paths between other nodes go through the node, in relation to the greatest value possible.",
        ),
        formula=words(
            sv="För varje par av andra noder den andel av de kortaste vägarna mellan dem som går genom noden. Summan över "
            "alla par delas med det största värde en nod på den sidan kan ha när sidorna är så stora som de är.",
            en="For each pair of other nodes, the share of the shortest paths between them that goes through the node. "
            "The sum over all pairs is divided by the greatest value a node on its side can have with sides of these "
            "sizes.",
        ),
        reading=words(
            sv="0 har den som ingen kortaste väg går genom, 1 den som står i mitten av ett nätverk där allt går genom "
            "den. Högt värde har den som förenar delar som annars har långt till varandra.",
            en="0 is that of a node no shortest path goes through, 1 that of the centre of a network where everything "
            "goes through it. High values belong to those who join parts that otherwise are far from each other.",
        ),
        caveats=words(
            sv="Måttet antar att det som förmedlas tar den kortaste vägen, vilket nätverket självt inte visar. Det är "
            "känsligt för luckor: ett enda deltagande som källorna inte nämner kan flytta värdet till någon annan. Med "
            "den normering som gäller nätverk med ett slags noder blir talen för låga. Tabellerna ger exakta värden; en "
            "skattning ur ett urval av noder, med medelfel, ges bara åt den som ber om det i Python.",
            en="The measure assumes that what is passed on takes the shortest path, which the network itself does not "
            "show. It is sensitive to gaps: a single participation that the sources leave out can move the value to "
            "someone else. Normalised as in one-mode networks, the numbers are too low. Tables have exact values; an "
            "estimate from a sample of nodes, with its standard error, is given in Python only, to whoever asks for it.",
        ),
        undefined=words(
            sv="nätverket är för litet för att någon ska kunna ligga mellan andra",
            en="the network is too small for anyone to lie between others",
        ),
        fewest=3,
    ),
    Measure(
        name="eigenvector",
        level="node",
        function=eigenvector,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="the squares of each side sum to 1",
        works=(BORGATTI_EVERETT_1997, FAUST_1997),
        definition=words(
            sv="I vilken mån aktören deltar i centrala initiativ, det vill säga i sådana där centrala aktörer deltar (för ett initiativ: har centrala deltagare).",
            en="How far the actor takes part in central initiatives, which are those that central actors take part in (for an initiative: has central participants).",
        ),
        formula=words(
            sv="En aktörs värde är proportionellt mot summan av dess initiativs värden, och ett initiativs mot summan av "
            "dess aktörers: singulärvektorerna till incidensmatrisens största singulärvärde. De skalas så att "
            "kvadraterna summerar till 1 på varje sida.",
            en="An actor's value is proportional to the sum of its initiatives' values, and an initiative's to the sum of "
            "its actors': the singular vectors of the incidence matrix with the greatest singular value. They are scaled "
            "so that the squares sum to 1 on each side.",
        ),
        reading=words(
            sv="Läs talet i förhållande till de andra på samma sida: vore alla n lika skulle var och en ha 1/√n. Högt "
            "värde har den som deltar i mycket, och i sådant som samlar andra som deltar i mycket.",
            en="Read the number in relation to the others on the same side: if all n were alike, each would have 1/√n. "
            "High values belong to those who take part in much, and in what gathers others who take part in much.",
        ),
        caveats=words(
            sv="Allt värde hamnar i en enda sammanhängande del av nätverket, den tätaste; i de andra är det 0, hur mycket "
            "som än görs där. Tal från nätverk av olika storlek kan inte jämföras. Skalan skiljer sig mellan program: "
            "networkx tal är dessa delade med √2, igraph ger den främsta noden 1, och somliga program räknar i "
            "projektionen i stället, där till och med ordningen kan bli en annan.",
            en="All of it falls in a single connected part of the network, the densest; in the others the value is 0, "
            "however much is done there. Numbers of networks of different sizes cannot be compared. The scale differs "
            "between programs: networkx has these numbers divided by √2, igraph gives the foremost node 1, and some "
            "compute in the projection instead, where even the order can be another.",
        ),
        undefined=words(
            sv="ingen deltar i något, eller flera skilda delar av nätverket har samma största singulärvärde, så att "
            "vikten mellan dem är obestämd",
            en="nobody takes part in anything, or several separate parts of the network share the greatest singular "
            "value, so that the weight between them is undetermined",
        ),
        fewest=3,
    ),
    Measure(
        name="core_number",
        level="node",
        function=core_number,
        network="two-mode",
        unit="neighbours",
        value_range="whole number, 0 or more",
        normalisation="none",
        works=(SEIDMAN_1983,),
        definition=words(
            sv="Det största k för vilket noden ingår i en del av nätverket där alla har minst k grannar.",
            en="The greatest k for which the node is in a part of the network where all have at least k neighbours.",
        ),
        formula=words(
            sv="Ta bort alla noder med färre än k grannar, och sedan dem som därigenom får färre än k, tills alla som är "
            "kvar har minst k. Nodens tal är det största k för vilket den är kvar.",
            en="Take away all nodes with fewer than k neighbours, then those who thereby get fewer than k, until all "
            "who are left have at least k. The node's number is the greatest k for which it is left.",
        ),
        reading=words(
            sv="En aktör med talet 3 hör till en del där varje aktör deltar i minst tre av delens initiativ och varje "
            "initiativ har minst tre av delens aktörer. 0 har den som är ensam.",
            en="An actor with the number 3 is in a part where each actor takes part in at least three of the part's "
            "initiatives and each initiative has at least three of its actors. An isolate has 0.",
        ),
        caveats=words(
            sv="Talet kan inte bli större än vad initiativens storlek tillåter: den som deltar i många små initiativ får "
            "ändå ett lågt tal. Det antar få olika värden och skiljer därför inte många noder åt. I en projektion blir "
            "det mycket högre, eftersom alla i ett stort initiativ där är varandras grannar.",
            en="The number cannot pass what the sizes of initiatives allow: whoever takes part in many small ones still "
            "has a low number. It takes few different values and so does not tell many nodes apart. In a projection it "
            "is much higher, since there all in a large initiative are each other's neighbours.",
        ),
        undefined=words(
            sv="",
            en="",
        ),
        fewest=3,
    ),
    Measure(
        name="redundancy",
        level="node",
        function=redundancy,
        network="two-mode",
        unit="share, 0–1",
        value_range="0–1",
        normalisation="divided by the pairs of neighbours",
        works=(LATAPY_2008,),
        definition=words(
            sv="Andelen par av nodens grannar som skulle ha något gemensamt även utan noden.",
            en="The share of pairs of the node's neighbours that would have something in common without the node too.",
        ),
        formula=words(
            sv="Antalet par av nodens grannar som har ännu en gemensam granne, delat med alla par av dess grannar. En "
            "aktörs grannar är dess initiativ, ett initiativs är dess aktörer.",
            en="The number of pairs of the node's neighbours that have one more neighbour in common, divided by all "
            "pairs of its neighbours. An actor's neighbours are its initiatives, an initiative's are its actors.",
        ),
        reading=words(
            sv="1 betyder att varje par av aktörens initiativ har minst en annan gemensam deltagare, så att de är "
            "förbundna även utan den. 0 betyder att aktören ensam förenar dem.",
            en="1 means that each pair of the actor's initiatives has at least one other participant in common, so that "
            "they are joined without it too. 0 means that the actor alone joins them.",
        ),
        caveats=words(
            sv="Med två grannar finns bara ett par, och värdet är 0 eller 1. Saknas deltaganden i källorna ser noden mer "
            "oumbärlig ut än den är. Måttet säger att en förbindelse finns, inte att den skulle hålla.",
            en="With two neighbours there is one pair only, and the value is 0 or 1. Where the sources leave "
            "participations out, the node looks more indispensable than it is. The measure says that a connection "
            "exists, not that it would hold.",
        ),
        undefined=words(
            sv="har färre än två grannar i nätverket",
            en="has fewer than two neighbours in the network",
        ),
        fewest=3,
        uncertainty="no bootstrap",
    ),
)
