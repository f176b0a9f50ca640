"""The engine's methods as plain functions, for classes of this package that are written by hand."""

from types import MethodDescriptorType, SimpleNamespace
from typing import Any

from . import _core, _namespaces


def methods(name: str, cls: type) -> Any:
    """The methods of the registry's class `name`, for objects of `cls` and of its subclasses.

    They do not become attributes: what users define under the same names neither hides them nor is hidden by them.
    """
    _core.add_methods(_namespaces.class_number(name), cls, False, set())
    found = {key: value for key, value in vars(cls).items() if isinstance(value, MethodDescriptorType)}
    for key in found:
        delattr(cls, key)
    return SimpleNamespace(**found)


def hide(cls: type, *names: str) -> None:
    """Removes generated methods from a class, so that its users can have the names."""
    for name in names:
        if name in vars(cls):
            delattr(cls, name)
