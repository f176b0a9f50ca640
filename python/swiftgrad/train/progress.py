"""How far training is: a bar on a terminal or in a notebook, else a line for each epoch."""

import sys
import time
from typing import Any, Literal, Protocol

from .history import Row, format_value, without_measurements

Choice = bool | Literal["auto"]


class Progress(Protocol):
    """What a fit tells about its progress."""

    def advance(self, steps: int, losses: Row) -> None: ...
    def end_epoch(self, epoch: int, row: Row) -> None: ...
    def close(self) -> None: ...


def start(choice: Choice, epochs: int, first_epoch: int, steps_per_epoch: int | None) -> Progress:
    """The display for `fit(progress=choice)`: True shows it, "auto" only where somebody looks, False never."""
    interactive = _in_notebook() or sys.stderr.isatty()
    if choice is False or (choice == "auto" and not interactive):
        return _Silent()
    if interactive:
        try:
            from tqdm import auto
        except ImportError:
            pass
        else:
            return _Bar(auto.tqdm, epochs, first_epoch, steps_per_epoch)
    return _Lines(epochs, first_epoch)


def _in_notebook() -> bool:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell is not None and "IPKernelApp" in shell.config


def _summary(row: Row) -> str:
    parts = [f"{name} {format_value(row[name])}" for name in without_measurements(row)]
    return "  ".join(parts)


class _Silent:
    def advance(self, steps: int, losses: Row) -> None:
        pass

    def end_epoch(self, epoch: int, row: Row) -> None:
        pass

    def close(self) -> None:
        pass


class _Bar:
    """One bar for all epochs; what it shows beside it is the last epoch's row, or the running losses before that."""

    def __init__(self, make: Any, epochs: int, first_epoch: int, steps_per_epoch: int | None) -> None:
        self._epochs = first_epoch + epochs - 1
        self._has_row = False
        total = None if steps_per_epoch is None else epochs * steps_per_epoch
        self._bar = make(total=total, unit="step", dynamic_ncols=True, mininterval=0.1, leave=True)
        self._bar.set_description(f"epoch {first_epoch}/{self._epochs}", refresh=False)

    def advance(self, steps: int, losses: Row) -> None:
        if not self._has_row:
            self._bar.set_postfix_str(_summary(losses), refresh=False)
        self._bar.update(steps)

    def end_epoch(self, epoch: int, row: Row) -> None:
        self._has_row = True
        self._bar.set_description(f"epoch {epoch}/{self._epochs}", refresh=False)
        self._bar.set_postfix_str(_summary(row), refresh=False)

    def close(self) -> None:
        self._bar.refresh()
        self._bar.close()


class _Lines:
    """A line for an epoch, ten a second at most, and always for the last one."""

    _seconds_between = 0.1

    def __init__(self, epochs: int, first_epoch: int) -> None:
        self._epochs = first_epoch + epochs - 1
        self._next = 0.0
        self._pending = ""

    def advance(self, steps: int, losses: Row) -> None:
        pass

    def end_epoch(self, epoch: int, row: Row) -> None:
        self._pending = f"epoch {epoch:{len(str(self._epochs))}}/{self._epochs}  {_summary(row)}"
        if time.monotonic() >= self._next:
            self._flush()

    def _flush(self) -> None:
        if self._pending:
            print(self._pending, file=sys.stderr, flush=True)
        self._pending = ""
        self._next = time.monotonic() + self._seconds_between

    def close(self) -> None:
        self._flush()
