"""Whether operations are recorded for gradients: `no_grad`, `enable_grad`, `set_grad_enabled`."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar, cast

from .. import _namespaces

_engine = _namespaces.internal("_autograd")
CO_GENERATOR = 0x20  # as in the inspect module, whose import takes longer than all of ours
_F = TypeVar("_F", bound=Callable[..., Any])


class set_grad_enabled:  # noqa: N801 - a function to its users
    """Turns recording on or off, for good when called, for a block in `with`, for a function as a decorator."""

    def __init__(self, mode: bool) -> None:
        self._mode = mode
        self._previous = [_engine.set_grad_enabled(mode)]

    def __enter__(self) -> "set_grad_enabled":
        if not self._previous:
            self._previous.append(_engine.set_grad_enabled(self._mode))
        return self

    def __exit__(self, *exception: object) -> None:
        _engine.set_grad_enabled(self._previous.pop())

    def __call__(self, function: _F) -> _F:
        _engine.set_grad_enabled(self._previous.pop())
        return cast(_F, _decorated(function, self._mode))


class _Mode:
    """`no_grad` and `enable_grad`: nothing happens before the block or the call begins."""

    mode: bool

    def __new__(cls, function: Any = None) -> Any:
        return super().__new__(cls) if function is None else _decorated(function, cls.mode)

    def __init__(self) -> None:
        self._previous: list[bool] = []

    def __enter__(self) -> None:
        self._previous.append(_engine.set_grad_enabled(self.mode))

    def __exit__(self, *exception: object) -> None:
        _engine.set_grad_enabled(self._previous.pop())

    def __call__(self, function: _F) -> _F:
        return cast(_F, _decorated(function, self.mode))


class no_grad(_Mode):  # noqa: N801
    """In this block, or in the decorated function, nothing is recorded for gradients."""

    mode = False


class enable_grad(_Mode):  # noqa: N801
    """In this block, or in the decorated function, operations are recorded, also inside `no_grad`."""

    mode = True


def _decorated(function: Any, mode: bool) -> Any:
    if getattr(getattr(function, "__code__", None), "co_flags", 0) & CO_GENERATOR:
        raise TypeError("a generator cannot be decorated with a gradient mode; use a with block inside it")

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        previous = _engine.set_grad_enabled(mode)
        try:
            return function(*args, **kwargs)
        finally:
            _engine.set_grad_enabled(previous)

    return wrapper
