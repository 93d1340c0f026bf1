"""
Make the tables of this project, and the files of figures, from the published data set.

    python data/intellectual-cooperation/docs/make_tables.py FOLDER

The folder holds the files of github.com/grandjeanmartin/intellectual-cooperation, folder ``data``, with
``classification.csv``. The same files give the same bytes.
"""
# ruff: noqa: INP001, T201

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

PROJECT: Final = Path(__file__).resolve().parents[1]
SOURCE: Final = "grandjean-2018"

#: Kinds of persons that are no body: they share a description, not a table.
NO_BODY: Final = frozenset(
    ["CULTURE", "DELIICI", "DELSDN", "DIPLO", "EDUC", "ETU", "FEM", "GOV", "LONO", "NGO", "UNI", "UNK"]
)
#: Several bodies under one name: their members do not meet.
SETS: Final = frozenset({"COMNAT"})


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def text(rows_: Sequence[tuple[object, ...]], header: str) -> bytes:
    """Return a CSV file."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows_)
    return file.getvalue().encode()


def tidy(name: str) -> str:
    """Return a name in NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def join_key(last: str, first: str) -> tuple[str, str]:
    """Return what is the same in both files: the list of nodes has ``e`` for ``ç`` and remarks in brackets."""
    bare = [re.sub(r"[\[(].*?[\])]", "", name).replace("ç", "e") for name in (last, first)]
    return tidy(bare[0]), tidy(bare[1])


def main() -> None:
    """Read, join, write, and print the counts."""
    folder = Path(sys.argv[1])
    nodes = rows(folder / "IntellectualCooperation_nodes.csv")
    edges = rows(folder / "IntellectualCooperation_edges.csv")
    ties = [(int(row["Source"]), int(row["Target"]), int(row["Weight"])) for row in edges]
    publish("edges", "source,target,weight", sorted(ties))
    degree: Counter[int] = Counter()
    for source, target, _ in ties:
        degree.update((source, target))
    publish("metrics", "id,name,first_name,indexations,degree,weighted_degree,harmonic,betweenness,eigenvector",
            joined(folder, nodes, degree))  # fmt: skip
    persons = [
        (int(row["Id"]), tidy(row["Nom"]), tidy(row["Prenom"]), row["Cat1"], int(row["Index"]))
        for row in nodes
    ]
    publish("nodes", "id,name,first_name,category,indexations", sorted(persons))
    write_project(folder, nodes)


def publish(name: str, header: str, table: list[tuple[object, ...]]) -> None:
    """Write a compressed file of figures; without a time, so that the bytes are always the same."""
    data = gzip.compress(text(table, header), mtime=0)
    (PROJECT / "published" / f"{name}.csv.gz").write_bytes(data)
    print(f"{name}: {len(table)} rows, {len(data)} bytes")


def joined(folder: Path, nodes: list[dict[str, str]], degree: Counter[int]) -> list[tuple[object, ...]]:
    """Return the published figures with the ids of nodes; joined by name, and where it repeats by indexations and degree."""
    known: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in nodes:
        if degree[int(row["Id"])]:
            known[join_key(row["Nom"], row["Prenom"])].append(row)
    with (folder / "IntellectualCooperation_metrics.csv").open(encoding="utf-8-sig", newline="") as file:
        published = list(csv.reader(file))[3:]
    table: list[tuple[object, ...]] = []
    repeated = 0
    for last, first, index, _, links, _, *others in (row[:14] for row in published):
        found = known[join_key(last, first)]
        if len(found) > 1:
            repeated += 1
            found = [row for row in found if (row["Index"], degree[int(row["Id"])]) == (index, int(links))]
        node = found[0]
        known[join_key(last, first)].remove(
            node
        )  # two of one name with the same figures: either may be either
        table.append((int(node["Id"]), tidy(last), tidy(first), index, links, *others[::2]))
    print(f"published persons: {len(table)}, names that two of them share: {repeated}")
    return sorted(table)


def write_project(folder: Path, nodes: list[dict[str, str]]) -> None:
    """Write the tables: who belongs to which body."""
    described = {row["Cat1"]: row["Cat1Description"] for row in read_classes(folder)}
    layers = pl.read_excel(folder / "Multilayer_edges.xlsx", infer_schema_length=0)
    belongs = layers.filter(pl.col("Level") == "Pers-Org").select("Source", "Target").rows()
    linked = layers.filter(pl.col("Level") == "Org").select("Source", "Target").rows()
    nodes_of_layers = pl.read_excel(folder / "Multilayer_nodes.xlsx", infer_schema_length=0)
    layer_names = dict(nodes_of_layers.filter(pl.col("Level name") == "Org").select("Id", "Name").rows())
    bodies = sorted(set(described) - NO_BODY)
    members = sorted((int(person), body) for person, body in belongs if body in bodies)
    named = {int(row["Id"]): tidy(f"{row['Prenom']} {row['Nom']}") for row in nodes}
    times = Counter(named[person] for person, _ in members)
    actors = [("martin-grandjean", "Martin Grandjean", "person", "")]
    actors += [
        (f"p{person}", named[person] + (f" ({person})" if times[named[person]] > 1 else ""), "person", "")
        for person, _ in members
    ]
    write("actors", "id,label,kind,sector", actors)
    related: dict[str, list[str]] = defaultdict(list)
    for one, other in linked:
        if one in bodies and other in bodies:
            related[one].append(other.lower())
    write("initiatives", "id,label,alias,kind,set,related,source,where,quote", [
        (body.lower(), described[body], layer_names[body] if layer_names[body] != described[body] else "", "Body", "yes" if body in SETS else "", ";".join(sorted(related[body])),
         SOURCE, f"classification.csv {body}", "") for body in bodies
    ])  # fmt: skip
    write("participations", "actor,initiative,role,certainty,source,where,quote", [
        (f"p{person}", body.lower(), "affiliated", "Stated", SOURCE, f"Multilayer_edges.xlsx {person} {body}", "")
        for person, body in members
    ])  # fmt: skip
    print(
        f"bodies: {len(bodies)}, persons: {len(members)}, left out: {len(belongs) - len(members)} persons of no body"
    )


def read_classes(folder: Path) -> list[dict[str, str]]:
    """Return the classes of actors."""
    with (folder / "classification.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def write(name: str, header: str, table: Sequence[tuple[object, ...]]) -> None:
    """Write a table."""
    (PROJECT / f"{name}.csv").write_bytes(text(table, header))


if __name__ == "__main__":
    main()
