"""What ordinary spreadsheets hold is read as meant."""

from __future__ import annotations

import zipfile

import xlsxwriter
from tests.tables.project_files import FILES, written

BASE = "https://example.org/byn/"


def test_the_project_is_read_with_references_resolved(tmp_path, read):
    project = read(written(tmp_path / "byn"))
    rows = project.frames["participations"]
    assert rows["actor"].to_list() == [
        f"{BASE}actor/{name}" for name in ("byn", "polisen", "boende", "skolan")
    ]
    assert [role.rsplit("#")[-1] for role in rows["role"]] == ["Lead", "Partner", "Involved", "Lead"]
    assert [c.rsplit("#")[-1] for c in rows["certainty"]] == ["Stated", "StatedInPart", "Stated", "Stated"]
    assert project.notes == ()


def test_semicolons_a_byte_order_mark_and_crlf_change_nothing(tmp_path, read):
    plain = read(written(tmp_path / "plain"))
    excel = {
        name.replace(".", "__"): b"\xef\xbb\xbf" + text.replace("staden;kommunen", '"staden;kommunen"').replace(",", ";").replace("\n", "\r\n").encode()
        for name, text in FILES.items()
        if name.endswith(".csv")
    }  # fmt: skip
    as_excel = read(written(tmp_path / "excel", **excel))
    for name, frame in plain.frames.items():
        assert frame.equals(as_excel.frames[name]), name


def test_a_workbook_is_read_as_its_csv(tmp_path, read):
    folder = written(tmp_path / "byn", themes__csv=None, sources__csv=None)
    for table in ("themes", "sources"):
        workbook = xlsxwriter.Workbook(folder / f"{table}.xlsx")
        sheet = workbook.add_worksheet()
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for row, line in enumerate(FILES[f"{table}.csv"].splitlines()):
            for column, cell in enumerate(line.split(",")):
                if cell == "2020-05-01":
                    sheet.write_number(row, column, 43952, day)  # as Excel keeps that day
                else:
                    sheet.write(row, column, cell)
        workbook.close()
    plain = read(written(tmp_path / "plain"))
    as_workbook = read(folder)
    for table in ("themes", "sources"):
        assert as_workbook.frames[table].equals(plain.frames[table])


def test_names_are_compared_composed_and_cells_are_stripped(tmp_path, read):
    decomposed = FILES["themes.csv"].replace("skola", " ska\u030alen ")
    initiatives = FILES["initiatives.csv"].replace(",skola,", ",skålen,")
    project = read(written(tmp_path / "byn", themes__csv=decomposed, initiatives__csv=initiatives))
    assert project.frames["themes"]["label"].to_list() == ["trygghet", "skålen"]


def test_columns_and_tables_of_ones_own_are_kept_and_told_of(tmp_path, read):
    project = read(
        written(tmp_path / "byn", themes__csv="label,colour\ntrygghet,blue\nskola,\n", budget__csv="a\n1\n")
    )
    assert [str(note) for note in project.notes] == [
        "budget.csv: is no table of a project; left alone",
        "themes.csv row 1, column colour: is no column of this table; kept in the project only",
    ]


def test_a_second_row_of_an_initiative_adds_evidence(tmp_path, read):
    more = FILES["initiatives.csv"] + "rad,Byrådet,,,,,,,bladet,par3,rådet igen\n"
    frame = read(written(tmp_path / "byn", initiatives__csv=more)).frames["initiatives"]
    assert frame["iri"].to_list() == [f"{BASE}initiative/{name}" for name in ("vandring", "rad", "rad")]
    assert frame["evidence"].n_unique() == 3


def test_a_second_row_that_contradicts_the_first_is_an_error(tmp_path, errors):
    more = FILES["initiatives.csv"] + "vandring,Trygghetsvandring,,,,2018,,,bladet,par3,vandring igen\n"
    (line,) = errors(written(tmp_path / "byn", initiatives__csv=more))
    assert line.startswith("initiatives.csv row 4, column start: differs from row 2 of the same id;")


def test_identical_rows_have_one_key_and_other_evidence_another(tmp_path, read):
    row = "staden,vandring,Lead,,bladet,par1,kommunen leder\n"
    other = "staden,vandring,Lead,stated,bladet,par2,kommunen leder\n"
    frame = read(
        written(tmp_path / "byn", participations__csv=FILES["participations.csv"] + row + other)
    ).frames["participations"]
    keys = frame["iri"].to_list()
    assert keys[4] == keys[0]
    assert keys[5] not in keys[:5]


def test_what_is_decided_to_be_the_same_is_one_thing(tmp_path, read):
    folder = written(
        tmp_path / "byn",
        actors__csv=FILES["actors.csv"] + "kommunstyrelsen,Kommunstyrelsen,organisation,kommun,,\n",
        participations__csv=FILES["participations.csv"]
        + "Kommunstyrelsen,rad,Member,,bladet,par2,styrelsen med\n",
        same__csv="a,b,decision\nByns kommun,Kommunstyrelsen,same\nPolisen,Ordningsmakten,same\nNorr,Söder,different\n",
    )
    project = read(folder)
    assert project.frames["participations"]["actor"].to_list()[-1] == f"{BASE}actor/byn"
    aliases = dict(project.frames["actors"].drop_nulls("label").select("iri", "alias").iter_rows())
    assert aliases[f"{BASE}actor/polisen"] == ["Ordningsmakten"]
    merged = project.frames["actors"].row(-1, named=True)
    assert (merged["iri"], merged["label"], merged["alias"]) == (
        f"{BASE}actor/byn",
        None,
        ["Kommunstyrelsen"],
    )
    assert project.different == (("Norr", "Söder"),)


def test_what_is_suppressed_is_gone_with_all_that_mentions_it(tmp_path, read):
    folder = written(
        tmp_path / "byn",
        suppress__csv="about,reason,date\nPolisen,begäran,2024-01-01\nAnna Ek,begäran,2024-01-01\n",
    )
    project = read(folder)
    for name, frame in project.frames.items():
        for column in frame.columns:
            for cell in map(str, frame[column].to_list()):
                assert "polisen" not in cell.lower(), (name, column)
                assert "actor/anna" not in cell, (name, column)


_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def ods(path, rows, *, formula=False):
    """Write a minimal OpenDocument spreadsheet."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    if formula:
        cells += '<table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/></table:table-row>'
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="t">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)


def test_an_opendocument_sheet_is_read_as_its_csv(tmp_path, read):
    folder = written(tmp_path / "byn", themes__csv=None)
    ods(folder / "themes.ods", [line.split(",") for line in FILES["themes.csv"].splitlines()])
    assert read(folder).frames["themes"].equals(read(written(tmp_path / "plain")).frames["themes"])


def test_a_formula_in_an_opendocument_sheet_is_said(tmp_path, errors):
    folder = written(tmp_path / "byn", themes__csv=None)
    ods(folder / "themes.ods", [["label", "label_en"], ["trygghet", "safety"]], formula=True)
    assert errors(folder) == ["themes.ods: 1 cells are formulas; paste their values instead"]
