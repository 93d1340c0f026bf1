"""The Lorenz curve: every point where its shares say, and labels that stay text."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import polars as pl

from samverkansgraf.pictures.lorenz import lorenz_svg

POINTS = pl.DataFrame({"share_of_people": [0.0, 0.5, 1.0], "share_of_initiatives": [0.0, 0.2, 1.0]})


def drawn(points=POINTS, across="people", up="initiatives"):
    return ET.fromstring(lorenz_svg(points, across=across, up=up))  # noqa: S314 - our own picture


def corners(svg):
    line = next(one for one in svg.iter() if one.tag.endswith("polyline"))
    return [tuple(map(float, point.split(","))) for point in line.get("points").split()]


def test_the_curve_goes_through_its_points_in_proportion():
    (left, low), (middle, part), (right, high) = corners(drawn())
    assert (middle - left) / (right - left) == 0.5
    assert round((low - part) / (low - high), 6) == 0.2


def test_the_line_of_equal_shares_joins_the_ends():
    svg = lorenz_svg(POINTS, across="a", up="b")
    (x0, y0), *_, (x1, y1) = corners(drawn())
    assert re.search(rf"M{x0:g},{y0:g} L{x1:g},{y1:g}", svg)


def test_a_long_curve_has_no_dots():
    many = pl.DataFrame({"share_of_people": [n / 99 for n in range(100)]}).with_columns(
        share_of_initiatives=pl.col("share_of_people")
    )
    assert not [one for one in drawn(many).iter() if one.tag.endswith("circle")]
    assert len([one for one in drawn().iter() if one.tag.endswith("circle")]) == 3


def test_hostile_labels_stay_text_and_the_same_input_gives_the_same_bytes():
    payload = '</text><script>alert("1")</script>'
    svg = drawn(across=payload, up=payload)
    assert not [one for one in svg.iter() if one.tag.endswith("script")]
    assert [one.text for one in svg.iter() if one.text == payload] == [payload] * 2
    assert lorenz_svg(POINTS, across="a", up="b") == lorenz_svg(POINTS, across="a", up="b")
