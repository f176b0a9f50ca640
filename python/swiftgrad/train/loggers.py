"""Histories in files: comma-separated values, and JSON a line."""

import csv
import io
import json
import math
import os
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from .callbacks import Callback
from .history import Row

if TYPE_CHECKING:
    from .history import History
    from .trainer import Trainer


class _Logger(Callback):
    """Writes the whole history anew after each epoch: a run that was resumed has its earlier epochs, each once."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = Path(path)

    def on_fit_begin(self, trainer: "Trainer") -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}.tmp")
        temporary.write_text(self.text(trainer.history))
        temporary.replace(self.path)

    def text(self, history: "History") -> str:
        raise NotImplementedError


class CSVLogger(_Logger):
    """A line for each epoch, comma-separated, under the names of the columns; empty where an epoch has no value."""

    def text(self, history: "History") -> str:
        lines = io.StringIO()
        writer = csv.DictWriter(lines, history.columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(history)
        return lines.getvalue()


class JSONLogger(_Logger):
    """A JSON object for each epoch, one a line; null where a value is not a number."""

    def text(self, history: "History") -> str:
        rows = ({name: value if _is_number(value) else None for name, value in row.items()} for row in history)
        return "".join(json.dumps(row) + "\n" for row in rows)


def _is_number(value: float | None) -> bool:
    return value is not None and math.isfinite(value)
