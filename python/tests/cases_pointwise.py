"""Rows of the functions that work element by element."""

import numpy as np
import swiftgrad as sg
from formulas import clip, erf
from rows import (
    ALL,
    FLOATS,
    INTEGERS,
    LONG,
    MEDIUM,
    SIGNED,
    TRUTH,
    Array,
    Row,
    binary,
    bitwise,
    call,
    elementary,
    predicate,
    rounding,
    shape_function,
    unary,
)

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
