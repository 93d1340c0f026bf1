"""What a simulation says in a few sentences, and what it cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.simulation.changes import name_of, units_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language
    from samverkansgraf.simulation.what_if import Simulation

_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "sv": {
        "actor": "{} lämnar", "sector": "hela sektorn {} lämnar", "funder": "{} slutar finansiera",
        "source": "källan ”{}” stryks", "initiative": "{} upphör", "agreement": "avtalet {} upphör",
        "new": "{} startar", "more": "{} får fler deltagare, platser eller teman",
        "supposed": "Antagande: {}. Inget av det sparas.",
        "units": "Enheter inom den som lämnar är kvar ({}); ta med dem med --with-units.",
        "none_then": "Inga registrerade initiativ med deltagare pågår {}; pröva ett annat --as-of eller --ever.",
        "nothing": "Inget skulle bli annorlunda i det som är registrerat.",
        "gone": "{} som inte längre är registrerade", "no_actor": "{} utan registrerad aktör",
        "one_actor": "{} med en enda registrerad aktör kvar", "no_lead": "{} utan registrerad ledare",
        "no_funder": "{} utan registrerad finansiär", "no_agreement": "{} utan gällande avtal",
        "initiatives": "Initiativ som får mindre att vila på: {}.",
        "cells": "Celler i täckningen som var belagda och inte längre är det: {}. Övriga celler som byter värde: {}.",
        "covered": "Celler i täckningen som blir belagda i antagandet: {}.",
        "closed": "Att ett initiativ utan någon registrerad aktör kvar inte längre täcker något är vårt antagande, "
        "inte källornas; med --keep-empty räknas det kvar.",
        "funder_note": "Vad som händer med ett initiativ som mister finansiär, ledare eller avtal vet vi inte; "
        "det räknas kvar.",
        "apart": "Aktörer som är kvar men inte längre hänger ihop med de andra: {}; par av aktörer som inte längre når varandra: {}.",
        "known": "Allt gäller det som källorna säger: ett initiativ kan ha fler aktörer än de registrerade.",
        "ties": "Banden är för många för att räknas upp ett och ett.",
        "each": "Varje rad: vad som skulle saknas om just den lämnade, i dessa källor. Det som hänger på en aktör här kan ha fler.",
        "ending": "Avtal som slutar senast {}: {}. Avtal utan angivet slut: {}; om de löper är inte känt.",
        "curve_random": "Slumpvis ordning: medelvärde och 2,5:e–97,5:e percentilen. Andelarna är av det nätet hade från början.",
        "curve_recomputed": "Den som har mest i det nät som är kvar lämnar först. Andelarna är av det nätet hade från början.",
        "curve_start": "Alla lämnar i ordning efter vad de har från början. Andelarna är av det nätet hade från början.",
    },
    "en": {
        "actor": "{} leaves", "sector": "the whole sector {} leaves", "funder": "{} stops funding",
        "source": "the source “{}” is struck", "initiative": "{} ends", "agreement": "the agreement {} ends",
        "new": "{} starts", "more": "{} gets more participants, places or themes",
        "supposed": "Assumption: {}. None of it is stored.",
        "units": "Units of the one that leaves stay ({}); --with-units takes them along.",
        "none_then": "No recorded initiative with participants is under way on {}; try another --as-of, or --ever.",
        "nothing": "Nothing would be different in what is recorded.",
        "gone": "{} no longer recorded", "no_actor": "{} without a recorded actor",
        "one_actor": "{} with one recorded actor left", "no_lead": "{} without a recorded lead",
        "no_funder": "{} without a recorded funder", "no_agreement": "{} without an agreement that holds",
        "initiatives": "Initiatives with less to rest on: {}.",
        "cells": "Cells of the coverage that were documented and no longer are: {}. Other cells with another value: {}.",
        "covered": "Cells of the coverage that become documented in the assumption: {}.",
        "closed": "That an initiative with no recorded actor left covers nothing any more is our assumption, not the "
        "sources'; --keep-empty lets it stand.",
        "funder_note": "What becomes of an initiative that loses its funder, lead or agreement is not known; it still counts.",
        "apart": "Actors that stay but no longer hang together with the others: {}; pairs of actors that no longer reach each other: {}.",
        "known": "All of it is of what the sources tell: an initiative may have more actors than those recorded.",
        "ties": "The ties are too many to be listed one by one.",
        "each": "Each row: what would be missing if that one left, in these sources. What hangs on one actor here may have more.",
        "ending": "Agreements that end by {}: {}. Agreements without an end: {}; whether they run is not known.",
        "curve_random": "Random order: mean and the 2.5th–97.5th percentile. Shares are of what the network had at the start.",
        "curve_recomputed": "The one with most in the network that is left leaves first. Shares are of what the network had at the start.",
        "curve_start": "All leave in the order of what they have at the start. Shares are of what the network had at the start.",
    },
}  # fmt: skip

_EFFECTS: Final = ("gone", "no_actor", "one_actor", "no_lead", "no_funder", "no_agreement")


def word(name: str, language: Language, *values: object) -> str:
    """Return one of the sentences, filled in."""
    return _WORDS[language][name].format(*values)


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
    words = _WORDS[language]
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
