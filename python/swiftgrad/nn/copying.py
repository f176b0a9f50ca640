"""Copies of modules for `copy.deepcopy` and `pickle`: how to make the object again, and what to put into it.

A module written in Python is rebuilt without running its `__init__`, a layer of the engine from the arguments it was
made with; then parameters, buffers, children and attributes follow.
"""

from typing import Any

import swiftgrad as sg

from .. import _core, _namespaces
from . import display
from .containers import Container
from .module import Module, _engine
from .naming import joined
from .utils import parametrizations

_OWN = ("_is_foreign", "_arguments", "_modules", "_buffer_is_persistent", "_absent_parameters")


def reduce(module: Module) -> tuple[Any, ...]:
    """`Module.__reduce__`."""
    attributes = module.__dict__
    is_whole = "_is_foreign" in attributes or isinstance(module, Container)
    if not is_whole and "_arguments" not in attributes:
        raise TypeError(f"{type(module).__name__} at '{module.path}' was made by the engine: copy the model around it")
    persistent = attributes.get("_buffer_is_persistent", {})
    buffers = _engine.named_buffers(module, not is_whole)
    state: dict[str, Any] = {
        "training": module.training,
        "parametrizations": [] if is_whole else _parametrizations(module),
        "absent": sorted(attributes.get("_absent_parameters", ())),
        "parameters": _parameters(module, recurse=not is_whole),
        "buffers": {name: (tensor, persistent.get(name, True)) for name, tensor in buffers.items()},
        "children": dict(module.named_children()) if is_whole else {},
        "settings": {} if is_whole else _changeable(module),
        "attributes": {key: value for key, value in attributes.items() if key not in _OWN},
    }
    state["buffers"] |= {name: (None, flag) for name, flag in persistent.items() if name not in buffers}
    return rebuild, (type(module), None if is_whole else attributes["_arguments"]), state


def _parameters(module: Module, recurse: bool) -> dict[str, Any]:
    """Parameters by path; one that several modules share under each of them, so that it is shared again."""
    parts = module.named_modules() if recurse else [("", module)]
    return {joined(path, name): p for path, part in parts for name, p in part.named_parameters(recurse=False)}


def _changeable(module: Module) -> dict[str, Any]:
    """The settings of a layer that may have changed since it was made."""
    members = {name: member for cls in reversed(type(module).__mro__) for name, member in vars(cls).items()}
    found = [name for name, member in members.items() if isinstance(member, property) and member.fset]
    return {name: getattr(module, name) for name in found}


def _parametrizations(module: Module) -> list[tuple[str, str, dict[str, Any]]]:
    """The function that made each parametrization of a layer, the parameter's name, and the function's settings."""
    lists = dict(module.named_children()).get("parametrizations")
    made = [(name, child) for name, one in lists.named_children() for child in one.children()] if lists else []
    functions = {"_SpectralNorm": "spectral_norm", "_WeightNorm": "weight_norm"}
    return [(functions[type(c).__name__], name, display.settings(c, _engine.extra_repr)) for name, c in made]


def rebuild(cls: type[Module], arguments: tuple[tuple[Any, ...], dict[str, Any]] | None) -> Module:
    """An object that `restore` will fill."""
    if arguments is not None:
        args, kwargs = arguments
        stream = sg.random.get_state()
        try:
            return cls(*args, **kwargs)
        finally:
            sg.random.set_state(stream)  # the weights drawn here are replaced: a copy draws nothing
    module = cls.__new__(cls)
    if isinstance(module, Container):
        _core.construct(module, _namespaces.class_number(module.class_name), ())
    else:
        Module.__init__(module)
    return module


def restore(module: Module, state: dict[str, Any]) -> None:
    """`Module.__setstate__`."""
    module.__dict__.update(state["attributes"])
    module._intercept()
    for name, setting in state["settings"].items():
        setattr(module, name, setting)
    _engine.train(module, state["training"])
    for function, name, settings in state["parametrizations"]:
        getattr(parametrizations, function)(module, name, **settings)
    for name in state["absent"]:
        module.register_parameter(name, None)
    for path, parameter in state["parameters"].items():
        owner, name = _owner(module, path)
        owner.register_parameter(name, parameter)
    for path, (buffer, persistent) in state["buffers"].items():
        owner, name = _owner(module, path)
        _engine.set_buffer(owner, name, buffer, persistent)
        if "_is_foreign" in owner.__dict__:
            owner.__dict__.setdefault("_buffer_is_persistent", {})[name] = persistent
    for name, child in state["children"].items():
        module.add_module(name, child)


def _owner(module: Module, path: str) -> tuple[Module, str]:
    place, _, name = path.rpartition(".")
    return module.get_submodule(place), name
