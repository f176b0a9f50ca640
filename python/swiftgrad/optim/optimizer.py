"""`Optimizer`: what all optimisers have in common, in PyTorch's manner. The arithmetic is the engine's."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from .. import _core, _namespaces, _native
from ..autograd import enable_grad


class _Native(_core.Object):
    pass


_engine = _native.methods("optim.Optimizer", _Native)


@_namespaces.base("optim.Optimizer")
class Optimizer(_Native):
    """Base of all optimisers: groups of parameters, each with hyperparameters of its own.

    Made from the parameters (tensors, a module, or dicts with "params" and hyperparameters that differ), and then
    those for all groups: `optim.SGD([{"params": a}, {"params": b, "lr": 1e-4}], lr=1e-2)`.
    """

    if TYPE_CHECKING:

        def zero_grad(self, set_to_none: bool = True) -> None: ...
        def add_param_group(self, param_group: Mapping[str, Any]) -> None: ...

    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """Changes every parameter that has a gradient. A closure is called first, and its result returned."""
        if closure is None:
            _engine.step(self)
            return None
        with enable_grad():
            loss = closure()
        _engine.step(self)
        return loss

    @property
    def param_groups(self) -> list["ParameterGroup"]:
        """The groups; what is written into one, as in `group["lr"] = 0.1`, holds from the next step."""
        return [ParameterGroup(self, number) for number in range(len(_engine.param_groups(self)))]

    def _extras(self, number: int) -> dict[str, Any]:
        """What users keep in a group beyond the hyperparameters."""
        extras: dict[int, dict[str, Any]] = self.__dict__.setdefault("_extra_settings", {})
        return extras.setdefault(number, {})

    def state_dict(self) -> dict[str, Any]:
        """PyTorch's structure: "state" by the number of the parameter, and "param_groups"; tensors share memory."""
        engine = _engine.state_dict(self)
        groups = [
            {**group, "params": list(group["params"]), **self._extras(number)}
            for number, group in enumerate(engine["param_groups"])
        ]
        return {
            "state": {int(number): dict(state) for number, state in engine["state"].items()},
            "param_groups": groups,
        }

    def load_state_dict(self, state_dict: Mapping[str, Any]) -> None:
        """Restores what `state_dict` gave, for the same parameters in the same order; PyTorch's will do.

        When it does not fit it is a ValueError, and nothing has changed.
        """
        if not isinstance(state_dict, Mapping) or not {"state", "param_groups"} <= state_dict.keys():
            raise ValueError("load_state_dict: expected a dict with 'state' and 'param_groups'")
        known = _engine.param_groups(self)[0].keys()
        groups = [{key: group[key] for key in group if key in known} for group in state_dict["param_groups"]]
        state = {str(number): dict(values) for number, values in state_dict["state"].items()}
        _engine.load_state_dict(self, {"state": state, "param_groups": groups})
        for number, group in enumerate(state_dict["param_groups"]):
            self._extras(number).update({key: value for key, value in group.items() if key not in known})

    def __repr__(self) -> str:
        lines = [f"{type(self).__name__} ("]
        for number, group in enumerate(self.param_groups):
            lines.append(f"Parameter Group {number}")
            lines += [f"    {name}: {value}" for name, value in sorted(group.items()) if name != "params"]
        return "\n".join([*lines, ")"])


_native.hide(Optimizer, "set_hyperparameter")


class ParameterGroup(MutableMapping[str, Any]):
    """One group of an optimiser: "params" and the hyperparameters, read from the engine and written to it."""

    def __init__(self, optimizer: Optimizer, number: int) -> None:
        self._optimizer = optimizer
        self._number = number

    def _engine_group(self) -> dict[str, Any]:
        return _engine.param_groups(self._optimizer)[self._number]  # type: ignore[no-any-return]

    def __getitem__(self, name: str) -> Any:
        extras = self._optimizer._extras(self._number)
        if name in extras:
            return extras[name]
        value = self._engine_group()[name]
        return list(value) if name == "params" else value

    def __setitem__(self, name: str, value: Any) -> None:
        if name == "params":
            raise KeyError("the parameters of a group cannot be replaced; use add_param_group for more")
        if name in self._engine_group():
            _engine.set_hyperparameter(self._optimizer, name, value, self._number)
        else:
            self._optimizer._extras(self._number)[name] = value

    def __delitem__(self, name: str) -> None:
        del self._optimizer._extras(self._number)[name]

    def __iter__(self) -> Iterator[str]:
        return iter([*self._engine_group(), *self._optimizer._extras(self._number)])

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __repr__(self) -> str:
        return repr({name: value for name, value in self.items() if name != "params"})
