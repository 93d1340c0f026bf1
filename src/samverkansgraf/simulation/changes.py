"""What may leave: actors, sectors, funding, sources, initiatives and agreements, found by their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.frames import label_column
from samverkansgraf.lookup import found_concept, found_thing
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language

#: ``funder`` is an actor as one who pays: only its participations as funder leave.
Kind = Literal["actor", "sector", "funder", "source", "initiative", "agreement"]
KINDS: Final = get_args(Kind)

_THINGS: Final = ("actor", "initiative", "source", "agreement")


@dataclass(frozen=True, slots=True)
class Leaving:
    """One thing that leaves: what it leaves as, its IRI, and the actors this takes with it."""

    kind: Kind
    id: str
    actors: frozenset[str] = frozenset()


def found_leaving(frames: Frames, name: str, *, units: bool = False) -> Leaving:
    """
    Return what a name means, as something that leaves.

    Parameters
    ----------
    frames
        The graph.
    name
        Label, alias or id of an actor, initiative, source or agreement, as ``why`` takes them, or a sector; before it
        may stand what it is, as ``sector:polis``, ``source:…``. ``funder:…`` is an actor that only stops paying.
    units
        An actor leaves with every unit that is part of it, however far down.

    Raises
    ------
    UsageError
        The name is unknown, or means several things.
    """
    kind, _, rest = name.partition(":")
    if kind in KINDS and rest:
        return _of_kind(frames, kind, rest.strip(), units=units)  # type: ignore[arg-type]  # it is in KINDS
    sector = _sector(frames, name)
    try:
        thing = found_thing(frames, name, *_THINGS)
    except UsageError as error:
        if sector is not None and str(error).startswith("no "):
            return leaving(frames, "sector", sector)
        if sector is None and str(error).startswith("no "):
            raise UsageError(str(error).replace("no actor", "no sector or actor", 1)) from None
        raise
    if sector is not None:
        raise UsageError(f"{name!r} is a sector and {thing}; write sector:{name} or that address")
    return leaving(frames, _kind_of(frames, thing), thing, units=units)


def leaving(frames: Frames, kind: Kind, iri: str, *, units: bool = False) -> Leaving:
    """Return a thing as one that leaves, with the actors it takes with it."""
    if kind == "sector":
        sectors = _below(frames.concepts.select(below="concept", above="broader"), {iri})
        return Leaving(kind, iri, frozenset(frames.actors.filter(pl.col("sector").is_in(sectors))["actor"]))
    if kind not in {"actor", "funder"}:
        return Leaving(kind, iri)
    gone = {iri}
    if units:
        gone = _below(frames.actors.select(below="actor", above="part_of"), gone)
    scoped = frames.actors.filter(pl.col("collective").is_in(gone))["actor"]
    return Leaving(kind, iri, frozenset(gone | set(scoped)))


def units_of(frames: Frames, actors: Iterable[str]) -> list[str]:
    """Return the units that are part of some actors, however far down, without these, sorted."""
    above = set(actors)
    return sorted(_below(frames.actors.select(below="actor", above="part_of"), above) - above)


def funder_roles(frames: Frames) -> tuple[str, ...]:
    """Return the role funder and the project's own roles that are narrower."""
    return tuple(sorted(_below(frames.concepts.select(below="concept", above="broader"), {sg("Funder")})))


def name_of(frames: Frames, left: Leaving, language: Language = "sv") -> str:
    """Return what something that leaves is called."""
    if left.kind == "sector":
        rows = frames.concepts.filter(pl.col("concept") == left.id)[label_column(language)]
    elif left.kind == "source":
        rows = frames.sources.filter(pl.col("source") == left.id)["title"]
    else:
        table = getattr(frames, f"{'actor' if left.kind == 'funder' else left.kind}s")
        rows = table.filter(pl.first() == left.id)["label"]
    return str(rows[0] or left.id) if len(rows) else left.id


def _of_kind(frames: Frames, kind: Kind, name: str, *, units: bool) -> Leaving:
    if kind == "sector":
        return leaving(frames, kind, found_concept(frames, name, "sector"))
    thing = found_thing(frames, name, "actor" if kind == "funder" else kind)
    return leaving(frames, kind, thing, units=units)


def _sector(frames: Frames, name: str) -> str | None:
    try:
        return found_concept(frames, name, "sector")
    except UsageError:
        return None


def _kind_of(frames: Frames, thing: str) -> Kind:
    kinds: tuple[Kind, ...] = ("actor", "initiative", "source")
    for kind in kinds:
        if thing in getattr(frames, f"{kind}s")[kind]:
            return kind
    return "agreement"


def _below(edges: pl.DataFrame, found: set[str]) -> set[str]:
    """Return some things and all that a chain of ``above`` leads from to them."""
    steps = edges.explode("above").drop_nulls()
    found = set(found)
    while new := set(steps.filter(pl.col("above").is_in(found))["below"]) - found:
        found |= new
    return found
