"""Functions that run before or after the forward of a module."""

import itertools
from collections.abc import Callable
from typing import Any

_numbers = itertools.count()


class RemovableHandle:
    """What registering a hook returns; `remove()`, or the end of a `with` block, takes the hook away again."""

    def __init__(
        self, hooks: dict[int, Callable[..., Any]], hook: Callable[..., Any], on_removal: Callable[[], None]
    ) -> None:
        self._hooks = hooks
        self._on_removal = on_removal
        self.id = next(_numbers)
        hooks[self.id] = hook

    def remove(self) -> None:
        """Takes the hook away; doing so twice is no error."""
        self._hooks.pop(self.id, None)
        self._on_removal()

    def __enter__(self) -> "RemovableHandle":
        return self

    def __exit__(self, *exception: object) -> None:
        self.remove()
