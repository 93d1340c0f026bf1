"""The grid of districts by themes, of a town of four cells."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from samverkansgraf.documents.blocks import Quote, Reference, Table
from samverkansgraf.errors import UsageError
from samverkansgraf.frames import frame
from samverkansgraf.pictures.views import heatmap, picture_of
from samverkansgraf.pictures.views.heatmap.choice import MOST_COLUMNS, MOST_ROWS, drawn_grid
from samverkansgraf.project import Bounds, Need

SVG = "{http://www.w3.org/2000/svg}"
read = ET.fromstring
#: By hand: district, theme, and the value and the words of the cell.
CELLS = {
    "cell-1-1": ("Bäckby", "trygghet", "covered", ["1"]),
    "cell-1-2": ("Bäckby", "skola", "not_searched", ["not", "searched"]),
    "cell-2-1": ("Råby", "trygghet", "none_found", ["none", "found"]),
    "cell-2-2": ("Råby", "skola", "indirect", ["indirect"]),
}


def _table(document):
    return next(one for one in document.sections[1].blocks if isinstance(one, Table))


def _texts(element):
    return [one.text for one in element.iter(f"{SVG}text")]


def test_each_cell_has_the_pattern_and_the_words_of_its_value_in_its_place(made):
    root = read(picture_of(heatmap.view(made("en"))))
    links = {link.get("href").removeprefix("#"): link for link in root.iter(f"{SVG}a")}
    assert set(links) == set(CELLS)
    for anchor, (district, theme, value, words) in CELLS.items():
        assert links[anchor].find(f"{SVG}rect").get("fill") == f"url(#value-{value})"
        assert _texts(links[anchor]) == words
        assert links[anchor].findtext(f"{SVG}title").startswith(f"{district}, {theme}: ")
    left = {anchor: float(links[anchor].find(f"{SVG}rect").get("x")) for anchor in links}
    top = {anchor: float(links[anchor].find(f"{SVG}rect").get("y")) for anchor in links}
    assert left["cell-1-1"] == left["cell-2-1"] < left["cell-1-2"] == left["cell-2-2"]
    assert top["cell-1-1"] == top["cell-1-2"] < top["cell-2-1"] == top["cell-2-2"]


def test_every_pattern_is_defined_and_no_two_are_alike(made):
    root = read(picture_of(heatmap.view(made())))
    patterns = {one.get("id"): ET.tostring(one) for one in root.iter(f"{SVG}pattern")}
    assert set(patterns) == {f"value-{value}" for _, _, value, _ in CELLS.values()}
    fills = [[rect.get("fill") for rect in one] for one in root.iter(f"{SVG}pattern")]
    assert len({tuple(one) for one in fills}) == 4


def test_the_margins_say_how_many_of_how_many_are_covered(made):
    texts = _texts(read(picture_of(heatmap.view(made()))))
    margins = [one for one in texts if one.endswith(" av 2")]
    assert margins == ["1 av 2", "0 av 2", "1 av 2", "0 av 2"]  # Bäckby, Råby; trygghet, skola


def test_a_row_of_the_table_gives_the_value_and_the_phrase_with_its_source(made):
    rows = dict(zip(_table(heatmap.view(made())).anchors, _table(heatmap.view(made())).rows, strict=True))
    covered = rows["cell-1-1"]
    assert [one.lines[0][0] for one in covered[:2]] == ["Bäckby", "trygghet"]
    assert covered[2].look == "covered"
    assert Quote("EST arbetar i Bäckby", "sv") in covered[4].lines[0]
    assert Reference(1) in covered[4].lines[0]
    searched = rows["cell-2-1"][4].lines[0]
    assert searched[:2] == ("Sökning ", "15 januari 2024")
    assert Reference(1) in searched
    assert rows["cell-1-2"][4].lines == (("Inget belägg",),)


def test_before_it_began_nothing_is_covered(made):
    values = [row[2].look for row in _table(heatmap.view(made(at="2018"))).rows]
    assert "covered" not in values


def test_need_stands_beside_as_a_rank_with_its_bounds_only_where_the_project_tells_it(made):
    given = [
        ("urn:backby", 10.0), ("urn:backby", 40.0), ("urn:raby", 30.0),
    ]  # fmt: skip
    indicators = frame(
        "indicators",
        [
            {
                "observation": f"urn:o:{number}",
                "place": place,
                "indicator": "arbetslöshet",
                "period": "2023",
                "value": value,
                "source": "urn:rapport" if number else "urn:annan",
            }
            for number, (place, value) in enumerate(given)
        ],
    )
    material = made()
    told = replace(
        material,
        frames=replace(material.frames, indicators=indicators),
        settings=replace(material.settings, need=Need(indicators=("arbetslöshet",))),
    )
    drawn, without = (_texts(read(picture_of(heatmap.view(one)))) for one in (told, material))
    assert "Behov: plats" in drawn
    assert any("(1–2)" in one for one in drawn[: drawn.index("Så läser du bilden")])
    assert "Behov: plats" not in without


def test_without_cells_the_view_says_what_is_lacking(made):
    material = made()
    bare = replace(
        material,
        frames=replace(material.frames, places=material.frames.places.clear()),
        settings=replace(material.settings, bounds=Bounds()),
    )
    with pytest.raises(UsageError, match="no cells of districts by themes"):
        heatmap.view(bare)


def _many(districts, themes, above=0):
    """Return a coverage of so many districts by themes, the last of each known best; with places above."""
    levels = [("finest", "d", districts), ("coarser", "o", above)]
    return pl.DataFrame(
        [
            {
                "district": f"{letter}{row}",
                "theme": f"t{column}",
                "value": "covered" if row == districts - 1 or column == themes - 1 else "not_searched",
                "level": level,
                "of": 1,
            }
            for level, letter, rows in levels
            for row in range(rows)
            for column in range(themes)
        ]
    )


def test_of_too_many_districts_and_themes_those_of_which_most_is_known_are_drawn():
    grid = drawn_grid(_many(MOST_ROWS + 40, MOST_COLUMNS + 5))
    assert len(grid.rows) == MOST_ROWS
    assert len(grid.columns) == MOST_COLUMNS
    assert grid.rows[-1] == f"d{MOST_ROWS + 39}"
    assert grid.columns[-1] == f"t{MOST_COLUMNS + 4}"
    assert (grid.left_out_rows, grid.left_out_columns) == (40, 5)


def test_of_too_many_districts_the_places_that_contain_them_are_drawn_where_these_are_few():
    grid = drawn_grid(_many(MOST_ROWS + 1, 2, above=3))
    assert grid.rows == ("o0", "o1", "o2")
    assert grid.coarser


def test_what_is_not_drawn_is_said_with_the_remedy(made):
    places = [{"place": f"urn:d:{n}", "label": f"Stadsdel {n}", "kind": "district"} for n in range(70)]
    material = made("en")
    many = replace(
        material,
        frames=replace(material.frames, places=frame("places", places)),
        settings=replace(
            material.settings,
            bounds=replace(material.settings.bounds, districts=tuple(one["place"] for one in places)),
        ),
    )
    document = heatmap.view(many)
    said = [one.line[0] for one in document.sections[0].blocks if hasattr(one, "line")]
    assert any("shows 60 of 70 named districts" in one and "[bounds]" in one for one in said)
