"""A list of who takes part in what becomes a project whose every row is evidence."""

from __future__ import annotations

import csv
import io

import pytest
import xlsxwriter

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.graph import build, of_build
from samverkansgraf.graph.sparql import select
from samverkansgraf.graph.vocabulary_graph import concept_names
from samverkansgraf.importers import EdgeColumns, import_edges

WHO_AND_WHAT = EdgeColumns(actor="who", initiative="what")

# The 18 women of Davis, Gardner & Gardner (1941) and the events each attended: 89 attendances.
DAVIS = {
    "Evelyn": "1 2 3 4 5 6 8 9", "Laura": "1 2 3 5 6 7 8", "Theresa": "2 3 4 5 6 7 8 9", "Brenda": "1 3 4 5 6 7 8",
    "Charlotte": "3 4 5 7", "Frances": "3 5 6 8", "Eleanor": "5 6 7 8", "Pearl": "6 8 9", "Ruth": "5 7 8 9",
    "Verne": "7 8 9 12", "Myra": "8 9 10 12", "Katherine": "8 9 10 12 13 14", "Sylvia": "7 8 9 10 12 13 14",
    "Nora": "6 7 9 10 11 12 13 14", "Helen": "7 8 10 11 12", "Dorothy": "8 9", "Olivia": "9 11", "Flora": "9 11",
}  # fmt: skip


def imported(folder, text, columns=WHO_AND_WHAT, *, name="list.csv", **options):
    data = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(data)
    import_edges(
        folder / name, folder / "p", columns, concepts=concept_names(), **({"title": "En lista"} | options)
    )
    return folder / "p"


def rows(folder, table):
    return list(csv.DictReader(io.StringIO((folder / f"{table}.csv").read_text(encoding="utf-8-sig"))))


def problems(folder, text, columns=WHO_AND_WHAT, **options):
    with pytest.raises(InputError) as caught:
        imported(folder, text, columns, **options)
    assert not (folder / "p").exists()
    return [str(problem) for problem in caught.value.problems]


def test_the_southern_women_are_18_by_14_by_89(tmp_path):
    lines = [f"E{event},{woman}" for woman, events in DAVIS.items() for event in events.split()]
    columns = EdgeColumns(actor="to_name", initiative="from_name")
    folder = imported(
        tmp_path, "\n".join(["from_name,to_name", *lines]), columns, kind="person", language="en"
    )
    frames = build(folder).frames
    assert (frames.actors.height, frames.initiatives.height, frames.participations.height) == (18, 14, 89)
    assert frames.participations["makes_tie"].all()
    assert frames.actors["sector"].null_count() == 18


def test_each_row_is_evidence_at_its_place_in_the_file(tmp_path):
    built = build(
        imported(
            tmp_path, "who;what\nEn;Rådet\n\nTvå;Rådet\n", url="https://example.org/lista", date="2024-05"
        )
    )
    found = select(of_build(built).store, "SELECT ?l ?w ?t ?u ?d { ?p a sg:Participation ; org:member/skos:prefLabel ?l ; sg:evidence ?e . ?e sg:where ?w ; oa:hasSource ?s . ?s dct:title ?t ; schema:url ?u ; dct:issued ?d } ORDER BY ?w")  # fmt: skip
    # The header is row 1 and the empty row is counted, as in a spreadsheet.
    assert found.rows() == [
        ("En", "row 2", "En lista", "https://example.org/lista", "2024-05"),
        ("Två", "row 4", "En lista", "https://example.org/lista", "2024-05"),
    ]


def test_without_a_role_one_is_involved_and_without_a_sector_it_is_not_stated(tmp_path):
    folder = imported(tmp_path, "who,what\nEn,Rådet\n")
    assert rows(folder, "participations")[0]["role"] == "Involved"
    assert rows(folder, "actors")[0]["sector"] == "ej angiven"
    assert not (folder / "terms.csv").exists()
    assert build(folder).frames.actors["sector"].to_list() == [None]


def test_roles_and_sectors_are_columns_or_hold_for_all(tmp_path):
    text = "who,what,as,of,since\nEn,Rådet,ledare,kommun,2019\nTvå,Rådet,,Kyrka,\n"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    columns = EdgeColumns(actor="who", initiative="what", role="as", sector="of", start="since")
    frames = build(imported(tmp_path / "a", text, columns)).frames
    assert [role.rsplit("#")[-1] for role in frames.participations.sort("start")["role"]] == [
        "Involved",
        "Lead",
    ]
    assert sorted(frames.actors["sector"]) == [
        "https://example.org/p/sector/kyrka",
        "https://w3id.org/samverkansgraf/ns#Municipality",
    ]
    for_all = EdgeColumns(actor="who", initiative="what", role="Partner", sector="polis")
    frames = build(imported(tmp_path / "b", text, for_all)).frames
    assert {role.rsplit("#")[-1] for role in frames.participations["role"]} == {"Partner"}
    assert {sector.rsplit("#")[-1] for sector in frames.actors["sector"]} == {"Police"}


def test_labels_that_give_one_id_stay_two_things_whatever_the_order(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    once = imported(tmp_path / "a", "who,what\nRödby,X\nRodby,X\n東京,X\n")
    again = imported(tmp_path / "b", "who,what\n東京,X\nRodby,X\nRödby,X\n")
    assert rows(once, "actors") == rows(again, "actors")
    assert build(once).frames.actors.height == 3


def test_a_workbook_is_read_as_well(tmp_path):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["who", "what"])
        sheet.write_row(1, 0, ["Åsa", "Rådet"])
    folder = imported(tmp_path, buffer.getvalue(), name="list.xlsx")
    assert rows(folder, "participations")[0]["source"] == "list"
    assert build(folder).frames.actors["label"].to_list() == ["Åsa"]


def test_every_faulty_cell_is_named_at_once(tmp_path):
    text = "who,what,as,since,of\n,Rådet,ledare,2019,kommun\nEn,,hövding,i våras,kommun\nEn,Rådet,,,polis\n"
    columns = EdgeColumns(actor="who", initiative="what", role="as", sector="of", start="since")
    found = problems(tmp_path, text, columns)
    assert found[0] == "list.csv row 2, column who: the cell is empty; it must be filled in"
    assert found[1].startswith("list.csv row 3, column what: the cell is empty")
    assert found[2].startswith("list.csv row 3, column as: role 'hövding' is unknown")
    assert found[3].startswith("list.csv row 3, column since: ")
    assert found[4] == "list.csv row 4, column of: 'En' has the sector 'kommun' in row 3; give it one sector"
    assert len(found) == 5


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        ("vem,what\nEn,X\n", WHO_AND_WHAT, "the required column 'who' is missing"),
        ("who,what\n", WHO_AND_WHAT, "holds no rows"),
        ("", WHO_AND_WHAT, "the file is empty"),
        (b"who,what\n\xe5sa,X\n", WHO_AND_WHAT, "is not UTF-8"),
        ("who,what\n=1+1,X\n", WHO_AND_WHAT, "the cell is a formula"),
        (
            "who,what\nEn,X\n",
            EdgeColumns(actor="who", initiative="what", role="hövding"),
            "neither a role nor a column",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_nothing_written(tmp_path, text, columns, message):
    assert message in problems(tmp_path, text, columns)[0]


def test_what_is_there_is_left_alone(tmp_path):
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "mine.txt").write_text("x")
    with pytest.raises(UsageError, match="is not empty"):
        imported(tmp_path, "who,what\nEn,X\n")
    assert [path.name for path in (tmp_path / "p").iterdir()] == ["mine.txt"]


def test_options_that_mean_nothing_are_said(tmp_path):
    with pytest.raises(UsageError, match="both name the column 'who'"):
        imported(tmp_path, "who\nEn\n", EdgeColumns(actor="who", initiative="who"))
    with pytest.raises(UsageError, match="--date: "):
        imported(tmp_path, "who,what\nEn,X\n", date="i våras")
    with pytest.raises(UsageError, match="no table by its name"):
        imported(tmp_path, "who,what\nEn,X\n", name="list.txt")
