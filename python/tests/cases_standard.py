"""Rows of what the array API standard asks beyond the other families, and of second names of functions."""

from dataclasses import replace
from typing import Any

import numpy as np
import swiftgrad as sg
from rows import (
    ALL,
    EMPTY_SUM,
    FLOATS,
    INTEGERS,
    NUMBERS,
    Array,
    Row,
    X,
    binary,
    call,
    elementary,
    reduction,
    shape_function,
    unary,
)
from swiftgrad import _core

A = np.ndarray[Any, Any]
WIDE = ("float32", "float64")

FUNCTIONS = [
    elementary("asin", np.arcsin, -0.9, 0.9),
    elementary("acos", np.arccos, -0.9, 0.9),
    elementary("atan", np.arctan),
    elementary("sinh", np.sinh),
    elementary("cosh", np.cosh),
    elementary("asinh", np.arcsinh),
    elementary("acosh", np.arccosh, 1.1, 9),
    elementary("atanh", np.arctanh, -0.9, 0.9),
    binary("atan2", np.arctan2, (0.5, 3), dtypes=FLOATS, ulp=2),
    binary("hypot", np.hypot, (0.5, 3), dtypes=FLOATS, ulp=2),
    binary("logaddexp", np.logaddexp, dtypes=FLOATS, ulp=3, relative_to_largest=True),
    binary("copysign", np.copysign, dtypes=FLOATS, second_gradient=False),
    binary("nextafter", np.nextafter, dtypes=WIDE, gradient=False),
    unary("positive", np.positive),
    unary("signbit", np.signbit, dtypes=FLOATS, result="bool", gradient=False),
]


def cumulative_sum(x: A, axis: int = 0, include_initial: bool = False) -> A:
    sums = np.cumsum(x, axis)
    return np.concatenate([np.zeros_like(sums.take([0], axis)), sums], axis) if include_initial else sums


def cumulative_prod(x: A, axis: int = 0, include_initial: bool = False) -> A:
    products = np.cumprod(x, axis)
    return np.concatenate([np.ones_like(products.take([0], axis)), products], axis) if include_initial else products


def logsumexp(x: A, axis: Any = None, keepdims: bool = False) -> A:
    with np.errstate(divide="ignore"):
        return np.log(np.sum(np.exp(x), axis=axis, keepdims=keepdims))


SUMS = [
    Row(
        "cumulative_sum",
        cumulative_sum,
        (
            call(X, axis=0),
            call(X, axis=-1, include_initial=True),
            call(Array((9,))),
            call(Array((9,)), include_initial=True),
        ),
        ALL,
        result="sum",
        ulp=4,
        relative_to_largest=True,
        large=(call(Array((517, 1031)), axis=0),),
    ),
    Row(
        "cumulative_prod",
        cumulative_prod,
        (
            call(X, axis=0),
            call(X, axis=-1, include_initial=True),
            call(Array((9,))),
        ),
        NUMBERS,
        result="sum",
        ulp=8,
    ),
    reduction("count_nonzero", np.count_nonzero, -1, 1, result="int64", gradient=False, extra=EMPTY_SUM),
    reduction("logsumexp", logsumexp, dtypes=NUMBERS, result="float", ulp=4, extra=EMPTY_SUM),
]

MOVED = [
    shape_function(
        "repeat",
        lambda x, n, axis=None: np.repeat(x, n, axis),
        call(X, 2, axis=0),
        call(X, 3, axis=-1),
        call(X, 2),
        call(X, 0, axis=1),
        call(X, [2, 0, 1, 3], axis=1),
        call(Array((4,)), [1, 2, 0, 2]),
        call(Array((0, 3)), 2, axis=0),
    ),
    shape_function(
        "moveaxis",
        np.moveaxis,
        call(X, 0, -1),
        call(X, (0, 1), (1, 0)),
        call(X, -1, 0),
        call(X, (2, 0), (0, 1)),
    ),
    shape_function(
        "diff",
        lambda x, axis=-1, n=1: np.diff(x, n, axis),
        call(X),
        call(X, axis=0, n=2),
        call(X, n=9),
        call(Array((1,))),
        call(Array((0, 2)), axis=0),
        call(X, n=0),
        ulp=4,
    ),
]


def check_broadcast_arrays() -> None:
    x, y, z = sg.broadcast_arrays(sg.ones(3, 1), sg.zeros(4), sg.ones(()))
    assert x.shape == y.shape == z.shape == (3, 4)
    assert sg.broadcast_arrays() == ()


def check_meshgrid() -> None:
    vectors = [np.arange(n, dtype=np.float32) for n in (2, 3, 4)]
    for indexing in ("xy", "ij"):
        for count in range(4):
            found = sg.meshgrid(*map(sg.asarray, vectors[:count]), indexing=indexing)
            expected = np.meshgrid(*vectors[:count], indexing=indexing)  # type: ignore[call-overload]
            assert len(found) == len(expected)
            for a, b in zip(found, expected, strict=True):
                np.testing.assert_array_equal(np.asarray(a), b)


SETS = [
    Row(
        "unique_values",
        np.unique,
        (call(Array((3, 50), -4, 4)), call(Array((0,))), call(Array(()))),
        ALL,
        gradient=False,
    ),
    Row("unique", np.unique, (call(Array((3, 50), -4, 4)), call(Array((0,)))), ALL, gradient=False),
    Row(
        "bincount",
        np.bincount,
        (
            call(Array((50,), 0, 9)),
            call(Array((50,), 0, 9), minlength=20),
            call(Array((0,))),
        ),
        INTEGERS,
        gradient=False,
        result="int64",
    ),
]


def check_unique() -> None:
    numbers, weights = np.array([3, 1, 3, 0]), np.array([0.5, 2, 3, 4])
    found = sg.bincount(sg.asarray(numbers), sg.asarray(weights))
    np.testing.assert_array_equal(found, np.bincount(numbers, weights))
    x = np.array([[3, 1, 3], [2, 1, 1]])
    for name, options in [("unique_counts", {"return_counts": True}), ("unique_inverse", {"return_inverse": True})]:
        for a, b in zip(getattr(sg, name)(sg.asarray(x)), np.unique(x, **options), strict=True):
            np.testing.assert_array_equal(np.asarray(a).reshape(-1), np.asarray(b).reshape(-1))
    values, indices, inverse, counts = sg.unique_all(sg.asarray(x))
    assert (values.tolist(), indices.tolist(), counts.tolist()) == ([1, 2, 3], [1, 3, 0], [3, 1, 2])
    np.testing.assert_array_equal(np.asarray(values)[np.asarray(inverse)], x)
    nan = float("nan")
    assert sg.unique_counts(sg.asarray([nan, 1.0, nan]))[1].tolist() == [1, 1, 1]


def check_searchsorted() -> None:
    """NumPy's places, in every type, with equal elements, NaN and a vector that is sorted by another."""
    numbers, values = np.array([-3, -1, -1, 0, 0, 0, 2, 5, 7]), np.arange(-4, 9).reshape(1, 13)
    for dtype in ("int8", "int64", "float16", "float32", "float64"):
        x, v = sg.asarray(numbers.astype(dtype)), sg.asarray(values.astype(dtype))
        for side in ("left", "right"):
            expected = np.searchsorted(numbers, values, side)  # type: ignore[call-overload]
            np.testing.assert_array_equal(sg.searchsorted(x, v, side=side), expected)
            order = sg.asarray(np.arange(9)[::-1].copy())
            np.testing.assert_array_equal(sg.searchsorted(sg.flip(x), v, side=side, sorter=order), expected)
    nan = float("nan")
    assert sg.searchsorted(sg.asarray([1.0, nan]), sg.asarray([nan, 2.0])).tolist() == [1, 1]
    assert sg.searchsorted(sg.zeros(0), sg.ones(2)).tolist() == [0, 0]


def check_types() -> None:
    assert sg.result_type(sg.int8, sg.float32) == sg.float32
    assert sg.result_type(sg.ones(2, dtype=sg.float16), sg.bfloat16) == sg.float32
    assert sg.result_type(sg.int8, 1.5) == sg.float32
    assert sg.result_type(sg.float16, 3) == sg.float16
    assert sg.can_cast(sg.int8, sg.int16) and not sg.can_cast(sg.float32, sg.int64)
    assert sg.can_cast(sg.ones(2), sg.float64)
    for kind, names in {
        "bool": ["bool"],
        "signed integer": ["int8", "int64"],
        "unsigned integer": ["uint8", "uint64"],
        "integral": ["int8", "uint64"],
        "real floating": ["float16", "bfloat16", "float64"],
        "numeric": ["int8", "float32"],
        "complex floating": [],
    }.items():
        assert [n for n in names if not sg.isdtype(getattr(sg, n), kind)] == []
    assert sg.isdtype(sg.int8, (sg.bool, "integral")) and not sg.isdtype(sg.bool, "numeric")


SQUARE = Array((2, 3, 3))
PRODUCTS = [
    Row(
        "tensordot",
        lambda x, y, axes=2: np.tensordot(x, y, axes),
        (
            call(Array((2, 3, 4)), Array((3, 4, 5))),
            call(Array((2, 3)), Array((3, 4)), axes=1),
            call(Array((2,)), Array((3,)), axes=0),
            call(Array((2, 3, 4)), Array((4, 2, 5)), axes=((0, 2), (1, 0))),
        ),
        WIDE,
        ulp=16,
        relative_to_largest=True,
    ),
    Row(
        "vecdot",
        lambda x, y, axis=-1: np.sum(x * y, axis),
        (call(X, X), call(X, Array((5,))), call(X, X, axis=0), call(Array((3,)), Array((3,)))),
        WIDE,
        ulp=16,
        relative_to_largest=True,
    ),
    Row(
        "kron",
        np.kron,
        (call(Array((2, 3)), Array((4, 5))), call(Array((3,)), Array((2,))), call(Array((2, 3)), Array((2,)))),
        WIDE,
        ulp=1,
    ),
    Row(
        "linalg.cross",
        lambda x, y, axis=-1: np.cross(x, y, axis=axis),
        (
            call(Array((4, 3)), Array((4, 3))),
            call(Array((3,)), Array((3,))),
            call(Array((3, 2)), Array((3, 2)), axis=0),
        ),
        WIDE,
        ulp=4,
        relative_to_largest=True,
    ),
    Row(
        "linalg.matrix_power",
        np.linalg.matrix_power,
        (call(SQUARE, 1), call(SQUARE, 5)),
        WIDE,
        ulp=64,
        relative_to_largest=True,
        second_gradient=False,
    ),
]


def check_factorisations() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(2, 5, 3))
    np.testing.assert_array_equal(sg.linalg.matrix_power(sg.asarray(x[:, :3]), 0), np.stack([np.eye(3)] * 2))
    x[1, :, 2] = x[1, :, 0]
    t = sg.asarray(x)
    np.testing.assert_allclose(sg.linalg.pinv(t), np.linalg.pinv(x), atol=1e-10)
    np.testing.assert_allclose(sg.linalg.svdvals(t), np.linalg.svd(x, compute_uv=False), atol=1e-12)
    assert sg.linalg.matrix_rank(t).tolist() == [3, 2]
    assert sg.linalg.matrix_rank(t, rtol=0.99).tolist() == [1, 1]
    symmetric = x.swapaxes(-1, -2) @ x
    np.testing.assert_allclose(sg.linalg.eigvalsh(sg.asarray(symmetric)), np.linalg.eigvalsh(symmetric), atol=1e-10)
    np.testing.assert_allclose(
        sg.linalg.matrix_power(sg.asarray(x[0, :3]), -2) @ x[0, :3] @ x[0, :3], np.eye(3), atol=1e-8
    )


def check_random() -> None:
    sg.manual_seed(0)
    for draw in (sg.rand, sg.randn):
        assert draw(2, 3).shape == draw((2, 3)).shape == (2, 3)
        assert draw(2, dtype=sg.float64).dtype == sg.float64
    assert sg.randn_like(sg.ones(2, 3)).shape == sg.rand_like(sg.ones(2, 3)).shape == (2, 3)
    assert abs(float(sg.randn(100_000).mean())) < 0.02 and abs(float(sg.rand(100_000).mean()) - 0.5) < 0.01
    x = sg.randint(3, 7, (1000,))
    assert (int(x.min()), int(x.max()), x.dtype) == (3, 6, sg.int64)
    assert int(sg.randint(4, (1000,)).max()) == 3
    assert sorted(sg.randperm(9).tolist()) == list(range(9))


def check_multinomial() -> None:
    """How often each is drawn, no repetition, and never a probability of zero."""
    sg.manual_seed(0)
    p = sg.asarray([[1.0, 0.0, 3.0], [0.0, 2.0, 2.0]])
    drawn = np.asarray(sg.multinomial(p, 20_000, replacement=True))
    np.testing.assert_allclose([(row == 2).mean() for row in drawn], [0.75, 0.5], atol=0.02)
    assert not (drawn[0] == 1).any() and not (drawn[1] == 0).any()
    firsts = [tuple(sg.multinomial(p[0], 2).tolist()) for _ in range(2000)]
    assert {*firsts} == {(0, 2), (2, 0)}
    assert abs(sum(first == (2, 0) for first in firsts) / 2000 - 0.75) < 0.04


def check_close() -> None:
    x = sg.asarray([1.0, float("nan"), float("inf"), 0.0])
    y = sg.asarray([1.000001, float("nan"), float("inf"), 1e-9])
    assert sg.isclose(x, y).tolist() == [True, False, True, True]
    assert sg.isclose(x, y, equal_nan=True).tolist() == [True] * 4
    assert sg.allclose(x, y, equal_nan=True) is True and sg.allclose(x, y) is False


CHECKS = [
    Row("broadcast_arrays", dtypes=(), check=check_broadcast_arrays),
    Row("meshgrid", dtypes=(), check=check_meshgrid),
    *(Row(name, dtypes=(), check=check_unique) for name in ("unique_counts", "unique_inverse", "unique_all")),
    *(Row(name, dtypes=(), check=check_types) for name in ("result_type", "can_cast", "isdtype")),
    *(
        Row(f"linalg.{name}", dtypes=(), check=check_factorisations)
        for name in ("pinv", "svdvals", "matrix_rank", "eigvalsh")
    ),
    *(
        Row(name, dtypes=(), check=check_random)
        for name in ("rand", "randn", "rand_like", "randn_like", "randint", "randperm")
    ),
    Row("searchsorted", dtypes=(), check=check_searchsorted),
    Row("multinomial", dtypes=(), check=check_multinomial),
    *(Row(name, dtypes=(), check=check_close) for name in ("isclose", "allclose")),
]
STANDARD = [*FUNCTIONS, *SUMS, *MOVED, *SETS, *PRODUCTS, *CHECKS]

# A second name of a function is tested as that function is.
ALIASES = {
    f"{entry['namespace']}.{entry['name']}".lstrip("."): entry["original"]
    for entry in _core.describe()["functions"]
    if entry["original"]
}


def aliases(rows: list[Row]) -> list[Row]:
    """The rows of the functions under their second names, but for those that have rows of their own."""
    by_name = {row.name: row for row in rows}
    return [replace(by_name[original], name=name) for name, original in ALIASES.items() if name not in by_name]
