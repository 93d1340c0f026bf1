"""What a page can be filtered by: its sectors, roles, certainties, districts and themes, under keys that last."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from samverkansgraf.pictures.legend import certainty_name, sector_name
from samverkansgraf.pictures.names import end_of, swedish_order
from samverkansgraf.pictures.texts import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from samverkansgraf.pictures.content import Content
    from samverkansgraf.pictures.names import Names
    from samverkansgraf.pictures.scene import Scene
    from samverkansgraf.project import Language

NOT_GIVEN: Final = "-"


def lasting_keys(iris: Iterable[str]) -> dict[str, str]:
    """
    Return a key for each IRI that stays the same when others come: its end, or all of it where two end alike.

    Examples
    --------
    >>> lasting_keys(["https://x.org/theme/skola", "https://y.org/a", "https://z.org/a"])
    {'https://x.org/theme/skola': 'skola', 'https://y.org/a': 'https%3A//y.org/a', 'https://z.org/a': 'https%3A//z.org/a'}
    """
    every = list(dict.fromkeys(iris))
    ends = [end_of(iri) for iri in every]
    counts = Counter(ends)
    return {
        iri: quote(end if counts[end] == 1 and end != NOT_GIVEN else iri, safe="/")
        for iri, end in zip(every, ends, strict=True)
    }


class FilterKeys:
    """Keys for all that a page can be filtered by, in the order in which they are shown."""

    def __init__(self, drawn: Scene, content: Content, names: Names, language: Language) -> None:
        self._language: Language = language
        parts = [part for link in drawn.links for part in content.links[link.key]]
        initiatives = [content.nodes[node.key] for node in drawn.of_kind("initiative")]
        self.sectors = _keys(names.in_order, "sector", {node.sector for node in drawn.of_kind("actor")})
        self.roles = _keys(names.in_order, "role", {part.role for part in parts})
        self.certainties = _keys(names.in_order, "certainty", {part.certainty for part in parts})

        def by_name(_: str, some: Iterable[str]) -> list[str]:
            return sorted(some, key=lambda iri: (*swedish_order(names.thing(iri)), iri))

        self.places = _keys(
            by_name, "district", {one for about in initiatives for one in about.places or (None,)}
        )
        self.themes = _keys(
            by_name, "theme", {one for about in initiatives for one in about.themes or (None,)}
        )
        not_given = text("not_given", language)
        self._labels = {
            "sector": {key: sector_name(iri, names, language) for iri, key in self.sectors.items()},
            "role": {key: names.concept(iri) if iri else not_given for iri, key in self.roles.items()},
            "certainty": {key: certainty_name(iri, names, language) for iri, key in self.certainties.items()},
            "district": {key: names.thing(iri) if iri else not_given for iri, key in self.places.items()},
            "theme": {key: names.thing(iri) if iri else not_given for iri, key in self.themes.items()},
        }
        years = [year for part in parts for year in part.years if year is not None]
        self.years = (min(years), max(years)) if years and min(years) < max(years) else None

    def filters(self) -> list[tuple[str, str, bool, list[dict[str, str]]]]:
        """Return the filters worth showing: name, heading, whether the words are the project's own, and choices."""
        return [
            (
                name,
                text(f"filter_{name}", self._language),
                name in ("district", "theme"),
                [{"key": key, "label": label} for key, label in labels.items()],
            )
            for name, labels in self._labels.items()
            if len(labels) > 1
        ]

    def all(self) -> dict[str, list[str]]:
        """Return every key, by filter."""
        return {name: list(labels) for name, labels in self._labels.items()}


def _keys(
    in_order: Callable[[str, Iterable[str]], list[str]], scheme: str, found: Iterable[str | None]
) -> dict[str | None, str]:
    some = set(found)
    order = in_order(scheme, [iri for iri in some if iri is not None])
    keys: dict[str | None, str] = {iri: key for iri, key in lasting_keys(order).items()}  # noqa: C416 - of a wider type
    if None in some:
        keys[None] = NOT_GIVEN
    return keys
