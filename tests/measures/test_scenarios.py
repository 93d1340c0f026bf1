from __future__ import annotations

from tests.measures.links import CITY, graph

from samverkansgraf.measures import scenarios
from samverkansgraf.vocabulary import sg


def test_scenarios_that_select_the_same_are_one():
    assert len(scenarios(graph(("a", "x", "Stated"), ("b", "x", "Stated")))) == 1
    assert [world.certainty for world in scenarios(CITY)] == [
        (sg("Stated"), sg("StatedInPart")),
        (sg("Stated"),),
        (sg("Stated"), sg("StatedInPart"), sg("Inferred"), sg("Planned")),
    ]
