# Written by `python -m swiftgrad._stubs` from the registry of the engine.

import builtins
from typing import Any

from .._types import TensorLike
from .module import Module

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

class GPT(Module):
    def __init__(
        self,
        vocab_size: builtins.int,
        context: builtins.int,
        layers: builtins.int,
        heads: builtins.int,
        width: builtins.int,
        dropout: builtins.float = 0.0,
        bias: builtins.bool = True,
    ) -> None: ...
    def generate(
        self,
        prompt: TensorLike,
        max_tokens: builtins.int,
        temperature: builtins.float = 1.0,
        top_k: builtins.int | None = None,
        top_p: builtins.float | None = None,
    ) -> Any: ...
    def forward(self, input: TensorLike) -> Any: ...
