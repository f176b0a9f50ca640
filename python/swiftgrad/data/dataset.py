"""Data sets of the engine: samples by number."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .. import _core, _namespaces, _native


class _Native(_core.Object):
    pass


_engine = _native.methods("data.Dataset", _Native)


@_namespaces.base("data.Dataset")
class Dataset(_Native):
    """Base of the engine's data sets. One written in Python needs no base, only `__len__` and `__getitem__`."""

    def __len__(self) -> int:
        return _engine.len(self)  # type: ignore[no-any-return]

    def __getitem__(self, position: int) -> tuple[Any, ...]:
        """One sample, from the end if the number is negative: a row of each array, as views."""
        return _engine.index(self, position)  # type: ignore[no-any-return]

    def take(self, indices: Sequence[int]) -> tuple[Any, ...]:
        """A batch of the samples with these numbers: a tuple of arrays."""
        return _engine.take(self, list(indices))  # type: ignore[no-any-return]


_native.hide(Dataset, "len", "index")


@_namespaces.base("data.ArrayDataset")
class ArrayDataset(Dataset):
    """Arrays with one sample a row: sample i is row i of each of them. NumPy arrays are shared, not copied."""

    if TYPE_CHECKING:

        def __init__(self, *arrays: Any) -> None: ...


class _PythonSubset:
    def __init__(self, dataset: Any, indices: Sequence[int]) -> None:
        count = len(dataset)
        self.dataset, self.indices = dataset, [int(i) for i in indices]
        if wrong := [i for i in self.indices if not -count <= i < count]:
            raise IndexError(f"Subset: sample {wrong[0]} is out of range for {count} samples")

    def __len__(self) -> int:
        return len(self.indices)

    def __getitem__(self, position: int) -> Any:
        return self.dataset[self.indices[position]]


@_namespaces.base("data.Subset")
class Subset(Dataset):
    """The samples of a data set with these numbers, in this order. Negative ones count from the end."""

    def __new__(cls, dataset: Any, indices: Sequence[int]) -> Any:
        """A data set written in Python stays one."""
        return super().__new__(cls) if isinstance(dataset, Dataset) else _PythonSubset(dataset, indices)

    if TYPE_CHECKING:

        def __init__(self, dataset: Any, indices: Sequence[int]) -> None: ...
