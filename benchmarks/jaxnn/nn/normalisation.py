import jax.numpy as jnp
from jax import lax

from ..tensors import Module, Parameter
from . import functional as F


class LayerNorm(Module):
    def __init__(self, normalized_shape, bias=True):
        super().__init__()
        self.weight = Parameter(jnp.ones(normalized_shape))
        self.bias = Parameter(jnp.zeros(normalized_shape)) if bias else None

    def forward(self, x):
        return F.layer_norm(x, self.weight.shape, self.weight, self.bias)


class GroupNorm(Module):
    def __init__(self, num_groups, num_channels):
        super().__init__()
        self.weight = Parameter(jnp.ones(num_channels))
        self.bias = Parameter(jnp.zeros(num_channels))
        self.num_groups = num_groups

    def forward(self, x):
        groups = x.reshape(len(x), self.num_groups, -1)
        normal = F.layer_norm(groups, groups.shape[-1:]).reshape(x.shape)
        return normal * self.weight[:, None, None] + self.bias[:, None, None]


class BatchNorm2d(Module):
    """The running variance is the unbiased one, as in PyTorch."""

    momentum, eps = 0.1, 1e-5

    def __init__(self, num_features):
        super().__init__()
        self.weight = Parameter(jnp.ones(num_features))
        self.bias = Parameter(jnp.zeros(num_features))
        self.register_buffer("running_mean", jnp.zeros(num_features))
        self.register_buffer("running_var", jnp.ones(num_features))

    def forward(self, x):
        mean, variance = self.running_mean, self.running_var
        if self.training:
            mean, variance = x.mean((0, 2, 3)), x.var((0, 2, 3))
            count = x.size // x.shape[1]
            self.running_mean += self.momentum * (mean - self.running_mean)
            self.running_var += self.momentum * (variance * count / (count - 1) - self.running_var)
        scale = self.weight * lax.rsqrt(variance + self.eps)
        return x * scale[:, None, None] + (self.bias - mean * scale)[:, None, None]
