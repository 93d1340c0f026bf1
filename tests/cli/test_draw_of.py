"""``draw --of``: one card, and a refusal where no view takes it."""

from pathlib import Path

from click.testing import CliRunner

from samverkansgraf.cli.main import cli

TOWN = str(Path(__file__).parents[1] / "projects" / "lillkoping")


def _draw(*arguments):
    return CliRunner().invoke(cli, ["-g", TOWN, "draw", *arguments])


def test_a_card_is_drawn_of_the_thing_named(tmp_path):
    done = _draw("--view", "cards", "--of", "IK Lillköping", "-o", str(tmp_path / "kort.svg"))
    assert done.exit_code == 0, done.output
    assert "Idrottsklubben" in (tmp_path / "kort.svg").read_text(encoding="utf-8")


def test_a_view_of_more_than_single_things_refuses_a_name(tmp_path):
    for view in ("network", "map"):
        done = _draw("--view", view, "--of", "klubben", "-o", str(tmp_path / "x.html"))
        assert f"--of does not go with --view {view}" in str(done.exception)
