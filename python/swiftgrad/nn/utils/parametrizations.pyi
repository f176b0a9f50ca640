# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from typing import Any

from ..._core import Object

def spectral_norm(
    module: Object,
    name: str | os.PathLike[str] = "weight",
    n_power_iterations: builtins.int = 1,
    eps: builtins.float = 1e-12,
    dim: builtins.int | None = None,
) -> Any: ...
def weight_norm(module: Object, name: str | os.PathLike[str] = "weight", dim: builtins.int | None = 0) -> Any: ...
