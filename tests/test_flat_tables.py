"""A table as CSV may be opened in a spreadsheet: nothing in it is computed, and no figure changes."""

import csv
import io

import polars as pl
import pytest

from samverkansgraf.flat_tables import csv_text


def _back(rows, **how):
    return list(csv.reader(io.StringIO(csv_text(rows, **how))))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "@SUM(A1)",
        "--cmd|' /C calc'!A0",
        "--SUM(A1)",
        "\t=1",
        "\r=1",
        '=HYPERLINK("http://x")',
    ],
)
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(text):
    assert _back(pl.DataFrame({"label": [text]}))[1] == ["'" + text]
    assert _back(pl.DataFrame({"label": [[text, "Råby"]]}))[1] == [f"'{text}; Råby"]


@pytest.mark.parametrize(
    "text", ["-0,5", "+3", "-0500", "-12/2014", "Råby=1", "'=1", "../2014", "--initiative, --district", ""]
)
def test_numbers_dates_and_other_texts_stay_as_they_are(text):
    assert _back(pl.DataFrame({"label": [text], "n": [-1.5]}))[1] == [text, "-1.5"]


def test_the_names_of_the_columns_are_left_out_where_a_part_follows_another():
    assert _back(pl.DataFrame({"label": ["Råby"]}), header=False) == [["Råby"]]
