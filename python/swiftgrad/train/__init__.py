"""Training loops: trainers, what they report, and what happens between epochs."""

from .. import _namespaces
from .callbacks import Callback, Checkpoint, EarlyStopping
from .history import History
from .tensorboard import TensorBoard
from .trainer import Trainer

_namespaces.populate("train", globals())
