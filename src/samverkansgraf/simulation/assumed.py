"""What is assumed: initiatives that would start and partners who would join. Never stored, always marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.frames import SCHEMAS, frame
from samverkansgraf.lookup import found_thing
from samverkansgraf.tables.identity import slug
from samverkansgraf.texts import catalogue
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language

#: The source of everything assumed; no project can have it, for it is no address.
ASSUMPTION: Final = "urn:samverkansgraf:assumption"


@dataclass(frozen=True, slots=True)
class Assumed:
    """
    An initiative with the actors, places and themes it is assumed to get, all IRIs.

    ``initiative`` is one that is recorded, else ``None`` for a new one called ``label``.
    """

    label: str
    actors: tuple[str, ...]
    places: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    initiative: str | None = None

    @property
    def iri(self) -> str:
        """The initiative's IRI; a new one has one that only the simulation knows."""
        return self.initiative or f"{ASSUMPTION}:{slug(self.label)}"


def found_assumed(
    frames: Frames,
    label: str,
    *,
    actors: Sequence[str],
    districts: Sequence[str] = (),
    themes: Sequence[str] = (),
) -> Assumed:
    """
    Return an assumption whose names are found in the graph.

    Parameters
    ----------
    frames
        The graph.
    label
        Of a recorded initiative, which then gets more actors, districts or themes; any other name is a new one's.
    actors, districts, themes
        Labels, aliases or ids of what is recorded.

    Raises
    ------
    UsageError
        An actor, district or theme is unknown; nothing is assumed. All of it is said at once.
    """
    problems: list[str] = []
    found: dict[str, list[str]] = {"actor": [], "district": [], "theme": []}
    for kind, names in (("actor", actors), ("district", districts), ("theme", themes)):
        for name in names:
            try:
                found[kind].append(found_thing(frames, name, kind))
            except UsageError as error:
                problems.append(f"assumed {label!r}: {error}")
    if not label.strip() or not slug(label):
        problems.append("an assumed initiative has no name; write one with a letter or a digit")
    elif not any((actors, districts, themes)):
        problems.append(f"assumed {label!r}: gets no actor, district or theme; name at least one")
    known = None
    try:
        known = found_thing(frames, label, "initiative")
    except UsageError as error:
        if "things" in str(error):
            problems.append(f"assumed: {error}")
    if problems:
        raise UsageError("\n".join(problems))
    chosen = {kind: tuple(dict.fromkeys(some)) for kind, some in found.items()}
    return Assumed(label, chosen["actor"], chosen["district"], chosen["theme"], known)


def with_assumed(frames: Frames, assumed: Iterable[Assumed], language: Language = "sv") -> Frames:
    """
    Return the graph as if what is assumed were recorded.

    Actors are partners, stated; districts are stated placements; all have one source, :data:`ASSUMPTION`, which nobody has
    written. So nothing counts as independently told.
    """
    mark = catalogue("simulation", language)["assumption"]
    new: dict[str, list[dict[str, object]]] = {"initiatives": [], "participations": [], "placements": []}
    initiatives, any_at_all = frames.initiatives, False
    for one in assumed:
        any_at_all = True
        common = {"initiative": one.iri, "sources": [ASSUMPTION], "evidence": []}
        if one.initiative is None and one.iri not in initiatives["initiative"]:
            label = f"{one.label} ({mark})"
            row = {**common, "label": label, "is_set": False, "themes": list(one.themes)}
            initiatives = pl.concat([initiatives, frame("initiatives", [_lists("initiatives", row)])])
        else:
            more = pl.lit(list(one.themes), dtype=pl.List(pl.String))
            themes = pl.col("themes").fill_null(pl.lit([], dtype=pl.List(pl.String))).list.set_union(more)
            here = pl.col("initiative") == one.iri
            initiatives = initiatives.with_columns(themes=pl.when(here).then(themes).otherwise("themes"))
        said = {**common, "certainty": sg("Stated")}
        new["participations"] += [
            _lists(
                "participations",
                {
                    **said,
                    "participation": f"{one.iri}#{actor}",
                    "actor": actor,
                    "role": sg("Partner"),
                    "makes_tie": True,
                },
            )
            for actor in one.actors
        ]
        new["placements"] += [
            {**said, "placement": f"{one.iri}#{place}", "place": place} for place in one.places
        ]
    if not any_at_all:
        return frames
    return replace(
        frames,
        initiatives=initiatives,
        participations=pl.concat([frames.participations, frame("participations", new["participations"])]),
        placements=pl.concat([frames.placements, frame("placements", new["placements"])]),
        sources=pl.concat([frames.sources, frame("sources", [{"source": ASSUMPTION, "title": mark}])]),
    )


def _lists(name: str, row: dict[str, object]) -> dict[str, object]:
    """Return a row with empty lists, as a graph has them, where it says nothing."""
    empty: dict[str, object] = {
        column: [] for column, dtype in SCHEMAS[name].items() if isinstance(dtype, pl.List)
    }
    return {**empty, **row}
