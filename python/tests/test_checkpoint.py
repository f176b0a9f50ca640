"""Checkpoints: a run that was killed or interrupted goes on bit for bit."""

import json
import random
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from checkpoint_cases import EPOCHS, check_interrupt, fingerprint, namespace, problem, program, run
from swiftgrad import data, nn, optim, train


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
        check_interrupt(process, 0.8)


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
