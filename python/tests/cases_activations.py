"""Rows of the activation functions with corners, gates and chance, and of the dropouts of channels."""

from collections.abc import Callable
from typing import Any

import numpy as np
import swiftgrad as sg
from formulas import sigmoid, softmax, softplus
from rows import NUMBERS, Array, Row, X, binary, call, elementary

F = "nn.functional."


def settings(name: str, reference: Callable[..., Any], *more: Any, **options: Any) -> Row:
    """An elementary function whose settings the further calls change."""
    row = elementary(F + name, reference, **options)
    return Row(**{**vars(row), "calls": row.calls + more})


def glu(x: Any, axis: int = -1) -> Any:
    first, second = np.split(x, 2, axis)
    return first * sigmoid(second)


def prelu(x: Any, weight: Any) -> Any:
    slopes = weight.reshape(()) if weight.size == 1 else weight.reshape([-1] + [1] * (x.ndim - 2))
    return np.where(x > 0, x, slopes * x)


def check_rrelu() -> None:
    sg.manual_seed(5)
    x = sg.full((100_000,), -1.0, requires_grad=True)
    y = sg.nn.functional.rrelu(x, 0.2, 0.6, training=True)
    slopes = -np.asarray(y.detach())
    assert 0.2 <= slopes.min() < 0.21 and 0.59 < slopes.max() <= 0.6
    assert abs(slopes.mean() - 0.4) < 0.005
    y.sum().backward()
    np.testing.assert_array_equal(x.grad, slopes)
    np.testing.assert_allclose(sg.nn.functional.rrelu(x, 0.2, 0.6).detach(), -0.4, rtol=1e-6)


def check_gumbel_softmax() -> None:
    """Hard samples are one-hot and as frequent as softmax says; the gradient is that of a soft sample."""
    sg.manual_seed(6)
    logits = sg.asarray(np.log(np.tile([[0.2, 0.5, 0.3]], (100_000, 1))).astype(np.float32), requires_grad=True)
    hard = sg.nn.functional.gumbel_softmax(logits, tau=0.7, hard=True)
    values = np.asarray(hard.detach())
    np.testing.assert_allclose(np.sort(values, -1), np.tile([[0, 0, 1]], (100_000, 1)), atol=1e-6)
    np.testing.assert_allclose(values.mean(0), [0.2, 0.5, 0.3], atol=0.008)
    (hard * sg.asarray([1.0, 2.0, 3.0])).sum().backward()
    gradient = np.asarray(logits.grad)
    assert np.isfinite(gradient).all() and np.abs(gradient).max() > 0.1
    np.testing.assert_allclose(gradient.sum(-1), 0, atol=1e-5)
    soft = np.asarray(sg.nn.functional.gumbel_softmax(logits.detach(), axis=0))
    np.testing.assert_allclose(soft.sum(0), 1, rtol=1e-4)


def channel_dropout(axes: int) -> Callable[[], None]:
    def check() -> None:
        sg.manual_seed(7)
        drop = getattr(sg.nn.functional, f"dropout{axes}d")
        x = sg.ones((50, 40, *(3,) * axes), requires_grad=True)
        y = drop(x, 0.25)
        values = np.asarray(y.detach()).reshape(50, 40, -1)
        assert (values == values[..., :1]).all()
        assert set(np.unique(values)) == {0, np.float32(1 / 0.75)}
        assert abs((values[..., 0] == 0).mean() - 0.25) < 0.05
        y.sum().backward()
        np.testing.assert_array_equal(np.asarray(x.grad).reshape(values.shape), values)
        assert drop(x, training=False) is x
        assert drop(sg.ones((40, *(3,) * axes))).shape == (40, *(3,) * axes)

    return check


def check_alpha_dropout() -> None:
    """Mean and variance of a standard normal stay, and what is dropped is SELU's limit, scaled and shifted."""
    sg.manual_seed(8)
    x = sg.random.normal((400_000,)).detach()
    x.requires_grad = True
    y = sg.nn.functional.alpha_dropout(x, 0.3, training=True)
    values = np.asarray(y.detach(), np.float64)
    assert abs(values.mean()) < 0.01 and abs(values.std() - 1) < 0.01
    y.sum().backward()
    kept = np.asarray(x.grad) != 0
    assert abs(kept.mean() - 0.7) < 0.01
    limit = -1.7580993408473766
    scale = (0.7 * (1 + 0.3 * limit**2)) ** -0.5
    np.testing.assert_allclose(values[~kept], scale * limit - scale * limit * 0.3, rtol=1e-5)
    np.testing.assert_allclose(np.asarray(x.grad)[kept], scale, rtol=1e-6)
    assert sg.nn.functional.alpha_dropout(x) is x


def check_feature_alpha_dropout() -> None:
    sg.manual_seed(9)
    x = sg.ones((30, 20, 5))
    values = np.asarray(sg.nn.functional.feature_alpha_dropout(x, 0.4, training=True))
    assert (values == values[..., :1]).all() and len(np.unique(values)) == 2


THRESHOLDS = [
    settings(
        "hardtanh",
        lambda x, min_val=-1.0, max_val=1.0: np.clip(x, min_val, max_val),
        call(X, -0.5, 2.0),
        ulp=0,
        second_gradient=False,
    ),
    settings("relu6", lambda x: np.clip(x, 0, 6), ulp=0, second_gradient=False, low=-3, high=8),
    settings("hardsigmoid", lambda x: np.clip(x + 3, 0, 6) / 6, second_gradient=False),
    Row(
        F + "threshold",
        lambda x, threshold, value: np.where(x > threshold, x, value),
        (call(X, 0.5, -2.0), call(X, threshold=-1.0, value=0.0)),
        ulp=0,
        second_gradient=False,
    ),
    settings(
        "hardshrink",
        lambda x, lambd=0.5: np.where(np.abs(x) > lambd, x, 0),
        call(X, 1.5),
        ulp=0,
        second_gradient=False,
    ),
    settings(
        "softshrink",
        lambda x, lambd=0.5: np.sign(x) * np.maximum(np.abs(x) - lambd, 0),
        call(X, 1.5),
        ulp=4,
        relative_to_largest=True,
        second_gradient=False,
    ),
    settings("tanhshrink", lambda x: x - np.tanh(x), ulp=4, relative_to_largest=True),
    settings("softsign", lambda x: x / (1 + np.abs(x))),
    settings("logsigmoid", lambda x: -softplus(-x), ulp=3),
    settings(
        "celu",
        lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0) / alpha)),
        call(X, 0.5),
        call(X, alpha=-1.5),
        ulp=3,
    ),
    binary(
        "heaviside", lambda x, y: np.heaviside(x, y).astype(np.result_type(x, y)), ulp=0, gradient=False, dtypes=NUMBERS
    ),
]
GATES = [
    Row(
        F + "prelu",
        prelu,
        (
            call(X, Array((1,), 0.1, 0.5)),
            call(Array((2, 3, 4, 2)), Array((3,), -0.5, 0.5)),
            call(Array((4,)), Array((1,), 0.1, 0.5)),
            call(Array((0, 3)), Array((3,), 0.1, 0.5)),
        ),
        second_gradient=False,
    ),
    Row(F + "glu", glu, (call(Array((3, 4))), call(Array((3, 4, 5)), 1), call(Array((2, 0, 4)))), ulp=4),
    Row(
        F + "softmin",
        lambda x, axis=-1: softmax(-x, axis),
        (call(Array((6, 5))), call(X, axis=1)),
        ulp=8,
        relative_to_largest=True,
    ),
    Row(F + "rrelu", check=check_rrelu),
    Row(F + "gumbel_softmax", check=check_gumbel_softmax),
]
DROPOUTS = [
    *(Row(f"{F}dropout{axes}d", check=channel_dropout(axes)) for axes in (1, 2, 3)),
    Row(F + "alpha_dropout", check=check_alpha_dropout),
    Row(F + "feature_alpha_dropout", check=check_feature_alpha_dropout),
]
MORE_ACTIVATIONS = [*THRESHOLDS, *GATES, *DROPOUTS]
