"""An HXL-tagged table of who does what, where and when becomes a project whose every row is evidence."""

from __future__ import annotations

import csv
import io
import tomllib

import pytest
import xlsxwriter

from samverkansgraf.coverage import coverage
from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.graph import build
from samverkansgraf.graph.vocabulary_graph import concept_names
from samverkansgraf.importers import import_hxl

# Merged titles and headings above the tags, mixed case, attributes, spaces, empty lines: as such files come.
MESSY = """Who does what where;;;;;;;;;;;
;;;;;;;;;;;
Funder;Agency;Type;Cluster;Activity;Province;Code;District;P-code;State;Begun;Remarks
#org+funder;#Org +Impl;#org+impl+TYPE;#SECTOR;#activity ;#adm1 +name;#ADM1+code+v_pcode;#adm2+name;#adm2 + code;#Status;#date+start;Remarks
;;;;;;;;;;;
Nordic Fund;Well Aid;NGO;WASH;Dig wells;North;P1;Alta;P1-A;Ongoing;2015-05-01;deep
Nordic Fund;Well Aid;NGO;WASH;Dig wells;North;P1;Brae;P1-B;Planned;;
;Tent Union;;Shelter;Put up tents;South;P2;Alta;P2-A;Completed;2015-04;
;Tent Union;;Shelter;Put up tents;South;P2;;;Completed;2015-04;
"""


def imported(folder, text=MESSY, *, name="3w.csv", **options):
    data = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(data)
    given = {"title": "A 3W", "concepts": concept_names()} | options
    return import_hxl(folder / name, folder / "p", **given)


def rows(folder, table):
    return list(csv.DictReader(io.StringIO((folder / "p" / f"{table}.csv").read_text(encoding="utf-8-sig"))))


def problems(folder, text, **options):
    with pytest.raises(InputError) as caught:
        imported(folder, text, **options)
    assert not (folder / "p").exists()
    return [str(problem) for problem in caught.value.problems]


def test_who_takes_part_in_what_as_what(tmp_path):
    imported(tmp_path)
    labels = {row["id"]: row["label"] for table in ("actors", "initiatives") for row in rows(tmp_path, table)}
    found = [
        (labels[row["actor"]], labels[row["initiative"]], row["role"], row["where"])
        for row in rows(tmp_path, "participations")
    ]
    # The tags are in row 4 and the data begin in row 6, as a spreadsheet counts.
    assert found == [
        ("Nordic Fund", "Dig wells", "Funder", "row 6"),
        ("Well Aid", "Dig wells", "Partner", "row 6"),
        ("Nordic Fund", "Dig wells", "Funder", "row 7"),
        ("Well Aid", "Dig wells", "Partner", "row 7"),
        ("Tent Union", "Put up tents", "Partner", "row 8"),
        ("Tent Union", "Put up tents", "Partner", "row 9"),
    ]


def test_places_lie_within_one_another_by_their_codes(tmp_path):
    imported(tmp_path)
    found = [
        (row["id"], row["label"], row["kind"], row["part_of"], row["code"])
        for row in rows(tmp_path, "districts")
    ]
    assert found == [
        ("p1", "North", "adm1", "", "P1"),
        ("p2", "South", "adm1", "", "P2"),
        ("p1-a", "Alta", "adm2", "p1", "P1-A"),
        ("p1-b", "Brae", "adm2", "p1", "P1-B"),
        ("p2-a", "Alta", "adm2", "p2", "P2-A"),
    ]
    bounds = tomllib.loads((tmp_path / "p" / "samverkansgraf.toml").read_text())["bounds"]
    assert bounds["districts"] == ["p1", "p2", "p1-a", "p1-b", "p2-a"]


def test_a_row_without_the_smaller_place_is_in_the_larger(tmp_path):
    imported(tmp_path)
    assert [row["district"] for row in rows(tmp_path, "locations")] == ["p1-a", "p1-b", "p2-a", "p2"]


def test_status_dates_sectors_and_themes_are_read(tmp_path):
    imported(tmp_path)
    wells, tents = rows(tmp_path, "initiatives")
    assert (wells["status"], wells["theme"], wells["start"]) == ("active", "wash", "")
    assert (tents["status"], tents["theme"], tents["start"]) == ("ended", "shelter", "2015-04")
    assert [row["certainty"] for row in rows(tmp_path, "locations")] == ["", "Planned", "", ""]
    assert [row["start"] for row in rows(tmp_path, "locations")] == ["2015-05-01", "", "2015-04", "2015-04"]
    sectors = {row["label"]: row["sector"] for row in rows(tmp_path, "actors")}
    assert sectors == {"Nordic Fund": "not stated", "Tent Union": "not stated", "Well Aid": "ngo"}


def test_the_project_builds_and_has_the_cells_worked_by_hand(tmp_path):
    imported(tmp_path, date="2015-07")
    built = build(tmp_path / "p")
    frames, bounds = built.frames, built.settings.bounds
    table = coverage(frames, bounds, at="2015-06-01")
    cells = {(row[0], row[1]): row[2] for row in table.select("district", "theme", "value").rows()}
    # Two districts are called Alta; both rows are there. In P1-A wells are being dug, in P1-B they are planned; tents have
    # ended according to a source of July, so they still stood in June.
    assert table.height == 6
    values = table.filter(theme="WASH").select("district", "value", "planned").rows()
    assert values == [("Alta", "covered", 0), ("Brae", "not_searched", 1), ("Alta", "not_searched", 0)]
    assert cells["Brae", "Shelter"] == "not_searched"
    provinces = coverage(frames, bounds, at="2015-06-01", division="adm1")
    found = provinces.filter(value="covered").select("district", "theme").rows()
    assert found == [("North", "WASH"), ("South", "Shelter")]


def test_columns_that_are_not_read_are_told(tmp_path):
    text = "#org,#activity,#adm1,#affected+f,#meta+note\nA,Dig,North,5,x\n"
    assert imported(tmp_path, text).left_alone == ("#affected +f", "#meta +note")
    assert "#affected +f" in (tmp_path / "p" / "README.md").read_text()


def test_a_workbook_counts_its_empty_rows_too(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "w.xlsx")
    sheet = book.add_worksheet()
    sheet.merge_range(1, 0, 1, 2, "A title over all")
    sheet.write_row(3, 0, ["#Org", "#Activity", "#ADM1+name"])
    sheet.write_row(5, 0, ["A", "Dig", "North"])
    book.close()
    imported(tmp_path, (tmp_path / "w.xlsx").read_bytes(), name="b.xlsx")
    assert [row["where"] for row in rows(tmp_path, "participations")] == ["row 6"]


def test_one_activity_of_two_organisations_apart_is_two_initiatives(tmp_path):
    imported(tmp_path, "#org,#activity\nA,Training\nB,Training\n")
    assert [row["label"] for row in rows(tmp_path, "initiatives")] == ["Training (A)", "Training (B)"]


def test_an_id_joins_the_rows_of_one_initiative(tmp_path):
    imported(tmp_path, "#activity+id,#org,#activity\n7,A,Training\n7,B,Training\n8,A,Training\n")
    assert [row["label"] for row in rows(tmp_path, "initiatives")] == ["Training (A; 7)", "Training (A; 8)"]
    assert [row["actor"] for row in rows(tmp_path, "participations")] == ["a", "b", "a"]


def test_without_an_activity_an_initiative_is_called_by_whom_and_on_what(tmp_path):
    imported(tmp_path, "#meta+id,#org,#sector\n1,A,WASH\n", initiative="#META +id")
    assert [row["label"] for row in rows(tmp_path, "initiatives")] == ["A: WASH (1)"]


def test_errors_of_a_spreadsheet_are_empty_and_counted_and_the_name_finds_the_code(tmp_path):
    text = "#org,#activity,#adm1,#adm2,#adm2+code\nA,Dig,North,Alta,P1\nA,Dig,North,Alta,#N/A\nA,Dig,South,Alta,#N/A\n"
    assert imported(tmp_path, text).errors == {"#adm2 +code": 2}
    # Row 3 is the Alta whose code row 2 gives; the Alta of the south has none.
    placed = [row["district"] for row in rows(tmp_path, "locations")]
    assert placed[0] == placed[1] == "p1"
    assert placed[2] != "p1"
    build(tmp_path / "p")


def test_one_code_with_two_names_keeps_both(tmp_path):
    imported(tmp_path, "#org,#activity,#adm1,#adm1+code\nA,Dig,North,P1\nA,Dig,Nord,P1\n")
    (place,) = rows(tmp_path, "districts")
    assert (place["label"], place["alias"]) == ("North", "Nord")


def test_a_subsector_is_a_narrower_theme(tmp_path):
    imported(tmp_path, "#org,#activity,#sector,#subsector\nA,Dig,WASH,Wells\n")
    assert {row["id"]: row["broader"] for row in rows(tmp_path, "themes")} == {"wash": "", "wells": "wash"}
    assert rows(tmp_path, "initiatives")[0]["theme"] == "wash;wells"


def test_what_has_ended_in_one_place_only_ended_there_by_the_date_of_the_file(tmp_path):
    text = "#org,#activity,#adm1,#status\nA,Dig,North,ongoing\nA,Dig,South,completed\n"
    imported(tmp_path, text, date="2015-07")
    assert [row["end"] for row in rows(tmp_path, "locations")] == ["", "../2015-07"]
    built = build(tmp_path / "p")
    table = coverage(built.frames, built.settings.bounds, by=["district"], at="2015-09")
    assert table.select("district", "value", "ended").rows() == [
        ("North", "covered", 0),
        ("South", "not_searched", 1),
    ]


def test_every_fault_of_a_file_is_told_at_once_with_its_place(tmp_path):
    text = (
        "#org,#activity,#adm1,#adm2+code,#status,#date+start,#date+end\n"
        ",Dig,North,P1,ongoing,,\n"
        "A,,North,P2,ongoing,,\n"
        "A,Dig,North,P3,maybe,,\n"
        "A,Dig,North,P4,,01/07/2015,\n"
        "A,Dig,North,P5,,2015-07,2014\n"
        "A,Dig,South,P1,,,\n"
    )
    found = problems(tmp_path, text)
    assert [line.split(":")[0] for line in found] == [
        "3w.csv row 7, column #adm2 +code",
        "3w.csv row 2, column #org",
        "3w.csv row 3, column #activity",
        "3w.csv row 4, column #status",
        "3w.csv row 5, column #date +start",
        "3w.csv row 6, column #date +end",
    ]
    assert all(";" in line for line in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the file is empty"),
        ("who,what\nA,Dig\n", "no tag row in the first 25 rows; put hashtags such as #org"),
        ("#org,#activity\n", "holds no rows below the tags"),
        ("#activity,#adm1\nDig,North\n", "no column says who"),
        ("#org,#adm1\nA,North\n", "no column says what is done"),
        ("#org,#org,#activity\nA,B,Dig\n", "columns 1 and 2 have the same tag #org"),
        ("#org,#activity\nA,=1+1\n", "the cell is a formula"),
        ("#org,#activity\nÅ,Dig\n".encode("latin-1"), "is not UTF-8"),
    ],
)
def test_a_file_that_is_no_3w_table_is_refused_with_a_remedy(tmp_path, text, words):
    found = problems(tmp_path, text)
    assert any(words in line for line in found), found


def test_an_unknown_column_for_the_initiative_is_told_with_those_there_are(tmp_path):
    (found,) = problems(tmp_path, "#org,#activity\nA,Dig\n", initiative="#meta+id")
    assert "there is no column #meta+id; the columns are #org, #activity" in found


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path):
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        imported(tmp_path)
    with pytest.raises(UsageError, match="--date"):
        import_hxl(tmp_path / "3w.csv", tmp_path / "q", title="A", concepts=concept_names(), date="07/2015")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        import_hxl(tmp_path / "no.csv", tmp_path / "p", title="A", concepts=concept_names())


def test_it_is_made_the_same_twice(tmp_path):
    imported(tmp_path)
    first = {path.name: path.read_bytes() for path in (tmp_path / "p").iterdir()}
    (tmp_path / "again").mkdir()
    imported(tmp_path / "again")
    again = {path.name: path.read_bytes() for path in (tmp_path / "again" / "p").iterdir()}
    assert first == again
