"""A command refuses to write what must not be published: one line for each finding, exit 2, nothing written."""

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.cli.main import main


def refused(capsys, *arguments) -> list[str]:
    """Return the lines of a command that ends with 2 and prints nothing else."""
    with pytest.raises(SystemExit) as ended:
        main(list(map(str, arguments)))
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.out == ""
    return [line for line in said.err.splitlines() if line.startswith("Error: ")]


def project(folder, text: str, **more: str):
    initiatives = (
        FILES["initiatives.csv"]
        .replace("Byrådet", f"Byrådet {text}")
        .replace("vandring,Trygg", "vandring,Trygg")
    )
    return written(folder, initiatives__csv=initiatives, **more)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("811218-9876", "a personal identity number"), ("701063-2391", "a personal identity number"),
        ("ring 021-39 00 00", "a telephone number"), ("eva@example.org", "an e-mail address"),
    ],
)  # fmt: skip
def test_personal_data_are_refused_with_file_line_and_remedy(tmp_path, capsys, text: str, what: str) -> None:
    folder, out = project(tmp_path / "p", text), tmp_path / "graph.nq"
    lines = refused(capsys, "-g", folder, "export", "nquads", "--public", "-o", out)
    assert lines
    assert all(
        line.startswith("Error: graph.nq line ") and what in line and "take it out" in line for line in lines
    )
    assert not any(text in line for line in lines)
    assert not out.exists()


def test_a_run_writes_all_or_nothing(tmp_path, capsys) -> None:
    folder, out = project(tmp_path / "p", "eva@example.org"), tmp_path / "out"
    places = {line.split(" line ")[0] for line in refused(capsys, "-g", folder, "run", "--public", "-o", out)}
    assert {"Error: report.html", "Error: report.md", "Error: network.html", "Error: graph.trig"} <= places
    assert not out.exists()


@pytest.mark.parametrize(
    "command",
    [
        ("build", "--public", "-o", "{}"),
        ("export", "tables", "--public", "-o", "{}"),
        ("--public", "query", "ASK {}"),
    ],
)
def test_other_commands_refuse_too(tmp_path, capsys, command) -> None:
    folder = project(tmp_path / "p", "eva@example.org")
    arguments = [part.replace("{}", str(tmp_path / "out"), 1) if part == "{}" else part for part in command]
    before = ["--public"] if command[0] == "--public" else []
    assert refused(capsys, *before, "-g", folder, *arguments[len(before) :])
    assert not (tmp_path / "out").exists()


def test_serve_refuses_before_it_listens(tmp_path, capsys) -> None:
    assert refused(
        capsys, "-g", project(tmp_path / "p", "eva@example.org"), "serve", "--public", "--port", "0"
    )


def test_an_address_under_contact_passes_and_the_check_is_silent(tmp_path, capsys) -> None:
    toml = FILES["samverkansgraf.toml"] + '\n[contact]\nalso = ["info@example.org", "021-39 00 00"]\n'
    folder = project(tmp_path / "p", "info@example.org 021-39 00 00", samverkansgraf__toml=toml)
    with pytest.raises(SystemExit) as ended:
        main(["-g", str(folder), "export", "nquads", "--public", "-o", str(tmp_path / "graph.nq")])
    assert ended.value.code == 0
    assert b"info@example.org" in (tmp_path / "graph.nq").read_bytes()
    with pytest.raises(SystemExit):
        main(["-g", str(folder), "check"])
    assert "e-post" not in capsys.readouterr().out


def test_the_option_after_a_command_without_it_says_where_it_goes(capsys) -> None:
    assert "before the command" in refused(capsys, "network", "--public")[0]
