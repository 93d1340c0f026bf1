from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from tests.network.roles import city

from samverkansgraf.frames import Frames
from samverkansgraf.measures.governance import governance
from samverkansgraf.ties import Selection
from samverkansgraf.vocabulary import sg

#: The forms, in short.
LEAD, SHARED, NAO, UNTOLD = (
    "lead_organisation", "shared", "network_administrative_organisation", "cannot_be_told",
)  # fmt: skip


def roles(**said):
    """Make a graph where each actor has one role, or several with a space between, in initiative x."""
    return city(*((actor, "x", role) for actor, several in said.items() for role in several.split()))


def about(frames, *, of="x", **values):
    """Set columns of one initiative."""
    changed = [
        pl.when(pl.col("initiative") == of)
        .then(pl.lit(value, dtype=frames.initiatives.schema[name]) if not isinstance(value, list) else value)
        .otherwise(name)
        .alias(name)
        for name, value in values.items()
    ]
    return replace(frames, initiatives=frames.initiatives.with_columns(changed))


def certain(frames, actor, certainty):
    """Set the certainty of what is said of one actor."""
    rows = frames.participations.with_columns(
        certainty=pl.when(pl.col("actor") == actor).then(pl.lit(sg(certainty))).otherwise("certainty")
    )
    return replace(frames, participations=rows)


def told(frames, selection=None, **options):
    """Return the form of x and the reason for it."""
    table = governance(frames, selection or Selection(), **options).filter(initiative="x")
    return table["form"].item(), table["reason"].item()


def test_one_named_lead_of_three_is_a_lead_organisation():
    assert told(roles(rädda="Lead", mimer="Partner", stad="Involved")) == (
        LEAD, "RÄDDA is named as lead, and nobody else",
    )  # fmt: skip


def test_partners_only_are_shared_and_the_reason_says_that_no_lead_is_named_not_that_there_is_none():
    assert told(roles(a="Partner", b="Partner", c="Partner")) == (
        SHARED, "all 3 are named as carrying it together, nobody as lead",
    )  # fmt: skip
    assert told(roles(a="Lead", b="Lead", c="Lead Partner")) == (
        SHARED,
        "all who take part are named as leads",
    )


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (
            {"a": "Partner", "b": "Partner"},
            "only 2 organisations are known; the forms are of networks of 3 or more",
        ),
        ({"a": "Lead"}, "only one organisation is known; the forms are of networks of 3 or more"),
        (
            {"a": "Partner", "b": "Partner", "c": "Involved"},
            "nobody is named as lead, and the role of C is not said",
        ),
        (
            {"a": "Member", "b": "Host", "c": "Partner"},
            "nobody is named as lead, and the role of A and B does not say who governs",
        ),
        (
            {"a": "own", "b": "Partner", "c": "Partner"},
            "nobody is named as lead, and the role of A does not say who governs",
        ),
        (
            {"a": "Lead", "b": "Lead", "c": "Partner"},
            "A and B are named as leads together, but not all who take part",
        ),
        (
            dict.fromkeys("abcde", "Involved"),
            "nobody is named as lead, and the role of A, B and 3 more is not said",
        ),
    ],
)
def test_what_the_roles_do_not_say_cannot_be_told(said, reason):
    assert told(roles(**said)) == (UNTOLD, reason)


def test_funders_informants_and_target_groups_do_not_govern():
    assert (
        told(roles(a="Partner", b="Partner", c="Partner", d="Funder", e="TargetGroup", f="Informant"))[0]
        == SHARED
    )


def test_a_set_of_bodies_has_no_form_of_its_own():
    frames = about(roles(a="Lead", b="Partner", c="Partner"), is_set=True)
    assert told(frames) == (UNTOLD, "several bodies, each with its own governance")


def test_a_body_of_its_own_that_leads_is_a_network_administrative_organisation_of_the_others():
    frames = about(roles(body="Lead", a="Member", b="Member", c="Partner"), constitutes=["body"])
    assert told(frames) == (NAO, "named as lead: BODY, the initiative’s own body")
    table = governance(frames)
    assert (table["organisations"].item(), table["leads"].to_list()) == (3, [["BODY"]])
    few = about(roles(body="Lead", a="Member", b="Member"), constitutes=["body"])
    assert told(few)[1].startswith("only 2 organisations")
    both = about(roles(body="Lead", a="Lead", b="Member", c="Partner"), constitutes=["body"])
    assert told(both) == (UNTOLD, "named as leads: BODY, the initiative’s own body, and A as well")


def test_a_body_of_the_whole_that_leads_its_part_is_one_too():
    frames = city(
        *(("body", i, "Lead") for i in "x"), *((a, i, "Partner") for i in "xy" for a in "abc")
    )  # fmt: skip
    frames = about(about(frames, part_of=["y"]), of="y", constitutes=["body"], part_of=["x"])
    assert told(frames)[0] == NAO


def test_a_body_that_nobody_is_said_to_lead_is_one_only_if_it_is_said_to_coordinate():
    frames = about(roles(a="Member", b="Member", c="Partner"), constitutes=["body"])
    assert told(frames) == (
        UNTOLD, "the initiative has a body of its own, body, but who leads or coordinates is not said",
    )  # fmt: skip
    assert told(about(frames, activity_kinds=[sg("Coordinates")]))[0] == NAO
    assert told(about(roles(a="Lead", b="Member", c="Partner"), constitutes=["body"]))[0] == LEAD


def test_a_lead_in_some_part_and_a_partner_in_some_part_say_nothing_of_the_whole():
    led = certain(roles(a="Lead", b="Partner", c="Partner"), "a", "StatedInPart")
    assert told(led) == (UNTOLD, "named as lead in some part only: A")
    shared = certain(roles(a="Partner", b="Partner", c="Partner"), "a", "StatedInPart")
    assert told(shared)[0] == UNTOLD


def test_what_is_not_selected_is_not_known():
    frames = certain(roles(a="Lead", b="Partner", c="Partner", d="Partner"), "a", "Planned")
    assert told(frames)[0] == SHARED
    assert told(frames, Selection(certainty=(sg("Stated"), sg("Planned"))))[0] == LEAD
    assert told(frames, Selection(roles=(sg("Member"),)))[0] == SHARED  # roles are what is read


def test_a_unit_counts_as_its_organisation():
    frames = roles(stad="Lead", nämnd="Lead", a="Partner", b="Partner")
    parents = pl.when(pl.col("actor") == "nämnd").then(["stad"]).otherwise("part_of")
    frames = replace(frames, actors=frames.actors.with_columns(part_of=parents))
    assert told(frames) == (LEAD, "STAD is named as lead, and nobody else")


def test_a_collective_is_no_organisation_but_its_role_is_read():
    def with_collective(**said):
        frames = roles(**said)
        kinds = pl.when(pl.col("actor") == "boende").then(pl.lit("collective")).otherwise("kind")
        return replace(frames, actors=frames.actors.with_columns(kind=kinds))

    assert told(with_collective(a="Partner", b="Partner", boende="Partner"))[1].startswith("only 2")
    assert (
        told(with_collective(a="Partner", b="Partner", boende="Partner"), Selection(collectives=True))[0]
        == SHARED
    )
    assert told(with_collective(a="Partner", b="Partner", c="Partner", boende="Involved"))[0] == UNTOLD
    assert told(with_collective(a="Partner", b="Partner", c="Partner", boende="Lead"))[0] == LEAD


def test_the_table_counts_what_it_rests_on_and_speaks_both_languages():
    frames = roles(a="Lead", b="Partner", c="Member")
    proof = pl.Series([["s1"], ["s1", "s2"], []], dtype=pl.List(pl.String))
    frames = replace(
        frames, participations=frames.participations.with_columns(sources=proof, evidence=pl.Series([["e"], ["f"], []], dtype=pl.List(pl.String)))
    )  # fmt: skip
    row = governance(frames, language="sv").row(0, named=True)
    assert (row["sources"], row["evidence"]) == (2, 2)
    assert (row["leads"], row["partners"], row["others"]) == (["A"], ["B"], ["C"])
    assert (row["form_label"], row["reason"]) == ("ledande organisation", "A anges leda, ingen annan")
    assert governance(Frames.of()).columns == governance(frames).columns


def test_order_and_doubles_change_nothing():
    said = [(a, i, r) for i in "xyz" for a, r in (("a", "Lead"), ("b", "Partner"), ("c", "Host"))]
    assert governance(city(*reversed(said), *said)).equals(governance(city(*said)))
