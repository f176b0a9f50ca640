"""Rows of attention and of embeddings."""

from typing import Any

import numpy as np
from rows import Array, Row, call

F = "nn.functional."


def attention(
    query: Any,
    key: Any,
    value: Any,
    attn_mask: Any = None,
    dropout_p: float = 0.0,
    is_causal: bool = False,
    *,
    scale: float | None = None,
    enable_gqa: bool = False,
) -> Any:
    if enable_gqa:
        sharing = query.shape[-3] // key.shape[-3]
        key, value = np.repeat(key, sharing, axis=-3), np.repeat(value, sharing, axis=-3)
    scores = query @ np.swapaxes(key, -1, -2) * (query.shape[-1] ** -0.5 if scale is None else scale)
    if attn_mask is not None:
        scores = np.where(attn_mask, scores, -np.inf) if attn_mask.dtype == bool else scores + attn_mask
    if is_causal:
        scores = np.where(np.tril(np.ones(scores.shape[-2:], bool)), scores, -np.inf)
    largest = scores.max(axis=-1, keepdims=True, initial=-np.inf)
    weights = np.exp(scores - np.where(np.isinf(largest), 0, largest))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1, total) @ value


def embedding(input: Any, weight: Any, padding_idx: int | None = None) -> Any:
    return weight[input]


HEADS = (2, 3, 9, 8)
SHARED = (2, 1, 11, 8)
INDICES = Array((3, 4), 0, 6, "int64")
TABLE = Array((6, 5))
ATTENTION = [
    Row(
        F + "scaled_dot_product_attention",
        attention,
        (
            call(Array(HEADS), Array(HEADS), Array(HEADS)),
            call(Array(HEADS), Array(HEADS), Array(HEADS), is_causal=True),
            call(Array((2, 4, 5)), Array((2, 7, 5)), Array((2, 7, 3)), Array((4, 7))),
            call(Array((2, 4, 5)), Array((2, 7, 5)), Array((2, 7, 3)), Array((2, 1, 7), 0, 2, "bool")),
            call(Array((4, 5)), Array((7, 5)), Array((7, 3)), scale=0.3),
            call(Array((2, 2, 1, 6, 5)), Array((2, 2, 1, 7, 5)), Array((2, 2, 1, 7, 3)), Array((6, 7), 0, 2, "bool")),
            call(Array(HEADS), Array(SHARED), Array(SHARED), enable_gqa=True),
            call(Array((0, 3, 4, 5)), Array((0, 3, 4, 5)), Array((0, 3, 4, 5))),
            call(Array((1, 2, 6, 5)), Array((1, 2, 0, 5)), Array((1, 2, 0, 4))),
            call(Array((1, 2, 0, 5)), Array((1, 2, 3, 5)), Array((1, 2, 3, 4))),
        ),
        ulp=8,
        relative_to_largest=True,
        large=(call(Array((2, 2, 130, 40)), Array((2, 2, 300, 40)), Array((2, 2, 300, 24)), is_causal=True),),
    ),
    Row(
        F + "embedding",
        embedding,
        (call(INDICES, TABLE), call(Array((), 0, 6, "int32"), TABLE), call(Array((0,), 0, 6, "int64"), TABLE)),
        ulp=0,
        large=(call(Array((3000,), 0, 50, "int64"), Array((50, 130))),),
    ),
]
