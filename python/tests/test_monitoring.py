"""Looking into a run: where a NaN came from, gradients by layer, callbacks, logs, learning rates."""

import csv
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train
from swiftgrad.nn import functional as F


def problem() -> tuple[np.ndarray, np.ndarray]:
    labels = np.arange(96) % 2
    inputs = np.random.default_rng(0).normal(size=(96, 2)) * 0.3 + np.stack([labels, -labels], axis=1)
    return inputs.astype(np.float32), labels


def trainer_for(model: nn.Module, lr: float = 0.01, **settings: Any) -> train.Trainer:
    return train.Trainer(model, optim.Adam(model.parameters(), lr=lr), loss=nn.CrossEntropyLoss(), **settings)


def classifier() -> nn.Module:
    sg.manual_seed(0)
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 2))


def state(trainer: train.Trainer) -> Any:
    weights = {name: np.asarray(t.detach()).tolist() for name, t in trainer.model.state_dict().items()}
    return weights, repr(trainer.optimizer.state_dict()), sg.random.get_state()


class Logarithm(nn.Module):
    def forward(self, x: Any) -> Any:
        return x.log()


class Timed(nn.Module):
    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, x: Any, t: Any) -> Any:
        return self.net(x)


class TestNaN:
    def test_the_sample_is_named(self) -> None:
        x, y = problem()
        x[37, 1] = np.nan
        loader = data.DataLoader(data.ArrayDataset(x, y), 16)
        with pytest.raises(
            RuntimeError, match="epoch 1, batch 3: the loss is nan: input 0 of the batch is nan in sample 5"
        ):
            trainer_for(classifier()).fit(loader, progress=False)

    def test_the_layer_and_the_operation_are_named(self) -> None:
        class Net(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.body = nn.Linear(2, 4)
                self.scale = Root()
                self.head = nn.Linear(4, 2)

            def forward(self, x: Any) -> Any:
                return self.head(F.dropout(self.scale(self.body(x)), 0.1))

        class Root(nn.Module):
            def forward(self, x: Any) -> Any:
                return (x - 100).sqrt()

        sg.manual_seed(0)
        before = sg.random.get_state()
        with pytest.raises(
            RuntimeError, match=r"sqrt in layer Net made the first NaN, out of numbers from -1\d\d"
        ) as e:
            trainer_for(Net()).fit(problem(), progress=False)
        assert "stop_on_nan" in str(e.value)
        assert sg.random.get_state() != before  # the search has put the stream back to where the step was

    @pytest.mark.parametrize(
        ("make", "words"),
        [
            (lambda a, b: train.GANTrainer(a, b, 4), "log in layer {} of the generator"),
            (lambda a, b: train.GANTrainer(b, a, 4), "log in layer {} of the discriminator"),
            (
                lambda a, b: train.VAETrainer(a, nn.Linear(2, 4), 2, reconstruction="mse"),
                "log in layer {} of the encoder",
            ),
            (
                lambda a, b: train.VAETrainer(nn.Linear(4, 8), a, 4, reconstruction="mse"),
                "log in layer {} of the decoder",
            ),
            (lambda a, b: train.AutoencoderTrainer(b, a), "log in layer {} of the decoder"),
            (lambda a, b: train.DiffusionTrainer(Timed(a), 9, clip=None), "log in layer net.{} of the denoiser"),
        ],
    )
    def test_the_network_of_several_is_named(self, make: Any, words: str) -> None:
        """Each network maps 4 numbers to 4, and the broken one takes the logarithm of numbers below 0."""
        broken = nn.Sequential(nn.Linear(4, 4), Logarithm())
        nn.init.constant_(broken[0].bias, -50)
        trainer = make(broken, nn.Linear(4, 4))
        with pytest.raises(RuntimeError, match=words.format(1).replace(".", r"\.")):
            trainer.step((np.random.default_rng(0).normal(size=(8, 4)).astype(np.float32),))

    def test_a_weight_is_named(self) -> None:
        model = classifier()
        with sg.no_grad():
            model[2].weight[0, 0] = float("nan")
        with pytest.raises(RuntimeError, match=r"the weight 2\.weight of the model is nan since an update before"):
            trainer_for(model).step(problem())

    def test_the_native_layer_is_named(self) -> None:
        model = nn.Sequential(nn.Linear(2, 2), nn.LogSoftmax(1), nn.Linear(2, 2))
        with sg.no_grad():
            model[0].weight[:] = 1e30
        with pytest.raises(RuntimeError, match=r"the loss is .*(nan|inf): \w+ in layer [012]"):
            x, y = problem()
            trainer_for(model).step((x * np.float32(1e30), y))


class TestGradients:
    def test_vanishing_exploding_and_missing_are_named(self) -> None:
        sg.manual_seed(0)
        model = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 4), nn.Linear(4, 4), nn.Linear(4, 4))
        x = sg.from_numpy(np.ones((2, 4), np.float32))
        hidden = model[0](x) * 1e-12
        (model[1](hidden).sum() + model[2](x * 1e6).sum()).backward()
        report = train.GradientReport(model)
        assert (report.vanishing, report.exploding, report.without) == (["0", "1"], ["2"], ["3"])
        text = repr(report)
        assert "0.weight" in text and "vanishing" in text and "exploding" in text
        assert report._repr_html_().count("<tr>") == 9
        assert report.total > 1e6
        model[0].weight.grad = sg.asarray(np.full((4, 4), np.nan, np.float32))
        assert "0" in train.GradientReport(model).exploding
        pytest.importorskip("matplotlib")
        report.plot()

    def test_monitor_warns_once_and_fills_a_column(self) -> None:
        sg.manual_seed(0)
        layers = [layer for _ in range(12) for layer in (nn.Linear(8, 8), nn.Sigmoid())]
        model = nn.Sequential(nn.Linear(2, 8), *layers, nn.Linear(8, 2))
        monitor = train.GradientMonitor(every=2, vanishing=1e-4)
        with pytest.warns(UserWarning, match="vanishing gradients in model, layer 0"):
            history = trainer_for(model).fit(problem(), epochs=2, callbacks=[monitor], progress=False)
        assert history["gradient_norm"][0] > 0
        assert monitor.report is not None and "0" in monitor.report.vanishing


class TestSearch:
    def test_learning_rates(self, tmp_path: Path) -> None:
        trainer = trainer_for(classifier())
        trainer.fit(problem(), progress=False)
        before = state(trainer)
        found = train.find_learning_rate(trainer, problem(), low=1e-5, high=10, steps=60)
        assert state(trainer) == before
        assert found.rates[0] == pytest.approx(1e-5)
        assert found.rates == sorted(found.rates)
        assert 1e-4 < found.suggestion < 1
        assert "suggestion" in repr(found)
        pytest.importorskip("matplotlib")
        found.plot(tmp_path / "rates.png")
        assert (tmp_path / "rates.png").stat().st_size > 1000
        for wrong in ({"low": 0.0}, {"low": 1.0, "high": 0.1}, {"steps": 2}):
            with pytest.raises(ValueError, match="expected"):
                train.find_learning_rate(trainer, problem(), **wrong)
        with pytest.raises(ValueError, match="no batches"):
            train.find_learning_rate(trainer, [])

    def test_overfitting_one_batch(self) -> None:
        x, y = problem()
        trainer = trainer_for(classifier(), lr=0.05)
        before = state(trainer)
        history = train.overfit_one_batch(trainer, (x[:16], y[:16]))
        assert history["loss"][-1] < history["loss"][0] / 10
        assert state(trainer) == before
        model = classifier()
        for parameter in model.parameters():
            parameter.requires_grad = False
        model.append(nn.Linear(2, 2, bias=False))
        broken = trainer_for(model, lr=0.0)
        with pytest.raises(RuntimeError, match=r"the loss of one batch fell from 0\.\d+ only to"):
            train.overfit_one_batch(broken, (x[:16], y[:16]))


class TestCallbacks:
    def test_every_event(self) -> None:
        calls: list[Any] = []

        class Log(train.Callback):
            def on_batch_begin(self, trainer: Any, batch: int) -> None:
                calls.append(("begin", batch, trainer.updates))

            def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
                assert losses["loss"] > 0
                assert all(p.grad is not None for p in trainer.model.parameters())
                calls.append(("end", batch, trainer.updates))

            def on_validation_begin(self, trainer: Any) -> None:
                calls.append("validation")

            def on_validation_end(self, trainer: Any) -> None:
                calls.append("validated")

            def on_exception(self, trainer: Any, error: BaseException) -> None:
                calls.append(error)

        loader = data.DataLoader(data.ArrayDataset(*problem()), 48)
        trainer_for(classifier()).fit(loader, 2, loader, [Log()], progress=False)
        epoch = ["validation", "validated"]
        assert calls == [
            *[("begin", 1, 0), ("end", 1, 1), ("begin", 2, 1), ("end", 2, 2), *epoch],
            *[("begin", 1, 2), ("end", 1, 3), ("begin", 2, 3), ("end", 2, 4), *epoch],
        ]

        class Fail(train.Callback):
            def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
                raise error

        calls.clear()
        error = LookupError("mine")
        with pytest.raises(LookupError) as caught:
            trainer_for(classifier()).fit(loader, callbacks=[Log(), Fail()], progress=False)
        assert caught.value is error and calls[-1] is error

    def test_every_so_many_steps(self) -> None:
        class Count(train.Callback):
            every_steps = 4
            steps: list[int]

            def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
                self.steps.append(trainer.updates)

        count = Count()
        count.steps = []
        trainer_for(classifier()).fit(problem(), epochs=5, callbacks=[count], progress=False)
        assert count.steps == [4, 8, 12]

    @pytest.mark.parametrize("every", ["step", "epoch"])
    def test_schedules(self, every: str) -> None:
        trainer = trainer_for(classifier(), lr=0.1)
        schedule = optim.lr_scheduler.ExponentialLR(trainer.optimizer, gamma=0.5)
        history = trainer.fit(problem(), 2, callbacks=[train.LRSchedule(schedule, every)], progress=False)
        expected = {"step": [0.1 / 2**3, 0.1 / 2**6], "epoch": [0.1, 0.05]}[every]
        assert history["lr"] == pytest.approx(expected)

    def test_a_plateau(self) -> None:
        class Flat(train.Callback):
            def on_epoch_end(self, trainer: Any, epoch: int, row: Any) -> None:
                row["val_loss"] = 1.0

        trainer = trainer_for(classifier(), lr=0.1)
        schedule = optim.lr_scheduler.ReduceLROnPlateau(trainer.optimizer, patience=1, factor=0.1)
        history = trainer.fit(problem(), 4, callbacks=[Flat(), train.LRSchedule(schedule)], progress=False)
        assert history["lr"] == pytest.approx([0.1, 0.1, 0.1, 0.01])
        with pytest.raises(ValueError, match="by epochs"):
            train.LRSchedule(schedule, "step")
        with pytest.raises(TypeError, match="schedule"):
            train.LRSchedule(trainer)  # type: ignore[arg-type]

    def test_time_limit(self) -> None:
        loader = data.DataLoader(data.ArrayDataset(*problem()), 1)
        start = time.monotonic()
        trainer = trainer_for(classifier())
        trainer.fit(loader, epochs=1_000_000, callbacks=[train.TimeLimit(seconds=0.3)], progress=False)
        assert 0.3 <= time.monotonic() - start < 5
        assert trainer.updates > 10
        with pytest.raises(ValueError, match="positive"):
            train.TimeLimit()

    def test_logs(self, tmp_path: Path) -> None:
        loggers = [train.CSVLogger(tmp_path / "a" / "log.csv"), train.JSONLogger(tmp_path / "log.jsonl")]
        trainer = trainer_for(classifier())
        trainer.fit(problem(), 2, callbacks=loggers, progress=False)
        trainer.fit(problem(), 1, callbacks=loggers, progress=False)
        rows = list(csv.DictReader((tmp_path / "a" / "log.csv").open()))
        assert [row["epoch"] for row in rows] == ["1", "2", "3"]
        assert [float(row["loss"]) for row in rows] == trainer.history["loss"]
        lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
        assert lines == trainer.history.rows
        assert not [path for path in tmp_path.rglob("*.tmp")]

    def test_sample_grids_do_not_change_the_training(self, tmp_path: Path) -> None:
        pytest.importorskip("PIL", reason="draws with Pillow")
        results = []
        for callbacks in ([], [train.SampleGrid(lambda: sg.random.uniform((4, 1, 5, 5)), tmp_path, every=2)]):
            sg.manual_seed(3)
            model = nn.Sequential(nn.Linear(2, 8), nn.Dropout(0.5), nn.Linear(8, 2))
            trainer = trainer_for(model)
            trainer.fit(problem(), 4, callbacks=callbacks, progress=False)
            results.append(state(trainer))
        assert results[0] == results[1]
        first, second = (tmp_path / f"epoch-{n:04}.png" for n in (2, 4))
        assert first.read_bytes() == second.read_bytes()

    def test_throughput_and_memory_are_in_the_history(self) -> None:
        history = trainer_for(classifier()).fit(problem(), progress=False)
        assert history[0]["samples_per_second"] > 10
        assert history[0]["memory_mb"] > 0
