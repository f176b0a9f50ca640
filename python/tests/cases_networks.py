"""Rows of activations and losses."""

from dataclasses import replace

import numpy as np
from formulas import (
    binary_cross_entropy_with_logits,
    cross_entropy,
    elu,
    gelu,
    log_softmax,
    nll_loss,
    reduced,
    sigmoid,
    softmax,
    softplus,
)
from rows import ALL, LONG, MEDIUM, Array, Call, Row, X, call, elementary

F = "nn.functional."
ACTIVATIONS = [
    elementary(F + "relu", lambda x: np.maximum(x, 0), ulp=0, second_gradient=False),
    elementary(F + "sigmoid", sigmoid, ulp=3),
    elementary(F + "tanh", np.tanh),
    elementary(
        F + "leaky_relu",
        lambda x, negative_slope=0.01: np.where(x > 0, x, negative_slope * x),
        ulp=1,
        second_gradient=False,
    ),
    elementary(F + "elu", elu),
    elementary(F + "selu", lambda x: 1.0507009873554805 * elu(x, 1.6732632423543772), ulp=3),
    elementary(F + "gelu", gelu, ulp=16, relative_to_largest=True),
    elementary(F + "silu", lambda x: x * sigmoid(x), ulp=4),
    elementary(F + "mish", lambda x: x * np.tanh(softplus(x)), ulp=4),
    elementary(F + "hardswish", lambda x: x * np.clip(x + 3, 0, 6) / 6, ulp=3, second_gradient=False),
    elementary(F + "softplus", softplus, ulp=3),
]


def with_calls(row: Row, *calls: Call) -> Row:
    """The row with further calls."""
    return replace(row, calls=row.calls + calls)


ACTIVATIONS = [
    with_calls(row, *extra)
    if (
        extra := {
            F + "leaky_relu": (call(X, 0.2), call(X, negative_slope=-1.0)),
            F + "elu": (call(X, 0.5),),
            F + "gelu": (call(X, "tanh"), call(X, approximate="none")),
            F + "softplus": (call(X, 2.0, 1.5), call(X, beta=0.5)),
        }.get(row.name)
    )
    else row
    for row in ACTIVATIONS
]

LOGITS = Array((6, 5))
CLASSES = Array((6,), 0, 5, "int64")
LOSSES = [
    *(
        Row(
            F + name,
            reference,
            (
                call(LOGITS),
                call(LOGITS, 0),
                call(X, axis=1),
                call(Array(())),
                call(Array((0, 3))),
                call(Array((4, 70))),
                call(Array((3, 1))),
            ),
            ALL,
            result="float",
            ulp=8,
            relative_to_largest=True,
            large=(call(Array((700, 300))), call(Array((300, 700)), 0), call(Array((3, 70000)))),
        )
        for name, reference in (("softmax", softmax), ("log_softmax", log_softmax))
    ),
    Row(
        F + "cross_entropy",
        cross_entropy,
        (
            call(LOGITS, CLASSES),
            call(LOGITS, CLASSES, reduction="sum"),
            call(LOGITS, CLASSES, reduction="none", label_smoothing=0.1),
            call(LOGITS, CLASSES, Array((5,), 0.5, 2), label_smoothing=0.2),
            call(LOGITS, CLASSES, weight=Array((5,), 0.5, 2), ignore_index=1),
            call(LOGITS, CLASSES, ignore_index=2, reduction="none"),
            call(Array((5,)), Array((), 0, 5, "int64")),
            call(Array((2, 5, 3, 2)), Array((2, 3, 2), 0, 5, "int32")),
            call(LOGITS, Array((6, 5), 0, 1)),
            call(LOGITS, Array((6, 5), 0, 1), Array((5,), 0.5, 2), reduction="sum", label_smoothing=0.1),
        ),
        ulp=8,
        relative_to_largest=True,
        large=(call(Array((700, 300)), Array((700,), 0, 300, "int64")),),
    ),
    Row(
        F + "nll_loss",
        nll_loss,
        (
            call(LOGITS, CLASSES),
            call(LOGITS, CLASSES, reduction="none"),
            call(LOGITS, CLASSES, Array((5,), 0.5, 2), ignore_index=1),
            call(LOGITS, CLASSES, weight=Array((5,), 0.5, 2), reduction="sum"),
            call(Array((5,)), Array((), 0, 5, "int64")),
        ),
        ulp=4,
        relative_to_largest=True,
    ),
    Row(
        F + "binary_cross_entropy_with_logits",
        binary_cross_entropy_with_logits,
        (
            call(X, Array(MEDIUM, 0, 1)),
            call(X, Array(MEDIUM, 0, 1), reduction="sum"),
            call(X, Array(MEDIUM, 0, 1), Array(MEDIUM, 0, 1), reduction="none"),
            call(X, Array(MEDIUM, 0, 1), pos_weight=Array((5,), 0.5, 2)),
        ),
        ulp=16,
        relative_to_largest=True,
    ),
    Row(
        F + "l1_loss",
        lambda x, target, reduction="mean": reduced(np.abs(x - target), reduction),
        (call(X, X), call(X, X, "sum"), call(X, X, reduction="none"), call(Array(()), Array(()))),
        ulp=4,
        relative_to_largest=True,
        second_gradient=False,
    ),
    Row(
        F + "mse_loss",
        lambda x, target, reduction="mean": reduced((x - target) ** 2, reduction),
        (call(X, X), call(X, X, "sum"), call(X, X, reduction="none"), call(Array(()), Array(()))),
        ulp=4,
        relative_to_largest=True,
        large=(call(Array(LONG), Array(LONG)),),
    ),
]
