from __future__ import annotations

from dataclasses import replace

import pytest
from tests.measures.links import CITY, graph

from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.measures import MEASURES, node_table, says_little, together, whole_table
from samverkansgraf.network import two_mode_of_pairs
from samverkansgraf.ties import Selection
from samverkansgraf.vocabulary import sg

CONTRACT = ["measure", "value", "low", "high", "reason"]


# Two sources, two initiatives, three actors; b in x rests on both sources.
SOURCED = graph(
    ("a", "x", "Stated", "s1"),
    ("a", "y", "Stated", "s2"),
    ("b", "x", "Stated", "s1", "s2"),
    ("c", "y", "Stated", "s2"),
)


def rows(table, *columns):
    """Return label (or measure) -> the cells of some columns."""
    return {
        row[0]: row[1:]
        for row in table.select(table.columns[1 if "id" in table.columns else 0], *columns).rows()
    }


@pytest.fixture
def any_size(monkeypatch):
    """Let every measure say something of the few actors here."""
    few = {name: replace(measure, fewest=0) for name, measure in MEASURES.items()}
    monkeypatch.setattr(together, "MEASURES", few)


@pytest.mark.usefixtures("any_size")
def test_values_come_with_the_least_and_greatest_over_certainties():
    # Stated only: stad 2/2, mimer 1/2. With stated in part: stad 2/2, mimer 2/2, ikea 1/2.
    # With planned there are three initiatives: stad 2/3, mimer 2/3, ikea 1/3.
    table = node_table(CITY, "degree")
    assert table.columns == ["id", "label", "kind", "measure", "value", "low", "high", "reason"]
    assert table.drop("reason").rows() == [
        ("urn:a:mimer", "MIMER", "actor", "degree", 1.0, 0.5, 1.0),
        ("urn:a:stad", "STAD", "actor", "degree", 1.0, 2 / 3, 1.0),
        ("urn:a:ikea", "IKEA", "actor", "degree", 0.5, 1 / 3, 0.5),
    ]


@pytest.mark.usefixtures("any_size")
def test_a_scenario_without_the_node_counts_for_neither_end_and_is_told():
    table = node_table(CITY, "degree")
    assert dict(table.select("label", "reason").iter_rows()) == {
        "MIMER": None,
        "STAD": None,
        "IKEA": "not in the network when only this counts: Stated",
    }
    assert (
        "inte i nätverket när bara detta räknas: Stated"
        in node_table(CITY, "degree", language="sv")["reason"]
    )


@pytest.mark.usefixtures("any_size")
def test_certainties_read_as_the_graphs_own_concepts_are_labelled():
    concepts = frame("concepts", [{"concept": sg("Stated"), "label_sv": "uppges", "label_en": "is stated"}])
    labelled = Frames.of(
        actors=CITY.actors,
        initiatives=CITY.initiatives,
        participations=CITY.participations,
        concepts=concepts,
    )
    assert (
        node_table(labelled, "degree")["reason"][2] == "not in the network when only this counts: is stated"
    )


def test_the_asked_certainties_are_always_one_of_the_scenarios():
    only_planned = Selection(certainty=(sg("Planned"),))
    table = node_table(CITY, "degree", selection=only_planned)
    # Only polis and z: 1/1. With all certainties polis has one of three initiatives.
    assert table.select("label", "value", "low", "high").rows() == [("POLIS", 1.0, 1 / 3, 1.0)]


@pytest.mark.usefixtures("any_size")
def test_an_undefined_value_is_null_comes_last_and_says_why():
    table = node_table(CITY, "redundancy")
    # mimer and stad share both x and y; ikea takes part in one only.
    assert table.select("label", "value").rows() == [("MIMER", 1.0), ("STAD", 1.0), ("IKEA", None)]
    assert table["reason"][2].startswith("has fewer than two neighbours in the network")
    # With stated only mimer has one neighbour: undefined there, and told.
    assert table["reason"][0] == "undefined when only this counts: Stated"
    assert table.row(2)[5:7] == (None, None)


def test_equal_values_stand_by_label_then_id():
    table = node_table(graph(("b", "x", "Stated"), ("a", "x", "Stated"), ("c", "x", "Stated")), "degree")
    assert table["label"].to_list() == ["A", "B", "C"]


def test_initiatives_have_a_table_too():
    table = node_table(CITY, "degree", of="initiatives")
    assert table.select("label", "kind", "value").rows() == [
        ("Y", "initiative", 1.0),
        ("X", "initiative", 2 / 3),
    ]


@pytest.mark.usefixtures("any_size")
def test_whole_measures_come_in_the_order_asked_with_range_and_reason():
    table = whole_table(CITY, ["components", "density_two_mode"])
    assert table.columns == ["measure", "value", "low", "high", "reason"]
    # Default: 3 actors, 2 initiatives, 5 edges, one part. Stated: 2, 2, 3 edges. With planned: 4, 3, 6, two parts.
    assert table.rows() == [
        ("components", 1.0, 1.0, 2.0, None),
        ("density_two_mode", 5 / 6, 6 / 12, 5 / 6, None),
    ]


def test_the_whole_table_has_every_whole_measure():
    names = [name for name, measure in MEASURES.items() if measure.level == "whole"]
    assert whole_table(CITY)["measure"].to_list() == names


@pytest.mark.parametrize("frames", [graph(), graph(in_bounds=["ensam"]), graph(("a", "x", "Stated"))])
def test_nothing_one_actor_or_no_tie_give_values_or_reasons(frames):
    for name, measure in MEASURES.items():
        tables = (
            [whole_table(frames, [name], uncertainty=True, draws=5)]
            if measure.level == "whole"
            else [node_table(frames, name, of=of, uncertainty=True, draws=5) for of in measure.sides]
        )
        for table in tables:
            for value, reason in table.select("value", "reason").iter_rows():
                assert value is not None or reason


def test_an_unknown_measure_is_refused_with_a_remedy():
    with pytest.raises(UsageError, match="did you mean 'closeness'"):
        node_table(CITY, "closenes")
    with pytest.raises(UsageError, match="'components' is not one of nodes; use one of degree"):
        node_table(CITY, "components")
    with pytest.raises(UsageError, match="'degree' is not one of the whole network"):
        whole_table(CITY, ["degree"])


def test_a_side_the_measure_does_not_have_is_refused():
    with pytest.raises(UsageError, match="'participation_coefficient' is one of actors, not of initiatives"):
        node_table(CITY, "participation_coefficient", of="initiatives")


def test_the_columns_of_the_contract_come_first_and_the_seed_last():
    nodes = node_table(SOURCED, "degree", uncertainty=True, seed=7)
    assert nodes.columns[:8] == ["id", "label", "kind", *CONTRACT]
    assert nodes.columns[-1] == "seed"
    assert nodes["seed"].to_list() == [7, 7, 7]
    assert whole_table(SOURCED, ["components"], uncertainty=True).columns[:5] == CONTRACT


def test_ranks_and_values_range_over_what_is_known_without_each_source():
    # Asked for: a 2/2, b 1/2, c 1/2: ranks 1, 2, 2. Without s1 a loses x, b keeps it by s2: all have 1/2.
    # Without s2 only x is left, with a and b: 1, 1; c is gone.
    table = node_table(SOURCED, "degree", uncertainty=True)
    assert rows(table, "rank", "source_low", "source_high", "source_rank_low", "source_rank_high") == {
        "A": (1, 0.5, 1.0, 1, 1),
        "B": (2, 0.5, 1.0, 1, 2),
        "C": (2, 0.5, 0.5, 1, 2),
    }
    assert "not in the network without the source “Source s2”" in rows(table, "reason")["C"][0]
    assert (
        "inte i nätverket utan källan ”Source s2”"
        in rows(node_table(SOURCED, "degree", uncertainty=True, language="sv"), "reason")["C"][0]
    )


def test_ranks_and_values_range_over_what_is_known_without_each_initiative():
    # Without x: a and c in y, 1 each. Without y: a and b in x, 1 each.
    table = node_table(SOURCED, "degree", uncertainty=True)
    columns = ("initiative_low", "initiative_high", "initiative_rank_low", "initiative_rank_high")
    assert rows(table, *columns) == {"A": (1.0, 1.0, 1, 1), "B": (0.5, 1.0, 1, 2), "C": (0.5, 1.0, 1, 2)}
    assert "without the initiative “X”" in rows(table, "reason")["B"][0]
    assert rows(table, "rank_low", "rank_high") == {"A": (1, 1), "B": (1, 2), "C": (1, 2)}


def test_the_source_that_moves_a_node_most_is_named():
    # a: s1 halves it, s2 changes nothing. b: both move it from rank 2 to 1, s2 the value too. c: s2 takes it away.
    table = node_table(SOURCED, "degree", uncertainty=True)
    assert rows(table, "most_moved_by", "most_moved_by_label") == {
        "A": ("urn:s:s1", "Source s1"),
        "B": ("urn:s:s2", "Source s2"),
        "C": ("urn:s:s2", "Source s2"),
    }


def test_an_initiative_is_not_told_that_it_is_missing_without_itself():
    table = node_table(SOURCED, "degree", of="initiatives", uncertainty=True)
    # x has a and b of three actors. Without y c is gone: 2/2. The interval would be one of what is drawn.
    assert rows(table, "initiative_low", "initiative_high", "boot_low") == {
        "X": (2 / 3, 1.0, None),
        "Y": (2 / 3, 1.0, None),
    }
    assert all("without the initiative" not in reason for reason in table["reason"])
    assert all("initiatives are themselves what is drawn" in reason for reason in table["reason"])


def test_without_sources_nothing_can_be_left_out_and_it_is_said():
    table = node_table(graph(("a", "x", "Stated"), ("b", "x", "Stated")), "degree", uncertainty=True)
    assert table.select("source_low", "source_high", "source_rank_low", "most_moved_by").row(0) == (None,) * 4
    assert "no source can be left out, since none is given" in table["reason"][0]


def test_one_source_for_all_leaves_no_range_and_is_told():
    table = node_table(
        graph(("a", "x", "Stated", "s"), ("b", "x", "Stated", "s")), "degree", uncertainty=True
    )
    assert table.select("source_low", "source_rank_high", "most_moved_by").row(0) == (None, None, "urn:s:s")
    assert "not in the network without the source “Source s”" in table["reason"][0]


def test_one_initiative_drawn_is_always_itself():
    table = node_table(graph(("a", "x", "Stated"), ("b", "x", "Stated")), "degree", uncertainty=True, draws=9)
    assert rows(table, "boot_low", "boot_high", "draws", "draws_with_value") == {
        "A": (1.0, 1.0, 9, 9),
        "B": (1.0, 1.0, 9, 9),
    }


def test_draws_without_an_actor_do_not_count_for_it():
    # y alone is drawn in one of four cases; then b, only in x, is not there.
    table = node_table(SOURCED, "degree", uncertainty=True, draws=400)
    assert rows(table, "boot_low", "boot_high")["B"] == (0.5, 1.0)
    assert 260 < rows(table, "draws_with_value")["B"][0] < 340
    assert rows(table, "draws_with_value")["A"] == (400,)


def test_the_same_seed_gives_the_same_table_and_another_another():
    frames = graph(
        *((f"a{n % 7}", f"x{n % 5}", "Stated", f"s{n % 3}") for n in range(35)), ("b", "x0", "Stated")
    )
    one = node_table(frames, "betweenness", uncertainty=True, draws=40)
    assert one.equals(node_table(frames, "betweenness", uncertainty=True, draws=40))
    other = node_table(frames, "betweenness", uncertainty=True, draws=40, seed=2)
    assert not one["boot_high"].equals(other["boot_high"])
    assert one.drop("boot_low", "boot_high", "draws_with_value", "seed", "reason").equals(
        other.drop("boot_low", "boot_high", "draws_with_value", "seed", "reason")
    )


def test_the_whole_network_has_the_same_uncertainty():
    # Edges 4 of 3·2. Without s1 3 of 3·2, without s2 2 of 2·1; without x or y 2 of 2·1.
    table = whole_table(SOURCED, ["density_two_mode"], uncertainty=True)
    columns = ("source_low", "source_high", "initiative_low", "initiative_high", "most_moved_by")
    assert rows(table, *columns)["density_two_mode"] == (0.5, 1.0, 2 / 3, 1.0, "urn:s:s2")


def test_a_value_beside_its_interval_is_told():
    # Three initiatives of one actor each: a draw with all three has density 1/3, and all others more.
    frames = graph(*((f"a{n}", f"x{n}", "Stated") for n in range(12)))
    table = whole_table(frames, ["density_two_mode"], uncertainty=True)
    assert table["boot_low"][0] > table["value"][0]
    assert "the value lies outside the bootstrap interval" in table["reason"][0]


def test_a_measure_that_copies_would_mislead_has_no_bootstrap(monkeypatch):
    monkeypatch.setattr(
        together,
        "MEASURES",
        {"components": replace(MEASURES["components"], uncertainty="no bootstrap", fewest=0)},
    )
    table = whole_table(SOURCED, ["components"], uncertainty=True)
    assert table.select("source_low", "boot_low", "draws").row(0) == (1.0, None, None)
    assert "an initiative drawn twice is a copy of itself" in table["reason"][0]


def test_a_measure_too_slow_for_many_worlds_has_its_scenarios_only(monkeypatch):
    called = []

    def slow(network, *, of):
        called.append(len(network))
        return MEASURES["degree"].function(network, of=of)

    measure = replace(MEASURES["degree"], function=slow, uncertainty="scenarios", fewest=0)
    monkeypatch.setattr(together, "MEASURES", {"degree": measure})
    table = node_table(SOURCED, "degree", uncertainty=True)
    assert called == [5]
    assert rows(table, "rank", "low", "rank_low", "source_low", "boot_low")["A"] == (1, 1.0, None, None, None)
    assert "takes too long to compute anew" in table["reason"][0]


def test_worlds_that_lack_the_same_are_measured_once(monkeypatch):
    called = []

    def counted(network, *, of):
        called.append(len(network))
        return MEASURES["degree"].function(network, of=of)

    measure = replace(MEASURES["degree"], function=counted, uncertainty="no bootstrap")
    monkeypatch.setattr(together, "MEASURES", {"degree": measure})
    # s1 and s2 both stand behind all of x alone, which leaves as x does; s3 behind y, s4 behind nothing alone.
    frames = graph(
        ("a", "x", "Stated", "s1"), ("a", "y", "Stated", "s3", "s4"), ("b", "y", "Stated", "s3", "s4")
    )
    node_table(frames, "degree", uncertainty=True)
    # The whole (4 nodes) twice, as asked for and without s3 or s4; without s1, as without x; without y.
    assert called == [4, 3, 4, 2]


def test_seeded_measures_are_given_the_seed_and_tell_it(monkeypatch):
    def chance(_network, *, seed):
        return float(seed)

    measure = replace(MEASURES["components"], function=chance, seeded=True)
    monkeypatch.setattr(together, "MEASURES", {"components": measure})
    table = whole_table(SOURCED, ["components"], seed=5)
    assert table.columns == [*CONTRACT, "seed"]
    assert table.select("value", "seed").row(0) == (5.0, 5)


def test_few_actors_give_the_number_and_the_caveat(monkeypatch):
    measure = replace(MEASURES["components"], fewest=12)
    monkeypatch.setattr(together, "MEASURES", {"components": measure})
    assert whole_table(SOURCED, ["components"]).select("value", "reason").row(0) == (
        1.0,
        "says little of so few actors: there are 3, at least 12 are needed",
    )
    assert whole_table(SOURCED, ["components"], language="sv")["reason"][0] == (
        "säger litet om så få aktörer: 3 finns, minst 12 behövs"
    )
    assert says_little(measure, two_mode_of_pairs([(f"a{n}", "x") for n in range(12)])) is None


def test_a_measure_that_refuses_a_network_is_undefined_in_its_own_words(monkeypatch):
    def refuses(_network):
        raise UsageError("projection: too many ties")

    monkeypatch.setattr(
        together, "MEASURES", {"components": replace(MEASURES["components"], function=refuses)}
    )
    table = whole_table(SOURCED, ["components"], uncertainty=True, draws=3)
    assert table.select("value", "boot_low").row(0) == (None, None)
    assert table["reason"][0].startswith("projection: too many ties")
