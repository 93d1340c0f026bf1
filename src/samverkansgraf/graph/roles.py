"""
What persons are called where their names are not shown: by the role in which they are in the graph.

A role is the title and the organisation of a position. Of several the best is taken: one in which the person
speaks for the organisation before others, then one that has not ended, then one whose organisation is known,
then by its words. Who has no position is a person in a public role. Where several have the same words they are
numbered, in an order that tells nothing of their names.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.mentions import Mentions
from samverkansgraf.tables.identity import slug
from samverkansgraf.texts import catalogue
from samverkansgraf.vocabulary import sg
from samverkansgraf.written_names import Named, folded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language

_LONGEST_ID: Final = 80


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is called, the same as the end of an address, and its title as part of another's id."""

    label: str
    id: str
    title: str


def somebody(language: Language) -> str:
    """Return what a person without a position is called."""
    return catalogue("persons", language)["somebody"]


def kept_labels(frames: Frames, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the labels of places and organisations, but not those that hold somebody's whole name."""
    organisations = frames.actors.filter(pl.col("kind").fill_null("") != "person")
    labels = [
        label
        for things in (organisations, frames.places)
        for own, aliases in things.select("label", "aliases").iter_rows()
        for label in (own, *(aliases or ()))
        if label
    ]
    whole = Mentions([Named(of, "", "", surname=False) for of in names.values()])
    return [label for label in labels if not whole.holds(label)]


def names_of_persons(frames: Frames) -> dict[str, tuple[str, ...]]:
    """Return every person's label, aliases and former names, in the order of the frame."""
    persons = frames.actors.filter(pl.col("kind") == "person")
    return {
        person: tuple(dict.fromkeys(name for name in (label, *(aliases or ())) if name))
        for person, label, aliases in persons.select("actor", "label", "aliases").iter_rows()
    }


def roles(frames: Frames, language: Language, *, secret: bytes) -> dict[str, Role]:
    """
    Return what each person is called by role.

    Parameters
    ----------
    frames
        The graph's.
    language
        Of the project.
    secret
        What only those know who have the names; it puts persons that nothing else tells apart in an order.

    Returns
    -------
    roles
        Person -> role; labels and ids are distinct.
    """
    names = names_of_persons(frames)
    hidden = Mentions([Named(of, "", "") for of in names.values()], kept=kept_labels(frames, names))
    words = _words_of_all(frames, names, language, hidden)
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for person, (label, _) in words.items():
        sharing[label].append(person)
    taken: Counter[str] = Counter(
        iri.rsplit("/", 1)[-1] for iri in frames.actors["actor"] if iri not in names
    )
    acts = _what_they_do(frames)
    made: dict[str, Role] = {}
    for label, persons in sorted(sharing.items()):
        persons.sort(key=lambda person: (acts.get(person, []), _shuffled(person, secret)))
        for number, person in enumerate(persons, start=1):
            shown = label if len(persons) == 1 else f"{label} ({number})"
            made[person] = Role(shown, _unique(_id(shown), taken), slug(words[person][1]) or "person")
    return made


def _words_of_all(
    frames: Frames, names: Mapping[str, tuple[str, ...]], language: Language, hidden: Mentions
) -> dict[str, tuple[str, str]]:
    """Return what each person's best position is called, and its title."""
    actors = {row["actor"]: row for row in frames.actors.iter_rows(named=True)}
    found: defaultdict[str, list[tuple[bool, bool, bool, str, str]]] = defaultdict(list)
    for row in frames.positions.iter_rows(named=True):
        title, person = row["title"], row["person"]
        if person not in names or not title or hidden.holds(title):
            continue
        body = actors.get(row["organisation"])
        label = body["label"] if body is not None and body["kind"] != "person" else None
        label = None if label and hidden.holds(label) else label
        words = _in_words(title, label, _above(actors, body, hidden), body, language)
        found[person].append((not row["speaks_for"], row["end"] is not None, label is None, words, title))
    return {
        person: min(found[person])[3:] if found[person] else (somebody(language), "person")
        for person in names
    }


def _above(actors: Mapping[str, dict[str, Any]], body: dict[str, Any] | None, hidden: Mentions) -> str | None:
    parts = () if body is None else body["part_of"] or ()
    labels = (actors[one]["label"] for one in parts if one in actors)
    return next((label for label in labels if label and not hidden.holds(label)), None)


def _in_words(
    title: str, label: str | None, above: str | None, body: dict[str, Any] | None, language: Language
) -> str:
    """
    Return a position in words.

    A title that names its body ("kommunstyrelsens ordförande") is followed by what the body is part of.
    """
    university = body is not None and body["sector"] == sg("University")
    said = folded(title).lower()
    if label and _names_its_body(said, folded(label).lower()):
        label = above if above and folded(above).lower() not in said else None
        university = False
    if not label:
        return title
    at = f" {catalogue('persons', language)['at']} "
    return f"{title}{at}{label}" if university and at not in title else f"{title} ({label})"


def _names_its_body(title: str, body: str) -> bool:
    return body in title or title.startswith(f"{body.split(maxsplit=1)[0]}s ")


def _what_they_do(frames: Frames) -> dict[str, list[tuple[str, str]]]:
    pairs = frames.participations.select("actor", "initiative", pl.col("role").fill_null("")).unique()
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for actor, initiative, role in pairs.sort(pl.all()).iter_rows():
        found[actor].append((initiative, role))
    return found


def _shuffled(text: str, secret: bytes) -> str:
    return hashlib.sha256(secret + text.encode()).hexdigest()


def _id(label: str) -> str:
    short = slug(label)[:_LONGEST_ID].strip("-")
    return short if short.startswith("person-") else f"person-{short}"


def _unique(wanted: str, taken: Counter[str]) -> str:
    made, number = wanted, 1
    while made in taken:
        number += 1
        made = f"{wanted}-{number}"
    taken[made] += 1
    return made
