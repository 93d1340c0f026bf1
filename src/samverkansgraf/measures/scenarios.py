"""
Measures as tables, with the least and greatest value over certainty scenarios.

The scenarios are a ladder: only what is stated; also what is stated in part; also what is inferred;
also what is planned; and the certainties that were asked for. Everything else of the selection stays
as it is. A scenario in which a node is not in the network, or a measure is not defined, counts for
neither end of the range, and the reason says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.measures.registry import MEASURES, Measure
from samverkansgraf.network import Side, two_mode
from samverkansgraf.ties import CERTAINTY_LADDER, DEFAULT_SELECTION, Selection, selected_participations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language

_S: Final = pl.String()
_F: Final = pl.Float64()
_VALUES: Final = {"measure": _S, "value": _F, "low": _F, "high": _F, "reason": _S}

_WORDS: Final[Mapping[Language, tuple[str, str]]] = {
    "sv": ("inte i nätverket när bara detta räknas: {}", "odefinierat när bara detta räknas: {}"),
    "en": ("not in the network when only this counts: {}", "undefined when only this counts: {}"),
}


@dataclass(frozen=True, slots=True)
class Scenario:
    """A network as it would be if exactly these certainties counted."""

    certainty: tuple[str, ...]
    network: nx.Graph[str]


def scenarios(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> list[Scenario]:
    """
    Return the network asked for, then those of the certainty ladder that differ from the ones before.

    Two certainty sets that select the same participations give one scenario.
    """
    ladder = [CERTAINTY_LADDER[:length] for length in range(1, len(CERTAINTY_LADDER) + 1)]
    found: list[Scenario] = []
    seen: list[pl.Series] = []
    for certainty in (selection.certainty, *ladder):
        chosen = replace(selection, certainty=certainty)
        participations = selected_participations(frames, chosen)["participation"]
        if not any(participations.equals(other) for other in seen):
            seen.append(participations)
            found.append(Scenario(certainty, two_mode(frames, chosen)))
    return found


def node_table(
    frames: Frames,
    measure: str,
    *,
    of: Side = "actors",
    selection: Selection = DEFAULT_SELECTION,
    language: Language = "en",
) -> pl.DataFrame:
    """
    Return a measure of every actor, or initiative, of the network.

    Parameters
    ----------
    frames
        The graph.
    measure
        Name of a node measure of :data:`~samverkansgraf.measures.registry.MEASURES`.
    of
        Whose.
    selection
        Which participations count, and as whose.
    language
        Of ``reason``.

    Returns
    -------
    table
        Columns ``id, label, kind, measure, value, low, high, reason``; greatest value first, then by label
        and id. ``low`` and ``high`` are the least and greatest value over the certainty scenarios.
        A value that is not defined is null and has a reason; null values come last.

    Raises
    ------
    UsageError
        There is no such measure of nodes.
    """
    chosen = _measure(measure, "node")
    worlds = scenarios(frames, selection)
    values = [chosen.of_nodes(world.network, of=of) for world in worlds]
    names = _certainty_names(frames, worlds, language)
    asked = worlds[0].network
    rows = []
    for node in values[0]:
        attributes = asked.nodes[node]
        cells = _cells(chosen, [value.get(node) for value in values], names, language)
        rows.append((node, attributes["label"], attributes["kind"], *cells))
    table = pl.DataFrame(rows, schema={"id": _S, "label": _S, "kind": _S, **_VALUES}, orient="row")
    return table.sort("value", "label", "id", descending=[True, False, False], nulls_last=True)


def whole_table(
    frames: Frames,
    measures: Sequence[str] | None = None,
    *,
    selection: Selection = DEFAULT_SELECTION,
    language: Language = "en",
) -> pl.DataFrame:
    """
    Return measures of the whole network.

    Parameters
    ----------
    frames
        The graph.
    measures
        Names of whole-network measures; all, in the registry's order, if ``None``.
    selection
        Which participations count, and as whose.
    language
        Of ``reason``.

    Returns
    -------
    table
        Columns ``measure, value, low, high, reason``, as :func:`node_table` has them, in the order asked.

    Raises
    ------
    UsageError
        There is no such measure of the whole network.
    """
    if measures is None:
        measures = [name for name, measure in MEASURES.items() if measure.level == "whole"]
    chosen = [_measure(name, "whole") for name in measures]
    worlds = scenarios(frames, selection)
    names = _certainty_names(frames, worlds, language)
    rows = [
        _cells(measure, [measure.of_whole(world.network) for world in worlds], names, language)
        for measure in chosen
    ]
    return pl.DataFrame(rows, schema=_VALUES, orient="row")


def _measure(name: str, level: Literal["node", "whole"]) -> Measure:
    known = [measure.name for measure in MEASURES.values() if measure.level == level]
    if name in known:
        return MEASURES[name]
    wanted = "nodes" if level == "node" else "the whole network"
    if name in MEASURES:
        raise UsageError(f"measure {name!r} is not one of {wanted}; use one of {', '.join(known)}")
    remedy = did_you_mean(name, known) or f"use one of {', '.join(known)}"
    raise UsageError(f"measure {name!r} of {wanted} is unknown; {remedy}")


def _cells(
    measure: Measure, values: Sequence[float | None], names: Sequence[str], language: Language
) -> tuple[str, float | None, float | None, float | None, str | None]:
    """Return name, value, low, high and reason; the first value is the one asked for, ``None`` is absent."""
    absent, undefined = _WORDS[language]
    asked, *_ = values
    defined = [value for value in values if value is not None and not isnan(value)]
    reasons = []
    if asked is None or isnan(asked):
        asked = None
        reasons.append(measure.undefined[language])
    for value, name in list(zip(values, names, strict=True))[1:]:
        if value is None:
            reasons.append(absent.format(name))
        elif isnan(value) and asked is not None:
            reasons.append(undefined.format(name))
    return (
        measure.name,
        asked,
        min(defined, default=None),
        max(defined, default=None),
        "; ".join(reasons) or None,
    )


def _certainty_names(frames: Frames, worlds: Sequence[Scenario], language: Language) -> list[str]:
    """Return how each scenario's certainties read: by the labels of the concepts, else their bare names."""
    labels = dict(frames.concepts.select("concept", f"label_{language}").iter_rows())
    return [
        ", ".join(labels.get(one) or one.rpartition("#")[2] for one in world.certainty) for world in worlds
    ]
