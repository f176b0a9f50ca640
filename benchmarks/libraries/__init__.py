"""The libraries that are compared, behind one interface: what a workload needs to become a function that runs once."""

import importlib

MODULES = {"swiftgrad": "swiftgrad", "pytorch": "torch", "compiled": "torch", "jax": "jax"}
"""Name -> the package that must be importable. "compiled" is PyTorch through `torch.compile`."""

TITLES = {"swiftgrad": "swiftgrad", "pytorch": "PyTorch", "compiled": "compiled", "jax": "JAX"}

_CLASSES = {
    "swiftgrad": ("swiftgrad_library", "Swiftgrad"),
    "pytorch": ("torch_library", "Torch"),
    "compiled": ("torch_library", "Compiled"),
    "jax": ("jax_library", "Jax"),
}


def load(name: str, threads: int):
    """The library's interface, with its thread pool set."""
    module, kind = _CLASSES[name]
    return getattr(importlib.import_module(f".{module}", __name__), kind)(threads)
