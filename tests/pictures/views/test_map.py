"""The map of Lillköping, worked by hand in its README, and where a position falls on paper."""

import re
from datetime import date
from math import cos, radians
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from samverkansgraf.city import open_city
from samverkansgraf.documents.blocks import Part, Table
from samverkansgraf.errors import UsageError
from samverkansgraf.pictures.views import picture_of
from samverkansgraf.pictures.views.map.projection import Projection, simplified
from samverkansgraf.pictures.views.map.shapes import Shape

ROOT = Path(__file__).parents[3]
DAY = date(2026, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def city():
    return open_city(ROOT / "tests/projects/lillkoping")


@pytest.fixture(scope="module")
def document(city):
    return city.view("map", as_of=DAY)


def _rows(document):
    table = next(b for s in document.sections for b in s.blocks if isinstance(b, Table))
    return {
        row[0].lines[0][0]: (row[1].look, row[2].lines[0][0], anchor)
        for row, anchor in zip(table.rows, table.anchors, strict=True)
    }


def test_each_place_has_its_value_and_how_much_is_surely_and_possibly_there(document):
    told = {place: row[:2] for place, row in _rows(document).items()}
    assert told == {
        "Centrum": ("covered", "1 initiativ säkert, 0 kanske"),
        "Norr": ("indirect", "0 initiativ säkert, 1 kanske"),
        "Söder": ("none_found", "0 initiativ säkert, 0 kanske"),
        "Hamnen": ("not_searched", "0 initiativ säkert, 0 kanske"),
        "Ön": ("not_searched", "0 initiativ säkert, 0 kanske"),
        "Skogen": ("not_searched", "0 initiativ säkert, 0 kanske"),
        "Lillköping": ("", "0 initiativ säkert, 0 kanske"),
    }


def test_a_place_is_drawn_in_the_pattern_of_its_value_with_the_word_and_links_to_its_row(document):
    root = ET.fromstring(picture_of(document))  # noqa: S314 - our own drawing
    rows = _rows(document)
    links = {link.get("href"): link for link in root.iter(f"{SVG}a")}
    for place, (value, _, anchor) in rows.items():
        if place in ("Skogen", "Lillköping"):
            continue
        (mark,) = list(links[f"#{anchor}"])[1:]
        assert mark.get("fill") == f"url(#value-{value})"
    words = {text.text for text in root.iter(f"{SVG}text")}
    assert {"Centrum", "belagt", "Söder", "inget funnet i dessa källor", "Ön", "inte undersökt"} <= words


def test_a_place_without_a_border_is_listed_and_not_drawn(document):
    (part,) = [b for s in document.sections for b in s.blocks if isinstance(b, Part)]
    assert [item[0] for item in part.blocks[1].items] == ["Skogen: saknar gräns; inte undersökt"]
    assert "Skogen" not in picture_of(document)


def test_at_a_date_after_its_end_an_initiative_makes_nothing_possible(city):
    rows = _rows(city.view("map", as_of=DAY, at="2024-06"))
    assert rows["Norr"][:2] == ("not_searched", "0 initiativ säkert, 0 kanske")


def test_north_is_up_and_east_to_the_right(document):
    root = ET.fromstring(picture_of(document))  # noqa: S314 - our own drawing
    at = {text.text: (float(text.get("x")), float(text.get("y"))) for text in root.iter(f"{SVG}text")}
    assert at["Norr"][1] < at["Centrum"][1] < at["Söder"][1]
    assert at["Centrum"][0] < at["Hamnen"][0]


def test_labels_do_not_cover_each_other(document):
    root = ET.fromstring(picture_of(document))  # noqa: S314 - our own drawing
    boxes = [
        [float(one.get(name)) for name in ("x", "y", "width", "height")]
        for group in root.iter(f"{SVG}g")
        for one in group.iter(f"{SVG}rect")
    ]
    assert len(boxes) == 6
    for place, (x, y, wide, high) in enumerate(boxes):
        for x2, y2, wide2, high2 in boxes[place + 1 :]:
            assert x + wide <= x2 or x2 + wide2 <= x or y + high <= y2 or y2 + high2 <= y


def test_the_scale_bar_is_as_long_as_it_says(document):
    # Centrum is 0.06 degrees wide at latitude 59.03: 6371.0088 · cos 59.03° · 0.06 · π/180 = 3.433 km.
    svg = picture_of(document)
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    bar = re.search(r"M([\d.]+) [\d.]+v8H([\d.]+)v-8", svg)
    length = float(bar[2]) - float(bar[1])
    (said,) = [text.text for text in root.iter(f"{SVG}text") if text.text.endswith("km")]
    (centrum,) = [
        path.get("d") for path in root.iter(f"{SVG}path") if path.get("fill") == "url(#value-covered)"
    ]
    across = [float(x) for x in re.findall(r"[ML]([\d.]+) ", centrum)]
    km = 6371.0088 * cos(radians(59.03)) * radians(0.06)
    assert length / float(said.split()[0]) == pytest.approx((max(across) - min(across)) / km, rel=0.01)


def test_a_graph_without_geometries_is_refused_with_the_remedy():
    with pytest.raises(UsageError, match=r"has no geometries; .*import geojson"):
        open_city(ROOT / "tests/projects/debate").view("map", as_of=DAY)


@pytest.mark.parametrize(
    ("text", "rings", "lines", "points"),
    [
        ("POINT (16.5 59.6)", 0, 0, 1),
        ("MULTIPOINT ((16 59), (17 60))", 0, 0, 2),
        ("MULTIPOINT (16 59, 17 60)", 0, 0, 2),
        ("LINESTRING (16 59, 17 60)", 0, 1, 0),
        ("polygon((16 59, 17 59, 17 60, 16 59))", 1, 0, 0),
        ("POLYGON Z ((16 59 2, 17 59 2, 17 60 2, 16 59 2), (16.1 59.1 2, 16.2 59.1 2, 16.2 59.2 2, 16.1 59.1 2))", 2, 0, 0),
        ("MULTIPOLYGON (((16 59, 17 59, 17 60, 16 59)), ((18 59, 19 59, 19 60, 18 59)))", 2, 0, 0),
        ("<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT (1.6e1 59)", 0, 0, 1),
    ],
)  # fmt: skip
def test_a_geometry_is_read_whatever_its_kind(text, rings, lines, points):
    shape = Shape(text)
    assert (len(shape.rings), len(shape.lines), len(shape.points)) == (rings, lines, points)


@pytest.mark.parametrize(
    "text",
    ["", "CIRCLE (1 2)", "POINT EMPTY", "POINT (a b)", "POINT (16)", "POINT (6600000 580000)", "POLYGON ()"],
)
def test_what_is_no_geometry_in_degrees_is_refused(text):
    with pytest.raises(UsageError):
        Shape(text)


def test_a_degree_of_longitude_is_shorter_in_the_north():
    # On a sphere a degree along the parallel of 60° is half a degree of the equator: 111.195 / 2 km.
    x, y = Projection(16, 60).on_paper((17, 60))
    assert x == pytest.approx(55.6, abs=0.05)
    assert abs(y) < 0.5


def test_a_line_keeps_its_ends_and_what_stands_out():
    assert simplified([(0, 0), (1, 0), (2, 5), (3, 0), (4, 0)], 0.5) == [
        (0, 0),
        (1, 0),
        (2, 5),
        (3, 0),
        (4, 0),
    ]
    assert simplified([(0, 0), (1, 0.2), (2, 0)], 1) == [(0, 0), (2, 0)]
