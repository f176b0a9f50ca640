"""Functions of torch.nn.functional that the workloads use."""

import math

import jax
import jax.numpy as jnp
from jax import lax
from jax.nn import relu, silu  # noqa: F401
from jax.numpy import tanh  # noqa: F401

from ..tensors import next_key


def gelu(x, approximate="none"):
    return jax.nn.gelu(x, approximate=approximate == "tanh")


def leaky_relu(x, negative_slope=0.01):
    return jax.nn.leaky_relu(x, negative_slope)


def softmax(x, axis=-1):
    return jax.nn.softmax(x, axis)


def linear(x, weight, bias=None):
    product = x @ weight.T
    return product if bias is None else product + bias


def embedding(indices, weight):
    return jnp.take(weight, indices, axis=0)


def dropout(x, p=0.5, training=True):
    if not training or p == 0:
        return x
    return jnp.where(jax.random.bernoulli(next_key(), 1 - p, x.shape), x / (1 - p), 0)


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    axes = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(axes, keepdims=True)
    normal = (x - mean) * lax.rsqrt(x.var(axes, keepdims=True) + eps)
    normal = normal if weight is None else normal * weight
    return normal if bias is None else normal + bias


def cross_entropy(logits, target):
    logarithms = jax.nn.log_softmax(logits, axis=1)
    return -jnp.take_along_axis(logarithms, target[:, None], axis=1).mean()


def mse_loss(x, target):
    return jnp.square(x - target).mean()


def binary_cross_entropy_with_logits(x, target, reduction="mean"):
    losses = jnp.maximum(x, 0) - x * target + jnp.log1p(jnp.exp(-jnp.abs(x)))
    return losses.sum() if reduction == "sum" else losses.mean()


def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    result = lax.conv_general_dilated(
        x,
        weight,
        (stride, stride),
        [(padding, padding)] * 2,
        rhs_dilation=(dilation, dilation),
        feature_group_count=groups,
        dimension_numbers=("NCHW", "OIHW", "NCHW"),
    )
    return result if bias is None else result + bias[:, None, None]


def conv_transpose2d(x, weight, bias=None, stride=1, padding=0):
    """The gradient of `conv2d` for its input: the image is dilated, the kernel flipped; weight is (in, out, k, k)."""
    border = weight.shape[-1] - 1 - padding
    result = lax.conv_general_dilated(
        x,
        jnp.flip(weight, (2, 3)),
        (1, 1),
        [(border, border)] * 2,
        lhs_dilation=(stride, stride),
        dimension_numbers=("NCHW", "IOHW", "NCHW"),
    )
    return result if bias is None else result + bias[:, None, None]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    window, strides = (1, 1, kernel_size, kernel_size), (1, 1, *[stride or kernel_size] * 2)
    borders = [(0, 0), (0, 0), (padding, padding), (padding, padding)]
    return lax.reduce_window(x, -jnp.inf, lax.max, window, strides, borders)


def avg_pool2d(x, kernel_size):
    window = (1, 1, kernel_size, kernel_size)
    return lax.reduce_window(x, 0.0, lax.add, window, window, "VALID") / kernel_size**2


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False):
    scores = query @ key.mT / math.sqrt(query.shape[-1])
    if is_causal:
        scores = jnp.where(jnp.tri(*scores.shape[-2:], dtype=bool), scores, -jnp.inf)
    return softmax(scores) @ value
