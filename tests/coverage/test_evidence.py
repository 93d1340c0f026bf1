"""The rows behind a cell."""

import pytest

from samverkansgraf.coverage import cell_evidence
from samverkansgraf.errors import UsageError
from samverkansgraf.vocabulary import sg


def evidence(city, **asked):
    return cell_evidence(city.frames(), city.bounds, **asked)


def whys(city, **asked):
    return evidence(city, **asked).select("initiative", "why").rows()


def test_each_row_says_why_it_counts_the_firmest_first(city):
    city.initiative("Slut", "t:trygghet", place="p:Bäckby", end="2010")
    city.initiative("Delmos", "t:trygghet", place="p:Bäckby", status="StatusPlanned")
    city.initiative("Sen", "t:trygghet", place="p:Bäckby", start="2030")
    city.initiative("Stor", "t:trygghet", place="p:Västerås")
    city.initiative("Några", "t:trygghet").placed("Några", "p:Bäckby", certainty="StatedInPart")
    city.initiative("Troligen", "t:trygghet").placed("Troligen", "p:Bäckby", certainty="Inferred")
    city.initiative("EST", "t:brott", place="p:Bäckby").initiative("Annat", "t:skola", place="p:Bäckby")
    city.search("p:Bäckby", "t:trygghet", sources=["s:7"], complete=True)
    assert whys(city, district="Bäckby", theme="trygghet", at="2020") == [
        ("EST", "stated"), ("Några", "in_part"), ("Troligen", "inferred"), ("Stor", "larger_place"),
        ("Sen", "not_begun"), ("Delmos", "planned"), ("Slut", "ended"), (None, "search"),
    ]  # fmt: skip
    last = evidence(city, district="Bäckby", theme="trygghet").row(-1, named=True)
    assert (last["source"], last["date"], last["outcome"], last["complete"]) == (
        "s:7",
        "2021",
        sg("Nothing"),
        True,
    )


def test_phrase_speaker_and_standing_come_along_and_a_source_without_phrase_is_shown(city):
    city.initiative("EST", "t:trygghet").placed("EST", "p:kanske", sources=("s:1", "s:2"))
    city.add(
        "evidence", evidence="e:1", about="l:0", source="s:1", where="par4", quote="på Råby", speaker="Mimer"
    )
    city.add("standings", evidence="e:1", initiative="EST", standing="ByAParty")
    rows = evidence(city, district="p:Råby", theme="t:trygghet")
    columns = ("why", "place", "certainty", "source", "where", "quote", "speaker", "standing", "about")
    assert rows.select(columns).rows() == [
        (
            "possible_member",
            "p:kanske",
            sg("Stated"),
            "s:1",
            "par4",
            "på Råby",
            "Mimer",
            sg("ByAParty"),
            "l:0",
        ),
        ("possible_member", "p:kanske", sg("Stated"), "s:2", None, None, None, None, "l:0"),
    ]


def test_in_a_sector_cell_participations_and_their_placements_are_shown(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").placed("EST", "p:Råby")
    city.takes_part("Polisen", "EST", sector="Police").takes_part("Rädda Barnen", "EST")
    rows = evidence(city, district="Bäckby", theme="trygghet", sector="polis")
    assert rows.select("about", "why", "actor").rows() == [
        ("l:0", "stated", None),
        ("d:0", "actor_place_unknown", "Polisen"),
    ]


def test_an_actors_own_place_is_shown_with_its_participation(city):
    city.initiative("EST", "t:trygghet", place="p:Råby")
    city.takes_part("Polisen", "EST", sector="Police", places=["p:Bäckby"])
    rows = evidence(city, district="Bäckby", sector="polis")
    assert rows.select("about", "why", "place").rows() == [("d:0", "stated", "p:Bäckby")]


def test_a_place_that_contains_districts_means_all_of_them(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").initiative("Lugnt", "t:trygghet", place="p:Råby")
    assert whys(city, district="Västerås") == [("EST", "stated"), ("Lugnt", "stated")]


def test_a_theme_alone_shows_the_initiatives_own_evidence(city):
    city.initiative("EST", "t:trygghet")
    assert evidence(city, theme="trygghet").select("about", "source").rows() == [("EST", "s:1")]


def test_a_participation_without_places_and_a_search_without_sources_are_there_as_frames_have_them(city):
    # A graph gives an empty list where a row made by hand gives none.
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    city.takes_part("Polisen", "EST", sector="Police", places=[], themes=[])
    city.takes_part("unga", "EST", role="TargetGroup", places=[], themes=[])
    city.search("p:Bäckby", "t:trygghet", sources=[])
    rows = evidence(city, district="Bäckby", sector="polis", theme="trygghet")
    assert sorted(rows.select("why", "actor").rows(), key=str) == [
        ("search", None),
        ("stated", "Polisen"),
        ("stated", None),
    ]
    rows = evidence(city, district="Bäckby", target_group="unga")
    assert "unga" in rows["actor"].to_list()


def test_a_name_out_of_bounds_is_refused_with_a_remedy(city):
    with pytest.raises(UsageError, match="did you mean 'Bäckby'"):
        evidence(city, district="Backby")
    with pytest.raises(UsageError, match="no dimension"):
        evidence(city)
