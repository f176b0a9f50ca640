"""Data sets of the engine: samples by number."""

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


_native.hide(Dataset, "len", "index")


@_namespaces.base("data.ArrayDataset")
class ArrayDataset(Dataset):
    """Arrays with one sample a row: sample i is row i of each of them. NumPy arrays are shared, not copied."""

    if TYPE_CHECKING:

        def __init__(self, *arrays: Any) -> None: ...
