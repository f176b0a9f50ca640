"""The programs under examples/ do what they say, on small settings."""

import importlib.util
import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from swiftgrad import data

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
        ("adding_problem", ["--length", "6", "--hidden", "8", "--steps", "250", "--cell", "gru"], "step 250: RMSE 0."),
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


def run(name: str, options: list[str], monkeypatch: Any) -> Any:
    """What the main function of an example returns."""
    monkeypatch.setattr(sys, "argv", [name, *options])
    return load(name).main()


def test_a_critic_with_spectral_norm_finds_the_ring(monkeypatch: Any) -> None:
    options = ["--loss", "hinge", "--spectral-norm", "--steps", "800"]
    assert run("mixture", options, monkeypatch) == (8, 8)


def test_a_strange_digit_is_an_anomaly(monkeypatch: Any) -> None:
    pytest.importorskip("sklearn", reason="trains on scikit-learn's digits")
    assert run("anomaly", ["--epochs", "30"], monkeypatch) > 0.9


def test_samples_of_a_vae_are_recognised(monkeypatch: Any) -> None:
    pytest.importorskip("sklearn", reason="trains on scikit-learn's digits")
    assert run("recognised", ["vae", "--epochs", "40"], monkeypatch) > 0.95


def test_the_bound_of_a_vae_is_pytorchs(tmp_path: Path, monkeypatch: Any) -> None:
    """On 1,797 digits of 8 x 8 as IDX files; both bounds are means over held-out images and random codes."""
    pytest.importorskip("sklearn", reason="trains on scikit-learn's digits")
    pytest.importorskip("torch", reason="trains the same in PyTorch")
    images, labels = data.load_digits()
    for name, array in (("images", (images[:, 0] * 255).astype(np.uint8)), ("labels", labels.astype(np.uint8))):
        header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
        (tmp_path / name).write_bytes(header + array.tobytes())
    results = run("vae", [str(tmp_path), "--pytorch", "--epochs", "40"], monkeypatch)
    assert results["swiftgrad"] == pytest.approx(results["PyTorch"], rel=0.02)
