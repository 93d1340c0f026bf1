"""Cards: one for each actor and initiative, with a small drawing of its neighbours."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.documents.blocks import (
    Bullets,
    Document,
    Line,
    Paragraph,
    Section,
    Table,
    cell,
    fact,
    joined,
    one_line,
)
from samverkansgraf.documents.names import in_scheme_order
from samverkansgraf.errors import UsageError
from samverkansgraf.lookup import found_thing
from samverkansgraf.pictures.measured import measured
from samverkansgraf.pictures.views.cards.drawings import card_drawing, index_drawing
from samverkansgraf.pictures.views.cards.things import cards_of
from samverkansgraf.pictures.views.page import figure, full_title, page, picture_chapter
from samverkansgraf.ties import DEFAULT_SELECTION
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.documents.blocks import Block, Cell
    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.views.cards.things import Card
    from samverkansgraf.pictures.views.material import Material

#: More cards than this are not on one page.
MOST: Final = 250
_ANCHOR: Final = "card-"


def view(material: Material) -> Document:
    """
    Return the cards of a graph's actors and initiatives, or the one card that ``material.of`` names.

    Raises
    ------
    UsageError
        The graph has neither actors nor initiatives, or none or several of that name.
    """
    names = material.names
    every = list(enumerate(cards_of(material, names), start=1))
    if not every:
        raise UsageError(f"view cards: {material.settings.name} has no actors and no initiatives")
    selection = replace(DEFAULT_SELECTION, at=material.at)
    measures = measured(material.frames, language=names.words.language, selection=selection).of_nodes
    if material.of is not None:
        node = found_thing(material.frames, material.of, "actor", "initiative")
        number, card = next(one for one in every if one[1].node == node)
        return _single(number, card, material, names, measures)
    ranked = sorted(every, key=lambda one: (-one[1].neighbours, one[0]))
    cards = sorted(ranked[:MOST])
    words = names.words
    title = words.say("cards.title")
    blocks: list[Block] = [
        figure(
            material,
            "cards",
            index_drawing(cards, names, title=full_title(material, title), anchor=_ANCHOR),
            caption=words.say("cards.index"),
            alternative=words.count("cards.index_alternative", len(cards)),
        )
    ]
    if left_out := len(every) - len(cards):
        said = words.say("cards.left_out", n=words.whole(left_out), most=words.whole(MOST))
        blocks.append(Paragraph((said,)))
    chapters = [
        Section(f"{_ANCHOR}{number}", card.label, tuple(_blocks(number, card, material, names, measures)))
        for number, card in cards
    ]
    index = picture_chapter(
        material, shows=words.say("cards.shows"), read=words.say("cards.read"), blocks=blocks
    )
    return page(material, title, [index, *chapters])


def _single(
    number: int,
    card: Card,
    material: Material,
    names: Names,
    measures: Mapping[str, list[tuple[str, list[str]]]],
) -> Document:
    """Return the page of one card."""
    words = names.words
    title = words.say("cards.title_of", label=card.label)
    told = [Paragraph((words.say(f"card.{key}", label=card.label),)) for key in ("shows", "read")]
    blocks = (*told, *_blocks(number, card, material, names, measures))
    return page(material, title, [Section(f"{_ANCHOR}{number}", card.label, blocks)])


def _blocks(
    number: int,
    card: Card,
    material: Material,
    names: Names,
    measures: Mapping[str, list[tuple[str, list[str]]]],
) -> list[Block]:
    """Return what a card holds."""
    words = names.words
    facts = _actor(card, names) if card.kind == "actor" else _initiative(card, material, names)
    facts += [fact(name, "; ".join(said)) for name, said in measures.get(card.node, ())]
    if proofs := names.proofs(card.node):
        facts.append(fact(words.say("cards.evidence"), joined(proofs, "; ")))
    facts += [fact(words.say("cards.reply"), reply) for reply in names.replies_about(card.node)]
    blocks: list[Block] = [Bullets(tuple(facts))]
    if not card.participations:
        return [*blocks, Paragraph((words.say("cards.nothing"),))]
    anchor = f"{_ANCHOR}{number}-row-"
    said = [
        words.say(
            "cards.neighbour",
            label=names.label(row[card.other]),
            role=names.label(row["role"]) if row["role"] else words.say("not_given"),
        )
        for row in card.participations
    ]
    blocks.append(
        figure(
            material,
            "cards",
            card_drawing(card, names, anchor=anchor),
            caption=words.say("cards.figure", label=card.label),
            alternative=words.say("cards.alternative", listing="; ".join(dict.fromkeys(said))),
            options=("--of", names.typed(card.node)),
        )
    )
    columns = (card.other, "role", "certainty", "proof", "standing")
    blocks.append(
        Table(
            words.say(f"cards.table_{card.kind}", label=card.label),
            tuple(words.say(f"cards.column_{name}") for name in columns),
            tuple(_row(row, card, material, names) for row in card.participations),
            names.command("why", names.typed(card.node)),
            tuple(f"{anchor}{place}" for place in range(1, len(card.participations) + 1)),
        )
    )
    return blocks


def _actor(card: Card, names: Names) -> list[Line]:
    """Return what is known of an actor."""
    words, row = names.words, card.row
    kind = words.say(f"cards.kind_{row['kind']}") if words.has(f"cards.kind_{row['kind']}") else ""
    held = names.person(card.node).removeprefix(names.label(card.node)).strip(" ()")
    given = (
        ("kind", kind),
        ("aliases", "; ".join(one_line(alias) for alias in row["aliases"] or ())),
        ("sector", names.label(row["sector"]) if row["sector"] else words.say("not_given")),
        ("part_of", names.several(row["part_of"])),
        ("owner", names.several(row["owner"])),
        ("position", held),
    )
    lines = [(words.say("cards.is_actor"),), *_facts(given, names)]
    lines.append((words.count("cards.number_of_actor", card.neighbours),))
    return lines


def _initiative(card: Card, material: Material, names: Names) -> list[Line]:
    """Return what is known of an initiative."""
    words, row = names.words, card.row
    placed = material.frames.placements.filter(pl.col("initiative") == card.node)["place"].to_list()
    given = (
        ("kind", names.label(row["kind"]) if row["kind"] else ""),
        ("aliases", "; ".join(one_line(alias) for alias in row["aliases"] or ())),
        ("status", names.label(row["status"]) if row["status"] else words.say("not_given")),
        ("time", words.period(row["start"], row["end"]) or words.say("not_given")),
        ("places", names.several(placed) or words.say("not_given")),
        ("themes", names.several(row["themes"]) or words.say("not_given")),
        ("described", one_line(row["description"] or "")),
        ("part_of", names.several(row["part_of"])),
    )
    lines = [(words.say("cards.is_initiative"),), *_facts(given, names)]
    lines.append((words.count("cards.number_of_initiative", card.neighbours),))
    return lines


def _facts(given: tuple[tuple[str, str], ...], names: Names) -> list[Line]:
    return [fact(names.words.say(f"cards.{key}"), value) for key, value in given if value]


def _row(row: Mapping[str, Any], card: Card, material: Material, names: Names) -> tuple[Cell, ...]:
    words = names.words
    certainty = [names.label(row["certainty"] or sg("Stated"))]
    if row["scope"]:
        certainty.append(words.say("participation.scope", scope=one_line(row["scope"])))
    certainty.append(words.period(row["start"], row["end"]) or words.say("cards.no_time"))
    proofs = names.proofs(row["participation"]) or [(words.say("evidence.no_source"),)]
    return (
        cell(names.label(row[card.other])),
        cell(names.label(row["role"]) if row["role"] else words.say("not_given")),
        cell(*certainty),
        cell(*proofs, look="proofs"),
        cell(*_standing(row, material, names)),
    )


def _standing(row: Mapping[str, Any], material: Material, names: Names) -> list[str]:
    """Return how those who say so stand to the initiative: parties to it, or independent."""
    evidence = [one["evidence"] for one in names.evidence.get(row["participation"], ())]
    found = material.frames.standings.filter(
        pl.col("evidence").is_in(evidence) & (pl.col("initiative") == row["initiative"])
    )
    counts = Counter(found["standing"].drop_nulls().to_list())
    said = [
        f"{names.label(one)}: {names.words.whole(counts[one])}" for one in sorted(counts, key=in_scheme_order)
    ]
    return said or [names.words.say("cards.standing_unknown")]
