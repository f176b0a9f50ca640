# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from collections.abc import Sequence

from .._core import Tensor
from .._types import TensorLike

def binary_cross_entropy_with_logits(
    x: TensorLike,
    target: TensorLike,
    weight: TensorLike | None = None,
    reduction: str | os.PathLike[str] = "mean",
    pos_weight: TensorLike | None = None,
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
def gru(
    x: TensorLike,
    hx: Sequence[TensorLike],
    weights: Sequence[TensorLike],
    bias: builtins.bool = True,
    num_layers: builtins.int = 1,
    dropout: builtins.float = 0.0,
    bidirectional: builtins.bool = False,
    batch_first: builtins.bool = False,
    lengths: TensorLike | None = None,
) -> Tensor: ...
def gru_cell(
    x: TensorLike,
    hx: Sequence[TensorLike],
    w_ih: TensorLike,
    w_hh: TensorLike,
    b_ih: TensorLike | None = None,
    b_hh: TensorLike | None = None,
) -> Tensor: ...
def hardswish(x: TensorLike) -> Tensor: ...
def l1_loss(x: TensorLike, target: TensorLike, reduction: str | os.PathLike[str] = "mean") -> Tensor: ...
def leaky_relu(x: TensorLike, negative_slope: builtins.float = 0.01) -> Tensor: ...
def linear(x: TensorLike, weight: TensorLike, bias: TensorLike | None = None) -> Tensor: ...
def log_softmax(x: TensorLike, axis: builtins.int = -1) -> Tensor: ...
def lstm(
    x: TensorLike,
    hx: Sequence[TensorLike],
    weights: Sequence[TensorLike],
    bias: builtins.bool = True,
    num_layers: builtins.int = 1,
    dropout: builtins.float = 0.0,
    bidirectional: builtins.bool = False,
    batch_first: builtins.bool = False,
    lengths: TensorLike | None = None,
) -> Tensor: ...
def lstm_cell(
    x: TensorLike,
    hx: Sequence[TensorLike],
    w_ih: TensorLike,
    w_hh: TensorLike,
    b_ih: TensorLike | None = None,
    b_hh: TensorLike | None = None,
) -> Tensor: ...
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
def rnn_relu(
    x: TensorLike,
    hx: Sequence[TensorLike],
    weights: Sequence[TensorLike],
    bias: builtins.bool = True,
    num_layers: builtins.int = 1,
    dropout: builtins.float = 0.0,
    bidirectional: builtins.bool = False,
    batch_first: builtins.bool = False,
    lengths: TensorLike | None = None,
) -> Tensor: ...
def rnn_relu_cell(
    x: TensorLike,
    hx: Sequence[TensorLike],
    w_ih: TensorLike,
    w_hh: TensorLike,
    b_ih: TensorLike | None = None,
    b_hh: TensorLike | None = None,
) -> Tensor: ...
def rnn_tanh(
    x: TensorLike,
    hx: Sequence[TensorLike],
    weights: Sequence[TensorLike],
    bias: builtins.bool = True,
    num_layers: builtins.int = 1,
    dropout: builtins.float = 0.0,
    bidirectional: builtins.bool = False,
    batch_first: builtins.bool = False,
    lengths: TensorLike | None = None,
) -> Tensor: ...
def rnn_tanh_cell(
    x: TensorLike,
    hx: Sequence[TensorLike],
    w_ih: TensorLike,
    w_hh: TensorLike,
    b_ih: TensorLike | None = None,
    b_hh: TensorLike | None = None,
) -> Tensor: ...
def selu(x: TensorLike) -> Tensor: ...
def sigmoid(x: TensorLike) -> Tensor: ...
def silu(x: TensorLike) -> Tensor: ...
def softmax(x: TensorLike, axis: builtins.int = -1) -> Tensor: ...
def softplus(x: TensorLike, beta: builtins.float = 1.0, threshold: builtins.float = 20.0) -> Tensor: ...
def tanh(x: TensorLike) -> Tensor: ...
