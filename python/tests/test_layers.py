"""Layers and losses against PyTorch's: outputs and gradients over random configurations, stored and live."""

import json
from pathlib import Path
from typing import Any

import layer_cases
import numpy as np
import pytest
import swiftgrad as sg
from layer_cases import CASES, Drawn
from swiftgrad import nn

STORED = json.loads((Path(__file__).parent / "reference" / "layer_values.json").read_text())
LIVE_CONFIGURATIONS = 25
# PyTorch rounds 1 / 6 and 1 / alpha to float32, in float64 too.
ROUNDED = {"Hardsigmoid": 1e-7, "CELU": 1e-6}


def flat(value: Any) -> list[float]:
    return [float(v) for v in np.asarray(value, np.float64).ravel()]


def tensors(items: Any, convert: Any) -> Any:
    return {key: convert(value) if isinstance(value, np.ndarray) else value for key, value in items.items()}


def ours(name: str, number: int) -> dict[str, list[float]]:
    """The result of one configuration and every gradient, in float64."""
    drawn = layer_cases.draw(name, number)
    layer = getattr(nn, name)(*drawn.args, **tensors(drawn.kwargs, sg.asarray)).double()
    shapes = {key: tuple(p.shape) for key, p in layer.named_parameters()}
    for key, value in layer_cases.weights(name, number, shapes).items():
        with sg.no_grad():
            layer.get_parameter(key)[...] = sg.asarray(value)
    inputs = [sg.array(x) for x in drawn.inputs]
    call = tensors(drawn.call, sg.array)
    leaves = differentiable(drawn, inputs, call)
    for leaf in leaves.values():
        leaf.requires_grad = True
    result = layer(*inputs, **call)
    scale = sg.asarray(np.cos(np.arange(result.size)).reshape(result.shape))
    (result * scale).sum().backward()
    found = {"result": flat(result.detach())}
    found |= {key: flat(leaf.grad) for key, leaf in leaves.items()}
    return found | {f"layer.{key}": flat(p.grad) for key, p in layer.named_parameters()}


def theirs(torch: Any, name: str, number: int) -> dict[str, list[float]]:
    drawn = layer_cases.draw(name, number)
    layer = getattr(torch.nn, name)(*drawn.args, **tensors(drawn.kwargs, torch.from_numpy)).double()
    shapes = {key: tuple(p.shape) for key, p in layer.named_parameters()}
    layer.load_state_dict(
        {key: torch.from_numpy(value) for key, value in layer_cases.weights(name, number, shapes).items()}, strict=False
    )
    inputs = [torch.from_numpy(np.array(x)) for x in drawn.inputs]
    call = tensors(drawn.call, torch.from_numpy)
    leaves = differentiable(drawn, inputs, call)
    for leaf in leaves.values():
        leaf.requires_grad_()
    result = layer(*inputs, **call)
    scale = torch.cos(torch.arange(result.numel(), dtype=torch.float64)).reshape(result.shape)
    (result * scale).sum().backward()
    found = {"result": flat(result.detach())}
    found |= {key: flat(leaf.grad) for key, leaf in leaves.items()}
    return found | {f"layer.{key}": flat(p.grad) for key, p in layer.named_parameters()}


def differentiable(drawn: Drawn, inputs: list[Any], call: dict[str, Any]) -> dict[str, Any]:
    """The floating-point arguments by name, but for those that are constants."""
    floats = [i for i, x in enumerate(drawn.inputs) if x.dtype == np.float64 and i not in drawn.constants]
    found = {f"input {i}": inputs[i] for i in floats}
    return found | {key: x for key, x in call.items() if drawn.call[key].dtype == np.float64}


def assert_same(found: dict[str, list[float]], expected: dict[str, list[float]], note: str, tolerance: float) -> None:
    assert found.keys() == expected.keys(), note
    for key, values in expected.items():
        np.testing.assert_allclose(found[key], values, rtol=tolerance, atol=tolerance, err_msg=f"{note}: {key}")


def note(name: str, number: int) -> str:
    drawn = layer_cases.draw(name, number)
    shapes = [getattr(x, "shape", x) for x in drawn.inputs]
    return f"{name}{drawn.args} {drawn.kwargs} {drawn.call} of {shapes}"


@pytest.mark.parametrize("name", CASES)
def test_results_and_gradients_are_those_stored(name: str) -> None:
    for number, expected in STORED[name].items():
        assert_same(ours(name, int(number)), expected, note(name, int(number)), ROUNDED.get(name, 1e-9))


@pytest.mark.parametrize("name", CASES)
def test_results_and_gradients_are_pytorchs(name: str) -> None:
    torch = pytest.importorskip("torch", reason="compares with PyTorch")
    for number in range(LIVE_CONFIGURATIONS):
        assert_same(ours(name, number), theirs(torch, name, number), note(name, number), ROUNDED.get(name, 1e-10))
