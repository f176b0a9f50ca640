"""A tree of named arrays, and how a traced function puts its own in their place."""

from contextlib import contextmanager

import jax


class Parameter:
    """Marks an array, on its way into an attribute of a module, as something to learn."""

    def __init__(self, data):
        self.data = data


class Module:
    """Parameters, buffers and children in the order in which they are assigned, as in PyTorch."""

    training = True

    def __init__(self):
        self.__dict__.update(_parameters=[], _buffers=[], _children=[])

    def __setattr__(self, name, value):
        if isinstance(value, Parameter):
            self._parameters.append(name)
            value = value.data
        elif isinstance(value, Module):
            self._children.append(name)
        object.__setattr__(self, name, value)

    def register_buffer(self, name, value):
        self._buffers.append(name)
        object.__setattr__(self, name, value)

    def __call__(self, *inputs):
        return self.forward(*inputs)

    def modules(self, prefix=""):
        """Every module of the tree with the prefix of its names."""
        yield prefix, self
        for name in self._children:
            yield from getattr(self, name).modules(f"{prefix}{name}.")

    def named_parameters(self):
        return {
            prefix + name: getattr(module, name) for prefix, module in self.modules() for name in module._parameters
        }

    def named_buffers(self):
        return {prefix + name: getattr(module, name) for prefix, module in self.modules() for name in module._buffers}

    def assign(self, values):
        """Replaces arrays by name."""
        for prefix, module in self.modules():
            for name in module._parameters + module._buffers:
                if prefix + name in values:
                    object.__setattr__(module, name, values[prefix + name])

    def eval(self):
        for _, module in self.modules():
            module.training = False
        return self


@contextmanager
def bound(module, values, key):
    """Inside, the module computes with `values`, and draws its random numbers from `key`."""
    held = {**module.named_parameters(), **module.named_buffers()}
    module.assign(values)
    _keys.append(key)
    try:
        yield
    finally:
        _keys.pop()
        module.assign(held)


_keys = []


def next_key():
    _keys[-1], key = jax.random.split(_keys[-1])
    return key
