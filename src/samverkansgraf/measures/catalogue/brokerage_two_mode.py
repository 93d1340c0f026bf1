"""Brokerage in the two-mode network itself, after Jasny & Lubell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.brokerage_two_mode import (
    brokerage_two_mode,
    brokerage_two_mode_consultant,
    brokerage_two_mode_coordinator,
    brokerage_two_mode_gatekeeper,
    brokerage_two_mode_liaison,
)
from samverkansgraf.measures.catalogue.brokerage import GOULD_FERNANDEZ_1989
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.works import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samverkansgraf.project import Language

JASNY_LUBELL_2015: Final = Work(
    key="jasny2015",
    authors=("Jasny, L.", "Lubell, M."),
    year=2015,
    title="Two-mode brokerage in policy networks",
    journal="Social Networks",
    volume="41",
    pages="36–47",
    doi="10.1016/j.socnet.2014.11.005",
)

_FORMULA_SV: Final = (
    "Antalet kedjor aktör – initiativ – aktören – annat initiativ – annan aktör där de två i ändarna inte möts i något "
    "initiativ{sectors}. Möts två på flera ställen räknas varje väg. Varje kedja räknas en gång."
)
_FORMULA_EN: Final = (
    "The number of chains actor – initiative – the actor – another initiative – another actor where the two at the ends "
    "meet in no initiative{sectors}. If two meet in several places, each way counts. Each chain counts once."
)
_CAVEATS: Final = words(
    sv="Antalet växer snabbt med hur många initiativ aktören är med i och hur stora de är; jämför med slumpade nätverk i tabellen "
    "brokerage-two-mode innan något sägs. Två som inte möts i något känt initiativ kan mötas ändå. Aktörer med okänd "
    "sektor är inte med i rollerna, och vad som utgör en sektor är ett val.",
    en="The count grows fast with how many initiatives the actor is in and how large they are; compare with random networks in "
    "the table brokerage-two-mode before anything is said. Two who meet in no known initiative may meet all the same. "
    "Actors of unknown sector are left out of the roles, and what makes a sector is a choice.",
)


def _measure(
    role: str,
    function: Callable[..., dict[str, float]],
    sectors: Mapping[Language, str],
    definition: Mapping[Language, str],
    reading: Mapping[Language, str],
) -> Measure:
    return Measure(
        name=f"brokerage_two_mode_{role}",
        level="node",
        function=function,
        network="two-mode",
        sides=("actors",),
        unit="chains",
        value_range="whole number, 0 or more",
        normalisation="none",
        works=(JASNY_LUBELL_2015, GOULD_FERNANDEZ_1989),
        definition=definition,
        formula=words(
            sv=_FORMULA_SV.format(sectors=f", och där {sectors['sv']}"),
            en=_FORMULA_EN.format(sectors=f", and where {sectors['en']}"),
        ),
        reading=reading,
        caveats=_CAVEATS,
        undefined=words(sv="aktörens sektor är okänd", en="the actor's sector is unknown"),
        fewest=10,
    )


MEASURES: Final = (
    Measure(
        name="brokerage_two_mode",
        level="node",
        function=brokerage_two_mode,
        network="two-mode",
        unit="chains",
        value_range="whole number, 0 or more",
        normalisation="none",
        works=(JASNY_LUBELL_2015,),
        definition=words(
            sv="Hur många vägar genom två initiativ som aktören förenar mellan aktörer som inte annars möts (för ett initiativ: mellan initiativ utan gemensamma aktörer).",
            en="How many ways through two initiatives the actor joins between actors that do not meet otherwise (for an initiative: between initiatives without actors in common).",
        ),
        formula=words(sv=_FORMULA_SV.format(sectors=""), en=_FORMULA_EN.format(sectors="")),
        reading=words(
            sv="0 betyder att alla som aktören möter också möter varandra någonstans. Ett högt värde: många möts bara genom den.",
            en="0 means that all whom the actor meets also meet each other somewhere. A high value: many meet only through it.",
        ),
        caveats=_CAVEATS,
        undefined=words(),
        fewest=10,
    ),
    _measure(
        "coordinator",
        brokerage_two_mode_coordinator,
        words(sv="alla tre hör till samma sektor", en="all three are of one sector"),
        words(
            sv="Antalet vägar genom initiativ som aktören förenar inom sin egen sektor.",
            en="The ways through initiatives that the actor joins within its own sector.",
        ),
        words(
            sv="Ett högt värde: aktören för samman sin egen sektor, det mest likartade slaget av förmedling.",
            en="A high value: the actor brings its own sector together, the most homogeneous kind of brokerage.",
        ),
    ),
    _measure(
        "consultant",
        brokerage_two_mode_consultant,
        words(
            sv="de två i ändarna hör till samma sektor och aktören till en annan",
            en="the two at the ends are of one sector and the actor of another",
        ),
        words(
            sv="Antalet vägar genom initiativ som aktören förenar mellan aktörer i en annan sektor än dess egen.",
            en="The ways through initiatives that the actor joins between actors of one sector that is not its own.",
        ),
        words(
            sv="Ett högt värde: aktören förmedlar utifrån mellan dem som hör till samma sektor.",
            en="A high value: the actor mediates from outside between those of one sector.",
        ),
    ),
    _measure(
        "gatekeeper",
        brokerage_two_mode_gatekeeper,
        words(
            sv="en av de två i ändarna hör till aktörens sektor och den andra till en annan",
            en="one of the two at the ends is of the actor's sector and the other of another",
        ),
        words(
            sv="Antalet vägar genom initiativ som aktören förenar mellan sin egen sektor och en annan.",
            en="The ways through initiatives that the actor joins between its own sector and another.",
        ),
        words(
            sv="Ett högt värde: vägen mellan aktörens sektor och andra går ofta genom den. Kedjor saknar riktning, så gatekeeper och representative är detsamma.",
            en="A high value: the way between the actor's sector and others often goes through it. Chains have no direction, so gatekeeper and representative are one.",
        ),
    ),
    _measure(
        "liaison",
        brokerage_two_mode_liaison,
        words(sv="alla tre hör till olika sektorer", en="all three are of different sectors"),
        words(
            sv="Antalet vägar genom initiativ som aktören förenar mellan två andra sektorer.",
            en="The ways through initiatives that the actor joins between two other sectors.",
        ),
        words(
            sv="Ett högt värde: aktören binder ihop sektorer som den själv inte hör till, det mest blandade slaget av förmedling.",
            en="A high value: the actor joins sectors that it does not belong to, the most heterogeneous kind of brokerage.",
        ),
    ),
)
