"""The table of attendance is the published one."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import networkx as nx

FOLDER = Path(__file__).resolve().parents[2] / "data" / "southern-women"


def rows(table):
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_eighteen_women_fourteen_events_eighty_nine_attendances():
    attended = {(row["actor"], row["initiative"]) for row in rows("participations")}
    assert len(attended) == len(rows("participations")) == 89
    assert len({woman for woman, _ in attended}) == 18
    assert len({event for _, event in attended}) == len(rows("initiatives")) == 14


def test_attendance_sums_to_the_published_margins():
    # Davis, Gardner & Gardner 1941: the sums of the 18 rows and the 14 columns.
    women, events = (
        Counter(row[column] for row in rows("participations")) for column in ("actor", "initiative")
    )
    took_part = [row["id"] for row in rows("actors") if row["id"] in women]
    assert [women[woman] for woman in took_part] == [8, 7, 8, 7, 4, 4, 4, 3, 4, 4, 4, 6, 7, 8, 5, 2, 2, 2]
    assert [events[f"e{n}"] for n in range(1, 15)] == [3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3]


def test_every_tie_is_that_of_networkx():
    names = {name: row["id"] for row in rows("actors") for name in (row["label"], *row["alias"].split(";"))}
    theirs = {(names[woman], event.lower()) for woman, event in nx.davis_southern_women_graph().edges}
    assert {(row["actor"], row["initiative"]) for row in rows("participations")} == theirs


def test_to_attend_makes_a_tie():
    (term,) = rows("terms")
    assert (term["scheme"], term["id"], term["makes_tie"]) == ("role", "attended", "yes")
    assert {row["role"] for row in rows("participations")} == {"attended"}


def test_no_year_is_invented():
    assert all(row["start"].startswith("XXXX-") and row["start"] == row["end"] for row in rows("initiatives"))
