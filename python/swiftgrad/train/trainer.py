"""`Trainer`: the engine's loop over batches, with Python's callbacks and progress between epochs."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from os import PathLike
from threading import Lock
from types import GeneratorType
from typing import TYPE_CHECKING, Any, Self

import swiftgrad as sg

from .. import _core, _namespaces, _native
from .._core import Tensor
from ..data.dataset import ArrayDataset, Dataset
from ..data.loader import DataLoader
from ..nn.module import Module
from ..optim.optimizer import Optimizer
from . import checkpoint
from .callbacks import Callback, LRSchedule
from .history import History, Row
from .progress import Choice, Progress, start

_DEFAULT_BATCH = 32
# For each method of a callback that is called from within an epoch: when, and how many of batch and means it takes.
_MOMENTS = {
    "on_batch_begin": ("batch_begin", 1),
    "on_batch_end": ("batch_end", 2),
    "on_validation_begin": ("validation_begin", 0),
    "on_validation_end": ("validation_end", 0),
}


class _Native(_core.Object):
    pass


class _NativeHistory(_core.Object):
    pass


_engine = _native.methods("train.Trainer", _Native)
_history = _native.methods("train.History", _NativeHistory)
_rows = _history.rows


@_namespaces.base("train.History")
class _EngineHistory(_NativeHistory):
    """What one call of the engine's loop reported."""


@_namespaces.base("train.Trainer")
class Trainer(_Native):
    """Trains a model to map inputs to targets.

    loss is a loss of `nn`, or a function of output and target that returns one number as a tensor. metrics lists
    "accuracy" and functions of output and target that return a number, or maps names to such functions.

    accumulate batches make one step of the optimiser; clip_grad_norm limits the norm of the gradients; ema is the decay
    of a running average of the weights, which evaluate and predict then use. A loss that is not a number ends training
    with a RuntimeError that says where, unless stop_on_nan is false.
    """

    epoch: int
    """Epochs that are complete."""
    updates: int
    """Batches that were trained on."""
    history: History
    _should_stop: bool
    _stops_now: bool
    _busy: Lock
    _callbacks: list[Callback]
    _callback_states: dict[str, Any]
    _is_resumed: bool
    _loader: DataLoader | None
    _loader_state: dict[str, int] | None
    _place: dict[str, Any] | None
    _random_state: Sequence[int] | None

    if TYPE_CHECKING:

        @property
        def model(self) -> Module: ...
        @property
        def optimizer(self) -> Optimizer: ...
        @property
        def networks(self) -> dict[str, Module]: ...
        @property
        def optimizers(self) -> dict[str, Optimizer]: ...

        def step_state(self) -> dict[str, Any]: ...
        def load_step_state(self, state: Mapping[str, Any]) -> None: ...

    def __init__(
        self,
        model: Module,
        optimizer: Optimizer,
        loss: Module | Callable[[Any, Any], Any],
        metrics: Sequence[Any] | Mapping[str, Any] | None = None,
        *,
        accumulate: int = 1,
        clip_grad_norm: float | None = None,
        ema: float | None = None,
        stop_on_nan: bool = True,
    ) -> None:
        number = _namespaces.class_number("train.Trainer")
        settings = {
            "accumulate": accumulate,
            "clip_grad_norm": clip_grad_norm,
            "ema": ema,
            "stop_on_nan": stop_on_nan,
        }
        _core.construct(self, number, (model, optimizer, loss, metrics), settings)

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """What all trainers know in Python, whatever they are made of."""
        self = super().__new__(cls)
        self.epoch = self.updates = 0
        self.history = History()
        self._should_stop = self._stops_now = False
        self._busy = Lock()
        self._callbacks = []
        self._callback_states = {}
        self._is_resumed = False
        self._loader = self._loader_state = self._place = self._random_state = None
        return self

    def fit(
        self,
        data: Any,
        epochs: int = 1,
        validation: Any = None,
        callbacks: Iterable[Callback] = (),
        progress: Choice = True,
    ) -> History:
        """Trains for a number of passes over the data; returns a row for each with losses and metrics.

        data and validation are a DataLoader, a tuple of arrays (inputs, then the target; in batches of 32, for training
        shuffled), or an iterable of such batches, which is iterated anew for every epoch. progress True shows a bar, or
        lines where there is no terminal; "auto" shows it only where somebody looks. Ctrl-C ends the training in the
        middle of an epoch; the model can be used, and `trainer.history` has the epochs that were finished.
        """
        if epochs < 0:
            raise ValueError(f"fit: epochs must not be negative, got {epochs}")
        self._callbacks = sorted(callbacks, key=lambda callback: callback.runs_last)
        batches = prepared(data, shuffle=True, epoch=self.epoch)
        held_out = None if validation is None else prepared(validation, shuffle=False)
        _check_repeatable(batches, "the data", epochs)
        _check_repeatable(held_out, "the validation data", epochs)
        begun, first, last = len(self.history), self.epoch + 1, self.epoch + epochs
        self._should_stop = self._stops_now = False
        display = start(progress, epochs, first, _length(batches))
        try:
            for callback in self._callbacks:
                callback.on_fit_begin(self)
            self._begin(batches)
            while self.epoch < last and not self._should_stop:
                for callback in self._callbacks:
                    callback.on_epoch_begin(self, self.epoch + 1)
                if not self._run_epoch(batches, held_out, display):
                    break
                row = self.history[-1]
                for callback in self._callbacks:
                    callback.on_epoch_end(self, self.epoch, row)
                display.end_epoch(self.epoch, row)
            history = History(self.history.rows[begun:])
            for callback in self._callbacks:
                callback.on_fit_end(self, history)
        except BaseException as error:
            for callback in self._callbacks:
                try:
                    callback.on_exception(self, error)
                except Exception as failure:
                    error.add_note(f"{type(callback).__name__}.on_exception failed too: {failure}")
            raise
        finally:
            display.close()
            self._callback_states = self.callback_states()
            self._callbacks = []
        return history

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The engine's trainer serves one thread, and one call, at a time."""
        if not self._busy.acquire(blocking=False):
            raise RuntimeError("this trainer is busy, in another thread or around this call")
        try:
            yield
        finally:
            self._busy.release()

    def _run_epoch(self, batches: Any, held_out: Any, display: Progress) -> bool:
        """One epoch of the engine, or what is left of it; False when it was stopped in the middle."""
        place, earlier = self._place, _engine.history(self)
        skipped = place["batch"] if place else 0
        done = skipped

        def advance(epoch: int, batch: int, count: int | None, means: Row) -> None:
            nonlocal done
            display.advance(batch - done, means)
            done = batch

        validation = None if held_out is None else _source(held_out)
        source = _source(batches, 0 if isinstance(batches, DataLoader) else skipped)
        if self._random_state is not None:
            sg.random.set_state(self._random_state)
        self._random_state = None
        observers = [*self._observers(), [advance, "batch_end", 0, 0.05], [advance, "epoch_end", 0, 0]]
        schedules = [c.schedule for c in self._callbacks if isinstance(c, LRSchedule) and c.every == "step"]
        try:
            with self._alone():
                _engine.fit(self, source, 1, validation, self.epoch + 1, observers, schedules, place, self.updates)
            return self._take_over()
        except BaseException:
            if _engine.history(self) is not earlier:
                self._take_over()
                self._random_state = self._place["random"] if self._place else None
            raise

    def _take_over(self) -> bool:
        """Notes how far the engine's run has come; True when that is the end of its epoch.

        A signal is handled where a function is called or returns. So that Ctrl-C finds all of these as they belong
        together, each is set in one statement without a call.
        """
        history = _engine.history(self)
        place, rows = _position(history), _rows(history)
        if rows and place["epoch"] > self.epoch:
            finished = [*self.history.rows, *rows]
            self.history.rows, self.epoch, self.updates, self._place = finished, place["epoch"], place["updates"], None
        elif place and not rows:
            self.updates, self._place = place["updates"], place
        return bool(rows)

    def _observers(self) -> Iterator[list[Any]]:
        """What the engine calls while it trains: only those events that a callback has a method for."""
        for callback in self._callbacks:
            for method, (moment, count) in _MOMENTS.items():
                if getattr(type(callback), method) is not getattr(Callback, method):
                    report = self._reporter(getattr(callback, method), count)
                    yield [report, moment, callback.every_steps, callback.every_seconds]

    def _reporter(self, call: Callable[..., None], count: int) -> Callable[..., bool]:
        def report(epoch: int, batch: int, batches: int | None, means: Row) -> bool:
            self._take_over()
            call(self, *(batch, means)[:count])
            return self._stops_now

        return report

    def _begin(self, batches: Any) -> None:
        """Puts loader and callbacks where a resumed run was, or else the loader at the start of an epoch."""
        self._loader = batches if isinstance(batches, DataLoader) else None
        if not self._is_resumed:
            self._place = self._loader_state = self._random_state = None
        if self._loader is not None:
            state = self._loader_state or self._loader.state_dict()
            if self._loader_state is None and state["position"] > 0:
                state = {**state, "epoch": state["epoch"] + 1, "position": 0}
            self._loader.load_state_dict(state)
        if self._is_resumed:
            for name, callback in _named(self._callbacks):
                if self._callback_states.get(name):
                    callback.load_state_dict(self._callback_states[name])
        self._is_resumed, self._loader_state = False, None

    def loop_state(self) -> dict[str, Any]:
        """What a checkpoint keeps beside networks, optimisers and callbacks."""
        loader = self._loader_state if self._loader is None else self._loader.state_dict()
        if loader is not None and self._place is not None and self._loader is not None:
            moved_on = loader["position"] < self._place["batch"]
            loader = {**loader, "epoch": loader["epoch"] - moved_on, "position": self._place["batch"]}
        random = self._random_state if self._random_state is not None else sg.random.get_state()
        return {
            "kind": type(self).__name__,
            "epoch": self.epoch,
            "updates": self.updates,
            "place": self._place,
            "history": self.history.rows,
            "loader": loader,
            "random": list(random),
        }

    def load_loop_state(self, state: Mapping[str, Any], callbacks: Mapping[str, Any]) -> None:
        """Takes what `loop_state` and `callback_states` gave; the next fit goes on there."""
        place, loader = state["place"], state["loader"]
        epoch, updates, random = int(state["epoch"]), int(state["updates"]), [int(word) for word in state["random"]]
        is_placed = place is None or (isinstance(place["batch"], int) and place["batch"] >= 0)
        has_rows = all(isinstance(row, dict) for row in state["history"])
        if epoch < 0 or updates < 0 or len(random) != 2 or not is_placed or not has_rows:
            raise ValueError("a checkpoint whose epoch, updates, place, history or random state make no sense")
        self.epoch, self.updates, self._place = epoch, updates, place
        self.history.rows = [dict(row) for row in state["history"]]
        self._loader, self._loader_state, self._random_state = None, loader, random
        self._callback_states = dict(callbacks)
        self._is_resumed = True

    def callback_states(self) -> dict[str, Any]:
        """The states of the callbacks of the running fit, by class and number; of the last one between fits."""
        if not self._callbacks:
            return self._callback_states
        return {name: callback.state_dict() for name, callback in _named(self._callbacks)}

    def stop(self, now: bool = False) -> None:
        """Ends the running fit after this epoch, or now, after this batch; for callbacks."""
        self._should_stop = True
        self._stops_now = self._stops_now or now

    def step(self, batch: Sequence[Any]) -> dict[str, float]:
        """One update from one batch, inputs and then the target; its losses and metrics by name."""
        with self._alone():
            return _engine.step(self, *_checked(batch))  # type: ignore[no-any-return]

    def evaluate(self, data: Any) -> dict[str, float]:
        """Losses and metrics over all batches, in evaluation mode, without an update; data as for `fit`."""
        with self._alone():
            return _engine.evaluate(self, _source(prepared(data, shuffle=False)))  # type: ignore[no-any-return]

    def predict(self, data: Any) -> Tensor:
        """The model's outputs for an array of samples, or for all batches of a loader, in evaluation mode."""
        source = data if _is_array(data) else _source(prepared(data, shuffle=False))
        with self._alone():
            return _engine.predict(self, source)  # type: ignore[no-any-return]

    def save(self, path: str | PathLike[str]) -> None:
        """Writes a folder of safetensors and JSON, complete or not at all, from which `resume` goes on bit for bit.

        It has networks, optimisers, schedules and other callbacks, history, random stream, and the place in the epoch.
        """
        checkpoint.save(self, path)

    def resume(self, path: str | PathLike[str]) -> None:
        """Restores what `save` wrote, into networks and optimisers of the same make; `fit` then goes on from there.

        path is a checkpoint, or a folder of them, of which the latest is taken. An epoch that was begun is finished
        first, and counts as one. Iterables that are no DataLoader are gone through up to the place. When it raises,
        nothing has changed.
        """
        checkpoint.resume(self, path)


_native.hide(Trainer, "history")


def _named(callbacks: Sequence[Callback]) -> Iterator[tuple[str, Callback]]:
    """Each callback with its class and how many of that class came before."""
    seen: Counter[str] = Counter()
    for callback in callbacks:
        name = type(callback).__name__
        yield f"{name}-{seen[name]}", callback
        seen[name] += 1


def _position(history: Any) -> dict[str, Any]:
    return _history.position(history) or {}


def _is_array(data: Any) -> bool:
    return isinstance(data, Tensor) or hasattr(data, "__array__") or hasattr(data, "__dlpack__")


def prepared(data: Any, shuffle: bool = True, epoch: int = 0) -> Any:
    """A DataLoader, or an iterable of batches. Arrays are shuffled in an order of their own for each epoch."""
    if isinstance(data, (tuple, list)) and data and all(_is_array(array) for array in data):
        data = ArrayDataset(*data)
    if isinstance(data, Dataset):
        loader = DataLoader(data, _DEFAULT_BATCH, shuffle, seed=0)
        loader.load_state_dict({"seed": 0, "epoch": epoch, "position": 0})
        return loader
    if isinstance(data, str) or not isinstance(data, Iterable):
        raise TypeError(
            f"data must be a DataLoader, a tuple of arrays or an iterable of batches, not {type(data).__name__}"
        )
    return data


def _length(batches: Any) -> int | None:
    try:
        return len(batches)
    except TypeError:
        return None


def _source(batches: Any, skipped: int = 0) -> Any:
    """What the engine takes: a loader of its own, or a function that returns the next batch, and None at the end."""
    if isinstance(batches, DataLoader) and batches.is_native:
        return batches
    iterator: Iterator[Any] = iter(batches)
    for _ in range(skipped):
        next(iterator, None)

    def next_batch() -> list[Any] | None:
        batch = next(iterator, None)
        return None if batch is None else list(_checked(batch))

    return next_batch


def _checked(batch: Any) -> Sequence[Any]:
    if not isinstance(batch, (tuple, list)):
        raise TypeError(f"a batch must be a tuple of arrays, inputs and then the target, not {type(batch).__name__}")
    return batch


def _check_repeatable(batches: Any, what: str, epochs: int) -> None:
    if epochs > 1 and isinstance(batches, (GeneratorType, enumerate, filter, map, zip)):
        raise ValueError(
            f"fit: {what} is a {type(batches).__name__}, which gives its batches once, and there are {epochs} epochs; "
            "use a list or a DataLoader"
        )
