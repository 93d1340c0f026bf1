"""
What a property of a thing is called: its column in the tables and its name in words.

These are the properties of the things that a fact may be about: actors, initiatives, districts,
agreements, claims, themes and sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from samverkansgraf.texts import catalogue
from samverkansgraf.vocabulary import iri

#: ``date`` and ``one``: a thing has one value, so that two sources can contradict each other (two
#: dates do where they cannot be the same day). ``many``: several values hold side by side.
#: ``words``: a name or a text, of which two wordings contradict nothing.
Sort = Literal["date", "one", "many", "words"]


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its abbreviated IRI, by which the catalogues name it, its column in the tables and its sort."""

    name: str
    column: str
    sort: Sort


_PROPERTIES: Final[dict[str, tuple[str, Sort]]] = {
    "skos:prefLabel": ("label", "words"),
    "skos:altLabel": ("alias", "words"),
    "dct:title": ("title", "words"),
    "dct:description": ("description", "words"),
    "sg:aim": ("aim", "words"),
    "sg:principle": ("principle", "words"),
    "sg:activity": ("activity", "words"),
    "sg:method": ("method", "words"),
    "sg:text": ("text", "words"),
    "skos:definition": ("definition", "words"),
    "sg:test": ("test", "words"),
    "dct:type": ("kind", "one"),
    "sg:claimKind": ("kind", "one"),
    "sg:sector": ("sector", "one"),
    "org:identifier": ("orgnr", "one"),
    "sg:status": ("status", "one"),
    "sg:start": ("start", "date"),
    "sg:end": ("end", "date"),
    "dct:identifier": ("code", "one"),
    "sg:population": ("population", "one"),
    "schema:amount": ("amount", "one"),
    "schema:currency": ("currency", "one"),
    "sg:responsible": ("responsible", "one"),
    "sg:replaces": ("replaces", "one"),
    "sg:governs": ("initiative", "one"),
    "sg:constitutes": ("constitutes", "one"),
    "dct:issued": ("date", "date"),
    "sg:at": ("at", "date"),
    "sg:sourceScope": ("scope", "one"),
    "sg:inBounds": ("in_bounds", "many"),
    "sg:isSet": ("set", "many"),
    "sg:retrieved": ("retrieved", "many"),
    "schema:url": ("url", "many"),
    "org:unitOf": ("part_of", "many"),
    "dct:isPartOf": ("part_of", "many"),
    "geo:sfWithin": ("part_of", "many"),
    "sg:ownedBy": ("owner", "many"),
    "dct:spatial": ("district", "many"),
    "dct:subject": ("theme", "many"),
    "sg:strengthens": ("strengthens", "many"),
    "sg:linkedTo": ("related", "many"),
    "sg:activityKind": ("activity_kind", "many"),
    "sg:groupMember": ("members", "many"),
    "sg:possibleMember": ("possible_members", "many"),
    "skos:broader": ("broader", "many"),
    "sg:party": ("parties", "many"),
    "dct:creator": ("author", "many"),
    "dct:publisher": ("publisher", "many"),
    "cito:cites": ("cites", "many"),
    "cito:disputes": ("disputes", "many"),
    "cito:supports": ("supports", "many"),
    "sg:differsFrom": ("differs_from", "many"),
    "schema:about": ("about", "many"),
    "prov:wasAttributedTo": ("asserted_by", "many"),
}  # fmt: skip

#: By the predicate's IRI.
PROPERTIES: Final[dict[str, Property]] = {
    iri(name): Property(name, column, sort) for name, (column, sort) in _PROPERTIES.items()
}

#: The properties of which a thing has one value, sorted.
SINGLE_VALUED: Final = tuple(
    sorted(name for name, known in PROPERTIES.items() if known.sort in {"one", "date"})
)


def property_name(predicate: str, language: str) -> str:
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
    return catalogue("properties", language)[known.name]
