"""``simulate`` as a person types it, on the bundled Västerås."""

from __future__ import annotations

import json

import pytest
from tests.cli.test_commands import failed, rows
from tests.cli.typed import samverkansgraf

DAY = ("--as-of", "2026-11-29")


def test_an_actor_that_leaves():
    done = samverkansgraf("simulate", "--without", "Mimer", *DAY, "--format", "csv")
    table = rows(done)
    assert list(table[0]) == ["kind", "id", "label", "what", "before", "after"]
    (hanging,) = [row for row in table if row["label"] == "Boinflytandet hos Mimer"]
    assert (hanging["what"], hanging["before"], hanging["after"]) == ("actors", "2", "1")
    assert "Antagande: Bostads AB Mimer lämnar. Inget av det sparas." in done.stderr
    assert "ett initiativ kan ha fler aktörer än de registrerade" in done.stderr


def test_in_english_and_as_another_table():
    done = samverkansgraf(
        "--lang", "en", "simulate", "--without", "source:Debatt: Det finns sedan länge bra och fungerande samverkan", *DAY,
        "--table", "cells", "--format", "json",
    )  # fmt: skip
    cells = {
        (row["district"], row["theme"]): (row["value_before"], row["value_after"])
        for row in json.loads(done.stdout)
    }
    assert [value for value in cells.values() if value[0] == "covered" and value[1] != "covered"]
    assert "is struck" in done.stderr


def test_what_starts_is_marked_and_kept_nowhere(tmp_path):
    plan = tmp_path / "plan.csv"
    plan.write_text(
        "initiative,actors,district,theme\nNattvandring,Polisen;Mimer,Råby,trygghet\n", encoding="utf-8"
    )
    for start in (
        ("--add", plan),
        (
            "--add-initiative",
            "Nattvandring",
            "--actors",
            "Polisen;Mimer",
            "--district",
            "Råby",
            "--theme",
            "trygghet",
        ),
    ):
        table = rows(samverkansgraf("simulate", *start, *DAY, "--format", "csv"))
        assert {
            "kind": "cell",
            "label": "Råby × trygghet",
            "what": "value",
            "before": "indirect",
            "after": "covered",
        }.items() <= {
            name: value for row in table if row["label"] == "Råby × trygghet" for name, value in row.items()
        }.items()
        assert any(row["label"] == "Nattvandring (antagande)" for row in table)
    assert not rows(
        samverkansgraf(
            "query", 'SELECT ?x WHERE { ?x ?p ?l FILTER(CONTAINS(STR(?l), "antagande)")) }', "--format", "csv"
        )
    )


@pytest.mark.parametrize("each", ["actors", "sectors", "funders", "agreements"])
def test_what_hangs_on_each(each):
    table = rows(samverkansgraf("simulate", "--each", each, *DAY, "--format", "csv"))
    assert table
    assert all(int(row["no_actor"]) <= int(row["initiatives"]) for row in table)


def test_agreements_that_end_listed_and_as_a_what_if():
    january = ("--as-of", "2026-01-01", "--ending-within", "12", "--format", "csv")
    listed = samverkansgraf("simulate", *january)
    assert [row["label"] for row in rows(listed)] == ["IOP Pettersberg"]
    assert "utan angivet slut" in listed.stderr
    both = rows(samverkansgraf("simulate", *january, "--without", "ABF Västerås", "--table", "agreements"))
    assert [(row["label"], row["parties_after"]) for row in both] == [("IOP Pettersberg", "")]


@pytest.mark.parametrize("curve", ["random", "degree", "partners", "betweenness"])
def test_curves_end_with_nobody(curve):
    table = rows(
        samverkansgraf("simulate", "--curve", curve, *DAY, "--format", "csv", "--draws", "5", "--seed", "2")
    )
    assert float(table[-1]["largest_share"]) == 0
    assert {row["seed"] for row in table} == ({"2"} if curve == "random" else {""})


def test_a_day_when_nothing_is_under_way_is_said():
    done = samverkansgraf(
        "-g", "data/southern-women", "simulate", "--each", "actors", *DAY, "--format", "csv", cwd=None
    )
    assert "No recorded initiative with participants is under way on 2026-11-29" in done.stderr
    assert rows(
        samverkansgraf(
            "-g", "data/southern-women", "simulate", "--each", "actors", "--ever", "--format", "csv"
        )
    )


def test_a_workbook_tells_what_was_assumed(tmp_path):
    out = tmp_path / "what-if.xlsx"
    done = samverkansgraf("simulate", "--without", "polis", *DAY, "-o", out)
    assert done.returncode == 0, done.stderr
    from openpyxl import load_workbook

    cells = [str(cell.value) for sheet in load_workbook(out) for line in sheet.iter_rows() for cell in line]
    assert any("polis" in cell for cell in cells)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "say what leaves"),
        (("--each", "actors", "--without", "Polisen"), "say what leaves"),
        (("--without", "Polsen"), "did you mean 'Polisen'"),
        (("--without", "sector:polisen?"), "is unknown"),
        (("--add", "nix.csv"), "there is no such file"),
        (("--actors", "Polisen", "--each", "actors"), "name it with --add-initiative"),
        (("--add-initiative", "X", "--theme", "tygghet"), "did you mean 'trygghet'"),
        (("--without", "Polisen", "--by", "plats"), "is no dimension"),
        (("--ever", "--ending-within", "3"), "--ever has no day"),
        (("--ending-within", "999999"), "months"),
    ],
)
def test_what_it_refuses(args, said):
    assert said in failed(samverkansgraf("simulate", *args))


def test_a_terminal_shows_names_and_what_would_be_lost():
    shown = samverkansgraf("simulate", "--each", "actors", *DAY, "--format", "table", COLUMNS="200").stdout
    assert "Bäckby United" in shown
    assert "https://" not in shown
    assert "no_agreement" not in shown  # 0 for every actor


def test_a_what_if_is_written_as_rdf_and_says_what_was_supposed(tmp_path):
    starts = tmp_path / "folder" / "starts.csv"
    starts.parent.mkdir()
    starts.write_text("initiative,actors,district,theme\nParkour,Polisen,Bäckby,trygghet\n", encoding="utf-8")
    file = tmp_path / "cells.ttl"
    done = samverkansgraf(
        "simulate",
        "--add",
        starts,
        "--without",
        "Mimer",
        "--table",
        "cells",
        "--as-of",
        "2021-10-01",
        "-o",
        file,
    )
    assert done.returncode == 0, done.stderr
    text = file.read_text(encoding="utf-8")
    assert "measure:simulate-cells.value_after" in text
    assert 'schema:value "Mimer"' in text
    assert 'schema:value "starts.csv (' in text
    assert str(tmp_path) not in text


def test_what_sums_up_the_other_tables_has_no_form_as_rdf():
    done = samverkansgraf("simulate", "--without", "Mimer", *DAY, "--table", "changes", "--format", "ttl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith(
        "Error: --format ttl is for tables with a row for each thing"
    )
