"""One row for each public function of the registry: how to call it, what it should give, and on which inputs.

`test_functions.py` derives its tests from this table. Arguments that are tensors are written as `Array`: a shape and
the interval that values come from; the tests make them in the dtypes of the row. `reference` takes the same arguments
as NumPy arrays; floats arrive as float64, integers and booleans as they are.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

import swiftgrad as sg

FLOATS = ("float16", "bfloat16", "float32", "float64")
SIGNED = ("int8", "int16", "int32", "int64")
UNSIGNED = ("uint8", "uint16", "uint32", "uint64")
INTEGERS = SIGNED + UNSIGNED
NUMBERS = FLOATS + INTEGERS
ALL = (*NUMBERS, "bool")
TRUTH = (*INTEGERS, "bool")


@dataclass(frozen=True)
class Array:
    """A tensor argument: numbers between low and high, of the dtype under test unless it has one of its own."""

    shape: tuple[int, ...]
    low: float = -3.0
    high: float = 3.0
    dtype: str | None = None
    values: tuple[float, ...] | None = None


@dataclass(frozen=True)
class Call:
    args: tuple[Any, ...]
    kwargs: dict[str, Any] = field(default_factory=dict)


def call(*args: Any, **kwargs: Any) -> Call:
    return Call(args, kwargs)


@dataclass(frozen=True)
class Row:
    """How one function is tested.

    result: the dtype of the result for that of the input: "same"; "float" (integers give float32); "bool"; "int64";
    "sum" (64 bits for integers); "float32" and other names. ulp: the error allowed in units of the dtype's epsilon,
    relative to the result's element, or with `relative_to_largest` to its largest element.
    """

    name: str
    reference: Callable[..., Any] | None = None
    calls: tuple[Call, ...] = ()
    dtypes: tuple[str, ...] = FLOATS
    result: str = "same"
    ulp: float = 1.0
    relative_to_largest: bool = False
    gradient: bool = True
    second_gradient: bool = True
    pointwise: bool = False
    large: tuple[Call, ...] = ()
    # For a function without a formula: calls it and asserts what it promises.
    check: Callable[[], None] | None = None

    @property
    def function(self) -> Callable[..., Any]:
        found: Any = sg
        for part in self.name.split("."):
            found = getattr(found, part)
        return found


MEDIUM = (3, 4, 5)
LONG = ((1 << 17) + 7,)


def unary(name: str, reference: Callable[..., Any], low: float = -3.0, high: float = 3.0, **options: Any) -> Row:
    """A function of one array, element by element."""
    options.setdefault("dtypes", ALL if options.get("result") == "float" else NUMBERS)
    calls = tuple(call(Array(shape, low, high)) for shape in (MEDIUM, (), (0,), (2, 0, 3), (37,)))
    row = Row(name, reference, calls, pointwise=True, large=(call(Array(LONG, low, high)),))
    return replace(row, **options)


def elementary(name: str, reference: Callable[..., Any], low: float = -3.0, high: float = 3.0, **options: Any) -> Row:
    """A function of the real line; integers compute in float32."""
    options.setdefault("ulp", 2.0)
    return unary(name, reference, low, high, result="float", **options)


def rounding(name: str, reference: Callable[..., Any]) -> Row:
    return unary(name, reference, -5, 5, gradient=False)


def binary(name: str, reference: Callable[..., Any], right: tuple[float, float] = (-3.0, 3.0), **options: Any) -> Row:
    """A function of two arrays that broadcast."""
    left = options.pop("left", (-3.0, 3.0))
    shapes = ((MEDIUM, MEDIUM), ((4, 1), (3, 1, 5)), ((), MEDIUM), ((5,), ()), ((0, 3), (1, 3)), ((), ()), ((40,), (40,)))
    calls = tuple(call(Array(a, *left), Array(b, *right)) for a, b in shapes)
    large = (
        call(Array(LONG, *left), Array(LONG, *right)),
        call(Array((331, 1, 40), *left), Array((40, 1), *right)),
    )
    row = Row(name, reference, calls, NUMBERS, pointwise=True, large=large)
    return replace(row, **options)


def predicate(name: str, reference: Callable[..., Any], **options: Any) -> Row:
    options.setdefault("dtypes", ALL)
    return binary(name, reference, (-2, 2), left=(-2, 2), result="bool", gradient=False, **options)


def bitwise(name: str, reference: Callable[..., Any], right: tuple[float, float] = (-9, 9), **options: Any) -> Row:
    options.setdefault("dtypes", TRUTH)
    return binary(name, reference, right, left=(-99, 99), gradient=False, **options)


def reduction(name: str, reference: Callable[..., Any], low: float = -3.0, high: float = 3.0, **options: Any) -> Row:
    """A function that removes axes."""
    extra = options.pop("extra", ())
    x = Array(MEDIUM, low, high)
    calls = (
        call(x),
        call(x, axis=1),
        call(x, axis=-1, keepdims=True),
        call(x, axis=(0, 2)),
        call(x, axis=(2, 0), keepdims=True),
        call(x, axis=()),
        call(x, keepdims=True),
        call(Array((), low, high)),
        call(Array((130,), low, high)),
        call(Array((2, 3, 0), low, high), axis=1),
        *extra,
    )
    matrix = Array((517, 1031), low, high)
    large = (call(matrix), call(matrix, axis=0), call(matrix, axis=1), call(Array((40, 60, 70), low, high), axis=(0, 2)))
    row = Row(name, reference, calls, ALL, ulp=4, relative_to_largest=True, large=large)
    return replace(row, **options)


EMPTY_SUM = (call(Array((0,))), call(Array((2, 0, 3)), axis=1))


def position(name: str, reference: Callable[..., Any]) -> Row:
    x = Array(MEDIUM, -2, 2)
    calls = tuple(call(x, **k) for k in ({}, {"axis": 0}, {"axis": -1, "keepdims": True}, {"keepdims": True}))
    large = (call(Array((517, 1031))), call(Array((517, 1031)), axis=0), call(Array((517, 1031)), axis=1))
    return Row(name, reference, (*calls, call(Array(()))), ALL, result="int64", gradient=False, large=large)


def shape_function(name: str, reference: Callable[..., Any], *calls: Call, **options: Any) -> Row:
    """A function that moves elements without computing."""
    return replace(Row(name, reference, calls, ALL, ulp=0), **options)


def creation(name: str, reference: Callable[..., Any], *calls: Call, **options: Any) -> Row:
    """A function whose result has a dtype of its own."""
    return replace(Row(name, reference, calls, (), gradient=False), **options)


# Formulas that NumPy has under no name.


def erf(x: Any) -> Any:
    return np.vectorize(math.erf, otypes=[np.float64])(np.asarray(x, np.float64))


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def softplus(x: Any, beta: float = 1.0, threshold: float = 20.0) -> Any:
    return np.where(beta * x > threshold, x, np.logaddexp(0, beta * x) / beta)


def elu(x: Any, alpha: float = 1.0) -> Any:
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def gelu(x: Any, approximate: str = "none") -> Any:
    if approximate == "tanh":
        return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    return 0.5 * x * (1 + erf(x / math.sqrt(2)))


def log_softmax(x: Any, axis: int = -1) -> Any:
    if x.ndim == 0:
        return np.zeros(())
    shifted = x - x.max(axis=axis, keepdims=True, initial=-np.inf)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


def softmax(x: Any, axis: int = -1) -> Any:
    return np.exp(log_softmax(x, axis))


def reduced(losses: Any, reduction: str) -> Any:
    return {"none": lambda: losses, "mean": lambda: np.mean(losses), "sum": lambda: np.sum(losses)}[reduction]()


def cross_entropy(
    x: Any,
    target: Any,
    weight: Any = None,
    ignore_index: int = -100,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Any:
    """The formula of PyTorch's documentation, written plainly."""
    axis = 0 if x.ndim == 1 else 1
    classes = x.shape[axis]
    log_probabilities = np.moveaxis(log_softmax(x, axis), axis, -1)
    weight = np.ones(classes) if weight is None else np.asarray(weight, np.float64)
    if np.issubdtype(target.dtype, np.floating):
        goal = np.moveaxis(target, axis, -1) * (1 - label_smoothing) + label_smoothing / classes
        losses = -(goal * weight * log_probabilities).sum(-1)
        return losses.sum() / losses.size if reduction == "mean" else reduced(losses, reduction)
    counted = target != ignore_index
    one_hot = np.eye(classes)[np.where(counted, target, 0)]
    goal = (one_hot * (1 - label_smoothing) + label_smoothing / classes) * weight
    losses = -(goal * log_probabilities).sum(-1) * counted
    if reduction == "mean":
        return losses.sum() / (weight[np.where(counted, target, 0)] * counted).sum()
    return reduced(losses, reduction)


def split(x: Any, sections: Any, axis: int = 0) -> list[Any]:
    length = x.shape[axis]
    ends = range(sections, length, sections) if isinstance(sections, int) else np.cumsum(sections)[:-1]
    return np.split(x, list(ends), axis)


def clip(x: Any, min: Any = None, max: Any = None) -> Any:
    x = x if min is None else np.maximum(x, min)
    return x if max is None else np.minimum(x, max)


def arange(start: Any, stop: Any = None, step: Any = 1, dtype: Any = None) -> Any:
    result = np.arange(0, start, step) if stop is None else np.arange(start, stop, step)
    return result.astype(dtype or ("float32" if result.dtype == np.float64 else "int64"))


# What functions without a formula promise.


def check_detach() -> None:
    x = sg.ones(3, requires_grad=True)
    y = sg.detach(x)
    assert not y.requires_grad
    assert np.shares_memory(np.asarray(y), np.asarray(x.detach()))


def check_retain_grad() -> None:
    x = sg.ones(3, requires_grad=True)
    y = x * 2
    sg.retain_grad(y)
    (y * y).sum().backward()
    np.testing.assert_array_equal(y.grad, [4, 4, 4])


def check_is_grad_enabled() -> None:
    assert sg.is_grad_enabled() is True
    with sg.no_grad():
        assert sg.is_grad_enabled() is False


def check_threads() -> None:
    before = sg.get_num_threads()
    try:
        for count in (1, 3):
            sg.set_num_threads(count)
            assert sg.get_num_threads() == count
    finally:
        sg.set_num_threads(before)


def check_info() -> None:
    info = sg.info()
    assert info["version"] == sg.__version__
    assert info["threads"] == sg.get_num_threads()


def check_memory_statistics() -> None:
    before = sg.memory_statistics()["bytes_in_use"]
    x = sg.zeros(1 << 20)
    during = sg.memory_statistics()
    assert during["bytes_in_use"] >= before + x.nbytes
    assert during["peak_bytes"] >= during["bytes_in_use"]
    del x
    assert sg.memory_statistics()["bytes_in_use"] < during["bytes_in_use"]


def check_empty() -> None:
    assert sg.empty(2, 3, dtype=sg.int8).shape == (2, 3)
    assert sg.empty((0, 3)).dtype == sg.float32


def check_empty_like() -> None:
    x = sg.empty_like(sg.zeros(2, 3, dtype=sg.int16))
    assert (x.shape, x.dtype) == ((2, 3), sg.int16)


ARITHMETIC = [
    binary("add", np.add, dtypes=ALL),
    binary("subtract", np.subtract),
    binary("multiply", np.multiply, dtypes=ALL),
    binary("divide", np.divide, (0.5, 3), dtypes=ALL, result="float"),
    binary("floor_divide", np.floor_divide, (0.7, 9), left=(-99, 99), gradient=False),
    binary("remainder", np.remainder, (0.7, 9), left=(-50, 50), second_gradient=False),
    binary("pow", np.power, (0, 3), left=(0.5, 4), ulp=2),
    binary("maximum", np.maximum, dtypes=ALL, second_gradient=False),
    binary("minimum", np.minimum, dtypes=ALL, second_gradient=False),
    unary("negative", np.negative, second_gradient=False),
    unary("abs", np.abs, second_gradient=False),
    unary("sign", np.sign, gradient=False),
    unary("square", np.square),
    Row(
        "clip",
        clip,
        (
            call(Array(MEDIUM), -1, 2),
            call(Array(MEDIUM), min=0),
            call(Array(MEDIUM), max=1),
            call(Array(MEDIUM)),
            call(Array(MEDIUM), Array((5,), 0, 1), Array((4, 1), 1, 2)),
            call(Array((0, 2)), 0, 1),
            call(Array(()), 0, 1),
        ),
        FLOATS + SIGNED,
        second_gradient=False,
        large=(call(Array(LONG), 0, 1),),
    ),
    *(rounding(name, getattr(np, name)) for name in ("floor", "ceil", "round", "trunc")),
]

LOGIC = [
    *(
        predicate(name, getattr(np, name))
        for name in ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal")
    ),
    *(predicate(name, getattr(np, name)) for name in ("logical_and", "logical_or", "logical_xor")),
    *(bitwise(name, getattr(np, name)) for name in ("bitwise_and", "bitwise_or", "bitwise_xor")),
    bitwise("bitwise_left_shift", np.left_shift, (0, 9), dtypes=INTEGERS),
    bitwise("bitwise_right_shift", np.right_shift, (0, 9), dtypes=INTEGERS),
    unary("bitwise_invert", np.invert, -9, 9, dtypes=TRUTH, gradient=False),
    unary("logical_not", np.logical_not, -1, 1, dtypes=ALL, result="bool", gradient=False),
    *(
        unary(name, getattr(np, name), dtypes=ALL, result="bool", gradient=False)
        for name in ("isnan", "isinf", "isfinite")
    ),
]

ELEMENTARY = [
    elementary("exp", np.exp),
    elementary("expm1", np.expm1),
    elementary("log", np.log, 0.1, 9),
    elementary("log1p", np.log1p, -0.9, 9),
    elementary("log2", np.log2, 0.1, 9, ulp=3),
    elementary("log10", np.log10, 0.1, 9, ulp=3),
    elementary("sqrt", np.sqrt, 0.1, 9, ulp=1),
    elementary("rsqrt", lambda x: 1 / np.sqrt(x), 0.1, 9),
    elementary("reciprocal", np.reciprocal, 0.3, 9, ulp=1),
    elementary("sin", np.sin, -7, 7),
    elementary("cos", np.cos, -7, 7),
    elementary("tan", np.tan, -1.4, 1.4, ulp=4),
    elementary("tanh", np.tanh),
    elementary("erf", erf),
]

SELECTION = [
    Row(
        "where",
        np.where,
        (
            call(Array(MEDIUM, dtype="bool"), Array(MEDIUM), Array(MEDIUM)),
            call(Array((4, 1), dtype="bool"), Array((3, 1, 5)), Array(())),
            call(Array((), dtype="bool"), Array((2,)), Array((2,))),
            call(Array((0, 3), dtype="bool"), Array((3,)), Array((1, 3))),
        ),
        ALL,
        ulp=0,
        second_gradient=False,
        large=(call(Array(LONG, dtype="bool"), Array(LONG), Array(LONG)),),
    ),
    Row(
        "astype",
        lambda x, dtype: x.astype(str(dtype)),
        tuple(
            call(Array(MEDIUM, 0, 9), getattr(sg, name)) for name in ("float64", "float32", "int8", "uint64", "int32")
        ),
        ALL,
        result="argument",
        ulp=0,
        gradient=False,
    ),
    unary("copy", np.array, dtypes=ALL, ulp=0, pointwise=False),
    shape_function("contiguous", np.ascontiguousarray, call(Array(MEDIUM)), call(Array((0, 2)))),
]

REDUCTIONS = [
    reduction("sum", np.sum, result="sum", extra=(*EMPTY_SUM, call(Array(MEDIUM), axis=0, dtype=sg.float64))),
    reduction("prod", np.prod, 0.5, 1.5, result="sum", ulp=16, extra=EMPTY_SUM),
    reduction("mean", np.mean, result="float"),
    reduction("max", np.max),
    reduction("min", np.min),
    reduction("any", np.any, -1, 1, result="bool", gradient=False, extra=EMPTY_SUM),
    reduction("all", np.all, -9, 9, result="bool", gradient=False, extra=EMPTY_SUM),
    position("argmax", np.argmax),
    position("argmin", np.argmin),
    reduction(
        "var",
        lambda x, correction=0.0, **k: np.var(x, ddof=correction, **k),
        result="float",
        ulp=8,
        extra=(call(Array(MEDIUM), axis=1, correction=1), call(Array(MEDIUM), correction=0.5)),
    ),
    # One element has the standard deviation 0, whose slope is infinite.
    Row(
        "std",
        lambda x, correction=0.0, **k: np.std(x, ddof=correction, **k),
        (
            call(Array(MEDIUM)),
            call(Array(MEDIUM), axis=1),
            call(Array(MEDIUM), axis=(0, -1), keepdims=True),
            call(Array(MEDIUM), axis=2, correction=1),
        ),
        NUMBERS,
        result="float",
        ulp=8,
        relative_to_largest=True,
        large=(call(Array((517, 1031)), axis=0), call(Array((517, 1031)), axis=1)),
    ),
]

X = Array(MEDIUM)
SHAPES = [
    shape_function(
        "reshape",
        lambda x, *shape: np.reshape(x, shape[0] if isinstance(shape[0], tuple) else shape),
        call(X, 12, 5),
        call(X, (5, -1)),
        call(X, -1),
        call(X, (3, 2, 1, 2, 5)),
        call(Array(()), (1, 1)),
        call(Array((0, 3)), (3, 0, 7)),
        call(Array((1,)), ()),
    ),
    shape_function(
        "flatten",
        lambda x, start_dim=0, end_dim=-1: np.reshape(
            x, x.shape[:start_dim] + (-1,) + (() if end_dim in (-1, x.ndim - 1) else x.shape[end_dim + 1 :])
        ),
        call(X),
        call(X, 1),
        call(X, start_dim=0, end_dim=1),
        call(Array(())),
    ),
    shape_function(
        "permute_dims",
        lambda x, *axes: np.transpose(x, axes[0] if isinstance(axes[0], tuple) else axes),
        call(X, 2, 0, 1),
        call(X, (-1, 1, 0)),
        call(Array(()), ()),
        call(Array((0, 2)), (1, 0)),
    ),
    shape_function(
        "transpose",
        lambda x, axis0=0, axis1=1: np.swapaxes(x, axis0, axis1),
        call(X),
        call(X, 0, -1),
        call(X, axis0=1, axis1=1),
        call(Array((0, 2))),
    ),
    shape_function("matrix_transpose", lambda x: np.swapaxes(x, -1, -2), call(X), call(Array((2, 0)))),
    shape_function(
        "broadcast_to",
        np.broadcast_to,
        call(Array((4, 1)), (3, 4, 5)),
        call(Array(()), (2, 3)),
        call(X, MEDIUM),
        call(Array((1, 3)), (0, 3)),
    ),
    shape_function(
        "expand_dims",
        lambda x, axis=0: np.expand_dims(x, axis),
        call(X),
        call(X, -1),
        call(X, (0, 2, 5)),
        call(Array(()), (0, 1)),
    ),
    shape_function("unsqueeze", np.expand_dims, call(X, 1), call(X, -1), call(Array(()), 0)),
    shape_function(
        "squeeze",
        lambda x, axis=None: np.squeeze(x, axis),
        call(Array((1, 3, 1, 2, 1))),
        call(Array((1, 3, 1, 2, 1)), axis=-1),
        call(Array((1, 3, 1, 2, 1)), (0, 2)),
        call(X),
        call(Array((1, 1))),
        call(Array((0, 1))),
    ),
    shape_function(
        "flip",
        lambda x, axis=None: np.flip(x, axis),
        call(X),
        call(X, 0),
        call(X, axis=(0, -1)),
        call(Array(())),
        call(Array((0, 2))),
    ),
    shape_function(
        "concat",
        lambda arrays, axis=0: np.concatenate(arrays, axis),
        call([Array((2, 3)), Array((1, 3)), Array((0, 3))]),
        call([Array((2, 3)), Array((2, 4))], axis=-1),
        call([Array((2, 0)), Array((2, 4))], 1),
        call([Array((2, 3))]),
    ),
    shape_function(
        "stack",
        lambda arrays, axis=0: np.stack(arrays, axis),
        call([Array((2, 3)), Array((2, 3))]),
        call([Array((2, 3)), Array((2, 3)), Array((2, 3))], axis=-1),
        call([Array(()), Array(())]),
        call([Array((0, 2))], 1),
    ),
    shape_function(
        "split",
        split,
        call(X, 2),
        call(X, (1, 3), axis=1),
        call(X, 2, -1),
        call(X, (5, 0), axis=2),
        call(X, 99),
    ),
    shape_function(
        "take",
        lambda x, indices, axis=0: np.take(x, indices, axis),
        call(X, Array((7,), -3, 3, "int64")),
        call(X, Array((2, 3), 0, 4, "int32"), axis=1),
        call(X, Array((), 0, 4, "uint8"), axis=-1),
        call(X, Array((0, 2), 0, 4, "int8"), 2),
        large=(call(Array((500, 64)), Array((9000,), 0, 500, "int64")),),
    ),
    shape_function(
        "nonzero",
        np.nonzero,
        call(Array(MEDIUM, -1, 1)),
        call(Array((9,), 0, 1)),
        call(Array((0, 2))),
        result="int64",
        gradient=False,
    ),
]

CREATION = [
    creation("zeros", lambda *shape, dtype="float32": np.zeros(shape[0] if isinstance(shape[0], tuple) else shape, dtype),
             call(2, 3), call((2, 0)), call((), dtype=sg.int8), call(4, dtype=sg.bool)),
    creation("ones", lambda *shape, dtype="float32": np.ones(shape[0] if isinstance(shape[0], tuple) else shape, dtype),
             call(2, 3), call((2, 0)), call((), dtype=sg.float16), call(4, dtype=sg.bool)),
    Row("empty", check=check_empty),
    Row("empty_like", check=check_empty_like),
    Row("zeros_like", np.zeros_like, (call(X), call(Array((0,))), call(Array(()))), ALL, gradient=False),
    Row("ones_like", np.ones_like, (call(X), call(Array((0,))), call(Array(()))), ALL, gradient=False),
    Row("full_like", np.full_like, (call(X, 1), call(Array((0,)), 1), call(Array(()), True)), ALL, gradient=False),
    creation(
        "full",
        lambda shape, fill_value, dtype=None: np.full(
            shape, fill_value, dtype or ("float32" if isinstance(fill_value, float) else None)
        ),
        call((2, 3), 7), call(4, 0.5), call((), True), call((2, 0), 1, dtype=sg.uint8), call(2, -1, dtype=sg.float64),
        call((3,), 2**62 + 1),
    ),
    creation(
        "arange", arange,
        call(5), call(2, 9), call(2, 9, 3), call(9, 2, -2), call(0.5, 3), call(5, 2), call(0, 1, 0.1),
        call(3, dtype=sg.float64), call(0, 5, dtype=sg.uint8), call(2**60, 2**60 + 3), call(-5),
    ),
    creation(
        "linspace",
        lambda *args, dtype="float32", **k: np.linspace(*args, **k).astype(dtype),
        call(0, 1, 5), call(-2.0, 7.0), call(1, 0, num=3, endpoint=False), call(0, 1, 1), call(0, 1, 0),
        call(0, 10, 11, dtype=sg.int32), call(0, 1, 7, dtype=sg.float64),
    ),
    creation(
        "eye", lambda n, m=None, k=0, dtype="float32": np.eye(n, m, k, dtype),
        call(3), call(2, 4), call(4, 2, k=-1), call(3, k=2, dtype=sg.int64), call(0), call(2, 0), call(3, k=9),
    ),
]

LINEAR_ALGEBRA = [
    Row(
        "matmul",
        np.matmul,
        (
            call(Array((3, 4)), Array((4, 5))),
            call(Array((4,)), Array((4,))),
            call(Array((4,)), Array((4, 5))),
            call(Array((3, 4)), Array((4,))),
            call(Array((2, 1, 3, 4)), Array((5, 4, 2))),
            call(Array((2, 3, 4)), Array((4,))),
            call(Array((0, 4)), Array((4, 5))),
            call(Array((3, 0)), Array((0, 5))),
            call(Array((17, 33)), Array((33, 35))),
        ),
        NUMBERS,
        ulp=16,
        relative_to_largest=True,
        large=(
            call(Array((201, 301)), Array((301, 257))),
            call(Array((12, 64, 48)), Array((12, 48, 64))),
            call(Array((1000,)), Array((1000, 300))),
        ),
    ),
    Row(
        "nn.functional.linear",
        lambda x, weight, bias=None: x @ weight.T + (0 if bias is None else bias),
        (
            call(Array((3, 4)), Array((5, 4))),
            call(Array((2, 3, 4)), Array((5, 4)), Array((5,))),
            call(Array((4,)), Array((5, 4)), bias=Array((5,))),
            call(Array((0, 4)), Array((5, 4)), Array((5,))),
            call(Array((3, 0)), Array((5, 0)), Array((5,))),
        ),
        ulp=16,
        relative_to_largest=True,
        large=(call(Array((300, 200)), Array((257, 200)), Array((257,))),),
    ),
]

F = "nn.functional."
ACTIVATIONS = [
    elementary(F + "relu", lambda x: np.maximum(x, 0), ulp=0, second_gradient=False),
    elementary(F + "sigmoid", sigmoid, ulp=3),
    elementary(F + "tanh", np.tanh),
    elementary(F + "leaky_relu", lambda x, negative_slope=0.01: np.where(x > 0, x, negative_slope * x), ulp=1,
               second_gradient=False),
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
    with_calls(row, *extra) if (extra := {
        F + "leaky_relu": (call(X, 0.2), call(X, negative_slope=-1.0)),
        F + "elu": (call(X, 0.5),),
        F + "gelu": (call(X, "tanh"), call(X, approximate="none")),
        F + "softplus": (call(X, 2.0, 1.5), call(X, beta=0.5)),
    }.get(row.name)) else row
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
                call(LOGITS), call(LOGITS, 0), call(X, axis=1), call(Array(())), call(Array((0, 3))),
                call(Array((4, 70))), call(Array((3, 1))),
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
        F + "mse_loss",
        lambda x, target, reduction="mean": reduced((x - target) ** 2, reduction),
        (call(X, X), call(X, X, "sum"), call(X, X, reduction="none"), call(Array(()), Array(()))),
        ulp=4,
        relative_to_largest=True,
        large=(call(Array(LONG), Array(LONG)),),
    ),
]

SYSTEM = [
    Row("detach", check=check_detach),
    Row("retain_grad", check=check_retain_grad),
    Row("is_grad_enabled", check=check_is_grad_enabled),
    Row("set_num_threads", check=check_threads),
    Row("get_num_threads", check=check_threads),
    Row("info", check=check_info),
    Row("memory_statistics", check=check_memory_statistics),
]

ROWS = [
    *ARITHMETIC, *LOGIC, *ELEMENTARY, *SELECTION, *REDUCTIONS, *SHAPES, *CREATION, *LINEAR_ALGEBRA, *ACTIVATIONS,
    *LOSSES, *SYSTEM,
]
