"""What the Python array API standard (2024.12) asks about types and capabilities."""

from dataclasses import dataclass

import numpy as np

from ._core import (
    DType,
    Tensor,
    bfloat16,
    bool,
    float16,
    float32,
    float64,
    int8,
    int16,
    int32,
    int64,
    uint8,
    uint16,
    uint32,
    uint64,
)

SIGNED = {"int8": int8, "int16": int16, "int32": int32, "int64": int64}
UNSIGNED = {"uint8": uint8, "uint16": uint16, "uint32": uint32, "uint64": uint64}
FLOATING = {"float16": float16, "bfloat16": bfloat16, "float32": float32, "float64": float64}
KINDS = {
    "bool": {"bool": bool},
    "signed integer": SIGNED,
    "unsigned integer": UNSIGNED,
    "integral": SIGNED | UNSIGNED,
    "real floating": FLOATING,
    "complex floating": {},
    "numeric": SIGNED | UNSIGNED | FLOATING,
}


@dataclass(frozen=True)
class FloatLimits:
    """Limits of a floating-point type: bits, eps, max, min, smallest_normal."""

    bits: int
    eps: float
    max: float
    min: float
    smallest_normal: float
    dtype: DType


@dataclass(frozen=True)
class IntegerLimits:
    """Limits of an integer type: bits, max, min."""

    bits: int
    max: int
    min: int
    dtype: DType


def _dtype(type: DType | Tensor) -> DType:
    return type.dtype if isinstance(type, Tensor) else type


def finfo(type: DType | Tensor, /) -> FloatLimits:
    """Limits of a floating-point dtype, or of that of a tensor. TypeError for other types."""
    dtype = _dtype(type)
    if dtype == bfloat16:
        largest = float.fromhex("0x1.fep127")
        return FloatLimits(16, 2.0**-7, largest, -largest, 2.0**-126, dtype)
    if dtype not in FLOATING.values():
        raise TypeError(f"finfo: {dtype} is not a floating-point type")
    limits = np.finfo(np.dtype(str(dtype)))
    numbers = (float(limits.eps), float(limits.max), float(limits.min), float(limits.smallest_normal))
    return FloatLimits(limits.bits, *numbers, dtype)


def iinfo(type: DType | Tensor, /) -> IntegerLimits:
    """Limits of an integer dtype, or of that of a tensor. TypeError for other types."""
    dtype = _dtype(type)
    if dtype not in (SIGNED | UNSIGNED).values():
        raise TypeError(f"iinfo: {dtype} is not an integer type")
    limits = np.iinfo(np.dtype(str(dtype)))
    return IntegerLimits(limits.bits, int(limits.max), int(limits.min), dtype)


class ArrayNamespaceInfo:
    """What this namespace offers: no complex numbers, one device, boolean indexing and shapes that depend on data."""

    def capabilities(self) -> dict[str, object]:
        """What is optional in the standard, and the largest number of axes."""
        return {"boolean indexing": True, "data-dependent shapes": True, "max dimensions": 64}

    def default_device(self) -> str:
        """The only device."""
        return "cpu"

    def devices(self) -> list[str]:
        """The only device, in a list."""
        return ["cpu"]

    def default_dtypes(self, *, device: str | None = None) -> dict[str, DType]:
        """The types that creation functions use."""
        return {"real floating": float32, "integral": int64, "indexing": int64}

    def dtypes(self, *, device: str | None = None, kind: str | tuple[str, ...] | None = None) -> dict[str, DType]:
        """The types of one kind, several kinds, or all, by name. ValueError for an unknown kind."""
        kinds = ("bool", "numeric") if kind is None else (kind,) if isinstance(kind, str) else kind
        for name in kinds:
            if name not in KINDS:
                raise ValueError(f"dtypes: {name!r} is no kind of dtype")
        return {name: dtype for one in kinds for name, dtype in KINDS[one].items()}


def __array_namespace_info__() -> ArrayNamespaceInfo:  # noqa: N807 (the standard says so)
    """Answers the standard's questions about this namespace."""
    return ArrayNamespaceInfo()


def is_tensor(value: object) -> bool:  # type: ignore[valid-type]
    """Whether a value is a tensor."""
    return isinstance(value, Tensor)
