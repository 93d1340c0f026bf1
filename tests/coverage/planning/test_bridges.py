"""
Missing bridges in a city of five actors.

Skolan takes part in Läxhjälp, Klubben in Lovskolan, both for skola in Bäckby. Rådet (Skolan, Mimer), Nätet (Klubben, Mimer),
Festen (Skolan, Polisen) and Vandringen (Klubben, Polisen) are placed nowhere. Polisen is in Läxhjälp too. Fritids is a unit of
Skolan, in Lovfotboll for skola in Bäckby, and shares Planen with Mimer and Torget with Polisen.
"""

from __future__ import annotations

import pytest
from tests.simulation.conftest import Town

from samverkansgraf.coverage.planning import bridges_in_words, missing_bridges
from samverkansgraf.errors import UsageError

SHARED = {
    "Rådet": ("Skolan", "Mimer"),
    "Nätet": ("Klubben", "Mimer"),
    "Festen": ("Skolan", "Polisen"),
    "Vandringen": ("Klubben", "Polisen"),
    "Planen": ("Fritids", "Mimer"),
    "Torget": ("Fritids", "Polisen"),
}


@pytest.fixture
def city():
    made = Town()
    made.add("actors", actor="Fritids", label="Fritids", kind="unit", part_of=["Skolan"])
    for name, actors in {
        "Läxhjälp": ("Skolan", "Polisen"),
        "Lovskolan": ("Klubben",),
        "Lovfotboll": ("Fritids",),
    }.items():
        made.initiative(name, "t:skola", place="p:Bäckby")
        for actor in actors:
            made.takes_part(actor, name)
    for name, actors in SHARED.items():
        made.initiative(name)
        for actor in actors:
            made.takes_part(actor, name)
    return made


def bridges(city, **options):
    return missing_bridges(city.frames(), city.bounds, **options)


def pairs(city, **options):
    return bridges(city, **options).select("actor_a", "actor_b").rows()


def test_two_in_the_same_cell_with_two_partners_and_nothing_in_common(city):
    # Klubben and Skolan: partners Mimer and Polisen; Polisen acts in the cell itself, so it stands first to introduce them.
    # Fritids and Klubben: the same two. Skolan and Fritids are one group, and share partners but are no missing bridge.
    found = bridges(city)
    assert found.select("actor_a", "actor_b", "district", "theme", "partners", "partner_groups").rows() == [
        ("Fritids", "Klubben", "Bäckby", "skola", 2, 2),
        ("Klubben", "Skolan", "Bäckby", "skola", 2, 2),
    ]
    row = found.row(1, named=True)
    assert row["partners_in_common"] == ["Mimer", "Polisen"]
    assert row["introducers"] == ["Polisen", "Mimer"]
    assert (row["initiatives_a"], row["initiatives_b"]) == (["Lovskolan"], ["Läxhjälp"])
    assert not row["groups_meet"]


def test_partners_of_one_owner_group_are_noted_as_one(city):
    for row in city.rows["actors"]:
        if row["actor"] == "Polisen":
            row["owner"] = ["Mimer"]
    found = bridges(city)
    assert found["partner_groups"].to_list() == [1, 1]
    words = bridges_in_words(found, "en")
    assert words[0].startswith(
        "Pairs of actors who act in the same cell, share no initiative and have at least 2 partners in common: 2."
    )
    assert words[1] == "In 2 of 2 rows all partners in common belong to one owner group."


def test_groups_that_meet_by_way_of_others_are_noted(city):
    # Klubben and Fritids meet in Läger, so Klubben and Skolan belong to groups that meet.
    city.initiative("Läger").takes_part("Klubben", "Läger").takes_part("Fritids", "Läger")
    found = bridges(city)
    assert found.select("actor_a", "actor_b", "groups_meet").rows() == [("Klubben", "Skolan", True)]


@pytest.mark.parametrize("role", ["Member", "Funder"])
@pytest.mark.parametrize("certainty", ["Stated", "Planned"])
def test_any_initiative_in_common_is_no_missing_bridge(city, role, certainty):
    city.initiative("Samråd").takes_part("Klubben", "Samråd", role=role, certainty=certainty)
    city.takes_part("Skolan", "Samråd", certainty=certainty)
    assert pairs(city) == [("Fritids", "Klubben")]


def test_an_agreement_in_common_is_no_missing_bridge(city):
    city.add("agreements", agreement="a:1", label="Avtalet", parties=["Klubben", "Skolan"])
    assert pairs(city) == [("Fritids", "Klubben")]


def test_one_partner_is_not_enough_unless_asked_for(city):
    city.rows["participations"] = [row for row in city.rows["participations"] if row["initiative"] != "Nätet"]
    assert pairs(city) == []
    assert pairs(city, partners=1) == [("Fritids", "Klubben"), ("Klubben", "Skolan")]
    assert bridges_in_words(bridges(city))[0] == (
        "Inget par i samma ruta saknar gemensamt initiativ och har minst 2 gemensamma partner."
    )


def test_members_of_a_set_are_no_partners(city):
    for row in city.rows["initiatives"]:
        row["is_set"] = row["initiative"] == "Rådet"
    assert pairs(city) == [("Fritids", "Klubben")]


def test_collectives_and_what_is_only_planned_or_somewhere_near_make_no_bridge(city):
    for row in city.rows["actors"]:
        if row["actor"] == "Klubben":
            row["kind"] = "collective"
    assert pairs(city) == []


def test_an_actor_acts_where_its_own_participation_says(city):
    for row in city.rows["participations"]:
        if (row["actor"], row["initiative"]) == ("Klubben", "Lovskolan"):
            row["places"] = ["p:Råby"]
    assert pairs(city) == []
    assert pairs(city, by=["theme"]) == [("Fritids", "Klubben"), ("Klubben", "Skolan")]


def test_the_order_of_the_rows_changes_nothing(city):
    before = bridges(city).rows()
    for rows in city.rows.values():
        rows.reverse()
    assert bridges(city).rows() == before


def test_what_cannot_be_asked_is_refused(city):
    with pytest.raises(UsageError, match="'sector' is no dimension of bridges"):
        bridges(city, by=["sector"])
    with pytest.raises(UsageError, match="0 partners in common are none"):
        bridges(city, partners=0)
