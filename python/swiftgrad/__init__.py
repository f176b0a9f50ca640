"""Deep learning with an engine in Swift: arrays, gradients, layers and trainers, shared with NumPy without copying."""

from . import _namespaces
from ._core import (
    DType,
    Parameter,
    Tensor,
    array,
    asarray,
    bfloat16,
    bool,
    float16,
    float32,
    float64,
    from_dlpack,
    from_numpy,
    int8,
    int16,
    int32,
    int64,
    tensor,
    uint8,
    uint16,
    uint32,
    uint64,
)
from .autograd import Function, enable_grad, grad, gradcheck, no_grad, set_grad_enabled, value_and_grad
from .profiler import profile

__array_api_version__ = "2024.12"
newaxis = None
e = 2.718281828459045
pi = 3.141592653589793
inf = float("inf")
nan = float("nan")

inference_mode = no_grad  # PyTorch's name
as_tensor = asarray

_STANDARD = ("finfo", "iinfo", "is_tensor", "__array_namespace_info__")
_namespaces.populate("", globals())
_namespaces.create_modules()


def __getattr__(name: str):
    if name == "__version__":
        from importlib.metadata import version  # slower to import than all of this package

        return version("swiftgrad")
    if name in _STANDARD:
        from . import _array_api  # needs NumPy

        return getattr(_array_api, name)
    return _namespaces.attribute(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_STANDARD, *_namespaces.written_modules()})
