"""Gradient clipping."""

from collections.abc import Iterable

from ... import _namespaces
from ..._core import Tensor

_engine = _namespaces.internal("_clipping")


def _listed(parameters: Tensor | Iterable[Tensor]) -> list[Tensor]:
    return [parameters] if isinstance(parameters, Tensor) else list(parameters)


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
    return _engine.clip_norm(_listed(parameters), max_norm, norm_type, error_if_nonfinite)  # type: ignore[no-any-return]


def clip_grad_value_(parameters: Tensor | Iterable[Tensor], clip_value: float) -> None:
    """Clips every element of the gradients to -clip_value ... clip_value, in place."""
    _engine.clip_values(_listed(parameters), clip_value)
