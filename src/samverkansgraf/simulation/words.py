"""What a simulation says in a few sentences, and what it cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.simulation.changes import name_of, units_of
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language
    from samverkansgraf.simulation.what_if import Simulation


_EFFECTS: Final = ("gone", "no_actor", "one_actor", "no_lead", "no_funder", "no_agreement")


def word(name: str, language: Language, *values: object) -> str:
    """Return one of the sentences, filled in."""
    return catalogue("simulation", language)[name].format(*values)


def in_words(found: Simulation, frames: Frames, *, language: Language) -> list[str]:
    """
    Return a simulation in sentences: what is assumed, what would be missing, what is not known.

    Parameters
    ----------
    found
        The simulation.
    frames
        The graph before.
    language
        Of the sentences.
    """
    words = catalogue("simulation", language)
    supposed = [words[one.kind].format(name_of(frames, one, language)) for one in found.leaving]
    supposed += [words["more" if one.initiative else "new"].format(one.label) for one in found.assumed]
    sentences = [words["supposed"].format("; ".join(supposed))]
    leaving = {actor for one in found.leaving if one.kind == "actor" for actor in one.actors}
    if units := set(units_of(frames, leaving)):
        sentences.append(words["units"].format(len(units)))
    if found.changes.is_empty():
        return [*sentences, words["nothing"], words["known"]]
    effects = found.initiatives["effects"].explode().to_list()
    standing = (
        found.initiatives.filter(~pl.col("initiative").is_in(found.closed))["effects"].explode().to_list()
    )
    lost = [words[one].format(effects.count(one)) for one in _EFFECTS if one in effects]
    if lost:
        sentences.append(words["initiatives"].format(", ".join(lost)))
    return [
        *sentences,
        *_of_cells(found, words),
        *_of_the_network(found, words),
        *_unknown(found, words, standing),
    ]


def _of_cells(found: Simulation, words: Mapping[str, str]) -> list[str]:
    values = found.cells.filter(pl.col("value_before") != pl.col("value_after"))
    lost = values.filter(pl.col("value_before") == "covered").height
    won = values.filter(pl.col("value_after") == "covered").height
    other = values.height - lost - won
    sentences = [words["cells"].format(lost, other)] if found.leaving else []
    return [*sentences, words["covered"].format(won)] if found.assumed else sentences


def _of_the_network(found: Simulation, words: Mapping[str, str]) -> list[str]:
    measured = {name: after for name, _, after in found.network.iter_rows()}
    loose = found.actors.filter(pl.col("effect").is_in(["cut_off", "not_in_network"])).height
    sentences = []
    if loose or measured["pairs_apart"]:
        sentences.append(words["apart"].format(loose, int(measured["pairs_apart"])))
    return [*sentences, words["ties"]] if found.ties is None else sentences


def _unknown(found: Simulation, words: Mapping[str, str], effects: list[str]) -> list[str]:
    sentences = []
    if found.closed:
        sentences.append(words["closed"])
    if {"no_lead", "no_funder", "no_agreement"} & set(effects):
        sentences.append(words["funder_note"])
    return [*sentences, words["known"]]
