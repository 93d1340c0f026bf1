"""Bars over years, of four spans worked by hand and some more."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from samverkansgraf.documents.blocks import Table
from samverkansgraf.errors import SamverkansgrafError, UsageError
from samverkansgraf.frames import frame
from samverkansgraf.pictures.views import picture_of, timeline
from samverkansgraf.pictures.views.timeline.axis import Axis
from samverkansgraf.pictures.views.timeline.spans import spans

SVG = "{http://www.w3.org/2000/svg}"
read = ET.fromstring


def _of(material, node):
    kind = "agreement" if "avtal" in node else "initiative"
    return next(one for one in spans(material.frames, kind) if one.node == node)


def _link(material, label):
    root = read(picture_of(timeline.view(material)))
    return next(one for one in root.iter(f"{SVG}a") if one.findtext(f"{SVG}title").startswith(label))


def _fills(element):
    return [one.get("fill") for one in element if one.get("fill")]


def test_from_a_day_to_a_day_is_sure(made):
    assert _of(made(), "urn:est").surely == (date(2020, 1, 1), date(2025, 12, 31))


def test_of_a_year_only_its_last_day_is_sure_and_no_end_is_no_bound(made):
    span = _of(made(), "urn:laxhjalpen")
    assert (span.first, span.surely, span.last) == (date(2021, 1, 1), (date(2021, 12, 31),) * 2, None)


def test_an_uncertain_date_makes_nothing_sure_but_the_other_may(made):
    span = _of(made(), "urn:avtal")
    assert span.first == date(2023, 5, 1)
    assert span.surely == (date(2024, 12, 31),) * 2


def test_a_day_is_not_sure_where_the_other_end_lies_before_it(made):
    material = made()
    rows = [{"initiative": "urn:grav", "label": "Grav", "start": "2019", "end": "2019-09?"}]
    one = replace(material.frames, initiatives=frame("initiatives", rows))
    assert spans(one, "initiative")[0].surely is None


def test_where_sources_differ_all_that_they_say_may_be(made):
    material = made()
    other = frame(
        "values",
        [
            {
                "about": "urn:est",
                "property": "https://w3id.org/samverkansgraf/ns#start",
                "value": "2018",
                "source": "urn:rapport",
            }
        ],
    )
    span = _of(replace(material, frames=replace(material.frames, values=other)), "urn:est")
    assert (span.first, span.begun_by) == (date(2018, 1, 1), date(2020, 1, 1))


def test_sure_is_solid_perhaps_is_striped_and_planned_is_empty_with_a_dotted_frame(made):
    assert "#0a558c" in _fills(_link(made(), "EST"))
    perhaps = _link(made(), "Läxhjälpen")
    assert "url(#perhaps)" in _fills(perhaps)
    planned = _link(made(), "Planen")
    assert "url(#perhaps)" not in _fills(planned)
    assert any(one.get("stroke-dasharray") == "2 3" for one in planned)


def test_an_end_that_is_not_given_is_open_with_dots_and_a_given_one_is_not(made):
    assert len(_link(made(), "Läxhjälpen").findall(f"{SVG}circle")) == 3
    assert _link(made(), "EST").findall(f"{SVG}circle") == []


def test_what_has_no_year_stands_at_the_side(made):
    link = _link(made(), "Gamla rådet")
    assert link.findtext(f"{SVG}title") == "Gamla rådet: Inget år angivet"
    (sign,) = link.findall(f"{SVG}path")
    assert float(sign.get("d")[1:].split(" ")[0]) < 380  # left of the years


def test_a_bar_lies_where_its_days_are(made):
    axis = Axis.of([date(2020, 1, 1), date(2025, 12, 31)], date(2024, 6, 30), 380, 902)
    bar = next(one for one in _link(made(), "EST") if one.get("fill") == "#0a558c")
    assert float(bar.get("x")) == pytest.approx(axis.x(date(2020, 1, 1)), abs=0.2)
    end = float(bar.get("x")) + float(bar.get("width"))
    assert end == pytest.approx(axis.x(date(2025, 12, 31)), abs=0.2)


def test_one_odd_year_does_not_press_all_others_together():
    axis = Axis.of([date(1, 1, 1), date(9999, 12, 31)], date(2024, 6, 30), 0, 800)
    assert (axis.first, axis.end) == (1964, 2045)
    assert axis.x(date(1, 1, 1)) == 0
    assert not axis.holds(date(1900, 1, 1))


def test_with_a_date_only_what_may_have_held_then_is_there(made):
    document = timeline.view(made(at="2019"))
    labels = [
        row[0].lines[0][0]
        for one in document.sections[1].blocks
        if isinstance(one, Table)
        for row in one.rows
    ]
    assert labels == ["Gamla rådet"]


def test_a_row_gives_the_dates_in_words_and_the_evidence(made):
    table = next(one for one in timeline.view(made()).sections[1].blocks if isinstance(one, Table))
    row = table.rows[0]
    assert row[0].lines == (("EST",),)
    assert row[1].lines[:2] == (("Början: 1 januari 2020",), ("Slut: 31 december 2025",))
    assert row[2].lines[0][0].text == "EST 2020 till 2025"


def test_a_date_that_is_none_is_refused(made):
    with pytest.raises(SamverkansgrafError):
        timeline.view(made(at="i våras"))


def test_nothing_to_show_is_said(made):
    material = made()
    none = replace(
        material.frames,
        initiatives=material.frames.initiatives.clear(),
        agreements=material.frames.agreements.clear(),
    )
    with pytest.raises(UsageError, match="no initiatives or agreements"):
        timeline.view(replace(material, frames=none))


def test_of_too_many_those_that_began_last_are_drawn_and_the_rest_is_said(made):
    material = made("en")
    rows = [
        {"initiative": f"urn:{n}", "label": f"I{n}", "start": str(1800 + n) if n else None}
        for n in range(timeline.MOST + 10)
    ]
    many = replace(material, frames=replace(material.frames, initiatives=frame("initiatives", rows)))
    document = timeline.view(many)
    labels = {
        row[0].lines[0][0]
        for one in document.sections[1].blocks
        if isinstance(one, Table)
        for row in one.rows
    }
    assert len(labels) == timeline.MOST
    assert "urn:0" not in labels
    assert f"urn:{timeline.MOST + 9}" in labels
    said = [one.line[0] for one in document.sections[0].blocks if hasattr(one, "line")]
    assert any("--at" in one for one in said)
