from __future__ import annotations

from datetime import date

from samverkansgraf.frames import Frames, frame
from samverkansgraf.measures import ranking_withheld
from samverkansgraf.vocabulary import sg

ACTORS = frame(
    "actors",
    [
        {"actor": "stad", "label": "Västerås stad", "kind": "organisation"},
        {"actor": "förvaltning", "label": "Förvaltningen", "kind": "unit", "part_of": ["stad"]},
        {"actor": "mimer", "label": "Mimer", "kind": "organisation", "owner": ["stad"]},
        {"actor": "polis", "label": "Polisen", "kind": "organisation"},
        {"actor": "vd", "label": "Mimers vd", "kind": "person"},
    ],
)


def graph(*links, sources, positions=()):
    """Make a graph of (actor, initiative, sources)."""
    return Frames.of(
        actors=ACTORS,
        sources=frame("sources", sources),
        positions=frame("positions", positions),
        participations=frame(
            "participations",
            [
                {
                    "participation": f"p{number}",
                    "actor": actor,
                    "initiative": initiative,
                    "role": sg("Partner"),
                    "makes_tie": True,
                    "certainty": sg("Stated"),
                    "sources": named,
                }
                for number, (actor, initiative, named) in enumerate(links)
            ],
        ),
    )


PRESS = {"source": "press", "creators": ["reporter"], "publishers": ["stad"]}


def test_with_one_source_nobody_is_ranked():
    withheld = ranking_withheld(graph(("stad", "x", ["press"]), ("polis", "x", ["press"]), sources=[PRESS]))
    assert list(withheld) == ["polis", "stad"]
    assert set(withheld.values()) == {"all that is known of the network comes from one source"}


def test_without_any_source_nobody_is_ranked():
    for nothing in (None, []):
        withheld = ranking_withheld(graph(("stad", "x", nothing), sources=[]), language="sv")
        assert withheld == {"stad": "ingen källa är angiven för nätverket"}


def test_who_wrote_most_of_what_is_known_of_it_is_not_ranked():
    # Of stad's three initiatives two rest on its own report only; z has another source too. Of polis's two
    # one does: half is not more than half.
    own = {"source": "own", "creators": ["stad"]}
    theirs = {"source": "theirs", "creators": ["polis"]}
    frames = graph(
        ("stad", "x", ["own"]),
        ("stad", "y", ["own"]),
        ("stad", "z", ["own"]),
        ("stad", "z", ["press"]),
        ("polis", "x", ["press"]),
        ("polis", "y", ["theirs"]),
        sources=[PRESS, own, theirs],
    )
    assert list(ranking_withheld(frames)) == ["stad"]


def test_units_owned_bodies_and_people_with_positions_write_for_their_organisation():
    by_vd = {"source": "by-vd", "creators": ["vd"], "date": "2021-10"}
    position = {"position": "pos", "person": "vd", "organisation": "mimer"}
    links = [
        ("stad", "x", ["by-vd"]),
        ("mimer", "x", ["by-vd"]),
        ("polis", "x", ["by-vd"]),
        ("polis", "y", ["press"]),
    ]
    links += [("förvaltning", "x", ["by-vd"])]
    # The unit is neither above nor below Mimer, which its city owns.
    frames = graph(*links, sources=[PRESS, by_vd], positions=[position])
    assert list(ranking_withheld(frames)) == ["mimer", "stad"]
    left = {**position, "end": "2020", "end_earliest": date(2020, 1, 1), "end_latest": date(2020, 12, 31)}
    assert ranking_withheld(graph(*links, sources=[PRESS, by_vd], positions=[left])) == {}


def test_a_publisher_counts_only_where_nobody_is_named_as_author():
    unsigned = {"source": "unsigned", "publishers": ["stad"]}
    frames = graph(("stad", "x", ["unsigned"]), ("polis", "x", ["press"]), sources=[PRESS, unsigned])
    assert list(ranking_withheld(frames)) == ["stad"]
    # PRESS has an author; that the city published it does not make it the city's.
    frames = graph(("stad", "x", ["press"]), ("polis", "x", ["unsigned"]), sources=[PRESS, unsigned])
    assert ranking_withheld(frames) == {}


def test_both_reasons_are_given_where_both_hold():
    own = {"source": "own", "creators": ["stad"]}
    reason = ranking_withheld(graph(("stad", "x", ["own"]), sources=[own]))["stad"]
    assert "one source" in reason
    assert "more than half" in reason


def test_an_unsourced_statement_makes_nothing_its_own():
    own = {"source": "own", "creators": ["stad"]}
    links = [("polis", "x", ["press"]), ("polis", "y", ["own"]), ("stad", "x", None)]
    assert ranking_withheld(graph(*links, sources=[PRESS, own])) == {}
    # Beside a source of its own an unsourced statement changes nothing.
    frames = graph(*links, ("stad", "x", ["own"]), sources=[PRESS, own])
    assert list(ranking_withheld(frames)) == ["stad"]


def test_nothing_withholds_nothing():
    assert ranking_withheld(Frames.of()) == {}


def test_what_has_no_source_counts_among_all_that_an_actor_is_in():
    # One initiative of three rests on a source of its own; the other two on none, as a graph holds them: no source at all.
    own = {"source": "own", "creators": ["stad"]}
    links = [("stad", "x", ["own"]), ("stad", "y", []), ("stad", "z", []), ("polis", "x", ["press"])]
    assert ranking_withheld(graph(*links, sources=[PRESS, own])) == {}
