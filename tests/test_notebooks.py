"""The notebooks run, and print what stands in them."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "notebooks"
SECONDS_PER_CELL = 300


def printed(notebook):
    """Return what each cell of code printed or gave, as plain text."""
    return [
        "".join(
            output.get("text") or output.get("data", {}).get("text/plain", "")
            for output in cell["outputs"]
            if output.get("name") != "stderr"
        )
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


@pytest.mark.filterwarnings("default")  # the kernel's own client is not ours to mend
@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ipynb")), ids=lambda file: file.stem)
def test_the_notebook_runs_and_prints_what_stands_in_it(file, monkeypatch, tmp_path):
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    stored = nbformat.read(file, as_version=4)
    run = nbformat.from_dict(stored)
    for cell in run.cells:
        if cell.cell_type == "code":
            cell["outputs"] = []
    client = NotebookClient(
        run,
        kernel_name="python3",
        timeout=SECONDS_PER_CELL,
        startup_timeout=SECONDS_PER_CELL,
        resources={"metadata": {"path": str(file.parent)}},
    )
    client.execute()
    assert printed(run) == printed(stored)


def test_there_is_a_notebook():
    assert [file.name for file in FOLDER.glob("*.ipynb")] == ["measures.ipynb"]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ipynb")), ids=lambda file: file.stem)
def test_every_cell_has_run_in_order_and_none_complained(file):
    cells = [cell for cell in nbformat.read(file, as_version=4).cells if cell.cell_type == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert not [cell for cell in cells for output in cell["outputs"] if output.get("name") == "stderr"]
