# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from typing import Any

from .._core import Object, Tensor
from .._types import Ints, TensorLike
from . import averaging as averaging
from . import callbacks as callbacks
from . import checkpoint as checkpoint
from . import history as history
from . import loggers as loggers
from . import monitoring as monitoring
from . import progress as progress
from . import tensorboard as tensorboard
from . import trainer as trainer
from .averaging import EMA as EMA
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
from .monitoring import GradientMonitor as GradientMonitor
from .monitoring import GradientReport as GradientReport
from .monitoring import LearningRates as LearningRates
from .monitoring import find_learning_rate as find_learning_rate
from .monitoring import overfit_one_batch as overfit_one_batch
from .tensorboard import TensorBoard as TensorBoard
from .trainer import Trainer as Trainer

def load_checkpoint(path: str | os.PathLike[str]) -> Tensor: ...
def save_checkpoint(path: str | os.PathLike[str], state: Any) -> Tensor: ...

class GANTrainer(Trainer):
    def __init__(
        self,
        generator: Object,
        discriminator: Object,
        latent_dim: builtins.int = 64,
        loss: str | os.PathLike[str] = "non_saturating",
        num_classes: builtins.int | None = None,
        critic_steps: builtins.int = 1,
        *,
        generator_optimizer: Any = None,
        discriminator_optimizer: Any = None,
        gradient_penalty: builtins.float = 10.0,
        clip: builtins.float = 0.01,
        accumulate: builtins.int = 1,
        clip_grad_norm: builtins.float | None = None,
        ema: builtins.float | None = None,
        stop_on_nan: builtins.bool = True,
    ) -> None: ...
    @property
    def generator(self) -> Any: ...
    @property
    def discriminator(self) -> Any: ...
    @property
    def generator_optimizer(self) -> Any: ...
    @property
    def discriminator_optimizer(self) -> Any: ...
    def sample(self, n: builtins.int, labels: Any = None) -> Any: ...

class AutoencoderTrainer(Trainer):
    def __init__(
        self,
        encoder: Object,
        decoder: Object,
        corruption: str | os.PathLike[str] | None = None,
        sparsity: builtins.float = 0.0,
        reconstruction: str | os.PathLike[str] = "mse",
        *,
        optimizer: Any = None,
        corruption_level: builtins.float = 0.3,
        sparsity_target: builtins.float | None = None,
        accumulate: builtins.int = 1,
        clip_grad_norm: builtins.float | None = None,
        ema: builtins.float | None = None,
        stop_on_nan: builtins.bool = True,
    ) -> None: ...
    @property
    def encoder(self) -> Any: ...
    @property
    def decoder(self) -> Any: ...
    def encode(self, x: TensorLike) -> Any: ...
    def anomaly_score(self, x: TensorLike) -> Any: ...

class VAETrainer(Trainer):
    def __init__(
        self,
        encoder: Object,
        decoder: Object,
        latent_dim: builtins.int = 20,
        beta: builtins.float = 1.0,
        reconstruction: str | os.PathLike[str] = "bce",
        num_classes: builtins.int | None = None,
        *,
        optimizer: Any = None,
        kl_warmup: builtins.int = 0,
        accumulate: builtins.int = 1,
        clip_grad_norm: builtins.float | None = None,
        ema: builtins.float | None = None,
        stop_on_nan: builtins.bool = True,
    ) -> None: ...
    @property
    def encoder(self) -> Any: ...
    @property
    def decoder(self) -> Any: ...
    def sample(self, n: builtins.int, labels: Any = None) -> Any: ...
    def encode(self, x: TensorLike, labels: Any = None) -> Any: ...
    def decode(self, codes: TensorLike, labels: Any = None) -> Any: ...
    def interpolate(
        self,
        first: TensorLike,
        second: TensorLike,
        steps: builtins.int = 8,
        labels: Any = None,
    ) -> Any: ...

class DiffusionTrainer(Trainer):
    def __init__(
        self,
        denoiser: Object,
        steps: builtins.int = 1000,
        schedule: str | os.PathLike[str] = "cosine",
        num_classes: builtins.int | None = None,
        prediction: str | os.PathLike[str] = "epsilon",
        *,
        optimizer: Any = None,
        label_dropout: builtins.float = 0.1,
        clip: Any = (-1.0, 1.0),
        accumulate: builtins.int = 1,
        clip_grad_norm: builtins.float | None = None,
        ema: builtins.float | None = 0.999,
        stop_on_nan: builtins.bool = True,
    ) -> None: ...
    @property
    def denoiser(self) -> Any: ...
    def sample(
        self,
        n: builtins.int,
        labels: Any = None,
        steps: builtins.int | None = None,
        eta: builtins.float = 1.0,
        guidance: builtins.float = 1.0,
        shape: Ints | None = None,
    ) -> Any: ...

class LanguageModelTrainer(Trainer):
    def __init__(
        self,
        model: Object,
        optimizer: Object,
        objective: str | os.PathLike[str] = "next",
        *,
        mask: builtins.int | None = None,
        vocab_size: builtins.int | None = None,
        mask_probability: builtins.float = 0.15,
        pad: builtins.int | None = None,
        label_smoothing: builtins.float = 0.0,
        accumulate: builtins.int = 1,
        clip_grad_norm: builtins.float | None = None,
        ema: builtins.float | None = None,
        stop_on_nan: builtins.bool = True,
    ) -> None: ...

class Seq2SeqTrainer(Trainer):
    def __init__(
        self,
        model: Object,
        optimizer: Object,
        pad: builtins.int = 0,
        start: builtins.int = 1,
        end: builtins.int = 2,
        *,
        label_smoothing: builtins.float = 0.0,
        accumulate: builtins.int = 1,
        clip_grad_norm: builtins.float | None = None,
        ema: builtins.float | None = None,
        stop_on_nan: builtins.bool = True,
    ) -> None: ...
    def translate(self, source: TensorLike, max_tokens: builtins.int) -> Any: ...
