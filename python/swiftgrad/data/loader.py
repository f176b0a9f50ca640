"""`DataLoader`: batches of a data set, from the engine or written in Python."""

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import numpy as np

from .. import _core, _namespaces, _native
from .augment import Augmentation
from .collate import Batch, collate
from .dataset import ArrayDataset, Dataset
from .sampler import Sampler


@runtime_checkable
class MapDataset(Protocol):
    """A data set written in Python: `dataset[i]` is a sample, an array or a tuple of arrays and numbers."""

    def __len__(self) -> int: ...
    def __getitem__(self, position: int, /) -> Any: ...


class _NativeLoader(_core.Object):
    pass


class _NativeIterator(_core.Object):
    pass


_engine = _native.methods("data.DataLoader", _NativeLoader)
_next = _native.methods("data.LoaderIterator", _NativeIterator).next


@_namespaces.base("data.LoaderIterator")
class LoaderIterator(_NativeIterator):
    """The batches of one epoch, each a tuple of tensors."""

    def __iter__(self) -> "LoaderIterator":
        return self

    def __next__(self) -> Batch:
        return _next(self)  # type: ignore[no-any-return]


_native.hide(LoaderIterator, "next")


@_namespaces.base("data.DataLoader")
class DataLoader(_NativeLoader):
    """Batches of a data set, epoch after epoch: `for x, y in loader`.

    dataset is an ArrayDataset, any object with `__len__` and `__getitem__`, or an iterable of samples, whose length
    nobody needs to know. With shuffle the order depends on the seed and the number of the epoch only; seed None draws
    one. The last batch is smaller, or left out with drop_last. Batches of arrays that are not shuffled are views.

    sampler (a `data.Sampler`, or an iterable of numbers) says which samples an epoch has, batch_sampler (an iterable of
    lists of numbers) which batches. collate_fn makes a batch, a tuple of arrays, from a list of samples; transform (one
    of `data.augment`, or a function of the batch's arrays) changes it. With num_workers that many threads prepare the
    next `prefetch` batches, in order: the batches are the same as without.
    """

    if TYPE_CHECKING:
        batch_size: int

    def __init__(
        self,
        dataset: Dataset | MapDataset | Iterable[Any],
        batch_size: int = 1,
        shuffle: bool = False,
        seed: int | None = None,
        drop_last: bool = False,
        *,
        sampler: Sampler | Iterable[int] | None = None,
        batch_sampler: Iterable[Sequence[int]] | None = None,
        collate_fn: Callable[[list[Any]], Any] | None = None,
        transform: Augmentation | Callable[..., Any] | None = None,
        num_workers: int = 0,
        prefetch: int | None = None,
    ) -> None:
        if num_workers < 0 or (prefetch is not None and prefetch < 1):
            raise ValueError(
                f"DataLoader: num_workers must be 0 or more and prefetch 1, got {num_workers} and {prefetch}"
            )
        if prefetch is not None and num_workers == 0:
            raise ValueError("DataLoader: prefetch is of the batches that workers prepare; give num_workers, 1 or more")
        if batch_sampler is not None and (batch_size != 1 or shuffle or drop_last or sampler is not None):
            raise ValueError("DataLoader: batch_sampler leaves no choice of batch_size, shuffle, drop_last and sampler")
        if sampler is not None and not isinstance(sampler, Sampler) and (shuffle or isinstance(sampler, Iterator)):
            raise ValueError("DataLoader: a sampler is iterated anew for every epoch, and has an order of its own")
        is_stream = not isinstance(dataset, (Dataset, MapDataset))
        if is_stream and (isinstance(dataset, Iterator) or not isinstance(dataset, Iterable)):
            raise TypeError(
                f"DataLoader: {type(dataset).__name__} has no __len__ and __getitem__, and cannot be iterated anew"
            )
        if is_stream and (shuffle or sampler is not None or batch_sampler is not None):
            raise ValueError("DataLoader: an iterable of samples comes in its own order; shuffle where it is made")
        in_engine = isinstance(sampler, Sampler)
        self._source: Any = dataset
        self._requested: Iterable[Any] | None = dataset if is_stream else batch_sampler  # type: ignore[assignment]
        if not is_stream and batch_sampler is None and not in_engine:
            self._requested = sampler  # type: ignore[assignment]
        self._has_batches = batch_sampler is not None
        self._is_stream = is_stream
        self._collate, self._transform = collate_fn, transform
        self._workers, self._prefetch = num_workers, prefetch or 2 * num_workers
        in_python = num_workers > 0 or collate_fn is not None or self._requested is not None
        is_augmented = transform is None or isinstance(transform, Augmentation)
        self._is_native = isinstance(dataset, Dataset) and is_augmented and not in_python
        # Where Python makes the batches, the engine hands out the numbers of the samples.
        count = 1 if is_stream else len(dataset)  # type: ignore[arg-type]
        source = dataset if self._is_native else ArrayDataset(np.arange(count))
        given = (sampler if in_engine else None, transform if self._is_native else None)
        number = _namespaces.class_number("data.DataLoader")
        _core.construct(self, number, (source, batch_size, shuffle, seed, drop_last, *given))
        self._place = (0, 0)
        self._is_restored = False

    @property
    def dataset(self) -> Any:
        """The data set."""
        return self._source

    @property
    def is_native(self) -> bool:
        """Whether the engine makes the batches by itself."""
        return self._is_native

    @property
    def epoch(self) -> int:
        """The epoch that is running, or comes next; from 0."""
        return self.state_dict()["epoch"]

    def state_dict(self) -> dict[str, int]:
        """Where the loader is: seed, epoch, and the batches that were handed out of it."""
        state: dict[str, int] = _engine.state_dict(self)
        return state if self._is_native else {**state, "epoch": self._place[0], "position": self._place[1]}

    def load_state_dict(self, state_dict: dict[str, int]) -> None:
        """Goes on where `state_dict` was taken: the next iteration begins in the middle of that epoch."""
        is_counted = self._requested is None
        _engine.load_state_dict(self, state_dict if is_counted else {**state_dict, "position": 0})
        self._place = int(state_dict["epoch"]), int(state_dict["position"])
        self._is_restored = True

    def __len__(self) -> int:
        if self._requested is None:
            return _engine.len(self)  # type: ignore[no-any-return]
        try:
            count = len(self._requested)  # type: ignore[arg-type]
        except TypeError:
            raise TypeError(f"a DataLoader of a {type(self._requested).__name__} does not know its length") from None
        if self._has_batches:
            return count
        return count // self.batch_size + (count % self.batch_size > 0 and not _engine.drop_last(self))

    def __iter__(self) -> Iterator[Batch]:
        """The batches of the next epoch, or what is left of the one that `load_state_dict` restored."""
        if self._is_native:
            return _engine.iter(self)  # type: ignore[no-any-return]
        epoch, position = self._place
        if position > 0 and not self._is_restored:
            epoch, position = epoch + 1, 0
        self._is_restored = False
        self._place = (epoch, position)
        return self._batches(epoch, position)

    def _batches(self, epoch: int, position: int) -> Iterator[Batch]:
        for batch in self._prepared(epoch, position):
            position += 1
            self._place = (epoch, position)
            yield batch
        self._place = (epoch + 1, 0)

    def _requests(self, epoch: int) -> Iterator[list[Any]]:
        """What each batch of an epoch is made of: samples of a stream, or else numbers of samples."""
        if self._requested is None:
            _engine.load_state_dict(self, {**_engine.state_dict(self), "epoch": epoch, "position": 0})
            yield from (numbers.tolist() for (numbers,) in _engine.iter(self))
        elif self._has_batches:
            yield from map(list, self._requested)
        else:
            items = iter(self._requested)
            while chosen := list(itertools.islice(items, self.batch_size)):
                if len(chosen) == self.batch_size or not _engine.drop_last(self):
                    yield chosen

    def _prepared(self, epoch: int, position: int) -> Iterator[Batch]:
        """The batches from a position on; with workers, some are in the making while one is used."""
        key, first = _engine.key(self, epoch), 0
        requests = self._requests(epoch)
        for request in itertools.islice(requests, position):
            first += len(request)
        if not self._workers:
            for request in requests:
                yield self._made(request, key, first)
                first += len(request)
            return
        waiting: deque[Future[Batch]] = deque()
        pool = ThreadPoolExecutor(self._workers, thread_name_prefix="swiftgrad-data")
        try:
            for request in requests:
                waiting.append(pool.submit(self._made, request, key, first))
                first += len(request)
                if len(waiting) > self._prefetch:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _made(self, request: list[Any], key: int, first: int) -> Batch:
        return self._transformed(self._gathered(request), key, first)

    def _gathered(self, request: list[Any]) -> Batch:
        if self._is_stream:
            samples = request
        elif isinstance(self._source, Dataset) and self._collate is None:
            return tuple(self._source.take(request))
        else:
            samples = [self._sample(number) for number in request]
        if self._collate is None:
            return collate(samples)
        batch = self._collate(samples)
        return tuple(batch) if isinstance(batch, (tuple, list)) else (batch,)

    def _sample(self, number: int) -> Any:
        try:
            return self._source[number]
        except StopIteration as error:
            raise RuntimeError(f"sample {number} of the data set raised StopIteration") from error
        except Exception as error:
            error.add_note(f"while reading sample {number} of {type(self._source).__name__}")
            raise

    def _transformed(self, batch: Batch, key: int, first: int) -> Batch:
        if self._transform is None:
            return batch
        if isinstance(self._transform, Augmentation):
            return tuple(self._transform.apply(list(batch), key, first))
        result = self._transform(*batch)
        return tuple(result) if isinstance(result, (tuple, list)) else (result, *batch[1:])


_native.hide(DataLoader, "len", "iter", "key", "drop_last")
