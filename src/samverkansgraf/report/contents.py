"""Everything a report is made from: plain values and frames, never a store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkansgraf.check.findings import Finding
    from samverkansgraf.claims import ClaimReading
    from samverkansgraf.coverage import CodingAgreement, Spread
    from samverkansgraf.coverage.need_figures import NeedFigures
    from samverkansgraf.coverage.planning import FirstSearch, NextSearches, Plan
    from samverkansgraf.frames import Frames
    from samverkansgraf.measures.communities import Communities
    from samverkansgraf.measures.mixing import EITest
    from samverkansgraf.measures.null_models import NullComparison, PairNull, PairTest
    from samverkansgraf.project import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """
    Who meets whom, beside what chance gives.

    Attributes
    ----------
    communities
        Groups of actors who meet each other.
    communities_chance
        The modularity of such groups beside that in random networks.
    sectors
        Ties across sectors against within.
    core
        Who is in the core: ``id,label,core,…``.
    """

    communities: Communities
    communities_chance: NullComparison
    sectors: EITest
    core: pl.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAndEquity:
    """
    Need against what is recorded, and how evenly that is spread.

    Attributes
    ----------
    figures
        The indicators that need is told from, each of one period.
    gaps
        As :func:`samverkansgraf.coverage.need_gaps` has it.
    expected
        As :func:`samverkansgraf.coverage.observed_and_expected` has it.
    spread, equity
        As :func:`samverkansgraf.coverage.spread_of_initiatives` and :func:`samverkansgraf.coverage.equity` have them.
    """

    figures: Sequence[NeedFigures]
    gaps: pl.DataFrame
    expected: pl.DataFrame
    spread: Spread
    equity: pl.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOn:
    """
    What the cells rest on.

    Attributes
    ----------
    dependence
        As :func:`samverkansgraf.coverage.dependence` has it, by district and theme.
    hanging
        Of actors and funders, as :func:`samverkansgraf.simulation.what_hangs_on_each` has it: those without which something
        recorded would have less to rest on; without rows where that was too much to compute.
    overlaps
        As :func:`samverkansgraf.coverage.overlaps` has it.
    older, years
        The cells with ``older``, as :func:`samverkansgraf.coverage.with_older` has it, and how many years that is.
    ending, until, months
        As :func:`samverkansgraf.simulation.agreements_ending` has it; the last day of it and how many months ahead that is.
    """

    dependence: pl.DataFrame
    hanging: pl.DataFrame
    overlaps: pl.DataFrame
    older: pl.DataFrame
    years: int
    ending: pl.DataFrame
    until: date
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """
    What is known of a graph on a day.

    Attributes
    ----------
    settings, frames
        The project's settings and every frame of its graph.
    as_of
        The day the report speaks of.
    version
        The version of this package.
    graph_argument
        What the user writes after ``-g``; empty where nothing was written.
    persons
        How persons are shown.
    digest
        The digest of the build, if there is one.
    coverage
        Cells by district and theme: ``district,theme,value,initiatives,actors,sources,
        independent_sources,indirect_evidence,searches,planned,ended,delivers,last_seen``.
    coverage_sector
        The same by district, theme and sector, with a column ``sector``.
    theme_basis
        Cells by district and theme with ``theme_by``, as :func:`samverkansgraf.coverage.theme_basis` has it.
    coding
        How well those who coded themes agree; ``None`` where nobody has coded a sample a second time.
    need
        Need and equity; ``None`` where the project names no indicator of need.
    rests_on
        What the cells rest on; ``None`` where there are no cells.
    unreached
        Initiatives placed in groups that nobody has listed:
        ``initiative,label,place,place_label,certainty,themes,sources``.
    unplaced
        Initiatives without any placement: ``initiative,label``.
    coverage_sentences
        What the coverage says, in the report's language.
    whole
        Measures of the whole network: ``measure,value,low,high,reason``, and with uncertainty the others of
        :func:`samverkansgraf.measures.whole_table`.
    chance
        Such measures beside what null models give, as :func:`samverkansgraf.measures.beside_chance` has it.
    little
        Measures that say little of so few actors, and why, in words; the report gives these instead of numbers.
    pairs
        Actors that share initiatives: ``actor_a,actor_b,shared,newman,p_value,validated``, and where they were
        tested ``jaccard,p_bicm,validated_bicm`` too; ``p_value`` and ``validated`` are of the fixed-degree test.
    pair_tests
        The tests, by null model; empty where the network is too large for the report's time.
    groups
        Communities, sectors and core; ``None`` where nothing of them was computed.
    ties_owners_apart, ties_owners_merged
        Tied pairs with every actor for itself, and with each group of owners as one.
    cutpoints
        Nodes without which the network falls into more parts: ``id,label,kind,cut_off_labels``.
    nodes
        By measure: ``id,label,kind,measure,value,low,high,reason``, and with uncertainty the others of
        :func:`samverkansgraf.measures.node_table`.
    initiatives
        The same of initiatives, for the picture; empty where nothing is computed over and over.
    withheld
        Actors whose place in an order is not given, and why: words in the report's language,
        without a full stop.
    claims
        The claims and what the graph says of them.
    problems
        What the check found.
    network_svg
        A still picture of the network.
    replies
        ``about,text,from,date``: replies by those concerned, printed beside what they concern.
    disagreements
        What sources say differently, as :func:`samverkansgraf.disagreements.disagreements` has it.
    agreements, gaps
        The agreements in order of time, and what lies between one and the next, as
        :mod:`samverkansgraf.agreements` has it.
    next_searches, plan, bridges
        Which searches would tell most, which cells to start something in, and pairs of actors without an initiative in
        common, as :mod:`samverkansgraf.coverage.planning` has them; ``None`` or empty where not asked for.
    first_search
        What to search for first, and why; ``None`` where no search is to be made.
    ages
        How old what is known of each district is, as :func:`samverkansgraf.coverage.age_of_knowledge` has it.
    """

    settings: Settings
    frames: Frames
    as_of: date
    version: str
    graph_argument: str = ""
    persons: Literal["named", "by_role", "without_names"] = "named"
    digest: str | None = None
    coverage: pl.DataFrame
    coverage_sector: pl.DataFrame | None = None
    theme_basis: pl.DataFrame = field(default_factory=pl.DataFrame)
    coding: CodingAgreement | None = None
    need: NeedAndEquity | None = None
    rests_on: RestsOn | None = None
    unreached: pl.DataFrame = field(default_factory=pl.DataFrame)
    unplaced: pl.DataFrame = field(default_factory=pl.DataFrame)
    coverage_sentences: Sequence[str] = ()
    whole: pl.DataFrame
    chance: pl.DataFrame = field(default_factory=pl.DataFrame)
    little: Mapping[str, str] = field(default_factory=dict)
    pairs: pl.DataFrame
    pair_tests: Mapping[PairNull, PairTest] = field(default_factory=dict)
    groups: Groups | None = None
    ties_owners_apart: int
    ties_owners_merged: int
    cutpoints: pl.DataFrame = field(default_factory=pl.DataFrame)
    nodes: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    initiatives: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    withheld: Mapping[str, str] = field(default_factory=dict)
    claims: Sequence[ClaimReading] = ()
    problems: Sequence[Finding] = ()
    network_svg: str | None = None
    replies: pl.DataFrame = field(default_factory=pl.DataFrame)
    disagreements: pl.DataFrame = field(default_factory=pl.DataFrame)
    agreements: pl.DataFrame = field(default_factory=pl.DataFrame)
    gaps: pl.DataFrame = field(default_factory=pl.DataFrame)
    ages: pl.DataFrame = field(default_factory=pl.DataFrame)
    next_searches: NextSearches | None = None
    first_search: FirstSearch | None = None
    plan: Plan | None = None
    bridges: pl.DataFrame = field(default_factory=pl.DataFrame)
