"""
What the network command makes of input at its edges.

One actor, no tie, one initiative with everybody, thousands in one initiative, doubles, an unknown sector and a date with
nothing in it: each gives a value, an undefined value with its reason, or one sentence. Never a traceback.
"""

from __future__ import annotations

import csv
import io
import resource
import sys
from math import isnan

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.cli import main
from samverkansgraf.cli.network_tables import BY_DISTRICT, TABLES, table_of
from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.measures import MEASURES
from samverkansgraf.network import two_mode
from samverkansgraf.ties import DEFAULT_SELECTION
from samverkansgraf.vocabulary import sg

HEADER = FILES["participations.csv"].splitlines()[0]
WHOLE = [name for name, measure in MEASURES.items() if measure.level == "whole"]
NODE = [(name, of) for name, measure in MEASURES.items() if measure.level == "node" for of in measure.sides]

#: What goes through the ties of 3,000 in one initiative so often that it would take hours is refused.
REFUSED = [
    "brokerage-two-mode", "communities", "community-ties", "community-runs", "ei-test", "ei-groups", "chance", "arcs",
]  # fmt: skip

THOUSANDS = 3_000
#: Memory that a measure may take beside what was there before, in MiB: its 4.5 million ties as numbers, several times.
MOST_MEMORY = 2_000


@pytest.fixture
def network(capfd):
    """Run the command and return its exit code, rows and words."""

    def run(*args, graph, lang="sv"):
        with pytest.raises(SystemExit) as stop:
            main(["--lang", lang, "-g", str(graph), "network", *map(str, args)])
        sys.stdout.flush()
        said = capfd.readouterr()
        assert "Traceback" not in said.err
        return stop.value.code, list(csv.DictReader(io.StringIO(said.out))), said.err

    return run


def project(folder, *said, **changes):
    """Write a project where (actor, initiative, role) take part."""
    lines = [
        HEADER,
        *(f"{actor},{initiative},{role},,bladet,par1,går tillsammans" for actor, initiative, role in said),
    ]
    return written(folder, participations__csv="\n".join(lines) + "\n", **changes)


@pytest.fixture(scope="module")
def edges(tmp_path_factory):
    """Return projects at the edges, by what they are."""
    folder = tmp_path_factory.mktemp("edges")
    everybody = [(actor, "vandring", "partner") for actor in ("staden", "Polisen", "Byskolan")]
    doubled = [*everybody, *everybody, ("Polisen", "vandring", "medverkande")]
    return {
        "nobody": project(folder / "nobody"),
        "one actor": project(folder / "one", ("staden", "vandring", "Lead")),
        "no tie": project(folder / "no-tie", ("staden", "vandring", "Lead"), ("Polisen", "rad", "partner")),
        "everybody in one": project(folder / "everybody", *everybody),
        "doubles": project(folder / "doubles", *doubled),
    }


KINDS = ["nobody", "one actor", "no tie", "everybody in one", "doubles"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_measure_of_the_whole_has_a_value_or_a_reason(network, edges, kind):
    code, rows, _ = network("--whole", "--draws", 20, graph=edges[kind])
    assert code == 0
    assert [row["measure"] for row in rows] == WHOLE
    assert [row["measure"] for row in rows if not row["value"] and not row["reason"]] == []


@pytest.mark.parametrize(("name", "of"), NODE)
def test_every_measure_of_nodes_has_values_or_reasons(network, edges, name, of):
    code, rows, _ = network("--measure", name, "--of", of, "--no-uncertainty", graph=edges["one actor"])
    assert code == 0
    assert rows
    assert all(row["value"] or row["reason"] for row in rows)


@pytest.mark.parametrize("kind", ["no tie", "everybody in one"])
@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_made(network, edges, kind, table):
    takes = TABLES[table].takes
    args = (
        ("--samples", 3)
        if "samples" in takes
        else ("--from", "2019", "--to", "2021")
        if "start" in takes
        else ()
    )
    assert network("--table", table, *args, graph=edges[kind])[0] == 0


@pytest.mark.parametrize("table", BY_DISTRICT)
def test_every_table_by_district_is_made_and_says_what_it_leaves_out(network, edges, table):
    for kind in ("nobody", "everybody in one"):
        code, _, words = network("--table", table, "--by", "district", "--samples", 3, graph=edges[kind])
        assert code == 0
        assert "Efter stadsdel" in words


def test_doubles_change_nothing(network, edges):
    for args in (("--whole", "--no-uncertainty"), ("--measure", "degree", "--no-uncertainty"), ("--pairs",)):
        assert network(*args, graph=edges["doubles"])[1] == network(*args, graph=edges["everybody in one"])[1]


def test_a_date_with_nothing_in_it_is_a_sentence_and_no_value_of_nothing(network, edges):
    code, rows, words = network("--whole", "--at", "1850", graph=edges["everybody in one"])
    assert code == 0
    assert "Inga deltaganden är valda" in words
    assert {row["measure"]: row["value"] for row in rows if row["value"]} == {"components": "0.0"}
    assert network("--table", "governance", "--at", "1850", graph=edges["everybody in one"])[1] == []


def test_an_unknown_sector_or_none_is_refused_when_it_is_read(network, tmp_path):
    wrong = project(tmp_path / "p", actors__csv=FILES["actors.csv"].replace(",polis,", ",polisk,"))
    code, rows, words = network("--whole", graph=wrong)
    assert (code, rows) == (2, [])
    assert words.startswith("Error: ")
    assert "actors.csv" in words
    assert "polisk" in words
    missing = project(tmp_path / "q", actors__csv=FILES["actors.csv"].replace(",polis,", ",,"))
    code, rows, words = network("--whole", graph=missing)
    assert (code, rows) == (2, [])
    assert "actors.csv row 4, column sector" in words


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--table", "core", "--by", "district"), "--by is for --table mixing, ei-test or ei-groups"),
        (("--whole", "--by", "sector"), "--by is for"),
        (("--table", "mixing", "--by", "theme"), "'theme' is not one of"),
        (("--table", "mixing", "--samples", "9"), "--samples is for"),
        (("--table", "mixing", "--by", "district", "--samples", "0"), "--samples"),
    ],
)
def test_bad_usage_of_by_is_one_sentence(network, edges, args, words):
    code, rows, said = network(*args, graph=edges["one actor"])
    assert (code, rows) == (2, [])
    assert said.startswith("Error: ")
    assert words in said


@pytest.fixture(scope="module")
def thousands():
    """Return a graph of 3,000 actors, every second one a lead, in one initiative: 4.5 million ties."""
    said = [
        {
            "participation": f"urn:p:{number}",
            "actor": f"urn:a:{number}",
            "initiative": "urn:i:stor",
            "role": sg("Lead" if number % 2 else "Partner"),
            "makes_tie": True,
            "certainty": sg("Stated"),
        }
        for number in range(THOUSANDS)
    ]
    actors = [
        {
            "actor": row["actor"],
            "label": row["actor"],
            "kind": "organisation",
            "sector": f"urn:s:{number % 3}",
        }
        for number, row in enumerate(said)
    ]
    return Frames.of(
        actors=frame("actors", actors),
        initiatives=frame("initiatives", [{"initiative": "urn:i:stor", "label": "Stor"}]),
        participations=frame("participations", said),
    )


def memory():
    """Return the most memory this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.slow
def test_thousands_in_one_initiative_are_measured_within_memory(thousands):
    network = two_mode(thousands)
    before = memory()
    said = {name: MEASURES[name].of_whole(network) for name in WHOLE}
    assert {name: said[name] for name in ("density", "fragmentation", "diameter", "degeneracy", "latapy")} == {
        "density": 1, "fragmentation": 0, "diameter": 1, "degeneracy": 1, "latapy": 1,
    }  # fmt: skip
    assert all(MEASURES[name].undefined["sv"] for name, value in said.items() if isnan(value))
    # One of the brokers' roles has them all counted, and is kept for the others.
    for name, of in NODE:
        values = MEASURES[name].of_nodes(network, of=of).values()
        assert all(MEASURES[name].undefined["sv"] for value in values if isnan(value))
    assert set(MEASURES["brokerage_liaison"].of_nodes(network).values()) == {0}
    assert memory() - before < MOST_MEMORY


@pytest.mark.parametrize("table", REFUSED)
def test_what_would_take_hours_with_thousands_in_one_initiative_is_refused_in_words(thousands, table):
    options = {"language": "en", "null": None, "by": None, "samples": None, "seed": 1}
    with pytest.raises(UsageError, match="fewer participations"):
        table_of(table, two_mode(thousands), thousands, DEFAULT_SELECTION, options)
