"""Gradient clipping."""

import math
from collections.abc import Iterable

import swiftgrad as sg

from ..._core import Tensor


def _gradients(parameters: Tensor | Iterable[Tensor]) -> list[Tensor]:
    tensors = [parameters] if isinstance(parameters, Tensor) else list(parameters)
    return [p.grad.detach() for p in tensors if p.grad is not None]


def clip_grad_norm_(
    parameters: Tensor | Iterable[Tensor],
    max_norm: float,
    norm_type: float = 2.0,
    error_if_nonfinite: bool = False,
) -> Tensor:
    """Scales all gradients together, in place, so that the norm of all their elements is at most `max_norm`.

    Returns the norm before, (sum |g|^norm_type)^(1/norm_type), or max |g| for infinity, as a tensor without axes.
    With error_if_nonfinite a norm that is not finite is a RuntimeError, and nothing is scaled.
    """
    gradients = _gradients(parameters)
    if not gradients:
        return sg.zeros(())
    with sg.no_grad():
        if math.isinf(norm_type):
            total = sg.stack([g.abs().max() for g in gradients]).max()
        elif norm_type == 2:
            total = sg.stack([g.square().sum() for g in gradients]).sum().sqrt()
        else:
            total = sg.stack([(g.abs() ** norm_type).sum() for g in gradients]).sum() ** (1 / norm_type)
        norm = float(total.item())
        if error_if_nonfinite and not math.isfinite(norm):
            raise RuntimeError(f"clip_grad_norm_: the norm of the gradients is {norm}")
        scale = max_norm / (norm + 1e-6)
        if not scale >= 1:
            for gradient in gradients:
                gradient *= scale
    return total


def clip_grad_value_(parameters: Tensor | Iterable[Tensor], clip_value: float) -> None:
    """Clips every element of the gradients to -clip_value ... clip_value, in place."""
    with sg.no_grad():
        for gradient in _gradients(parameters):
            gradient[...] = gradient.clip(-clip_value, clip_value)
