# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from typing import Any

from .._core import Object
from .._core import Parameter as Parameter
from .._types import DTypeLike, Ints, TensorLike
from . import containers as containers
from . import display as display
from . import embedding as embedding
from . import functional as functional
from . import hooks as hooks
from . import init as init
from . import models as models
from . import module as module
from . import naming as naming
from . import utils as utils
from .containers import ModuleDict as ModuleDict
from .containers import ModuleList as ModuleList
from .containers import Sequential as Sequential
from .embedding import Embedding as Embedding
from .module import Module as Module

class Linear(Module):
    def __init__(
        self,
        in_features: builtins.int,
        out_features: builtins.int,
        bias: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class Identity(Module):
    def __init__(self) -> None: ...

class Flatten(Module):
    def __init__(self, start_dim: builtins.int = 1, end_dim: builtins.int = -1) -> None: ...

class Dropout(Module):
    def __init__(self, p: builtins.float = 0.5) -> None: ...

class Conv1d(Module):
    def __init__(
        self,
        in_channels: builtins.int,
        out_channels: builtins.int,
        kernel_size: Ints,
        stride: Ints = 1,
        padding: Any = 0,
        dilation: Ints = 1,
        groups: builtins.int = 1,
        bias: builtins.bool = True,
        padding_mode: str | os.PathLike[str] = "zeros",
        dtype: DTypeLike | None = None,
    ) -> None: ...
    @property
    def in_channels(self) -> Any: ...
    @property
    def out_channels(self) -> Any: ...
    @property
    def kernel_size(self) -> Any: ...
    @property
    def stride(self) -> Any: ...
    @property
    def padding(self) -> Any: ...
    @property
    def output_padding(self) -> Any: ...
    @property
    def dilation(self) -> Any: ...
    @property
    def groups(self) -> Any: ...
    @property
    def padding_mode(self) -> Any: ...

class Conv2d(Module):
    def __init__(
        self,
        in_channels: builtins.int,
        out_channels: builtins.int,
        kernel_size: Ints,
        stride: Ints = 1,
        padding: Any = 0,
        dilation: Ints = 1,
        groups: builtins.int = 1,
        bias: builtins.bool = True,
        padding_mode: str | os.PathLike[str] = "zeros",
        dtype: DTypeLike | None = None,
    ) -> None: ...
    @property
    def in_channels(self) -> Any: ...
    @property
    def out_channels(self) -> Any: ...
    @property
    def kernel_size(self) -> Any: ...
    @property
    def stride(self) -> Any: ...
    @property
    def padding(self) -> Any: ...
    @property
    def output_padding(self) -> Any: ...
    @property
    def dilation(self) -> Any: ...
    @property
    def groups(self) -> Any: ...
    @property
    def padding_mode(self) -> Any: ...

class Conv3d(Module):
    def __init__(
        self,
        in_channels: builtins.int,
        out_channels: builtins.int,
        kernel_size: Ints,
        stride: Ints = 1,
        padding: Any = 0,
        dilation: Ints = 1,
        groups: builtins.int = 1,
        bias: builtins.bool = True,
        padding_mode: str | os.PathLike[str] = "zeros",
        dtype: DTypeLike | None = None,
    ) -> None: ...
    @property
    def in_channels(self) -> Any: ...
    @property
    def out_channels(self) -> Any: ...
    @property
    def kernel_size(self) -> Any: ...
    @property
    def stride(self) -> Any: ...
    @property
    def padding(self) -> Any: ...
    @property
    def output_padding(self) -> Any: ...
    @property
    def dilation(self) -> Any: ...
    @property
    def groups(self) -> Any: ...
    @property
    def padding_mode(self) -> Any: ...

class ConvTranspose1d(Module):
    def __init__(
        self,
        in_channels: builtins.int,
        out_channels: builtins.int,
        kernel_size: Ints,
        stride: Ints = 1,
        padding: Ints = 0,
        output_padding: Ints = 0,
        groups: builtins.int = 1,
        bias: builtins.bool = True,
        dilation: Ints = 1,
        padding_mode: str | os.PathLike[str] = "zeros",
        dtype: DTypeLike | None = None,
    ) -> None: ...
    @property
    def in_channels(self) -> Any: ...
    @property
    def out_channels(self) -> Any: ...
    @property
    def kernel_size(self) -> Any: ...
    @property
    def stride(self) -> Any: ...
    @property
    def padding(self) -> Any: ...
    @property
    def output_padding(self) -> Any: ...
    @property
    def dilation(self) -> Any: ...
    @property
    def groups(self) -> Any: ...
    @property
    def padding_mode(self) -> Any: ...

class ConvTranspose2d(Module):
    def __init__(
        self,
        in_channels: builtins.int,
        out_channels: builtins.int,
        kernel_size: Ints,
        stride: Ints = 1,
        padding: Ints = 0,
        output_padding: Ints = 0,
        groups: builtins.int = 1,
        bias: builtins.bool = True,
        dilation: Ints = 1,
        padding_mode: str | os.PathLike[str] = "zeros",
        dtype: DTypeLike | None = None,
    ) -> None: ...
    @property
    def in_channels(self) -> Any: ...
    @property
    def out_channels(self) -> Any: ...
    @property
    def kernel_size(self) -> Any: ...
    @property
    def stride(self) -> Any: ...
    @property
    def padding(self) -> Any: ...
    @property
    def output_padding(self) -> Any: ...
    @property
    def dilation(self) -> Any: ...
    @property
    def groups(self) -> Any: ...
    @property
    def padding_mode(self) -> Any: ...

class ConvTranspose3d(Module):
    def __init__(
        self,
        in_channels: builtins.int,
        out_channels: builtins.int,
        kernel_size: Ints,
        stride: Ints = 1,
        padding: Ints = 0,
        output_padding: Ints = 0,
        groups: builtins.int = 1,
        bias: builtins.bool = True,
        dilation: Ints = 1,
        padding_mode: str | os.PathLike[str] = "zeros",
        dtype: DTypeLike | None = None,
    ) -> None: ...
    @property
    def in_channels(self) -> Any: ...
    @property
    def out_channels(self) -> Any: ...
    @property
    def kernel_size(self) -> Any: ...
    @property
    def stride(self) -> Any: ...
    @property
    def padding(self) -> Any: ...
    @property
    def output_padding(self) -> Any: ...
    @property
    def dilation(self) -> Any: ...
    @property
    def groups(self) -> Any: ...
    @property
    def padding_mode(self) -> Any: ...

class BatchNorm1d(Module):
    def __init__(
        self,
        num_features: builtins.int,
        eps: builtins.float = 1e-05,
        momentum: builtins.float | None = 0.1,
        affine: builtins.bool = True,
        track_running_stats: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class BatchNorm2d(Module):
    def __init__(
        self,
        num_features: builtins.int,
        eps: builtins.float = 1e-05,
        momentum: builtins.float | None = 0.1,
        affine: builtins.bool = True,
        track_running_stats: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class BatchNorm3d(Module):
    def __init__(
        self,
        num_features: builtins.int,
        eps: builtins.float = 1e-05,
        momentum: builtins.float | None = 0.1,
        affine: builtins.bool = True,
        track_running_stats: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class InstanceNorm1d(Module):
    def __init__(
        self,
        num_features: builtins.int,
        eps: builtins.float = 1e-05,
        momentum: builtins.float = 0.1,
        affine: builtins.bool = False,
        track_running_stats: builtins.bool = False,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class InstanceNorm2d(Module):
    def __init__(
        self,
        num_features: builtins.int,
        eps: builtins.float = 1e-05,
        momentum: builtins.float = 0.1,
        affine: builtins.bool = False,
        track_running_stats: builtins.bool = False,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class InstanceNorm3d(Module):
    def __init__(
        self,
        num_features: builtins.int,
        eps: builtins.float = 1e-05,
        momentum: builtins.float = 0.1,
        affine: builtins.bool = False,
        track_running_stats: builtins.bool = False,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class LayerNorm(Module):
    def __init__(
        self,
        normalized_shape: Ints,
        eps: builtins.float = 1e-05,
        elementwise_affine: builtins.bool = True,
        bias: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class RMSNorm(Module):
    def __init__(
        self,
        normalized_shape: Ints,
        eps: builtins.float | None = None,
        elementwise_affine: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class GroupNorm(Module):
    def __init__(
        self,
        num_groups: builtins.int,
        num_channels: builtins.int,
        eps: builtins.float = 1e-05,
        affine: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class MaxPool1d(Module):
    def __init__(
        self,
        kernel_size: Ints,
        stride: Ints | None = None,
        padding: Ints = 0,
        dilation: Ints = 1,
        return_indices: builtins.bool = False,
        ceil_mode: builtins.bool = False,
    ) -> None: ...

class MaxPool2d(Module):
    def __init__(
        self,
        kernel_size: Ints,
        stride: Ints | None = None,
        padding: Ints = 0,
        dilation: Ints = 1,
        return_indices: builtins.bool = False,
        ceil_mode: builtins.bool = False,
    ) -> None: ...

class MaxPool3d(Module):
    def __init__(
        self,
        kernel_size: Ints,
        stride: Ints | None = None,
        padding: Ints = 0,
        dilation: Ints = 1,
        return_indices: builtins.bool = False,
        ceil_mode: builtins.bool = False,
    ) -> None: ...

class AvgPool1d(Module):
    def __init__(
        self,
        kernel_size: Ints,
        stride: Ints | None = None,
        padding: Ints = 0,
        ceil_mode: builtins.bool = False,
        count_include_pad: builtins.bool = True,
    ) -> None: ...

class AvgPool2d(Module):
    def __init__(
        self,
        kernel_size: Ints,
        stride: Ints | None = None,
        padding: Ints = 0,
        ceil_mode: builtins.bool = False,
        count_include_pad: builtins.bool = True,
        divisor_override: builtins.int | None = None,
    ) -> None: ...

class AvgPool3d(Module):
    def __init__(
        self,
        kernel_size: Ints,
        stride: Ints | None = None,
        padding: Ints = 0,
        ceil_mode: builtins.bool = False,
        count_include_pad: builtins.bool = True,
        divisor_override: builtins.int | None = None,
    ) -> None: ...

class AdaptiveAvgPool1d(Module):
    def __init__(self, output_size: Ints) -> None: ...

class AdaptiveAvgPool2d(Module):
    def __init__(self, output_size: Ints) -> None: ...

class AdaptiveAvgPool3d(Module):
    def __init__(self, output_size: Ints) -> None: ...

class AdaptiveMaxPool1d(Module):
    def __init__(self, output_size: Ints, return_indices: builtins.bool = False) -> None: ...

class AdaptiveMaxPool2d(Module):
    def __init__(self, output_size: Ints, return_indices: builtins.bool = False) -> None: ...

class ReLU(Module):
    def __init__(self) -> None: ...

class LeakyReLU(Module):
    def __init__(self, negative_slope: builtins.float = 0.01) -> None: ...

class ELU(Module):
    def __init__(self, alpha: builtins.float = 1.0) -> None: ...

class SELU(Module):
    def __init__(self) -> None: ...

class GELU(Module):
    def __init__(self, approximate: str | os.PathLike[str] = "none") -> None: ...

class SiLU(Module):
    def __init__(self) -> None: ...

class Mish(Module):
    def __init__(self) -> None: ...

class Hardswish(Module):
    def __init__(self) -> None: ...

class Softplus(Module):
    def __init__(self, beta: builtins.float = 1.0, threshold: builtins.float = 20.0) -> None: ...

class Sigmoid(Module):
    def __init__(self) -> None: ...

class Tanh(Module):
    def __init__(self) -> None: ...

class Softmax(Module):
    def __init__(self, axis: builtins.int = -1) -> None: ...

class LogSoftmax(Module):
    def __init__(self, axis: builtins.int = -1) -> None: ...

class CrossEntropyLoss(Module):
    def __init__(
        self,
        weight: TensorLike | None = None,
        ignore_index: builtins.int = -100,
        reduction: str | os.PathLike[str] = "mean",
        label_smoothing: builtins.float = 0.0,
    ) -> None: ...

class NLLLoss(Module):
    def __init__(
        self,
        weight: TensorLike | None = None,
        ignore_index: builtins.int = -100,
        reduction: str | os.PathLike[str] = "mean",
    ) -> None: ...

class MSELoss(Module):
    def __init__(self, reduction: str | os.PathLike[str] = "mean") -> None: ...

class L1Loss(Module):
    def __init__(self, reduction: str | os.PathLike[str] = "mean") -> None: ...

class BCEWithLogitsLoss(Module):
    def __init__(
        self,
        weight: TensorLike | None = None,
        reduction: str | os.PathLike[str] = "mean",
        pos_weight: TensorLike | None = None,
    ) -> None: ...

class RNN(Module):
    def __init__(
        self,
        input_size: builtins.int,
        hidden_size: builtins.int,
        num_layers: builtins.int = 1,
        nonlinearity: str | os.PathLike[str] = "tanh",
        bias: builtins.bool = True,
        batch_first: builtins.bool = False,
        dropout: builtins.float = 0.0,
        bidirectional: builtins.bool = False,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class LSTM(Module):
    def __init__(
        self,
        input_size: builtins.int,
        hidden_size: builtins.int,
        num_layers: builtins.int = 1,
        bias: builtins.bool = True,
        batch_first: builtins.bool = False,
        dropout: builtins.float = 0.0,
        bidirectional: builtins.bool = False,
        proj_size: builtins.int = 0,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class GRU(Module):
    def __init__(
        self,
        input_size: builtins.int,
        hidden_size: builtins.int,
        num_layers: builtins.int = 1,
        bias: builtins.bool = True,
        batch_first: builtins.bool = False,
        dropout: builtins.float = 0.0,
        bidirectional: builtins.bool = False,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class RNNCell(Module):
    def __init__(
        self,
        input_size: builtins.int,
        hidden_size: builtins.int,
        bias: builtins.bool = True,
        nonlinearity: str | os.PathLike[str] = "tanh",
        dtype: DTypeLike | None = None,
    ) -> None: ...

class LSTMCell(Module):
    def __init__(
        self,
        input_size: builtins.int,
        hidden_size: builtins.int,
        bias: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class GRUCell(Module):
    def __init__(
        self,
        input_size: builtins.int,
        hidden_size: builtins.int,
        bias: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class MultiheadAttention(Module):
    def __init__(
        self,
        embed_dim: builtins.int,
        num_heads: builtins.int,
        dropout: builtins.float = 0.0,
        bias: builtins.bool = True,
        add_bias_kv: builtins.bool = False,
        add_zero_attn: builtins.bool = False,
        kdim: builtins.int | None = None,
        vdim: builtins.int | None = None,
        batch_first: builtins.bool = False,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class TransformerEncoderLayer(Module):
    def __init__(
        self,
        d_model: builtins.int,
        nhead: builtins.int,
        dim_feedforward: builtins.int = 2048,
        dropout: builtins.float = 0.1,
        activation: Any = "relu",
        layer_norm_eps: builtins.float = 1e-05,
        batch_first: builtins.bool = False,
        norm_first: builtins.bool = False,
        bias: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class TransformerDecoderLayer(Module):
    def __init__(
        self,
        d_model: builtins.int,
        nhead: builtins.int,
        dim_feedforward: builtins.int = 2048,
        dropout: builtins.float = 0.1,
        activation: Any = "relu",
        layer_norm_eps: builtins.float = 1e-05,
        batch_first: builtins.bool = False,
        norm_first: builtins.bool = False,
        bias: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...

class TransformerEncoder(Module):
    def __init__(
        self,
        encoder_layer: Any,
        num_layers: builtins.int,
        norm: Object | None = None,
        enable_nested_tensor: builtins.bool = True,
        mask_check: builtins.bool = True,
    ) -> None: ...

class TransformerDecoder(Module):
    def __init__(self, decoder_layer: Any, num_layers: builtins.int, norm: Object | None = None) -> None: ...

class Transformer(Module):
    def __init__(
        self,
        d_model: builtins.int = 512,
        nhead: builtins.int = 8,
        num_encoder_layers: builtins.int = 6,
        num_decoder_layers: builtins.int = 6,
        dim_feedforward: builtins.int = 2048,
        dropout: builtins.float = 0.1,
        activation: Any = "relu",
        custom_encoder: Object | None = None,
        custom_decoder: Object | None = None,
        layer_norm_eps: builtins.float = 1e-05,
        batch_first: builtins.bool = False,
        norm_first: builtins.bool = False,
        bias: builtins.bool = True,
        dtype: DTypeLike | None = None,
    ) -> None: ...
