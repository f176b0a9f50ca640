"""Splitting data into parts to train on, to validate on and to test on."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from .dataset import Subset


def train_test_split(*arrays: Any, test_size: float | int = 0.2, seed: int = 0, stratify: Any = None) -> list[Any]:
    """Splits arrays of the same length at random: `x_train, x_test, y_train, y_test = train_test_split(x, y)`.

    test_size is a fraction or a number of rows. The same seed gives the same split. With `stratify` (an array of class
    labels) every class has the same share of both parts, to within one row.
    """
    count = _common_length("train_test_split", arrays)
    held_out = round(test_size * count) if isinstance(test_size, float) else test_size
    if not 0 < held_out < count:
        raise ValueError(f"train_test_split: test_size {test_size} leaves one part of {count} rows empty")
    test, train = _parts("train_test_split", count, [held_out, count - held_out], seed, stratify)
    return [part for array in arrays for part in (_rows(array, train), _rows(array, test))]


def split(
    *arrays: Any, parts: Sequence[float | int] = (0.8, 0.1, 0.1), seed: int = 0, stratify: Any = None
) -> list[Any]:
    """Splits arrays of one length, or one data set, at random into any number of parts: training, validation, test.

    Each part is a tuple of arrays, `(x, y), (x_val, y_val), (x_test, y_test) = split(x, y)`, or for a data set a
    `Subset`. parts are fractions that add up to 1, or numbers of rows that add up to all; rounding goes to the first.
    With `stratify` every class has the same share of each part, to within a row for each part.
    """
    count = _common_length("split", arrays)
    sizes = list(parts)
    if all(isinstance(size, float) for size in sizes):
        if not abs(sum(sizes) - 1) < 1e-9 or min(sizes, default=-1.0) < 0:
            raise ValueError(f"split: parts must be fractions that add up to 1, got {tuple(parts)}")
        rest = [round(size * count) for size in sizes[1:]]
        sizes = [count - sum(rest), *rest]
    if not sizes or sum(sizes) != count or any(not isinstance(size, int) or size < 1 for size in sizes):
        raise ValueError(f"split: parts {tuple(parts)} leave one part of {count} rows empty, or rows over")
    chosen = _parts("split", count, [int(size) for size in sizes], seed, stratify)
    if len(arrays) == 1 and not isinstance(arrays[0], np.ndarray) and not hasattr(arrays[0], "__array__"):
        return [Subset(arrays[0], rows.tolist()) for rows in chosen]
    return [tuple(_rows(array, rows) for array in arrays) for rows in chosen]


def _common_length(name: str, arrays: Sequence[Any]) -> int:
    if not arrays:
        raise TypeError(f"{name} needs at least one array")
    count = len(arrays[0])
    if any(len(array) != count for array in arrays):
        raise ValueError(f"{name}: the arrays have lengths {', '.join(str(len(a)) for a in arrays)}")
    return count


def _rows(array: Any, rows: np.ndarray) -> np.ndarray:
    chosen: np.ndarray = np.asarray(array)[rows]
    return chosen


def _parts(name: str, count: int, sizes: list[int], seed: int, stratify: Any) -> list[np.ndarray]:
    """The numbers of the rows of each part."""
    order = np.random.default_rng(seed).permutation(count)
    labels = None if stratify is None else np.asarray(stratify)
    if labels is not None and labels.shape != (count,):
        raise ValueError(f"{name}: stratify must have shape ({count},), got {labels.shape}")
    chosen = []
    for size in sizes:
        if labels is not None:
            order = _front_loaded(order, labels[order], size)
        chosen.append(order[:size])
        order = order[size:]
    return chosen


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
