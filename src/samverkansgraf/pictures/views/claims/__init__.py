"""Claims and who disputes them, with the evidence on each side; no side is given more than the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.claims import read_claims
from samverkansgraf.documents.blocks import (
    Figure,
    Line,
    Paragraph,
    Section,
    Strong,
    Table,
    cell,
    joined,
    line,
    one_line,
)
from samverkansgraf.errors import UsageError
from samverkansgraf.pictures.views.claims.drawing import Told, claims_drawing
from samverkansgraf.pictures.views.claims.sides import Sides, sides_of
from samverkansgraf.pictures.views.page import figure, full_title, page, picture_chapter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.claims import ClaimReading
    from samverkansgraf.documents.blocks import Block, Cell, Document
    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.views.material import Material

#: More claims than this are not drawn.
MOST: Final = 80
_ANCHOR: Final = "claim-"


def view(material: Material) -> Document:
    """
    Return the claims of a graph, those in dispute set against each other.

    Raises
    ------
    UsageError
        The graph has no claims.
    """
    names = material.names
    words = names.words
    # What the graph itself answers stands in the report; here nothing is asked of it.
    readings = read_claims(
        material.frames, answer=lambda _test, _excluded: pl.DataFrame(), language=words.language
    )
    if not readings:
        raise UsageError(
            f"view claims: {material.settings.name} has no claims; write what is asserted in the table claims"
        )
    title = words.say("disputes.title")
    numbers = {reading.claim: place for place, reading in enumerate(readings, start=1)}
    every, shown = sides_of(readings), _first(sides_of(readings))
    blocks: list[Block] = []
    if shown.groups:
        blocks.append(_figure(readings, shown, numbers, material, names))
    else:
        blocks.append(Paragraph((words.say("disputes.nothing_drawn"),)))
    if left_out := len(every.claims) - len(shown.claims):
        blocks.append(
            Paragraph((words.say("disputes.left_out", n=words.whole(left_out), most=words.whole(MOST)),))
        )
    if shown.groups and (calm := len(readings) - len(every.claims)):
        blocks.append(Paragraph((words.count("disputes.not_drawn", calm),)))
    table = Table(
        words.say("disputes.table"),
        tuple(words.say(f"disputes.column_{name}") for name in ("claim", "who", "for", "against", "replies")),
        tuple(_row(reading, numbers, names) for reading in readings),
        names.command("claims"),
        tuple(f"{_ANCHOR}{numbers[reading.claim]}" for reading in readings),
    )
    rows = Section("claims", words.say("disputes.rows"), (table,))
    chapter = picture_chapter(
        material, shows=words.say("disputes.shows"), read=words.say("disputes.read"), blocks=blocks
    )
    return page(material, title, [chapter, rows])


def _first(sides: Sides) -> Sides:
    """Return as many whole disputes as the picture holds; the first is cut where it alone is larger."""
    groups: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    room = MOST
    for left, right in sides.groups:
        if len(left) + len(right) > room:
            if not groups:
                groups.append((left[: MOST // 2], right[: MOST // 2]))
            break
        groups.append((left, right))
        room -= len(left) + len(right)
    shown = {claim for group in groups for column in group for claim in column}
    return Sides(tuple(groups), tuple(one for one in sides.lines if one.start in shown and one.end in shown))


def _figure(
    readings: Sequence[ClaimReading],
    sides: Sides,
    numbers: Mapping[str, int],
    material: Material,
    names: Names,
) -> Figure:
    words = names.words
    inside = {reading.claim: reading for reading in readings if reading.claim in sides.claims}
    feet = {
        claim: words.count("disputes.has_reply", len(names.replies[claim]))
        for claim in inside
        if names.replies.get(claim)
    }
    parts = {
        claim: words.say("disputes.part", n=words.listing([words.whole(numbers[one]) for one in several]))
        for claim, reading in inside.items()
        if (several := [one for one in reading.part_of if one in numbers])
    }
    told = Told(
        numbers=numbers,
        heads={claim: _who(reading.asserted_by, names) for claim, reading in inside.items()},
        texts={claim: one_line(reading.text) for claim, reading in inside.items()},
        feet=feet,
        parts=parts,
    )
    svg = claims_drawing(
        sides, told, names, title=full_title(material, words.say("disputes.title")), anchor=_ANCHOR
    )
    said = "; ".join(
        words.say(
            f"disputes.line_{one.kind}",
            a=words.whole(numbers[one.start]),
            b=words.whole(numbers[one.end]),
        )
        for one in sides.lines
    )
    return figure(
        material,
        "claims",
        svg,
        caption=words.say("disputes.caption"),
        alternative=words.say("disputes.alternative", lines=said),
    )


def _who(people: Sequence[str], names: Names) -> str:
    words = names.words
    return words.listing([one_line(person) for person in people]) or words.say("disputes.nobody")


def _row(reading: ClaimReading, numbers: Mapping[str, int], names: Names) -> tuple[Cell, ...]:
    words = names.words
    head: list[str | Line] = [f"{words.whole(numbers[reading.claim])}. {one_line(reading.text)}"]
    if reading.kind:
        head.append(names.label(reading.kind))
    if reading.part_of:
        several = [words.whole(numbers[one]) for one in reading.part_of if one in numbers]
        head.append(words.say("disputes.part", n=words.listing(several)))
    who = [_who(reading.asserted_by, names)]
    if reading.at:
        who.append(words.say("disputes.at", date=words.date(reading.at)))
    supporting = [
        _proved(words.say("disputes.for_number", n=words.whole(numbers[other])), other, names)
        for other, _ in reading.supported_by
        if other in numbers
    ]
    against = [
        _proved(
            words.say(f"disputes.against_{key}", n=words.whole(numbers[other]), who=_who(people, names)),
            other,
            names,
        )
        for key, others in (
            ("number", reading.disputed_by),
            ("own", reading.disputes),
            ("differs", reading.differs_from),
        )
        for other, people in others
        if other in numbers
    ]
    return (
        cell(*head),
        cell(*who),
        cell(_proved(words.say("disputes.for_own"), reading.claim, names), *supporting, look="proofs"),
        cell(*(against or [(words.say("disputes.nothing_against"),)]), look="proofs"),
        cell(*(names.replies_about(reading.claim) or [(words.say("disputes.no_reply"),)])),
    )


def _proved(lead: str, claim: str, names: Names) -> Line:
    """Return what a claim rests on, after some words that say whose it is."""
    proofs = joined(names.proofs(claim), "; ") or (names.words.say("evidence.no_source"),)
    return line(Strong(f"{lead[:1].upper()}{lead[1:]}:"), " ", proofs)
