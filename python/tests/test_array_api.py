"""The Python array API standard, 2024.12: every name of it but complex numbers, and what it asks about types."""

import numpy as np
import pytest
import swiftgrad as sg

NAMES = """
e inf nan newaxis pi asarray arange empty empty_like eye from_dlpack full full_like linspace meshgrid ones ones_like
tril triu zeros zeros_like astype broadcast_arrays broadcast_to can_cast finfo iinfo isdtype result_type bool int8
int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 abs acos acosh add asin asinh atan atan2 atanh
bitwise_and bitwise_left_shift bitwise_invert bitwise_or bitwise_right_shift bitwise_xor ceil clip copysign cos cosh
divide equal exp expm1 floor floor_divide greater greater_equal hypot isfinite isinf isnan less less_equal log log1p
log2 log10 logaddexp logical_and logical_not logical_or logical_xor maximum minimum multiply negative nextafter
not_equal positive pow reciprocal remainder round sign signbit sin sinh square sqrt subtract tan tanh trunc matmul
matrix_transpose tensordot vecdot concat expand_dims flip moveaxis permute_dims repeat reshape roll squeeze stack tile
unstack argmax argmin count_nonzero nonzero searchsorted where unique_all unique_counts unique_inverse unique_values
argsort sort cumulative_prod cumulative_sum max mean min prod std sum var all any diff take take_along_axis
__array_namespace_info__
"""
LINALG = """
cholesky cross det diagonal eigh eigvalsh inv matmul matrix_norm matrix_power matrix_rank matrix_transpose outer pinv
qr slogdet solve svd svdvals tensordot trace vecdot vector_norm
"""


def test_every_name_is_there():
    assert [name for name in NAMES.split() if not hasattr(sg, name)] == []
    assert [name for name in LINALG.split() if not hasattr(sg.linalg, name)] == []
    assert sg.ones(2).__array_namespace__() is sg


@pytest.mark.parametrize("name", ["float16", "float32", "float64"])
def test_finfo(name):
    found, expected = sg.finfo(getattr(sg, name)), np.finfo(name)
    for field in ("bits", "eps", "max", "min", "smallest_normal"):
        assert getattr(found, field) == getattr(expected, field)
    assert found.dtype == getattr(sg, name)


def test_finfo_of_bfloat16():
    """8 bits of significand, the exponents of float32."""
    found = sg.finfo(sg.ones(2, dtype=sg.bfloat16))
    one = sg.ones(1, dtype=sg.bfloat16)
    assert (one + found.eps).item() > 1 == (one + found.eps / 4).item()
    assert sg.asarray([found.max], dtype=sg.bfloat16).item() == found.max == -found.min
    assert found.smallest_normal == np.finfo(np.float32).smallest_normal


@pytest.mark.parametrize("name", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"])
def test_iinfo(name):
    found, expected = sg.iinfo(getattr(sg, name)), np.iinfo(name)
    assert (found.bits, found.max, found.min) == (expected.bits, expected.max, expected.min)


def test_wrong_kind_of_type():
    with pytest.raises(TypeError, match="int8 is not a floating-point"):
        sg.finfo(sg.int8)
    with pytest.raises(TypeError, match="float32 is not an integer"):
        sg.iinfo(sg.float32)


def test_namespace_info():
    info = sg.__array_namespace_info__()
    assert info.devices() == [info.default_device()] == ["cpu"]
    assert info.default_dtypes()["real floating"] == sg.zeros(1).dtype
    assert info.default_dtypes()["integral"] == sg.arange(3).dtype
    assert info.dtypes(kind="unsigned integer").keys() == {"uint8", "uint16", "uint32", "uint64"}
    assert info.dtypes(kind=("bool", "real floating")).keys() == {"bool", "float16", "bfloat16", "float32", "float64"}
    assert info.capabilities()["max dimensions"] == 64
    assert sg.zeros((1,) * 64).ndim == 64
    with pytest.raises(ValueError, match="no kind"):
        info.dtypes(kind="decimal")
