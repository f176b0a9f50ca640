# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins

from ._core import Tensor
from ._types import DTypeLike, Ints

def bernoulli(shape: Ints = (), p: builtins.float = 0.5) -> Tensor: ...
def get_state() -> Tensor: ...
def integers(low: builtins.int, high: builtins.int | None = None, shape: Ints = ()) -> Tensor: ...
def normal(
    shape: Ints = (),
    mean: builtins.float = 0.0,
    std: builtins.float = 1.0,
    *,
    dtype: DTypeLike | None = None,
    requires_grad: builtins.bool = False,
) -> Tensor: ...
def permutation(n: builtins.int) -> Tensor: ...
def set_state(state: Ints) -> Tensor: ...
def uniform(
    shape: Ints = (),
    low: builtins.float = 0.0,
    high: builtins.float = 1.0,
    *,
    dtype: DTypeLike | None = None,
    requires_grad: builtins.bool = False,
) -> Tensor: ...
