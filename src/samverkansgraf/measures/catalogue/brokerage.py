"""Brokerage between sectors: the five roles of Gould & Fernandez."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.brokerage import (
    brokerage_consultant,
    brokerage_coordinator,
    brokerage_gatekeeper,
    brokerage_liaison,
    brokerage_representative,
)
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.works import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samverkansgraf.project import Language

GOULD_FERNANDEZ_1989: Final = Work(
    key="gould1989",
    authors=("Gould, R. V.", "Fernandez, R. M."),
    year=1989,
    title="Structures of mediation: a formal approach to brokerage in transaction networks",
    journal="Sociological Methodology",
    volume="19",
    pages="89–126",
    doi="10.2307/270949",
)

_CAVEATS: Final = words(
    sv="Antalet växer med antalet band och med sektorernas storlek; jämför med det förväntade innan något sägs om en roll. Varje par räknas i båda riktningarna. I projektionen har alla i ett initiativ band med varandra, vilket ger färre öppna par än slumpen. Aktörer med okänd sektor är inte med, och vad som utgör en sektor är ett val.",
    en="The count grows with the number of ties and the size of sectors; compare with the expectation before saying anything of a role. Each pair counts in both directions. In the projection all in an initiative are tied, which gives fewer open pairs than chance. Actors of unknown sector are left out, and what makes a sector is a choice.",
)
_ONE_DIRECTION: Final = words(
    sv="Projektionens band saknar riktning, så antalet är detsamma för gatekeeper och representative: redovisa ett av dem. Antalet växer med antalet band och med sektorernas storlek; jämför med det förväntade. Aktörer med okänd sektor är inte med, och vad som utgör en sektor är ett val.",
    en="The projection's ties have no direction, so gatekeeper and representative have the same count: report one of them. The count grows with the number of ties and the size of sectors; compare with the expectation. Actors of unknown sector are left out, and what makes a sector is a choice.",
)


def _measure(
    role: str,
    function: Callable[..., dict[str, float]],
    definition: Mapping[Language, str],
    reading: Mapping[Language, str],
    caveats: Mapping[Language, str] = _CAVEATS,
) -> Measure:
    return Measure(
        name=f"brokerage_{role}",
        level="node",
        function=function,
        network="projection",
        sides=("actors",),
        unit="ordered pairs",
        value_range="0 to (n − 1)(n − 2)",
        normalisation="none",
        works=(GOULD_FERNANDEZ_1989,),
        fewest=10,
        definition=definition,
        formula=words(
            sv="Antalet ordnade par av aktörens grannar som inte har band med varandra och vars sektorer är de som rollen kräver. Bandens styrka räknas inte.",
            en="The number of ordered pairs of the actor's neighbours that are not tied to each other and whose sectors are those the role asks for. The strength of ties does not count.",
        ),
        reading=reading,
        caveats=caveats,
        undefined=words(
            sv="aktörens sektor är okänd",
            en="the actor's sector is unknown",
        ),
    )


MEASURES: Final = (
    _measure(
        "coordinator",
        brokerage_coordinator,
        words(
            sv="Antalet ordnade par i aktörens egen sektor som den står mellan: alla tre hör till samma sektor.",
            en="The ordered pairs of the actor's own sector that it stands between: all three are of one sector.",
        ),
        words(
            sv="Ett högt värde: aktören samordnar sin egen sektor.",
            en="A high value: the actor coordinates its own sector.",
        ),
    ),
    _measure(
        "consultant",
        brokerage_consultant,
        words(
            sv="Antalet ordnade par inom en annan sektor som aktören står mellan: de två hör till samma sektor, aktören till en annan.",
            en="The ordered pairs within another sector that the actor stands between: the two are of one sector, the actor of another.",
        ),
        words(
            sv="Ett högt värde: aktören förmedlar utifrån mellan dem som hör till samma sektor.",
            en="A high value: the actor mediates from outside between those of one sector.",
        ),
    ),
    _measure(
        "gatekeeper",
        brokerage_gatekeeper,
        words(
            sv="Antalet ordnade par där aktören släpper in någon från en annan sektor till en i den egna.",
            en="The ordered pairs in which the actor lets someone from another sector in to one of its own.",
        ),
        words(
            sv="Ett högt värde: vägen in i aktörens sektor går ofta genom den.",
            en="A high value: the way into the actor's sector often goes through it.",
        ),
        _ONE_DIRECTION,
    ),
    _measure(
        "representative",
        brokerage_representative,
        words(
            sv="Antalet ordnade par där aktören för någon i den egna sektorn vidare till en annan sektor.",
            en="The ordered pairs in which the actor takes someone of its own sector on to another sector.",
        ),
        words(
            sv="Ett högt värde: vägen ut från aktörens sektor går ofta genom den.",
            en="A high value: the way out of the actor's sector often goes through it.",
        ),
        _ONE_DIRECTION,
    ),
    _measure(
        "liaison",
        brokerage_liaison,
        words(
            sv="Antalet ordnade par från två andra sektorer som aktören står mellan: alla tre hör till olika sektorer.",
            en="The ordered pairs of two other sectors that the actor stands between: all three are of different sectors.",
        ),
        words(
            sv="Ett högt värde: aktören binder ihop sektorer som den själv inte hör till.",
            en="A high value: the actor joins sectors that it does not belong to.",
        ),
    ),
)
