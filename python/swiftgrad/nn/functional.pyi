# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from collections.abc import Sequence
from typing import Any

from .._core import Tensor
from .._types import Ints, TensorLike

def adaptive_avg_pool1d(x: TensorLike, output_size: Ints) -> Tensor: ...
def adaptive_avg_pool2d(x: TensorLike, output_size: Ints) -> Tensor: ...
def adaptive_avg_pool3d(x: TensorLike, output_size: Ints) -> Tensor: ...
def adaptive_max_pool1d(x: TensorLike, output_size: Ints, return_indices: builtins.bool = False) -> Tensor: ...
def adaptive_max_pool2d(x: TensorLike, output_size: Ints, return_indices: builtins.bool = False) -> Tensor: ...
def avg_pool1d(
    x: TensorLike,
    kernel_size: Ints,
    stride: Ints | None = None,
    padding: Ints = 0,
    ceil_mode: builtins.bool = False,
    count_include_pad: builtins.bool = True,
) -> Tensor: ...
def avg_pool2d(
    x: TensorLike,
    kernel_size: Ints,
    stride: Ints | None = None,
    padding: Ints = 0,
    ceil_mode: builtins.bool = False,
    count_include_pad: builtins.bool = True,
    divisor_override: builtins.int | None = None,
) -> Tensor: ...
def avg_pool3d(
    x: TensorLike,
    kernel_size: Ints,
    stride: Ints | None = None,
    padding: Ints = 0,
    ceil_mode: builtins.bool = False,
    count_include_pad: builtins.bool = True,
    divisor_override: builtins.int | None = None,
) -> Tensor: ...
def batch_norm(
    x: TensorLike,
    running_mean: TensorLike | None,
    running_var: TensorLike | None,
    weight: TensorLike | None = None,
    bias: TensorLike | None = None,
    training: builtins.bool = False,
    momentum: builtins.float = 0.1,
    eps: builtins.float = 1e-05,
) -> Tensor: ...
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
def embedding(
    input: TensorLike,
    weight: TensorLike,
    padding_idx: builtins.int | None = None,
    max_norm: builtins.float | None = None,
    norm_type: builtins.float = 2.0,
    scale_grad_by_freq: builtins.bool = False,
    sparse: builtins.bool = False,
) -> Tensor: ...
def gelu(x: TensorLike, approximate: str | os.PathLike[str] = "none") -> Tensor: ...
def group_norm(
    x: TensorLike,
    num_groups: builtins.int,
    weight: TensorLike | None = None,
    bias: TensorLike | None = None,
    eps: builtins.float = 1e-05,
) -> Tensor: ...
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
def instance_norm(
    x: TensorLike,
    running_mean: TensorLike | None = None,
    running_var: TensorLike | None = None,
    weight: TensorLike | None = None,
    bias: TensorLike | None = None,
    use_input_stats: builtins.bool = True,
    momentum: builtins.float = 0.1,
    eps: builtins.float = 1e-05,
) -> Tensor: ...
def l1_loss(x: TensorLike, target: TensorLike, reduction: str | os.PathLike[str] = "mean") -> Tensor: ...
def layer_norm(
    x: TensorLike,
    normalized_shape: Ints,
    weight: TensorLike | None = None,
    bias: TensorLike | None = None,
    eps: builtins.float = 1e-05,
) -> Tensor: ...
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
def max_pool1d(
    x: TensorLike,
    kernel_size: Ints,
    stride: Ints | None = None,
    padding: Ints = 0,
    dilation: Ints = 1,
    ceil_mode: builtins.bool = False,
    return_indices: builtins.bool = False,
) -> Tensor: ...
def max_pool2d(
    x: TensorLike,
    kernel_size: Ints,
    stride: Ints | None = None,
    padding: Ints = 0,
    dilation: Ints = 1,
    ceil_mode: builtins.bool = False,
    return_indices: builtins.bool = False,
) -> Tensor: ...
def max_pool3d(
    x: TensorLike,
    kernel_size: Ints,
    stride: Ints | None = None,
    padding: Ints = 0,
    dilation: Ints = 1,
    ceil_mode: builtins.bool = False,
    return_indices: builtins.bool = False,
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
def rms_norm(
    x: TensorLike,
    normalized_shape: Ints,
    weight: TensorLike | None = None,
    eps: builtins.float | None = None,
) -> Tensor: ...
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
def scaled_dot_product_attention(
    query: TensorLike,
    key: TensorLike,
    value: TensorLike,
    attn_mask: TensorLike | None = None,
    dropout_p: builtins.float = 0.0,
    is_causal: builtins.bool = False,
    *,
    scale: builtins.float | None = None,
    enable_gqa: builtins.bool = False,
) -> Tensor: ...
def selu(x: TensorLike) -> Tensor: ...
def sigmoid(x: TensorLike) -> Tensor: ...
def silu(x: TensorLike) -> Tensor: ...
def softmax(x: TensorLike, axis: builtins.int = -1) -> Tensor: ...
def softplus(x: TensorLike, beta: builtins.float = 1.0, threshold: builtins.float = 20.0) -> Tensor: ...
def tanh(x: TensorLike) -> Tensor: ...
