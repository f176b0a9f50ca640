"""`Module`: a tree of parameters, buffers and child modules, in PyTorch's manner.

The tree itself (names, order, values, training mode) is the engine's. The Python object adds what is Python's own:
ordinary attributes, hooks, and a hold on the Python objects of its children, which the engine only points at.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MethodDescriptorType
from typing import TYPE_CHECKING, Any, ClassVar, Self

from .. import _core, _namespaces, _native, profiler
from .._core import DType, Parameter, Tensor
from . import display
from .hooks import RemovableHandle
from .naming import IncompatibleKeys, cannot_assign, joined

if TYPE_CHECKING:
    import inspect

    from .backward_hooks import Watched
    from .summary import Summary


class _ModuleType(type):
    """Keeps the arguments that a layer of the engine was made with, to make it again for a copy."""

    _keeps_arguments: bool

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """Makes an object."""
        module = super().__call__(*args, **kwargs)
        if "_is_foreign" not in module.__dict__ and _core.is_constructed(module):
            if cls._keeps_arguments:
                module.__dict__["_arguments"] = (args, kwargs)
            module._intercept()
        return module

    @property
    def __signature__(cls) -> "inspect.Signature":
        """The constructor's, which `__call__` above would hide."""
        import inspect

        constructor = inspect.signature(cls.__init__)  # type: ignore[misc]
        return constructor.replace(parameters=list(constructor.parameters.values())[1:])


class _Native(_core.Object):
    pass


_engine = _native.methods("nn.Module", _Native)


@_namespaces.base("nn.Module")
class Module(_Native, metaclass=_ModuleType):
    """Base of all layers and models: a tree of parameters, buffers and child modules.

    Subclass it, call `super().__init__()`, assign parameters and modules to attributes, and write `forward()`. An
    object of the subclass can be part of an `nn.Sequential` and be trained by a `Trainer`.
    """

    _keeps_arguments: ClassVar[bool] = True

    if TYPE_CHECKING:
        path: str
        training: bool

        def num_parameters(self) -> int: ...

        def freeze(self, pattern: str = "*") -> Self: ...

        def unfreeze(self, pattern: str = "*") -> Self: ...

        def parameter_groups(self, settings: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]: ...

    def __init__(self) -> None:
        number = _namespaces.class_number("nn.Module")
        _core.construct(self, number, (), {"class_name": type(self).__name__})
        self.__dict__["_is_foreign"] = True

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """Computes the result from the arguments. Subclasses write it; to compute, call the module itself."""
        if "_is_foreign" in self.__dict__:
            raise NotImplementedError(f"{type(self).__name__} has no forward()")
        if kwargs:
            return _engine.call_named(self, list(args), kwargs)
        return _engine.call(self, *args)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        scope = _engine.begin_profile(self) if profiler.running else None
        try:
            attributes = self.__dict__
            for hook in tuple(attributes.get("_forward_pre_hooks", {}).values()):
                changed = hook(self, args)
                if changed is not None:
                    args = changed if isinstance(changed, tuple) else (changed,)
            watched = self._watched() if attributes.get("_backward_hooks") else None
            if watched:
                args = watched.arguments(args)
            result = self.forward(*args, **kwargs)
            for hook in tuple(attributes.get("_forward_hooks", {}).values()):
                changed = hook(self, args, result)
                if changed is not None:
                    result = changed
            return watched.results(result) if watched else result
        finally:
            if scope is not None:
                profiler.end(scope)

    def register_forward_pre_hook(self, hook: Callable[["Module", tuple[Any, ...]], Any]) -> RemovableHandle:
        """Calls `hook(module, args)` before each forward; what it returns, unless None, replaces the arguments."""
        return self._hooked("_forward_pre_hooks", hook)

    def register_forward_hook(self, hook: Callable[["Module", tuple[Any, ...], Any], Any]) -> RemovableHandle:
        """Calls `hook(module, args, result)` after each forward; what it returns, unless None, replaces the result."""
        return self._hooked("_forward_hooks", hook)

    def register_full_backward_hook(
        self, hook: Callable[["Module", tuple[Tensor | None, ...], tuple[Tensor | None, ...]], Any]
    ) -> RemovableHandle:
        """Calls `hook(module, grad_input, grad_output)` when the gradients of the arguments of a call are known.

        What it returns, unless None, replaces grad_input: one gradient, or None, for each argument by position.
        """
        return self._hooked("_backward_hooks", hook)

    def _watched(self) -> "Watched":
        from .backward_hooks import Watched

        return Watched(self, tuple(self.__dict__["_backward_hooks"].values()))

    def _hooked(self, kind: str, hook: Callable[..., Any]) -> RemovableHandle:
        handle = RemovableHandle(self.__dict__.setdefault(kind, {}), hook, self._intercept)
        self._intercept()
        return handle

    def _intercept(self) -> None:
        """Has the engine call this object, and not its own layer directly, while there is something to run here."""
        forward = type(self).forward
        own = forward is not Module.forward and not isinstance(forward, MethodDescriptorType)
        kinds = ("_forward_pre_hooks", "_forward_hooks", "_backward_hooks")
        _engine.set_host_call(self, own or any(self.__dict__.get(kind) for kind in kinds))

    def _held(self) -> dict[str, "Module"]:
        """The Python objects of the children, which live as long as this one."""
        return self.__dict__.setdefault("_modules", {})  # type: ignore[no-any-return]

    def _kind(self, name: str) -> str:
        """What a name stands for: "module", "parameter", "buffer" or "" for none of these."""
        if name in self.__dict__.get("_modules", {}):
            return "module"
        try:
            member = _engine.get(self, name)
        except AttributeError:
            return ""
        if isinstance(member, Module):
            return "module"
        return "buffer" if self._is_buffer(name) else "parameter"

    def _is_buffer(self, name: str) -> bool:
        """Whether a name that stands for a tensor, or for None in its place, is that of a buffer."""
        if name in self.__dict__.get("_buffer_is_persistent", {}):
            return True
        return "_is_foreign" not in self.__dict__ and name in _engine.named_buffers(self, False)

    def __getattr__(self, name: str) -> Any:
        child = self.__dict__.get("_modules", {}).get(name)
        if child is not None:
            return child
        if name.startswith("__") or not _core.is_constructed(self):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        try:
            member = _engine.get(self, name)
        except AttributeError:
            settings = display.settings(self, _engine.extra_repr)
            if name in settings:
                return settings[name]
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'") from None
        if isinstance(member, Module):
            self._held()[name] = member
        if isinstance(member, Tensor) and member.is_leaf and (member.requires_grad or not self._is_buffer(name)):
            return _core.as_parameter(member)
        return member

    def __setattr__(self, name: str, value: Any) -> None:
        if isinstance(value, (Module, Parameter)):
            self._check_initialised(value)
            if isinstance(value, Module):
                self.add_module(name, value)
            else:
                self.register_parameter(name, value)
            return
        kind = "" if name in self.__dict__ or not _core.is_constructed(self) else self._kind(name)
        if kind == "":
            self._check_setting(name)
            super().__setattr__(name, value)
        elif kind == "module":
            if value is not None:
                raise cannot_assign(value, "child module", name)
            self.__delattr__(name)
            super().__setattr__(name, None)
        elif value is not None and (kind == "parameter" or not isinstance(value, Tensor)):
            raise cannot_assign(value, kind, name)
        elif kind == "parameter":
            _engine.set_parameter(self, name, value)
        else:
            _engine.set_buffer(self, name, value, self.__dict__.get("_buffer_is_persistent", {}).get(name, True))

    def __delattr__(self, name: str) -> None:
        if name in self.__dict__ or not _core.is_constructed(self):
            super().__delattr__(name)
            return
        child = self._child(name)
        _engine.delete(self, name)
        self._release(name, child)
        self.__dict__.get("_buffer_is_persistent", {}).pop(name, None)

    def __dir__(self) -> Iterable[str]:
        names = {*super().__dir__(), *self.__dict__}
        if _core.is_constructed(self):
            names.update(
                _engine.children(self),
                _engine.named_parameters(self, False),
                display.settings(self, _engine.extra_repr),
            )
            names.update(_engine.named_buffers(self, False))
        return sorted(names)

    def _check_initialised(self, value: object) -> None:
        if not _core.is_constructed(self):
            what = "a module" if isinstance(value, Module) else "a parameter"
            raise AttributeError(f"{type(self).__name__}: call super().__init__() before assigning {what}")

    def _check_setting(self, name: str) -> None:
        """Raises for what a layer of the engine was made with and would not look at again."""
        known = self.__dict__.keys() | {"_arguments", "_is_foreign"}
        if name in known or hasattr(type(self), name) or "_arguments" not in self.__dict__:
            return
        if name in display.settings(self, _engine.extra_repr):
            raise AttributeError(f"'{name}' of a {type(self).__name__} is fixed when it is made")

    def _child(self, name: str) -> "Module | None":
        try:
            member = _engine.get(self, name)
        except AttributeError:
            return None
        return member if isinstance(member, Module) else None

    def _release(self, name: str, child: "Module | None") -> None:
        """Forgets what the Python object has under a name, and the child that had it unless it has another name too."""
        self.__dict__.pop(name, None)
        self._held().pop(name, None)
        if child is not None and all(other is not child for other in self.children()):
            _core.unhold(self, child)

    def add_module(self, name: str, module: "Module | None") -> None:
        """Makes `module` a child; None stands for one that is left out."""
        if module is None:
            self.__dict__[name] = None
            return
        if not isinstance(module, Module):
            raise cannot_assign(module, "child module", name)
        self._check_initialised(module)
        before = self._child(name)
        _engine.set_child(self, name, module)
        self._release(name, before)
        self._held()[name] = module

    register_module = add_module

    def register_parameter(self, name: str, parameter: Tensor | None) -> None:
        """Makes a tensor one of the module's parameters; None stands for one that is left out."""
        if not (parameter is None or isinstance(parameter, Tensor)):
            raise cannot_assign(parameter, "parameter", name)
        self._check_initialised(parameter)
        before = self._child(name)
        _engine.set_parameter(self, name, parameter)
        self._release(name, before)
        if parameter is None:
            self.__dict__.setdefault("_absent_parameters", set()).add(name)

    def register_buffer(self, name: str, tensor: Tensor | None, persistent: bool = True) -> None:
        """Makes a tensor part of the state without being trained; in the state dict if persistent."""
        if tensor is not None and not isinstance(tensor, Tensor):
            tensor = _core.asarray(tensor)
        self._check_initialised(tensor)
        before = self._child(name)
        _engine.set_buffer(self, name, tensor, persistent)
        self._release(name, before)
        self.__dict__.setdefault("_buffer_is_persistent", {})[name] = persistent

    def parameters(self, recurse: bool = True) -> Iterator[Parameter]:
        """Every parameter of the tree once; without recurse only the module's own."""
        return (_core.as_parameter(tensor) for tensor in _engine.named_parameters(self, recurse).values())

    def named_parameters(self, prefix: str = "", recurse: bool = True) -> Iterator[tuple[str, Parameter]]:
        """Parameters with their paths ("head.weight"); one that is shared appears once."""
        found = _engine.named_parameters(self, recurse)
        return ((joined(prefix, path), _core.as_parameter(tensor)) for path, tensor in found.items())

    def buffers(self, recurse: bool = True) -> Iterator[Tensor]:
        """Every buffer of the tree once; without recurse only the module's own."""
        return iter(_engine.named_buffers(self, recurse).values())

    def named_buffers(self, prefix: str = "", recurse: bool = True) -> Iterator[tuple[str, Tensor]]:
        """Buffers with their paths; one that is shared appears once."""
        return ((joined(prefix, path), tensor) for path, tensor in _engine.named_buffers(self, recurse).items())

    def children(self) -> Iterator["Module"]:
        """The modules directly below this one."""
        return iter(_engine.children(self).values())

    def named_children(self) -> Iterator[tuple[str, "Module"]]:
        """The modules directly below this one, with their names."""
        return iter(_engine.children(self).items())

    def modules(self) -> Iterator["Module"]:
        """This module and all below it, each once, a parent before its children."""
        return iter(_engine.modules(self))

    def named_modules(self, prefix: str = "") -> Iterator[tuple[str, "Module"]]:
        """This module (under the path "") and all below it with their paths, each once."""
        return ((joined(prefix, path), module) for path, module in _engine.named_modules(self).items())

    def get_submodule(self, target: str) -> "Module":
        """The module at a path such as "head.0"; "" is this one. AttributeError if there is none."""
        module: Module = self
        for name in target.split(".") if target else []:
            child = getattr(module, name)
            if not isinstance(child, Module):
                raise AttributeError(f"'{name}' of '{target}' is not a module")
            module = child
        return module

    def get_parameter(self, target: str) -> Parameter:
        """The parameter at a path such as "head.0.weight". AttributeError if there is none."""
        return self._tensor_at(target, "parameter")  # type: ignore[return-value]

    def get_buffer(self, target: str) -> Tensor:
        """The buffer at a path such as "norm.running_mean". AttributeError if there is none."""
        return self._tensor_at(target, "buffer")

    def _tensor_at(self, target: str, kind: str) -> Tensor:
        path, _, name = target.rpartition(".")
        module = self.get_submodule(path)
        value = getattr(module, name)
        if module._kind(name) != kind:
            raise AttributeError(f"'{target}' is not a {kind}")
        return value  # type: ignore[no-any-return]

    def apply(self, function: Callable[["Module"], Any]) -> Self:
        """Calls a function on every module of the tree, children before their parents."""
        for child in self.children():
            child.apply(function)
        function(self)
        return self

    def train(self, mode: bool = True) -> Self:
        """Puts the tree into training mode (dropout drops, batch norm looks at its batch), or out of it."""
        _engine.train(self, mode)
        for module in self.modules():
            if module is not self and type(module).train is not Module.train:
                module.train(mode)
        return self

    def _set_mode(self, mode: bool) -> None:
        _engine.train(self, mode)

    def eval(self) -> Self:
        """Puts the tree into evaluation mode."""
        return self.train(False)

    def state_dict(self) -> dict[str, Tensor]:
        """Parameters and persistent buffers by path, as tensors that share their memory, off the tape."""
        return _engine.state_dict(self)  # type: ignore[no-any-return]

    def load_state_dict(self, state_dict: Mapping[str, Any], strict: bool = True) -> IncompatibleKeys:
        """Copies a state dict of tensors or arrays into the module, converting element types.

        Returns the paths that are missing from it and those that the module does not have; with strict either is a
        RuntimeError. Whatever does not fit is named in one error, and then nothing has changed.
        """
        if not isinstance(state_dict, Mapping):
            raise TypeError(f"load_state_dict: expected a dict of tensors, not {type(state_dict).__name__}")
        missing, unexpected = _engine.load_state_dict(self, dict(state_dict), strict)
        return IncompatibleKeys(list(missing), list(unexpected))

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Lets go of the gradients of all parameters, or fills them with zeros."""
        _engine.zero_grad(self, set_to_none)

    def requires_grad_(self, requires_grad: bool = True) -> Self:
        """Asks for gradients of all parameters, or freezes them."""
        _engine.requires_grad_(self, requires_grad)
        return self

    def to(self, target: Any = None, *, dtype: DType | None = None) -> Self:
        """Converts floating-point parameters and buffers to another type; "cpu", the only device, is accepted.

        The parameters are new tensors afterwards: make the optimiser after the conversion.
        """
        if target is not None and target != "cpu":
            dtype = target
        if dtype is None:
            return self
        if isinstance(dtype, DType) and not dtype.is_floating_point:
            raise TypeError(f"to: parameters need a floating-point type, got {dtype}")
        from . import conversion

        conversion.convert(self, dtype)
        return self

    def float(self) -> Self:
        """Converts to float32."""
        return self.to(_core.float32)

    def double(self) -> Self:
        """Converts to float64."""
        return self.to(_core.float64)

    def __reduce__(self) -> Any:
        from . import copying

        return copying.reduce(self)

    def __setstate__(self, state: dict[str, Any]) -> None:
        from . import copying

        copying.restore(self, state)

    def summary(self, *inputs: Any) -> "Summary":
        """A table of output shapes, parameters, operations and memory of every layer, for inputs of these shapes.

        Each input is a shape, as in `model.summary((64, 784))`, or a tensor. The model is called once.
        """
        from . import summary

        return summary.summarise(self, inputs)

    def extra_repr(self) -> str:
        """The module's settings, as printing shows them."""
        return _engine.extra_repr(self)  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        if not _core.is_constructed(self):
            return f"{type(self).__name__}(not initialised)"
        return display.tree(self)

    def _repr_html_(self) -> str:
        return display.html_tree(self)


_native.hide(
    Module,
    "call",
    "call_named",
    "begin_profile",
    "set_host_call",
    "get",
    "delete",
    "set_child",
    "set_parameter",
    "set_buffer",
)
