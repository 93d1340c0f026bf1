"""What a map knows of each place: its value as a whole, how much is placed there, on what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.cells import Cells
from samverkansgraf.coverage.evidence import cell_evidence
from samverkansgraf.coverage.sentences import value_label, why_label
from samverkansgraf.dates import bounds
from samverkansgraf.documents.blocks import Line, Strong, joined, line
from samverkansgraf.errors import UsageError
from samverkansgraf.holding import not_ruled_out, with_dates
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.pictures.views.map.shapes import Shape
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.views.material import Material


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """
    A place of a map.

    Attributes
    ----------
    place, label
        Its IRI, and what it is called.
    shape
        Where it is; ``None`` where the graph has no geometry of it.
    value
        One of the four values of coverage; ``None`` where it is not one of the places studied.
    surely, possibly
        How many initiatives are placed there without reservation, and how many may be.
    lines
        The initiatives and the searches, with their evidence.
    """

    place: str
    label: str
    shape: Shape | None
    value: str | None
    surely: int
    possibly: int
    lines: tuple[Line, ...]

    def value_words(self, names: Names) -> str:
        """Return its value in words."""
        words = names.words
        return words.say("map.outside") if self.value is None else value_label(self.value, words.language)


def map_places(material: Material, names: Names) -> list[MapPlace]:
    """
    Return the places studied and the others that have a geometry, in alphabetical order.

    Raises
    ------
    UsageError
        No place has a geometry, or one cannot be read.
    """
    shapes = _shapes(material, names)
    cells = Cells(
        material.frames,
        material.settings.bounds,
        by=("district",),
        at=material.at,
        language=names.words.language,
    )
    terms = cells.scope_at(cells.periods[0]).cells["district"]["term"].to_list()
    found = [
        _studied(term, row, shapes.get(term), material, names)
        for term, row in zip(terms, cells.table().iter_rows(named=True), strict=True)
    ]
    found += [_other(place, shapes[place], material, names) for place in sorted(shapes.keys() - set(terms))]
    return sorted(found, key=lambda one: (swedish_order(one.label), one.place))


def _shapes(material: Material, names: Names) -> dict[str, Shape]:
    rows = material.frames.geometries.drop_nulls(["place", "wkt"]).sort("place", "geometry")
    if not rows.height:
        raise UsageError(
            f"view map: {material.settings.name} has no geometries; "
            "bring borders in with 'samverkansgraf import geojson'"
        )
    shapes: dict[str, Shape] = {}
    faults = []
    for place, text in rows.select("place", "wkt").iter_rows():
        try:
            shapes.setdefault(place, Shape(text))
        except UsageError as error:
            faults.append(f"geometries, {names.label(place)}: {error}")
    if faults:
        raise UsageError("\n".join(faults))
    return shapes


def _studied(
    place: str, row: dict[str, object], shape: Shape | None, material: Material, names: Names
) -> MapPlace:
    """Return a place of the study, with what its cell holds."""
    value = str(row["value"])
    here, beside = int(str(row["initiatives"])), int(str(row["indirect_evidence"]))
    lines: list[Line] = []
    if any(row[name] for name in ("initiatives", "indirect_evidence", "searches", "planned", "ended")):
        rows = cell_evidence(
            material.frames,
            material.settings.bounds,
            district=place,
            at=material.at,
            language=names.words.language,
        )
        lines = list(_proved(rows, names))
    return MapPlace(
        place=place,
        label=names.label(place),
        shape=shape,
        value=value,
        surely=here if value == "covered" else 0,
        possibly=here if value == "indirect" else beside,
        lines=tuple(lines),
    )


def _proved(rows: pl.DataFrame, names: Names) -> Iterable[Line]:
    """Yield each initiative with why it counts and its evidence, then each search."""
    words = names.words
    said = rows.filter(pl.col("why") != "search").group_by("initiative", "why", maintain_order=True)
    for key, group in said:
        yield _initiative(str(key[0]), why_label(str(key[1]), words.language), group["about"], names)
    searches = rows.filter(pl.col("why") == "search")
    for _, group in searches.group_by("about", maintain_order=True):
        first = group.row(0, named=True)
        told = words.say(
            "map.search",
            date=words.date(first["date"]) if first["date"] else words.say("unknown"),
            outcome=names.label(first["outcome"]) if first["outcome"] else words.say("unknown"),
        )
        sources = names.references(group["source"].drop_nulls().to_list())
        yield line(told, " ", sources) if sources else (told,)


def _initiative(initiative: str, why: str, about: Iterable[str], names: Names) -> Line:
    proofs = [proof for one in dict.fromkeys(about) for proof in names.proofs(one)]
    shown = joined(list(dict.fromkeys(proofs)), "; ") or (names.words.say("evidence.no_source"),)
    return line(Strong(names.label(initiative)), f" ({why}): ", shown)


def _other(place: str, shape: Shape, material: Material, names: Names) -> MapPlace:
    """Return a place that is not one of those studied, with what is placed right there."""
    frames = material.frames
    placed = frames.placements.filter(pl.col("place") == place).sort("initiative", "placement")
    if material.at is not None:
        placed = with_dates(placed, frames.initiatives).filter(not_ruled_out(bounds(material.at)))
    sure = placed.filter(pl.col("certainty").fill_null(sg("Stated")) == sg("Stated"))["initiative"]
    surely = set(sure.to_list())
    certainties: dict[tuple[str, str], list[str]] = {}
    for row in placed.iter_rows(named=True):
        key = (row["initiative"], row["certainty"] or sg("Stated"))
        certainties.setdefault(key, []).append(row["placement"])
    return MapPlace(
        place=place,
        label=names.label(place),
        shape=shape,
        value=None,
        surely=len(surely),
        possibly=len(set(placed["initiative"].to_list()) - surely),
        lines=tuple(
            _initiative(initiative, names.label(certainty), about, names)
            for (initiative, certainty), about in certainties.items()
        ),
    )
