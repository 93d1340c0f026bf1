"""Measures as tables, with how much each value would change if less, or other things, were known."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.measures.reasons import reason, says_little
from samverkansgraf.measures.scenarios import certainty_names
from samverkansgraf.measures.together import DRAWS, Together, whole_measures
from samverkansgraf.measures.uncertainty.ranks import ranks
from samverkansgraf.measures.uncertainty.spread import Stand
from samverkansgraf.measures.uncertainty.worlds import (
    COLUMNS,
    RANK_COLUMNS,
    Worlds,
    drawn_interval,
    uncertain,
)
from samverkansgraf.ties import DEFAULT_SELECTION, Selection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.frames import Frames
    from samverkansgraf.measures.registry import Measure
    from samverkansgraf.network import Side
    from samverkansgraf.project import Language

_S, _F, _I = pl.String(), pl.Float64(), pl.Int64()
_VALUES: Final = {"measure": _S, "value": _F, "low": _F, "high": _F, "reason": _S}


def node_table(
    frames: Frames,
    measure: str,
    *,
    of: Side = "actors",
    selection: Selection = DEFAULT_SELECTION,
    language: Language = "en",
    uncertainty: bool = False,
    seed: int = 1,
    draws: int = DRAWS,
    together: Together | None = None,
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
    uncertainty
        Also compute it without each source, without each initiative and with initiatives drawn anew.
    seed
        Of the draws, and of a measure in which chance takes part.
    draws
        How many times initiatives are drawn.
    together
        Where it is taken with other measures, of the same frames; its selection, seed and draws then count.

    Returns
    -------
    table
        Columns ``id, label, kind, measure, value, low, high, reason``; greatest value first, then by label
        and id. ``low`` and ``high`` are the least and greatest value over the certainty scenarios.
        A value that is not defined is null and has a reason; null values come last.

        With ``uncertainty`` also ``rank`` (1 is the greatest value; equal ones share the best rank),
        ``rank_low, rank_high`` (the least and greatest rank when any one source or initiative is left out),
        ``source_low, source_high, source_rank_low, source_rank_high`` and the same of ``initiative`` (over
        the network asked for and those without one; empty if none of these has a value),
        ``most_moved_by, most_moved_by_label`` (the source whose absence matters most: see
        :class:`~samverkansgraf.measures.uncertainty.Spread`), ``boot_low, boot_high`` (the 2.5th and 97.5th
        percentile over ``draws_with_value`` of ``draws`` draws of as many initiatives with replacement, as
        :mod:`~samverkansgraf.measures.uncertainty.bootstrap` has them; for actors only) and ``seed``. A
        seeded measure has ``seed`` in any case.

    Raises
    ------
    UsageError
        There is no such measure of nodes, or not of this side.
    """
    together = together or Together(
        frames, nodes=[(measure, of)], selection=selection, seed=seed, draws=draws
    )
    chosen, scenes, seed = together.nodes[measure, of], together.scenes, together.seed
    values = [chosen.of_nodes(scene.network, of=of, seed=seed) for scene in scenes]
    names = certainty_names(frames, scenes, language)
    asked, in_order = scenes[0].network, ranks(values[0])
    worlds = together.worlds.get((measure, of)) if uncertainty else None
    caveat = says_little(chosen, asked, language=language)
    rows = []
    for node in values[0]:
        attributes = asked.nodes[node]
        row = {"id": node, "label": attributes["label"], "kind": attributes["kind"]}
        cells, reasons = _cells(chosen, [value.get(node) for value in values], names, caveat, language)
        if uncertainty:
            stand = Stand(values[0][node], in_order.get(node))
            more, others = _uncertainty(chosen, node, stand, worlds, of=of, language=language)
            cells |= more
            reasons += others
        rows.append({**row, **cells, "reason": "; ".join(reasons) or None, "seed": seed})
    schema = {"id": _S, "label": _S, "kind": _S, **_VALUES}
    if uncertainty:
        schema |= {**RANK_COLUMNS, **COLUMNS}
    table = _table(rows, schema, seeded=uncertainty or chosen.seeded)
    return table.sort("value", "label", "id", descending=[True, False, False], nulls_last=True)


def whole_table(
    frames: Frames,
    measures: Sequence[str] | None = None,
    *,
    selection: Selection = DEFAULT_SELECTION,
    language: Language = "en",
    uncertainty: bool = False,
    seed: int = 1,
    draws: int = DRAWS,
    together: Together | None = None,
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
    uncertainty, seed, draws, together
        As :func:`node_table` has them.

    Returns
    -------
    table
        Columns ``measure, value, low, high, reason`` and the others of :func:`node_table` but those of ranks,
        in the order asked. A measure that refuses a network as too large is undefined, with its words as
        the reason.

    Raises
    ------
    UsageError
        There is no such measure of the whole network.
    """
    measures = whole_measures() if measures is None else measures
    together = together or Together(frames, whole=measures, selection=selection, seed=seed, draws=draws)
    chosen, scenes, seed = together.whole, together.scenes, together.seed
    names = certainty_names(frames, scenes, language)
    asked = scenes[0].network
    values = [[together.of_whole(measure, scene.network) for scene in scenes] for measure in chosen]
    worlds = together.worlds.get(None) if uncertainty else None
    rows = []
    for measure, over in zip(chosen, values, strict=True):
        cells, reasons = _cells(
            measure,
            [value for value, _ in over],
            names,
            says_little(measure, asked, language=language),
            language,
            refused=over[0][1],
        )
        if uncertainty:
            more, others = _uncertainty(measure, measure.name, Stand(over[0][0]), worlds, language=language)
            cells |= more
            reasons += others
        rows.append({**cells, "reason": "; ".join(reasons) or None, "seed": seed})
    seeded = uncertainty or any(measure.seeded for measure in chosen)
    return _table(rows, {**_VALUES, **COLUMNS} if uncertainty else _VALUES, seeded=seeded)


def _table(rows: Sequence[Mapping[str, Any]], schema: Mapping[str, Any], *, seeded: bool) -> pl.DataFrame:
    columns = {**schema, "seed": _I} if seeded else schema
    return pl.DataFrame([[row.get(name) for name in columns] for row in rows], schema=columns, orient="row")


def _cells(
    measure: Measure,
    values: Sequence[float | None],
    names: Sequence[str],
    caveat: str | None,
    language: Language,
    *,
    refused: str | None = None,
) -> tuple[dict[str, Any], list[str]]:
    """Return name, value, low and high, and reasons; the first value is the one asked for, ``None`` is absent."""
    defined = [value for value in values if value is not None and not isnan(value)]
    asked = values[0] if values[0] is not None and not isnan(values[0]) else None
    reasons = []
    if asked is None:
        reasons.append(refused or measure.undefined[language])
    elif caveat is not None:
        reasons.append(caveat)
    for value, name in list(zip(values, names, strict=True))[1:]:
        if value is None:
            reasons.append(reason("absent_scenario", language, name))
        elif isnan(value) and asked is not None:
            reasons.append(reason("undefined_scenario", language, name))
    low, high = min(defined, default=None), max(defined, default=None)
    return {"measure": measure.name, "value": asked, "low": low, "high": high}, reasons


def _uncertainty(
    measure: Measure,
    key: str,
    asked: Stand,
    worlds: Worlds | None,
    *,
    of: Side | None = None,
    language: Language,
) -> tuple[dict[str, Any], list[str]]:
    """Return the cells beside those of scenarios, and why some are empty."""
    if worlds is None or measure.uncertainty == "scenarios":
        return {"rank": asked.rank}, [reason("scenarios", language)]
    cells, reasons = uncertain(key, asked, worlds, ranked=of is not None, language=language)
    if of == "initiatives" or measure.uncertainty == "no bootstrap":
        return cells, [*reasons, reason("drawn" if of == "initiatives" else "no bootstrap", language)]
    more, others = drawn_interval(key, worlds, asked, language)
    return cells | more, reasons + others
