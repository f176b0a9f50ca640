"""`swiftgrad train gan|vae|diffusion|gpt` and `swiftgrad generate`, as a user types them, on a tiny budget."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import train
from swiftgrad.cli import GENERATIVE, main

PICTURES = ["gan", "vae", "diffusion"]
TEXT = "the cat sat on the mat and the dog ran after the cat. " * 60


def swiftgrad(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "swiftgrad", *map(str, arguments)], capture_output=True, text=True)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pictures of crosses and rings, and a text."""
    folder = tmp_path_factory.mktemp("data")
    generator = np.random.default_rng(0)
    pictures = generator.integers(0, 60, (96, 6, 5), dtype=np.uint8)
    pictures[::2, 2] = pictures[::2, :, 2] = 250
    np.save(folder / "pictures.npy", pictures)
    (folder / "text.txt").write_text(TEXT)
    return {**dict.fromkeys(PICTURES, folder / "pictures.npy"), "gpt": folder / "text.txt"}


@pytest.fixture(scope="module")
def trained(
    sources: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[subprocess.CompletedProcess[str], Path]]:
    results = {}
    for kind, source in sources.items():
        folder = tmp_path_factory.mktemp(kind) / "new" / "out"
        results[kind] = swiftgrad("train", kind, "--data", source, "--epochs", 2, "--out", folder), folder
    return results


def has_matplotlib() -> bool:
    try:
        import matplotlib  # noqa: F401 - only whether it is there
    except ImportError:
        return False
    return True


@pytest.mark.parametrize("kind", [*PICTURES, "gpt"])
def test_training_leaves_its_files(kind: str, trained: Any) -> None:
    result, folder = trained[kind]
    assert result.returncode == 0, result.stderr
    assert "epoch 2/2" in result.stderr
    assert "peak memory" in result.stdout
    expected = {"config.json", "checkpoints"} | ({"history.png"} if has_matplotlib() else set())
    expected |= {"samples.txt"} if kind == "gpt" else {"samples.png"} if has_matplotlib() else set()
    assert {path.name for path in folder.iterdir()} == expected
    for path in folder.glob("*.png"):
        assert path.read_bytes().startswith(b"\x89PNG")
        assert f"{path}" in result.stdout
    config = json.loads((folder / "config.json").read_text())
    assert (config["task"], config["seed"]) == (kind, 0)
    (checkpoint,) = train.checkpoints(folder / "checkpoints")
    assert (checkpoint / "state.json").exists()


@pytest.mark.parametrize(("kind", "network"), [("gan", "generator"), ("vae", "decoder"), ("gpt", "model")])
def test_the_checkpoint_is_what_a_trainer_resumes(kind: str, network: str, trained: Any) -> None:
    _, folder = trained[kind]
    trainer = GENERATIVE[kind].build(json.loads((folder / "config.json").read_text()))
    trainer.resume(folder / "checkpoints")
    assert trainer.epoch == 2
    saved = sg.load_file(train.checkpoints(folder / "checkpoints")[-1] / f"{network}.safetensors")
    for name, tensor in trainer.networks[network].state_dict().items():
        np.testing.assert_array_equal(np.array(tensor.detach()), np.array(saved[name]))


@pytest.mark.parametrize("kind", PICTURES)
def test_pictures_are_drawn_again(kind: str, trained: Any, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="writes the pictures")
    _, folder = trained[kind]
    for name, options in (("a", ()), ("b", ("--seed", 0)), ("c", ("--seed", 1)), ("d", ("--count", 3, "--label", 0))):
        result = swiftgrad("generate", "--checkpoint", folder, "--out", tmp_path / name, *options)
        assert result.returncode == 0, result.stderr
    pictures = {name: (tmp_path / name / "samples.png").read_bytes() for name in "abcd"}
    assert pictures["a"] == pictures["b"]
    assert pictures["a"] != pictures["c"]
    assert pictures["a"] != pictures["d"]


def test_text_goes_on_from_a_prompt(trained: Any, tmp_path: Path) -> None:
    _, folder = trained["gpt"]
    result = swiftgrad(
        "generate", "--checkpoint", folder, "--out", tmp_path / "new", "--prompt", "the cat", "--count", 40
    )
    assert result.returncode == 0, result.stderr
    text = (tmp_path / "new" / "samples.txt").read_text()
    assert text.startswith("the cat")
    assert len(text.rstrip("\n")) <= 47
    assert set(text) <= {*TEXT, "\n"}


def test_a_text_without_lines_begins_with_what_it_has(tmp_path: Path) -> None:
    for number, text in enumerate((TEXT, "abcd" * 400)):
        (tmp_path / "text.txt").write_text(text)
        result = swiftgrad(
            "train", "gpt", "--data", tmp_path / "text.txt", "--epochs", 1, "--out", tmp_path / str(number)
        )
        assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("kind", ["vae", "gpt"])
def test_the_same_seed_gives_the_same_model(kind: str, sources: dict[str, Path], tmp_path: Path) -> None:
    contents = []
    for name, seed, threads in (("a", 3, 1), ("b", 3, 2), ("c", 4, 1)):
        options = ("--epochs", 1, "--seed", seed, "--threads", threads, "--out", tmp_path / name)
        assert swiftgrad("train", kind, "--data", sources[kind], *options).returncode == 0
        (folder,) = train.checkpoints(tmp_path / name / "checkpoints")
        contents.append([path.read_bytes() for path in sorted(folder.glob("*.safetensors"))])
    assert contents[0] == contents[1]
    assert contents[0] != contents[2]


def expect_one_line(capsys: pytest.CaptureFixture[str], words: str, *arguments: object) -> None:
    code = main([str(argument) for argument in arguments])
    errors = capsys.readouterr().err
    assert code == 1
    assert errors.startswith("swiftgrad: error: ")
    assert len(errors.splitlines()) == 1
    assert words in errors


def test_errors_of_generate(trained: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expect_one_line(capsys, "there is no config.json", "generate", "--checkpoint", tmp_path)
    expect_one_line(capsys, "the text had no", "generate", "--checkpoint", trained["gpt"][1], "--prompt", "\u00e9")
    for label in (5, -1):
        checkpoint = ("--checkpoint", trained["vae"][1], "--label", label)
        expect_one_line(capsys, f"classes are 0...0, got {label}", "generate", *checkpoint)
    for number, text in enumerate(("{", "[]", "{}", '{"task": "digits"}', '{"task": ["gan"]}', '{"task": "gan"}')):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "config.json").write_text(text)
        expect_one_line(capsys, str(folder), "generate", "--checkpoint", folder)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "config.json").write_text((trained["gan"][1] / "config.json").read_text())
    expect_one_line(capsys, str(broken), "generate", "--checkpoint", broken)


def test_errors_of_train(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    np.save(tmp_path / "wrong.npy", np.zeros((3, 4)))
    np.save(tmp_path / "none.npy", np.zeros((0, 4, 4), np.uint8))
    np.save(tmp_path / "few.npy", np.zeros((3, 4, 4), np.uint8))
    np.save(tmp_path / "bright.npy", np.full((70, 4, 4), 7.0))
    np.save(tmp_path / "nan.npy", np.full((70, 4, 4), np.nan))
    (tmp_path / "garbage.npy").write_bytes(os.urandom(64))
    (tmp_path / "short.txt").write_text("too short")
    (tmp_path / "latin.txt").write_bytes(b"\xe9" * 5000)
    cases = [
        ("vae", "wrong.npy", "(3, 4)"), ("vae", "none.npy", "no pictures"), ("gan", "few.npy", "at least 64"),
        ("diffusion", "bright.npy", "from 0 to 1"), ("diffusion", "nan.npy", "from 0 to 1"),
        ("gan", "garbage.npy", "garbage.npy"), ("gan", "nowhere", "nowhere"), ("gpt", "nowhere", "nowhere"),
        ("gpt", "short.txt", "too few"), ("gpt", "latin.txt", "not a text in UTF-8"), ("vae", "short.txt", ".npy"),
    ]  # fmt: skip
    for kind, name, words in cases:
        expect_one_line(capsys, words, "train", kind, "--data", tmp_path / name, "--out", tmp_path / "out")
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", PICTURES)
def test_one_thread_and_two_train_to_the_same_bits(kind: str) -> None:
    """At the tasks' own widths, on pictures of MNIST's size, where both threads have work."""
    rng = np.random.default_rng(0)
    batch = rng.random((128, 784), np.float32), rng.integers(0, 10, 128)

    def run(threads: int) -> list[bytes]:
        sg.set_num_threads(threads)
        sg.manual_seed(1)
        trainer = GENERATIVE[kind].build({"size": [28, 28], "classes": 10})
        trainer.fit([batch] * 3, progress=False)
        states = [network.state_dict() for network in trainer.networks.values()]
        return [np.array(tensor).tobytes() for state in states for tensor in state.values()]

    before = sg.get_num_threads()
    try:
        assert run(1) == run(2)
    finally:
        sg.set_num_threads(before)
