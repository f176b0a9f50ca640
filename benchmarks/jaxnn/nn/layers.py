"""Layers without a spatial structure. Weights are zeros until the workload assigns them."""

import jax.numpy as jnp

from ..tensors import Module, Parameter
from . import functional as F


class Linear(Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = Parameter(jnp.zeros((out_features, in_features)))
        self.bias = Parameter(jnp.zeros(out_features)) if bias else None

    def forward(self, x):
        return F.linear(x, self.weight, self.bias)


class Embedding(Module):
    def __init__(self, num_embeddings, embedding_dim):
        super().__init__()
        self.weight = Parameter(jnp.zeros((num_embeddings, embedding_dim)))

    def forward(self, indices):
        return F.embedding(indices, self.weight)


class Dropout(Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        return F.dropout(x, self.p, self.training)


class Identity(Module):
    def forward(self, x):
        return x


class Flatten(Module):
    def forward(self, x):
        return x.reshape(len(x), -1)


def _pointwise(function):
    return type(function.__name__, (Module,), {"forward": lambda self, x: function(x)})


ReLU, GELU, SiLU, Tanh = map(_pointwise, (F.relu, F.gelu, F.silu, F.tanh))


class LeakyReLU(Module):
    def __init__(self, negative_slope=0.01):
        super().__init__()
        self.negative_slope = negative_slope

    def forward(self, x):
        return F.leaky_relu(x, self.negative_slope)
