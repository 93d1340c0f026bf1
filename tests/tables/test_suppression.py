"""What a project suppresses is left out as if it had never been written."""

import pytest
from tests.tables.project_files import written

from samverkansgraf.graph import build

ACTORS = (
    "label,kind,sector,id,alias\nByns kommun,organisation,kommun,byn,\nFöreningen Ek,organisation,Civilsamhälle,ek,\n"
    "Anna Ek,person,,anna-ek,Anna Alm\nBertil Ek,person,,bertil-ek,\n"
)
SOURCES = (
    "id,title,author,url\nbladet,Bladet,byn,https://example.org/anna-ek\nanna-ek-2021,Anna Eks bok,anna-ek,\n"
)
INITIATIVES = "label,description,source,quote\nRådet,Tänkt av Anna Alm,bladet,rådet finns\nAnna Eks fond,,bladet,Anna Eks fond\n"
PARTICIPATIONS = (
    "actor,initiative,role,source,quote,speaker\nbyn,Rådet,Lead,bladet,kommunen leder,\nbyn,Anna Eks fond,Funder,bladet,pengar ges,\n"
    "Föreningen Ek,Rådet,Member,bladet,föreningen är med,Anna Ek\nBertil Ek,Rådet,Member,bladet,Bertil Ek är med,\n"
)
SUPPRESS = "about,reason,date\nAnna Alm,begäran,2024-01-01\n"


def project(folder, *, suppress=SUPPRESS, actors__csv=ACTORS, **more):
    return written(
        folder, actors__csv=actors__csv, sources__csv=SOURCES, initiatives__csv=INITIATIVES, participations__csv=PARTICIPATIONS,
        suppress__csv=suppress, **more,
    )  # fmt: skip


@pytest.fixture
def made(tmp_path):
    def frames(**more):
        folder = tmp_path / "p"
        project(folder, **more)
        for unused in ("districts", "themes"):
            (folder / f"{unused}.csv").unlink()
        (folder / "samverkansgraf.toml").write_text(
            'name = "Byn"\nbase = "https://example.org/byn/"\n', encoding="utf-8"
        )
        return build(folder)

    return frames


def test_a_text_has_a_mark_where_the_name_stood(made) -> None:
    frames = made().frames
    said = dict(frames.initiatives.select("label", "description").iter_rows())
    assert said == {"Rådet": "Tänkt av [utelämnat]", "[utelämnat] fond": None}


def test_a_thing_whose_id_held_the_name_stays_under_another(made) -> None:
    frames = made().frames
    ids = {one.rsplit("/", 1)[-1] for one in frames.initiatives["initiative"]}
    assert ids == {"radet", "utelamnat-fond"}
    assert set(frames.participations["initiative"]) == set(frames.initiatives["initiative"])


def test_what_only_it_said_goes_and_a_phrase_that_names_it_leaves_its_place(made) -> None:
    frames = made().frames
    assert set(frames.evidence["quote"].drop_nulls()) == {
        "rådet finns", "kommunen leder", "pengar ges", "Bertil Ek är med",
    }  # fmt: skip
    assert frames.participations.height == 3


def test_others_with_the_same_surname_keep_their_names(made) -> None:
    labels = set(made().frames.actors["label"])
    assert labels == {"Byns kommun", "Föreningen Ek", "Bertil Ek"}


def test_titles_lose_the_name_and_addresses_with_it_go(made) -> None:
    frames = made().frames
    said = dict(frames.sources.select("title", "url").iter_rows())
    assert said == {"Bladet": None, "[utelämnat] bok": None}


def test_the_graph_is_that_of_tables_without_it(made, tmp_path) -> None:
    lines = made().lines
    others = tmp_path / "q"
    others.mkdir()
    for path in (tmp_path / "p").iterdir():
        if path.name != "suppress.csv":
            (others / path.name).write_bytes(path.read_bytes())
    (others / "actors.csv").write_text(
        ACTORS.replace("Anna Ek,person,,anna-ek,Anna Alm\n", ""), encoding="utf-8"
    )
    (others / "sources.csv").write_text(
        "id,title,author,url\nbladet,Bladet,byn,\nutelamnat-2021,[utelämnat] bok,,\n", encoding="utf-8"
    )
    (others / "initiatives.csv").write_text(
        "label,id,description,source,quote\nRådet,,Tänkt av [utelämnat],bladet,rådet finns\n[utelämnat] fond,utelamnat-fond,,bladet,\n",
        encoding="utf-8",
    )
    (others / "participations.csv").write_text(
        PARTICIPATIONS.replace("Föreningen Ek,Rådet,Member,bladet,föreningen är med,Anna Ek\n", "").replace(
            "Anna Eks fond", "utelamnat-fond"
        ),
        encoding="utf-8",
    )
    assert set(build(others).lines.splitlines()) ^ set(lines.splitlines()) == set()


CLAIMS = """id,text,asserted_by,about,disputes,source,quote
ek-1,Det fungerar,anna-ek,Rådet,,bladet,det fungerar
byn-1,Det finns,anna-ek; byn,Rådet,ek-1,bladet,det finns
om-ek,Hon gör mycket,byn,anna-ek,,bladet,mycket görs
"""


def test_claims_of_nobody_else_and_about_nothing_else_go(made) -> None:
    claims = made(claims__csv=CLAIMS).frames.claims
    assert [one.rsplit("/", 1)[-1] for one in claims["claim"]] == ["byn-1"]
    assert claims["asserted_by"].to_list() == [["https://example.org/byn/actor/byn"]]
    assert claims["disputes"].to_list() in ([[]], [None])


def test_decisions_and_replies_that_name_it_go(made) -> None:
    built = made(
        same__csv="a,b,decision\nAnna Ek,Föreningen Ek,different\nBertil Ek,Föreningen Ek,different\n",
        replies__csv="about,text,from,date\nRådet,Nej,Anna Alm,2024\nRådet,Jo,Byns kommun,2024\n",
    )
    assert built.different == (("Bertil Ek", "Föreningen Ek"),)
    assert built.frames.replies["text"].to_list() == ["Jo"]


def test_an_organisation_is_left_out_of_texts_but_not_of_the_names_of_others(made) -> None:
    built = made(
        suppress="about,reason,date\nByns kommun,begäran,2024\n",
        facts__csv="about,property,value,source,quote\nRådet,aim,Byns kommun och Byns kommunförbund,bladet,så sades\n",
        actors__csv=ACTORS + "Byns kommun i samverkan,organisation,kommun,forbund,\n",
    )
    assert "Byns kommun i samverkan" in set(built.frames.actors["label"])
    assert b"Byns kommunf" in built.lines
    assert b"[utel\xc3\xa4mnat] och Byns kommunf" in built.lines
