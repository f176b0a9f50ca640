"""What happens between epochs: stop early, leave checkpoints, or whatever a subclass of `Callback` does."""

import math
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .history import Row

if TYPE_CHECKING:
    from .history import History
    from .trainer import Trainer


class Callback:
    """Override what you need; `trainer.stop()` ends the training after the epoch."""

    def on_fit_begin(self, trainer: "Trainer") -> None:
        """Before the first epoch of a fit."""

    def on_epoch_begin(self, trainer: "Trainer", epoch: int) -> None:
        """Before an epoch; they count from 1."""

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        """After an epoch, with its losses and metrics, validation included; what is added to `row` is kept."""

    def on_fit_end(self, trainer: "Trainer", history: "History") -> None:
        """After the last epoch, also when it was stopped early."""


class EarlyStopping(Callback):
    """Ends training when the monitored column has not improved for `patience` epochs.

    monitor is "val_loss" where there is one, else "loss". mode "min" wants it small, "max" large; "auto" takes "min"
    for losses and "max" for everything else. An improvement is more than min_delta. With restore_best the model gets
    back the weights of its best epoch.
    """

    def __init__(
        self,
        patience: int = 3,
        monitor: str | None = None,
        mode: Literal["auto", "min", "max"] = "auto",
        min_delta: float = 0.0,
        restore_best: bool = False,
    ) -> None:
        if patience < 1:
            raise ValueError(f"EarlyStopping: patience must be at least 1, got {patience}")
        if mode not in ("auto", "min", "max"):
            raise ValueError(f"EarlyStopping: mode must be 'auto', 'min' or 'max', got {mode!r}")
        self.patience = patience
        self.monitor = monitor
        self.mode = mode
        self.min_delta = min_delta
        self.restore_best = restore_best
        self.best_epoch = 0
        self._best = math.inf

    def on_fit_begin(self, trainer: "Trainer") -> None:
        self.best_epoch, self._best = 0, math.inf
        self._weights: dict[str, object] = {}

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        name = self.monitor or ("val_loss" if "val_loss" in row else "loss")
        value = row.get(name)
        if value is None:
            raise ValueError(f"EarlyStopping: there is no column {name!r}; there are {', '.join(row)}")
        is_loss = name.endswith("loss")
        cost = value if self.mode == "min" or (self.mode == "auto" and is_loss) else -value
        if cost < self._best - self.min_delta or self.best_epoch == 0:
            self._best, self.best_epoch = math.inf if math.isnan(cost) else cost, epoch
            if self.restore_best:
                self._weights = {name: tensor.copy() for name, tensor in trainer.model.state_dict().items()}
        elif epoch - self.best_epoch >= self.patience:
            trainer.stop()

    def on_fit_end(self, trainer: "Trainer", history: "History") -> None:
        if self._weights:
            trainer.model.load_state_dict(self._weights)
            self._weights = {}


class Checkpoint(Callback):
    """Saves the trainer into `directory` as epoch-0001.safetensors, ... for `Trainer.resume`.

    every is "epoch" or a number of epochs; the last epoch is always saved. Of all files in the directory, an
    earlier run's included, the `keep` that were written last remain.
    A file appears under its name only when it is complete.
    """

    def __init__(self, directory: str | PathLike[str], every: Literal["epoch"] | int = "epoch", keep: int = 2) -> None:
        if every != "epoch" and (not isinstance(every, int) or every < 1):
            raise ValueError(f"Checkpoint: every must be 'epoch' or a positive number of epochs, got {every!r}")
        if keep < 1:
            raise ValueError(f"Checkpoint: keep must be at least 1, got {keep}")
        self.directory = Path(directory)
        self.every = 1 if every == "epoch" else int(every)
        self.keep = keep
        self._last_saved = 0
        self._written: list[Path] = []

    def on_fit_begin(self, trainer: "Trainer") -> None:
        self.directory.mkdir(parents=True, exist_ok=True)
        self._last_saved = trainer.epoch

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        if epoch % self.every == 0:
            self._save(trainer, epoch)

    def on_fit_end(self, trainer: "Trainer", history: "History") -> None:
        if trainer.epoch > self._last_saved:
            self._save(trainer, trainer.epoch)

    def _save(self, trainer: "Trainer", epoch: int) -> None:
        path = self.directory / f"epoch-{epoch:04}.safetensors"
        trainer.save(path)
        self._last_saved = epoch
        self._written = [*(p for p in self._written if p != path), path][-self.keep :]
        earlier = [p for p in self.checkpoints() if p not in self._written]
        present = earlier + [p for p in self._written if p.exists()]
        for old in present[: -self.keep]:
            old.unlink()

    def checkpoints(self) -> list[Path]:
        """The files that are there, the oldest epoch first."""
        return sorted(self.directory.glob("epoch-*.safetensors"), key=lambda p: int(p.stem.removeprefix("epoch-")))
