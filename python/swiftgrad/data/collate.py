"""From samples to a batch: stacked, or padded to one length."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .. import _core
from .._core import Tensor

Batch = tuple[Tensor, ...]


def collate(samples: Sequence[Any]) -> Batch:
    """A batch from samples that are arrays, numbers, or tuples of them: each stacked along a new first axis.

    Python floats become float32 and ints int64. ValueError when the shapes of samples differ.
    """
    return tuple(_stacked(column) for column in _columns(samples))


def pad_collate(value: float = 0, lengths: bool = True) -> Callable[[Sequence[Any]], Batch]:
    """A `collate_fn` for samples of unequal length: the first axis of each array is filled up with `value`.

    Columns whose samples all have one shape are stacked as they are. With lengths the batch ends with the lengths
    of the first column that was filled up (or of the first, if none was), int64 (N,), as
    `nn.utils.rnn.pack_padded_sequence` takes them; a trainer's target then is best the last: write
    `lambda samples: (x, n, y)` around this.
    """

    def collate_padded(samples: Sequence[Any]) -> Batch:
        columns = [[_array(value) for value in column] for column in _columns(samples)]
        batch = [_padded(column, value) for column in columns]
        if lengths:
            ragged = next((c for c in columns if len({a.shape for a in c}) > 1), columns[0])
            batch.append(_core.from_numpy(np.array([len(array) for array in ragged], np.int64)))
        return tuple(batch)

    return collate_padded


def _columns(samples: Sequence[Any]) -> list[Sequence[Any]]:
    if not len(samples):
        raise ValueError("a batch needs at least one sample")
    first = samples[0]
    if not isinstance(first, (tuple, list)):
        return [samples]
    if any(not isinstance(sample, (tuple, list)) or len(sample) != len(first) for sample in samples):
        raise ValueError(f"samples of different numbers of parts cannot be a batch; the first has {len(first)}")
    return list(zip(*samples, strict=True))


def _array(value: Any) -> np.ndarray:
    array = np.asarray(value.detach() if isinstance(value, Tensor) else value)
    return array.astype(np.float32) if isinstance(value, float) and array.dtype == np.float64 else array


def _stacked(values: Sequence[Any]) -> Tensor:
    arrays = [_array(value) for value in values]
    shapes = {array.shape for array in arrays}
    if len(shapes) > 1:
        raise ValueError(f"samples of different shapes cannot be a batch: {', '.join(map(str, sorted(shapes)))}")
    return _core.from_numpy(np.stack(arrays))


def _padded(arrays: list[np.ndarray], value: float) -> Tensor:
    if len({array.shape for array in arrays}) == 1:
        return _core.from_numpy(np.stack(arrays))
    if any(array.ndim == 0 or array.shape[1:] != arrays[0].shape[1:] for array in arrays):
        shapes = ", ".join(str(array.shape) for array in arrays[:8])
        raise ValueError(f"only the first axis of samples can be filled up, got shapes {shapes}")
    longest = max(len(array) for array in arrays)
    batch = np.full((len(arrays), longest, *arrays[0].shape[1:]), value, np.result_type(*arrays))
    for row, array in zip(batch, arrays, strict=True):
        row[: len(array)] = array
    return _core.from_numpy(batch)
