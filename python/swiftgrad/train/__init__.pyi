# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import os
from typing import Any

from .._core import Tensor
from . import callbacks as callbacks
from . import checkpoint as checkpoint
from . import history as history
from . import loggers as loggers
from . import progress as progress
from . import tensorboard as tensorboard
from . import trainer as trainer
from .callbacks import Callback as Callback
from .callbacks import EarlyStopping as EarlyStopping
from .callbacks import LRSchedule as LRSchedule
from .callbacks import SampleGrid as SampleGrid
from .callbacks import TimeLimit as TimeLimit
from .checkpoint import Checkpoint as Checkpoint
from .checkpoint import checkpoints as checkpoints
from .history import History as History
from .loggers import CSVLogger as CSVLogger
from .loggers import JSONLogger as JSONLogger
from .tensorboard import TensorBoard as TensorBoard
from .trainer import Trainer as Trainer

def load_checkpoint(path: str | os.PathLike[str]) -> Tensor: ...
def save_checkpoint(path: str | os.PathLike[str], state: Any) -> Tensor: ...
