"""Measures of how evenly participation is spread."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import CERIANI_VERME_2012
from samverkansgraf.measures.inequality import gini_participation
from samverkansgraf.measures.measure import Measure, words

MEASURES: Final = (
    Measure(
        name="gini_participation",
        level="whole",
        function=gini_participation,
        network="two-mode",
        unit="0 to 1 − 1/n",
        value_range="0 to 1 − 1/n",
        normalisation="divisor n²",
        works=(CERIANI_VERME_2012,),
        definition=words(
            sv="Hur ojämnt deltagandet är fördelat över aktörerna: 0 om alla deltar i lika många initiativ.",
            en="How unevenly participation is spread over actors: 0 if all take part in as many initiatives.",
        ),
        formula=words(
            sv="Medelvärdet av skillnaden i antal initiativ mellan två aktörer (alla ordnade par, även en aktör med sig "
            "själv), delat med två gånger medelantalet.",
            en="The mean difference in number of initiatives between two actors (all ordered pairs, an actor with "
            "itself too), divided by twice the mean number.",
        ),
        reading=words(
            sv="0 betyder att alla deltar i lika många initiativ; närmar sig 1 när ett fåtal av många aktörer står för "
            "nästan allt deltagande. Det största möjliga värdet är 1 − 1/n för n aktörer.",
            en="0 means that all take part in as many initiatives; nears 1 where a few of many actors account for nearly "
            "all participation. The greatest value possible is 1 − 1/n for n actors.",
        ),
        caveats=words(
            sv="Aktörer utan initiativ räknas med om de hör till nätverket, så värdet beror på var gränsen dras. De flesta "
            "källor nämner inte alla små deltagare, och då ser deltagandet jämnare ut än det är. Antalet initiativ "
            "säger inget om hur mycket arbete ett deltagande är.",
            en="Actors without initiatives count if they belong to the network, so the value depends on where its bounds are. Most "
            "sources leave small participants unnamed, which makes participation look more even than it is. The number "
            "of initiatives says nothing of how much work a participation is.",
        ),
        undefined=words(
            sv="ingen deltar i något",
            en="nobody takes part in anything",
        ),
        fewest=5,
    ),
)
