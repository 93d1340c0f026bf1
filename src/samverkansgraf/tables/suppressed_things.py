"""Which things a project suppresses, what they are called, and what others become whose ids hold a name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from samverkansgraf.mentions import Mentions
from samverkansgraf.texts import catalogue
from samverkansgraf.written_names import Named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.project import Language
    from samverkansgraf.tables.identity_decisions import Decisions
    from samverkansgraf.tables.names import Names
    from samverkansgraf.tables.resolved import Resolved

TABLE: Final = "suppress"
#: What is nothing without these, each of them several.
REQUIRED: Final = {"claims": "asserted_by", "agreements": "parties"}
_NEEDED: Final = (*REQUIRED.items(), ("claims", "about"))
#: Names of these that are one word are looked for too; titles and agreements may be any word.
_OF_ONE_WORD: Final = ("actors", "initiatives", "districts")


class SuppressedThings:
    """
    The things of a project that are gone (IRIs), the names to look for, and what others are renamed to.

    ``first`` tells where the first row is of what may have several.
    """

    def __init__(
        self, tables: Mapping[str, Resolved], names: Names, made: Decisions, base: str, language: Language
    ) -> None:
        self.tables, self.names, self.made, self.base = tables, names, made, base
        self.gone = {str(iri) for iri in tables[TABLE].columns["about"] if iri}
        self._grow()
        #: What stands in texts, and in ids, in the place of a name that is left out.
        said = catalogue("persons", language)
        self.mark, self.mark_id = said["left_out"], said["left_out_id"]
        self.mentions = self._mentions()
        self.renamed = self._renamed()
        #: Where a thing's first row is.
        self.first = {
            iri: place
            for name in REQUIRED
            if name in tables
            for place, iri in reversed(list(enumerate(tables[name].iris)))
        }

    def reference(self, iri: str) -> str:
        """Return a thing as ``word/id``."""
        return iri.removeprefix(self.base)

    def thing(self, resolved: Resolved, place: int) -> str:
        """Return what a row is about: things decided to be one are the first of them."""
        return self.made.redirects.get(resolved.iris[place], resolved.iris[place])

    def _grow(self) -> None:
        """Add what is nothing without what is gone."""
        wanted = [(name, column) for name, column in _NEEDED if name in self.tables]
        while True:
            before = len(self.gone)
            for name, column in wanted:
                said: defaultdict[str, set[str]] = defaultdict(set)
                resolved = self.tables[name]
                for place, cell in enumerate(resolved.columns[column]):
                    said[self.thing(resolved, place)].update(cell if isinstance(cell, list) else ())
                self.gone |= {iri for iri, of in said.items() if of and of <= self.gone}
            if len(self.gone) == before:
                return

    def _mentions(self) -> Mentions:
        called: defaultdict[str, list[str]] = defaultdict(list)
        persons: set[str] = set()
        kept: list[str] = []
        others: list[str] = []
        for name, resolved in self.tables.items():
            if resolved.table.word is None or resolved.table.keyed or name in ("themes", "claims"):
                continue
            for place in range(len(resolved.iris)):
                iri, words = self.thing(resolved, place), names_in(resolved, place)
                person = name == "actors" and resolved.columns["kind"][place] == "person"
                if iri in self.gone:
                    several = (one for one in words if name in _OF_ONE_WORD or len(one.split()) > 1)
                    called[iri] += several
                    persons |= {iri} if person else set()
                elif person:
                    others += words
                elif name in ("actors", "districts"):
                    kept += words
        for iri, aliases in self.made.aliases.items():
            called[iri] += aliases if iri in self.gone else ()
        if former := self.tables.get("names"):
            for actor, one in zip(former.columns["actor"], former.columns["name"], strict=True):
                called[str(actor)] += [str(one)] if actor in self.gone else []
        named = [
            Named(
                tuple(dict.fromkeys(of)),
                self.mark,
                self.mark_id,
                surname=iri in persons,
                given=iri in persons,
            )
            for iri, of in sorted(called.items())
            if of
        ]
        ids = (iri.rsplit("/", 1)[-1] for iri in sorted(called))
        named += [Named((one,), self.mark, self.mark_id, surname=False) for one in ids if "-" in one]
        whole = Mentions([replace(one, surname=False) for one in named if one.surname])
        kept = [label for label in kept if not whole.holds(label)]
        return Mentions(named, kept=kept, anyone=(self.mark, self.mark_id), protected=[*kept, *others])

    def _renamed(self) -> dict[str, str]:
        """Return things that stay and whose ids hold a name, and what they become."""
        made: dict[str, str] = {}
        for name, resolved in self.tables.items():
            if resolved.table.word is None or resolved.table.keyed or name == "terms":
                continue
            taken = set(resolved.iris)
            for iri in dict.fromkeys(resolved.iris):
                identity = iri.rsplit("/", 1)[-1]
                if iri in self.gone or not self.mentions.in_address(identity):
                    continue
                stem = iri.removesuffix(identity)
                wanted = re.sub(r"[^a-z0-9._-]", "-", self.mentions.replaced_in_id(identity))
                new, number = stem + wanted, 1
                while new in taken:
                    number += 1
                    new = f"{stem}{wanted}-{number}"
                made[iri] = new
                taken.add(new)
        return made


def names_in(resolved: Resolved, place: int) -> list[str]:
    """Return the names in a row: labels, title, aliases."""
    cells = resolved.raw.cells
    texts = [
        *(cells[column][place] for column in ("label", "label_en", "title") if column in cells),
        *(((cells["alias"][place] or "").split(";")) if "alias" in cells else ()),
    ]
    return [text.strip() for text in texts if text and text.strip()]
