"""The tables of ``network`` that are not one measure's values."""

from __future__ import annotations

from dataclasses import dataclass, fields
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal

from samverkansgraf.cli.shared import say
from samverkansgraf.frames import label_column
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    import polars as pl

    from samverkansgraf.frames import Frames
    from samverkansgraf.measures.works import Work
    from samverkansgraf.project import Language
    from samverkansgraf.ties import Selection


@dataclass(frozen=True, slots=True)
class Table:
    """
    What a table holds, and the function that gives it.

    ``takes`` are the options it has; ``part`` is the attribute of its result that is the table; ``of`` tells whether it
    is made of the network, or of the graph and the selection; ``works`` is what it is cited from, as keys of its
    room's WORKS.
    """

    holds: str
    module: str
    function: str
    takes: tuple[str, ...] = ()
    part: str | None = None
    of: Literal["network", "graph"] = "network"
    works: tuple[str, ...] = ()


_LAYERS: Final = ("samples", "seed", "language")

#: Every table by name.
TABLES: Final = {
    "pairs": Table("actors that share initiatives; see --null", "network", "pairs"),
    "tested-pairs": Table(
        "the same tested against both null models",
        "measures.null_models",
        "tested_pairs",
        ("seed", "samples"),
    ),
    "cutpoints": Table("nodes without which the network falls into more parts", "measures", "cutpoints"),
    "bridges": Table("participations without which it does", "measures", "bridges"),
    "brokerage": Table(
        "roles between sectors beside what chance gives",
        "measures.brokerage",
        "brokerage_table",
        ("language",),
    ),
    "brokerage-two-mode": Table(
        "the same by chains of initiatives beside random networks",
        "measures.brokerage_two_mode",
        "brokerage_two_mode_table",
        ("seed", "samples", "language"),
    ),
    "arcs": Table("who leads whom, and who funds what others are in", "network", "arc_table", of="graph"),
    "governance": Table(
        "how each initiative is governed, and why that can or cannot be told",
        "measures.governance",
        "governance",
        ("language",),
        of="graph",
        works=("governance",),
    ),
    "communities": Table(
        "groups of actors, and how sure each one's place is",
        "measures.communities",
        "communities",
        ("seed",),
        "members",
    ),
    "community-ties": Table(
        "ties whose ends are in one group in some runs only",
        "measures.communities",
        "communities",
        ("seed",),
        "ambiguous",
    ),
    "community-runs": Table(
        "how far the runs agree", "measures.communities", "communities", ("seed",), "summary"
    ),
    "core": Table("who is in the core", "measures.core_periphery", "core_members", ("seed",)),
    "modules": Table(
        "modules of actors and initiatives, by Barber's modularity",
        "measures.modularity",
        "module_table",
        ("seed",),
    ),
    "backbone": Table("which ties of an actor are heavy", "measures.backbone", "disparity_backbone"),
    "small-world": Table(
        "what the small-world index is made of",
        "measures.small_world",
        "small_world_table",
        ("seed", "samples", "language"),
    ),
    "mixing": Table("ties within and between sectors; see --by", "measures.mixing", "mixing_matrix"),
    "ei-test": Table(
        "ties across sectors against within, beside what chance gives; see --by",
        "measures.mixing",
        "ei_index_test",
        ("seed",),
    ),
    "ei-groups": Table(
        "such ties of each sector; see --by", "measures.mixing", "ei_index_test", ("seed",), "groups"
    ),
    "chance": Table(
        "measures of the whole network beside what null models give",
        "measures",
        "beside_chance",
        ("seed", "samples", "language"),
    ),
    "change": Table(
        "what entered, left and stayed --from one date --to another",
        "measures.change",
        "change_between",
        ("start", "end", "studied", "language"),
        "things",
        "graph",
        ("jaccard", "turnover"),
    ),
    "change-summary": Table(
        "how much did, at least and at most",
        "measures.change",
        "change_between",
        ("start", "end", "studied", "language"),
        "summary",
        "graph",
        ("jaccard", "turnover"),
    ),
    "layers": Table(
        "how layers of ties go together (QAP)",
        "measures.comparison",
        "layer_correlations",
        _LAYERS,
        of="graph",
        works=("qap",),
    ),
    "layers-regression": Table(
        "shared initiatives explained by other layers (MRQAP)",
        "measures.comparison",
        "layer_regression",
        _LAYERS,
        of="graph",
        works=("mrqap",),
    ),
    "multiplexity": Table(
        "pairs tied in more than one way",
        "measures.comparison",
        "layer_overlap",
        ("language",),
        of="graph",
        works=("multiplexity",),
    ),
    "cug": Table(
        "ties between actors beside ties at random (conditional uniform graphs)",
        "measures.comparison",
        "ties_beside_chance",
        _LAYERS,
        works=("conditional_uniform",),
    ),
}

#: Tables that are by sector, as they are by district.
BY_DISTRICT: Final = {
    "mixing": Table("", "measures.districts", "mixing_by_district", ("placed", "seed", "samples")),
    "ei-test": Table("", "measures.districts", "ei_district_test", ("placed", "seed", "samples")),
    "ei-groups": Table("", "measures.districts", "ei_district_test", ("placed", "seed", "samples"), "groups"),
}


#: Null models of pairs.
NULLS: Final = ("bicm", "fixed-degree")

#: Columns of sectors or districts; a column of labels follows each.
_SECTORS: Final = ("sector", "from_sector", "to_sector", "group_a", "group_b", "group")


def table_of(
    name: str, network: nx.Graph[str], frames: Frames, selection: Selection, options: Mapping[str, Any]
) -> pl.DataFrame:
    """
    Return one of :data:`TABLES`.

    Parameters
    ----------
    name
        Which.
    network
        Two-mode network.
    frames
        The graph, for tables made of it and for the labels of sectors.
    selection
        Which participations count, for tables made of the graph.
    options
        ``language``, and ``null``, ``by``, ``samples``, ``seed``, ``start`` and ``end`` as the command has them;
        ``studied``: from when and to when.

    Returns
    -------
    table
        As its function has it; a sector has its label in a column ``…_label`` beside it, and a table in which
        chance takes part has a column ``seed``.
    """
    import polars as pl

    by_district = options.get("by") == "district"
    chosen = BY_DISTRICT[name] if by_district else TABLES[name]
    if options["null"] is not None:
        return _tested(network, options)
    if by_district:
        options = {**options, "placed": _placed(network, frames, selection, options["language"])}
    function = getattr(import_module(f"samverkansgraf.{chosen.module}"), chosen.function)
    taken = {one: options[one] for one in chosen.takes if options[one] is not None}
    found = (
        function(network, **taken)
        if chosen.of == "network"
        else function(frames, selection=selection, **taken)
    )
    found = found if chosen.part is None else getattr(found, chosen.part)
    table = found if isinstance(found, pl.DataFrame) else _row(found)
    if "seed" in chosen.takes and "seed" not in table.columns:
        table = table.with_columns(pl.lit(options["seed"], dtype=pl.Int64).alias("seed"))
    return _with_labels(table, frames, label_column(options["language"]))


def works_of(name: str) -> tuple[Work, ...]:
    """Return what a table is cited from; nothing where it is from measures that have their own."""
    chosen = TABLES[name]
    if not chosen.works:
        return ()
    works = import_module(f"samverkansgraf.{chosen.module}").WORKS
    return tuple(dict.fromkeys(work for key in chosen.works for work in works[key]))


def _placed(
    network: nx.Graph[str], frames: Frames, selection: Selection, language: Language
) -> dict[str, tuple[str, ...]]:
    """Return where initiatives are placed, and tell how few of the ties that lets count."""
    from samverkansgraf.measures.districts import placed_in_districts, ties_by_district

    placed = placed_in_districts(frames, selection)
    counted, left_out = ties_by_district(network, placed)
    say(catalogue("cli", language)["apart"].format(left_out, counted + left_out))
    return placed


def _with_labels(table: pl.DataFrame, frames: Frames, language: str) -> pl.DataFrame:
    import polars as pl

    labels = pl.concat(
        [
            frames.concepts.select("concept", label=language),
            frames.places.select(concept="place", label="label"),
        ]
    ).drop_nulls()
    for column in _SECTORS:
        if column in table.columns and table.schema[column] == frames.concepts.schema["concept"]:
            called = table[column].replace(labels["concept"], labels["label"]).alias(f"{column}_label")
            table = table.insert_column(table.columns.index(column) + 1, called)
    return table


def _tested(network: nx.Graph[str], options: Mapping[str, Any]) -> pl.DataFrame:
    """Return pairs tested against one null model, and tell what the test can and cannot say."""
    import polars as pl

    from samverkansgraf.measures.null_models import pair_test
    from samverkansgraf.network import pairs

    test = pair_test(network, null=options["null"], samples=options["samples"], seed=options["seed"])
    say(test.words(options["language"]))
    return pairs(network).with_columns(
        p_value=pl.Series(test.p_values, dtype=pl.Float64),
        validated=pl.Series(test.validated, dtype=pl.Boolean),
        null=pl.lit(test.null),
        alpha=pl.lit(test.alpha),
        family=pl.lit(test.family, dtype=pl.Int64),
        samples=pl.lit(test.samples, dtype=pl.Int64),
        seed=pl.lit(test.seed, dtype=pl.Int64),
    )


def _row(result: Any) -> pl.DataFrame:
    """Return a result's numbers as one row; what is undefined is null."""
    import polars as pl

    numbers = {one.name: getattr(result, one.name) for one in fields(result)}
    row = {name: value for name, value in numbers.items() if isinstance(value, int | float)}
    return pl.DataFrame(row).fill_nan(None)
