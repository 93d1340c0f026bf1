"""What was put in the place of names, for what is not in the graph: the story, the settings, the gate."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.errors import Problem
    from samverkansgraf.mentions import Mentions
    from samverkansgraf.project import Settings


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is put in the place of names: in texts by ``mentions``, and of IRIs by ``iris``."""

    mentions: Mentions
    iris: Mapping[str, str] = field(default_factory=dict)

    def text(self, text: str) -> str:
        """Return a text of our own with roles in the place of names."""
        return self.mentions.replaced(text)

    def iri(self, one: str) -> str:
        """Return what an IRI became."""
        return self.iris.get(one, one)

    def note(self, note: Problem) -> Problem:
        """Return a note without names in its words and its place."""
        told = self.mentions
        return replace(
            note,
            message=told.replaced(note.message),
            table=note.table and told.replaced_in_id(note.table),
            column=note.column and told.replaced_in_id(note.column),
        )

    def after(self, earlier: Renaming | None) -> Renaming:
        """Return this renaming and an earlier one as one."""
        if earlier is None:
            return self
        return Renaming(
            self.mentions, {**self.iris, **{old: self.iri(new) for old, new in earlier.iris.items()}}
        )


def settings_without_names(settings: Settings, renaming: Renaming) -> Settings:
    """Return settings with roles in the place of names; where to write to is meant to be published."""
    bounds, source = settings.bounds, settings.bounds.district_source
    if source is not None:
        source = renaming.iri(f"{settings.base}source/{source}").rsplit("/", 1)[-1]
    moved = replace(
        bounds,
        districts=tuple(map(renaming.iri, bounds.districts)),
        themes=tuple(map(renaming.iri, bounds.themes)),
        district_source=source,
    )
    return replace(settings, name=renaming.text(settings.name), bounds=moved)
