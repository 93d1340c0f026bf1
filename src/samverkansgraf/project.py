"""The settings of a project: ``samverkansgraf.toml`` and the bounds of what is studied."""

from __future__ import annotations

from dataclasses import dataclass

#: The name of a language that has catalogues of texts: one of ``samverkansgraf.texts.LANGUAGES``.
Language = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """
    What the study is about; everything else is outside it.

    ``districts``, ``themes`` and ``sectors`` are IRIs, in the order they are shown.
    ``district_total`` is how many districts the city has according to ``district_source``
    (the id of a source), ``None`` where nobody has said. ``typed`` names the lists that the
    project gave itself; the others hold all that the tables have.
    """

    districts: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    district_total: int | None = None
    district_source: str | None = None
    start: str | None = None
    end: str | None = None
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """
    Where replies and corrections are sent; ``None`` where whoever publishes the project says nothing.

    ``also`` are addresses and telephone numbers of organisations that stand in the tables and may be published.
    """

    name: str | None = None
    email: str | None = None
    post: str | None = None
    also: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        """Return all that is meant to be published."""
        return tuple(text for text in (self.email, self.post, self.name, *self.also) if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """
    How need is told from the indicators.

    ``indicators`` are those the report ranks by, together. Of those in ``lower`` a low value is need. Those in
    ``never_alone`` (crime) are used with others only; ``None`` where the project says nothing, and then
    they are those whose names speak of crime.
    """

    indicators: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()
    never_alone: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a project says about itself."""

    name: str
    base: str
    language: Language = "sv"
    bounds: Bounds = Bounds()
    publish_columns: tuple[str, ...] = ()
    contact: Contact = Contact()
    need: Need = Need()
