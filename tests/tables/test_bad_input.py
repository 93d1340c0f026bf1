"""Each fault gives one clear line with its place and remedy, and all faults of cells and rows come at once."""

from __future__ import annotations

import re

import pytest
import xlsxwriter
from tests.tables.project_files import FILES, changed, written

ONE_FAULT = {
    "a missing table": ({"sources__csv": None}, r"the table sources is missing in .*; add sources.csv"),
    "a wrong header": (
        {"actors__csv": changed("actors.csv", "label", "lable")},
        r"actors.csv row 1: the required column 'label' is missing; rename 'lable'",
    ),
    "an unknown reference": (
        {"initiatives__csv": changed("initiatives.csv", "Norr", "Nor")},
        r"initiatives.csv row 2, column district: district 'Nor' is unknown; did you mean 'Norr'\?",
    ),
    "a duplicate id": (
        {"actors__csv": FILES["actors.csv"] + "byn,Byn AB,organisation,Business,,\n"},
        r"actors.csv row 7, column id: the id 'byn' stands in row 2 too; make it one row",
    ),
    "labels that give the same id": (
        {"themes__csv": "label\nTrygg het\nTrygg-het\n", "initiatives__csv": FILES["initiatives.csv"].replace(",trygghet,", ",Trygg het,").replace(",skola,", ",,")},
        r"themes.csv row 3, column label: 'Trygg-het' gives the id 'trygg-het', as row 2 does; write an id for each",
    ),
    "a date that is none": (
        {"initiatives__csv": changed("initiatives.csv", ",2019,", ",2019-13,")},
        r"initiatives.csv row 2, column start: .*2019-13.*; .+",
    ),
    "an end before its start": (
        {"initiatives__csv": changed("initiatives.csv", ",2019,,", ",2019,2018,")},
        r"initiatives.csv row 2, column end: end '2018' is before start '2019'",
    ),
    "Latin-1 bytes": (
        {"themes__csv": FILES["themes.csv"].encode() + "hälsa,health\n".encode("latin-1")},
        r"themes.csv row 4: is not UTF-8 \(byte 0xE4; .*\); save it as 'CSV UTF-8'",
    ),
    "UTF-16": ({"themes__csv": FILES["themes.csv"].encode("utf-16")}, r"themes.csv: is UTF-16; save it as 'CSV UTF-8'"),
    "an empty file": ({"themes__csv": ""}, r"themes.csv: the file is empty; its first row must hold the headers"),
    "a row too short": (
        {"themes__csv": FILES["themes.csv"] + "hälsa\n"},
        r"themes.csv row 4: has 1 cells where the header has 2; check for",
    ),
    "a row too long": (
        {"themes__csv": FILES["themes.csv"] + "hälsa,health,extra\n"},
        r"themes.csv row 4: has 3 cells where the header has 2; check for",
    ),
    "a NUL byte": ({"themes__csv": FILES["themes.csv"] + "hä\0lsa,health\n"}, r"themes.csv row 4: holds a NUL byte; remove it"),
    "a control character": (
        {"themes__csv": FILES["themes.csv"] + "hä\x07lsa,health\n"},
        r"themes.csv row 4, column label: the cell holds the control character U\+0007",
    ),
    "a cell of a million characters": (
        {"themes__csv": FILES["themes.csv"] + "x" * 1_000_000 + ",y\n"},
        r"themes.csv row 4: a cell is longer than 32767 characters; shorten it",
    ),
    "a cell longer than a spreadsheet's": (
        {"themes__csv": FILES["themes.csv"] + "x" * 40_000 + ",y\n"},
        r"themes.csv row 4, column label: the cell has 40000 characters, more than 32767; shorten it",
    ),
    "a formula in CSV": (
        {"themes__csv": FILES["themes.csv"] + '"=1+1",y\n'},
        r"themes.csv row 4, column label: the cell is a formula; paste its value instead",
    ),
    "a label of only spaces": (
        {"themes__csv": FILES["themes.csv"] + "   ,y\n"},
        r"themes.csv row 4, column label: the cell is empty; it must be filled in",
    ),
    "a thing part of itself": (
        {"districts__csv": changed("districts.csv", "Norr,district,Byn", "Norr,district,Norr")},
        r"districts.csv row 3, column part_of: 'norr' is part of itself; break the circle",
    ),
    "things part of each other": (
        {"districts__csv": changed("districts.csv", "Byn,municipality,", "Byn,municipality,Norr")},
        r"districts.csv row 2, column part_of: 'byn → norr → byn' goes in a circle; break the circle",
    ),
    "an id with ../": (
        {"actors__csv": FILES["actors.csv"] + "../x,X,organisation,Business,,\n"},
        r"actors.csv row 7, column id: the id '../x' is not allowed; use a–z",
    ),
    "an id with a space": (
        {"actors__csv": FILES["actors.csv"] + "x y,X,organisation,Business,,\n"},
        r"actors.csv row 7, column id: the id 'x y' is not allowed; use a–z",
    ),
    "an unknown role": (
        {"participations__csv": changed("participations.csv", "ledare", "leder allt")},
        r"participations.csv row 5, column role: role 'leder allt' is unknown; did you mean",
    ),
    "an organisation without a sector": (
        {"actors__csv": changed("actors.csv", "organisation,polis", "organisation,")},
        r"actors.csv row 4, column sector: the cell is empty; an organisation, unit or collective has a sector",
    ),
    "a search of nothing": (
        {"searches__csv": "date,outcome,district,theme\n2021,nothing,,*\n"},
        r"searches.csv row 2, column district: the cell is empty; write what was searched, \* for all, or fill in looked_for",
    ),
    "a search surely before its source": (
        {"searches__csv": "date,outcome,district,theme,source\n2020-04,nothing,*,*,bladet\n2020-05,nothing,*,*,bladet\n2020,nothing,*,*,bladet\n"},
        r"searches.csv row 2, column date: the search of 2020-04 is before its source 'bladet', which is of 2020-05-01; correct the date, or name the source that was searched$",
    ),
    "an indicator for an unknown district": (
        {"indicators__csv": "district,indicator,period,value\nNor,Trångboddhet,2021,12\n"},
        r"indicators.csv row 2, column district: district 'Nor' is unknown; did you mean 'Norr'\?$",
    ),
    "a negative population": (
        {"districts__csv": "id,label,kind,part_of,population\n,Byn,municipality,,\n,Norr,district,Byn,-5\n,Söder,district,Byn,\n"},
        r"districts.csv row 3, column population: '-5' is no whole number from 0 up; correct it$",
    ),
    "a polygon that does not close": (
        {"geometries__csv": 'district,wkt\nNorr,"POLYGON ((16 59, 17 59, 17 60, 16 59), (16.2 59.1, 16.3 59.1, 16.3 59.2))"\n'},
        r"geometries.csv row 2, column wkt: ring 2 of 2 does not close; let its last position be its first$",
    ),
    "SWEREF 99 where degrees should be": (
        {"geometries__csv": "district,wkt\nNorr,POINT (586000 6609000)\nSöder,POINT Z (16.5 59.6 250)\n"},
        (r"geometries.csv row 2, column wkt: the position \(586000, 6.609e\+06\) is nowhere on Earth in degrees; write degrees of WGS 84, "
        r"longitude first; import geojson --from-sweref99 converts SWEREF 99 TM$"),
    ),
    "a role that does not say whether it makes a tie": (
        {"terms__csv": "scheme,label\nrole,vinkar\n"},
        r"terms.csv row 2, column makes_tie: a role must say whether it makes a tie; write ja or nej",
    ),
    "a fact about no column": (
        {"facts__csv": "about,property,value\nByrådet,colour,blå\n"},
        r"facts.csv row 2, column property: 'colour' is no property of the table initiatives",
    ),
    "a broken toml": ({"samverkansgraf__toml": 'name = "Byn\n'}, r"samverkansgraf.toml: is no TOML: .*; correct it there"),
    "bounds that name nothing": (
        {"samverkansgraf__toml": FILES["samverkansgraf.toml"] + '[bounds]\ndistricts = ["Nor"]\n'},
        (r"samverkansgraf.toml: column bounds.districts: district 'Nor' is unknown; did you mean 'Norr'\?"
        r"|samverkansgraf.toml, column bounds.districts: district 'Nor' is unknown; did you mean 'Norr'\?"),
    ),
    "a name of two things": (
        {"actors__csv": FILES["actors.csv"] + "byn2,Byns kommun,organisation,kommun,,\n", "participations__csv": changed("participations.csv", "staden", "Byns kommun")},
        r"participations.csv row 2, column actor: 'Byns kommun' is the name of 2 things; write the id",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ONE_FAULT)
def test_one_fault_gives_one_line_with_place_and_remedy(case, tmp_path, errors):
    changes, expected = ONE_FAULT[case]
    lines = errors(written(tmp_path / "byn", **changes))
    assert len(lines) == 1, lines
    assert re.match(expected, lines[0]), lines[0]
    assert "\n" not in lines[0]


def test_all_faults_of_several_files_come_at_once(tmp_path, errors):
    folder = written(
        tmp_path / "byn",
        initiatives__csv=FILES["initiatives.csv"].replace("Norr", "Nor").replace("2019", "20191"),
        participations__csv=changed("participations.csv", "Polisen", "Polsien"),
    )
    lines = errors(folder)
    assert len(lines) == 3
    assert {line.split(" row")[0] for line in lines} == {"initiatives.csv", "participations.csv"}


def test_what_is_wrong_between_rows_of_searches_figures_and_shapes_comes_at_once(tmp_path, errors):
    folder = written(
        tmp_path / "byn",
        searches__csv="date,outcome,district,theme,source\n2019,nothing,*,*,bladet\n2021,nothing,,*,bladet\n",
        indicators__csv="district,indicator,period,value,source\nNorr,Andel,2021,12,bladet\nNorr,Andel,2021,13,bladet\n",
        geometries__csv='district,wkt\nNorr,"POLYGON ((16 59, 17 59, 17 60))"\n',
    )
    assert errors(folder) == [
        "indicators.csv row 3, column value: the same source gives another value of 'Andel' for this place and period in row 2; keep one; where sources differ, name the source of each",
        "searches.csv row 3, column district: the cell is empty; write what was searched, * for all, or fill in looked_for",
        "searches.csv row 2, column date: the search of 2019 is before its source 'bladet', which is of 2020-05-01; correct the date, or name the source that was searched",
        "geometries.csv row 2, column wkt: its ring does not close; let its last position be its first",
    ]


def test_faults_of_cells_and_between_rows_come_at_once_and_a_faulty_cell_is_not_called_empty_too(
    tmp_path, errors
):
    folder = written(
        tmp_path / "byn",
        searches__csv="date,outcome,district,theme,source\n2021,nothing,Nor,*,bladet\n2021,nothing,,*,bladet\n",
        districts__csv="id,label,kind,part_of,population\n,Byn,municipality,,-5\n,Norr,district,Byn,\n,Söder,district,Byn,\n",
        geometries__csv='district,wkt\nNorr,"POLYGON ((674000 6580000, 674100 6580000, 674100 6580100, 674000 6580000))"\n',
    )
    assert errors(folder) == [
        "districts.csv row 2, column population: '-5' is no whole number from 0 up; correct it",
        "searches.csv row 2, column district: district 'Nor' is unknown; did you mean 'Norr'?",
        "searches.csv row 3, column district: the cell is empty; write what was searched, * for all, or fill in looked_for",
        "geometries.csv row 2, column wkt: the position (674000, 6.58e+06) is nowhere on Earth in degrees; write degrees of WGS 84, longitude first; import geojson --from-sweref99 converts SWEREF 99 TM",
    ]


def test_a_file_in_place_of_a_folder_is_said(tmp_path, errors):
    file = tmp_path / "byn"
    file.write_text("x")
    assert errors(file) == [
        f"{file} is a file, not a folder; name a project folder with a samverkansgraf.toml"
    ]


def test_a_table_in_two_files_is_said(tmp_path, errors):
    folder = written(tmp_path / "byn")
    workbook = xlsxwriter.Workbook(folder / "themes.xlsx")
    workbook.add_worksheet().write(0, 0, "label")
    workbook.close()
    assert errors(folder) == ["themes.xlsx: the table stands in themes.csv too; keep one of them"]


def test_a_formula_cell_of_a_spreadsheet_is_said_with_its_place(tmp_path, errors):
    folder = written(tmp_path / "byn", themes__csv=None)
    workbook = xlsxwriter.Workbook(folder / "themes.xlsx")
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["label", "label_en"])
    sheet.write_row(1, 0, ["trygghet", "safety"])
    sheet.write_row(2, 0, ["skola", "school"])
    sheet.write_formula(2, 1, '="sch"&"ool"', None, "school")
    workbook.close()
    assert errors(folder) == ["themes.xlsx row 3, column B: the cell is a formula; paste its value instead"]


def test_what_is_no_workbook_is_said(tmp_path, errors):
    folder = written(tmp_path / "byn", themes__csv=None)
    (folder / "themes.xlsx").write_bytes(b"not a zip at all")
    (line,) = errors(folder)
    assert line.startswith("themes.xlsx: is no XLSX file")
    assert line.endswith("save it anew, without a password, as XLSX or CSV UTF-8")
