"""The ontology says what the terms mean, and the schemes can be typed in cells."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

from samverkansgraf.vocabulary import CONCEPTS, ONTOLOGY, ONTOLOGY_VERSION, SCHEMES, SG_NS, iri, sg

FOLDER = Path(__file__).parents[2] / "ontology"
FILES = ("samverkansgraf.ttl", "schemes.ttl", "shapes.ttl")
SG = Namespace(SG_NS)
LICENCE = URIRef("https://creativecommons.org/licenses/by/4.0/")


@cache
def ontology() -> Graph:
    return Graph().parse(FOLDER / "samverkansgraf.ttl")


@cache
def schemes() -> Graph:
    return Graph().parse(FOLDER / "schemes.ttl")


@cache
def cell_names(scheme: str) -> dict[str, set[str]]:
    """Return what each thing that may be typed in a cell of a scheme means."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for concept in schemes().subjects(SKOS.inScheme, SG[SCHEMES[scheme]]):
        name = str(concept).removeprefix(SG_NS)
        texts = [
            text
            for way in (SKOS.notation, SKOS.prefLabel, SKOS.altLabel)
            for text in schemes().objects(concept, way)
        ]
        for text in (name, *texts):
            meanings[str(text).casefold()].add(name)
    return meanings


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("sg:Participation", "org:Membership"),
        ("sg:Position", "org:Membership"),
        ("sg:Initiative", "org:Organization"),
        ("sg:CollectiveActor", "foaf:Group"),
        ("sg:District", "dct:Location"),
        ("sg:District", "geo:Feature"),
        ("sg:DistrictGroup", "dct:Location"),
        ("sg:Evidence", "oa:SpecificResource"),
        ("sg:Source", "prov:Entity"),
    ],
)
def test_a_class_stands_under_the_standard_class_it_refines(narrow, wide):
    assert (URIRef(iri(narrow)), RDFS.subClassOf, URIRef(iri(wide))) in ontology()


def test_an_initiative_is_close_to_an_organizational_collaboration_but_not_under_it():
    collaboration = URIRef(iri("org:OrganizationalCollaboration"))
    assert (SG.Initiative, SKOS.closeMatch, collaboration) in ontology()
    assert (SG.Initiative, RDFS.subClassOf, collaboration) not in ontology()


def test_the_links_that_hold_both_ways_are_symmetric():
    symmetric = {
        str(name).removeprefix(SG_NS) for name in ontology().subjects(RDF.type, OWL.SymmetricProperty)
    }
    assert symmetric == {"linkedTo", "collaboratesWith", "differsFrom"}


@pytest.mark.parametrize("name", ["evidence", "certainty", "start", "end", "place", "scope", "kind"])
def test_a_property_of_several_kinds_of_things_has_no_domain(name):
    assert list(ontology().objects(SG[name], RDFS.domain)) == []


def test_domains_and_ranges_of_this_vocabulary_are_its_classes():
    named = {str(cls) for way in (RDFS.domain, RDFS.range) for cls in ontology().objects(None, way)}
    classes = {str(cls) for cls in ontology().subjects(RDF.type, OWL.Class)}
    assert {name for name in named if name.startswith(SG_NS)} <= classes


def test_a_property_leads_to_things_or_to_literals_never_both():
    things = set(ontology().subjects(RDF.type, OWL.ObjectProperty))
    assert things.isdisjoint(ontology().subjects(RDF.type, OWL.DatatypeProperty))


@pytest.mark.parametrize("file", FILES)
def test_each_file_names_its_version_and_licence(file):
    graph = Graph().parse(FOLDER / file)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    assert str(graph.value(header, OWL.versionIRI)).endswith("/1.0")
    assert graph.value(header, DCTERMS.license) == LICENCE
    assert sorted(title.language for title in graph.objects(header, DCTERMS.title)) == ["en", "sv"]


def test_the_version_of_the_ontology_is_the_one_the_package_writes():
    assert (URIRef(ONTOLOGY), OWL.versionIRI, URIRef(ONTOLOGY_VERSION)) in ontology()


def test_the_licence_is_the_one_that_the_files_name():
    assert str(LICENCE) in (FOLDER / "LICENSE").read_text(encoding="utf-8")


def test_narrower_sectors_stand_under_the_wider():
    broader = {
        (str(a).removeprefix(SG_NS), str(b).removeprefix(SG_NS))
        for a, b in schemes().subject_objects(SKOS.broader)
    }
    assert broader == {("PublicHousing", "PropertyOwner"), ("Police", "StateAgency")}


def test_a_role_is_a_role_of_the_organization_ontology_too():
    roles = {str(role) for role in schemes().subjects(RDF.type, URIRef(iri("org:Role")))}
    assert roles == {sg(name) for name in CONCEPTS["role"]}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_may_be_typed_in_a_cell_means_one_concept(scheme):
    assert {text: names for text, names in cell_names(scheme).items() if len(names) != 1} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_concept_has_one_bare_name_for_cells(scheme):
    for name in CONCEPTS[scheme]:
        assert len(list(schemes().objects(SG[name], SKOS.notation))) == 1, name


@pytest.mark.parametrize(
    ("scheme", "cell", "name"),
    [
        ("role", "lead", "Lead"),
        ("role", "ledare", "Lead"),
        ("role", "Målgrupp", "TargetGroup"),
        ("certainty", "uppgiven i några fall", "StatedInPart"),
        ("certainty", "planned", "Planned"),
        ("status", "planned", "StatusPlanned"),
        ("status", "pågående", "StatusActive"),
        ("status", "okänd", "StatusUnknown"),
        ("sector", "allmännyttigt bostadsbolag", "PublicHousing"),
        ("sector", "Universitet", "University"),
        ("initiative_kind", "programme", "Programme"),
        ("activity_kind", "delivers", "Delivers"),
        ("influence", "involved", "InvolvedInDecisions"),
        ("claim_kind", "concession", "Concession"),
        ("source_scope", "unknown", "ScopeUnknown"),
        ("source_scope", "exempel", "Examples"),
        ("outcome", "nothing", "Nothing"),
        ("agreement_kind", "LÖK", "LOK"),
        ("agreement_kind", "avtal", "Contract"),
        ("standing", "by_a_party", "ByAParty"),
    ],
)
def test_a_cell_takes_the_bare_name_or_a_label_in_either_language(scheme, cell, name):
    assert cell_names(scheme)[cell.casefold()] == {name}


def test_a_label_for_reading_is_the_preferred_one():
    concepts = set(schemes().subjects(RDF.type, SKOS.Concept)) | set(
        schemes().subjects(RDF.type, SKOS.ConceptScheme)
    )
    for concept in concepts:
        assert set(schemes().objects(concept, RDFS.label)) == set(
            schemes().objects(concept, SKOS.prefLabel)
        ), concept


def test_a_concept_is_on_top_of_its_scheme_or_under_another():
    for scheme, names in CONCEPTS.items():
        top = set(schemes().objects(SG[SCHEMES[scheme]], SKOS.hasTopConcept))
        assert top == set(schemes().subjects(SKOS.topConceptOf, SG[SCHEMES[scheme]]))
        assert {sg(name) for name in names} == {
            *map(str, top),
            *(sg(name) for name in names if schemes().value(SG[name], SKOS.broader) is not None),
        }
