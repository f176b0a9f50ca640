"""Modules that hold modules: `Sequential`, `ModuleList`, `ModuleDict`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, overload

from .. import _namespaces, _native
from .module import Module


class Container(Module):
    """What the containers of the engine have in common: nothing but children."""

    class_name: ClassVar[str]
    _keeps_arguments = False  # they may be replaced

    def __len__(self) -> int:
        return sum(1 for _ in self.children())

    def __bool__(self) -> bool:
        return True


class _Numbered(Container):
    def __iter__(self) -> Iterator[Module]:
        return self.children()

    @overload
    def __getitem__(self, position: int) -> Module: ...
    @overload
    def __getitem__(self, position: slice) -> Self: ...
    def __getitem__(self, position: int | slice) -> Any:
        """The module at a position (from the end if negative), or a container of those in a slice."""
        children = list(self.children())
        if isinstance(position, slice):
            return type(self)().extend(children[position])
        return children[position]

    def __setitem__(self, position: int, module: Module) -> None:
        names = [name for name, _ in self.named_children()]
        self.add_module(names[position], module)

    def __delitem__(self, position: int | slice) -> None:
        children = list(self.children())
        del children[position]
        self._replace_children(children)

    def append(self, module: Module) -> Self:
        """Adds a module at the end, under the next number that is free; returns the container."""
        names = {name for name, _ in self.named_children()}
        number = len(names)
        while str(number) in names:
            number += 1
        self.add_module(str(number), module)
        return self

    def extend(self, modules: Iterable[Module]) -> Self:
        """Adds modules at the end; returns the container."""
        for module in list(modules):
            self.append(module)
        return self

    def insert(self, position: int, module: Module) -> None:
        """Puts a module before the one at a position."""
        children = list(self.children())
        children.insert(position, module)
        self._replace_children(children)

    def _replace_children(self, children: list[Module]) -> None:
        for name in [name for name, _ in self.named_children()]:
            delattr(self, name)
        self.extend(children)


@_namespaces.base("nn.Sequential")
class Sequential(_Numbered):
    """Modules in a row, each fed with what the one before it returns; their names are "0", "1", ...

    Made from modules, or from a dict that names them.
    """

    class_name = "nn.Sequential"

    if TYPE_CHECKING:

        def __init__(self, *modules: Module | Mapping[str, Module]) -> None: ...


@_namespaces.base("nn.ModuleList")
class ModuleList(_Numbered):
    """Modules by position, for a forward of one's own; their names are "0", "1", ..."""

    class_name = "nn.ModuleList"

    if TYPE_CHECKING:

        def __init__(self, modules: Iterable[Module] | None = None) -> None: ...


@_namespaces.base("nn.ModuleDict")
class ModuleDict(Container):
    """Modules by name, for a forward of one's own."""

    class_name = "nn.ModuleDict"

    if TYPE_CHECKING:

        def __init__(self, modules: Mapping[str, Module] | None = None) -> None: ...

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __contains__(self, name: object) -> bool:
        return name in self.keys()

    def __getitem__(self, name: str) -> Module:
        return dict(self.named_children())[name]

    def __setitem__(self, name: str, module: Module) -> None:
        self.add_module(name, module)

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        delattr(self, name)

    def keys(self) -> list[str]:
        """The names, in the order in which the modules came."""
        return [name for name, _ in self.named_children()]

    def values(self) -> list[Module]:
        """The modules, in the order in which they came."""
        return list(self.children())

    def items(self) -> list[tuple[str, Module]]:
        """Names and modules, in the order in which they came."""
        return list(self.named_children())

    def update(self, modules: Mapping[str, Module]) -> None:
        """Adds modules by name."""
        for name, module in modules.items():
            self.add_module(name, module)


for _container in (Sequential, ModuleList, ModuleDict):
    _native.hide(_container, "append", "index", "len")
