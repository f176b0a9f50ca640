"""Gradients: modes, `grad`, `value_and_grad`, numerical checks, and functions with a derivative of one's own."""

import functools
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from . import _core, _namespaces
from ._core import Tensor

_engine = _namespaces.internal("_autograd")
CO_GENERATOR = 0x20  # as in the inspect module, whose import takes longer than all of ours
_F = TypeVar("_F", bound=Callable[..., Any])


class set_grad_enabled:  # noqa: N801 - a function to its users
    """Turns recording on or off, for good when called, for a block in `with`, for a function as a decorator."""

    def __init__(self, mode: bool) -> None:
        self._mode = mode
        self._previous = [_engine.set_grad_enabled(mode)]

    def __enter__(self) -> "set_grad_enabled":
        if not self._previous:
            self._previous.append(_engine.set_grad_enabled(self._mode))
        return self

    def __exit__(self, *exception: object) -> None:
        _engine.set_grad_enabled(self._previous.pop())

    def __call__(self, function: _F) -> _F:
        _engine.set_grad_enabled(self._previous.pop())
        return cast(_F, _decorated(function, self._mode))


class _Mode:
    """`no_grad` and `enable_grad`: nothing happens before the block or the call begins."""

    mode: bool

    def __new__(cls, function: Any = None) -> Any:
        return super().__new__(cls) if function is None else _decorated(function, cls.mode)

    def __init__(self) -> None:
        self._previous: list[bool] = []

    def __enter__(self) -> None:
        self._previous.append(_engine.set_grad_enabled(self.mode))

    def __exit__(self, *exception: object) -> None:
        _engine.set_grad_enabled(self._previous.pop())

    def __call__(self, function: _F) -> _F:
        return cast(_F, _decorated(function, self.mode))


class no_grad(_Mode):  # noqa: N801
    """In this block, or in the decorated function, nothing is recorded for gradients."""

    mode = False


class enable_grad(_Mode):  # noqa: N801
    """In this block, or in the decorated function, operations are recorded, also inside `no_grad`."""

    mode = True


def _decorated(function: Any, mode: bool) -> Any:
    if getattr(getattr(function, "__code__", None), "co_flags", 0) & CO_GENERATOR:
        raise TypeError("a generator cannot be decorated with a gradient mode; use a with block inside it")

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        previous = _engine.set_grad_enabled(mode)
        try:
            return function(*args, **kwargs)
        finally:
            _engine.set_grad_enabled(previous)

    return wrapper


def _sequence(tensors: Tensor | Sequence[Tensor]) -> list[Tensor]:
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
        _sequence(outputs), _sequence(inputs), grad_outputs, retain_graph, create_graph, allow_unused
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


def gradcheck(
    function: Callable[..., Tensor | Sequence[Tensor]],
    inputs: Tensor | Sequence[Any],
    eps: float = 1e-6,
    atol: float = 1e-5,
    rtol: float = 1e-3,
    raise_exception: bool = True,
) -> bool:
    """Compares the gradients of `function` with central differences, in float64.

    Every floating-point input is varied, element by element. A difference beyond atol + rtol * |difference quotient|
    raises ValueError that names the input and the element, or returns False.
    """
    import numpy as np

    args = [_as_double(value) for value in _sequence(inputs)]
    varied = [n for n, value in enumerate(args) if isinstance(value, Tensor) and value.requires_grad]
    outputs = [o for o in _outputs(function(*args)) if o.dtype.is_floating_point]
    tracked = [n for n, o in enumerate(outputs) if o.requires_grad]
    if not tracked:
        raise ValueError("gradcheck: no output depends on a floating-point input")
    generator = np.random.default_rng(0)
    weights = [generator.uniform(0.5, 1.5, o.shape) for o in outputs]
    directions = [_core.asarray(w).astype(o.dtype) for w, o in zip(weights, outputs, strict=True)]
    gradients = grad(
        [outputs[n] for n in tracked], [args[n] for n in varied], [directions[n] for n in tracked], allow_unused=True
    )

    def weighted_sum() -> float:
        with no_grad():
            results = [o for o in _outputs(function(*args)) if o.dtype.is_floating_point]
        total = 0.0
        for output, weight in zip(results, weights, strict=True):
            total += float(np.sum(np.asarray(output.detach(), np.float64) * weight))
        return total

    for n, gradient in zip(varied, gradients, strict=True):
        values = np.asarray(args[n].detach())
        analytic = np.zeros(values.shape) if gradient is None else np.asarray(gradient.detach(), np.float64)
        for place in np.ndindex(values.shape):
            middle = values[place]
            values[place] = middle + eps
            above = weighted_sum()
            values[place] = middle - eps
            below = weighted_sum()
            values[place] = middle
            numeric = (above - below) / (2 * eps)
            if not abs(analytic[place] - numeric) <= atol + rtol * abs(numeric):
                if raise_exception:
                    raise ValueError(
                        f"gradcheck: input {n}, element {place}: gradient {analytic[place]:.9g}, "
                        f"difference quotient {numeric:.9g}"
                    )
                return False
    return True


def _outputs(result: Any) -> list[Tensor]:
    return [o for o in _sequence(result) if isinstance(o, Tensor)]


def _as_double(value: Any) -> Any:
    if not isinstance(value, Tensor):
        return value
    tensor = value.detach()
    if not tensor.dtype.is_floating_point:
        return tensor
    tensor = _core.array(tensor, _core.float64)
    tensor.requires_grad = True
    return tensor


class Context:
    """What `Function.forward` leaves for `Function.backward`; any attribute may be set on it."""

    needs_input_grad: tuple[bool, ...]

    def __init__(self, needs_input_grad: tuple[bool, ...]) -> None:
        self.needs_input_grad = needs_input_grad
        self._saved: tuple[Tensor, ...] = ()
        self._constant: tuple[Tensor, ...] = ()
        self._materialize = True

    def save_for_backward(self, *tensors: Tensor) -> None:
        """Keeps tensors for backward. A change of one in place before then is an error there."""
        self._saved = tensors

    @property
    def saved_tensors(self) -> tuple[Tensor, ...]:
        """What forward saved."""
        return self._saved

    def mark_non_differentiable(self, *tensors: Tensor) -> None:
        """Says which outputs have no gradient."""
        self._constant = tensors

    def set_materialize_grads(self, value: bool) -> None:
        """Whether backward gets zeros (the default) or None for an output that nothing depends on."""
        self._materialize = value


class Function:
    """A differentiable function written in Python: subclass it with static methods forward and backward.

    `forward(ctx, *args)` computes outside the tape; `backward(ctx, *grads)` returns one gradient, or None, for each
    argument of forward, in differentiable operations if gradients of gradients are wanted. Call it as `apply(*args)`.
    """

    @staticmethod
    def forward(ctx: Any, *args: Any) -> Any:
        raise NotImplementedError("a Function defines forward(ctx, *args)")

    @staticmethod
    def backward(ctx: Any, *grads: Any) -> Any:
        raise NotImplementedError("a Function defines backward(ctx, *grads)")

    @classmethod
    def apply(cls, *args: Any) -> Any:
        """The outputs of forward, on the tape."""
        positions = [n for n, arg in enumerate(args) if isinstance(arg, Tensor)]
        ctx = Context(tuple(isinstance(arg, Tensor) and arg.requires_grad for arg in args))
        with no_grad():
            result = cls.forward(ctx, *args)
        outputs = list(result) if isinstance(result, (list, tuple)) else [result]
        constant = ctx._constant
        places = [
            n
            for n, output in enumerate(outputs)
            if isinstance(output, Tensor)
            and output.dtype.is_floating_point
            and not any(output is other for other in constant)
        ]
        on_tape = [outputs[n] for n in places]
        saved, ctx._saved, ctx._constant = ctx._saved, (), ()
        pullback = _pullback(cls, ctx, positions, len(args), [(o.shape, o.dtype) for o in on_tape])
        recorded = _engine.record(pullback, cls.__name__, [args[n] for n in positions], on_tape, list(saved))
        for n, output in zip(places, recorded, strict=True):
            outputs[n] = output
        return type(result)(outputs) if isinstance(result, (list, tuple)) else outputs[0]


def _pullback(cls: type[Function], ctx: Context, positions: list[int], count: int, specs: list[tuple[Any, Any]]) -> Any:
    """What the tape calls; it holds no output, so that nothing is kept alive in a circle."""

    def pullback(grads: Sequence[Tensor | None], saved: Sequence[Tensor]) -> list[Tensor | None]:
        from . import zeros

        if ctx._materialize:
            grads = [zeros(s, dtype=d) if g is None else g for g, (s, d) in zip(grads, specs, strict=True)]
        ctx._saved = tuple(saved)
        try:
            result = cls.backward(ctx, *grads)
        finally:
            ctx._saved = ()
        gradients = list(result) if isinstance(result, (list, tuple)) else [result]
        if len(gradients) < count or any(g is not None for g in gradients[count:]):
            raise RuntimeError(
                f"{cls.__name__}.backward returned {len(gradients)} gradients for {count} arguments of forward"
            )
        return [gradients[n] for n in positions]

    return pullback
