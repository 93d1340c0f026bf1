"""Each shape lets its valid example pass and finds every fault of its invalid one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from rdflib import RDF, RDFS, Graph, Namespace, URIRef

from samverkansgraf.vocabulary import CLASSES, SG_NS, sg

HERE = Path(__file__).parent
EXAMPLES = HERE / "examples"
ONTOLOGY = HERE.parents[1] / "ontology"
SH = Namespace("http://www.w3.org/ns/shacl#")
SG = Namespace(SG_NS)
#: What a shape says that is no constraint.
DESCRIPTION = {
    SH.path,
    SH.flags,
    SH.severity,
    SH.message,
    SH.property,
    SH.targetClass,
    SH.targetSubjectsOf,
    RDF.type,
    RDFS.label,
}


@cache
def shapes() -> Graph:
    return Graph().parse(ONTOLOGY / "shapes.ttl")


@cache
def vocabulary() -> Graph:
    graph = Graph()
    for path in (ONTOLOGY / "samverkansgraf.ttl", ONTOLOGY / "schemes.ttl", HERE / "city.ttl"):
        graph.parse(path)
    return graph


def local(term: Any) -> str:
    return str(term).partition("#")[2]


def names_of_shapes_with_targets() -> list[str]:
    return sorted(
        {
            local(shape)
            for target in (SH.targetClass, SH.targetSubjectsOf)
            for shape in shapes().subjects(target)
        }
    )


NAMES = names_of_shapes_with_targets()


@cache
def found_in(example: str | None) -> tuple[dict[str, Any], ...]:
    """Validate an example together with the city it refers to, the ontology and the schemes."""
    graph = vocabulary()
    if example is not None:
        graph = graph + Graph().parse(EXAMPLES / f"{example}.ttl")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes())
    return tuple(
        {
            "shape": report.value(result, SH.sourceShape),
            "focus": report.value(result, SH.focusNode),
            "constraint": local(report.value(result, SH.sourceConstraintComponent)),
            "severity": local(report.value(result, SH.resultSeverity)),
            "messages": {text.language: str(text) for text in report.objects(result, SH.resultMessage)},
        }
        for result in report.objects(None, SH.result)
    )


def rules_of(name: str) -> list[URIRef]:
    """Return a shape and its property shapes."""
    return [SG[name], *shapes().objects(SG[name], SH.property)]


def component(parameter: Any) -> str:
    word = local(parameter)
    return f"{word[0].upper()}{word[1:]}ConstraintComponent"


def test_every_shape_has_a_passing_and_a_failing_example_and_there_are_no_others():
    expected = {f"{name}.{kind}.ttl" for name in NAMES for kind in ("valid", "invalid")}
    assert {path.name for path in EXAMPLES.iterdir()} == expected


def test_the_city_that_examples_refer_to_conforms():
    assert found_in(None) == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_valid_example_conforms(name):
    assert found_in(f"{name}.valid") == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_valid_example_has_something_for_its_shape_to_look_at(name):
    example = Graph().parse(EXAMPLES / f"{name}.valid.ttl")
    below = {
        sub
        for cls in shapes().objects(SG[name], SH.targetClass)
        for sub in vocabulary().transitive_subjects(RDFS.subClassOf, cls)
    }
    targets = {node for cls in below for node in example.subjects(RDF.type, cls)}
    targets |= {
        node
        for predicate in shapes().objects(SG[name], SH.targetSubjectsOf)
        for node in example.subjects(predicate)
    }
    assert targets


@pytest.mark.parametrize("name", NAMES)
def test_an_invalid_example_breaks_every_constraint_of_its_shape_and_of_no_other(name):
    declared = {
        (rule, component(parameter))
        for rule in rules_of(name)
        for parameter in shapes().predicates(rule)
        if parameter not in DESCRIPTION
    }
    assert {(found["shape"], found["constraint"]) for found in found_in(f"{name}.invalid")} == declared


@pytest.mark.parametrize("name", NAMES)
def test_faults_are_found_in_the_nodes_that_have_them(name):
    own = set(Graph().parse(EXAMPLES / f"{name}.invalid.ttl").subjects())
    assert {found["focus"] for found in found_in(f"{name}.invalid")} <= own


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found_is_said_in_both_languages_with_a_remedy_after_a_semicolon(name):
    for found in found_in(f"{name}.invalid"):
        assert set(found["messages"]) == {"sv", "en"}
        assert all(text.partition("; ")[2] for text in found["messages"].values())


@pytest.mark.parametrize("name", NAMES)
def test_a_shape_is_named_in_both_languages(name):
    assert sorted(label.language for label in shapes().objects(SG[name], RDFS.label)) == ["en", "sv"]


def test_only_these_are_warnings_and_all_else_is_a_fault():
    severities = {
        (local(found["shape"]), found["severity"]) for name in NAMES for found in found_in(f"{name}.invalid")
    }
    assert {severity for _, severity in severities} == {"Violation", "Warning"}
    assert {shape for shape, severity in severities if severity == "Warning"} == {
        "AmountShape-currency",
        "ClaimShape-kindGiven",
        "CompleteSearchShape",
        "EvidenceShape-phrase",
        "SourceShape-voices",
    }


def test_a_fact_without_evidence_is_a_fault_whatever_its_class():
    facts = set(Graph().parse(EXAMPLES / "EvidencedShape.invalid.ttl").subjects(RDF.type))
    assert len(facts) == 6
    assert {found["focus"] for found in found_in("EvidencedShape.invalid")} == facts
    assert {found["severity"] for found in found_in("EvidencedShape.invalid")} == {"Violation"}


def test_a_phrase_of_thirteen_words_is_too_long_and_one_of_twelve_is_not():
    rule = SG["TextQuoteSelectorShape-words"]
    too_long = {
        str(found["focus"]) for found in found_in("TextQuoteSelectorShape.invalid") if found["shape"] == rule
    }
    assert too_long == {"https://example.org/city/ev5#quote"}
    assert found_in("TextQuoteSelectorShape.valid") == ()


def test_a_geometry_is_in_degrees_and_says_so_or_nothing():
    rule = SG["GeometryShape-crs"]
    other = {str(found["focus"]) for found in found_in("GeometryShape.invalid") if found["shape"] == rule}
    assert other == {"https://example.org/city/sweref"}


def test_shapes_speak_only_of_terms_that_the_vocabulary_has():
    own = {
        local(shape)
        for kind in (SH.NodeShape, SH.PropertyShape)
        for shape in shapes().subjects(RDF.type, kind)
    }
    mentioned = {local(term) for triple in shapes() for term in triple if str(term).startswith(SG_NS)}
    assert {sg(name) for name in mentioned - own}  # sg() raises KeyError on a name that does not exist


def test_every_class_of_the_vocabulary_has_a_shape():
    targeted = {local(cls) for cls in shapes().objects(None, SH.targetClass)}
    assert set(CLASSES) <= targeted
