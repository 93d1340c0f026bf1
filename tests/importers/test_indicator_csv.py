"""Figures in long form, with the columns that the file has."""

from __future__ import annotations

import pytest
from tests.importers.places_project import rows, state, written

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.importers import FileSource, IndicatorColumns, import_indicator_csv


def imported(folder, text, project=None, **columns):
    path = folder / "tal.csv"
    path.write_text(text, encoding="utf-8")
    project = project or written(folder)
    made = import_indicator_csv(
        path, project, IndicatorColumns(**columns), source=FileSource(title="Tal", date="2024")
    )
    return project, made


def problems(folder, text, **columns):
    project = written(folder)
    before = state(project)
    with pytest.raises(InputError) as caught:
        imported(folder, text, project, **columns)
    assert state(project) == before
    return [str(problem) for problem in caught.value.problems]


def test_what_is_no_column_holds_of_every_row(tmp_path):
    text = "Kommun;Typ\nSala;3\n1980;1\n"
    project, _ = imported(
        tmp_path,
        text,
        district="Kommun",
        value="Typ",
        indicator="Områdestyp",
        period="2023",
        unit="områdestyp 1–5",
    )
    assert [tuple(row.values()) for row in rows(project, "indicators")] == [
        ("sala", "Områdestyp", "2023", "3", "områdestyp 1–5", "tal"),
        ("vasteras", "Områdestyp", "2023", "1", "områdestyp 1–5", "tal"),
    ]


def test_columns_that_split_keep_values_apart(tmp_path):
    text = "district,indicator,period,value,unit,kön\nSala,x,2023,3,%,kvinnor\nSala,x,2023,4,%,män\nSala,x,2022,,%,\n"
    project, made = imported(tmp_path, text, split=("kön",))
    assert [row["indicator"] for row in rows(project, "indicators")] == ["x, kvinnor", "x, män"]
    assert made.notes == ("tal.csv: 1 rows without a value are left out",)


def test_faults_come_all_at_once_with_their_rows(tmp_path):
    text = "district,indicator,period,value,unit\nSalla,x,2023,1,\nSala,Folkmängd,2023,-5,\nSala,y,2023,1,\nSala,y,2023,2,\nSala,z,2023,9,områdestyp\n"
    assert problems(tmp_path, text) == [
        "tal.csv row 2: the place 'Salla' is unknown; did you mean 'Sala'?",
        "tal.csv row 3: Folkmängd -5 is below 0; correct it",
        "tal.csv row 6: 9 is no area type; write a whole number from 1 to 5",
        "tal.csv row 5: another value of 'y' for 'Sala', 2023 than row 4; keep one of them",
    ]
    assert problems_of_cells(tmp_path) == [
        "tal.csv row 2, column value: 'mycket' is no number; write digits only, as 1250 or 12,5"
    ]


def problems_of_cells(folder):
    (folder / "again").mkdir()
    return problems(folder / "again", "district,indicator,period,value\nSala,x,2023,mycket\n")


def test_a_period_that_is_neither_column_nor_date_is_refused(tmp_path):
    with pytest.raises(
        UsageError, match="--period: 'Ar' is neither a column nor a date; name a column of district, value"
    ):
        imported(tmp_path, "district,value\nSala,1\n", period="Ar", indicator="x")


def test_what_is_there_keeps_its_bytes(tmp_path):
    old = "district;indicator;period;value;unit;source;vår egen\r\nsala;x;2020;1,5;;;behåll\r\n"
    project = written(tmp_path, indicators__csv=old)
    imported(tmp_path, "district,indicator,period,value\nSala,x,2021,2\n", project)
    text = (project / "indicators.csv").read_bytes().decode()
    assert text == old + "sala;x;2021;2;;tal;\r\n"


def test_a_workbook_cannot_be_added_to(tmp_path):
    import xlsxwriter

    project = written(tmp_path)
    with xlsxwriter.Workbook(str(project / "indicators.xlsx")) as book:
        book.add_worksheet().write_row(0, 0, ["district", "indicator", "period", "value"])
    with pytest.raises(
        InputError, match=r"indicators.xlsx: rows can be added to CSV only; save it as indicators.csv"
    ):
        imported(tmp_path, "district,indicator,period,value\nSala,x,2021,2\n", project)


def test_a_folder_that_is_no_project_is_refused(tmp_path):
    with pytest.raises(UsageError, match="is no project folder"):
        imported(tmp_path, "district,value\nSala,1\n", tmp_path / "elsewhere", period="2021")
