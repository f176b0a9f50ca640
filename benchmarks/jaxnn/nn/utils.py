"""Spectral normalisation (Miyato et al., 2018): one power iteration a forward while training."""

import jax.numpy as jnp
from jax import lax

from ..tensors import Parameter


def spectral_norm(module):
    """The module computes with weight / sigma; `weight_orig` is learnt, `weight_u` and `weight_v` are buffers."""
    weight = module.weight
    rows = weight.shape[0]
    module._parameters.remove("weight")
    module.weight_orig = Parameter(weight)
    module.register_buffer("weight_u", jnp.ones(rows))
    module.register_buffer("weight_v", jnp.ones(weight.size // rows))
    plain = module.forward

    def forward(x):
        matrix = module.weight_orig.reshape(rows, -1)
        if module.training:
            fixed = lax.stop_gradient(matrix)
            module.weight_v = _normalise(fixed.T @ module.weight_u)
            module.weight_u = _normalise(fixed @ module.weight_v)
        sigma = module.weight_u @ (matrix @ module.weight_v)
        object.__setattr__(module, "weight", module.weight_orig / sigma)
        return plain(x)

    object.__setattr__(module, "forward", forward)
    return module


def _normalise(x, eps=1e-12):
    return x / jnp.maximum(jnp.linalg.norm(x), eps)
