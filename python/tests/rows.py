"""What a row of the table of function cases is, and short ways to write the common kinds."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

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
    shapes = (
        (MEDIUM, MEDIUM),
        ((4, 1), (3, 1, 5)),
        ((), MEDIUM),
        ((5,), ()),
        ((0, 3), (1, 3)),
        ((), ()),
        ((40,), (40,)),
    )
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
    large = (
        call(matrix),
        call(matrix, axis=0),
        call(matrix, axis=1),
        call(Array((40, 60, 70), low, high), axis=(0, 2)),
        call(Array((1001, 7), low, high), axis=0),
        call(Array((1001, 7), low, high), axis=1),
        call(Array((333, 45), low, high), axis=1),
    )
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


X = Array(MEDIUM)
