"""What an indicator of a place can be; what differs within one source is a fault, between sources a disagreement."""

from __future__ import annotations

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.city import open_city
from samverkansgraf.errors import InputError
from samverkansgraf.graph import build, open_graph, write_store
from samverkansgraf.project import Need
from samverkansgraf.tables.settings import read_settings

HEADER = "district,indicator,period,value,unit,source\n"


def with_figures(folder, *lines):
    return written(folder / "p", indicators__csv=HEADER + "".join(f"{line}\n" for line in lines))


def with_need(folder, text):
    return written(folder / "p", samverkansgraf__toml=FILES["samverkansgraf.toml"] + f"[need]\n{text}\n")


def test_every_fault_of_figures_comes_at_once(tmp_path, errors):
    folder = with_figures(
        tmp_path,
        "Norr,Trångboddhet,2021,12,%,bladet",
        "Norr,Trångboddhet,2021,13,%,bladet",
        "Norr,Folkmängd,2021,-3,,",
        "Norr,Områdestyp,2021,6,Områdestyp 1–5,",
        "Söder,Områdestyp,2021,2.5,områdestyp,",
    )
    assert errors(folder) == [
        "indicators.csv row 3, column value: the same source gives another value of 'Trångboddhet' for this place and period in row 2; keep one; where sources differ, name the source of each",
        "indicators.csv row 4, column value: Folkmängd -3 is below 0; correct it",
        "indicators.csv row 5, column value: 6 is no area type; write a whole number from 1 to 5",
        "indicators.csv row 6, column value: 2.5 is no area type; write a whole number from 1 to 5",
    ]


def test_two_sources_may_differ_and_check_names_both(tmp_path):
    folder = with_figures(tmp_path, "Norr,Trångboddhet,2021,12,%,bladet", "Norr,Trångboddhet,2021,13,%,annat")
    (folder / "sources.csv").write_text(FILES["sources.csv"] + "annat,Annat,,\n", encoding="utf-8")
    found = [finding.message for finding in open_city(folder).check()]
    assert any(
        "Trångboddhet, 2021" in message and "12 % (bladet); 13 % (annat)" in message for message in found
    )


def test_the_same_row_twice_is_one_value(tmp_path):
    line = "Norr,Trångboddhet,2021,12,%,bladet"
    assert build(with_figures(tmp_path, line, line)).frames.indicators.height == 1


def test_a_share_among_per_cents_is_a_warning_at_its_row(tmp_path):
    folder = with_figures(
        tmp_path,
        "Norr,Andel,2021,12,%,",
        "Söder,Andel,2021,0.2,%,",
        "Norr,Andel,2022,31,%,",
        "Söder,Andel,2022,0.001,%,",
    )
    doubtful = [finding for finding in open_city(folder).check() if "andel av 1" in finding.message]
    assert [(finding.severity, finding.table, finding.row, finding.column) for finding in doubtful] == [
        ("warning", "indicators", 3, "value")
    ]


def test_need_is_read_and_kept_in_a_store(tmp_path):
    told = Need(indicators=("Trångboddhet",), lower=("Valdeltagande",), never_alone=("Oro",))
    folder = with_need(
        tmp_path, 'indicators = ["Trångboddhet"]\nlower = ["Valdeltagande"]\nnever_alone = ["Oro"]'
    )
    assert read_settings(folder).need == told
    write_store(build(folder), tmp_path / "store")
    assert open_graph(tmp_path / "store").settings.need == told


def test_that_nothing_is_never_alone_is_not_silence(tmp_path):
    assert read_settings(with_need(tmp_path, "never_alone = []")).need == Need(never_alone=())


@pytest.mark.parametrize(
    ("text", "says"),
    [("lower = 3", "need.lower: must be a list of texts"), ("lowest = []", "did you mean 'lower'")],
)
def test_wrong_settings_of_need_are_named(tmp_path, text, says):
    with pytest.raises(InputError, match=says):
        read_settings(with_need(tmp_path, text))


def test_a_geometry_may_be_longer_than_a_spreadsheets_cell(tmp_path):
    shape = "POLYGON ((" + ", ".join(f"16.{n:05} 59.{n * n % 99_999:05}" for n in (*range(40_000), 0)) + "))"
    folder = written(tmp_path / "p", geometries__csv=f'district,wkt\nNorr,"{shape}"\n')
    assert build(folder).frames.geometries["wkt"].to_list() == [shape]


def test_what_is_suppressed_has_no_geometry_and_no_coding(tmp_path):
    folder = written(
        tmp_path / "p",
        geometries__csv="district,wkt\nSöder,POINT (1 2)\n",
        coding__csv="initiative,theme,coder\nrad,skola,A\n",
        suppress__csv="about,reason,date\nSöder,begärt,2024\nrad,begärt,2024\n",
    )
    frames = build(folder).frames
    assert frames.geometries.is_empty()
    assert frames.codings.is_empty()
