"""What a measure is, how it is computed and read, and what to beware of: for those who write of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.measures.registry import MEASURES, Measure
from samverkansgraf.measures.works import bibliography
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.project import Language


def measure_named(name: str) -> Measure:
    """
    Return a measure by its name.

    Raises
    ------
    UsageError
        There is none; the nearest name is suggested.

    Examples
    --------
    >>> measure_named("degree").level
    'node'
    """
    if name in MEASURES:
        return MEASURES[name]
    remedy = did_you_mean(name, MEASURES) or f"use one of {', '.join(MEASURES)}"
    raise UsageError(f"measure {name!r} is unknown; {remedy}")


def explained(names: Iterable[str], *, language: Language = "en") -> pl.DataFrame:
    """
    Return all that is known of measures besides their values.

    Returns
    -------
    explained
        Columns ``measure, level, of, network, definition, formula, unit, value_range, normalisation, reading,
        caveats, undefined, fewest, seeded, uncertainty, works, dois``; lists of texts in ``of``, ``works`` and
        ``dois`` (as long as ``works``; null for a work without one).

    Raises
    ------
    UsageError
        A name is unknown.
    """
    texts = pl.List(pl.String())
    rows = [
        {
            "measure": measure.name,
            "level": measure.level,
            "of": list(measure.sides) if measure.level == "node" else [],
            "network": measure.network,
            **{
                text: getattr(measure, text)[language] or None
                for text in ("definition", "formula", "reading", "caveats", "undefined")
            },
            "unit": measure.unit,
            "value_range": measure.value_range or None,
            "normalisation": measure.normalisation,
            "fewest": measure.fewest,
            "seeded": measure.seeded,
            "uncertainty": measure.uncertainty,
            "works": [work.citation for work in measure.works],
            "dois": [work.doi for work in measure.works],
        }
        for measure in map(measure_named, names)
    ]
    schema = {
        **dict.fromkeys(("measure", "level"), pl.String()),
        "of": texts,
        **dict.fromkeys(
            ("network", "definition", "formula", "unit", "value_range", "normalisation"), pl.String()
        ),
        **dict.fromkeys(("reading", "caveats", "undefined"), pl.String()),
        "fewest": pl.Int64(),
        "seeded": pl.Boolean(),
        "uncertainty": pl.String(),
        "works": texts,
        "dois": texts,
    }
    return pl.DataFrame(rows, schema=schema)


def explanation(name: str, *, language: Language = "en") -> str:
    """
    Return a measure in words, as a text of short paragraphs.

    Raises
    ------
    UsageError
        The name is unknown.
    """
    measure = measure_named(name)
    headings, phrases = (
        catalogue("measures", language, under="explain.heading"),
        catalogue("measures", language, under="explain.phrase"),
    )
    sides = f": {', '.join(phrases[side] for side in measure.sides)}" if measure.level == "node" else ""
    told = {
        "formula": measure.formula[language],
        "network": phrases[measure.network],
        "value_range": _range(measure, language),
        "reading": measure.reading[language],
        "caveats": measure.caveats[language],
        "undefined": measure.undefined[language],
        "fewest": str(measure.fewest) if measure.fewest else "",
        "seeded": phrases["seeded"] if measure.seeded else "",
        "uncertainty": phrases[measure.uncertainty],
    }
    lines = [f"{measure.name} ({phrases[measure.level]}{sides})", "", measure.definition[language], ""]
    lines += [f"{headings[part]}: {text}" for part, text in told.items() if text]
    lines += ["", f"{headings['works']}:"]
    for work in measure.works:
        lines.append(f"- {work.citation}" + (f" https://doi.org/{work.doi}" if work.doi else ""))
    return "\n".join(lines) + "\n"


def bibtex(names: Iterable[str]) -> str:
    """
    Return the works that measures are from as the text of a BibTeX file, each once.

    Raises
    ------
    UsageError
        A name is unknown.
    """
    return bibliography(work for name in names for work in measure_named(name).works)


def _range(measure: Measure, language: Language) -> str:
    """Return the range in words; nothing where the catalogue has no words for it, as the formula has them too."""
    text = measure.value_range or measure.unit
    return (
        catalogue("measures", language, under="explain.range").get(text, "")
        if re.search("[a-z]{2}", text)
        else text
    )
