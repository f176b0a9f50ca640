"""What a workload may ask of a library, and what the eager ones share: their interfaces have the same names."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Normal:
    """In the place of a batch's array: standard normal numbers, drawn afresh for each step."""

    shape: tuple[int, ...]


@dataclass(frozen=True)
class Optimizer:
    name: str = "Adam"
    lr: float = 1e-4
    settings: dict = field(default_factory=dict)


class Library(ABC):
    """`lib` is what models are written with: `lib.nn`, `lib.nn.functional`, `lib.transpose`, ... in PyTorch's names.

    While `exact` is set, what is made computes the same numbers in every library: no dropout, and noise from NumPy.
    """

    lib: object
    exact = False
    allocations = None
    """Where the library can tell: how often it asked the system for memory."""

    def dropout(self, rate):
        return 0.0 if self.exact else rate

    @abstractmethod
    def tensor(self, array): ...

    @abstractmethod
    def array(self, result):
        """The result as a NumPy array."""

    def wait(self, result):
        """Returns when the result has been computed: at once, unless the library computes while Python goes on."""
        return result

    def set_precision(self, precision):
        """How exactly products of float32 matrices are computed, where that can be chosen: "highest" or "medium"."""
        self.lib.set_float32_matmul_precision(precision)

    @abstractmethod
    def contiguous(self, x):
        """A view's elements in memory of their own, in order."""

    @abstractmethod
    def build(self, model, *arguments, **keywords):
        """The module that `model(lib, ...)` returns, every parameter set to a value that depends on its name alone."""

    @abstractmethod
    def forward(self, function, *inputs):
        """The function that applies `function` to the inputs, without gradients."""

    @abstractmethod
    def backward(self, function, inputs, wrt):
        """The function that computes the gradients for `inputs[wrt]` alone of a `function` that was applied before."""

    @abstractmethod
    def both(self, function, inputs, wrt):
        """The function that applies `function` and computes its gradients for `inputs[wrt]`."""

    @abstractmethod
    def both_of_module(self, module, x):
        """The function that calls the module and computes the gradients of its parameters and of x."""

    @abstractmethod
    def update(self, arrays, optimizer):
        """One step of the optimiser over parameters that have gradients."""

    @abstractmethod
    def training(self, model, phases, batch, optimizer):
        """A training step that returns the last loss.

        `phases` is a loss `f(lib, model, *batch)`, or several, in a dict by the name of the child that each trains.
        """

    @abstractmethod
    def inference(self, model, *inputs): ...


class Eager(Library):
    """swiftgrad and PyTorch: tensors that record, modules that hold their values."""

    def array(self, result):
        return np.asarray(result.detach())

    def contiguous(self, x):
        return x.contiguous()

    def noise(self, shape):
        raise NotImplementedError

    def faster(self, function):
        """The function as it is, or compiled."""
        return function

    def forward(self, function, *inputs):
        tensors = [self.tensor(array) for array in inputs]
        function = self.faster(function)

        def run():
            with self.no_grad():
                return function(*tensors)

        return run

    def _recording(self, function, inputs, wrt):
        tensors = [self.tensor(array) for array in inputs]
        wanted = [tensors[number] for number in wrt]
        for tensor in wanted:
            tensor.requires_grad = True
        output = function(*tensors)
        return tensors, wanted, output

    def backward(self, function, inputs, wrt):
        _, wanted, output = self._recording(function, inputs, wrt)
        cotangent = self.tensor(cotangent_of(output.shape))
        return lambda: self.grad(output, wanted, cotangent, retain_graph=True)

    def both(self, function, inputs, wrt):
        function = self.faster(function)
        tensors, wanted, output = self._recording(function, inputs, wrt)
        cotangent = self.tensor(cotangent_of(output.shape))
        return lambda: self.grad(function(*tensors), wanted, cotangent)

    def both_of_module(self, module, x):
        x = self.tensor(x)
        x.requires_grad = True
        cotangent = self.tensor(cotangent_of(module(x).shape))
        wanted = [x, *module.parameters()]
        return lambda: self.grad(module(x), wanted, cotangent)

    def update(self, arrays, optimizer):
        parameters = [self.lib.nn.Parameter(self.tensor(array)) for array in arrays]
        for parameter in parameters:
            parameter.grad = self.tensor(np.full(parameter.shape, 1e-2, np.float32))
        optimiser = self.optimizer(parameters, optimizer)

        def run():
            optimiser.step()
            return parameters[0]

        return run

    def training(self, model, phases, batch, optimizer):
        steps = []
        for child, loss in phases.items() if isinstance(phases, dict) else [(None, phases)]:
            trained = getattr(model, child) if child else model
            compute = self.faster(lambda *inputs, loss=loss: loss(self.lib, model, *inputs))
            steps.append((compute, self.optimizer(list(trained.parameters()), optimizer)))
        draw = self._sampler(batch)

        def step():
            for compute, optimiser in steps:
                optimiser.zero_grad()
                loss = compute(*draw())
                loss.backward()
                optimiser.step()
            return loss.item()

        return step

    def _sampler(self, batch):
        if self.exact:
            batch = [exact_noise(item, number) for number, item in enumerate(batch)]
        items = [item if isinstance(item, Normal) else self.tensor(item) for item in batch]
        return lambda: [self.noise(item.shape) if isinstance(item, Normal) else item for item in items]

    def inference(self, model, *inputs):
        model.eval()
        return self.forward(lambda *tensors: model(*tensors), *inputs)


def exact_noise(item, number):
    if not isinstance(item, Normal):
        return item
    return np.random.default_rng(number).standard_normal(item.shape, dtype=np.float32)


def cotangent_of(shape):
    return np.random.default_rng(1).standard_normal(shape, dtype=np.float32)
