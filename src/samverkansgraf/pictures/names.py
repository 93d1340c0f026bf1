"""What things and concepts are called in a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from samverkansgraf.pictures.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.layout import Layout
    from samverkansgraf.project import Language

_AFTER_Z: Final = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})


def swedish_order(label: str) -> tuple[str, str]:
    """
    Return a sort key that puts å, ä and ö after z, without regard to case.

    Examples
    --------
    >>> sorted(["Öster", "Ädel", "Åby", "zon"], key=swedish_order)
    ['zon', 'Åby', 'Ädel', 'Öster']
    """
    return (label.casefold().translate(_AFTER_Z), label)


@dataclass(frozen=True, slots=True)
class Names:
    """
    Names by IRI, in one language.

    ``things`` are actors, initiatives, places, themes and sources; ``concepts`` are roles, sectors,
    certainties and the like. ``ties`` says which roles make a tie, ``schemes`` lists the concepts of
    each scheme in the order of the frame, ``broader`` the broader concepts of each.
    """

    things: Mapping[str, str]
    concepts: Mapping[str, str]
    ties: Mapping[str, bool]
    schemes: Mapping[str, tuple[str, ...]]
    broader: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, frames: Frames, language: Language) -> Names:
        """Collect the names that frames hold."""
        things: dict[str, str] = {}
        for rows, key, label in (
            (frames.places, "place", "label"),
            (frames.sources, "source", "title"),
            (frames.initiatives, "initiative", "label"),
            (frames.actors, "actor", "label"),
        ):
            things.update({iri: name for iri, name in rows.select(key, label).iter_rows() if name})
        for iri, label, english in frames.themes.select("theme", "label", "label_en").iter_rows():
            name = (english or label) if language == "en" else label
            if name:
                things[iri] = name
        concepts: dict[str, str] = {}
        schemes: dict[str, list[str]] = {}
        columns = ("concept", "scheme", "label_sv", "label_en", "broader", "makes_tie")
        ties: dict[str, bool] = {}
        broader: dict[str, tuple[str, ...]] = {}
        for iri, scheme, swedish, english, wider, tie in frames.concepts.select(columns).iter_rows():
            name = (swedish or english) if language == "sv" else (english or swedish)
            if name:
                concepts[iri] = name
            schemes.setdefault(scheme, []).append(iri)
            broader[iri] = tuple(wider or ())
            if tie is not None:
                ties[iri] = tie
        return cls(things, concepts, ties, {key: tuple(iris) for key, iris in schemes.items()}, broader)

    def thing(self, iri: str) -> str:
        """Return a thing's label, or the end of its IRI where it has none."""
        return self.things.get(iri) or end_of(iri)

    def concept(self, iri: str) -> str:
        """Return a concept's label, or the end of its IRI where it has none."""
        return self.concepts.get(iri) or end_of(iri)

    def group(self, key: str, layout: Layout, language: Language) -> str:
        """Return what a group of a layout is called: a sector, a district, or what its most linked node is called."""
        fixed = {
            "several": "several_places",
            "not-given": "unknown_sector" if layout == "sector" else "no_place",
            "rest": "group_rest",
        }
        if key in fixed:
            return text(fixed[key], language)
        if layout in ("sector", "district"):
            return self.concept(key) if layout == "sector" else self.thing(key)
        return text("group_around", language, label=self.thing(key))

    def all_things(self, iris: Iterable[str] | None) -> list[str]:
        """Return the labels of several things, in alphabetical order."""
        return sorted((self.thing(iri) for iri in iris or ()), key=swedish_order)

    def in_order(self, scheme: str, concepts: Iterable[str]) -> list[str]:
        """Return concepts in the order of their scheme; strangers come last, by IRI."""
        places = {iri: place for place, iri in enumerate(self.schemes.get(scheme, ()))}
        return sorted(set(concepts), key=lambda iri: (places.get(iri, len(places)), iri))


def end_of(iri: str) -> str:
    """Return what follows the last ``#``, ``/`` or ``:`` of an IRI, readable."""
    return unquote(iri.rstrip("#/").replace("#", "/").replace(":", "/").rpartition("/")[2]) or iri
