"""What a measure is, how it is computed and read, and what to beware of: for those who write of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.measures.registry import MEASURES, Measure
from samverkansgraf.measures.works import bibliography

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkansgraf.project import Language

_HEADINGS: Final[Mapping[Language, Mapping[str, str]]] = {
    "sv": {
        "formula": "Så räknas det",
        "network": "Tas i",
        "value_range": "Värden",
        "reading": "Så läses det",
        "caveats": "Att tänka på",
        "undefined": "Odefinierat när",
        "fewest": "Minsta antal aktörer",
        "seeded": "Slumpen",
        "uncertainty": "Osäkerhet",
        "works": "Källor",
    },
    "en": {
        "formula": "How it is computed",
        "network": "Taken in",
        "value_range": "Values",
        "reading": "How to read it",
        "caveats": "Beware",
        "undefined": "Undefined when",
        "fewest": "Fewest actors",
        "seeded": "Chance",
        "uncertainty": "Uncertainty",
        "works": "Works",
    },
}

_PHRASES: Final[Mapping[Language, Mapping[str, str]]] = {
    "sv": {
        "node": "mått på noder",
        "whole": "mått på hela nätverket",
        "actors": "aktörer",
        "initiatives": "initiativ",
        "two-mode": "nätverket av aktörer och initiativ",
        "projection": "nätverket mellan noder av samma slag",
        "directed": "riktade band mellan aktörer, som rollerna ger",
        "seeded": "deltar; samma frö (--seed) ger samma värde",
        "all": "andra grader av visshet, en källa eller ett initiativ i taget utelämnat, bootstrap över initiativ",
        "no bootstrap": "andra grader av visshet, en källa eller ett initiativ i taget utelämnat; ingen bootstrap, eftersom "
        "måttet skulle mäta kopiorna av ett initiativ som dras flera gånger",
        "scenarios": "bara andra grader av visshet; måttet är för tungt att räkna om oftare",
    },
    "en": {
        "node": "measure of nodes",
        "whole": "measure of the whole network",
        "actors": "actors",
        "initiatives": "initiatives",
        "two-mode": "the network of actors and initiatives",
        "projection": "the network between nodes of one kind",
        "directed": "arcs between actors, which roles give",
        "seeded": "takes part; the same seed (--seed) gives the same value",
        "all": "certainties, one source or initiative left out at a time, bootstrap over initiatives",
        "no bootstrap": "certainties, one source or initiative left out at a time; no bootstrap, since the measure would "
        "measure the copies of an initiative that is drawn several times",
        "scenarios": "certainties only; the measure takes too long to compute more often",
    },
}

#: What the catalogue writes of ranges with words in them, in Swedish.
_RANGES: Final = {
    "share, 0–1": "andel, 0–1",
    "0 to 1": "0 till 1",
    "−1 to 1": "−1 till 1",
    "0 to 1 − 1/n": "0 till 1 − 1/n",
    "0 to 1 − 1/(number of sectors)": "0 till 1 − 1/(antalet sektorer)",
    "0 to 1 − 1/k": "0 till 1 − 1/k",
    "0 to (n − 1)(n − 2)": "0 till (n − 1)(n − 2)",
    "0 or more": "0 eller mer",
    "1 or more": "1 eller mer",
    "whole number, 0 or more": "heltal, 0 eller mer",
    "above 0, at most 1": "över 0, högst 1",
    "above 0; may exceed 1": "över 0; kan bli mer än 1",
    "parts": "delar",
    "steps": "steg",
    "number above 0": "tal över 0",
    "above 0, at most the node's number of contacts": "över 0, högst antalet kontakter noden har",
    "1 to the node's number of contacts": "1 till antalet kontakter noden har",
}


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
    headings, phrases = _HEADINGS[language], _PHRASES[language]
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
    """Return the range in words; in Swedish nothing where only English has the words, as the formula has them too."""
    text = measure.value_range or measure.unit
    if language == "en" or not re.search("[a-z]{2}", text):
        return text
    return _RANGES.get(text, "")
