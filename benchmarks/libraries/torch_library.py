"""PyTorch, eager and compiled. Its optimisers run fused, the fastest way that it has on a CPU."""

import torch

from .library import Eager
from .seeds import initial_value, is_kept


class Torch(Eager):
    lib = torch
    no_grad = staticmethod(torch.no_grad)
    grad = staticmethod(torch.autograd.grad)
    noise = staticmethod(torch.randn)

    def __init__(self, threads):
        torch.set_num_threads(threads)

    def tensor(self, array):
        return torch.tensor(array)

    def build(self, model, *arguments, **keywords):
        module = model(torch, *arguments, **keywords)
        values = module.state_dict()
        module.load_state_dict(
            {
                name: value if is_kept(name) else torch.from_numpy(initial_value(name, tuple(value.shape)))
                for name, value in values.items()
            }
        )
        return module

    def optimizer(self, parameters, optimizer):
        kind = getattr(torch.optim, optimizer.name)
        return kind(parameters, lr=optimizer.lr, fused=True, **optimizer.settings)


class Compiled(Torch):
    """Forward and loss go through `torch.compile`, and with them the backward pass."""

    def faster(self, function):
        return torch.compile(function)
