"""
The names of the vocabulary: prefixes, classes, properties and concepts.

``ontology/samverkansgraf.ttl`` and ``ontology/schemes.ttl`` define them; a test holds
this file and those to the same names.
"""

from __future__ import annotations

from typing import Final

SG_NS: Final = "https://w3id.org/samverkansgraf/ns#"

PREFIXES: Final[dict[str, str]] = {
    "sg": SG_NS,
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "cito": "http://purl.org/spar/cito/",
    "sosa": "http://www.w3.org/ns/sosa/",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "measure": "https://w3id.org/samverkansgraf/measure/",
}

#: The ontology and the version of it that this package writes.
ONTOLOGY: Final = "https://w3id.org/samverkansgraf/ns"
ONTOLOGY_VERSION: Final = ONTOLOGY + "/1.0"

EDTF: Final = "http://id.loc.gov/datatypes/edtf/EDTF"
#: Where, under a project's base, the graph of the ontology and the schemes is.
VOCABULARY_GRAPH: Final = "graph/vocabulary"
#: Where, under a project's base, the graph of stored results is; it is no part of a build and its digest.
RESULTS_GRAPH: Final = "graph/results"
#: The scheme of measures; a measure's IRI is this, a slash and its name.
MEASURE_SCHEME: Final = "https://w3id.org/samverkansgraf/measure"

#: Words of the IRIs ``{base}{word}/{id}``, by the class of thing.
IRI_WORDS: Final = (
    "actor", "initiative", "participation", "placement", "agreement", "place", "theme", "source",
    "evidence", "claim", "statement", "search", "position", "observation", "geometry", "coding",
    "tie", "standing", "dataset", "result", "structure", "computation", "software", "build",
)  # fmt: skip

CLASSES: Final = (
    "Agreement", "Claim", "CollectiveActor", "District", "DistrictGroup", "Evidence", "Initiative",
    "Participation", "Placement", "Position", "Search", "Source", "Standing", "Statement", "Tie",
)  # fmt: skip

PROPERTIES: Final = (
    "activity", "activityKind", "aim", "at", "between", "certainty", "claimKind", "collaboratesWith",
    "collective", "complete", "constitutes", "differsFrom", "end", "endEarliest", "endLatest", "enumerated",
    "evidence", "forInitiative", "governs", "groupMember", "inBounds", "influence", "isSet",
    "linkedTo", "lookedFor", "makesTie", "method", "ofEvidence", "outcome", "ownedBy",
    "participatesIn", "party", "period", "personsShown", "place", "placed", "population", "possibleMember",
    "principle", "quotedThrough", "replaces", "responsible", "retrieved", "scope", "searchedFrom",
    "searchedOn", "searchedPlace", "searchedSector", "searchedSource", "searchedTheme", "searchedTo",
    "searchTerms", "secondHand", "sector", "sourceScope", "speaker", "speaksFor", "standing", "start",
    "startEarliest", "startLatest", "status", "strengthens", "test", "text", "through", "title",
    "unit", "where", "worksIn",
    # Results
    "ofMeasure", "ofNode", "firstActor", "secondActor", "ofDistrict", "ofTheme", "ofSector", "ofTargetGroup",
    "ofPeriod", "ofThing", "otherNode", "ofCategory", "value", "textValue",
    "cellValue", "shared", "newman", "reason", "low", "high", "rank", "rankLow", "rankHigh",
    "sourceLow", "sourceHigh", "sourceRankLow", "sourceRankHigh", "initiativeLow", "initiativeHigh",
    "initiativeRankLow", "initiativeRankHigh", "mostMovedBy", "bootLow", "bootHigh", "drawsWithValue",
    "pValue", "validated", "initiativeCount", "actorCount", "sourceCount", "independentSourceCount",
    "indirectCount", "searchCount", "completeSearchCount", "plannedCount", "endedCount",
    "deliveringCount", "kindNotStatedCount", "funderCount", "lastSeen", "restsOn", "coveredOf", "cellsWithin",
    "unnamedDistricts", "asOf", "parameter",
)  # fmt: skip

#: Concept schemes of ``schemes.ttl`` and their concepts, in the order they are shown.
#: Names are distinct across schemes; the bare name that a cell holds is the concept's ``skos:notation``.
CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    "role": ("Lead", "Partner", "Member", "Host", "Involved", "Funder", "Informant", "TargetGroup"),
    "certainty": ("Stated", "StatedInPart", "Planned", "Inferred"),
    "status": ("StatusProposed", "StatusPlanned", "StatusActive", "StatusEnded", "StatusUnknown"),
    "sector": (
        "Municipality", "RegionalAuthority", "StateAgency", "Police", "PublicHousing", "PropertyOwner",
        "Business", "CivilSociety", "University", "Media", "Residents", "SectorNotStated",
    ),
    "initiative_kind": ("Body", "Project", "Programme", "Method", "Event", "Fund"),
    "activity_kind": ("Coordinates", "Plans", "Analyses", "Funds", "Delivers"),
    "influence": ("Informed", "Consulted", "InvolvedInDecisions", "Decides"),
    "claim_kind": ("Existence", "Extent", "Quality", "Duration", "Norm", "Forecast", "Concession"),
    "source_scope": ("Examples", "Register", "Report", "ScopeUnknown"),
    "outcome": ("Nothing", "Found", "Incomplete"),
    "standing": ("ByAParty", "Affiliated", "Relayed", "Independent", "StandingUnknown"),
    "agreement_kind": ("IOP", "LOK", "CooperationAgreement", "Contract"),
    "everywhere": ("AllDistricts", "AllThemes", "AllSectors"),
    "coverage_value": ("Covered", "NoneFound", "Indirect", "NotSearched"),
    "persons_shown": ("ShownByRole", "ShownWithoutNames"),
}  # fmt: skip

#: The concept scheme of each key of :data:`CONCEPTS`; a project's own terms are in the same schemes.
SCHEMES: Final[dict[str, str]] = {
    "role": "RoleScheme",
    "certainty": "CertaintyScheme",
    "status": "StatusScheme",
    "sector": "SectorScheme",
    "initiative_kind": "InitiativeKindScheme",
    "activity_kind": "ActivityKindScheme",
    "influence": "InfluenceScheme",
    "claim_kind": "ClaimKindScheme",
    "source_scope": "SourceScopeScheme",
    "outcome": "OutcomeScheme",
    "standing": "StandingScheme",
    "agreement_kind": "AgreementKindScheme",
    "everywhere": "EverywhereScheme",
    "coverage_value": "CoverageValueScheme",
    "persons_shown": "PersonsShownScheme",
}

#: Roles that make a tie between the actors who hold them; a project's own roles say it themselves.
TIE_MAKING_ROLES: Final = ("Lead", "Partner", "Member", "Host", "Involved")


def sg(name: str) -> str:
    """
    Return the IRI of a term of this vocabulary.

    Raises
    ------
    KeyError
        The vocabulary has no such term.

    Examples
    --------
    >>> sg("Participation")
    'https://w3id.org/samverkansgraf/ns#Participation'
    """
    if name not in _TERMS:
        raise KeyError(name)
    return SG_NS + name


def iri(prefixed: str) -> str:
    """
    Expand a prefixed name of :data:`PREFIXES`.

    Examples
    --------
    >>> iri("org:member")
    'http://www.w3.org/ns/org#member'
    """
    prefix, _, name = prefixed.partition(":")
    return sg(name) if prefix == "sg" else PREFIXES[prefix] + name


_TERMS: Final = frozenset(
    (*CLASSES, *PROPERTIES, *SCHEMES.values(), *(name for names in CONCEPTS.values() for name in names)),
)
