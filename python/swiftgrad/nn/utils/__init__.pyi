# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from typing import Any

from ..._core import Object
from . import clipping as clipping
from . import parametrizations as parametrizations
from . import vectors as vectors
from .clipping import clip_grad_norm_ as clip_grad_norm_
from .clipping import clip_grad_value_ as clip_grad_value_
from .vectors import parameters_to_vector as parameters_to_vector
from .vectors import vector_to_parameters as vector_to_parameters

def spectral_norm(
    module: Object,
    name: str | os.PathLike[str] = "weight",
    n_power_iterations: builtins.int = 1,
    eps: builtins.float = 1e-12,
    dim: builtins.int | None = None,
) -> Any: ...
def weight_norm(module: Object, name: str | os.PathLike[str] = "weight", dim: builtins.int | None = 0) -> Any: ...
