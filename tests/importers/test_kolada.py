"""Answers of Kolada become indicators: women and men apart, what is missing left out, faults all at once."""

from __future__ import annotations

import pytest
from tests.importers.places_project import as_json, rows, state, written

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.graph import build
from samverkansgraf.importers import FileSource, import_kolada


def answer(*values, **more):
    """Return an answer in the form of /v3/data: (municipality, period, {gender: value})."""
    return {
        "values": [
            {"kpi": "N07403", "municipality": place, "period": period,
             "values": [{"gender": gender, "value": value, "count": 1, "status": "" if value is not None else "Missing", "isdeleted": False}
                        for gender, value in by_gender.items()]}
            for place, period, by_gender in values
        ],
        "count": len(values), "next_url": None, "previous_url": None, **more,
    }  # fmt: skip


def imported(folder, data, project=None, **options):
    project = project or written(folder)
    path = as_json(folder, "kolada.json", data)
    return project, import_kolada(path, project, source=FileSource(title="Kolada"), **options)


def problems(folder, data, **options):
    project = written(folder)
    before = state(project)
    with pytest.raises(InputError) as caught:
        imported(folder, data, project, **options)
    assert state(project) == before
    return [str(problem) for problem in caught.value.problems]


def test_women_and_men_are_indicators_of_their_own(tmp_path):
    project, _ = imported(tmp_path, answer(("1980", 2022, {"T": 10, "K": 8.5, "M": 11.5})))
    assert [(row["district"], row["indicator"], row["period"], row["value"], row["source"]) for row in rows(project, "indicators")] == [
        ("vasteras", "N07403", "2022", "10", "kolada"),
        ("vasteras", "N07403, kvinnor", "2022", "8.5", "kolada"),
        ("vasteras", "N07403, män", "2022", "11.5", "kolada"),
    ]  # fmt: skip
    assert [row["title"] for row in rows(project, "sources")] == ["Kolada"]
    assert build(project).frames.indicators.height == 3


def test_titles_come_from_an_answer_about_key_figures(tmp_path):
    kpis = as_json(tmp_path, "kpi.json", {"values": [{"id": "N07403", "title": "Anmälda fel, andel (%)"}]})
    project, _ = imported(tmp_path, answer(("1981", 2022, {"T": 10})), kpis=kpis)
    row = rows(project, "indicators")[0]
    assert (row["indicator"], row["unit"]) == ("Anmälda fel, andel (%) (N07403)", "%")


def test_what_kolada_has_no_value_for_is_no_value(tmp_path):
    project, made = imported(tmp_path, answer(("1980", 2022, {"T": None}), ("1981", 2022, {"T": 0})))
    assert [row["value"] for row in rows(project, "indicators")] == ["0"]
    assert "1 values are missing at Kolada and left out" in made.notes[0]


def test_an_answer_that_goes_on_says_so(tmp_path):
    _, made = imported(
        tmp_path, answer(("1980", 2022, {"T": 1}), next_url="https://api.kolada.se/v3/data/x?page=2")
    )
    assert "goes on at https://api.kolada.se/v3/data/x?page=2" in made.notes[0]


def test_importing_twice_adds_nothing_and_another_value_is_named(tmp_path):
    project, _ = imported(tmp_path, answer(("1980", 2022, {"T": 10})))
    before = state(project)
    _, made = imported(tmp_path, answer(("1980", 2022, {"T": 10})), project)
    assert made.rows == 0
    assert state(project) == before
    with pytest.raises(
        InputError,
        match=r"is 11, and 10 in indicators.csv row 2 by the same source 'kolada'; remove that row",
    ):
        imported(tmp_path, answer(("1980", 2022, {"T": 11})), project)


def test_unknown_places_and_doubled_values_come_together(tmp_path):
    data = answer(("0000", 2022, {"T": 1}), ("1980", 2022, {"T": 1}), ("1980", 2022, {"T": 2}))
    assert problems(tmp_path, data) == [
        "kolada.json: values[1]: the place '0000' is unknown; add it to districts with its code, or leave such places out with --only-known",
        "kolada.json: values[3]: another value of 'N07403' for '1980', 2022 than values[2]; keep one of them",
    ]


def test_only_known_leaves_others_out_and_counts_them(tmp_path):
    project, made = imported(
        tmp_path, answer(("0000", 2022, {"T": 1}), ("1980", 2022, {"T": 1})), only_known=True
    )
    assert len(rows(project, "indicators")) == 1
    assert "1 places" in made.notes[-1]


def test_none_known_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="none of its places"):
        imported(tmp_path, answer(("0114", 2022, {"T": 1})), only_known=True)


def test_shares_among_per_cents_are_pointed_out(tmp_path):
    data = answer(*((place, year, {"T": value}) for place, year, value in
                    [("1980", 2020, 12.0), ("1980", 2021, 31.0), ("1981", 2020, 0.24)]))  # fmt: skip
    _, made = imported(tmp_path, data)
    assert made.notes == (
        "kolada.json: 'N07403' seems to hold both shares of 1 and per cents; look at 1981 2020",
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("{", "is no JSON"),
        ('{"values": [NaN]}', "NaN is no number"),
        ([], "it has no list 'values'"),
        ({"values": [{"kpi": "N1", "ou": "V1", "period": 1, "values": []}]}, "is of an organisational unit"),
        ({"values": [{"kpi": "N1"}]}, "has no municipality, period, values"),
        ({"values": [3]}, "is no object"),
        (answer(("1980", "20x2", {"T": 1})), "20x2"),
        (answer(("1980", 2022, {"X": 1})), "gender 'X'"),
    ],
)
def test_what_is_no_answer_is_named(tmp_path, data, says):
    assert says in problems(tmp_path, data)[0]


def test_a_key_figure_that_is_not_parted_by_gender_is_the_total(tmp_path):
    # As some answers have it: the year as text, no gender, no word on what is deleted.
    entry = {
        "kpi": "N1",
        "municipality": "1980",
        "period": "2022",
        "values": [{"gender": None, "value": 3, "count": 1}],
    }
    project, _ = imported(tmp_path, {"count": 1, "values": [entry]})
    assert [(row["indicator"], row["period"], row["value"]) for row in rows(project, "indicators")] == [
        ("N1", "2022", "3")
    ]
