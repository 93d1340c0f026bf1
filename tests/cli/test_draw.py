"""``draw`` as a person types it, without a process of its own for each."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from tests.tables.project_files import written

from samverkansgraf.cli.main import cli

STORY = """# Om byn

Vad man ser.

## Ett steg

Allt.
"""


@pytest.fixture(scope="module")
def byn(tmp_path_factory):
    return written(tmp_path_factory.mktemp("byn") / "p")


def _draw(graph, *args):
    return CliRunner().invoke(cli, ["-g", str(graph), "draw", *map(str, args)])


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [(".html", b"<!DOCTYPE html>"), (".svg", b"<svg"), (".png", b"\x89PNG"), (".pdf", b"%PDF-")],
)
def test_the_suffix_tells_the_format(byn, tmp_path, suffix, begins):
    if suffix == ".png":
        pytest.importorskip("vl_convert", reason="the extra [pictures] is not installed")
    if suffix == ".pdf":
        pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    done = _draw(byn, "-o", tmp_path / f"bild{suffix}")
    assert done.exit_code == 0, done.output
    assert (tmp_path / f"bild{suffix}").read_bytes().startswith(begins)


@pytest.mark.parametrize("layout", ["two-mode", "sector", "district", "force"])
def test_every_layout_gives_the_same_bytes_twice_and_another_picture_than_the_others(byn, tmp_path, layout):
    for name in ("a.svg", "b.svg"):
        assert _draw(byn, "--layout", layout, "-o", tmp_path / name).exit_code == 0
    assert (
        _draw(byn, "--layout", "sector" if layout == "force" else "force", "-o", tmp_path / "c.svg").exit_code
        == 0
    )
    first, second, other = ((tmp_path / name).read_bytes() for name in ("a.svg", "b.svg", "c.svg"))
    assert first == second
    assert first != other


def test_a_suffix_that_tells_nothing_is_refused(byn, tmp_path):
    done = _draw(byn, "-o", tmp_path / "bild.gif")
    assert "end it in .html, .svg, .png or .pdf" in str(done.exception)


def test_the_story_of_the_folder_is_told_and_its_faults_are_named(byn, tmp_path):
    story = byn / "story.md"
    story.write_text(STORY, encoding="utf-8")
    try:
        assert _draw(byn, "-o", tmp_path / "bild.html").exit_code == 0
        assert "Rundtur" in (tmp_path / "bild.html").read_text(encoding="utf-8")
        story.write_text(STORY.replace("\n\nAllt.", "\nview: node=actor/ingen\n\nAllt."), encoding="utf-8")
        done = _draw(byn, "-o", tmp_path / "bild.html")
        assert "story.md line 6: view names 'actor/ingen'" in str(done.exception)
    finally:
        story.unlink()
