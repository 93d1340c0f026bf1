"""The words of coverage in Swedish and English, and how numbers, shares and dates read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.dates import DateError, in_words

if TYPE_CHECKING:
    from samverkansgraf.project import Language

TEXTS: Final[dict[str, dict[Language, str]]] = {
    # The four values
    "covered": {"sv": "belagt", "en": "documented"},
    "none_found": {"sv": "inget funnet i dessa källor", "en": "none found in these sources"},
    "none_found_complete": {
        "sv": "finns inte enligt ett fullständigt register",
        "en": "does not exist according to a complete register",
    },
    "none_found_register": {"sv": "finns inte enligt {names}", "en": "does not exist according to {names}"},
    "none_found_named": {
        "sv": "inget funnet i dessa källor: {names}",
        "en": "none found in these sources: {names}",
    },
    "indirect": {"sv": "bara indirekt belagt", "en": "only indirectly documented"},
    "not_searched": {"sv": "inte undersökt", "en": "not searched"},
    # What is behind them
    "covered_by": {
        "sv": "{initiatives} med {actors}, enligt {sources} (säkert skrivna av andra än deltagarna: {independent}).",
        "en": "{initiatives} with {actors}, according to {sources} (surely written by others than the participants: {independent}).",
    },
    "indirect_by": {
        "sv": "Källorna placerar {initiatives} i ett större område, i en grupp som kan omfatta platsen "
        "eller bara på några av flera platser, eller så är uppgiften en slutsats. "
        "Om något finns just här är inte känt.",
        "en": "The sources place {initiatives} in a larger area, in a group that may include the place "
        "or only in some of several places, or it is inferred. Whether any is right here is not known.",
    },
    "indirect_by_actors": {
        "sv": "Att någon i sektorn är med just här i {initiatives} är inte säkert: uppgiften gäller ett större "
        "område, en grupp som kan omfatta platsen eller bara några av flera platser, eller så är den en slutsats.",
        "en": "That anyone of the sector takes part right here in {initiatives} is not certain: the sources speak "
        "of a larger area, a group that may include the place or only some of several places, or it is inferred.",
    },
    "indirect_by_part": {
        "sv": "Att någon i sektorn är med i {initiatives} sägs bara om en del, eller så är uppgiften en slutsats.",
        "en": "That anyone of the sector takes part in {initiatives} is said of a part only, or it is inferred.",
    },
    "indirect_by_period": {
        "sv": "Källorna säger inte säkert att {initiatives} fanns just här och då: uppgiften gäller en annan eller öppen tid, "
        "ett större område, en grupp som kan omfatta platsen eller bara en del, eller så är den en slutsats.",
        "en": "The sources do not say for certain that {initiatives} existed right here and then: they speak of another or "
        "open time, a larger area, a group that may include the place or a part only, or it is inferred.",
    },
    "not_searched_by": {
        "sv": "Ingen har antecknat att de har letat. Om något finns är okänt.",
        "en": "Nobody has noted that they looked. Whether anything exists is unknown.",
    },
    "searched_without_answer": {
        "sv": "Det finns anteckning om {searches}, men ingen som slutförts utan fynd.",
        "en": "{searches} noted, but none that was finished and found nothing.",
    },
    "none_found_by": {
        "sv": "Det bygger på {searches} och gäller bara det som genomsöktes.",
        "en": "This rests on {searches} and holds only for what was searched.",
    },
    "none_found_but": {
        "sv": "Samtidigt finns indirekta belägg för {initiatives}.",
        "en": "At the same time there is indirect evidence of {initiatives}.",
    },
    "no_delivery": {
        "sv": "Inget av det som är antecknat sägs utföra insatser: det samordnar, planerar, analyserar eller finansierar.",
        "en": "Nothing recorded here is said to deliver: it coordinates, plans, analyses or funds.",
    },
    "delivery_unsaid": {
        "sv": "Inget av det som är antecknat sägs utföra insatser, men för {unsaid} av {initiatives} är det inte antecknat vad det gör.",
        "en": "Nothing recorded here is said to deliver, but for {unsaid} of {initiatives} the kind of activity is not recorded.",
    },
    "planned": {"sv": "Planerat: {initiatives}.", "en": "Planned: {initiatives}."},
    "ended": {"sv": "Avslutat: {initiatives}.", "en": "Ended: {initiatives}."},
    "last_seen": {"sv": "Senaste källa: {date}.", "en": "Latest source: {date}."},
    # Coarser cells
    "coarse_covered": {"sv": "belagt i alla {of} delar.", "en": "documented in all {of} parts."},
    "coarse_none_found": {
        "sv": "inget funnet i dessa källor i någon av de {of} delarna.",
        "en": "none found in these sources in any of the {of} parts.",
    },
    "coarse_none_found_complete": {
        "sv": "inget funnet i någon av de {of} delarna; minst en sökning gällde ett fullständigt register.",
        "en": "none found in any of the {of} parts; at least one search was of a complete register.",
    },
    "coarse_indirect": {
        "sv": "belagt i {n} av {of} delar. De övriga är inte belagda; raden för var och en säger om någon har letat där.",
        "en": "documented in {n} of {of} parts. The rest is not documented; the row of each says whether anybody looked there.",
    },
    "coarse_not_searched": {
        "sv": "belagt i {n} av {of} delar, och alla delar är inte undersökta.",
        "en": "documented in {n} of {of} parts, and not every part has been searched.",
    },
    # The whole table
    "as_of": {"sv": "Läget {date}", "en": "As of {date}"},
    "by_period": {"sv": "Period för period", "en": "Period by period"},
    "ever": {"sv": "Sett över all tid", "en": "Over all time"},
    "unnamed": {"sv": "{districts} som ingen har namngett", "en": "{districts} that nobody has named"},
    "summary": {
        "sv": "{at}: av {cells} är {covered} belagda, {none_found} genomsökta utan fynd, "
        "{indirect} bara indirekt belagda och {not_searched} inte undersökta.",
        "en": "{at}: of {cells}, {covered} are documented, {none_found} searched with nothing found, "
        "{indirect} only indirectly documented and {not_searched} not searched.",
    },
    "summary_empty": {
        "sv": "Det finns inga rutor: projektet anger inget att undersöka.",
        "en": "There are no cells: the project names nothing to study.",
    },
    "summary_not_searched": {
        "sv": "I {cells} har ingen sökning gett svar på om något finns (inte undersökt). "
        "Det är inte samma sak som att något saknas.",
        "en": "In {cells} no search has answered whether anything exists (not searched). "
        "That is not the same as something missing.",
    },
    "summary_none_found": {
        "sv": "I {cells} har någon letat och inte funnit något (inget funnet i dessa källor); "
        "bara det kan kallas en lucka, och bara i det som genomsöktes.",
        "en": "In {cells} somebody looked and found nothing (none found in these sources); "
        "only that may be called a gap, and only in what was searched.",
    },
    "summary_complete": {
        "sv": "I {cells} var det ett fullständigt register som genomsöktes: där finns inget enligt registret.",
        "en": "In {cells} it was a complete register that was searched: there is none according to it.",
    },
    "summary_both": {
        "sv": "I {cells} utan fynd finns samtidigt indirekta belägg.",
        "en": "In {cells} with nothing found there is indirect evidence at the same time.",
    },
    "summary_indirect": {
        "sv": "I {cells} talar källorna bara om ett större område, en grupp av områden eller några av flera platser, "
        "eller så är uppgiften en slutsats (bara indirekt belagt). Om något finns just där är inte känt.",
        "en": "In {cells} the sources speak only of a larger area, a group of areas or some of several places, "
        "or it is inferred (only indirectly documented). Whether anything is right there is not known.",
    },
    "summary_perhaps_then": {
        "sv": "I {cells} är det tiden som är osäker (bara indirekt belagt): något kan ha pågått då, "
        "men datumen är öppna eller saknas.",
        "en": "In {cells} it is the time that is uncertain (only indirectly documented): something may have gone on then, "
        "but its dates are open or missing.",
    },
    "summary_unnamed": {
        "sv": "Bland de inte undersökta gäller {cells} {districts} som ingen av källorna har namngett.",
        "en": "Of those not searched, {cells} are of {districts} that none of the sources has named.",
    },
    "summary_unreached": {
        "sv": "{initiatives} är enligt källorna placerade i områden som ingen har räknat upp. "
        "De uppgifterna kan inte föras till någon ruta: {places}.",
        "en": "{initiatives} are placed by the sources in areas that nobody has listed. "
        "What is said of these fits no cell: {places}.",
    },
    "summary_unreached_one": {
        "sv": "{initiatives} är enligt källorna placerat i områden som ingen har räknat upp. "
        "Den uppgiften kan inte föras till någon ruta: {places}.",
        "en": "{initiatives} is placed by the sources in areas that nobody has listed. "
        "What is said of these fits no cell: {places}.",
    },
    "summary_one": {
        "sv": "Belagt, så långt det är antecknat, av en enda aktör: {actor}; av en enda källa: {source}.",
        "en": "Documented, as far as is recorded, with a single actor: {actor}; by a single source: {source}.",
    },
    "summary_no_delivery": {
        "sv": "Belagt, men inget av det antecknade sägs utföra insatser, bara samordna, planera, analysera eller finansiera: {cells}.",
        "en": "Documented, but nothing recorded is said to deliver, only to coordinate, plan, analyse or fund: {cells}.",
    },
    "summary_delivery_unsaid": {
        "sv": "Belagt, men inget av det antecknade sägs utföra insatser, och vad alla initiativ gör är inte antecknat: {cells}.",
        "en": "Documented, but nothing recorded is said to deliver, and for some initiatives the kind of activity is not recorded: {cells}.",
    },
    # Dependence, overlap and age
    "overlap": {
        "sv": "Vet {a} och {b} om varandra? Båda vänder sig till {group} i {district} ({theme}), och ingen aktör är antecknad i båda.",
        "en": "Do {a} and {b} know of each other? Both are for {group} in {district} ({theme}), and no actor is recorded in both.",
    },
    "overlap_one_organisation": {
        "sv": "Samordnas {a} och {b} inom {organisation}? Båda vänder sig till {group} i {district} ({theme}), men ingen aktör är antecknad i båda.",
        "en": "Are {a} and {b} coordinated within {organisation}? Both are for {group} in {district} ({theme}), but no actor is recorded in both.",
    },
    "overlaps": {
        "sv": "{pairs} av initiativ har samma plats, tema och målgrupp men ingen antecknad aktör gemensamt. "
        "Det kan vara valfrihet, reserv eller dubbelarbete; vilket säger inte källorna.",
        "en": "{pairs} of initiatives have place, theme and target group in common but no recorded actor. "
        "That may be choice, reserve or duplication; the sources do not say which.",
    },
    "overlaps_none": {
        "sv": "Inga två initiativ är antecknade med samma plats, tema och målgrupp utan gemensam aktör. "
        "För {without} är ingen målgrupp antecknad; om dem säger det inget.",
        "en": "No two initiatives are recorded with place, theme and target group in common and no actor shared. "
        "For {without} no target group is recorded; of these it says nothing.",
    },
    "dependence": {
        "sv": "{rests} av {covered} belagda rutor vilar, så långt det är antecknat, på en enda aktör, finansiär eller källa eller på ett enda initiativ. "
        "Att mer inte är antecknat är inte detsamma som att mer inte finns.",
        "en": "{rests} of {covered} documented cells rest, as far as is recorded, on a single actor, funder, source or initiative. "
        "That no more is recorded is not the same as there being no more.",
    },
    "dependence_planned": {
        "sv": "I {cells} som inte är belagda finns ett enda initiativ, och det är bara planerat.",
        "en": "In {cells} that are not documented there is a single initiative, and it is only planned.",
    },
    "dependence_planned_one": {
        "sv": "I {cells} som inte är belagd finns ett enda initiativ, och det är bara planerat.",
        "en": "In {cells} that is not documented there is a single initiative, and it is only planned.",
    },
    "older": {
        "sv": "Av {cells} där något är antecknat har {yes} ingen källa som är yngre än {years} år, räknat från {date}, {perhaps} kanske ingen, {no} någon som är yngre och {undated} bara odaterade källor.",
        "en": "Of {cells} where anything is recorded: {yes} without any source newer than {years} years as of {date}, {perhaps} perhaps so, {no} with a newer one and {undated} with undated sources only.",
    },
    # Why a row is behind a cell
    "why_stated": {"sv": "sägs rakt ut", "en": "said outright"},
    "why_in_part": {"sv": "gäller bara i några", "en": "holds in some only"},
    "why_inferred": {"sv": "en slutsats, inte sagt rakt ut", "en": "inferred, not said outright"},
    "why_larger_place": {"sv": "gäller ett större område", "en": "speaks of a larger area"},
    "why_possible_member": {
        "sv": "gäller en grupp som platsen kan höra till",
        "en": "speaks of a group that the place may belong to",
    },
    "why_actor_place_unknown": {
        "sv": "initiativet finns på flera platser; var aktören är med sägs inte",
        "en": "the initiative is in several places; where the actor takes part is not said",
    },
    "why_perhaps_then": {
        "sv": "kan ha pågått då; datumen räcker inte för att säga det",
        "en": "may have gone on then; its dates do not settle it",
    },
    "why_not_begun": {"sv": "hade inte börjat", "en": "had not begun"},
    "why_planned": {"sv": "bara planerat", "en": "merely planned"},
    "why_ended": {"sv": "avslutat", "en": "ended"},
    "why_search": {"sv": "sökning", "en": "search"},
}

_COUNTED: Final[dict[str, dict[Language, tuple[str, str]]]] = {
    "initiatives": {"sv": ("initiativ", "initiativ"), "en": ("initiative", "initiatives")},
    "actors": {"sv": ("aktör", "aktörer"), "en": ("actor", "actors")},
    "sources": {"sv": ("källa", "källor"), "en": ("source", "sources")},
    "searches": {"sv": ("sökning", "sökningar"), "en": ("search", "searches")},
    "cells": {"sv": ("ruta", "rutor"), "en": ("cell", "cells")},
    "pairs": {"sv": ("par", "par"), "en": ("pair", "pairs")},
    "districts": {"sv": ("stadsdel", "stadsdelar"), "en": ("district", "districts")},
}
_FEW: Final = 0.005


def text(key: str, language: Language, **values: object) -> str:
    """Return a text with its places filled."""
    return TEXTS[key][language].format(**values)


def number_of(thing: str, number: int, language: Language) -> str:
    """
    Return a number with its noun.

    Examples
    --------
    >>> number_of("sources", 1, "sv"), number_of("sources", 0, "sv")
    ('1 källa', '0 källor')
    """
    one, more = _COUNTED[thing][language]
    return f"{whole(number, language)} {one if number == 1 else more}"


def whole(number: int, language: Language) -> str:
    """
    Return a whole number with its thousands apart.

    Examples
    --------
    >>> whole(1170, "sv") == "1\u202f170", whole(1170, "en")
    (True, '1,170')
    """
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", "\u202f")


def percent(share: float, language: Language) -> str:
    r"""
    Return a share in whole per cent; what is not none is never shown as none, nor the other way about.

    Examples
    --------
    >>> percent(0.001, "en"), percent(0.5, "sv")
    ('under 1%', '50\xa0%')
    """
    sign = "\N{NO-BREAK SPACE}%" if language == "sv" else "%"
    if 0 < share < _FEW:
        return f"under 1{sign}"
    if 1 - _FEW < share < 1:
        return f"{'över' if language == 'sv' else 'over'} 99{sign}"
    return f"{round(100 * share)}{sign}"


def date_in_words(date: str, language: Language) -> str:
    """Return how a date reads; what is no EDTF date reads as written."""
    try:
        return in_words(date, language)
    except DateError:
        return date
