"""Places with codes, populations and geometries; what is wrong with a shape is said before anything is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importers.places_project import as_json, rows, state, written

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.graph import build
from samverkansgraf.importers import FileSource, PlaceProperties, import_geojson
from samverkansgraf.importers.geojson_shapes import wkt
from samverkansgraf.importers.sweref import to_wgs84

SQUARE = [[[16.5, 59.6], [16.6, 59.6], [16.6, 59.7], [16.5, 59.6]]]


def feature(geometry=None, **properties):
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": geometry or {"type": "Polygon", "coordinates": SQUARE},
    }


def polygon(*ring):
    return {"type": "Polygon", "coordinates": [[list(position) for position in ring]]}


def imported(folder, *features, project=None, kind="deso", **options):
    project = project or written(folder)
    path = as_json(folder, "deso.geojson", {"type": "FeatureCollection", "features": list(features)})
    properties = PlaceProperties(
        **{name: options.pop(name) for name in ("code", "label", "population") if name in options}
    )
    return project, import_geojson(
        path, project, properties, kind=kind, source=FileSource(title="SCB"), **options
    )


def problems(folder, *features, **options):
    project = written(folder)
    before = state(project)
    with pytest.raises(InputError) as caught:
        imported(folder, *features, project=project, **options)
    assert state(project) == before
    return [str(problem) for problem in caught.value.problems]


def test_new_places_have_code_population_and_geometry(tmp_path):
    project, _ = imported(tmp_path, feature(desokod="1980A0010", folkmangd=1520), part_of="1980")
    row = rows(project, "districts")[-1]
    assert (row["id"], row["kind"], row["part_of"], row["code"], row["population"]) == (
        "1980a0010",
        "deso",
        "vasteras",
        "1980A0010",
        "1520",
    )
    frames = build(project).frames
    assert frames.geometries["wkt"].to_list() == ["POLYGON ((16.5 59.6, 16.6 59.6, 16.6 59.7, 16.5 59.6))"]
    assert frames.geometries["place"].to_list() == ["https://example.org/lan/place/1980a0010"]


def test_a_known_place_is_filled_in_and_keeps_what_it_has(tmp_path):
    project, made = imported(
        tmp_path,
        feature(code="1980", name="Västerås stad", population=159_000),
        feature(name="Norr", code="n1"),
        kind="municipality",
    )
    first, _, norr = rows(project, "districts")
    assert (first["label"], first["note"], first["population"]) == ("Västerås", "vår egen", "159000")
    assert norr["code"] == "n1"
    assert made.rows == 0
    assert [row["district"] for row in rows(project, "geometries")] == ["vasteras", "norr"]
    before = state(project)
    imported(tmp_path, feature(code="1980", name="Västerås stad", population=159_000), project=project)
    assert state(project) == before


def test_other_values_than_the_projects_are_named(tmp_path):
    project, _ = imported(tmp_path, feature(code="1980", population=159_000))
    with pytest.raises(InputError) as caught:
        imported(
            tmp_path,
            feature(polygon((1, 2), (3, 4), (5, 1), (1, 2)), code="1980", population=1),
            project=project,
        )
    assert [str(problem) for problem in caught.value.problems] == [
        "deso.geojson: feature 1 (1980): population 1, and 159000 in districts row 2; keep one there, or put what the source says in the table facts",
        "deso.geojson: feature 1 (1980): has another geometry in the project; remove that row of geometries, or leave the feature out",
    ]


def test_faults_of_shapes_come_all_at_once(tmp_path):
    found = problems(
        tmp_path,
        feature(polygon((16, 59), (17, 59), (17, 60)), name="öppen"),
        feature(polygon((16, 59), (17, 59), (16, 59)), name="platt"),
        feature(polygon((59, 16), (59, 17), (60, 17), (59, 16)), name="bakvänd"),
        feature({"type": "Polygon", "coordinates": [["a"]]}, name="text"),
        feature({"type": "GeometryCollection"}, name="samling"),
        feature(polygon((200, 59), (17, 59), (17, 60), (200, 59)), name="utanför"),
        feature(name="minus", population=-4),
        feature(name="minus", population=4),
    )
    assert found == [
        "deso.geojson: feature 1 (öppen): its ring does not close; let its last position be its first",
        "deso.geojson: feature 2 (platt): its ring encloses nothing: it has fewer than three corners; draw it anew",
        "deso.geojson: feature 3 (bakvänd): the position (59, 16) has latitude before longitude; GeoJSON has longitude first",
        "deso.geojson: feature 4 (text): its coordinates are not pairs of numbers; export the file anew as GeoJSON",
        "deso.geojson: feature 5 (samling): has no geometry that can be read; give it one of Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, or leave the feature out",
        "deso.geojson: feature 6 (utanför): the position (200, 59) is nowhere on Earth in degrees; export the file as WGS 84",
        "deso.geojson: feature 7 (minus): population '-4' is no whole number from 0 up; correct it",
        "deso.geojson: feature 8 (minus): minus is the place of feature 7 (minus) too; make one feature of the two",
    ]


BOW = polygon((16, 59), (18, 61), (18, 59), (16, 61), (16, 59))


def test_polygons_that_are_no_areas_are_named_with_the_place_all_at_once(tmp_path):
    pytest.importorskip("shapely")
    hole = {"type": "Polygon", "coordinates": [polygon((16, 59), (17, 59), (17, 60), (16, 59))["coordinates"][0],
            [[20, 60], [21, 60], [21, 61], [20, 60]]]}  # fmt: skip
    found = problems(
        tmp_path,
        feature(BOW, name="rosett"),
        feature(hole, name="hål"),
        feature(polygon((16, 59), (17, 60), (18, 61), (16, 59)), name="streck"),
    )
    remedy = "draw it anew, or let --repair make it the areas it encloses"
    assert found == [
        f"deso.geojson: feature 1 (rosett): its outline crosses itself at (17, 60); {remedy}",
        f"deso.geojson: feature 2 (hål): a hole lies outside its outline at (20, 60); {remedy}",
        "deso.geojson: feature 3 (streck): its ring encloses nothing: its corners lie on a line; draw it anew",
    ]


def test_a_crossed_polygon_is_repaired_when_asked_and_said(tmp_path):
    pytest.importorskip("shapely")
    project, made = imported(tmp_path, feature(BOW, name="rosett"), repair=True)
    assert "deso.geojson: crossed themselves and were repaired: rosett" in made.notes
    # Two triangles that meet in (17, 60), where each begins and ends.
    text = rows(project, "geometries")[0]["wkt"]
    assert text.startswith("MULTIPOLYGON")
    assert (text.count("17.0 60.0"), text.count(",")) == (4, 7)


def test_what_encloses_nothing_cannot_be_repaired(tmp_path):
    pytest.importorskip("shapely")
    there_and_back = polygon((16, 59), (17, 59), (17, 60), (17, 59), (16, 59))
    flat = polygon(
        (0.1, 0.1), (0.2, 0.2), (0.3, 0.3), (0.1, 0.1)
    )  # on a line, but for the last bits of its numbers
    found = problems(
        tmp_path, feature(there_and_back, name="fram och åter"), feature(flat, name="streck"), repair=True
    )
    assert [text.removeprefix("deso.geojson: ").partition(": ")[0] for text in found] == [
        "feature 1 (fram och åter)", "feature 2 (streck)",
    ]  # fmt: skip
    assert all(
        text.endswith("encloses nothing; draw it anew") or "on a line; draw it anew" in text for text in found
    )


def test_heights_are_left_out_of_what_is_repaired(tmp_path):
    pytest.importorskip("shapely")
    high = polygon(*((*position, 7) for position in BOW["coordinates"][0]))
    project, _ = imported(tmp_path, feature(high, name="rosett"), repair=True)
    (tmp_path / "flat").mkdir()
    flat, _ = imported(tmp_path / "flat", feature(BOW, name="rosett"), repair=True)
    assert rows(project, "geometries")[0]["wkt"] == rows(flat, "geometries")[0]["wkt"]


def test_points_alone_say_nothing_of_shapely(tmp_path, monkeypatch):
    monkeypatch.setattr("samverkansgraf.importers.geojson.can_tell", lambda: False)
    _, made = imported(tmp_path, feature({"type": "Point", "coordinates": [16.5, 59.6]}, name="torget"))
    assert not any("geo]" in note for note in made.notes)


def test_which_way_round_a_ring_goes_is_no_fault(tmp_path):
    clockwise = polygon((16, 59), (16, 60), (17, 60), (16, 59))
    project, _ = imported(tmp_path, feature(clockwise, name="medsols"))
    assert rows(project, "geometries")[0]["wkt"] == "POLYGON ((16.0 59.0, 16.0 60.0, 17.0 60.0, 16.0 59.0))"


def test_without_shapely_what_can_be_told_is_told_and_the_rest_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("samverkansgraf.importers.geojson.can_tell", lambda: False)
    monkeypatch.setattr("samverkansgraf.importers.crossed_shapes.can_tell", lambda: False)
    _, made = imported(tmp_path, feature(BOW, name="rosett"))
    assert any("pip install 'samverkansgraf[geo]'" in note for note in made.notes)


SWEREF = polygon((586_000, 6_609_000), (587_000, 6_609_000), (587_000, 6_610_000), (586_000, 6_609_000))


def test_sweref_as_wgs84_is_detected_and_conversion_offered(tmp_path):
    assert problems(tmp_path, feature(SWEREF, name="x")) == [
        "deso.geojson: feature 1 (x): the position (586000, 6.609e+06) looks like SWEREF 99 TM, not like degrees; convert with --from-sweref99"
    ]


def test_lantmateriets_control_points_are_met():
    """Published for SWEREF 99 TM: 59° N 11° 15' E, 57° N 19° 30' E, as northing and easting."""
    pytest.importorskip("pyproj")
    points = [(6_546_096.724, 284_626.066), (6_326_392.707, 773_251.054)]
    for found, known in zip(to_wgs84(points), [(11.25, 59), (19.5, 57)], strict=True):
        assert found == pytest.approx(known, abs=1e-7)
    assert to_wgs84([point[::-1] for point in points]) == to_wgs84(points)


def test_sweref_is_converted_when_asked(tmp_path):
    pytest.importorskip("pyproj")
    project, _ = imported(tmp_path, feature(SWEREF, name="x"), from_sweref99=True)
    assert rows(project, "geometries")[0]["wkt"].startswith("POLYGON ((16.5")


def test_degrees_are_not_taken_for_sweref(tmp_path):
    assert (
        "is not in Sweden as SWEREF 99 TM; leave --from-sweref99 out"
        in problems(tmp_path, feature(name="x"), from_sweref99=True)[0]
    )


def test_without_pyproj_the_extra_is_named(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pyproj", None)
    with pytest.raises(UsageError, match=r"pip install 'samverkansgraf\[geo\]'"):
        to_wgs84([(586_000.0, 6_609_000.0)])


def test_places_can_be_named_as_those_studied(tmp_path):
    project, _ = imported(tmp_path, feature(desokod="1980A0010"), study=True)
    assert build(project).settings.bounds.districts == ("https://example.org/lan/place/1980a0010",)
    _, made = imported(tmp_path, feature(desokod="1980A0020"), project=project, study=True)
    assert "the settings name districts already" in made.notes[-1]


def test_unknown_properties_and_places_are_answered(tmp_path):
    assert (
        "no feature has the property 'kod'; --code: they have namn"
        in problems(tmp_path, feature(namn="x"), code="kod")[0]
    )
    with pytest.raises(UsageError, match="--part-of: the place 'Salla' is unknown; did you mean 'Sala'"):
        imported(tmp_path, feature(namn="x"), project=tmp_path / "p", part_of="Salla")


def test_a_long_geometry_is_read_back(tmp_path):
    ring = [(16 + n / 1e5, 59.123456) for n in range(20_000)] + [(16.0, 60.0), (16.0, 59.123456)]
    project, _ = imported(tmp_path, feature(polygon(*ring), name="kust"))
    assert len(build(project).frames.geometries["wkt"][0]) > 300_000


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=3, max_size=6))
def test_wkt_keeps_every_number(positions):
    text = wkt({"type": "LineString", "coordinates": [list(position) for position in positions]})
    pairs = text.removeprefix("LINESTRING (").removesuffix(")").split(", ")
    assert [tuple(map(float, pair.split())) for pair in pairs] == positions
