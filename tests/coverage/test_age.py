from __future__ import annotations

from samverkansgraf.coverage import age_of_knowledge
from samverkansgraf.frames import Frames
from samverkansgraf.project import Bounds

SOURCES = {
    "s:old": "2012",
    "s:new": "2024-05-01",
    "s:season": "2024-22",
    "s:undated": None,
    "s:words": "i fjol",
}


def told(city, *rows):
    """Give placements of one initiative, each with a source: (place, source, standing)."""
    city.initiative("i")
    for source, date in SOURCES.items():
        city.add("sources", source=source, date=date)
    for number, (place, source, standing) in enumerate(rows):
        city.placed("i", place, sources=(source,))
        city.add("evidence", evidence=f"e:{number}", about=f"l:{number}", source=source)
        city.add("standings", evidence=f"e:{number}", initiative="i", standing=standing)
    return city


def age(city, district="Bäckby"):
    found = age_of_knowledge(city.frames(), city.bounds).filter(district=district)
    return found.select(
        "sources", "independent_sources", "undated_sources", "oldest", "newest", "group_sources"
    ).row(0)


def test_the_finest_districts_stand_in_the_order_of_the_bounds_and_silence_is_no_date(city):
    found = age_of_knowledge(city.frames(), city.bounds)
    assert found["district"].to_list() == ["Bäckby", "Råby", "Skallberget"]
    assert age(city) == (0, 0, 0, None, None, 0)


def test_sources_are_counted_once_with_the_oldest_and_the_newest_date(city):
    # By its last possible day the summer of 2024 is newer than the first of May.
    told(
        city,
        ("p:Bäckby", "s:old", "ByAParty"),
        ("p:centrum", "s:new", "Independent"),
        ("p:Bäckby", "s:new", "ByAParty"),
        ("p:Bäckby", "s:season", "ByAParty"),
    )
    assert age(city) == (3, 1, 0, "2012", "2024-22", 0)


def test_a_source_without_a_date_makes_nothing_new_or_old(city):
    told(city, ("p:Bäckby", "s:undated", "ByAParty"), ("p:Bäckby", "s:words", "ByAParty"))
    assert age(city) == (2, 0, 2, None, None, 0)


def test_what_is_said_of_a_group_is_counted_apart(city):
    told(city, ("p:utsatta", "s:new", "Independent"), ("p:Råby", "s:old", "ByAParty"))
    assert age(city) == (0, 0, 0, None, None, 1)
    assert age(city, "Råby") == (1, 0, 0, "2012", "2012", 1)


def test_a_source_that_names_the_district_too_is_not_counted_as_one_of_its_group(city):
    told(city, ("p:utsatta", "s:new", "Independent"), ("p:Bäckby", "s:new", "ByAParty"))
    # What it says of the group is not written by a participant; what it says of Bäckby is.
    assert age(city) == (1, 0, 0, "2024-05-01", "2024-05-01", 0)


def test_a_larger_place_and_a_group_it_may_belong_to_say_nothing_of_a_district(city):
    told(city, ("p:Västerås", "s:new", "ByAParty"), ("p:kanske", "s:new", "ByAParty"))
    assert age(city, "Råby") == (0, 0, 0, None, None, 0)


def test_statements_indicators_and_a_participations_own_place_count_too(city):
    told(city)
    city.add("statements", statement="st:1", about="p:Bäckby", property="urn:p", value="1")
    city.add("evidence", evidence="e:a", about="st:1", source="s:old")
    city.add("indicators", observation="o:1", place="p:centrum", indicator="x", source="s:undated")
    city.takes_part("a", "i", places=["p:Bäckby"])
    city.add("evidence", evidence="e:b", about="d:0", source="s:new")
    city.add("standings", evidence="e:b", initiative="i", standing="Independent")
    assert age(city) == (3, 1, 1, "2012", "2024-05-01", 0)


def test_no_districts_no_rows():
    assert age_of_knowledge(Frames.of(), Bounds()).is_empty()
