"""Gather what the report is written from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf import __version__
from samverkansgraf.agreements import agreements_by_time, gaps_between
from samverkansgraf.coverage import (
    age_of_knowledge,
    coverage_in_words,
    equity,
    unplaced,
    unreached,
    with_older,
)
from samverkansgraf.coverage.need_figures import chosen_indicators, need_figures
from samverkansgraf.coverage.planning import first_search, need_of
from samverkansgraf.disagreements import disagreements
from samverkansgraf.measures import (
    MEASURES,
    Together,
    beside_chance,
    cutpoints,
    node_table,
    ranking_withheld,
    says_little,
    whole_table,
)
from samverkansgraf.measures.communities import communities, modularity_of_run
from samverkansgraf.measures.core_periphery import core_members
from samverkansgraf.measures.mixing import ei_index_test
from samverkansgraf.measures.null_models import PAIR_NULLS, PairNull, PairTest, against_null, pair_test
from samverkansgraf.measures.pair_order import tied_actors
from samverkansgraf.network import pairs
from samverkansgraf.pictures.measured import SHOWN
from samverkansgraf.report.contents import Findings, Groups, NeedAndEquity, RestsOn
from samverkansgraf.simulation import agreements_ending, months_after, what_hangs_on_each
from samverkansgraf.ties import Selection, selected_participations, tied_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import networkx as nx

    from samverkansgraf.city import City
    from samverkansgraf.frames import Frames
    from samverkansgraf.network import Side
    from samverkansgraf.project import Language

#: Measures of the whole network in the report, the two-mode ones first; a name that the catalogue lacks is passed by.
WHOLE: Final = (
    "density_two_mode",
    "components",
    "largest_component_share",
    "degree_centralization_two_mode",
    "betweenness_centralization_two_mode",
    "robins_alexander",
    "nodf",
    "gini_participation",
    "density",
    "fragmentation",
    "mean_distance",
    "diameter",
    "degree_centralization",
    "betweenness_centralization",
    "ei_index",
    "core_periphery",
    "core_periphery_p",
    "small_world",
    "reciprocity",
)
#: Those of them that are set beside what chance gives.
CHANCE: Final = (
    "largest_component_share",
    "robins_alexander",
    "nodf",
    "mean_distance",
    "degree_centralization",
    "ei_index",
)
#: What chance keeps there: every actor's and initiative's number, or only how many participations there are.
CHANCE_NULLS: Final = ("fixed-degree", "equiprobable")
NODES: Final = ("degree", "closeness", "betweenness")

#: With more participations than this nothing is computed over and over: a report is a matter of seconds.
REPEATED_UP_TO: Final = 1_000

#: How many searches to make, and places to start something, are suggested.
SEARCHES: Final = 10
STARTS: Final = 5

#: A cell whose newest source is older than so many years rests on old knowledge.
OLD_YEARS: Final = 5
#: Agreements that end within so many months are named.
ENDING_MONTHS: Final = 12

#: Of every draw.
SEED: Final = 1

#: Random networks in which communities are sought, once in each, as in the city to compare with.
_COMMUNITY_SAMPLES: Final = 199


def findings_of(
    city: City, *, as_of: date, language: Language | None = None, graph_argument: str = ""
) -> Findings:
    """
    Return all that the report is written from.

    Parameters
    ----------
    city
        The graph.
    as_of
        The day the report speaks of.
    language
        Of the sentences among the findings; the project's own unless given.
    graph_argument
        What the user writes after ``-g``.
    """
    frames, bounds = city.frames, city.settings.bounds
    language = language or city.settings.language
    cells = _without_coarser(city.coverage(at=as_of, levels="all", language=language))
    beside = unreached(frames, bounds, at=as_of)
    network = city.network()
    repeated = 0 < selected_participations(frames).height <= REPEATED_UP_TO
    together = _together(frames, repeated=repeated)
    how: dict[str, Any] = {"language": language, "uncertainty": repeated, "together": together}
    tests = {null: pair_test(network, null=null, seed=SEED) for null in PAIR_NULLS} if repeated else {}
    little = _little(network, language)
    chance = [name for name in CHANCE if name in MEASURES and name not in little]
    return Findings(
        settings=city.settings,
        frames=frames,
        as_of=as_of,
        version=__version__,
        graph_argument=graph_argument,
        persons=city.graph.persons,
        digest=city.graph.digest,
        coverage=cells,
        coverage_sector=_without_coarser(
            city.coverage(("district", "theme", "sector"), at=as_of, levels="all", language=language)
        ),
        unreached=beside,
        unplaced=unplaced(frames),
        coverage_sentences=coverage_in_words(cells, beside, at=as_of, language=language),
        whole=whole_table(frames, **how),
        chance=beside_chance(network, chance, nulls=CHANCE_NULLS, seed=SEED, language=language)
        if repeated and chance
        else pl.DataFrame(),
        little=little,
        pairs=_pairs(network, tests),
        pair_tests=tests,
        groups=_groups(network) if repeated and "modularity" not in little else None,
        ties_owners_apart=tied_pairs(frames).height,
        ties_owners_merged=tied_pairs(frames, Selection(owners="merged")).height,
        cutpoints=cutpoints(network),
        nodes={name: node_table(frames, name, **how) for name, of in together.nodes if of == "actors"},
        initiatives={
            name: node_table(frames, name, of=of, **how) for name, of in together.nodes if of == "initiatives"
        },
        withheld=ranking_withheld(frames, language=language),
        claims=city.claims(language=language),
        problems=city.check(language=language),
        network_svg=city.picture("svg", language=language),
        replies=frames.replies,
        disagreements=disagreements(frames),
        agreements=agreements_by_time(frames, at=as_of),
        gaps=gaps_between(frames),
        ages=age_of_knowledge(frames, bounds),
        **_of_cells(city, cells, as_of, language, repeated=repeated),
    )


def _together(frames: Frames, *, repeated: bool) -> Together:
    """Return the measures that are taken together: the report's, and of initiatives those of the picture."""
    nodes: list[tuple[str, Side]] = [(name, "actors") for name in NODES if name in MEASURES]
    nodes += [(name, "initiatives") for name in SHOWN if repeated]
    return Together(frames, whole=[name for name in WHOLE if name in MEASURES], nodes=nodes, seed=SEED)


def _of_cells(
    city: City, cells: pl.DataFrame, as_of: date, language: Language, *, repeated: bool
) -> dict[str, Any]:
    """Return need, what the cells rest on and what to do next; nothing where there are no cells."""
    finest = cells.filter(pl.col("level") == "finest")
    if finest.is_empty():
        return {}
    how: dict[str, Any] = {"at": as_of, "language": language}
    needed = _need(city, **how)
    weighed, gaps = how, None
    if needed is not None and needed.gaps["need"].drop_nulls().len():
        gaps, told = needed.gaps, city.settings.need
        weighed = {**how, "need": need_of(city.frames, city.settings.bounds, told.indicators, told=told)}
    searches = city.next_searches(SEARCHES, **weighed)
    return {
        "theme_basis": city.theme_basis(**how),
        "coding": city.coding_agreement(seed=SEED),
        "need": needed,
        "rests_on": _rests_on(city, cells, repeated=repeated, **how),
        "next_searches": searches,
        "first_search": first_search(searches, finest, gaps),
        "plan": city.plan(STARTS, **weighed),
        "bridges": city.missing_bridges(**how),
    }


def _need(city: City, *, at: date, language: Language) -> NeedAndEquity | None:
    """Return need and equity; nothing where the project does not say what need is told from."""
    told = city.settings.need
    if not told.indicators:
        return None
    gaps = city.need(at=at, language=language)
    places, spread = gaps["place"].to_list(), city.spread(at=at)
    return NeedAndEquity(
        figures=tuple(
            need_figures(city.frames, places, name, lower=name in told.lower)
            for name in chosen_indicators((), told)
        ),
        gaps=gaps,
        expected=city.expected(at=at, language=language),
        spread=spread,
        equity=equity(spread, seed=SEED, language=language),
    )


def _rests_on(city: City, cells: pl.DataFrame, *, at: date, language: Language, repeated: bool) -> RestsOn:
    """Return what the cells rest on; what hangs on each takes away one after another, in small graphs only."""
    frames, bounds = city.frames, city.settings.bounds
    lost = {"actors": "no_actor", "funders": "no_funder"} if repeated else {}
    hanging = [
        what_hangs_on_each(frames, bounds, each, at=at, language=language).filter(
            pl.sum_horizontal(losing, "gone", "cells_uncovered") > 0
        )
        for each, losing in lost.items()
    ]
    return RestsOn(
        dependence=city.dependence(at=at, language=language),
        hanging=pl.concat(hanging) if hanging else pl.DataFrame(),
        overlaps=city.overlaps(at=at, language=language),
        older=with_older(cells, years=OLD_YEARS, as_of=at),
        years=OLD_YEARS,
        ending=agreements_ending(frames, at=at, months=ENDING_MONTHS),
        until=months_after(at, ENDING_MONTHS),
        months=ENDING_MONTHS,
    )


def _without_coarser(cells: pl.DataFrame) -> pl.DataFrame:
    """Return the finest cells and, in rows of their own, the districts that nobody named."""
    return cells.filter(pl.col("level") != "coarser")


def _little(network: nx.Graph[str], language: Language) -> dict[str, str]:
    """Return the measures that say little of so few actors, and why."""
    said = {name: says_little(measure, network, language=language) for name, measure in MEASURES.items()}
    return {name: why for name, why in said.items() if why is not None}


def _pairs(network: nx.Graph[str], tests: Mapping[PairNull, PairTest]) -> pl.DataFrame:
    """Return the tied pairs, with what the tests found beside them."""
    _, _, jaccard = tied_actors(network, weight="jaccard")
    found = pairs(network).with_columns(jaccard=pl.Series(jaccard, dtype=pl.Float64))
    for null, test in tests.items():
        end = "" if null == "fixed-degree" else f"_{null}"
        found = found.with_columns(
            pl.Series(f"p{end or '_value'}", test.p_values, dtype=pl.Float64),
            pl.Series(f"validated{end}", test.validated, dtype=pl.Boolean),
        )
    if (first := tests.get("fixed-degree")) is not None:
        told = {"alpha": first.alpha, "family": first.family, "samples": first.samples, "seed": first.seed}
        found = found.with_columns(
            null=pl.lit("fixed-degree"), **{name: pl.lit(x) for name, x in told.items()}
        )
    return found


def _groups(network: nx.Graph[str]) -> Groups:
    """Return who meets whom, beside what chance gives."""
    return Groups(
        communities=communities(network, seed=SEED),
        communities_chance=against_null(
            network, partial(modularity_of_run, seed=SEED), samples=_COMMUNITY_SAMPLES, seed=SEED
        ),
        sectors=ei_index_test(network, seed=SEED),
        core=core_members(network, seed=SEED),
    )
