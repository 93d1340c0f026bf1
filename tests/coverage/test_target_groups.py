"""Cells of target groups: whom initiatives are for, as participations in that role say."""

from samverkansgraf.coverage import cell_evidence

BY = ("theme", "target_group")


def for_whom(city, group, initiative, **more):
    return city.takes_part(group, initiative, role="TargetGroup", sector="CivilSociety", **more)


def test_the_groups_are_those_that_are_someones_target_group(city):
    city.initiative("EST", "t:trygghet").takes_part("Polisen", "EST", sector="Police")
    for_whom(city, "unga", "EST")
    assert city.table(("target_group",)).select("target_group", "value").rows() == [("unga", "covered")]
    assert city.value("trygghet", "unga", by=BY) == "covered"
    assert city.value("skola", "unga", by=BY) == "not_searched"


def test_without_any_there_are_no_cells(city):
    city.initiative("EST", "t:trygghet")
    assert city.table(("target_group",)).is_empty()


def test_a_group_that_is_part_of_another_counts_for_it_and_not_the_other_way(city):
    city.initiative("EST", "t:trygghet").initiative("Skolan", "t:skola")
    city.add("actors", actor="tonåringar", label="tonåringar", sector="CivilSociety", part_of=["unga"])
    for_whom(city, "tonåringar", "EST")
    for_whom(city, "unga", "Skolan")
    assert city.value("trygghet", "unga", by=BY) == "covered"
    assert city.value("skola", "tonåringar", by=BY) == "not_searched"


def test_a_collective_of_one_initiative_is_the_general_one(city):
    city.initiative("EST", "t:trygghet").initiative("Skolan", "t:skola")
    city.add("actors", actor="unga", label="unga", kind="collective", sector="CivilSociety")
    for scoped, initiative in (("unga.est", "EST"), ("unga.skolan", "Skolan")):
        city.add(
            "actors", actor=scoped, label=f"unga ({initiative})", collective="unga", sector="CivilSociety"
        )
        for_whom(city, scoped, initiative)
    assert city.table(("target_group",))["target_group"].to_list() == ["unga"]
    assert city.cell("unga", by=("target_group",))["initiatives"] == 2


def test_the_certainty_and_the_dates_of_the_row_count(city):
    for number, more in enumerate(
        ({"certainty": "Inferred"}, {"certainty": "Planned"}, {"end": "2015"}, {"sources": ()})
    ):
        city.initiative(f"i{number}", "t:trygghet")
        for_whom(city, f"g{number}", f"i{number}", **more)
    found = (
        city.table(("target_group",), at="2020").select("target_group", "value", "planned", "ended").rows()
    )
    assert found == [
        ("g0", "indirect", 0, 0),
        ("g1", "not_searched", 1, 0),
        ("g2", "not_searched", 0, 1),
        ("g3", "not_searched", 0, 0),
    ]


def test_a_target_group_is_no_actor_of_its_cell(city):
    city.initiative("EST", "t:trygghet").takes_part("Polisen", "EST", sector="Police")
    for_whom(city, "unga", "EST", sources=("s:2",))
    cell = city.cell("trygghet", "unga", by=BY)
    assert (cell["actors"], cell["sources"], cell["sectors"]) == (1, 2, ["polis"])


def test_a_sector_serves_the_groups_of_its_initiatives(city):
    city.initiative("EST", "t:trygghet").takes_part("Polisen", "EST", sector="Police")
    for_whom(city, "unga", "EST")
    by = ("sector", "target_group")
    assert city.value("polis", "unga", by=by) == "covered"
    assert city.value("civilsamhälle", "unga", by=by) == "not_searched"


def test_a_search_of_everything_covers_every_group(city):
    city.initiative("EST", "t:trygghet", place="p:Råby")
    for_whom(city, "unga", "EST")
    city.search("p:Bäckby", "t:skola")
    by = ("district", "theme", "target_group")
    assert city.value("Bäckby", "skola", "unga", by=by) == "none_found"
    assert city.value("Råby", "skola", "unga", by=by) == "not_searched"
    assert city.value("Råby", "trygghet", "unga", by=by) == "covered"


def test_the_evidence_has_the_row_that_says_whom_it_is_for(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    for_whom(city, "unga", "EST", sources=("s:2",))
    rows = cell_evidence(city.frames(), city.bounds, district="Bäckby", target_group="unga")
    assert sorted(rows.select("source", "actor").rows(), key=str) == [("s:1", None), ("s:2", "unga")]
