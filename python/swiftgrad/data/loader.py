"""`DataLoader`: batches of a data set, from the engine or written in Python."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import numpy as np

from .. import _core, _namespaces, _native
from .._core import Tensor
from .dataset import ArrayDataset, Dataset

Batch = tuple[Tensor, ...]


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

    dataset is an ArrayDataset, or any object with `__len__` and `__getitem__`, whose samples are put together with
    NumPy. With shuffle the order depends on the seed and the number of the epoch only; seed None draws one. The last
    batch is smaller, or left out with drop_last. Batches of arrays that are not shuffled are views.
    """

    if TYPE_CHECKING:
        batch_size: int
        epoch: int

    def __init__(
        self,
        dataset: Dataset | MapDataset,
        batch_size: int = 1,
        shuffle: bool = False,
        seed: int | None = None,
        drop_last: bool = False,
    ) -> None:
        samples = None
        if not isinstance(dataset, Dataset):
            if not isinstance(dataset, MapDataset):
                raise TypeError(
                    f"DataLoader: {type(dataset).__name__} has no __len__ and __getitem__; "
                    "give an iterable of batches to the trainer as it is"
                )
            samples = dataset
            dataset = ArrayDataset(np.arange(len(samples)))
        number = _namespaces.class_number("data.DataLoader")
        _core.construct(self, number, (dataset, batch_size, shuffle, seed, drop_last))
        self._samples = samples

    @property
    def dataset(self) -> Any:
        """The data set."""
        return _engine.dataset(self) if self._samples is None else self._samples

    @property
    def is_native(self) -> bool:
        """Whether the engine makes the batches by itself."""
        return self._samples is None

    def state_dict(self) -> dict[str, int]:
        """Where the loader is: seed, epoch, and the batches that were handed out of it."""
        return _engine.state_dict(self)  # type: ignore[no-any-return]

    def load_state_dict(self, state_dict: dict[str, int]) -> None:
        """Goes on where `state_dict` was taken: the next iteration begins in the middle of that epoch."""
        _engine.load_state_dict(self, state_dict)

    def __len__(self) -> int:
        return _engine.len(self)  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[Batch]:
        """The batches of the next epoch, or what is left of the one that `load_state_dict` restored."""
        batches = _engine.iter(self)
        if self._samples is None:
            return batches  # type: ignore[no-any-return]
        samples = self._samples
        return (collate([samples[i] for i in numbers.tolist()]) for (numbers,) in batches)


_native.hide(DataLoader, "len", "iter")


def collate(samples: Sequence[Any]) -> Batch:
    """A batch from samples that are arrays, numbers, or tuples of them: each stacked along a new first axis.

    Python floats become float32 and ints int64. ValueError when the shapes of samples differ.
    """
    first = samples[0]
    columns = list(zip(*samples, strict=True)) if isinstance(first, (tuple, list)) else [samples]
    return tuple(_stacked(column) for column in columns)


def _stacked(values: Sequence[Any]) -> Tensor:
    arrays = [np.asarray(value.detach() if isinstance(value, Tensor) else value) for value in values]
    shapes = {array.shape for array in arrays}
    if len(shapes) > 1:
        raise ValueError(f"samples of different shapes cannot be a batch: {', '.join(map(str, sorted(shapes)))}")
    stacked = np.stack(arrays)
    if isinstance(values[0], float) and stacked.dtype == np.float64:
        stacked = stacked.astype(np.float32)
    return _core.from_numpy(stacked)
