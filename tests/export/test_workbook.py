"""The workbook shows what the frames hold, and nothing in it runs."""

from __future__ import annotations

import io
import sys
from datetime import date

import openpyxl
import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.export import workbook
from samverkansgraf.export.workbook import LONGEST_TEXT
from samverkansgraf.frames import Frames, frame
from samverkansgraf.vocabulary import sg

SECTOR = {"concept": sg("Police"), "scheme": "sector", "label_sv": "polis", "label_en": "police"}


def frames(label="Polisen", **more):
    actor = {
        "actor": "urn:a",
        "label": label,
        "sector": sg("Police"),
        "in_bounds": False,
        "aliases": ["x", "y"],
    }
    return Frames.of(actors=frame("actors", [actor]), concepts=frame("concepts", [SECTOR]), **more)


def opened(made, language="sv"):
    return openpyxl.load_workbook(io.BytesIO(workbook(made, language=language)))


def cells(sheet):
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_there_is_a_sheet_for_each_frame_that_holds_anything():
    assert opened(frames()).sheetnames == ["actors", "concepts"]


def test_labels_stand_beside_iris_in_the_language_asked_for():
    assert cells(opened(frames())["actors"])[0]["sector_label"] == "polis"
    assert cells(opened(frames(), "en")["actors"])[0]["sector_label"] == "police"


@pytest.mark.parametrize(
    "text", ["=1+1", "+46 70", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "https://x.se"]
)
def test_a_text_is_a_text_and_never_a_formula_or_a_link(text):
    sheet = opened(frames(text))["actors"]
    cell = sheet["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_what_is_not_known_is_empty_and_what_is_no_is_false():
    row = cells(opened(frames())["actors"])[0]
    assert row["owner"] is None
    assert row["in_bounds"] is False
    assert row["aliases"] == "x; y"


def test_dates_are_dates_and_the_header_stays_in_view():
    placed = frame("placements", [{"placement": "urn:p", "start_earliest": date(2021, 3, 1)}, {"placement": "urn:q", "start_earliest": date(1620, 1, 2)}])  # fmt: skip
    sheet = opened(frames(placements=placed))["placements"]
    assert cells(sheet)[0]["start_earliest"].date() == date(2021, 3, 1)
    assert cells(sheet)[1]["start_earliest"] == "1620-01-02"  # XLSX has no days before 1900
    assert sheet.freeze_panes == "A2"


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    text = opened(frames("å" * (LONGEST_TEXT + 5)))["actors"]["B2"].value
    assert (len(text), text[-2:]) == (LONGEST_TEXT, " …")


def test_the_same_frames_give_the_same_bytes():
    assert workbook(frames()) == workbook(frames())


def test_no_frames_give_a_workbook_that_opens():
    assert opened(Frames.of()).sheetnames == ["empty"]


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(sys.modules["samverkansgraf.export.workbook"], "MOST_ROWS", 0)
    with pytest.raises(UsageError, match="actors has 1 rows, more than the 0 a sheet can hold"):
        workbook(frames())
