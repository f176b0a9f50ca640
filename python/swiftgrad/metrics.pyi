# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins

from ._core import Tensor
from ._types import TensorLike

def accuracy(predictions: TensorLike, targets: TensorLike) -> Tensor: ...
def confusion_matrix(predictions: TensorLike, targets: TensorLike, classes: builtins.int | None = None) -> Tensor: ...
