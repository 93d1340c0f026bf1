from __future__ import annotations

from datetime import date
from itertools import combinations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf import ties
from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.ties import (
    Selection,
    actors_in_network,
    initiatives_in_network,
    pair_count_bound,
    selected_participations,
    tied_pairs,
    ties_within,
)
from samverkansgraf.vocabulary import TIE_MAKING_ROLES, sg


def participation(actor, initiative, *, role="Partner", certainty="Stated", name=None, **more):
    return {
        "participation": name or f"urn:p:{actor}-{initiative}",
        "actor": f"urn:a:{actor}",
        "initiative": f"urn:i:{initiative}",
        "role": sg(role),
        "makes_tie": role in TIE_MAKING_ROLES,
        "certainty": sg(certainty),
        **more,
    }


def actor(name, *, kind="organisation", **more):
    return {"actor": f"urn:a:{name}", "label": name, "kind": kind, **more}


def initiative(name, **more):
    return {"initiative": f"urn:i:{name}", "label": name, **more}


def graph(participations, actors=(), initiatives=()):
    return Frames.of(
        participations=frame("participations", participations),
        actors=frame("actors", actors),
        initiatives=frame("initiatives", initiatives),
    )


def names(frames, selection=None):
    chosen = selected_participations(frames, selection or Selection())
    return chosen["participation"].to_list()


def pairs_of(frames, selection=None):
    return tied_pairs(frames, selection or Selection()).select("actor_a", "actor_b").rows()


def test_only_tie_making_roles_stated_wholly_or_in_part_count_by_default():
    frames = graph(
        [
            participation("stad", "est", role="Lead"),
            participation("mimer", "est", role="Member", certainty="StatedInPart"),
            participation("ikea", "est", role="Funder"),
            participation("polis", "est", certainty="Planned"),
            participation("skola", "est", certainty="Inferred"),
        ]
    )
    assert names(frames) == ["urn:p:mimer-est", "urn:p:stad-est"]


def test_asked_roles_and_certainties_replace_the_default_ones():
    frames = graph(
        [
            participation("stad", "est", role="Lead"),
            participation("ikea", "est", role="Funder", certainty="Planned"),
        ]
    )
    asked = Selection(roles=(sg("Funder"),), certainty=(sg("Planned"),))
    assert names(frames, asked) == ["urn:p:ikea-est"]


def test_collectives_are_left_out_unless_asked_for_and_people_and_units_stay():
    frames = graph(
        [participation(name, "est") for name in ("boende", "chef", "nämnd", "stad")],
        [
            actor("boende", kind="collective", in_bounds=True),
            actor("chef", kind="person"),
            actor("nämnd", kind="unit"),
            actor("stad"),
        ],
    )
    without = actors_in_network(frames)["label"].to_list()
    assert without == ["chef", "nämnd", "stad"]
    assert actors_in_network(frames, Selection(collectives=True))["label"].to_list() == ["boende", *without]


def test_an_actor_in_bounds_is_in_the_network_without_any_participation():
    frames = graph(
        [participation("stad", "est")], [actor("stad"), actor("ensam", in_bounds=True), actor("utanför")]
    )
    assert actors_in_network(frames)["label"].to_list() == ["ensam", "stad"]


def test_an_initiative_that_only_a_funder_has_to_do_with_is_not_in_the_network():
    frames = graph(
        [participation("stad", "est"), participation("stad", "fond", role="Funder")],
        [actor("stad")],
        [initiative("est"), initiative("fond")],
    )
    assert initiatives_in_network(frames).rows() == [("urn:i:est", "est", False)]


def test_a_date_rules_out_only_what_surely_does_not_hold_then():
    frames = graph(
        [
            participation("undated", "i"),
            participation(
                "ended", "i", end="2018", end_earliest=date(2018, 1, 1), end_latest=date(2018, 12, 31)
            ),
            participation(
                "later", "i", start="2022", start_earliest=date(2022, 1, 1), start_latest=date(2022, 12, 31)
            ),
            participation(
                "perhaps", "i", end="202X", end_earliest=date(2020, 1, 1), end_latest=date(2029, 12, 31)
            ),
        ]
    )
    assert names(frames, Selection(at="2021-09")) == ["urn:p:perhaps-i", "urn:p:undated-i"]
    # 2018/2022 holds days on which each of them may hold.
    assert len(names(frames, Selection(at="2018/2022"))) == 4
    # An open interval ends nowhere, so what begins later may hold in it.
    assert "urn:p:later-i" in names(frames, Selection(at="2021/.."))


def test_a_participation_without_dates_has_those_of_its_initiative():
    frames = graph(
        [
            participation("follows", "i"),
            participation(
                "own", "i", end="2023", end_earliest=date(2023, 1, 1), end_latest=date(2023, 12, 31)
            ),
            participation("open", "i", end=".."),
        ],
        initiatives=[
            initiative("i", end="2019", end_earliest=date(2019, 1, 1), end_latest=date(2019, 12, 31))
        ],
    )
    assert names(frames, Selection(at="2021")) == ["urn:p:open-i", "urn:p:own-i"]


def test_a_date_that_is_none_is_refused():
    with pytest.raises(Exception, match="no EDTF date"):
        selected_participations(graph([participation("a", "i")]), Selection(at="våren"))


def test_units_count_as_their_top_organisation_when_asked():
    frames = graph(
        [participation("enhet", "est"), participation("mimer", "est")],
        [
            actor("enhet", kind="unit", part_of=["urn:a:förvaltning"]),
            actor("förvaltning", kind="unit", part_of=["urn:a:stad"]),
            actor("stad"),
            actor("mimer", owner=["urn:a:stad"]),
        ],
    )
    assert pairs_of(frames) == [("urn:a:enhet", "urn:a:mimer")]
    assert pairs_of(frames, Selection(units="top")) == [("urn:a:mimer", "urn:a:stad")]
    merged = Selection(owners="merged")
    assert pairs_of(frames, merged) == []
    rows = selected_participations(frames, merged).select("recorded_actor", "actor").rows()
    assert rows == [("urn:a:enhet", "urn:a:stad"), ("urn:a:mimer", "urn:a:stad")]


def test_a_unit_of_two_organisations_stands_as_itself():
    frames = graph(
        [participation("gemensam", "est")],
        [
            actor("gemensam", kind="unit", part_of=["urn:a:stad", "urn:a:region"]),
            actor("stad"),
            actor("region"),
        ],
    )
    top = selected_participations(frames, Selection(units="top"))
    assert top["actor"].to_list() == ["urn:a:gemensam"]


def test_two_ways_up_to_the_same_top_are_one():
    frames = graph(
        [participation("enhet", "est")],
        [
            actor("enhet", part_of=["urn:a:x", "urn:a:y"]),
            actor("x", part_of=["urn:a:stad"]),
            actor("y", part_of=["urn:a:stad"]),
            actor("stad"),
        ],
    )
    assert selected_participations(frames, Selection(units="top"))["actor"].to_list() == ["urn:a:stad"]


def test_a_circle_of_parts_leaves_actors_as_themselves():
    frames = graph(
        [participation("x", "est")], [actor("x", part_of=["urn:a:y"]), actor("y", part_of=["urn:a:x"])]
    )
    assert selected_participations(frames, Selection(units="top"))["actor"].to_list() == ["urn:a:x"]


def test_a_collective_is_nobodys_top_organisation():
    frames = graph(
        [participation("förening", "est")],
        [actor("förening", part_of=["urn:a:civilsamhället"]), actor("civilsamhället", kind="collective")],
    )
    assert selected_participations(frames, Selection(units="top"))["actor"].to_list() == ["urn:a:förening"]


def test_members_of_a_set_are_not_tied():
    frames = graph(
        [participation("stad", "grupper"), participation("mimer", "grupper")],
        initiatives=[initiative("grupper", is_set=True)],
    )
    assert pairs_of(frames) == []
    assert pair_count_bound(frames) == 0


def test_a_pair_lists_the_initiatives_and_participations_behind_it():
    # EST: stad (twice, from two sources), mimer. PLV: stad, mimer, ikea.
    frames = graph(
        [
            participation("stad", "est", name="urn:p:1"),
            participation("stad", "est", name="urn:p:2", role="Lead"),
            participation("mimer", "est", name="urn:p:3"),
            participation("stad", "plv", name="urn:p:4"),
            participation("mimer", "plv", name="urn:p:5"),
            participation("ikea", "plv", name="urn:p:6"),
        ]
    )
    assert pair_count_bound(frames) == 4  # 1 in EST, 3 in PLV; mimer and stad met twice
    assert tied_pairs(frames).rows() == [
        ("urn:a:ikea", "urn:a:mimer", ["urn:i:plv"], ["urn:p:5", "urn:p:6"]),
        ("urn:a:ikea", "urn:a:stad", ["urn:i:plv"], ["urn:p:4", "urn:p:6"]),
        (
            "urn:a:mimer",
            "urn:a:stad",
            ["urn:i:est", "urn:i:plv"],
            ["urn:p:1", "urn:p:2", "urn:p:3", "urn:p:4", "urn:p:5"],
        ),
    ]


def test_an_empty_graph_has_no_pairs():
    frames = graph([])
    assert tied_pairs(frames).schema == {
        "actor_a": pl.String(),
        "actor_b": pl.String(),
        "initiatives": pl.List(pl.String()),
        "participations": pl.List(pl.String()),
    }
    assert pair_count_bound(frames) == 0
    assert ties_within(frames, limit=0)


def test_too_many_meetings_are_refused_before_they_are_made():
    frames = graph([participation(str(number), "i") for number in range(10)])
    with pytest.raises(UsageError, match="45 meetings"):
        tied_pairs(frames, at_most=44)
    assert tied_pairs(frames, at_most=45).height == 45


def test_pairs_are_counted_once_however_often_they_meet(monkeypatch):
    # Three actors in each of twenty initiatives: 60 meetings, 3 pairs; counted in many portions.
    monkeypatch.setattr(ties, "_MEETINGS_AT_ONCE", 7)
    frames = graph([participation(who, str(number)) for who in "abc" for number in range(20)])
    assert pair_count_bound(frames) == 60
    assert ties_within(frames, limit=3)
    assert not ties_within(frames, limit=2)


def test_a_selection_of_bare_names_or_unknown_words_is_refused():
    with pytest.raises(UsageError, match="'Lead' is not an IRI"):
        Selection(roles=("Lead",))
    with pytest.raises(UsageError, match="units: 'both' is unknown"):
        Selection(units="both")


LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("1234")), max_size=25)


@given(LINKS, st.randoms(use_true_random=False))
def test_pairs_are_those_who_share_an_initiative_in_whatever_order_and_however_often_told(links, random):
    shuffled = links + links
    random.shuffle(shuffled)
    once = tied_pairs(graph([participation(*link) for link in sorted(set(links))]))
    assert tied_pairs(graph([participation(*link) for link in shuffled])).equals(once)
    inside = {}
    for who, where in links:
        inside.setdefault(where, set()).add(f"urn:a:{who}")
    expected = {pair for members in inside.values() for pair in combinations(sorted(members), 2)}
    assert once.select("actor_a", "actor_b").rows() == sorted(expected)
    assert len(expected) <= pair_count_bound(graph([participation(*link) for link in shuffled]))
