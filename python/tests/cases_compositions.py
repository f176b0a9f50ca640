"""Rows of short compositions, and of methods that are functions too, under PyTorch's names."""

from typing import Any

import numpy as np
from rows import ALL, FLOATS, Array, Row, X, call, elementary, shape_function, unary

CLOSE: dict[str, Any] = {"ulp": 16, "relative_to_largest": True}
MATRICES = (Array((3, 5)), Array((3, 4)), Array((4, 5)))
TRUTH = Array((3, 1, 5), 0, 2, "bool")


def moment(function: Any) -> Any:
    def both(x: Any, axis: Any = None, correction: float = 1, keepdims: bool = False) -> Any:
        return function(x, axis, ddof=correction, keepdims=keepdims), x.mean(axis, keepdims=keepdims)

    return both


def cdist(a: Any, b: Any, p: float = 2.0) -> Any:
    return np.linalg.norm(a[..., :, None, :] - b[..., None, :, :], p, axis=-1)


def gather(x: Any, axis: int, index: Any) -> Any:
    shorter = tuple(slice(None) if i == axis % x.ndim else slice(n) for i, n in enumerate(index.shape))
    return np.take_along_axis(x[shorter], index, axis)


COMPOSITIONS = [
    unary("frac", lambda x: x - np.trunc(x), dtypes=FLOATS, ulp=0),
    elementary("exp2", np.exp2, ulp=4),
    Row("lerp", lambda x, end, w: x + w * (end - x), (call(X, X, 0.3), call(X, Array((4, 1)), X)), **CLOSE),
    Row(
        "addcmul",
        lambda x, a, b, value=1: x + value * a * b,
        (call(X, X, X), call(X, Array((4, 1)), Array((5,)), value=-0.5)),
        **CLOSE,
    ),
    Row(
        "addcdiv",
        lambda x, a, b, value=1: x + value * a / b,
        (call(X, X, Array((3, 4, 5), 0.5, 2)), call(X, Array((4, 1)), Array((5,), 1, 2), value=-0.5)),
        **CLOSE,
    ),
    *(
        Row(
            name,
            lambda x, a, b, beta=1, alpha=1: beta * x + alpha * (a @ b),
            (call(*arrays), call(*arrays, beta=0.5, alpha=-2), call(*arrays, beta=0)),
            **CLOSE,
        )
        for name, arrays in {
            "addmm": MATRICES,
            "addmv": (Array((3,)), Array((3, 4)), Array((4,))),
            "baddbmm": (Array((2, 3, 5)), Array((2, 3, 4)), Array((2, 4, 5))),
        }.items()
    ),
    *(
        Row(name, moment(function), (call(X), call(X, 1, keepdims=True), call(X, (0, 2), correction=0)), **CLOSE)
        for name, function in {"var_mean": np.var, "std_mean": np.std}.items()
    ),
    Row(
        "cdist",
        cdist,
        (call(Array((3, 4)), Array((5, 4))), call(X, Array((2, 5)), 1.0), call(X, X, p=3.0)),
        second_gradient=False,
        **CLOSE,
    ),
    shape_function("ravel", np.ravel, call(X), call(Array(())), call(Array((0, 3)))),
    shape_function("fliplr", np.fliplr, call(X), call(Array((2, 0)))),
    shape_function("flipud", np.flipud, call(X), call(Array((3,)))),
    *(
        Row(name, reference, (call([X, X]), call([Array((3,)), Array((length,))]), call([Array(())])), ALL, ulp=0)
        for name, reference, length in (("hstack", np.hstack, 2), ("vstack", np.vstack, 3))
    ),
    Row(
        "argwhere", np.argwhere, (call(Array((3, 4, 5), -1, 1)), call(Array((0,)))), ALL, result="int64", gradient=False
    ),
]
METHODS = [
    shape_function("clone", np.copy, call(X), call(Array(()))),
    shape_function(
        "gather",
        gather,
        call(X, 1, Array((3, 2, 5), 0, 4, "int64")),
        call(X, -1, Array((2, 4, 7), 0, 5, "int64")),
    ),
    shape_function(
        "index_select", lambda x, axis, index: np.take(x, index, axis), call(X, 1, Array((6,), 0, 4, "int64"))
    ),
    shape_function("masked_fill", lambda x, mask, value: np.where(mask, value, x).astype(x.dtype), call(X, TRUTH, 1)),
    shape_function("masked_select", lambda x, mask: x[np.broadcast_to(mask, x.shape)], call(X, TRUTH)),
    shape_function(
        "narrow", lambda x, axis, start, length: np.take(x, range(start, start + length), axis), call(X, 2, 1, 3)
    ),
    shape_function("select", lambda x, axis, index: np.take(x, index, axis), call(X, 1, 2), call(X, -1, -1)),
    shape_function("t", np.transpose, call(Array((3, 4))), call(Array((3,)))),
    shape_function("unflatten", lambda x, axis, sizes: x.reshape(3, 2, 2, 5), call(X, 1, (2, -1))),
]
COMPOSED = [*COMPOSITIONS, *METHODS]
