"""What crosses to NumPy and to pickle with more conditions than the extension cares to check in C."""

import functools
from collections.abc import Callable
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


RENAMED = {"absolute": "abs", "invert": "bitwise_invert", "power": "pow", "rint": "round"} | {
    f"{way}_shift": f"bitwise_{way}_shift" for way in ("left", "right")
}


@functools.cache
def functions() -> dict[np.ufunc, Callable[..., Any]]:
    """The function of this package for each ufunc of NumPy that has one."""
    import swiftgrad

    ufuncs = [item for item in vars(np).values() if isinstance(item, np.ufunc)]
    found = {ufunc: getattr(swiftgrad, RENAMED.get(ufunc.__name__, ufunc.__name__), None) for ufunc in ufuncs}
    return {ufunc: function for ufunc, function in found.items() if function is not None}


def apply_ufunc(ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
    """`Tensor.__array_ufunc__`: the function here of that name, on the tape; NumPy computes what there is none for.

    Either gives tensors, but where `out` names arrays for the result. RuntimeError where NumPy would have to compute
    with a tensor that requires gradients.
    """
    if method == "__call__" and not options and ufunc in functions():
        return functions()[ufunc](*inputs)
    if any(isinstance(target, Tensor) for target in options.get("out", ())):
        raise TypeError(f"numpy.{ufunc.__name__}: out must be a NumPy array, got a tensor")
    arrays = [np.asarray(x) if isinstance(x, Tensor) else x for x in inputs]
    result = getattr(ufunc, method)(*arrays, **options)
    if "out" in options or result is None:
        return result
    return tuple(map(_core.asarray, result)) if isinstance(result, tuple) else _core.asarray(result)


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
