# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from typing import Any

from ..._core import Object
from ..lr_scheduler.scheduler import LRScheduler
from . import averaged as averaged
from .averaged import AveragedModel as AveragedModel
from .averaged import get_ema_avg_fn as get_ema_avg_fn
from .averaged import get_ema_multi_avg_fn as get_ema_multi_avg_fn
from .averaged import get_swa_avg_fn as get_swa_avg_fn
from .averaged import get_swa_multi_avg_fn as get_swa_multi_avg_fn
from .averaged import update_bn as update_bn

class SWALR(LRScheduler):
    def __init__(
        self,
        optimizer: Object,
        swa_lr: Any,
        anneal_epochs: builtins.int = 10,
        anneal_strategy: str | os.PathLike[str] = "cos",
    ) -> None: ...
