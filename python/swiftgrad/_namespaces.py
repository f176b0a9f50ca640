"""Modules, functions and classes made from the registry of the engine.

A namespace of the registry ("nn.functional") is a module of this package. Where the package has a file for it, that
file fills itself with `populate(namespace, globals())`; where it has none, the module is made here.

A class of the registry becomes a Python class. Where it is written by hand, that class says so with
`@base("nn.Module")` and receives the methods it does not define itself.
"""

import importlib
import os.path  # pathlib takes a sixth of the time of the import
import sys
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any, NamedTuple, TypeVar

from . import _core

PACKAGE = "swiftgrad"
_folder = os.path.dirname(__file__)
_Class = TypeVar("_Class", bound=type)


class _Entry(NamedTuple):
    """A class of the registry."""

    name: str
    namespace: str
    base: int
    doc: str
    methods: tuple[str, ...]
    properties: tuple[str, ...]


_entries = [_Entry(*row) for row in _core.class_table()]
_numbers = {(entry.namespace, entry.name): number for number, entry in enumerate(_entries)}
_classes: dict[int, type] = {}
_namespaces = [name for name in _core.namespaces() if not name.startswith("_")]


def _module_name(namespace: str) -> str:
    return f"{PACKAGE}.{namespace}" if namespace else PACKAGE


def _is_written(namespace: str) -> bool:
    """Whether the package has a file for the namespace."""
    return _has_file(*namespace.split("."))


def _has_file(*parts: str) -> bool:
    place = os.path.join(_folder, *parts)
    return os.path.exists(f"{place}.py") or os.path.exists(os.path.join(place, "__init__.py"))


def _with_parents(namespaces: list[str]) -> list[str]:
    names = {".".join(parts[: i + 1]) for name in namespaces for parts in [name.split(".")] for i in range(len(parts))}
    return sorted(names - {""})


def populate(namespace: str, module: dict[str, Any]) -> list[str]:
    """Puts the functions, classes and generated submodules of a namespace into a module; returns their names.

    Names that the module has already are left alone.
    """
    written = dict(module)
    names = _core.add_functions(namespace, module, _module_name(namespace))
    for number, entry in enumerate(_entries):
        if entry.namespace == namespace and not entry.name.startswith("_") and entry.name not in module:
            module[entry.name] = class_for(number)
            names.append(entry.name)
    for name in names:
        if name in written:
            module[name] = written[name]
    prefix = f"{_module_name(namespace)}."
    for name in _with_parents(_namespaces):
        child = _module_name(name)
        if child.startswith(prefix) and "." not in child[len(prefix) :] and child in sys.modules:
            module.setdefault(child[len(prefix) :], sys.modules[child])
    return names


def create_modules() -> None:
    """Makes the modules of the namespaces that the package has no file for."""
    made = [name for name in _with_parents(_namespaces) if not _is_written(name)]
    for name in made:
        full = _module_name(name)
        module = ModuleType(full, f"The functions and classes of {full}.")
        sys.modules[full] = module
    for name in made:
        module = sys.modules[_module_name(name)]
        names = populate(name, vars(module))
        module.__all__ = sorted(n for n in names if not n.startswith("_"))  # type: ignore[attr-defined]
        parent, _, last = _module_name(name).rpartition(".")
        if parent in sys.modules:
            setattr(sys.modules[parent], last, module)


def written_modules() -> list[str]:
    """The submodules that the package has files for."""
    names = {name.partition(".")[0] for name in os.listdir(_folder) if not name.startswith(("_", "."))}
    return sorted(name for name in names if name != "tests" and _has_file(name))


def attribute(name: str) -> ModuleType:
    """What `swiftgrad.name` is when it has not been imported yet."""
    if not name.startswith("_") and _is_written(name):
        return importlib.import_module(_module_name(name))
    raise AttributeError(f"module {PACKAGE!r} has no attribute {name!r}")


def internal(namespace: str) -> SimpleNamespace:
    """The functions of a namespace that is not for users, such as "_autograd"."""
    functions: dict[str, Any] = {}
    _core.add_functions(namespace, functions, f"{PACKAGE}._core")
    return SimpleNamespace(**functions)


def class_number(name: str) -> int:
    """The number of a class of the registry, such as "nn.Linear"; KeyError if there is none."""
    namespace, _, last = name.rpartition(".")
    return _numbers[namespace, last]


def has_class(name: str) -> bool:
    """Whether the registry has a class of this name."""
    namespace, _, last = name.rpartition(".")
    return (namespace, last) in _numbers


def base(name: str) -> Callable[[_Class], _Class]:
    """Decorates the class that is written by hand for a class of the registry, such as "nn.Module"."""

    def register(cls: _Class) -> _Class:
        if has_class(name):
            _adopt(class_number(name), cls)
        return cls

    return register


def class_for(number: int) -> type:
    """The Python class of a class of the registry; made now unless it is there or written by hand."""
    if number in _classes:
        return _classes[number]
    entry = _entries[number]
    if _is_written(entry.namespace) and _module_name(entry.namespace) not in sys.modules:
        importlib.import_module(_module_name(entry.namespace))
        if number in _classes:
            return _classes[number]
    parent = class_for(entry.base) if entry.base >= 0 else _core.Object
    body = {"__module__": _module_name(entry.namespace), "__doc__": entry.doc}
    cls = type(parent)(entry.name, (parent,), body)
    _adopt(number, cls)
    return cls


class _ConstructorSignature:
    """`__signature__` of a class whose `__init__` is not a Python function, which inspect cannot always read itself."""

    def __get__(self, instance: object, owner: type) -> Any:
        import inspect  # slow to import, seldom needed

        if instance is not None:
            raise AttributeError("__signature__")
        signature = inspect.signature(owner.__init__)  # type: ignore[misc]
        return signature.replace(parameters=list(signature.parameters.values())[1:])


def _adopt(number: int, cls: type) -> None:
    """Gives a class the constructor and the methods that it has not written itself."""
    entry = _entries[number]
    written = {name for name in cls.__dict__ if name not in ("__doc__", "__module__")}
    _core.add_methods(number, cls, "__init__" not in written, written)
    if "__init__" not in written and not hasattr(type(cls), "__signature__"):
        cls.__signature__ = _ConstructorSignature()  # type: ignore[attr-defined]
    for name in entry.properties:
        if name not in written:
            method = cls.__dict__[name]
            setter = cls.__dict__.get(f"set_{name}") if f"set_{name}" in entry.methods else None
            if setter is not None:
                delattr(cls, f"set_{name}")
            setattr(cls, name, property(method, setter, doc=method.__doc__))
    _classes[number] = cls
    _core.register_class(number, cls)
