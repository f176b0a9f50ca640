import swiftgrad as sg

from .library import Eager
from .seeds import initial_value, is_kept


class Swiftgrad(Eager):
    lib = sg
    no_grad = staticmethod(sg.no_grad)
    grad = staticmethod(sg.grad)
    noise = staticmethod(sg.random.normal)

    def __init__(self, threads):
        sg.set_num_threads(threads)

    def allocations(self):
        return sg.memory_stats()["system_allocations"]

    def tensor(self, array):
        return sg.array(array)

    def build(self, model, *arguments, **keywords):
        module = model(sg, *arguments, **keywords)
        values = module.state_dict()
        module.load_state_dict(
            {
                name: value if is_kept(name) else sg.array(initial_value(name, tuple(value.shape)))
                for name, value in values.items()
            }
        )
        return module

    def optimizer(self, parameters, optimizer):
        return getattr(sg.optim, optimizer.name)(parameters, lr=optimizer.lr, **optimizer.settings)
