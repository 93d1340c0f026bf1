"""Needs and nearness that are given beside a graph."""

from __future__ import annotations

import pytest
from tests.coverage.conftest import BOUNDS, PLACES, HandCity

from samverkansgraf.coverage.planning import need_of, read_near
from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.project import Need


@pytest.fixture
def frames():
    city = HandCity()
    city.rows["places"] = [{**row, "population": {"p:Råby": 3000}.get(row["place"])} for row in PLACES]
    for place, period, value in (("p:Råby", "2020", 7), ("p:Råby", "2021", 9), ("p:Bäckby", "2021", 5)):
        city.add(
            "indicators",
            observation=f"o:{place}{period}",
            place=place,
            indicator="Barn",
            period=period,
            value=value,
        )
    return city.frames()


def test_population_is_as_it_is(frames):
    assert need_of(frames, BOUNDS, ["population"]).rows() == [("p:Råby", 3000.0)]


def test_an_indicator_counts_by_its_order_and_the_way_the_project_says(frames):
    # Barn 2021 is known of two districts: Råby 9, Bäckby 5. Positions: 0.75 and 0.25; turned if low is need.
    assert sorted(need_of(frames, BOUNDS, ["Barn"]).rows()) == [("p:Bäckby", 0.25), ("p:Råby", 0.75)]
    turned = need_of(frames, BOUNDS, ["Barn"], told=Need(lower=("Barn",)))
    assert sorted(turned.rows()) == [("p:Bäckby", 0.75), ("p:Råby", 0.25)]


def test_crime_is_never_need_alone(frames):
    with pytest.raises(UsageError, match="'Anmälda brott' is never used alone"):
        need_of(frames, BOUNDS, ["Anmälda brott"])


def test_what_cannot_be_need_is_told(frames):
    with pytest.raises(UsageError, match="no indicator is named 'Barnn'; did you mean 'Barn'"):
        need_of(frames, BOUNDS, ["Barnn"])
    with pytest.raises(UsageError, match="population stands alone"):
        need_of(frames, BOUNDS, ["population", "Barn"])


def test_a_file_of_needs(frames, tmp_path):
    file = tmp_path / "behov.csv"
    file.write_text("district;need\nRåby;2,5\nBäckby;1\n", encoding="utf-8")
    assert need_of(frames, BOUNDS, [str(file)]).rows() == [("p:Råby", 2.5), ("p:Bäckby", 1.0)]


def test_every_fault_of_a_file_of_needs_at_once(frames, tmp_path):
    file = tmp_path / "behov.csv"
    file.write_text(
        "district,need\nRboy,1\nRåby,-2\nBäckby,\nSkallberget,3\nSkallberget,4\n", encoding="utf-8"
    )
    with pytest.raises(InputError) as error:
        need_of(frames, BOUNDS, [str(file)])
    assert str(error.value).splitlines() == [
        "behov.csv row 2, column district: no district is called 'Rboy'; did you mean 'Råby'?",
        "behov.csv row 3, column need: -2 is below 0; write a number from 0 up",
        "behov.csv row 4, column need: the cell is empty; fill it in, or remove the row: need not known",
        "behov.csv row 6, column district: 'Skallberget' has two needs; keep one",
    ]


def test_neighbours_within_a_distance(frames, tmp_path):
    file = tmp_path / "nara.csv"
    file.write_text("district,near,distance\nRåby,Bäckby,0.8\nRåby,Skallberget,3\n", encoding="utf-8")
    assert read_near(file, frames).rows() == [("p:Råby", "p:Bäckby"), ("p:Råby", "p:Skallberget")]
    assert read_near(file, frames, within=1).rows() == [("p:Råby", "p:Bäckby")]


def test_a_missing_distance_or_file_is_told(frames, tmp_path):
    file = tmp_path / "nara.csv"
    file.write_text("district,near\nRåby,Bäckby\n", encoding="utf-8")
    with pytest.raises(
        InputError, match=r"nara.csv row 2, column distance: the cell is empty; fill it in, or leave out"
    ):
        read_near(file, frames, within=1)
    with pytest.raises(
        UsageError, match="there is no such file; name a table with the columns district, near, distance"
    ):
        read_near(tmp_path / "x.csv", frames)
    with pytest.raises(UsageError, match="is no table"):
        read_near(tmp_path / "x.txt", frames)
