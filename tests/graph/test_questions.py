"""Each named question against answers worked by hand, and what is asked amiss or with ill will."""

from __future__ import annotations

import pytest
from tests.graph.vasteras_answers import ALSO, WHOLE
from tests.graph.worked_answers import ANSWERS, GROUPS

from samverkansgraf.errors import UsageError
from samverkansgraf.graph.mapping import source_graph
from samverkansgraf.graph.questions import (
    PARAMETER_KINDS,
    Question,
    _bindings,
    answer,
    answer_test,
    questions,
    with_values,
)
from samverkansgraf.graph.sparql import select

CASES = [
    pytest.param(name, case, id=f"{name}-{case[0]}-{number}")
    for name, cases in ANSWERS.items()
    for number, case in enumerate(cases)
]

# What a hostile or a careless person writes where a name or words are asked for.
HOSTILE = (
    "x> } DELETE WHERE { ?s ?p ?o } #",
    '") } #',
    '" UNION { ?s ?p ?o } #',
    "\\",
    '\\" } #',
    'x"""',
    "<http://example.org/> . ?s ?p ?o",
    "line\nbreak\r} #",
    "?lang",
    "# values",
)


@pytest.fixture
def city_named(debate, southern_women, lillstad, measured_lillstad, needy_adalen):
    return {
        "debate": debate,
        "southern_women": southern_women,
        "lillstad": lillstad,
        "measured_lillstad": measured_lillstad,
        "needy_adalen": needy_adalen,
    }


def size(city):
    return city.query("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }")["n"][0]


def asked_without(city, question, *sources, **arguments):
    left_out = frozenset(source_graph(source, city.settings.base) for source in sources)
    return answer(city.graph, question, arguments, language="sv", without_graphs=left_out)


@pytest.mark.parametrize(("name", "case"), CASES)
def test_the_answer_is_the_one_worked_by_hand(city_named, name, case):
    city, arguments, columns, rows = case
    answered = city_named[city].ask(name, language="sv", **arguments)
    assert answered.select(columns).rows() == rows


def test_every_question_has_an_answer_worked_by_hand():
    assert sorted(questions()) == sorted({*ANSWERS, *WHOLE, *ALSO})


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_every_question_has_both_titles_known_parameters_and_a_place_for_values(question):
    assert sorted(question.titles) == ["en", "sv"]
    assert all(title.endswith("?") for title in question.titles.values())
    assert set(question.parameters.values()) <= set(PARAMETER_KINDS)
    assert sorted(question.remarks) in ([], ["en", "sv"])
    assert "\n  # values\n" in question.text
    assert all(f"?{parameter}" in question.text for parameter in question.parameters)


def test_questions_of_every_kind_of_parameter_are_among_them():
    asked = {kind for question in questions().values() for kind in question.parameters.values()}
    assert asked == set(PARAMETER_KINDS)


@pytest.mark.parametrize(("name", "case"), CASES)
def test_rows_are_distinct_and_come_the_same_way_each_time(city_named, name, case):
    city, arguments, _, _ = case
    once, again = (city_named[city].ask(name, **arguments) for _ in range(2))
    assert once.equals(again)
    assert once.is_duplicated().sum() == 0


@pytest.mark.parametrize(("name", "case"), CASES)
def test_english_labels_change_words_and_not_which_rows_there_are(city_named, name, case):
    city, arguments, columns, rows = case
    assert city_named[city].ask(name, language="en", **arguments).select(columns).height == len(rows)


def test_labels_of_concepts_are_in_the_language_asked_for(debate):
    rows = debate.ask("who-leads", initiative="På lika villkor", language="en")
    assert rows.select("role", "certainty", "status", "standing").rows() == [
        ("lead", "stated", "active", "written by a party")
    ]


def test_the_four_groups_are_named_in_english_too(debate):
    groups = debate.ask("joint-initiatives", at="2021-09-20", language="en")["group"].unique(
        maintain_order=True
    )
    assert groups.to_list() == ["residents", "local actors", "housing company", "municipality"]


def test_every_row_that_says_somebody_takes_part_says_how_surely_and_on_what_words(city_named):
    for name in ANSWERS:
        columns = set(city_named["debate"].ask(name, **ANSWERS[name][0][1]).columns)
        if {"actor", "participant", "initiative"} & columns and "role" in columns:
            assert {"certainty", "scope", "standing", "phrase", "source"} <= columns, name


@pytest.mark.parametrize(
    ("at", "initiatives"),
    [
        ("2014", []),  # before Torget
        ("2014-12-31", []),
        ("2015", ["Torget"]),  # it began some day that year
        ("2018", ["Torget"]),  # and ended some day that one
        ("2018-12-31", ["Torget"]),
        ("2019", []),  # the residents are not yet in Samrådet
        ("2020-01-01", ["Samrådet"]),
        ("2025", ["Samrådet"]),
        ("2026", []),  # they no longer are
        ("2010/2030", ["Samrådet", "Torget"]),
    ],
)
def test_joint_initiatives_are_those_not_surely_over_and_not_surely_yet_to_come(lillstad, at, initiatives):
    rows = lillstad.ask("joint-initiatives", at=at)
    assert rows["initiative"].unique(maintain_order=True).to_list() == initiatives


def test_what_is_undated_stays_joint_at_any_date(debate):
    for at in ("1990", "2021-09-20", "2040"):
        assert debate.ask("joint-initiatives", at=at)["initiative"].unique().to_list() == [GROUPS]


def test_without_a_source_only_what_the_others_say_is_joint(lillstad):
    # Kommunens rapport alone tells of Torget, and is the second source on who leads Samrådet.
    assert asked_without(lillstad, "joint-initiatives", "rapporten", at="2016").is_empty()
    assert asked_without(lillstad, "joint-initiatives", "rapporten", at="2021")["phrase"].to_list() == [
        "boende är med ibland",
        "butiken är med",
        "hyresbo är nog med",
        "kommunen leder",
    ]
    assert asked_without(lillstad, "joint-initiatives", "nyheten", at="2021").is_empty()


def test_an_initiative_that_a_source_left_out_described_is_still_joint_and_named(lillstad):
    rows = asked_without(lillstad, "joint-initiatives", "rapporten", at="2021")
    assert rows["initiative"].unique().to_list() == ["Samrådet"]


def test_no_question_says_anything_of_participations_when_their_only_source_is_left_out(debate):
    for name, arguments in (
        ("joint-initiatives", {"at": "2021-09-20"}),
        ("who-takes-part", {"initiative": "EST"}),
        ("initiatives-of-actor", {"actor": "Mimer"}),
        ("actors-in-district", {"district": "Bäckby"}),
        ("planned", {}),
        ("who-disputes", {}),
    ):
        assert asked_without(debate, name, "vlt-debatt", **arguments).is_empty(), name


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("who-leads", {"initiative": "På lika vilkor"}, "did you mean 'På lika villkor'"),
        ("initiatives-of-actor", {"actor": "Redda Barnen"}, "did you mean 'Rädda "),
        ("initiatives-in-district", {"district": "Backbyn"}, "did you mean"),
        ("who-works-on-theme", {"theme": "trygget"}, "did you mean 'trygghet'"),
        ("actors-of-sector", {"sector": "Polic"}, "did you mean"),
        ("shared-initiatives", {"actor": "Mimer", "other": "Polise"}, "did you mean 'Polisen'"),
        ("who-leeds", {}, "did you mean 'who-leads'"),
        ("who-leads", {"actor": "Mimer"}, "its parameters are initiative"),
        ("who-leads", {}, "--initiative is missing; give the label or id of the initiative"),
        ("planned", {"at": "2021"}, "its parameters are none"),
        ("joint-initiatives", {"at": "i våras"}, "--at"),
        ("joint-initiatives", {"at": "2021-02-30"}, "--at"),
        ("joint-initiatives", {"at": "2021/.."}, "has no first or no last day"),
    ],
)
def test_what_is_unknown_is_refused_with_a_remedy(debate, name, arguments, message):
    with pytest.raises(UsageError) as refused:
        debate.ask(name, **arguments)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_in_a_text_are_only_looked_for(debate, words):
    before = size(debate)
    assert debate.ask("phrases-with-words", words=words).is_empty()
    assert size(debate) == before


def test_words_with_quotation_marks_and_backslashes_are_found_as_they_stand(debate):
    text = "SELECT ?words ?words_again WHERE {\n  # values\n  BIND(?words AS ?words_again)\n}"
    question = Question("echo", {}, {"words": "text"}, text)
    for words in HOSTILE:
        echoed = select(debate.graph.store, with_values(question.text, {"words": literal(debate, words)}))
        assert echoed.rows() == [(words, words)]


def literal(city, words):
    """Return the term that a text is given to a query as."""
    return _bindings(city.graph, "words", "text", words)["words"]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    ("question", "parameter"),
    [
        ("initiatives-of-actor", "actor"),
        ("who-leads", "initiative"),
        ("initiatives-in-district", "district"),
        ("who-works-on-theme", "theme"),
        ("actors-of-sector", "sector"),
        ("joint-initiatives", "at"),
    ],
)
def test_a_hostile_name_is_a_name_that_is_unknown(debate, question, parameter, name):
    before = size(debate)
    with pytest.raises(UsageError):
        debate.ask(question, **{parameter: name})
    assert size(debate) == before


def test_a_claims_test_asks_the_question_it_names(debate):
    asked = answer_test(debate.graph, 'who-leads initiative="På lika villkor"', language="sv")
    assert asked.equals(debate.ask("who-leads", initiative="På lika villkor"))


@pytest.mark.parametrize(
    ("test", "message"),
    [
        ("joint-initiatives 2021", "is not key=value"),
        ('who-leads initiative="EST', "cannot be read"),
        ("joint-initiative at=2021", "did you mean 'joint-initiatives'"),
        ("", "cannot be read"),
    ],
)
def test_a_claims_test_that_is_not_so_written_is_refused(debate, test, message):
    with pytest.raises(UsageError) as refused:
        answer_test(debate.graph, test, language="sv")
    assert message in str(refused.value)
