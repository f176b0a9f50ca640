"""Names for what arguments may be."""

from collections.abc import Sequence
from typing import Any, SupportsIndex, TypeAlias

import numpy as np

from ._core import DType, Tensor

TensorLike: TypeAlias = "Tensor | np.ndarray[Any, Any] | np.generic | float | Sequence[Any]"
DTypeLike: TypeAlias = "DType | str | type | np.dtype[Any]"
Ints: TypeAlias = SupportsIndex | Sequence[SupportsIndex]
