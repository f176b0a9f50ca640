"""What happens while a model trains: stop early, change the learning rate, draw, or what a `Callback` of yours does."""

import math
import time
from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from .. import _core, random
from .history import Row

if TYPE_CHECKING:
    from .history import History
    from .trainer import Trainer

Mode = Literal["auto", "min", "max"]


class Callback:
    """Override what you need: `trainer.stop()` ends training after the epoch, `trainer.stop(now=True)` after the batch.

    `every_steps` and `every_seconds` say how often `on_batch_end` is wanted; between these times the engine trains on
    without Python. What `state_dict` returns is part of a checkpoint.
    """

    every_steps: int = 1
    every_seconds: float = 0.0
    runs_last = False

    def on_fit_begin(self, trainer: "Trainer") -> None:
        """Before the first epoch of a fit."""

    def on_epoch_begin(self, trainer: "Trainer", epoch: int) -> None:
        """Before an epoch; they count from 1."""

    def on_batch_begin(self, trainer: "Trainer", batch: int) -> None:
        """Before an update, which count from 1 in each epoch."""

    def on_batch_end(self, trainer: "Trainer", batch: int, losses: Row) -> None:
        """After an update, with the means over the epoch so far; the parameters still have its gradients."""

    def on_validation_begin(self, trainer: "Trainer") -> None:
        """Between an epoch's updates and its validation."""

    def on_validation_end(self, trainer: "Trainer") -> None:
        """After the validation of an epoch."""

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        """After an epoch, with its losses and metrics, validation included; what is added to `row` is kept."""

    def on_fit_end(self, trainer: "Trainer", history: "History") -> None:
        """After the last epoch, also when it was stopped early."""

    def on_exception(self, trainer: "Trainer", error: BaseException) -> None:
        """When an error or Ctrl-C ends the fit, which raises it afterwards."""

    def state_dict(self) -> dict[str, Any]:
        """What the callback needs to go on in another process: numbers, strings, tensors, lists and dicts of them."""
        return {}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Goes on where `state_dict` was taken; called after `on_fit_begin`."""


class Monitor:
    """Watches one column for improvement.

    name is "val_loss" where there is one, else "loss". mode "min" wants it small, "max" large; "auto" takes "min" for
    losses, errors and perplexity, and "max" for everything else.
    """

    def __init__(self, owner: str, name: str | None, mode: Mode, min_delta: float = 0.0) -> None:
        if mode not in ("auto", "min", "max"):
            raise ValueError(f"{owner}: mode must be 'auto', 'min' or 'max', got {mode!r}")
        self.owner, self.name, self.mode, self.min_delta = owner, name, mode, min_delta
        self.best, self.epoch = math.inf, 0

    def improves(self, epoch: int, row: Row) -> bool:
        """Whether the epoch is the best so far, by more than min_delta; NaN is the worst."""
        name = self.name or ("val_loss" if "val_loss" in row else "loss")
        value = row.get(name)
        if value is None:
            raise ValueError(f"{self.owner}: there is no column {name!r}; there are {', '.join(row)}")
        is_cost = name.endswith(("loss", "mae", "mse", "error", "perplexity"))
        cost = value if self.mode == "min" or (self.mode == "auto" and is_cost) else -value
        if self.epoch and not cost < self.best - self.min_delta:
            return False
        self.best, self.epoch = math.inf if math.isnan(cost) else cost, epoch
        return True

    def state_dict(self) -> dict[str, Any]:
        return {"best": self.best, "best_epoch": self.epoch}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        self.best, self.epoch = float(state_dict["best"]), int(state_dict["best_epoch"])


class EarlyStopping(Callback):
    """Ends training when the monitored column has not improved for `patience` epochs.

    monitor is "val_loss" where there is one, else "loss". mode "min" wants it small, "max" large; "auto" takes "min"
    for losses and errors and "max" for everything else. An improvement is more than min_delta. With restore_best the
    networks get back the weights of their best epoch.
    """

    def __init__(
        self,
        patience: int = 3,
        monitor: str | None = None,
        mode: Mode = "auto",
        min_delta: float = 0.0,
        restore_best: bool = False,
    ) -> None:
        if patience < 1:
            raise ValueError(f"EarlyStopping: patience must be at least 1, got {patience}")
        self.patience = patience
        self.restore_best = restore_best
        self._settings = ("EarlyStopping", monitor, mode, min_delta)
        self._monitor = Monitor(*self._settings)
        self._weights: dict[str, Any] = {}

    @property
    def best_epoch(self) -> int:
        """The epoch of the best value, 0 before there is one."""
        return self._monitor.epoch

    def on_fit_begin(self, trainer: "Trainer") -> None:
        self._monitor = Monitor(*self._settings)
        self._weights = {}

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        if self._monitor.improves(epoch, row):
            if self.restore_best:
                self._weights = {
                    name: {key: tensor.copy() for key, tensor in network.state_dict().items()}
                    for name, network in trainer.networks.items()
                }
        elif epoch - self.best_epoch >= self.patience:
            trainer.stop()

    def on_fit_end(self, trainer: "Trainer", history: "History") -> None:
        for name, weights in self._weights.items():
            trainer.networks[name].load_state_dict(weights)
        self._weights = {}

    def state_dict(self) -> dict[str, Any]:
        return {**self._monitor.state_dict(), "weights": self._weights}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        self._monitor.load_state_dict(state_dict)
        self._weights = dict(state_dict["weights"])


class LRSchedule(Callback):
    """Steps a schedule of `optim.lr_scheduler` after every update ("step", in the engine) or every epoch.

    One that waits for a plateau is given the column `monitor` at the end of each epoch.
    """

    def __init__(self, schedule: Any, every: Literal["step", "epoch"] = "epoch", monitor: str | None = None) -> None:
        if every not in ("step", "epoch"):
            raise ValueError(f"LRSchedule: every must be 'step' or 'epoch', got {every!r}")
        if not isinstance(schedule, _core.Object) or not hasattr(schedule, "get_last_lr"):
            raise TypeError(f"LRSchedule: expected a schedule of optim.lr_scheduler, got {type(schedule).__name__}")
        self.schedule: Any = schedule
        self.every = every
        self.monitor = monitor
        self._waits = type(schedule).__name__ == "ReduceLROnPlateau"
        if self._waits and every == "step":
            raise ValueError("LRSchedule: ReduceLROnPlateau goes by epochs")

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        rates = self.schedule.get_last_lr() or [next(iter(trainer.optimizers.values())).param_groups[0]["lr"]]
        row["lr"] = rates[0]
        if self.every == "step":
            return
        if not self._waits:
            self.schedule.step()
            return
        name = self.monitor or ("val_loss" if "val_loss" in row else "loss")
        if row.get(name) is None:
            raise ValueError(f"LRSchedule: there is no column {name!r}; there are {', '.join(row)}")
        self.schedule.step(row[name])

    def state_dict(self) -> dict[str, Any]:
        return dict(self.schedule.state_dict())

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        self.schedule.load_state_dict(state_dict)


class TimeLimit(Callback):
    """Ends training after the batch in which the time is up; a `Checkpoint` then has its place in the epoch."""

    def __init__(self, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        self.limit = hours * 3600 + minutes * 60 + seconds
        if not self.limit > 0:
            raise ValueError(f"TimeLimit: the time must be positive, got {self.limit} seconds")
        self.every_steps, self.every_seconds = 0, min(0.1, self.limit / 10)
        self._start = 0.0

    def on_fit_begin(self, trainer: "Trainer") -> None:
        self._start = time.monotonic()

    def on_batch_end(self, trainer: "Trainer", batch: int, losses: Row) -> None:
        if time.monotonic() - self._start >= self.limit:
            trainer.stop(now=True)

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        if time.monotonic() - self._start >= self.limit:
            trainer.stop()


class SampleGrid(Callback):
    """Draws what `make()` returns, images as `sg.plot.grid` takes them, into a folder every so many epochs.

    The random stream is put back afterwards, so that looking does not change the training; the samples come from
    `seed` each time, so that they show the same latents as the model learns.
    """

    def __init__(
        self,
        make: Callable[[], Any],
        directory: str | PathLike[str],
        every: int = 1,
        columns: int | None = None,
        scale: int = 1,
        seed: int = 0,
    ) -> None:
        if every < 1:
            raise ValueError(f"SampleGrid: every must be at least 1, got {every}")
        self.make, self.directory, self.every = make, Path(directory), every
        self.columns, self.scale, self.seed = columns, scale, seed
        self.last: Any = None

    def on_fit_begin(self, trainer: "Trainer") -> None:
        self.directory.mkdir(parents=True, exist_ok=True)

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        if epoch % self.every:
            return
        import swiftgrad as sg

        state = random.get_state()
        sg.manual_seed(self.seed)
        try:
            with sg.no_grad():
                images = self.make()
        finally:
            random.set_state(state)
        path = self.directory / f"epoch-{epoch:04}.png"
        self.last = sg.plot.grid(images, columns=self.columns, path=path, scale=self.scale)
