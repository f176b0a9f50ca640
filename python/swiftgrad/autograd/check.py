"""`gradcheck`: gradients against difference quotients."""

from collections.abc import Callable, Sequence
from typing import Any

from .. import _core
from .._core import Tensor
from .gradients import grad, sequence
from .modes import no_grad


def gradcheck(
    function: Callable[..., Tensor | Sequence[Tensor]],
    inputs: Tensor | Sequence[Any],
    eps: float = 1e-6,
    atol: float = 1e-5,
    rtol: float = 1e-3,
    raise_exception: bool = True,
) -> bool:
    """Compares the gradients of `function` with central differences, in float64.

    Every floating-point input is varied, element by element. A difference beyond atol + rtol * |difference quotient|
    raises ValueError that names the input and the element, or returns False.
    """
    import numpy as np

    args = [_as_double(value) for value in sequence(inputs)]
    varied = [n for n, value in enumerate(args) if isinstance(value, Tensor) and value.requires_grad]
    outputs = [o for o in _outputs(function(*args)) if o.dtype.is_floating_point]
    tracked = [n for n, o in enumerate(outputs) if o.requires_grad]
    if not tracked:
        raise ValueError("gradcheck: no output depends on a floating-point input")
    generator = np.random.default_rng(0)
    weights = [generator.uniform(0.5, 1.5, o.shape) for o in outputs]
    directions = [_core.asarray(w).astype(o.dtype) for w, o in zip(weights, outputs, strict=True)]
    gradients = grad(
        [outputs[n] for n in tracked], [args[n] for n in varied], [directions[n] for n in tracked], allow_unused=True
    )

    def weighted_sum() -> float:
        with no_grad():
            results = [o for o in _outputs(function(*args)) if o.dtype.is_floating_point]
        total = 0.0
        for output, weight in zip(results, weights, strict=True):
            total += float(np.sum(np.asarray(output.detach(), np.float64) * weight))
        return total

    for n, gradient in zip(varied, gradients, strict=True):
        values = np.asarray(args[n].detach())
        analytic = np.zeros(values.shape) if gradient is None else np.asarray(gradient.detach(), np.float64)
        for place in np.ndindex(values.shape):
            middle = values[place]
            values[place] = middle + eps
            above = weighted_sum()
            values[place] = middle - eps
            below = weighted_sum()
            values[place] = middle
            numeric = (above - below) / (2 * eps)
            if not abs(analytic[place] - numeric) <= atol + rtol * abs(numeric):
                if raise_exception:
                    raise ValueError(
                        f"gradcheck: input {n}, element {place}: gradient {analytic[place]:.9g}, "
                        f"difference quotient {numeric:.9g}"
                    )
                return False
    return True


def _outputs(result: Any) -> list[Tensor]:
    return [o for o in sequence(result) if isinstance(o, Tensor)]


def _as_double(value: Any) -> Any:
    if not isinstance(value, Tensor):
        return value
    tensor = value.detach()
    if not tensor.dtype.is_floating_point:
        return tensor
    tensor = _core.array(tensor, _core.float64)
    tensor.requires_grad = True
    return tensor
