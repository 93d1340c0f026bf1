"""Initiatives that no cell can hold stand beside the table."""

from samverkansgraf.coverage import unplaced, unreached


def test_initiatives_in_groups_that_list_nothing_stand_beside_the_table(city):
    city.initiative("EST", "t:trygghet", place="p:olistade").initiative("Lugnt", place="p:kanske")
    city.initiative("Här", place="p:Bäckby")
    rows = unreached(city.frames(), city.bounds)
    assert rows.select(
        "initiative", "label", "place", "place_label", "themes", "sources", "planned"
    ).rows() == [("EST", "EST", "p:olistade", "olistade", ["t:trygghet"], ["s:1"], False)]
    assert rows.columns[:7] == [
        "initiative",
        "label",
        "place",
        "place_label",
        "certainty",
        "themes",
        "sources",
    ]


def test_several_sources_of_one_placement_are_one_row(city):
    city.initiative("EST", place="p:olistade").placed("EST", "p:olistade", sources=("s:2",))
    assert unreached(city.frames(), city.bounds)["sources"].to_list() == [["s:1", "s:2"]]


def test_the_ended_and_the_unsourced_are_left_out_and_the_planned_marked(city):
    city.initiative("Slut", place="p:olistade", end="2010").initiative(
        "Delmos", place="p:olistade", status="StatusPlanned"
    )
    city.initiative("Tyst").placed("Tyst", "p:olistade", sources=())
    rows = unreached(city.frames(), city.bounds, at="2020")
    assert rows.select("initiative", "planned").rows() == [("Delmos", True)]
    assert unreached(city.frames(), city.bounds)["initiative"].to_list() == ["Delmos", "Slut"]


def test_initiatives_without_any_placement_are_unplaced(city):
    city.initiative("Program", "t:skola").initiative("EST", place="p:olistade")
    assert unplaced(city.frames()).select("initiative", "label", "themes").rows() == [
        ("Program", "Program", ["t:skola"])
    ]
