"""Checkpoints: a run that was killed goes on bit for bit, and nothing that happens on the way loses what was there."""

import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

SETUP = """
import sys
import numpy as np
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

def problem():
    generator = np.random.default_rng(0)
    labels = np.arange(90) % 3
    inputs = generator.normal(size=(90, 6)).astype(np.float32) + labels[:, None].astype(np.float32)
    return inputs, labels

def run(epochs, folder=None, every="7 steps", resume=False, callbacks=()):
    x, y = problem()
    sg.manual_seed(1 if not resume else 99)
    model = nn.Sequential(nn.Linear(6, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.3), nn.Linear(16, 3))
    optimizer = optim.Adam(model.parameters(), lr=0.01)
    trainer = train.Trainer(model, optimizer, loss=nn.CrossEntropyLoss(), metrics=["accuracy", "f1", "roc_auc"])
    loader = data.DataLoader(data.ArrayDataset(x, y), 8, shuffle=True, seed=5)
    schedule = train.LRSchedule(optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=200), every="step")
    callbacks = [schedule, train.EarlyStopping(patience=100, restore_best=True), *callbacks]
    if folder is not None:
        callbacks.append(train.Checkpoint(folder, every=every, keep=2))
    if resume:
        trainer.resume(folder)
    trainer.fit(loader, epochs - trainer.epoch, (x, y), callbacks, progress=False)
    return trainer

def fingerprint(trainer):
    weights = {name: np.asarray(t.detach()).tobytes().hex() for name, t in trainer.model.state_dict().items()}
    names = [name for name in trainer.history.columns if name not in ("seconds", "samples_per_second", "memory_mb")]
    return weights, {name: trainer.history[name] for name in names}, sg.random.get_state()
"""
namespace: dict[str, Any] = {}
exec(SETUP, namespace)
run, fingerprint, problem = namespace["run"], namespace["fingerprint"], namespace["problem"]
EPOCHS = 6


def program(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SETUP + textwrap.dedent(code), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def plain_trainer(width: int = 4) -> train.Trainer:
    model = nn.Linear(6, width)
    return train.Trainer(model, optim.Adam(model.parameters()), loss=nn.CrossEntropyLoss())


@pytest.fixture(scope="module")
def expected() -> Any:
    return fingerprint(run(EPOCHS))


class TestResume:
    def test_killed_at_any_step_it_goes_on_bit_for_bit(self, expected: Any, tmp_path: Path) -> None:
        """20 times, by SIGKILL at a random step; with shuffling, dropout, batch norm, Adam and a schedule."""
        code = """
            import os, signal
            class Kill(train.Callback):
                def on_batch_end(self, trainer, batch, losses):
                    if trainer.updates == int(sys.argv[2]):
                        os.kill(os.getpid(), signal.SIGKILL)
            run(6, sys.argv[1], every="3 steps", callbacks=[Kill()])
        """
        steps = random.Random(3).sample(range(3, 72), 20)
        for first in range(0, 20, 4):
            runs = [(step, tmp_path / str(step)) for step in steps[first : first + 4]]
            processes = [program(code, str(folder), str(step)) for step, folder in runs]
            for process, (step, folder) in zip(processes, runs, strict=True):
                _, errors = process.communicate()
                assert process.returncode == -signal.SIGKILL, errors
                saved = [int(path.name[5:]) for path in train.checkpoints(folder)]
                assert saved[-1] == (step - 1) // 3 * 3 or saved[-1] == step // 3 * 3
                resumed = run(EPOCHS, folder, every="3 steps", resume=True)
                assert fingerprint(resumed) == expected, f"killed at step {step}"
                assert resumed.updates == 72

    @pytest.mark.parametrize("epoch", [1, 4])
    def test_between_epochs(self, expected: Any, tmp_path: Path, epoch: int) -> None:
        run(epoch, tmp_path, every="epoch")
        state = sg.random.get_state()
        resumed = run(EPOCHS, tmp_path, resume=True)
        assert fingerprint(resumed)[:1] != state
        # The best weights of the first part were put back where it ended, so it is a run of its own from there on.
        assert resumed.history["loss"][:epoch] == expected[1]["loss"][:epoch]

    def test_at_the_last_batch_of_an_epoch(self, expected: Any, tmp_path: Path) -> None:
        class Stop(train.Callback):
            def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
                if trainer.updates == 24:
                    trainer.save(tmp_path / "here")
                    trainer.stop(now=True)

        trainer = run(EPOCHS, callbacks=[Stop()])
        assert (trainer.epoch, trainer.updates) == (2, 24)
        resumed = namespace["run"](EPOCHS, tmp_path / "here", resume=True, every="1000 steps")
        assert fingerprint(resumed) == expected

    def test_stopped_now_it_keeps_its_place(self, expected: Any, tmp_path: Path) -> None:
        class Stop(train.Callback):
            def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
                if trainer.updates == 29:
                    trainer.stop(now=True)

        trainer = run(EPOCHS, callbacks=[Stop()])
        assert (trainer.epoch, trainer.updates, len(trainer.history)) == (2, 29, 2)

    @pytest.mark.parametrize("source", ["python", "iterable"])
    def test_other_sources_of_batches(self, tmp_path: Path, source: str) -> None:
        x, y = problem()
        samples = [(a, int(b)) for a, b in zip(x, y, strict=True)]

        class Save(train.Callback):
            def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
                if trainer.updates == 16:
                    trainer.save(tmp_path / source)

        def build() -> tuple[Any, Any]:
            sg.manual_seed(4)
            model = nn.Sequential(nn.Linear(6, 8), nn.Dropout(0.5), nn.Linear(8, 3))
            loader = data.DataLoader(samples, 8, shuffle=True, seed=2)
            batches = loader if source == "python" else [tuple(b) for b in loader]
            return train.Trainer(model, optim.Adam(model.parameters()), loss=nn.CrossEntropyLoss()), batches

        straight, batches = build()
        straight.fit(batches, epochs=3, callbacks=[Save()], progress=False)
        resumed, batches = build()
        resumed.resume(tmp_path / source)
        assert (resumed.epoch, resumed.updates) == (1, 16)
        resumed.fit(batches, epochs=2, progress=False)
        assert fingerprint(resumed) == fingerprint(straight)

    def test_the_format_is_safetensors_and_json(self, tmp_path: Path) -> None:
        run(1, tmp_path, every="epoch")
        (folder,) = train.checkpoints(tmp_path)
        assert folder.name == "step-00000012"
        names = {path.name for path in folder.iterdir()}
        assert names == {"state.json", "model.safetensors", "optimizer.safetensors", "callbacks.safetensors"}
        state = json.loads((folder / "state.json").read_text())["state"]
        assert state["trainer"]["epoch"] == 1
        model = nn.Sequential(nn.Linear(6, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.3), nn.Linear(16, 3))
        model.load_state_dict(sg.load_file(folder / "model.safetensors"))
        assert b"pickle" not in b"".join(path.read_bytes() for path in folder.iterdir())

    def test_keep_and_best(self, tmp_path: Path) -> None:
        class Losses(train.Callback):
            def on_epoch_end(self, trainer: Any, epoch: int, row: Any) -> None:
                row["val_loss"] = [3.0, 1.0, 2.0, 1.5][epoch - 1]

        checkpoint = train.Checkpoint(tmp_path, every=1, keep=2, best="val_loss")
        run(4, callbacks=[Losses(), checkpoint])
        assert [path.name for path in checkpoint.checkpoints()] == ["step-00000036", "step-00000048"]
        best = plain_best = run(1)
        best.resume(tmp_path / "best")
        assert (plain_best.epoch, plain_best.updates) == (2, 24)

    @pytest.mark.parametrize(
        ("every", "count"), [("epoch", 3), (2, 2), ("6 steps", 6), ("step", 36), ("0.0001 seconds", 36), ("1 hour", 1)]
    )
    def test_every(self, tmp_path: Path, every: Any, count: int) -> None:
        run(3, tmp_path, every=every, callbacks=[train.Checkpoint(tmp_path / "all", every=every, keep=100)])
        found = len(train.checkpoints(tmp_path / "all"))
        assert found == count or (every == "0.0001 seconds" and 1 <= found <= count)

    @pytest.mark.parametrize("every", [0, -1, True, "", "0 steps", "1.5 steps", "3 moons", "steps 3", None, 2.0])
    def test_wrong_every(self, every: Any, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="Checkpoint: every"):
            train.Checkpoint(tmp_path, every=every)


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


@pytest.mark.parametrize("model", ["native", "python"])
def test_ctrl_c_leaves_a_checkpoint_at_its_place(tmp_path: Path, model: str) -> None:
    code = """
        class Net(nn.Module):
            def __init__(self, body):
                super().__init__()
                self.body = body
            def forward(self, x):
                return self.body(x)
        x, y = np.random.default_rng(0).normal(size=(6000, 64)).astype(np.float32), np.arange(6000) % 10
        def build(seed):
            sg.manual_seed(seed)
            body = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Dropout(0.2), nn.Linear(256, 10))
            model = Net(body) if sys.argv[2] == "python" else body
            trainer = train.Trainer(model, optim.Adam(model.parameters()), loss=nn.CrossEntropyLoss())
            return trainer, data.DataLoader(data.ArrayDataset(x, y), 32, shuffle=True, seed=1)
        trainer, loader = build(0)
        trainer.step((x[:32], y[:32]))
        trainer, loader = build(0)
        print("ready", flush=True)
        import time
        try:
            trainer.fit(loader, epochs=100000, callbacks=[train.Checkpoint(sys.argv[1], "1 hour")], progress=False)
        except KeyboardInterrupt:
            print(time.time(), flush=True)
        (folder,) = train.checkpoints(sys.argv[1])
        assert int(folder.name[5:]) == trainer.updates > 0
        # The weights of that step are those of an uninterrupted run.
        straight, loader = build(0)
        class Stop(train.Callback):
            def on_batch_end(self, other, batch, losses):
                if other.updates == trainer.updates:
                    other.stop(now=True)
        straight.fit(loader, epochs=100000, callbacks=[Stop()], progress=False)
        assert fingerprint(straight)[0] == fingerprint(trainer)[0]
        resumed, loader = build(9)
        resumed.resume(sys.argv[1])
        assert fingerprint(resumed)[0] == fingerprint(straight)[0]
        class After(train.Callback):
            def on_batch_end(self, other, batch, losses):
                if other.updates >= trainer.updates + 5:
                    other.stop(now=True)
        sg_state = sg.random.get_state()
        resumed.fit(loader, epochs=1000, callbacks=[After()], progress=False)
        again, loader = build(0)
        again.fit(loader, epochs=100000, callbacks=[After()], progress=False)
        assert fingerprint(again)[0] == fingerprint(resumed)[0]
        print("same")
    """
    with program(code, str(tmp_path), model) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.communicate()
        time.sleep(0.8)
        sent = time.time()
        process.send_signal(signal.SIGINT)
        when = process.stdout.readline()
        output, errors = process.communicate()
    assert output == "same\n", errors
    assert float(when) - sent < 2  # half a second when nothing else runs


def test_an_interrupt_at_any_moment_finds_weights_and_place_that_belong_together() -> None:
    """Between updates, at the end of an epoch, in the callbacks: 60 timers, with an epoch every few updates."""
    x, y = problem()

    def build() -> tuple[train.Trainer, data.DataLoader]:
        sg.manual_seed(0)
        model = nn.Sequential(nn.Linear(6, 8), nn.Dropout(0.2), nn.Linear(8, 3))
        trainer = train.Trainer(model, optim.SGD(model.parameters(), lr=1e-3), loss=nn.CrossEntropyLoss())
        return trainer, data.DataLoader(data.ArrayDataset(x, y), 30, shuffle=True, seed=1)

    def weights(trainer: train.Trainer) -> bytes:
        return b"".join(np.asarray(p.detach()).tobytes() for p in trainer.model.parameters())

    class Expect(train.Callback):
        def __init__(self) -> None:
            self.after = {0: weights(straight)}

        def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
            self.after[trainer.updates] = weights(trainer)

    def interrupt(signum: int, frame: Any) -> None:
        raise KeyboardInterrupt

    straight, loader = build()
    expect, moments, ends = Expect(), random.Random(1), 0
    straight.fit(loader, 2000, callbacks=[expect], progress=False)
    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        for _ in range(60):
            trainer, loader = build()
            with pytest.raises(KeyboardInterrupt):
                signal.setitimer(signal.ITIMER_REAL, moments.uniform(0.0005, 0.02))
                trainer.fit(loader, 2000, progress=False)
            assert trainer.epoch == len(trainer.history) and 0 <= trainer.updates - 3 * trainer.epoch <= 3
            assert weights(trainer) == expect.after[trainer.updates]
            ends += trainer.updates % 3 == 0 and trainer.updates > 0
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert ends > 0  # some came between two epochs
