"""Turns the rows of `function_cases` into tensors, reference results and comparisons."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import swiftgrad as sg
from rows import Array, Call, Row

EPSILON = {"float16": 2.0**-10, "bfloat16": 2.0**-7, "float32": 2.0**-23, "float64": 2.0**-52}
LARGEST = {"float16": 65504.0, "bfloat16": 3.38953139e38, "float32": 3.4028234663852886e38, "float64": np.inf}
SMALLEST_NORMAL = {"float16": 2.0**-14, "bfloat16": 2.0**-126, "float32": 2.0**-126, "float64": 2.0**-1022}

Values = np.ndarray[Any, Any]
Layout = Callable[[Values], Values]


def generator(row: Row, salt: str = "") -> np.random.Generator:
    """Numbers of the row's own, the same in every run."""
    return np.random.default_rng(zlib.crc32(f"{row.name} {salt}".encode()))


def numpy_values(array: Array, dtype: str, rng: np.random.Generator) -> Values:
    """Values in the interval of the array; bfloat16 as float32 numbers that it holds exactly."""
    name = array.dtype or dtype
    if name == "bool":
        return np.asarray(rng.random(array.shape) < 0.5)
    if name in EPSILON:
        values = np.asarray(rng.uniform(array.low, array.high, array.shape))
        return round_to_bfloat16(values) if name == "bfloat16" else values.astype(name)
    kind = np.iinfo(name)
    low, high = max(int(np.ceil(array.low)), kind.min), min(int(np.floor(array.high)), kind.max)
    if array.dtype:  # an index: the upper end is not one
        high = min(high, int(np.ceil(array.high)) - 1)
    return np.asarray(rng.integers(low, high + 1, array.shape)).astype(name)


def round_to_bfloat16(values: Values) -> Values:
    bits = np.asarray(values, np.float32).view(np.uint32)
    rounded = (bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000
    return rounded.astype(np.uint32).view(np.float32)  # older NumPys widen what has no dimensions


def same(values: Values) -> Values:
    return values


def transposed(values: Values) -> Values:
    return values.T.copy().T


def backwards(values: Values) -> Values:
    everything = tuple(slice(None, None, -1) for _ in values.shape)
    return values[everything].copy()[everything]


def every_second(values: Values) -> Values:
    if values.ndim == 0:
        return values
    room = np.zeros(tuple(2 * n + 1 for n in values.shape), values.dtype)
    view = room[tuple(slice(1, None, 2) for _ in values.shape)]
    view[...] = values
    return view


def repeated(values: Values) -> Values:
    """Stride 0 along the first axis, and along the last of three or more."""
    if values.ndim == 0 or values.size == 0:
        return values
    first = values[:1] if values.ndim < 3 else values[:1, ..., :1]
    return np.broadcast_to(first.copy(), values.shape)


def unaligned(values: Values) -> Values:
    """One element behind the start of an allocation, so that no vector is aligned."""
    room = np.zeros(values.size + 1, values.dtype)
    room[1:] = values.ravel()
    return room[1:].reshape(values.shape)


LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout for layout in (transposed, backwards, every_second, repeated, unaligned)
}


@dataclass
class Prepared:
    """A call with its tensors made, and the same for the reference."""

    args: list[Any]
    kwargs: dict[str, Any]
    reference_args: list[Any]
    reference_kwargs: dict[str, Any]
    originals: list[tuple[Values, bytes]]

    def run(self, function: Callable[..., Any]) -> Any:
        return function(*self.args, **self.kwargs)

    def tensors(self) -> list[sg.Tensor]:
        return list(tensors_in([*self.args, *self.kwargs.values()]))

    def check_inputs_unchanged(self) -> None:
        for values, before in self.originals:
            assert values.tobytes() == before, "an input was changed"


def tensors_in(items: Any) -> Iterator[sg.Tensor]:
    for item in items:
        if isinstance(item, sg.Tensor):
            yield item
        elif isinstance(item, (list, tuple)):
            yield from tensors_in(item)


def prepare(row: Row, call: Call, dtype: str = "float32", layout: Layout = same, salt: str = "") -> Prepared:
    rng = generator(row, f"{dtype} {salt}")
    originals: list[tuple[Values, bytes]] = []

    def make(item: Any) -> tuple[Any, Any]:
        if isinstance(item, Array):
            values = layout(numpy_values(item, dtype, rng))
            originals.append((values, values.tobytes()))
            tensor = sg.from_numpy(values)
            name = item.dtype or dtype
            if name == "bfloat16":
                tensor = tensor.astype(sg.bfloat16)
            wide = name in EPSILON or (row.result == "float" and item.dtype is None)
            return tensor, values.astype(np.float64) if wide else values
        if isinstance(item, sg.DType):
            return item, str(item)
        if isinstance(item, (list, tuple)):
            pairs = [make(i) for i in item]
            return type(item)(p[0] for p in pairs), type(item)(p[1] for p in pairs)
        return item, item

    args = [make(item) for item in call.args]
    kwargs = {name: make(item) for name, item in call.kwargs.items()}
    return Prepared(
        [a[0] for a in args],
        {name: a[0] for name, a in kwargs.items()},
        [a[1] for a in args],
        {name: a[1] for name, a in kwargs.items()},
        originals,
    )


def expected_dtype(row: Row, prepared: Prepared, dtype: str, reference: Any) -> str:
    if "dtype" in prepared.reference_kwargs:
        return str(prepared.reference_kwargs["dtype"])
    if row.result == "argument":
        return str(prepared.reference_args[1])
    if not row.dtypes:
        return str(reference.dtype)
    if row.result == "same":
        return dtype
    if row.result == "float":
        return dtype if dtype in EPSILON else "float32"
    if row.result == "sum":
        if dtype in EPSILON:
            return dtype
        return "uint64" if dtype.startswith("uint") else "int64"
    return row.result


def to_numpy(tensor: sg.Tensor) -> Values:
    tensor = tensor.detach()
    return np.asarray(tensor.astype(sg.float32) if tensor.dtype == sg.bfloat16 else tensor)


def outputs(result: Any) -> list[Any]:
    return list(result) if isinstance(result, (list, tuple)) else [result]


def assert_close(
    result: Values, reference: Any, dtype: str, ulp: float, relative_to_largest: bool = False, note: str = ""
) -> None:
    """Within `ulp` units of the dtype's epsilon for floats, equal for the rest."""
    reference = np.asarray(reference)
    assert result.shape == reference.shape, f"{note}: shape {result.shape}, expected {reference.shape}"
    if dtype not in EPSILON:
        np.testing.assert_array_equal(result, reference.astype(result.dtype), err_msg=note)
        return
    with np.errstate(all="ignore"):
        if ulp == 0:
            limit = np.finfo(result.dtype) if dtype != "bfloat16" else None
            exact = round_to_bfloat16(reference) if limit is None else reference.astype(result.dtype)
            np.testing.assert_array_equal(result, exact, err_msg=note)
            return
        wide = reference.astype(np.float64)
        wide = np.where(np.abs(wide) > LARGEST[dtype], np.copysign(np.inf, wide), wide)
        finite = np.isfinite(wide)
        np.testing.assert_array_equal(np.isfinite(result), finite, err_msg=note)
        np.testing.assert_array_equal(result[~finite], wide[~finite].astype(result.dtype), err_msg=note)
        scale = np.abs(wide[finite])
        if relative_to_largest and scale.size:
            scale = np.full_like(scale, max(scale.max(), 1.0))
        allowed = ulp * EPSILON[dtype] * scale + SMALLEST_NORMAL[dtype]
        error = np.abs(result[finite].astype(np.float64) - wide[finite])
        if np.any(error > allowed):
            worst = np.argmax(error / allowed)
            raise AssertionError(
                f"{note}: {result[finite].flat[worst]!r}, expected {wide[finite].flat[worst]!r}: "
                f"{error.flat[worst] / allowed.flat[worst] * ulp:.2f} units, {ulp} allowed"
            )


def check_against_reference(row: Row, call: Call, dtype: str, layout: Layout = same, salt: str = "") -> None:
    """Calls the function and compares values, shape, dtype, and that the arguments stayed as they were."""
    assert row.reference is not None
    prepared = prepare(row, call, dtype, layout, salt)
    note = f"{row.name}{describe(call)} {dtype}"
    results = outputs(prepared.run(row.function))
    with np.errstate(all="ignore"):
        references = outputs(row.reference(*prepared.reference_args, **prepared.reference_kwargs))
    assert len(results) == len(references), note
    for result, reference in zip(results, references, strict=True):
        name = expected_dtype(row, prepared, dtype, reference)
        assert str(result.dtype) == name, f"{note}: dtype {result.dtype}, expected {name}"
        assert_close(to_numpy(result), reference, name, row.ulp, row.relative_to_largest, note)
    prepared.check_inputs_unchanged()


def describe(call: Call) -> str:
    parts = [str(a.shape) if isinstance(a, Array) else repr(a) for a in call.args]
    parts += [f"{k}={v.shape if isinstance(v, Array) else v!r}" for k, v in call.kwargs.items()]
    return f"({', '.join(parts)})"
