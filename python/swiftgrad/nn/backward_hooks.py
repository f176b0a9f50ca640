"""`Module.register_full_backward_hook`: functions that see the gradients of a module's arguments and results."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from .._core import Tensor
from ..autograd import Function

if TYPE_CHECKING:
    from .module import Module


class Watched:
    """One call of a module, whose hooks run when the gradients of its arguments are known."""

    def __init__(self, module: "Module", hooks: Sequence[Callable[..., Any]]) -> None:
        self.module = module
        self.hooks = hooks
        self.grad_output: tuple[Tensor | None, ...] = ()
        self.count = 0
        self.has_argument = False

    def arguments(self, args: tuple[Any, ...]) -> tuple[Any, ...]:
        """The arguments, of which those with gradients report them."""
        self.count = len(args)
        places = [n for n, arg in enumerate(args) if isinstance(arg, Tensor) and arg.requires_grad]
        if not places:
            return args
        self.has_argument = True
        watched = iter(_Arguments.apply(self, places, *(args[n] for n in places)))
        return tuple(next(watched) if n in places else arg for n, arg in enumerate(args))

    def results(self, result: Any) -> Any:
        """The result, one tensor or several, which reports its gradients."""
        several = isinstance(result, (list, tuple))
        items = list(result) if several else [result]
        places = [n for n, item in enumerate(items) if isinstance(item, Tensor) and item.requires_grad]
        if not places:
            return result
        watched = iter(_Results.apply(self, *(items[n] for n in places)))
        items = [next(watched) if n in places else item for n, item in enumerate(items)]
        return type(result)(items) if several else items[0]

    def run(self, grad_input: tuple[Tensor | None, ...]) -> tuple[Tensor | None, ...]:
        """Calls the hooks one after the other; what one returns replaces the gradients of the arguments."""
        for hook in self.hooks:
            changed = hook(self.module, grad_input, self.grad_output)
            if changed is not None:
                grad_input = changed if isinstance(changed, tuple) else (changed,)
        return grad_input


class _Arguments(Function):
    @staticmethod
    def forward(ctx: Any, call: Watched, places: list[int], *tensors: Tensor) -> Any:
        ctx.set_materialize_grads(False)
        ctx.call, ctx.places = call, places
        return tuple(tensor.detach() for tensor in tensors)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor | None) -> Any:
        known = dict(zip(ctx.places, grads, strict=True))
        grad_input = ctx.call.run(tuple(known.get(n) for n in range(ctx.call.count)))
        return (None, None, *(grad_input[n] for n in ctx.places))


class _Results(Function):
    @staticmethod
    def forward(ctx: Any, call: Watched, *tensors: Tensor) -> Any:
        ctx.set_materialize_grads(False)
        ctx.call = call
        return tuple(tensor.detach() for tensor in tensors)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor | None) -> Any:
        ctx.call.grad_output = grads
        if not ctx.call.has_argument:
            ctx.call.run((None,) * ctx.call.count)
        return (None, *grads)
