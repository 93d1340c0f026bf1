"""Well-known text as projects write it."""

import pytest

from samverkansgraf.well_known_text import is_on_earth, kind_and_lists, position


@pytest.mark.parametrize(
    ("text", "kind", "lists"),
    [
        ("POINT (16.5 59.6)", "POINT", [["16.5 59.6"]]),
        ("point z(16.5 59.6 12)", "POINT Z", [["16.5 59.6 12"]]),
        ("<http://www.opengis.net/def/crs/(84)> POINT(16 59)", "POINT", [["16 59"]]),
        ("POLYGON ((0 0, 1 0, 0 0), (2 2, 3 3))", "POLYGON", [["0 0", " 1 0", " 0 0"], ["2 2", " 3 3"]]),
        ("POINT EMPTY", "", []),
        ("", "", []),
    ],
)
def test_a_text_is_a_kind_and_its_innermost_lists(text, kind, lists):
    assert kind_and_lists(text) == (kind, lists)


@pytest.mark.parametrize("text", ["", "16.5", "16.5 north", "16,5 59,6"])
def test_what_is_no_pair_of_numbers_is_no_position(text):
    assert position(text) is None


@pytest.mark.parametrize(
    ("place", "on_earth"),
    [((180.0, -90.0), True), ((180.1, 0.0), False), ((0.0, 90.1), False), ((float("nan"), 0.0), False)],
)
def test_degrees_end_at_180_east_and_90_north(place, on_earth):
    assert is_on_earth(place) is on_earth
