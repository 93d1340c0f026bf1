"""What all views share: when their page is of, the heading of their legend, and the patterns of coverage."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from samverkansgraf.city import open_city
from samverkansgraf.documents.blocks import Figure
from samverkansgraf.pictures.views import VIEWS, picture_of
from samverkansgraf.pictures.views.fitting import cut, lines

PROJECTS = Path(__file__).parents[2] / "projects"
DAY = date(2026, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"
ONE = [name for name in VIEWS if name != "multiples"]


def _view(name, **more):
    return open_city(PROJECTS / ("debate" if name == "claims" else "lillkoping")).view(
        name, as_of=DAY, **more
    )


@pytest.mark.parametrize("name", ONE)
def test_a_page_says_the_date_it_is_of(name):
    assert "Läget 2019, så långt" in "".join(_view(name, at="2019").about)


@pytest.mark.parametrize("name", ONE)
def test_a_page_of_any_time_says_so_with_its_day_and_the_grid_is_of_its_day(name):
    said = "".join(_view(name).about)
    assert "1 januari 2026" in said
    assert ("vilken tid som helst" in said) is (name != "heatmap")


def test_the_page_of_two_names_both_dates():
    said = "".join(_view("multiples", at="2017", beside_at="2022").about)
    assert "2017" in said
    assert "2022" in said


def test_the_page_of_two_cities_at_any_time_says_so():
    said = "".join(_view("multiples", beside=open_city(PROJECTS / "debate")).about)
    assert said.endswith(
        "till höger. Visar det som källorna säger om vilken tid som helst, med 1 januari 2026 som dagens datum."
    )


@pytest.mark.parametrize("name", VIEWS)
def test_a_picture_has_its_legend_below_a_heading_and_its_command_names_its_day(name):
    more = {"at": "2017", "beside_at": "2022"} if name == "multiples" else {}
    document = _view(name, **more)
    figure = next(one for section in document.sections for one in section.blocks if isinstance(one, Figure))
    texts = [one.text for one in ET.fromstring(figure.svg).iter(f"{SVG}text")]  # noqa: S314 - our own drawing
    assert texts.count("Så läser du bilden") == 1
    assert " --as-of 2026-01-01 " in figure.command


def test_the_four_values_look_the_same_on_the_grid_and_on_the_map():
    grid, on_map = (
        [ET.tostring(one) for one in ET.fromstring(picture_of(_view(name))).iter(f"{SVG}pattern")]  # noqa: S314
        for name in ("heatmap", "map")
    )
    assert len(grid) == 4
    assert grid == on_map


@pytest.mark.parametrize("most", [1, 2, 3])
def test_words_fill_no_more_lines_than_they_may_and_what_is_cut_off_is_marked(most):
    written = lines("ett ord och sedan ett till " * 9, 90, most=most)
    assert len(written) == most
    assert written[-1].endswith("…")
    assert all("…" not in line for line in written[:-1])


def test_bold_words_are_cut_earlier():
    assert len(cut("samverkansöverenskommelse", 100, bold=True)) < len(cut("samverkansöverenskommelse", 100))
