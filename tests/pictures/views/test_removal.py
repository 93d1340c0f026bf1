"""Removal curves of a network of five actors in two initiatives, worked by hand."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from samverkansgraf.documents.blocks import Reference, Table
from samverkansgraf.errors import UsageError
from samverkansgraf.pictures.views import picture_of, removal
from samverkansgraf.pictures.views.removal.drawing import anchor

SVG = "{http://www.w3.org/2000/svg}"
read = ET.fromstring


def _table(document):
    return next(one for one in document.sections[1].blocks if isinstance(one, Table))


def _words(cell):
    return "".join(part for part in cell.lines[0] if isinstance(part, str)).strip()


def test_who_connects_both_initiatives_leaves_first_and_what_is_left_is_counted(made):
    rows = _table(removal.view(made("en"))).rows
    assert [_words(one) for one in rows[0][:4]] == ["0", "Nobody", "100%", "100%"]
    # Staden is in both. Without it the largest part is Läxhjälpen's other three of five; both initiatives go on.
    assert [_words(one) for one in rows[1][:4]] == ["1", "Staden, 2 initiatives", "60%", "100%"]
    assert [_words(one) for one in rows[5][2:4]] == ["0%", "0%"]
    assert Reference(1) in rows[1][1].lines[0]


def test_chance_is_every_order_of_so_few_and_has_its_ends(made):
    document = removal.view(made("en"))
    # Of five that leave first, four leave four together, and Staden leaves three of five: (4 * 0.8 + 0.6) / 5 = 0.76.
    assert _words(_table(document).rows[1][-1]).startswith("76% (")
    assert any("mean of all there are" in (one.text or "") for one in read(picture_of(document)).iter())


def test_every_step_has_a_row_and_each_strip_is_wide_enough_to_hit(made):
    document = removal.view(made())
    assert _table(document).anchors == tuple(anchor(step) for step in range(6))
    strips = [link.find(f"{SVG}rect") for link in read(picture_of(document)).iter(f"{SVG}a")]
    assert len(strips) == 12
    assert min(float(one.get("width")) for one in strips) >= 24


def test_the_curve_lies_where_its_shares_are(made):
    lines = [
        one.get("points").split(" ")
        for one in read(picture_of(removal.view(made()))).iter(f"{SVG}polyline")
        if one.get("stroke") == "#0a558c"
    ]
    top = [tuple(map(float, point.split(","))) for point in lines[0]]
    assert len(top) == 6
    whole, none = top[0][1], top[-1][1]
    assert (top[1][1] - whole) / (none - whole) == pytest.approx(0.4, abs=0.01)
    assert [x for x, _ in top] == sorted(x for x, _ in top)


def test_that_all_rests_on_one_source_is_said(made):
    said = [one.line[0] for one in removal.view(made("en")).sections[0].blocks if hasattr(one, "line")]
    assert any("single source" in one for one in said)


def test_nobody_who_could_leave_is_said(made):
    material = made()
    none = replace(material.frames, participations=material.frames.participations.clear())
    with pytest.raises(UsageError, match="no actor takes part"):
        removal.view(replace(material, frames=none))


def test_of_many_steps_the_first_are_listed_and_the_rest_is_said(made, monkeypatch):
    monkeypatch.setattr(removal, "LISTED", 2)
    monkeypatch.setattr(removal, "RECOMPUTED", 2)
    document = removal.view(made("en"))
    assert len(_table(document).rows) == 3
    said = " ".join(one.line[0] for one in document.sections[0].blocks if hasattr(one, "line"))
    assert "first 2 of 5 steps" in said
    assert "not computed anew" in said
    assert "--at-start" in _table(document).command


def test_too_many_actors_are_refused_with_the_remedy(made, monkeypatch):
    monkeypatch.setattr(removal, "MOST", 4)
    with pytest.raises(UsageError, match=r"5 actors are more than 4.*--at"):
        removal.view(made())
