# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
import os
from typing import Any

from ..._types import Ints, TensorLike
from ..module import Module
from . import pretrained as pretrained
from .pretrained import PretrainedModel as PretrainedModel

class MLP(Module):
    def __init__(
        self,
        in_features: builtins.int,
        hidden: Ints,
        out_features: builtins.int,
        activation: str | os.PathLike[str] = "relu",
        dropout: builtins.float = 0.0,
        bias: builtins.bool = True,
    ) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class LeNet(Module):
    def __init__(
        self,
        num_classes: builtins.int = 10,
        in_channels: builtins.int = 1,
        image_size: builtins.int = 28,
    ) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class AlexNet(Module):
    def __init__(
        self,
        num_classes: builtins.int = 1000,
        in_channels: builtins.int = 3,
        dropout: builtins.float = 0.5,
    ) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class BasicBlock(Module):
    def __init__(self, in_channels: builtins.int, channels: builtins.int, stride: builtins.int = 1) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class Bottleneck(Module):
    def __init__(self, in_channels: builtins.int, channels: builtins.int, stride: builtins.int = 1) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class ResNet(Module):
    def __init__(
        self,
        depth: builtins.int,
        num_classes: builtins.int = 1000,
        in_channels: builtins.int = 3,
        zero_init_residual: builtins.bool = False,
    ) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class ViT(PretrainedModel):
    def __init__(
        self,
        image_size: Ints = 224,
        patch_size: Ints = 16,
        num_classes: builtins.int = 1000,
        in_channels: builtins.int = 3,
        layers: builtins.int = 12,
        heads: builtins.int = 12,
        width: builtins.int = 768,
        mlp_width: builtins.int | None = None,
        dropout: builtins.float = 0.0,
        pool: str | os.PathLike[str] = "class",
        eps: builtins.float = 1e-06,
        activation: str | os.PathLike[str] = "gelu",
    ) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class CausalSelfAttention(Module):
    def __init__(
        self,
        width: builtins.int,
        heads: builtins.int,
        dropout: builtins.float = 0.0,
        bias: builtins.bool = True,
    ) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class GPTFeedForward(Module):
    def __init__(self, width: builtins.int, dropout: builtins.float = 0.0, bias: builtins.bool = True) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class GPTBlock(Module):
    def __init__(
        self,
        width: builtins.int,
        heads: builtins.int,
        dropout: builtins.float = 0.0,
        bias: builtins.bool = True,
    ) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class GPT(PretrainedModel):
    def __init__(
        self,
        vocab_size: builtins.int,
        context: builtins.int,
        layers: builtins.int,
        heads: builtins.int,
        width: builtins.int,
        dropout: builtins.float = 0.0,
        bias: builtins.bool = True,
        activation: str | os.PathLike[str] = "gelu",
        eps: builtins.float = 1e-05,
        mlp_width: builtins.int | None = None,
    ) -> None: ...
    def generate(
        self,
        prompt: TensorLike,
        max_tokens: builtins.int,
        temperature: builtins.float = 1.0,
        top_k: builtins.int | None = None,
        top_p: builtins.float | None = None,
        repetition_penalty: builtins.float = 1.0,
        num_beams: builtins.int = 1,
        length_penalty: builtins.float = 1.0,
        early_stopping: builtins.bool = False,
        stop: Ints | None = None,
        pad: builtins.int | None = None,
        lengths: TensorLike | None = None,
        seed: builtins.int | None = None,
        use_cache: builtins.bool = True,
    ) -> Any: ...
    def forward(self, input: TensorLike) -> Any: ...

class BERT(PretrainedModel):
    def __init__(
        self,
        vocab_size: builtins.int = 30522,
        context: builtins.int = 512,
        layers: builtins.int = 12,
        heads: builtins.int = 12,
        width: builtins.int = 768,
        mlp_width: builtins.int | None = None,
        types: builtins.int = 2,
        dropout: builtins.float = 0.1,
        eps: builtins.float = 1e-12,
        activation: str | os.PathLike[str] = "gelu",
        pooler: builtins.bool = True,
    ) -> None: ...
    def forward(
        self,
        tokens: TensorLike,
        attention_mask: TensorLike | None = None,
        token_types: TensorLike | None = None,
    ) -> Any: ...

class BERTForMaskedLM(PretrainedModel):
    def __init__(
        self,
        vocab_size: builtins.int = 30522,
        context: builtins.int = 512,
        layers: builtins.int = 12,
        heads: builtins.int = 12,
        width: builtins.int = 768,
        mlp_width: builtins.int | None = None,
        types: builtins.int = 2,
        dropout: builtins.float = 0.1,
        eps: builtins.float = 1e-12,
        activation: str | os.PathLike[str] = "gelu",
    ) -> None: ...
    def forward(
        self,
        tokens: TensorLike,
        attention_mask: TensorLike | None = None,
        token_types: TensorLike | None = None,
    ) -> Any: ...

class BERTForSequenceClassification(PretrainedModel):
    def __init__(
        self,
        num_classes: builtins.int = 2,
        vocab_size: builtins.int = 30522,
        context: builtins.int = 512,
        layers: builtins.int = 12,
        heads: builtins.int = 12,
        width: builtins.int = 768,
        mlp_width: builtins.int | None = None,
        types: builtins.int = 2,
        dropout: builtins.float = 0.1,
        eps: builtins.float = 1e-12,
        activation: str | os.PathLike[str] = "gelu",
    ) -> None: ...
    def forward(
        self,
        tokens: TensorLike,
        attention_mask: TensorLike | None = None,
        token_types: TensorLike | None = None,
    ) -> Any: ...

class T5(PretrainedModel):
    def __init__(
        self,
        vocab_size: builtins.int,
        layers: builtins.int,
        heads: builtins.int,
        width: builtins.int,
        mlp_width: builtins.int | None = None,
        head_size: builtins.int | None = None,
        dropout: builtins.float = 0.0,
        activation: str | os.PathLike[str] = "relu",
        gated: builtins.bool = False,
        tied: builtins.bool = True,
        scaled: builtins.bool | None = None,
        decoder_layers: builtins.int | None = None,
        buckets: builtins.int = 32,
        max_distance: builtins.int = 128,
        eps: builtins.float = 1e-06,
        start: builtins.int = 0,
    ) -> None: ...
    def generate(
        self,
        source: TensorLike,
        max_tokens: builtins.int,
        temperature: builtins.float = 1.0,
        top_k: builtins.int | None = None,
        top_p: builtins.float | None = None,
        repetition_penalty: builtins.float = 1.0,
        num_beams: builtins.int = 1,
        length_penalty: builtins.float = 1.0,
        early_stopping: builtins.bool = False,
        stop: Ints | None = None,
        pad: builtins.int | None = None,
        lengths: TensorLike | None = None,
        seed: builtins.int | None = None,
        use_cache: builtins.bool = True,
    ) -> Any: ...
    def forward(self, source: TensorLike, target: TensorLike, lengths: TensorLike | None = None) -> Any: ...

class BART(PretrainedModel):
    def __init__(
        self,
        vocab_size: builtins.int,
        context: builtins.int,
        layers: builtins.int,
        heads: builtins.int,
        width: builtins.int,
        mlp_width: builtins.int | None = None,
        dropout: builtins.float = 0.0,
        activation: str | os.PathLike[str] = "gelu",
        decoder_layers: builtins.int | None = None,
        start: builtins.int = 0,
    ) -> None: ...
    def generate(
        self,
        source: TensorLike,
        max_tokens: builtins.int,
        temperature: builtins.float = 1.0,
        top_k: builtins.int | None = None,
        top_p: builtins.float | None = None,
        repetition_penalty: builtins.float = 1.0,
        num_beams: builtins.int = 1,
        length_penalty: builtins.float = 1.0,
        early_stopping: builtins.bool = False,
        stop: Ints | None = None,
        pad: builtins.int | None = None,
        lengths: TensorLike | None = None,
        seed: builtins.int | None = None,
        use_cache: builtins.bool = True,
    ) -> Any: ...
    def forward(self, source: TensorLike, target: TensorLike, lengths: TensorLike | None = None) -> Any: ...

class Seq2Seq(Module):
    def __init__(
        self,
        source_vocab: builtins.int,
        target_vocab: builtins.int,
        width: builtins.int = 256,
        hidden: builtins.int = 512,
        layers: builtins.int = 1,
        cell: str | os.PathLike[str] = "lstm",
        attention: str | os.PathLike[str] | None = "additive",
        dropout: builtins.float = 0.0,
        start: builtins.int = 1,
    ) -> None: ...
    def generate(
        self,
        source: TensorLike,
        max_tokens: builtins.int,
        temperature: builtins.float = 1.0,
        top_k: builtins.int | None = None,
        top_p: builtins.float | None = None,
        repetition_penalty: builtins.float = 1.0,
        num_beams: builtins.int = 1,
        length_penalty: builtins.float = 1.0,
        early_stopping: builtins.bool = False,
        stop: Ints | None = None,
        pad: builtins.int | None = None,
        lengths: TensorLike | None = None,
        seed: builtins.int | None = None,
        use_cache: builtins.bool = True,
    ) -> Any: ...
    def forward(self, source: TensorLike, target: TensorLike, lengths: TensorLike | None = None) -> Any: ...

class Autoencoder(Module):
    def __init__(
        self,
        in_features: builtins.int,
        hidden: Ints,
        code: builtins.int,
        activation: str | os.PathLike[str] = "relu",
    ) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class VAE(Module):
    def __init__(
        self,
        in_features: builtins.int = 784,
        hidden: Ints = (400,),
        latent_dim: builtins.int = 20,
        num_classes: builtins.int | None = None,
        activation: str | os.PathLike[str] = "relu",
    ) -> None: ...
    def forward(self, input: TensorLike, labels: TensorLike | None = None) -> Any: ...

class DCGANGenerator(Module):
    def __init__(
        self,
        latent_dim: builtins.int = 100,
        channels: builtins.int = 3,
        width: builtins.int = 64,
        image_size: builtins.int = 64,
        num_classes: builtins.int | None = None,
    ) -> None: ...
    def forward(self, input: TensorLike, labels: TensorLike | None = None) -> Any: ...

class DCGANDiscriminator(Module):
    def __init__(
        self,
        channels: builtins.int = 3,
        width: builtins.int = 64,
        image_size: builtins.int = 64,
        num_classes: builtins.int | None = None,
        spectral_norm: builtins.bool = False,
    ) -> None: ...
    def forward(self, input: TensorLike, labels: TensorLike | None = None) -> Any: ...

class UNet(Module):
    def __init__(
        self,
        channels: builtins.int = 3,
        width: builtins.int = 64,
        multipliers: Ints = (1, 2, 4),
        blocks: builtins.int = 1,
        attentions: builtins.int = 1,
        heads: builtins.int = 4,
        dropout: builtins.float = 0.0,
        groups: builtins.int = 8,
        num_classes: builtins.int | None = None,
    ) -> None: ...
    def forward(self, x: TensorLike, t: TensorLike, labels: TensorLike | None = None) -> Any: ...

class ViTEncoder(Module):
    def __init__(self) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class ViTLayer(Module):
    def __init__(self) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class BERTEmbeddings(Module):
    def __init__(self) -> None: ...
    def forward(self, tokens: TensorLike, token_types: TensorLike | None = None) -> Any: ...

class ProjectedAttention(Module):
    def __init__(self) -> None: ...
    def forward(
        self,
        input: TensorLike,
        memory: TensorLike | None = None,
        mask: TensorLike | None = None,
        is_causal: builtins.bool = False,
    ) -> Any: ...

class T5Stack(Module):
    def __init__(self) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class T5Block(Module):
    def __init__(self) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class T5FeedForward(Module):
    def __init__(self) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class BARTStack(Module):
    def __init__(self) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class BARTLayer(Module):
    def __init__(self) -> None: ...
    def forward(self, input: TensorLike) -> Any: ...

class UNetBlock(Module):
    def __init__(self) -> None: ...
    def forward(self, x: TensorLike, context: TensorLike) -> Any: ...
