"""Sectors by sectors, of two initiatives worked by hand."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from samverkansgraf.documents.blocks import Quote, Strong, Table
from samverkansgraf.errors import UsageError
from samverkansgraf.frames import frame
from samverkansgraf.pictures.views import matrix, picture_of
from samverkansgraf.pictures.views.matrix.pairs import MOST, UNKNOWN, sector_pairs
from samverkansgraf.vocabulary import sg

SVG = "{http://www.w3.org/2000/svg}"
read = ET.fromstring
CITY, POLICE, CIVIL = sg("Municipality"), sg("Police"), sg("CivilSociety")
#: By hand: how many of the two initiatives each pair meets in; of one with itself, where two of its actors do.
BOTH = {
    (CITY, CITY): 1,
    (POLICE, CITY): 1,
    (POLICE, POLICE): 0,
    (CIVIL, CITY): 1,
    (CIVIL, POLICE): 0,
    (CIVIL, CIVIL): 0,
    (UNKNOWN, CITY): 1,
    (UNKNOWN, POLICE): 0,
    (UNKNOWN, CIVIL): 1,
    (UNKNOWN, UNKNOWN): 0,
}


def _pairs(material):
    return sector_pairs(material.frames, material.settings.bounds.sectors, at=None)


def test_pairs_meet_where_both_take_part_and_a_sector_with_itself_where_two_of_it_do(made):
    pairs = _pairs(made())
    assert pairs.initiatives == 2
    assert {pair: len(pairs.both(*pair)) for pair in BOTH} == BOTH
    assert {sector: pairs.of(sector) for sector in pairs.sectors} == {
        CITY: 2,
        POLICE: 1,
        CIVIL: 1,
        UNKNOWN: 1,
    }


def test_those_without_a_sector_stand_last_and_apart(made):
    pairs = _pairs(made())
    assert pairs.sectors[-1] == UNKNOWN
    links = list(read(picture_of(matrix.view(made()))).iter(f"{SVG}a"))
    frames = [link.find(f"{SVG}rect").get("stroke-dasharray") for link in links]
    assert frames == [None] * 6 + ["4 3"] * 4


def test_each_pair_stands_once_with_its_number(made):
    root = read(picture_of(matrix.view(made())))
    found = [
        (link.get("href"), *(one.text for one in link.iter(f"{SVG}text"))) for link in root.iter(f"{SVG}a")
    ]
    expected = {
        f"#pair-{row + 1}-{column + 1}": str(BOTH[a, b])
        for row, a in enumerate((CITY, POLICE, CIVIL, UNKNOWN))
        for column, b in enumerate((CITY, POLICE, CIVIL, UNKNOWN)[: row + 1])
    }
    assert {href: n for href, n, _ in found} == expected
    assert {of for _, _, of in found} == {"av 2"}


def test_the_bar_is_as_long_as_the_share(made):
    link = next(read(picture_of(matrix.view(made()))).iter(f"{SVG}a"))
    box, bar = link.findall(f"{SVG}rect")
    assert float(bar.get("width")) == pytest.approx((float(box.get("width")) + 2 - 12) / 2)


def test_a_row_names_the_initiative_with_who_of_each_sector_and_the_phrase(made):
    table = next(one for one in matrix.view(made()).sections[1].blocks if isinstance(one, Table))
    row = dict(zip(table.anchors, table.rows, strict=True))["pair-2-1"]
    line = row[3].lines[0]
    assert row[2].lines == (("1 av 2",),)
    assert line[0] == Strong("EST")
    assert {one.text for one in line if isinstance(one, Quote)} == {"urn:staden är med", "urn:polisen är med"}


def test_nobody_in_anything_is_said(made):
    material = made()
    none = replace(material.frames, participations=material.frames.participations.clear())
    with pytest.raises(UsageError, match="nobody takes part"):
        matrix.view(replace(material, frames=none))


def test_of_too_many_sectors_those_in_most_initiatives_are_drawn_and_the_rest_is_said(made):
    material = made("en")
    more = tuple(f"urn:s:{n}" for n in range(MOST + 4))
    bounds = replace(material.settings.bounds, sectors=(*more, CITY, POLICE, CIVIL))
    document = matrix.view(replace(material, settings=replace(material.settings, bounds=bounds)))
    pairs = sector_pairs(material.frames, bounds.sectors, at=None)
    assert {CITY, POLICE, CIVIL} <= set(pairs.sectors)
    assert (len(pairs.sectors) - 1, pairs.left_out) == (MOST, 7)
    said = [one.line[0] for one in document.sections[0].blocks if hasattr(one, "line")]
    assert any(f"shows {MOST} of {MOST + 7} sectors" in one for one in said)


def test_a_target_group_does_not_take_part(made):
    material = made()
    rows = material.frames.participations.to_dicts()
    rows[0]["makes_tie"] = False
    frames = replace(material.frames, participations=frame("participations", rows))
    assert sector_pairs(frames, (), at=None).both(CITY, POLICE) == []
