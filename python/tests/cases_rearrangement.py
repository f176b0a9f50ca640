"""Rows of sorting, selecting by position, and moving elements about."""

from typing import Any

import numpy as np
import swiftgrad as sg
from rows import ALL, FLOATS, Array, Row, X, call, shape_function

A = np.ndarray[Any, Any]


def sort(x: A, axis: int = -1, descending: bool = False) -> A:
    if x.ndim == 0:
        return x
    return np.flip(np.sort(x, axis), axis) if descending else np.sort(x, axis)


def argsort(x: A, axis: int = -1, descending: bool = False) -> A:
    if x.ndim == 0:
        return np.zeros((), np.int64)
    return np.argsort(-x.astype(np.float64) if descending else x, axis, kind="stable")


def scatter_add(x: A, axis: int, index: A, source: A) -> A:
    result = x.copy()
    places = list(np.indices(index.shape))
    places[axis] = index
    np.add.at(result, tuple(places), source)
    return result


def check_topk() -> None:
    """Values and positions, NaN before everything, ties in order, and where the gradient goes."""
    x = sg.asarray([[1.0, 3.0, 2.0, 3.0], [float("nan"), -1.0, 5.0, 0.0]], requires_grad=True)
    values, positions = sg.topk(x, 2)
    assert positions.tolist() == [[1, 3], [0, 2]]
    assert values.tolist()[0] == [3.0, 3.0] and np.isnan(values.tolist()[1][0])
    values, positions = x.topk(1, axis=0, largest=False)
    assert (values.tolist(), positions.tolist()) == ([[1.0, -1.0, 2.0, 0.0]], [[0, 1, 0, 1]])
    values.sum().backward()
    assert x.grad is not None and x.grad.tolist() == [[1, 0, 1, 0], [0, 1, 0, 1]]
    assert sg.topk(x, 0)[0].shape == (2, 0)


INDEX = Array((3, 2, 5), 0, 4, "int64")
PAIR = (Array((4,)), Array((3,)))
REARRANGEMENT = [
    shape_function(
        "sort",
        sort,
        *(call(X, axis) for axis in (0, 1, -1)),
        call(X, descending=True),
        call(Array((1000,), -30, 30)),
        call(Array(())),
        call(Array((0, 3)), 0),
        second_gradient=False,
    ),
    Row(
        "argsort",
        argsort,
        (call(X), call(X, 1), call(X, 0, descending=True), call(Array((1000,), -9, 9)), call(Array(()))),
        ALL,
        result="int64",
        gradient=False,
        large=(call(Array((517, 301))), call(Array((517, 301)), 0)),
    ),
    Row("topk", dtypes=(), check=check_topk),
    Row(
        "take_along_axis",
        np.take_along_axis,
        (
            call(X, INDEX, 1),
            call(X, INDEX, axis=-2),
            call(X, Array((1, 4, 7), 0, 5, "int32"), 2),
            call(Array((9,)), Array((4,), -9, 9, "int64"), 0),
        ),
        ALL,
        ulp=0,
    ),
    Row(
        "scatter_add",
        scatter_add,
        (
            call(X, 1, INDEX, Array((3, 2, 5))),
            call(Array((4,)), 0, Array((30,), 0, 4, "int64"), Array((30,))),
            call(Array((3, 4)), -1, Array((3, 0), 0, 1, "int64"), Array((3, 0))),
        ),
        FLOATS,
        ulp=2,
        relative_to_largest=True,
    ),
    shape_function(
        "tile",
        lambda x, *counts: np.tile(x, counts[0] if len(counts) == 1 else counts),
        call(X, 2, 1, 3),
        call(X, (2, 1, 1, 2)),
        call(Array((3,)), 0),
        call(Array(()), 2),
        call(X, 2),
    ),
    shape_function(
        "roll",
        lambda x, shift, axis=None: np.roll(x, shift, axis),
        call(X, 7),
        call(X, -2, 1),
        call(X, (1, -1), axis=(0, 2)),
        call(Array((0, 3)), 1, 0),
    ),
    *(
        shape_function(
            name,
            function,
            call(Array((4, 6))),
            call(X, 1),
            call(Array((6, 4)), k=-2),
            call(Array((3, 3)), 99),
            call(Array((3, 3)), -99),
            call(Array((0, 2))),
        )
        for name, function in (("tril", np.tril), ("triu", np.triu))
    ),
    Row("outer", np.outer, (call(*PAIR), call(Array((0,)), Array((3,)))), FLOATS),
    shape_function(
        "unbind",
        lambda x, axis=0: list(np.moveaxis(x, axis, 0)),
        call(X),
        call(X, -1),
        call(Array((2, 0))),
    ),
    shape_function(
        "chunk",
        lambda x, chunks, axis=0: [x] if x.shape[axis] == 0 else _chunks(x, chunks, axis),
        call(X, 2),
        call(X, 3, -1),
        call(X, 99, axis=1),
        call(Array((0, 2)), 3),
    ),
]


def _chunks(x: A, count: int, axis: int) -> list[A]:
    size = -(-x.shape[axis] // count)
    return np.split(x, range(size, x.shape[axis], size), axis)
