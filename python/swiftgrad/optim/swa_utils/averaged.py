"""`AveragedModel`: a model whose weights are a running mean of another's, and what goes with it."""

import copy
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import swiftgrad as sg

from ... import _namespaces
from ..._core import Tensor
from ...autograd import no_grad
from ...nn.module import Module

AverageFunction = Callable[[Tensor, Tensor, Tensor], Tensor]
MultiAverageFunction = Callable[[list[Tensor], list[Tensor], Tensor], Any]

_engine = _namespaces.internal("_averaging")


def get_ema_multi_avg_fn(decay: float = 0.999) -> MultiAverageFunction:
    """A function of averages, weights and their count: each becomes decay * average + (1 - decay) * weight."""
    one = get_ema_avg_fn(decay)

    def ema_update(averages: list[Tensor], weights: list[Tensor], count: Tensor) -> None:
        _move(averages, weights, 1 - decay, lambda average, weight: one(average, weight, count))

    return ema_update


def get_swa_multi_avg_fn() -> MultiAverageFunction:
    """A function of averages, weights and their count n: each becomes the mean of n + 1 weights, in place."""

    one = get_swa_avg_fn()

    def swa_update(averages: list[Tensor], weights: list[Tensor], count: Tensor) -> None:
        _move(averages, weights, 1 / (int(count) + 1), lambda average, weight: one(average, weight, count))

    return swa_update


def get_ema_avg_fn(decay: float = 0.999) -> AverageFunction:
    """A function of an average, a weight and their count that returns decay * average + (1 - decay) * weight."""
    if not 0 <= decay <= 1:
        raise ValueError(f"the decay of an average must lie in [0, 1], got {decay}")

    def ema_update(average: Tensor, weight: Tensor, count: Tensor) -> Tensor:
        return decay * average + (1 - decay) * weight

    return ema_update


def get_swa_avg_fn() -> AverageFunction:
    """A function of an average, a weight and their count n that returns the mean of n + 1 weights."""

    def swa_update(average: Tensor, weight: Tensor, count: Tensor) -> Tensor:
        return average + (weight - average) / (int(count) + 1)

    return swa_update


class AveragedModel(Module):
    """A copy of a model, `module`, whose weights are a running mean of the model's; called, it computes with them.

    Each `update_parameters(model)` takes the weights in; the first copies them. Without a function all count the same,
    which is stochastic weight averaging (Izmailov et al., arXiv:1803.05407). avg_fn is given one average, its weight
    and the number taken in so far, `n_averaged`, and returns the new average; multi_avg_fn is given lists of all
    averages and weights of a type and changes the averages in place: `get_ema_multi_avg_fn(0.999)` is an exponential
    mean in one pass over the memory. Buffers, such as the statistics of batch norms, are copied, or with use_buffers
    averaged. device is "cpu" or None. Both functions is a ValueError.
    """

    n_averaged: Tensor

    def __init__(
        self,
        model: Module,
        device: str | None = None,
        avg_fn: AverageFunction | None = None,
        multi_avg_fn: MultiAverageFunction | None = None,
        use_buffers: bool = False,
    ) -> None:
        super().__init__()
        if avg_fn is not None and multi_avg_fn is not None:
            raise ValueError("AveragedModel: only one of avg_fn and multi_avg_fn can be given")
        if device is not None:
            model.to(device)
        self.module = copy.deepcopy(model)
        self.register_buffer("n_averaged", sg.zeros((), dtype=sg.int64))
        self.avg_fn, self.multi_avg_fn, self.use_buffers = avg_fn, multi_avg_fn, use_buffers

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """What the copy makes of the arguments."""
        return self.module(*args, **kwargs)

    @no_grad()
    def update_parameters(self, model: Module) -> None:
        """Takes in the weights that a model of the same make has now; of another make is a ValueError."""
        averages, weights = self._averaged(self.module), self._averaged(model)
        if [average.shape for average in averages] != [weight.shape for weight in weights]:
            raise ValueError(f"update_parameters: {type(model).__name__} has other weights than the averaged model")
        if int(self.n_averaged) == 0:
            _copy(averages, weights)
        elif self.avg_fn is not None:
            for average, weight in zip(averages, weights, strict=True):
                _copy([average], [self.avg_fn(average, weight, self.n_averaged)])
        else:
            function = self.multi_avg_fn or get_swa_multi_avg_fn()
            for dtype in dict.fromkeys(average.dtype for average in averages):
                chosen = [number for number, average in enumerate(averages) if average.dtype == dtype]
                function([averages[n] for n in chosen], [weights[n] for n in chosen], self.n_averaged)
        if not self.use_buffers:
            _copy(list(self.module.buffers()), list(model.buffers()))
        self.n_averaged += 1

    def _averaged(self, module: Module) -> list[Tensor]:
        """The tensors of a module that have a mean, off the tape."""
        buffers = module.buffers() if self.use_buffers else ()
        return [tensor.detach() for tensor in (*module.parameters(), *buffers)]


def update_bn(loader: Iterable[Any], model: Module, device: str | None = None) -> None:
    """Takes the statistics of all batch norms anew, as means over the batches of one pass through the data.

    A batch is the model's input, or a tuple or list that begins with it. Averaged weights need it, as the statistics
    are those of other weights. device is "cpu" or None.
    """
    if device is not None:
        model.to(device)
    kinds = (sg.nn.BatchNorm1d, sg.nn.BatchNorm2d, sg.nn.BatchNorm3d)
    norms: list[Any] = [module for module in model.modules() if isinstance(module, kinds)]
    if not norms:
        return
    momenta, modes = [norm.momentum for norm in norms], [(module, module.training) for module in model.modules()]
    try:
        model.train()
        for norm in norms:
            norm.momentum = None  # the mean over all batches
            statistics = dict(norm.named_buffers())
            for name, start in (("running_mean", 0), ("running_var", 1), ("num_batches_tracked", 0)):
                if name in statistics:
                    statistics[name][...] = start
        with no_grad():
            for batch in loader:
                model(batch[0] if isinstance(batch, (tuple, list)) else batch)
    finally:
        for norm, momentum in zip(norms, momenta, strict=True):
            norm.momentum = momentum
        for module, mode in modes:  # a parent comes before its children, which may have had another mode
            module.train(mode)


def _copy(targets: Sequence[Tensor], sources: Sequence[Tensor]) -> None:
    for target, source in zip(targets, sources, strict=True):
        target[...] = sg.asarray(source).astype(target.dtype)


def _move(averages: list[Tensor], weights: list[Tensor], share: float, one: Callable[[Tensor, Tensor], Tensor]) -> None:
    """In one pass; counts, such as those of batch norms, one by one, and they lose their fractions."""
    if averages and averages[0].dtype.is_floating_point:
        _engine.move(averages, weights, share)
    else:
        _copy(averages, [one(average, weight) for average, weight in zip(averages, weights, strict=True)])
