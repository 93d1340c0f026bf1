"""``coverage --need`` and its tables, and ``import`` of figures and places, as a person types them."""

from __future__ import annotations

import json

import pytest
from tests.cli.test_commands import rows
from tests.cli.typed import samverkansgraf
from tests.tables.project_files import FILES, written

FIGURES = (
    "district,indicator,period,value,unit\nNorr,Trångboddhet,2021,30,%\nSöder,Trångboddhet,2021,10,%\n"
    "Norr,Anmälda brott,2021,3,antal\nSöder,Anmälda brott,2021,9,antal\n"
)


@pytest.fixture(scope="module")
def byn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("need") / "p"
    return written(
        folder,
        indicators__csv=FIGURES,
        coding__csv="initiative,theme,coder\nvandring,trygghet,A\nvandring,skola,B\nrad,skola,A\nrad,skola,B\n",
    )


def test_need_ranks_districts_and_says_what_it_rests_on(byn):
    done = samverkansgraf("-g", byn, "coverage", "--need", "Trångboddhet", "--at", "2021")
    assert done.returncode == 0
    assert [(row["district"], row["need"], row["covered"]) for row in rows(done)] == [
        ("Norr", "0.75", "1"),
        ("Söder", "0.25", "0"),
    ]
    assert "Trångboddhet (2021, högt värde är större behov)" in done.stderr
    assert "75\N{NO-BREAK SPACE}% av rutorna är inte undersökta" in done.stderr


def test_english_words_and_a_workbook(byn, tmp_path):
    done = samverkansgraf(
        "-g", byn, "--lang", "en", "coverage", "--need", "Trångboddhet", "-o", tmp_path / "n.xlsx"
    )
    assert done.returncode == 0
    assert "a high value is greater need" in done.stderr
    assert (tmp_path / "n.xlsx").stat().st_size > 0


def test_crime_alone_is_refused_and_beside_another_is_not(byn):
    done = samverkansgraf("-g", byn, "coverage", "--need", "Anmälda brott")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: need: 'Anmälda brott' is never used alone")
    assert (
        samverkansgraf("-g", byn, "coverage", "--need", "Anmälda brott", "--need", "Trångboddhet").returncode
        == 0
    )


def test_tables_beside_the_ranking(byn):
    asked = ("-g", byn, "coverage", "--need", "Trångboddhet", "--table")
    equity = samverkansgraf(*asked, "equity", "--samples", "19", "--format", "json")
    assert [row["index"] for row in json.loads(equity.stdout)][:2] == ["gini", "theil"]
    assert rows(samverkansgraf(*asked, "lorenz"))[-1] == {
        "share_of_people": "1.0",
        "share_of_initiatives": "1.0",
    }
    expected = samverkansgraf(*asked, "expected")
    assert rows(expected)[0]["verdict"] == ""
    assert "Folkmängden är inte känd." in expected.stderr


def test_coding_says_who_gave_the_theme_and_how_well_coders_agree(byn):
    done = samverkansgraf("-g", byn, "coverage", "--table", "coding", "--at", "2021")
    assert [row["in_words"] for row in rows(done) if row["value"] == "covered"] == ["tema kodat av oss"]
    # Units (trygghet, skola) and (skola, skola): α = 1 − (n−1)·Σ/(n² − Σn_v²) = 1 − 3·2/(16 − 1 − 9) = 0.
    assert "2 kodare har kodat 2 initiativ; Krippendorffs alfa (nominal) är 0,00" in done.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--table", "gaps"], "no indicator is named; use --need NAME, or [need] indicators"),
        (["--need", "Trangboddhet"], "did you mean 'Trångboddhet'"),
        (["--need", "Trångboddhet", "--groups", "typ"], "--groups belongs to --table equity"),
        (["--table", "equity", "--groups", "typ"], "no kind of place and no indicator is named 'typ'"),
        (["--table", "equity", "--dependence"], "ask for one at a time"),
        (["--table", "equity", "--samples", "0"], "samples must be 1 or more"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(byn, options, says):
    done = samverkansgraf("-g", byn, "coverage", *options)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_figures_and_places_are_imported_into_a_project(tmp_path):
    folder = written(
        tmp_path / "p",
        districts__csv=FILES["districts.csv"]
        .replace("part_of\n", "part_of,code\n")
        .replace("Byn\n", "Byn,\n")
        .replace("municipality,\n", "municipality,,1980\n"),
    )
    answer = {
        "values": [
            {"kpi": "N1", "municipality": "1980", "period": 2022, "values": [{"gender": "T", "value": 4}]}
        ]
    }
    (tmp_path / "a.json").write_text(json.dumps(answer), encoding="utf-8")
    done = samverkansgraf("import", "kolada", tmp_path / "a.json", "-o", folder, "--title", "Kolada")
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 new rows" in done.stderr
    (tmp_path / "t.csv").write_text("district;value\nNorr;3\nSöder;1\n", encoding="utf-8")
    done = samverkansgraf(
        "import",
        "csv",
        tmp_path / "t.csv",
        "-o",
        folder,
        "--title",
        "Typer",
        "--indicator",
        "Områdestyp",
        "--period",
        "2023",
        "--unit",
        "områdestyp",
    )
    assert done.returncode == 0
    ranked = samverkansgraf("-g", folder, "coverage", "--need", "Områdestyp")
    assert rows(ranked)[0]["district"] == "Söder"
    assert "steg på en skala" in ranked.stderr
    shape = {
        "type": "Polygon",
        "coordinates": [[[586000, 6609000], [587000, 6609000], [587000, 6610000], [586000, 6609000]]],
    }
    places = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {"name": "Norr"}, "geometry": shape}],
    }
    (tmp_path / "p.geojson").write_text(json.dumps(places), encoding="utf-8")
    done = samverkansgraf(
        "import", "geojson", tmp_path / "p.geojson", "-o", folder, "--kind", "district", "--title", "Ytor"
    )
    assert done.returncode == 2
    assert "convert with --from-sweref99" in done.stderr
