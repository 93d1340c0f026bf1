from __future__ import annotations

import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.measures import MEASURES, node_table, scenarios, whole_table
from samverkansgraf.ties import Selection
from samverkansgraf.vocabulary import sg


def graph(*links, in_bounds=()):
    """Make a graph of (actor, initiative, certainty); labels are the names in capitals."""
    actors = sorted({actor for actor, _, _ in links} | set(in_bounds))
    return Frames.of(
        actors=frame(
            "actors",
            [
                {
                    "actor": f"urn:a:{a}",
                    "label": a.upper(),
                    "kind": "organisation",
                    "in_bounds": a in in_bounds,
                }
                for a in actors
            ],
        ),
        initiatives=frame(
            "initiatives",
            [{"initiative": f"urn:i:{i}", "label": i.upper()} for i in sorted({i for _, i, _ in links})],
        ),
        participations=frame(
            "participations",
            [
                {
                    "participation": f"urn:p:{number}",
                    "actor": f"urn:a:{actor}",
                    "initiative": f"urn:i:{initiative}",
                    "role": sg("Partner"),
                    "makes_tie": True,
                    "certainty": sg(certainty),
                }
                for number, (actor, initiative, certainty) in enumerate(links)
            ],
        ),
    )


# stad takes part in x and y, mimer in x and, in part, in y; ikea only in part in y; polis only plans z.
CITY = graph(
    ("stad", "x", "Stated"),
    ("stad", "y", "Stated"),
    ("mimer", "x", "Stated"),
    ("mimer", "y", "StatedInPart"),
    ("ikea", "y", "StatedInPart"),
    ("polis", "z", "Planned"),
)


def test_values_come_with_the_least_and_greatest_over_certainties():
    # Stated only: stad 2/2, mimer 1/2. With stated in part: stad 2/2, mimer 2/2, ikea 1/2.
    # With planned there are three initiatives: stad 2/3, mimer 2/3, ikea 1/3.
    table = node_table(CITY, "degree")
    assert table.columns == ["id", "label", "kind", "measure", "value", "low", "high", "reason"]
    assert table.drop("reason").rows() == [
        ("urn:a:mimer", "MIMER", "actor", "degree", 1.0, 0.5, 1.0),
        ("urn:a:stad", "STAD", "actor", "degree", 1.0, 2 / 3, 1.0),
        ("urn:a:ikea", "IKEA", "actor", "degree", 0.5, 1 / 3, 0.5),
    ]


def test_a_scenario_without_the_node_counts_for_neither_end_and_is_told():
    table = node_table(CITY, "degree")
    assert dict(table.select("label", "reason").iter_rows()) == {
        "MIMER": None,
        "STAD": None,
        "IKEA": "not in the network when only this counts: Stated",
    }
    assert (
        "inte i nätverket när bara detta räknas: Stated"
        in node_table(CITY, "degree", language="sv")["reason"]
    )


def test_certainties_read_as_the_graphs_own_concepts_are_labelled():
    concepts = frame("concepts", [{"concept": sg("Stated"), "label_sv": "uppges", "label_en": "is stated"}])
    labelled = Frames.of(
        actors=CITY.actors,
        initiatives=CITY.initiatives,
        participations=CITY.participations,
        concepts=concepts,
    )
    assert (
        node_table(labelled, "degree")["reason"][2] == "not in the network when only this counts: is stated"
    )


def test_the_asked_certainties_are_always_one_of_the_scenarios():
    only_planned = Selection(certainty=(sg("Planned"),))
    table = node_table(CITY, "degree", selection=only_planned)
    # Only polis and z: 1/1. With all certainties polis has one of three initiatives.
    assert table.select("label", "value", "low", "high").rows() == [("POLIS", 1.0, 1 / 3, 1.0)]


def test_scenarios_that_select_the_same_are_one():
    assert len(scenarios(graph(("a", "x", "Stated"), ("b", "x", "Stated")))) == 1
    assert [world.certainty for world in scenarios(CITY)] == [
        (sg("Stated"), sg("StatedInPart")),
        (sg("Stated"),),
        (sg("Stated"), sg("StatedInPart"), sg("Inferred"), sg("Planned")),
    ]


def test_an_undefined_value_is_null_comes_last_and_says_why():
    table = node_table(CITY, "redundancy")
    # mimer and stad share both x and y; ikea takes part in one only.
    assert table.select("label", "value").rows() == [("MIMER", 1.0), ("STAD", 1.0), ("IKEA", None)]
    assert table["reason"][2].startswith("has fewer than two neighbours in the network")
    # With stated only mimer has one neighbour: undefined there, and told.
    assert table["reason"][0] == "undefined when only this counts: Stated"
    assert table.row(2)[5:7] == (None, None)


def test_equal_values_stand_by_label_then_id():
    table = node_table(graph(("b", "x", "Stated"), ("a", "x", "Stated"), ("c", "x", "Stated")), "degree")
    assert table["label"].to_list() == ["A", "B", "C"]


def test_initiatives_have_a_table_too():
    table = node_table(CITY, "degree", of="initiatives")
    assert table.select("label", "kind", "value").rows() == [
        ("Y", "initiative", 1.0),
        ("X", "initiative", 2 / 3),
    ]


def test_whole_measures_come_in_the_order_asked_with_range_and_reason():
    table = whole_table(CITY, ["components", "density_two_mode"])
    assert table.columns == ["measure", "value", "low", "high", "reason"]
    # Default: 3 actors, 2 initiatives, 5 edges, one part. Stated: 2, 2, 3 edges. With planned: 4, 3, 6, two parts.
    assert table.rows() == [
        ("components", 1.0, 1.0, 2.0, None),
        ("density_two_mode", 5 / 6, 6 / 12, 5 / 6, None),
    ]


def test_the_whole_table_has_every_whole_measure():
    names = [name for name, measure in MEASURES.items() if measure.level == "whole"]
    assert whole_table(CITY)["measure"].to_list() == names


@pytest.mark.parametrize("frames", [graph(), graph(in_bounds=["ensam"]), graph(("a", "x", "Stated"))])
def test_nothing_one_actor_or_no_tie_give_values_or_reasons(frames):
    for name, measure in MEASURES.items():
        tables = (
            [whole_table(frames, [name])]
            if measure.level == "whole"
            else [node_table(frames, name), node_table(frames, name, of="initiatives")]
        )
        for table in tables:
            for value, reason in table.select("value", "reason").iter_rows():
                assert value is not None or reason


def test_an_unknown_measure_is_refused_with_a_remedy():
    with pytest.raises(UsageError, match="did you mean 'closeness'"):
        node_table(CITY, "closenes")
    with pytest.raises(UsageError, match="'components' is not one of nodes; use one of degree"):
        node_table(CITY, "components")
    with pytest.raises(UsageError, match="'degree' is not one of the whole network"):
        whole_table(CITY, ["degree"])
