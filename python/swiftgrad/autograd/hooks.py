"""`Tensor.register_hook`: functions that see the gradient of a tensor."""

from collections.abc import Callable

from .. import _core, _namespaces
from .._core import Tensor

_engine = _namespaces.internal("_tensor")


class TensorHook:
    """What `register_hook` returns; `remove()`, or the end of a `with` block, takes the hook away again."""

    def __init__(self, tensor: Tensor, hook: Callable[[Tensor], Tensor | None]) -> None:
        self._tensor = tensor
        self._number = _engine.add_hook(tensor, hook)

    def remove(self) -> None:
        """Takes the hook away; doing so twice is no error."""
        _engine.remove_hook(self._tensor, self._number)

    def __enter__(self) -> "TensorHook":
        return self

    def __exit__(self, *exception: object) -> None:
        self.remove()


def register_hook(self: Tensor, hook: Callable[[Tensor], Tensor | None]) -> TensorHook:
    """Calls `hook(gradient)` whenever a backward pass has summed up the gradient of this tensor.

    What it returns, unless None, goes on in place of the gradient; it must not change the gradient itself.
    """
    return TensorHook(self, hook)


_core.Tensor.register_hook = register_hook  # type: ignore[method-assign]
