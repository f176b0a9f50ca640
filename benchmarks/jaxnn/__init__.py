"""As much of PyTorch's interface as the workloads use, in plain jax.numpy, so that each model is written once.

`jaxnn.nn.Linear(3, 4)` holds arrays under PyTorch's names; nothing is computed until a model is called inside a
function that `jax.jit` traces (see `tensors.bound`), so that what runs is what XLA makes of the whole step.
"""

import jax
import jax.numpy as jnp
from jax.numpy import arange, broadcast_to, exp, matmul, zeros

from . import nn
from .nn import functional

detach = jax.lax.stop_gradient
transpose = jnp.swapaxes


def flatten(x, start_dim=0, end_dim=-1):
    end = end_dim % x.ndim
    return x.reshape(*x.shape[:start_dim], -1, *x.shape[end + 1 :])


def concat(arrays, axis=0):
    return jnp.concatenate(arrays, axis)
