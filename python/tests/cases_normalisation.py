"""Rows of the normalisations, with NumPy's formulas."""

from typing import Any

import numpy as np
from rows import Array, Row, call

F = "nn.functional."


def standardised(x: Any, axes: tuple[int, ...], eps: float) -> Any:
    deviation = x - x.mean(axes, keepdims=True)
    deviation = deviation - deviation.mean(axes, keepdims=True)  # what the mean's rounding left
    return deviation / np.sqrt((deviation**2).mean(axes, keepdims=True) + eps)


def scaled(y: Any, weight: Any, bias: Any) -> Any:
    """y (N, C, ...) times weight (C,) plus bias (C,)."""
    shape = (-1,) + (1,) * (y.ndim - 2)
    y = y if weight is None else y * weight.reshape(shape)
    return y if bias is None else y + bias.reshape(shape)


def batch_norm(
    x: Any,
    running_mean: Any,
    running_var: Any,
    weight: Any = None,
    bias: Any = None,
    training: bool = False,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Any:
    if training:
        return scaled(standardised(x, (0, *range(2, x.ndim)), eps), weight, bias)
    shape = (-1,) + (1,) * (x.ndim - 2)
    return scaled((x - running_mean.reshape(shape)) / np.sqrt(running_var.reshape(shape) + eps), weight, bias)


def layer_norm(x: Any, normalized_shape: Any, weight: Any = None, bias: Any = None, eps: float = 1e-5) -> Any:
    count = len(normalized_shape) if isinstance(normalized_shape, tuple) else 1
    y = standardised(x, tuple(range(-count, 0)), eps)
    return y * (1 if weight is None else weight) + (0 if bias is None else bias)


def rms_norm(x: Any, normalized_shape: Any, weight: Any = None, eps: float | None = None) -> Any:
    count = len(normalized_shape) if isinstance(normalized_shape, tuple) else 1
    square = (x**2).mean(tuple(range(-count, 0)), keepdims=True)
    return x / np.sqrt(square + (eps or 0)) * (1 if weight is None else weight)


def group_norm(x: Any, num_groups: int, weight: Any = None, bias: Any = None, eps: float = 1e-5) -> Any:
    grouped = x.reshape(x.shape[0], num_groups, x.shape[1] // num_groups, *x.shape[2:])
    return scaled(standardised(grouped, tuple(range(2, grouped.ndim)), eps).reshape(x.shape), weight, bias)


def instance_norm(
    x: Any,
    running_mean: Any = None,
    running_var: Any = None,
    weight: Any = None,
    bias: Any = None,
    use_input_stats: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Any:
    if not use_input_stats:
        return batch_norm(x, running_mean, running_var, weight, bias, eps=eps)
    return group_norm(x, x.shape[1], weight, bias, eps)


def parameters(*shape: int) -> tuple[Array, Array]:
    return Array(shape, 0.5, 2), Array(shape)


# Running statistics have no gradient: a type of their own keeps them out of the gradient checks.
RUNNING = Array((3,), -1, 1, "float32"), Array((3,), 0.5, 2, "float32")
NORMALISATIONS = [
    Row(
        F + "batch_norm",
        batch_norm,
        (
            call(Array((4, 3, 5)), None, None, *parameters(3), True),
            call(Array((4, 3, 5)), *RUNNING, *parameters(3)),
            call(Array((4, 3)), None, None, training=True, eps=1e-3),
            call(Array((4, 3)), *RUNNING, Array((3,))),
            call(Array((2, 3, 3, 7)), None, None, Array((3,)), training=True),
            call(Array((2, 3, 3, 7)), None, None, None, Array((3,)), True),
            call(Array((2, 3, 2, 2, 3)), *RUNNING),
            call(Array((1, 3, 37)), None, None, *parameters(3), True),
            call(Array((0, 3, 2)), None, None, *parameters(3), True),
            call(Array((2, 3, 0)), *RUNNING),
        ),
        ulp=16,
        relative_to_largest=True,
        large=(
            call(Array((300, 70)), None, None, *parameters(70), True),
            call(Array((33, 20, 17, 9)), None, None, *parameters(20), True),
            call(Array((40, 5, 41, 43)), None, None, *parameters(5), True),
        ),
    ),
    Row(
        F + "layer_norm",
        layer_norm,
        (
            call(Array((4, 6)), 6, *parameters(6)),
            call(Array((2, 3, 5)), (3, 5), *parameters(3, 5)),
            call(Array((2, 3, 37)), 37, eps=1e-2),
            call(Array((3, 21)), (21,), Array((21,))),
            call(Array((3, 40)), (40,), bias=Array((40,))),
            call(Array((0, 5)), 5, *parameters(5)),
            call(Array((7,)), 7),
        ),
        ulp=16,
        relative_to_largest=True,
        large=(call(Array((9, 5000)), 5000, *parameters(5000)), call(Array((700, 130)), 130, *parameters(130))),
    ),
    Row(
        F + "rms_norm",
        rms_norm,
        (
            call(Array((4, 6)), 6, Array((6,)), 1e-5),
            call(Array((2, 3, 5)), (3, 5), eps=1e-3),
            call(Array((3, 37)), (37,), weight=Array((37,)), eps=1e-6),
            call(Array((3, 16), 1, 2), 16),
            call(Array((0, 5)), 5),
        ),
        ulp=16,
        relative_to_largest=True,
        large=(call(Array((700, 130)), 130, Array((130,)), 1e-6),),
    ),
    Row(
        F + "group_norm",
        group_norm,
        (
            call(Array((2, 6, 3)), 3, *parameters(6)),
            call(Array((2, 6)), 2, *parameters(6)),
            call(Array((2, 4, 3, 7)), 1, eps=1e-3),
            call(Array((2, 4, 5, 4)), 4, Array((4,))),
            call(Array((2, 4, 3)), 2, bias=Array((4,))),
            call(Array((0, 4, 3)), 2, *parameters(4)),
        ),
        ulp=16,
        relative_to_largest=True,
        large=(call(Array((40, 24, 13, 11)), 8, *parameters(24)), call(Array((500, 60)), 3, *parameters(60))),
    ),
    Row(
        F + "instance_norm",
        instance_norm,
        (
            call(Array((2, 3, 5)), weight=Array((3,)), bias=Array((3,))),
            call(Array((2, 3, 5, 5))),
            call(Array((2, 3, 5)), *RUNNING, *parameters(3), False),
            call(Array((0, 3, 2))),
        ),
        ulp=16,
        relative_to_largest=True,
        large=(call(Array((40, 24, 13, 11)), weight=Array((24,))),),
    ),
]
