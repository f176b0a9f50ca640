"""Inputs, the same in every process."""

import numpy as np


def normal(*shape, number=0):
    return np.random.default_rng(number).standard_normal(shape, dtype=np.float32)


def uniform(*shape):
    return np.random.default_rng(2).random(shape, dtype=np.float32)


def integers(high, *shape, number=3):
    return np.random.default_rng(number).integers(0, high, shape)
