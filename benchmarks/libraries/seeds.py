"""Values of parameters and buffers that depend on nothing but their name and shape, so that all libraries agree."""

import math
import zlib

import numpy as np


def initial_value(name, shape):
    """Weights with variance 1/fan-in, scales near one, biases near zero, unit vectors for the power iteration."""
    normal = np.random.default_rng(zlib.crc32(name.encode())).standard_normal(shape, dtype=np.float32)
    kind = name.rsplit(".", 1)[-1]
    if kind in ("_u", "_v"):
        return normal / np.linalg.norm(normal)
    if len(shape) >= 2:
        return normal / np.float32(math.sqrt(math.prod(shape[1:])))
    return 0.02 * normal + np.float32(kind == "weight")


def is_kept(name):
    """Running statistics and counters start as every library starts them."""
    return "running" in name or "num_batches" in name
