"""Measures in every world that lacks one source or initiative, and in every draw."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

import polars as pl

from samverkansgraf.measures.reasons import reason
from samverkansgraf.measures.uncertainty.bootstrap import Drawing, percentile_interval
from samverkansgraf.measures.uncertainty.leave_one_out import leavings, reduction
from samverkansgraf.measures.uncertainty.ranks import EQUAL, ranks
from samverkansgraf.measures.uncertainty.spread import Spread, Stand, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import networkx as nx

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language
    from samverkansgraf.ties import Selection

_S, _F, _I = pl.String(), pl.Float64(), pl.Int64()

#: What may be left out; columns and reasons are named after it.
KINDS: Final = ("source", "initiative")

#: Columns of values, of nodes and of the whole network.
COLUMNS: Final[Mapping[str, pl.DataType]] = {
    "source_low": _F,
    "source_high": _F,
    "initiative_low": _F,
    "initiative_high": _F,
    "most_moved_by": _S,
    "most_moved_by_label": _S,
    "boot_low": _F,
    "boot_high": _F,
    "draws": _I,
    "draws_with_value": _I,
}

#: Columns of ranks, of nodes.
RANK_COLUMNS: Final[Mapping[str, pl.DataType]] = {
    "rank": _I,
    "rank_low": _I,
    "rank_high": _I,
    "source_rank_low": _I,
    "source_rank_high": _I,
    "initiative_rank_low": _I,
    "initiative_rank_high": _I,
}

#: Node -> value, or measure -> value.
Values = dict[str, float]

#: One thing is left out, or initiatives are drawn.
World = Literal["without", "drawn"]

_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Worlds:
    """
    What was measured.

    Attributes
    ----------
    without
        By kind, for each thing that was left out, its IRI, the values and their ranks.
    drawn
        The values in each draw.
    names
        IRI -> what a source or an initiative is called.
    """

    without: Mapping[str, Sequence[tuple[str, Values, Mapping[str, int]]]]
    drawn: Sequence[Values]
    names: Mapping[str, str]


def worlds_measured(
    frames: Frames,
    network: nx.Graph[str],
    selection: Selection,
    taken: Mapping[_K, Callable[[nx.Graph[str], World], Values | None]],
    *,
    draws: int,
    seed: int,
) -> dict[_K, Worlds]:
    """
    Measure a network without each source, without each initiative, and in each draw.

    Networks that lack the same participations are measured once, and so are draws of the same initiatives.

    Parameters
    ----------
    frames, network, selection
        The graph, and the network that this selection makes of it.
    taken
        What to measure in each world; one gives nothing in a world that it is not asked for in.
    draws, seed
        How many times initiatives are drawn, and the seed of the draws.

    Returns
    -------
    worlds
        By the keys of ``taken``.
    """
    whole = reduction(frames, network, selection)
    known: dict[frozenset[str], dict[_K, tuple[Values, Mapping[str, int]]]] = {}
    without: dict[_K, dict[str, list[tuple[str, Values, Mapping[str, int]]]]] = {
        key: {kind: [] for kind in KINDS} for key in taken
    }
    for leaving in leavings(frames, selection):
        if leaving.dropped not in known:
            one = whole.without(leaving.dropped)
            values = {key: measured(one, "without") or {} for key, measured in taken.items()}
            known[leaving.dropped] = {key: (several, ranks(several)) for key, several in values.items()}
        for key, found in known[leaving.dropped].items():
            without[key][leaving.kind].append((leaving.left, *found))
    drawn: dict[_K, list[Values]] = {key: [] for key in taken}
    drawing = Drawing(network, whole.marked)
    of_draw: dict[tuple[int, ...], dict[_K, Values | None]] = {}
    for times in drawing.times(draws, seed):
        if times not in of_draw:
            one = drawing.network_of(times)
            of_draw[times] = {key: measured(one, "drawn") for key, measured in taken.items()}
        for key, several in of_draw[times].items():
            if several is not None:
                drawn[key].append(several)
    titles = frames.sources.select("source", "title").drop_nulls().iter_rows()
    labels = ((node, str(network.nodes[node]["label"])) for node in network)
    names = {**dict(titles), **dict(labels)}
    return {key: Worlds(without[key], drawn[key], names) for key in taken}


def uncertain(
    key: str, asked: Stand, worlds: Worlds, *, ranked: bool, language: Language
) -> tuple[dict[str, Any], list[str]]:
    """
    Return the cells of one value for :data:`COLUMNS` (and :data:`RANK_COLUMNS`), and the reasons for gaps.

    Parameters
    ----------
    key
        The node or the measure.
    asked
        Its value and rank in the network asked for.
    worlds
        The same in others.
    ranked
        Whether ranks are compared.
    language
        Of the reasons.
    """
    cells: dict[str, Any] = {}
    reasons: list[str] = []
    lows, highs = [asked.rank], [asked.rank]
    for kind in KINDS:
        stands = [
            (left, Stand(values.get(key), in_order.get(key) if ranked else None))
            for left, values, in_order in worlds.without[kind]
            if left != key
        ]
        found = spread(asked, stands, worlds.names)
        cells |= {f"{kind}_low": found.low, f"{kind}_high": found.high}
        cells |= {f"{kind}_rank_low": found.rank_low, f"{kind}_rank_high": found.rank_high}
        lows.append(found.rank_low)
        highs.append(found.rank_high)
        if not worlds.without[kind]:
            reasons.append(reason(f"no_{kind}", language))
        elif asked.defined:
            reasons += _reasons(kind, found, len(stands), worlds.names, language)
        if kind == "source":
            label = None if found.most is None else worlds.names.get(found.most, found.most)
            cells |= {"most_moved_by": found.most, "most_moved_by_label": label}
    cells["rank"] = asked.rank
    cells["rank_low"] = min((rank for rank in lows if rank is not None), default=None)
    cells["rank_high"] = max((rank for rank in highs if rank is not None), default=None)
    return cells, reasons


def drawn_interval(
    key: str, worlds: Worlds, asked: Stand, language: Language
) -> tuple[dict[str, Any], list[str]]:
    """Return the cells of the bootstrap interval of one value, and the reasons for gaps."""
    values = [values.get(key, nan) for values in worlds.drawn]
    cells = {
        "draws": len(values) or None,
        "draws_with_value": sum(not isnan(value) for value in values) if values else None,
    }
    interval = percentile_interval(values)
    if asked.value is None or isnan(asked.value) or interval is None:
        return cells, []
    low, high = interval
    dust = EQUAL * abs(asked.value)
    beside = not low - dust <= asked.value <= high + dust
    reasons = [reason("beside", language)] if beside else []
    return {**cells, "boot_low": low, "boot_high": high}, reasons


def _reasons(kind: str, found: Spread, of: int, names: Mapping[str, str], language: Language) -> list[str]:
    """Return in how many of so many worlds there is no value, or in which if it is one."""
    told = [reason(f"absent_{kind}", language, names.get(left, left)) for left in found.absent]
    if len(found.undefined) == 1:
        only = found.undefined[0]
        told.append(reason(f"undefined_{kind}", language, names.get(only, only)))
    elif found.undefined:
        told.append(reason(f"undefined_{kind}s", language, len(found.undefined), of))
    return told
