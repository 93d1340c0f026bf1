"""Two dates or two cities side by side: equal spots, and each difference in shape and word."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from samverkansgraf.city import open_city
from samverkansgraf.documents.blocks import Table
from samverkansgraf.documents.names import Names
from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.pictures.views import multiples, picture_of
from samverkansgraf.pictures.views.material import Material
from samverkansgraf.project import Settings

ROOT = Path(__file__).parents[3]
DAY = date(2026, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"


def _frames(links, prefix):
    """Return frames of links (actor, initiative, first year, last year; an open end is null)."""

    def day(year, *, end):
        return None if year is None else date(year, 12, 31) if end else date(year, 1, 1)

    actors, initiatives = sorted({link[0] for link in links}), sorted({link[1] for link in links})
    rows = [
        {
            "participation": f"{prefix}:p:{n}", "actor": f"{prefix}:{a}", "initiative": f"{prefix}:{i}", "makes_tie": True,
            "certainty": "https://w3id.org/samverkansgraf/ns#Stated", "role": "https://w3id.org/samverkansgraf/ns#Partner",
            "start": None if first is None else str(first), "end": None if last is None else str(last),
            "start_earliest": day(first, end=False), "start_latest": day(first, end=True),
            "end_earliest": day(last, end=False), "end_latest": day(last, end=True),
        }
        for n, (a, i, first, last) in enumerate(links)
    ]  # fmt: skip
    return Frames.of(
        actors=frame(
            "actors", [{"actor": f"{prefix}:{a}", "label": a, "kind": "organisation"} for a in actors]
        ),
        initiatives=frame(
            "initiatives", [{"initiative": f"{prefix}:{i}", "label": i, "is_set": False} for i in initiatives]
        ),
        participations=frame("participations", rows),
    )


def _material(frames, name, at=None):
    return Material(
        frames=frames,
        settings=Settings(name=name, base="urn:"),
        names=Names.of(frames, "sv"),
        at=at,
        as_of=DAY,
    )


def _marks(document):
    """Return by panel: the label of each mark -> its fill and its place within the panel."""
    root = ET.fromstring(picture_of(document))  # noqa: S314 - our own drawing
    frames = [float(one.get("x")) for one in root.findall(f"{SVG}rect") if one.get("fill") == "none"]
    panels = ({}, {})
    for link in root.iter(f"{SVG}a"):
        shape = next(one for one in link if one.tag in (f"{SVG}circle", f"{SVG}rect"))
        if shape.tag == f"{SVG}circle":
            x, y = float(shape.get("cx")), float(shape.get("cy"))
        else:
            x, y = float(shape.get("x")) + 12, float(shape.get("y")) + 12
        side = int(x > frames[1])
        label = link.find(f"{SVG}title").text.split(", ", 1)[1].partition(":")[0]
        panels[side][label] = (shape.get("fill"), round(x - frames[side], 1), round(y, 1))
    return panels


@pytest.fixture(scope="module")
def dates():
    # In 2010: A and B in I, C perhaps (no dates). In 2020: A in I and D in J; B has left.
    links = [("A", "I", 2000, 2030), ("B", "I", 2000, 2015), ("D", "J", 2018, 2030), ("C", "I", None, None)]
    frames = _frames(links, "urn:x")
    return multiples.view(replace(_material(frames, "By", "2010"), beside=_material(frames, "By", "2020")))


def test_what_stayed_left_came_and_is_not_known_is_told_by_the_shape(dates):
    first, second = _marks(dates)
    assert {label: fill for label, (fill, _, _) in first.items()} == {
        "A": "#ffffff", "I": "#ffffff", "B": "#1b1f24", "C": "url(#maybe)",
    }  # fmt: skip
    assert {label: fill for label, (fill, _, _) in second.items()} == {
        "A": "#ffffff", "I": "#ffffff", "D": "#1b1f24", "J": "#1b1f24", "C": "url(#maybe)",
    }  # fmt: skip


def test_what_is_in_both_stands_in_the_same_spot(dates):
    first, second = _marks(dates)
    assert {label: first[label][1:] for label in "AIC"} == {label: second[label][1:] for label in "AIC"}


def test_the_table_tells_the_change_of_each_in_words(dates):
    tables = [b for s in dates.sections for b in s.blocks if isinstance(b, Table)]
    told = {row[0].lines[0][0].partition(". ")[2]: row[4].lines[0][0] for row in tables[1].rows}
    assert told == {
        "A": "blev kvar, säkert", "B": "försvann, säkert", "D": "kom till, säkert", "I": "blev kvar, säkert",
        "J": "kom till, säkert", "C": "inte känt: datumen säger ingenting",
    }  # fmt: skip


def test_the_summary_counts_what_is_sure_and_what_is_possible(dates):
    table = next(b for s in dates.sections for b in s.blocks if isinstance(b, Table))
    actors = [one.lines[0][0] for one in table.rows[0]]
    assert actors == ["Aktör", "1–2", "1–2", "1–2", "1"]


def test_of_two_cities_the_same_kind_and_name_is_the_same():
    one = _frames([("Polisen", "Torget", None, None), ("A", "Torget", None, None)], "urn:x")
    two = _frames([("polisen", "Parken", None, None)], "urn:y")
    document = multiples.view(replace(_material(one, "Ett"), beside=_material(two, "Två")))
    first, second = _marks(document)
    assert first["Polisen"][0] == second["Polisen"][0] == "#ffffff"
    assert first["Polisen"][1:] == second["Polisen"][1:]
    assert first["A"][0] == first["Torget"][0] == second["Parken"][0] == "#1b1f24"


def test_two_graphs_of_one_name_are_told_apart():
    one, two = _frames([("A", "I", None, None)], "urn:x"), _frames([("B", "I", None, None)], "urn:y")
    document = multiples.view(replace(_material(one, "By"), beside=_material(two, "By")))
    assert "By (1) och By (2)" in document.title


@pytest.mark.parametrize(("first", "second"), [(None, "2020"), ("2020", "2020"), ("2020", "2010")])
def test_dates_that_cannot_be_compared_are_refused(first, second):
    frames = _frames([("A", "I", 2000, 2030)], "urn:x")
    with pytest.raises(UsageError):
        multiples.view(replace(_material(frames, "By", first), beside=_material(frames, "By", second)))


def test_marks_do_not_touch_each_other_in_a_large_city():
    document = open_city(ROOT / "data/vasteras").view("multiples", as_of=DAY, at="2015", beside_at="2021")
    for panel in _marks(document):
        spots = pl.DataFrame([spot[1:] for spot in panel.values()], schema=["x", "y"], orient="row")
        pairs = (
            spots.with_row_index("n")
            .join(spots.with_row_index("m"), how="cross")
            .filter(pl.col("n") < pl.col("m"))
        )
        apart = ((pairs["x"] - pairs["x_right"]) ** 2 + (pairs["y"] - pairs["y_right"]) ** 2).sqrt()
        assert apart.min() >= 26


def test_more_things_than_the_picture_holds_are_left_out_with_a_word(monkeypatch):
    monkeypatch.setattr(multiples, "MOST", 2)
    frames = _frames([("A", "I", 2000, 2030), ("B", "I", 2000, 2030)], "urn:x")
    document = multiples.view(
        replace(_material(frames, "By", "2010"), beside=_material(frames, "By", "2020"))
    )
    assert "1 aktörer och initiativ är inte ritade" in str(document.sections[0])
