"""What leaves, in a town worked by hand: see conftest."""

from __future__ import annotations

from dataclasses import fields

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.simulation.conftest import DAY, Town

import samverkansgraf as sg
from samverkansgraf.dates import end_bounds
from samverkansgraf.errors import UsageError
from samverkansgraf.measures.uncertainty.leave_one_out import leavings, reduction
from samverkansgraf.network import two_mode
from samverkansgraf.simulation import found_assumed, found_leaving, leaving, simulated
from samverkansgraf.simulation.assumed import with_assumed
from samverkansgraf.simulation.removal import without
from samverkansgraf.vocabulary import sg as term


def effects(found):
    return {
        label: set(several) for label, several in found.initiatives.select("label", "effects").iter_rows()
    }


def values(found):
    """Return the cells with another value: (district, theme) -> (before, after)."""
    changed = found.cells.filter(pl.col("value_before") != pl.col("value_after"))
    return {
        (district, theme): (before, after)
        for district, theme, before, after in changed.select(
            "district", "theme", "value_before", "value_after"
        ).iter_rows()
    }


def measured(found):
    return {name: (before, after) for name, before, after in found.network.iter_rows()}


def test_an_actor_that_leads_and_shares(town):
    found = town.without("Skolan")
    # Läxhjälp keeps Biblioteket, alone and without a lead; Rådet keeps two of three.
    assert effects(found) == {"Läxhjälp": {"one_actor", "no_lead"}, "Rådet": set()}
    assert found.initiatives.filter(pl.col("label") == "Läxhjälp")["only_actor"].item() == "Biblioteket"
    # Its only tie to the others was Skolan: of Biblioteket, Föräldrarna, Polisen all 3 pairs reached each other, now 1.
    assert measured(found)["reaching_pairs"] == (3, 1)
    assert measured(found)["pairs_apart"] == (0, 2)
    loose = dict(found.actors.select("label", "effect").drop_nulls().iter_rows())
    assert loose == {"Skolan": "leaves", "Biblioteket": "cut_off"}
    # Somebody is left in both, so the cells stay.
    assert values(found) == {}
    assert found.closed == ()


def test_the_only_actor_of_an_initiative(town):
    found = town.without("Föräldrarna")
    assert effects(found)["Nattvandring"] == {"no_actor"}
    assert found.closed == ("Nattvandring",)
    assert values(found) == {("Råby", "trygghet"): ("covered", "not_searched")}
    # trygghet alone, wherever: Nattvandring was the only one of it.
    themes = found.dimensions["theme"].filter(pl.col("theme") == "trygghet")
    assert themes["value_after"].to_list() == ["not_searched"]
    kept = town.without("Föräldrarna", keep_empty=True)
    assert effects(kept) == effects(found)
    assert values(kept) == {}


def test_a_planned_actor_keeps_an_initiative_planned(town):
    # Not counted as left empty; the coverage itself then calls it planned, which covers nothing.
    town.takes_part("Idrottsklubben", "Nattvandring", certainty="Planned", sources=("s:plan",))
    found = town.without("Föräldrarna")
    assert found.closed == ()
    assert values(found) == {("Råby", "trygghet"): ("covered", "not_searched")}


def test_a_sector_takes_the_narrower_ones_along(town):
    # Police is narrower than state agency, which Skolan is of: Rådet keeps Föräldrarna, Läxhjälp Biblioteket.
    found = town.without("sector:StateAgency")
    assert effects(found) == {"Läxhjälp": {"one_actor", "no_lead"}, "Rådet": {"one_actor"}}
    assert {
        label for label, effect in found.actors.select("label", "effect").iter_rows() if effect == "leaves"
    } == {
        "Skolan",
        "Polisen",
    }
    assert effects(town.without("polis")) == {"Rådet": set()}  # by its label


def test_a_funder_that_stops_paying_ends_nothing(town):
    found = town.without("funder:Fonden")
    assert effects(found) == {"Läxhjälp": {"no_funder"}}
    assert found.cells.is_empty()
    assert found.actors.is_empty()
    town.takes_part("Skolan", "Läxhjälp", role="Funder")
    assert effects(town.without("funder:Fonden")) == {"Läxhjälp": set()}  # another one is left
    assert effects(town.without("funder:Skolan")) == {"Läxhjälp": set()}  # it leads on


def test_a_source_takes_what_nothing_else_supports(town):
    found = town.without("source:Tidning")
    assert effects(found) == {"Nattvandring": {"gone"}}
    assert values(found) == {("Råby", "trygghet"): ("covered", "not_searched")}
    assert measured(found)["initiatives"] == (3, 2)
    # A second source of everything, and nothing hangs on the first.
    for table in ("initiatives", "participations", "placements"):
        for row in town.rows[table]:
            if row["sources"] == ["s:tidning"]:
                row["sources"] = ["s:protokoll", "s:tidning"]
    again = town.without("source:Tidning")
    assert effects(again) == {}
    assert values(again) == {}


def test_a_source_with_the_evidence_of_a_placement_only(town):
    town.rows["placements"][1]["sources"] = ["s:karta"]
    found = town.without("source:Karta")
    assert effects(found) == {}
    assert values(found) == {("Råby", "trygghet"): ("covered", "not_searched")}
    assert found.dimensions["theme"].filter(pl.col("value_before") != pl.col("value_after")).is_empty()


def test_an_initiative_that_only_others_still_name_loses_what_its_own_rows_said(town):
    # s:skola says what Läxhjälp is about and where it is; s:bibliotek that Biblioteket is its host.
    found = town.without("source:Skola")
    assert effects(found)["Läxhjälp"] == {"one_actor", "no_lead"}
    assert values(found) == {("Bäckby", "skola"): ("covered", "not_searched")}


def test_a_struck_source_takes_no_actor_away(town):
    # The participation has a source of its own; that the initiative is, and where, still stands.
    town.rows["participations"][3]["sources"] = ["s:närvarolista"]
    found = town.without("source:Närvarolista")
    assert effects(found)["Nattvandring"] == {"no_actor"}
    assert found.closed == ()
    assert values(found) == {}


def test_a_source_that_was_searched_answers_nothing_any_more(town):
    town.add("sources", source="s:register", title="Registret")
    town.rows["searches"][0]["sources"] = ["s:register"]
    assert values(town.without("source:Registret")) == {
        ("Skallberget", "skola"): ("none_found", "not_searched")
    }


def test_a_value_that_only_the_struck_source_gives_goes(town):
    end = "2020"
    town.rows["initiatives"][0] |= {"end": end, "end_earliest": end_bounds(end).earliest, "end_latest": end_bounds(end).latest}  # fmt: skip
    town.rows["initiatives"][0]["sources"] = ["s:skola", "s:blogg"]
    town.add("values", about="Läxhjälp", property=term("end"), value="2020", source="s:blogg")
    # It had ended by the day, says the blog; without it no end is known, and the cell is covered.
    assert values(town.without("source:Blogg")) == {("Bäckby", "skola"): ("not_searched", "covered")}


def test_an_initiative_that_ends(town):
    found = town.without("initiative:Rådet")
    assert effects(found) == {"Rådet": {"gone"}}
    gone = dict(found.actors.select("label", "effect").drop_nulls().iter_rows())
    assert gone["Polisen"] == "not_in_network"
    assert [row[2:] for row in found.ties.drop("actor_a", "actor_b").iter_rows()] == [(1, 0)] * 3


def test_what_is_over_has_nothing_to_lose(town):
    town.rows["initiatives"][1] |= {"end": "2020", "end_latest": end_bounds("2020").latest}
    assert "Nattvandring" not in effects(town.without("Föräldrarna"))
    assert "Nattvandring" in effects(town.without("Föräldrarna", at=None))


def test_agreements_lose_parties_and_initiatives_agreements(town):
    town.add(
        "agreements",
        agreement="g:1",
        label="Avtalet",
        parties=["Skolan", "Polisen"],
        governs=["Rådet"],
        sources=["s:1"],
    )
    found = town.without("Polisen")
    assert found.agreements.rows() == [("g:1", "Avtalet", 2, 1)]
    ended = town.without("Avtalet")
    assert effects(ended) == {"Rådet": {"no_agreement"}}
    assert ended.agreements.rows() == [("g:1", "Avtalet", 2, None)]


def test_units_leave_only_when_asked_for(town):
    town.add("actors", actor="Elevrådet", label="Elevrådet", part_of=["Skolan"])
    town.takes_part("Elevrådet", "Läxhjälp")
    assert effects(town.without("Skolan")) == {"Läxhjälp": {"no_lead"}, "Rådet": set()}
    assert effects(town.without("Skolan", units=True))["Läxhjälp"] == {"one_actor", "no_lead"}


def test_several_at_once(town):
    found = town.without("Skolan", "Biblioteket")
    assert found.closed == ("Läxhjälp",)
    assert values(found) == {("Bäckby", "skola"): ("covered", "not_searched")}


def test_the_table_of_all_changes(town):
    rows = town.without("Föräldrarna").changes.select("kind", "label", "what", "before", "after").rows()
    assert ("initiative", "Nattvandring", "actors", "1", "0") in rows
    assert ("cell", "Råby × trygghet", "value", "covered", "not_searched") in rows
    assert not any(
        row[0] == "cell" and row[2] != "value" for row in rows
    )  # its counts would count other things
    assert ("actor", "Föräldrarna", "initiatives", "2", "–") in rows


def test_what_starts(town):
    frames = town.frames()
    one = found_assumed(
        frames, "Fritidsgård", actors=["Polisen", "Biblioteket"], districts=["Skallberget"], themes=["skola"]
    )
    found = simulated(frames, town.bounds, assumed=[one], at=DAY, language="sv")
    assert found.initiatives["label"].to_list() == ["Fritidsgård (antagande)"]
    assert values(found) == {("Skallberget", "skola"): ("none_found", "covered")}
    # Biblioteket, Skolan, Föräldrarna, Polisen already reach each other; one tie is new.
    assert found.ties.select("label_a", "label_b", "shared_before", "shared_after").rows() == [
        ("Biblioteket", "Polisen", 0, 1)
    ]
    assert measured(found)["pairs_apart"] == (0, 0)
    cell = found.cells.row(0, named=True)
    assert (cell["initiatives_after"], cell["actors_after"], cell["sources_after"]) == (1, 2, 1)


def test_a_recorded_initiative_that_gets_more(town):
    frames = town.frames()
    one = found_assumed(frames, "Nattvandring", actors=["Polisen"], themes=["skola"])
    found = simulated(frames, town.bounds, assumed=[one], at=DAY)
    assert values(found) == {("Råby", "skola"): ("not_searched", "covered")}
    assert found.initiatives.select("label", "actors_before", "actors_after").rows() == [
        ("Nattvandring", 1, 2)
    ]


def test_leaving_and_starting_together(town):
    frames = town.frames()
    one = found_assumed(frames, "Nattvandring", actors=["Polisen"])
    found = simulated(
        frames, town.bounds, leaving=[found_leaving(frames, "Föräldrarna")], assumed=[one], at=DAY
    )
    assert found.closed == ()  # somebody else took over
    assert values(found) == {}
    with pytest.raises(UsageError, match="Polisen is to leave and to join"):
        simulated(frames, town.bounds, leaving=[found_leaving(frames, "Polisen")], assumed=[one])


def test_names_are_told_apart(town):
    frames = town.add("actors", actor="urn:x", label="polis").frames()
    with pytest.raises(UsageError, match="'polis' is a sector and urn:x; write sector:polis"):
        found_leaving(frames, "polis")
    assert found_leaving(frames, "sector:polis").kind == "sector"
    assert found_leaving(frames, "urn:x").kind == "actor"
    with pytest.raises(UsageError, match="did you mean 'Skolan'"):
        found_leaving(frames, "Skolann")


def test_names_assumed_are_all_checked_at_once(town):
    with pytest.raises(
        UsageError, match=r"(?s)'Skolann'.*did you mean 'Skolan'.*'Backby'.*did you mean 'Bäckby'"
    ):
        found_assumed(town.frames(), "X", actors=["Skolann"], districts=["Backby"])
    with pytest.raises(UsageError, match="name at least one"):
        found_assumed(town.frames(), "X", actors=[])


def test_removing_nothing_changes_nothing(town):
    found = simulated(town.frames(), town.bounds, at=DAY)
    assert found.changes.is_empty()
    assert found.network["before"].equals(found.network["after"])


KINDS = ("actor", "sector", "funder", "source", "initiative")


def several(frames):
    """Return all that may leave."""
    return [
        *(leaving(frames, kind, one) for kind in ("actor", "funder") for one in frames.actors["actor"]),
        *(leaving(frames, "source", one) for one in frames.sources["source"]),
        *(leaving(frames, "initiative", one) for one in frames.initiatives["initiative"]),
        leaving(frames, "sector", term("CivilSociety")),
    ]


def same(one, other):
    return all(getattr(one, f.name).equals(getattr(other, f.name)) for f in fields(one))


def test_what_has_left_can_leave_no_further(town):
    frames = town.frames()
    for one in several(frames):
        once = without(frames, [one])
        assert same(once, without(once, [one])), one


def test_in_which_order_they_leave_makes_no_difference(town):
    frames = town.frames()
    for one in several(frames):
        for other in several(frames):
            assert same(without(frames, [one, other]), without(frames, [other, one])), (one, other)


def test_the_network_without_a_source_is_that_of_leaving_it_out():
    # Västerås, each source: the participations that nothing else supports leave; see measures.uncertainty.
    frames = sg.open("data/vasteras").frames
    whole = reduction(frames, two_mode(frames))
    struck = [one for one in leavings(frames) if one.kind == "source"]
    assert struck
    for one in struck:
        expected = whole.without(one.dropped)
        assert set(two_mode(without(frames, [leaving(frames, "source", one.left)])).edges) == set(
            expected.edges
        )


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(("p:Bäckby", "p:Råby", "p:utsatta", "p:kanske")), st.sampled_from(("t:skola", "t:brott"))), max_size=3), st.sampled_from(("p:Råby", "p:Skallberget", "p:kanske")), st.sampled_from(("t:skola", "t:trygghet")))  # fmt: skip
def test_what_starts_never_makes_covered_less(placed, place, theme):
    town = Town()
    for number, (actor, where, about) in enumerate(placed):
        town.initiative(f"i{number}", about, place=where).takes_part(actor, f"i{number}")
    town.takes_part("c", "i0") if placed else town.add("actors", actor="c", label="c")
    frames = town.frames()
    one = found_assumed(frames, "i0" if placed else "ny", actors=["c"], districts=[place], themes=[theme])
    found = simulated(frames, town.bounds, assumed=[one], at=DAY)
    assert not [pair for pair in values(found).values() if pair[0] == "covered"]
    lost = {
        name: (before, after) for name, before, after in found.network.iter_rows() if name == "reaching_pairs"
    }
    assert all(after >= before for before, after in lost.values())


def test_nothing_assumed_is_in_the_graph_afterwards(town):
    frames = town.frames()
    one = found_assumed(frames, "Fritidsgård", actors=["Polisen"])
    with_assumed(frames, [one])
    assert same(frames, town.frames())


def test_an_empty_graph_and_one_initiative_with_everybody():
    nothing = Town().frames()
    assert simulated(nothing, Town().bounds, at=DAY).changes.is_empty()
    town = Town().initiative("Mässan", "t:skola", place="p:Bäckby")
    town.rows["actors"] = [
        {"actor": f"a{number}", "label": f"a{number}", "sector": term("Business")} for number in range(3000)
    ]
    town.rows["participations"] = [
        {
            "participation": f"d:{number}", "actor": f"a{number}", "initiative": "Mässan", "role": term("Member"),
            "makes_tie": True, "certainty": term("Stated"), "sources": ["s:1"],
        }
        for number in range(3000)
    ]  # fmt: skip
    found = town.without("a7")
    assert found.ties is None  # 4.5 million of them are not listed
    assert measured(found)["reaching_pairs"] == (2999 * 2998 // 2,) * 2
    assert effects(found) == {"Mässan": set()}
