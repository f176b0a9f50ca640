"""Spectral normalisation (Miyato et al., 2018): one power iteration a forward while training."""

import jax.numpy as jnp
from jax import lax

from ...tensors import Parameter

ORIGINAL, ROWS, COLUMNS = (f"parametrizations.weight.{name}" for name in ("original", "0._u", "0._v"))


def spectral_norm(module):
    """The module computes with weight / sigma, where sigma is u W v; the original weight is what it learns."""
    weight = module.weight
    rows = weight.shape[0]
    module._parameters.remove("weight")
    setattr(module, ORIGINAL, Parameter(weight))
    module.register_buffer(ROWS, jnp.ones(rows))
    module.register_buffer(COLUMNS, jnp.ones(weight.size // rows))
    plain = module.forward

    def forward(x):
        original = getattr(module, ORIGINAL)
        matrix = original.reshape(rows, -1)
        if module.training:
            fixed = lax.stop_gradient(matrix)
            setattr(module, ROWS, _normalise(fixed @ getattr(module, COLUMNS)))
            setattr(module, COLUMNS, _normalise(fixed.T @ getattr(module, ROWS)))
        sigma = getattr(module, ROWS) @ (matrix @ getattr(module, COLUMNS))
        object.__setattr__(module, "weight", original / sigma)
        return plain(x)

    object.__setattr__(module, "forward", forward)
    return module


def _normalise(x, eps=1e-12):
    return x / jnp.maximum(jnp.linalg.norm(x), eps)
