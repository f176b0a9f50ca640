"""Checkpoints that are damaged, foreign or cannot be written: nothing that was there is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from checkpoint_cases import fingerprint, plain_trainer, problem, program
from swiftgrad import nn, train


class TestDamage:
    @pytest.fixture
    def saved(self, tmp_path: Path) -> Path:
        trainer = plain_trainer()
        trainer.step((np.ones((2, 6), np.float32), np.zeros(2, np.int64)))
        trainer.save(tmp_path / "saved")
        return tmp_path / "saved"

    def refuses(self, path: Path, error: type[Exception], words: str, width: int = 4) -> None:
        trainer = plain_trainer(width)
        before = fingerprint(trainer)
        with pytest.raises(error, match=words):
            trainer.resume(path)
        assert fingerprint(trainer) == before
        trainer.fit((np.ones((4, 6), np.float32), np.zeros(4, np.int64)), progress=False)

    def test_another_model(self, saved: Path) -> None:
        self.refuses(saved, RuntimeError, "does not fit", width=5)

    def test_nothing_there(self, tmp_path: Path) -> None:
        self.refuses(tmp_path / "nowhere", OSError, "nowhere")
        self.refuses(tmp_path, OSError, r"state\.json")

    @pytest.mark.parametrize("name", ["state.json", "model.safetensors", "optimizer.safetensors"])
    def test_cut_short_anywhere(self, saved: Path, name: str) -> None:
        content = (saved / name).read_bytes()
        for length in sorted({0, 1, 7, 8, 9, len(content) // 2, len(content) - 1}):
            (saved / name).write_bytes(content[:length])
            self.refuses(saved, ValueError, name)

    def test_a_file_is_missing(self, saved: Path) -> None:
        (saved / "model.safetensors").unlink()
        self.refuses(saved, OSError, r"model\.safetensors")

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (lambda s: s.update(format="swiftgrad.checkpoint.99"), "not the state"),
            (lambda s: s["state"].update(model={"weight": {"$tensor": ["../model", "weight"]}}), "named by"),
            (lambda s: s["state"].update(model={"weight": {"$tensor": ["model", "nothing"]}}), "no tensor 'nothing'"),
            (lambda s: s["state"].update(model={"weight": {"$import": "os"}}), "'\\$import' is unknown"),
            (lambda s: s["state"].pop("optimizer"), "of a trainer of model, not of model, optimizer"),
            (lambda s: s["state"].pop("trainer"), "something else than a trainer"),
            (lambda s: s["state"]["trainer"].update(epoch=-1), "make no sense"),
            (lambda s: s["state"]["trainer"].update(epoch="many"), "many"),
            (lambda s: s["state"]["trainer"].update(random=[1]), "make no sense"),
            (lambda s: s["state"]["trainer"].update(place={"batch": -3}), "make no sense"),
            (lambda s: s["state"]["trainer"].update(place=7), "does not fit"),
            (lambda s: s["state"]["trainer"].update(history=7), "does not fit"),
            (lambda s: s["state"].update(optimizer=3), "load_state_dict"),
            (lambda s: s.update(state=[]), "not the state"),
        ],
    )
    def test_hostile_state(self, saved: Path, change: Any, words: str) -> None:
        state = json.loads((saved / "state.json").read_text())
        change(state)
        (saved / "state.json").write_text(json.dumps(state))
        self.refuses(saved, ValueError, words)

    def test_deep_and_long_json(self, saved: Path) -> None:
        for text in ("[" * 100_000, '{"a":' * 1000, "1" * 1_000_000, '"' + "\\u0000" * 10):
            (saved / "state.json").write_text(text)
            self.refuses(saved, ValueError, r"state\.json")

    def test_a_state_of_ones_own(self, tmp_path: Path) -> None:
        state = {
            "weights": {"a.b": sg.ones((2, 3)), "list": [sg.zeros(1), 2, "three", None, True, 1.5]},
            "numbers": [float("inf"), float("-inf"), float("nan"), 2**62, -0.0],
            "alone": sg.asarray([1, 2]),
            "empty": {},
        }
        train.save_checkpoint(tmp_path / "new" / "folder", state)
        loaded = train.load_checkpoint(tmp_path / "new" / "folder")
        assert list(loaded) == list(state)
        assert loaded["weights"]["a.b"].tolist() == [[1.0] * 3] * 2
        assert loaded["weights"]["list"][1:] == (2, "three", None, True, 1.5)
        assert repr(loaded["numbers"]) == repr(tuple(state["numbers"]))
        assert loaded["alone"].dtype == sg.int64
        for wrong, error in (
            ({"f": print}, TypeError),
            ({"m": nn.Linear(1, 1)}, TypeError),
            ({"$x": 1}, ValueError),
            ({"../up": sg.ones(1)}, ValueError),
            ([1], TypeError),
        ):
            with pytest.raises(error):
                train.save_checkpoint(tmp_path / "wrong", wrong)
            assert not (tmp_path / "wrong").exists()
        nest: Any = 1
        for _ in range(200):
            nest = [nest]
        with pytest.raises(ValueError, match="deep"):
            train.save_checkpoint(tmp_path / "wrong", {"nest": nest})

    def test_it_does_not_replace_what_is_no_checkpoint(self, tmp_path: Path) -> None:
        (tmp_path / "thesis").mkdir()
        (tmp_path / "thesis" / "chapter.txt").write_text("words")
        (tmp_path / "file").write_text("words")
        for name, error in (("thesis", ValueError), ("file", OSError), ("..", ValueError), ("", ValueError)):
            with pytest.raises(error):
                train.save_checkpoint(f"{tmp_path}/thesis/{name}" if not name else f"{tmp_path}/{name}", {"a": 1})
        assert (tmp_path / "thesis" / "chapter.txt").read_text() == "words"
        (tmp_path / "empty").mkdir()
        train.save_checkpoint(tmp_path / "empty", {"a": 1})
        train.save_checkpoint(tmp_path / "empty", {"a": 2})
        assert train.load_checkpoint(tmp_path / "empty") == {"a": 2}
        assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file", "thesis"]

    def test_a_full_disk_leaves_the_old_one_and_a_trainer_that_goes_on(self, tmp_path: Path) -> None:
        """RLIMIT_FSIZE makes every write past it fail, as a full disk does."""
        code = """
            import resource, signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            class Fill(train.Callback):
                def on_batch_begin(self, trainer, batch):
                    if trainer.updates == 20:
                        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
            straight = fingerprint(run(6))[0]
            trainers = []
            class Catch(train.Callback):
                def on_fit_begin(self, trainer):
                    trainers.append(trainer)
            try:
                run(6, sys.argv[1], every="4 steps", callbacks=[Fill(), Catch()])
            except OSError as error:
                print(error.strerror or error)
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            trainers[0].save(sys.argv[1] + "/rescued")
            from pathlib import Path
            print([path.name for path in train.checkpoints(sys.argv[1])])
            print(sorted(p.name for p in Path(sys.argv[1]).iterdir()))
            print(fingerprint(run(6, sys.argv[1], every="100 steps", resume=True))[0] == straight)
            trainers[0].resume(sys.argv[1] + "/rescued")
            print(trainers[0].updates)
        """
        process = program(code, str(tmp_path))
        output, errors = process.communicate()
        lines = output.splitlines()
        assert "too large" in lines[0], errors
        assert lines[1] == "['step-00000016', 'step-00000020']", output
        assert lines[2] == "['rescued', 'step-00000016', 'step-00000020']", output
        assert lines[3:] == ["True", "24"], output

    def test_an_unwritable_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        trainer = plain_trainer()
        with pytest.raises(OSError, match="file"):
            trainer.fit(problem(), callbacks=[train.Checkpoint(tmp_path / "file" / "run")], progress=False)
        with pytest.raises(OSError, match="file"):
            trainer.save(tmp_path / "file" / "here")
        trainer.fit(problem(), progress=False)

    def test_what_a_killed_save_left_is_removed(self, tmp_path: Path) -> None:
        process = subprocess.Popen([sys.executable, "-c", ""])
        process.wait()
        left = tmp_path / f".step-00000005.{process.pid}.123.tmp"
        left.mkdir()
        (left / "model.safetensors").write_text("half")
        running = tmp_path / f".step-00000005.{os.getpid()}.4000000000.tmp"
        running.mkdir()
        train.save_checkpoint(tmp_path / "step-00000006", {"a": 1})
        assert not left.exists()
        assert running.exists()
