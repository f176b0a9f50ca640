# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
from typing import Any

from . import optimizer as optimizer
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
