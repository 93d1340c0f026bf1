"""Cells by district and theme: which placements cover, and which are indirect evidence."""

import pytest

from samverkansgraf.errors import UsageError


def test_the_cells_are_the_finest_districts_in_the_order_of_the_bounds_times_the_themes(city):
    table = city.table()
    assert table.select("district", "theme").rows() == [
        (district, theme)
        for district in ("Bäckby", "Råby", "Skallberget")
        for theme in ("trygghet", "brott", "skola")
    ]
    assert table.columns[2:13] == [
        "value", "initiatives", "actors", "sources", "independent_sources", "indirect_evidence", "searches",
        "planned", "ended", "delivers", "last_seen",
    ]  # fmt: skip


def test_dimensions_stand_in_the_order_given(city):
    assert city.table(("theme", "district")).columns[:2] == ["theme", "district"]
    assert city.table(("theme", "district"))["theme"].to_list()[:4] == ["trygghet"] * 3 + ["brott"]


def test_with_nothing_known_every_cell_is_not_searched_and_counts_are_zero(city):
    table = city.table()
    assert set(table["value"]) == {"not_searched"}
    assert (
        table.select("initiatives", "actors", "sources", "searches", "planned", "ended").sum().row(0)
        == (0,) * 6
    )
    assert table["last_seen"].null_count() == 9


def test_a_stated_sourced_placement_in_the_district_covers(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    assert city.value("Bäckby", "trygghet") == "covered"
    assert city.value("Råby", "trygghet") == "not_searched"
    assert city.value("Bäckby", "skola") == "not_searched"


def test_a_placement_within_the_district_covers_it(city):
    city.initiative("EST", "t:trygghet", place="p:centrum")
    assert city.value("Bäckby", "trygghet") == "covered"


def test_a_narrower_theme_counts_for_the_broader_and_not_the_other_way(city):
    city.initiative("EST", "t:brott", place="p:Bäckby").initiative("Lugnt", "t:trygghet", place="p:Råby")
    assert city.value("Bäckby", "trygghet") == "covered"
    assert city.value("Råby", "trygghet") == "covered"
    assert city.value("Råby", "brott") == "not_searched"


def test_a_group_covers_what_it_lists(city):
    city.initiative("EST", "t:trygghet", place="p:utsatta")
    assert [city.value(place, "trygghet") for place in ("Bäckby", "Råby", "Skallberget")] == [
        "covered",
        "covered",
        "not_searched",
    ]


def test_a_possible_member_is_indirect(city):
    city.initiative("EST", "t:trygghet", place="p:kanske")
    cell = city.cell("Råby", "trygghet")
    assert (cell["value"], cell["indirect_evidence"], cell["initiatives"]) == ("indirect", 1, 1)
    assert city.value("Bäckby", "trygghet") == "not_searched"


def test_a_larger_place_is_indirect_for_all_it_contains(city):
    city.initiative("EST", "t:trygghet", place="p:Västerås")
    assert [city.value(place, "trygghet") for place in ("Bäckby", "Råby", "Skallberget")] == ["indirect"] * 3


@pytest.mark.parametrize("certainty", ["StatedInPart", "Inferred"])
def test_a_placement_in_part_or_inferred_is_indirect(city, certainty):
    city.initiative("EST", "t:trygghet").placed("EST", "p:Bäckby", certainty=certainty)
    assert city.value("Bäckby", "trygghet") == "indirect"


def test_a_group_that_lists_nothing_reaches_no_cell_though_the_city_contains_it(city):
    city.initiative("EST", "t:trygghet", place="p:olistade")
    assert set(city.table()["value"]) == {"not_searched"}


def test_a_group_of_groups_lists_what_these_list(city):
    city.add("places", place="p:Råby", label="Råby", kind="district")
    city.add("places", place="p:inre", label="inre", kind="group", members=["p:Råby"])
    city.add("places", place="p:yttre", label="yttre", kind="group", members=["p:inre"])
    city.initiative("EST", "t:trygghet", place="p:yttre")
    assert city.value("Råby", "trygghet") == "covered"


def test_an_unsourced_placement_covers_nothing_and_is_counted_nowhere(city):
    city.initiative("EST", "t:trygghet").placed("EST", "p:Bäckby", sources=())
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["value"], cell["planned"], cell["indirect_evidence"]) == ("not_searched", 0, 0)


@pytest.mark.parametrize("status", ["StatusProposed", "StatusPlanned"])
def test_a_planned_initiative_covers_nothing_and_is_counted_as_planned(city, status):
    city.initiative("Delmos", "t:trygghet", place="p:Bäckby", status=status)
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["value"], cell["planned"], cell["initiatives"]) == ("not_searched", 1, 0)


def test_an_initiative_whose_participations_are_all_planned_is_merely_planned(city):
    city.initiative("Delmos", "t:trygghet", place="p:Bäckby").takes_part(
        "Staden", "Delmos", certainty="Planned"
    )
    assert city.cell("Bäckby", "trygghet")["planned"] == 1
    city.takes_part("Mimer", "Delmos")
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["value"], cell["planned"], cell["actors"]) == ("covered", 0, 1)


def test_an_unsourced_participation_does_not_make_a_planned_initiative_real(city):
    city.initiative("Delmos", "t:trygghet", place="p:Bäckby")
    city.takes_part("Staden", "Delmos", certainty="Planned").takes_part("Mimer", "Delmos", sources=())
    assert city.value("Bäckby", "trygghet") == "not_searched"


def test_a_planned_placement_of_a_running_initiative_is_planned_there_only(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").placed("EST", "p:Råby", certainty="Planned")
    assert city.value("Bäckby", "trygghet") == "covered"
    assert city.cell("Råby", "trygghet")["planned"] == 1
    assert city.value("Råby", "trygghet") == "not_searched"


def test_an_unknown_status_covers_as_an_active_one(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby", status="StatusUnknown")
    assert city.value("Bäckby", "trygghet") == "covered"


def test_a_participations_own_place_places_no_initiative(city):
    city.initiative("EST", "t:trygghet").takes_part("Polisen", "EST", places=["p:Bäckby"], themes=["t:skola"])
    assert set(city.table()["value"]) == {"not_searched"}


def test_without_district_it_matters_not_where_but_that_somebody_said_so(city):
    city.initiative("EST", "t:trygghet", place="p:olistade").initiative("Tyst", "t:skola", sources=[])
    assert city.value("trygghet", by=("theme",)) == "covered"
    assert city.value("skola", by=("theme",)) == "not_searched"
    assert city.cell("trygghet", by=("theme",))["sources"] == 1


def test_without_theme_it_matters_not_what_it_is_about(city):
    city.initiative("EST", place="p:Bäckby")
    assert city.value("Bäckby", by=("district",)) == "covered"


def test_one_initiative_is_counted_once_and_at_its_firmest(city):
    city.initiative("EST", "t:trygghet", "t:brott", place="p:Bäckby").placed("EST", "p:Västerås")
    cell = city.cell("Bäckby", "trygghet")
    assert (cell["initiatives"], cell["indirect_evidence"]) == (1, 0)
    assert city.cell("Råby", "trygghet")["indirect_evidence"] == 1


def test_counts_are_of_what_makes_the_cell(city):
    # In Bäckby EST covers with Staden (s:2) and Mimer; the funder Delmos has no tie, its source counts.
    # Delmos is planned. Råby has EST in part only.
    city.add("sources", source="s:1", date="2021-10-05").add("sources", source="s:2", date="2021")
    city.add("sources", source="s:3", date="2020-21")
    city.initiative(
        "EST", "t:trygghet", place="p:Bäckby", activity_kinds=["https://w3id.org/samverkansgraf/ns#Delivers"]
    )
    city.placed("EST", "p:Råby", certainty="StatedInPart", sources=("s:3",))
    city.takes_part("Staden", "EST", role="Lead", sources=("s:2",)).takes_part(
        "Mimer", "EST", certainty="StatedInPart"
    )
    city.takes_part("Delmos", "EST", role="Funder", sources=("s:3",))
    city.takes_part("Tysta", "EST", sources=()).takes_part(
        "Senare", "EST", certainty="Planned", sources=("s:9",)
    )
    city.add("evidence", evidence="e:2", about="d:0", source="s:2")
    city.add("evidence", evidence="e:1", about="l:0", source="s:1")
    city.add("standings", evidence="e:2", initiative="EST", standing="Independent")
    city.add("standings", evidence="e:1", initiative="EST", standing="ByAParty")
    cell = city.cell("Bäckby", "trygghet")
    counts = ("initiatives", "actors", "sources", "independent_sources", "delivers", "last_seen")
    # "2021" may be as late as 31 December, so it is later than 5 October.
    assert tuple(cell[name] for name in counts) == (1, 2, 3, 1, 1, "2021")
    assert city.cell("Råby", "trygghet")["sources"] == 3  # s:1 by Mimer, s:2, s:3; not the planned s:9


def test_labels_follow_the_language_and_values_do_not(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    assert city.value("Bäckby", "safety", language="en") == "covered"
    assert city.cell("Bäckby", "brott", language="en")["value"] == "not_searched"  # no English label given


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"by": ()}, "choose among district, theme, sector"),
        ({"by": ("distrikt",)}, "did you mean 'district'"),
        ({"by": ("theme", "theme")}, "twice"),
        ({"levels": "some"}, "use finest or all"),
        ({"at": "igår"}, "write a day"),
        ({"at": "XXXX"}, "write a day"),
        ({"division": "polisområde"}, "the kinds in bounds are district, municipality"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_remedy(city, options, message):
    with pytest.raises(UsageError, match=message):
        city.table(**{"by": ("district",), **options})


def test_a_division_keeps_districts_of_one_kind(city):
    assert city.table(("district",), division="municipality")["district"].to_list() == ["Västerås"]
