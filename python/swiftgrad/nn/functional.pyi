# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from collections.abc import Sequence
from typing import Any

from .._core import Tensor
from .._types import Ints, TensorLike

def adaptive_avg_pool1d(x: TensorLike, output_size: Any) -> Tensor: ...
def adaptive_avg_pool2d(x: TensorLike, output_size: Any) -> Tensor: ...
def adaptive_avg_pool3d(x: TensorLike, output_size: Any) -> Tensor: ...
def adaptive_max_pool1d(x: TensorLike, output_size: Any, return_indices: builtins.bool = False) -> Tensor: ...
def adaptive_max_pool2d(x: TensorLike, output_size: Any, return_indices: builtins.bool = False) -> Tensor: ...
def affine_grid(theta: TensorLike, size: Ints, align_corners: builtins.bool | None = None) -> Tensor: ...
def alpha_dropout(
    x: TensorLike,
    p: builtins.float = 0.5,
    training: builtins.bool = False,
    inplace: builtins.bool = False,
) -> Tensor: ...
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
def bilinear(x1: TensorLike, x2: TensorLike, weight: TensorLike, bias: TensorLike | None = None) -> Tensor: ...
def binary_cross_entropy(
    x: TensorLike,
    target: TensorLike,
    weight: TensorLike | None = None,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def binary_cross_entropy_with_logits(
    x: TensorLike,
    target: TensorLike,
    weight: TensorLike | None = None,
    reduction: str | os.PathLike[str] = "mean",
    pos_weight: TensorLike | None = None,
) -> Tensor: ...
def celu(x: TensorLike, alpha: builtins.float = 1.0, inplace: builtins.bool = False) -> Tensor: ...
def channel_shuffle(x: TensorLike, groups: builtins.int) -> Tensor: ...
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
def cosine_embedding_loss(
    input1: TensorLike,
    input2: TensorLike,
    target: TensorLike,
    margin: builtins.float = 0.0,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def cosine_similarity(
    x1: TensorLike,
    x2: TensorLike,
    axis: builtins.int = 1,
    eps: builtins.float = 1e-08,
) -> Tensor: ...
def cross_entropy(
    x: TensorLike,
    target: TensorLike,
    weight: TensorLike | None = None,
    ignore_index: builtins.int = -100,
    reduction: str | os.PathLike[str] = "mean",
    label_smoothing: builtins.float = 0.0,
) -> Tensor: ...
def ctc_loss(
    log_probs: TensorLike,
    targets: TensorLike,
    input_lengths: Any,
    target_lengths: Any,
    blank: builtins.int = 0,
    reduction: str | os.PathLike[str] = "mean",
    zero_infinity: builtins.bool = False,
) -> Tensor: ...
def dropout(
    x: TensorLike,
    p: builtins.float = 0.5,
    training: builtins.bool = True,
    inplace: builtins.bool = False,
) -> Tensor: ...
def dropout1d(
    x: TensorLike,
    p: builtins.float = 0.5,
    training: builtins.bool = True,
    inplace: builtins.bool = False,
) -> Tensor: ...
def dropout2d(
    x: TensorLike,
    p: builtins.float = 0.5,
    training: builtins.bool = True,
    inplace: builtins.bool = False,
) -> Tensor: ...
def dropout3d(
    x: TensorLike,
    p: builtins.float = 0.5,
    training: builtins.bool = True,
    inplace: builtins.bool = False,
) -> Tensor: ...
def elu(x: TensorLike, alpha: builtins.float = 1.0, inplace: builtins.bool = False) -> Tensor: ...
def embedding(
    input: TensorLike,
    weight: TensorLike,
    padding_idx: builtins.int | None = None,
    max_norm: builtins.float | None = None,
    norm_type: builtins.float = 2.0,
    scale_grad_by_freq: builtins.bool = False,
    sparse: builtins.bool = False,
) -> Tensor: ...
def embedding_bag(
    input: TensorLike,
    weight: TensorLike,
    offsets: TensorLike | None = None,
    max_norm: builtins.float | None = None,
    norm_type: builtins.float = 2.0,
    scale_grad_by_freq: builtins.bool = False,
    mode: str | os.PathLike[str] = "mean",
    sparse: builtins.bool = False,
    per_sample_weights: TensorLike | None = None,
    include_last_offset: builtins.bool = False,
    padding_idx: builtins.int | None = None,
) -> Tensor: ...
def feature_alpha_dropout(
    x: TensorLike,
    p: builtins.float = 0.5,
    training: builtins.bool = False,
    inplace: builtins.bool = False,
) -> Tensor: ...
def fold(
    x: TensorLike,
    output_size: Ints,
    kernel_size: Ints,
    dilation: Ints = 1,
    padding: Ints = 0,
    stride: Ints = 1,
) -> Tensor: ...
def gaussian_nll_loss(
    x: TensorLike,
    target: TensorLike,
    var: TensorLike,
    full: builtins.bool = False,
    eps: builtins.float = 1e-06,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def gelu(x: TensorLike, approximate: str | os.PathLike[str] = "none") -> Tensor: ...
def glu(x: TensorLike, axis: builtins.int = -1) -> Tensor: ...
def grid_sample(
    x: TensorLike,
    grid: TensorLike,
    mode: str | os.PathLike[str] = "bilinear",
    padding_mode: str | os.PathLike[str] = "zeros",
    align_corners: builtins.bool | None = None,
) -> Tensor: ...
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
def gumbel_softmax(
    logits: TensorLike,
    tau: builtins.float = 1.0,
    hard: builtins.bool = False,
    eps: builtins.float = 1e-10,
    axis: builtins.int = -1,
) -> Tensor: ...
def hardshrink(x: TensorLike, lambd: builtins.float = 0.5) -> Tensor: ...
def hardsigmoid(x: TensorLike, inplace: builtins.bool = False) -> Tensor: ...
def hardswish(x: TensorLike, inplace: builtins.bool = False) -> Tensor: ...
def hardtanh(
    x: TensorLike,
    min_val: builtins.float = -1.0,
    max_val: builtins.float = 1.0,
    inplace: builtins.bool = False,
) -> Tensor: ...
def hinge_embedding_loss(
    x: TensorLike,
    target: TensorLike,
    margin: builtins.float = 1.0,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def huber_loss(
    x: TensorLike,
    target: TensorLike,
    reduction: str | os.PathLike[str] = "mean",
    delta: builtins.float = 1.0,
) -> Tensor: ...
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
def interpolate(
    x: TensorLike,
    size: Ints | None = None,
    scale_factor: Any = None,
    mode: str | os.PathLike[str] = "nearest",
    align_corners: builtins.bool | None = None,
    recompute_scale_factor: builtins.bool | None = None,
    antialias: builtins.bool = False,
) -> Tensor: ...
def kl_div(
    x: TensorLike,
    target: TensorLike,
    reduction: str | os.PathLike[str] = "mean",
    log_target: builtins.bool = False,
) -> Tensor: ...
def l1_loss(x: TensorLike, target: TensorLike, reduction: str | os.PathLike[str] = "mean") -> Tensor: ...
def layer_norm(
    x: TensorLike,
    normalized_shape: Ints,
    weight: TensorLike | None = None,
    bias: TensorLike | None = None,
    eps: builtins.float = 1e-05,
) -> Tensor: ...
def leaky_relu(x: TensorLike, negative_slope: builtins.float = 0.01, inplace: builtins.bool = False) -> Tensor: ...
def linear(x: TensorLike, weight: TensorLike, bias: TensorLike | None = None) -> Tensor: ...
def local_response_norm(
    x: TensorLike,
    size: builtins.int,
    alpha: builtins.float = 0.0001,
    beta: builtins.float = 0.75,
    k: builtins.float = 1.0,
) -> Tensor: ...
def log_softmax(x: TensorLike, axis: builtins.int = -1) -> Tensor: ...
def logsigmoid(x: TensorLike) -> Tensor: ...
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
def margin_ranking_loss(
    input1: TensorLike,
    input2: TensorLike,
    target: TensorLike,
    margin: builtins.float = 0.0,
    reduction: str | os.PathLike[str] = "mean",
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
def mish(x: TensorLike, inplace: builtins.bool = False) -> Tensor: ...
def mse_loss(x: TensorLike, target: TensorLike, reduction: str | os.PathLike[str] = "mean") -> Tensor: ...
def multi_margin_loss(
    x: TensorLike,
    target: TensorLike,
    p: builtins.int = 1,
    margin: builtins.float = 1.0,
    weight: TensorLike | None = None,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def multilabel_margin_loss(x: TensorLike, target: TensorLike, reduction: str | os.PathLike[str] = "mean") -> Tensor: ...
def multilabel_soft_margin_loss(
    x: TensorLike,
    target: TensorLike,
    weight: TensorLike | None = None,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def nll_loss(
    x: TensorLike,
    target: TensorLike,
    weight: TensorLike | None = None,
    ignore_index: builtins.int = -100,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def normalize(x: TensorLike, p: builtins.float = 2.0, axis: Ints = 1, eps: builtins.float = 1e-12) -> Tensor: ...
def one_hot(tensor: TensorLike, num_classes: builtins.int = -1) -> Tensor: ...
def pad(
    x: TensorLike,
    pad: Ints,
    mode: str | os.PathLike[str] = "constant",
    value: builtins.float | None = None,
) -> Tensor: ...
def pairwise_distance(
    x1: TensorLike,
    x2: TensorLike,
    p: builtins.float = 2.0,
    eps: builtins.float = 1e-06,
    keepdim: builtins.bool = False,
) -> Tensor: ...
def pixel_shuffle(x: TensorLike, upscale_factor: builtins.int) -> Tensor: ...
def pixel_unshuffle(x: TensorLike, downscale_factor: builtins.int) -> Tensor: ...
def poisson_nll_loss(
    x: TensorLike,
    target: TensorLike,
    log_input: builtins.bool = True,
    full: builtins.bool = False,
    eps: builtins.float = 1e-08,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def prelu(x: TensorLike, weight: TensorLike) -> Tensor: ...
def relu(x: TensorLike, inplace: builtins.bool = False) -> Tensor: ...
def relu6(x: TensorLike, inplace: builtins.bool = False) -> Tensor: ...
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
def rotary_embedding(
    x: TensorLike,
    offset: builtins.int = 0,
    base: builtins.float = 10000.0,
    interleaved: builtins.bool = False,
    rotary_dim: builtins.int | None = None,
    axis: builtins.int = -2,
) -> Tensor: ...
def rrelu(
    x: TensorLike,
    lower: builtins.float = 0.125,
    upper: builtins.float = 0.3333333333333333,
    training: builtins.bool = False,
    inplace: builtins.bool = False,
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
def selu(x: TensorLike, inplace: builtins.bool = False) -> Tensor: ...
def sigmoid(x: TensorLike) -> Tensor: ...
def sigmoid_focal_loss(
    x: TensorLike,
    target: TensorLike,
    alpha: builtins.float = 0.25,
    gamma: builtins.float = 2.0,
    reduction: str | os.PathLike[str] = "none",
) -> Tensor: ...
def silu(x: TensorLike, inplace: builtins.bool = False) -> Tensor: ...
def smooth_l1_loss(
    x: TensorLike,
    target: TensorLike,
    reduction: str | os.PathLike[str] = "mean",
    beta: builtins.float = 1.0,
) -> Tensor: ...
def soft_margin_loss(x: TensorLike, target: TensorLike, reduction: str | os.PathLike[str] = "mean") -> Tensor: ...
def softmax(x: TensorLike, axis: builtins.int = -1) -> Tensor: ...
def softmin(x: TensorLike, axis: builtins.int = -1) -> Tensor: ...
def softplus(x: TensorLike, beta: builtins.float = 1.0, threshold: builtins.float = 20.0) -> Tensor: ...
def softshrink(x: TensorLike, lambd: builtins.float = 0.5) -> Tensor: ...
def softsign(x: TensorLike) -> Tensor: ...
def tanh(x: TensorLike) -> Tensor: ...
def tanhshrink(x: TensorLike) -> Tensor: ...
def threshold(
    x: TensorLike,
    threshold: builtins.float,
    value: builtins.float,
    inplace: builtins.bool = False,
) -> Tensor: ...
def triplet_margin_loss(
    anchor: TensorLike,
    positive: TensorLike,
    negative: TensorLike,
    margin: builtins.float = 1.0,
    p: builtins.float = 2.0,
    eps: builtins.float = 1e-06,
    swap: builtins.bool = False,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def triplet_margin_with_distance_loss(
    anchor: TensorLike,
    positive: TensorLike,
    negative: TensorLike,
    distance_function: Any = None,
    margin: builtins.float = 1.0,
    swap: builtins.bool = False,
    reduction: str | os.PathLike[str] = "mean",
) -> Tensor: ...
def unfold(x: TensorLike, kernel_size: Ints, dilation: Ints = 1, padding: Ints = 0, stride: Ints = 1) -> Tensor: ...
