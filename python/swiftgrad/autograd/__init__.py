"""Gradients: modes, `grad`, `value_and_grad`, numerical checks, and functions with a derivative of one's own."""

from .check import gradcheck
from .function import Context, Function
from .gradients import grad, value_and_grad
from .hooks import TensorHook
from .modes import enable_grad, no_grad, set_grad_enabled

__all__ = [
    "Context",
    "Function",
    "TensorHook",
    "enable_grad",
    "grad",
    "gradcheck",
    "no_grad",
    "set_grad_enabled",
    "value_and_grad",
]
