"""Sector cells: an actor of the sector must take part there, in a tie-making role."""

import pytest

BY = ("district", "theme", "sector")


def test_a_participant_of_the_sector_in_a_tie_making_role_covers(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").takes_part("Polisen", "EST", sector="Police")
    cell = city.cell("Bäckby", "trygghet", "polis", by=BY)
    assert (cell["value"], cell["initiatives"], cell["actors"], cell["sources"]) == ("covered", 1, 1, 1)
    assert city.value("Bäckby", "trygghet", "civilsamhälle", by=BY) == "not_searched"
    assert city.value("Råby", "trygghet", "polis", by=BY) == "not_searched"


def test_a_narrower_sector_counts_for_the_broader_and_not_the_other_way(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").takes_part("Polisen", "EST", sector="Police")
    city.initiative("Jobb", "t:skola", place="p:Bäckby").takes_part("AF", "Jobb", sector="StateAgency")
    assert city.value("Bäckby", "trygghet", "statlig myndighet", by=BY) == "covered"
    assert city.value("Bäckby", "skola", "polis", by=BY) == "not_searched"


def test_a_role_that_makes_no_tie_covers_nothing(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").takes_part(
        "Polisen", "EST", sector="Police", role="Funder"
    )
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "not_searched"


def test_the_frame_says_whether_a_projects_own_role_makes_a_tie(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    city.takes_part("Polisen", "EST", sector="Police", role="Lead", makes_tie=False)
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "not_searched"


@pytest.mark.parametrize("certainty", ["StatedInPart", "Inferred"])
def test_a_participation_in_part_or_inferred_is_indirect(city, certainty):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    city.takes_part("Polisen", "EST", sector="Police", certainty=certainty)
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "indirect"
    assert city.value("Bäckby", "trygghet") == "covered"  # who takes part matters in sector cells only


def test_a_planned_participation_is_planned_and_an_unsourced_one_is_not_there(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").takes_part("Staden", "EST", sector="CivilSociety")
    city.takes_part("Polisen", "EST", sector="Police", certainty="Planned")
    city.takes_part("Polisen", "EST", sector="Police", sources=())
    cell = city.cell("Bäckby", "trygghet", "polis", by=BY)
    assert (cell["value"], cell["planned"]) == ("not_searched", 1)


def test_an_actor_without_a_place_in_an_initiative_with_several_is_indirect(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").placed("EST", "p:Råby")
    city.takes_part("Polisen", "EST", sector="Police")
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "indirect"
    assert city.value("Råby", "trygghet", "polis", by=BY) == "indirect"
    assert city.value("Bäckby", "trygghet") == "covered"


def test_a_group_that_lists_several_is_several_places(city):
    city.initiative("EST", "t:trygghet", place="p:utsatta").takes_part("Polisen", "EST", sector="Police")
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "indirect"


def test_an_unlisted_group_besides_is_another_place(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").placed("EST", "p:olistade")
    city.takes_part("Polisen", "EST", sector="Police")
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "indirect"


def test_places_all_within_the_district_are_not_several_for_it(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").placed("EST", "p:centrum")
    city.takes_part("Polisen", "EST", sector="Police")
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "covered"


def test_a_place_that_is_planned_or_ended_does_not_make_several(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    city.placed("EST", "p:Råby", certainty="Planned").placed("EST", "p:Skallberget", end="2010")
    city.takes_part("Polisen", "EST", sector="Police")
    assert city.value("Bäckby", "trygghet", "polis", by=BY, at="2020") == "covered"
    assert city.value("Bäckby", "trygghet", "polis", by=BY, at="ever") == "indirect"


def test_an_actors_own_place_is_where_it_acts_and_nowhere_else(city):
    city.initiative("EST", "t:trygghet", place="p:utsatta")
    city.takes_part("Polisen", "EST", sector="Police", places=["p:Bäckby"])
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "covered"
    assert city.value("Råby", "trygghet", "polis", by=BY) == "not_searched"
    assert city.value("Råby", "trygghet") == "covered"


def test_an_actors_own_place_counts_though_the_initiative_has_none(city):
    city.initiative("EST", "t:trygghet").takes_part("Polisen", "EST", sector="Police", places=["p:Råby"])
    assert city.value("Råby", "trygghet", "polis", by=BY) == "covered"


def test_an_own_place_may_be_larger_or_a_group(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    city.takes_part("Polisen", "EST", sector="Police", places=["p:Västerås"])
    city.takes_part("Rädda Barnen", "EST", places=["p:utsatta"])
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "indirect"
    assert city.value("Råby", "trygghet", "civilsamhälle", by=BY) == "covered"


def test_an_actors_own_theme_is_what_it_acts_on(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    city.takes_part("Polisen", "EST", sector="Police", themes=["t:skola"])
    assert city.value("Bäckby", "skola", "polis", by=BY) == "covered"
    assert city.value("Bäckby", "trygghet", "polis", by=BY) == "not_searched"
    assert city.value("Bäckby", "skola") == "not_searched"


def test_actors_and_sources_of_a_sector_cell_are_those_of_the_sector(city):
    city.initiative("EST", "t:trygghet").placed("EST", "p:Bäckby", sources=("s:1",))
    city.takes_part("Polisen", "EST", sector="Police", sources=("s:2",))
    city.takes_part("Rädda Barnen", "EST", sources=("s:3",))
    cell = city.cell("Bäckby", "trygghet", "polis", by=BY)
    assert (cell["actors"], cell["sources"]) == (1, 2)


def test_by_sector_alone_any_place_and_theme_will_do(city):
    city.initiative("EST").takes_part("Polisen", "EST", sector="Police")
    assert city.table(("sector",)).select("sector", "value").rows() == [
        ("statlig myndighet", "covered"),
        ("polis", "covered"),
        ("civilsamhälle", "not_searched"),
    ]
