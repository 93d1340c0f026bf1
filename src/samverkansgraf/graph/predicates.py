"""Which predicate a column of a table becomes, and what sort of object it has."""

from __future__ import annotations

from typing import Final

from samverkansgraf.graph.quads import ANY_URI, BOOLEAN, DECIMAL, EDTF_DATE, INTEGER, IRI, PLAIN, WKT
from samverkansgraf.vocabulary import iri

#: Stands for the project's own language tag.
TEXT: Final = "@"

_DATES: Final = {"start": ("sg:start", EDTF_DATE), "end": ("sg:end", EDTF_DATE)}
_MONEY: Final = {"amount": ("schema:amount", DECIMAL), "currency": ("schema:currency", PLAIN)}
_NAMED: Final = {"label": ("skos:prefLabel", TEXT), "alias": ("skos:altLabel", TEXT)}

_COLUMNS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "actors": {
        **_NAMED,
        "sector": ("sg:sector", IRI),
        "part_of": ("org:unitOf", IRI),
        "owner": ("sg:ownedBy", IRI),
        "orgnr": ("org:identifier", PLAIN),
        "url": ("schema:url", ANY_URI),
        "in_bounds": ("sg:inBounds", BOOLEAN),
    },
    "initiatives": {
        **_NAMED,
        "kind": ("dct:type", IRI),
        "set": ("sg:isSet", BOOLEAN),
        "description": ("dct:description", TEXT),
        "aim": ("sg:aim", TEXT),
        "district": ("dct:spatial", IRI),
        "theme": ("dct:subject", IRI),
        "status": ("sg:status", IRI),
        **_DATES,
        "part_of": ("dct:isPartOf", IRI),
        "strengthens": ("sg:strengthens", IRI),
        "related": ("sg:linkedTo", IRI),
        "principle": ("sg:principle", TEXT),
        "activity": ("sg:activity", TEXT),
        "activity_kind": ("sg:activityKind", IRI),
        "method": ("sg:method", TEXT),
        "constitutes": ("sg:constitutes", IRI),
    },
    "participations": {
        "initiative": ("org:organization", IRI),
        "role": ("org:role", IRI),
        "certainty": ("sg:certainty", IRI),
        "scope": ("sg:scope", TEXT),
        "influence": ("sg:influence", IRI),
        "district": ("sg:place", IRI),
        "theme": ("dct:subject", IRI),
        **_DATES,
        **_MONEY,
    },
    "locations": {
        "initiative": ("sg:placed", IRI),
        "district": ("sg:place", IRI),
        "certainty": ("sg:certainty", IRI),
        "scope": ("sg:scope", TEXT),
        **_DATES,
    },
    "districts": {
        **_NAMED,
        "kind": ("dct:type", PLAIN),
        "part_of": ("geo:sfWithin", IRI),
        "members": ("sg:groupMember", IRI),
        "possible_members": ("sg:possibleMember", IRI),
        "code": ("dct:identifier", PLAIN),
        "population": ("sg:population", INTEGER),
    },
    "themes": {
        "label": ("skos:prefLabel", TEXT),
        "label_en": ("skos:prefLabel", "@en"),
        "definition": ("skos:definition", TEXT),
        "broader": ("skos:broader", IRI),
    },
    "sources": {
        "title": ("dct:title", TEXT),
        "kind": ("dct:type", PLAIN),
        "scope": ("sg:sourceScope", IRI),
        "author": ("dct:creator", IRI),
        "publisher": ("dct:publisher", IRI),
        "date": ("dct:issued", EDTF_DATE),
        "url": ("schema:url", ANY_URI),
        "retrieved": ("sg:retrieved", EDTF_DATE),
        "cites": ("cito:cites", IRI),
    },
    "claims": {
        "text": ("sg:text", TEXT),
        "text_en": ("sg:text", "@en"),
        "asserted_by": ("prov:wasAttributedTo", IRI),
        "kind": ("sg:claimKind", IRI),
        "at": ("sg:at", EDTF_DATE),
        "about": ("schema:about", IRI),
        "part_of": ("dct:isPartOf", IRI),
        "disputes": ("cito:disputes", IRI),
        "supports": ("cito:supports", IRI),
        "differs_from": ("sg:differsFrom", IRI),
        "test": ("sg:test", PLAIN),
    },
    "facts": {"about": ("rdf:subject", IRI), "certainty": ("sg:certainty", IRI)},
    "searches": {
        "date": ("sg:searchedOn", EDTF_DATE),
        "outcome": ("sg:outcome", IRI),
        "district": ("sg:searchedPlace", IRI),
        "theme": ("sg:searchedTheme", IRI),
        "source": ("sg:searchedSource", IRI),
        "sector": ("sg:searchedSector", IRI),
        "looked_for": ("sg:lookedFor", TEXT),
        "complete": ("sg:complete", BOOLEAN),
        "from": ("sg:searchedFrom", EDTF_DATE),
        "to": ("sg:searchedTo", EDTF_DATE),
        "terms": ("sg:searchTerms", TEXT),
    },
    "indicators": {
        "district": ("sosa:hasFeatureOfInterest", IRI),
        "period": ("sg:period", EDTF_DATE),
        "value": ("sosa:hasSimpleResult", DECIMAL),
        "unit": ("sg:unit", PLAIN),
        "source": ("dct:source", IRI),
    },
    "geometries": {"wkt": ("geo:asWKT", WKT)},
    "coding": {
        "initiative": ("oa:hasTarget", IRI),
        "theme": ("oa:hasBody", IRI),
        "coder": ("schema:author", PLAIN),
    },
    "agreements": {
        "label": ("skos:prefLabel", TEXT),
        "kind": ("dct:type", IRI),
        "parties": ("sg:party", IRI),
        "initiative": ("sg:governs", IRI),
        "responsible": ("sg:responsible", IRI),
        "replaces": ("sg:replaces", IRI),
        "status": ("sg:status", IRI),
        **_DATES,
        **_MONEY,
    },
    "positions": {
        "person": ("org:member", IRI),
        "organisation": ("org:organization", IRI),
        "title": ("sg:title", TEXT),
        "speaks_for": ("sg:speaksFor", BOOLEAN),
        **_DATES,
    },
    "replies": {"about": ("schema:about", IRI), "text": ("schema:text", TEXT), "from": ("schema:author", PLAIN), "date": ("schema:dateCreated", EDTF_DATE)},
}  # fmt: skip

#: Table -> the column whose links hold both ways, and their predicate.
SYMMETRIC: Final = {
    "initiatives": ("related", iri("sg:linkedTo")),
    "claims": ("differs_from", iri("sg:differsFrom")),
}

#: Table -> column -> (predicate's IRI, kind of object).
PREDICATES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    table: {column: (iri(name), kind) for column, (name, kind) in columns.items()}
    for table, columns in _COLUMNS.items()
}
