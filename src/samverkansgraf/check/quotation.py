"""Which phrases do not stand in the texts they are taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.phrases import position_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import polars as pl


def misquotations(evidence: pl.DataFrame, texts: Mapping[str, Path]) -> list[tuple[str, str]]:
    """
    Find phrases that do not stand where they are said to.

    Parameters
    ----------
    evidence
        The frame ``evidence``.
    texts
        The files at hand, by the IRI of their source.

    Returns
    -------
    The evidence's IRI and ``elsewhere`` (in the text, at another place) or ``nowhere``; sorted.
    """
    read = {source: path.read_text(encoding="utf-8", errors="replace") for source, path in texts.items()}
    found = []
    distinct = evidence.unique("evidence").sort("evidence")
    for node, source, where, quote in distinct.select("evidence", "source", "where", "quote").iter_rows():
        if quote is None or source not in read or position_of(quote, read[source], where) is not None:
            continue
        elsewhere = position_of(quote, read[source], None) is not None
        found.append((node, "elsewhere" if elsewhere else "nowhere"))
    return found
