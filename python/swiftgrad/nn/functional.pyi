# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from typing import Any

from .._core import Tensor
from .._types import Ints, TensorLike

def binary_cross_entropy_with_logits(
    x: TensorLike,
    target: TensorLike,
    weight: TensorLike | None = None,
    reduction: str | os.PathLike[str] = "mean",
    pos_weight: TensorLike | None = None,
) -> Tensor: ...
def conv1d(
    x: TensorLike,
    weight: TensorLike,
    bias: TensorLike | None = None,
    stride: Ints = 1,
    padding: Any = 0,
    dilation: Ints = 1,
    groups: builtins.int = 1,
) -> Tensor: ...
def conv2d(
    x: TensorLike,
    weight: TensorLike,
    bias: TensorLike | None = None,
    stride: Ints = 1,
    padding: Any = 0,
    dilation: Ints = 1,
    groups: builtins.int = 1,
) -> Tensor: ...
def conv3d(
    x: TensorLike,
    weight: TensorLike,
    bias: TensorLike | None = None,
    stride: Ints = 1,
    padding: Any = 0,
    dilation: Ints = 1,
    groups: builtins.int = 1,
) -> Tensor: ...
def conv_transpose1d(
    x: TensorLike,
    weight: TensorLike,
    bias: TensorLike | None = None,
    stride: Ints = 1,
    padding: Ints = 0,
    output_padding: Ints = 0,
    groups: builtins.int = 1,
    dilation: Ints = 1,
) -> Tensor: ...
def conv_transpose2d(
    x: TensorLike,
    weight: TensorLike,
    bias: TensorLike | None = None,
    stride: Ints = 1,
    padding: Ints = 0,
    output_padding: Ints = 0,
    groups: builtins.int = 1,
    dilation: Ints = 1,
) -> Tensor: ...
def conv_transpose3d(
    x: TensorLike,
    weight: TensorLike,
    bias: TensorLike | None = None,
    stride: Ints = 1,
    padding: Ints = 0,
    output_padding: Ints = 0,
    groups: builtins.int = 1,
    dilation: Ints = 1,
) -> Tensor: ...
def cross_entropy(
    x: TensorLike,
    target: TensorLike,
    weight: TensorLike | None = None,
    ignore_index: builtins.int = -100,
    reduction: str | os.PathLike[str] = "mean",
    label_smoothing: builtins.float = 0.0,
) -> Tensor: ...
def dropout(x: TensorLike, p: builtins.float = 0.5, training: builtins.bool = True) -> Tensor: ...
def elu(x: TensorLike, alpha: builtins.float = 1.0) -> Tensor: ...
def gelu(x: TensorLike, approximate: str | os.PathLike[str] = "none") -> Tensor: ...
def hardswish(x: TensorLike) -> Tensor: ...
def l1_loss(x: TensorLike, target: TensorLike, reduction: str | os.PathLike[str] = "mean") -> Tensor: ...
def leaky_relu(x: TensorLike, negative_slope: builtins.float = 0.01) -> Tensor: ...
def linear(x: TensorLike, weight: TensorLike, bias: TensorLike | None = None) -> Tensor: ...
def log_softmax(x: TensorLike, axis: builtins.int = -1) -> Tensor: ...
def mish(x: TensorLike) -> Tensor: ...
def mse_loss(x: TensorLike, target: TensorLike, reduction: str | os.PathLike[str] = "mean") -> Tensor: ...
def nll_loss(
    x: TensorLike,
    target: TensorLike,
    weight: TensorLike | None = None,
    ignore_index: builtins.int = -100,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def relu(x: TensorLike) -> Tensor: ...
def selu(x: TensorLike) -> Tensor: ...
def sigmoid(x: TensorLike) -> Tensor: ...
def silu(x: TensorLike) -> Tensor: ...
def softmax(x: TensorLike, axis: builtins.int = -1) -> Tensor: ...
def softplus(x: TensorLike, beta: builtins.float = 1.0, threshold: builtins.float = 20.0) -> Tensor: ...
def tanh(x: TensorLike) -> Tensor: ...
