"""``vocabulary.py`` and the ontology hold the same names, and neither can drift from the other."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from samverkansgraf import vocabulary
from samverkansgraf.vocabulary import (
    CLASSES,
    CONCEPTS,
    ONTOLOGY,
    PREFIXES,
    PROPERTIES,
    SCHEMES,
    SG_NS,
    TIE_MAKING_ROLES,
)

FOLDER = Path(__file__).parents[1] / "ontology"
SG = Namespace(SG_NS)
ALL_CONCEPTS = [name for names in CONCEPTS.values() for name in names]
NAMES = [*CLASSES, *PROPERTIES, *SCHEMES.values(), *ALL_CONCEPTS]


@cache
def terms() -> Graph:
    graph = Graph().parse(FOLDER / "samverkansgraf.ttl")
    return graph.parse(FOLDER / "schemes.ttl")


def of_kind(*kinds: URIRef) -> set[str]:
    return {str(term).removeprefix(SG_NS) for kind in kinds for term in terms().subjects(RDF.type, kind)}


def test_a_name_is_listed_once():
    assert [name for name, count in Counter(NAMES).items() if count > 1] == []


def test_classes_are_those_of_the_ontology():
    assert set(CLASSES) == of_kind(OWL.Class)


def test_properties_are_those_of_the_ontology():
    assert set(PROPERTIES) == of_kind(OWL.ObjectProperty, OWL.DatatypeProperty)


def test_schemes_are_those_of_the_scheme_file():
    assert set(SCHEMES.values()) == of_kind(SKOS.ConceptScheme)


def test_every_list_of_concepts_has_a_scheme():
    assert list(SCHEMES) == list(CONCEPTS)


@pytest.mark.parametrize("scheme", CONCEPTS)
def test_a_scheme_has_the_concepts_listed_and_no_others(scheme):
    inside = set(terms().subjects(SKOS.inScheme, SG[SCHEMES[scheme]]))
    assert {str(concept).removeprefix(SG_NS) for concept in inside} == set(CONCEPTS[scheme])
    assert inside <= set(terms().subjects(RDF.type, SKOS.Concept))


def test_a_concept_is_in_one_scheme():
    assert [name for name in ALL_CONCEPTS if len(list(terms().objects(SG[name], SKOS.inScheme))) != 1] == []


def test_nothing_of_this_vocabulary_is_described_without_being_listed():
    described = {str(term) for term in terms().subjects() if str(term).startswith(SG_NS)}
    assert described == {SG_NS + name for name in NAMES}


def test_nothing_of_this_vocabulary_is_mentioned_without_being_listed():
    mentioned = {str(term) for triple in terms() for term in triple if not isinstance(term, Literal)}
    assert {term for term in mentioned if term.startswith(SG_NS)} <= {SG_NS + name for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_term_is_named_and_defined_in_both_languages(name):
    for way in (RDFS.label, SKOS.definition):
        texts = {text.language: str(text) for text in terms().objects(SG[name], way)}
        assert sorted(texts) == ["en", "sv"]
        assert len(list(terms().objects(SG[name], way))) == 2
        assert all(text.strip() == text != "" for text in texts.values())
    assert list(terms().objects(SG[name], RDFS.isDefinedBy)) == [URIRef(ONTOLOGY)]


@pytest.mark.parametrize("name", [*CLASSES, *PROPERTIES, *ALL_CONCEPTS])
def test_a_definition_is_a_sentence_or_more(name):
    assert all(str(text).endswith(".") for text in terms().objects(SG[name], SKOS.definition))


def test_tie_making_roles_are_those_that_say_so():
    said = {name: terms().value(SG[name], SG.makesTie) for name in CONCEPTS["role"]}
    assert said == {name: Literal(name in TIE_MAKING_ROLES) for name in CONCEPTS["role"]}


@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("*.ttl")))
def test_prefixes_mean_in_the_files_what_they_mean_in_code(file):
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    written = {
        line.split()[1].rstrip(":"): line.split()[2].strip("<>")
        for line in lines
        if line.startswith("@prefix")
    }
    assert written["sg"] == SG_NS
    assert {prefix: PREFIXES[prefix] for prefix in written if prefix in PREFIXES} == {
        prefix: namespace for prefix, namespace in written.items() if prefix in PREFIXES
    }
    assert set(written) - set(PREFIXES) <= {"sh", "vann"}


def test_an_unknown_name_is_refused():
    with pytest.raises(KeyError, match="Participaton"):
        vocabulary.sg("Participaton")
    with pytest.raises(KeyError, match="participaton"):
        vocabulary.iri("sg:participaton")
    with pytest.raises(KeyError, match="orgg"):
        vocabulary.iri("orgg:member")


def test_a_scheme_is_a_term_as_any_other():
    assert vocabulary.iri("sg:RoleScheme") == SG_NS + "RoleScheme"
