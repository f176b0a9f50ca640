# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from typing import Any

from ..._core import Object
from ..._types import Ints, TensorLike
from . import scheduler as scheduler
from .scheduler import LRScheduler as LRScheduler

class StepLR(LRScheduler):
    def __init__(self, optimizer: Object, step_size: builtins.int, gamma: builtins.float = 0.1) -> None: ...

class MultiStepLR(LRScheduler):
    def __init__(self, optimizer: Object, milestones: Ints, gamma: builtins.float = 0.1) -> None: ...

class ExponentialLR(LRScheduler):
    def __init__(self, optimizer: Object, gamma: builtins.float) -> None: ...

class ConstantLR(LRScheduler):
    def __init__(
        self,
        optimizer: Object,
        factor: builtins.float = 0.3333333333333333,
        total_iters: builtins.int = 5,
    ) -> None: ...

class LinearLR(LRScheduler):
    def __init__(
        self,
        optimizer: Object,
        start_factor: builtins.float = 0.3333333333333333,
        end_factor: builtins.float = 1.0,
        total_iters: builtins.int = 5,
    ) -> None: ...

class LambdaLR(LRScheduler):
    def __init__(self, optimizer: Object, lr_lambda: Any) -> None: ...

class MultiplicativeLR(LRScheduler):
    def __init__(self, optimizer: Object, lr_lambda: Any) -> None: ...

class PolynomialLR(LRScheduler):
    def __init__(self, optimizer: Object, total_iters: builtins.int = 5, power: builtins.float = 1.0) -> None: ...

class CosineAnnealingLR(LRScheduler):
    def __init__(self, optimizer: Object, T_max: builtins.int, eta_min: builtins.float = 0.0) -> None: ...

class CosineAnnealingWarmRestarts(LRScheduler):
    def __init__(
        self,
        optimizer: Object,
        T_0: builtins.int,
        T_mult: builtins.int = 1,
        eta_min: builtins.float = 0.0,
    ) -> None: ...

class OneCycleLR(LRScheduler):
    def __init__(
        self,
        optimizer: Object,
        max_lr: Any,
        total_steps: builtins.int | None = None,
        epochs: builtins.int | None = None,
        steps_per_epoch: builtins.int | None = None,
        pct_start: builtins.float = 0.3,
        anneal_strategy: str | os.PathLike[str] = "cos",
        cycle_momentum: builtins.bool = True,
        base_momentum: builtins.float = 0.85,
        max_momentum: builtins.float = 0.95,
        div_factor: builtins.float = 25.0,
        final_div_factor: builtins.float = 10000.0,
        three_phase: builtins.bool = False,
    ) -> None: ...

class SequentialLR(LRScheduler):
    def __init__(self, optimizer: Object, schedulers: Any, milestones: Ints) -> None: ...

class ChainedScheduler(LRScheduler):
    def __init__(self, schedulers: Any) -> None: ...

class ReduceLROnPlateau(LRScheduler):
    def __init__(
        self,
        optimizer: Object,
        mode: str | os.PathLike[str] = "min",
        factor: builtins.float = 0.1,
        patience: builtins.int = 10,
        threshold: builtins.float = 0.0001,
        threshold_mode: str | os.PathLike[str] = "rel",
        cooldown: builtins.int = 0,
        min_lr: Any = 0.0,
        eps: builtins.float = 1e-08,
    ) -> None: ...
    def step(self, metrics: TensorLike) -> Any: ...
