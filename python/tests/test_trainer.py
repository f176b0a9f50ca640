"""The supervised trainer: the steps of a loop of one's own, Python in any place, bad input, Ctrl-C."""

import signal
import subprocess
import sys
import textwrap
import time
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train
from swiftgrad.nn import functional as F
from training_cases import Squares, classifier, problem, trainer_for, values, weights


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


@pytest.mark.parametrize("batches", ["loader", "iterable"])
def test_ctrl_c_ends_training_and_the_model_can_be_used(batches: str) -> None:
    program = """
        import signal, sys, time
        import numpy as np
        import swiftgrad as sg
        from swiftgrad import data, nn, optim, train
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs behind it without
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
