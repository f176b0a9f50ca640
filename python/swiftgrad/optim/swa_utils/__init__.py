"""Averages of weights, with PyTorch's names, arguments and numbers."""

from ... import _namespaces
from .averaged import (
    AveragedModel,
    get_ema_avg_fn,
    get_ema_multi_avg_fn,
    get_swa_avg_fn,
    get_swa_multi_avg_fn,
    update_bn,
)

_namespaces.populate("optim.swa_utils", globals())
