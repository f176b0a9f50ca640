"""Splitting arrays into a part to train on and a part to test on."""

from typing import Any

import numpy as np


def train_test_split(*arrays: Any, test_size: float | int = 0.2, seed: int = 0, stratify: Any = None) -> list[Any]:
    """Splits arrays of the same length at random: `x_train, x_test, y_train, y_test = train_test_split(x, y)`.

    test_size is a fraction or a number of rows. The same seed gives the same split. With `stratify` (an array of class
    labels) every class has the same share of both parts, to within one row.
    """
    if not arrays:
        raise TypeError("train_test_split needs at least one array")
    count = len(arrays[0])
    if any(len(array) != count for array in arrays):
        raise ValueError(f"train_test_split: the arrays have lengths {', '.join(str(len(a)) for a in arrays)}")
    held_out = round(test_size * count) if isinstance(test_size, float) else test_size
    if not 0 < held_out < count:
        raise ValueError(f"train_test_split: test_size {test_size} leaves one part of {count} rows empty")
    generator = np.random.default_rng(seed)
    order = generator.permutation(count)
    if stratify is not None:
        labels = np.asarray(stratify)
        if labels.shape != (count,):
            raise ValueError(f"train_test_split: stratify must have shape ({count},), got {labels.shape}")
        order = _front_loaded(order, labels[order], held_out)
    test, train = order[:held_out], order[held_out:]
    parts = []
    for array in arrays:
        rows = array if isinstance(array, np.ndarray) else np.asarray(array)
        parts += [rows[train], rows[test]]
    return parts


def _front_loaded(order: np.ndarray, labels: np.ndarray, held_out: int) -> np.ndarray:
    """The order with each class's share of the held-out rows first; shares are rounded by largest remainder."""
    _, members, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    shares = sizes * held_out / len(order)
    quotas = np.floor(shares).astype(int)
    quotas[np.argsort(quotas - shares, kind="stable")[: held_out - quotas.sum()]] += 1
    taken = np.zeros(len(sizes), int)
    is_first = np.zeros(len(order), bool)
    for position, member in enumerate(members):
        if taken[member] < quotas[member]:
            taken[member] += 1
            is_first[position] = True
    return np.concatenate([order[is_first], order[~is_first]])
