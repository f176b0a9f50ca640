"""What a trainer needs to go on another day, in one safetensors file.

Tensors are named "model.<path>" and "optimizer.<number>.<name>", a GAN's "generator.<path>" and so on; everything else
is JSON in the bytes of "trainer".
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Any

import numpy as np

import swiftgrad as sg

from .._core import Tensor

if TYPE_CHECKING:
    from .trainer import Trainer

_FORMAT = "swiftgrad.trainer.2"
_TENSOR = "$tensor"


def save(trainer: "Trainer", path: str | PathLike[str]) -> None:
    """`Trainer.save`."""
    tensors: dict[str, Any] = {}
    optimizers: dict[str, Any] = {}
    for name, network in trainer.networks.items():
        tensors |= {f"{name}.{key}": tensor for key, tensor in network.state_dict().items()}
    for name, optimizer in trainer.optimizers.items():
        state = optimizer.state_dict()
        optimizers[name] = {
            "state": _without_tensors(state["state"], name, tensors),
            "param_groups": state["param_groups"],
        }
    description = {
        "format": _FORMAT,
        "epoch": trainer.epoch,
        "history": trainer.history.rows,
        "networks": list(trainer.networks),
        "optimizers": optimizers,
        "step": _without_tensors(trainer.step_state(), "step", tensors),
        "loader": trainer.loader_state(),
        "random": sg.random.get_state(),
    }
    content = json.dumps(description, default=_plain).encode()
    tensors["trainer"] = sg.from_numpy(np.frombuffer(content, np.uint8))
    sg.save_file(tensors, path)


def resume(trainer: "Trainer", path: str | PathLike[str]) -> None:
    """`Trainer.resume`."""
    tensors = sg.load_file(path)
    try:
        description = json.loads(np.asarray(tensors["trainer"]).tobytes())
        known = description["format"] == _FORMAT
    except (KeyError, TypeError, ValueError):
        known = False
    if not known:
        raise ValueError(f"{path}: not a checkpoint that Trainer.save wrote")
    networks, optimizers = trainer.networks, trainer.optimizers
    if description["networks"] != list(networks) or list(description["optimizers"]) != list(optimizers):
        raise ValueError(
            f"{path}: the checkpoint of a trainer of {', '.join(description['networks'])}, not of {', '.join(networks)}"
        )
    undo: list[Callable[[], Any]] = []
    try:
        for name, network in networks.items():
            before = {key: tensor.copy() for key, tensor in network.state_dict().items()}
            undo.append(partial(network.load_state_dict, before))
            prefix = f"{name}."
            network.load_state_dict({k.removeprefix(prefix): t for k, t in tensors.items() if k.startswith(prefix)})
        for name, optimizer in optimizers.items():
            undo.append(partial(optimizer.load_state_dict, optimizer.state_dict()))
            saved = _with_tensors(description["optimizers"][name], tensors)
            saved["state"] = {int(number): values for number, values in saved["state"].items()}
            optimizer.load_state_dict(saved)
        trainer.load_step_state(_with_tensors(description["step"], tensors))
    except Exception:
        for restore in reversed(undo):
            restore()
        raise
    trainer.epoch = description["epoch"]
    trainer.history.rows = description["history"]
    trainer.continue_from(description["loader"], description["random"])


def _without_tensors(value: Any, path: str, tensors: dict[str, Any]) -> Any:
    """The value with each tensor replaced by the name under which it is put into `tensors`."""
    if isinstance(value, Tensor):
        tensors[path] = value
        return {_TENSOR: path}
    if isinstance(value, Mapping):
        return {key: _without_tensors(item, f"{path}.{key}", tensors) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_without_tensors(item, f"{path}.{number}", tensors) for number, item in enumerate(value)]
    return value


def _with_tensors(value: Any, tensors: Mapping[str, Any]) -> Any:
    """What `_without_tensors` was given."""
    if isinstance(value, dict):
        if value.keys() == {_TENSOR}:
            return tensors[value[_TENSOR]]
        return {key: _with_tensors(item, tensors) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_tensors(item, tensors) for item in value]
    return value


def _plain(value: Any) -> Any:
    """NumPy's numbers as JSON's."""
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"a checkpoint cannot hold a {type(value).__name__}")
