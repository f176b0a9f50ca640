"""What a trainer needs to go on another day, in one safetensors file.

Tensors are named "model.<path>" and "optimizer.<number>.<name>"; everything else is JSON in the bytes of "trainer".
"""

import json
from os import PathLike
from typing import TYPE_CHECKING, Any

import numpy as np

import swiftgrad as sg

from .._core import Tensor

if TYPE_CHECKING:
    from .trainer import Trainer

_FORMAT = "swiftgrad.trainer.1"


def save(trainer: "Trainer", path: str | PathLike[str]) -> None:
    """`Trainer.save`."""
    tensors = {f"model.{name}": tensor for name, tensor in trainer.model.state_dict().items()}
    optimizer = trainer.optimizer.state_dict()
    numbers: dict[str, dict[str, Any]] = {}
    for number, state in optimizer["state"].items():
        numbers[str(number)] = {name: value for name, value in state.items() if not isinstance(value, Tensor)}
        tensors |= {f"optimizer.{number}.{name}": v for name, v in state.items() if isinstance(v, Tensor)}
    description = {
        "format": _FORMAT,
        "epoch": trainer.epoch,
        "history": trainer.history.rows,
        "optimizer": {"state": numbers, "param_groups": optimizer["param_groups"]},
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
    state: dict[int, dict[str, Any]] = {int(n): values for n, values in description["optimizer"]["state"].items()}
    weights: dict[str, Tensor] = {}
    for name, tensor in tensors.items():
        kind, _, rest = name.partition(".")
        if kind == "model":
            weights[rest] = tensor
        elif kind == "optimizer":
            number, _, last = rest.partition(".")
            state[int(number)][last] = tensor
    groups = description["optimizer"]["param_groups"]
    before = {name: tensor.copy() for name, tensor in trainer.model.state_dict().items()}
    trainer.model.load_state_dict(weights)
    try:
        trainer.optimizer.load_state_dict({"state": state, "param_groups": groups})
    except Exception:
        trainer.model.load_state_dict(before)
        raise
    trainer.epoch = description["epoch"]
    trainer.history.rows = description["history"]
    trainer.continue_from(description["loader"], description["random"])


def _plain(value: Any) -> Any:
    """NumPy's numbers as JSON's."""
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"a checkpoint cannot hold a {type(value).__name__}")
