"""JSON-stat 2 as SCB's PxWeb gives it."""

from __future__ import annotations

import pytest
from tests.importers.places_project import as_json, rows, state, written

from samverkansgraf.errors import InputError
from samverkansgraf.importers import FileSource, import_json_stat


def dimension(label, *, unit=None, **categories):
    category = {"index": {code: n for n, code in enumerate(categories)}, "label": categories}
    return {"label": label, "category": category | ({"unit": unit} if unit else {})}


def dataset(**changes):
    """Return a dataset: two regions, women and men, two years, one metric."""
    return {
        "version": "2.0", "class": "dataset", "label": "Folkmängd", "source": "SCB",
        "id": ["Region", "Kon", "ContentsCode", "Tid"], "size": [2, 2, 1, 2],
        "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]},
        "dimension": {
            "Region": dimension("region", **{"1980": "1980 Västerås", "1981": "1981 Sala"}),
            "Kon": dimension("kön", **{"1": "män", "2": "kvinnor"}),
            "ContentsCode": dimension("tabellinnehåll", unit={"B1": {"base": "antal", "decimals": 0}}, B1="Folkmängd"),
            "Tid": dimension("år", **{"2022": "2022", "2023": "2023"}),
        },
        "value": [1, 2, 3, 4, 5, 6, None, 8],
    } | changes  # fmt: skip


def imported(folder, data, **options):
    project = written(folder)
    path = as_json(folder, "scb.json", data)
    return project, import_json_stat(path, project, source=FileSource(title="SCB"), **options)


def problems(folder, data, **options):
    project = written(folder)
    before = state(project)
    with pytest.raises(InputError) as caught:
        import_json_stat(
            as_json(folder, "scb.json", data), project, source=FileSource(title="SCB"), **options
        )
    assert state(project) == before
    return [str(problem) for problem in caught.value.problems]


def test_the_last_dimension_runs_fastest(tmp_path):
    project, made = imported(tmp_path, dataset())
    values = {
        (row["district"], row["indicator"], row["period"]): row["value"]
        for row in rows(project, "indicators")
    }
    assert values == {
        ("vasteras", "Folkmängd, män", "2022"): "1", ("vasteras", "Folkmängd, män", "2023"): "2",
        ("vasteras", "Folkmängd, kvinnor", "2022"): "3", ("vasteras", "Folkmängd, kvinnor", "2023"): "4",
        ("sala", "Folkmängd, män", "2022"): "5", ("sala", "Folkmängd, män", "2023"): "6",
        ("sala", "Folkmängd, kvinnor", "2023"): "8",
    }  # fmt: skip
    assert {row["unit"] for row in rows(project, "indicators")} == {"antal"}
    assert made.notes == ("scb.json: 1 empty values are left out",)


def test_values_may_be_sparse_and_the_index_a_list(tmp_path):
    data = dataset(value={"0": 1, "7": 8})
    data["dimension"]["Tid"]["category"]["index"] = ["2022", "2023"]
    project, _ = imported(tmp_path, data)
    assert [row["value"] for row in rows(project, "indicators")] == ["1", "8"]


def test_a_dimension_without_a_role_is_asked_for_by_name(tmp_path):
    data = dataset(role={"metric": ["ContentsCode"]})
    assert problems(tmp_path, data) == [
        "scb.json: no dimension has the role geo; name it with --geo; there are Region, Kon, ContentsCode, Tid",
        "scb.json: no dimension has the role time; name it with --time; there are Region, Kon, ContentsCode, Tid",
    ]


def test_dimensions_can_be_named(tmp_path):
    project, _ = imported(tmp_path, dataset(role={}), geo="Region", time="Tid", metric="ContentsCode")
    assert len(rows(project, "indicators")) == 7


def test_without_a_metric_the_datasets_label_is_the_indicator(tmp_path):
    data = dataset(
        id=["Region", "Tid"], size=[2, 2], value=[1, 2, 3, 4], role={"geo": ["Region"], "time": ["Tid"]}
    )
    project, _ = imported(tmp_path, data)
    assert {row["indicator"] for row in rows(project, "indicators")} == {"Folkmängd"}


def test_a_missing_dimension_is_named(tmp_path):
    data = dataset()
    del data["dimension"]["Kon"]
    assert problems(tmp_path, data) == [
        "scb.json: the dimension 'Kon' is missing; export the table anew with all its variables"
    ]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"value": [1]}, "has 1 values where its dimensions make 8"),
        ({"size": [2, 2, 1]}, "id and size do not name as many dimensions"),
        ({"size": [3, 2, 1, 2]}, "the dimension 'Region' has 2 categories and the size 3"),
        ({"class": "collection"}, "is no JSON-stat 2 dataset"),
        ({"value": ["a"] * 8}, "'a' is no number"),
        ({"dimension": None}, "has no dimension"),
    ],
)
def test_what_is_no_dataset_is_named(tmp_path, changes, says):
    assert says in problems(tmp_path, dataset(**changes))[0]


def test_a_wrong_name_is_answered_with_those_there_are(tmp_path):
    assert "--geo names one of Region, Kon" in problems(tmp_path, dataset(), geo="Plats")[0]


def test_deso_codes_lose_the_year_of_their_division(tmp_path):
    project = written(tmp_path, districts__csv="id,label,code\nd1,DeSO 1,1980A0010\n")
    data = dataset(id=["Region", "Tid"], size=[1, 1], value=[7], role={"geo": ["Region"], "time": ["Tid"]})
    data["dimension"]["Region"] = dimension("region", **{"1980A0010_DeSO2025": "x"})
    data["dimension"]["Tid"] = dimension("kvartal", **{"2023K2": "2023K2"})
    import_json_stat(as_json(tmp_path, "scb.json", data), project, source=FileSource(title="SCB"))
    assert [(row["district"], row["period"]) for row in rows(project, "indicators")] == [("d1", "2023-34")]


def test_an_answer_of_pxweb_with_all_that_it_writes_besides_is_read(tmp_path):
    # Signs for missing values, notes, links, what a variable may be left out for, an order other than that written.
    data = dataset(
        status={"6": ".."},
        note=["Avser 31 december."],
        updated="2024-02-22T07:00:00Z",
        extension={"px": {"infofile": "BE0101", "tableid": "TAB1", "decimals": 0}, "contact": []},
    )
    region = data["dimension"]["Region"]
    region["extension"] = {"elimination": True, "eliminationValueCode": "00", "show": "code_value"}
    region["link"] = {"describedby": [{"extension": {"Region": "urn:x"}}]}
    region["category"]["index"] = {"1981": 1, "1980": 0}
    project, made = imported(tmp_path, data)
    found = {
        (row["district"], row["indicator"], row["period"]): (row["value"], row["unit"])
        for row in rows(project, "indicators")
    }
    assert found["vasteras", "Folkmängd, män", "2022"] == ("1", "antal")
    assert found["sala", "Folkmängd, kvinnor", "2023"] == ("8", "antal")
    assert ("sala", "Folkmängd, kvinnor", "2022") not in found
    assert "1 empty values are left out" in made.notes[0]
