"""The measure of nestedness."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.nestedness import nodf
from samverkansgraf.measures.null_models.works import ULRICH_GOTELLI_2007
from samverkansgraf.measures.works import Work

ALMEIDA_NETO_2008: Final = Work(
    key="almeidaneto2008",
    authors=("Almeida-Neto, M.", "Guimarães, P.", "Guimarães, P. R.", "Loyola, R. D.", "Ulrich, W."),
    year=2008,
    title="A consistent metric for nestedness analysis in ecological systems: reconciling concept and measurement",
    journal="Oikos",
    volume="117",
    number="8",
    pages="1227–1239",
    doi="10.1111/j.0030-1299.2008.16644.x",
)

MEASURES: Final = (
    Measure(
        name="nodf",
        level="whole",
        function=nodf,
        network="two-mode",
        unit="percent, 0–100",
        value_range="0–100",
        normalisation="mean over all pairs of actors and all pairs of initiatives, times 100",
        works=(ALMEIDA_NETO_2008, ULRICH_GOTELLI_2007),
        definition=words(
            sv="Hur långt de initiativ som aktörer med få initiativ deltar i också är initiativ som aktörer med fler "
            "deltar i, och på samma sätt för initiativens aktörer.",
            en="How far the initiatives of actors with few are among the initiatives of actors with more, and likewise "
            "for the actors of initiatives.",
        ),
        formula=words(
            sv="För varje par av aktörer med olika många initiativ: de gemensamma initiativen delade med det mindre "
            "antalet; för par med lika många, eller där någon inte har något: 0. Likadant för varje par av "
            "initiativ och deras aktörer. Medelvärdet över alla par, gånger 100.",
            en="For each pair of actors with different numbers of initiatives: the initiatives in common divided by the "
            "smaller number; for pairs with equal numbers, or where one has none: 0. Likewise for each pair of "
            "initiatives and their actors. The mean over all pairs, times 100.",
        ),
        reading=words(
            sv="100 betyder att var och en med få initiativ bara är med där alla med fler också är med, och att alla har "
            "olika många. Höga värden hör ihop med en kärna som är med överallt och andra som ansluter till den; låga "
            "med skilda kretsar, eller med att många har lika många initiativ.",
            en="100 means that everyone with few initiatives is only where all who have more are too, and that all have "
            "different numbers. High values go with a core that is everywhere and others who join it; low ones with "
            "separate circles, or with many having the same number of initiatives.",
        ),
        caveats=words(
            sv="Om nätverket är mer kapslat än slumpen skulle göra det beror av nollmodellen: jämfört med deltaganden "
            "utslumpade var som helst är nästan alla nätverk det, jämfört med nätverk där var och en har lika många "
            "som här är få det. Visa båda. Par med lika många räknas som 0, så ett nätverk där alla deltar i allt får "
            "0, och många aktörer med ett enda initiativ drar ned värdet.",
            en="Whether the network is more nested than chance would make it depends on the null model: compared with "
            "participations placed anywhere nearly all networks are, compared with networks where each has as many "
            "as here few are. Show both. Pairs with equal numbers count as 0, so that a network where all take part in "
            "everything gets 0, and many actors with a single initiative lower the value.",
        ),
        undefined=words(
            sv="ingen deltar i något, eller det finns varken två aktörer eller två initiativ",
            en="nobody takes part in anything, or there are neither two actors nor two initiatives",
        ),
        fewest=10,
        uncertainty="no bootstrap",
    ),
)
