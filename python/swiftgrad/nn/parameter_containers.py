"""Modules that hold parameters: `ParameterList` and `ParameterDict`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

from .. import _core
from .._core import Parameter
from .module import Module


def _parameter(value: Any) -> Parameter:
    return value if isinstance(value, Parameter) else Parameter(_core.asarray(value))


class ParameterList(Module):
    """Parameters by position, for a forward of one's own; their names are "0", "1", ... Tensors become parameters."""

    def __init__(self, values: Iterable[Any] = ()) -> None:
        super().__init__()
        self.extend(values)

    def __len__(self) -> int:
        return sum(1 for _ in self.parameters(recurse=False))

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Parameter]:
        return iter([self[position] for position in range(len(self))])

    def _name(self, position: int) -> str:
        count = len(self)
        if not -count <= position < count:
            raise IndexError(f"index {position} is out of range for {count} parameters")
        return str(position % count)

    def __getitem__(self, position: int | slice) -> Any:
        """The parameter at a position (from the end if negative), or a list of those in a slice."""
        if isinstance(position, slice):
            return type(self)(self[place] for place in range(*position.indices(len(self))))
        return self.get_parameter(self._name(position))

    def __setitem__(self, position: int, value: Any) -> None:
        self.register_parameter(self._name(position), _parameter(value))

    def append(self, value: Any) -> Self:
        """Adds a parameter at the end; returns the list."""
        self.register_parameter(str(len(self)), _parameter(value))
        return self

    def extend(self, values: Iterable[Any]) -> Self:
        """Adds parameters at the end; returns the list."""
        for value in list(values):
            self.append(value)
        return self

    def extra_repr(self) -> str:
        """The types and shapes of the parameters."""
        return "\n".join(f"({name}): {_described(p)}" for name, p in self.named_parameters(recurse=False))


class ParameterDict(Module):
    """Parameters by name, for a forward of one's own. Tensors become parameters."""

    def __init__(self, values: Mapping[str, Any] | Iterable[tuple[str, Any]] = ()) -> None:
        super().__init__()
        self.update(values)

    def __len__(self) -> int:
        return len(self.keys())

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __contains__(self, name: object) -> bool:
        return name in self.keys()

    def __getitem__(self, name: str) -> Parameter:
        if name not in self:
            raise KeyError(name)
        return self.get_parameter(name)

    def __setitem__(self, name: str, value: Any) -> None:
        self.register_parameter(name, _parameter(value))

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        delattr(self, name)

    def keys(self) -> list[str]:
        """The names, in the order in which the parameters came."""
        return [name for name, _ in self.named_parameters(recurse=False)]

    def values(self) -> list[Parameter]:
        """The parameters, in the order in which they came."""
        return list(self.parameters(recurse=False))

    def items(self) -> list[tuple[str, Parameter]]:
        """Names and parameters, in the order in which they came."""
        return list(self.named_parameters(recurse=False))

    def update(self, values: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> None:
        """Adds parameters by name."""
        for name, value in dict(values).items():
            self[name] = value

    def extra_repr(self) -> str:
        """The types and shapes of the parameters."""
        return "\n".join(f"({name}): {_described(p)}" for name, p in self.items())


def _described(parameter: Parameter) -> str:
    return f"Parameter of {parameter.dtype}, shape {tuple(parameter.shape)}"
