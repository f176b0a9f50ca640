"""The programs under examples/ do what they say, on small settings."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def load(name: str) -> Any:
    """The example as a module."""
    spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_transfer_beats_starting_from_nothing() -> None:
    pytest.importorskip("sklearn", reason="trains on scikit-learn's digits")
    transferred, alone = load("transfer").main()
    assert transferred > 0.75
    assert transferred > alone


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("characters", ["--steps", "2"], "2 steps in"),
        ("adding_problem", ["--length", "6", "--hidden", "8", "--epochs", "1", "--cell", "gru"], "epoch 1: RMSE 0."),
        ("addition", ["--steps", "200", "--hidden", "8"], "of 5000 right"),
    ],
)
def test_it_runs(name: str, options: list[str], expected: str, tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    if name == "characters":
        text = tmp_path / "text.txt"
        text.write_text("All that glitters is not gold.\n" * 100)
        options = [str(text), *options]
    monkeypatch.setattr(sys, "argv", [name, *options])
    load(name).main()
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize("model", ["resnet", "vit"])
def test_images(model: str, monkeypatch: Any, capsys: Any) -> None:
    pytest.importorskip("sklearn", reason="trains on scikit-learn's digits")
    monkeypatch.setattr(sys, "argv", ["images", "--model", model, "--epochs", "3" if model == "resnet" else "20"])
    load("images").main()
    accuracy = float(capsys.readouterr().out.rpartition("accuracy ")[2].rstrip("%\n"))
    assert accuracy > 90
