"""Trains with hostile data, callbacks and states; `test_hostile_calls` runs it in another process.

python fuzz_training.py TARGET SECONDS SEED LOG
"""

import itertools
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar

import fuzz_calls
import numpy as np
import swiftgrad as sg
from fuzz_calls import DOCUMENTED, INTEGERS, Log, arguments, attempt, integers, junk, mappings, numbers, tensors
from hypothesis import strategies as st
from swiftgrad import _core, data, nn, optim, train

RNG = np.random.default_rng(0)
START = RNG.bit_generator.state
SETTINGS = [{}, {}, {"ema": 0.9}, {"accumulate": 3}, {"clip_grad_norm": 1.0}, {"stop_on_nan": False}]


def net(inputs: int, outputs: int) -> nn.Module:
    return nn.Sequential(nn.Linear(inputs, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.Dropout(0.1), nn.Linear(6, outputs))


class Denoiser(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.net = net(3, 2)

    def forward(self, x: Any, t: Any) -> Any:
        return self.net(sg.concat([x, t.reshape(-1, 1).astype(x.dtype)], axis=1))


class Tokens(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.embedding, self.head = nn.Embedding(9, 4), nn.Linear(4, 9)

    def forward(self, *inputs: Any) -> Any:
        return self.head(self.embedding(inputs[-1]))


def adam(model: nn.Module) -> optim.Optimizer:
    return optim.Adam(model.parameters())


def supervised(**settings: Any) -> train.Trainer:
    model = net(2, 3)
    metrics = ["accuracy", "f1", "roc_auc", "top_2_accuracy"]
    return train.Trainer(model, adam(model), nn.CrossEntropyLoss(), metrics, **settings)


def tokens(kind: Any, model: nn.Module, *rest: Any, **settings: Any) -> Any:
    return kind(model, adam(model), *rest, **settings)


MAKERS: dict[str, Callable[..., Any]] = {
    "supervised": supervised,
    "gan": lambda **k: train.GANTrainer(net(4, 2), net(2, 1), 4, "wgan_gp", critic_steps=2, **k),
    "conditional gan": lambda **k: train.GANTrainer(net(7, 2), net(5, 1), 4, num_classes=3, **k),
    "vae": lambda **k: train.VAETrainer(net(2, 6), net(3, 2), 3, reconstruction="mse", **k),
    "autoencoder": lambda **k: train.AutoencoderTrainer(net(2, 3), net(3, 2), "mask", sparsity=0.1, **k),
    "diffusion": lambda **k: train.DiffusionTrainer(Denoiser(), 5, **k),
    "next token": lambda **k: tokens(train.LanguageModelTrainer, Tokens(), **k),
    "hidden token": lambda **k: tokens(train.LanguageModelTrainer, Tokens(), "masked", mask=8, vocab_size=9, **k),
    "gpt": lambda **k: tokens(train.LanguageModelTrainer, nn.models.GPT(9, 5, 1, 1, 4), **k),
    "sequence": lambda **k: tokens(train.Seq2SeqTrainer, Tokens(), **k),
}
METHODS = {"encode": 2, "decode": 2, "interpolate": 3, "anomaly_score": 1, "translate": 2, "predict": 1, "evaluate": 1}


def good_batch(kind: str, count: int) -> list[Any]:
    if "token" in kind or kind in ("gpt", "sequence"):
        text = RNG.integers(0, 9, (count, 5))
        return [text, text] if kind == "sequence" else [text]
    return [RNG.uniform(-0.9, 0.9, (count, 2)).astype(np.float32), np.arange(count) % 3]


CHANGES: list[Callable[[Any, Any], Any]] = [
    lambda array, draw: draw(tensors().filter(lambda t: max(t.shape, default=0) < 99)),
    lambda array, draw: draw(junk),
    lambda array, draw: array.astype(draw(st.sampled_from(["float64", "int8", "bool", "uint64", "float16", "int64"]))),
    lambda array, draw: np.where(RNG.uniform(size=array.shape) < 0.1, draw(st.sampled_from([-1, -100, 127, 9])), array),
    lambda array, draw: np.where(RNG.uniform(size=array.shape) < 0.1, draw(numbers), array).astype(np.float32),
    lambda array, draw: array[..., :0],
    lambda array, draw: array[::-1].T,
]


def hostile_batch(kind: str, draw: Any) -> tuple[Any, ...]:
    batch = good_batch(kind, draw(st.sampled_from([0, 1, 2, 3, 7, 64])))
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(batch)))
        if place == len(batch):
            batch.append(draw(tensors()))
        elif isinstance(batch[place], np.ndarray):
            with np.errstate(all="ignore"):
                batch[place] = draw(st.sampled_from(CHANGES))(batch[place], draw)
    return tuple(batch)


def damaged(state: Any, draw: Any) -> Any:
    """A state of which some parts are something else."""
    if draw(st.integers(0, 5)) == 0:
        return draw(integers | numbers | junk | tensors() | mappings)
    if isinstance(state, dict):
        return {key: damaged(value, draw) for key, value in state.items()}
    return [damaged(value, draw) for value in state] if isinstance(state, (list, tuple)) else state


class Lies:
    """A data set whose length is not what it says."""

    def __init__(self, batch: Any, told: int) -> None:
        self.batch, self.told = batch, told

    def __len__(self) -> int:
        return self.told

    def __getitem__(self, number: int) -> Any:
        if number >= 9:
            raise IndexError(number)
        return tuple(array[number % max(1, len(array))] for array in self.batch)


class Meddler(train.Callback):
    """Does one thing to the trainer at one moment."""

    def __init__(self, draw: Any) -> None:
        self.draw, self.calls = draw, 0
        self.what, self.moment = draw(st.sampled_from(sorted(self.DEEDS))), draw(st.integers(1, 6))

    def act(self, trainer: Any, *rest: Any) -> None:
        self.calls += 1
        if self.calls == self.moment:
            self.DEEDS[self.what](self, trainer)

    on_batch_begin = on_batch_end = on_epoch_end = on_validation_begin = act

    def freeze(self, trainer: Any) -> None:
        for network in trainer.networks.values():
            for parameter in network.parameters():
                parameter.requires_grad = False

    def replace(self, trainer: Any) -> None:
        for network in trainer.networks.values():
            for module in network.modules():
                if isinstance(module, nn.Linear):
                    module.weight = nn.Parameter(sg.zeros((2, 2)))

    def raise_rate(self, trainer: Any) -> None:
        next(iter(trainer.optimizers.values())).param_groups[0]["lr"] = self.draw(numbers)

    def go_back(self, trainer: Any) -> None:
        trainer.save("checkpoint")
        trainer.resume("checkpoint")

    DEEDS: ClassVar[dict[str, Callable[["Meddler", Any], Any]]] = {
        "raise": lambda self, trainer: 1 / 0,
        "stop": lambda self, trainer: trainer.stop(now=True),
        "updates": lambda self, trainer: setattr(trainer, "updates", self.draw(integers)),
        "epoch": lambda self, trainer: setattr(trainer, "epoch", self.draw(integers)),
        "history": lambda self, trainer: trainer.history.rows.clear(),
        "fit": lambda self, trainer: trainer.fit(good_batch("gan", 8), progress=False),
        "step": lambda self, trainer: trainer.step(good_batch("gan", 4)),
        "state": lambda self, trainer: trainer.load_step_state(damaged(trainer.step_state(), self.draw)),
        "freeze": freeze,
        "replace": replace,
        "rate": raise_rate,
        "resume": go_back,
    }


def fit(trainer: Any, kind: str, batch: Any, meddlers: list[Meddler], draw: Any) -> None:
    source = draw(st.sampled_from(["arrays", "batches", "loader", "lies", "workers"]))
    made: Any = batch
    if source == "batches":
        made = [batch] * 3
    elif source == "loader":
        made = data.DataLoader(data.ArrayDataset(*batch), 3, shuffle=True)
    elif source in ("lies", "workers"):
        made = data.DataLoader(Lies(batch, draw(st.sampled_from(INTEGERS))), 3, num_workers=2 * (source == "workers"))
    validation = draw(st.sampled_from([None, tuple(good_batch(kind, 5)), [batch]]))
    with suppress(ZeroDivisionError):  # a meddler's own
        trainer.fit(made, epochs=2, validation=validation, callbacks=meddlers, progress=False)


def one_trainer(data: st.DataObject, log: Log) -> None:
    draw = data.draw
    sg.manual_seed(0)  # what is drawn next depends on what has happened
    RNG.bit_generator.state = START
    kind = draw(st.sampled_from(sorted(MAKERS)))
    trainer = MAKERS[kind](**draw(st.sampled_from(SETTINGS)))
    for _ in range(draw(st.integers(1, 5))):
        batch = hostile_batch(kind, draw)
        action = draw(st.sampled_from(["step", "fit", "fit", "sample", "state", "place", "method"]))
        if action == "step":
            attempt(log, f"{kind} step", lambda batch: trainer.step(batch), {"batch": batch}, changes=True)
        elif action == "fit":
            meddlers = [Meddler(draw) for _ in range(draw(st.integers(0, 2)))]
            name = f"{kind} fit {[(meddler.what, meddler.moment) for meddler in meddlers]}"
            attempt(
                log, name, lambda batch, m=meddlers: fit(trainer, kind, batch, m, draw), {"batch": batch}, changes=True
            )
        elif action == "sample" and hasattr(trainer, "sample"):
            names = st.sampled_from(["labels", "steps", "eta", "guidance", "shape"])
            values = st.integers(-1, 6) | numbers | junk | tensors() | st.lists(st.integers(-1, 4), max_size=3)
            count = draw(st.sampled_from([0, 1, 300, -1, 2**62]))
            settings = {"n": count, **draw(st.dictionaries(names, values, max_size=3))}
            attempt(log, f"{kind} sample", trainer.sample, settings, changes=True)
        elif action == "state":
            state = damaged(trainer.step_state(), draw)
            attempt(log, f"{kind} state", lambda state: trainer.load_step_state(state), {"state": state}, changes=True)
        elif action == "place":
            state = damaged(trainer.loop_state(), draw)
            attempt(
                log, f"{kind} place", lambda state: trainer.load_loop_state(state, {}), {"state": state}, changes=True
            )
        elif action == "method":
            name = draw(st.sampled_from(sorted(METHODS)))
            if hasattr(trainer, name):
                given = st.just(batch[0] if batch else None) | st.integers(-2, 9) | junk
                values = [draw(given) for _ in range(METHODS[name])]
                attempt(
                    log, f"{kind} {name}", lambda values, n=name: getattr(trainer, n)(*values), {"values": values}, True
                )


SCHEDULES = [entry for entry in _core.describe()["classes"] if entry["namespace"].startswith("optim.")]


def one_schedule(data: st.DataObject, log: Log) -> None:
    draw = data.draw
    entry = draw(st.sampled_from(SCHEDULES))
    optimizer = adam(nn.Linear(2, 3))
    kwargs = {**arguments(entry["parameters"], data, wild=True), "optimizer": optimizer}
    if "schedulers" in kwargs:
        kwargs["schedulers"] = [
            optim.lr_scheduler.StepLR(optimizer, 2),
            optim.lr_scheduler.CosineAnnealingLR(optimizer, 5),
        ]
    if entry["name"] == "ChainedScheduler":
        del kwargs["optimizer"]
    schedule = attempt(log, entry["name"], getattr(sg.optim.lr_scheduler, entry["name"], optim.swa_utils.SWALR), kwargs)
    for _ in range(draw(st.integers(1, 6)) if schedule is not None else 0):
        action = draw(st.sampled_from(["step", "step", "load", "count", "group"]))
        if action == "step":
            values = [draw(numbers)] if "Plateau" in entry["name"] else []
            attempt(log, "step", lambda v=values: schedule.step(*v), {}, changes=True)
        elif action == "load":
            state = damaged(schedule.state_dict(), draw)
            attempt(log, "load", lambda state: schedule.load_state_dict(state), {"state": state}, changes=True)
        elif action == "count":
            attempt(log, "count", lambda n: setattr(schedule, "last_epoch", n), {"n": draw(integers)}, changes=True)
        else:
            optimizer.add_param_group({"params": [nn.Parameter(sg.zeros(2))]})


LOADER_SETTINGS = {
    "batch_size": integers,
    "shuffle": st.booleans(),
    "seed": integers,
    "drop_last": st.booleans(),
    "sampler": st.sampled_from([data.WeightedSampler([1, 2.0]), [0, 1, 2], [-1], [2**62], ["a"], [99]]),
    "batch_sampler": st.sampled_from([[[0, 1], [2]], [[]], [[-5]], [1], [[2**63]]]),
    "num_workers": st.sampled_from([0, 1, 2, -1]),
    "prefetch": st.sampled_from([1, 2, 0, 2**40]),
    "collate_fn": st.sampled_from([list, len, lambda samples: None, data.pad_collate()]),
    "transform": st.sampled_from([data.augment.Normalize([0.0], [1.0]), lambda *batch: None, data.augment.Mixup(3)]),
}


def one_loader(data_object: st.DataObject, log: Log) -> None:
    draw = data_object.draw
    count = draw(st.sampled_from([0, 1, 5, 9]))
    arrays = data.ArrayDataset(np.zeros((count, 2), np.float32), np.arange(count))
    source = draw(st.sampled_from([arrays, Lies((np.zeros((5, 2)),), draw(st.sampled_from(INTEGERS)))]))

    def run(**settings: Any) -> None:
        loader = data.DataLoader(source, **settings)
        list(itertools.islice(loader, 5))
        state = damaged(loader.state_dict(), draw)
        log.write("load", [state])
        with suppress(*DOCUMENTED):
            loader.load_state_dict(state)
        for _ in range(2):
            list(itertools.islice(loader, 5))
        len(loader)

    settings = draw(st.fixed_dictionaries({}, optional=LOADER_SETTINGS))  # type: ignore[arg-type]
    attempt(log, "DataLoader", run, settings, changes=True)


fuzz_calls.TARGETS |= {"trainers": one_trainer, "schedules": one_schedule, "loaders": one_loader}

if __name__ == "__main__":
    fuzz_calls.main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
