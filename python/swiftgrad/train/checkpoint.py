"""What a trainer needs to go on another day: a folder of safetensors and JSON, and the callback that writes it.

At the top of the state stand the networks ("model"), the optimisers ("optimizer"), "step" (a trainer's own),
"callbacks" and "trainer" (epoch, place in it, history, loader, random stream).
"""

import re
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from .. import _core, _namespaces
from .callbacks import Callback, Mode, Monitor
from .history import Row

if TYPE_CHECKING:
    from .history import History
    from .trainer import Trainer

_engine = _namespaces.internal("train")
_NAME = re.compile(r"step-(\d+)")
_EVERY = re.compile(r"(?:(\d+(?:\.\d+)?)\s*)?(epoch|step|second|minute|hour)s?")
_RESERVED = ("step", "callbacks", "trainer")


def save(trainer: "Trainer", path: str | PathLike[str]) -> None:
    """`Trainer.save`."""
    state: dict[str, Any] = {"trainer": trainer.loop_state()}
    parts: dict[str, Any] = {**trainer.networks, **trainer.optimizers}
    if taken := [name for name in parts if name in _RESERVED]:
        raise ValueError(f"save: a network or an optimiser cannot be named {taken[0]!r} in a checkpoint")
    state |= {name: _plain(part.state_dict()) for name, part in parts.items()}
    state["step"] = _plain(trainer.step_state())
    state["callbacks"] = _plain(trainer.callback_states())
    _engine.save_checkpoint(path, state)


def resume(trainer: "Trainer", path: str | PathLike[str]) -> None:
    """`Trainer.resume`."""
    folder = Path(path)
    if not (folder / "state.json").exists() and (found := checkpoints(folder)):
        folder = found[-1]
    state = _engine.load_checkpoint(folder)
    if not isinstance(state.get("trainer"), dict) or "epoch" not in state["trainer"]:
        raise ValueError(f"{folder}: the checkpoint of something else than a trainer")
    parts: dict[str, Any] = {**trainer.networks, **trainer.optimizers}
    saved = [name for name in state if name not in _RESERVED]
    if sorted(saved) != sorted(parts):
        raise ValueError(f"{folder}: the checkpoint of a trainer of {', '.join(saved)}, not of {', '.join(parts)}")
    undo: list[Callable[[], Any]] = []
    try:
        for name, network in trainer.networks.items():
            undo.append(partial(network.load_state_dict, _copied(network.state_dict())))
            network.load_state_dict(state[name])
        for name, optimizer in trainer.optimizers.items():
            undo.append(partial(optimizer.load_state_dict, _copied(optimizer.state_dict())))
            optimizer.load_state_dict(state[name])
        undo.append(partial(trainer.load_step_state, _copied(trainer.step_state())))
        trainer.load_step_state(state["step"])
        trainer.load_loop_state(state["trainer"], state["callbacks"])
    except BaseException as error:
        for restore in reversed(undo):
            restore()
        if isinstance(error, (KeyError, TypeError, AttributeError)):
            raise ValueError(f"{folder}: the checkpoint does not fit this trainer: {error!r}") from error
        raise


def _copied(value: Any) -> Any:
    if isinstance(value, _core.Tensor):
        return value.detach().copy()
    if isinstance(value, Mapping):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, (list, tuple)) else value


def _plain(value: Any) -> Any:
    """The value with strings for keys and Python's numbers for NumPy's."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value


def checkpoints(directory: str | PathLike[str]) -> list[Path]:
    """The checkpoints in a folder, the earliest step first."""
    folder = Path(directory)
    if not folder.is_dir():
        return []
    found = [(int(match[1]), path) for path in folder.iterdir() if (match := _NAME.fullmatch(path.name))]
    return [path for _, path in sorted(found)]


def _period(every: "str | int") -> tuple[int, int, float]:
    """Epochs, steps and seconds between two checkpoints; 0 for those that do not count."""
    if isinstance(every, int) and not isinstance(every, bool) and every >= 1:
        return every, 0, 0.0
    match = re.fullmatch(
        r"(?:(\d+(?:\.\d+)?)\s*)?(epoch|step|second|minute|hour)s?", every if isinstance(every, str) else ""
    )
    number = float(match[1] or 1) if match else 0.0
    unit = match[2] if match else ""
    whole = number if unit not in ("epoch", "step") else int(number) if number.is_integer() else 0
    if not whole:
        raise ValueError(
            f"Checkpoint: every must be 'epoch', a positive number of epochs, or such as '500 steps' or '10 minutes', "
            f"got {every!r}"
        )
    if unit == "epoch":
        return int(whole), 0, 0.0
    if unit == "step":
        return 0, int(whole), 0.0
    return 0, 0, whole * {"second": 1, "minute": 60, "hour": 3600}[unit]


class Checkpoint(Callback):
    """Saves the trainer into `directory` as step-00000500, ... for `Trainer.resume`.

    every is "epoch", a number of epochs, or a time such as "500 steps" or "10 minutes"; where training ends, or is
    stopped by Ctrl-C, is saved too. The `keep` latest remain; those of an earlier run count. With best, the name of a
    column ("val_loss"), the folder `best` is the checkpoint of its best epoch; mode as for `EarlyStopping`. A
    checkpoint is there whole or not at all, and OSError says when it could not be written: the training can go on, and
    the earlier ones are as they were.
    """

    runs_last = True

    def __init__(
        self,
        directory: str | PathLike[str],
        every: Literal["epoch"] | str | int = "epoch",
        keep: int = 2,
        best: str | None = None,
        mode: Mode = "auto",
    ) -> None:
        if keep < 1:
            raise ValueError(f"Checkpoint: keep must be at least 1, got {keep}")
        self.directory = Path(directory)
        self.keep = keep
        self._epochs, self.every_steps, self.every_seconds = _period(every)
        self._monitor = Monitor("Checkpoint", best, mode) if best is not None else None
        self._last_saved = -1
        self._written: list[Path] = []

    def on_fit_begin(self, trainer: "Trainer") -> None:
        self.directory.mkdir(parents=True, exist_ok=True)
        self._last_saved = trainer.updates
        if self._monitor is not None:
            self._monitor = Monitor("Checkpoint", self._monitor.name, self._monitor.mode)

    def on_batch_end(self, trainer: "Trainer", batch: int, losses: Row) -> None:
        self._save(trainer)

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        if self._monitor is not None and self._monitor.improves(epoch, row):
            trainer.save(self.directory / "best")
        if self._epochs and epoch % self._epochs == 0:
            self._save(trainer)

    def on_fit_end(self, trainer: "Trainer", history: "History") -> None:
        if trainer.updates > self._last_saved:
            self._save(trainer)

    def on_exception(self, trainer: "Trainer", error: BaseException) -> None:
        if isinstance(error, (KeyboardInterrupt, SystemExit)) and trainer.updates > self._last_saved:
            self._save(trainer)

    def _save(self, trainer: "Trainer") -> None:
        path = self.directory / f"step-{trainer.updates:08}"
        trainer.save(path)
        self._last_saved = trainer.updates
        self._written = [*(p for p in self._written if p != path), path][-self.keep :]
        earlier = [p for p in self.checkpoints() if p not in self._written]
        present = earlier + [p for p in self._written if p.exists()]
        for old in present[: -self.keep]:
            shutil.rmtree(old)

    def checkpoints(self) -> list[Path]:
        """Those that are there, the earliest step first; `best` is not among them."""
        return checkpoints(self.directory)

    def state_dict(self) -> dict[str, Any]:
        return {} if self._monitor is None else self._monitor.state_dict()

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        if self._monitor is not None and state_dict:
            self._monitor.load_state_dict(state_dict)
