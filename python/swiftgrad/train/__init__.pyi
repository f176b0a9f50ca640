# Written by `python -m swiftgrad._stubs` from the registry of the engine.

from . import callbacks as callbacks
from . import checkpoint as checkpoint
from . import history as history
from . import progress as progress
from . import tensorboard as tensorboard
from . import trainer as trainer
from .callbacks import Callback as Callback
from .callbacks import Checkpoint as Checkpoint
from .callbacks import EarlyStopping as EarlyStopping
from .history import History as History
from .tensorboard import TensorBoard as TensorBoard
from .trainer import Trainer as Trainer
