"""Multi-head attention with shared heads of keys and values, and with rotary positions."""

from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn

WIDTH, HEADS, LENGTH = 24, 6, 7


def inputs(kind: str) -> tuple[Any, Any, Any]:
    generator = np.random.default_rng(0)
    x, y, z = (
        sg.array(generator.standard_normal((2, length, WIDTH)).astype(np.float32))
        for length in (LENGTH, LENGTH + 2, LENGTH + 2)
    )
    return {"self": (x, x, x), "memory": (x, y, y), "separate": (x, y, z)}[kind]


def reference(layer: Any, query: Any, key: Any, value: Any, shared: int, rotary: bool, causal: bool) -> Any:
    """Written out in NumPy, float64: every head of queries with a copy of its keys and values."""
    size = WIDTH // HEADS
    q, k, v = (np.asarray(x, np.float64) for x in (query, key, value))
    weight = np.asarray(layer.in_proj_weight.detach(), np.float64)
    bias = np.asarray(layer.in_proj_bias.detach(), np.float64)
    ends = np.cumsum([0, WIDTH, shared * size, shared * size])
    q, k, v = (
        (x @ weight[a:b].T + bias[a:b]).reshape(2, x.shape[1], -1, size).transpose(0, 2, 1, 3)
        for x, a, b in zip((q, k, v), ends[:-1], ends[1:], strict=True)
    )
    if rotary:
        q, k = turned(q), turned(k)
    k, v = np.repeat(k, HEADS // shared, axis=1), np.repeat(v, HEADS // shared, axis=1)
    scores = q @ k.transpose(0, 1, 3, 2) / np.sqrt(size)
    if causal:
        scores += np.where(np.tril(np.ones(scores.shape[-2:])) == 1, 0, -np.inf)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    merged = (weights @ v).transpose(0, 2, 1, 3).reshape(2, q.shape[2], WIDTH)
    out = layer.out_proj
    return merged @ np.asarray(out.weight.detach(), np.float64).T + np.asarray(out.bias.detach(), np.float64), weights


def turned(x: np.ndarray) -> np.ndarray:
    """Su et al. (arXiv:2104.09864), the halves of a head as the pairs."""
    half = x.shape[-1] // 2
    angles = np.arange(x.shape[2])[:, None] * 10000.0 ** (-np.arange(half) / half)
    first, second = x[..., :half], x[..., half:]
    return np.concatenate(
        [first * np.cos(angles) - second * np.sin(angles), second * np.cos(angles) + first * np.sin(angles)], -1
    )


@pytest.mark.parametrize("kind", ["self", "memory", "separate"])
@pytest.mark.parametrize("shared", [1, 2, 6])
@pytest.mark.parametrize("rotary", [False, True])
def test_it_is_the_formula(kind: str, shared: int, rotary: bool) -> None:
    sg.manual_seed(0)
    layer = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True, num_kv_heads=shared, rotary=rotary)
    layer.in_proj_bias.data.copy_(sg.random.normal(layer.in_proj_bias.shape))
    query, key, value = inputs(kind)
    causal = kind == "self"
    expected, weights = reference(layer, query, key, value, shared, rotary, causal)
    result, none = layer(query, key, value, need_weights=False, is_causal=causal)
    np.testing.assert_allclose(result.detach().numpy(), expected, atol=2e-6)
    assert none is None
    result, given = layer(query, key, value, average_attn_weights=False, is_causal=causal)
    np.testing.assert_allclose(result.detach().numpy(), expected, atol=2e-6)
    np.testing.assert_allclose(given.detach().numpy(), weights, atol=1e-6)


@pytest.mark.parametrize("rotary", [False, True])
def test_gradients(rotary: bool) -> None:
    sg.manual_seed(1)
    layer = nn.MultiheadAttention(
        8, 4, batch_first=True, num_kv_heads=2, rotary=rotary, dtype=sg.float64, kdim=6, vdim=5
    )
    generator = np.random.default_rng(1)
    arrays = [sg.array(generator.standard_normal((1, 3, width)), requires_grad=True) for width in (8, 6, 5)]
    assert sg.autograd.gradcheck(lambda q, k, v: layer(q, k, v, need_weights=False)[0], arrays)


def test_shapes_and_description() -> None:
    layer = nn.MultiheadAttention(24, 6, num_kv_heads=2, rotary=True)
    assert layer.in_proj_weight.shape == (24 + 2 * 8, 24)
    assert layer.in_proj_bias.shape == (40,)
    assert "num_kv_heads=2, rotary=True" in repr(layer)
    separate = nn.MultiheadAttention(24, 6, kdim=10, num_kv_heads=3)
    assert separate.k_proj_weight.shape == (12, 10)
    assert separate.v_proj_weight.shape == (12, 24)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"num_kv_heads": 4}, "num_kv_heads must divide num_heads, got 4 and 6"),
        ({"num_kv_heads": 0}, "num_kv_heads must divide num_heads, got 0 and 6"),
        ({"num_kv_heads": -2}, "num_kv_heads must divide num_heads, got -2 and 6"),
    ],
)
def test_bad_input(options: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        nn.MultiheadAttention(24, 6, **options)
    with pytest.raises(ValueError, match="rotary needs heads of an even size, got 3 of 8 heads"):
        nn.MultiheadAttention(24, 8, rotary=True)
