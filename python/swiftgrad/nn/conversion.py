"""`Module.to`: parameters and buffers of another floating-point type."""

from .._core import DType, Parameter, Tensor
from .module import Module, _engine


def convert(model: Module, dtype: DType) -> None:
    """Replaces the floating-point tensors of the tree by converted ones; what is shared stays shared."""
    converted: dict[Tensor, Tensor] = {}

    def replacement(tensor: Tensor) -> Tensor:
        if not tensor.dtype.is_floating_point or tensor.dtype == dtype:
            return tensor
        if tensor not in converted:
            converted[tensor] = Parameter(tensor.detach().astype(dtype), tensor.requires_grad)
        return converted[tensor]

    for module in model.modules():
        for name, tensor in _engine.named_parameters(module, False).items():
            _engine.set_parameter(module, name, replacement(tensor))
        persistent = module.__dict__.get("_buffer_is_persistent", {})
        for name, tensor in _engine.named_buffers(module, False).items():
            _engine.set_buffer(module, name, replacement(tensor), persistent.get(name, True))
