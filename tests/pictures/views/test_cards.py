"""Cards of Lillköping: what each tells, and which lines its drawing has."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from samverkansgraf.city import open_city
from samverkansgraf.documents.blocks import Bullets, Figure, Table, lines_of
from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.pictures.views import cards as cards_view
from samverkansgraf.pictures.views import picture_of

ROOT = Path(__file__).parents[3]
DAY = date(2026, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def city():
    return open_city(ROOT / "tests/projects/lillkoping")


def _text(section):
    return " | ".join(
        "".join(str(getattr(part, "text", part)) for part in line) for line in lines_of(section.blocks)
    )


def test_each_actor_and_each_initiative_has_one_card_in_alphabetical_order(city):
    document = city.view("cards", as_of=DAY)
    titles = [section.title for section in document.sections if section.name.startswith("card-")]
    assert titles == [
        "Bostadsbolaget",
        "Idrottsklubben",
        "Lillköpings kommun",
        "Nattvandring",
        "Torget",
        "Öppen fritid",
    ]


def test_a_card_tells_names_role_time_phrase_and_who_says_so(city):
    (card,) = [s for s in city.view("cards", as_of=DAY).sections if s.title == "Idrottsklubben"]
    told = _text(card)
    for words in (
        "Kallas även: IK Lillköping",
        "civilsamhälle",
        "Deltar i 2 initiativ",
        "från 2020",
        "klubben är med",
    ):
        assert words in told
    (table,) = [block for block in card.blocks if isinstance(block, Table)]
    assert [row[0].lines[0][0] for row in table.rows] == ["Nattvandring", "Öppen fritid"]


def test_a_line_of_the_drawing_is_dashed_as_its_certainty_is(city):
    document = city.view("cards", as_of=DAY, of="Bostadsbolaget")
    root = ET.fromstring(picture_of(document))  # noqa: S314 - our own drawing
    assert len(list(root.iter(f"{SVG}a"))) == 2
    dashes = [line.get("stroke-dasharray") for line in root.iter(f"{SVG}line")]
    assert dashes[:2] == ["12 5 2 5", "3 5"]  # inferred in Nattvandring, planned in Torget


def test_one_card_is_chosen_by_name_alias_or_id_and_its_drawing_is_the_picture(city):
    for name in ("Idrottsklubben", "IK Lillköping", "klubben"):
        document = city.view("cards", as_of=DAY, of=name)
        assert next(section.title for section in document.sections) == "Idrottsklubben"
        assert "Nattvandring" in picture_of(document)
        assert "Lillköpings kommun" not in picture_of(document)


def test_a_name_that_nobody_has_is_refused_with_a_near_one(city):
    with pytest.raises(UsageError, match="did you mean"):
        city.view("cards", as_of=DAY, of="Idrotsklubben")


def test_at_a_date_what_had_ended_is_no_neighbour(city):
    document = city.view("cards", as_of=DAY, of="klubben", at="2024")
    assert "Nattvandring" not in picture_of(document)
    assert "Öppen fritid" in picture_of(document)


def test_the_bars_of_the_index_are_as_long_as_there_are_neighbours(city):
    root = ET.fromstring(picture_of(city.view("cards", as_of=DAY)))  # noqa: S314 - our own drawing
    bars = {}
    for link in root.iter(f"{SVG}a"):
        rects = list(link.iter(f"{SVG}rect"))[1:]
        bars[link.find(f"{SVG}title").text.partition(":")[0]] = {
            rect.get("fill"): float(rect.get("width")) for rect in rects
        }
    assert bars["Idrottsklubben"] == {"#1b1f24": 130}
    assert bars["Bostadsbolaget"] == {"url(#bar-other)": 130}
    assert bars["Nattvandring"] == {"#1b1f24": 65, "url(#bar-other)": 65}


def test_cards_beyond_the_most_are_left_out_with_a_word_on_how_to_get_them(city, monkeypatch):
    monkeypatch.setattr(cards_view, "MOST", 4)
    document = city.view("cards", as_of=DAY)
    assert sum(section.name.startswith("card-") for section in document.sections) == 4
    assert "2 kort är utelämnade" in _text(document.sections[0])
    assert "--of" in _text(document.sections[0])


def test_more_neighbours_than_a_small_drawing_holds_are_counted(monkeypatch, city):
    from samverkansgraf.pictures.views.cards import drawings

    monkeypatch.setattr(drawings, "MOST_NEIGHBOURS", 1)
    assert "och 1 till i tabellen" in picture_of(city.view("cards", as_of=DAY, of="klubben"))


def test_a_thing_without_participations_has_a_card_without_a_drawing():
    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.views.material import Material
    from samverkansgraf.project import Settings

    frames = Frames.of(actors=frame("actors", [{"actor": "urn:a", "label": "Ensam"}]))
    material = Material(
        frames=frames,
        settings=Settings(name="By", base="urn:"),
        names=Names.of(frames, "sv"),
        at=None,
        as_of=DAY,
    )
    (card,) = [section for section in cards_view.view(material).sections if section.title == "Ensam"]
    assert not [block for block in card.blocks if isinstance(block, Figure)]
    assert isinstance(card.blocks[0], Bullets)
    assert "Ingen källa nämner något deltagande." in _text(card)
