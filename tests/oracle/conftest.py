"""The networks that are compared, and what R makes of them."""

from __future__ import annotations

import csv
import random
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import networkx as nx
import pytest

import samverkansgraf as sg
from samverkansgraf.measures.communities import communities
from samverkansgraf.measures.core_periphery import core_members
from samverkansgraf.measures.modularity import two_mode_modules
from samverkansgraf.network import incidence, two_mode_of_pairs

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NAMES = ("davis", "vasteras", "scattered")


def pytest_collection_modifyitems(config, items):
    """Leave these tests out unless they are asked for by their marker, as `make oracle` does."""
    if "oracle" in config.getoption("-m"):
        return
    config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("oracle")])
    items[:] = [item for item in items if not item.get_closest_marker("oracle")]


@pytest.fixture(scope="session")
def networks():
    """
    Return three networks by name.

    The Southern Women with sectors dealt out in turn, Västerås as it is, and one by chance: 30 actors and 20
    initiatives, few enough participations to fall apart, two sets, actors of unknown sector and isolates.
    """
    return {
        "davis": _davis(),
        "vasteras": sg.open(ROOT / "data" / "vasteras").network(),
        "scattered": _scattered(),
    }


@pytest.fixture(scope="session")
def reference(networks, tmp_path_factory):
    """Return network -> (package, measure, side) -> id -> value, from R."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        pytest.fail("R is not installed; `make oracle` installs it on Debian")
    folders = {name: tmp_path_factory.mktemp(name) for name in NAMES}
    for name, folder in folders.items():
        _write(networks[name], folder)
    (folders["davis"] / "with-chance").touch()
    command = [rscript, "--vanilla", str(HERE / "reference.R"), *map(str, folders.values())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"R ended with status {done.returncode}:\n{done.stderr}")
    print(done.stdout)  # noqa: T201 -- the versions, shown with -s
    return {name: _read(networks[name], folder / "reference.csv") for name, folder in folders.items()}


def _davis():
    source = nx.davis_southern_women_graph()
    women = set(source.graph["top"])
    network = two_mode_of_pairs((a, b) if a in women else (b, a) for a, b in source.edges())
    for position, woman in enumerate(sorted(women)):
        network.nodes[woman]["sector"] = "xyz"[position % 3]
    return network


def _scattered():
    chance = random.Random(1879)
    links = {(f"a{chance.randrange(26):02}", f"i{chance.randrange(20):02}") for _ in range(34)}
    network = two_mode_of_pairs(links)
    for isolate in ("a96", "a97", "a98", "a99"):
        network.add_node(isolate, kind="actor", label=isolate, sector=None)
    network.add_node("i99", kind="initiative", label="i99", sector=None, is_set=False)
    busiest = sorted(
        (node for node in network if node[0] == "i"), key=lambda node: (-network.degree[node], node)
    )
    for is_set in busiest[1:3]:
        network.nodes[is_set]["is_set"] = True
    for _node, known in network.nodes(data=True):
        if known["kind"] == "actor":
            known["sector"] = chance.choice(["x", "y", "z", "x", None])
    return network


def _write(network, folder):
    """Write a network for R, each node by its number, with the groups we found."""
    arrays = incidence(network)
    module = two_mode_modules(network)
    community = dict(communities(network).members.select("actor", "group").iter_rows())
    core = dict(core_members(network).select("id", "core").iter_rows())
    with (folder / "incidence.csv").open("w", newline="") as file:
        csv.writer(file).writerows(arrays.matrix.toarray().astype(int).tolist())
    with (folder / "actors.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "sector", "module", "community", "core"])
        for position, actor in enumerate(arrays.actors):
            sector = network.nodes[actor].get("sector") or ""
            rows.writerow(
                [f"a{position}", sector, module[actor], community[actor], int(core.get(actor, False))]
            )
    with (folder / "initiatives.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "is_set", "module"])
        for position, initiative in enumerate(arrays.initiatives):
            is_set = network.nodes[initiative].get("is_set")
            rows.writerow([f"i{position}", int(bool(is_set)), module[initiative]])


def _read(network, file):
    arrays = incidence(network)
    names = {f"a{position}": node for position, node in enumerate(arrays.actors)}
    names |= {f"i{position}": node for position, node in enumerate(arrays.initiatives)}
    values = defaultdict(dict)
    with file.open(newline="") as rows:
        for row in csv.DictReader(rows):
            key = " ".join(names.get(part, part) for part in row["id"].split(" ")) if row["id"] else ""
            values[row["package"], row["measure"], row["side"]][key] = float(row["value"])
    return dict(values)
