"""Losses and metrics for TensorBoard."""

import time
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from .callbacks import Callback
from .history import Row

if TYPE_CHECKING:
    from .history import History
    from .trainer import Trainer


class TensorBoard(Callback):
    """Writes every column of the history into `directory` for TensorBoard. Needs `pip install tensorboard`."""

    def __init__(self, directory: str | PathLike[str]) -> None:
        self.directory = fspath(directory)
        self._writer: Any = None

    def on_fit_begin(self, trainer: "Trainer") -> None:
        try:
            from tensorboard.summary.writer.event_file_writer import EventFileWriter
        except ImportError as error:
            raise ImportError("train.TensorBoard needs tensorboard: pip install tensorboard") from error
        self._writer = EventFileWriter(self.directory)

    def on_epoch_end(self, trainer: "Trainer", epoch: int, row: Row) -> None:
        from tensorboard.compat.proto.event_pb2 import Event
        from tensorboard.compat.proto.summary_pb2 import Summary

        values = [Summary.Value(tag=name, simple_value=value) for name, value in row.items() if value is not None]
        self._writer.add_event(Event(wall_time=time.time(), step=epoch, summary=Summary(value=values)))
        self._writer.flush()  # an interrupted training has its curves

    def on_fit_end(self, trainer: "Trainer", history: "History") -> None:
        self._writer.close()

    def on_exception(self, trainer: "Trainer", error: BaseException) -> None:
        if self._writer is not None:
            self._writer.close()
