"""Places from GeoJSON: DeSO, RegSO, municipalities or districts, with codes, populations and geometries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.errors import InputError, Problem, UsageError
from samverkansgraf.importers.crossed_shapes import can_tell, crossing_fault, mended
from samverkansgraf.importers.geojson_shapes import shape_faults, wkt
from samverkansgraf.importers.indicators import FileSource, Imported, Places, add_source, source_id
from samverkansgraf.importers.json_file import read_json
from samverkansgraf.importers.tables_beside import TablesBeside
from samverkansgraf.tables.cells import plain_value
from samverkansgraf.tables.identity import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

#: What properties are called in files of SCB, Lantmäteriet and the municipalities, by what they say.
_USUAL: Final = {
    "code": ("desokod", "deso", "regsokod", "kommunkod", "kommun_kod", "kom_kod", "knkod", "lankod", "kod", "code", "id"),
    "label": ("regsonamn", "regso", "kommunnamn", "kom_namn", "kommun", "knnamn", "lannamn", "namn", "name", "label", "deso"),
    "population": ("folkmangd", "folkmängd", "befolkning", "antal_invanare", "population", "pop"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceProperties:
    """Which properties of the features mean what; those not given are found by their usual names."""

    code: str | None = None
    label: str | None = None
    population: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    label: str
    code: str | None
    population: str | None
    geometry: Any
    where: str
    mended: bool = False


def import_geojson(
    path: Path,
    folder: Path,
    properties: PlaceProperties,
    *,
    kind: str,
    source: FileSource,
    part_of: str | None = None,
    from_sweref99: bool = False,
    study: bool = False,
    repair: bool = False,
) -> Imported:
    """
    Add the places of a GeoJSON file to a project, or fill in what it knows of places that are there.

    Parameters
    ----------
    path
        A FeatureCollection, longitude before latitude in WGS 84 (RFC 7946).
    folder
        The project.
    properties
        What the features' properties are.
    kind
        Of the places, as ``deso``, ``regso``, ``municipality`` or ``district``.
    source
        The file as a source; it stands among the project's sources.
    part_of
        The place that all of them lie in, by id, code or name.
    from_sweref99
        The coordinates are SWEREF 99 TM, and are converted.
    study
        Name the file's places as the districts studied, where the settings name none.
    repair
        Polygons that cross themselves become the areas that they enclose.

    Returns
    -------
    imported
        Each feature is a row of ``districts`` and its geometry, as WKT, a row of ``geometries``. A place that has the
        code, or else the name, gets code, population and geometry where it has none.

    Raises
    ------
    InputError
        The file cannot be read; two features are one place; a population is negative or none, a polygon does not
        close, encloses nothing or crosses itself, coordinates are not WGS 84, or the project has other values; all at once.
    UsageError
        The folder is no project, or ``part_of`` is unknown.
    """
    identity = source_id(path, source)
    tables = TablesBeside(folder, ("districts", "sources", "geometries"))
    known = Places(tables)
    within = None if part_of is None else known.find(part_of)
    if part_of is not None and within is None:
        raise UsageError(f"--part-of: the place {part_of!r} is unknown; {known.remedy(part_of)}")
    features = _features(path)
    names = _named(features, properties, path)
    problems: list[Problem] = []
    places = []
    for number, feature in enumerate(features, start=1):
        place, faults = _place(feature, names, f"feature {number}", sweref=from_sweref99, repair=repair)
        problems += [Problem(message, path.name, remedy=remedy) for message, remedy in faults]
        places.append(place)
    problems += [Problem(message, path.name, remedy=remedy) for message, remedy in _doubled(places)]
    if problems:
        raise InputError(problems)
    rows, fill, geometries, differing = _rows(places, known, tables, kind, within, sweref=from_sweref99)
    if differing:
        raise InputError([Problem(message, path.name, remedy=remedy) for message, remedy in differing])
    tables.add("districts", rows, fill)
    tables.add("geometries", geometries)
    add_source(tables, identity, source)
    notes = [
        f"{path.name}: {len(rows)} places are new, {len(places) - len(rows)} were there; {len(geometries)} geometries are new"
    ]
    if changed := [place.label for place in places if place.mended]:
        notes.append(f"{path.name}: crossed themselves and were repaired: {', '.join(changed)}")
    if not can_tell() and any(_is_area(place.geometry) for place in places):
        notes.append(
            f"{path.name}: whether polygons cross themselves is not looked at; pip install 'samverkansgraf[geo]'"
        )
    if study and not tables.study([row["id"] or "" for row in rows]):
        notes.append("the settings name districts already, or no place is new; they are left alone")
    elif not study and rows and kind != "district":
        notes.append(
            f"places of kind {kind} are studied once named under [bounds] districts in samverkansgraf.toml"
        )
    return Imported(tables.write(), len(rows), tuple(notes))


def _features(path: Path) -> list[dict[str, Any]]:
    data = read_json(path)
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not features or not all(isinstance(one, dict) for one in features):
        remedy = "save it as a GeoJSON FeatureCollection"
        raise InputError([Problem("holds no features", path.name, remedy=remedy)])
    return features


def _named(
    features: Sequence[Mapping[str, Any]], given: PlaceProperties, path: Path
) -> dict[str, str | None]:
    """Return which property says what: those given must be there, others are found by their usual names."""
    there = {name: None for one in features for name in (one.get("properties") or {})}
    by_lower = {name.casefold(): name for name in reversed(list(there))}
    found: dict[str, str | None] = {}
    problems = []
    for what, usual in _USUAL.items():
        name = getattr(given, what)
        if name is not None and name not in there:
            message, remedy = (
                f"no feature has the property {name!r}",
                f"they have {', '.join(there) or 'none'}",
            )
            problems.append(Problem(message, path.name, remedy=f"--{what}: {remedy}"))
        found[what] = name or next((by_lower[one] for one in usual if one in by_lower), None)
    if found["label"] is None and found["code"] is None:
        remedy = f"name them with --label and --code; there are {', '.join(there) or 'none'}"
        problems.append(Problem("no property says what the places are called", path.name, remedy=remedy))
    if problems:
        raise InputError(problems)
    return found


def _place(
    feature: Mapping[str, Any], names: Mapping[str, str | None], where: str, *, sweref: bool, repair: bool
) -> tuple[_Place, list[tuple[str, str]]]:
    properties = feature.get("properties") or {}
    texts = {what: _text(properties.get(name)) for what, name in names.items() if name is not None}
    label = texts.get("label") or texts.get("code")
    at = f"{where} ({label})" if label else where
    faults = [
        (f"{at}: {message}", remedy)
        for message, remedy in shape_faults(feature.get("geometry"), sweref=sweref)
    ]
    geometry: Any = feature.get("geometry")
    crossed = crossing_fault(geometry) if not faults and _is_area(geometry) else None
    repaired = mended(geometry) if crossed is not None and repair else None
    if repaired is not None:
        geometry = repaired
    elif crossed is not None:
        remedy = "" if repair else ", or let --repair make it the areas it encloses"
        faults.append(
            (f"{at}: {crossed}" + (" and encloses nothing" if repair else ""), f"draw it anew{remedy}")
        )
    if label is None:
        faults.append((f"{at}: has no name and no code", f"fill in {names['label'] or names['code']}"))
    population = texts.get("population")
    if population is not None and (fault := plain_value(population, "whole")[1]) is not None:
        faults.append((f"{at}: population {fault[0]}", fault[1] or ""))
    code = texts.get("code")
    return _Place(
        label=label or "",
        code=code,
        population=population,
        geometry=geometry,
        where=at,
        mended=repaired is not None,
    ), faults


def _is_area(geometry: Any) -> bool:
    return isinstance(geometry, dict) and str(geometry.get("type")).endswith("Polygon")


def _text(value: object) -> str | None:
    if isinstance(value, float) and value == int(value):
        value = int(value)
    return None if value is None or isinstance(value, bool | list | dict) else str(value).strip() or None


def _doubled(places: Sequence[_Place]) -> Iterator[tuple[str, str]]:
    first: dict[str, str] = {}
    for place in places:
        name = place.code or place.label
        if name and first.setdefault(name, place.where) != place.where:
            yield f"{place.where}: {name} is the place of {first[name]} too", "make one feature of the two"


_Rows = tuple[
    list[dict[str, str | None]],
    dict[int, dict[str, str | None]],
    list[dict[str, str | None]],
    list[tuple[str, str]],
]


def _rows(
    places: Sequence[_Place],
    known: Places,
    tables: TablesBeside,
    kind: str,
    within: str | None,
    *,
    sweref: bool,
) -> _Rows:
    """Return the new districts, what fills in known ones, the new geometries, and what differs."""
    at = dict(zip(known.ids, tables.rows("districts"), strict=True))
    there = {
        place: {"code": code, "population": population}
        for place, code, population in zip(
            known.ids, tables.cells("districts", "code"), tables.cells("districts", "population"), strict=True
        )
    }
    shapes = {
        known.find(name or ""): text
        for name, text in zip(
            tables.cells("geometries", "district"), tables.cells("geometries", "wkt"), strict=True
        )
    }
    rows: list[dict[str, str | None]] = []
    fill: dict[int, dict[str, str | None]] = {}
    geometries: list[dict[str, str | None]] = []
    differing: list[tuple[str, str]] = []
    labels = [slug(place.label) for place in places]
    taken = set(known.ids)
    for place in places:
        found = known.codes.get(place.code or "") or known.names.get(place.label)
        shape = wkt(place.geometry, sweref=sweref)
        if found is None:
            clear = labels.count(slug(place.label)) == 1 and slug(place.label) not in taken
            identity = slug(place.label if clear else f"{place.label} {place.code or ''}")
            taken.add(identity)
            rows.append(
                {"id": identity, "label": place.label, "kind": kind, "part_of": within, "code": place.code,
                 "population": place.population}
            )  # fmt: skip
            geometries.append({"district": identity, "wkt": shape})
            continue
        for column, value in (("code", place.code), ("population", place.population)):
            former = there[found][column]
            if value is not None and former is None:
                fill.setdefault(at[found], {})[column] = value
            elif value is not None and former != value:
                message = f"{place.where}: {column} {value}, and {former} in districts row {at[found]}"
                differing.append((message, "keep one there, or put what the source says in the table facts"))
        if found not in shapes:
            geometries.append({"district": found, "wkt": shape})
        elif shapes[found] != shape:
            message = f"{place.where}: has another geometry in the project"
            differing.append((message, "remove that row of geometries, or leave the feature out"))
    return rows, fill, geometries, differing
