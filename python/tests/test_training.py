"""Optimisers, data, trainers: the numbers of PyTorch, Python's own data and losses, callbacks, checkpoints, Ctrl-C."""

import gzip
import json
import signal
import struct
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
from swiftgrad.nn import functional as F

REFERENCE = json.loads((Path(__file__).parent / "reference" / "optimizer_trajectories.json").read_text())


def values(tensor: Any) -> np.ndarray:
    return np.array(tensor.detach())


def problem() -> tuple[np.ndarray, np.ndarray]:
    """Two classes that a line separates."""
    generator = np.random.default_rng(0)
    labels = np.arange(96) % 2
    inputs = generator.normal(size=(96, 2)) * 0.3 + np.stack([labels, -labels], axis=1)
    return inputs.astype(np.float32), labels


def classifier() -> nn.Module:
    sg.manual_seed(0)
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 2))


def trainer_for(model: nn.Module, **settings: Any) -> train.Trainer:
    optimizer = optim.Adam(model.parameters(), lr=0.01)
    return train.Trainer(model, optimizer, loss=nn.CrossEntropyLoss(), metrics=["accuracy"], **settings)


def weights(model: nn.Module) -> dict[str, list[Any]]:
    return {name: values(tensor).tolist() for name, tensor in model.state_dict().items()}


class TestOptimizers:
    @pytest.mark.parametrize(
        "case", REFERENCE["trajectories"], ids=lambda case: case["optimizer"] + json.dumps(case["settings"])
    )
    @pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 1e-12), (np.float32, 2e-6)])
    def test_the_trajectory_is_pytorchs(self, case: dict[str, Any], dtype: Any, tolerance: float) -> None:
        w = nn.Parameter(sg.asarray(np.array(REFERENCE["start"], dtype)))
        scale = sg.asarray(np.array(REFERENCE["scale"], dtype))
        optimizer = getattr(optim, case["optimizer"])([w], **case["settings"])
        kept = {int(step): weights for step, weights in case["weights"].items()}
        for step in range(1, max(kept) + 1):
            optimizer.zero_grad()
            (scale * w * w + w.sin()).sum().backward()
            optimizer.step()
            if step in kept:
                np.testing.assert_allclose(values(w), kept[step], rtol=tolerance, atol=tolerance)

    def test_parameters_may_come_in_any_way(self) -> None:
        model = classifier()
        for parameters in (
            model.parameters(),
            list(model.parameters()),
            model,
            (p for p in model.parameters() if p.ndim == 2),
            [{"params": model[0].parameters()}, {"params": [model[2].weight], "lr": 0.1}],
        ):
            optimizer = optim.SGD(parameters, lr=0.5)
            assert all(isinstance(p, sg.Tensor) for group in optimizer.param_groups for p in group["params"])

    @pytest.mark.parametrize(
        ("make", "error", "words"),
        [
            (lambda: optim.SGD([], lr=0.1), ValueError, "empty"),
            (lambda: optim.Adam([sg.ones(1)], lr=-1.0), ValueError, "lr"),
            (lambda: optim.Adam([sg.ones(1)], betas=(1.0, 0.9)), ValueError, "betas"),
            (lambda: optim.SGD([3], lr=0.1), TypeError, "int"),
            (lambda: optim.SGD([sg.ones(1)], lr=0.1, momentun=0.9), TypeError, "momentun"),
            (lambda: optim.SGD([{"params": [sg.ones(1)], "rate": 1.0}]), KeyError, "rate"),
            (lambda: optim.Optimizer(), TypeError, "base"),
            (lambda: optim.Muon([sg.ones(3)]), ValueError, "matrices only"),
            (lambda: optim.Muon([sg.ones((2, 2))], ns_steps=100), ValueError, "ns_steps"),
            (lambda: optim.Muon([sg.ones((2, 2))], ns_coefficients=(1.0, 2.0)), TypeError, "3 numbers"),
            (lambda: optim.Muon([sg.ones((2, 2))], adjust_lr_fn="none"), ValueError, "adjust_lr_fn"),
            (lambda: optim.Adadelta([sg.ones(1)], rho=1.5), ValueError, "rho"),
            (lambda: optim.RMSprop([sg.ones(1)], momentum=-1), ValueError, "momentum"),
        ],
    )
    def test_wrong_arguments(self, make: Any, error: type[Exception], words: str) -> None:
        with pytest.raises(error, match=words):
            make()

    def test_groups_can_be_read_and_written(self) -> None:
        model = classifier()
        optimizer = optim.SGD([{"params": model[0].parameters()}], lr=0.5)
        optimizer.add_param_group({"params": model[2].parameters(), "lr": 0.25})
        assert [group["lr"] for group in optimizer.param_groups] == [0.5, 0.25]
        before = weights(model)
        for group in optimizer.param_groups:
            group["lr"] *= 0
            group["note"] = "slow"
        F.cross_entropy(model(sg.ones((1, 2))), sg.asarray([1])).backward()
        optimizer.step()
        assert weights(model) == before
        assert optimizer.param_groups[1]["note"] == "slow"
        with pytest.raises(ValueError, match="lr"):
            optimizer.param_groups[0]["lr"] = -1.0
        with pytest.raises(KeyError):
            _ = optimizer.param_groups[0]["nothing"]
        assert "lr: 0.0" in repr(optimizer)

    def test_gradients_go(self) -> None:
        w = nn.Parameter(sg.ones(2))
        optimizer = optim.SGD([w], lr=0.1)
        w.sum().backward()
        optimizer.zero_grad(set_to_none=False)
        assert values(w.grad).tolist() == [0, 0]
        optimizer.zero_grad()
        assert w.grad is None

    def test_a_closure_is_called_with_gradients_on(self) -> None:
        w = nn.Parameter(sg.asarray([2.0]))
        optimizer = optim.SGD([w], lr=0.25)

        def closure() -> Any:
            optimizer.zero_grad()
            loss = (w * w).sum()
            loss.backward()
            return loss

        with sg.no_grad():
            assert float(optimizer.step(closure)) == 4.0
        assert values(w).tolist() == [1.0]

    @pytest.mark.parametrize(
        ("name", "settings"),
        [
            ("SGD", {"momentum": 0.9}),
            ("Adam", {}),
            ("AdamW", {"amsgrad": True}),
            ("NAdam", {"momentum_decay": 0.3}),
            ("RAdam", {}),
            ("RMSprop", {"momentum": 0.9, "centered": True}),
            ("Adagrad", {"initial_accumulator_value": 0.5, "lr_decay": 0.1}),
            ("Adadelta", {}),
            ("Lion", {"weight_decay": 0.1}),
            ("Muon", {}),
        ],
    )
    def test_state_continues_bit_for_bit(self, name: str, settings: dict[str, Any]) -> None:
        settings = {"lr": 0.05, **settings}

        def steps(w: Any, optimizer: Any, count: int) -> None:
            for _ in range(count):
                optimizer.zero_grad()
                (w * w * w).sum().backward()
                optimizer.step()

        straight = nn.Parameter(sg.asarray([[1.0, 2.0]]))
        steps(straight, optimizer := getattr(optim, name)([straight], **settings), 3)
        state = optimizer.state_dict()
        assert set(state) == {"state", "param_groups"}
        assert state["param_groups"][0]["params"] == [0]
        other = nn.Parameter(straight.detach().copy())
        continued = getattr(optim, name)([other], lr=1.0)
        assert continued.state_dict()["state"] == {}
        continued.load_state_dict(state)
        steps(straight, optimizer, 3)
        steps(other, continued, 3)
        assert values(other).tolist() == values(straight).tolist()

    @pytest.mark.parametrize("name", ["Adam", "NAdam", "RAdam", "RMSprop", "Adagrad", "Adadelta"])
    def test_state_of_pytorch_loads(self, name: str) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        theirs = torch.tensor([1.0, 2.0], requires_grad=True)
        optimizer = getattr(torch.optim, name)([theirs], lr=0.1)
        for _ in range(3):
            optimizer.zero_grad()
            (theirs**3).sum().backward()
            optimizer.step()
        ours = nn.Parameter(sg.array(theirs.detach().numpy()))
        continued = getattr(optim, name)([ours])
        continued.load_state_dict(optimizer.state_dict())
        (ours**3).sum().backward()
        continued.step()
        optimizer.zero_grad()
        (theirs**3).sum().backward()
        optimizer.step()
        np.testing.assert_allclose(values(ours), theirs.detach().numpy(), rtol=1e-6)

    def test_lion_is_the_papers(self) -> None:
        generator = np.random.default_rng(1)
        expected = generator.normal(size=(3, 5))
        w = nn.Parameter(sg.array(expected))
        optimizer = optim.Lion([w], lr=0.01, betas=(0.8, 0.95), weight_decay=0.3)
        mean = np.zeros_like(expected)
        for _ in range(20):
            gradient = generator.normal(size=expected.shape)
            gradient[0, 0] = 0.0
            update = np.sign(0.8 * mean + 0.2 * gradient)
            mean = 0.95 * mean + 0.05 * gradient
            expected = expected - 0.01 * (update + 0.3 * expected)
            w.grad = sg.array(gradient)
            optimizer.step()
        np.testing.assert_allclose(values(w), expected, rtol=1e-12)

    @pytest.mark.parametrize("shape", [(6, 4), (4, 6)])
    @pytest.mark.parametrize("nesterov", [False, True])
    @pytest.mark.parametrize("adjust", [None, "match_rms_adamw"])
    def test_muon_makes_its_step_orthogonal(self, shape: tuple[int, int], nesterov: bool, adjust: str | None) -> None:
        generator = np.random.default_rng(2)
        start = generator.normal(size=shape)
        w = nn.Parameter(sg.array(start))
        optimizer = optim.Muon([w], lr=0.1, weight_decay=0.2, momentum=0.9, nesterov=nesterov, adjust_lr_fn=adjust)
        mean, expected = np.zeros(shape), start
        for _ in range(3):
            gradient = generator.normal(size=shape)
            mean = 0.9 * mean + 0.1 * gradient
            x = 0.1 * gradient + 0.9 * mean if nesterov else mean
            u, s, v = np.linalg.svd(x, full_matrices=False)
            s = s / np.linalg.norm(s)
            for _ in range(5):
                s = 3.4445 * s - 4.775 * s**3 + 2.0315 * s**5
            scale = 0.2 * np.sqrt(max(shape)) if adjust else np.sqrt(max(1, shape[0] / shape[1]))
            expected = expected * (1 - 0.1 * 0.2) - 0.1 * scale * (u * s) @ v
            w.grad = sg.array(gradient)
            optimizer.step()
        np.testing.assert_allclose(values(w), expected, rtol=1e-9)

    def test_state_that_does_not_fit_changes_nothing(self) -> None:
        w = nn.Parameter(sg.ones(2))
        optimizer = optim.Adam([w], lr=0.1)
        with pytest.raises(ValueError, match="param_groups"):
            optimizer.load_state_dict({})
        state = optim.Adam([nn.Parameter(sg.ones(2)), nn.Parameter(sg.ones(2))], lr=0.7).state_dict()
        with pytest.raises(ValueError, match="other parameters"):
            optimizer.load_state_dict(state)
        assert optimizer.param_groups[0]["lr"] == 0.1


class Squares:
    """A data set in Python."""

    def __len__(self) -> int:
        return 10

    def __getitem__(self, i: int) -> tuple[np.ndarray, float]:
        return np.full(3, i, np.float32), float(i * i)


class TestData:
    def test_arrays_are_shared(self) -> None:
        x = np.arange(12, dtype=np.float32).reshape(6, 2)
        dataset = data.ArrayDataset(x, np.arange(6))
        assert len(dataset) == 6
        row, label = dataset[-1]
        assert values(row).tolist() == [10, 11]
        assert label.item() == 5
        batch = next(iter(data.DataLoader(dataset, batch_size=4)))[0]
        assert np.shares_memory(np.asarray(batch), x)
        with pytest.raises(IndexError, match="6 samples"):
            dataset[6]
        with pytest.raises(ValueError, match="6, 5"):
            data.ArrayDataset(x, np.arange(5))

    def test_batches(self) -> None:
        dataset = data.ArrayDataset(np.arange(10), np.arange(10) * 2)
        loader = data.DataLoader(dataset, batch_size=4)
        assert len(loader) == 3
        assert [values(x).tolist() for x, y in loader] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
        assert [len(x) for x, y in data.DataLoader(dataset, batch_size=4, drop_last=True)] == [4, 4]
        assert loader.dataset is dataset
        with pytest.raises(ValueError, match="batch_size"):
            data.DataLoader(dataset, batch_size=0)

    @pytest.mark.parametrize("source", [data.ArrayDataset(np.arange(50)), list(range(50))], ids=["engine", "python"])
    def test_the_order_follows_from_the_seed(self, source: Any) -> None:
        def epochs(seed: int) -> list[list[int]]:
            loader = data.DataLoader(source, batch_size=7, shuffle=True, seed=seed)
            return [[int(i) for (x,) in loader for i in x.tolist()] for _ in range(2)]

        first, second = epochs(3)
        assert sorted(first) == sorted(second) == list(range(50))
        assert first != second
        assert epochs(3) == [first, second]
        assert epochs(4)[0] != first

    def test_a_data_set_in_python(self) -> None:
        loader = data.DataLoader(Squares(), batch_size=4)
        batches = list(loader)
        assert len(loader) == len(batches) == 3
        x, y = batches[-1]
        assert (x.shape, x.dtype, y.dtype) == ((2, 3), sg.float32, sg.float32)
        assert values(y).tolist() == [64, 81]
        assert isinstance(loader.dataset, Squares)
        with pytest.raises(TypeError, match="__getitem__"):
            data.DataLoader(iter([1]))  # type: ignore[arg-type]

    def test_samples_of_different_shapes(self) -> None:
        with pytest.raises(ValueError, match=r"\(1,\), \(2,\)"):
            list(data.DataLoader([np.zeros(1), np.zeros(2)], batch_size=2))

    def test_an_error_in_a_data_set_comes_out(self) -> None:
        class Broken(Squares):
            def __getitem__(self, i: int) -> Any:
                raise LookupError("sample 0 is gone")

        with pytest.raises(LookupError, match="gone"):
            list(data.DataLoader(Broken()))

    def test_a_loader_continues_in_the_middle_of_an_epoch(self) -> None:
        dataset = data.ArrayDataset(np.arange(20))
        loader = data.DataLoader(dataset, batch_size=3, shuffle=True, seed=1)
        batches = iter(loader)
        next(batches)
        state = loader.state_dict()
        rest = [values(x).tolist() for (x,) in batches]
        other = data.DataLoader(dataset, batch_size=3, shuffle=True)
        other.load_state_dict(state)
        assert [values(x).tolist() for (x,) in other] == rest

    def test_splitting(self) -> None:
        x, labels = np.arange(100), np.repeat([0, 1, 2], [60, 30, 10])
        train_x, test_x, train_y, test_y = data.train_test_split(x, labels, test_size=0.2, seed=3, stratify=labels)
        assert (len(train_x), len(test_x)) == (80, 20)
        assert np.bincount(test_y).tolist() == [12, 6, 2]
        assert sorted([*train_x, *test_x]) == list(range(100))
        assert (labels[train_x] == train_y).all()
        again = data.train_test_split(x, labels, test_size=0.2, seed=3, stratify=labels)
        assert (again[0] == train_x).all()
        assert len(data.train_test_split(x, test_size=7)[1]) == 7
        with pytest.raises(ValueError, match="100, 3"):
            data.train_test_split(x, labels[:3])
        with pytest.raises(ValueError, match="empty"):
            data.train_test_split(x, test_size=100)

    def test_digits(self) -> None:
        pytest.importorskip("sklearn", reason="reads scikit-learn's digits")
        images, labels = data.load_digits()
        assert (images.shape, images.dtype, labels.dtype) == ((1797, 1, 8, 8), np.float32, np.int64)
        assert (images.min(), images.max()) == (0, 1)
        assert np.bincount(labels).min() == 174

    def test_missing_scikit_learn_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "sklearn", None)
        with pytest.raises(ImportError, match=r"pip install swiftgrad\[data\]"):
            data.load_digits()

    def test_idx_files(self, tmp_path: Path) -> None:
        numbers = np.arange(-6, 6, dtype=np.int16).reshape(3, 4)
        content = struct.pack(">BBBBII", 0, 0, 0x0B, 2, 3, 4) + numbers.astype(">i2").tobytes()
        (tmp_path / "plain").write_bytes(content)
        (tmp_path / "packed.gz").write_bytes(gzip.compress(content))
        for name in ("plain", "packed.gz"):
            read = data.read_idx(tmp_path / name)
            assert read.dtype == np.int16
            np.testing.assert_array_equal(read, numbers)
        for damaged in (b"", b"\0\0", b"PNG something", content[:9], content[:-1], content + b"\0"):
            (tmp_path / "damaged").write_bytes(damaged)
            with pytest.raises(ValueError, match="damaged"):
                data.read_idx(tmp_path / "damaged")
        (tmp_path / "cut.gz").write_bytes(gzip.compress(content)[:-9])
        with pytest.raises(ValueError, match=r"cut\.gz"):
            data.read_idx(tmp_path / "cut.gz")


class TestTrainer:
    def test_it_learns_and_reports(self) -> None:
        x, y = problem()
        trainer = trainer_for(classifier())
        history = trainer.fit((x, y), epochs=30, validation=(x, y), progress=False)
        assert history.columns == [
            *["epoch", "loss", "accuracy", "val_loss", "val_accuracy"],
            *["seconds", "samples_per_second", "memory_mb"],
        ]
        assert history["epoch"] == list(range(1, 31))
        assert history[-1]["val_accuracy"] > 0.95
        assert history["loss"][-1] < history["loss"][0] / 2
        scores = trainer.evaluate((x, y))
        assert scores["accuracy"] == history[-1]["val_accuracy"]
        predicted = values(trainer.predict(x)).argmax(axis=1)
        assert (predicted == y).mean() == pytest.approx(scores["accuracy"])
        assert trainer.epoch == 30

    def test_the_same_steps_as_a_loop_of_ones_own(self) -> None:
        x, y = problem()
        model = classifier()
        trainer_for(model).fit(data.DataLoader(data.ArrayDataset(x, y), 16), epochs=2, progress=False)
        own = classifier()
        optimizer = optim.Adam(own.parameters(), lr=0.01)
        for _ in range(2):
            for inputs, target in data.DataLoader(data.ArrayDataset(x, y), 16):
                optimizer.zero_grad()
                F.cross_entropy(own(inputs), target).backward()
                optimizer.step()
        assert weights(model) == weights(own)

    def test_the_same_bits_for_any_number_of_threads(self) -> None:
        x, y = problem()
        threads, results = sg.get_num_threads(), []
        try:
            for count in (1, 2, 3):
                sg.set_num_threads(count)
                model = classifier()
                trainer_for(model).fit((x, y), epochs=3, progress=False)
                results.append(weights(model))
        finally:
            sg.set_num_threads(threads)
        assert results[0] == results[1] == results[2]

    def test_any_iterable_of_batches(self) -> None:
        x, y = problem()
        batches = [(x[i : i + 16], y[i : i + 16]) for i in range(0, 96, 16)]

        class Stream:
            def __iter__(self) -> Any:
                return iter(batches)

        results = []
        for source in (data.DataLoader(data.ArrayDataset(x, y), 16), batches, Stream()):
            model = classifier()
            trainer_for(model).fit(source, epochs=2, validation=source, progress=False)
            results.append(weights(model))
        assert results[0] == results[1] == results[2]
        with pytest.raises(ValueError, match="no batches"):
            trainer_for(classifier()).fit(iter(batches), epochs=2, progress=False)
        with pytest.raises(TypeError, match="tuple of arrays"):
            trainer_for(classifier()).fit([3.0], progress=False)
        with pytest.raises(TypeError, match="int"):
            trainer_for(classifier()).fit(3, progress=False)

    def test_data_set_model_loss_and_metric_in_python(self) -> None:
        class Model(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.linear = nn.Linear(3, 1)

            def forward(self, x: Any) -> Any:
                return self.linear(x).squeeze(1)

        model = Model()
        trainer = train.Trainer(
            model,
            optim.Adam(model.parameters(), lr=0.3),
            loss=lambda output, target: ((output - target) ** 2).mean(),
            metrics={"distance": lambda output, target: float((output - target).abs().mean())},
        )
        loader = data.DataLoader(Squares(), batch_size=5, shuffle=True, seed=0)
        history = trainer.fit(loader, epochs=60, progress=False)
        assert history[-1]["distance"] < history[0]["distance"] / 2
        assert trainer.predict(loader).shape == (10,)

    def test_modes_are_put_back(self) -> None:
        x, y = problem()
        model = nn.Sequential(classifier(), nn.Dropout(0.5))
        model.eval()
        seen: list[bool] = []
        handle = type("Probe", (nn.Module,), {"forward": lambda self, v: (seen.append(self.training), v)[1]})()
        model.append(handle)
        handle.eval()
        trainer = trainer_for(model)
        trainer.fit((x, y), epochs=1, validation=(x, y), progress=False)
        assert set(seen[:3]) == {True}
        assert set(seen[3:]) == {False}
        assert not model.training

    def test_it_serves_one_call_at_a_time(self) -> None:
        model = classifier()

        def loss(output: sg.Tensor, target: sg.Tensor) -> sg.Tensor:
            trainer.evaluate(problem())
            return output.sum()

        trainer = train.Trainer(model, optim.SGD(model.parameters(), lr=0.1), loss=loss)
        with pytest.raises(RuntimeError, match="busy"):
            trainer.fit(problem(), progress=False)
        assert trainer.predict(problem()[0]).shape == (96, 2)

    def test_one_step(self) -> None:
        x, y = problem()
        model = classifier()
        before = weights(model)
        result = trainer_for(model).step((x, y))
        assert set(result) == {"loss", "accuracy"}
        assert weights(model) != before

    def test_an_exception_of_the_model_is_the_same_object(self) -> None:
        error = KeyError("mine")

        class Failing(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.weight = nn.Parameter(sg.ones(1))

            def forward(self, x: Any) -> Any:
                raise error

        x, y = problem()
        with pytest.raises(KeyError) as caught:
            trainer_for(Failing()).fit((x, y), progress=False)
        assert caught.value is error

    def test_a_loss_that_is_no_number_stops_with_the_place(self) -> None:
        x, y = problem()
        x[40] = np.nan
        loader = data.DataLoader(data.ArrayDataset(x, y), 16)
        with pytest.raises(RuntimeError, match=r"batch 3.*loss is"):
            trainer_for(classifier()).fit(loader, epochs=2, progress=False)
        trainer = trainer_for(classifier())
        trainer.fit(problem(), epochs=2, progress=False)
        with pytest.raises(RuntimeError, match="epoch 3, batch 3"):
            trainer.fit(loader, progress=False)
        assert len(trainer_for(classifier(), stop_on_nan=False).fit(loader, epochs=2, progress=False)) == 2

    @pytest.mark.parametrize(
        ("make", "error", "words"),
        [
            (lambda m, o: train.Trainer(m, o, loss="mse"), TypeError, "loss"),
            (lambda m, o: train.Trainer(m, m, loss=nn.MSELoss()), TypeError, "optimizer"),
            (lambda m, o: train.Trainer(m, o, nn.MSELoss(), metrics=["beauty"]), ValueError, "beauty"),
            (lambda m, o: train.Trainer(m, o, nn.MSELoss()).fit([], epochs=-1), ValueError, "negative"),
            (lambda m, o: train.Trainer(m, o, nn.MSELoss()).fit(map(id, []), epochs=2), ValueError, "2 epochs"),
            (lambda m, o: train.Trainer(m, o, nn.MSELoss()).step(np.zeros((4, 2))), TypeError, "ndarray"),
        ],
    )
    def test_wrong_arguments(self, make: Any, error: type[Exception], words: str) -> None:
        model = classifier()
        with pytest.raises(error, match=words):
            make(model, optim.SGD(model.parameters(), lr=0.1))


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


@pytest.mark.parametrize("batches", ["loader", "iterable"])
def test_ctrl_c_ends_training_and_the_model_can_be_used(batches: str) -> None:
    program = """
        import sys, time
        import numpy as np
        import swiftgrad as sg
        from swiftgrad import data, nn, optim, train
        x, y = np.random.rand(4096, 256).astype(np.float32), np.zeros(4096, np.int64)
        model = nn.Sequential(nn.Linear(256, 512), nn.ReLU(), nn.Linear(512, 10))
        trainer = train.Trainer(model, optim.Adam(model.parameters()), loss=nn.CrossEntropyLoss())
        loader = data.DataLoader(data.ArrayDataset(x, y), 32)
        source = loader if sys.argv[1] == "loader" else [tuple(batch) for batch in loader]
        trainer.step((x[:32], y[:32]))
        print("ready", flush=True)
        try:
            trainer.fit(source, epochs=100000, progress=False)
        except KeyboardInterrupt:
            print("stopped", time.time(), flush=True)
        assert model(sg.from_numpy(x[:2])).shape == (2, 10)
        assert np.isfinite(np.asarray(model[0].weight.detach())).all()
        trainer.fit(source, epochs=1, progress=False)
        print("usable")
    """
    command = [sys.executable, "-c", textwrap.dedent(program), batches]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.7)
        sent = time.time()
        process.send_signal(signal.SIGINT)
        word, when = process.stdout.readline().split()
        assert word == "stopped"
        assert float(when) - sent < 2  # half a second when nothing else runs
        assert process.stdout.read() == "usable\n"
    assert process.returncode == 0
