"""Training loops: trainers, what they report, and what happens between epochs."""

from .. import _namespaces
from .averaging import EMA
from .callbacks import Callback, EarlyStopping, LRSchedule, SampleGrid, TimeLimit
from .checkpoint import Checkpoint, checkpoints
from .history import History
from .loggers import CSVLogger, JSONLogger
from .monitoring import GradientMonitor, GradientReport, LearningRates, find_learning_rate, overfit_one_batch
from .tensorboard import TensorBoard
from .trainer import Trainer

_namespaces.populate("train", globals())
