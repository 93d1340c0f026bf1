"""Measures of whether those who meet once meet again."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import LATAPY_2008, ROBINS_ALEXANDER_2004
from samverkansgraf.measures.clustering import latapy, opsahl, robins_alexander
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.works import Work

OPSAHL_2013: Final = Work(
    key="opsahl2013",
    authors=("Opsahl, T.",),
    year=2013,
    title="Triadic closure in two-mode networks: redefining the global and local clustering coefficients",
    journal="Social Networks",
    volume="35",
    number="2",
    pages="159–167",
    doi="10.1016/j.socnet.2011.07.001",
)

MEASURES: Final = (
    Measure(
        name="robins_alexander",
        level="whole",
        function=robins_alexander,
        network="two-mode",
        unit="share, 0–1",
        value_range="0–1",
        normalisation="divided by the paths of three edges",
        works=(ROBINS_ALEXANDER_2004,),
        definition=words(
            sv="Hur ofta två aktörer som möts i ett initiativ också möts i ett annat.",
            en="How often two actors who meet in one initiative meet in another one too.",
        ),
        formula=words(
            sv="Fyra gånger antalet slutna fyrhörningar (två aktörer som båda deltar i samma två initiativ), delat med "
            "antalet vägar med tre led.",
            en="Four times the closed circles of four (two actors who both take part in the same two initiatives), "
            "divided by the paths of three edges.",
        ),
        reading=words(
            sv="0 betyder att inga två aktörer möts i mer än ett initiativ, 1 att alla som möts gör det överallt där "
            "någon av dem är med. Ju högre värde, desto mer är det samma aktörer som möts igen.",
            en="0 means that no two actors meet in more than one initiative, 1 that all who meet do so wherever either "
            "of them is. The higher, the more it is the same actors who meet again.",
        ),
        caveats=words(
            sv="Värdet följer av hur många initiativ var och en deltar i och hur stora de är: några få aktörer som är "
            "med överallt ger ett högt värde utan att någon valt att mötas igen. Jämför med en nollmodell "
            "innan något sägs om återkommande samverkan. Ett initiativ som består av flera organ räknas som ett.",
            en="The value follows from how many initiatives each takes part in and how large they are: a few actors "
            "who are everywhere give a high value without anyone having chosen to meet again. Compare it with a null "
            "model before anything is said of repeated collaboration. An initiative of several bodies counts as one.",
        ),
        undefined=words(
            sv="ingen väg i nätverket har tre led",
            en="no path in the network has three edges",
        ),
        fewest=5,
        uncertainty="no bootstrap",
    ),
    Measure(
        name="latapy",
        level="whole",
        function=latapy,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="initiatives shared by two actors over those that either has; mean over those an actor meets, then over actors",
        works=(LATAPY_2008,),
        definition=words(
            sv="Hur lika initiativen är för två aktörer som möts, i medeltal över aktörerna.",
            en="How alike the initiatives of two actors who meet are, in the mean over actors.",
        ),
        formula=words(
            sv="För två aktörer som möts: antalet initiativ som båda deltar i, delat med antalet som någon av dem "
            "deltar i. För en aktör: medelvärdet över dem den möter, 0 om den inte möter någon. För nätverket: medelvärdet "
            "över aktörerna. Detta är den första av artikelns tre varianter (”dot” i networkx).",
            en="For two actors who meet: the initiatives both take part in, divided by those that either takes part in. "
            "For an actor: the mean over those it meets, 0 if it meets nobody. For the network: the mean over actors. "
            "This is the first of the article's three variants (“dot” in networkx).",
        ),
        reading=words(
            sv="1 betyder att de som möts deltar i exakt samma initiativ; nära 0 att de har lite annat gemensamt än det "
            "enstaka mötet.",
            en="1 means that those who meet take part in exactly the same initiatives; near 0 that they have little in "
            "common besides the single meeting.",
        ),
        caveats=words(
            sv="Aktörer med ett enda initiativ höjer värdet: två som bara är med i ett och samma får 1. Där de flesta är "
            "kända från en enda källa säger värdet därför mer om källan än om samverkan. Alla aktörer väger lika, hur "
            "många de än möter.",
            en="Actors with a single initiative raise the value: two who are in one and the same only have 1. Where most "
            "are known from one source, the value says more of the source than of collaboration. All actors weigh "
            "the same, however many they meet.",
        ),
        undefined=words(
            sv="inga två aktörer möts",
            en="no two actors meet",
        ),
        fewest=5,
        uncertainty="no bootstrap",
    ),
    Measure(
        name="opsahl",
        level="whole",
        function=opsahl,
        network="two-mode",
        unit="share, 0–1",
        value_range="0–1",
        normalisation="divided by the paths of four edges between actors",
        works=(OPSAHL_2013,),
        definition=words(
            sv="Hur ofta två aktörer som var och en möter en tredje också möter varandra i ett ytterligare initiativ.",
            en="How often two actors who each meet a third one also meet each other in a further initiative.",
        ),
        formula=words(
            sv="Bland alla vägar aktör–initiativ–aktör–initiativ–aktör med tre olika aktörer och två olika initiativ: "
            "andelen där ändarna deltar i ett gemensamt initiativ som inte ligger på vägen.",
            en="Among all paths actor–initiative–actor–initiative–actor with three different actors and two different "
            "initiatives: the share where the ends take part in a common initiative that is not on the path.",
        ),
        reading=words(
            sv="0 betyder att den som samverkar med två andra alltid är deras enda förbindelse utanför de initiativ som "
            "redan är räknade; 1 att de två alltid också möts på annat håll. Till skillnad från klustring i ett nätverk med enbart "
            "aktörer räknas inte ett enda stort initiativ som många slutna trianglar.",
            en="0 means that whoever works with two others is always their only connection outside the initiatives "
            "already counted; 1 that the two always meet elsewhere too. Unlike clustering in a network of actors only, one "
            "large initiative does not count as many closed triangles.",
        ),
        caveats=words(
            sv="Stora initiativ och aktörer med många initiativ ligger på de flesta vägarna och bestämmer värdet. I små "
            "nätverk finns få vägar, och en enda deltagare till kan ändra det mycket. Jämför med en nollmodell.",
            en="Large initiatives and actors with many lie on most of the paths and decide the value. Small networks "
            "have few paths, and a single further participant can change it much. Compare it with a null model.",
        ),
        undefined=words(
            sv="ingen aktör möter två andra i två olika initiativ",
            en="no actor meets two others in two different initiatives",
        ),
        fewest=5,
        uncertainty="no bootstrap",
    ),
)
