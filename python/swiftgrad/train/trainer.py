"""`Trainer`: the engine's loop over batches, with Python's callbacks and progress between epochs."""

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
from .callbacks import Callback
from .history import History, Row
from .progress import Choice, Progress, start

_DEFAULT_BATCH = 32


class _Native(_core.Object):
    pass


class _NativeHistory(_core.Object):
    pass


_engine = _native.methods("train.Trainer", _Native)
_rows = _native.methods("train.History", _NativeHistory).rows


@_namespaces.base("train.History")
class _EngineHistory(_NativeHistory):
    """What one call of the engine's loop reported."""


@_namespaces.base("train.Trainer")
class Trainer(_Native):
    """Trains a model to map inputs to targets.

    loss is a loss of `nn`, or a function of output and target that returns one number as a tensor. metrics lists
    "accuracy" and functions of output and target that return a number, or maps names to such functions. A loss that is
    not a number ends training with a RuntimeError that says where, unless stop_on_nan is false.
    """

    epoch: int
    history: History
    _should_stop: bool
    _busy: Lock
    _loader: DataLoader | None
    _loader_state: dict[str, int] | None
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
        stop_on_nan: bool = True,
    ) -> None:
        number = _namespaces.class_number("train.Trainer")
        _core.construct(self, number, (model, optimizer, loss, metrics), {"stop_on_nan": stop_on_nan})

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """What all trainers know in Python, whatever they are made of."""
        self = super().__new__(cls)
        self.epoch = 0
        self.history = History()
        self._should_stop = False
        self._busy = Lock()
        self._loader = None
        self._loader_state = None
        self._random_state = None
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
        observers = list(callbacks)
        batches = self._restored(_prepared(data, shuffle=True, epoch=self.epoch))
        held_out = None if validation is None else _prepared(validation, shuffle=False)
        _check_repeatable(batches, "the data", epochs)
        _check_repeatable(held_out, "the validation data", epochs)
        history, first = History(), self.epoch + 1
        self._should_stop = False
        display = start(progress, epochs, first, _length(batches))
        try:
            for observer in observers:
                observer.on_fit_begin(self)
            while len(history) < epochs and not self._should_stop:
                for observer in observers:
                    observer.on_epoch_begin(self, self.epoch + 1)
                row = self._run_epoch(batches, held_out, display)
                history.rows.append(row)
                self.history.rows.append(row)
                self.epoch += 1
                for observer in observers:
                    observer.on_epoch_end(self, self.epoch, row)
                display.end_epoch(self.epoch, row)
            for observer in observers:
                observer.on_fit_end(self, history)
        finally:
            display.close()
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

    def _run_epoch(self, batches: Any, held_out: Any, display: Progress) -> Row:
        done = 0

        def report(epoch: int, batch: int, count: int | None, means: Row) -> None:
            nonlocal done
            display.advance(batch - done, means)
            done = batch

        validation = None if held_out is None else _source(held_out)
        with self._alone():
            reported = _engine.fit(self, _source(batches), 1, validation, report, first_epoch=self.epoch + 1)
        (row,) = _rows(reported)
        return row  # type: ignore[no-any-return]

    def _restored(self, batches: Any) -> Any:
        """After `resume`, the loader goes on with the order it had, and the random stream where it was."""
        self._loader = batches if isinstance(batches, DataLoader) else None
        if self._loader is not None and self._loader_state is not None:
            self._loader.load_state_dict(self._loader_state)
        if self._random_state is not None:
            sg.random.set_state(self._random_state)
        self._loader_state = self._random_state = None
        return batches

    def loader_state(self) -> dict[str, int] | None:
        """Where the loader of the last fit is, for a checkpoint; None for other iterables."""
        return self._loader_state if self._loader is None else self._loader.state_dict()

    def continue_from(self, loader_state: dict[str, int] | None, random_state: Sequence[int]) -> None:
        """Sets where the loader and the random stream go on when the next fit begins."""
        self._loader, self._loader_state, self._random_state = None, loader_state, random_state

    def stop(self) -> None:
        """Ends the running fit after this epoch; for callbacks."""
        self._should_stop = True

    def step(self, batch: Sequence[Any]) -> dict[str, float]:
        """One update from one batch, inputs and then the target; its losses and metrics by name."""
        with self._alone():
            return _engine.step(self, *_checked(batch))  # type: ignore[no-any-return]

    def evaluate(self, data: Any) -> dict[str, float]:
        """Losses and metrics over all batches, in evaluation mode, without an update; data as for `fit`."""
        with self._alone():
            return _engine.evaluate(self, _source(_prepared(data, shuffle=False)))  # type: ignore[no-any-return]

    def predict(self, data: Any) -> Tensor:
        """The model's outputs for an array of samples, or for all batches of a loader, in evaluation mode."""
        source = data if _is_array(data) else _source(_prepared(data, shuffle=False))
        with self._alone():
            return _engine.predict(self, source)  # type: ignore[no-any-return]

    def save(self, path: str | PathLike[str]) -> None:
        """Writes model, optimiser, epoch and history to a safetensors file, complete or not at all."""
        checkpoint.save(self, path)

    def resume(self, path: str | PathLike[str]) -> None:
        """Restores what `save` wrote, into the same model and optimiser; `fit` then goes on with the next epoch."""
        checkpoint.resume(self, path)


_native.hide(Trainer, "history")


def _is_array(data: Any) -> bool:
    return isinstance(data, Tensor) or hasattr(data, "__array__") or hasattr(data, "__dlpack__")


def _prepared(data: Any, shuffle: bool, epoch: int = 0) -> Any:
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


def _source(batches: Any) -> Any:
    """What the engine takes: a loader of its own, or a function that returns the next batch, and None at the end."""
    if isinstance(batches, DataLoader) and batches.is_native:
        return batches
    iterator: Iterator[Any] = iter(batches)

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
