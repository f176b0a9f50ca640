"""The notebooks run from top to bottom, on a small budget, and are kept without outputs."""

import json
import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_some_and_the_index_names_them() -> None:
    index = (FOLDER / "README.md").read_text()
    assert len(NOTEBOOKS) >= 6
    for path in NOTEBOOKS:
        assert f"({path.name})" in index


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_stripped(path: Path) -> None:
    cells = json.loads(path.read_text())["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in code)
    assert sum(cell["cell_type"] == "markdown" for cell in cells) >= 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat = pytest.importorskip("nbformat", reason="reads notebooks")
    nbclient = pytest.importorskip("nbclient", reason="runs notebooks")
    pytest.importorskip("ipykernel", reason="runs notebooks")
    for package in ("matplotlib", "PIL", "sklearn"):
        pytest.importorskip(package, reason="the notebooks use it")
    monkeypatch.setenv("SWIFTGRAD_NOTEBOOK_SCALE", os.environ.get("SWIFTGRAD_NOTEBOOK_SCALE", "0.05"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(tmp_path)}}
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources).execute()
    kinds = {kind for cell in notebook.cells for output in cell.get("outputs", []) for kind in output.get("data", {})}
    assert "image/png" in kinds
