"""Gradients as functions: `grad` of results, `value_and_grad` of a function."""

import functools
from collections.abc import Callable, Sequence
from typing import Any

from .. import _core, _namespaces
from .._core import Tensor
from .modes import enable_grad

_engine = _namespaces.internal("_autograd")


def sequence(tensors: Tensor | Sequence[Tensor]) -> list[Tensor]:
    """One tensor or several, as a list."""
    return [tensors] if isinstance(tensors, Tensor) else list(tensors)


def grad(
    outputs: Tensor | Sequence[Tensor],
    inputs: Tensor | Sequence[Tensor],
    grad_outputs: Tensor | Sequence[Tensor | None] | None = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    allow_unused: bool = False,
) -> tuple[Tensor | None, ...]:
    """The gradients of the sum of `outputs` with respect to each of `inputs`.

    With create_graph the gradients are on the tape themselves. An input that the outputs do not depend on is an error,
    or has the gradient None with allow_unused.
    """
    if isinstance(grad_outputs, Tensor):
        grad_outputs = [grad_outputs]
    gradients: tuple[Tensor | None, ...] = _engine.grad(
        sequence(outputs), sequence(inputs), grad_outputs, retain_graph, create_graph, allow_unused
    )
    return gradients


def _map(function: Callable[[Tensor], Any], tree: Any) -> Any:
    if isinstance(tree, Tensor):
        return function(tree)
    if isinstance(tree, dict):
        return {key: _map(function, value) for key, value in tree.items()}
    if isinstance(tree, tuple) and hasattr(tree, "_fields"):
        return type(tree)(*(_map(function, value) for value in tree))
    if isinstance(tree, (list, tuple)):
        return type(tree)(_map(function, value) for value in tree)
    return tree


def value_and_grad(
    function: Callable[..., Any], argnums: int | Sequence[int] = 0, has_aux: bool = False
) -> Callable[..., tuple[Any, Any]]:
    """A function that returns the value of `function` and its gradient with respect to the arguments `argnums`.

    Those arguments are tensors, or lists, tuples and dicts of them; gradients have the same structure. With has_aux
    the function returns (value, anything), and so does the result in place of the value.
    """

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> tuple[Any, Any]:
        leaves: list[Tensor] = []

        def track(tensor: Tensor) -> Tensor:
            leaf = tensor.detach()
            if leaf.dtype.is_floating_point:
                leaf.requires_grad = True
                leaves.append(leaf)
            return leaf

        numbers = (argnums,) if isinstance(argnums, int) else tuple(argnums)
        numbers = tuple(n + len(args) if n < 0 else n for n in numbers)
        tracked = {n: _map(track, _core.asarray(args[n]) if _is_array(args[n]) else args[n]) for n in numbers}
        with enable_grad():
            result = function(*(tracked.get(n, arg) for n, arg in enumerate(args)), **kwargs)
            value = result[0] if has_aux else result
            found = iter(grad(value, leaves, allow_unused=True))

        def gradient(leaf: Tensor) -> Tensor | None:
            if not leaf.requires_grad:
                return None
            result = next(found)
            return leaf.detach() * 0 if result is None else result

        gradients = tuple(_map(gradient, tracked[n]) for n in numbers)
        value = value.detach()
        return (value, result[1]) if has_aux else value, gradients[0] if isinstance(argnums, int) else gradients

    return wrapper


def _is_array(value: Any) -> bool:
    return not isinstance(value, (Tensor, list, tuple, dict))
