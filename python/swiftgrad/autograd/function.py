"""`Function`: a differentiable function with a derivative of one's own."""

from collections.abc import Sequence
from typing import Any

from .. import _namespaces
from .._core import Tensor
from .modes import no_grad

_engine = _namespaces.internal("_autograd")


class Context:
    """What `Function.forward` leaves for `Function.backward`; any attribute may be set on it."""

    needs_input_grad: tuple[bool, ...]

    def __init__(self, needs_input_grad: tuple[bool, ...]) -> None:
        self.needs_input_grad = needs_input_grad
        self._saved: tuple[Any, ...] = ()
        self._constant: tuple[Tensor, ...] = ()
        self._materialize = True

    def save_for_backward(self, *tensors: Tensor | None) -> None:
        """Keeps tensors (or None) for backward, where it is an error if one was changed in place since."""
        self._saved = tensors

    @property
    def saved_tensors(self) -> tuple[Any, ...]:
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
        present = [tensor is not None for tensor in saved]
        specs = [(o.shape, o.dtype) for o in on_tape]
        pullback = _pullback(cls, ctx, positions, len(args), specs, present)
        recorded = _engine.record(
            pullback, cls.__name__, [args[n] for n in positions], on_tape, [t for t in saved if t is not None]
        )
        for n, output in zip(places, recorded, strict=True):
            outputs[n] = output
        return type(result)(outputs) if isinstance(result, (list, tuple)) else outputs[0]


def _pullback(
    cls: type[Function],
    ctx: Context,
    positions: list[int],
    count: int,
    specs: list[tuple[Any, Any]],
    present: list[bool],
) -> Any:
    """What the tape calls; it holds no output, so that nothing is kept alive in a circle."""

    def pullback(grads: Sequence[Tensor | None], saved: Sequence[Tensor]) -> list[Tensor | None]:
        from .. import zeros

        if ctx._materialize:
            grads = [zeros(s, dtype=d) if g is None else g for g, (s, d) in zip(grads, specs, strict=True)]
        remaining = iter(saved)
        ctx._saved = tuple(next(remaining) if there else None for there in present)
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
