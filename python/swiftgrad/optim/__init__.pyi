# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from typing import Any

from . import lr_scheduler as lr_scheduler
from . import optimizer as optimizer
from . import swa_utils as swa_utils
from .optimizer import Optimizer as Optimizer

class SGD(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 0.001,
        momentum: builtins.float = 0.0,
        dampening: builtins.float = 0.0,
        weight_decay: builtins.float = 0.0,
        nesterov: builtins.bool = False,
        *,
        maximize: builtins.bool = False,
    ) -> None: ...

class Adam(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 0.001,
        betas: Any = (0.9, 0.999),
        eps: builtins.float = 1e-08,
        weight_decay: builtins.float = 0.0,
        amsgrad: builtins.bool = False,
        *,
        maximize: builtins.bool = False,
    ) -> None: ...

class AdamW(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 0.001,
        betas: Any = (0.9, 0.999),
        eps: builtins.float = 1e-08,
        weight_decay: builtins.float = 0.01,
        amsgrad: builtins.bool = False,
        *,
        maximize: builtins.bool = False,
    ) -> None: ...

class NAdam(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 0.002,
        betas: Any = (0.9, 0.999),
        eps: builtins.float = 1e-08,
        weight_decay: builtins.float = 0.0,
        momentum_decay: builtins.float = 0.004,
        decoupled_weight_decay: builtins.bool = False,
        *,
        maximize: builtins.bool = False,
    ) -> None: ...

class RAdam(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 0.001,
        betas: Any = (0.9, 0.999),
        eps: builtins.float = 1e-08,
        weight_decay: builtins.float = 0.0,
        decoupled_weight_decay: builtins.bool = False,
        *,
        maximize: builtins.bool = False,
    ) -> None: ...

class RMSprop(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 0.01,
        alpha: builtins.float = 0.99,
        eps: builtins.float = 1e-08,
        weight_decay: builtins.float = 0.0,
        momentum: builtins.float = 0.0,
        centered: builtins.bool = False,
        *,
        maximize: builtins.bool = False,
    ) -> None: ...

class Adagrad(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 0.01,
        lr_decay: builtins.float = 0.0,
        weight_decay: builtins.float = 0.0,
        initial_accumulator_value: builtins.float = 0.0,
        eps: builtins.float = 1e-10,
        *,
        maximize: builtins.bool = False,
    ) -> None: ...

class Adadelta(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 1.0,
        rho: builtins.float = 0.9,
        eps: builtins.float = 1e-06,
        weight_decay: builtins.float = 0.0,
        *,
        maximize: builtins.bool = False,
    ) -> None: ...

class Lion(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 0.0001,
        betas: Any = (0.9, 0.99),
        weight_decay: builtins.float = 0.0,
        *,
        maximize: builtins.bool = False,
    ) -> None: ...

class Muon(Optimizer):
    def __init__(
        self,
        params: Any,
        lr: builtins.float = 0.001,
        weight_decay: builtins.float = 0.1,
        momentum: builtins.float = 0.95,
        nesterov: builtins.bool = True,
        ns_coefficients: Any = (3.4445, -4.775, 2.0315),
        eps: builtins.float = 1e-07,
        ns_steps: builtins.int = 5,
        adjust_lr_fn: str | os.PathLike[str] | None = None,
    ) -> None: ...
