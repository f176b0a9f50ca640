"""Every public function of the registry against NumPy, in every dtype, layout and calling form."""

import inspect
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from cases_standard import ALIASES
from function_cases import COMPARED, ROWS, rows
from rows import Row
from swiftgrad import _core
from table import (
    EPSILON,
    LAYOUTS,
    check_against_reference,
    describe,
    expected_dtype,
    generator,
    outputs,
    prepare,
    tensors_in,
    to_numpy,
)

REGISTRY = {
    f"{entry['namespace']}.{entry['name']}".lstrip("."): entry
    for entry in _core.describe()["functions"]
    if entry["namespace"] in ("", "linalg", "nn.functional", "random")
}
PROMOTING = ("add", "subtract", "multiply", "maximum", "minimum", "equal", "less", "bitwise_or")


def test_every_public_function_has_a_row() -> None:
    names = [row.name for row in ROWS]
    assert len(names) == len(set(names))
    assert set(REGISTRY) == set(names), (
        f"without a row: {sorted(set(REGISTRY) - set(names))}; without a function: {sorted(set(names) - set(REGISTRY))}"
    )


@rows([row for row in ROWS if row.check is not None])
def test_promises(row: Row) -> None:
    assert row.check is not None
    row.check()


@rows(COMPARED)
def test_agrees_with_numpy_in_every_dtype(row: Row) -> None:
    for dtype in row.dtypes or ("float32",):
        for call in row.calls:
            check_against_reference(row, call, dtype)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@rows([row for row in COMPARED if row.dtypes])
def test_any_strides_are_read(row: Row, layout: Any) -> None:
    for dtype in ("float32", "float64", "float16", "int32", "uint8", "bool"):
        if dtype in row.dtypes:
            for call in row.calls:
                check_against_reference(row, call, dtype, layout, salt="layout")


@rows([row for row in COMPARED if row.dtypes])
def test_read_only_memory_is_read(row: Row) -> None:
    def locked(values: Any) -> Any:
        values.flags.writeable = False
        return values

    dtype = "float32" if "float32" in row.dtypes else row.dtypes[0]
    check_against_reference(row, row.calls[0], dtype, locked)


@rows([row for row in COMPARED if row.large])
def test_large_inputs_agree_and_threads_do_not_change_a_bit(row: Row) -> None:
    before = sg.get_num_threads()
    try:
        for call in row.large:
            for dtype in {"float32", "float16", "int64", "bool"}.intersection(row.dtypes):
                if row.name != "prod":  # which underflows
                    check_against_reference(row, call, dtype, salt="large")
                prepared = prepare(row, call, dtype, salt="large")
                bits = []
                for threads in (1, 2, 3):
                    sg.set_num_threads(threads)
                    bits.append([to_numpy(o).tobytes() for o in outputs(prepared.run(row.function))])
                assert bits[0] == bits[1] == bits[2], f"{row.name}{describe(call)} {dtype}"
    finally:
        sg.set_num_threads(before)


def bits_of(result: Any) -> list[tuple[Any, ...]]:
    return [(o.shape, str(o.dtype), to_numpy(o).tobytes()) for o in outputs(result)]


@rows([row for row in ROWS if row.calls])
def test_arguments_by_name_and_methods_give_the_same(row: Row) -> None:
    entry = REGISTRY[row.name]
    parameters = list(inspect.signature(row.function).parameters.values())
    variadic = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    aliases = {"axis": "dim", "keepdims": "keepdim", "x": "input"}
    for call in row.calls:
        dtype = "float32" if "float32" in row.dtypes or not row.dtypes else row.dtypes[0]
        prepared = prepare(row, call, dtype)
        expected = bits_of(prepared.run(row.function))
        if not variadic:
            names = [p.name for p in parameters]
            named = dict(zip(names, prepared.args, strict=False)) | prepared.kwargs
            assert bits_of(row.function(**named)) == expected, describe(call)
            renamed = {aliases.get(name, name): value for name, value in named.items()}
            assert bits_of(row.function(**renamed)) == expected, describe(call)
        if entry["method"] and prepared.args and isinstance(prepared.args[0], sg.Tensor):
            method = getattr(prepared.args[0], entry["method"])
            assert bits_of(method(*prepared.args[1:], **prepared.kwargs)) == expected, describe(call)


@rows([row for row in ROWS if row.calls])
def test_wrong_calls_raise_type_error(row: Row) -> None:
    prepared = prepare(row, row.calls[0], "float32" if not row.dtypes else row.dtypes[0])
    last = row.name.rpartition(".")[2]
    with pytest.raises(TypeError, match=last):
        row.function(*prepared.args, **prepared.kwargs, no_such_argument=1)
    parameters = inspect.signature(row.function).parameters.values()
    if any(p.default is p.empty and p.kind is not p.VAR_POSITIONAL for p in parameters):
        with pytest.raises(TypeError, match=last):
            row.function()
    if not any(p.kind is p.VAR_POSITIONAL for p in parameters):
        with pytest.raises(TypeError, match=last):
            row.function(*prepared.args, *(None for _ in parameters), **prepared.kwargs)


def promoted(a: str, b: str) -> str:
    """The Array API's table; beyond it an integer with a float gives the float, and uint64 with signed ones float64."""
    if a == b:
        return a
    for first, second in ((a, b), (b, a)):
        if first == "bool":
            return second
        if first in EPSILON and second not in EPSILON:
            return first
    if {a, b} == {"float16", "bfloat16"}:
        return "float32"
    if "bfloat16" in (a, b):
        return b if a == "bfloat16" else a
    return str(np.promote_types(a, b))


@pytest.mark.parametrize("name", PROMOTING)
def test_two_dtypes_promote_as_the_standard_says(name: str) -> None:
    row = next(row for row in ROWS if row.name == name)
    rng = generator(row)
    for a in row.dtypes:
        for b in row.dtypes:
            common = promoted(a, b)
            if common not in row.dtypes:
                with pytest.raises(TypeError, match=name):
                    row.function(sg.ones(3, dtype=getattr(sg, a)), sg.ones(3, dtype=getattr(sg, b)))
                continue
            x, y = (sg.asarray(rng.integers(0, 2, 9)).astype(getattr(sg, d)) for d in (a, b))
            result = row.function(x, y)
            assert str(result.dtype) == (row.result if row.result != "same" else common), f"{a}, {b}"
            as_numpy = "float32" if common == "bfloat16" else common
            assert row.reference is not None
            expected = row.reference(to_numpy(x).astype(as_numpy), to_numpy(y).astype(as_numpy))
            np.testing.assert_array_equal(to_numpy(result), expected, err_msg=f"{a}, {b}")


@pytest.mark.parametrize("dtype", [*EPSILON, "int8", "uint8", "int64", "bool"])
def test_a_python_number_takes_the_dtype_of_the_array(dtype: str) -> None:
    x = sg.ones(3, dtype=getattr(sg, dtype))
    assert str((x + 1).dtype) == ("int64" if dtype == "bool" else dtype)
    assert str((1 + x).dtype) == ("int64" if dtype == "bool" else dtype)
    assert str((x * 0.5).dtype) == (dtype if dtype in EPSILON else "float32")
    assert str((x + True).dtype) == dtype
    if dtype == "uint8":
        with pytest.raises(ValueError, match="256 does not fit uint8"):
            x + 256


SPECIAL = (
    0.0,
    -0.0,
    1.0,
    -1.0,
    np.inf,
    -np.inf,
    np.nan,
    1e-30,
    -1e-30,
    3e38,
    -3e38,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    88.8,
    -104.0,
)
SPECIAL_UNARY = [
    row
    for row in COMPARED
    if row.pointwise and "float64" in row.dtypes and len(row.calls[0].args) == 1
    if not ALIASES.get(row.name, row.name).startswith("nn.")
]
SPECIAL_BINARY = [row for row in COMPARED if row.pointwise and len(row.calls[0].args) == 2 and "float64" in row.dtypes]


def assert_special(result: Any, reference: Any, name: str, ulp: float, signs: bool) -> None:
    for position in np.ndindex(reference.shape):
        got, expected = result[position], reference[position]
        note = f"{name} at {position}: {got!r}, NumPy {expected!r}"
        if np.isnan(expected):
            assert np.isnan(got), note
        elif not np.isfinite(expected) or result.dtype == bool:
            assert got == expected, note
        else:
            tiny = np.finfo(result.dtype).smallest_normal
            assert abs(got - expected) <= ulp * np.finfo(result.dtype).eps * abs(expected) + tiny, note
            if signs and expected == 0 and name != "sign":
                assert np.signbit(got) == np.signbit(expected), note


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@rows(SPECIAL_UNARY)
def test_special_values_of_one_argument(row: Row, dtype: str) -> None:
    assert row.reference is not None
    x = np.array(SPECIAL, dtype)
    with np.errstate(all="ignore"):
        reference = np.asarray(row.reference(x if row.result == "bool" else x.astype(np.float64)))
        reference = reference.astype(reference.dtype if row.result == "bool" else dtype)
    trigonometric = row.name in ("sin", "cos", "tan")  # of huge arguments: only that the result is a number
    if trigonometric:
        reasonable = np.abs(x) < 1e4
        assert np.all(np.isfinite(to_numpy(row.function(sg.from_numpy(x)))) == np.isfinite(x))
        x, reference = x[reasonable], reference[reasonable]
    assert_special(to_numpy(row.function(sg.from_numpy(x))), reference, row.name, max(row.ulp, 1), True)


# Of 0 and -0 either is the greater.
OF_ZEROS_EITHER = ("maximum", "minimum", "clamp_min", "clamp_max")


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@rows(SPECIAL_BINARY)
def test_special_values_of_two_arguments(row: Row, dtype: str) -> None:
    assert row.reference is not None
    x = np.array(SPECIAL, dtype)
    a, b = x[:, None], x[None, :]
    with np.errstate(all="ignore"):
        reference = np.asarray(row.reference(a, b))
    result = to_numpy(row.function(sg.from_numpy(a), sg.from_numpy(b)))
    if row.name == "floor_divide":  # of infinities the Array API gives -0 and inf where NumPy gives -1 and nan
        finite = np.isfinite(x)
        result, reference = result[finite][:, finite], reference[finite][:, finite]
    assert_special(result, reference, row.name, max(row.ulp, 1), row.name not in OF_ZEROS_EITHER)


# NumPy raises, computes in float64, or leaves the result undefined at the limits of these.
UNDEFINED = ("pow", "bitwise_left_shift", "bitwise_right_shift", "heaviside")


@rows([r for r in COMPARED if r.pointwise and "int8" in r.dtypes and r.result != "float" and r.name not in UNDEFINED])
def test_integers_wrap_around_at_their_limits(row: Row) -> None:
    assert row.reference is not None
    for dtype in ("int8", "int16", "int32", "int64", "uint8", "uint64"):
        if dtype not in row.dtypes:
            continue
        info = np.iinfo(dtype)
        x = np.array([info.min, info.min + 1, 0, 1, 2, info.max - 1, info.max], dtype)
        arguments = [x[:, None], x[None, :]] if len(row.calls[0].args) == 2 else [x]
        with np.errstate(all="ignore"):
            expected = np.asarray(row.reference(*arguments))
        found = to_numpy(row.function(*map(sg.from_numpy, arguments)))
        np.testing.assert_array_equal(found, expected, err_msg=f"{row.name} {dtype}")


@rows([row for row in COMPARED if row.dtypes])
def test_results_have_memory_of_their_own_or_are_views_of_the_input(row: Row) -> None:
    """Writing to a fresh result must never reach an input unless it is documented to be a view."""
    views = (
        "reshape",
        "flatten",
        "permute_dims",
        "transpose",
        "matrix_transpose",
        "broadcast_to",
        "expand_dims",
        "unsqueeze",
        "squeeze",
        "flip",
        "split",
        "unbind",
        "chunk",
        "contiguous",
        "astype",
        "clip",
        "moveaxis",
        "narrow",
        "select",
        "t",
        "unflatten",
        "ravel",
        "fliplr",
        "flipud",
    )
    dtype = "float32" if "float32" in row.dtypes else row.dtypes[0]
    prepared = prepare(row, row.calls[0], dtype)
    for output in tensors_in(outputs(prepared.run(row.function))):
        shared = any(np.shares_memory(to_numpy(output), values) for values, _ in prepared.originals)
        assert not shared or not {row.name, ALIASES.get(row.name)}.isdisjoint(views)


def test_expected_dtype_knows_every_rule() -> None:
    rules = {row.result for row in COMPARED}
    assert rules <= {"same", "float", "bool", "int64", "sum", "argument"}
    assert expected_dtype(ROWS[0], prepare(ROWS[0], ROWS[0].calls[0]), "int8", None) == "int8"
