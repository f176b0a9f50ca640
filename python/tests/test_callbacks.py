"""Callbacks, the history, and what shows progress."""

import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from swiftgrad import nn, train
from training_cases import classifier, problem, trainer_for, weights


class TestCallbacks:
    def test_each_is_called_in_turn(self) -> None:
        calls: list[Any] = []

        class Log(train.Callback):
            def on_fit_begin(self, trainer: Any) -> None:
                calls.append("begin")

            def on_epoch_begin(self, trainer: Any, epoch: int) -> None:
                calls.append(epoch)

            def on_epoch_end(self, trainer: Any, epoch: int, row: Any) -> None:
                calls.append(round(row["loss"], 3) == round(trainer.history[-1]["loss"], 3))
                row["rate"] = 0.5
                if epoch == 2:
                    trainer.stop()

            def on_fit_end(self, trainer: Any, history: Any) -> None:
                calls.append(len(history))

        history = trainer_for(classifier()).fit(problem(), epochs=5, callbacks=[Log()], progress=False)
        assert calls == ["begin", 1, True, 2, True, 2]
        assert history["rate"] == [0.5, 0.5]

    def test_early_stopping_restores_the_best(self) -> None:
        class Losses(train.Callback):
            """Makes validation look as the test wants it."""

            def __init__(self, losses: list[float]) -> None:
                self.losses = losses
                self.weights: dict[int, Any] = {}

            def on_epoch_end(self, trainer: Any, epoch: int, row: Any) -> None:
                row["val_loss"] = self.losses[epoch - 1]
                self.weights[epoch] = weights(trainer.model)

        model, losses = classifier(), Losses([3.0, 2.0, 2.5, 1.9, 1.95, 2.0, 2.1, 0.0])
        stopping = train.EarlyStopping(patience=3, restore_best=True)
        history = trainer_for(model).fit(problem(), epochs=8, callbacks=[losses, stopping], progress=False)
        assert len(history) == 7
        assert stopping.best_epoch == 4
        assert weights(model) == losses.weights[4]

    def test_early_stopping_on_a_metric(self) -> None:
        class Scores(train.Callback):
            def on_epoch_end(self, trainer: Any, epoch: int, row: Any) -> None:
                row["score"] = [0.1, 0.5, 0.4, 0.5][epoch - 1]

        stopping = train.EarlyStopping(patience=2, monitor="score")
        history = trainer_for(classifier()).fit(problem(), epochs=4, callbacks=[Scores(), stopping], progress=False)
        assert (len(history), stopping.best_epoch) == (4, 2)
        with pytest.raises(ValueError, match="no column 'nothing'; there are epoch, loss"):
            trainer_for(classifier()).fit(problem(), callbacks=[train.EarlyStopping(monitor="nothing")], progress=False)
        with pytest.raises(ValueError, match="patience"):
            train.EarlyStopping(patience=0)

    def test_checkpoints_stay_few_and_the_last_epoch_is_there(self, tmp_path: Path) -> None:
        checkpoint = train.Checkpoint(tmp_path / "run", every=2, keep=2)
        trainer_for(classifier()).fit(problem(), epochs=7, callbacks=[checkpoint], progress=False)
        names = [f"step-{3 * n:08}" for n in (6, 7)]
        assert [path.name for path in checkpoint.checkpoints()] == names
        assert sorted(path.name for path in (tmp_path / "run").iterdir()) == names
        with pytest.raises(ValueError, match="every"):
            train.Checkpoint(tmp_path, every=0)

    def test_checkpoints_of_an_earlier_run_give_way(self, tmp_path: Path) -> None:
        callback = train.Checkpoint(tmp_path, every=3, keep=2)
        for epochs, left in ((7, [18, 21]), (1, [3, 21]), (4, [9, 12])):
            trainer_for(classifier()).fit(problem(), epochs, callbacks=[callback], progress=False)
            assert [int(path.name[5:]) for path in callback.checkpoints()] == left

    def test_early_stopping_forgets_a_loss_that_is_no_number(self) -> None:
        stopping = train.EarlyStopping(patience=1)
        trainer = trainer_for(classifier())
        stopping.on_fit_begin(trainer)
        for epoch, loss in enumerate((np.nan, 3.0, 2.0), start=1):
            stopping.on_epoch_end(trainer, epoch, {"val_loss": loss})
            assert stopping.best_epoch == epoch

    def test_early_stopping_restores_every_network(self) -> None:
        class Losses(train.Callback):
            def on_epoch_end(self, trainer: Any, epoch: int, row: Any) -> None:
                row["distance"] = [3.0, 1.0, 2.0, 4.0][epoch - 1]
                self.best = self.best if epoch > 2 else [weights(network) for network in trainer.networks.values()]

        losses = Losses()
        stopping = train.EarlyStopping(patience=2, monitor="distance", mode="min", restore_best=True)
        trainer = train.GANTrainer(nn.Linear(4, 2), nn.Linear(2, 1), 4)
        history = trainer.fit((problem()[0],), 9, callbacks=[losses, stopping], progress=False)
        assert (len(history), stopping.best_epoch) == (4, 2)
        assert [weights(network) for network in trainer.networks.values()] == losses.best

    def test_tensorboard_reads_what_is_written(self, tmp_path: Path) -> None:
        reader = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
        history = trainer_for(classifier()).fit(
            problem(), 3, validation=problem(), callbacks=[train.TensorBoard(tmp_path / "new")], progress=False
        )
        events = reader.EventAccumulator(str(tmp_path / "new")).Reload()
        assert set(history.columns) <= set(events.Tags()["scalars"])
        for name in ("loss", "val_loss", "accuracy"):
            rows = events.Scalars(name)
            assert [row.step for row in rows] == [1, 2, 3]
            np.testing.assert_allclose([row.value for row in rows], history[name], rtol=1e-6)

    def test_tensorboard_has_what_an_interrupted_run_reported(self, tmp_path: Path) -> None:
        reader = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")

        class Interrupt(train.Callback):
            def on_epoch_begin(self, trainer: Any, epoch: int) -> None:
                if epoch == 3:
                    raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            trainer_for(classifier()).fit(
                problem(), 5, callbacks=[train.TensorBoard(tmp_path), Interrupt()], progress=False
            )
        events = reader.EventAccumulator(str(tmp_path)).Reload()
        assert [row.step for row in events.Scalars("loss")] == [1, 2]

    def test_tensorboard_missing_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setitem(sys.modules, "tensorboard", None)
        monkeypatch.setitem(sys.modules, "tensorboard.summary.writer.event_file_writer", None)
        with pytest.raises(ImportError, match="pip install tensorboard"):
            trainer_for(classifier()).fit(problem(), callbacks=[train.TensorBoard(tmp_path)], progress=False)


class TestHistory:
    def test_table(self) -> None:
        history = train.History([{"epoch": 1, "loss": 0.5}, {"epoch": 2, "loss": 1e-7, "val_loss": 12345.678}])
        assert history.columns == ["epoch", "loss", "val_loss"]
        assert history.to_dict()["val_loss"] == [None, 12345.678]
        lines = repr(history).splitlines()
        assert lines[0].split() == ["epoch", "loss", "val_loss"]
        assert lines[2].split() == ["2", "1e-07", "12345.6780"]
        assert len({len(line) for line in lines}) == 1
        assert history._repr_html_().count("<tr>") == 3
        assert len(history) == 2
        assert [row["epoch"] for row in history] == [1, 2]
        with pytest.raises(KeyError):
            history["nothing"]

    def test_a_long_table_leaves_out_its_middle(self) -> None:
        history = train.History([{"epoch": n, "loss": 1.0} for n in range(1, 101)])
        assert len(repr(history).splitlines()) == 22
        assert repr(history).splitlines()[-1].split()[0] == "100"
        assert "no epochs" in repr(train.History())


class TestProgress:
    def run(self, code: str) -> subprocess.CompletedProcess[str]:
        setup = """
            import numpy as np, sys
            from swiftgrad import nn, optim, train
            x, y = np.ones((8, 2), np.float32), np.zeros(8, np.int64)
            model = nn.Linear(2, 2)
            trainer = train.Trainer(model, optim.SGD(model.parameters(), lr=0.1), loss=nn.CrossEntropyLoss())
        """
        program = textwrap.dedent(setup) + textwrap.dedent(code)
        return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    def test_lines_where_there_is_no_terminal(self) -> None:
        result = self.run("trainer.fit((x, y), epochs=3)")
        assert result.stderr.splitlines()[-1].startswith("epoch 3/3  loss ")
        assert result.stdout == ""

    def test_silence(self) -> None:
        for choice in ("False", "'auto'"):
            assert self.run(f"trainer.fit((x, y), epochs=3, progress={choice})").stderr == ""

    def test_a_bar_on_a_terminal(self) -> None:
        pytest.importorskip("tqdm", reason="the bar is tqdm's")
        result = self.run(
            "sys.stderr.isatty = lambda: True\ntrainer.fit((x, y), epochs=3)\ntrainer.fit((x, y), epochs=2)"
        )
        assert "epoch 3/3: 100%" in result.stderr
        assert "epoch 5/5: 100%" in result.stderr
        assert "loss 0." in result.stderr

    def test_without_tqdm_it_is_lines(self) -> None:
        code = "sys.stderr.isatty = lambda: True\nsys.modules['tqdm'] = None\ntrainer.fit((x, y), epochs=2)"
        assert self.run(code).stderr.splitlines()[-1].startswith("epoch 2/2  loss ")
