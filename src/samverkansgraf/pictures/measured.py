"""What is measured of the nodes of a picture: values with how far they can be trusted, and ties beyond chance."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.null_models import pair_test
from samverkansgraf.measures.tables import node_table
from samverkansgraf.measures.together import Together
from samverkansgraf.measures.withheld import ranking_withheld
from samverkansgraf.network import pair_ids, two_mode
from samverkansgraf.pictures.legend import number
from samverkansgraf.pictures.texts import text
from samverkansgraf.ties import DEFAULT_SELECTION, Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from samverkansgraf.frames import Frames
    from samverkansgraf.measures.null_models import PairTest
    from samverkansgraf.network import Side
    from samverkansgraf.project import Language

#: The measures shown of every actor and initiative.
SHOWN: Final = ("degree", "betweenness")
#: Whose.
SIDES: Final[tuple[Side, ...]] = ("actors", "initiatives")
#: Past so many participations uncertainty and chance take longer than a picture is waited for.
MOST: Final = 3000


@dataclass(frozen=True, slots=True)
class Measured:
    """
    What is measured of a network, in one language.

    ``of_nodes`` holds for each IRI (name of a measure, value and uncertainty in words). ``beyond_chance`` are
    pairs of actors that share more initiatives than chance gives; ``None`` where that was not tested.
    """

    of_nodes: Mapping[str, list[tuple[str, list[str]]]] = field(default_factory=dict)
    beyond_chance: tuple[tuple[str, str], ...] | None = None
    test: str = ""


def measured(
    frames: Frames,
    *,
    language: Language,
    seed: int = 1,
    selection: Selection = DEFAULT_SELECTION,
    test: PairTest | None = None,
    tables: Mapping[tuple[str, Side], pl.DataFrame] | None = None,
) -> Measured:
    """
    Measure the network that ``network`` measures unless told otherwise, for the panel of a picture.

    Parameters
    ----------
    frames
        The graph.
    language
        Of the words.
    seed
        Of the draws.
    selection
        Which participations count, such as those of a date.
    test
        The pairs of that network tested with that seed under the fixed-degree null model, where somebody has done
        so already.
    tables
        What :func:`~samverkansgraf.measures.tables.node_table` says, with uncertainty, of the measures :data:`SHOWN` of
        that network, by measure and side, where somebody has asked it already; in the same language.

    Returns
    -------
    measured
        Degree and betweenness of actors and initiatives, each with its least and greatest value over the
        certainty scenarios, and with its rank and the range of ranks when one source or initiative is left
        out, unless ranks are withheld; and the pairs validated at 5 % under the fixed-degree null model.
        Nothing where there are more than :data:`MOST` participations: a page that large is an overview.
    """
    if frames.participations.height > MOST:
        return Measured()
    withheld = ranking_withheld(frames, selection, language=language)
    asked: list[tuple[str, Side]] = [(measure, of) for measure in SHOWN for of in SIDES]
    if tables is None:
        # The ranks need the networks without one source or initiative, and no bootstrap.
        together = Together(frames, nodes=asked, selection=selection, seed=seed, draws=1)
        tables = {
            (measure, of): node_table(
                frames, measure, of=of, language=language, uncertainty=True, together=together
            )
            for measure, of in asked
        }
    of_nodes: dict[str, list[tuple[str, list[str]]]] = {}
    for measure, of in asked:
        for row in tables[measure, of].iter_rows(named=True):
            if (said := _words(row, withheld.get(row["id"]), of, language)) is not None:
                of_nodes.setdefault(row["id"], []).append((text(f"measure_{measure}", language), said))
    network = two_mode(frames, selection)
    try:
        test = test or pair_test(network, seed=seed)
    except UsageError:  # too many ties to hold, or none
        return Measured(of_nodes)
    ids = pair_ids(network).select("id_a", "id_b").iter_rows()
    pairs = tuple((a, b) for (a, b), valid in zip(ids, test.validated, strict=True) if valid)
    return Measured(of_nodes, pairs, test.words(language))


def _words(row: Mapping[str, Any], withheld: str | None, of: str, language: Language) -> list[str] | None:
    """Return a value, its range and its rank in words; nothing where it is not defined."""
    if row["value"] is None:
        return [row["reason"]] if row["reason"] else None
    said = number(row["value"], language)
    if row["low"] is not None and (row["low"], row["high"]) != (row["value"], row["value"]):
        low, high = number(row["low"], language), number(row["high"], language)
        said += f" ({text('measure_range', language, low=low, high=high)})"
    if withheld is not None:
        return [said, text("rank_withheld", language, reason=withheld)]
    if row["rank"] is None:
        return [said]
    low, high = row["rank_low"], row["rank_high"]
    if low is not None and (low, high) != (row["rank"], row["rank"]):
        return [said, text(f"rank_range_{of}", language, rank=row["rank"], low=low, high=high)]
    return [said, text(f"rank_{of}", language, rank=row["rank"])]
