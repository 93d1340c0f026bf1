from __future__ import annotations

import pytest

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.simulation import read_assumed


def test_a_row_for_each_initiative(town, tmp_path):
    file = tmp_path / "plan.csv"
    file.write_text(
        "initiative,actors,district,theme\nFritidsgård,Skolan; Polisen,Skallberget,skola\nRådet,,Råby,\n",
        encoding="utf-8",
    )
    new, more = read_assumed(file, town.frames())
    assert (new.label, new.actors, new.places, new.themes, new.initiative) == (
        "Fritidsgård", ("Skolan", "Polisen"), ("p:Skallberget",), ("t:skola",), None,
    )  # fmt: skip
    assert (more.initiative, more.places) == ("Rådet", ("p:Råby",))


def test_every_fault_at_once_with_its_row(town, tmp_path):
    file = tmp_path / "plan.csv"
    file.write_text("initiative,actors,district\nX,Skolann,Råby\nY,,\n,Polisen,Backby\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_assumed(file, town.frames())
    text = str(refused.value)
    assert "plan.csv row 2" in text
    assert "did you mean 'Skolan'" in text
    assert "plan.csv row 3" in text
    assert "plan.csv row 4" in text
    assert "has no name" in text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("initiative,distrikt\nX,Råby\n", "the column 'distrikt' is unknown"),
        ("actors\nSkolan\n", "the required column 'initiative' is missing"),
        ("initiative,actors\n", "assumes nothing"),
        ("", "the file is empty"),
    ],
)
def test_a_faulty_file(town, tmp_path, content, said):
    file = tmp_path / "plan.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_assumed(file, town.frames())


def test_no_file_and_no_table(town, tmp_path):
    with pytest.raises(UsageError, match="there is no such file"):
        read_assumed(tmp_path / "nix.csv", town.frames())
    with pytest.raises(UsageError, match="is no table"):
        read_assumed(tmp_path / "plan.txt", town.frames())
