"""What crosses to NumPy and to pickle with more conditions than the extension cares to check in C."""

from typing import Any

import numpy as np

from . import _core
from ._core import Tensor


def to_array(tensor: Tensor, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
    """`Tensor.__array__`: shares the memory unless the type changes or a copy is asked for."""
    if tensor.dtype == _core.bfloat16:
        if copy is False:
            raise ValueError("NumPy has no bfloat16: the array needs a copy, as float32")
        array = np.asarray(tensor.astype(_core.float32))
        return array if dtype is None else array.astype(dtype, copy=False)
    array = np.asarray(memoryview(tensor))
    if dtype is not None and array.dtype != np.dtype(dtype):
        if copy is False:
            raise ValueError(f"{tensor.dtype} to {np.dtype(dtype)} needs a copy")
        return array.astype(dtype)
    return array.copy() if copy else array


def reduce(tensor: Tensor) -> tuple[Any, ...]:
    """`Tensor.__reduce__`: the values, the type and whether gradients are wanted."""
    values = tensor.detach()
    array = np.asarray(values.astype(_core.float32) if values.dtype == _core.bfloat16 else values)
    return rebuild, (type(tensor), np.array(array), tensor.dtype, tensor.requires_grad)


def rebuild(cls: type, array: np.ndarray, dtype: _core.DType, requires_grad: bool) -> Tensor:
    """The tensor that `reduce` took apart."""
    tensor = _core.asarray(array, dtype)
    if issubclass(cls, _core.Parameter):
        return cls(tensor, requires_grad)
    tensor.requires_grad = requires_grad
    return tensor
