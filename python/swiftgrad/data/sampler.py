"""Samplers of the engine, and batches of samples of like length."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from .. import _core, _namespaces, _native


class _Native(_core.Object):
    pass


_engine = _native.methods("data.Sampler", _Native)


@_namespaces.base("data.Sampler")
class Sampler(_Native):
    """Base of the engine's samplers. One written in Python is any iterable of numbers of samples."""

    def __len__(self) -> int:
        return _engine.len(self)  # type: ignore[no-any-return]

    def order(self, seed: int = 0, epoch: int = 0) -> Sequence[int]:
        """The samples of an epoch."""
        return _engine.order(self, seed, epoch)  # type: ignore[no-any-return]


_native.hide(Sampler, "len")


class LengthBatchSampler:
    """Batches of samples of like length, so that little is filled up, in an order that differs from epoch to epoch.

    lengths has the length of each sample. The samples are shuffled, sorted by length within pools of 50 batches, and
    the batches shuffled again; the order follows from the seed and the number of times that it was iterated.
    """

    _pool = 50

    def __init__(self, lengths: Any, batch_size: int, seed: int = 0, drop_last: bool = False) -> None:
        self.lengths = np.asarray(lengths)
        if self.lengths.ndim != 1 or batch_size < 1:
            what = f"{self.lengths.shape} and {batch_size}"
            raise ValueError(f"LengthBatchSampler: expected lengths (n,) and a positive batch_size, got {what}")
        self.batch_size, self.seed, self.drop_last, self.epoch = batch_size, seed, drop_last, 0

    def __len__(self) -> int:
        full, rest = divmod(len(self.lengths), self.batch_size)
        return full + (rest > 0 and not self.drop_last)

    def __iter__(self) -> Iterator[Sequence[int]]:
        generator = np.random.default_rng((self.seed, self.epoch))
        self.epoch += 1
        order = generator.permutation(len(self.lengths))
        size = self.batch_size * self._pool
        batches: list[list[int]] = []
        for start in range(0, len(order), size):
            pool = order[start : start + size]
            pool = pool[np.argsort(self.lengths[pool], kind="stable")]
            batches += [pool[i : i + self.batch_size].tolist() for i in range(0, len(pool), self.batch_size)]
        if self.drop_last:
            batches = [batch for batch in batches if len(batch) == self.batch_size]
        return iter([batches[i] for i in generator.permutation(len(batches))])
