"""The command line, as a user types it."""

import gzip
import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest


def swiftgrad(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "swiftgrad", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})


def test_info_names_what_it_runs_on() -> None:
    result = swiftgrad("info")
    assert result.returncode == 0
    assert result.stderr == ""
    facts = dict(line.split(maxsplit=1) for line in result.stdout.splitlines() if len(line.split()) > 1)
    assert facts["numpy"] == np.__version__
    assert {"version", "instruction", "threads", "python"} <= set(facts)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    pytest.importorskip("sklearn", reason="trains on scikit-learn's digits")
    folder = tmp_path_factory.mktemp("digits") / "out"
    return swiftgrad("train", "digits", "--out", folder), folder


class TestDigits:
    def test_it_reaches_97_percent(self, trained: tuple[subprocess.CompletedProcess[str], Path]) -> None:
        result, folder = trained
        assert result.returncode == 0, result.stderr
        config = json.loads((folder / "config.json").read_text())
        assert config["accuracy"] >= 0.97
        assert f"accuracy {100 * config['accuracy']:.2f} %" in result.stdout
        assert "the same predictions, bit for bit" in result.stdout
        assert "peak memory" in result.stdout
        assert "epoch 60/60" in result.stderr

    def test_it_leaves_its_files(self, trained: tuple[subprocess.CompletedProcess[str], Path]) -> None:
        _, folder = trained
        expected = {"model.safetensors", "config.json"}
        try:
            import matplotlib  # noqa: F401 - only whether it is there
        except ImportError:
            pass
        else:
            expected |= {"history.png", "confusion_matrix.png"}
            assert (folder / "history.png").read_bytes().startswith(b"\x89PNG")
        assert {path.name for path in folder.iterdir()} == expected

    def test_the_model_can_be_loaded(self, trained: tuple[subprocess.CompletedProcess[str], Path]) -> None:
        import swiftgrad as sg
        from swiftgrad import data
        from swiftgrad.cli import digits

        model = digits.load(trained[1])
        images, labels = data.load_digits()
        predicted = np.asarray(model(sg.from_numpy(images)).detach()).argmax(axis=1)
        assert (predicted == labels).mean() > 0.98

    def test_the_same_seed_gives_the_same_model(self, tmp_path: Path) -> None:
        pytest.importorskip("sklearn", reason="trains on scikit-learn's digits")
        contents = []
        for name, seed, threads in (("a", 1, 1), ("b", 1, 2), ("c", 2, 1)):
            options = ("--epochs", 1, "--seed", seed, "--threads", threads, "--out", tmp_path / name)
            assert swiftgrad("train", "digits", *options).returncode == 0
            contents.append((tmp_path / name / "model.safetensors").read_bytes())
        assert contents[0] == contents[1]
        assert contents[0] != contents[2]

    def test_idx_files(self, tmp_path: Path) -> None:
        generator = np.random.default_rng(0)
        labels = np.arange(60, dtype=np.uint8) % 3
        images = generator.integers(0, 40, (60, 6, 5), dtype=np.uint8)
        images[np.arange(60), labels] += 200
        header = struct.pack(">BBBBIII", 0, 0, 8, 3, *images.shape)
        (tmp_path / "t-images.gz").write_bytes(gzip.compress(header + images.tobytes()))
        (tmp_path / "t-labels").write_bytes(struct.pack(">BBBBI", 0, 0, 8, 1, 60) + labels.tobytes())
        out = tmp_path / "out"
        result = swiftgrad("train", "digits", "--data", tmp_path, "--epochs", 30, "--out", out)
        assert result.returncode == 0, result.stderr
        assert "48 images of 6x5" in result.stdout
        assert json.loads((out / "config.json").read_text())["accuracy"] == 1


class TestErrors:
    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ((), "required"),
            (("fly",), "fly"),
            (("train",), "required"),
            (("train", "digits", "--epochs", "0"), "positive"),
            (("train", "digits", "--epochs", "many"), "many"),
            (("train", "digits", "--nonsense"), "nonsense"),
        ],
    )
    def test_wrong_usage_is_code_2(self, arguments: tuple[str, ...], words: str) -> None:
        result = swiftgrad(*arguments)
        assert result.returncode == 2
        assert words in result.stderr
        assert "Traceback" not in result.stderr

    def test_an_error_is_one_line_and_code_1(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        for place, words in ((tmp_path / "nowhere", "nowhere"), (tmp_path / "empty", "images")):
            result = swiftgrad("train", "digits", "--data", place)
            assert result.returncode == 1
            assert result.stderr.startswith("swiftgrad: error: ")
            assert words in result.stderr
            assert len(result.stderr.splitlines()) == 1

    def test_an_error_comes_before_the_training(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        wrong = (("--out", tmp_path / "file"), "file"), (("--out", tmp_path / "out", "--seed", str(2**64)), "too large")
        for arguments, words in wrong:
            result = swiftgrad("train", "digits", "--epochs", "1", *arguments)
            assert result.returncode == 1
            assert result.stderr.startswith("swiftgrad: error: ")
            assert words in result.stderr
            assert "epoch" not in result.stdout + result.stderr

    def test_missing_scikit_learn(self, tmp_path: Path) -> None:
        (tmp_path / "sklearn.py").write_text("raise ImportError('no sklearn here')\n")
        path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
        result = swiftgrad("train", "digits", "--out", tmp_path / "out", PYTHONPATH=path)
        assert result.returncode == 1
        assert "pip install swiftgrad[data]" in result.stderr

    def test_help(self) -> None:
        result = swiftgrad("train", "digits", "--help")
        assert result.returncode == 0
        for option in ("--data", "--epochs", "--out", "--seed", "--threads"):
            assert option in result.stdout
