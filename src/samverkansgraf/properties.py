"""
What a property of a thing is called: its column in the tables and its name in words.

These are the properties of the things that a fact may be about: actors, initiatives, districts,
agreements, claims, themes and sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from samverkansgraf.vocabulary import iri

#: ``date`` and ``one``: a thing has one value, so that two sources can contradict each other (two
#: dates do where they cannot be the same day). ``many``: several values hold side by side.
#: ``words``: a name or a text, of which two wordings contradict nothing.
Sort = Literal["date", "one", "many", "words"]


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its column in the tables, its name within a sentence in each language, its sort."""

    column: str
    sv: str
    en: str
    sort: Sort


_PROPERTIES: Final[dict[str, Property]] = {
    "skos:prefLabel": Property("label", "namn", "name", "words"),
    "skos:altLabel": Property("alias", "annat namn", "other name", "words"),
    "dct:title": Property("title", "titel", "title", "words"),
    "dct:description": Property("description", "beskrivning", "description", "words"),
    "sg:aim": Property("aim", "mål", "aim", "words"),
    "sg:principle": Property("principle", "princip", "principle", "words"),
    "sg:activity": Property("activity", "aktivitet", "activity", "words"),
    "sg:method": Property("method", "metod", "method", "words"),
    "sg:text": Property("text", "lydelse", "wording", "words"),
    "skos:definition": Property("definition", "definition", "definition", "words"),
    "sg:test": Property("test", "prövning", "test", "words"),
    "dct:type": Property("kind", "slag", "kind", "one"),
    "sg:claimKind": Property("kind", "slag", "kind", "one"),
    "sg:sector": Property("sector", "sektor", "sector", "one"),
    "org:identifier": Property("orgnr", "organisationsnummer", "organisation number", "one"),
    "sg:status": Property("status", "läge", "status", "one"),
    "sg:start": Property("start", "början", "start", "date"),
    "sg:end": Property("end", "slut", "end", "date"),
    "dct:identifier": Property("code", "officiell kod", "official code", "one"),
    "sg:population": Property("population", "folkmängd", "population", "one"),
    "schema:amount": Property("amount", "belopp", "amount", "one"),
    "schema:currency": Property("currency", "valuta", "currency", "one"),
    "sg:responsible": Property("responsible", "ansvarig", "responsible", "one"),
    "sg:replaces": Property("replaces", "ersätter", "replaces", "one"),
    "sg:governs": Property("initiative", "gäller", "governs", "one"),
    "sg:constitutes": Property("constitutes", "är också aktören", "is also the actor", "one"),
    "dct:issued": Property("date", "datum", "date", "date"),
    "sg:at": Property("at", "tid som påståendet gäller", "time the claim speaks of", "date"),
    "sg:sourceScope": Property("scope", "omfattning", "scope", "one"),
    "sg:inBounds": Property("in_bounds", "ingår i studien", "within the study", "many"),
    "sg:isSet": Property("set", "flera organ", "several bodies", "many"),
    "sg:retrieved": Property("retrieved", "hämtad", "retrieved", "many"),
    "schema:url": Property("url", "adress", "address", "many"),
    "org:unitOf": Property("part_of", "del av", "part of", "many"),
    "dct:isPartOf": Property("part_of", "del av", "part of", "many"),
    "geo:sfWithin": Property("part_of", "del av", "part of", "many"),
    "sg:ownedBy": Property("owner", "ägare", "owner", "many"),
    "dct:spatial": Property("district", "plats", "place", "many"),
    "dct:subject": Property("theme", "tema", "theme", "many"),
    "sg:strengthens": Property("strengthens", "ska stärka", "is to strengthen", "many"),
    "sg:linkedTo": Property("related", "hör ihop med", "linked to", "many"),
    "sg:activityKind": Property("activity_kind", "slag av aktivitet", "kind of activity", "many"),
    "sg:groupMember": Property("members", "medlemmar", "members", "many"),
    "sg:possibleMember": Property("possible_members", "möjliga medlemmar", "possible members", "many"),
    "skos:broader": Property("broader", "vidare tema", "broader theme", "many"),
    "sg:party": Property("parties", "parter", "parties", "many"),
    "dct:creator": Property("author", "författare", "author", "many"),
    "dct:publisher": Property("publisher", "utgivare", "publisher", "many"),
    "cito:cites": Property("cites", "citerar", "cites", "many"),
    "cito:disputes": Property("disputes", "bestrider", "disputes", "many"),
    "cito:supports": Property("supports", "stöder", "supports", "many"),
    "sg:differsFrom": Property("differs_from", "säger annat än", "differs from", "many"),
    "schema:about": Property("about", "handlar om", "about", "many"),
    "prov:wasAttributedTo": Property("asserted_by", "hävdas av", "asserted by", "many"),
}  # fmt: skip

#: By the predicate's IRI.
PROPERTIES: Final[dict[str, Property]] = {iri(name): known for name, known in _PROPERTIES.items()}

#: The properties of which a thing has one value, sorted.
SINGLE_VALUED: Final = tuple(
    sorted(name for name, known in PROPERTIES.items() if known.sort in {"one", "date"})
)


def property_name(predicate: str, language: Literal["sv", "en"]) -> str:
    """
    Return what a property is called within a sentence; of an unknown one the end of its IRI.

    Examples
    --------
    >>> property_name("https://w3id.org/samverkansgraf/ns#start", "sv")
    'början'
    """
    known = PROPERTIES.get(predicate)
    if known is None:
        return predicate.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    return known.sv if language == "sv" else known.en
